"""A draft becomes data that holds the document's words, each once and in order, whatever the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafting_files import settled, written
from drafting_plans import END, HEAD, document, drafted

from programme.drafting.again import merged
from programme.drafting.facts import facts_of
from programme.drafting.outline.outline import outline
from programme.drafting.proof import compare, prove, source_text
from programme.drafting.shape import Degree, Mark, Passage, Registers
from programme.drafting.writing import settle
from programme.drafting.writing.cutting import footnote_of, paragraph_of
from programme.drafting.writing.known import ids_of
from programme.drafting.writing.records import PLAN, SECTIONS
from programme.drafting.writing.settle import own_lines
from programme.drafting.writing.short_forms import UNKNOWN, completed
from programme.edit.address import find
from programme.edit.nodes import as_texts
from programme.load.loader import load
from programme.reading.document import Document, Footnote, Line

MONEY = "Kinh phí 300 triệu đồng, gồm ngân sách tỉnh 200 triệu đồng, ngân sách xã 100 triệu đồng."


def at(text: str, words: str, sets: dict[str, Any], degree: Degree = Degree.SURE, *, whole: bool = False) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), sets, "kind", degree, whole)


# -- phrases ------------------------------------------------------------------


def test_each_mark_has_a_phrase_of_its_own() -> None:
    """A text is cut at the ends of its marks, with the signs that close them; the rest are phrases without keys."""
    province = {"money": {"source": "province"}}
    marks = [
        at(MONEY, "300 triệu đồng", {"money": {"total": True}}),
        at(MONEY, "ngân sách tỉnh 200 triệu đồng", province),
    ]
    assert paragraph_of(Passage(MONEY, marks=marks)) == {
        "phrases": [
            "Kinh phí",
            {"text": "300 triệu đồng,", "money": {"total": True}},
            "gồm",
            {"text": "ngân sách tỉnh 200 triệu đồng,", "money": {"source": "province"}},
            "ngân sách xã 100 triệu đồng.",
        ]
    }


def test_marks_of_the_same_words_are_joined() -> None:
    """Two marks that say different things of the same words share a phrase; keys of all stand on the paragraph."""
    text = "Chủ trì thực hiện trước ngày 30/6/2031."
    marks = [
        at(text, text, {"roles": ["lead"]}),
        at(text, "trước ngày 30/6/2031", {"timing": {"text": "trước ngày 30/6/2031", "end": "2031-06-30"}}),
        at(text, text, {"bearers": ["ubnd-xa"]}, whole=True),
    ]
    assert paragraph_of(Passage(text, marks=marks)) == {
        "bearers": ["ubnd-xa"],
        "text": text,
        "roles": ["lead"],
        "timing": {"text": "trước ngày 30/6/2031", "end": "2031-06-30"},
    }


def test_what_is_asked_is_cut_but_not_said() -> None:
    """A mark that waits for a person has its phrase, so that the answer fits, and no key in the data."""
    text = "Hỗ trợ hộ nghèo, hộ cận nghèo."
    mark = at(text, "hộ cận nghèo", {"for_whom": [{"who": ["ho-can-ngheo"]}]}, Degree.LIKELY)
    assert paragraph_of(Passage(text, marks=[mark])) == {"phrases": ["Hỗ trợ hộ nghèo,", "hộ cận nghèo."]}


@pytest.mark.parametrize(
    ("passage", "usual", "made"),
    [
        (Passage("Hộ nghèo.", label="-"), "-", "Hộ nghèo."),
        (Passage("Hộ nghèo.", label="+"), "-", {"mark": "+", "text": "Hộ nghèo."}),
        (Passage("Riêng hộ này."), "-", {"mark": "", "text": "Riêng hộ này."}),
        (Passage("Căn cứ Luật;", label="-"), "", {"mark": "-", "text": "Căn cứ Luật;"}),
        (Passage("Một đoạn."), "", "Một đoạn."),
    ],
)
def test_the_sign_before_words_is_said_where_it_is_not_the_usual_one(passage: Passage, usual: str, made: Any) -> None:
    """A dash of an item and nothing before a paragraph go without saying."""
    assert paragraph_of(passage, usual) == made


# -- files --------------------------------------------------------------------


def test_files_are_written_as_a_careful_hand_writes(tmp_path: Path) -> None:
    """Numbers are quoted, long words folded at 120 columns, short marks stand in one line."""
    long = "Hỗ trợ người nghèo, hộ nghèo có sinh kế ổn định, nhà ở an toàn, nước sạch, "
    long += "tiếp cận đầy đủ các dịch vụ xã hội cơ bản."
    draft = drafted(
        HEAD + f"III. CÁC DỰ ÁN\n1. Dự án 1: Nhà ở\na) Nội dung: {long}\nb) Kinh phí: 300 triệu đồng.\n" + END
    )
    (budget,) = [one for one in draft.walk() if one.number == "b"]
    budget.marks.append(Mark(0, 0, {"kind": "budget"}, "clause_kind"))
    budget.paragraphs[0].marks.append(Mark(0, 15, {"money": {"source": "commune"}}, "money"))
    written(draft, tmp_path)
    assert (tmp_path / "data/projects/du-an-1.yaml").read_text(encoding="utf-8") == (
        "# Bản nháp do máy đọc từ tệp văn bản; lời chép đúng từng chữ, phần đánh dấu cần người xem lại.\n"
        'code: "1"\n'
        'number: "1"\n'
        'label: "Dự án 1:"\n'
        "title: Nhà ở\n"
        "clauses:\n"
        "  - number: a\n"
        '    heading: "Nội dung:"\n'
        "    paragraphs:\n"
        "      - >-\n"
        "        Hỗ trợ người nghèo, hộ nghèo có sinh kế ổn định, nhà ở an toàn, nước sạch, "
        "tiếp cận đầy đủ các dịch vụ xã hội cơ\n"
        "        bản.\n"
        "  - number: b\n"
        '    heading: "Kinh phí:"\n'
        "    kind: budget\n"
        "    paragraphs:\n"
        "      - text: 300 triệu đồng.\n"
        "        money: {source: commune}\n"
    )


def test_the_plan_as_a_whole_is_read_from_its_letterhead() -> None:
    """Name, year, level, issuer and place are those of letterhead and title."""
    assert facts_of(drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + END)) == {
        "name": "Kế hoạch thực hiện Chương trình giảm nghèo năm 2031",
        "year": "2031",
        "level": "xã",
        "issuer": "Ủy ban nhân dân xã Bình Minh",
        "place": "xã Bình Minh",
    }


def test_who_issues_may_stand_below_the_place() -> None:
    """A board of the commune's is the issuer; the place ends in its line, and what has no vowel is a short form."""
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH", "UBND XÃ BÌNH MINH\nBAN CHỈ ĐẠO CÁC CTMTQG")
    found = facts_of(drafted(head + "I. MỤC TIÊU\nGiảm nghèo.\n" + END))
    assert (found["issuer"], found["place"]) == ("Ban chỉ đạo các CTMTQG xã Bình Minh", "xã Bình Minh")


