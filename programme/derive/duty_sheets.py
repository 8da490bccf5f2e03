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
from ..vietnamese.formats import lower_first
from .programme import Programme
from .statements import Cited, Duty, Receipt, Report


def by_role(duties: Iterable[Duty]) -> list[tuple[Role, list[Duty]]]:
    """Duties under the first of their roles; within a role as the plan has them: general ones last."""
    found: dict[Role, list[Duty]] = {role: [] for role in Role}
    for duty in duties:
        found[min(duty.roles, key=list(Role).index)].append(duty)
    return [(role, sorted(ones, key=lambda duty: duty.node is None)) for role, ones in found.items() if ones]


def with_notes(duties: Iterable[Duty]) -> list[tuple[Duty, str | None]]:
    """Each duty with the note of its paragraph, which is said once: at the paragraph's first duty."""
    said = set()
    found: list[tuple[Duty, str | None]] = []
    for duty in duties:
        paragraph = duty.spot.paragraph
        found.append((duty, None if paragraph in said else paragraph.note))
        said.add(paragraph)
    return found


def other_roles(duty: Duty, role: Role) -> str:
    """The roles of a duty besides that which it stands under, in words."""
    return "; ".join(lower_first(one.label) for one in duty.roles if one is not role)


def purposes(receipts: Iterable[Receipt]) -> str:
    """What a body receives the plan for, in words."""
    return ", ".join(lower_first(label) for label in dict.fromkeys(one.purpose.label for one in receipts))


def shared_duties(programme: Programme, whole: Agency, agency: Agency) -> list[Duty]:
    """The duties of a collective that may mean a body: not those whose words name the body as the receiver."""
    own = {report.spot.paragraph for report in programme.reports_to(agency) if agency in report.to}
    return [duty for duty in programme.duties_of(whole) if duty.spot.paragraph not in own]


def shared_by_whole(programme: Programme, agency: Agency) -> list[tuple[Agency, list[Duty]]]:
    """The collectives that may mean a body, with those of their duties that then are the body's too."""
    pairs = ((whole, shared_duties(programme, whole, agency)) for whole in programme.may_be_meant_by(agency))
    return [(whole, duties) for whole, duties in pairs if duties]


def shared_reports(programme: Programme, agency: Agency) -> list[Report]:
    """What a body may have to report as one of a collective that the plan does not list; not to itself."""
    found = (one for whole in programme.may_be_meant_by(agency) for one in programme.reports_by(whole))
    return [one for one in programme.in_order(found) if agency not in one.to]


def approvals(programme: Programme, agency: Agency) -> list[Duty]:
    """Who approves what in the projects where a body has duties."""
    nodes = {duty.node for duty in programme.duties_of(agency) if duty.node}
    found = programme.in_order(duty for node in nodes for duty in programme.duties_in(node))
    return [duty for duty in found if Role.APPROVE in duty.roles and agency not in duty.bearers]


def on_the_spot(programme: Programme, node: Project) -> list[Agency]:
    """The commune bodies that have a duty in a project: where people live."""
    found = (one for duty in programme.duties_in(node) for one in duty.bearers if one.level is Level.COMMUNE)
    return list(dict.fromkeys(found))


def _bodies(programme: Programme, agency: Agency) -> tuple[Agency, ...]:
    return (agency, *programme.wholes_of(agency))


def reports_on(programme: Programme, agency: Agency) -> tuple[Report, ...]:
    """What a body must report, by itself and as a member of a collective; as the plan has it."""
    return programme.in_order(one for body in _bodies(programme, agency) for one in programme.reports_by(body))


def some_go_nowhere(reports: Iterable[Report]) -> bool:
    """Whether the plan leaves open to whom one of the reports goes."""
    return any(not report.to for report in reports)


def citations_on(programme: Programme, agency: Agency) -> tuple[Cited, ...]:
    """Documents a body must follow: cited where it has a duty, or in a project it leads."""
    duties = (duty for body in _bodies(programme, agency) for duty in programme.duties_of(body))
    found = [one for duty in duties for one in programme.citations_at(duty.spot.paragraph)]
    found += [one for node in programme.nodes_led_by(agency) for one in programme.citations_in(node)]
    return programme.in_order(found)


def general_only(programme: Programme) -> list[Agency]:
    """The bodies whose duties all belong to the whole programme, to no project."""
    in_projects = {agency for agency, _ in programme.matrix}
    return [one for one in programme.data.agencies if programme.duties_of(one) and one not in in_projects]


def place_on_page(programme: Programme, agency: Agency, node: Project) -> str:
    """The anchor, on the page of `node`, of the first duty that names `agency`: "assignment-2"."""
    for duty in programme.duties_in(node):
        if agency in (*duty.bearers, *duty.partners) and duty.spot.clause:
            clause = duty.spot.clause
            if clause.kind == ClauseKind.ASSIGNMENT:
                return f"{programme.anchor(clause)}-{clause.texts.index(duty.spot.paragraph) + 1}"
            return programme.anchor(clause)
    return ClauseKind.ASSIGNMENT.value
