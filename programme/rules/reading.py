"""Rules about what amounts, numbers and tables can be read."""

from __future__ import annotations

from collections.abc import Iterator

from .. import formats
from ..derive import Programme
from ..findings import Finding, finding, shown
from ..tables import read_cell, tables
from .register import first


def _read(count: int, what: str) -> str:
    return f"đọc được {count} {what}" if count else f"không đọc được {what} nào"


@first
def amounts_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as money holds exactly one amount."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None:
            continue
        text = money.amount or spot.phrase.text
        if (count := len(formats.amounts(text))) != 1:
            yield finding(
                money if money.amount else spot.phrase,
                "amount" if money.amount else "text",
                f"{_read(count, 'số tiền')} trong {shown(text, 80)}.",
                "đúng một số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ, rồi đơn vị",
                "text: 3.051 triệu đồng,",
            )


@first
def figures_can_be_read(programme: Programme) -> Iterator[Finding]:
    """A phrase marked as an indicator or output holds one number, from-to two; years do not count."""
    for spot in programme.spots:
        indicator, output = spot.phrase.indicator, spot.phrase.output
        wanted = (2 if indicator.kind == "from_to" else 1) if indicator else 1
        count = len(formats.figures(spot.phrase.text))
        if (indicator or output) and count != wanted:
            yield finding(
                spot.phrase,
                "text",
                f"{_read(count, 'con số')} trong {shown(spot.phrase.text, 80)}.",
                f"đúng {wanted} con số (không kể năm); tách câu thành nhiều cụm từ nếu cần",
                "text: giảm 300 hộ nghèo trở lên,",
            )


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
                    'cells: [Ngư Lộc, "450", ""]',
                )
                continue
            for text, column in zip(row.cells, table.columns, strict=True):
                if not column.money or text.strip() in ("", "-", "–"):
                    continue
                try:
                    read_cell(text, column)
                except ValueError:
                    unit = column.unit.label if column.unit else "đơn vị ghi trong ô"
                    yield finding(
                        row,
                        "cells",
                        f'không đọc được số tiền "{text}" ở cột "{column.text}" ({unit}).',
                        "số viết kiểu Việt Nam, hoặc ô trống",
                        'cells: [Ngư Lộc, "1.450,5"]',
                    )
