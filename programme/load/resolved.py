"""Data as far as its names lead somewhere: what else is in it can be joined and told of while those are mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from .dataset import Dataset
from .record import Record
from .references import REGISTRIES, declared
from .tables import Row

_R = TypeVar("_R", bound=Record)


def resolved(dataset: Dataset) -> Dataset | None:
    """The data without the names that lead nowhere, and without what says nothing without them; None where the plan
    itself needs one of those."""
    known: dict[str, Collection[str]] = {name: {one.id for one in getattr(dataset, name)} for name in REGISTRIES}
    known["programmes"] = {one.id for one in dataset.plan.programmes}
    known["projects"] = {node.key for node in dataset.nodes()}
    return _without(dataset, known)


def _without(record: _R, known: Mapping[str, Collection[str]]) -> _R | None:
    changed: dict[str, Any] = {}
    for one in declared(type(record)):
        if one.registry in known:
            value = getattr(record, one.attribute)
            names = value if isinstance(value, tuple) else () if value is None else (value,)
            left = tuple(name for name in names if _key(record, one.registry, name) in known[one.registry])
            if left != names:
                if not left and type(record).model_fields[one.attribute].is_required():
                    return None
                changed[one.attribute] = left if isinstance(value, tuple) else None
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, tuple) and any(isinstance(one, Record) for one in value):
            each = [_without(one, known) if isinstance(one, Record) else one for one in value]
            if any(now is not one for now, one in zip(each, value, strict=True)):
                changed[name] = tuple(one for one in each if one is not None)
        elif isinstance(value, Record) and (now := _without(value, known)) is not value:
            if now is None and field.is_required():
                return None
            changed[name] = now
    return record.model_copy(update=changed) if changed else record


def _key(record: Record, registry: str, name: str) -> str:
    """A row names a project by its code in the programme that it names."""
    of = record.programme if isinstance(record, Row) and registry == "projects" else None
    return f"{of}/{name}" if of else name
