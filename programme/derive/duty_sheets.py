"""Duty sheets: all that one body must do, sentence by sentence, sorted by project.

A sentence stands once on a sheet, whole, with all the roles it gives. A sheet holds
the body's own duties and, set apart, those of a collective it belongs to ("UBND các xã"
for the UBND of one commune).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..load.dataset import Clause, Project
from ..load.registries import Agency, Document
from ..load.texts import Footnote, Paragraph, Phrase
from ..load.vocabulary import AgencyKind, Level, Purpose, Role, rank
from ..vietnamese.formats import lower_first
from . import work_parts
from .programme import Programme
from .statements import Cited, Duty, Receipt, Report
from .task_lines import Task, names_bearer, names_of

WIDEST = 30
"""Projects beside each other in a table of bodies and projects; of more, each body has a list."""


@dataclass(frozen=True, eq=False)
class Assignment:
    """A sentence that gives somebody work, whole: the duties in it that are asked about, and what they report.

    Where lines of their own say who does the work and when, `task` is the work with these lines, and `paragraph` the
    first of its sentences.
    """

    paragraph: Paragraph
    duties: tuple[Duty, ...]
    reports: tuple[Report, ...]
    task: Task | None = None
    above: str = ""
    """The heading of its table that a row stands under."""

    @property
    def ref(self) -> str:
        """The clause it stands in."""
        return self.duties[0].ref

    @property
    def node(self) -> Project | None:
        """The project it stands in; None where it stands in a common part."""
        return self.duties[0].spot.node

    @property
    def projects(self) -> list[Project]:
        """The projects that it names, where it stands in a common part."""
        return list(dict.fromkeys(duty.node for duty in self.duties if duty.node and duty.node is not self.node))

    @property
    def roles(self) -> list[Role]:
        """What it makes of those who bear it, in the order of `Role`."""
        return sorted({role for duty in self.duties for role in duty.roles}, key=rank)

    @property
    def phrases(self) -> dict[Phrase, tuple[Role, ...]]:
        """The words that give a role -> the roles."""
        found: dict[Phrase, tuple[Role, ...]] = {}
        for duty in self.duties:
            found[duty.spot.phrase] = duty.roles
        return found

    @property
    def in_table(self) -> bool:
        """Whether it is a row of a table of tasks."""
        clause = self.duties[0].spot.clause
        return clause is not None and self.paragraph not in clause.every_text

    @property
    def timings(self) -> list[str]:
        """When, in the plan's words, where these are not among the sentence's own: in a table."""
        return [one.timing.text for one in self.paragraph.phrases if one.timing] if self.in_table else []

    @property
    def sentence(self) -> tuple[Phrase, ...]:
        """Its words from the first to the last: without the label before an item, and the sentences before its own."""
        phrases = self.paragraph.phrases
        if self.in_table:
            return tuple(self.phrases)
        own = [phrases.index(duty.spot.phrase) for duty in self.duties if duty.spot.paragraph is self.paragraph]
        ends = [at for at in range(min(own, default=0)) if phrases[at].text.endswith((".", ":"))]
        found = phrases[ends[-1] + 1 :] if ends else phrases
        said = " ".join(phrase.text for phrase in found)
        # Of "Mua bò giống. Đơn vị chủ trì: Phòng A." the words before say what the work is.
        return phrases if names_bearer(said, names_of((*self.bearers, *self.partners))) else found

    @property
    def heading(self) -> str:
        """The heading that says what the work is, where no sentence does; of a row what it is about."""
        return self.task.heading if self.task else self.above

    @property
    def below(self) -> list[tuple[str, Paragraph]]:
        """The lines below the work, each with what stands before it."""
        if not self.task:
            return []
        lines = self.task.lines if self.task.work else self.task.lines[1:]
        return [(self.task.sign if one.mark is None else one.mark, one) for one in lines]

    @property
    def footnotes(self) -> list[Footnote]:
        """Those of all its words."""
        return [note for one in (self.paragraph, *(line for _, line in self.below)) for note in one.footnotes]

    @property
    def products(self) -> list[str]:
        """What its work is to bring forth, in the plan's words."""
        phrases = self.paragraph.phrases if self.in_table else self.phrases
        return list(dict.fromkeys(one.product for one in phrases if one.product))

    @property
    def bearers(self) -> list[Agency]:
        return list(dict.fromkeys(one for duty in self.duties for one in duty.bearers))

    @property
    def partners(self) -> list[Agency]:
        return list(dict.fromkeys(one for duty in self.duties for one in duty.partners))

    @property
    def guides(self) -> list[Agency]:
        return list(dict.fromkeys(one for duty in self.duties for one in duty.guides))


