"""What the words of a sentence name, as the lists of the plan have it: bodies, groups; each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...vietnamese.slugs import fold
from ..view.choices import Choice

_SHORT = 4
"""A name of so few letters is found as it is written only: "VT" is not in "vt."."""
_WITH = re.compile(
    r"(?:\b(?:phoi hop(?: chat che)?(?: voi| cung)?|cung(?: voi)?|voi)|(?:phoi hop|cung lam): ?)(?: cac)?$"
)
"""Before whom one works with."""
_ACTS = re.compile(
    r"(?:^|[.;:(\-–+•])\s*(?:(?:\d+|[a-z])[.)]\s*)?$"
    r"|\b(?:giao|de nghi|yeu cau|phan cong|rieng|chu tri|dau moi)(?: cho)?:?$"
)
"""Before who acts: the beginning, a stroke, what gives work."""
_TO = re.compile(r"\b(?:gui|cho|ve|toi|den|bao cao(?: ngay| kip thoi)?|trinh)$")
"""Before whom something is told or sent to."""
_AND = re.compile(r"\s*(?:,|;|va|, va)?\s*(?:cac)?\s*")


@dataclass(frozen=True)
class Named:
    """`text[start:end]` names something; `part` is what it does there: "acts", "with", "to", or "" where unsure."""

    start: int
    end: int
    id: str
    part: str = ""


def bodies(text: str, listed: Iterable[Choice]) -> list[Named]:
    """The bodies that a text names, from left to right."""
    found: list[Named] = []
    folded = fold(text)
    for one in _in(text, folded, listed):
        before = folded[: one.start].rstrip()
        part = next((name for name, rx in (("with", _WITH), ("acts", _ACTS), ("to", _TO)) if rx.search(before)), "")
        if not part and found and _AND.fullmatch(folded[found[-1].end : one.start]):
            part = found[-1].part
        found.append(Named(one.start, one.end, one.id, part))
    return found


def groups(text: str, listed: Iterable[Choice]) -> list[list[Named]]:
    """The groups that a text names, from left to right; those of one enumeration together."""
    found: list[list[Named]] = []
    folded = fold(text)
    for one in _in(text, folded, listed):
        if found and _AND.fullmatch(folded[found[-1][-1].end : one.start]):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _in(text: str, folded: str, listed: Iterable[Choice]) -> list[Named]:
    """Each word counts for the longest name that it is in."""
    if len(folded) != len(text):  # letters that are not composed
        return []
    names = sorted(
        {(name, one.value) for one in listed for name in _names(one)}, key=lambda pair: (-len(pair[0]), pair)
    )
    found: list[Named] = []
    for name, id in names:
        is_short = len(name) <= _SHORT
        words, there = (name, text) if is_short else (fold(name), folded)
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", there):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Named(match.start(), match.end(), id))
    return sorted(found, key=lambda one: one.start)


def _names(one: Choice) -> Iterator[str]:
    yield from (name for name in (one.name, *one.also.split("; ")) if len(name) > 1)


__all__ = ["Named", "bodies", "groups"]
