"""What kinds of records stand where in a file of `data/`."""

from __future__ import annotations

from ..load import loader
from ..load.dataset import Dataset
from ..load.fields import record_fields
from ..load.record import Record
from ..load.texts import Footnote, Paragraph, Phrase
from .nodes import Path

Kind = type[Record] | None
_FIRST = ("mark", "bearers", "projects")
"""Keys of a paragraph that stand before its words."""


def top_of(file: str) -> Path:
    """The way in a `Dataset` to what a file below `data/` holds; () for a file of another kind."""
    named = {name: key for key, name in {**loader.SINGLE, **loader.LISTS}.items()}
    if file.startswith(f"{loader.PROJECTS}/"):
        return (loader.PROJECTS, 0)
    return (named[file],) if file in named else ()


def inner(kind: Kind, key: str) -> Kind:
    """The kind of record that stands under a key of a kind of record. A paragraph may have the keys of a phrase."""
    if kind is None:
        return None
    return record_fields(holder(kind, key)).get(key)


def holder(kind: type[Record], key: str) -> type[Record]:
    """The kind of record that has a key: for most keys of a paragraph of one phrase that of the phrase."""
    return Phrase if kind is Paragraph and key not in record_fields(Paragraph) else kind


def record_at(top: Path, path: Path) -> Kind:
    """The kind of record at a path, or in the list at a path; None where there is none or it is not known."""
    kind: Kind = Dataset if top else None
    for step in (*top, *path):
        if isinstance(step, str):
            kind = inner(kind, step)
    return kind


def holding(top: Path, path: Path) -> tuple[str, Kind]:
    """The key that a value stands under, whatever lists are between, and the kind of record that has the key."""
    whole = (*top, *path)
    last = next((place for place in reversed(range(len(whole))) if isinstance(whole[place], str)), None)
    if last is None:
        return "", None
    return str(whole[last]), record_at(whole[:last], ()) if last else Dataset if top else None


def order(kind: Kind) -> dict[str, int]:
    """Key -> its place among the keys of a record, as a careful hand writes them."""
    if kind is None:
        return {}
    keys = tuple(record_fields(kind))
    if kind is Paragraph:
        keys = (*_FIRST, "phrases", *(key for key in record_fields(Phrase) if key not in _FIRST), "note", "items")
    elif kind is Footnote:
        keys = ("mark", *(key for key in keys if key != "mark"))
    return {key: place for place, key in enumerate(keys)}
