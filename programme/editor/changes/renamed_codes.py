"""A project gets another code: all that names it by the old one names it by the new one, in the same step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..view import fields, shown
from ..view.fields import Field, Widget
from ..view.files import Files, Way

Sets = list[tuple[Way, Any]]


def carried(all_files: Files, programme: str, old: str, new: str) -> dict[str, Sets]:
    """File -> what is written there. `programme`: that of the project, "" where there is one only."""
    key, now = (f"{programme}/{code}" if programme else code for code in (old, new))
    codes = [code for _, code in _codes(all_files)]
    lists = {"projects": {key: now}, "codes": {old: new} if codes.count(old) == 1 else {}}
    found: dict[str, Sets] = {}
    for held in all_files.all():
        values = enumerate(held.value or []) if held.is_list else [(None, held.value)]
        for place, value in values:
            way: Way = () if place is None else (place,)
            if sets := list(_within(held.kind, value, way, lists)):
                found.setdefault(held.name, []).extend(sets)
    return found


def _codes(all_files: Files) -> Iterator[tuple[str, str]]:
    def below(value: Any, programme: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            of = str(value.get("programme") or programme)
            yield of, str(value.get("code", ""))
            for one in value.get("subprojects") or []:
                yield from below(one, of)

    for held in all_files.top("projects"):
        yield from below(held.value, "")


def _within(kind: str, value: Any, way: Way, lists: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[Way, Any]]:
    """Where a record, or what stands in it, names what is called otherwise now: each field with its new value."""
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        known = _field(kind, key)
        if known is None:
            continue
        if known.widget is Widget.THING and known.of in lists:
            now = _renamed(inner, lists[known.of])
            if now != inner:
                yield (*way, key), now
        elif known.widget in (Widget.RECORD, Widget.SENTENCES):
            listed = isinstance(inner, list)
            for place, one in enumerate(inner) if listed else [(0, inner)]:
                yield from _within(known.of, one, (*way, key, place) if listed else (*way, key), lists)


def _field(kind: str, key: str) -> Field | None:
    """A sentence of one phrase is written with the keys of the phrase."""
    return fields.field(kind, key) or (fields.field("Phrase", key) if kind == "Paragraph" else None)


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def moved(programme: str, old: str, new: str) -> dict[str, str]:
    """The page that it had -> the one that it has."""
    folder = shown.LISTED["projects"][2]
    before, after = (f"{folder}/{shown.slug(programme or None, code)}" for code in (old, new))
    return {before: after}
