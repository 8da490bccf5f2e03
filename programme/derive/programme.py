"""Join the records: who must do what, for whom, with what money, under which document.

Everything here is computed from a `Dataset` that has passed `check`; nothing is
stored twice. Amounts are whole đồng.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from ..load.dataset import Project, Row
from ..load.registries import Agency, Document, Group, Place
from ..load.texts import Citation, Paragraph
from ..load.texts import Report as ReportRecord
from ..load.vocabulary import Purpose, Role
from ..vietnamese import formats
from .statements import Allocation, Budget, Cited, Duty, Figure, PhysicalTarget, Receipt, Report, Spot, Target, When
from .table_amounts import Cell, money_cells
from .tree import Tree


class Programme(Tree):
    """The joined plan: the one object that pages, tables and files are made from."""

    # -- what the words say -----------------------------------------------

    def _agencies(self, ids: Iterable[str]) -> tuple[Agency, ...]:
        return tuple(self.agencies[i] for i in ids)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(
            Duty(
                spot,
                self._agencies(spot.paragraph.bearers_of(spot.phrase)),
                spot.phrase.roles,
                self._agencies(spot.phrase.with_),
                self._agencies(spot.phrase.guided_by),
            )
            for spot in self.spots
            if spot.phrase.roles
        )

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        def made() -> Iterator[Report]:
            for spot in self.spots:
                for record in spot.phrase.reports:
                    yield Report(
                        spot,
                        self._agencies(self.reporters(spot, record)),
                        self._agencies(record.to),
                        self.agencies[record.via] if record.via else None,
                        record.frequency,
                        record.deadline,
                        record.due,
                        record.form,
                        record.note,
                    )

        return tuple(made())

    @staticmethod
    def reporters(spot: Spot, record: ReportRecord) -> tuple[str, ...]:
        return record.by or spot.paragraph.bearers_of(spot.phrase)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        return tuple(
            Target(
                spot,
                record,
                tuple(self.groups[i] for i in record.who),
                tuple(self.groups[i] for i in record.of),
                self.places[record.place] if record.place else None,
            )
            for spot in self.spots
            for record in spot.phrase.for_whom
        )

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        def made() -> Iterator[Cited]:
            for spot in self.spots:
                for record in spot.phrase.cites:
                    assert isinstance(record, Citation)
                    yield Cited(spot, self.documents[record.document], record.part)

        return tuple(made())

    @cached_property
    def subjects(self) -> dict[str, Spot]:
        """Document id -> the words that quote its subject."""
        return {spot.phrase.subject_of: spot for spot in self.spots if spot.phrase.subject_of}

    def _place(self, id: str | None) -> Place | None:
        return self.places[id] if id else None

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(
            Figure(
                spot,
                record,
                tuple(formats.figures(spot.phrase.text)),
                self.groups[record.group] if record.group else None,
                self._place(record.place),
            )
            for spot in self.spots
            if (record := spot.phrase.indicator)
        )

    @cached_property
    def outputs(self) -> tuple[PhysicalTarget, ...]:
        return tuple(
            PhysicalTarget(spot, record, formats.figures(spot.phrase.text)[0], self._place(record.place))
            for spot in self.spots
            if (record := spot.phrase.output)
        )

    @cached_property
    def timings(self) -> tuple[When, ...]:
        return tuple(When(spot, record) for spot in self.spots if (record := spot.phrase.timing))

    @cached_property
    def receipts(self) -> tuple[Receipt, ...]:
        return tuple(
            Receipt(agency, spot.phrase.purpose or Purpose.INFORM, spot)
            for spot in self.spots
            for agency in self._agencies(spot.phrase.recipients)
        )

    # -- money ------------------------------------------------------------

    @cached_property
    def budgets(self) -> tuple[Budget, ...]:
        """The budget lines in the plan's order: amounts in sentences, then rows of tables."""
        return tuple(self._budgets_in_words()) + tuple(self._budgets_in_tables())

    def _budgets_in_words(self) -> Iterator[Budget]:
        basis: dict[Paragraph, list[Document]] = {}
        for cited in self.citations:
            basis.setdefault(cited.spot.paragraph, []).append(cited.document)
        funding = self.plan.funding
        for spot in self.spots:
            money = spot.phrase.money
            if money is None or money.total or spot.node is None:
                continue
            (amount,) = formats.read_amounts(money.amount or spot.phrase.text)
            yield Budget(
                spot.node,
                spot.ref,
                amount.dong,
                amount.about,
                money.source or funding.source,
                money.capital or funding.capital,
                self._place(money.place),
                tuple(basis.get(spot.paragraph, ())),
                self.leads(spot.node),
            )

    def _budgets_in_tables(self) -> Iterator[Budget]:
        for cell in self.cells:
            if cell.row.project and not cell.row.place:
                node, money, funding = self.node_of(cell.row), cell.money, self.plan.funding
                source, capital = money.source or funding.source, money.capital or funding.capital
                yield Budget(
                    node, cell.ref, cell.dong, "", source, capital, self._place(money.place), (), self.leads(node)
                )

    def node_of(self, row: Row) -> Project:
        """The project a row of a table is about."""
        return self.by_key[f"{row.programme}/{row.project}" if row.programme else str(row.project)]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The amounts in tables, without totals and blank cells."""
        return tuple(cell for cell in money_cells(self.refs) if not cell.money.total and not cell.row.total)

    @cached_property
    def allocations(self) -> tuple[Allocation, ...]:
        """What tables give to places."""
        funding = self.plan.funding
        return tuple(
            Allocation(
                cell.ref,
                self.node_of(cell.row) if cell.row.project else None,
                place,
                cell.dong,
                cell.money.source or funding.source,
                cell.money.capital or funding.capital,
            )
            for cell in self.cells
            if (place := self._place(cell.row.place))
        )

    def sums(self, budgets: Iterable[Budget], by: str) -> dict[Any, int]:
        """Sum of budget lines by "source", "capital" or "place", most money first; in đồng."""
        found: dict[Any, int] = {}
        for budget in budgets:
            found[getattr(budget, by)] = found.get(getattr(budget, by), 0) + budget.amount
        return dict(sorted(found.items(), key=lambda row: -row[1]))

    def about(self, budgets: Iterable[Budget]) -> str:
        """ "khoảng" where a sum has a line that is not exact."""
        return "khoảng" if any(budget.about for budget in budgets) else ""

    @cached_property
    def _budget_by_node(self) -> dict[Project, list[Budget]]:
        found: dict[Project, list[Budget]] = {}
        for budget in self.budgets:
            found.setdefault(budget.node, []).append(budget)
        return found

    def lines_of(self, node: Project) -> tuple[Project, ...]:
        """The budget lines of a node: itself, or those below it."""
        below = [line for sub in node.subprojects for line in self.lines_of(sub)]
        own = [node] if node in self._budget_by_node else []
        return (*own, *below)

    def budgets_of(self, node: Project) -> tuple[Budget, ...]:
        """The budget lines of a node and of all below it."""
        return tuple(budget for line in self.lines_of(node) for budget in self._budget_by_node.get(line, ()))

    def amount(self, node: Project) -> int:
        """Sum of the node's budget lines, in đồng."""
        return sum(budget.amount for budget in self.budgets_of(node))

    @cached_property
    def total(self) -> int:
        """Sum of all budget lines, in đồng."""
        return sum(budget.amount for budget in self.budgets)

    @cached_property
    def states_total(self) -> bool:
        """Whether the plan itself states the total of its budget lines."""
        return any(spot.phrase.money and spot.phrase.money.total and not spot.node for spot in self.spots)

    @cached_property
    def money_by_lead(self) -> tuple[tuple[tuple[Agency, ...], tuple[Budget, ...]], ...]:
        """Budget lines by who leads them, most money first; () where none is named."""
        found: dict[tuple[str, ...], list[Budget]] = {}
        for budget in self.budgets:
            found.setdefault(tuple(agency.id for agency in budget.leads), []).append(budget)
        rows = [(self._agencies(ids), tuple(lines)) for ids, lines in found.items()]
        return tuple(sorted(rows, key=lambda row: -sum(line.amount for line in row[1])))

    # -- views ------------------------------------------------------------

    @cached_property
    def _leads(self) -> dict[Project, tuple[Agency, ...]]:
        found: dict[Project, dict[str, Agency]] = {}
        for duty in self.duties:
            if Role.LEAD in duty.roles and duty.node:
                found.setdefault(duty.node, {}).update({a.id: a for a in duty.bearers})
        return {node: tuple(agencies.values()) for node, agencies in found.items()}

    def leads(self, node: Project) -> tuple[Agency, ...]:
        """Who leads a node; empty where the plan names nobody."""
        return self._leads.get(node, ())

    def leads_below(self, node: Project) -> tuple[Agency, ...]:
        """Who leads a node or anything below it, each once, in the plan's order."""
        found = {agency.id: agency for agency in self.leads(node)}
        for sub in node.subprojects:
            found.update({agency.id: agency for agency in self.leads_below(sub)})
        return tuple(found.values())

    def duties_of(self, agency: Agency) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if agency in duty.bearers)

    def named_partner(self, agency: Agency) -> tuple[Duty, ...]:
        """Duties of others that are to be carried out together with `agency`."""
        return tuple(d for d in self.duties if agency in d.partners and agency not in d.bearers)

    def guides_in(self, agency: Agency) -> tuple[Duty, ...]:
        """Duties of others that follow the guidance of `agency`."""
        return tuple(duty for duty in self.duties if agency in duty.guides)

    def reports_by(self, agency: Agency) -> tuple[Report, ...]:
        return tuple(report for report in self.reports if agency in report.by)

    def reports_to(self, agency: Agency) -> tuple[Report, ...]:
        return tuple(r for r in self.reports if agency in r.to or agency is r.via)

    def led_by(self, agency: Agency) -> tuple[Budget, ...]:
        return tuple(budget for budget in self.budgets if agency in budget.leads)

    def works_with(self, agency: Agency) -> tuple[Agency, ...]:
        """Partners named in its duties, and those whose duties name it."""
        found: dict[str, Agency] = {}
        for duty in self.duties_of(agency):
            found.update({partner.id: partner for partner in duty.partners})
        for duty in self.named_partner(agency):
            found.update({bearer.id: bearer for bearer in duty.bearers})
        found.pop(agency.id, None)
        return tuple(sorted(found.values(), key=lambda one: formats.sort_key(one.name)))

    def targets_of(self, group: Group) -> tuple[Target, ...]:
        return tuple(t for t in self.targets if group in t.who or group in t.of)

    def citations_of(self, document: Document) -> tuple[Cited, ...]:
        return tuple(cited for cited in self.citations if cited.document is document)

    @cached_property
    def roles_in_matrix(self) -> tuple[Role, ...]:
        """The roles that some body has in some project, in `Role`'s order."""
        used = {role for _, cells in self.matrix for roles in cells.values() for role in roles}
        return tuple(role for role in Role if role in used)

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
        order = list(Role)
        return tuple(
            (agency, {node: tuple(sorted(r, key=order.index)) for node, r in cells[agency].items()})
            for agency in self.data.agencies
            if agency in cells
        )
