"""Where the lines of a text file were wrapped: its edges, found from lines of which it is sure that they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import labels
from .columns import segments
from .wrapping import Measure, Row

UNWRAPPED = 150
"""Letters: where lines are this long, each paragraph stands on a line of its own."""
_NO_EDGE = 100
"""Letters of the longest line: beyond it, and with hardly a line that goes on in the next, nothing was wrapped."""
_FEW, _BEYOND = 2, 1.3
"""So many lines that go on in the next, if the longest line is so much longer, are a title in two lines or the like."""
_NARROW = frozenset("iíìỉĩịljt.,;:'!|()[]-Ifr ")
_BROAD = frozenset("mMwWƯOÔƠQGDĐHNUKXVYACRTB%")


@dataclass
class Raw:
    """A line of the file."""

    number: int
    text: str
    page: int = 0
    blank: bool = False
    """An empty line above it, that says something."""

    @property
    def where(self) -> str:
        return f"dòng {self.number}"


def width(text: str) -> float:
    """About how wide a text is in letters that are not all alike."""
    return sum(0.55 if c in _NARROW else 1.35 if c in _BROAD else 1.0 for c in text)


def measured(lines: Sequence[Raw]) -> tuple[Measure, list[Row]]:
    """The body of the page, and the lines as rows. Lengths are in letters, or in estimated widths where they fit better
    to where the lines were wrapped."""
    running = [line.text for line in lines if len(segments(line.text)) == 1] or [line.text for line in lines]
    long = sorted(len(text.strip()) for text in running)[int(len(running) * 0.9)] * 0.75
    indents = [len(text) - len(text.lstrip()) for text in running if len(text.strip()) > long]
    base = min((i for i in set(indents) if indents.count(i) >= max(len(indents) * 0.1, 1)), default=0)
    indented = len(indents) > 4 and any(i < base + 2 for i in indents)
    indented = indented and sum(i >= base + 3 for i in indents) >= len(indents) * 0.12
    wrapped = _wrapped(running)
    by_letters, by_width = (_edge(running, wrapped, measure) for measure in (len, width))
    exact = by_letters[1] <= by_width[1]
    measure: Callable[[str], float] = len if exact else width
    full = right = by_letters[0] if exact else by_width[0]
    if exact and indented:
        right = float(max(len(text.rstrip()) for text in running)) - base
    elif not exact:
        right *= 1.02
    rows = []
    for line in lines:
        text = line.text.strip()
        left = float(len(line.text) - len(line.text.lstrip()))
        if not indented and left <= base + 8:
            left = float(base)
        long = measure(text)
        space = right - long - (left - base if indented else 0.0)
        even = abs(left - base - space) <= max(right * 0.08, 4)
        centred = left > base + 6 and even and long < right * 0.93
        rows.append(Row(text, left, left + long, line.where, line.page, line.blank, centred))
    longest, broken = (max(map(len, some), default=0) for some in (running, [text for text, _ in wrapped]))
    if full >= UNWRAPPED or (len(wrapped) <= _FEW and longest > max(_NO_EDGE, broken * _BEYOND)):
        right = float("inf")
    return Measure(float(base), base + right, 0.0 if exact else full * 0.02, indented), rows


def _wrapped(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Lines that were surely wrapped, each with the word that had no room: a sentence goes on in the next line."""
    found = []
    for text, following in pairwise(texts):
        text, following = text.strip(), following.strip()
        if len(text) > 40 and following[:1].islower() and text[-1] not in ".;:!?…" and not labels.split(following)[0]:
            found.append((text, following.split(maxsplit=1)[0]))
    return found


def _edge(
    texts: Sequence[str], wrapped: Sequence[tuple[str, str]], measure: Callable[[str], float]
) -> tuple[float, float]:
    """Where lines end at most, and the share of wrapped ones that had room for one word more: the fewer, the truer."""
    if len(wrapped) < 3:
        lengths = sorted(measure(text.strip()) for text in texts)
        return lengths[min(int(len(lengths) * 0.95), len(lengths) - 1)], 1.0
    lengths = sorted(measure(text) for text, _ in wrapped)
    edge = lengths[min(int(len(lengths) * 0.95), len(lengths) - 1)]
    return edge, sum(measure(text) + 1 + measure(word) <= edge * 0.98 for text, word in wrapped) / len(wrapped)