def assignments(programme: Programme, duties: Iterable[Duty]) -> list[Assignment]:
    """The sentences of duties, each once: those of projects as the plan has them, then the general ones."""
    found: dict[Paragraph, list[Duty]] = {}
    for duty in sorted(duties, key=lambda duty: duty.spot.node is None):
        found.setdefault(programme.sentence_of(duty), []).append(duty)
    return [
        Assignment(
            paragraph,
            tuple(ones),
            _reported(programme, paragraph, ones),
            programme.tasks.get(paragraph),
            programme.heading_of_row(paragraph),
        )
        for paragraph, ones in found.items()
    ]


def _reported(programme: Programme, paragraph: Paragraph, duties: Iterable[Duty]) -> tuple[Report, ...]:
    """What a sentence, or the lines of a work, make the bearers of its duties report."""
    bearers = {one for duty in duties for one in duty.bearers}
    texts = _texts(programme, paragraph)
    return tuple(report for one in texts for report in programme.reports_at(one) if bearers & {*report.by})


def parts_of(programme: Programme, clause: Clause) -> list[tuple[Paragraph, list[Assignment]]]:
    """The texts of a clause with the work that each gives; the lines of a work stand with it."""
    tasks = programme.tasks
    firsts = (one for one in clause.texts if one not in tasks or tasks[one].first is one)
    return [
        (one, assignments(programme, [duty for text in _texts(programme, one) for duty in programme.duties_at(text)]))
        for one in firsts
    ]


