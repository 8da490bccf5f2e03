"""Rules about sums and shares."""

from __future__ import annotations

from collections.abc import Iterator

from ..derive.programme import Programme
from ..derive.table_amounts import holds_amount, read_cell, tables
from ..load.findings import Finding, finding
from ..load.record import Record
from ..vietnamese import formats
from .register import needs_amounts, rule


@rule
@needs_amounts
def totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total that the plan states in words equals the sum of the budget lines it covers."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None or not money.total:
            continue
        (stated,) = formats.amounts(money.amount or spot.phrase.text)
        found = programme.amount(spot.node) if spot.node else programme.total
        if stated != found:
            yield finding(
                spot.phrase,
                "money",
                f"tổng ghi là {formats.money(stated)}, cộng các dòng được {formats.money(found)}.",
                "tổng bằng các dòng cộng lại; sửa dòng sai hoặc sửa tổng",
                f"text: {formats.money(found)}" if found else "money: {}",
            )


@rule
@needs_amounts
def table_totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total row equals the sum of the rows above it, a total column that of its row's money."""
    for _, table in tables(programme.refs):
        above = [0] * len(table.columns)
        for row in table.rows:
            row_sum = row_total = None
            for place, (text, column) in enumerate(zip(row.cells, table.columns, strict=True)):
                if not holds_amount(text, column):
                    continue
                value = read_cell(text, column)
                if row.total and value != above[place]:
                    yield _wrong_sum(row, column.text, value, above[place])
                if not row.total:
                    above[place] += value
                if column.money and column.money.total:
                    row_total = (column.text, value)
                else:
                    row_sum = (row_sum or 0) + value
            if row_total and row_sum is not None and row_total[1] != row_sum:
                yield _wrong_sum(row, row_total[0], row_total[1], row_sum)


def _wrong_sum(row: Record, column: str, stated: int, found: int) -> Finding:
    return finding(
        row,
        "cells",
        f'cột "{column}" ghi {formats.money(stated)}, cộng lại được {formats.money(found)}.',
        "số cộng đúng; sửa ô sai hoặc sửa số cộng",
        formats.money(found),
    )


@rule
@needs_amounts
def allocations_match_budgets(programme: Programme) -> Iterator[Finding]:
    """What tables give to places for a project adds up to the project's budget lines."""
    for node in programme.nodes:
        given = programme.allocations_in(node)
        if given and programme.budgets_of(node):
            found, stated = sum(one.amount for one in given), programme.amount(node)
            if found != stated:
                yield finding(
                    node,
                    "code",
                    f"bảng phân bổ cho dự án này cộng được {formats.money(found)}, dự án có {formats.money(stated)}.",
                    "hai số bằng nhau; sửa ô sai trong bảng hoặc sửa số tiền của dự án",
                    formats.money(stated),
                )


@rule
@needs_amounts
def shares_are_right(programme: Programme) -> Iterator[Finding]:
    """A share that the plan states is that of its amount in the total, as exact as it is written."""
    for spot in programme.spots:
        money = spot.phrase.money
        if money is None or not money.share or not programme.total:
            continue
        (amount,) = formats.amounts(money.amount or spot.phrase.text)
        numbers = formats.figures(money.share)
        if len(numbers) != 1:
            yield finding(
                money, "share", f'không đọc được tỷ trọng "{money.share}".', "một con số và dấu %", "share: 25 %"
            )
            continue
        stated = formats.parse_number(numbers[0])
        real = formats.share(amount, programme.total, places=-int(stated.as_tuple().exponent))
        if real != stated:
            yield finding(
                money,
                "share",
                f"tỷ trọng ghi là {formats.number(stated)} %, tính ra {formats.number(real)} %.",
                "tỷ trọng đúng; sửa số tiền hoặc sửa tỷ trọng",
                f"share: {formats.number(real)} %",
            )
