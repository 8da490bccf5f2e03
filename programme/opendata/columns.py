"""What a table of the open data is: its things, one a row, and for each column what it says of a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..derive.programme import Programme

Value = str | int | None
STRING, INTEGER = "string", "integer"


@dataclass(frozen=True)
class Field:
    """A column: its name in files, what it is in Vietnamese and in English, its value for a thing, its type."""

    name: str
    vi: str
    en: str
    value: Callable[[Programme, Any], Value]
    type: str = STRING


@dataclass(frozen=True)
class Table:
    """A table of a plan: `things` gives what has a row each; `key` is the primary key, if any."""

    name: str
    vi: str
    en: str
    things: Callable[[Programme], Iterable[Any]]
    fields: tuple[Field, ...]
    key: str = ""

    def rows(self, programme: Programme) -> Iterator[tuple[Value, ...]]:
        """The rows, each in the order of `fields`."""
        return (tuple(field.value(programme, thing) for field in self.fields) for thing in self.things(programme))

    def row(self, programme: Programme, thing: Any) -> dict[str, Value]:
        """The row of one thing: column -> value."""
        return {field.name: field.value(programme, thing) for field in self.fields}

    @property
    def refers(self) -> bool:
        """Whether each row belongs to a project."""
        return self.name != "projects" and any(field.name == "project" for field in self.fields)
