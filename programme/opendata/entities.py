"""The data of one project, body, group, document or place: its record, and the rows of the tables that are about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.record import Record
from ..load.registries import Agency, Document, Group, Place
from ..pages import addresses
from . import tables
from .columns import Table, Value
from .things import Bearing, bearings, reached


def dump(record: Record) -> Any:
    """A record as JSON holds it: as written in `data/`, without what has the value that it has by default."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)


def entities(programme: Programme) -> Iterator[tuple[str, dict[str, Any]]]:
    """Page -> what its own JSON holds."""
    data = programme.data
    for node in programme.nodes:
        yield addresses.page(node), _project(programme, node)
    for agency in data.agencies:
        yield addresses.page(agency), _body(programme, agency)
    for group in data.groups:
        yield addresses.page(group), _group(programme, group)
    for document in data.documents:
        yield addresses.page(document), _document(programme, document)
    for place in programme.told_places:
        yield addresses.page(place), _place(programme, place)


def _rows(p: Programme, table: Table, things: Iterable[Any]) -> list[dict[str, Value]]:
    return [table.row(p, thing) for thing in things]


def _project(p: Programme, node: Project) -> dict[str, Any]:
    record = dump(node)
    record.pop("subprojects", None)
    return {
        "project": record,
        "subprojects": [sub.key for sub in node.subprojects],
        "money": _rows(p, tables.MONEY, p.own_budgets(node)),
        "duties": _rows(p, tables.DUTIES, bearings(p.duties_in(node))),
        "reports": _rows(p, tables.REPORTS, p.reports_in(node)),
        "targets": _rows(p, tables.TARGETS, p.targets_in(node)),
        "figures": _rows(p, tables.FIGURES, reached(p.figures_in(node), p.outputs_in(node))),
    }


def _body(p: Programme, agency: Agency) -> dict[str, Any]:
    return {
        "body": dump(agency),
        "duties": _rows(p, tables.DUTIES, (Bearing(duty, agency) for duty in p.duties_of(agency))),
        "reports": _rows(p, tables.REPORTS, p.reports_by(agency)),
    }


def _group(p: Programme, group: Group) -> dict[str, Any]:
    """Who is named, and who must belong to it: what its page shows."""
    return {
        "group": dump(group),
        "targets": _rows(p, tables.TARGETS, p.targets_of(group)),
        "figures": _rows(p, tables.FIGURES, reached(p.figures_of(group))),
    }


def _document(p: Programme, document: Document) -> dict[str, Any]:
    return {"document": dump(document), "citations": _rows(p, tables.CITATIONS, p.citations_of(document))}


def _place(p: Programme, place: Place) -> dict[str, Any]:
    """What the plan gives it and wants of it, for whom, who works there, and the words that name it."""
    bodies = p.bodies_at(place)
    return {
        "place": dump(place),
        "figures": _rows(p, tables.FIGURES, reached(p.figures_at(place), p.outputs_at(place))),
        "allocations": _rows(p, tables.ALLOCATIONS, p.allocations_at(place)),
        "money": _rows(p, tables.MONEY, p.budgets_at(place)),
        "targets": _rows(p, tables.TARGETS, p.targets_at_place(place)),
        "duties": _rows(p, tables.DUTIES, (Bearing(duty, one) for one in bodies for duty in p.duties_of(one))),
        "tables": [
            {"clause": one.ref, "caption": one.table.caption, "cells": {cell.head: cell.text for cell in one.cells}}
            for one in p.excerpts_at(place)
        ],
        "sentences": [{"clause": one.ref, "words": one.paragraph.text} for one in p.sentences_at(place)],
    }
