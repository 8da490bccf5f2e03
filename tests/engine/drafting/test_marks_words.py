"""What the words of a draft mean: amounts, documents, deadlines, groups, figures, places."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import draft_of, in_project, only, sets

from programme.drafting.marks import mark
from programme.drafting.marks.timing.timing import times
from programme.drafting.shape import Degree, Grid, Part, Passage
from programme.drafting.writing.cutting import footnote_of
from programme.reading.document import Footnote


def test_a_footnote_cites_and_says_by_when_and_how_much_one_gets() -> None:
    """Its words are one phrase, with the documents, the day and the norm that they name."""
    part = Part("part", "I", heading="NHIỆM VỤ", paragraphs=[Passage("Làm nhà cho hộ nghèo.", notes=("0", "1"))])
    one = "Không quá 60 triệu đồng/căn theo Nghị quyết số 12/NQ-HĐND và Quyết định số 7/QĐ-TTg."
    notes = {"0": Footnote("1", one), "1": Footnote("2", "Xong trước ngày 30/6/2026.")}
    draft = draft_of(part, footnotes=notes)
    mark(draft)
    assert [footnote_of(notes[key], draft.note_marks[key]) for key in notes] == [
        {"mark": "1", "text": one, "cites": [{"document": "nq-12"}, {"document": "qd-7"}], "money": {"norm": True}},
        {
            "mark": "2",
            "text": "Xong trước ngày 30/6/2026.",
            "timing": {"text": "trước ngày 30/6/2026", "end": "2026-06-30"},
        },
    ]


# -- money ------------------------------------------------------------------------


def test_shares_of_sources_are_lines_and_what_they_add_up_to_is_a_total():
    """A sum with its parts: each part has its source, the sum is no line."""
    parts = "ngân sách trung ương 900 triệu đồng, ngân sách xã 250 triệu đồng, huy động 100 triệu đồng."
    text = f"1,25 tỷ đồng, trong đó {parts}"
    assert only(text, heading="Kinh phí:", key="money") == [
        ("1,25 tỷ đồng,", {"total": True}),
        ("trong đó ngân sách trung ương 900 triệu đồng,", {"source": "central"}),
        ("ngân sách xã 250 triệu đồng,", {"source": "commune"}),
        ("huy động 100 triệu đồng.", {"source": "other"}),
    ]


def test_a_row_above_its_parts_is_a_total_where_they_add_up_to_it():
    """ "A" above "1", "2" and the whole below all of it; "B", whose parts are more than it says, is a row as others."""
    rows = [["A", "Đầu tư", "30"], ["1", "Đường", "10"], ["2", "Nước", "20"], ["B", "Sự nghiệp", "6"], ["1", "Bò", "5"],
            ["", "Tổng cộng", "35"]]  # fmt: skip

    def totals() -> list[int]:
        grid = Grid(["TT", "Nội dung", "Số tiền"], rows, unit_line="Đơn vị tính: triệu đồng")
        mark(draft_of(Part("part", "I", heading="KINH PHÍ", tables=[grid])))
        return [at for at, marks in sorted(grid.row_marks.items()) if any("total" in one.sets for one in marks)]

    assert totals() == [0]
    rows[3][2] = "5"
    assert totals() == [0, 3, 5]


def test_a_sum_that_its_parts_do_not_add_up_to_is_asked_about():
    """Nothing is stated as a total that the check would refuse."""
    part = in_project("Kinh phí:", "1.000 triệu đồng, gồm ngân sách tỉnh 700 triệu đồng, ngân sách xã 200 triệu đồng.")
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    assert [one.degree for one in part.parts[0].paragraphs[0].marks] == [Degree.LIKELY, Degree.SURE, Degree.SURE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mức hỗ trợ không quá 20 triệu đồng/hộ.", [("Mức hỗ trợ không quá 20 triệu đồng/hộ.", {"norm": True})]),
        ("Mỗi hộ được 5.000.000 đồng.", [("Mỗi hộ được 5.000.000 đồng.", {"norm": True})]),
        (
            "Kinh phí 711,34 tỷ từ ngân sách trung ương.",
            [("Kinh phí 711,34 tỷ từ ngân sách trung ương.", {"amount": "711,34 tỷ đồng", "source": "central"})],
        ),
        ("Hỗ trợ 200 đồng bào.", []),
        (
            "Kinh phí 2 tỷ 730 triệu đồng.",
            [("Kinh phí 2 tỷ 730 triệu đồng.", {"amount": "2.730 triệu đồng"})],
        ),
    ],
)
def test_norms_short_amounts_and_what_is_none(text: str, found: list[Any]):
    """What one of many gets is a norm; an amount without "đồng" is given as the data reads it."""
    assert only(text, heading="Kinh phí:", key="money") == found


def test_a_table_that_says_the_same_again_restates_it():
    """Amounts of projects that words have too are no lines of their own; a total row is one where it adds up."""
    projects = [
        in_project("Kinh phí:", "Ngân sách tỉnh 300 triệu đồng, ngân sách xã 200 triệu đồng."),
        in_project("Kinh phí:", "Ngân sách tỉnh 250 triệu đồng.", code="2"),
    ]
    rows = [
        ["1", "Dự án 1", "300", "200", "500"],
        ["2", "Dự án 2", "250", "-", "250"],
        ["", "Cộng", "550", "200", "750"],
    ]
    grid = Grid(["TT", "Nội dung", "Tỉnh", "Xã", "Cộng"], rows, unit_line="ĐVT: triệu đồng")
    money = Part("part", "IV", heading="KINH PHÍ", tables=[grid])
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=projects), money))
    assert [one.sets for one in grid.marks] == [{"restates": True}]
    assert {at: marks[0].sets for at, marks in grid.column_marks.items()} == {
        2: {"unit": "million", "money": {"source": "province"}},
        3: {"unit": "million", "money": {"source": "commune"}},
        4: {"unit": "million", "money": {"total": True}},
    }
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        0: {"project": "1"},
        1: {"project": "2"},
        2: {"total": True},
    }


def test_what_each_of_those_spoken_of_is_given_is_a_norm():
    """ "hộ nghèo được hỗ trợ thêm 10 triệu đồng" is no budget; so many households together have one."""
    text = "Hộ nghèo được hỗ trợ thêm 10 triệu đồng; 09 hộ được hỗ trợ 405 triệu đồng."
    assert [value for _, value in only(text, heading="Nội dung:", key="money")] == [{"norm": True}, {}]


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Hỗ trợ đối ứng (4,4 trđ/hộ, 2,2 tr.đ/hộ).", ["4,4 triệu đồng", "2,2 triệu đồng"]),
        ("Thưởng 30 triệu đồng đối với sản phẩm 4 sao, 15 triệu đồng cho sản phẩm 3 sao.", [None, None]),
        ("Hộ bị sập nhà hoàn toàn 40 triệu đồng; tổng kinh phí 800 triệu đồng.", [None]),
        ("Riêng phụ nữ sống một mình tại bản Nậm Xả, Pa Tết được hỗ trợ thêm 01 triệu đồng.", [None]),
        ("Mỗi mô hình bình quân 350 triệu đồng, cao nhất 500 triệu đồng.", [None, None]),
        ("Hộ đơn thân được cộng thêm 5 triệu đồng.", [None]),
        ("Hệ số 1,0 cho mỗi con, tương đương 500.000đ.", ["500.000 đồng"]),
        ("Hỗ trợ 20tr/hộ, 5.000.000 (năm triệu) đồng/mô hình.", ["20 triệu đồng", "5.000.000 đồng"]),
    ],
)
def test_what_one_gets_is_a_norm(text: str, norms: list[str | None]):
    """Beside one that is, behind who gets it, by the whole sentence; "trđ" is spelled out for the data."""
    found = [value for _, value in only(text, heading="Nội dung:", key="money")]
    assert [one.get("amount") for one in found if one.get("norm")] == norms


# -- documents ----------------------------------------------------------------------


def test_documents_have_kind_number_date_issuer_part_and_subject():
    """The basis: each document once, what it is about quoted; who issues a decree is known by its number."""
    basis = [
        Passage("Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 quy định chính sách trợ giúp xã hội;"),
        Passage("Theo khoản 2 Điều 4 Nghị quyết số 47-NQ/TU ngày 02 tháng 01 năm 2026 của Tỉnh ủy."),
        Passage("(Kèm theo Kế hoạch số 1/KH-UBND ngày 05/02/2026)"),
    ]
    registers = mark(draft_of(basis=basis))
    assert [(one.start, one.sets) for passage in basis for one in passage.marks] == [
        (0, {"cites": [{"document": "nd-20-2021"}]}),
        (49, {"subject_of": "nd-20-2021"}),
        (0, {"cites": [{"document": "nq-47-2026", "part": "khoản 2 Điều 4"}]}),
    ]
    assert registers.documents == {
        "nd-20-2021": {
            "id": "nd-20-2021",
            "kind": "decree",
            "number": "20/2021/NĐ-CP",
            "date": "2021-03-15",
            "issuer": "chinh-phu",
        },
        "nq-47-2026": {
            "id": "nq-47-2026",
            "kind": "resolution",
            "number": "47-NQ/TU",
            "date": "2026-01-02",
            "issuer": "tinh-uy",
        },
    }
    assert registers.agencies["chinh-phu"] == {
        "id": "chinh-phu",
        "name": "Chính phủ",
        "level": "central",
        "names": ["CP"],
    }


# -- time -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("trước ngày 31/3/2026", [{"end": "2026-03-31"}]),
        ("xong trong quý II/2026", [{"start": "2026-04-01", "end": "2026-06-30"}]),
        ("Quý II và quý III/2026", [{"start": "2026-04-01", "end": "2026-09-30"}]),
        ("từ ngày 01/9/2026 đến ngày 31/10/2026", [{"start": "2026-09-01", "end": "2026-10-31"}]),
        ("Từ 01/9 đến 31/10/2026", [{"start": "2026-09-01", "end": "2026-10-31"}]),
        ("6 tháng đầu năm", [{"start": "2026-01-01", "end": "2026-06-30"}]),
        ("trước ngày 25 hằng tháng", [{"every": "month", "day": 25}]),
        ("chậm nhất ngày 20 của tháng cuối quý", [{"every": "quarter", "day": 20}]),
        ("trước ngày 10 tháng 12 hằng năm", [{"every": "year", "day": 10}]),
        ("trước ngày 15 tháng 6 và 15 tháng 12 hằng năm", [{"every": "half", "day": 15}]),
        ("Trước 15/6/2026 và 05/12/2026", [{"end": "2026-06-15"}, {"end": "2026-12-05"}]),
        ("phiên đầu ngày 18/4/2026", [{"end": "2026-04-18"}]),
        ("6 tháng (trước 15/6), 01 năm (trước 15/12)", [{"end": "2026-06-15"}, {"end": "2026-12-15"}]),
        (
            "bắt đầu từ ngày 01/9/2026, kết thúc chậm nhất ngày 14/12/2026",
            [{"start": "2026-09-01", "end": "2026-12-14"}],
        ),
        ("xong trong tháng 9 hằng năm", [{"every": "year"}]),
        ("trước 16 giờ ngày 25/3/2026", [{"end": "2026-03-25"}]),
        ("trước các ngày 10/6, 10/12", [{"end": "2026-06-10"}, {"end": "2026-12-10"}]),
        ("ngày 05 tháng liền kề", [{"every": "month", "day": 5}]),
        ("trước tháng 5/2026, trước quý III/2026", [{"end": "2026-04-30"}, {"end": "2026-06-30"}]),
        ("định kỳ ba tháng một lần", [{"every": "quarter"}]),
        ("Sáu tháng một lần đánh giá", [{"every": "half"}]),
        ("hằng tháng vào ngày 12", [{"every": "month", "day": 12}]),
        ("vào ngày làm việc cuối cùng của tháng", [{"every": "month"}]),
        ("cuối tháng 11", [{"start": "2026-11-01", "end": "2026-11-30"}]),
        ("các ngày 20/3, 20/6 và 20/9", []),
        ("vào các ngày 20/3, 20/6 và 20/9", [{"end": "2026-03-20"}, {"end": "2026-06-20"}, {"end": "2026-09-20"}]),
        ("ngày 20 các tháng 3, 6, 9, 12", [{"every": "quarter", "day": 20}]),
        ("trước 30/6 và 31/12 hằng năm", [{"every": "half"}]),
        ("đợt 1: 30/4/2026; đợt 2: 30/9/2026", [{"end": "2026-04-30"}, {"end": "2026-09-30"}]),
        ("tuần thứ 2 tháng 4/2026", [{"start": "2026-04-08", "end": "2026-04-14"}]),
        ("hoàn thành cuối năm 2026, rà soát cuối năm 2025", [{"end": "2026-12-31"}]),
        ("Tháng 2 họp thôn bình xét", [{"start": "2026-02-01", "end": "2026-02-28"}]),
        ("trước ngày 30/2/2026", [{}]),
        ("ngày 05 tháng 02 năm 2026", []),
    ],
)
def test_when_work_is_to_be_done(text: str, says: list[dict[str, object]]):
    """Deadlines in words, as dates or as what comes again; the date of a document is none."""
    assert [one.says for one in times(text, (2026, 2026))] == says


def test_a_deadline_is_marked_on_its_half_sentence():
    """Two deadlines in a sentence are cut apart; a date outside of the plan's years is none."""
    text = "Phê duyệt trước ngày 31/3/2026; giải ngân hết trước ngày 15/11/2026; số liệu trước ngày 31/12/2025."
    assert only(text, heading="Thời gian:", key="timing") == [
        ("Phê duyệt trước ngày 31/3/2026;", {"text": "trước ngày 31/3/2026", "end": "2026-03-31"}),
        ("giải ngân hết trước ngày 15/11/2026;", {"text": "trước ngày 15/11/2026", "end": "2026-11-15"}),
    ]


