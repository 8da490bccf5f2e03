"""Tables in a text file whose cells are kept apart by tabs, as a word processor gives them: a cell may have several
lines, cells that are merged are one, a head may have two rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .clean import clean
from .document import Cell, Table

_ORDER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?|[IVX]{1,5}\.?|[A-Hđa-z][.)]?")
_FIGURE = re.compile(r"[-–]?[\d.,/%]+%?|[-–x]|")
_COUNTED = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\.?", re.IGNORECASE)
"""Head of the column of numbers: a table begins there."""
_NAMED = re.compile(r"(?:Bảng|Biểu|Phụ lục)\b|\(?(?:Đơn vị(?: tính)?|ĐVT)\s*:", re.IGNORECASE)
"""A line above the next table."""
_SIGNS = ("-", "+", "–")
_LONGEST = 60
"""Letters of a line that stands over all columns."""
_MOST_LINES = 8
"""So many lines a row may be broken into."""


def tabbed(texts: Sequence[str], where: str) -> tuple[Table, int] | None:
    """A table at the head of `texts` (each line of the file from there on), and how many lines it takes."""
    end = _extent(texts)
    lines = [text.split("\t") for text in texts[:end]]
    if len(lines) < 2 or not _begins(lines):
        return None
    last = _width(lines) - 1
    rows: list[list[str]] = []
    at = 0
    while at < len(lines):
        if rows and _begins_another(lines, at, last):
            break
        taken = _joined(lines, at, last)
        if taken:
            rows.append(_row(lines[at : at + taken]))
            at += taken
        elif len(lines[at]) > 1:
            rows.append(_row(lines[at : at + 1]))
            at += 1
        elif not rows:
            break
        elif _goes_on(rows[-1][-1], lines[at][0]):
            rows[-1][-1] = f"{rows[-1][-1]}\n{clean(lines[at][0])}"
            at += 1
        elif any(len(one) > 1 for one in lines[at + 1 : at + 3]):
            rows.append([clean(lines[at][0])])
            at += 1
        else:
            break
    if len(rows) < 2:
        return None
    return Table(_cells(rows, last + 1), where), at


def _extent(texts: Sequence[str]) -> int:
    """How many lines a table can take: to the last with a tab before an empty line, a long one, the name of another."""
    end = 0
    for at, text in enumerate(texts):
        if not text.strip() or at - end >= _MOST_LINES:
            break
        if "\t" in text:
            end = at + 1
        elif _NAMED.match(text.strip()):
            break
    follows = texts[end : end + 1]
    return end + bool(follows and end and follows[0].strip() and _goes_on(texts[end - 1], follows[0]))


def _begins(lines: Sequence[Sequence[str]]) -> bool:
    """Whether a table begins: three cells, or two below a head of numbers."""
    first = lines[0]
    counted = bool(_COUNTED.fullmatch(first[0].strip()))
    told = sum(bool(cell.strip()) for cell in first)
    return (len(first) >= 3 and (told >= 2 or counted)) or (len(first) == 2 and counted and len(lines[1]) == 2)


def _width(lines: Sequence[Sequence[str]]) -> int:
    """How many columns: as many as the widest line has, unless it is alone and others agree."""
    counts = Counter(len(line) for line in lines if len(line) > 1)
    widest = max(counts)
    common, times = counts.most_common(1)[0]
    alone = counts[widest] == 1 and times > 2 and len(lines[0]) != widest
    return common if alone and len(lines[0]) <= common else widest


def _begins_another(lines: Sequence[Sequence[str]], at: int, last: int) -> bool:
    """Whether another table begins in a line, or right behind one that stands over it."""
    here = lines[at]
    if len(here) > 1:
        return bool(_COUNTED.fullmatch(here[0].strip()))
    after = next((line for line in lines[at + 1 :] if len(line) > 1), None)
    long = len(here[0].strip()) > _LONGEST and not (after and _goes_on(lines[at - 1][-1], here[0]))
    return long or bool(after and _COUNTED.fullmatch(after[0].strip()))


def _joined(lines: Sequence[Sequence[str]], at: int, last: int) -> int:
    """How many lines are one row of all columns, from here: a line break in a cell parts them. 0 where none are."""
    tabs = len(lines[at]) - 1
    if tabs >= last:
        return 1
    if not tabs or not lines[at][-1].strip():
        return 0
    for count, line in enumerate(lines[at + 1 : at + _MOST_LINES], 2):
        if len(line) > last or (len(line) > 1 and (not line[0].strip() or _ORDER.fullmatch(line[0].strip()))):
            return 0
        tabs += len(line) - 1
        if tabs >= last:
            return count if tabs == last else 0
    return 0


def _row(lines: Sequence[Sequence[str]]) -> list[str]:
    """The cells of lines that are one row."""
    cells: list[str] = []
    for line in lines:
        here = [clean(cell) for cell in line]
        if cells:
            cells[-1] = "\n".join(filter(None, (cells[-1], here.pop(0))))
        cells += here
    return cells


def _goes_on(before: str, line: str) -> bool:
    """Whether a line without a tab is the next of the cell before it."""
    line = line.strip()
    return line[:1].islower() or before.rstrip()[-1:] in (";", ",", ":") or line.startswith(_SIGNS)


def _cells(rows: Sequence[Sequence[str]], width: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows with what their merged cells cover."""
    made: list[tuple[Cell, ...]] = []
    if head := _head(rows, width):
        made += head
        rows = rows[len(head) :]
    for row in rows:
        row = [*row[: width - 1], " ".join(filter(None, row[width - 1 :]))] if len(row) > width else row
        missing = width - len(row)
        if missing and len(row) > 1 and _is_sum(row):
            made.append((Cell(row[0], missing + 1), *map(Cell, row[1:])))
        elif missing and _is_numbered_sum(row, [one for one in rows if len(one) == width]):
            made.append((Cell(row[0]), Cell(row[1], missing + 1), *map(Cell, row[2:])))
        else:
            made.append((*map(Cell, row[:-1]), Cell(row[-1], missing + 1)))
    return tuple(made)


