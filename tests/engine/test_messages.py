"""What clerks met (`tests/faults.py`, C2 to C9): where a message sends to, what comes first, what is said once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import WHOLE, Spoil
from told import AGENCIES, GN_1, GN_2, PLACES, PLAN, SECTIONS, committed, messages, said

from programme import FindingsError, check, open_programme
from programme.history import git


def test_a_known_key_in_the_wrong_place_is_told_where_it_belongs(spoil: Spoil):
    """C2: not the same word again, but where it stands."""
    text = messages(spoil(GN_1, 'code: "1"\n', 'code: "1"\nbearers: [phong-kinh-te]\n'))
    assert text.startswith(
        f"{GN_1}:2: Ai làm (bearers): khóa này đặt sai chỗ. Ở đây có các khóa: aliases (tên gọi khác để tìm); "
        "applies (có thực hiện ở đây không); clauses (các mục con); code (mã dự án); "
        "footnotes (chú thích cuối trang); label (chữ gọi dự án); mark (số đứng trước tên dự án); "
        "no_basis (lý do không có căn cứ tiền); no_lead (lý do không có chủ trì); note (ghi chú của trang web); "
        "number (số mục); paragraphs (các đoạn); programme (chương trình); subprojects (các tiểu dự án); title (tên).\n"
        "    Cần: khóa bearers đặt trong một đoạn (paragraphs, items), một cụm từ (phrases), một chú thích "
        "(footnotes) hoặc một hàng của bảng (rows)\n"
    )
    assert "Ý bạn là" not in text


def test_examples_are_of_that_very_key(spoil: Spoil):
    """C3: a wrong kind of a place shows the kinds of places, of a group those of groups."""
    assert messages(spoil(PLACES, "kind: commune", "kind: xom")).startswith(
        f'{PLACES}:2: Loại nơi (kind): ghi là "xom".\n'
        "    Cần: một trong các từ: province (tỉnh); city (thành phố); town (thị xã); urban_district (quận); "
        "district (huyện); special_zone (đặc khu); commune (xã); township (thị trấn); "
        "ward (phường); village (thôn, bản, tổ dân phố)\n    Ví dụ đúng: kind: commune\n"
    )


def test_the_cause_comes_first(copy: Path):
    """C4: a file that is gone, cut or empty is told before what follows from it, and only once."""
    (copy / AGENCIES).unlink()
    assert said(copy)[0] == f"{AGENCIES}:0: Không tìm thấy tệp."


def test_a_registry_that_is_gone_is_told_once(copy: Path):
    """C4: without documents.yaml it is that file, not each place that names a document."""
    (copy / "data/documents.yaml").unlink()
    assert said(copy) == [
        "data/documents.yaml:0: Tệp này không có hoặc không ghi gì, mà 17 chỗ trong dữ liệu ghi mã văn bản."
    ]


def test_a_cut_file_is_told_before_what_it_lacks(copy: Path):
    """C4: the lines that the last saved state had come first."""
    committed(copy)
    path = copy / AGENCIES
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(True)[:16]), encoding="utf-8")
    found = said(copy)
    assert found[0] == f"{AGENCIES}:0: Tệp ngắn đi nhiều: lần lưu trước 43 dòng, nay 16 dòng."
    assert len(found) > 5


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (PLAN, "motto: Độc lập", 'motto: "Độc lập', 49),
        (GN_2, "title: Nuôi gà thả đồi", 'title: "Nuôi gà thả đồi', 13),
        (GN_2, "title: Nuôi gà thả đồi", "title: 'Nuôi gà thả đồi", 13),
        ("data/needs.yaml", 'con giống",', "con giống,", 1),
    ],
)
def test_a_quote_left_open_is_told_in_its_line(spoil: Spoil, file: str, old: str, new: str, line: int):
    """C5: where it was opened, not where the reader stumbled."""
    assert said(spoil(file, old, new)) == [f"{file}:{line}: Không đọc được tệp: ngoặc kép mở ở dòng này mà chưa đóng."]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("31/02/2023", 'ghi là "31/02/2023", không có trong lịch.'),
        ("2023-2-31", 'ghi là "2023-2-31", không có trong lịch.'),
        ("2/13/2023", 'ghi là "2/13/2023", không có trong lịch.'),
        ("1/2/2023", 'ghi là "1/2/2023". Ý bạn là "2023-02-01"?'),
    ],
)
def test_a_day_that_is_none_is_not_proposed(spoil: Spoil, written: str, found: str):
    """C6: no such day."""
    assert said(spoil("data/documents.yaml", "date: 2026-01-02", f"date: {written}")) == [
        f"data/documents.yaml:2: {found}"
    ]


def test_no_message_offers_other_words_for_the_plans(spoil: Spoil):
    """C7: a total that does not add up asks what the number is, and gives no other."""
    root = spoil(SECTIONS, "846.443,619 triệu đồng", "846.400 triệu đồng")
    text = messages(root)
    assert text == (
        f"{SECTIONS}:37: Số tiền (money): tổng ghi là 846.400 triệu đồng, cộng các dòng được 846.443,619 triệu đồng.\n"
        "    Cần: so với bản gốc: dòng nào chép sai thì sửa cho đúng bản gốc, dòng nào tính hai lần thì bỏ một money. "
        "Số này không phải tổng của các dòng, hay bản gốc ghi đúng như thế, thì giữ nguyên lời, bỏ money ở đây\n"
        "Có 1 lỗi cần sửa; chưa có gì được xuất bản."
    )


def test_quoted_keys_have_no_example(copy: Path):
    """C7: where the words are the plan's, a missing key is not filled with words of ours."""
    path = copy / PLAN
    path.write_text(
        path.read_text(encoding="utf-8").replace("  motto: Độc lập - Tự do - Hạnh phúc\n", ""), encoding="utf-8"
    )
    assert messages(copy) == (
        f"{PLAN}:46: Tiêu ngữ (motto): mục này còn thiếu.\n    Cần: chép đúng như văn bản\n"
        "Có 1 lỗi cần sửa; chưa có gì được xuất bản."
    )


