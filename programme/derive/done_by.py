"""Which duties a time is for: those of the half-sentence it stands in, not all of the paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from ..load.texts import Phrase
from .programme import Programme
from .statements import Duty, When

_FEW = 5
"""Words before a time that say no more than that all of the work is to be done by then: "Hoàn thành, bàn giao nhà"."""


def done_by(programme: Programme, when: When) -> list[Duty]:
    """The duties that a time is for: of the half-sentence it stands in, else of the sentence.

    A short sentence of its own ("Hoàn thành trước ngày 30/9/2026.") is for all of its paragraph, a longer one tells of
    something else ("Ngân sách xã ủy thác 300 triệu đồng trong quý I/2026.") and for nobody's duty. In a row of a table
    and a piece of work of several lines it is for all of it.
    """
    duties = programme.duties_of_work(when.spot.paragraph)
    phrases = when.spot.paragraph.phrases
    at = next((place for place, phrase in enumerate(phrases) if phrase is when.spot.phrase), -1)
    if at < 0 or when.spot.paragraph in programme.tasks or not _is_text(when):
        return duties
    for ends in ((".", ";", ":"), (".",)):
        said = _around(phrases, at, ends)
        if found := [duty for duty in duties if any(duty.spot.phrase is one for one in said)]:
            return found
    words = " ".join(one.text for one in _around(phrases, at, (".",))).split(when.record.text)[0]
    return duties if len(words.split()) <= _FEW else []


def _is_text(when: When) -> bool:
    """Whether a time stands in running text, not in a cell of a table."""
    return when.spot.clause is None or when.spot.paragraph in when.spot.clause.every_text


def _around(phrases: Sequence[Phrase], at: int, ends: tuple[str, ...]) -> Sequence[Phrase]:
    """The phrases around one up to those that end in certain signs."""
    first = next((place + 1 for place in range(at - 1, -1, -1) if phrases[place].text.endswith(ends)), 0)
    last = next((place for place in range(at, len(phrases)) if phrases[place].text.endswith(ends)), len(phrases) - 1)
    return phrases[first : last + 1]
