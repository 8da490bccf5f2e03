"""Of one phrase one thing is asked: what is guessed of it besides is a choice of the same question, or part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...edit.address import PASSAGE
from ..shape import Degree, Mark, Registers
from .questions import Spot

Asked = tuple[Mark, Spot]


def asked_once(asked: Iterable[Asked], registers: Registers) -> list[Asked]:
    """The marks that wait for an answer, those of the same words of a sentence as one.

    A group whose name is part of another's ("người già neo đơn" of "hộ có người già neo đơn") is not asked; who may
    help or get something is asked with both as choices; two things that may both be so are asked together.
    """
    found: list[Asked] = []
    at: dict[tuple[object, ...], int] = {}
    for mark, spot in asked:
        waits = mark.degree is not Degree.SURE and not mark.whole and spot.of == PASSAGE and not mark.others
        place = (spot.file, spot.address, spot.passage_words, mark.start, mark.end, mark.degree)
        before = at.get(place) if waits else None
        both = _both(found[before][0], mark, registers) if before is not None else None
        if before is None or both is None:
            if waits:
                at[place] = len(found)
            found.append((mark, spot))
        else:
            found[before] = both, replace(found[before][1], sets=both.sets, others=both.others)
    return found


def _both(one: Mark, other: Mark, registers: Registers) -> Mark | None:
    """Two guesses about the same words as one; None where they cannot be."""
    names, others = (_names(mark.sets, registers) for mark in (one, other))
    if one.kind == other.kind == "for_whom":
        if all(any(_within(name, longer) for longer in names) for name in others):
            return one
        if all(any(_within(name, longer) for longer in others) for name in names):
            return other
        return None
    if (one.kind != "for_whom" and other.kind != "for_whom") or one.others:
        return None
    why = "; ".join(dict.fromkeys(filter(None, (one.why.rstrip("."), other.why))))
    if set(names) & set(others):
        first, then = (other, one) if one.kind == "for_whom" else (one, other)
        return replace(first, others=(then.sets,), why=why)
    if set(one.sets) & set(other.sets):
        return None
    return replace(one, sets={**one.sets, **other.sets}, others=(one.sets, other.sets), why=why)


def _within(name: str, longer: str) -> bool:
    return name == longer or f" {name} " in f" {longer} "


def _names(sets: Mapping[str, Any], registers: Registers) -> Sequence[str]:
    """The names of the bodies and groups that keys name."""
    ids = [*sets.get("with", ()), *sets.get("bearers", ())]
    found = [str(registers.agencies.get(id, {}).get("name", id)) for id in ids]
    for one in sets.get("for_whom", ()):
        ids = [*one.get("who", ()), *one.get("of", ())]
        found += [str(registers.groups.get(id, {}).get("name", id)) for id in ids]
    return [one.casefold() for one in found]