def test_five_years_and_a_province() -> None:
    """A plan of five years has both years, a province its level."""
    head = HEAD.replace("XÃ BÌNH MINH", "TỈNH YÊN THẠCH")
    head = head.replace("giảm nghèo năm 2031", "giảm nghèo giai đoạn 2031 - 2035")
    found = facts_of(drafted(head + "I. MỤC TIÊU\nGiảm nghèo.\n" + END))
    assert (found["year"], found["level"], found["place"]) == ("2031-2035", "tỉnh", "tỉnh Yên Thạch")


def test_registers_hold_what_the_data_names(tmp_path: Path) -> None:
    """A group that only a question names is in no register yet; a body that a group of bodies names is."""
    draft = drafted(HEAD + "I. MỤC TIÊU\n- Phòng Kinh tế chủ trì giúp hộ nghèo.\n" + END)
    text = draft.parts[0].items[0].text
    draft.parts[0].items[0].marks += [
        at(text, "Phòng Kinh tế chủ trì", {"roles": ["lead"], "bearers": ["phong-kt"]}),
        at(text, "hộ nghèo", {"for_whom": [{"who": ["ho-ngheo"]}]}, Degree.ASK),
    ]
    registers = Registers(
        agencies={"phong-kt": {"name": "Phòng Kinh tế", "level": "commune"}, "so": {"name": "Sở", "level": "province"}},
        groups={"ho-ngheo": {"name": "Hộ nghèo", "kind": "household"}},
    )
    found = settled(draft, tmp_path, registers)
    assert [one["id"] for one in found.values["agencies.yaml"]] == [
        "phong-kt",
        "uy-ban-nhan-dan-xa-binh-minh",
        "chu-tich-uy-ban-nhan-dan-xa-binh-minh",
    ]
    assert found.values["groups.yaml"] == []
    assert [(spot.file, spot.address, spot.words) for _, spot in found.asked] == [("sections.yaml", "I", "hộ nghèo")]


