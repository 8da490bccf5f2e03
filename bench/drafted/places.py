"""Where in a draft a quote of a truth file stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from drafted.held import Held
from drafted.letters import bare, squeezed

Range = tuple[int, int]
_NUMBER = re.compile(r"\d[.,]?$")


class Places:
    """Finds quotes in the draft's text. Of several places the one under the right headings, each taken once."""

    def __init__(self, held: Held, sections: Iterable[str]) -> None:
        self.held = held
        self.sections = {bare(one) for one in sections}
        self._taken: Counter[tuple[str, str, str]] = Counter()

    def find(self, quote: str, under: str | None = None, within: str | None = None, kind: str = "") -> Range | None:
        """The range of a quote, of one inside another where `within` is given; None where it does not stand."""
        if within is not None:
            around = self.find(within, under, kind=f"{kind} within {quote}")
            if around is None:
                return None
            pieces = self.held.at(around)
            around = (pieces[0].start, pieces[-1].end) if pieces else around
            at = self.held.text.find(squeezed(quote), *around)
            return (at, at + len(squeezed(quote))) if at >= 0 else None
        looked_for = squeezed(quote)
        found = self.all_of(looked_for)
        if not found:
            return None
        if under is not None:
            fitting = [one for one in found if self.is_under(one, under)]
            found = fitting or found
            # a group of rows in a table is no heading: what is told under it stands under those above
            under = " > ".join(one for one in under.split(" > ") if bare(one) in self.sections) if fitting else None
        key = (kind, looked_for, under or "")
        one = found[self._taken[key] % len(found)]
        self._taken[key] += 1
        return one

    def all_of(self, looked_for: str) -> list[Range]:
        """Every place; for a quote that begins with a number not the ends of longer ones, if there are others."""
        found, at = [], self.held.text.find(looked_for) if looked_for else -1
        while at >= 0:
            found.append((at, at + len(looked_for)))
            at = self.held.text.find(looked_for, at + 1)
        if looked_for[:1].isdigit():
            return [one for one in found if not _NUMBER.search(self.held.text[: one[0]][-2:])] or found
        return found

    def is_under(self, place: Range, under: str) -> bool:
        """Whether the words stand under these headings and under no further one that the truth file knows."""
        pieces = [one for one in self.held.at(place) if one.kind not in ("heading", "number")] or self.held.at(place)
        wanted = [bare(one) for one in under.split(" > ") if bare(one) in self.sections]
        known = [[one for one in map(bare, piece.path) if one in self.sections] for piece in pieces]
        # A subproject is a file of its own: its path does not say the project above it.
        return wanted in known or any(one and one[-1:] == wanted[-1:] and set(one) < set(wanted) for one in known)
