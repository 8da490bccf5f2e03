"""Gather marks that are not sure into questions: one for all places where the same is guessed of the same.

What a mark sets is told apart into what it is about (ids, roles, kinds) and what it only quotes or reads from its own
sentence (a condition, a day): about the same thing one is asked once, and each place shows its own reading. Who acts by
where they stand is asked of several sentences at once, whoever they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ...edit.address import PASSAGE
from ...load.fields import record_fields, term_fields
from ...load.record import Record
from ...load.references import declared
from ...load.registries import Agency, Document, Group, Place
from ...vietnamese.slugs import slugify
from ..shape import PLACED, WHO, Degree, Mark, Registers
from . import wording
from .asked_once import asked_once
from .gathered import gathered
from .questions import YES, Question, Spot, canonical, one_spaced

MOST = 8
"""So many places at most are in one question where each says something of its own."""
_WORDS_EACH = 60
"""So many words of a plan have one question at most, where it could be left out."""
_TOLD_BY = {"for_whom": ("who", "excluded"), "cites": ("document",), "indicator": ("kind",)}
"""Key -> what of its record tells whether two marks are about the same."""
_REGISTERS: dict[str, type[Record]] = {"agencies": Agency, "groups": Group, "documents": Document, "places": Place}


class _About(NamedTuple):
    """What the places of one question have in common."""

    kind: str
    of: str
    degree: Degree
    sets: str
    others: tuple[str, ...]


def grouped(asked: Iterable[tuple[Mark, Spot]], registers: Registers) -> list[Question]:
    """The questions about marks and their places, in the order in which the first place of each stands.

    Marks that are sure are left out. `registers` has the names, and the records that `data/` may lack.
    """
    found: dict[_About, list[tuple[Mark, Spot]]] = {}
    for mark, spot in asked_once(asked, registers):
        if mark.degree is not Degree.SURE and mark.sets:
            others = tuple(canonical(_core(one, spot.of)) for one in mark.others)
            same = "" if mark.kind == PLACED else canonical(_core(mark.sets, spot.of))
            about = _About(mark.kind, spot.of, mark.degree, same, others)
            found.setdefault(about, []).append((mark, spot))
    questions: list[Question] = []
    names: set[str] = set()
    for about, places in found.items():
        alike = about.kind != PLACED and _tells(places[0][0].sets, about.of)
        most = 1 if about.kind == WHO else len(places) if alike else MOST
        for first in range(0, len(places), most):
            question = _question(about, places[first : first + most], registers)
            while question.id in names:
                question.id += "-b"
            names.add(question.id)
            questions.append(question)
    return questions


def within(questions: Sequence[Question], words: int, registers: Registers) -> list[Question]:
    """The questions for which a plan of so many words has room.

    Those about whom single sentences are for are put together, those that ask whose work it is are left out.
    """
    questions = gathered(questions, words // _WORDS_EACH, MOST, registers)
    room = words // _WORDS_EACH - sum(one.kind != WHO for one in questions)
    kept: list[Question] = []
    for one in questions:
        room -= one.kind == WHO
        if one.kind != WHO or room >= 0:
            kept.append(one)
    return kept


def _question(about: _About, places: Sequence[tuple[Mark, Spot]], registers: Registers) -> Question:
    first = places[0][0]
    core = _core(first.sets, about.of) if about.kind != PLACED else {}
    is_own = any(canonical(spot.sets) != about.sets for _, spot in places)
    return Question(
        id=_id(about, [spot for _, spot in places], core),
        kind=about.kind,
        question=wording.question(
            core, about.of, _count(about.of, [spot for _, spot in places]), registers, about.kind
        ),
        spots=[replace(spot, say=wording.said(spot.sets, about.of, registers) if is_own else "") for _, spot in places],
        guess=YES if about.degree is Degree.LIKELY else "",
        choices=[wording.choice(_core(one, about.of), about.kind, about.of, registers) for one in first.others],
        why=list(dict.fromkeys(mark.why for mark, _ in places if mark.why)),
        records=records(
            [keys for mark, _ in places for keys in (mark.sets, *mark.others)], wording.KINDS[about.of], registers
        ),
    )


def _count(of: str, spots: Sequence[Spot]) -> int:
    """How many places are told: two stretches of one sentence are one sentence."""
    return len({(one.file, one.address, one.passage_words) for one in spots}) if of == PASSAGE else len(spots)


def _id(about: _About, spots: Sequence[Spot], core: Mapping[str, Any]) -> str:
    """By kind, value and words alone, so that the same question has the same id in the next import."""
    words = "" if _tells(core, about.of) else " ".join(one_spaced(spot.words) for spot in spots)
    told = next((one for one in _ids(core) if one), slugify(words)[:30].strip("-"))
    mark = hashlib.sha256(f"{about.kind} {about.of} {about.sets} {words}".encode()).hexdigest()[:6]
    return "-".join(filter(None, (slugify(about.kind), told, mark)))


def _ids(value: Any) -> Iterator[str]:
    match value:
        case Mapping():
            for one in value.values():
                yield from _ids(one)
        case list() | tuple():
            for one in value:
                yield from _ids(one)
        case str():
            yield slugify(value)


def _core(sets: Mapping[str, Any], of: str) -> dict[str, Any]:
    """What keys are about, without what each place quotes and counts by itself."""
    return {key: _core_of(key, value, _holder(key, of)) for key, value in sets.items()}


def _core_of(key: str, value: Any, kind: type[Record]) -> Any:
    inner = record_fields(kind).get(key)
    match value:
        case Mapping() if inner:
            told = _TOLD_BY.get(key)
            return {
                one: _core_of(one, what, inner)
                for one, what in value.items()
                if (one in told if told else _is_told(one, what, inner))
            }
        case list() | tuple() if inner:
            return [_core_of(key, one, kind) for one in value]
    return value if _is_told(key, value, kind) else ""


def _is_told(key: str, value: Any, kind: type[Record]) -> bool:
    """Whether a value names something: an id, a word of a closed list, yes or no."""
    if any(one.key == key for one in declared(kind)) or key in term_fields(kind):
        return True
    return isinstance(value, bool) or bool(record_fields(kind).get(key))


def _tells(sets: Mapping[str, Any], of: str) -> bool:
    """Whether keys name anything at all."""
    return any(any(_ids(value)) for value in _core(sets, of).values())


def _holder(key: str, of: str) -> type[Record]:
    kinds = wording.KINDS[of]
    return next((kind for kind in kinds if key in record_fields(kind)), kinds[0])


def records(
    sets: Iterable[Mapping[str, Any]], kinds: Sequence[type[Record]], registers: Registers
) -> dict[str, list[dict[str, Any]]]:
    """Register -> the records that keys name, and those that these name, each once."""
    found: dict[str, dict[str, dict[str, Any]]] = {}

    def named(held: Mapping[str, Any], holders: Sequence[type[Record]]) -> None:
        for key, value in held.items():
            kind = next((one for one in holders if key in record_fields(one)), None)
            if kind is None:
                continue
            for registry in (one.registry for one in declared(kind) if one.key == key):
                for name in value if isinstance(value, list | tuple) else [value]:
                    add(registry, str(name))
            inner = record_fields(kind).get(key)
            for one in (value if isinstance(value, list | tuple) else [value]) if inner else ():
                if inner and isinstance(one, Mapping):
                    named(one, [inner])

    def add(registry: str, name: str) -> None:
        record = getattr(registers, registry, {}).get(name)
        if registry not in _REGISTERS or record is None or name in found.setdefault(registry, {}):
            return
        found[registry][name] = {"id": name, **record}
        named(record, [_REGISTERS[registry]])

    for one in sets:
        named(one, kinds)
    return {registry: list(listed.values()) for registry, listed in found.items() if listed}