def _texts(programme: Programme, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    task = programme.tasks.get(paragraph)
    return task.paragraphs if task else (paragraph,)


def by_work(
    programme: Programme, assignments: Iterable[Assignment]
) -> list[tuple[Project | None, str, list[Assignment]]]:
    """Sentences gathered, in their order, by the project they stand in, or by what their part is called without any.

    "" where they are of the whole plan: in its common part, or in a part without a heading.
    """
    names = work_parts.names_by_ref(programme)
    gathered: dict[tuple[Project | None, str, int], list[Assignment]] = {}
    for n, (of, ones) in enumerate(groupby(assignments, lambda one: (one.node, names.get(one.ref, "")))):
        # parts may be called alike and be two; what is of the whole plan is together, wherever it stands
        gathered.setdefault((*of, n if any(of) else -1), []).extend(ones)
    return [(node, name, ones) for (node, name, _), ones in gathered.items()]


def by_heading(programme: Programme, assignments: Iterable[Assignment]) -> list[tuple[str, list[Assignment]]]:
    """Sentences gathered, in their order, by the heading they stand under in a plan without projects; else all as one,
    under ""."""

    def heading(one: Assignment) -> str:
        name = "" if programme.nodes else programme.work_of(one.ref)
        return "" if name == programme.ref_label(one.ref) else name

    return [(name, list(ones)) for name, ones in groupby(assignments, heading)]


def told_partners(programme: Programme, one: Assignment) -> list[Agency]:
    """With whom work is done: all of them, or nobody where each is but described by the words that are quoted.

    "Các đơn vị có liên quan" describes, "các xã" does not: these are of one level.
    """

    def is_somebody(body: Agency) -> bool:
        return (
            bool(programme.members_of(body))
            or body.kind is not AgencyKind.COLLECTIVE
            or body.level is not Level.COLLECTIVE
        )

    return one.partners if one.in_table or any(map(is_somebody, one.partners)) else []


def received_on(programme: Programme, agency: Agency, node: Project | None) -> list[Report]:
    """What is reported to a body, or through it, about a project."""
    return [report for report in programme.reports_to(agency) if report.node == node and agency not in report.by]


def left_open(reports: Sequence[Report]) -> tuple[list[str], list[Report]]:
    """(what no report has, reports without a receiver while others have one): what the plan leaves blank."""
    blanks = {
        "nơi nhận": lambda one: not one.to,
        "kỳ": lambda one: not one.frequency,
        "hạn": lambda one: not one.deadline,
        "mẫu": lambda one: not one.form,
    }
    of_all = [name for name, is_blank in blanks.items() if reports and all(map(is_blank, reports))]
    return of_all, [] if "nơi nhận" in of_all else [one for one in reports if not one.to]


def purposes(receipts: Iterable[Receipt]) -> str:
    """What a body receives the plan for, in words; nothing where the plan says no purpose."""
    labels = dict.fromkeys(one.purpose.label for one in receipts if one.purpose is not Purpose.INFORM)
    return ", ".join(lower_first(label).removeprefix("để ") for label in labels)


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
    """The commune bodies that have a duty in a project and do not lead it: where people live."""
    found = (one for duty in programme.duties_in(node) for one in duty.bearers if one.level is Level.COMMUNE)
    return [one for one in dict.fromkeys(found) if one not in programme.leads(node)]


def partners_on_the_spot(programme: Programme, node: Project) -> list[Agency]:
    """The commune bodies that others in a project work with, and that have no duty of their own there."""
    found = (one for duty in programme.duties_in(node) for one in duty.partners if one.level is Level.COMMUNE)
    borne = [one for duty in programme.duties_in(node) for one in duty.bearers]
    return [] if programme.of_commune else [one for one in dict.fromkeys(found) if one not in borne]


def _bodies(programme: Programme, agency: Agency) -> tuple[Agency, ...]:
    return (agency, *programme.wholes_of(agency))


def reports_on(programme: Programme, agency: Agency) -> tuple[Report, ...]:
    """What a body must report, by itself and as a member of a collective; as the plan has it."""
    return programme.in_order(one for body in _bodies(programme, agency) for one in programme.reports_by(body))


def shared(programme: Programme, agency: Agency, own: Iterable[Assignment]) -> list[tuple[Agency, list[Assignment]]]:
    """The collectives a body belongs to or may be meant by, with the sentences that give them work.

    A sentence that stands among the body's own is not said again, nor one twice.
    """
    said = {one.paragraph for one in own}
    wholes = [(whole, list(programme.duties_of(whole))) for whole in programme.wholes_of(agency)]
    found = []
    for whole, duties in (*wholes, *shared_by_whole(programme, agency)):
        new = [one for one in assignments(programme, duties) if one.paragraph not in said]
        said |= {one.paragraph for one in new}
        if new:
            found.append((whole, new))
    return found


def binding(programme: Programme, agency: Agency) -> tuple[Report, ...]:
    """The reports that bind a body, by itself or as one of a collective."""
    return programme.in_order((*reports_on(programme, agency), *shared_reports(programme, agency)))


def receivers(programme: Programme, agency: Agency) -> list[Agency]:
    """To whom a body reports, by itself or as one of a collective."""
    return list(dict.fromkeys(one for report in binding(programme, agency) for one in report.to))


def frequencies(programme: Programme, agency: Agency) -> list[Report]:
    """The reports that bind a body and say how often, one for each way of saying it."""
    found: dict[str, Report] = {}
    for report in binding(programme, agency):
        if report.frequency:
            found.setdefault(report.frequency, report)
    return list(found.values())


def received_elsewhere(programme: Programme, agency: Agency, own: Iterable[Assignment]) -> list[Report]:
    """What is reported to a body, or through it, about no project, or one in which it has no sentence of its own."""
    nodes = [one.node for one in own if one.node]
    found = (one for one in programme.reports_to(agency) if agency not in one.by)
    return [one for one in found if one.node not in nodes]


def citations_on(programme: Programme, agency: Agency) -> tuple[Cited, ...]:
    """Documents a body must follow: cited where it has a duty, or in a project it leads."""
    duties = (duty for body in _bodies(programme, agency) for duty in programme.duties_of(body))
    found = [one for duty in duties for one in programme.citations_at(duty.spot.paragraph)]
    found += [one for node in programme.nodes_led_by(agency) for one in programme.citations_in(node)]
    return programme.in_order(found)


def documents(cited: Iterable[Cited]) -> list[Document]:
    """The documents of citations, each once."""
    return list(dict.fromkeys(one.document for one in cited))


def general_only(programme: Programme) -> list[Agency]:
    """The bodies whose duties all belong to the whole programme, to no project."""
    in_projects = {agency for agency, _ in programme.matrix}
    return [one for one in programme.data.agencies if programme.duties_of(one) and one not in in_projects]
