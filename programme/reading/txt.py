"""A text file read: as pdftotext gives it or a clerk copied it, with lines wrapped and page numbers between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import furniture
from .clean import clean, wide
from .columns import aligned, segments, separated
from .document import Block, Document, Doubt, Line, Table, UnreadableError
from .encoding import decoded
from .layout import apart, beside, drawn, in_order
from .wrapping import Joiner, Measure, Row

_NARROW = frozenset("iíìỉĩịljt.,;:'!|()[]-Ifr ")
_BROAD = frozenset("mMwWƯOÔƠQGDĐHNUKXVYACRTB%")
BYTES = 8_000_000
"""A plan of a thousand pages has some three million."""
LOOKED_AT = 30_000
"""Lines looked at in vain for tables, each as often as it is: a text made to have none may not cost more."""
UNWRAPPED = 150
"""Letters: where lines are this long, each paragraph stands on a line of its own."""
_CONTENTS = re.compile(r".*(?:\.{5,}|…{3,}|(?:\. ){5,})\s*\d{1,4}\s*$")


@dataclass
class _Raw:
    """A line of the file."""

    number: int
    text: str
    page: int = 0
    blank: bool = False
    """An empty line above it, that says something."""

    @property
    def where(self) -> str:
        return f"dòng {self.number}"


def read(path: Path) -> Document:
    """The document in a text file. Raises `UnreadableError`."""
    if (size := path.stat().st_size) > BYTES:
        raise UnreadableError(f"Tệp văn bản quá lớn: {size // 1_000_000} MB, nhiều nhất {BYTES // 1_000_000} MB.")
    return parsed(decoded(path.read_bytes()))


def parsed(text: str) -> Document:
    """The document in a text."""
    lines, aside = _without_furniture(wide(text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))
    if not any(line.text.strip() for line in lines):
        raise UnreadableError("Tệp không có chữ nào.")
    _mind_blanks(lines)
    lines = [line for line in lines if line.text.strip()]
    measured, rows = _measured(lines)
    doubts: list[Doubt] = []
    blocks = list(_blocks(lines, rows, measured, doubts))
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and (drawn(block.whole) or _CONTENTS.match(block.whole)):
            aside.append(block.whole)
        else:
            kept.append(block)
    return Document("txt", tuple(kept), doubts=tuple(doubts), furniture=tuple(dict.fromkeys(aside)))


def _without_furniture(text: str) -> tuple[list[_Raw], list[str]]:
    """The lines of the plan, and those that belong to its pages."""
    pages, numbers = _paged(text)
    full = [[line for line in page if line.text.strip()] for page in pages]
    gone = furniture.repeated([[line.text for line in page] for page in full]) if len(pages) > 1 else [set()]
    aside: list[str] = []
    kept: list[_Raw] = []
    for at, page in enumerate(pages):
        out = numbers | {id(full[at][place]) for place in gone[at]}
        aside += [clean(line.text) for line in page if id(line) in out]
        rest = [line for line in page if id(line) not in out]
        while rest and not rest[0].text.strip():
            rest.pop(0)
        while rest and not rest[-1].text.strip():
            rest.pop()
        for line in rest:
            line.page = at
        kept += rest
    return kept, aside


def _paged(text: str) -> tuple[list[list[_Raw]], set[int]]:
    """The lines of each page, and which (`id`) are known to be page numbers.

    Pages are told by form feeds; where there are none, by lone numbers that count up.
    """
    if "\f" in text:
        pages: list[list[_Raw]] = [[]]
        for number, whole in enumerate(text.split("\n"), 1):
            for at, part in enumerate(whole.split("\f")):
                if at:
                    pages.append([])
                pages[-1].append(_Raw(number, part.rstrip()))
        return pages, set()
    lines = [_Raw(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1)]
    full = [line for line in lines if line.text.strip()]
    numbers = [full[at] for at in furniture.numbered_breaks([line.text for line in full])]
    breaks = [line.number - 1 for line in numbers]
    pages = [lines[a:b] for a, b in zip([0, *breaks], [*breaks, len(lines)], strict=True)]
    return pages, {id(line) for line in numbers}


def _mind_blanks(lines: list[_Raw]) -> None:
    """Mark what stands below an empty line, unless empty lines stand everywhere."""
    gaps: dict[int, int] = {}
    empty, previous = 0, None
    for at, line in enumerate(lines):
        if not line.text.strip():
            empty += 1
            continue
        if previous is not None and lines[previous].page == line.page:
            gaps[at] = empty
        empty, previous = 0, at
    usual = sorted(gaps.values())[int(len(gaps) * 0.5)] if gaps else 0
    for at, count in gaps.items():
        lines[at].blank = count > usual


def _width(text: str) -> float:
    """About how wide a text is in letters that are not all alike."""
    return sum(0.55 if c in _NARROW else 1.35 if c in _BROAD else 1.0 for c in text)


def _measured(lines: Sequence[_Raw]) -> tuple[Measure, list[Row]]:
    """The lines as rows with lengths: in letters, or estimated, whichever gives full lines the more even edge."""
    running = [line.text for line in lines if len(segments(line.text)) == 1] or [line.text for line in lines]
    counted, estimated = ([measure(text.strip()) for text in running] for measure in (len, _width))
    exact = _evenness(counted) <= _evenness(estimated)
    measure = len if exact else _width
    lengths = sorted(counted if exact else estimated)
    full = lengths[min(int(len(lengths) * 0.9), len(lengths) - 1)]
    indents = [len(text) - len(text.lstrip()) for text in running if measure(text.strip()) > full * 0.75]
    base = min((i for i in set(indents) if indents.count(i) >= max(len(indents) * 0.1, 1)), default=0)
    first = sum(i >= base + 3 for i in indents)
    known = len(indents) * 0.12 <= first and any(i < base + 2 for i in indents) and len(indents) > 4
    right = float(max(lengths)) if exact else full * 1.02
    if exact and known:
        right = float(max(len(text.rstrip()) for text in running)) - base
    rows = []
    for line in lines:
        text = line.text.strip()
        left = float(len(line.text) - len(line.text.lstrip()))
        if not known:
            left = left if left > base + 8 else float(base)
        width = float(measure(text))
        edge = (left - base) + width if known else width
        centred = (
            left > base + 6 and abs((left - base) - (right - edge)) <= max(right * 0.08, 4) and width < right * 0.93
        )
        rows.append(Row(text, left, left + width, line.where, line.page, line.blank, centred))
    tolerance = 0.0 if exact else full * 0.02
    if full >= UNWRAPPED:
        right = float("inf")
    return Measure(float(base), base + right, tolerance if known else tolerance + 0.0, known), rows


def _evenness(lengths: Sequence[float]) -> float:
    """How far the longer half of lines is from the longest, as a share."""
    longest = sorted(lengths)[len(lengths) // 2 :]
    top = longest[int(len(longest) * 0.9)] if longest else 1
    return sum(abs(top - length) for length in longest) / (len(longest) * max(top, 1)) if longest else 0


def _blocks(lines: Sequence[_Raw], rows: Sequence[Row], measure: Measure, doubts: list[Doubt]) -> Iterator[Block]:
    joiner = Joiner(measure)
    joiner.doubts = doubts
    at, looked = 0, 0
    while at < len(lines):
        found, cost = _table(lines, at) if looked < LOOKED_AT else (None, 0)
        looked += 0 if found else cost
        if found:
            yield from joiner.take()
            yield found[0]
            at += found[1]
            continue
        if two := _side_by_side(lines, at, measure):
            yield from joiner.take()
            yield from two[0]
            at += two[1]
            continue
        parts = apart(lines[at].text)
        for part in parts:
            joiner.add(replace(rows[at], text=part.strip(), apart=rows[at].apart or len(parts) > 1))
        if len(parts) > 1:
            yield from joiner.take()
        at += 1
    yield from joiner.take()


def _table(lines: Sequence[_Raw], at: int) -> tuple[tuple[Table, int] | None, int]:
    """A table that begins here with how many lines it takes, if there is one; and how many were looked at."""
    parts = len(segments(lines[at].text))
    if parts < 3 and not any(sign in lines[at].text.strip() for sign in "|\t"):
        return None, 0
    texts: list[str] = []  # as far as a table can go, with the empty lines that say something
    pages: list[int] = []
    for line in lines[at : at + 5_000]:
        if len(segments(line.text)) == 1 and len(line.text.strip()) > 60 and "|" not in line.text:
            break
        texts += ["", line.text] if line.blank and texts else [line.text]
        pages += [line.page] * (len(texts) - len(pages))
    if not texts:
        return None, 0
    where = lines[at].where
    found = separated(texts, where) or (aligned(texts, where, pages) if parts > 2 else None)
    return ((found[0], sum(bool(text.strip()) for text in texts[: found[1]])) if found else None), len(texts)


def _side_by_side(lines: Sequence[_Raw], at: int, measure: Measure) -> tuple[list[Line], int] | None:
    """Letterhead or signature in two columns, from here, in reading order, and how many lines it takes."""
    if len(segments(lines[at].text)) != 2:
        return None
    near = [line for line in lines[at : at + 40] if line.page == lines[at].page]
    found = beside([segments(line.text) for line in near], 1)
    if not found:
        return None
    sides = []
    for side in found[:2]:
        joiner = Joiner(replace(measure, right=float("inf")))
        for place, part in side:
            joiner.add(
                Row(part.text.strip(), measure.left, measure.left + len(part.text), near[place].where, apart=True)
            )
        sides.append(joiner.take())
    return in_order(*sides), found[2]
