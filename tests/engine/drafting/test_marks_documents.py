"""Documents that a plan cites by a number alone, by a short name, or in kinds that the closed list has not."""

from __future__ import annotations

import pytest
from drafting_marks import draft_of

from programme.drafting.marks import mark
from programme.drafting.questions import wording
from programme.drafting.shape import Degree, Part, Passage, Registers
from programme.drafting.writing.records import Records
from programme.edit.address import places
from programme.edit.nodes import as_texts
from programme.load.registries import Document
from programme.reading.document import Footnote
from programme.rules import quoting


def cited(*texts: str) -> tuple[list[tuple[str, str, str]], dict[str, dict[str, object]]]:
    """The id, degree and words of each citation in paragraphs, and the documents that they name."""
    passages = [Passage(text) for text in texts]
    registers = mark(draft_of(Part("part", "I", heading="NỘI DUNG", paragraphs=passages)))
    found = [
        (one.sets["cites"][0]["document"], one.degree.value, passage.text[one.start : one.end])
        for passage in passages
        for one in passage.marks
        if one.kind == "cite"
    ]
    return found, registers.documents


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "Theo các Nghị quyết của HĐND tỉnh số 41/2022/NQ-HĐND ngày 09/12/2022, 17/2024/NQ-HĐND ngày 12/7/2024 "
            "và 33/NQ-HĐND ngày 10/12/2025.",
            [
                ("resolution", "41/2022/NQ-HĐND", "2022-12-09"),
                ("resolution", "17/2024/NQ-HĐND", "2024-07-12"),
                ("resolution", "33/NQ-HĐND", "2025-12-10"),
            ],
        ),
        (
            "Theo các Quyết định của Thủ tướng Chính phủ: số 176/QĐ-TTg ngày 05/02/2021 ban hành Chương trình việc "
            "làm đến năm 2030; số 1446/QĐ-TTg ngày 30/8/2021 phê duyệt Chương trình đào tạo nghề.",
            [("decision", "176/QĐ-TTg", "2021-02-05"), ("decision", "1446/QĐ-TTg", "2021-08-30")],
        ),
        (
            "Thực hiện QĐ số 1719/QĐ-TTg, ngày 14/10/2021; NQ số 08/2022/NQ-HĐND; CV số 611/SNNMT-PTNT.",
            [
                ("decision", "1719/QĐ-TTg", "2021-10-14"),
                ("resolution", "08/2022/NQ-HĐND", None),
                ("letter", "611/SNNMT-PTNT", None),
            ],
        ),
        (
            "Các Nghị quyết số 12, 15 và 18/2025/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh; hộ số 5, 31/QĐ-UBND.",
            [
                ("resolution", "12/2025/NQ-HĐND", None),
                ("resolution", "15/2025/NQ-HĐND", None),
                ("resolution", "18/2025/NQ-HĐND", "2025-12-10"),
                ("decision", "31/QĐ-UBND", None),
            ],
        ),
        (
            "Theo Nghị quyết số 07 ngày 24/12/2025 của HĐND xã; Nghị quyết số 3 ngày 5/5/2025 về đất đai.",
            [("resolution", "07", "2025-12-24")],
        ),
        (
            "Theo Nghị định 28/2022 của Chính phủ, Quyết định 90 ngày 18/01/2022 của Thủ tướng Chính phủ; quý 3.",
            [("decree", "28/2022", None), ("decision", "90", "2022-01-18")],
        ),
        (
            "Theo Nghị định số 28/2022/NĐ-CP; mức vay theo Nghị định 28/2022.",
            [("decree", "28/2022/NĐ-CP", None)],
        ),
        ("Theo Kế hoạch số 30 /KH-UBND (ngày 15/01/2026).", [("plan", "30 /KH-UBND", "2026-01-15")]),
        ("Phân bổ vốn kèm theo (Báo cáo số 402/BC-CTK).", [("report", "402/BC-CTK", None)]),
        ("Kê khai theo Mẫu số 02/BC-GN; làm theo mục 3, 24/7.", []),
    ],
)
def test_a_number_says_what_it_numbers(text: str, numbers: list[tuple[str, str, str | None]]):
    """Behind another of its kind, in brackets, behind a short form of its kind; that of a form is none."""
    _, documents = cited(text)
    assert [(one["kind"], one["number"], one.get("date")) for one in documents.values()] == numbers


