"""A project goes: what names it names it no more, in the same step, so that nothing is left that leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...edit import nodes
from ..view import blocks, fields
from ..view.fields import Field, Widget
from ..view.files import Files, Way
from .place import Made, Place
from .renaming import listed

Gone = Mapping[str, Collection[str]]
"""List of the plan -> what of it there is no more."""


def with_names(place: Place, made: Made, way: Way) -> Made:
    """`made` takes away the project that stands at a way of its file: with that goes all that names it.

    What is no project goes as it is.
    """
    value = nodes.value_at(place.held.value, way)
    gone = _gone(place, value)
    named = [
        block
        for block in blocks.everything(place.files)
        if any(id in gone.get(top, ()) for top, id in blocks.names_in(block.kind, block.value))
        and not (block.file == place.held.name and block.way[: len(way)] == way)
    ]
    if not named:
        return made
    writes = _everywhere(place.files, gone)
    if not way:
        writes[place.held.name] = [((), None)]
    else:
        now = writes[place.held.name][0][1] if place.held.name in writes else place.held.value
        left = [one for at, one in enumerate(nodes.value_at(now, way[:-1])) if at != way[-1]]
        whole = nodes.with_value(now, way[:-1], left) if left else _without_key(now, way[:-1])
        writes[place.held.name] = [((), whole)]
    return replace(made, files=writes, named=named, is_along=True)


def _without_key(value: Any, way: Way) -> Any:
    holder = nodes.value_at(value, way[:-1])
    left = {key: one for key, one in holder.items() if key != way[-1]}
    return nodes.with_value(value, way[:-1], left) if way[:-1] else left


def _gone(place: Place, value: Any) -> dict[str, set[str]]:
    """The names of a project and of all below it; a code that another programme has too is none."""
    own = str(place.held.value.get("programme") or "")
    going = [*_codes(value, own)]
    there = [code for held in place.files.top("projects") for _, code in _codes(held.value, "")]
    codes = [code for _, code in going]
    return {
        "projects": {f"{programme}/{code}" if programme else code for programme, code in going},
        "codes": {code for code in codes if there.count(code) == codes.count(code)},
    }


def _codes(value: Any, programme: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        of = str(value.get("programme") or programme)
        yield of, str(value.get("code", ""))
        for one in listed(value.get("subprojects")):
            yield from _codes(one, of)


def _everywhere(all_files: Files, gone: Gone) -> dict[str, list[tuple[Way, Any]]]:
    sets: dict[str, list[tuple[Way, Any]]] = {}
    for held in all_files.all():
        value = held.value
        if value is None:
            continue
        now: Any = _without(held.kind, value, gone)
        if held.is_list:
            now = [left for one in value if (left := _without(held.kind, one, gone)) is not None]
        if now is not None and now != value:
            sets[held.name] = [((), now)]
    return sets


def _without(kind: str, value: Any, gone: Gone) -> Any:
    """A record that names nothing of what is gone; None where it says nothing without that."""
    if not isinstance(value, dict):
        return value
    made = {}
    for key, inner in value.items():
        known = _field(kind, key)
        now = _of_field(known, inner, gone) if known else inner
        if now != inner and now in (None, []):
            if known and known.required:
                return None
            continue
        made[key] = now
    return made if made != value else value


def _of_field(known: Field, inner: Any, gone: Gone) -> Any:
    if known.widget is Widget.THING and known.of in gone:
        left = [one for one in listed(inner) if one not in gone[known.of]]
        return left if isinstance(inner, list) else next(iter(left), None)
    if known.widget in (Widget.RECORD, Widget.SENTENCES):
        if isinstance(inner, list):
            return [left for one in inner if (left := _without(known.of, one, gone)) is not None]
        return _without(known.of, inner, gone)
    return inner


def _field(kind: str, key: str) -> Field | None:
    """A sentence of one phrase is written with the keys of the phrase."""
    return fields.field(kind, key) or (fields.field("Phrase", key) if kind == "Paragraph" else None)
