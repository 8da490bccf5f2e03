"""Changes of records and tables: fields, cells, columns."""

from __future__ import annotations

from dataclasses import replace

from ..view import blocks, entered, files
from ..view.entered import AskedError
from ..view.files import GoneError, Way
from . import renamed_codes, renaming
from .place import Made, Place, kind_at, short


def set(place: Place) -> Made:
    """`sets`: fields of the record at the block, or within it, None for one that is taken away."""
    inner = place.asked.inner
    record = files.at(place.value, inner) if inner else place.value
    kind = kind_at(place.held, (*place.asked.way, *inner))
    if not isinstance(record, dict):
        raise GoneError(inner)
    given = place.given.get("sets") or {}
    sets = entered.record(kind, {key: one for key, one in given.items() if one is not None}, place.files, record)
    new = entered.with_keys(kind, record, sets, [key for key in given if key not in sets])
    if not inner and (elsewhere := renaming.readdressed(place, record, new)):
        return elsewhere
    way = (*place.asked.way, *inner)
    title = blocks.title_of(kind, new) or blocks.title_of(place.kind, place.value)
    made = place.becomes(new, f"sửa {short(title)}" if title else "sửa một mục", way, anchor=way)
    old, code = str(record.get("code", "")), str(new.get("code", ""))
    if kind != "Project" or old == code:
        return made
    programme = str(new.get("programme") or place.held.value.get("programme") or "")
    more = renamed_codes.carried(place.files, programme, old, code)
    writes = {name: [*made.files.get(name, []), *more.get(name, [])] for name in {**made.files, **more}}
    moved = renamed_codes.moved(programme, old, code)
    return replace(made, files=writes, moved=moved, page=next(iter(moved.values())))


def cell(place: Place) -> Made:
    """`row`, `column`, `text`: a cell of a table; `row` -1: the head of the column."""
    row, column, text = place.number("row"), place.number("column"), entered.text(place.given.get("text"))
    if place.kind != "Table":
        raise AskedError("Chỗ này không phải một bảng.")
    if row < 0:
        return place.becomes(
            text, f"sửa tên cột {short(text or 'trống')}", (*place.asked.way, "columns", column, "text")
        )
    files.at(place.value, ("rows", row, "cells", column))
    way: Way = (*place.asked.way, "rows", row, "cells")
    cells = [*files.at(place.value, ("rows", row, "cells"))]
    cells[column] = text
    return place.becomes(cells, f"sửa ô {short(text or 'trống')}", way)


def column(place: Place) -> Made:
    """`column`: where a new column goes; `text`: its head. Its cells are blank."""
    if place.kind != "Table":
        raise AskedError("Chỗ này không phải một bảng.")
    number, text = place.number("column"), entered.text(place.given.get("text"))
    columns, rows = [*place.value["columns"]], []
    columns.insert(number, {"text": text})
    for row in place.value["rows"]:
        cells = [*row["cells"]]
        cells.insert(number, "")
        rows.append({**row, "cells": cells})
    return place.becomes({**place.value, "columns": columns, "rows": rows}, f"thêm cột {short(text or 'trống')}")


def no_column(place: Place) -> Made:
    """`column`: which one goes, with all its cells."""
    number = place.number("column")
    columns = [*files.at(place.value, ("columns",))]
    if len(columns) < 2:
        raise AskedError("Bảng phải còn ít nhất một cột.")
    gone = columns.pop(number)
    rows = [
        {**row, "cells": [one for at, one in enumerate(row["cells"]) if at != number]} for row in place.value["rows"]
    ]
    return place.becomes({**place.value, "columns": columns, "rows": rows}, f"bỏ cột {short(gone['text'] or 'trống')}")
