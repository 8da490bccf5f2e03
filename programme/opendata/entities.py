"""The data of one project, body, group or document: its record, and the rows of the tables that are about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.record import Record
from ..load.registries import Agency, Document, Group
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
