"""What the plan leaves open, as findings for a reader: said, never filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..load.dataset import Project
from ..load.registries import Agency
from ..load.vocabulary import ClauseKind, Level
from .programme import Programme
from .statements import Duty, Report


@dataclass(frozen=True)
class Gap:
    """One thing left open: what, for which projects, each with the clause where one would look for it."""

    what: str
    places: tuple[tuple[Project, str], ...]


def of_assignment(programme: Programme) -> list[Gap]:
    """Projects without a lead of the plan's level, without a duty of the communes, money without a basis."""
    no_lead = [node for node in programme.work_nodes if not (programme.leads(node) or programme.task_leads(node))]
    found = [_gap(programme, f"không nêu cơ quan {programme.level} chủ trì", no_lead)]
    if not programme.of_commune and Level.COMMUNE in {agency.level for agency in _bearers(programme)}:
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
    without = (one for one in programme.budgets if one.amount and not one.basis)
    bare = [
        node for node in dict.fromkeys(one.node for one in without) if node.no_basis and not _rests(programme, node)
    ]
    found.append(_gap(programme, "có kinh phí mà không ghi văn bản phân bổ", bare, ClauseKind.BUDGET))
    return [gap for gap in found if gap.places]


def _rests(programme: Programme, node: Project) -> bool:
    """Whether some money of a project rests on a document."""
    return any(line.basis for line in programme.own_budgets(node))


def borne_by_nobody(programme: Programme) -> list[Duty]:
    """The work that the plan gives to nobody."""
    return [duty for duty in programme.duties if not duty.bearers]


@dataclass(frozen=True)
class Silence:
    """What some reporting duties lack, of all of the plan."""

    what: str
    lacking: tuple[Report, ...]
    others: tuple[Report, ...]

    @property
    def all(self) -> bool:
        """Whether every reporting duty lacks it."""
        return not self.others

    @property
    def to_nobody(self) -> bool:
        """Whether it is who receives them that they lack."""
        return self.what == _TO_NOBODY

    @property
    def refs(self) -> list[str]:
        """The clauses of those that lack it, each once."""
        return list(dict.fromkeys(report.ref for report in self.lacking))

    @property
    def stated(self) -> list[str]:
        """The clauses of those that do not, where these are fewer."""
        few = len(self.others) < len(self.lacking)
        return list(dict.fromkeys(report.ref for report in self.others)) if few else []

    @property
    def by_sender(self) -> list[tuple[Agency, list[Report]]]:
        """Those that lack it by who must report, in the plan's order."""
        found: dict[Agency, list[Report]] = {}
        for report in self.lacking:
            for sender in report.by:
                found.setdefault(sender, []).append(report)
        return list(found.items())


_TO_NOBODY = "không ghi báo cáo cho ai"


def addressed(programme: Programme) -> tuple[Report, ...]:
    """The reporting duties that name who receives the report."""
    return tuple(report for report in programme.reports if report.to)


def of_reports(programme: Programme) -> list[Silence]:
    """What reporting duties lack, with the reports that lack it."""
    questions = (
        (_TO_NOBODY, lambda report: not report.to),
        ("không ghi bao lâu báo cáo một lần", lambda report: not (report.frequency or report.due)),
        ("không ghi hạn báo cáo", lambda report: not report.deadline),
        ("không ghi mẫu báo cáo", lambda report: not report.form),
    )
    found = []
    for what, lacks in questions:
        lacking = tuple(filter(lacks, programme.reports))
        found.append(Silence(what, lacking, tuple(one for one in programme.reports if not lacks(one))))
    return [one for one in found if one.lacking]


def _bearers(programme: Programme) -> Iterator[Agency]:
    for duty in programme.duties:
        if duty.node:
            yield from duty.bearers


def _gap(programme: Programme, what: str, nodes: list[Project], kind: ClauseKind = ClauseKind.ASSIGNMENT) -> Gap:
    """The gap with the clauses where one would look for it."""
    clauses = ((node, next((one for one in node.clauses if one.kind is kind), None)) for node in nodes)
    return Gap(what, tuple((node, programme.refs[clause or node]) for node, clause in clauses))
