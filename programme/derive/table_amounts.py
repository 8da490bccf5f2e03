"""The amounts that stand in tables of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..load.dataset import Clause, Project
from ..load.tables import Column, Row, Table
from ..load.texts import Money
from ..vietnamese import formats


@dataclass(frozen=True, eq=False)
class Cell:
    """An amount in a table, in đồng, with the row and column it stands in."""

    ref: str
    table: Table
    row: Row
    column: Column
    money: Money
    dong: int


def tables(refs: Mapping[Project | Clause, str]) -> Iterator[tuple[str, Table]]:
    """Every table of the plan with the reference of its clause."""
    for part, ref in refs.items():
        if isinstance(part, Clause):
            for table in part.tables:
                yield ref, table


def holds_number(text: str) -> bool:
    """Whether a cell of a column of numbers states one: it is neither empty nor a dash."""
    return text.strip() not in ("", "-", "–")


def holds_amount(text: str, column: Column) -> bool:
    """Whether a cell states an amount, in a column of money."""
    return column.money is not None and holds_number(text)


def read_cell(text: str, column: Column) -> int:
    """The amount of a cell in đồng. Raises `ValueError` where it cannot be read."""
    if column.unit:
        return formats.in_dong(text.strip(), column.unit.label)
    (amount,) = formats.amounts(text)
    return amount


def every_cell(refs: Mapping[Project | Clause, str]) -> Iterator[tuple[Clause, str, Table, Row, Column, str]]:
    """The cells of all tables, each with the clause and its reference, the table, row and column it stands in."""
    clauses = ((part, ref) for part, ref in refs.items() if isinstance(part, Clause))
    rows = ((clause, ref, table, row) for clause, ref in clauses for table in clause.tables for row in table.rows)
    for clause, ref, table, row in rows:
        for text, column in zip(row.cells, table.columns, strict=True):
            yield clause, ref, table, row, column, text


def money_cells(refs: Mapping[Project | Clause, str]) -> Iterator[Cell]:
    """Every amount of every table, totals too; blank cells hold none."""
    for _, ref, table, row, column, text in every_cell(refs):
        if column.money and holds_amount(text, column):
            yield Cell(ref, table, row, column, column.money, read_cell(text, column))


Amounts = Mapping[int, int]
"""Place of a column -> the amount of a row in it, in đồng."""


def added_up(amounts: Sequence[Amounts], totals: Sequence[bool], at: int) -> Amounts:
    """What the total row `at` adds up, column by column: rows right above or right below it that are no totals.

    Of all sums of so many rows in one direction it is the one nearest to what the row states; of several as near the
    one of all rows above.
    """
    stated = amounts[at]
    above = [one for one, is_total in zip(amounts[:at], totals[:at], strict=True) if not is_total]
    below = [one for one, is_total in zip(amounts[at + 1 :], totals[at + 1 :], strict=True) if not is_total]
    sums = [*reversed([*_running(reversed(above))]), *_running(below)] or [{}]
    return min(sums, key=lambda one: sum(one.get(place, 0) != value for place, value in stated.items()))


def _running(rows: Iterable[Amounts]) -> Iterator[Amounts]:
    """The sums of the first row, of the first two, and so on."""
    told: dict[int, int] = {}
    for row in rows:
        told = {place: told.get(place, 0) + row.get(place, 0) for place in {*told, *row}}
        yield told
