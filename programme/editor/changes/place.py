"""A change as it was asked for, the block of the data that it is of, and what it makes of the files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...edit import kinds
from ..view import blocks, entered, files, sentences
from ..view.choices import Choices
from ..view.entered import AskedError
from ..view.files import Files, GoneError, Held, Way
from .leads import Lead


class ClashError(Exception):
    """Something else stands there than was seen."""

    def __init__(self, value: Any, block: str = ""):
        self.value, self.block = value, block
        super().__init__("clash")


class QuestionError(Exception):
    """It can be done, once somebody has said yes to the message; `links` (words, page) are what it is about, `leads`
    what has to be chosen with the yes."""

    def __init__(self, message: str, links: Sequence[tuple[str, str]] = (), leads: Sequence[Lead] = ()):
        self.links, self.leads = tuple(links), tuple(leads)
        super().__init__(message)


@dataclass(frozen=True)
class Asked:
    """A change as it was asked for."""

    op: str
    file: str
    way: Way
    seen: str
    inner: Way = ()
    """From the block on: to a row, a column, a record in a record."""
    page: str = ""
    force: bool = False
    given: Mapping[str, Any] = field(default_factory=dict)
    """What else the change needs: see the function of its `op`."""
    why: str = ""
    """Why words of the plan are changed, where they are: see `steps.Step`."""
    leads: Mapping[str, str] = field(default_factory=dict)
    """Published address whose page goes -> the one that it leads to then."""


@dataclass(frozen=True)
class Made:
    """File -> (way, value) to be written there, one after the other; a value of None at () takes the file away."""

    files: Mapping[str, list[tuple[Way, Any]]]
    said: str
    anchor: Way = ()
    """What of it a finding must be in to be about the change, where that is less than what is written."""
    block: str = ""
    """The block to look at afterwards."""
    page: str = ""
    """The page to go to, where it is another."""
    swaps: Sequence[tuple[str, Way, int]] = ()
    """(file, list, place): what changes places with the one after it."""
    records: Sequence[tuple[str, Mapping[str, Any]]] = ()
    """(list of the plan, record): what is put at the end of lists."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Page that is elsewhere then -> where."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Id that there is no more -> the one that stands for it."""
    named: Sequence[blocks.Block] = ()
    """Of what goes: all that names it."""
    is_along: bool = False
    """Whether that is written too: it names it no more."""


@dataclass(frozen=True)
class Place:
    """A block of the data, and what is asked of it."""

    files: Files
    held: Held
    asked: Asked
    kind: str
    value: Any
    names: Choices

    @property
    def given(self) -> Mapping[str, Any]:
        return self.asked.given

    @property
    def sentence(self) -> sentences.Sentence:
        if self.kind != "Paragraph":
            raise AskedError("Chỗ này không phải một câu.")
        return sentences.read(self.value)

    def becomes(
        self, value: Any, said: str, way: Way | None = None, anchor: Way = (), block: Way | None = None
    ) -> Made:
        """Another value at the block, or at a way."""
        name = block_id(self.held, self.asked.way if block is None else block)
        return Made({self.held.name: [(self.asked.way if way is None else way, value)]}, said, anchor, name)

    def number(self, key: str) -> int:
        value = self.given.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
        return value

    def evidence(self, key: str, value: Any) -> list[str]:
        """The numbers of the documents that a mark cites."""
        numbers = {one.value: one.name.rpartition(" số ")[2] for one in self.names.get("documents", [])}
        listed = value if isinstance(value, list) else [value]
        cited = (
            [one.get("document") if isinstance(one, dict) else one for one in listed]
            if key in ("cites", "subject_of")
            else []
        )
        return [
            numbers[one].split("/")[0] + "/"
            for one in cited
            if key == "cites" and one in numbers and "/" in numbers[one]
        ]

    def marks(self) -> dict[str, Any]:
        return entered.record("Phrase", self.given.get("sets") or {}, self.files)

    def list_of(self) -> tuple[list[Any], int]:
        """The list that the block, or what is meant in it, stands in, and its place there."""
        way = (*self.asked.way, *self.asked.inner)
        if not way or not isinstance(way[-1], int):
            raise AskedError("Phần này không chuyển hay bỏ được.")
        listed = files.at(self.held.value, way[:-1])
        if not isinstance(listed, list):
            raise GoneError(way)
        return listed, way[-1]


def block_id(held: Held, way: Way) -> str:
    """The name of a block in the browser."""
    return blocks.id_of(held.name, way)


def kind_at(held: Held, way: Way) -> str:
    """The kind of record that stands at a way."""
    kind = kinds.record_at(kinds.top_of(held.name.removeprefix("data/")), way)
    if kind is None:
        raise GoneError(way)
    return kind.__name__


def short(text: str, most: int = 40) -> str:
    """Words in quotes, cut where they are long."""
    return f"“{text if len(text) <= most else text[:most].rsplit(' ', 1)[0] + '…'}”"