# -- groups ---------------------------------------------------------------------------


@pytest.mark.parametrize("called", ["(sau đây gọi là Chương trình)", "(sau đây được gọi tắt là Chương trình)"])
def test_what_a_document_is_called_is_no_part_of_its_title(called: str):
    """The title ends before the brackets that give it a short name."""
    line = Passage(
        f"Căn cứ Quyết định số 4190/QĐ-TTg của Thủ tướng Chính phủ phê duyệt Chương trình giảm nghèo {called};"
    )
    mark(draft_of(basis=[line]))
    assert [words for words, _ in sets(line, "subject_of")] == ["phê duyệt Chương trình giảm nghèo"]


# -- figures, places, short forms ---------------------------------------------------------


def test_figures_to_be_reached_have_one_number_each():
    """A reduction and a rate from one level to another, each a phrase of its own; the place of one is kept."""
    text = "Giảm 54 hộ nghèo, đưa tỷ lệ hộ nghèo từ 9,96% xuống còn 7,03%; riêng thôn Đông giảm ít nhất 03 hộ nghèo."
    goal = Part("clause", "2", heading="Chỉ tiêu", paragraphs=[Passage(text)])
    mark(draft_of(Part("part", "II", heading="MỤC TIÊU", parts=[goal])))
    found = [(words, one["kind"], one.get("place", "")) for words, one in sets(goal.paragraphs[0], "indicator")]
    assert found == [
        ("Giảm 54 hộ nghèo,", "reduction", ""),
        ("đưa tỷ lệ hộ nghèo từ 9,96% xuống còn 7,03%;", "from_to", ""),
        ("riêng thôn Đông giảm ít nhất 03 hộ nghèo.", "reduction", "thon-dong"),
    ]


