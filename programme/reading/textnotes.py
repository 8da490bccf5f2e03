"""Footnotes of a text file: they stand at its end, counted, and their numbers stick to the words they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .document import Block, Footnote, Line, words_behind

_NOTE = re.compile(r"[\[(]?(\d{1,2})[\])]?[.:]?\s+(\S.*)")
_BEHIND = r"(?:(?<=[^\W\d_])|(?<=\S[\"”’')]))(?<!\bm)(?<!\bkm)"
"""A number sticks to a word or to what closes one; "m2" has none."""
_CLOSED = r"(?<=[^\W\d][.;,])"
"""Without brackets a number may also stick to a sign that closes a word: "rà soát.1"."""
_MOST = 60


def footnoted(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Footnote, ...]]:
    """The blocks without the footnotes at their end, and these; a number that sticks to a word becomes a mark.

    Only where the lines at the end count from 1 and each number sticks to a word above: else nothing is changed.
    """
    kept = [*blocks]
    last: list[tuple[str, str]] = []
    while kept and len(last) < _MOST and (not last or last[0][0] != "1"):
        line = kept.pop()
        found = _NOTE.fullmatch(line.whole) if isinstance(line, Line) else None
        if not found:
            break
        last.insert(0, (found[1], found[2]))
    if not last or [mark for mark, _ in last] != [str(number) for number in range(1, len(last) + 1)]:
        return [*blocks], ()
    at = 0
    for mark, _ in last:
        bare = rf"(?:{_BEHIND}{mark}(?=[\s.,;:)]|$)|{_CLOSED}{mark}(?=\s|$))"
        sticks = re.compile(rf"(?<=\S)(?:\[{mark}\]|\({mark}\))(?=[\s.,;:)]|$)|{bare}")
        for place in range(at, len(kept)):
            line = kept[place]
            if isinstance(line, Line) and (found := sticks.search(line.text)):
                text = f"{line.text[: found.start()]}{line.text[found.end() :]}"
                behind = words_behind(line.text[found.end() :])
                kept[place] = replace(line, text=text, notes=(*line.notes, mark), behind=(*line.behind, behind))
                at = place
                break
        else:
            return [*blocks], ()
    return kept, tuple(Footnote(mark, text) for mark, text in last)
