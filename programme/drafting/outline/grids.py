"""A table of the document as the data holds it: one head, a text for each cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...reading.document import Cell, Doubt, Table
from ..shape import Grid

_COUNTS = re.compile(r"\(?\s*(\d{1,2}|[A-Z]|[ivx]{1,4})(\s*=.*)?\s*\)?")
"""A cell of the row that numbers the columns: "1", "(2)", "3=4+5", "A"."""


def grid_of(table: Table, doubts: list[Doubt]) -> Grid | None:
    """The table; None if it has no cells. A head of several rows becomes one text for each column."""
    matrix = _matrix(table)
    texts = matrix.texts
    if not any(any(row) for row in texts):
        return None
    caption = ""
    if _is_titled(table):
        rest = Table(table.rows[1:], table.where)
        if _names_columns(rest.rows[0]) and _heads(rest, texts[1:]) == 1:
            caption, table, texts = " ".join(texts[0][0].split()), rest, texts[1:]
            heads = 1
        else:
            heads = 0
    else:
        heads = _heads(table, texts)
    if heads == len(texts):  # nothing but a head: its words stand in a row
        heads -= 1
    if heads > 1:
        columns = [matrix.head(place, heads) for place in range(len(texts[0]))]
    else:
        columns = [" ".join(one.split()) for one in texts[0]] if heads else [""] * len(texts[0])
    rows = texts[heads:]
    if heads > 1:
        said = f"đầu bảng có {heads} hàng, ghép lại thành một: {'; '.join(columns)}. So với văn bản."
        doubts.append(Doubt(table.where, said))
    covered = matrix.covered(len(matrix.texts) - len(rows))
    return Grid(columns, rows, caption, heads=max(heads, 1), where=table.where, covered=covered)


def _is_titled(table: Table) -> bool:
    """Whether the first row is one cell over all columns: a title of the table, or of a group of rows, no head."""
    first, *others = table.rows
    width = max((sum(max(cell.columns, 1) for cell in row) for row in table.rows), default=0)
    told = [cell for cell in first if cell.text.strip()]
    return len(told) == 1 and bool(others) and width > 1 and told[0].columns == width and told[0].rows == 1


def _names_columns(row: Sequence[Cell]) -> bool:
    """Whether a row is the head of columns: it begins with "TT", or all of it is bold."""
    told = [cell for cell in row if cell.text.strip()]
    if len(told) < 2:
        return False
    return bool(re.fullmatch(r"S?TT|Số TT", told[0].text.strip(), re.IGNORECASE)) or all(cell.bold for cell in told)


@dataclass
class _Matrix:
    """The cells of a table in rows of equal length."""

    texts: list[list[str]]
    """Each text in its first place, "" in the others that its cell covers."""
    origins: list[list[tuple[int, int] | None]]
    """For each place, the first place of the cell that covers it."""

    def covered(self, first: int) -> dict[tuple[int, int], str]:
        """Row from `first` on and column -> the words of the cell that reaches down there from such a row."""
        found = {}
        for number, row in enumerate(self.origins[first:]):
            for place, origin in enumerate(row):
                if origin and first <= origin[0] < first + number and origin[1] == place:
                    words = self.texts[origin[0]][place]
                    if any(map(str.isalpha, words)) and not _COUNTS.fullmatch(words):
                        found[number, place] = words
        return found

    def head(self, place: int, heads: int) -> str:
        """The words of the first rows above a column, those of each cell once."""
        cells = dict.fromkeys(one for row in self.origins[:heads] if (one := row[place]))
        return " ".join(" ".join(self.texts[row][column].split()) for row, column in cells).strip()


def _matrix(table: Table) -> _Matrix:
    texts: dict[tuple[int, int], str] = {}
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        place = 0
        for cell in row:
            while (number, place) in origins:
                place += 1
            texts[number, place] = _clean(cell.text)
            for down in range(max(cell.rows, 1)):
                for right in range(max(cell.columns, 1)):
                    if number + down < len(table.rows):
                        origins.setdefault((number + down, place + right), (number, place))
            place += max(cell.columns, 1)
    rows, columns = range(len(table.rows)), range(max((place + 1 for _, place in origins), default=0))
    return _Matrix(
        [[texts.get((number, place), "") for place in columns] for number in rows],
        [[origins.get((number, place)) for place in columns] for number in rows],
    )


def _clean(text: str) -> str:
    return "\n".join(one for one in (" ".join(line.split()) for line in text.split("\n")) if one)


def _heads(table: Table, matrix: Sequence[Sequence[str]]) -> int:
    """How many rows are the head."""
    heads = 1
    reach = max((cell.rows for cell in table.rows[0]), default=1)
    if any(cell.columns > 1 for cell in table.rows[0]) and reach > 1:
        heads = min(reach, len(matrix) - 1) or 1
    elif len(matrix) > 2 and (
        (any(cell.columns > 1 for cell in table.rows[0]) and _all_words(table.rows[1]))
        or _parts_above(matrix[0], matrix[1])
    ):
        heads = 2
    while heads < len(matrix) - 1 and _numbers_columns(matrix[heads]):
        heads += 1
    return max(heads, 1)


def _parts_above(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row tells the parts of a head that reaches over blank cells, and nothing else.

    "Nội dung | Cơ quan thực hiện | | Thời hạn" above " | Chủ trì | Phối hợp | ".
    """
    blanks = {place for place, cell in enumerate(first) if place and not cell}
    over = blanks | {place - 1 for place in blanks}
    return bool(blanks) and {place for place, cell in enumerate(second) if cell} == over


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
