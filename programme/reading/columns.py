"""Tables in a text file: cells between strokes, or in columns that stand under each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from . import labels
from .clean import clean
from .document import Cell, Table
from .layout import Segment
from .wrapping import joined

_GAP = re.compile(r"\s{2,}|\t\s*")
_FIGURE = re.compile(r"[-–]?[\d.,/%]+%?|[-–x]")
_ORDER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?|[IVX]{1,5}\.?|[A-Hđa-z][.)]?")
"""What the column of numbers holds."""
_COUNTED = re.compile(r"(?:S?TT|Số TT)\b", re.IGNORECASE)
"""Head of the column of numbers: a table begins there."""
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
    """A table whose cells are kept apart by strokes, at the head of `texts`, and how many lines it takes."""
    rows: list[tuple[Cell, ...]] = []
    used = 0
    for text in texts:
        if used and _RULE.fullmatch(text):
            used += 1
            continue
        cells = _cells(text)
        width = len(rows[0]) if rows else len(cells)
        if len(cells) < 2 or len(cells) > width:
            break
        rows.append(tuple(Cell(clean(cell)) for cell in cells + [""] * (width - len(cells))))
        used += 1
    return (Table(tuple(rows), where), used) if len(rows) >= 2 else None


def _cells(text: str) -> list[str]:
    if "|" not in text.strip():
        return []
    text = text.strip()
    if text.startswith("|"):
        text = text.removeprefix("|").removesuffix("|")
    return text.split("|")


def aligned(texts: Sequence[str], where: str, pages: Sequence[int]) -> tuple[Table, int] | None:
    """A table in columns at the head of `texts`, and how many lines it takes.

    It begins with a line of three parts or more; a line that goes on in only some columns belongs to the row above.
    `pages`: the page of each line; on each the columns may stand elsewhere, and a head that is repeated is dropped.
    """
    if len(segments(texts[0])) < 3:
        return None
    end = _extent(texts, pages)
    lines = [text.expandtabs(8) for text in texts[:end]]
    if sum(len(segments(line)) >= 3 for line in lines) < 2:
        return None
    rows: list[list[list[str]]] = []
    width = used = 0
    in_head, blank = True, False
    head: list[str] = []
    for page in dict.fromkeys(pages[:end]):
        here = [line for line, of in zip(lines, pages, strict=False) if of == page]
        starts = _starts(here)
        if len(starts) < 3 or (width and len(starts) != width):
            break
        width, used = len(starts), used + len(here)
        words = [" ".join(line.split()) for line in here if line.strip()]
        repeated = next(
            (at for at, (a, b) in enumerate(zip(words, head, strict=False)) if a != b), min(len(words), len(head))
        )
        head = head or words
        for line in _after(here, repeated):
            if not line.strip():
                blank = True
                continue
            cells = _placed(line, starts)
            if cells is None:  # one text over all columns: the heading of a group of rows
                rows.append([[line.strip()], *([] for _ in starts[1:])])
                in_head = False
            elif rows and not _new_row(rows[-1], cells, [bool(cell) for cell in cells], in_head=in_head, blank=blank):
                for into, cell in zip(rows[-1], cells, strict=True):
                    into += [cell] if cell else []
            else:
                in_head = in_head and not rows
                rows.append([[cell] if cell else [] for cell in cells])
            blank = False
    rows = _under_heads(rows, [part.text.strip() for part in segments(lines[0])])
    made = [tuple(Cell(clean(joined(cell))) for cell in row) for row in rows]
    return (Table(tuple(made), where), used) if len(made) > 1 else None


def _under_heads(rows: list[list[list[str]]], heads: Sequence[str]) -> list[list[list[str]]]:
    """Columns that hold something below a head of one line: where they are as many as its parts, each has its own."""
    if not rows or " ".join(" ".join(cell) for cell in rows[0] if cell).split() != " ".join(heads).split():
        return rows
    held = [at for at in range(len(rows[0])) if any(row[at] for row in rows[1:])]
    if len(held) != len(heads):
        return rows
    return [[[head] for head in heads], *([row[at] for at in held] for row in rows[1:])]


def _after(lines: Sequence[str], count: int) -> list[str]:
    """The lines behind the first `count` that are not empty."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    return list(lines[full[count] :]) if count < len(full) else []