def test_villages_of_a_table_are_places_of_the_commune():
    """Names in a column of villages are villages, and each row is about its own; a total is none."""
    grid = Grid(["TT", "Thôn", "Số hộ"], [["1", "Đồng Chè", "12"], ["2", "Khe Hạ", "8"], ["", "Cộng", "20"]])
    registers = mark(draft_of(Part("part", "II", heading="CHỈ TIÊU", tables=[grid])))
    assert {id: record["name"] for id, record in registers.places.items()} == {
        "an-binh": "xã An Bình",
        "thon-dong-che": "thôn Đồng Chè",
        "thon-khe-ha": "thôn Khe Hạ",
    }
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        0: {"place": "thon-dong-che"},
        1: {"place": "thon-khe-ha"},
        2: {"total": True},
    }


def test_a_city_named_like_its_province_is_a_place_of_its_own():
    """Its rows are about it; communes listed behind one word are known by their names alone too."""
    grid = Grid(["TT", "Địa phương", "Số hộ"], [["1", "Thành phố Đồng Sơn", "12"], ["2", "Huyện Mường Lạ", "8"]])
    line = Passage("Thực hiện tại các xã Tân Phú, Bình An.")
    draft = draft_of(Part("part", "II", heading="ĐỊA BÀN", paragraphs=[line], tables=[grid]))
    draft.head.issuer_lines = ["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG SƠN"]
    registers = mark(draft)
    assert {id: (record["name"], record.get("names")) for id, record in registers.places.items()} == {
        "dong-son": ("tỉnh Đồng Sơn", None),
        "thanh-pho-dong-son": ("thành phố Đồng Sơn", None),
        "muong-la": ("huyện Mường Lạ", None),
        "tan-phu": ("xã Tân Phú", ["Tân Phú"]),
        "binh-an": ("xã Bình An", ["Bình An"]),
    }
    assert [marks[0].sets for marks in grid.row_marks.values()] == [
        {"place": "thanh-pho-dong-son"},
        {"place": "muong-la"},
    ]


