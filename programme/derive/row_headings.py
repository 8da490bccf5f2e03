"""Headings between the rows of a table: "II | Hỗ trợ nhà ở", above the rows that it says the subject of."""

from __future__ import annotations

import re
from collections.abc import Collection

from ..load.tables import Row, Table

_NUMBER = re.compile(r"(?P<number>[IVXLC]+|[A-ZĐ]|[a-zđ]|\d+(?:\.\d+)*)(?:[.)/]|(?=\s|$))\s*")
_TOTAL = re.compile(r"(?:tổng|cộng)\b", re.IGNORECASE)
_ONE_LETTER = "IVX"
"""Of letters that stand alone, those that count as Roman numbers: "C" comes behind "B"."""


def headings(table: Table, given: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The place of each row of `given`, those that say something by themselves -> the headings above it, widest first.

    A heading is a row of one text alone that is numbered otherwise than the rows of `given`.
    """
    own = {_way(table, table.rows[at]) for at in given if _way(table, table.rows[at])}
    found: dict[int, tuple[str, ...]] = {}
    above: list[tuple[str, str]] = []
    for at, row in enumerate(table.rows):
        if at in given:
            found[at] = tuple(words for _, words in above)
        elif (words := _alone(table, row)) and (way := _way(table, row)) not in own:
            ways = [one for one, _ in above]
            above = [*above[: ways.index(way) if way in ways else len(above)], (way, words)]
    return found


def _alone(table: Table, row: Row) -> str:
    """The one text that a row has beside its number, merged cells counting once; "" where it has none, or more."""
    filled = [one.strip() for one in row.cells]
    if table.is_counted and _NUMBER.fullmatch(filled[0]):
        filled = filled[1:]
    said = {one for one in filled if one}
    words = said.pop() if len(said) == 1 else ""
    return "" if row.total or _TOTAL.match(words) or _NUMBER.fullmatch(words) else words


def _way(table: Table, row: Row) -> str:
    """How a row is numbered: "I", "A", "a", "1", "1.1"; "" where it is not."""
    first = row.cells[0].strip() or next((one.strip() for one in row.cells if one.strip()), "")
    found = _NUMBER.match(first)
    if not found or (not table.is_counted and found.end() == len(found["number"])):
        return ""
    number = found["number"]
    if number[0].isdigit():
        return "1" + ".1" * number.count(".")
    if number.isupper():
        return "I" if len(number) > 1 or number in _ONE_LETTER else "A"
    return "a"
