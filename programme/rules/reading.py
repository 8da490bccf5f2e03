"""Rules about what amounts, numbers and tables can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..derive.programme import Programme
from ..derive.table_amounts import holds_amount, read_cell, tables
from ..load.findings import Finding, finding, shown
from ..load.references import records
from ..load.tables import Column
from ..load.texts import Indicator
from ..vietnamese import formats
from .register import first, rule

_UNIT = r"\s+(?P<unit>(?:nghìn |triệu |tỷ )?đồng)\b"
_THOUSANDS = r"(?P<number>[1-9]\d{0,2},\d{3})"
"""A number that may be a fraction of three digits, or thousands as English writes them."""
_DOUBTFUL = re.compile(rf"(?<![\w.,]){_THOUSANDS}{_UNIT}", re.IGNORECASE)
_NOTHING = re.compile(rf"0+(?:,0+)?{_UNIT}\W*", re.IGNORECASE)
"""Nothing, and no word that says why."""
_AS_WRITTEN = (
    "đúng một số tiền trong mỗi cụm từ: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, rồi đơn vị. So lời với "
    "bản gốc; bản gốc viết khác thế thì giữ nguyên lời, ghi thêm số tiền ở amount"
)
_OWN = "money: {amount: … triệu đồng}"


def _read(count: int, what: str) -> str:
    return f"đọc được {count} {what}" if count else f"không đọc được {what} nào"


def _unit_lacks(text: str) -> str:
    """What is to be said of an amount that ends in a digit."""
    lacks = text.rstrip(",;.: ")[-1:].isdigit()
    return ": sau con số thiếu đơn vị (đồng, nghìn đồng, triệu đồng, tỷ đồng)" if lacks else ""


@first
def amounts_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as money holds exactly one amount, with nothing before it that could be a minus."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None:
            continue
        record, key, text = (money, "amount", money.amount) if money.amount else (spot.phrase, "text", spot.phrase.text)
        try:
            amounts = [formats.read_norm(text).dong] if money.norm else formats.amounts(text)
        except formats.UnreadError as unread:
            yield finding(record, key, f"không đọc được trọn vẹn số tiền {shown(unread.part, 80)}.", _AS_WRITTEN, _OWN)
            continue
        except ValueError:
            found = f"không có đúng một số tiền trong {shown(text, 80)}{_unit_lacks(text)}."
            yield finding(record, key, found, _AS_WRITTEN, _OWN)
            continue
        if len(amounts) != 1:
            found = f"{_read(len(amounts), 'số tiền')} trong {shown(text, 80)}"
            yield finding(record, key, f"{found}{_unit_lacks(text)}.", _AS_WRITTEN, _OWN)
        elif _NOTHING.fullmatch(text):
            wanted = "một số tiền lớn hơn 0; Kế hoạch ghi đúng là 0 thì bỏ money ở cụm từ này"
            yield finding(record, key, f"số tiền bằng 0: {shown(text, 80)}.", wanted)


@rule
def no_comma_stands_for_thousands(programme: Programme) -> Iterator[Finding]:
    """An amount with exactly three digits after its comma is read as a fraction; perhaps thousands were meant."""
    for spot in programme.spots:
        if money := spot.phrase.money:
            record, key = (money, "amount") if money.amount else (spot.phrase, "text")
            if found := _DOUBTFUL.search(money.amount or spot.phrase.text):
                doubt = _doubt(found["number"], found["unit"])
                kept = f" thì giữ nguyên lời, ghi thêm amount: {found['number'].replace(',', '.')} {found['unit']}."
                yield replace(finding(record, key, doubt + kept, ""), severity="warning")
    for _, table in tables(programme.refs):
        for row in table.rows:
            for text, column in zip(row.cells, table.columns, strict=False):  # told below where they differ
                if column.money and column.unit and re.fullmatch(_THOUSANDS, text.strip()):
                    doubt = f"{_doubt(text.strip(), column.unit.label)} thì bỏ money ở cột này."
                    yield replace(finding(row, "cells", doubt, ""), severity="warning")


def _doubt(number: str, unit: str) -> str:
    value = formats.number(formats.parse_number(number))
    return (
        f'"{number} {unit}" đọc là {value} {unit}. '
        "So với bản gốc; bản gốc ghi đúng như thế mà dấu phẩy là để ngăn hàng nghìn"
    )


@first
def figures_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as an indicator or output holds one number, from-to two; years do not count."""
    for spot in programme.spots:
        indicator, output = spot.phrase.indicator, spot.phrase.output
        wanted = (2 if indicator.kind == "from_to" else 1) if indicator else 1
        marked = indicator or output
        if not marked:
            continue
        try:
            count = len(formats.figures(spot.phrase.text, marked.unit))
        except formats.UnreadError as unread:
            found = f"không đọc được trọn vẹn con số {shown(unread.part, 80)}."
            expected = (
                "con số viết bằng chữ số, không dính chữ hay dấu khác. So lời với bản gốc; bản gốc viết đúng như thế"
            )
            yield finding(
                spot.phrase, "text", found, f"{expected} thì bỏ {'indicator' if indicator else 'output'} ở cụm từ này"
            )
            continue
        if count != wanted:
            yield finding(
                spot.phrase,
                "text",
                f"{_read(count, 'con số')} trong {shown(spot.phrase.text, 80)}.",
                f"đúng {wanted} con số (không kể năm). So lời với bản gốc; bản gốc đúng như thế thì tách lời thành "
                f"nhiều cụm từ, mỗi cụm từ {wanted} con số",
            )


@rule
def a_bound_is_one(programme: Programme) -> Iterator[Finding]:
    """A figure is a least or a most, not both."""
    for one in records(programme.data):
        if isinstance(one, Indicator) and one.at_least and one.at_most:
            found = "con số vừa là mức ít nhất vừa là mức nhiều nhất."
            yield finding(one, "at_most", found, "so với văn bản: bỏ at_least hoặc at_most")


@first
def tables_are_whole(programme: Programme) -> Iterator[Finding]:
    """Each row of a table has a cell for each column; a cell of a money column is an amount or blank."""
    for _, table in tables(programme.refs):
        for row in table.rows:
            if len(row.cells) != len(table.columns):
                yield finding(
                    row,
                    "cells",
                    f"hàng có {len(row.cells)} ô, bảng có {len(table.columns)} cột.",
                    "mỗi cột một ô; ô trống ghi hai dấu ngoặc kép",
                    'cells: [Bình Minh, "450", ""]',
                )
                continue
            unread = [
                f'"{text}" ở cột "{column.text}" ({column.unit.label if column.unit else "đơn vị ghi trong ô"})'
                for text, column in zip(row.cells, table.columns, strict=True)
                if holds_amount(text, column) and not _can_be_read(text, column)
            ]
            if unread:
                yield finding(
                    row,
                    "cells",
                    f"không đọc được số tiền {', '.join(unread)}.",
                    "số viết kiểu Việt Nam (1.450,5), hoặc ô trống. Bản gốc viết khác thế thì bỏ money ở cột ấy",
                )


def _can_be_read(text: str, column: Column) -> bool:
    try:
        read_cell(text, column)
    except ValueError:
        return False
    return True