def _extent(texts: Sequence[str], pages: Sequence[int]) -> int:
    """How many lines the table takes: to the last with several parts before text that runs on."""
    end = blank = 0
    page, head = pages[0], texts[0].split()
    seen: set[int] = set()
    for at, text in enumerate(texts):
        parts = segments(text)
        if not parts:
            blank += 1
            if blank > 3:
                break
            continue
        if end and text.split() != head and _opens_another([one for one in texts[at : at + 8] if one.strip()]):
            break
        if pages[at] != page and len(parts) < 3 and text.split() != head:
            break  # another page that does not go on with the table
        page = pages[at]
        if len(parts) == 1:
            alone = parts[0]
            within = any(int(alone.start) + off in seen for off in (-1, 0, 1)) and len(alone.text) < 60
            goes_on = any(len(segments(text)) > 2 for text in texts[at + 1 : at + 4])
            if blank > 1 or ((blank or not within or labels.split(alone.text)[0]) and not goes_on):
                break
        else:
            seen |= {int(part.start) for part in parts}
        blank = 0
        end = at + 1
    return end


def _opens_another(texts: Sequence[str]) -> bool:
    """Whether a line is the head of another table, or one of up to three lines above it: its name, its unit."""
    if len(segments(texts[0])) > 2:
        return bool(_COUNTED.match(texts[0].strip()))
    for text in texts[:4]:
        if len(parts := segments(text)) > 2:
            return bool(_COUNTED.match(parts[0].text.strip()))
        if len(parts) > 1:
            return False
    return False


def _pieces(line: str) -> list[Segment]:
    """The parts of a line of a table: figures in a row are one each, however narrow the space between them."""
    found: list[Segment] = []
    for part in segments(line):
        words = list(re.finditer(r"\S+", part.text))
        first = len(words)
        while first and _FIGURE.fullmatch(words[first - 1][0]):
            first -= 1
        if len(words) - first < 2:
            found.append(part)
            continue
        if first:
            found.append(Segment(part.start, part.start + words[first - 1].end(), part.text[: words[first - 1].end()]))
        found += [Segment(part.start + word.start(), part.start + word.end(), word[0]) for word in words[first:]]
    return found


def _starts(lines: Sequence[str]) -> list[int]:
    """Where the columns begin: behind each gutter that nearly all lines leave free.

    Where the first line has a part of its own, a gutter of one letter is enough, though it may waver by a letter.
    """
    rows = [parts for line in lines if len(parts := _pieces(line)) > 1]
    most = max(map(len, rows), default=0)
    if rows and len(rows[0]) < most * 0.6:  # heads over several columns say nothing of them
        rows = rows[1:]
    width = int(max((row[-1].end for row in rows), default=0))
    used = [0] * width
    for row in rows:
        for part in row:
            for at in range(int(part.start), int(part.end)):
                used[at] += 1
    few = max(len(rows) * 0.05, 1 if len(rows) > 5 else 0)
    starts = [at for at in range(width) if used[at] > few and (at == 0 or used[at - 1] <= few)]
    named = segments(lines[0])
    for part in named[1:]:
        at = int(part.start)
        before = max((start for start in starts if start <= at), default=0)
        if not any(before - 1 <= one.start < at for one in named):
            continue  # a head in the middle of its column
        if min((abs(start - at) for start in starts), default=9) > 3:
            around = [line.ljust(at + 2)[at - 2 : at + 2] for line in lines if line.strip()]
            if sum(" " in place for place in around) > len(around) * 0.9:
                starts.append(at)
    return sorted(starts)


def _placed(line: str, starts: Sequence[int]) -> list[str] | None:
    """The text of a line in each column; None where one text runs over several."""
    cells: list[list[str]] = [[] for _ in starts]
    parts = _pieces(line)
    for part in parts:
        column = max((i for i, start in enumerate(starts) if start <= part.start + 1), default=0)
        text, begin = part.text, int(part.start)
        while column + 1 < len(starts) and begin + len(text) > starts[column + 1] + 1:
            cut = _space_near(text, starts[column + 1] - begin)
            if cut is None:
                if len(parts) == 1:
                    return None
                break
            cells[column].append(text[:cut].strip())
            begin += cut + 1
            text, column = text[cut + 1 :], column + 1
        cells[column].append(text)
    return [" ".join(cell).strip() for cell in cells]


def _space_near(text: str, at: int) -> int | None:
    """The space that a text is parted at where a column begins within it: before that place rather than behind."""
    near = [place for place in range(max(at - 4, 1), min(at + 2, len(text))) if text[place].isspace()]
    return min(near, key=lambda place: (place >= at, abs(place - at + 1)), default=None)


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
