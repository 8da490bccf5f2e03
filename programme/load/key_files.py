"""In which files of `data/` a key is written, as the types of the records say it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_type_hints

from . import loader
from .editor_schema import RECORDS
from .fields import records_in
from .keys import KEYS
from .record import Record


@cache
def files_of_keys() -> dict[str, tuple[str, ...]]:
    """The entries of `KEYS` that are keys of records -> the files that have them, in the order of the data.

    "Record.key" is that of one kind of record; the entry of the key alone is for all others.
    """
    named = {**loader.SINGLE, **loader.LISTS}
    found: dict[str, dict[str, None]] = {}
    for top, kind in RECORDS.items():
        for record in _kinds(kind):
            for key in _keys(record):
                own = f"{record.__name__}.{key}"
                entry = own if own in KEYS else key
                found.setdefault(entry, {})[named.get(top, f"{loader.PROJECTS}/*.yaml")] = None
    return {entry: tuple(files) for entry, files in found.items()}


def _keys(record: type[Record]) -> Iterator[str]:
    return (field.alias or name for name, field in record.model_fields.items() if name != "at")


def _kinds(kind: type[Record]) -> tuple[type[Record], ...]:
    """A kind of record and all that may stand in it, each once."""
    found = [kind]
    for one in found:
        hints = get_type_hints(one, include_extras=True)
        within = (inside for name in one.model_fields if name != "at" for inside in records_in(hints[name]))
        found += [inside for inside in dict.fromkeys(within) if inside not in found]
    return tuple(found)
