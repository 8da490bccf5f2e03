"""A text file is read: wrapped lines are paragraphs again, page numbers are gone, columns are tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from programme.reading import txt
from programme.reading.document import Document, Line, Table, UnreadableError
from programme.reading.labels import split

RAW = """\
I. MỤC TIÊU
1. Mục tiêu chung: hỗ trợ người nghèo theo quy định tại Điều
4. Luật số 72/2025/QH15; giao cho Sở Kế hoạch và Sở Lao động
- Thương binh và Xã hội theo đúng Tờ trình số 15/TTr-
PVHXH, mức hỗ trợ mỗi hộ không quá 20 triệu đồng/
hộ.
2. Năm 2025 là năm đầu.
"""


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[c.text for c in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("1. Mục tiêu", "1.", "Mục tiêu"),
        ("1.Mục tiêu", "1.", "Mục tiêu"),
        ("1.1.2. Mục tiêu", "1.1.2.", "Mục tiêu"),
        ("2.1 Nội dung", "2.1", "Nội dung"),
        ("đ) Hỗ trợ", "đ)", "Hỗ trợ"),
        ("b1. Nhà ở", "b1.", "Nhà ở"),
        ("(1) Nhà ở", "(1)", "Nhà ở"),
        ("-Chủ trì", "-", "Chủ trì"),
        ("+ Chủ trì", "+", "Chủ trì"),
        ("IX. TỔ CHỨC", "IX.", "TỔ CHỨC"),
        ("A. CHƯƠNG TRÌNH", "A.", "CHƯƠNG TRÌNH"),
        ("Điều 1. Ban hành", "Điều 1.", "Ban hành"),
        ("Phần I", "Phần I", ""),
        ("PHẦN THỨ NHẤT", "PHẦN THỨ NHẤT", ""),
        ("Chương II: Nội dung", "Chương II:", "Nội dung"),
        ("Phụ lục 01", "Phụ lục 01", ""),
        ("2026 là năm đầu", "", "2026 là năm đầu"),
        ("2026. Năm đầu", "", "2026. Năm đầu"),
        ("1.250 triệu đồng", "", "1.250 triệu đồng"),
        ("30.4 là ngày nghỉ", "", "30.4 là ngày nghỉ"),
        ("1/3 số hộ", "", "1/3 số hộ"),
        ("100% người nghèo", "", "100% người nghèo"),
        ("-5% mỗi năm", "", "-5% mỗi năm"),
        ("I need", "", "I need"),
        ("V.I. Lê-nin", "", "V.I. Lê-nin"),
        ("TM. ỦY BAN NHÂN DÂN", "", "TM. ỦY BAN NHÂN DÂN"),
        ("Q. CHỦ TỊCH", "", "Q. CHỦ TỊCH"),
        ("Điều 4 Nghị quyết số 34", "", "Điều 4 Nghị quyết số 34"),
        ("Phụ lục 01 kèm theo", "", "Phụ lục 01 kèm theo"),
        ("1- Nhà ở", "1-", "Nhà ở"),
        ("II - NHÀ Ở", "II -", "NHÀ Ở"),
        ("2 - 3 hộ mỗi thôn", "", "2 - 3 hộ mỗi thôn"),
        ("2 - ba hộ", "", "2 - ba hộ"),
    ],
)
def test_a_label_is_told_from_words_that_look_like_one(line: str, label: str, rest: str):
    """A year, an amount, a date, a name, the head of a sentence is no label, and no word is lost."""
    assert split(line) == (label, rest)


def test_wrapped_lines_without_indents_are_paragraphs_again():
    """A number that a sentence asks for and a dash inside a name begin no item; words cut at "-" and "/" are whole."""
    found = txt.parsed(RAW)
    assert lines(found) == [
        "I. MỤC TIÊU",
        "1. Mục tiêu chung: hỗ trợ người nghèo theo quy định tại Điều 4. Luật số 72/2025/QH15; giao cho Sở Kế hoạch và "
        "Sở Lao động - Thương binh và Xã hội theo đúng Tờ trình số 15/TTr-PVHXH, mức hỗ trợ mỗi hộ không quá "
        "20 triệu đồng/hộ.",
        "2. Năm 2025 là năm đầu.",
    ]


def test_a_row_goes_on_behind_an_open_bracket_and_the_first_word_of_a_name():
    """A bracket that the next row closes, "; Hội" above "Nông dân", end no paragraph, though the row is short."""
    found = txt.parsed(
        "- Phòng Nông nghiệp và Phát triển nông thôn của huyện chịu trách nhiệm chính việc này;\n"
        "- Báo cáo Ủy ban nhân dân huyện (qua Phòng Dân tộc, Văn phòng\n"
        "Điều phối) trước ngày 10 hằng tháng.\n"
        "- Phòng Nông nghiệp chịu trách nhiệm chính việc nuôi dê; Hội\n"
        "Nông dân huyện phối hợp.\n"
    )
    assert lines(found)[1:] == [
        "- Báo cáo Ủy ban nhân dân huyện (qua Phòng Dân tộc, Văn phòng Điều phối) trước ngày 10 hằng tháng.",
        "- Phòng Nông nghiệp chịu trách nhiệm chính việc nuôi dê; Hội Nông dân huyện phối hợp.",
    ]


def test_a_full_line_that_ends_a_sentence_is_a_doubt():
    """Whether the next line begins a paragraph cannot be told: it is joined, and said."""
    full = "Hỗ trợ người nghèo và hộ nghèo có sinh kế ổn định lâu dài ở nơi mình sống."
    found = txt.parsed(f"{full}\n{full[:-1]}\nthêm nữa.\n")
    assert lines(found) == [f"{full} {full[:-1]} thêm nữa."]
    assert [(doubt.where, doubt.said) for doubt in found.doubts] == [
        (
            "dòng 2",
            "Dòng trước đầy và hết câu: nối vào đoạn trên, có thể là đoạn mới: "
            "“Hỗ trợ người nghèo và hộ nghèo có sinh…”",
        )
    ]


def test_the_cells_of_a_table_that_fell_apart_are_a_doubt():
    """Cells one below the other cannot be put together again: they stay lines, and a better file is asked for."""
    found = txt.parsed(
        "Tổng kinh phí thực hiện các dự án năm 2026 chia theo nguồn vốn như sau:\n"
        + "\n".join(f"Ô {n}" for n in range(1, 16))
    )
    assert len(lines(found)) == 16
    assert [(doubt.where, doubt.said[:55]) for doubt in found.doubts[-1:]] == [
        ("dòng 2", "15 dòng ngắn liền nhau, có thể là một bảng đã rã: các ô")
    ]


def test_page_numbers_and_running_heads_are_furniture():
    """Numbers that count up and what comes back beside them go, with or without marks of pages; a year stays."""
    page = "\n".join(f"{n}. Đoạn này có lời đủ dài để không phải là ô của bảng." for n in range(1, 21))
    plain = "".join(f"{n}\nUBND xã Mẫu\n\n{page}\n\n" for n in (1, 2, 3)) + "2026\n"
    fed = "\f".join(f"UBND xã Mẫu\n{page}\nTrang {n}/3" for n in (1, 2, 3))
    assert len(lines(txt.parsed(plain))) == 61
    assert txt.parsed(plain).furniture == ("1", "UBND xã Mẫu", "2", "3")
    assert len(lines(txt.parsed(fed))) == 60
    assert txt.parsed(fed).furniture == ("UBND xã Mẫu", "Trang 1/3", "Trang 2/3", "Trang 3/3")


def test_columns_that_stand_under_each_other_are_a_table():
    """Cells that are wrapped are whole, the line of the total is a row, text after it is text."""
    found = txt.parsed(
        "3. Chỉ tiêu\n"
        "TT    Thôn       Tổng số   Hộ nghèo\n"
        "                 hộ        đầu năm\n"
        "1     Đồng Chè   312       14\n"
        "2     Khe        1.164     -\n"
        "      Thượng\n"
        "      Cộng       1.476     14\n"
        "\n"
        "4. Nguồn vốn là vốn sự nghiệp giao tại Quyết định số 2745/QĐ-UBND của tỉnh.\n"
    )
    assert tables(found) == [
        [
            ["TT", "Thôn", "Tổng số hộ", "Hộ nghèo đầu năm"],
            ["1", "Đồng Chè", "312", "14"],
            ["2", "Khe Thượng", "1.164", "-"],
            ["", "Cộng", "1.476", "14"],
        ]
    ]
    assert lines(found) == [
        "3. Chỉ tiêu",
        "4. Nguồn vốn là vốn sự nghiệp giao tại Quyết định số 2745/QĐ-UBND của tỉnh.",
    ]


@pytest.mark.parametrize(
    "rows", ["TT|Thôn|Hộ\n--|--|--\n1|Hạ|\n", "| TT | Thôn | Hộ |\n| 1 | Hạ |  |\n", "TT\tThôn\tHộ\n1\tHạ\t\n"]
)
def test_cells_between_strokes_or_tabs_are_a_table(rows: str):
    """What a spreadsheet or a person gives with signs between; a blank cell is blank."""
    assert tables(txt.parsed(f"Bảng\n{rows}")) == [[["TT", "Thôn", "Hộ"], ["1", "Hạ", ""]]]


def test_two_columns_of_letterhead_and_signature_are_read_one_after_the_other():
    """As pdftotext -layout sets them side by side."""
    found = txt.parsed(
        "ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   XÃ MẪU                       Độc lập - Tự do - Hạnh phúc\n"
        "Số: 01/KH-UBND               Mẫu, ngày 05 tháng 02 năm 2026\n"
        "\n"
        "                         KẾ HOẠCH\n"
        "\n"
        "Nơi nhận:                        TM. ỦY BAN NHÂN DÂN\n"
        "- Như trên;                          CHỦ TỊCH\n"
        "- Lưu: VT.\n"
        "                                   Trần Văn Mẫu\n"
    )
    assert lines(found) == [
        *("ỦY BAN NHÂN DÂN", "XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        *("Số: 01/KH-UBND", "Mẫu, ngày 05 tháng 02 năm 2026", "KẾ HOẠCH", "Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_texts_in_unicode_are_read_in_nfc(tmp_path: Path, encoding: str):
    """With or without a mark of byte order; letters in parts are whole."""
    (tmp_path / "a.txt").write_bytes(
        "Kế hoạch".encode(encoding) + " he\u0302\u0301t".encode(encoding.removesuffix("-sig")).removeprefix(b"\xff\xfe")
    )
    assert lines(txt.read(tmp_path / "a.txt")) == ["Kế hoạch hết"]


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        (
            "KÕ ho¹ch thùc hiÖn Ch­¬ng tr×nh gi¶m nghÌo",
            "latin-1",
            "Tệp dùng bảng mã TCVN3 (phông .VnTime), không phải Unicode",
        ),
        ("Keá hoaïch thöïc hieän Chöông trình giaûm ngheøo", "latin-1", "Tệp dùng bảng mã VNI (phông VNI-Times)"),
        ("KÕ ho¹ch thùc hiÖn Ch­¬ng tr×nh gi¶m nghÌo", "utf-8", "Tệp dùng bảng mã TCVN3 (phông .VnTime)"),
        ("\x81\x8d", "latin-1", "Không nhận ra bảng mã của tệp (cần UTF-8)"),
    ],
)
def test_an_old_encoding_is_named(tmp_path: Path, text: str, encoding: str, said: str):
    """Fonts of before Unicode are recognised by their letters, also where a program took them for Unicode."""
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    with pytest.raises(UnreadableError) as caught:
        txt.read(tmp_path / "a.txt")
    assert said in str(caught.value)
    assert "UniKey" in str(caught.value)


def test_a_title_in_two_lines_does_not_make_a_text_a_wrapped_one():
    """Where other lines are much longer no line was wrapped: a sentence that fills its line ends its paragraph."""
    long = (
        "Xét Tờ trình của Ủy ban nhân dân xã; Báo cáo thẩm tra của Ban Kinh tế - Xã hội; ý kiến thảo luận của đại biểu."
    )
    text = f"Cải thiện dinh dưỡng cho trẻ em xã Lũng Pù\ngiai đoạn 2026 - 2030\n{long}\nQUYẾT NGHỊ:\nGiao Ủy ban.\n"
    assert [one.whole for one in txt.parsed(text).blocks][2:] == [long, "QUYẾT NGHỊ:", "Giao Ủy ban."]
