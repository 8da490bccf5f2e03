"""Pages of a PDF as rows that can be joined: their edges, the distance of their lines, what is centred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from .clean import wide
from .document import words_behind
from .glyphs import PageLine
from .grids import Drawn
from .wrapping import Measure, Row


@dataclass
class Page:
    """What one page holds."""

    number: int
    width: float
    height: float
    lines: list[PageLine]
    tables: list[Drawn] = field(default_factory=list)
    picture: bool = False
    """It has a picture, and no words."""
    notes_from: float | None = None
    """Where a short rule is drawn, below which footnotes stand."""


def measures_of(pages: Sequence[Page]) -> dict[tuple[int, int], Measure]:
    """The body of each form of page."""
    found = {}
    for form in {form_of(page) for page in pages}:
        rows = [line for page in pages if form_of(page) == form for line in page.lines if line.glyphs[0].upright]
        rows = rows or [line for page in pages if form_of(page) == form for line in page.lines]
        if not rows:
            continue
        enough = max(2, len(rows) * 0.04)
        lefts = Counter(round(line.left) for line in rows)
        rights = Counter(round(line.right) for line in rows)
        left = min((x for x in lefts if sum(lefts[x + d] for d in (-1, 0, 1)) >= enough), default=min(lefts))
        edges = [x for x in rights if sum(rights[x + d] for d in (-1, 0, 1)) >= enough]
        right = max(edges, default=max(rights))
        long = [line for line in rows if line.right - line.left > (right - left) * 0.6]
        indented = sum(left + 8 < line.left < left + 80 for line in long)
        found[form] = Measure(left, right, 2.5, indented >= max(2, len(long) * 0.08))
    return found


def form_of(page: Page) -> tuple[int, int]:
    """Pages of one size and direction have one form."""
    return round(page.width / 20), round(page.height / 20)


def pitch_of(pages: Sequence[Page]) -> float:
    """The usual distance of two lines of one paragraph."""
    steps = Counter(
        round((below.base - above.base) * 2) / 2
        for page in pages
        for above, below in zip(page.lines, page.lines[1:], strict=False)
        if 0 < below.base - above.base < 60
    )
    common = [step for step, count in steps.items() if count >= sum(steps.values()) * 0.15]
    return min(common, default=steps.most_common(1)[0][0] if steps else 20.0)


def rows_of(page: Page, measure: Measure | None, pitch: float) -> list[Row]:
    """The lines of a page as rows; marks of notes are taken out of their text."""
    rows = []
    before: PageLine | None = None
    starts = Counter(round(line.left - measure.left) for line in page.lines) if measure else Counter[int]()
    indent = max((start for start in starts if start > 8), key=lambda start: starts[start], default=0)
    for line in page.lines:
        assert measure is not None
        middle = (measure.left + measure.right) / 2
        centred = abs((line.left + line.right) / 2 - middle) < 4 and line.left > measure.left + 4
        if centred and measure.indents and abs(line.left - measure.left - indent) < 3 and not line.bold:
            centred = False  # it begins where paragraphs begin, and happens to end as far from the other edge
        step = line.base - before.base if before else 0.0
        text, notes = line.text, [mark for _, mark in line.raised]
        behind: list[int] = []
        for at, mark in reversed(line.raised):
            text = text[:at] + text[at + len(mark) :]
            behind.insert(0, words_behind(text[at:]))
        rows.append(
            Row(
                wide(text),
                line.left,
                line.right,
                line.where,
                page.number,
                step > pitch + 2.4,
                centred,
                line.bold,
                line.italic,
                line.size,
                tuple(notes),
                tuple(behind),
                line.first,
            )
        )
        before = line
    return rows