def test_who_issued_a_document_is_told_before_its_number_or_by_words_that_no_grammar_knows():
    """One that only its number follows is of the same body as the one before."""
    texts = (
        "Kế hoạch của UBND tỉnh Pha Long (số 45/KH-UBND, ngày 06/02/2026) giao chỉ tiêu.",
        "Theo Báo cáo số 402/BC-CTK ngày 24/12/2025 của Thống kê tỉnh, đạt 29,8%.",
        "Căn cứ Nghị quyết số 27-NQ/TU ngày 11/5/2024 của Ban Thường vụ Tỉnh ủy và số 39-NQ/TU ngày 01/7/2025.",
    )
    _, documents = cited(*texts)
    assert [(one["number"], one["issuer"]) for one in documents.values()] == [
        ("45/KH-UBND", "ubnd-tinh"),
        ("402/BC-CTK", "thong-ke-tinh"),
        ("27-NQ/TU", "ban-thuong-vu-tinh-uy"),
        ("39-NQ/TU", "ban-thuong-vu-tinh-uy"),
    ]


def test_a_kind_that_the_closed_list_has_not_is_a_term_of_the_plan():
    """Without its term the check would refuse the document, and the draft lose it."""
    passage = Passage("Theo Báo cáo số 402/BC-CTK và Công điện số 117/CĐ-TTg ngày 18/11/2023.")
    registers = mark(draft_of(Part("part", "I", heading="NỘI DUNG", paragraphs=[passage])))
    assert registers.vocabulary == {
        "report": {"of": "document", "label": "Báo cáo"},
        "telegram": {"of": "document", "label": "Công điện"},
    }


def test_a_document_is_known_by_the_short_name_that_the_plan_gives_it():
    """Where the name is given it is no citation; a short name that was not given is asked about."""
    found, documents = cited(
        "Theo Nghị định số 338/2025/NĐ-CP ngày 25/12/2025 về việc làm (sau đây gọi tắt là Nghị định 338).",
        "Theo Quyết định số 19/2024/QĐ-UBND, được sửa đổi bởi Quyết định số 05/2025/QĐ-UBND (viết tắt là QĐ 19).",
        "Vay vốn theo Nghị định 338, mức chi theo QĐ 19.",
        "Danh mục nghề theo Quyết định số 05, không theo Quyết định 77.",
    )
    assert found[-3:] == [
        ("nd-338-2025", Degree.SURE, "Vay vốn theo Nghị định 338,"),
        ("qd-19-2024", Degree.SURE, "mức chi theo QĐ 19."),
        ("qd-05-2025", Degree.LIKELY, "Danh mục nghề theo Quyết định số 05,"),
    ]
    assert len(found) == 6
    assert len(documents) == 3


@pytest.mark.parametrize(
    ("words", "is_named"),
    [
        ("theo Nghị định số 338/2025/NĐ-CP", True),
        ("theo Nghị định 338, mức", True),
        ("theo NĐ việc làm", True),
        ("338 và", True),
        ("theo Nghị định 338/2025 của", True),
        ("theo Nghị định 338/2024 của", False),
        ("theo Nghị định 338/2020/NĐ-CP", False),
        ("hỗ trợ 338.000 đồng", False),
        ("theo Nghị định 33", False),
    ],
)
def test_the_check_knows_a_document_by_its_number_in_short(words: str, is_named: bool):
    """Whole, its first number alone, or a name it is known by; another number that begins alike is another."""
    document = Document.model_construct(number="338/2025/NĐ-CP", aliases=("NĐ việc làm",))
    assert quoting._is_named(document, words) is is_named


def test_what_is_not_sure_in_a_footnote_is_asked():
    """The question stands at the footnote's words; what is sure in it stands in the data."""
    note = Footnote("1", "Theo khoản 2 Nghị định 38 và Quyết định số 12/QĐ-UBND.")
    cited_whole = Passage("Theo Nghị định số 38/2023/NĐ-CP ngày 24/6/2023 của Chính phủ.", notes=("0",))
    draft = draft_of(Part("part", "I", heading="NỘI DUNG", paragraphs=[cited_whole]), footnotes={"0": note})
    mark(draft)
    made = Records({}, draft.footnotes, draft.note_marks)
    clause = made.clause(draft.parts[0], "sections.yaml", "I")
    assert clause["paragraphs"][0]["footnotes"][0]["cites"] == [{"document": "qd-12"}]
    ((_, spot),) = made.asked
    assert (spot.of, spot.passage_words, spot.sets) == (
        "note",
        "Theo khoản 2 Nghị định 38 và Quyết định số 12/QĐ-UBND.",
        {"cites": [{"document": "nd-38-2023", "part": "khoản 2"}]},
    )
    assert wording.question(
        spot.sets, spot.of, 1, Registers(documents={"nd-38-2023": {"number": "38/2023/NĐ-CP"}})
    ) == ("Có phải chú thích sau viện dẫn “Văn bản số 38/2023/NĐ-CP”?")
    held = {"sections.yaml": [as_texts(clause)]}
    assert [one.path for one in places(held) if one.of == "note"] == [(0, "paragraphs", 0, "footnotes", 0)]