def test_short_forms_are_explained_or_named() -> None:
    """What offices write short everywhere is known; of what is not, a person is told."""
    found, unknown = completed({"NTM": {"full": "nông thôn mới"}}, ["UBND xã báo cáo về NTM và XYZT.", "KẾ HOẠCH"])
    assert {short: one["full"] for short, one in found.items()} == {
        "NTM": "nông thôn mới",
        "UBND": "Ủy ban nhân dân",
        "XYZT": UNKNOWN,
    }
    assert unknown == ["XYZT"]


def test_short_forms_are_explained_as_the_plan_writes_them() -> None:
    """Strokes stand where the plan has them; what stands for several things is told by the words around it."""
    texts = ["Phòng Lao động - Thương binh và Xã hội.", "TT Huyện ủy theo Thông tư 10/2022/TT-BTC.", "TT HĐND xã."]
    found, _ = completed({"LĐTBXH": {"full": "Lao động Thương binh và Xã hội"}}, texts)
    assert found["LĐTBXH"]["full"] == "Lao động - Thương binh và Xã hội"
    assert found["TT"]["full"] == "Thường trực; Thông tư"
    assert completed({}, texts[2:])[0]["TT"]["full"] == "Thường trực"
    signs, unknown = completed({}, ["CT", "PH", "Chỉ thị số 5/CT-TTg"])
    assert ([signs[one]["full"] for one in ("CT", "PH")], unknown) == (["chủ trì; Chỉ thị", "phối hợp"], [])
    assert completed({}, ["Nhà kho có CSVC."], ["Cơ sở vật chất của xã."])[0]["CSVC"]["full"] == "Cơ sở vật chất"


def test_a_letterhead_names_its_body_without_the_one_above() -> None:
    """ "SỞ Y TẾ" below "UBND TỈNH …"; the lines of a council are one name."""
    assert own_lines(["UBND TỈNH ĐỒNG SƠN", "SỞ Y TẾ"], "Sở Y tế tỉnh Đồng Sơn") == "SỞ Y TẾ"
    lines = ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"]
    assert own_lines(lines, "Ủy ban nhân dân xã Bình Minh") == "ỦY BAN NHÂN DÂN XÃ BÌNH MINH"
    assert own_lines(["BAN CHỈ ĐẠO", "GIẢM NGHÈO"], "Hội Nông dân") == "BAN CHỈ ĐẠO GIẢM NGHÈO"


def test_who_signs_is_the_office_of_who_issues() -> None:
    """ "PHÓ CHỦ TỊCH" alone is nobody's; one that names its body stands as it is."""
    known = {"issuer": "Sở Y tế", "level": "province", "place": "tỉnh Đồng Sơn"}
    for office, id, record in (
        ("PHÓ GIÁM ĐỐC", "pho-giam-doc-so-y-te", {"name": "Phó Giám đốc Sở Y tế", "names": ["Phó Giám đốc"]}),
        ("CHỦ TỊCH UBND XÃ", "chu-tich-ubnd-xa", {"name": "Chủ tịch ubnd xã"}),
    ):
        registers = Registers()
        draft = drafted(HEAD + "I. MỤC TIÊU\nGiảm nghèo.\n" + END)
        draft.office = office
        assert ids_of(draft, registers, known)["signer"] == id
        assert registers.agencies[id] == {**record, "level": "province", "kind": "office"}


