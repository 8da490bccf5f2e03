"""What belongs to the page, not to the plan: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

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
            if number == (page_number(texts[chain[-1]]) or 0) + 1 and place - chain[-1] >= _BETWEEN:
                chain.append(place)
                break
        else:
            chains.append([place])
    for chain in chains:
        first = page_number(texts[chain[0]])
        if len(chain) > len(found) and (len(chain) > 2 or (len(chain) == 2 and first in (1, 2))):
            found = chain
    numbers = [place for place, text in enumerate(texts) if page_number(text) is not None]
    if not found and len(numbers) <= 3:  # most of them were taken out before: the text around is not of a table
        found = [n for n in numbers if n >= _BETWEEN and n + 1 < len(texts) and min(map(len, texts[n - 1 : n + 2 : 2])) > 8]
    return found


def repeated(pages: Sequence[Sequence[str]]) -> list[set[int]]:
    """For each page the places of its lines that are furniture: they come back near the edge of most pages."""
    counted = Counter(form for page in pages for form in {_form(page[at]) for at in _near(page) if page[at].strip()})
    enough = max(2, len(pages) * 0.4)
    heads = {form for form, count in counted.items() if count >= enough and form}
    numbers = [page_number(page[at]) for page in pages for at in _ends(page)]
    counting = sum(1 for n in numbers if n is not None) >= max(1, (len(pages) - 1) * 0.5)
    found = []
    for number, page in enumerate(pages):
        gone = {at for at in _near(page) if _form(page[at]) in heads}
        if counting:
            rest = [at for at in range(len(page)) if at not in gone]
            gone |= {
                at for at in (*rest[:1], *rest[-1:]) if (n := page_number(page[at])) is not None and abs(n - number - 1) <= 20
            }
        found.append(gone)
    return found


def _near(page: Sequence[str]) -> list[int]:
    return sorted({*range(min(NEAR, len(page))), *range(max(len(page) - NEAR, 0), len(page))})


def _ends(page: Sequence[str]) -> list[int]:
    return sorted({0, len(page) - 1}) if page else []


def _form(text: str) -> str:
    """A line without its numbers: "Trang 3" and "Trang 4" are the same; a row of a table has no form."""
    return "" if len(re.findall(r"\S\s{2,}(?=\S)", text.strip())) > 2 else re.sub(r"\d+", "#", " ".join(text.split()))

