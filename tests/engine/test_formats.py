"""Vietnamese formats and order."""

from __future__ import annotations

from decimal import Decimal

import pytest

from programme.vietnamese import formats
from programme.vietnamese.slugs import slugify


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("460 triệu đồng,", [460_000_000]),
        ("2.047 triệu đồng", [2_047_000_000]),
        ("81,119 tỷ đồng", [81_119_000_000]),
        ("12.316 triệu đồng và 1.847 triệu đồng", [12_316_000_000, 1_847_000_000]),
        ("500 đồng", [500]),
        ("số 2047/QĐ-UBND ngày 11/4/2023", []),
        ("200 đồng bào các thôn", []),
    ],
)
def test_amounts_are_read_exactly(text: str, dong: list[int]):
    """Amounts are read from the plan's words, in whole đồng, and nothing else is taken for one."""
    assert formats.amounts(text) == dong


def test_money_is_written_as_the_plan_writes_it():
    """2.047 triệu đồng; a fraction of a million keeps its comma."""
    assert formats.money(2_047_000_000) == "2.047 triệu đồng"
    assert formats.money(81_119_500_000) == "81.119,5 triệu đồng"
    assert formats.money(10_000_000) == "10 triệu đồng"


def test_shares_have_one_decimal_and_a_space():
    """32,5 % with a comma and a space before the sign."""
    assert formats.percent(2047, 6300) == "32,5 %"
    assert formats.percent(1, 1) == "100,0 %"


def test_figures_skip_years():
    """The number of a goal is found; years are not numbers of a goal."""
    assert formats.figures("giảm 310 hộ nghèo trở lên,") == ["310"]
    assert formats.figures("giảm 0,65 % số hộ nghèo theo chuẩn nghèo giai đoạn 2021 - 2025.") == ["0,65"]


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2023-05-05", "05/5/2023"), ("2022-01-18", "18/01/2022"), ("2023-06", "tháng 6 năm 2023"), ("2023", "năm 2023")],
)
def test_dates_as_the_plan_writes_them(iso: str, shown: str):
    """Days below 10 and the months 1 and 2 take a zero; what is not known is not shown."""
    assert formats.date(iso) == shown


def test_a_number_that_is_not_vietnamese_is_refused():
    """3.05 or 1,234.5 is no number here."""
    for wrong in ("3.05", "1,234.5", "ba"):
        with pytest.raises(ValueError, match="không phải số"):
            formats.parse_number(wrong)
    assert formats.parse_number("0,65") == Decimal("0.65")


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