# -- what fails the check -----------------------------------------------------


def test_a_mark_that_fails_the_check_becomes_a_question(tmp_path: Path) -> None:
    """A total that is not the sum of its lines is asked about; the words stay, the data passes."""
    text = "Tổng kinh phí 300 triệu đồng."
    draft = drafted(HEAD + f"I. KINH PHÍ\n1. {text}\n" + END)
    draft.parts[0].parts[0].paragraphs[0].marks.append(at(text, "300 triệu đồng", {"money": {"total": True}}))
    found = settled(draft, tmp_path)
    ((mark, spot),) = found.asked
    assert (mark.degree, spot.words) == (Degree.ASK, "300 triệu đồng")
    assert mark.why == "Kiểm tra báo: tổng ghi là 300 triệu đồng, cộng các dòng được 0 triệu đồng."


def test_a_project_without_a_lead_says_that_none_was_found(tmp_path: Path) -> None:
    """Money without a lead or a basis fails no draft: it says that the machine found none, and is told."""
    draft = drafted(HEAD + "III. CÁC DỰ ÁN\n1. Dự án 1: Nhà ở\na) Kinh phí: 300 triệu đồng.\n" + END)
    (budget,) = [one for one in draft.walk() if one.number == "a"]
    budget.paragraphs[0].marks.append(Mark(0, 15, {"money": {"source": "commune"}}, "money"))
    found = settled(draft, tmp_path)
    project = found.values["projects/du-an-1.yaml"]
    assert (project["no_lead"], project["no_basis"]) == (settle.NOT_FOUND["no_lead"], settle.NOT_FOUND["no_basis"])


def test_whoever_a_cell_names_as_lead_leads(tmp_path: Path) -> None:
    """In a table of tasks the column is the role: a lead that no register knows is called as its cell has it."""
    draft = drafted(HEAD + "I. NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n| 1 | Làm đường | Tổ Xây dựng |\n" + END)
    (grid,) = draft.parts[0].tables
    grid.column_marks = {1: [Mark(0, 0, {"says": "task"}, "column")], 2: [Mark(0, 0, {"says": "lead"}, "column")]}
    found = settled(draft, tmp_path)
    (row,) = found.values["sections.yaml"][0]["tables"][0]["rows"]
    assert row == {"cells": ["1", "Làm đường", "Tổ Xây dựng"], "bearers": ["to-xay-dung"]}


def test_short_forms_of_rows_that_give_work_are_listed(tmp_path: Path) -> None:
    """A short form of a cell is one of the plan's, and fails no mark: a row is read like a sentence."""
    draft = drafted(HEAD + "I. NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì |\n| 1 | Cấp thẻ BHYT | Tổ Xây dựng |\n" + END)
    (grid,) = draft.parts[0].tables
    grid.column_marks = {1: [Mark(0, 0, {"says": "task"}, "column")], 2: [Mark(0, 0, {"says": "lead"}, "column")]}
    found = settled(draft, tmp_path)
    assert {"short": "BHYT", "full": "bảo hiểm y tế"} in found.values["abbreviations.yaml"]
    assert [*found.asked] == []