def _is_sum(row: Sequence[str]) -> bool:
    """Whether a row that has too few cells has its name in several columns and figures in the last ones."""
    return not _ORDER.fullmatch(row[0]) and all(map(_FIGURE.fullmatch, row[1:])) and any(row[1:])


def _is_numbered_sum(row: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether a row that has too few cells has a number, its name in several columns and figures in the last ones.

    `others`: the rows that have all cells; figures stand in their last column, and words where the row's would.
    """
    if len(row) < 3 or not _ORDER.fullmatch(row[0]) or not any(row[2:]) or not all(map(_FIGURE.fullmatch, row[2:])):
        return False

    def figures(column: int) -> int:
        return sum(bool(one[column]) and bool(_FIGURE.fullmatch(one[column])) for one in others)

    return figures(-1) > figures(2)


def _head(rows: Sequence[Sequence[str]], width: int) -> list[tuple[Cell, ...]]:
    """The two rows of a head whose first has cells over several columns; [] where it has one row."""
    first, second = rows[:2]
    if len(second) != width or len(rows) < 3:
        return []
    blank = [not cell for cell in second]
    if len(first) == width:
        doubled = [not over and bool(under) for over, under in zip(first, second, strict=True)]
        if not (
            blank[0] and first[0] and any(doubled) and not any(b and not f for b, f in zip(blank, first, strict=True))
        ):
            return []
        spans = [place for place, covered in enumerate(doubled) if not covered]
        lengths = [b - a for a, b in zip(spans, [*spans[1:], width], strict=True)]
        texts = [first[place] for place in spans]
    else:
        over = len(first) - sum(blank)
        runs = _runs(blank)
        if over < len(runs) or not runs or not (any(blank) or _all_words(second)):
            return []
        lengths, texts = _lengths(second, blank, over), list(first)
    if len(lengths) != len(texts):
        return []
    top, place = [], 0
    for text, length in zip(texts, lengths, strict=True):
        top.append(Cell(text, length, 2 if length == 1 and blank[place] else 1))
        place += length
    return [tuple(top), tuple(Cell(cell) for cell in second if cell)]


def _all_words(row: Sequence[str]) -> bool:
    return not any(map(_FIGURE.fullmatch, row)) and not _ORDER.fullmatch(row[0])


def _runs(blank: Sequence[bool]) -> list[tuple[int, int]]:
    """Where cells that are not blank stand side by side: first place, and the one behind the last."""
    found: list[tuple[int, int]] = []
    for place, empty in enumerate(blank):
        if not empty and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif not empty:
            found.append((place, place + 1))
    return found


def _lengths(second: Sequence[str], blank: Sequence[bool], over: int) -> list[int]:
    """How many columns each cell of the first row takes: one above a blank; above others as their words come again."""
    lengths: list[int] = []
    runs = _runs(blank)
    spare = over - len(runs)
    place = 0
    for first, end in runs:
        lengths += [1] * (first - place)
        starts = _groups(second[first:end])
        parts = len(starts) if spare and len(starts) - 1 <= spare else min(spare + 1, end - first)
        if parts != len(starts):
            starts = [at * (end - first) // parts for at in range(parts)]
        spare -= parts - 1
        lengths += [b - a for a, b in zip(starts, [*starts[1:], end - first], strict=True)]
        place = end
    return [*lengths, *[1] * (len(blank) - place)]


def _groups(cells: Sequence[str]) -> list[int]:
    """Where the first words of a run of cells come again: "Trung ương", "Tỉnh", "Trung ương", "Tỉnh" are two groups."""
    words = [re.sub(r"\s*\(.*", "", cell).casefold() for cell in cells]
    return [at for at, word in enumerate(words) if word == words[0]]
