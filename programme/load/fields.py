"""What the types of the records say of their keys: which records, closed lists and plain values stand there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from .record import PartialDate, Record, Whole, YesNo
from .vocabulary import Term


@cache
def _hints(kind: type[Record]) -> dict[str, Any]:
    """The keys of a kind of record as `data/` has them, in their order, each with its type."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.alias or name: hints[name] for name, field in kind.model_fields.items() if name != "at"}


@cache
def record_fields(kind: type[Record]) -> dict[str, type[Record] | None]:
    """The keys of a kind of record, in their order, each with the kind of record that stands there, if one does."""
    return {key: next(records_in(hint), None) for key, hint in _hints(kind).items()}


@cache
def term_fields(kind: type[Record]) -> dict[str, type[Term]]:
    """The keys of a kind of record that take words of a closed list, with the list."""
    found = ((key, next(_terms(hint), None)) for key, hint in _hints(kind).items())
    return {key: term for key, term in found if term}


@cache
def is_list(kind: type[Record], key: str) -> bool:
    """Whether a key takes a list."""
    return getattr(_hints(kind).get(key), "__origin__", None) is tuple


@cache
def is_plain(kind: type[Record], key: str) -> bool:
    """Whether a key takes numbers, days, or true and false, which are written without quotes."""
    return any(one in (PartialDate, Whole, YesNo) for one in _parts(_hints(kind).get(key)))


def records_in(hint: Any) -> Iterator[type[Record]]:
    """The kinds of records that a type names."""
    if isinstance(hint, type) and issubclass(hint, Record):
        yield hint
    for one in get_args(hint):
        yield from records_in(one)


def _terms(hint: Any) -> Iterator[type[Term]]:
    for one in _parts(hint):
        if isinstance(one, type) and issubclass(one, Term):
            yield one


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for one in get_args(hint):
        yield from _parts(one)