def test_items_and_footnotes_stand_in_what_they_belong_to(tmp_path: Path) -> None:
    """A plus below a dash is an item in it, a footnote is on the last phrase of its words; all of it is proved."""
    body = document(HEAD + "I. MỤC TIÊU\n- Xóa nhà tạm cho hộ nghèo.\n+ Làm mới.\n+ Sửa.\n- Cấp nước.\n" + END).blocks
    told = {"MỤC TIÊU": ("1",), "Xóa nhà tạm cho hộ nghèo.": ("2",), "Sửa.": ("3",)}
    blocks = tuple(replace(one, notes=told.get(one.text, ())) for one in body if isinstance(one, Line))
    one = Document("docx", blocks, tuple(Footnote(mark, f"Chú thích {mark}.") for mark in "123"))
    draft = outline(one)
    draft.parts[0].items[0].marks = [at("Xóa nhà tạm cho hộ nghèo.", "Xóa nhà tạm", {"roles": ["implement"]})]
    draft.parts[0].items[1].marks = [at("Làm mới.", "Làm mới.", {"roles": ["lead"]}, Degree.ASK)]
    found = written(draft, tmp_path)
    (part,) = found.values["sections.yaml"]
    assert part["footnotes"] == [{"mark": "1", "text": "Chú thích 1."}]
    assert part["items"] == [
        {
            "phrases": [
                {"text": "Xóa nhà tạm", "roles": ["implement"]},
                {"text": "cho hộ nghèo.", "footnotes": [{"mark": "2", "text": "Chú thích 2."}]},
            ],
            "items": ["Làm mới.", {"text": "Sửa.", "footnotes": [{"mark": "3", "text": "Chú thích 3."}]}],
        },
        "Cấp nước.",
    ]
    ((_, spot),) = found.asked
    place = find(as_texts(found.values), spot.file, spot.address, spot.of, spot.passage_words)
    assert place and place.path == (0, "items", 0, "items", 0)
    dataset, _ = load(tmp_path / "data")
    assert prove(one, draft, tmp_path / "data").is_whole
    assert source_text(one, draft, dataset).endswith("Chú thích 1.\nChú thích 2.\nChú thích 3.\n")
    lost = replace(one, footnotes=(*one.footnotes[:2], Footnote("3", "Chú thích ba.")))
    said = "chú thích của văn bản ghi “Chú thích ba.”, data/ ghi “Chú thích 3.”"
    assert compare(lost, draft, dataset).differs == said


def test_a_footnote_ends_the_phrase_that_its_mark_stands_behind() -> None:
    """The words before the mark are a phrase; where a mark of ours goes on over it, the footnote is on those words."""
    text = "Hỗ trợ hộ nghèo, hộ cận nghèo làm nhà."
    one, two = footnote_of(Footnote("1", "Theo chuẩn mới.")), footnote_of(Footnote("2", "Theo danh sách."))
    held = [{"mark": "1", "text": "Theo chuẩn mới."}]
    assert paragraph_of(Passage(text), "", [(one, 5), (two, 0)]) == {
        "phrases": [
            {"text": "Hỗ trợ hộ nghèo,", "footnotes": held},
            {"text": "hộ cận nghèo làm nhà.", "footnotes": [{"mark": "2", "text": "Theo danh sách."}]},
        ]
    }
    marked = Passage(text, marks=[at(text, "hộ nghèo, hộ cận nghèo", {"roles": ["lead"]})])
    assert paragraph_of(marked, "", [(one, 5)]) == {
        "phrases": ["Hỗ trợ", {"text": "hộ nghèo, hộ cận nghèo", "roles": ["lead"], "footnotes": held}, "làm nhà."]
    }


def test_a_second_version_has_its_own_items_and_footnotes() -> None:
    """Marks stay on words that stay; items and footnotes are those of the new version, and told."""
    marked = {"text": "Có nhà ở.", "roles": ["lead"], "footnotes": [{"mark": "1", "text": "Cũ."}]}
    before = {PLAN: {}, SECTIONS: [{"number": "I", "items": [{"phrases": [marked, "Có đường."], "items": ["Bỏ."]}]}]}
    item = {"text": "Có nhà ở. Có đường.", "footnotes": [{"mark": "1", "text": "Mới."}], "items": ["Thêm."]}
    files, changes = merged(before, {PLAN: {}, SECTIONS: [{"number": "I", "items": [item]}]})
    assert files[SECTIONS][0]["items"] == [
        {
            "phrases": [
                {"text": "Có nhà ở.", "roles": ["lead"]},
                {"text": "Có đường.", "footnotes": [{"mark": "1", "text": "Mới."}]},
            ],
            "items": ["Thêm."],
        }
    ]
    assert (changes.kept, changes.new, changes.gone) == (1, ["Thêm.", "Mới."], ["Bỏ.", "Cũ."])
