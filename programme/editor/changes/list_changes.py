"""Changes of lists: what is added, taken away, put in another place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...load import loader
from ..view import blocks, entered, fields, files, sentences, shown
from ..view.entered import AskedError
from ..view.fields import Field, Widget
from ..view.files import Files, Way
from . import leaving
from .place import Asked, Made, Place, block_id, kind_at, short


def add(place: Place) -> Made:
    """`key`: a list of the record at the block; `place`: where in it, at the end if not said; `value`: what.

    What stands there but once is put there where there is none.
    """
    key = str(place.given.get("key", ""))
    way = (*place.asked.way, *place.asked.inner)
    kind = kind_at(place.held, way)
    known = fields.field(kind, key)
    if not known or known.widget not in (Widget.RECORD, Widget.SENTENCES):
        raise AskedError("Không thêm được vào chỗ này.")
    record = files.at(place.held.value, way)
    if kind == "Paragraph":
        record = record if isinstance(record, dict) else {"text": record}
    if not known.many:
        return _add_one(place, known, kind, record)
    listed = [*(record.get(key) or [])]
    number = place.given.get("place", len(listed))
    value = _value(place, known.of)
    listed.insert(number, value)
    said = f"thêm {short(blocks.title_of(known.of, value) if known.of != 'Paragraph' else sentences.read(value).text)}"
    block = (*way, key, number) if known.of in ("Paragraph", "Table", "Clause", "Project") else None
    if record.get(key):
        return place.becomes(listed, said, (*way, key), (*way, key, number), block)
    return place.becomes(entered.with_keys(kind, record, {key: listed}, []), said, way, (*way, key, number), block)


def _add_one(place: Place, known: Field, kind: str, record: Mapping[str, Any]) -> Made:
    way = (*place.asked.way, *place.asked.inner)
    if record.get(known.key):
        raise AskedError(f"Đã có “{known.name}” rồi.")
    value = _value(place, known.of)
    block = (*way, known.key)
    return place.becomes(
        entered.with_keys(kind, record, {known.key: value}, []), f"thêm {short(known.name)}", way, block, block
    )


def _value(place: Place, kind: str) -> Any:
    given = place.given.get("value")
    if kind == "Paragraph":
        text = entered.text(given if isinstance(given, str) else (given or {}).get("text"))
        if not text:
            raise AskedError("Chưa ghi lời.")
        return text
    value = entered.record(kind, given or {}, place.files)
    if kind == "Row":
        width = len(place.value["columns"])
        value["cells"] = [*(value.get("cells") or []), *[""] * width][:width]
    if kind == "Table":
        value.setdefault("columns", [{"text": "Nội dung"}, {"text": "Ghi chú"}])
        value.setdefault("rows", [{"cells": [""] * len(value["columns"])}])
    return entered.whole(kind, value)


def after(place: Place) -> Made:
    """`value`: one more of the same kind, after the block (or a row in it)."""
    listed, number = place.list_of()
    way = (*place.asked.way, *place.asked.inner)
    kind = kind_at(place.held, way)
    value = _value(place, kind)
    new = [*listed[: number + 1], value, *listed[number + 1 :]]
    title = sentences.read(value).text if kind == "Paragraph" else blocks.title_of(kind, value) or "một hàng"
    block = (*way[:-1], number + 1) if not place.asked.inner else None
    return place.becomes(new, f"thêm {short(title)}", way[:-1], (*way[:-1], number + 1), block)


def remove(place: Place) -> Made:
    """The block, or what stands in it, with all below."""
    way = (*place.asked.way, *place.asked.inner)
    if not way:
        if place.held.top != "projects":
            raise AskedError("Phần này không bỏ được.")
        title = short(blocks.title_of(place.kind, place.value))
        return leaving.with_names(place, Made({place.held.name: [((), None)]}, f"bỏ {title}", page="du-an/index"), ())
    if isinstance(way[-1], str):
        return _without(place, way)
    listed, number = place.list_of()
    kind = kind_at(place.held, way)
    gone = listed[number]
    title = sentences.read(gone).text if kind == "Paragraph" else blocks.title_of(kind, gone) or "một hàng"
    left = [*listed[:number], *listed[number + 1 :]]
    if kind == "Project":
        made = place.becomes(left, f"bỏ {short(title)}", way[:-1]) if left else _without(place, way[:-1], title)
        return leaving.with_names(place, made, way)
    if left or len(way) == 1:
        return replace(place.becomes(left, f"bỏ {short(title)}", way[:-1]), named=_named(place, gone))
    return _without(place, way[:-1], title)


def _without(place: Place, way: Way, title: str = "") -> Made:
    """A record without what stands under a key."""
    holder, key = files.at(place.held.value, way[:-1]), str(way[-1])
    above = kind_at(place.held, way[:-1])
    known = fields.field(above, key)
    if known and known.required:
        raise AskedError(f"“{known.name}” phải còn ít nhất một; sửa mục này thay vì bỏ.")
    said = f"bỏ {short(title or (known.name if known else key))}"
    if above == "Paragraph":
        return place.becomes(sentences.written(sentences.with_own(sentences.read(holder), {key: None})), said, way[:-1])
    return place.becomes(entered.with_keys(above, holder, {}, [key]), said, way[:-1])


def _named(place: Place, value: Any) -> list[blocks.Block]:
    """What names something that is to go, where that can be named."""
    if not isinstance(value, dict) or not value.get("id") or len(place.asked.way) != 1 or place.asked.inner:
        return []
    return [
        block
        for block in blocks.everything(place.files)
        if (place.held.top, value["id"]) in blocks.names_in(block.kind, block.value)
        and not (block.file == place.held.name and block.way == place.asked.way)
    ]


def shift(place: Place) -> Made:
    """`by`: 1 is one place down, -1 one up."""
    listed, number = place.list_of()
    to = number + place.number("by")
    if not 0 <= to < len(listed):
        raise AskedError("Đã ở đầu hoặc cuối phần này.")
    if abs(to - number) != 1:
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
    way = (*place.asked.way, *place.asked.inner)
    block = block_id(place.held, place.asked.way if place.asked.inner else (*way[:-1], to))
    return Made({}, "chuyển chỗ một mục", block=block, swaps=[(place.held.name, way[:-1], min(number, to))])


def new(all_files: Files, asked: Asked) -> Made:
    """`top`: a list of the plan; `value`: one more of it. A project gets a file of its own, so does a single record."""
    top = str(asked.given.get("top", ""))
    if top not in shown.LISTED or not shown.LISTED[top][1]:
        raise AskedError("Không thêm được vào chỗ này.")
    kind = fields.top_kind(top)
    value = entered.whole(kind, entered.record(kind, asked.given.get("value") or {}, all_files))
    title = blocks.title_of(kind, value)
    where = shown.LISTED[top][2]
    if top == "projects":
        name = entered.free_file(all_files, str(value["code"]))
        page = f"{where}/{shown.slug(value.get('programme'), str(value['code']))}"
        return Made({name: [((), value)]}, f"thêm {short(title)}", page=page)
    name = fields.file_of(top)
    if top in loader.SINGLE:
        if all_files.top(top):
            raise AskedError("Đã có phần này rồi.")
        return Made({name: [((), value)]}, f"thêm {short(shown.LISTED[top][0])}", page=f"{shown.LISTS}/{top}")
    listed = next((one.value or [] for one in all_files.all() if one.name == name), [])
    page = f"{where}/{value['id']}" if where else f"{shown.LISTS}/{top}"
    block = blocks.id_of(name, (len(listed),))
    return Made({}, f"thêm {short(title)}", block=block, page=page, records=[(top, value)])
