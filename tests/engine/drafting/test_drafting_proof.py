"""The proof: the written data is rebuilt and compared with the document, word for word, whatever the document."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from drafting_files import settled
from drafting_plans import END, HEAD, document

from programme.drafting.outline.outline import outline
from programme.drafting.proof import compare, prove, source_text
from programme.load.loader import load
from programme.reading.document import Cell, Document, Footnote, Line, Table


def test_a_word_that_differs_is_found(tmp_path: Path) -> None:
    """A word that the data writes otherwise is named with what stands before it."""
    one = document(HEAD + "I. MỤC TIÊU\nGiảm nghèo bền vững.\n" + END)
    draft = outline(one)
    draft.parts[0].paragraphs[0].text = "Giảm nghèo vững bền."
    settled(draft, tmp_path)
    proof = prove(one, draft, tmp_path / "data")
    assert not proof.is_whole
    assert proof.differs.endswith("I. MỤC TIÊU Giảm nghèo” văn bản ghi “bền vững. Trên”, data/ ghi “vững bền. Trên”")


def test_the_letterhead_may_stand_side_by_side(tmp_path: Path) -> None:
    """Words of the head count, not their order; a blank that is filled with dots is blank."""
    frame = Table(
        (
            (Cell("ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nSố: …/KH-UBND"), Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
            (Cell(), Cell("Độc lập - Tự do - Hạnh phúc\nBình Minh, ngày … tháng 2 năm 2031")),
        )
    )
    lines = [Line("KẾ HOẠCH"), Line("Giảm nghèo năm 2031"), Line("MỤC TIÊU", "I."), Line("Giảm nghèo.")]
    one = Document("docx", (frame, *lines))
    draft = outline(one)
    settled(draft, tmp_path)
    assert prove(one, draft, tmp_path / "data").is_whole
    assert draft.head.issuer_lines == ["ỦY BAN NHÂN DÂN", "XÃ BÌNH MINH"]


WORDS = [
    "hộ",
    "nghèo",
    "hỗ",
    "trợ",
    "xã",
    "Chủ",
    "trì",
    "kinh",
    "phí",
    "300",
    "triệu",
    "đồng",
    "năm",
    "2031",
    ",",
    ";",
    ":",
    ".",
]
WORDS += ["(a)", "-", "+", "“x”", "100%", "#x", "&y", "*z", "[k]", "{m}", "%", "KT-XH"]
LABELS = ["", "", "", "I.", "II.", "V.", "A.", "C.", "1.", "2.", "3.", "1.1.", "1.1.1.", "a)", "d)", "đ)", "-", "+"]
LABELS += ["(1)", "i)", "Điều 1.", "Phần thứ nhất", "•", "1)", "a.1)", "99.", "I.1.", "ă)"]
LINES = [
    "Dự án 1: Nhà ở",
    "Tiểu dự án 2 - Dự án 4: Nghề",
    "Nội dung thành phần 03 (NDTP-03): Bò",
    "KẾ HOẠCH",
    "Nơi nhận:",
]
LINES += [
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Lê Văn A",
    "PHỤ LỤC I",
    "Bảng 1. Vốn",
    "Đơn vị tính: hộ",
    "Trên đây là hết./.",
]
LINES += [
    "Số: 2/KH-UBND",
    "Hạ, ngày … tháng … năm 2031",
    "XÃ BÌNH MINH",
    "Căn cứ Luật;",
    "Mục tiêu:",
    "____",
    "MỤC TIÊU",
]


def _line(draw: random.Random) -> str:
    words = " ".join(draw.choice(WORDS) for _ in range(draw.choice([1, 2, 5, 12, 40])))
    return draw.choice(LINES) if draw.random() < 0.45 else words


def _noted(draw: random.Random, block: Line | Table) -> Line | Table:
    """With the mark of a footnote, of a line somewhere in its words."""
    notes = (draw.choice(["1", "2", "*"]),)
    return replace(block, notes=notes, **({"behind": (draw.choice([0, 1, 9]),)} if isinstance(block, Line) else {}))


def _table(draw: random.Random) -> Table:
    rows = []
    for _ in range(draw.randint(1, 4)):
        spans = [draw.choice([1, 1, 2]) for _ in range(draw.randint(1, 4))]
        rows.append(
            tuple(Cell(draw.choice(["", "TT", "300", _line(draw)]), one, draw.choice([1, 1, 2])) for one in spans)
        )
    return Table(tuple(rows))


@pytest.mark.parametrize("seed", [*range(20), 171, 248, 333, 619])
def test_any_document_becomes_data_that_holds_its_words(seed: int, tmp_path: Path) -> None:
    """Lines with whatever numbers, headings, tables, in whatever order: the data passes, word for word the same."""
    draw = random.Random(seed)
    head = document(HEAD).blocks if draw.random() < 0.5 else ()
    blocks = [
        _table(draw) if draw.random() < 0.1 else Line(_line(draw), draw.choice(LABELS), bold=draw.random() < 0.2)
        for _ in range(draw.choice([1, 3, 10, 30]))
    ]
    blocks = [_noted(draw, one) if draw.random() < 0.1 else one for one in blocks]
    notes = [Footnote(draw.choice(["1", "2", "*", "i"]), _line(draw)) for _ in range(draw.choice([0, 0, 1, 4]))]
    one = Document("docx", (*head, *blocks), tuple(notes))
    draft = outline(one)
    settled(draft, tmp_path)
    dataset, _ = load(tmp_path / "data")
    proof = compare(one, draft, dataset)
    assert proof.differs == ""
    assert (proof.kept, len(source_text(one, draft, dataset).split())) == (proof.words, proof.words)
