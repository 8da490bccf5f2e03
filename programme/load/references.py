"""Which fields of a record name something elsewhere, as declared on its type; and all that is named in `data/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args, get_type_hints

from .dataset import Dataset
from .record import Record, RefersTo

REGISTRIES = ("agencies", "groups", "documents", "places")
"""The lists of `data/` whose records are named by their id."""


class Reference(NamedTuple):
    """`name` stands in the field `key` (as written in `data/`) of `record`, and is something of `registry`."""

    record: Record
    key: str
    registry: str
    name: str


class Declared(NamedTuple):
    """A field that refers: its attribute, its key in `data/`, the registry it refers to."""

    attribute: str
    key: str
    registry: str


@cache
def declared(kind: type[Record]) -> tuple[Declared, ...]:
    """The fields of a kind of record that refer to something."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Declared(name, field.alias or name, registry)
        for name, field in kind.model_fields.items()
        for registry in dict.fromkeys(_registries(hints[name]))
    )


def _registries(hint: Any) -> Iterator[str]:
    for one in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        if isinstance(one, RefersTo):
            yield one.registry
        else:
            yield from _registries(one)


@cache
def _holding(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a type that may hold records."""
    hints = get_type_hints(kind)
    return tuple(name for name in kind.model_fields if _may_hold(hints[name]))


def _may_hold(hint: Any) -> bool:
    return issubclass(hint, Record) if isinstance(hint, type) else any(map(_may_hold, get_args(hint)))


def records(record: Record) -> Iterable[Record]:
    """A record and all those in it, in the order of their fields."""
    return _listed(record) if isinstance(record, Dataset) else _walked(record)


@lru_cache(maxsize=1)  # one plan is in work at a time, and each rule asks
def _listed(dataset: Dataset) -> tuple[Record, ...]:
    return tuple(_walked(dataset))


def _walked(record: Record) -> Iterator[Record]:
    waiting = [record]
    while waiting:
        one = waiting.pop()
        yield one
        for name in reversed(_holding(type(one))):
            value = getattr(one, name)
            if isinstance(value, tuple):
                waiting += [each for each in reversed(value) if isinstance(each, Record)]
            elif isinstance(value, Record):
                waiting.append(value)


def references(dataset: Dataset, *registries: str) -> Iterator[Reference]:
    """All that the data names of these registries."""
    for record in records(dataset):
        for attribute, key, registry in declared(type(record)):
            if registry in registries:
                value = getattr(record, attribute)
                for name in value if isinstance(value, tuple) else (value,):
                    if name is not None:
                        yield Reference(record, key, registry, name)
