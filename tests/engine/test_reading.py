"""How amounts, numbers to be reached and dates are read: wholly, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import islice
from random import Random

import pytest
import written
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from programme.derive import table_amounts
from programme.load.record import PartialDate
from programme.load.tables import Column
from programme.load.texts import Money
from programme.load.vocabulary import Source
from programme.vietnamese import formats


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
        ("nhà loại x 3 triệu đồng", [3_000_000]),
    ],
)
def test_amounts_are_read_exactly(text: str, dong: list[int]):
    """Amounts are read from the plan's words, in whole đồng, and nothing else is taken for one."""
    assert formats.amounts(text) == dong


def test_figures_skip_years():
    """The number of a goal is found; years are not numbers of a goal."""
    assert formats.figures("giảm 310 hộ nghèo trở lên,") == ["310"]
    assert formats.figures("giảm 0,65 % số hộ nghèo theo chuẩn nghèo giai đoạn 2021 - 2025.") == ["0,65"]


def test_a_number_that_is_not_vietnamese_is_refused():
    """3.05 or 1,234.5 is no number here."""
    for wrong in ("3.05", "1,234.5", "ba"):
        with pytest.raises(ValueError, match="không phải số"):
            formats.parse_number(wrong)
    assert formats.parse_number("0,65") == Decimal("0.65")


def test_a_figure_has_no_more_letters_than_any_that_is_meant():
    """Twenty-four are read, twenty-five are a slip of the keyboard."""
    assert formats.figures(f"giảm {'1' * 24} hộ") == ["1" * 24]
    with pytest.raises(formats.UnreadError):
        formats.figures(f"giảm {'1' * 25} hộ")


WRITTEN = settings(max_examples=1500, deadline=None, derandomize=True, database=None)


CHANCE = st.randoms(use_true_random=False)


@WRITTEN
@given(st.integers(0, 10**15), st.decimals(0, 10**12, places=4))
def test_what_is_written_is_read_back(dong: int, value: Decimal):
    """Any amount that the site writes is the amount that it reads; so is a number, with its fraction."""
    assert formats.amounts(formats.money(dong)) == [dong]
    assert formats.parse_number(formats.number(value)) == value


@WRITTEN
@given(CHANCE)
def test_an_amount_is_read_wholly_or_refused(chance: Random):
    """No written form makes the reader drop a part: each gives the amount that stands there, or nothing."""
    for text, dong in islice(written.amounts(chance), 2):
        if dong is None:
            try:
                assert formats.amounts(text) == [], text
            except formats.UnreadError as unread:
                assert unread.part in text, text
        else:
            assert formats.amounts(text) == [dong], text


@WRITTEN
@given(CHANCE)
def test_a_figure_is_read_wholly_or_refused(chance: Random):
    """The same of numbers to be reached."""
    for text, numbers in islice(written.figures(chance), 2):
        if numbers is None:
            with pytest.raises(formats.UnreadError):
                formats.figures(text)
        else:
            assert formats.figures(text) == numbers, text


@WRITTEN
@given(st.from_regex(r"[0-9]{3,4}([-/][01]?[0-9]{1,2}){0,2}[ .٣]?", fullmatch=True) | st.dates().map(date.isoformat))
def test_a_date_is_one_of_the_calendar_or_refused(text: str):
    """Year, month and day in two digits each, or the first of these alone; nothing is read otherwise."""
    try:
        taken = TypeAdapter(PartialDate).validate_python(text) == text
    except ValidationError:
        taken = False
    filled = {4: f"{text}-01-01", 7: f"{text}-01", 10: text}.get(len(text), "")
    try:
        there = text.isascii() and date.fromisoformat(filled).isoformat() == filled
    except ValueError:
        there = False
    assert taken == there