def test_short_forms_that_the_plan_explains():
    """In brackets behind the words, or by the name of a body."""
    lines = [Passage("Hộ đồng bào dân tộc thiểu số (DTTS)."), Passage("Tờ trình của Phòng Văn hóa - Xã hội (PVHXH).")]
    registers = mark(draft_of(Part("part", "II", heading="NỘI DUNG", paragraphs=lines)))
    assert {short: one["full"] for short, one in registers.abbreviations.items()} == {
        "DTTS": "dân tộc thiểu số",
        "PVHXH": "Phòng Văn hóa - Xã hội",
    }


def test_clauses_of_a_project_say_what_they_are_about():
    """By their headings, in whatever words; a clause outside of projects has no kind."""
    headings = [
        "Mục tiêu:",
        "Đối tượng:",
        "Nội dung hỗ trợ:",
        "Kinh phí thực hiện:",
        "Phân công thực hiện:",
        "Định mức:",
    ]
    clauses = [Part("clause", str(at), heading=one) for at, one in enumerate(headings)]
    project = Part("project", "1", "Dự án 1:", "Làm nhà", code="1", parts=clauses)
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[project])))
    kinds = ["objective", "beneficiaries", "content", "budget", "assignment", "norm"]
    assert [one.marks[0].sets["kind"] for one in clauses] == kinds


def test_a_share_of_households_is_no_amount():
    """ "năm 2026 tỷ lệ hộ nghèo" is not 2026 billion."""
    assert only("Đến cuối năm 2026 tỷ lệ hộ nghèo còn 4,2%.", heading="Kinh phí:", key="money") == []
