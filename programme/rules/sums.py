"""Rules about sums and shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..derive.programme import Programme
from ..derive.table_amounts import added_up, holds_amount, read_cell, tables
from ..load.findings import Finding, finding
from ..load.record import Record
from ..load.vocabulary import Source
from ..vietnamese import formats
from .register import needs_amounts, rule


@rule
@needs_amounts
def totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total that the plan states in words equals the sum of the budget lines it covers."""
    for spot in programme.stated_wholes:
        money = spot.phrase.money
        assert money
        (stated,) = formats.read_amounts(money.amount or spot.phrase.text)
        found = programme.amount(spot.node) if spot.node else programme.total
        if not stated.is_nearly(found):
            yield finding(
                spot.phrase,
                "money",
                f"tổng ghi là {formats.money(stated.dong)}, cộng các dòng được {formats.money(found)}.",
                "so với bản gốc: dòng nào chép sai thì sửa cho đúng bản gốc, dòng nào tính hai lần thì bỏ một money. "
                "Số này không phải tổng của các dòng, hay bản gốc ghi đúng như thế, thì giữ nguyên lời, bỏ money ở đây",
            )


@rule
@needs_amounts
def table_totals_add_up(programme: Programme) -> Iterator[Finding]:
    """A total row equals the sum of rows right above or right below it, a total column that of its row's money."""
    for _, table in tables(programme.refs):
        amounts = [
            {
                place: read_cell(text, column)
                for place, (text, column) in enumerate(zip(row.cells, table.columns, strict=True))
                if holds_amount(text, column)
            }
            for row in table.rows
        ]
        totals = [row.total for row in table.rows]
        for number, row in enumerate(table.rows):
            sums = added_up(amounts, totals, number) if row.total else {}
            row_sum = row_total = None
            wrong: list[tuple[str, int, int]] = []
            for place, (text, column) in enumerate(zip(row.cells, table.columns, strict=True)):
                if not holds_amount(text, column):
                    continue
                value = amounts[number][place]
                if row.total and value != sums.get(place, 0):
                    wrong.append((column.text, value, sums.get(place, 0)))
                if column.money and column.money.total:
                    row_total = (column.text, value)
                else:
                    row_sum = (row_sum or 0) + value
            if row_total and row_sum is not None and row_total[1] != row_sum:
                wrong.append((*row_total, row_sum))
            if wrong:
                yield _wrong_sums(row, dict.fromkeys(wrong))


def _wrong_sums(row: Record, wrong: Iterable[tuple[str, int, int]]) -> Finding:
    """One finding for a row: (column, stated, found) for each sum of it that is wrong."""
    each = (
        f'cột "{one}" ghi {formats.money(stated)}, cộng lại được {formats.money(found)}' for one, stated, found in wrong
    )
    return finding(
        row,
        "cells",
        f"{'; '.join(each)}.",
        "so với bản gốc: ô nào chép sai thì sửa cho đúng bản gốc. Hàng hay cột này không phải số cộng thì bỏ total; "
        "bản gốc cộng đúng như thế thì giữ nguyên các ô và bỏ money ở các cột",
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
                tables = ", ".join(_place(programme, ref) for ref in dict.fromkeys(one.ref for one in given))
                rows = (
                    one.row for one in programme.cells if programme.node_of(one) is node and programme.place_of(one)
                )
                yield finding(
                    next(rows, node),
                    "cells",
                    f"bảng phân bổ ở {tables} cho {programme.short_name(node)} cộng được {formats.money(found)}, "
                    f"dự án có {formats.money(stated)}.",
                    "so với bản gốc: ô hay dòng nào chép sai thì sửa cho đúng bản gốc. Bảng không chia hết số tiền của "
                    "dự án, hay bản gốc ghi đúng như thế, thì bỏ project ở các hàng",
                )


def _place(programme: Programme, ref: str) -> str:
    """A part of the plan as people call it: "mục IV.2"; an annex by its heading."""
    named = next((one.name for one, held in programme.refs.items() if held == ref and ref.islower()), "")
    return f"“{named}”" if named else f"mục {ref}"


@rule
@needs_amounts
def tables_restate_what_is_stated(programme: Programme) -> Iterator[Finding]:
    """The amounts of a project in a table that says them again are, source by source, those of its budget lines."""
    for node in programme.nodes:
        lines = programme.own_budgets(node)
        rows: dict[Record, dict[Source | None, int]] = {}
        for cell in programme.cells:
            if cell.table.restates and programme.node_of(cell) is node and not programme.place_of(cell):
                sums = rows.setdefault(cell.row, {})
                sums[cell.money.source] = sums.get(cell.money.source, 0) + cell.dong
        for row, sums in rows.items():
            stated = programme.sums(lines, "source") if any(sums) else {None: programme.sum_of(lines)}
            wrong = [one for one in {**sums, **stated} if sums.get(one, 0) != stated.get(one, 0)]
            if lines and wrong:
                told = "; ".join(
                    f"{one.label if one else 'tổng'}: bảng ghi {formats.money(sums.get(one, 0))}, "
                    f"chỗ khác ghi {formats.money(stated.get(one, 0))}"
                    for one in wrong
                )
                yield finding(
                    row,
                    "cells",
                    f'số tiền của dự án "{node.code}" hai nơi ghi khác nhau. {told}.',
                    "so cả hai nơi với bản gốc: số nào chép sai thì sửa cho đúng bản gốc; bản gốc ghi khác nhau "
                    "như thế thì bỏ project ở hàng này",
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
        numbers = _shares(money.share)
        if len(numbers) != 1:
            yield finding(money, "share", f'không đọc được tỷ trọng "{money.share}".', "đúng một con số và dấu %")
            continue
        stated = formats.parse_number(numbers[0])
        real = formats.share(amount, programme.total, places=-int(stated.as_tuple().exponent))
        if real != stated:
            yield finding(
                money,
                "share",
                f"tỷ trọng ghi là {formats.number(stated)} %, tính ra {formats.number(real)} %.",
                "so với bản gốc: số nào chép sai thì sửa cho đúng bản gốc; bản gốc ghi đúng như thế thì bỏ share",
            )


def _shares(text: str) -> list[str]:
    """The numbers of a share, each of which must be one of per cent; none where one is not read wholly."""
    try:
        numbers = formats.figures(text)
    except formats.UnreadError:
        return []
    return numbers if all(re.search(rf"{re.escape(one)}\s*(?:%|phần trăm)", text) for one in numbers) else []