def refused_by(read: Callable[[str], object], text: str) -> str:
    """The part of a text that `read` says it cannot read."""
    with pytest.raises(formats.UnreadError) as caught:
        read(text)
    return caught.value.part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("4 052 triệu đồng,", "4 052 triệu đồng,"),
        ("4\u00a0052 triệu đồng,", "4\u00a0052 triệu đồng,"),
        ("4\u202f052 triệu đồng,", "4\u202f052 triệu đồng,"),
        ("4.052 - 5.000 triệu đồng,", "- 5.000 triệu đồng,"),
        ("- 4.052 triệu đồng,", "- 4.052 triệu đồng,"),
        ("từ 5 đến 9 triệu đồng", "5 đến 9 triệu đồng"),
        ("2 tỷ 96 triệu đồng", "2 tỷ"),
        ("3 triệu đồng/hộ", "3 triệu đồng/hộ"),
        ("2047 triệu", "2047 triệu"),
        ("1.23 triệu đồng", "1.23 triệu"),
        ("0.650 triệu đồng", "0.650 triệu"),
        ("３.052 triệu đồng", "３.052 triệu"),
        ("0,5 đồng", "0,5 đồng"),
        ("giao 3 triệu đồng/năm nay", "3 triệu đồng/năm"),
        ("giao 3 triệu đồng/hộ nay", "3 triệu đồng/hộ"),
    ],
)
def test_what_is_no_whole_amount_is_named(text: str, part: str):
    """The part that cannot be read is said."""
    assert refused_by(formats.amounts, text) == part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("giảm 3oo hộ", "3oo"),
        ("giảm 1.00.0 hộ", "1.00.0"),
        ("giảm 1 200 hộ", "1 200"),
        ("giảm -12 hộ", "-12"),
        ("giảm - 12 hộ", "- 12"),
        ("giảm 12-15 hộ", "12-15"),
        ("giảm 3 nghìn hộ", "3 nghìn"),
        ("giảm 1.2 hộ", "1.2"),
        ("giảm 12/45 hộ", "12/45"),
    ],
)
def test_what_is_no_whole_figure_is_named(text: str, part: str):
    """As with amounts."""
    assert refused_by(formats.figures, text) == part


def test_a_unit_may_hold_the_scale():
    """45 triệu đồng is 45 where the unit says "triệu đồng"."""
    assert formats.figures("thu nhập 45 triệu đồng một người", "triệu đồng/người") == ["45"]
    assert formats.figures("từ 1,84 % - 1,34 %") == ["1,84", "1,34"]


def test_what_makes_an_amount_less_exact_stays_with_it():
    """hơn, không quá, ít nhất stand before the amount wherever it is shown."""
    for about in ("hơn", "không quá", "ít nhất", "ước tính"):
        assert formats.read_amounts(f"{about} 830 tỷ đồng") == [formats.Amount(830_000_000_000, about)]


@pytest.mark.parametrize(
    ("text", "dong"),
    [
        ("3 nghìn đồng", 3_000),
        ("5 Triệu đồng", 5_000_000),
        ("2 tỷ đồng", 2_000_000_000),
        ("0,000001 triệu đồng", 1),
        ("1.234.567,5 nghìn đồng", 1_234_567_500),
    ],
)
def test_each_unit_has_its_worth(text: str, dong: int):
    """nghìn, triệu, tỷ, each in whole đồng."""
    assert formats.amounts(text) == [dong]


@pytest.mark.parametrize(
    "text",
    ["5 tỉ", "3 vạn", "2 ngàn", "4 trăm", "6 chục", "7 mươi", "5 tr", "9 đ", "9₫", "8 VND", 
     "3½ triệu đồng", "gấp 2 x 3 triệu đồng", "3 triệu đồng x 2", "3 triệu đồng trở lên", "3 triệu đồng rưỡi"],
)  # fmt: skip
def test_money_that_is_not_wholly_read_is_refused(text: str):
    """Other words for scales, signs and parts beside a number are no amount that could be added up."""
    with pytest.raises(formats.UnreadError):
        formats.amounts(text)


@pytest.mark.parametrize("about", ["gần", "khoảng", "trên", "dưới", "ước", "tối thiểu", "tối đa", "không dưới",
                                   "không vượt quá", "nhiều nhất", "xấp xỉ", "quá"])  # fmt: skip
def test_every_word_of_doubt_stays_with_its_amount(about: str):
    """Whatever makes an amount less exact is kept, in small letters."""
    assert formats.read_amounts(f"{about.capitalize()} 2 tỷ đồng") == [formats.Amount(2_000_000_000, about)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("giảm 12 hộ, ngày 5/6 và 3 nhà", ["12", "3"]),
        ("theo Nghị quyết 12/2022/NQ-HĐND giao 7 lớp", ["7"]),
        ("năm 1999, 2099 có 2100 cây", ["2100"]),
        ("tháng 5/2026: 4 lớp;", ["4"]),
        ("“45” con, (6) nhà", ["45", "6"]),
        ("giảm 1,5% - 2 hộ", ["1,5", "2"]),
        ("123456789012345678901234 hộ", ["123456789012345678901234"]),
    ],
)
def test_a_figure_is_told_from_a_year_a_day_and_a_document(text: str, found: list[str]):
    """Only what counts something is a figure."""
    assert formats.figures(text) == found


@pytest.mark.parametrize(
    ("text", "holds"),
    [("-", False), ("–", False), ("", False), (" ", False), (" - ", False), ("0", True), ("1.847", True), ("x", True)],
)
def test_a_dash_is_no_amount(text: str, holds: bool):
    """A cell of a column of money that is empty or a dash is blank; all else must be an amount."""
    column = Column(text="Tỉnh", money=Money(source=Source.PROVINCE))
    assert table_amounts.holds_amount(text, column) is holds
    assert not table_amounts.holds_amount(text, Column(text="Thôn"))
