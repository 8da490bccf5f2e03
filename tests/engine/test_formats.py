"""Vietnamese formats and order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from programme.derive import short_quotes
from programme.pages import addresses
from programme.vietnamese import formats
from programme.vietnamese.slugs import slugify


def test_money_is_written_as_the_plan_writes_it():
    """2.047 triệu đồng; a fraction of a million keeps its comma."""
    assert formats.money(2_047_000_000) == "2.047 triệu đồng"
    assert formats.money(81_119_500_000) == "81.119,5 triệu đồng"
    assert formats.money(10_000_000) == "10 triệu đồng"
    assert formats.money(1_250_000) == "1,25 triệu đồng"
    assert formats.money(30_000) == "30.000 đồng"
    assert formats.money(0) == "0 triệu đồng"


def test_shares_have_one_decimal_and_a_space():
    """32,5 % with a comma and a space before the sign."""
    assert formats.percent(2047, 6300) == "32,5 %"
    assert formats.percent(1, 1) == "100,0 %"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2023-05-05", "05/5/2023"), ("2022-01-18", "18/01/2022"), ("2023-06", "tháng 6 năm 2023"), ("2023", "năm 2023")],
)
def test_dates_as_the_plan_writes_them(iso: str, shown: str):
    """Days below 10 and the months 1 and 2 take a zero; what is not known is not shown."""
    assert formats.date(iso) == shown


def test_alphabetical_order_is_vietnamese():
    """a ă â b c d đ e ê ...; tones only decide between equal letters."""
    letters = [
        "a",
        "ă",
        "â",
        "b",
        "c",
        "d",
        "đ",
        "e",
        "ê",
        "g",
        "h",
        "i",
        "k",
        "l",
        "m",
        "n",
        "o",
        "ô",
        "ơ",
        "p",
        "q",
        "r",
        "s",
        "t",
        "u",
        "ư",
        "v",
        "x",
        "y",
    ]
    assert sorted(reversed(letters), key=formats.sort_key) == letters
    assert sorted("aáàãảạ", key=formats.sort_key) == ["a", "à", "ả", "ã", "á", "ạ"]
    words = ["Bộ Tài chính", "Ban chỉ đạo", "đơn vị", "dự án", "Bà", "Ba", "Bả"]
    assert sorted(words, key=formats.sort_key) == ["Ba", "Bà", "Bả", "Ban chỉ đạo", "Bộ Tài chính", "dự án", "đơn vị"]


def test_slugs_know_the_letter_d_with_stroke():
    """Đối tượng is doi-tuong, not oi-tuong."""
    assert slugify("Đối tượng") == "doi-tuong"
    assert slugify("Đa dạng hóa sinh kế, phát triển") == "da-dang-hoa-sinh-ke-phat-trien"


def test_foreign_letters_and_signs_have_their_place():
    """z comes last, w before x, f between e and g; a sign that is no letter and no digit breaks nothing."""
    assert sorted(["zebra", "xã", "wifi", "gà", "file", "em"], key=formats.sort_key) == [
        "em", "file", "gà", "wifi", "xã", "zebra",
    ]  # fmt: skip
    assert formats.sort_key("m²") == formats.sort_key("m")


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [
        ("2024-09-20", "2024-09", False),
        ("2024-06", "2024", False),
        ("2024-10", "2024-09-20", True),
        ("2025", "2024-12-31", True),
        ("2024-09-20", "2024-09-20", False),
    ],
)
def test_dates_are_compared_as_far_as_both_say(one: str, other: str, after: bool):
    """A day within a month is not after the month."""
    assert formats.is_after(one, other) is after


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2023-02-05", "Minh Họa, ngày 05 tháng 02 năm 2023"),
        ("2023-01", "Minh Họa, ngày tháng 01 năm 2023"),
        ("2023-03-15", "Minh Họa, ngày 15 tháng 3 năm 2023"),
        ("2023-11-01", "Minh Họa, ngày 01 tháng 11 năm 2023"),
        ("2023", "Minh Họa, ngày tháng năm 2023"),
    ],
)
def test_the_date_of_a_document_is_as_its_head_writes_it(iso: str, shown: str):
    """Days below 10 and the months 1 and 2 with a zero, as the decree on paperwork asks."""
    assert formats.place_and_date("Minh Họa", iso) == shown


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2024-06-05", "05/6/2024"),
        ("2024-02-05", "05/02/2024"),
        ("2024-02-29", "29/02/2024"),
        ("2024-03-01", "01/3/2024"),
        ("2024-12-31", "31/12/2024"),
        ("2024-02", "tháng 2 năm 2024"),
    ],
)
def test_the_day_stands_before_the_month(iso: str, shown: str):
    """5 June is 05/6; February takes its zero, March none."""
    assert formats.date(iso) == shown


def test_half_a_tenth_goes_up():
    """1 of 16 is 6,25 per cent, shown as 6,3; 3 of 16 is 18,75, shown as 18,8; 1 of 8 without a decimal is 13."""
    assert (formats.percent(1, 16), formats.percent(3, 16), formats.percent(0, 0)) == ("6,3 %", "18,8 %", "–")
    assert (formats.share(1, 8, 0), formats.share(1, 3, 2)) == (Decimal("13"), Decimal("33.33"))


def test_a_period_of_one_year_names_the_year():
    """năm 2024; giai đoạn 2021 - 2025."""
    assert formats.period("2024-03", "2024-11-05") == "năm 2024"
    assert formats.period("2021", "2025") == "giai đoạn 2021 - 2025"


def test_ages_are_said_with_their_bounds():
    """From 5, under 16, both."""
    assert [formats.ages(5, 16), formats.ages(None, 16), formats.ages(60, None), formats.ages(0, 3)] == [
        "từ 5 đến dưới 16 tuổi", "dưới 16 tuổi", "từ 60 tuổi", "từ 0 đến dưới 3 tuổi",
    ]  # fmt: skip


def test_digits_stand_before_letters():
    """In the alphabetical order numbers come first, by their worth; a space before all; capitals do not count."""
    assert sorted(["b", "A", "9", "1 a", "1", "é", "È"], key=formats.sort_key) == ["1", "1 a", "9", "A", "b", "È", "é"]
    assert formats.sort_key("Ấ1 ß") == ((1002, 501, 0, 2223), (4, 0, 0, 0))
    assert [formats.lower_first(one) for one in ("Ngân sách", "UBND xã", "A", "")] == ["ngân sách", "UBND xã", "a", ""]


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com0", "com9", "lpt0", "lpt1", "lpt9"])
def test_a_name_of_a_device_is_no_address(name: str):
    """Windows keeps no file of this name, whatever its ending; one with another letter is free."""
    assert addresses.reserved(f"co-quan/{name}") == f'máy Windows không giữ được tệp tên "{name}"'
    assert addresses.reserved(f"co-quan/{name}x") == ""


@pytest.mark.parametrize(
    ("text", "dong", "each"),
    [
        ("60 triệu đồng/căn", 60_000_000, "căn"),
        ("90 triệu đồng/tổ hợp tác", 90_000_000, "tổ hợp tác"),
        ("500.000 đồng/thai kỳ.", 500_000, "thai kỳ"),
        ("350.000 đồng/trẻ/đợt", 350_000, "trẻ/đợt"),
        ("không quá 2 triệu đồng / người / tháng", 2_000_000, "người/tháng"),
        ("5 triệu đồng/hộ nghèo có nhà", 5_000_000, "hộ nghèo"),
        ("5 triệu đồng", 5_000_000, ""),
    ],
)
def test_what_each_of_many_gets_is_read_with_whole_words(text: str, dong: int, each: str):
    """What is counted may have several syllables, or be two things."""
    assert (formats.read_norm(text).dong, formats.norm_of(text)) == (dong, each)


def test_a_quotation_ends_without_what_leads_on_but_with_the_sign_that_closes_a_text():
    """ "…;" leads on, "./." ends the plan: it is not cut to a stroke."""
    assert formats.quotation("làm xong trước 30/4;") == "làm xong trước 30/4"
    assert formats.quotation("báo cáo UBND xã xem xét./.") == "báo cáo UBND xã xem xét./."
    assert short_quotes.short("báo cáo UBND xã xem xét./.") == "báo cáo UBND xã xem xét./."
    assert short_quotes.short("báo cáo UBND xã.") == "báo cáo UBND xã"
