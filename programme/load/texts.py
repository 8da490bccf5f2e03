"""A text of the plan: paragraphs made of phrases, and what is said about a phrase.

Joined by single spaces the phrases are the plan's words, verbatim; what else a
phrase holds (who must act, whom it is for, what it cites) is our index over
those words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from .at import NOWHERE
from .record import (
    AgencyId,
    DocumentId,
    GroupId,
    GroupIds,
    Id,
    Mark,
    PartialDate,
    PlaceIds,
    ProjectKey,
    Record,
    Text,
    Whole,
    YesNo,
)
from .vocabulary import Capital, Every, IndicatorKind, Purpose, Role, Source


class ForWhom(Record):
    """One "for whom": anybody of `who` who also belongs to one of `of` (if given).

    `condition` is a quote from the same phrase. `age_under` is in completed
    years, exclusive ("dưới 16 tuổi" is 16); `age_from` is inclusive. `indirect`: what is done is done
    for others, so that they help these ("tập huấn cán bộ nhằm hỗ trợ người nghèo"). `excluded`: these get nothing
    ("không hỗ trợ hộ đã …"). `place`: they live in one of these.
    """

    who: tuple[GroupId, ...] = Field(min_length=1)
    of: tuple[GroupId, ...] = ()
    priority: YesNo = False
    indirect: YesNo = False
    excluded: YesNo = False
    place: PlaceIds = ()
    age_from: Whole | None = None
    age_under: Whole | None = None
    condition: Text | None = None


class Report(Record):
    """A reporting duty. What is empty, the plan does not say.

    `frequency`, `deadline` and `form` are quotes from the same phrase; `due` is
    the deadline as a date, where it is one; `every` and `day` say one that comes again (see `Timing`).
    """

    by: tuple[AgencyId, ...] = ()
    to: tuple[AgencyId, ...] = ()
    via: AgencyId | None = None
    frequency: Text | None = None
    deadline: Text | None = None
    due: PartialDate | None = None
    every: Every | None = None
    day: Whole | None = None
    form: Text | None = None
    note: Text | None = None


class Citation(Record):
    """A legal document cited; `part` is the cited part, quoted from the phrase.

    `basis_of`: all money of these sources rests on it, as the plan says once for all of it.
    """

    document: DocumentId
    part: Text | None = None
    basis_of: tuple[Source, ...] = ()


class Money(Record):
    """An amount. Without `amount` it is read from the words of the phrase.

    Source and capital type default to those of `Funding`; `place` is where it is
    spent. With `total`, the amount is one the plan adds up itself: it is no
    budget line, and `check` compares it with the sum of the lines it covers. `norm`: it is what one of many gets,
    or at most ("60 triệu đồng/căn"), no budget line either.
    `share` quotes the share of the whole that the phrase states.
    """

    amount: Text | None = None
    source: Source | None = None
    capital: Capital | None = None
    place: PlaceIds = ()
    total: YesNo = False
    norm: YesNo = False
    share: Text | None = None


class Indicator(Record):
    """A figure to be reached; its value is read from the words of the phrase.

    One number, or two for `from_to`. `at_least`, `at_most`: it is a bound, not a mark. `group` and `place`: whose
    and where; `year`: by when.
    """

    id: Id
    name: Text
    kind: IndicatorKind
    unit: Text
    at_least: YesNo = False
    at_most: YesNo = False
    group: GroupIds = ()
    place: PlaceIds = ()
    year: PartialDate | None = None


class Output(Record):
    """A physical target ("357 căn nhà"): one number, read from the words of the phrase."""

    name: Text
    unit: Text
    place: PlaceIds = ()


class Timing(Record):
    """When something is to be done: `text` quotes the phrase, the dates say it for machines.

    What comes again has no dates: `every` says how often, `day` the day of the month, of the last one of a quarter,
    a half year, a year.
    """

    text: Text
    start: PartialDate | None = None
    end: PartialDate | None = None
    every: Every | None = None
    day: Whole | None = None


class Phrase(Record):
    """A run of the plan's words, verbatim, with what we say about it.

    `projects`: which projects a duty is of, where it stands outside of them and its words name them.
    `product` quotes what a duty is to bring forth ("Quyết định phê duyệt"). `no_bearer`: the plan gives the work to
    nobody. `footnotes` are those whose mark stands behind its words.
    """

    text: Text
    roles: tuple[Role, ...] = ()
    bearers: tuple[AgencyId, ...] = ()
    with_: tuple[AgencyId, ...] = Field(default=(), alias="with")
    guided_by: tuple[AgencyId, ...] = ()
    projects: tuple[ProjectKey, ...] = ()
    for_whom: tuple[ForWhom, ...] = ()
    reports: tuple[Report, ...] = ()
    cites: tuple[Citation, ...] = ()
    subject_of: DocumentId | None = None
    money: Money | None = None
    indicator: Indicator | None = None
    output: Output | None = None
    timing: Timing | None = None
    product: Text | None = None
    recipients: tuple[AgencyId, ...] = ()
    purpose: Purpose | None = None
    no_bearer: YesNo = False
    footnotes: tuple[Footnote, ...] = ()


class Footnote(Phrase):
    """A note of the plan's own below its text: the mark that leads to it, and its words, one phrase with its marks."""

    mark: Text
    footnotes: ClassVar[tuple[Footnote, ...]] = ()  # type: ignore[misc]  # it has none of its own: no key of it


