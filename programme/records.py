"""The plan as frozen, typed records: exactly what stands in `data/`.

Nothing here is computed from several records; that is `derive`'s work. Every
record carries `at`, the place it was read from, so that a finding can name
file and line.

A *text* of the plan is a sequence of `Phrase`s. Joined by single spaces they
are the plan's words, verbatim; what else a phrase holds (who must act, whom it
is for, what it cites) is our index over those words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from .vocabulary import (
    Capital,
    ClauseKind,
    DocumentKind,
    GroupKind,
    IndicatorKind,
    Level,
    PlaceKind,
    Purpose,
    Role,
    Source,
)


@dataclass(frozen=True)
class At:
    """Where a record stands: file, line, and the line of each of its keys."""

    file: str = "?"
    line: int = 0
    keys: Mapping[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        """The line of `key`, or the record's own line."""
        return self.keys.get(key, self.line)


NOWHERE = At()

Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$")]
Ref = Annotated[str, StringConstraints(min_length=1)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO date that may stop at the month or the year: 2023-06-05, 2023-06, 2023."""


class Record(BaseModel):
    """Base of all records: frozen, no unknown keys, knows its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    at: At = Field(default=NOWHERE, alias="__at__", exclude=True, repr=False)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


class ForWhom(Record):
    """One "for whom": anybody of `who` who also belongs to one of `of` (if given).

    `condition` is a quote from the same phrase. `age_under` is in completed
    years, exclusive ("dưới 16 tuổi" is 16); `age_from` is inclusive.
    """

    who: tuple[Id, ...] = Field(min_length=1)
    of: tuple[Id, ...] = ()
    priority: bool = False
    place: Id | None = None
    age_from: int | None = None
    age_under: int | None = None
    condition: Text | None = None


class Report(Record):
    """A reporting duty. Empty `to` or `frequency`: the plan does not say.

    `frequency` is a quote from the same phrase.
    """

    by: tuple[Id, ...] = ()
    to: tuple[Id, ...] = ()
    via: Id | None = None
    frequency: Text | None = None
    note: Text | None = None


class Citation(Record):
    """A legal document cited; `part` is the cited part, quoted from the phrase."""

    document: Id
    part: Text | None = None


class Money(Record):
    """An amount. Without `amount` it is read from the words of the phrase.

    Source and capital type default to those of `Funding`. With `total`, the
    amount is one the plan adds up itself: it is no budget line, and `check`
    compares it with the sum of the lines it covers.
    """

    amount: Text | None = None
    source: Source | None = None
    capital: Capital | None = None
    total: bool = False


class Indicator(Record):
    """A figure to be reached; its value is read from the words of the phrase."""

    id: Id
    name: Text
    kind: IndicatorKind
    unit: Text
    at_least: bool = False


class Phrase(Record):
    """A run of the plan's words, verbatim, with what we say about it."""

    text: Text
    roles: tuple[Role, ...] = ()
    bearers: tuple[Id, ...] = ()
    with_: tuple[Id, ...] = Field(default=(), alias="with")
    guided_by: tuple[Id, ...] = ()
    for_whom: tuple[ForWhom, ...] = ()
    reports: tuple[Report, ...] = ()
    cites: tuple[Citation, ...] = ()
    subject_of: Id | None = None
    money: Money | None = None
    indicator: Indicator | None = None
    recipients: tuple[Id, ...] = ()
    purpose: Purpose | None = None


def _as_phrase(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


def _as_paragraph(value: Any) -> Any:
    """Accept the three ways a clerk may write a paragraph (see `Paragraph`)."""
    if isinstance(value, str):
        return {"phrases": [value]}
    if isinstance(value, dict) and "text" in value and "phrases" not in value:
        at = value.get("__at__", NOWHERE)
        own = {k: value[k] for k in ("bearers", "note") if k in value}
        phrase = {k: v for k, v in value.items() if k not in own}
        return {**own, "phrases": [phrase], "__at__": at}
    return value


class Paragraph(Record):
    """A paragraph or a bulleted item.

    In YAML it is a plain string, a mapping with `text` (one phrase), or a
    mapping with `phrases`. `bearers` are those who must do what its phrases
    say, unless a phrase names its own. `note` is ours, never the plan's.
    """

    phrases: tuple[Annotated[Phrase, BeforeValidator(_as_phrase)], ...] = Field(min_length=1)
    bearers: tuple[Id, ...] = ()
    note: Text | None = None

    @property
    def text(self) -> str:
        return " ".join(phrase.text for phrase in self.phrases)

    def bearers_of(self, phrase: Phrase) -> tuple[str, ...]:
        return phrase.bearers or self.bearers


AnyParagraph = Annotated[Paragraph, BeforeValidator(_as_paragraph)]


class Clause(Record):
    """A numbered part of the plan: I, II.1, III.2.d ... `number` is as written.

    `paragraphs` follow the heading, `items` are the bulleted ones after them.
    `projects: true` marks where the files of `data/projects/` belong.
    """

    number: Code
    heading: Text
    kind: ClauseKind | None = None
    paragraphs: tuple[AnyParagraph, ...] = ()
    items: tuple[AnyParagraph, ...] = ()
    clauses: tuple[Clause, ...] = ()
    projects: bool = False
    note: Text | None = None

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        return self.paragraphs + self.items


class Project(Record):
    """A project or sub-project: `code` is the programme's, `number` the plan's.

    `label` and `title` together are the heading, verbatim: "Dự án 2:" and
    "Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo".
    """

    code: Code
    number: Code
    label: Text
    title: Text
    note: Text | None = None
    clauses: tuple[Clause, ...] = ()
    subprojects: tuple[Project, ...] = ()

    @property
    def name(self) -> str:
        """The title without the full stop that some headings end with."""
        return self.title.rstrip(".")


class Agency(Record):
    """A body, an office or a collective that the plan names.

    `names` are all further ways the plan writes it, verbatim.
    """

    id: Id
    name: Text
    level: Level
    names: tuple[Text, ...] = ()
    short: Text | None = None
    members: tuple[Id, ...] = ()
    note: Text | None = None


class Group(Record):
    """A target group: whom the plan is for."""

    id: Id
    name: Text
    kind: GroupKind
    names: tuple[Text, ...] = ()
    place: Id | None = None
    age_from: int | None = None
    age_under: int | None = None
    note: Text | None = None


class Document(Record):
    """A legal document the plan cites. Its subject is quoted from the plan."""

    id: Id
    kind: DocumentKind
    number: Text
    date: PartialDate
    issuer: Id
    note: Text | None = None


class Abbreviation(Record):
    """A short form used in the plan and what it stands for."""

    short: Text
    full: Text
    note: Text | None = None


class Concept(Record):
    """A word of the plan a reader may ask about; `explanation` is ours."""

    id: Id
    name: Text
    explanation: Text
    clauses: tuple[Ref, ...] = ()


class Place(Record):
    """A place the plan names, or a unit of 2023 with its commune of today."""

    id: Id
    name: Text
    kind: PlaceKind
    names: tuple[Text, ...] = ()
    part_of: Id | None = None
    now: Text | None = None
    clauses: tuple[Ref, ...] = ()


class Question(Record):
    """Something people ask for and the plan does not hold."""

    id: Id
    question: Text
    answer: Text
    near: tuple[Ref, ...] = ()
    sources: tuple[Text, ...] = ()


class NoticeFact(Record):
    """One fact of a notice with its source."""

    text: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class Commune(Record):
    """A commune of today and the units of the plan's year it was made of."""

    name: Text
    code: Text
    units: tuple[Id, ...] = Field(min_length=1)


class Notice(Record):
    """What changed since the plan, set apart from its words."""

    title: Text
    summary: Text
    facts: tuple[NoticeFact, ...] = ()
    communes: tuple[Commune, ...] = ()
    communes_source: Text | None = None


class Header(Record):
    """The head of the document. A blank `number` or day is blank in the source."""

    issuer_lines: tuple[Text, ...] = Field(min_length=1)
    state: Text
    motto: Text
    number: Text | None = None
    symbol: Text
    place: Text
    date: PartialDate
    kind: Text
    title_lines: tuple[Text, ...] = Field(min_length=1)


class Signature(Record):
    """Who signed, as written."""

    authority: Text
    office: Text
    name: Text
    agency: Id


class Recipients(Record):
    """The list "Nơi nhận"."""

    heading: Text
    items: tuple[AnyParagraph, ...] = Field(min_length=1)


class Funding(Record):
    """Source and capital type of all amounts, and the phrase that says so (quoted)."""

    source: Source
    capital: Capital
    stated: Text


class AbsentProject(Record):
    """A project of the programme that the plan does not have."""

    code: Code
    title: Text
    note: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class Programme(Record):
    """The national programme the plan carries out."""

    id: Id
    name: Text
    names: tuple[Text, ...] = ()
    absent: tuple[AbsentProject, ...] = ()


class Plan(Record):
    """The plan's own frame: everything around the numbered parts."""

    short_title: Text
    agency: Id
    place: Id
    period: PartialDate
    programme: Programme
    funding: Funding
    header: Header
    basis: tuple[AnyParagraph, ...]
    closing: tuple[AnyParagraph, ...]
    recipients: Recipients
    signature: Signature


class Dataset(Record):
    """All of `data/`, read and typed, not yet checked or joined."""

    plan: Plan
    sections: tuple[Clause, ...]
    projects: tuple[Project, ...]
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    documents: tuple[Document, ...]
    abbreviations: tuple[Abbreviation, ...]
    concepts: tuple[Concept, ...]
    places: tuple[Place, ...]
    questions: tuple[Question, ...]
    notice: Notice | None = None

    def nodes(self) -> Iterator[Project]:
        """Every project and sub-project, in the plan's order."""

        def walk(projects: tuple[Project, ...]) -> Iterator[Project]:
            for project in projects:
                yield project
                yield from walk(project.subprojects)

        return walk(self.projects)
