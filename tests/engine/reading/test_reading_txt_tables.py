"""Tables of a text file keep their rows and stay apart, and what stands around them keeps its lines."""

from __future__ import annotations

from programme.reading import txt
from programme.reading.document import Cell, Document, Footnote, Line, Table
from programme.reading.textnotes import footnoted


def lines(document: Document) -> list[str]:
    return [block.whole for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[c.text for c in row] for row in block.rows] for block in document.blocks if isinstance(block, Table)]


def test_lines_of_a_cell_between_tabs_are_one_cell() -> None:
    """A row that a line break in a cell parts is whole; blank cells at its end count; a line alone heads a group."""
    found = txt.parsed(
        "TT\tViệc\tAi làm\tHạn\nA Hạ tầng\n1\tLàm đường\tPhòng Kinh tế;\nthôn Hạ\tQuý III\n2\tLàm cầu\tThôn Hạ\t\n"
    )
    assert tables(found) == [
        [
            ["TT", "Việc", "Ai làm", "Hạn"],
            ["A Hạ tầng"],
            ["1", "Làm đường", "Phòng Kinh tế;\nthôn Hạ", "Quý III"],
            ["2", "Làm cầu", "Thôn Hạ", ""],
        ]
    ]


def test_a_head_of_two_rows_between_tabs_keeps_its_spans() -> None:
    """Cells merged downwards leave blanks below them; of two heads over several columns each begins where the words
    below it come again."""
    found = txt.parsed(
        "TT\tThôn\tĐầu tư\tThường xuyên\tCộng\n\t\tTỉnh (ĐT)\tXã (ĐT)\tTỉnh (TX)\tXã (TX)\t\n1\tHạ\t1\t2\t3\t4\t10\n"
    )
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert table.rows[0] == (
        *(Cell("TT", 1, 2), Cell("Thôn", 1, 2)),
        *(Cell("Đầu tư", 2), Cell("Thường xuyên", 2), Cell("Cộng", 1, 2)),
    )
    assert table.rows[1] == (Cell("Tỉnh (ĐT)"), Cell("Xã (ĐT)"), Cell("Tỉnh (TX)"), Cell("Xã (TX)"))


def test_a_numbered_sum_has_its_figures_in_the_last_columns() -> None:
    """A row that heads others has its number, its name over several columns, and its sum below the other sums."""
    text = "TT\tViệc\tChủ trì\tTiền\nI\tSINH KẾ\t65\n1\tMua bò\tPhòng Kinh tế\t40\n2\tMua dê\tPhòng Kinh tế\t25\n"
    (table,) = [one for one in txt.parsed(text).blocks if isinstance(one, Table)]
    assert table.rows[1] == (Cell("I"), Cell("SINH KẾ", 2), Cell("65"))


def test_tables_that_follow_each_other_stay_apart() -> None:
    """A head that begins with TT begins another table, and what stands right above it is no row."""
    tabs = "TT\tThôn\tHộ\n1\tHạ\t5\nBảng 2. Theo xã\nTT\tXã\tHộ\n1\tMẫu\t9\n"
    columns = (
        "TT    Thôn       Tổng số   Hộ nghèo\n1     Hạ         312       14\n2     Thượng     164       5\n"
        "2. Phân bổ theo xã:\n                              Đơn vị tính: hộ\n"
        "TT    Xã         Tổng số   Hộ nghèo\n1     Mẫu        412       19\n"
    )
    assert [len(rows) for rows in tables(txt.parsed(tabs))] == [2, 2]
    assert lines(txt.parsed(tabs)) == ["Bảng 2. Theo xã"]
    assert [len(rows) for rows in tables(txt.parsed(columns))] == [3, 2]
    assert lines(txt.parsed(columns)) == ["2. Phân bổ theo xã:", "Đơn vị tính: hộ"]