def _as_phrase(value: Any) -> Any:
    return {"text": value, "__at__": getattr(value, "at", NOWHERE)} if isinstance(value, str) else value


def _as_paragraph(value: Any) -> Any:
    """Accept the three ways a clerk may write a paragraph (see `Paragraph`)."""
    if isinstance(value, str):
        return {"phrases": [value], "__at__": getattr(value, "at", NOWHERE)}
    if isinstance(value, dict) and "text" in value and "phrases" not in value:
        at = value.get("__at__", NOWHERE)
        own = {k: value[k] for k in ("mark", "bearers", "projects", "note", "items") if k in value}
        phrase = {k: v for k, v in value.items() if k not in own}
        return {**own, "phrases": [phrase], "__at__": at}
    return value


class Paragraph(Record):
    """A paragraph or a bulleted item.

    In YAML it is a plain string, a mapping with `text` (one phrase), or a
    mapping with `phrases`. `bearers` are those who must do what its phrases
    say, unless a phrase names its own; so are `projects`. `note` is ours, never the plan's. `mark`: what the plan
    puts before it, where that is not the dash of an item, the plus of an item within one, nothing of a paragraph
    ("*"; "" for an item without a dash). `items` are bulleted ones that stand in it, below its words.
    """

    mark: Mark | None = None
    phrases: tuple[Annotated[Phrase, BeforeValidator(_as_phrase)], ...] = Field(min_length=1)
    bearers: tuple[AgencyId, ...] = ()
    projects: tuple[ProjectKey, ...] = ()
    items: tuple[Annotated[Paragraph, BeforeValidator(_as_paragraph)], ...] = ()
    note: Text | None = None

    @property
    def whole(self) -> Iterator[Paragraph]:
        """It and the items in it, in reading order."""
        yield self
        for item in self.items:
            yield from item.whole

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """Those of its phrases, without those of the items in it."""
        return tuple(one for phrase in self.phrases for one in phrase.footnotes)

    @property
    def text(self) -> str:
        """The plan's words, verbatim."""
        return " ".join(phrase.text for phrase in self.phrases)

    def bearers_of(self, phrase: Phrase) -> tuple[str, ...]:
        """The ids of those who must do what a phrase says."""
        return phrase.bearers or self.bearers

    def projects_of(self, phrase: Phrase) -> tuple[str, ...]:
        """The keys of the projects that a phrase gives work in, where it stands outside of them."""
        return phrase.projects or self.projects


def whole(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs and the items in them, in reading order."""
    return tuple(one for paragraph in paragraphs for one in paragraph.whole)


AnyParagraph = Annotated[Paragraph, BeforeValidator(_as_paragraph)]
