"""What has an id is called otherwise: wherever it is named, it is named so; the address of its page follows its name.

An id makes the address of a page, so it stays once the page may be known to somebody: published, or written in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...history import published
from ...pages import page_files, released
from ...vietnamese.slugs import slugify
from ..view import entered, fields, shown
from ..view.fields import Field, Widget
from ..view.files import Files, Way
from .place import Made, Place, block_id, short

Names = Mapping[str, Mapping[str, str]]
"""List of the plan -> id that there is no more -> the one that stands for it."""
_REPEATED = ("ForWhom", "Report", "Citation", "Relation")
"""Kinds of records of which none says the same twice in one list."""
_OF_ITS_NAME = ("agencies", "groups", "places")
"""Lists whose ids are made of names; those of documents are of their numbers."""


def everywhere(all_files: Files, names: Names) -> dict[str, list[tuple[Way, Any]]]:
    """File -> what is written there, of the files that name something that is called otherwise."""
    sets: dict[str, list[tuple[Way, Any]]] = {}
    for held in all_files.all():
        value = held.value
        now = [named(held.kind, one, names) for one in value or []] if held.is_list else named(held.kind, value, names)
        if value is not None and now != value:
            sets[held.name] = [((), now)]
    return sets


def readdressed(place: Place, before: Mapping[str, Any], new: Mapping[str, Any]) -> Made | None:
    """What a mended name makes of a record and its address; None where the address stays."""
    top, id, name = place.held.top, str(before.get("id", "")), str(new.get("name", ""))
    if top not in _OF_ITS_NAME or len(place.asked.way) != 1 or not id or before.get("name") == name:
        return None
    folder = shown.LISTED[top][2]
    now = _followed(id, str(before.get("name", "")), name)
    page = f"{folder}/{id}"
    if now == id or not now or not _is_unknown(place, page):
        return None
    now = entered.free(now, entered.ids(place.files) - {id})
    names = {top: {id: now}}
    sets = everywhere(place.files, names)
    listed_now = [*(sets.get(place.held.name) or [((), [*place.held.value])])[0][1]]
    listed_now[int(place.asked.way[0])] = {**named(place.kind, dict(new), names), "id": now}
    sets[place.held.name] = [((), listed_now)]
    address = f"{folder}/{now}"
    return Made(
        sets, f"sửa {short(name)}", block=block_id(place.held, place.asked.way), moved={page: address},
        page=address if place.asked.page == page else "", renamed=names[top],
    )  # fmt: skip


def _followed(id: str, old: str, new: str) -> str:
    """An id that is made of the new name as it was of the old one; as it is where it was not."""
    was, now = slugify(old), slugify(new)
    if not was.startswith(id):
        return id
    left = was[len(id) :]  # what the reader of a document left out: "xã"
    made = now.removesuffix(left) if left.startswith("-") else now
    return made[: entered.MOST].strip("-") if not left or left.startswith("-") else id


def _is_unknown(place: Place, address: str) -> bool:
    """Whether nobody can have an address yet, and nobody wrote in its page."""
    root = place.files.root
    page = root / "docs" / f"{address}.md"
    is_public = address in released.listed(root) or not published.is_drafted(root) or bool(published.first(root))
    return not is_public and (not page.is_file() or page_files.is_bare(page))


def listed(value: Any) -> list[Any]:
    """One, many or nothing as a list."""
    return [] if value is None else list(value) if isinstance(value, list) else [value]


def named(kind: str, value: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    """A record in which all that is called otherwise now, is; what it says twice by that, it says once."""
    if not isinstance(value, dict):
        return value
    made = {}
    for key, inner in value.items():
        known = _field(kind, key)
        now = _of_field(known, inner, names) if known else inner
        if known and now != inner and isinstance(now, list) and (known.widget is Widget.THING or known.of in _REPEATED):
            now = [one for at, one in enumerate(now) if one not in now[:at]]
        if key == "with" and now != inner:
            bearers = listed(_of_field(_field(kind, "bearers"), value.get("bearers"), names))
            now = [one for one in now if one not in bearers]
        if now != [] or inner == []:
            made[key] = now
    return made if made != value else value


def _of_field(known: Field | None, inner: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    if known is None or inner is None:
        return inner
    if known.widget is Widget.THING and known.of in names:
        each = [names[known.of].get(one, one) if isinstance(one, str) else one for one in listed(inner)]
        return each if isinstance(inner, list) else each[0]
    if known.widget in (Widget.RECORD, Widget.SENTENCES):
        if isinstance(inner, list):
            return [named(known.of, one, names) for one in inner]
        return named(known.of, inner, names)
    return inner


def _field(kind: str, key: str) -> Field | None:
    """A sentence of one phrase is written with the keys of the phrase."""
    return fields.field(kind, key) or (fields.field("Phrase", key) if kind == "Paragraph" else None)
