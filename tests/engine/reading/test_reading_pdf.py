"""A .pdf with a text layer is read: paragraphs, tables and notes of its pages, without what belongs to the page."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tinypdf import Words, grid, write

from programme.reading import docx, pdf, txt
from programme.reading.document import Cell, Document, Footnote, Line, Table, UnreadableError

DOCUMENTS = Path(__file__).parents[2] / "documents"
LEFT, RIGHT = 72.0, 522.0  # 75 letters of 12 points


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def text(*rows: str, top: float = 100, left: float = LEFT) -> list[Words]:
    return [Words(left, top + 16 * at, row) for at, row in enumerate(rows)]


def test_docx_pdf_and_text_of_one_plan_give_the_same_lines():
    """All 144 lines and rows of the plan of Vạn Xuân are equal in its three forms; no word is lost or made up."""

    def flat(document: Document) -> list[str]:
        found = []
        for block in document.blocks:
            if isinstance(block, Line):
                found.append(block.whole)
            else:
                found += [" | ".join(cell.text.replace("\n", " ") for cell in row) for row in block.rows]
        return found

    read = [reader.read(DOCUMENTS / f"van-xuan.{end}") for reader, end in ((docx, "docx"), (pdf, "pdf"), (txt, "txt"))]
    assert [len(list(document.words())) for document in read] == [2910, 2910, 2910]
    assert len(flat(read[0])) == 144
    assert flat(read[1]) == flat(read[0])
    assert flat(read[2]) == flat(read[0])
    assert [document.furniture[:2] for document in read] == [
        ("Kế hoạch giảm nghèo năm 2026 - UBND xã Vạn Xuân",),
        ("1", "Kế hoạch giảm nghèo năm 2026 - UBND xã Vạn Xuân"),
        ("1", "Kế hoạch giảm nghèo năm 2026 - UBND xã Vạn Xuân"),
    ]


def test_marks_set_as_letters_of_their_own_come_out_on_theirs(tmp_path: Path):
    """A font without Vietnamese letters sets "ế" as three; the word is whole, in NFC."""
    page = [Words(72, 100, "Ke hoach"), Words(78, 98, "ˆ"), Words(78.2, 96, "´"), Words(102, 104, "\u0323")]
    assert lines(pdf.read(write(tmp_path / "a.pdf", [page]))) == ["Kế hoạch"]


def test_wrapped_lines_are_paragraphs_again_over_the_page(tmp_path: Path):
    """A paragraph goes on where a line is full; heads that come back on each page and page numbers are furniture."""
    full = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín"
    pages = [
        [Words(LEFT, 40, "Đầu trang"), *text("1. Mở đầu " + full[11:], full), Words(290, 800, str(number))]
        for number in (1, 2)
    ]
    pages[1][1:3] = text("cuối đoạn.", "2. Đoạn hai.")
    found = pdf.read(write(tmp_path / "a.pdf", pages))
    assert lines(found) == [f"1. Mở đầu {full[11:]} {full} cuối đoạn.", "2. Đoạn hai."]
    assert found.furniture == ("Đầu trang", "1", "2")


def test_a_table_cut_by_the_page_is_one(tmp_path: Path):
    """The head that the second page repeats is dropped, the row that was cut is whole."""
    columns, rows = [72.0, 122.0, 322.0, 422.0], [100.0, 130.0, 160.0]

    def row(at: int, *cells: str) -> list[Words]:
        return [Words(columns[n] + 6, rows[at] + 20, cell) for n, cell in enumerate(cells) if cell]

    pages = [
        [
            *text("Bảng 1. Vốn", top=80),
            *grid(columns, rows),
            *row(0, "TT", "Việc", "Xã"),
            *row(1, "1", "Xây nhà cho hộ", "Mẫu"),
        ],
        [
            *grid(columns, [*rows, 190.0]),
            *row(0, "TT", "Việc", "Xã"),
            *row(1, "", "nghèo", ""),
            Words(78, 180, "2"),
            *text("Hết.", top=230),
        ],
    ]
    found = pdf.read(write(tmp_path / "a.pdf", pages))
    assert lines(found) == ["Bảng 1. Vốn", "Hết."]
    assert [block.rows for block in found.blocks if isinstance(block, Table)] == [
        (
            (Cell("TT"), Cell("Việc"), Cell("Xã")),
            (Cell("1"), Cell("Xây nhà cho hộ nghèo"), Cell("Mẫu")),
            (Cell("2"), Cell(), Cell()),
        )
    ]


def test_cells_over_columns_and_rows_keep_their_spans(tmp_path: Path):
    """What no line cuts is one cell."""
    strokes = [(72, 100, 372, 100), (172, 130, 372, 130), (72, 160, 372, 160), (72, 190, 372, 190)]
    strokes += [(72, 100, 72, 190), (172, 100, 172, 190), (272, 130, 272, 190), (372, 100, 372, 190)]
    words = [
        Words(80, 140, "Thôn"),
        Words(240, 120, "Vốn"),
        Words(180, 150, "Tỉnh"),
        Words(280, 150, "Xã"),
        Words(80, 180, "Hạ"),
    ]
    found = pdf.read(write(tmp_path / "a.pdf", [[*strokes, *words]]))
    assert found.blocks == (
        Table(
            ((Cell("Thôn", 1, 2), Cell("Vốn", 2)), (Cell("Tỉnh"), Cell("Xã")), (Cell("Hạ"), Cell(), Cell())), "trang 1"
        ),
    )


def test_a_raised_number_is_the_mark_of_a_note_only_where_the_note_stands(tmp_path: Path):
    """ "hộ nghèo¹" with its note at the foot; the 2 of "m²" stays in the text."""
    page = [
        *(Words(72, 100, "Hộ nghèo"), Words(120, 95, "1", 7), Words(123.5, 100, " và nhà 30 m")),
        *(Words(195.5, 95, "2", 7), Words(199, 100, " trở lên.")),
        *(Words(72, 700, "1", 6), Words(76, 704, "Theo chuẩn mới.", 9)),
    ]
    found = pdf.read(write(tmp_path / "a.pdf", [page]))
    assert [(block.text, block.notes) for block in found.blocks if isinstance(block, Line)] == [
        ("Hộ nghèo và nhà 30 m2 trở lên.", ("1",))
    ]
    assert found.footnotes == (Footnote("1", "Theo chuẩn mới."),)


def test_two_columns_of_a_letterhead_are_read_one_after_the_other(tmp_path: Path):
    """Issuer, state and motto, number, place and date; bold is told of each."""
    page = [
        *(Words(80, 60, "ỦY BAN NHÂN DÂN", bold=True), Words(290, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)),
        *(Words(100, 76, "XÃ MẪU", bold=True), Words(320, 76, "Độc lập - Tự do - Hạnh phúc")),
        *(Words(80, 100, "Số: 01/KH-UBND"), Words(320, 100, "Mẫu, ngày 05 tháng 02 năm 2026")),
        Words(260, 130, "KẾ HOẠCH", bold=True),
    ]
    found = pdf.read(write(tmp_path / "a.pdf", [page]))
    assert lines(found) == [
        *("ỦY BAN NHÂN DÂN", "XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Số: 01/KH-UBND", "Mẫu, ngày 05 tháng 02 năm 2026", "KẾ HOẠCH"),
    ]
    assert [block.bold for block in found.blocks if isinstance(block, Line)] == [
        True,
        True,
        True,
        False,
        False,
        False,
        True,
    ]


def test_letters_that_are_drawn_twice_are_read_once(tmp_path: Path):
    """Some programs make bold by printing again, a hair beside."""
    page = [Words(LEFT, 100, "Mục tiêu"), Words(LEFT + 0.3, 100, "Mục tiêu")]
    assert lines(pdf.read(write(tmp_path / "a.pdf", [page]))) == ["Mục tiêu"]


def test_without_its_library_a_message_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The site itself does not need pdfplumber."""
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(UnreadableError, match=r"Muốn đọc \.pdf cần thư viện pdfplumber: chạy «pip install"):
        pdf.read(tmp_path / "a.pdf")
