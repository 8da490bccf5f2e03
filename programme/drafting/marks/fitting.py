"""How a text is cut into phrases, so that each mark has words of its own.

Marks are found on the few words that carry them ("50 triệu đồng"); the phrase that holds them is longer
("ngân sách xã 50 triệu đồng,"). A phrase holds one amount, one figure, one deadline, one duty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ..shape import PLACED, Degree, Mark
from .words import Span, bracketed, overlap, quoted, trimmed

ALONE = {"money", "indicator", "output", "timing", "cite", "subject", "for_whom"}
"""Kinds of which two do not share a phrase."""


@dataclass(frozen=True)
class Found:
    """A mark before the text is cut: the words that carry it, and those that its phrase must hold."""

    core: Span
    sets: Mapping[str, Any]
    kind: str
    degree: Degree = Degree.SURE
    wide: Span | None = None
    """The words that are its phrase, where they are known (a duty, the subject of a document)."""
    whole: bool = False
    why: str = ""
    others: tuple[Mapping[str, Any], ...] = field(default=())
    firm: bool = True
    """Of a duty: whether its bearers are sure, whatever its role."""
    beside: tuple[str, ...] = ()
    """Of a duty: ids of those who may be beside its bearers, to be asked."""


_PLACES = re.compile(
    r"(?<=[;:])\s+|(?<=[.])\s+(?=[\"“]?\w)|(?<=,)\s+|(?<=\))\s+|\s+(?=\()|\s+(?=(?:và|hoặc|nhằm|gồm|trong đó|theo|về việc|bằng|cho|từ|được|tại|đối với|để|với|do|còn|nhất là|trước hết|ưu tiên|riêng)\s)"
)
_RANK = ((re.compile(r"[;.:]\s+$"), 0), (re.compile(r",\s+$"), 1), (re.compile(r"\)\s+$"), 2))


def fitted(text: str, found: Sequence[Found]) -> list[Mark]:
    """The marks on the phrases that hold them, from left to right; those of the whole text last."""
    own = sorted((one for one in found if not one.whole), key=lambda one: (one.core[0], -one.core[1]))
    cuts = _cuts(text, own)
    bounds = [0, *sorted(cuts), len(text)]
    phrases = [trimmed(text, (start, end)) for start, end in pairwise(bounds)]
    marks: list[Mark] = []
    for one in own:
        held = [phrase for phrase in phrases if overlap(phrase, one.core)] or [trimmed(text, (0, len(text)))]
        start, end = (
            held[0]
            if len(held) == 1 or one.kind in ("role", PLACED, "bearer", "with", "report")
            else (held[0][0], held[-1][1])
        )
        marks.append(Mark(start, end, one.sets, one.kind, one.degree, why=one.why, others=one.others))
    marks += [
        Mark(0, len(text), one.sets, one.kind, one.degree, whole=True, why=one.why, others=one.others)
        for one in found
        if one.whole
    ]
    return marks


def _cuts(text: str, own: Sequence[Found]) -> set[int]:
    shut = [span for span in bracketed(text) if not any(overlap(span, one.core) for one in own)]
    shut += [span for span in quoted(text) if not any(overlap(span, one.core) for one in own)]
    cuts: set[int] = set()
    for one in own:
        if one.wide:
            cuts |= {_word_at(text, one.wide[0]), _after(text, one.wide[1])}
    lone = [one for one in own if one.kind in ALONE]
    for before, after in pairwise(lone):
        if before.core[1] <= after.core[0] and not any(before.core[1] <= cut <= after.core[0] for cut in cuts):
            if {before.kind, after.kind} <= {"cite", "for_whom", "timing"} and before.kind != after.kind:
                continue
            cuts.add(_best(text, before.core[1], after.core[0], shut))
    for one in lone:
        if one.kind in ("cite", "subject") and not _in_duty(one, own):
            cuts |= {_word_at(text, one.core[0])} if _follows_cut(text, one.core[0]) else set()
            cuts.add(_after(text, one.core[1]))
        if one.kind in ("money", "indicator", "output", "for_whom"):
            told_last = [duty for duty in own if _told_behind(duty, one)]
            cuts |= {
                cut
                for cut in _around(text, one, shut)
                if not any((duty.wide or duty.core)[0] < cut <= duty.core[0] for duty in told_last)
            }
        if one.kind == "timing" and not _in_duty(one, own):
            cuts |= {
                match.end()
                for match in re.finditer(r"(?<=[;.])\s+(?=[^\W\d])", text)
                if not any(a < match.start() < b for a, b in shut)
            }
    inside = [one.core for one in own if one.kind in ("money", "timing", "indicator", "output", "cite")]
    return {cut for cut in cuts if 0 < cut < len(text) and not any(start < cut < end for start, end in inside)}


def _told_behind(duty: Found, one: Found) -> bool:
    """Whether who does a work is told behind it, and a mark stands in the work: "Sửa nhà cho hộ A; chủ trì: Phòng B"."""
    return bool(duty.kind == "bearer" and duty.wide and duty.wide[0] <= one.core[0] and one.core[1] <= duty.core[0])


def _in_duty(one: Found, own: Sequence[Found]) -> bool:
    return any(
        other.wide and other.kind in ("role", PLACED, "bearer") and other.wide[0] <= one.core[0] < other.wide[1]
        for other in own
    )


def _follows_cut(text: str, place: int) -> bool:
    """Whether what stands before a place may end a phrase."""
    return bool(re.search(r"[;,.:]\s+$", text[:place]))


def _word_at(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _after(text: str, place: int) -> int:
    """The beginning of the word after a place; marks like "," and ")" stay with what stands before them."""
    while place < len(text) and not text[place].isspace():
        place += 1
    return _word_at(text, place)


def _best(text: str, low: int, high: int, shut: Sequence[Span]) -> int:
    """The best place to cut between two marks."""
    places = [match.end() for match in _PLACES.finditer(text, max(low - 1, 0), high + 1) if low <= match.end() <= high]
    places = [place for place in places if not any(start < place < end for start, end in shut)]
    if not places:
        return _word_at(text, high) if high < len(text) and text[high - 1 : high].isspace() else _after(text, low)
    return min(
        places, key=lambda place: (next((rank for pattern, rank in _RANK if pattern.search(text[:place])), 3), -place)
    )


def _around(text: str, one: Found, shut: Sequence[Span]) -> set[int]:
    """The cuts that end the phrase of an amount or a group: the end of the clause it stands in."""
    start, end = one.core
    before = [match.end() for match in re.finditer(r"(?<=[;,.:])\s+", text[:start])]
    before = [place for place in before if not any(a < place < b for a, b in shut)]
    after = re.search(r"[;,.:)]*(?=[;.,:)])[;,.:)]+\s+|[;.]\s+", text[end:])
    cuts = {before[-1]} if before else set()
    if after and not any(a < end + after.end() < b for a, b in shut):
        cuts.add(end + after.end())
    return cuts
