"""A passage as a paragraph of the data: phrases cut at its marks, each with the keys of those that are sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from ...edit import kinds, phrases
from ...edit.kinds import Kind
from ...reading.document import Footnote
from ..shape import Degree, Mark, Passage


class Held(dict[str, Any]):
    """A mapping of the data that knows which marks gave it its keys: what fails the check is taken back by them."""

    marks: tuple[Mark, ...] = ()
    register: tuple[str, str] | None = None
    """Of a record of a register: (register, id)."""

    def by(self, marks: Iterable[Mark]) -> Held:
        """Itself, with the marks that gave it its keys."""
        self.marks = tuple(marks)
        return self


def held(value: dict[str, Any], marks: Iterable[Mark], kind: Kind = None) -> Held:
    """A mapping with its marks, its keys in the order a careful hand writes them."""
    order = kinds.order(kind)
    found = Held(sorted(value.items(), key=lambda pair: order.get(pair[0], len(order))) if order else value)
    found.marks = tuple(marks)
    return found


Notes = Sequence[tuple[Held, int]]
"""Footnotes of a passage as the data holds them, each with how many of its words begin behind the mark."""


def paragraph_of(passage: Passage, usual: str = "", notes: Notes = (), items: Sequence[Any] = ()) -> Any:
    """The paragraph; `usual` is the sign that stands before its like without being said.

    A phrase ends where the mark of a footnote stands, if no sure mark goes on over it. `items` are the values of those
    that stand in the paragraph.
    """
    text = passage.text
    sure = [one for one in passage.marks if one.degree is Degree.SURE]
    own: dict[str, Any] = {} if passage.label == usual else {"mark": passage.label}
    whole = [one for one in sure if one.whole]
    for mark in whole:
        own = phrases.merged(own, mark.sets)
    spots = [(_end_before(text, behind), note) for note, behind in notes]
    made: list[Held] = []
    for start, end, marks in _pieces(text, passage.marks, [at for at, _ in spots]):
        if words := text[start:end].strip():
            made.append(_phrase(words, marks))
            if own_notes := [note for at, note in spots if start < at <= end]:
                made[-1]["footnotes"] = own_notes
    if items:
        own = {**own, "items": [*items]}
    return _shortest(made, own, whole)


def _end_before(text: str, behind: int) -> int:
    """Where the word ends that so many words follow."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return ends[max(0, len(ends) - 1 - behind)]


def footnote_of(note: Footnote, marks: Iterable[Mark] = ()) -> Held:
    """A footnote as the data holds it: one phrase. Of marks that say what it has but one of, it has the first."""
    kept: list[Mark] = []
    for mark in marks:
        if mark.degree is Degree.SURE and not clash(kept, mark):
            kept.append(mark)
    made = _phrase(" ".join(note.text.split()), kept)
    return Held({"mark": note.mark.strip() or "*", **made}).by(kept)


def _shortest(made: Sequence[Held], own: dict[str, Any], whole: Sequence[Mark]) -> Any:
    first: dict[str, Any] = {key: own[key] for key in ("mark", "bearers", "projects") if key in own}
    last = {key: own[key] for key in own if key not in first}
    if len(made) == 1 and not set(made[0]) & set(first):
        one: dict[str, Any] = {**first, **made[0], **last}
        return one["text"] if len(one) == 1 else held(one, [*whole, *made[0].marks])
    listed: list[Any] = [phrase["text"] if len(phrase) == 1 else phrase for phrase in made]
    return held({**first, "phrases": listed, **last}, whole)


def _phrase(text: str, marks: Sequence[Mark]) -> Held:
    from ...load.texts import Phrase

    keys: dict[str, Any] = {"text": text}
    for mark in marks:
        keys = phrases.merged(keys, mark.sets)
    return held(keys, marks, Phrase)


def _pieces(text: str, marks: Sequence[Mark], at: Iterable[int] = ()) -> list[tuple[int, int, list[Mark]]]:
    """The text in pieces: each with the sure marks whose words it holds. `at`: where else to cut, if no mark does."""
    sure: list[tuple[int, int, list[Mark]]] = []
    for mark in sorted((one for one in marks if _cuts(one, Degree.SURE)), key=lambda one: (one.start, -one.end)):
        start, end = widened(text, mark.start, mark.end)
        if sure and start < sure[-1][1]:
            before, until, held_marks = sure[-1]
            if not clash(held_marks, mark):
                sure[-1] = (before, max(until, end), [*held_marks, mark])
        else:
            sure.append((start, end, [mark]))
    cuts = {0, len(text)}
    for start, end, _ in sure:
        cuts |= {start, end}
    for mark in marks:
        if mark.degree is not Degree.SURE and not mark.whole and mark.start < mark.end:
            for place in widened(text, mark.start, mark.end):
                if not any(start < place < end for start, end, _ in sure):
                    cuts.add(place)
    cuts |= {place for place in at if not any(start < place < end for start, end, _ in sure)}
    places = sorted(cuts)
    by_start = {start: held_marks for start, _, held_marks in sure}
    return [(one, two, by_start.get(one, [])) for one, two in pairwise(places)]


def _cuts(mark: Mark, degree: Degree) -> bool:
    return mark.degree is degree and not mark.whole and mark.start < mark.end


def clash(before: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark sets what a phrase has but one of, and another of the same words does too."""
    return any(
        key in one.sets and one.sets[key] != mark.sets[key]
        for one in before
        for key in phrases.ONE_OF_A_KIND
        if key in mark.sets
    )


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that a span touches, with the signs that close them."""
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    start = text.rfind(" ", 0, start + 1 if text[start : start + 1] != " " else start) + 1
    after = text.find(" ", end)
    end = len(text) if after < 0 else after
    return start, end


def lost(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The sure marks that share their words with others so that they cannot be written."""
    written = {id(mark) for _, _, held_marks in _pieces(text, marks) for mark in held_marks}
    return [one for one in marks if _cuts(one, Degree.SURE) and id(one) not in written]
