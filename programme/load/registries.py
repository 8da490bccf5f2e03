"""What the plan's words are joined to: bodies, groups, documents, places, and what is ours beside them.

A body, a group, a document, a place has an id of its own; the words of the plan name it by that id.
"""

from __future__ import annotations

from pydantic import Field

from .record import (
    AgencyId,
    ClauseRef,
    DocumentId,
    GroupId,
    Id,
    PartialDate,
    PlaceId,
    ProjectKey,
    Record,
    Text,
    Whole,
    YesNo,
)
from .vocabulary import AgencyKind, DocumentKind, GroupKind, Icon, Level, PlaceKind, RelationKind, TermKind


class Agency(Record):
    """A body, an office or a collective that the plan names.

    `names` are all further ways the plan writes it, verbatim; `aliases` are ways
    people ask for it, for the search only. `members` belong to a collective by the
    plan's words; `may_include` names bodies that it may mean, where the plan names none.
    `places`: it is the body of these places (of a commune in a district, of some villages).
    """

    id: Id
    name: Text
    level: Level
    kind: AgencyKind = AgencyKind.BODY
    names: tuple[Text, ...] = ()
    short: Text | None = None
    aliases: tuple[Text, ...] = ()
    members: tuple[AgencyId, ...] = ()
    may_include: tuple[AgencyId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    note: Text | None = None

    @property
    def short_name(self) -> str:
        """The short form where there is one: for charts and wide tables."""
        return self.short or self.name


class Group(Record):
    """A target group: whom the plan is for. Whoever is in it is in the `broader` groups too.

    `asked_as`: what the finder calls it where its name would hold the groups beside it. `of_all`: whoever is
    in all of `broader` is in it ("phụ nữ thuộc hộ nghèo").
    """

    id: Id
    name: Text
    kind: GroupKind
    names: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    broader: tuple[GroupId, ...] = ()
    asked_as: Text | None = None
    of_all: YesNo = False
    place: PlaceId | None = None
    age_from: Whole | None = None
    age_under: Whole | None = None
    note: Text | None = None


class Relation(Record):
    """How a document stands to another one."""

    kind: RelationKind
    document: DocumentId


class Document(Record):
    """A legal document the plan cites. Its subject is quoted from the plan.

    `number` is in whatever form its issuer uses: 12/2024/NĐ-CP, 47-NQ/TU.
    """

    id: Id
    kind: DocumentKind
    number: Text
    date: PartialDate | None = None
    issuer: AgencyId
    relations: tuple[Relation, ...] = ()
    aliases: tuple[Text, ...] = ()
    note: Text | None = None

    @property
    def name(self) -> str:
        """ "Nghị quyết số 12/2022/NQ-HĐND"."""
        return f"{self.kind.label} số {self.number}"


class Abbreviation(Record):
    """A short form used in the plan and what it stands for."""

    short: Text
    full: Text
    note: Text | None = None


class OwnTerm(Record):
    """A word of the plan's own for one of the lists of `vocabulary`: `of` says which."""

    of: TermKind
    id: Id
    label: Text
    short: Text | None = None


class Concept(Record):
    """A word of the plan a reader may ask about; `explanation` is ours."""

    id: Id
    name: Text
    explanation: Text
    clauses: tuple[ClauseRef, ...] = ()


class Place(Record):
    """A place the plan names, or a unit of the plan's year with its commune of today.

    `clauses` are the parts of the plan that name it, by its name or one of `names`: further ways the plan writes it
    there, verbatim.
    """

    id: Id
    name: Text
    kind: PlaceKind
    names: tuple[Text, ...] = ()
    part_of: PlaceId | None = None
    now: Text | None = None
    clauses: tuple[ClauseRef, ...] = ()


class Question(Record):
    """Something people ask for and the plan does not hold.

    `on_groups`: said on the page of every group too. `age_from`: whoever is at least so old is led to it.
    """

    id: Id
    question: Text
    aliases: tuple[Text, ...] = ()
    answer: Text
    near: tuple[ClauseRef, ...] = ()
    on_groups: YesNo = False
    age_from: Whole | None = None
    sources: tuple[Text, ...] = ()


class Need(Record):
    """What people come for, in their words, and the projects that have it, or the parts of a plan that are no projects.

    `who`: the groups that one who looks for it belongs to by that alone.
    """

    id: Id
    name: Text
    icon: Icon | None = None
    projects: tuple[ProjectKey, ...] = ()
    clauses: tuple[ClauseRef, ...] = ()
    who: tuple[GroupId, ...] = ()


class Everyday(Record):
    """Words people say for words of the plan: `say` any of these, and `means` is searched too."""

    say: tuple[Text, ...] = Field(min_length=1)
    means: Text


class PageAliases(Record):
    """Ways people ask for a page about the whole plan; `page` is its address ("kinh-phi")."""

    page: Text
    aliases: tuple[Text, ...] = Field(min_length=1)


class SearchWords(Record):
    """What the search knows besides names. `fillers` are words that say little in a question."""

    everyday: tuple[Everyday, ...] = ()
    pages: tuple[PageAliases, ...] = ()
    fillers: tuple[Text, ...] = ()


class NoticeFact(Record):
    """One fact of a notice with its source.

    With `id` and `question` it answers what people ask about today: it has an address
    of its own, and the search finds it by the question and by `aliases`.
    """

    text: Text
    sources: tuple[Text, ...] = Field(min_length=1)
    id: Id | None = None
    question: Text | None = None
    aliases: tuple[Text, ...] = ()


class Ask(Record):
    """What one asks for today, and where, by an official source."""

    matter: Text
    where: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class Commune(Record):
    """A commune of today and the units of the plan's year it was made of."""

    name: Text
    code: Text
    units: tuple[PlaceId, ...] = Field(min_length=1)


class Notice(Record):
    """What changed since the plan, set apart from its words."""

    title: Text
    summary: Text
    facts: tuple[NoticeFact, ...] = ()
    asks: tuple[Ask, ...] = ()
    communes: tuple[Commune, ...] = ()
    communes_source: Text | None = None

    @property
    def answers(self) -> tuple[NoticeFact, ...]:
        """The facts that answer a question of today."""
        return tuple(one for one in self.facts if one.id and one.question)

    @property
    def asks_sources(self) -> tuple[str, ...]:
        """The sources of where one asks today and of the communes, each once."""
        found = [source for ask in self.asks for source in ask.sources]
        return tuple(dict.fromkeys([*([self.communes_source] if self.communes_source else []), *found]))
