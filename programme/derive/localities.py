"""What the plan says of one place: figures, money, supports, work, rows of tables, the sentences that name it.

The plan's own place and those around it are no such places: all of the plan is about them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ..load.dataset import Clause, Project
from ..load.registries import Agency, Place
from ..load.tables import Table
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import GroupKind, PlaceKind
from ..vietnamese import formats
from ..vietnamese.patterns import one_of
from .budgets import Budgets
from .generic_headings import names_work
from .index import Index
from .places_said import Cell, Excerpt, Named, Sentence
from .statements import Allocation, Budget, Figure, PhysicalTarget, Spot, Target

_NEXT = re.compile(r"\s+(\w+)")
_FORMER = "cũ"


class Localities(Budgets):
    """The places of a plan that it says something of."""

    @cached_property
    def wider_places(self) -> frozenset[str]:
        """The ids of the plan's own place and of those around it."""
        found: dict[str, None] = {}
        step: str | None = self.plan.place
        while step and step not in found:
            found[step] = None
            step = self.places[step].part_of if step in self.places else None
        return frozenset(found)

    @cached_property
    def told_places(self) -> tuple[Place, ...]:
        """The places that have a page: the plan says something of each, in words, in a table or by a mark."""
        of_each: tuple[Callable[[Place], Sequence[object]], ...] = (
            self.figures_at,
            self.outputs_at,
            self.allocations_at,
            self.budgets_at,
            self.targets_at_place,
            self.bodies_at,
            self.excerpts_at,
            self.sentences_at,
            self.headings_at,
        )
        return tuple(one for one in self._narrow if any(index(one) for index in of_each))

    @cached_property
    def _told(self) -> frozenset[Place]:
        return frozenset(self.told_places)

    def has_page(self, place: Place) -> bool:
        """Whether a place has a page of its own."""
        return place in self._told

    @property
    def _narrow(self) -> list[Place]:
        return [one for one in self.data.places if one.id not in self.wider_places]

    @cached_property
    def parts_of_place(self) -> Index[Place, Place]:
        """Place -> the places that are part of it."""
        parts = (one for one in self.data.places if one.part_of)
        return Index(parts, lambda one: self._places([one.part_of]))

    @cached_property
    def listed_places(self) -> dict[PlaceKind, list[Place]]:
        """Kind -> the places that have a page, and those beside them in the plan's own place; not those of before.

        First the kinds that such a place is made of.
        """
        shown = (one for one in self._narrow if self.has_page(one) or one.part_of == self.plan.place)
        listed = [one for one in shown if one not in self.places_of_before]
        by_kind, kinds = Index(listed, lambda one: (one.kind,)), list(PlaceKind)
        own = kinds.index(self.places[self.plan.place].kind) + 1
        return {kind: list(by_kind(kind)) for kind in (*kinds[own:], *kinds[:own]) if by_kind(kind)}

    @cached_property
    def places_of_before(self) -> tuple[Place, ...]:
        """The places elsewhere that only sentences name which tell of before the plan: units that were merged."""

        def of_before(place: Place) -> bool:
            beside = (self.figures_at, self.outputs_at, self.allocations_at, self.budgets_at, self.targets_at_place)
            others = (self.bodies_at, self.excerpts_at, self.headings_at, self.parts_of_place)
            return place.part_of in {None, *self.wider_places} - {self.plan.place} and not (
                any(index(place) for index in (*beside, *others))
                or any(one.ref not in self.refs_of_before for one in self.sentences_at(place))
            )

        return tuple(one for one in self.told_places if of_before(one))

    @cached_property
    def inner_places(self) -> tuple[Place, ...]:
        """The places with a page that are part of the plan's own place."""
        return tuple(one for one in self.told_places if one.part_of == self.plan.place)

    def other_names(self, place: Place) -> list[str]:
        """The other ways in which the plan writes a place, but for its name without its kind: "Thượng"."""
        return [name for name in place.names if not _is_end(place, name)]

    def said_of_place(self, place: Place) -> Iterator[str]:
        """What the plan says of a place, a few words each: "807,5 triệu đồng", "2 chỉ tiêu", "nay là xã Minh Hạ"."""
        if given := self.allocations_at(place):
            yield formats.money(self.sum_of(given))
        if reached := len(self.figures_at(place)) + len(self.outputs_at(place)):
            yield f"{reached} chỉ tiêu"
        if supports := {target.spot.paragraph for target in self.targets_at_place(place)}:
            yield f"{len(supports)} câu về hỗ trợ"
        if named := len(self.sentences_at(place)):
            yield f"được nêu tên ở {named} câu"
        tables = dict.fromkeys(one.table for one in self.excerpts_at(place))
        if tables and not (given or reached):
            yield f"có trong {len(tables)} bảng"
        if place.now:
            yield f"nay là {place.now}"

    def heading_of(self, ref: str) -> str:
        """What a clause is called: by its heading, else as a sentence names it."""
        part = self._by_ref.get(ref)
        heading = part.heading if isinstance(part, Clause) else None
        return (heading or self.ref_label(ref)).rstrip(": ")

    def work_of(self, ref: str) -> str:
        """What the work is called that a clause is about: of "d) Phân công" by the heading that it stands under."""
        part, above = self._by_ref.get(ref), ref.rpartition(".")[0]
        generic = isinstance(part, Clause) and not names_work(part)
        return self.work_of(above) if generic and above in self._by_ref else self.heading_of(ref)

    @cached_property
    def _by_ref(self) -> dict[str, Project | Clause]:
        return {ref: part for part, ref in self.refs.items()}

    # -- by marks -----------------------------------------------------------

    @cached_property
    def figures_at(self) -> Index[Place, Figure]:
        """Place -> the figures to reach there."""
        return Index(self.figures, lambda figure: figure.places)

    @cached_property
    def outputs_at(self) -> Index[Place, PhysicalTarget]:
        """Place -> what is to be made there."""
        return Index(self.outputs, lambda output: output.places)

    @cached_property
    def allocations_at(self) -> Index[Place, Allocation]:
        """Place -> what tables give to it."""
        return Index(self.allocations, lambda allocation: (allocation.place,))

    @cached_property
    def budgets_at(self) -> Index[Place, Budget]:
        """Place -> the budget lines that are spent there."""
        return Index(self.budgets, lambda budget: budget.places)

    @cached_property
    def targets_at_place(self) -> Index[Place, Target]:
        """Place -> those that live there and something is for, by the words or by the group."""

        def where(target: Target) -> Iterator[Place]:
            yield from target.places
            groups = (one for one in (*target.who, *target.of) if one.kind is GroupKind.AREA)
            yield from self._places(one.place for one in groups)

        return Index(self.targets, where)

    @cached_property
    def bodies_at(self) -> Index[Place, Agency]:
        """Place -> the bodies that are of it: those of it alone before those of several places."""
        bodies = sorted(self.data.agencies, key=lambda one: len(one.places))
        return Index(bodies, lambda one: self._places(one.places))

    def places_of_body(self, agency: Agency) -> tuple[Place, ...]:
        """The places that a body is of."""
        return self._places(agency.places)

    # -- by words -----------------------------------------------------------

    @cached_property
    def _names(self) -> dict[str, list[tuple[Place, bool]]]:
        """A way to write a place, in small letters -> the places, and whether it is the name of the data."""
        found: dict[str, list[tuple[Place, bool]]] = {}
        for place in self._narrow:
            for name in dict.fromkeys((place.name, *place.names)):
                found.setdefault(name.lower(), []).append((place, name == place.name))
        return found

    @cached_property
    def _name(self) -> re.Pattern[str] | None:
        ways = one_of(self._names)
        return re.compile(rf"(?<!\w){ways}(?!\w)", re.IGNORECASE) if ways else None

    def named_in(self, text: str, ref: str) -> list[Named]:
        """The places that a text in the clause `ref` names, each once, in order.

        By the name that the data has anywhere, if no other has it; by other ways to write it, or by the name of
        several, only where its `clauses` say so.
        """
        found: dict[Place, tuple[bool, Named]] = {}
        for met in self._name.finditer(text) if self._name else ():
            if _goes_on(text[met.end() :]):
                continue
            called = self._names[met[0].lower()]
            for place, whole in called:
                if (whole and len(called) == 1) or _within(ref, place.clauses):
                    before = found.get(place)
                    if before is None or (whole and not before[0]):
                        found[place] = whole, Named(*met.span(), place, whole or _is_end(place, met[0]))
        return sorted((one for _, one in found.values()), key=lambda one: (one.start, -one.end))

    @cached_property
    def named_by(self) -> dict[Phrase, list[Named]]:
        """Phrase -> the places that it names, if it names any."""
        spots = ((spot.phrase, self.named_in(spot.phrase.text, spot.ref)) for spot in self.spots)
        return {phrase: named for phrase, named in spots if named}

    def sentences_at(self, place: Place) -> tuple[Sentence, ...]:
        """The paragraphs that name a place; where no word of a clause does that the data names, those of it."""
        return self._sentences.get(place, ())

    @cached_property
    def _sentences(self) -> dict[Place, tuple[Sentence, ...]]:
        own = [spot for spot in self.spots if not spot.clause or spot.paragraph in spot.clause.every_text]
        found: dict[Place, dict[Spot, list[Phrase]]] = {}
        first: dict[Paragraph, Spot] = {}
        for spot in own:
            begins = first.setdefault(spot.paragraph, spot)
            for named in self.named_by.get(spot.phrase, ()):
                found.setdefault(named.place, {}).setdefault(begins, []).append(spot.phrase)
        for place in self._narrow:
            for ref in place.clauses:
                if not self._is_named_in(ref, place, found.get(place, ())):
                    held = found.setdefault(place, {})
                    held.update({begins: [] for begins in first.values() if begins.ref == ref and begins not in held})
        order = {spot: number for number, spot in enumerate(own)}
        return {
            place: tuple(
                Sentence(spot.ref, spot.node, spot.paragraph, tuple(held[spot]))
                for spot in sorted(held, key=order.__getitem__)
            )
            for place, held in found.items()
        }

    def _is_named_in(self, ref: str, place: Place, spots: Iterable[Spot]) -> bool:
        """Whether some word of a clause, of its headings or tables names a place."""
        where = (
            *(spot.ref for spot in spots),
            *(one.ref for one in self.excerpts_at(place)),
            *(one for _, one in self.headings_at(place)),
            *(duty.ref for body in self.bodies_at(place) for duty in self.duties_of(body)),
        )
        return any(_within(one, [ref]) for one in where)

    @cached_property
    def headings_at(self) -> Index[Place, tuple[Project | Clause, str]]:
        """Place -> the parts whose heading names it, with their references."""

        def places(part: tuple[Project | Clause, str]) -> Iterator[Place]:
            record, ref = part
            text = record.title if isinstance(record, Project) else record.heading or ""
            return (named.place for named in self.named_in(text, ref))

        return Index(self.refs.items(), places)

    @cached_property
    def excerpts_at(self) -> Index[Place, Excerpt]:
        """Place -> what tables say of it: the rows and columns that are about it, the rows that name it."""
        clauses = ((part, ref) for part, ref in self.refs.items() if isinstance(part, Clause))
        found = (one for clause, ref in clauses for table in clause.tables for one in self._excerpts(table, ref))
        return Index(found, lambda one: (one.place,))

    def _excerpts(self, table: Table, ref: str) -> Iterator[Excerpt]:
        head = 1 if table.is_counted else 0
        for row in table.rows:
            cells = list(zip(table.columns, row.cells, strict=False))
            about = self._places([row.place])
            named = (one.place for text in row.cells for one in self.named_in(text, ref)) if not about else ()
            for place in dict.fromkeys((*about, *named)):
                shown = [Cell(column.text, text, column, row) for column, text in cells[head:] if _tells(text, place)]
                if shown:
                    yield Excerpt(place, ref, table, tuple(shown))
        for number, column in enumerate(table.columns):
            for place in self._places([column.place]):
                shown = [
                    Cell(row.cells[head], row.cells[number], column, row)
                    for row in table.rows
                    if _tells(row.cells[number], place)
                ]
                if shown:
                    yield Excerpt(place, ref, table, tuple(shown))


def _goes_on(rest: str) -> bool:
    """Whether what follows a name makes another of it: "thôn Hà" is not named in "thôn Hà Nam", "Hà cũ"."""
    following = _NEXT.match(rest)
    if following is None:
        return False
    word = following[1]
    return word == _FORMER or (word[0].isupper() and not word.isupper())


def _tells(text: str, place: Place) -> bool:
    """Whether a cell says something more than what the place is called."""
    said = text.strip()
    called = {one.lower() for one in (place.name, *place.names)}
    return said not in ("", "-", "–") and said.lower() not in called and not _is_end(place, said)


def _is_end(place: Place, name: str) -> bool:
    return place.name.lower().endswith(f" {name.lower()}")


def _within(ref: str, clauses: Iterable[str]) -> bool:
    """Whether a clause is one of these, or stands in one."""
    return any(ref == one or ref.startswith(f"{one}.") for one in clauses)
