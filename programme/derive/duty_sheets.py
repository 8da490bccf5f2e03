"""Duty sheets: all that one body must do, sorted by role, then by project.

A duty stands once on a sheet, under the first of its roles (in `Role`'s order).
A sheet holds the body's own duties and, set apart, those of a collective it
belongs to ("UBND các xã" for the UBND of one commune).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..load.dataset import Project
from ..load.registries import Agency
from ..load.vocabulary import ClauseKind, Level, Role
from .programme import Programme
from .statements import Cited, Duty, Report


def by_role(duties: Iterable[Duty]) -> list[tuple[Role, list[Duty]]]:
    """Duties under the first of their roles; within a role as the plan has them: general ones last."""
    found: dict[Role, list[Duty]] = {role: [] for role in Role}
    for duty in duties:
        found[min(duty.roles, key=list(Role).index)].append(duty)
    return [(role, sorted(ones, key=lambda duty: duty.node is None)) for role, ones in found.items() if ones]


def wholes_of(programme: Programme, agency: Agency) -> list[Agency]:
    """The collectives a body belongs to."""
    return [whole for whole in programme.data.agencies if agency.id in whole.members]


def collectives_that_may_mean(programme: Programme, agency: Agency) -> list[Agency]:
    """The collectives with duties that may mean a body, though the plan does not name it."""
    return [one for one in programme.data.agencies if agency.id in one.may_include and programme.duties_of(one)]


def shared_duties(programme: Programme, whole: Agency, agency: Agency) -> list[Duty]:
    """The duties of a collective that may mean a body: not those whose words name the body as the receiver."""
    own = {report.spot.paragraph for report in programme.reports if agency in report.to}
    return [duty for duty in programme.duties_of(whole) if duty.spot.paragraph not in own]


def shared_reports(programme: Programme, agency: Agency) -> list[Report]:
    """What a body may have to report as one of a collective that the plan does not list; not to itself."""
    wholes = collectives_that_may_mean(programme, agency)
    return [one for one in programme.reports if any(w in one.by for w in wholes) and agency not in one.to]


def approvals(programme: Programme, agency: Agency) -> list[Duty]:
    """Who approves what in the projects where a body has duties."""
    nodes = {duty.node for duty in programme.duties_of(agency) if duty.node}
    return [
        duty
        for duty in programme.duties
        if Role.APPROVE in duty.roles and duty.node in nodes and agency not in duty.bearers
    ]


def on_the_spot(programme: Programme, node: Project) -> list[Agency]:
    """The commune bodies that have a duty in a project: where people live."""
    found = (a for duty in programme.duties if duty.node is node for a in duty.bearers if a.level is Level.COMMUNE)
    return list(dict.fromkeys(found))


def reports_on(programme: Programme, agency: Agency) -> list[Report]:
    """What a body must report, by itself and as a member of a collective; as the plan has it."""
    bodies = [agency, *wholes_of(programme, agency)]
    return [report for report in programme.reports if any(body in report.by for body in bodies)]


def citations_on(programme: Programme, agency: Agency) -> list[Cited]:
    """Documents a body must follow: cited where it has a duty, or in a project it leads."""
    bodies = [agency, *wholes_of(programme, agency)]
    own = {duty.spot.paragraph for body in bodies for duty in programme.duties_of(body)}
    led = {node for node in programme.nodes if agency in programme.leads(node)}
    return [cited for cited in programme.citations if cited.spot.paragraph in own or cited.node in led]


def general_only(programme: Programme) -> list[Agency]:
    """The bodies whose duties all belong to the whole programme, to no project."""
    in_projects = {agency for agency, _ in programme.matrix}
    return [one for one in programme.data.agencies if programme.duties_of(one) and one not in in_projects]


def place_on_page(programme: Programme, agency: Agency, node: Project) -> str:
    """The anchor, on the page of `node`, of the first duty that names `agency`: "assignment-2"."""
    for duty in programme.duties:
        if duty.node is node and agency in (*duty.bearers, *duty.partners) and duty.spot.clause:
            clause = duty.spot.clause
            if clause.kind == ClauseKind.ASSIGNMENT:
                return f"{programme.anchor(clause)}-{clause.texts.index(duty.spot.paragraph) + 1}"
            return programme.anchor(clause)
    return ClauseKind.ASSIGNMENT.value