def test_no_example_proposes_words_of_the_plan(copy: Path):
    """C7: whatever value of the plan's own files is spoiled, no "Ví dụ đúng" holds words for a key that quotes.

    Each key in each of four ways in the drill, in one of them else.
    """
    ways = ("", " {a: b}", " [[x]]", " a: b")
    quoting = {"caption", "condition", "deadline", "frequency", "heading", "motto", "names", "part", "share", "state"}
    quoting |= {"stated", "text", "title", "title_lines", "within", "basis", "closing", "header", "annex"}
    told, seen = set(), set()
    for path in sorted(copy.rglob("data/**/*.yaml")):
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        for at, line in enumerate(lines):
            found = re.match(r"([ -]*)(\w+):", line)
            if not found or found[2] in seen:
                continue
            seen.add(found[2])
            for value in ways if WHOLE else [ways[len(seen) % 4]]:
                path.write_text("\n".join([*lines[:at], f"{found[0]}{value}", *lines[at + 1 :]]), encoding="utf-8")
                try:
                    open_programme(copy, with_pages=False)
                except FindingsError as error:
                    told |= {one.example for one in error.findings}
        path.write_text(text, encoding="utf-8")
    assert len(told) > 12
    words = {
        line.strip(" -")
        for one in told
        for line in one.split("\n")
        if (found := re.match(r"[ -]*(\w+): *[^ …]", line)) and found[1] in quoting
    }
    assert words == set()
    assert not WHOLE or "timing:\n  text: …\n  start: 2024-09-20\n  end: 2024-10-25" in told


def test_one_error_in_several_columns_is_told_once(spoil: Spoil):
    """C8: one finding for a row, with its columns."""
    row = 'cells: [Hạ, "315,5", "", "315,5"]'
    assert said(spoil(SECTIONS, row, 'cells: [Hạ, "3x5", "y", "315.5"]')) == [
        f'{SECTIONS}:115: không đọc được số tiền "3x5" ở cột "Trung ương" (triệu đồng), "y" ở cột "Tỉnh" (triệu đồng), '
        '"315.5" ở cột "Cộng" (triệu đồng).'
    ]


def test_several_sums_of_a_row_are_told_once(spoil: Spoil):
    """C8: the same of sums."""
    assert said(
        spoil(SECTIONS, 'cells: [Cộng, "12.316", "1.847", "14.163"]', 'cells: [Cộng, "12.317", "1.848", "14.165"]')
    ) == [
        f'{SECTIONS}:116: cột "Trung ương" ghi 12.317 triệu đồng, cộng lại được 12.316 triệu đồng; cột "Tỉnh" ghi '
        "1.848 triệu đồng, cộng lại được 1.847 triệu đồng; "
        'cột "Cộng" ghi 14.165 triệu đồng, cộng lại được 14.163 triệu đồng.'
    ]


def test_files_that_programs_leave_are_ignored(copy: Path):
    """C9: those of macOS, Emacs, Windows, Office and editors neither stop the work nor make another version."""
    version = git.version(copy).id
    for folder in ("data", "data/projects"):
        for name in (
            "._gn-1.yaml",
            ".DS_Store",
            "desktop.ini",
            "Thumbs.db",
            "gn-1.yaml~",
            "~$gn-1.yaml",
            "#gn-1.yaml#",
            ".gn-1.yaml.swp",
        ):
            (copy / folder / name).write_bytes(b"\0\x05\x16\x07")
        (copy / folder / ".#gn-1.yaml").symlink_to("nobody@nowhere.1234")
    assert check(copy)[1] == ()
    assert git.version(copy).id == version
