"""What the pages of a PDF cut is whole again: tables, letterheads, the recipients beside who signs, notes."""

from __future__ import annotations

from pathlib import Path

from tinypdf import Words, grid, write

from programme.reading import pdf
from programme.reading.document import Document, Footnote, Line, Table

COLUMNS = [72.0, 222.0, 322.0, 422.0]


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[list[tuple[str, ...]]]:
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[tuple(cell.text for cell in row) for row in table.rows] for table in found]


def row(top: float, *cells: str) -> list[Words]:
    return [Words(COLUMNS[at] + 6, top, cell) for at, cell in enumerate(cells) if cell]


def test_a_table_goes_on_behind_the_notes_of_its_page(tmp_path: Path):
    """A note in letters of the same size is one below the short rule; the table above it is one with its rest."""
    pages = [
        [
            *(Words(72, 60, "Hộ nghèo"), Words(120, 55, "1", 7), Words(123.5, 60, " được hỗ trợ.")),
            *grid(COLUMNS, [100.0, 130.0, 160.0]),
            *row(120, "Việc", "Vốn", "Xã"),
            *row(150, "Nhà ở", "12", "3"),
            (72, 690, 180, 690),
            Words(72, 710, "1 Theo chuẩn mới"),
        ],
        [*grid(COLUMNS, [60.0, 90.0]), *row(80, "Đường", "7", "-"), Words(72, 200, "Hết.")],
    ]
    found = pdf.read(write(tmp_path / "a.pdf", pages))
    assert found.footnotes == (Footnote("1", "Theo chuẩn mới"),)
    assert lines(found) == ["Hộ nghèo được hỗ trợ.", "Hết."]
    assert tables(found) == [[("Việc", "Vốn", "Xã"), ("Nhà ở", "12", "3"), ("Đường", "7", "-")]]


def test_a_number_that_only_looks_like_a_mark_begins_no_note(tmp_path: Path):
    """Neither a rule nor smaller letters keep the line apart: it is one of the page."""
    page = [
        *(Words(72, 60, "Hộ nghèo"), Words(120, 55, "1", 7), Words(123.5, 60, " được hỗ trợ.")),
        Words(72, 110, "1 xã được chọn làm mẫu."),
    ]
    found = pdf.read(write(tmp_path / "a.pdf", [page]))
    assert found.footnotes == ()
    assert lines(found) == ["Hộ nghèo1 được hỗ trợ. 1 xã được chọn làm mẫu."]


def test_a_row_whose_first_cell_holds_words_is_whole_again(tmp_path: Path):
    """What a page cut off goes on with a small letter; a row that begins with a capital is one of its own."""
    pages = [
        [
            *grid(COLUMNS, [700.0, 730.0, 760.0]),
            *row(720, "Nguồn", "Vốn", "Xã"),
            *row(750, "Quỹ vì", "960", "-"),
        ],
        [
            *grid(COLUMNS, [60.0, 90.0, 120.0]),
            *row(80, "người nghèo", "", ""),
            *row(110, "Doanh nghiệp", "", "5"),
        ],
    ]
    found = pdf.read(write(tmp_path / "a.pdf", pages))
    assert tables(found) == [[("Nguồn", "Vốn", "Xã"), ("Quỹ vì người nghèo", "960", "-"), ("Doanh nghiệp", "", "5")]]
    assert [doubt.said for doubt in found.doubts] == [
        "Hàng đầu bảng ở trang này được nối vào hàng cuối của trang trước."
    ]


def test_figures_that_a_narrow_cell_cuts_are_whole(tmp_path: Path):
    """An amount and a year; the number of an item and two numbers that stand under each other stay apart."""
    page = [
        *grid([72.0, 140.0, 202.0, 246.0, 280.0], [100.0, 150.0]),
        *(Words(76, 120, "14.832.00"), Words(76, 136, "0")),
        *(Words(144, 120, "30/4/202"), Words(144, 136, "6")),
        *(Words(206, 120, "1."), Words(206, 136, "200 hộ")),
        *(Words(250, 120, "2025"), Words(250, 136, "2026")),
        *grid([72.0, 280.0], [150.0, 180.0]),
    ]
    assert tables(pdf.read(write(tmp_path / "a.pdf", [page])))[0][0] == (
        *("14.832.000", "30/4/2026", "1.\n200 hộ", "2025 2026"),
    )


