"""What a portal knows of a plan: what the plan's own open data says, and no more; rows as its tables have them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, NamedTuple


class Spot(NamedTuple):
    """A place: the plan's own, or one that it lies in; `now` is what it is called today, or ""."""

    name: str
    kind: str
    now: str


class Programme(NamedTuple):
    """A government programme that the plan is under; `id` is the plan's own name for it in the codes of projects."""

    id: str
    name: str


class Project(NamedTuple):
    """A project or sub-project; `project` is its key, `amount` what the plan's site added up, in đồng."""

    project: str
    parent: str
    label: str
    title: str
    name: str
    clause: str
    amount: int | None
    leads: str
    page: str


class Money(NamedTuple):
    """A budget line, in đồng; `about`: "khoảng", "hơn" where the amount is not exact."""

    project: str
    clause: str
    amount: int | None
    about: str
    source: str
    capital: str
    place: str
    leads: str


class Figure(NamedTuple):
    """A figure to reach, as the plan writes it."""

    name: str
    value: str
    unit: str
    qualifier: str
    group_name: str
    place: str
    project: str
    year: str
    clause: str


class Body(NamedTuple):
    """A body."""

    name: str
    other_names: str
    page: str


class Group(NamedTuple):
    """Whom the plan is for."""

    name: str
    other_names: str
    page: str


class Place(NamedTuple):
    """A place that the plan names; `page` is "" where it has none."""

    name: str
    kind: str
    now: str
    other_names: str
    page: str


class Document(NamedTuple):
    """A legal document that the plan cites."""

    name: str
    kind: str
    number: str
    page: str


ROWS: dict[str, type[Any]] = {
    "projects": Project,
    "money": Money,
    "figures": Figure,
    "bodies": Body,
    "groups": Group,
    "places": Place,
    "documents": Document,
}
"""Table of the open data -> its rows here: the fields are columns of the table."""
NUMBERS = ("amount",)
"""Fields that are whole numbers, or None."""


@dataclass(frozen=True)
class Plan:
    """A plan as it was read. Days are ISO and may stop at month or year; "" is what the plan does not say."""

    title: str
    version: str
    date: str
    licence: str
    licence_url: str
    kind: str
    number: str
    issued: str
    issuer: str
    level: str
    level_name: str
    start: str
    end: str
    open_questions: int
    spots: tuple[Spot, ...]
    programmes: tuple[Programme, ...]
    projects: tuple[Project, ...] = ()
    money: tuple[Money, ...] = ()
    figures: tuple[Figure, ...] = ()
    bodies: tuple[Body, ...] = ()
    groups: tuple[Group, ...] = ()
    places: tuple[Place, ...] = ()
    documents: tuple[Document, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The hash of all of it."""
        return _digest(packed(self))

    @property
    def years(self) -> tuple[str, ...]:
        """The years that it is for: all between the first and the last."""
        return tuple(str(year) for year in range(int(self.start[:4]), int(self.end[:4]) + 1))


def packed(plan: Plan) -> str:
    """A plan as text, to be kept."""
    said = {field.name: getattr(plan, field.name) for field in fields(plan)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Plan:
    """What `packed` gave. Raises `ValueError`, `TypeError` or `KeyError` for anything else."""
    said: dict[str, Any] = json.loads(text)
    listed: dict[str, type[Any]] = {"spots": Spot, "programmes": Programme, **ROWS}
    for name, kind in listed.items():
        said[name] = tuple(kind._make(one) for one in said[name])
    plan = Plan(**said)
    plan.__dict__["digest"] = _digest(text)  # what it was packed to tells it
    return plan


def _digest(packed: str) -> str:
    return hashlib.sha256(packed.encode()).hexdigest()[:16]
