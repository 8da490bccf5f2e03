"""What the words of the plan say, each statement joined with the records that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..load.dataset import Clause, Project
from ..load.registries import Agency, Place
from ..load.texts import Paragraph, Phrase
from ..load.texts import Report as ReportRecord
from ..load.vocabulary import Purpose, Role
from ..vietnamese import formats
from .index import Index
from .statements import Cited, Duty, Figure, PhysicalTarget, Receipt, Report, Spot, Subject, Target, When
from .table_amounts import every_cell, holds_number
from .task_lines import Task, TaskLines
from .tree import Tree


def _cell(text: str) -> tuple[Paragraph, Phrase]:
    """The words of a cell, as those of a sentence."""
    phrase = Phrase(text=text)
    return Paragraph(phrases=(phrase,)), phrase


class Joined(Tree):
    """The statements of a plan, each kind in reading order."""

    def _agencies(self, ids: Iterable[str]) -> tuple[Agency, ...]:
        return tuple(self.agencies[i] for i in ids)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty: the phrases with roles."""
        return tuple(
            Duty(
                spot,
                node,
                self._agencies(spot.paragraph.bearers_of(spot.phrase)),
                spot.phrase.roles,
                self._agencies(spot.phrase.with_),
                self._agencies(spot.phrase.guided_by),
            )
            for spot in self.spots
            if spot.phrase.roles
            for node in spot.nodes
        )

    @cached_property
    def duties_of(self) -> Index[Agency, Duty]:
        """Body -> the duties it bears."""
        return Index(self.duties, lambda duty: duty.bearers)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Every reporting duty; who reports is named there or bears the words."""

        def made() -> Iterator[Report]:
            for spot in self.spots:
                for record in spot.phrase.reports:
                    yield Report(
                        spot,
                        record,
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
        """The ids of those who report: named by the report, else those who bear its words."""
        return record.by or spot.paragraph.bearers_of(spot.phrase)

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Every "for whom"."""
        return tuple(
            Target(
                spot,
                record,
                tuple(self.groups[i] for i in record.who),
                tuple(self.groups[i] for i in record.of),
                self._places(record.place),
            )
            for spot in self.spots
            for record in spot.phrase.for_whom
        )

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """Every citation of a document."""
        return tuple(
            Cited(spot, self.documents[record.document], record.part, record.basis_of)
            for spot in self.spots
            for record in spot.phrase.cites
        )

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """Document id -> the words that quote its subject."""
        return {id: Subject(spot, self.documents[id]) for spot in self.spots if (id := spot.phrase.subject_of)}

    def _place(self, id: str | None) -> Place | None:
        return self.places[id] if id else None

    def _places(self, ids: Iterable[str | None]) -> tuple[Place, ...]:
        return tuple(self.places[id] for id in ids if id)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every indicator with its values: in sentences, then in tables."""
        return (*self._figures_in_words(), *self._figures_in_tables())

    def _figures_in_words(self) -> Iterator[Figure]:
        return (
            Figure(
                spot,
                record,
                tuple(formats.figures(spot.phrase.text, record.unit)),
                tuple(self.groups[id] for id in record.group),
                self._places(record.place),
                record.year,
            )
            for spot in self.spots
            if (record := spot.phrase.indicator)
        )

    def _figures_in_tables(self) -> Iterator[Figure]:
        for clause, ref, _, row, column, text in every_cell(self.refs):
            if (record := column.indicator) and not row.total and holds_number(text):
                yield Figure(
                    Spot(ref, self.owners.get(clause), clause, *_cell(text)),
                    record,
                    (text.strip(),),
                    tuple(self.groups[id] for id in record.group),
                    self._places([one] if (one := row.place or column.place) else record.place),
                    column.year or record.year,
                    in_table=True,
                )

    @cached_property
    def outputs(self) -> tuple[PhysicalTarget, ...]:
        """Every physical target with its number."""
        return tuple(
            PhysicalTarget(spot, record, formats.figures(spot.phrase.text, record.unit)[0], self._places(record.place))
            for spot in self.spots
            if (record := spot.phrase.output)
        )

    @cached_property
    def timings(self) -> tuple[When, ...]:
        """Everything that is to be done at some time."""
        return tuple(When(spot, record) for spot in self.spots if (record := spot.phrase.timing))

    @cached_property
    def receipts(self) -> tuple[Receipt, ...]:
        """Everybody who receives the plan; where no purpose is written, it is INFORM."""
        return tuple(
            Receipt(spot, agency, spot.phrase.purpose or Purpose.INFORM)
            for spot in self.spots
            for agency in self._agencies(spot.phrase.recipients)
        )

    @cached_property
    def tasks(self) -> dict[Paragraph, Task]:
        """Paragraph -> the piece of work that it is, or says who does it and when, where lines of its own say that."""
        return TaskLines((part for part in self.refs if isinstance(part, Clause)), self.agencies).of

    def sentence_of(self, duty: Duty) -> Paragraph:
        """The sentence that says what a duty is: the one that gives it, or the one that its line stands under."""
        task = self.tasks.get(duty.spot.paragraph)
        return task.first if task else duty.spot.paragraph

    @cached_property
    def _leads(self) -> dict[Project, tuple[Agency, ...]]:
        found: dict[Project, dict[str, Agency]] = {}
        for duty in self._leading:
            if duty.node and (duty not in self._of_one_task or self._all_led_alike(duty.node)):
                found.setdefault(duty.node, {}).update({a.id: a for a in duty.bearers})
        return {node: tuple(agencies.values()) for node, agencies in found.items()}

    @cached_property
    def _leading(self) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if Role.LEAD in duty.roles and duty.node)

    @cached_property
    def _of_one_task(self) -> dict[Duty, Task]:
        """Who leads one piece of work of a project -> that work."""
        found = ((duty, self.tasks.get(duty.spot.paragraph)) for duty in self._leading if duty.node is duty.spot.node)
        return {duty: task for duty, task in found if task}

    def _all_led_alike(self, node: Project) -> bool:
        """Whether the same bodies lead each piece of work of a project: then they lead it."""
        led: dict[Paragraph, set[Agency]] = {}
        works: set[Paragraph] = set()
        for duty, task in self._of_one_task.items():
            if duty.node is node:
                led.setdefault(task.first, set()).update(duty.bearers)
                works |= {*task.beside}
        return works <= led.keys() and len({frozenset(one) for one in led.values()}) == 1

    def leads(self, node: Project) -> tuple[Agency, ...]:
        """Who leads a node; empty where the plan names nobody, or names them for single pieces of its work."""
        return self._leads.get(node, ())

    def task_leads(self, node: Project) -> tuple[Agency, ...]:
        """Who leads pieces of a node's work, where nobody leads it as a whole; in the plan's order."""
        if self.leads(node):
            return ()
        return tuple(dict.fromkeys(one for duty in self._of_one_task if duty.node is node for one in duty.bearers))

    def leads_below(self, node: Project) -> tuple[Agency, ...]:
        """Who leads a node or anything below it, each once, in the plan's order."""
        found = {agency.id: agency for agency in self.leads(node)}
        for sub in node.subprojects:
            found.update({agency.id: agency for agency in self.leads_below(sub)})
        return tuple(found.values())

    def unled_below(self, node: Project) -> tuple[Project, ...]:
        """The parts of a node, with a lead of others, of which the plan says no lead."""
        return tuple(sub for sub in node.subprojects if not self.leads_below(sub)) if self.leads_below(node) else ()
