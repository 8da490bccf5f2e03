"""Two records of a list are one thing: all that named the one names the other, which is called by both their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..view import blocks, fields, files, shown
from ..view.entered import AskedError
from ..view.fields import Widget
from ..view.files import Files
from . import renaming
from .place import Made, Place, block_id, short

_WRITTEN = ("name", "names")
"""How the plan writes it."""


def merge(place: Place) -> Made:
    """`to`: the id of the record of the same list that the one at the block goes into."""
    top, old, to = place.held.top, place.value, str(place.given.get("to") or "")
    if top not in shown.MERGED or not isinstance(old, dict) or len(place.asked.way) != 1:
        raise AskedError("Mục này không nhập vào mục khác được.")
    listed = [one for _, one in files.records(place.held)]
    into = next((one for one in listed if isinstance(one, dict) and one.get("id") == to), None)
    if into is None or to == old["id"]:
        raise AskedError("Chọn mục mà mục này nhập vào.")
    names = {top: {str(old["id"]): to}}
    kind = place.kind
    whole = _whole(kind, into, old, _words(place.files))
    kept = [whole if one is into else one for one in listed if one is not old]
    number = next(at for at, one in enumerate(kept) if one is whole)
    kept = [renaming.named(kind, one, names) for one in kept]
    kept[number] = _without_itself(kind, kept[number], to)
    sets = renaming.everywhere(place.files, names)
    sets[place.held.name] = [((), kept)]
    folder = shown.LISTED[top][2]
    page, now_page = f"{folder}/{old['id']}", f"{folder}/{to}"
    said = f"nhập {short(blocks.title_of(kind, old))} vào {short(blocks.title_of(kind, into))}"
    return Made(
        sets, said, block=block_id(place.held, (number,)), page=now_page if place.asked.page == page else "",
        moved={page: now_page}, renamed=names[top],
    )  # fmt: skip


def _words(all_files: Files) -> str:
    """All words of the plan, in small letters."""
    parts: list[str] = []
    for block in blocks.whole_text(all_files):
        if block.what == "sentence":
            parts.append(block.sentence.text)
        elif block.what == "table":
            parts += [str(one.get("text") or "") for one in block.value.get("columns") or []]
            parts += [str(cell or "") for row in block.value.get("rows") or [] for cell in row.get("cells") or []]
        else:
            parts.append(block.title)
    return " ".join(" ".join(parts).split()).lower()


def _whole(kind: str, into: Mapping[str, Any], old: Mapping[str, Any], words: str) -> dict[str, Any]:
    """A record with what another one says besides: its names as further names, what its lists hold, its notes."""
    made = dict(into)
    called = [name for key in _WRITTEN for name in renaming.listed(old.get(key)) if name not in _names(into)]
    further = {"names": [name for name in called if name.lower() in words]}
    further["aliases"] = [name for name in called if name not in further["names"]]
    for known in fields.fields(fields.kinds()[kind]):
        more = [
            *further.get(known.key, ()),
            *(renaming.listed(old.get(known.key)) if known.key not in _WRITTEN else ()),
        ]
        if known.many and more:
            made[known.key] = list(dict.fromkeys([*renaming.listed(into.get(known.key)), *more]))
        elif known.widget is Widget.TEXT and not known.required and more and known.key not in made:
            made[known.key] = more[0]
        elif known.key == "note" and more and more[0] not in made["note"]:
            made["note"] = f"{made['note']} {more[0]}"
    order = [one.key for one in fields.fields(fields.kinds()[kind])]
    return dict(sorted(made.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order)))


def _names(record: Mapping[str, Any]) -> list[str]:
    return [name for key in (*_WRITTEN, "aliases") for name in renaming.listed(record.get(key))]


def _without_itself(kind: str, record: dict[str, Any], id: str) -> dict[str, Any]:
    """A record that does not name itself: what was part of the other is part of it no more."""
    made = {}
    for key, value in record.items():
        known = fields.field(kind, key)
        if known and known.widget is Widget.THING and id in renaming.listed(value):
            value = [one for one in value if one != id] if isinstance(value, list) else None
        if value not in (None, []):
            made[key] = value
    return made
