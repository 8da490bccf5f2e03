"""Who works on what: what a page asks of one body, and the table of bodies and projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from ..load.dataset import Project
from ..load.registries import Agency, Document
from ..load.vocabulary import AgencyKind, Level, Role, rank
from ..vietnamese import formats
from .collectives import is_collective, means
from .index import Index
from .localities import Localities
from .statements import Budget, Duty, Receipt, Report

_LISTED = re.compile(r"[,;]\s+|\s+và\s+")
"""Between the bodies that a name lists."""


def _alphabetical(agency: Agency) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return formats.sort_key(agency.name)


class Work(Localities):
    """What is asked of a body, looked up in indexes that are made once."""

    @cached_property
    def named_partner(self) -> Index[Agency, Duty]:
        """Body -> duties of others that are to be carried out together with it."""

        def partners(duty: Duty) -> Iterator[Agency]:
            named = (body for one in duty.partners for body in (one, *self._listed_in(one)))
            return (one for one in named if one not in duty.bearers)

        return Index(self.duties, partners)

    @cached_property
    def guides_in(self) -> Index[Agency, Duty]:
        """Body -> duties of others that follow its guidance."""
        return Index(self.duties, lambda duty: duty.guides)

    @cached_property
    def reports_by(self) -> Index[Agency, Report]:
        """Body -> what it must report."""
        return Index(self.reports, lambda report: report.by)

    @cached_property
    def reports_to(self) -> Index[Agency, Report]:
        """Body -> what is reported to it or through it."""
        return Index(self.reports, lambda report: (*report.to, report.via) if report.via else report.to)

    @cached_property
    def receipts_of(self) -> Index[Agency, Receipt]:
        """Body -> where it stands among those who receive the plan."""
        return Index(self.receipts, lambda receipt: (receipt.agency,))

    @cached_property
    def led_by(self) -> Index[Agency, Budget]:
        """Body -> the budget lines that it leads."""
        return Index(self.budgets, lambda budget: budget.leads)

    @cached_property
    def nodes_led_by(self) -> Index[Agency, Project]:
        """Body -> the projects that it leads."""
        return Index(self.nodes, self.leads)

    @cached_property
    def wholes_of(self) -> Index[Agency, Agency]:
        """Body -> the collectives it belongs to by the plan's words."""
        return Index(self.data.agencies, self.members_of)

    @cached_property
    def may_be_meant_by(self) -> Index[Agency, Agency]:
        """Body -> the collectives with duties that may mean it, though the plan does not name it."""
        busy = (one for one in self.data.agencies if self.duties_of(one))
        return Index(busy, self.may_mean)

    def may_mean(self, whole: Agency) -> tuple[Agency, ...]:
        """The bodies that a collective may mean, where the plan lists none: those that the data names.

        Where it names none either, those of the plan's own level that have work, and are of the kind that it is
        called by.
        """
        if whole.may_include or not is_collective(whole) or self.members_of(whole):
            return self._agencies(whole.may_include)
        own = self.agencies[self.plan.agency]
        peers = (one for one in self.data.agencies if one.level is own.level and one is not own)
        return tuple(one for one in peers if means(whole, one) and (self.duties_of(one) or self.reports_by(one)))

    def members_of(self, whole: Agency) -> tuple[Agency, ...]:
        """The bodies that belong to a collective by the plan's words: those that it is said to be of, or names."""
        return self._agencies(whole.members) or self._listed_in(whole)

    def _listed_in(self, whole: Agency) -> tuple[Agency, ...]:
        """The bodies that the name of a collective lists: "Các trường học, Trạm Y tế xã" one, the station."""
        if whole.kind is not AgencyKind.COLLECTIVE:
            return ()
        named = [one.strip().lower() for one in _LISTED.split(whole.name)]
        found = (self._called.get(one) for one in named if len(named) > 1)
        return tuple(dict.fromkeys(one for one in found if one and one is not whole))

    @cached_property
    def _called(self) -> dict[str, Agency]:
        """What a body is called, in small letters -> the body; a single one, no collective."""
        single = [one for one in self.data.agencies if one.kind is not AgencyKind.COLLECTIVE]
        return {name.lower(): one for one in single for name in (*one.names, one.short_name, one.name)}

    @cached_property
    def agencies_by_level(self) -> tuple[tuple[Level, tuple[Agency, ...]], ...]:
        """The levels that have bodies: the plan's own, those below it, those above it from the nearest up.

        The bodies of a level are in alphabetical order.
        """
        levels, bodies = list(Level), Index(self.data.agencies, lambda agency: (agency.level,))
        own = levels.index(self.agencies[self.plan.agency].level)
        order = (*levels[own:], *reversed(levels[:own]))
        return tuple((level, tuple(sorted(bodies(level), key=_alphabetical))) for level in order if bodies(level))

    @cached_property
    def issued_by(self) -> Index[Agency, Document]:
        """Body -> the documents that it issued."""
        return Index(self.data.documents, lambda document: (self.agencies[document.issuer],))

    def works_with(self, agency: Agency) -> tuple[Agency, ...]:
        """Partners named in its duties, and those whose duties name it; in alphabetical order."""
        found: dict[str, Agency] = {}
        for duty in self.duties_of(agency):
            found.update({partner.id: partner for partner in duty.partners})
        for duty in self.named_partner(agency):
            found.update({bearer.id: bearer for bearer in duty.bearers})
        found.pop(agency.id, None)
        return tuple(sorted(found.values(), key=_alphabetical))

    # -- bodies and projects ------------------------------------------------

    @cached_property
    def roles_in_matrix(self) -> tuple[Role, ...]:
        """The roles that some body has in some project, in `Role`'s order."""
        used = {role for _, cells in self.matrix for roles in cells.values() for role in roles}
        return tuple(sorted(used, key=rank))

    @cached_property
    def levels_in_matrix(self) -> tuple[Level, ...]:
        """The levels of the bodies in the matrix, as they come there."""
        return tuple(dict.fromkeys(agency.level for agency, _ in self.matrix))

    @cached_property
    def matrix(self) -> tuple[tuple[Agency, dict[Project, tuple[Role, ...]]], ...]:
        """Bodies with a part in a project -> their roles in each, in `Role`'s order.

        A body that a lead must work with has the role COORDINATE there.
        """
        cells: dict[Agency, dict[Project, set[Role]]] = {}
        for duty in self.duties:
            if duty.node is None:
                continue
            for agency in duty.bearers:
                cells.setdefault(agency, {}).setdefault(duty.node, set()).update(duty.roles)
            for agency in duty.partners:
                cells.setdefault(agency, {}).setdefault(duty.node, set()).add(Role.COORDINATE)
        return tuple(
            (agency, {node: tuple(sorted(r, key=rank)) for node, r in cells[agency].items()})
            for agency in self.data.agencies
            if agency in cells
        )

    @cached_property
    def helpers_in(self) -> Index[Project, tuple[Agency, dict[Project, tuple[Role, ...]]]]:
        """Project -> the rows of the matrix of those who have a part in it and do not lead it."""
        return Index(self.matrix, lambda row: (node for node in row[1] if row[0] not in self.leads(node)))
