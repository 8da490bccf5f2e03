"""Which plan this is, in the head of the data package: what a portal asks of a plan before it reads a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..derive.programme import Programme
from ..load.registries import Place

FORM = 1
"""The form of the open data: a column that goes, or means something else, makes a new one. One that comes does not."""


def identity(programme: Programme) -> dict[str, Any]:
    """{form, title, kind, number, issued, issuer, level, level_name, places, period, programmes, open_questions}.

    `places` are the plan's own place and those it lies in, the smallest first, as {name, kind, now}. What the
    plan leaves blank is null.
    """
    plan = programme.plan
    issuer, header = programme.agencies[plan.agency], plan.header
    number = f"{header.number}/{header.symbol}" if header.number and header.symbol else None
    return {
        "form": FORM,
        "title": plan.short_title,
        "kind": header.kind,
        "number": number,
        "issued": header.date,
        "issuer": issuer.name,
        "level": issuer.level.value,
        "level_name": issuer.level.label,
        "places": [{"name": one.name, "kind": one.kind.label, "now": one.now} for one in _around(programme)],
        "period": {"start": plan.period.start, "end": plan.period.end},
        "programmes": [{"id": one.id, "name": one.name, "names": list(one.names)} for one in plan.programmes],
        "open_questions": programme.open_questions,
    }


def _around(programme: Programme) -> Iterator[Place]:
    """The plan's place, what it is part of, and so on."""
    place: Place | None = programme.places[programme.plan.place]
    while place is not None:
        yield place
        place = programme.places[place.part_of] if place.part_of else None
