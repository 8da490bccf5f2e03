"""The facts that the words of the plan state, joined with the records they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ..load.dataset import CLOSING, PREAMBLE, RECIPIENTS, Clause, Project
from ..load.registries import Agency, Document, Group, Place
from ..load.texts import ForWhom, Indicator, Output, Paragraph, Phrase, Timing
from ..load.texts import Report as ReportRecord
from ..load.vocabulary import Capital, ClauseKind, IndicatorKind, Purpose, Role, Source
from ..vietnamese import bounds, formats

HEAD, SIGNATURE = "dau-van-ban", "chu-ky"

NAMED_PARTS = {
    PREAMBLE: "phần căn cứ",
    CLOSING: "đoạn kết",
    RECIPIENTS: "Nơi nhận",
    HEAD: "phần đầu văn bản",
    SIGNATURE: "phần ký tên",
}


@dataclass(frozen=True, eq=False)
class Spot:
    """A phrase and where it stands. `node` is None outside the projects; there `named` are those that it names."""

    ref: str
    node: Project | None
    clause: Clause | None
    paragraph: Paragraph
    phrase: Phrase
    named: tuple[Project, ...] = ()

    @property
    def nodes(self) -> tuple[Project | None, ...]:
        """What its words are about: the projects that it names, else the one it stands in; None for the whole plan."""
        return self.named or (self.node,)

    @property
    def kind(self) -> ClauseKind | None:
        """What the clause is about."""
        return self.clause.kind if self.clause else None


@dataclass(frozen=True, eq=False)
class Statement:
    """What the words of `spot` say."""

    spot: Spot

    @property
    def ref(self) -> str:
        """The clause it stands in."""
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        """The project it is about; None for what is said of the whole plan, or of several projects."""
        nodes = self.spot.nodes
        return nodes[0] if len(nodes) == 1 else None


@dataclass(frozen=True, eq=False)
class Duty(Statement):
    """What `bearers` must do, in their `roles`: with `partners`, by the guidance of `guides`.

    Words of a common part that name several projects give a duty in each; `project` is None for the whole plan.
    """

    project: Project | None
    bearers: tuple[Agency, ...]
    roles: tuple[Role, ...]
    partners: tuple[Agency, ...]
    guides: tuple[Agency, ...]

    @property
    def node(self) -> Project | None:
        return self.project


@dataclass(frozen=True, eq=False)
class Report(Statement):
    """Who reports to whom; what the plan leaves open is empty or None."""

    record: ReportRecord
    by: tuple[Agency, ...]
    to: tuple[Agency, ...]
    via: Agency | None
    frequency: str | None
    deadline: str | None
    due: str | None
    form: str | None
    note: str | None

    @property
    def says_more(self) -> bool:
        """Whether the plan, or a note, says of it more than that it is due."""
        return bool(self.to or self.via or self.frequency or self.deadline or self.form or self.note)


@dataclass(frozen=True, eq=False)
class Target(Statement):
    """One "for whom" and the words it stands in."""

    record: ForWhom
    who: tuple[Group, ...]
    of: tuple[Group, ...]
    places: tuple[Place, ...]

    @property
    def said(self) -> tuple[object, ...]:
        """What it says, whatever the words: who, under which conditions, whether first."""
        return self.who, self.of, self.conditions, self.record.priority, self.record.excluded

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """What must hold besides belonging to the group: (of, place, age or said; in words for a reader)."""
        record = self.record
        found = []
        if self.of:
            wanted = formats.alternatives([formats.lower_first(group.name) for group in self.of])
            found.append(("of", f"thuộc {wanted}"))
        if self.places:
            found.append(("place", f"ở {formats.alternatives([place.name for place in self.places])}"))
        if record.age_from is not None or record.age_under is not None:
            found.append(("age", formats.ages(record.age_from, record.age_under)))
        if record.condition:
            found.append(("said", f"Kế hoạch viết “{record.condition}”"))
        return tuple(found)

    def parts_beside(self, at: Place | None) -> tuple[tuple[str, str], ...]:
        """The same, without that one must be at a place, if it is `at`."""
        return tuple(part for part in self.parts if part[0] != "place" or at not in self.places)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The same in words alone."""
        return tuple(words for _, words in self.parts)

    @property
    def says_more(self) -> bool:
        """Whether it says more of those than that they are named."""
        record = self.record
        return bool(record.excluded or record.priority or record.indirect or self.conditions)


@dataclass(frozen=True, eq=False)
class Cited(Statement):
    """One citation of a document."""

    document: Document
    part: str | None
    basis_of: tuple[Source, ...] = ()


