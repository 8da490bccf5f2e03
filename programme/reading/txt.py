"""A text file read: as pdftotext gives it or a clerk copied it, with lines wrapped and page numbers between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from . import furniture
from .clean import clean, wide
from .columns import aligned, segments, separated
from .document import Block, Document, Doubt, Line, Table, UnreadableError
from .edges import Raw, measured
from .encoding import decoded
from .layout import apart, beside, drawn, in_order
from .tabbed import tabbed
from .textnotes import footnoted
from .wrapping import Joiner, Measure, Row

BYTES = 8_000_000
"""A plan of a thousand pages has some three million."""
LOOKED_AT = 30_000
"""Lines looked at in vain for tables, each as often as it is: a text made to have none may not cost more."""
_CONTENTS = re.compile(r".*(?:\.{5,}|…{3,}|(?:\. ){5,})\s*\d{1,4}\s*$")


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
    measure, rows = measured(lines)
    doubts: list[Doubt] = []
    blocks = list(_blocks(lines, rows, measure, doubts))
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and (drawn(block.whole) or _CONTENTS.match(block.whole)):
            aside.append(block.whole)
        else:
            kept.append(block)
    doubts += _broken_tables(kept)
    kept, notes = footnoted(kept)
    return Document("txt", tuple(kept), notes, tuple(doubts), tuple(dict.fromkeys(aside)))


def _broken_tables(blocks: Sequence[Block]) -> Iterator[Doubt]:
    """Many short lines in a row: a table of which only the words are left."""
    run: list[Line] = []
    for block in (*blocks, None):
        if isinstance(block, Line) and not block.label and len(block.text) < 30:
            run.append(block)
            continue
        if len(run) >= 12:
            said = (
                f"{len(run)} dòng ngắn liền nhau, có thể là một bảng đã rã: các ô không đọc được thành bảng. "
                "Nên nhập tệp .docx hoặc .pdf gốc, hoặc dùng «pdftotext -layout»."
            )
            yield Doubt(run[0].where, said)
        run = []


def _without_furniture(text: str) -> tuple[list[Raw], list[str]]:
    """The lines of the plan, and those that belong to its pages."""
    pages, numbers = _paged(text)
    full = [[line for line in page if line.text.strip()] for page in pages]
    gone = furniture.repeated([[line.text for line in page] for page in full]) if len(pages) > 1 else [set()]
    aside: list[str] = []
    kept: list[Raw] = []
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


def _paged(text: str) -> tuple[list[list[Raw]], set[int]]:
    """The lines of each page, and which (`id`) are known to be page numbers.

    Pages are told by form feeds; where there are none, by lone numbers that count up.
    """
    if "\f" in text:
        pages: list[list[Raw]] = [[]]
        for number, whole in enumerate(text.split("\n"), 1):
            for at, part in enumerate(whole.split("\f")):
                if at:
                    pages.append([])
                pages[-1].append(Raw(number, part.rstrip(" ")))
        return pages, set()
    lines = [Raw(number, line.rstrip(" ")) for number, line in enumerate(text.split("\n"), 1)]
    full = [line for line in lines if line.text.strip()]
    numbers = [full[at] for at in furniture.numbered_breaks([line.text for line in full])]
    breaks = [line.number - 1 for line in numbers]
    pages = [lines[a:b] for a, b in zip([0, *breaks], [*breaks, len(lines)], strict=True)]
    return pages, {id(line) for line in numbers}


def _mind_blanks(lines: list[Raw]) -> None:
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


def _blocks(lines: Sequence[Raw], rows: Sequence[Row], measure: Measure, doubts: list[Doubt]) -> Iterator[Block]:
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


def _table(lines: Sequence[Raw], at: int) -> tuple[tuple[Table, int] | None, int]:
    """A table that begins here with how many lines it takes, if there is one; and how many were looked at."""
    parts = len(segments(lines[at].text))
    if parts < 3 and not any(sign in lines[at].text.strip() for sign in "|\t"):
        return None, 0
    if "\t" in lines[at].text.strip():
        near = [line for line in lines[at : at + 5_000]]
        stop = next((i for i, line in enumerate(near) if i and line.blank), len(near))
        if found := tabbed([line.text for line in near[:stop]], lines[at].where):
            return found, stop
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


def _side_by_side(lines: Sequence[Raw], at: int, measure: Measure) -> tuple[list[Line], int] | None:
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
