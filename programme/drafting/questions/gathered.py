"""Questions about whom single sentences are for, as one of several sentences, where a plan has no room for each.

Each place still says whom it names, and may be answered alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...edit.address import PASSAGE
from ..shape import Registers
from . import wording
from .questions import YES, Question, canonical

_LEAST = 2


def gathered(questions: Sequence[Question], room: int, most: int, registers: Registers) -> list[Question]:
    """The questions, with as many about single sentences put together as it takes to have no more than `room`.

    `most`: so many sentences at most are in one question.
    """
    found = list(questions)
    for refused in (False, True):
        alone = [one for one in found if _is_alone(one, refused)]
        while len(found) > room and len(alone) >= _LEAST:
            taken, alone = alone[:most], alone[most:]
            found = [_one_of(taken, refused, registers) if one is taken[0] else one for one in found]
            found = [one for one in found if not any(one is other for other in taken[1:])]
    return found


def _is_alone(one: Question, refused: bool) -> bool:
    if one.kind != "for_whom" or len(one.spots) != 1 or one.guess != YES or one.choices or one.spots[0].of != PASSAGE:
        return False
    keys = one.spots[0].sets
    return set(keys) == {"for_whom"} and any(who.get("excluded", False) for who in keys["for_whom"]) == refused


def _one_of(taken: Sequence[Question], refused: bool, registers: Registers) -> Question:
    """One question about the sentences of several."""
    spots = [replace(one, say=wording.said(one.sets, one.of, registers)) for held in taken for one in held.spots]
    records: dict[str, list[dict[str, Any]]] = {}
    for register, held in ((register, held) for one in taken for register, held in one.records.items()):
        listed = records.setdefault(register, [])
        listed += [record for record in held if record not in listed]
    mark = hashlib.sha256(" ".join(canonical(one.key) for one in spots).encode()).hexdigest()[:6]
    return Question(
        id=f"for-whom-cac-cau-{mark}",
        kind="for_whom",
        question=wording.whom(len(spots), refused=refused),
        spots=spots,
        guess=YES,
        why=list(dict.fromkeys(why for one in taken for why in one.why)),
        records=records,
    )
