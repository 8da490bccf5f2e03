"""Tables in a text file: cells between tabs or strokes, or in columns that stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .clean import clean
from .document import Cell, Table
from .layout import Segment
from .wrapping import joined

_GAP = re.compile(r"\s{2,}|\t\s*")
_FIGURE = re.compile(r"[-–]?[\d.,/%]+%?|[-–x]")
_ORDER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?|[IVX]{1,5}\.?|[A-Hđa-z][.)]?")
"""What the column of numbers holds."""
_RULE = re.compile(r"[\s|+\-=─━┼│┌┐└┘├┤┬┴]{3,}")


@lru_cache(50_000)
def segments(text: str) -> list[Segment]:
    """The parts of a line that wide spaces keep apart."""
    text = text.expandtabs(8) if "\t" in text.strip() else text
    found, here = [], 0
    for gap in _GAP.finditer(text):
        if text[here : gap.start()].strip():
            found.append(Segment(here, gap.start(), text[here : gap.start()]))
        here = gap.end()
    if text[here:].strip():
        found.append(Segment(here, len(text.rstrip()), text[here:].rstrip()))
    return found


def separated(texts: Sequence[str], where: str) -> tuple[Table, int] | None:
    """A table whose cells are kept apart by strokes or tabs, at the head of `texts`, and how many lines it takes."""
    for sign in ("|", "\t"):
        rows: list[tuple[Cell, ...]] = []
        used = 0
        for text in texts:
            if used and sign == "|" and _RULE.fullmatch(text):
                used += 1
                continue
            cells = _cells(text, sign)
            width = len(rows[0]) if rows else len(cells)
            if len(cells) < (2 if sign == "|" or rows else 3) or len(cells) > width:
                break
            rows.append(tuple(Cell(clean(cell)) for cell in cells + [""] * (width - len(cells))))
            used += 1
        if len(rows) >= 2:
            return Table(tuple(rows), where), used
    return None


def _cells(text: str, sign: str) -> list[str]:
    if sign not in text.strip():
        return []
    text = text.strip() if sign == "|" else text.rstrip("\n")
    if sign == "|" and text.startswith("|"):
        text = text.removeprefix("|").removesuffix("|")
    return text.split(sign)


def aligned(texts: Sequence[str], where: str, more: Sequence[bool] = ()) -> tuple[Table, int] | None:
    """A table in columns at the head of `texts`, and how many lines it takes.

    It begins with a line of three parts or more; a line that goes on in only some columns belongs to the row above.
    `more` tells of each line whether it stands first on a page: a head repeated there is dropped.
    """
    if len(segments(texts[0])) < 3:
        return None
    end = _extent(texts)
    lines = [text.expandtabs(8) for text in texts[:end]]
    if sum(len(segments(line)) >= 3 for line in lines) < 2:
        return None
    starts = _starts(lines)
    if len(starts) < 3:
        return None
    rows: list[list[list[str]]] = []
    in_head, previous_blank = True, False
    for line in lines:
        if not line.strip():
            previous_blank = True
            continue
        cells = _placed(line, starts)
        if cells is None:  # one text over all columns: the heading of a group of rows
            rows.append([[line.strip()], *([] for _ in starts[1:])])
            previous_blank = False
            continue
        filled = [bool(cell) for cell in cells]
        if rows and not _new_row(rows[-1], cells, filled, in_head=in_head, blank=previous_blank):
            for into, cell in zip(rows[-1], cells, strict=True):
                into += [cell] if cell else []
        else:
            if rows:
                in_head = False
            rows.append([[cell] if cell else [] for cell in cells])
        previous_blank = False
    made = [tuple(Cell(clean(joined(cell))) for cell in row) for row in rows]
    head = [cell.text.casefold() for cell in made[0]]
    body = [row for row in made[1:] if [cell.text.casefold() for cell in row] != head]
    return (Table((made[0], *body), where), end) if body else None


def _extent(texts: Sequence[str]) -> int:
    """How many lines the table takes: to the last with several parts before text that runs on."""
    end = blank = 0
    second = min((s[1].start for s in map(segments, texts[:4]) if len(s) > 2), default=0)
    for at, text in enumerate(texts):
        parts = segments(text)
        if not parts:
            blank += 1
            if blank > 3:
                break
            continue
        if len(parts) == 1:
            alone = parts[0]
            within = alone.start >= second or alone.end <= second
            if blank > 1 or (not (within and len(alone.text) < 40) and not _goes_on(texts[at + 1 : at + 4])):
                break
            if blank and not _goes_on(texts[at + 1 : at + 4]):
                break
        blank = 0
        end = at + 1
    return end


def _goes_on(texts: Sequence[str]) -> bool:
    return any(len(segments(text)) >= 3 for text in texts)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where the columns begin: behind each gutter that nearly all lines leave free."""
    rows = [line for line in lines if len(segments(line)) > 1]
    width = max(map(len, rows), default=0)
    used = [sum(at < len(row) and not row[at].isspace() for row in rows) for at in range(width)]
    free = [count <= len(rows) * 0.04 for count in used]
    starts, at = [], 0
    while at < width:
        if free[at]:
            at += 1
            continue
        begin = at
        while at < width and not (free[at] and (at + 1 >= width or free[at + 1])):
            at += 1
        starts.append(begin)
    return starts


def _placed(line: str, starts: Sequence[int]) -> list[str] | None:
    """The text of a line in each column; None where one text runs over several."""
    cells: list[list[str]] = [[] for _ in starts]
    parts = segments(line)
    for part in parts:
        inside = [i for i, start in enumerate(starts) if part.start - 1 <= start < part.end]
        column = max((i for i, start in enumerate(starts) if start <= part.start + 1), default=0)
        if len(inside) > 1 and len(parts) <= 2 and len(part.text) > 20:
            if len(parts) == 1:
                return None
            column = max(column, 0)
        elif len(inside) > 1 and column + 1 < len(starts):  # a single space between two columns
            cut = int(starts[column + 1] - part.start)
            if 0 < cut < len(part.text) and part.text[cut - 1].isspace():
                cells[column].append(part.text[:cut])
                cells[column + 1].append(part.text[cut:])
                continue
        cells[column].append(part.text)
    return [" ".join(cell).strip() for cell in cells]


def _new_row(
    row: Sequence[Sequence[str]], cells: Sequence[str], filled: Sequence[bool], *, in_head: bool, blank: bool
) -> bool:
    """Whether a line begins a row, or goes on in the cells of the row above."""
    if filled[0]:
        return not in_head or bool(_ORDER.fullmatch(cells[0])) or blank or sum(filled) > 2
    figures = [bool(_FIGURE.fullmatch(cell)) for cell in cells]
    if in_head:
        return any(figures[1:]) and sum(figures) * 2 >= sum(filled[1:])
    had = [bool(before) and bool(_FIGURE.fullmatch(before[-1])) for before in row]
    return any(f and h for f, h in zip(figures, had, strict=True))
