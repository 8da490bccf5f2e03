"""The plan as frozen, typed records: exactly what stands in `data/`.

Nothing here is computed from several records; that is `derive`'s work. Every
record carries `at`, the place it was read from, so that a finding can name
file and line. What stands inside a text of the plan is in `texts`, what its
words are joined to in `registries`. A property says the same in another form,
never more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import Field, model_validator

from .record import (
    AgencyId,
    Code,
    Id,
    Link,
    Mark,
    PartialDate,
    PlaceId,
    ProgrammeId,
    Record,
    Text,
    Whole,
    YesNo,
)
from .registries import (
    Abbreviation,
    Agency,
    Concept,
    Document,
    Group,
    Need,
    Notice,
    OwnTerm,
    Place,
    Question,
    Relation,
    SearchWords,
)
from .tables import Table
from .texts import AnyParagraph, Footnote, Paragraph, whole
from .vocabulary import Capital, ClauseKind, Source

PREAMBLE, CLOSING, RECIPIENTS = "can-cu", "ket-thuc", "noi-nhan"
"""References of the parts without a number of their own."""


def _bare(label: str) -> str:
    """A label without the marks that lead over to the title: "Dự án 2:" is "Dự án 2"."""
    return label.rstrip(":. ")


class Clause(Record):
    """A numbered part of the plan: I, II.1, III.2.d ... `number` is as written.

    `paragraphs` follow the heading, `items` are the bulleted ones after them,
    then come `tables`. `projects: true` marks where the files of
    `data/projects/` belong, those of `programme` only if it is named. `label`
    stands for the number where that is not just "1." or "a)": "Điều 1.",
    "Phụ lục I". Without a `heading` the number leads the first paragraph.
    `footnotes` are those of its heading (and of its tables).
    """

    number: Code
    label: Text | None = None
    heading: Text | None = None
    kind: ClauseKind | None = None
    paragraphs: tuple[AnyParagraph, ...] = ()
    items: tuple[AnyParagraph, ...] = ()
    tables: tuple[Table, ...] = ()
    clauses: tuple[Clause, ...] = ()
    projects: YesNo = False
    programme: ProgrammeId | None = None
    footnotes: tuple[Footnote, ...] = ()
    note: Text | None = None

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        """Its paragraphs and items, and the items in them, in reading order."""
        return whole(self.paragraphs + self.items)

    @property
    def every_text(self) -> tuple[Paragraph, ...]:
        """The same, and the notes below its tables."""
        return self.texts + whole(note for table in self.tables for note in table.notes)

    @property
    def name(self) -> str:
        """The heading without the colon it ends with; where there is none, the label or the number."""
        return (self.heading or self.label or self.number).rstrip(": ")

    @property
    def short_label(self) -> str | None:
        """The label as it is named in a sentence: "Điều 1", "Phụ lục I"."""
        return _bare(self.label) if self.label else None

    @property
    def is_named(self) -> bool:
        """Whether its label says more than its number: "Điều 1." does, "1/" does not."""
        return any(letter.isalpha() for letter in (self.label or "").replace(self.number, "", 1))


class Project(Record):
    """A project or sub-project: `code` is the programme's, `number` the plan's.

    `label` and `title` together are the heading, verbatim: "Dự án 2:" and
    "Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo". `mark` stands for the number where the plan writes it
    otherwise than "1." or "a)": "1)", "" for nothing. `applies: false` says
    that the plan names the project but does not carry it out here; `paragraphs`
    then hold its reason. `no_lead` and `no_basis` give the reason why a budget
    line has no lead or rests on no document.
    """

    code: Code
    number: Code
    mark: Mark | None = None
    programme: ProgrammeId | None = None
    label: Text
    title: Text
    applies: YesNo = True
    no_lead: Text | None = None
    no_basis: Text | None = None
    aliases: tuple[Text, ...] = ()
    note: Text | None = None
    footnotes: tuple[Footnote, ...] = ()
    paragraphs: tuple[AnyParagraph, ...] = ()
    clauses: tuple[Clause, ...] = ()
    subprojects: tuple[Project, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _hand_down_programme(cls, value: Any) -> Any:
        """Sub-projects belong to the programme of their project."""
        if isinstance(value, dict) and value.get("programme") and isinstance(value.get("subprojects"), list):
            subs = [{"programme": value["programme"], **s} if isinstance(s, dict) else s for s in value["subprojects"]]
            return {**value, "subprojects": subs}
        return value

    @property
    def key(self) -> str:
        """How pages name it: "3.2", with the programme where there are several: "giam-ngheo/3.2"."""
        return f"{self.programme}/{self.code}" if self.programme else self.code

    @property
    def short_label(self) -> str:
        """The label as it is named in a sentence: "Dự án 2"."""
        return _bare(self.label)

    @property
    def name(self) -> str:
        """The title without the full stop that some headings end with."""
        return self.title.rstrip(".")


class Header(Record):
    """The head of the document. A blank `number` or day is blank in the source.

    A text may have lost its head: then there are no `issuer_lines`, and all of it is blank. While a plan is being
    entered (see `Plan.signature`) its symbol, date and title may be blank too.
    """

    issuer_lines: tuple[Text, ...]
    state: Text | None
    motto: Text | None
    number: Text | None = None
    symbol: Text | None
    place: Text
    date: PartialDate | None
    kind: Text | None
    title_lines: tuple[Text, ...]

    @property
    def has_day(self) -> bool:
        """Whether the source says the day."""
        return self.date is not None and len(self.date) == len("2024-01-31")


class Signature(Record):
    """Who signed, as written: `authority` "TM. ỦY BAN NHÂN DÂN" (a head of office may sign without), `standing_for`
    "KT. CHỦ TỊCH", `signed` "(Đã ký)"."""

    authority: Text | None = None
    standing_for: Text | None = None
    office: Text
    signed: Text | None = None
    name: Text
    agency: AgencyId


class Recipients(Record):
    """The list "Nơi nhận"."""

    heading: Text
    items: tuple[AnyParagraph, ...] = Field(min_length=1)


class Funding(Record):
    """Source and capital type of amounts that do not name their own; `stated` quotes where the plan says so."""

    source: Source | None = None
    capital: Capital | None = None
    stated: Text | None = None


class AbsentProject(Record):
    """A project of the programme that the plan does not have."""

    code: Code
    title: Text
    note: Text
    sources: tuple[Text, ...] = Field(min_length=1)

    @property
    def name(self) -> str:
        """ "Dự án 5", "Tiểu dự án 4 của Dự án 3"."""
        project, *below = self.code.split(".")
        return f"Tiểu dự án {below[0]} của Dự án {project}" if below else f"Dự án {project}"


class NationalProgramme(Record):
    """A national programme the plan carries out. Project codes are its own."""

    id: Id
    name: Text
    names: tuple[Text, ...] = ()
    absent: tuple[AbsentProject, ...] = ()


class Period(Record):
    """The years the plan is for; `within` names a longer period it is part of."""

    start: PartialDate
    end: PartialDate
    within: Text | None = None


class Annex(Record):
    """The head of a plan that is annexed to the decision that carries it; it may repeat the letterhead."""

    issuer_lines: tuple[Text, ...] = ()
    state: Text | None = None
    motto: Text | None = None
    kind: Text
    title_lines: tuple[Text, ...] = Field(min_length=1)
    attached: Text | None = None


class Licence(Record):
    """Under what terms the data may be used: `id` as in the SPDX list ("CC-BY-4.0")."""

    id: Text
    name: Text
    url: Link | None = None
    note: Text | None = None


class Plan(Record):
    """The plan's own frame: everything around the numbered parts.

    A plan by itself has `header`, `basis`, the parts, `closing`, `recipients`,
    `signature`, in this order. Where a decision or a resolution carries the
    plan, `articles` are that document's articles and `annex` is the head of the
    plan that follows its signature. `appendices` stand after all of it. `form` is
    the form of all of `data/` (see `upgrade`). The signature is what is entered last: while it is blank, the plan is
    being entered.
    """

    form: Whole
    short_title: Text
    contact: Link | None = None
    licence: Licence | None = None
    agency: AgencyId
    place: PlaceId
    period: Period
    programmes: tuple[NationalProgramme, ...] = ()
    funding: Funding = Funding()
    relations: tuple[Relation, ...] = ()
    header: Header
    basis: tuple[AnyParagraph, ...] = ()
    articles: tuple[Clause, ...] = ()
    annex: Annex | None = None
    closing: tuple[AnyParagraph, ...] = ()
    recipients: Recipients | None = None
    signature: Signature | None
    appendices: tuple[Clause, ...] = ()


class Dataset(Record):
    """All of `data/`, read and typed, not yet checked or joined."""

    plan: Plan
    sections: tuple[Clause, ...]
    projects: tuple[Project, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    documents: tuple[Document, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    concepts: tuple[Concept, ...] = ()
    places: tuple[Place, ...]
    questions: tuple[Question, ...] = ()
    notice: Notice | None = None
    needs: tuple[Need, ...] = ()
    search: SearchWords = SearchWords()
    vocabulary: tuple[OwnTerm, ...] = ()

    def projects_in(self, clause: Clause) -> tuple[Project, ...]:
        """The projects that stand in a clause, in the plan's order."""
        if not clause.projects:
            return ()
        return tuple(p for p in self.projects if clause.programme is None or p.programme == clause.programme)

    def projects_as_they_stand(self) -> tuple[Project, ...]:
        """The projects by the clause they stand in: a plan of two programmes tells of them in its own order."""

        def walk(clauses: Iterable[Clause]) -> Iterator[Clause]:
            for clause in clauses:
                yield clause
                yield from walk(clause.clauses)

        placed = dict.fromkeys(one for clause in walk(self.sections) for one in self.projects_in(clause))
        return (*placed, *(one for one in self.projects if one not in placed))

    def nodes(self) -> Iterator[Project]:
        """Every project and sub-project, in the plan's order."""

        def walk(projects: tuple[Project, ...]) -> Iterator[Project]:
            for project in projects:
                yield project
                yield from walk(project.subprojects)

        return walk(self.projects)
