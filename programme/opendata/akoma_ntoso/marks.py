"""Our index over the plan's words as elements around them: who, whom, which document, how much, when.

What a phrase names is read from its records, whatever kind they are: a field that says of what its id is (`record`)
needs no line here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from ...derive.programme import Programme
from ...load.record import Record
from ...load.references import declared, records
from ...load.registries import Document
from ...load.tables import Column
from ...load.texts import Footnote, Indicator, Money, Output, Paragraph, Phrase
from ...vietnamese import formats
from .ontology import Ontology
from .xml import element

_DONG = ("units", "dong", "đồng")
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_WHOLE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Mark(NamedTuple):
    """Words from `start` to `end` of a phrase, and the element around them."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


class Marks:
    """What is marked in the words of a plan; what they name is listed in the ontology."""

    def __init__(self, programme: Programme, ontology: Ontology):
        self._ontology = ontology
        self._figures: dict[Phrase, list[tuple[str, Indicator | Output, tuple[str, ...]]]] = {}
        for figure in programme.figures:
            self._figures.setdefault(figure.spot.phrase, []).append((figure.record.id, figure.record, figure.values))
        for made in programme.outputs:
            self._figures.setdefault(made.spot.phrase, []).append((made.record.name, made.record, (made.value,)))
        self._concepts: dict[str, list[Any]] = {}
        for concept in programme.data.concepts:
            for ref in concept.clauses:
                self._concepts.setdefault(ref, []).append(concept)

    def words(self, paragraph: Paragraph, ref: str) -> Iterator[Element | str]:
        """The words of a paragraph in the clause `ref`, with their marks."""
        own = _named(paragraph)
        for number, phrase in enumerate(paragraph.phrases):
            if number:
                yield " "
            yield from self.marked(phrase.text, self._in(phrase, own, ref))
            yield from self.footnotes(phrase.footnotes, ref)

    def footnotes(self, found: Iterable[Footnote], ref: str) -> Iterator[Element]:
        """The plan's own notes, where their mark stands."""
        for one in found:
            words = element("p", *self.marked(one.text, self._in(one, [], ref)))
            yield element("authorialNote", words, marker=one.mark, placement="bottom")

    def names(self, text: str, agencies: Iterable[str]) -> Iterator[Element | str]:
        """Words around a text's end or head, in which bodies may be named."""
        return self.marked(text, self._naming(text, [("agencies", id) for id in agencies]))

    def cell(self, text: str, column: Column, dong: int | None) -> Element | str:
        """The words of a cell; `dong`: the amount that it states."""
        return text if dong is None or not column.money else self._amount(text, dong)

    def named(self, record: Record) -> str:
        """The references to what a record names."""
        found = ((registry, self._ontology.record(registry, id)) for registry, id in _named(record))
        return " ".join(self._ontology.refer(registry, one.id, one.name, one) for registry, one in found if one)

    @staticmethod
    def marked(text: str, marks: Iterable[Mark]) -> Iterator[Element | str]:
        """A text with the marks that do not overlap: of two the one that begins first, then the longer one."""
        here = 0
        for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
            if mark.start >= here:
                yield text[here : mark.start]
                yield element(mark.tag, text[mark.start : mark.end], **mark.attributes)
                here = mark.end
        yield text[here:]

    def _in(self, phrase: Phrase, own: list[tuple[str, str]], ref: str) -> Iterator[Mark]:
        text, within = phrase.text, list(records(phrase))
        named = [*own, *(one for record in within for one in _named(record))]
        yield from self._naming(text, named)
        yield from self._dates(text, within, named)
        if any(isinstance(one, Money) for one in within):
            for start, end, dong in formats.places_of_amounts(text):
                yield Mark(start, end, "quantity", self._quantity(*_DONG, normalized=str(dong)))
        yield from self._numbers(phrase)
        for concept in self._concepts.get(ref, ()):
            yield from self._found(text, "concepts", concept)

    def _naming(self, text: str, named: Iterable[tuple[str, str]]) -> Iterator[Mark]:
        for registry, id in dict.fromkeys(named):
            if record := self._ontology.record(registry, id):
                yield from self._found(text, registry, record)

    def _found(self, text: str, registry: str, record: Any) -> Iterator[Mark]:
        for found in _pattern(record).finditer(text):
            yield Mark(*found.span(), *self._ontology.named(registry, record))

    def _dates(self, text: str, within: list[Record], named: list[tuple[str, str]]) -> Iterator[Mark]:
        """The days that the data gives: of a deadline, a time, a document that is cited."""
        cited = [self._ontology.record(registry, id) for registry, id in named if registry == "documents"]
        known = {day for record in [*within, *cited] for day in _days(record)}
        for found in _DAY.finditer(text):
            day = _iso(*map(int, found.groups()))
            if day in known:
                yield Mark(*found.span(), "date", {"date": day})

    def _numbers(self, phrase: Phrase) -> Iterator[Mark]:
        for id, record, values in self._figures.get(phrase, ()):
            here = 0
            for value in values:
                pattern = rf"(?<![\w.,]){re.escape(value)}(?:\s*{re.escape(record.unit)})?"
                if found := re.compile(pattern, re.IGNORECASE).search(phrase.text, here):
                    here = found.end()
                    said = self._quantity("indicators", id, record.name, normalized=str(formats.parse_number(value)))
                    yield Mark(*found.span(), "quantity", said)

    def _amount(self, text: str, dong: int) -> Element:
        return element("quantity", text, **self._quantity(*_DONG, normalized=str(dong)))

    def _quantity(self, registry: str, id: str, name: str, normalized: str) -> dict[str, str]:
        return {"refersTo": self._ontology.refer(registry, id, name), "normalized": normalized}


def _named(record: Record) -> list[tuple[str, str]]:
    """(registry, id) of all that the fields of one record name."""
    found = []
    for attribute, _, registry in declared(type(record)):
        value = getattr(record, attribute)
        found += [(registry, id) for id in (value if isinstance(value, tuple) else (value,)) if id]
    return found


def _days(record: Record) -> list[str]:
    """The days that the fields of one record hold."""
    values = (getattr(record, name) for name in type(record).model_fields)
    return [one for one in values if isinstance(one, str) and _WHOLE_DAY.fullmatch(one)]


def _iso(day: int, month: int, year: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=4096)
def _pattern(record: Any) -> re.Pattern[str]:
    """Where words name a record: by a name that the data has, as a sentence begins or goes on; a document by number."""
    if isinstance(record, Document):
        return re.compile(rf"(?<!\w)(?:{re.escape(record.kind.label)} (?:số )?)?{re.escape(record.number)}(?!\w)", re.I)
    names = {record.name, *getattr(record, "names", ()), getattr(record, "short", None) or record.name}
    ways = {way for name in names for way in (name, formats.lower_first(name), formats.upper_first(name))}
    any_way = "|".join(map(re.escape, sorted(ways, key=lambda way: (-len(way), way))))
    return re.compile(rf"(?<!\w)(?:{any_way})(?!\w)")