def test_recipients_beside_who_signs_go_on_on_the_next_page(tmp_path: Path):
    """The left column of both pages, then the right one; the appendix behind them is in neither."""
    pages = [
        [
            Words(72, 60, "Kế hoạch này có hiệu lực từ ngày ký, các cơ quan thực hiện theo đây."),
            *(Words(72, 700, "Nơi nhận:"), Words(330, 700, "TM. ỦY BAN NHÂN DÂN", bold=True)),
            *(Words(72, 716, "- UBND tỉnh;"), Words(380, 716, "CHỦ TỊCH", bold=True)),
            Words(72, 732, "- Các phòng, đơn vị"),
            Words(72, 748, "thuộc xã;"),
        ],
        [
            *(Words(72, 60, "- Các thôn;"), Words(360, 60, "Trần Thị Mẫu", bold=True)),
            Words(72, 76, "- Lưu: VT."),
            Words(270, 140, "PHỤ LỤC", bold=True),
        ],
    ]
    assert lines(pdf.read(write(tmp_path / "a.pdf", pages)))[1:] == [
        *("Nơi nhận:", "- UBND tỉnh;", "- Các phòng, đơn vị thuộc xã;", "- Các thôn;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Thị Mẫu", "PHỤ LỤC"),
    ]


def test_lines_that_a_letterhead_cuts_are_whole(tmp_path: Path):
    """The state's name, the issuer's last word, the date; the number keeps its blank."""
    page = [
        *(Words(80, 60, "SỞ NÔNG NGHIỆP VÀ MÔI", bold=True), Words(330, 60, "CỘNG HÒA XÃ HỘI CHỦ", bold=True)),
        *(Words(130, 76, "TRƯỜNG", bold=True), Words(345, 76, "NGHĨA VIỆT NAM", bold=True)),
        Words(320, 92, "Độc lập - Tự do - Hạnh phúc"),
        *(Words(80, 120, "Số:"), Words(130, 120, "/KH-SNNMT"), Words(320, 120, "Mẫu, ngày 05 tháng 02 năm")),
        Words(400, 136, "2026"),
        Words(260, 170, "KẾ HOẠCH", bold=True),
    ]
    assert lines(pdf.read(write(tmp_path / "a.pdf", [page]))) == [
        *("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Số: /KH-SNNMT", "Mẫu, ngày 05 tháng 02 năm 2026", "KẾ HOẠCH"),
    ]


def test_a_bullet_of_a_font_of_signs_begins_a_paragraph(tmp_path: Path):
    """It has no letter of its own; its line before is full."""
    full = "\uf0b7 một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám;"
    page = [Words(72, 100, full), Words(72, 116, "\uf0b7 Người già."), Words(72, 132, full)]
    assert [line[:8] for line in lines(pdf.read(write(tmp_path / "a.pdf", [page])))] == [
        *("• một ha", "• Người ", "• một ha")
    ]


def test_a_bold_heading_that_fills_its_line_ends_with_it(tmp_path: Path):
    """Also behind a word like "số", which a number may follow; where one does, the line goes on."""
    full = "Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám;"
    page = [
        Words(72, 100, full),
        Words(72, 116, "1. Phát triển sản phẩm, kinh tế tập thể, các hợp tác xã và chuyển đổi số", bold=True),
        Words(72, 132, "Xây mới 2 nhà."),
        Words(72, 148, "Ủy ban nhân dân xã thực hiện theo đúng các quy định của Nghị quyết số"),
        Words(72, 164, "12 của tỉnh."),
    ]
    assert lines(pdf.read(write(tmp_path / "a.pdf", [page]))) == [
        full,
        "1. Phát triển sản phẩm, kinh tế tập thể, các hợp tác xã và chuyển đổi số",
        "Xây mới 2 nhà.",
        "Ủy ban nhân dân xã thực hiện theo đúng các quy định của Nghị quyết số 12 của tỉnh.",
    ]
