"""What the plan leaves open, as findings for a reader: said, never filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..load.dataset import Project
from ..load.registries import Agency
from ..load.vocabulary import ClauseKind, Level
from .programme import Programme
from .statements import Report


@dataclass(frozen=True)
class Gap:
    """One thing left open: what, for which projects, each with the clause where one would look for it."""

    what: str
    places: tuple[tuple[Project, str], ...]


def of_assignment(programme: Programme) -> list[Gap]:
    """Projects without a lead of the plan's level, without a duty of the communes, money without a basis."""
    no_lead = [node for node in programme.work_nodes if not programme.leads(node)]
    found = [_gap(programme, f"không nêu cơ quan {programme.level} chủ trì", no_lead)]
    if Level.COMMUNE in {agency.level for agency in _bearers(programme)}:
        no_commune = [
            node
            for node in programme.work_nodes
            if not any(
                agency.level == Level.COMMUNE
                for duty in programme.duties_in(node)
                for agency in (*duty.bearers, *duty.partners)
            )
        ]
        found.append(_gap(programme, "không giao việc cho cấp xã", no_commune))
    bare = list(dict.fromkeys(one.node for one in programme.budgets if not one.basis and one.node.no_basis))
    found.append(_gap(programme, "có kinh phí mà không ghi văn bản phân bổ", bare, ClauseKind.BUDGET))
    return [gap for gap in found if gap.places]


def of_reports(programme: Programme) -> list[tuple[str, tuple[Report, ...]]]:
    """What reporting duties lack -> the reports that lack it."""
    questions = (
        ("không nêu báo cáo cho ai", lambda report: not report.to),
        ("không nêu bao lâu báo cáo một lần", lambda report: not report.frequency),
        ("không nêu hạn báo cáo", lambda report: not report.deadline),
        ("không nêu mẫu báo cáo", lambda report: not report.form),
    )
    rows = [(what, tuple(filter(lacks, programme.reports))) for what, lacks in questions]
    return [(what, lacking) for what, lacking in rows if lacking]


def _bearers(programme: Programme) -> Iterator[Agency]:
    for duty in programme.duties:
        if duty.node:
            yield from duty.bearers


def _gap(programme: Programme, what: str, nodes: list[Project], kind: ClauseKind = ClauseKind.ASSIGNMENT) -> Gap:
    """The gap with the clauses where one would look for it."""
    clauses = ((node, next((one for one in node.clauses if one.kind is kind), None)) for node in nodes)
    return Gap(what, tuple((node, programme.refs[clause or node]) for node, clause in clauses))
