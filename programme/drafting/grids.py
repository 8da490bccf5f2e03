"""A table of the document as the data holds it: one head, a text for each cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.document import Cell, Doubt, Table
from .shape import Grid

_COUNTS = re.compile(r"\(?\s*(\d{1,2}|[A-Z]|[ivx]{1,4})(\s*=.*)?\s*\)?")
"""A cell of the row that numbers the columns: "1", "(2)", "3=4+5", "A"."""


def grid_of(table: Table, doubts: list[Doubt]) -> Grid | None:
    """The table; None if it has no cells. A head of several rows becomes one text for each column."""
    matrix, spread = _matrix(table)
    if not matrix:
        return None
    heads = _heads(table, matrix)
    columns = [_joined([row[place] for row in spread[:heads]]) for place in range(len(matrix[0]))]
    rows = matrix[heads:]
    if not rows:  # nothing but a head: its words stand in a row
        rows, heads = [matrix[-1]], heads - 1
        columns = [_joined([row[place] for row in spread[:heads]]) for place in range(len(matrix[0]))]
    if heads > 1:
        said = f"đầu bảng có {heads} hàng, ghép lại thành một: {'; '.join(columns)}. So với văn bản."
        doubts.append(Doubt(table.where, said))
    return Grid(columns, rows, heads=heads, where=table.where)


def _matrix(table: Table) -> tuple[list[list[str]], list[list[str]]]:
    """The cells in rows of equal length: each text in its first place, and each text in all its places."""
    taken: dict[tuple[int, int], str] = {}
    first: list[list[str]] = []
    spread: list[list[str]] = []
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    for number, row in enumerate(table.rows):
        texts, all_texts = [""] * width, [""] * width
        place = 0
        for cell in row:
            while (number, place) in taken:
                all_texts[place] = taken[number, place]
                place += 1
            if place >= width:
                more = cell.columns
                width += more
                texts += [""] * more
                all_texts += [""] * more
            texts[place] = _clean(cell.text)
            for down in range(cell.rows):
                for right in range(cell.columns):
                    if down or right:
                        taken[number + down, place + right] = _clean(cell.text)
            for right in range(cell.columns):
                if place + right < width:
                    all_texts[place + right] = _clean(cell.text)
            place += cell.columns
        for later in range(place, width):
            all_texts[later] = taken.get((number, later), "")
        first.append(texts)
        spread.append(all_texts)
    for texts in (*first, *spread):
        texts += [""] * (width - len(texts))
    return first, spread


def _clean(text: str) -> str:
    return "\n".join(one for one in (" ".join(line.split()) for line in text.split("\n")) if one)


def _heads(table: Table, matrix: Sequence[Sequence[str]]) -> int:
    """How many rows are the head."""
    heads = 1
    reach = max((cell.rows for cell in table.rows[0]), default=1)
    if any(cell.columns > 1 for cell in table.rows[0]) and reach > 1:
        heads = min(reach, len(matrix) - 1) or 1
    elif any(cell.columns > 1 for cell in table.rows[0]) and len(table.rows) > 2 and _all_words(table.rows[1]):
        heads = 2
    while heads < len(matrix) - 1 and _numbers_columns(matrix[heads]):
        heads += 1
    return max(heads, 1)


def _all_words(row: Sequence[Cell]) -> bool:
    """Whether no cell of a row holds an amount or is blank, as in the second row of a head."""
    return all(cell.text.strip() and not re.fullmatch(r"[\d.,\s%-]+", cell.text.strip()) for cell in row) or all(
        cell.bold for cell in row if cell.text.strip()
    )


def _numbers_columns(row: Sequence[str]) -> bool:
    """Whether a row but numbers the columns."""
    told = [cell for cell in row if cell]
    if len(told) < 3 or len(told) < len(row) - 1 or not all(_COUNTS.fullmatch(one) for one in told):
        return False
    numbers = [int(found[0]) for one in told if (found := re.search(r"\d+", one))]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 3


def _joined(texts: Sequence[str]) -> str:
    """The texts of a column's head, each once, in one line."""
    return " ".join(dict.fromkeys(" ".join(one.split()) for one in texts if one))
