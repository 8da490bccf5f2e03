"""Tables of a .docx: their rows and cells, which of them are one, and whether lines are drawn around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .document import Line
from .styles import Styles
from .wordml import val, w, whole

PASSED_THROUGH = {w(n) for n in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")}
"""What stands around paragraphs, rows and cells and says nothing of them."""


@dataclass
class DraftCell:
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    columns: int = 1
    rows: int = 1


def rows_of(table: Element, read: Callable[[Element, int], DraftCell]) -> Iterator[list[DraftCell]]:
    """The rows of a table, without those that are deleted; `read` reads a cell that takes so many columns."""
    open_cells: dict[int, DraftCell] = {}
    for row in inner(table, "tr"):
        properties = row.find(w("trPr"))
        if properties is not None and (properties.find(w("del")) is not None):
            continue
        cells: list[DraftCell] = []
        column = _grid(properties, "gridBefore")
        if column:
            cells.append(DraftCell(columns=column))
        for cell in inner(row, "tc"):
            of_cell = cell.find(w("tcPr"))
            span = max(_grid(of_cell, "gridSpan"), 1)
            if val(of_cell, "hMerge") == "continue" and cells:
                cells[-1].columns += span
                column += span
                continue
            down = of_cell.find(w("vMerge")) if of_cell is not None else None
            if down is not None and down.get(w("val"), "continue") == "continue" and column in open_cells:
                open_cells[column].rows += 1
            else:
                made = read(cell, span)
                cells.append(made)
                open_cells.pop(column, None)
                if down is not None:
                    open_cells[column] = made
            column += span
        if after := _grid(properties, "gridAfter"):
            cells.append(DraftCell(columns=after))
        yield cells


def ruled(table: Element, styles: Styles) -> bool:
    """Whether lines are drawn around the cells of a table."""
    properties = table.find(w("tblPr"))
    own = properties.find(w("tblBorders")) if properties is not None else None
    if _sides(own if own is not None else styles.borders(val(properties, "tblStyle"))) >= 2:
        return True
    cells = [tc for tr in inner(table, "tr") for tc in inner(tr, "tc")]
    drawn = sum(_sides(tc.find(f"{w('tcPr')}/{w('tcBorders')}")) >= 2 for tc in cells)
    return drawn * 2 > len(cells)


def lists(rows: Sequence[Sequence[DraftCell]]) -> bool:
    """Whether rows list things even where no lines are drawn: three or more, each with words in all of two cells."""
    return len(rows) >= 3 and all(sum(bool(cell.text.strip()) for cell in row) >= 2 for row in rows)


def inner(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those in content controls too."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in PASSED_THROUGH:
            yield from inner(child, name)


def _sides(borders: Element | None) -> int:
    if borders is None:
        return 0
    return sum(one.get(w("val"), "none") not in ("none", "nil") for one in borders)


def _grid(cell: Element | None, name: str) -> int:
    """How many columns: `gridSpan` of a cell, `gridBefore`, `gridAfter` of a row."""
    found = cell.find(w(name)) if cell is not None else None
    return min(max(whole(found.get(w("val")), 1), 0), 200) if found is not None else 0