def test_recipients_and_who_signs_beside_a_tab_are_two_lines() -> None:
    """As a word processor gives the two columns of a signature."""
    found = txt.parsed("Nơi nhận:\n- Lưu: VT.\tTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n")
    assert lines(found) == ["Nơi nhận:", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_names_of_projects_are_no_wrapped_lines() -> None:
    """A full line and the one below it both begin with a name, a number and a colon: two paragraphs."""
    found = txt.parsed(
        "Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng kinh tế - xã hội các huyện nghèo\n"
        "Tiểu dự án 1: Hỗ trợ đầu tư phát triển hạ tầng kinh tế huyện nghèo Mẫu của\ntỉnh.\n"
    )
    assert len(lines(found)) == 2


def test_two_lines_that_begin_at_the_indent_are_two_paragraphs() -> None:
    """In a text whose paragraphs are indented, a line that goes on stands at the margin."""
    full = "Các thôn, bản rà soát, lập danh sách hộ nghèo, hộ cận nghèo gửi về Ủy ban nhân"
    body = f"      {full[:-6]}\n{full}\ndân xã.\n" * 4
    last = "      - Hội Cựu chiến binh xã giúp đỡ 05 hộ nghèo dân tộc Mẫu ở bản làm nhà ở."
    found = txt.parsed(f"{body}{last}\n      Yêu cầu các bộ phận, các thôn, bản thực hiện nghiêm Kế hoạch.\n")
    assert lines(found)[-2:] == [last.strip(), "Yêu cầu các bộ phận, các thôn, bản thực hiện nghiêm Kế hoạch."]


def test_notes_at_the_end_belong_to_the_words_their_numbers_stick_to() -> None:
    """Only where all are found; "3 cứng" in quotes is no note."""
    body = Line('Hộ Mông, Si La1 chưa có nhà "3 cứng"2, cần 30 m2.', "1.")
    notes = [Line("1 Rất ít người."), Line("2 Nền, khung, mái.")]
    kept, found = footnoted([body, *notes])
    assert kept == [Line('Hộ Mông, Si La chưa có nhà "3 cứng", cần 30 m2.', "1.", notes=("1", "2"), behind=(8, 3))]
    assert found == (Footnote("1", "Rất ít người."), Footnote("2", "Nền, khung, mái."))
    assert footnoted([Line("Hộ Mông."), *notes]) == ([Line("Hộ Mông."), *notes], ())


def test_the_mark_of_a_note_may_follow_a_full_stop() -> None:
    """Bare where a sentence of words ends, in brackets behind a figure too; "1.1" stays a number."""
    body = Line("Theo rà soát.1 Mục 1.1 nêu 3,5%.[2]")
    kept, _ = footnoted([body, Line("[1] Rất ít người."), Line("[2] Nền, khung, mái.")])
    assert kept == [Line("Theo rà soát. Mục 1.1 nêu 3,5%.", notes=("1", "2"), behind=(4, 0))]


def test_where_no_line_goes_on_each_is_a_paragraph() -> None:
    """A text of long lines of all lengths, none of which ends within a sentence, was not wrapped."""
    words = "Phòng Kinh tế theo dõi, đôn đốc các thôn làm nhà cho hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo"
    text = "".join(f"{words}{' ở thôn Hạ' * count}.\n" for count in (2, 1, 3, 3, 0, 3, 3))
    found = txt.parsed(text)
    assert len(lines(found)) == 7


def test_a_short_page_has_its_number_too() -> None:
    """Numbers near each other are of pages where the same head stands below them; the last page may be short."""
    page = "\n".join(f"{n}. Đoạn này có lời đủ dài để không phải là ô của bảng." for n in range(1, 21))
    head = "Kế hoạch giảm nghèo xã Mẫu"
    found = txt.parsed(f"{page}\n1\n{head}\nPHÓ CHỦ TỊCH\n2\n{head}\n{page}\n3\n{head}\nHết.\n4\n")
    assert found.furniture == ("1", head, "2", "3", "4")
