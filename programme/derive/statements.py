"""The facts that the words of the plan state, joined with the records they name."""

from __future__ import annotations

from dataclasses import dataclass

from ..load.dataset import Clause, Project
from ..load.registries import Agency, Document, Group, Place
from ..load.texts import ForWhom, Indicator, Output, Paragraph, Phrase, Timing
from ..load.vocabulary import Capital, ClauseKind, Purpose, Role, Source
from ..vietnamese import formats

PREAMBLE, CLOSING, RECIPIENTS = "can-cu", "ket-thuc", "noi-nhan"
"""References of the parts without a number of their own."""

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
    deadline: str | None
    due: str | None
    form: str | None
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
            found.append("thuộc " + formats.alternatives([formats.lower_first(group.name) for group in self.of]))
        if self.place:
            found.append(f"ở {self.place.name}")
        if record.age_from is not None and record.age_under is not None:
            found.append(f"từ {record.age_from} đến dưới {record.age_under} tuổi")
        elif record.age_under is not None:
            found.append(f"dưới {record.age_under} tuổi")
        elif record.age_from is not None:
            found.append(f"từ {record.age_from} tuổi")
        if record.condition:
            found.append(f"“{record.condition}”")
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
    """One budget line: `amount` in đồng, where it is stated and on what basis.

    `about` is "hơn", "gần" ... where the plan gives no exact amount.
    """

    node: Project
    ref: str
    amount: int
    about: str
    source: Source | None
    capital: Capital | None
    place: Place | None
    basis: tuple[Document, ...]
    leads: tuple[Agency, ...]


@dataclass(frozen=True, eq=False)
class Allocation:
    """What a table of the plan gives to a place, or to a project in a place; in đồng."""

    ref: str
    node: Project | None
    place: Place
    amount: int
    source: Source | None
    capital: Capital | None


@dataclass(frozen=True, eq=False)
class Figure:
    """An indicator with the values the plan writes, verbatim: one, or two for from-to."""

    spot: Spot
    record: Indicator
    values: tuple[str, ...]
    group: Group | None
    place: Place | None

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class PhysicalTarget:
    """A physical target with its number, verbatim."""

    spot: Spot
    record: Output
    value: str
    place: Place | None

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class When:
    """When something is to be done."""

    spot: Spot
    record: Timing

    @property
    def ref(self) -> str:
        return self.spot.ref

    @property
    def node(self) -> Project | None:
        return self.spot.node


@dataclass(frozen=True, eq=False)
class Receipt:
    """Who receives the plan, and for what."""

    agency: Agency
    purpose: Purpose
    spot: Spot
