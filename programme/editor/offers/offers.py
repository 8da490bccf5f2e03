"""Marks that the words of a sentence ask for and do not have: each is written with one press.

They are read from the words, the lists of the plan and the sentence above; nothing is written before somebody says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ...drafting.marks.timing.timing import inside_years, times
from ...drafting.marks.verbs.roles import led_by
from ..view.blocks import Block
from ..view.choices import Choices, Said
from ..view.sentences import Sentence
from . import named, row_offers
from .lacking import Lack

Years = tuple[int, int]
Presses = list[tuple[str, Mapping[str, Any]]]
"""The words of buttons, each with the change that it makes."""
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?đồng(?:/[\w/]+)?")
_DUTY = ("bearers", "roles", "reports", "no_bearer", "recipients")
_MOST = 6
"""So many are offered."""


@dataclass(frozen=True)
class Offer:
    """`sets` on the letters `start` to `end` of the sentence; `say` tells what that is, `words` which words it is on
    where these are not all that is meant."""

    family: str
    say: str
    words: str
    start: int
    end: int
    sets: Mapping[str, Any]
    row: int = -1
    """Of a table: the row that it is of."""


def offered(
    blocks: Sequence[Block], id: str, names: Choices, years: Years, stretch: tuple[int, int] | None = None
) -> list[Offer]:
    """What is offered for a sentence, for a stretch of it, or for the rows of a table; nothing where there is none."""
    at = next((at for at, one in enumerate(blocks) if one.id == id and one.what in ("sentence", "table")), None)
    if at is None:
        return []
    if blocks[at].what == "table":
        return _of_rows(blocks[at], names, years)
    return _Offering(blocks, at, names, years, stretch).all()


def presses(blocks: Sequence[Block], lack: Lack, names: Choices, years: Years) -> Presses:
    """What mends a lack with one press, each in words and as the change that is made."""
    block, inner = lack.block, lack.inner
    if block is None:
        return [*lack.presses]
    spot = {"file": block.file, "way": block.way, "seen": block.seen, "inner": inner}
    if block.what == "sentence":
        found = [one for one in offered(blocks, block.id, names, years) if one.family == "duty"]
        return [(one.say, {**spot, "op": "marks", "given": {"marks": [asdict(one)]}}) for one in found]
    found = [one for one in _of_rows(block, names, years) if inner[-1:] == (one.row,)]
    return [(one.say, {**spot, "op": "set", "given": {"sets": one.sets}}) for one in found]


def _of_rows(table: Block, names: Choices, years: Years) -> list[Offer]:
    said, found = Said(names), []
    for row, sets in row_offers.sets_of(table.value, names["agencies"], years).items():
        say = " · ".join(f"{name}: {one}" for _, name, one in said.marks("Row", sets))
        title = " ".join(str(cell) for cell in table.value["rows"][row]["cells"][:2] if cell)
        found.append(Offer("duty", say, title, 0, 0, sets, row))
    return found


def stretch_of(start: str, end: str) -> tuple[int, int] | None:
    """A stretch from what came over the wire; None where that is none."""
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None


def years_of(plan: Any) -> Years:
    """The first and the last year of a plan, as its file has them."""
    period = plan.get("period") if isinstance(plan, dict) else None
    found = [str((period or {}).get(key) or "")[:4] for key in ("start", "end")]
    first, last = (int(one) if one.isdecimal() else 0 for one in found)
    return (first or last, last or first)


class _Offering:
    def __init__(self, blocks: Sequence[Block], at: int, names: Choices, years: Years, stretch: tuple[int, int] | None):
        self.blocks, self.at, self.names, self.years = blocks, at, names, years
        self.sentence: Sentence = blocks[at].sentence
        self.text = self.sentence.text
        self.start, self.end = stretch or (0, len(self.text))
        self.is_whole = self.text[self.start : self.end].strip() == self.text
        self.said = Said(names)

    def all(self) -> list[Offer]:
        found = [*self._duties(), *self._groups(), *self._times(), *self._amounts()]
        return found[:_MOST]

    def _offer(self, family: str, sets: Mapping[str, Any], start: int, end: int) -> Offer:
        words = self.text[start:end]
        told = sorted(self.said.marks("Phrase", sets), key=lambda one: one[0] != "bearers")
        say = " · ".join(f"{name}: {one}" if one else name for _, name, one in told)
        is_all = (start, end) == (self.start, self.end)
        return Offer(family, say, "" if is_all or f"“{words}”" in say else words, start, end, sets)

    # -- who does it -------------------------------------------------------

    def _duties(self) -> Iterator[Offer]:
        if self._has(_DUTY, self.start, self.end) or any(key in self.sentence.own for key in _DUTY):
            return
        if self.blocks[self.at].way[:1] == ("basis",):
            return
        words = self.text[self.start : self.end]
        there = named.bodies(words, self.names["agencies"])
        acts = [one for one in there if one.part == "acts"]
        first = [one.id for one in acts if acts[0].start == one.start or one.start < _stop(words, acts[0].end)]
        sets = self._work(words, acts[len(first) - 1].end if first else 0, there)
        told: list[list[str]] = [first] if first else []
        if self.is_whole and (above := self._above()) and above not in told and not first:
            told.append(above)
        for who in told:
            yield self._offer("duty", {"bearers": list(dict.fromkeys(who)), **sets}, self.start, self.end)

    def _work(self, words: str, after: int, there: Sequence[named.Named]) -> dict[str, Any]:
        """What is done, with whom, to whom it is reported."""
        while after < len(words) and words[after] in " :,-–":
            after += 1
        led = led_by(words, after, len(words))
        roles = [*led.roles] if led and led.verb[0] < _stop(words, after) else ["implement"]
        beside = [one.id for one in there if one.part == "with"]
        if beside and roles == ["coordinate"]:
            roles = ["implement"]
        sets: dict[str, Any] = {"roles": roles}
        sets |= {"with": list(dict.fromkeys(beside))} if beside else {}
        if "report" in roles:
            to = [one.id for one in there if one.part == "to"]
            sets["reports"] = [{"to": list(dict.fromkeys(to))} if to else {}]
        return sets

    def _above(self) -> list[str]:
        """Who acts in the sentence above, or whom the heading above names."""
        for block in reversed(self.blocks[: self.at]):
            if block.what == "heading":
                heading = re.sub(r"^[^ ]{1,5}[.)] ", "", block.title)
                there = named.bodies(heading, self.names["agencies"])
                return [one.id for one in there if one.part == "acts"]
            if block.what == "sentence":
                one = block.sentence
                acting = [one.own, *one.phrases]
                if who := next((each["bearers"] for each in acting if each.get("bearers")), None):
                    return [*who]
        return []

    # -- the rest ----------------------------------------------------------

    def _groups(self) -> Iterator[Offer]:
        several = [one for one in self.names["groups"] if " " in one.name]  # a word alone stands in many sentences
        acting = named.bodies(self.text, self.names["agencies"])
        for run in named.groups(self.text, several):
            start, end = run[0].start, run[-1].end
            is_free = not self._has(("for_whom", "indicator"), start, end)
            is_body = any(one.start < end and start < one.end for one in acting)
            if is_free and not is_body and self._is_meant(start, end):
                yield self._offer("whom", {"for_whom": [{"who": [*dict.fromkeys(one.id for one in run)]}]}, start, end)

    def _times(self) -> Iterator[Offer]:
        if not all(self.years):
            return
        for one in times(self.text, self.years):
            says = {key: str(value) for key, value in one.says.items()}
            is_free = not self._has(("timing", "reports", "cites"), one.start, one.end)
            if says and self._is_meant(one.start, one.end) and is_free and inside_years(one.says, self.years):
                sets = {"timing": {"text": self.text[one.start : one.end], **says}}
                yield self._offer("time", sets, one.start, one.end)

    def _amounts(self) -> Iterator[Offer]:
        for match in _AMOUNT.finditer(self.text):
            if self._is_meant(*match.span()) and not self._has(("money", "indicator", "output"), *match.span()):
                norm = {"norm": "true"} if "/" in match[0] else {}
                yield self._offer("money", {"money": norm}, *match.span())

    def _is_meant(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end

    def _has(self, keys: Sequence[str], start: int, end: int) -> bool:
        """Whether a phrase on these letters has one of the marks."""
        listed = zip(self.sentence.phrases, self.sentence.spans, strict=True)
        return any(left < end and start < right and one.keys() & {*keys} for one, (left, right) in listed)


def _stop(words: str, start: int) -> int:
    """The end of a piece of a text."""
    found = re.search(r"[.;:]", words[start:])
    return start + found.start() if found else len(words)
