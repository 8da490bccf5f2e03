"""Headings that no plain number tells: words that are counted, names that stand alone, numbers with further signs."""

from __future__ import annotations

import pytest
from drafting_plans import END, HEAD, drafted, shown

from programme.drafting.outline.labels import understood
from programme.drafting.shape import Part
from programme.reading.labels import split


def parts(text: str) -> list[str]:
    return shown(drafted(HEAD + text + END).parts)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1/- Mục đích", ("1/-", "Mục đích")),
        ("I/- TÌNH HÌNH", ("I/-", "TÌNH HÌNH")),
        ("2.1.- Nội dung", ("2.1.-", "Nội dung")),
        ("a)- Nhà ở", ("a)-", "Nhà ở")),
        ("(1). Hộ nghèo", ("(1).", "Hộ nghèo")),
        ("PHẦN MỘT", ("PHẦN MỘT", "")),
        ("Phần hai: NHIỆM VỤ", ("Phần hai:", "NHIỆM VỤ")),
        ("Phần hai của Kế hoạch nêu rõ", ("", "Phần hai của Kế hoạch nêu rõ")),
        ("3.-5 hộ", ("", "3.-5 hộ")),
        ("2.1/ Tiểu dự án 1", ("2.1/", "Tiểu dự án 1")),
        ("1.5/ năm là mức thấp", ("", "1.5/ năm là mức thấp")),
    ],
)
def test_numbers_may_have_several_signs_and_be_words(line: str, expected: tuple[str, str]) -> None:
    """Offices close a number with a stroke behind a stop, and count parts in words."""
    assert split(line) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("1/-", ("1", 1)), ("IV.-", ("IV", 4)), ("b)-", ("b", 2)), ("PHẦN BA", ("3", 3)), ("Phần thứ tư", ("4", 4))],
)
def test_such_numbers_are_understood(label: str, expected: tuple[str, int]) -> None:
    """The number without its signs, and its place among its like."""
    found = understood(label)
    assert found and (found.number, found.order) == expected


def test_words_that_lines_count_are_headings() -> None:
    """No list of words tells them: a line is one where others count the same word, and something stands below it."""
    text = """\
I. NHIỆM VỤ
Hoạt động 1: Cân đo trẻ em
- Mỗi quý một lần.
Hoạt động 2: Bữa ăn bán trú
Hỗ trợ 58 bếp ăn.
Hoạt động 4: Truyền thông
- Hai kỳ mỗi tháng.
Đợt 1: Từ tháng 3.
II. KINH PHÍ
Bố trí từ ngân sách.
"""
    assert parts(text) == [
        "I NHIỆM VỤ",
        "  1 [Hoạt động 1:] Cân đo trẻ em <i>",
        "  2 [Hoạt động 2:] Bữa ăn bán trú <p>",
        "  4 [Hoạt động 4:] Truyền thông <ii>",
        "II KINH PHÍ <p>",
    ]


def test_a_word_counted_in_a_list_of_sentences_is_no_heading() -> None:
    """ "Bước 1: ..." that ends as a sentence, or stands right above the next one, stays a paragraph."""
    text = "I. QUY TRÌNH\nBước 1: Thôn họp bình xét.\nBước 2: Xã xét duyệt.\nBước 3: Niêm yết\nBước 4: Chi trả\n"
    assert parts(text + "Trong 07 ngày.\n") == ["I QUY TRÌNH <ppp>", "  4 [Bước 4:] Chi trả <p>"]


def test_a_short_line_over_items_is_a_heading_where_nothing_tells_bold() -> None:
    """So is a name that leads into its words, beside such headings."""
    text = """\
I. PHÂN CÔNG
Phòng Kinh tế (thường trực)
+ Lập hồ sơ.
+ Chấm điểm.
Công an xã
+ Giữ trật tự.
Các ấp: vận động dân hiến đất.
"""
    assert parts(text) == [
        "I PHÂN CÔNG",
        "  phong-kinh-te-thuong [Phòng Kinh tế (thường trực)] <ii>",
        "  cong-an-xa [Công an xã] <i>",
        "  cac-ap [Các ấp:] <p>",
    ]


def test_a_heading_that_lists_bodies_behind_a_colon_is_whole() -> None:
    """ "Các sở: Tài chính, Nội vụ" is no heading "Các sở:" with a paragraph."""
    (part,) = drafted(HEAD + "I. TỔ CHỨC\n1. Các sở: Tài chính, Nội vụ\nBố trí kinh phí.\n" + END).parts
    assert [(one.heading, one.paragraphs[0].text) for one in part.parts] == [
        ("Các sở: Tài chính, Nội vụ", "Bố trí kinh phí.")
    ]
    (other,) = drafted(HEAD + "I. MỤC TIÊU\n1. Mục tiêu chung: Giảm nghèo bền vững\nCố gắng.\n" + END).parts
    assert other.parts[0].heading == "Mục tiêu chung:"


@pytest.mark.parametrize("line", ["I. % . Nhà ở cho hộ nghèo", "**Bước 1: %\n- Một.\n**Bước 2: %\n- Hai."])
def test_what_has_no_letter_is_no_heading(line: str) -> None:
    """A heading without a word would not pass the check."""
    found = [drafted(HEAD + line + "\n" + END).parts]
    told = [part.heading for parts in found for part in parts]
    assert [one for one in told if one and not any(map(str.isalpha, one))] == []


def headings(found: list[Part]) -> list[str]:
    return [one.label for one in found]


def test_a_name_in_bold_before_a_colon_ends_what_stands_above_it() -> None:
    """In bold the same, though the line is not bold as a whole."""
    text = "**I. PHÂN CÔNG**\n**Công an xã**\n+ Giữ trật tự.\nCác ấp: vận động.\n"
    (part,) = drafted(HEAD + text + END).parts
    assert headings(part.parts) == ["Công an xã"]  # nothing tells that "Các ấp:" is bold
