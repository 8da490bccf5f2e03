"""Join the records: who must do what, for whom, with what money, under which document.

Everything here is computed from a `Dataset` that has passed `check`; nothing is
stored twice. Amounts are whole đồng.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from . import formats
from .records import (
    Agency,
    Citation,
    Clause,
    Dataset,
    Document,
    ForWhom,
    Group,
    Indicator,
    Paragraph,
    Phrase,
    Place,
    Project,
)
from .records import Report as ReportRecord
from .vocabulary import Capital, ClauseKind, Purpose, Role, Source

PREAMBLE, CLOSING, RECIPIENTS = "can-cu", "ket-thuc", "noi-nhan"
"""References of the parts without a number of their own."""

NAMED_PARTS = {
    PREAMBLE: "phần căn cứ",
    CLOSING: "đoạn kết",
    RECIPIENTS: "Nơi nhận",
    "dau-van-ban": "phần đầu văn bản",
    "chu-ky": "phần ký tên",
}


def ref_label(ref: str) -> str:
    """How a clause is named in a sentence: "mục III.2.d", "đoạn kết"."""
    return NAMED_PARTS.get(ref) or f"mục {ref}"


@dataclass(frozen=True, eq=False)
class Spot:
    """A phrase and where it stands. `node` is None outside the projects."""

    ref: str
    node: Project | None
    clause: Clause | None
    paragraph: Paragraph
    phrase: Phrase

    @property
    def kind(self) -> ClauseKind | None:
        return self.clause.kind if self.clause else None


@dataclass(frozen=True, eq=False)
class Duty:
    """What the words of `spot` make `bearers` do, in their `roles`."""

    spot: Spot
    bearers: tuple[Agency, ...]
    roles: tuple[Role, ...]
    partners: tuple[Agency, ...]
    guides: tuple[Agency, ...]

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class Report:
    """Who reports to whom; what the plan leaves open is empty or None."""

    spot: Spot
    by: tuple[Agency, ...]
    to: tuple[Agency, ...]
    via: Agency | None
    frequency: str | None
    note: str | None

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class Target:
    """One "for whom" and the words it stands in."""

    spot: Spot
    record: ForWhom
    who: tuple[Group, ...]
    of: tuple[Group, ...]
    place: Place | None

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node

    @property
    def conditions(self) -> tuple[str, ...]:
        """What must hold besides belonging to the group, in words for a reader."""
        record = self.record
        found = []
        if self.of:
            found.append("thuộc " + " hoặc ".join(formats.lower_first(group.name) for group in self.of))
        if self.place:
            found.append(f"ở {self.place.name}")
        if record.age_from is not None and record.age_under is not None:
            found.append(f"từ {record.age_from} đến dưới {record.age_under} tuổi")
        elif record.age_under is not None:
            found.append(f"dưới {record.age_under} tuổi")
        elif record.age_from is not None:
            found.append(f"từ {record.age_from} tuổi")
        if record.condition:
            found.append(record.condition)
        return tuple(found)


@dataclass(frozen=True, eq=False)
class Cited:
    """One citation of a document."""

    spot: Spot
    document: Document
    part: str | None

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class Budget:
    """One budget line: `amount` in đồng, where it is stated and on what basis."""

    node: Project
    spot: Spot
    amount: int
    source: Source
    capital: Capital
    basis: tuple[Document, ...]
    leads: tuple[Agency, ...]

    @property
    def ref(self) -> str:
        return self.spot.ref


@dataclass(frozen=True, eq=False)
class Figure:
    """An indicator with the value the plan writes, verbatim."""

    spot: Spot
    record: Indicator
    value: str

    @property
    def ref(self) -> str:
        return self.spot.ref


@dataclass(frozen=True, eq=False)
class Receipt:
    """Who receives the plan, and for what."""

    agency: Agency
    purpose: Purpose
    spot: Spot


class Programme:
    """The joined plan: the one object that pages, tables and files are made from."""

    def __init__(self, dataset: Dataset):
        self.data = dataset
        self.plan = dataset.plan
        self.nodes: tuple[Project, ...] = tuple(dataset.nodes())
        self.agencies = {agency.id: agency for agency in dataset.agencies}
        self.groups = {group.id: group for group in dataset.groups}
        self.documents = {document.id: document for document in dataset.documents}
        self.places = {place.id: place for place in dataset.places}
        self.by_code = {node.code: node for node in self.nodes}

    # -- the tree ---------------------------------------------------------

    @cached_property
    def parents(self) -> dict[Project, Project]:
        return {child: parent for parent in self.nodes for child in parent.subprojects}

    @cached_property
    def refs(self) -> dict[Project | Clause, str]:
        """Every section, clause and project with its reference, in reading order."""
        return dict(self._walk())

    def _walk(self) -> Iterator[tuple[Project | Clause, str]]:
        def clause(one: Clause, ref: str) -> Iterator[tuple[Project | Clause, str]]:
            yield one, ref
            for child in one.clauses:
                yield from clause(child, f"{ref}.{child.number}")

        def project(one: Project, section: str) -> Iterator[tuple[Project | Clause, str]]:
            ref = f"{section}.{one.number}"
            yield one, ref
            for child in one.clauses:
                yield from clause(child, f"{ref}.{child.number}")
            for sub in one.subprojects:
                yield from project(sub, section)

        for section in self.data.sections:
            yield from clause(section, section.number)
            if section.projects:
                for one in self.data.projects:
                    yield from project(one, section.number)

    def lines_of(self, node: Project) -> tuple[Project, ...]:
        """The budget lines of a node: itself, or those below it."""
        below = [line for sub in node.subprojects for line in self.lines_of(sub)]
        own = [node] if node in self._budget_by_node else []
        return (*own, *below)

    @cached_property
    def work_nodes(self) -> tuple[Project, ...]:
        """The nodes that have clauses of their own (11 in the plan of 2023)."""
        return tuple(node for node in self.nodes if node.clauses)

    # -- the words --------------------------------------------------------

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every phrase of the plan in reading order."""
        plan = self.plan

        def loose(ref: str, paragraphs: Iterable[Paragraph]) -> Iterator[Spot]:
            for paragraph in paragraphs:
                for phrase in paragraph.phrases:
                    yield Spot(ref, None, None, paragraph, phrase)

        def numbered() -> Iterator[Spot]:
            for record, ref in self.refs.items():
                if isinstance(record, Clause):
                    for paragraph in record.texts:
                        for phrase in paragraph.phrases:
                            yield Spot(ref, self.owners.get(record), record, paragraph, phrase)

        return (
            *loose(PREAMBLE, plan.basis),
            *numbered(),
            *loose(CLOSING, plan.closing),
            *loose(RECIPIENTS, plan.recipients.items),
        )

    @cached_property
    def owners(self) -> dict[Clause, Project]:
        """Clause -> the project it belongs to. Sections outside the projects have none."""

        def below(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
            for clause in clauses:
                yield clause
                yield from below(clause.clauses)

        return {clause: node for node in self.nodes for clause in below(node.clauses)}

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

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(
            Figure(spot, spot.phrase.indicator, formats.figures(spot.phrase.text)[0])
            for spot in self.spots
            if spot.phrase.indicator
        )

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
        """The budget lines in the plan's order."""
        funding = self.plan.funding

        def made() -> Iterator[Budget]:
            for spot in self.spots:
                money = spot.phrase.money
                if money is None or money.total or spot.node is None:
                    continue
                (amount,) = formats.amounts(money.amount or spot.phrase.text)
                basis = [cited.document for cited in self.citations if cited.spot.paragraph is spot.paragraph]
                yield Budget(
                    spot.node,
                    spot,
                    amount,
                    money.source or funding.source,
                    money.capital or funding.capital,
                    tuple(basis),
                    self.leads(spot.node),
                )

        return tuple(made())

    @cached_property
    def _budget_by_node(self) -> dict[Project, list[Budget]]:
        found: dict[Project, list[Budget]] = {}
        for budget in self.budgets:
            found.setdefault(budget.node, []).append(budget)
        return found

    def budgets_of(self, node: Project) -> tuple[Budget, ...]:
        """The budget lines of a node and of all below it."""
        return tuple(budget for line in self.lines_of(node) for budget in self._budget_by_node.get(line, ()))

    def amount(self, node: Project) -> int:
        """Sum of the node's budget lines, in đồng."""
        return sum(budget.amount for budget in self.budgets_of(node))

    @cached_property
    def total(self) -> int:
        """Sum of all budget lines, in đồng. The plan itself states no total."""
        return sum(budget.amount for budget in self.budgets)

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

    def cited_by(self, agency: Agency) -> tuple[Cited, ...]:
        """Citations in the sentences that give `agency` a duty."""
        own = {duty.spot.paragraph for duty in self.duties_of(agency)}
        return tuple(cited for cited in self.citations if cited.spot.paragraph in own)

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

    def groups_of(self, node: Project) -> tuple[Group, ...]:
        """Groups named in the node's own "for whom" clause, in the plan's order."""
        found: dict[str, Group] = {}
        for target in self.targets:
            if target.node is node and target.spot.kind is ClauseKind.BENEFICIARIES:
                found.update({group.id: group for group in (*target.who, *target.of)})
        return tuple(found.values())

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
