"""What belongs to the page, not to the plan: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from . import labels

NEAR = 3
"""How many lines from the edge of a page its furniture may stand."""
_NUMBER = re.compile(r"[-–—|\s]*(?:trang\s*)?(\d{1,4})(?:\s*(?:/|trên)\s*\d{1,4})?[-–—|.\s]*(?:trang)?\s*", re.I)
_BETWEEN = 15
"""Lines that a page has at least: lone numbers that come faster are cells of a table."""


def page_number(text: str) -> int | None:
    """The number in a line that holds nothing else: "3", "- 3 -", "Trang 3/12"."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[1]) if found and text.strip() else None


def numbered_breaks(texts: Sequence[str]) -> list[int]:
    """Places of the lines that are page numbers, in a text without marks of pages: they count up, far from each other.

    Where there is no such row of numbers, up to three that stand alone among running text are taken for page numbers.
    """
    found: list[int] = []
    chains: list[list[int]] = []
    for place, text in enumerate(texts):
        number = page_number(text)
        if number is None:
            continue
        for chain in chains:
            if number == (page_number(texts[chain[-1]]) or 0) + 1 and _pages_apart(texts, chain[-1], place):
                chain.append(place)
                break
        else:
            chains.append([place])
    for chain in chains:
        first = page_number(texts[chain[0]])
        if len(chain) > len(found) and (len(chain) > 2 or (len(chain) == 2 and first in (1, 2))):
            found = chain
    if found and page_number(texts[-1]) == (page_number(texts[found[-1]]) or 0) + 1:
        found = [*found, len(texts) - 1]  # the last page may be short
    numbers = [place for place, text in enumerate(texts) if page_number(text) is not None]
    if not found and len(numbers) <= 3:  # most of them were taken out before: the text around is not of a table
        found = [
            n for n in numbers if n >= _BETWEEN and n + 1 < len(texts) and min(map(len, texts[n - 1 : n + 2 : 2])) > 8
        ]
    return found


def _pages_apart(texts: Sequence[str], before: int, here: int) -> bool:
    """Whether two lone numbers are far from each other, or the same running head stands below both."""
    heads = [" ".join(line.split()) for at in (before, here) for line in texts[at + 1 : at + 2]]
    return here - before >= _BETWEEN or (len(heads) == 2 and len(heads[0]) > 8 and heads[0] == heads[1])


def repeated(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each page the places of its lines that are furniture: from its edge on, what most pages have there."""
    gone: list[set[int]] = [set() for _ in pages]
    enough = max(2, len(pages) * 0.4)
    for edge in (0, -1):
        for _ in range(NEAR):
            outer = [_outermost(page, out, edge) for page, out in zip(pages, gone, strict=True)]
            numbers = {
                at: number
                for at, place in enumerate(outer)
                if place is not None
                and (number := page_number(pages[at][place])) is not None
                and abs(number - at - 1) <= 20
            }
            heads = {
                at: form for at, place in enumerate(outer) if place is not None and (form := _form(pages[at][place]))
            }
            counted = Counter(heads.values())
            taken = {at for at, form in heads.items() if counted[form] >= enough}
            if len(numbers) >= max(1, (len(pages) - 1) * 0.5):
                taken |= set(numbers)
            if not taken:
                break
            for at in taken:
                gone[at].add(outer[at] or 0)
    return gone


def _outermost(page: Sequence[str], out: set[int], edge: int) -> int | None:
    """The place of the line nearest to an edge (0: top, -1: foot) that is not taken yet."""
    left = [at for at in range(len(page)) if at not in out]
    return left[edge] if left else None


def _form(text: str) -> str:
    """A line without its numbers, so that "Trang 3" and "Trang 4" are the same; "" for what is no head of pages:
    a row of a table, an item of a list, a number alone."""
    if len(re.findall(r"\S\s{2,}(?=\S)", text.strip())) > 2 or labels.split(text)[0] or page_number(text) is not None:
        return ""
    return re.sub(r"\d+", "#", " ".join(text.split()))
