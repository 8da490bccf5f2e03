"""The plan as a tree of numbered parts: references, how a sentence names a part, its phrases in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ..load.dataset import AbsentProject, Clause, Dataset, Project
from ..load.texts import Footnote, Paragraph, Phrase, whole
from ..load.vocabulary import ClauseKind, Level
from ..vietnamese import formats
from . import full_text, looking_back, task_rows
from .index import Index
from .statements import CLOSING, NAMED_PARTS, PREAMBLE, RECIPIENTS, Spot

OF_A_DRAFT = "Bản nháp:"
"""How what a draft says of itself begins."""


def _above(code: str) -> list[str]:
    """The codes above a code: "3" and "3.2" for "3.2.1"."""
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]


class Tree:
    """The parts of a plan with their references, names and phrases, in reading order."""

    def __init__(self, dataset: Dataset, open_questions: int = 0):
        self.data = dataset
        self.open_questions = open_questions
        """Of a draft that was read from a document: how many questions about it nobody has answered yet."""
        self.plan = dataset.plan
        self.nodes: tuple[Project, ...] = tuple(dataset.nodes())
        self.agencies = {agency.id: agency for agency in dataset.agencies}
        self.groups = {group.id: group for group in dataset.groups}
        self.documents = {document.id: document for document in dataset.documents}
        self.places = {place.id: place for place in dataset.places}
        self.by_key = {node.key: node for node in self.nodes}
        self.programmes = {one.id: one for one in self.plan.programmes}

    # -- how far it is entered --------------------------------------------

    @property
    def is_entered(self) -> bool:
        """Whether the document was entered to its end, the signature: what is not there is not in the plan either.

        A draft is not, while it has open questions: what is asked about may be in the plan.
        """
        return self.plan.signature is not None and not self.open_questions

    def own_reason(self, reason: str | None) -> str | None:
        """Why something is not said, as a person wrote it: what a draft says of itself is no reason once it is none."""
        return None if self.is_entered and (reason or "").startswith(OF_A_DRAFT) else reason

    @property
    def is_blank(self) -> bool:
        """Whether none of the document's own sentences has been entered yet."""
        return not (self.data.sections or self.data.projects or self.plan.basis or self.plan.articles)

    @property
    def without_projects(self) -> bool:
        """Whether it has no projects, as far as it was entered; of a blank one nobody knows."""
        return not (self.nodes or self.is_blank)

    # -- the tree ---------------------------------------------------------

    @cached_property
    def parents(self) -> dict[Project, Project]:
        """Sub-project -> the project it is part of."""
        return {child: parent for parent in self.nodes for child in parent.subprojects}

    @cached_property
    def refs(self) -> dict[Project | Clause, str]:
        """Every section, clause and project with its reference, in reading order."""
        return dict(self._walk())

    def _walk(self) -> Iterator[tuple[Project | Clause, str]]:
        def below(one: Project | Clause, ref: str, child: Clause) -> str:
            # "1.1" in "1" says the number of what it stands in again
            told = child.number.startswith(f"{one.number}.") and ref.endswith(f".{one.number}")
            return f"{ref.removesuffix(one.number) if told else f'{ref}.'}{child.number}"

        def clause(one: Clause, ref: str) -> Iterator[tuple[Project | Clause, str]]:
            yield one, ref
            for child in one.clauses:
                yield from clause(child, below(one, ref, child))
            for node in self.data.projects_in(one):
                yield from project(node, ref)

        def project(one: Project, section: str) -> Iterator[tuple[Project | Clause, str]]:
            ref = f"{section}.{one.number}"
            yield one, ref
            for child in one.clauses:
                yield from clause(child, below(one, ref, child))
            for sub in one.subprojects:
                yield from project(sub, section)

        for article in self.plan.articles:
            yield from clause(article, f"dieu-{article.number}")
        for section in self.data.sections:
            yield from clause(section, section.number)
        for appendix in self.plan.appendices:
            yield from clause(appendix, f"phu-luc-{appendix.number.lower()}")

    @cached_property
    def looking_back(self) -> frozenset[Clause | None]:
        """The clauses that tell of the time before the plan."""
        found: set[Clause | None] = set()
        for part in self.refs:
            if isinstance(part, Clause) and (part in found or looking_back.looks_back(part, self.plan.period.start)):
                found |= {part, *(one for one in part.clauses if one.kind is not ClauseKind.OBJECTIVE)}
        return frozenset(found)

    def tells_of_before(self, clause: Clause) -> bool:
        """Whether a clause tells of the time before the plan."""
        return clause in self.looking_back

    @cached_property
    def refs_of_before(self) -> frozenset[str]:
        """The references of the clauses that tell of the time before the plan."""
        return frozenset(self.refs[one] for one in self.looking_back if one)

    @cached_property
    def depths(self) -> dict[Project | Clause, int]:
        """Part -> how many parts it stands in; its number may hold dots of its own ("2.1", a clause "1.1")."""
        found: dict[Project | Clause, int] = {}

        def at(parts: Iterable[Project | Clause], depth: int) -> None:
            for part in parts:
                found[part] = depth
                at(part.clauses, depth + 1)
                at(part.subprojects if isinstance(part, Project) else self.data.projects_in(part), depth + 1)

        at((*self.plan.articles, *self.data.sections, *self.plan.appendices), 0)
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """Reference -> how a sentence names it, where that is not "mục" and the reference."""
        named = {
            ref: part.short_label
            for part, ref in self.refs.items()
            if isinstance(part, Clause) and part.short_label and part.is_named
        }
        return {**NAMED_PARTS, **named}

    def ref_label(self, ref: str) -> str:
        """How a clause is named in a sentence: "mục III.2.d", "Điều 1", "đoạn kết"."""
        return self.labels.get(ref) or f"mục {ref}"

    def label_of(self, node: Project) -> str:
        """How a project is called beside others of its programme: "Dự án 2", "Tiểu dự án 2, Dự án 3"."""
        parent = self.parents.get(node)
        return f"{node.short_label}, {parent.short_label}" if parent else node.short_label

    def short_name(self, node: Project) -> str:
        """How a project is called without its title: as `label_of`, with the programme where there are several."""
        if node.programme and not self._labels_tell:
            return f"{self.label_of(node)} ({self.programmes[node.programme].name})"
        return self.label_of(node)

    @cached_property
    def _labels_tell(self) -> bool:
        """Whether codes and names tell the projects apart, whatever their programmes."""
        return len(self.codes) == len({self.label_of(node) for node in self.nodes}) == len(self.nodes)

    def full_name(self, node: Project) -> str:
        """ "Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng"."""
        return f"{self.short_name(node)}: {node.name}"

    @property
    def period(self) -> str:
        """ "năm 2024", "giai đoạn 2021 - 2025"."""
        return formats.period(self.plan.period.start, self.plan.period.end)

    @property
    def cited_as(self) -> str:
        """The plan in a citation: its short title, and its number if the source has one."""
        header = self.plan.header
        return f"{self.plan.short_title}{f' (số {header.number}/{header.symbol})' if header.number else ''}"

    @property
    def level(self) -> str:
        """The level of the body that issues the plan, inside a sentence: "cấp huyện"."""
        return formats.lower_first(self.agencies[self.plan.agency].level.label)

    @property
    def of_commune(self) -> bool:
        """Whether a commune issues the plan: then all that is given to somebody is given in the commune."""
        return self.agencies[self.plan.agency].level is Level.COMMUNE

    @cached_property
    def work_nodes(self) -> tuple[Project, ...]:
        """The nodes that say what is done: in clauses of their own, or in sentences right below their heading."""
        return tuple(node for node in self.nodes if node.clauses or _is_told(node))

    @property
    def projects_called(self) -> str:
        """What its projects are called together: "dự án, tiểu dự án", where it has such."""
        return "dự án, tiểu dự án" if self.parents else "dự án"

    @cached_property
    def first_subproject(self) -> Project | None:
        """The first sub-project with clauses of its own."""
        return next((node for node in self.work_nodes if node in self.parents), None)

    @cached_property
    def projects_of(self) -> Index[str, Project]:
        """Programme's id -> its projects and sub-projects; those that name none belong to every one."""
        return Index(self.nodes, self.programmes_of)

    def programmes_of(self, node: Project) -> tuple[str, ...]:
        """The ids of the programmes that a project belongs to: the one it names, else all."""
        return (node.programme,) if node.programme else tuple(self.programmes)

    @property
    def absent(self) -> tuple[AbsentProject, ...]:
        """The projects of all programmes that the plan does not have."""
        return tuple(one for programme in self.plan.programmes for one in programme.absent)

    @cached_property
    def _absent(self) -> Index[tuple[str, str], AbsentProject]:
        """(programme's id, code of a project) -> what the programme has below it and the plan has not."""
        whose = {one: programme.id for programme in self.plan.programmes for one in programme.absent}
        return Index(self.absent, lambda one: ((whose[one], above) for above in _above(one.code)))

    def absent_below(self, node: Project) -> tuple[AbsentProject, ...]:
        """The sub-projects of a project that its programme has and the plan does not have."""
        return tuple(one for id in self.programmes_of(node) for one in self._absent((id, node.code)))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all projects, as their programme writes them."""
        return frozenset(node.code for node in self.nodes)

    @cached_property
    def numbers_differ(self) -> bool:
        """Whether some project's number in the plan is not its code in the programme."""
        return any(node.number != node.code for node in self.nodes)

    # -- the words --------------------------------------------------------

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every phrase of the plan in reading order."""
        plan = self.plan

        def within(ref: str, node: Project | None, clause: Clause | None, paragraph: Paragraph) -> Iterator[Spot]:
            for phrase in paragraph.phrases:
                yield Spot(ref, node, clause, paragraph, phrase, self._named(paragraph, phrase))
            yield from noted(ref, node, clause, paragraph.footnotes)

        def noted(ref: str, node: Project | None, clause: Clause | None, notes: Iterable[Footnote]) -> Iterator[Spot]:
            for one in notes:  # a sentence of its own, wherever its mark stands
                paragraph = Paragraph(phrases=(one,))
                yield Spot(ref, node, clause, paragraph, one, self._named(paragraph, one))

        def loose(ref: str, paragraphs: Iterable[Paragraph]) -> Iterator[Spot]:
            for paragraph in whole(paragraphs):
                yield from within(ref, None, None, paragraph)

        def numbered() -> Iterator[Spot]:
            for part, ref in self.refs.items():
                node, clause = (part, None) if isinstance(part, Project) else (self.owners.get(part), part)
                rows = (row.paragraph for row in self.rows_in(clause))
                yield from noted(ref, node, clause, part.footnotes)
                for paragraph in (*(clause.every_text if clause else whole(part.paragraphs)), *rows):
                    yield from within(ref, node, clause, paragraph)

        return (
            *loose(PREAMBLE, plan.basis),
            *numbered(),
            *loose(CLOSING, plan.closing),
            *(loose(RECIPIENTS, plan.recipients.items) if plan.recipients else ()),
        )

    @cached_property
    def rows_in(self) -> Index[Clause | None, task_rows.ReadRow]:
        """Clause -> the rows of its tables that are read as sentences."""
        tables = ((one, table) for one in self.refs if isinstance(one, Clause) for table in one.tables)
        held = {row: clause for clause, table in tables for row in task_rows.read(table)}
        return Index(held, lambda row: (held[row],))

    @cached_property
    def row_of(self) -> dict[Paragraph, task_rows.ReadRow]:
        """Paragraph -> the row that it is, if it is one."""
        return {row.paragraph: row for part in self.refs if isinstance(part, Clause) for row in self.rows_in(part)}

    def heading_of_row(self, paragraph: Paragraph) -> str:
        """The headings of its table that a row stands under, the widest first; "" for what is no row, or has none."""
        row = self.row_of.get(paragraph)
        return " › ".join(row.headings) if row else ""

    @cached_property
    def footnotes(self) -> dict[Footnote, int]:
        """The plan's footnotes, in the order of the words that they belong to -> their number, from 1."""
        return {one: number for number, one in enumerate(full_text.footnotes(self.data), 1)}

    def _named(self, paragraph: Paragraph, phrase: Phrase) -> tuple[Project, ...]:
        return tuple(self.by_key[key] for key in paragraph.projects_of(phrase))

    @cached_property
    def owners(self) -> dict[Clause, Project]:
        """Clause -> the project it belongs to. Sections outside the projects have none."""

        def below(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
            for clause in clauses:
                yield clause
                yield from below(clause.clauses)

        return {clause: node for node in self.nodes for clause in below(node.clauses)}

    def anchor(self, clause: Clause) -> str:
        """The place of a project's clause on the project's page: "content", "muc-g", one within another "muc-b-1"."""
        tail = self.refs[clause].removeprefix(f"{self.refs[self.owners[clause]]}.")
        return clause.kind.value if clause.kind else f"muc-{tail.replace('.', '-')}"


def _is_told(node: Project) -> bool:
    """Whether what is done in a project stands right below its heading; of one that is not carried out it is why."""
    return bool(node.paragraphs) and node.applies and not node.subprojects