@dataclass(frozen=True, eq=False)
class Subject(Statement):
    """The words that quote what a document is about."""

    document: Document

    @property
    def text(self) -> str:
        """The quotation, without the mark that ends it in the plan's list."""
        return formats.quotation(self.spot.phrase.text, ";.")


@dataclass(frozen=True, eq=False)
class Budget:
    """One budget line: `amount` in đồng, where it is stated and on what basis.

    `about` is "hơn", "gần" ... where the plan gives no exact amount.
    """

    node: Project
    ref: str
    amount: int
    about: str
    source: Source | None
    capital: Capital | None
    places: tuple[Place, ...]
    basis: tuple[Document, ...]
    leads: tuple[Agency, ...]

    @property
    def funds(self) -> tuple[str, ...]:
        """The source and the type of capital in words, as far as the plan says them."""
        return tuple(term.label for term in (self.source, self.capital) if term)

    @property
    def text(self) -> str:
        """The amount in words, as exact as the plan makes it: "hơn 830.000 triệu đồng"."""
        return f"{self.about} {formats.money(self.amount)}".lstrip()


@dataclass(frozen=True, eq=False)
class Norm(Statement):
    """What one of many gets, or gets at most, in the plan's words; no budget line."""

    @property
    def amount(self) -> int:
        """In đồng."""
        money, text = self.spot.phrase.money, self.spot.phrase.text
        return formats.read_norm((money.amount if money else None) or text).dong

    @property
    def per(self) -> str:
        """Of what one gets it: "căn", "hộ"; nothing where the words name it otherwise."""
        return formats.norm_of(self.spot.phrase.text)


@dataclass(frozen=True, eq=False)
class Allocation:
    """What a table of the plan gives to a place, or to a project in a place; in đồng."""

    ref: str
    node: Project | None
    place: Place
    amount: int
    source: Source | None
    capital: Capital | None

    @property
    def funds(self) -> tuple[str, ...]:
        """The source and the type of capital in words, as far as the plan says them."""
        return tuple(term.label for term in (self.source, self.capital) if term)


@dataclass(frozen=True, eq=False)
class Figure(Statement):
    """An indicator with the values the plan writes, verbatim: one, or two for from-to."""

    record: Indicator
    values: tuple[str, ...]
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    year: str | None
    """By when, or of when."""
    in_table: bool = False
    """Whether it stands in a table, one of many."""

    @property
    def text(self) -> str:
        """The values with their unit: "12 hộ trở lên", "từ 9 % xuống 7 %"."""
        unit, first = self.record.unit, self.values[0]
        value = f"{first} {unit}"
        if self.record.kind is IndicatorKind.FROM_TO:
            value = f"từ {first} {unit} xuống {self.values[1]} {unit}"
        return self.bounded(value)

    def bounded(self, value: str) -> str:
        """The value with what makes a bound of it: "12 hộ trở lên"."""
        before, after = self._around
        return f"{before} {value} {after or ('' if before else self.bound)}".strip()

    @property
    def bound(self) -> str:
        """How a number that is a bound is said to be one: "ít nhất", "trở lên"; in the plan's words, if it has some."""
        before, after = self._around
        marked = "trở lên" if self.record.at_least else "trở xuống" if self.record.at_most else ""
        return after or before or marked

    @property
    def is_bounded_by_words(self) -> bool:
        """Whether words of the plan make a bound of its number, whatever is marked."""
        return any(self._around)

    @cached_property
    def _around(self) -> tuple[str, str]:
        """The plan's own words before and after a single number that make a bound of it."""
        if self.record.kind is IndicatorKind.FROM_TO and not (self.record.at_least or self.record.at_most):
            return "", ""
        phrases = self.spot.paragraph.phrases
        place = phrases.index(self.spot.phrase) if self.spot.phrase in phrases else 0
        before, after = (" ".join(one.text for one in ones) for ones in (phrases[:place], phrases[place + 1 :]))
        found = re.search(rf"(?<![\d.,]){re.escape(self.values[0])}(?![\d]|[.,]\d)", self.spot.phrase.text)
        if not found:
            return "", ""
        text = self.spot.phrase.text
        return bounds.around(f"{before} {text[: found.start()]}", f"{text[found.end() :]} {after}")


@dataclass(frozen=True, eq=False)
class PhysicalTarget(Statement):
    """A physical target with its number, verbatim."""

    record: Output
    value: str
    places: tuple[Place, ...]


@dataclass(frozen=True, eq=False)
class When(Statement):
    """When something is to be done."""

    record: Timing


@dataclass(frozen=True, eq=False)
class Receipt(Statement):
    """Who receives the plan, and for what."""

    agency: Agency
    purpose: Purpose
