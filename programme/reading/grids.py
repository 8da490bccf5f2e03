"""Tables of a PDF: their cells by the lines drawn around them; one table where a page cuts it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .document import Cell, Doubt, Table
from .glyphs import Glyph, words
from .wrapping import Joiner, Measure, Row

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_NEAR = 3.0
"""Points within which edges are one."""
_PADDING = 4.0
_FIGURE = re.compile(r"[-–]?[\d.,]+%?|-")
_YEAR_CUT = re.compile(r"(?<=[\dIVX]/)(?=2 ?0 ?\d ?\d\b)(\d{1,3}) (\d{1,3})\b")
_AMOUNT_CUT = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*\.?\d{0,2}) (\d{0,3}(?:\.\d{3})*)(?![\d.,])")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")


@dataclass
class Drawn:
    """A table on one page."""

    page: int
    box: Box
    columns: tuple[float, ...]
    """Where its columns begin, and the last ends."""
    rows: list[tuple[Cell, ...]]
    first: bool = False
    """Nothing but page furniture stands above it on its page."""
    last: bool = False


def drawn(found: Any, page: int, letters: Sequence[Glyph], *, spaced: bool) -> Drawn | None:
    """A table as pdfplumber found it, with its words; None where it is a box or a line, not a table."""
    boxes: list[Box] = [(float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in found.cells]
    columns = _edges([x for box in boxes for x in (box[0], box[2])])
    lines = _edges([y for box in boxes for y in (box[1], box[3])])
    if len(boxes) < 2 or (len(columns) < 3 and len(lines) < 3):
        return None
    made: list[tuple[int, int, Cell]] = []
    for box in boxes:
        left, top, right, bottom = box
        inside = [g for g in letters if left <= g.middle <= right and top <= (g.top + g.base) / 2 <= bottom]
        at, to = _index(columns, left), _index(columns, right)
        row, down = _index(lines, top), _index(lines, bottom)
        made.append((row, at, _cell(inside, box, max(to - at, 1), max(down - row, 1), spaced=spaced)))
    rows = [
        tuple(cell for row, _, cell in sorted(made, key=lambda one: one[1]) if row == at)
        for at in range(len(lines) - 1)
    ]
    if not any(cell.text for row in rows for cell in row):
        return None
    return Drawn(page, (columns[0], lines[0], columns[-1], lines[-1]), tuple(columns), [row for row in rows if row])


def _cell(letters: Sequence[Glyph], box: Box, columns: int, rows: int, *, spaced: bool) -> Cell:
    found = words(letters, spaced=spaced)
    measure = Measure(box[0] + _PADDING, box[2] - _PADDING, 1.5, indents=False)
    joiner = Joiner(measure)
    for line in found:
        joiner.add(
            Row(
                line.text, line.left, line.right if line.glyphs[0].upright else box[2], bold=line.bold, first=line.first
            )
        )
    text = "\n".join(_with_whole_figures(line.whole) for line in joiner.take())
    return Cell(text, columns, rows, bool(found) and all(line.bold for line in found))


def _with_whole_figures(text: str) -> str:
    """Years and amounts that a narrow cell cuts, whole again: "30/4/202 6", "14.832.000.00 0"."""

    def amount(found: re.Match[str]) -> str:
        upper, lower = found[1], found[2]
        cut = (not _AMOUNT.fullmatch(upper) and "." in upper[:-1]) or lower.startswith(".")
        return upper + lower if cut and _AMOUNT.fullmatch(upper + lower) else found[0]

    return _AMOUNT_CUT.sub(amount, _YEAR_CUT.sub(r"\1\2", text))


def _edges(values: Sequence[float]) -> list[float]:
    """Places of lines, those that are one taken together."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def goes_on(before: Drawn, here: Drawn) -> bool:
    """Whether a table is the rest of one that the page before cut."""
    if not (before.last and here.first and here.page == before.page + 1) or len(before.columns) != len(here.columns):
        return False
    widths = [[b - a for a, b in zip(one.columns, one.columns[1:], strict=False)] for one in (before, here)]
    return all(abs(a - b) <= _NEAR * 1.5 for a, b in zip(*widths, strict=True))


def together(parts: Sequence[Drawn], where: Callable[[int], str], doubts: list[Doubt]) -> Table:
    """The parts of a table as one: a head that is repeated is dropped, a row cut by the page is whole again."""
    rows = list(parts[0].rows)
    for part in parts[1:]:
        repeated = 0
        while repeated < min(len(part.rows), len(rows), 4) and _same(part.rows[repeated], rows[repeated]):
            repeated += 1
        rest = part.rows[repeated:]
        if rest and rows and _cut(rows[-1], rest[0]):
            doubts.append(Doubt(where(part.page), "Hàng đầu bảng ở trang này được nối vào hàng cuối của trang trước."))
            rows[-1] = tuple(_joined(a, b) for a, b in zip(rows[-1], rest[0], strict=True))
            rest = rest[1:]
        rows += rest
    return Table(tuple(rows), where(parts[0].page))


def _same(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    texts = [[" ".join(cell.text.split()).casefold() for cell in row] for row in (one, other)]
    return texts[0] == texts[1] and any(texts[0])


def _cut(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row is the rest of the one above it: no figures, words that go on, and no number of its own.

    Where the one above has no number either, or the first column holds words, all of them go on with a small letter.
    """
    if len(above) != len(row) or any(cell.columns > 1 for cell in row):
        return False
    filled = [(a, b) for a, b in zip(above, row, strict=True) if b.text]
    if not filled or not all(a.text and not _FIGURE.fullmatch(b.text) for a, b in filled):
        return False
    if above[0].text and not row[0].text:
        return True
    return len(filled) < sum(bool(cell.text) for cell in above) and all(b.text[0].islower() for _, b in filled)


def _joined(above: Cell, below: Cell) -> Cell:
    if not below.text:
        return above
    sign = "\n" if above.text[-1:] in ".;:" or below.text[:1] in "-+" else " "
    return replace(above, text=f"{above.text}{sign}{below.text}", rows=max(above.rows, below.rows))
