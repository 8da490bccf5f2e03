"""The draft of a plan in memory: its parts as the data will hold them, and the marks on their words.

`outline` makes a `Draft` of a document, `marks` puts marks on it and fills the `Registers`, `write` makes the files
and the questions of both, `proof` compares the files with the document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ..reading.document import Doubt, Footnote, Line


class Degree(StrEnum):
    """How sure a mark is. Only what is sure is written into data; of all else a person is asked."""

    SURE = "sure"
    LIKELY = "likely"
    """Asked with "yes" as the guess."""
    ASK = "ask"
    """Asked without a guess, or with a weak one."""


WHO = "who"
"""The kind of a mark of which only a person can say who bears the work; each of its others is a body that may."""

PLACED = "placed"
"""The kind of a mark whose bearers are told by where they stand in their sentence alone."""


@dataclass(frozen=True)
class Mark:
    """What some words are said to mean."""

    start: int
    end: int
    """The words: `text[start:end]` of the passage (or heading, cell) it stands in."""
    sets: Mapping[str, Any]
    """Keys of the record in `data/` that holds the words, as YAML would have them:
    {"money": {"source": "central"}}, {"roles": ["lead"], "bearers": ["phong-kt"]}. Ids are those of the Registers."""
    kind: str
    """Of what it is, for asking by kind: "bearer", "role", "with", "guided_by", "for_whom", "money", "cite",
    "timing", "report", "place", "indicator", "output", "product", "projects", "clause_kind", "column", "row" ..."""
    degree: Degree = Degree.SURE
    whole: bool = False
    """The keys stand on the paragraph, not on a phrase of it (`bearers`, `projects`)."""
    why: str = ""
    """What speaks for it, in Vietnamese, for who is asked."""
    others: tuple[Mapping[str, Any], ...] = ()
    """What else it could be: other `sets`."""


@dataclass
class Passage:
    """A paragraph or an item: one entry of `paragraphs`, `items`, `basis`, `closing`, `notes`."""

    text: str
    where: str = ""
    label: str = ""
    """What stands before it in the document and is not in the text: "-", "+"."""
    marks: list[Mark] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    """Keys of its footnotes in `Draft.footnotes`."""
    level: int | None = None
    """How deep the word processor has it in its list, from 0; None where it is in none."""
    indent: float | None = None
    """Where its first line begins, in points from the left margin."""

    @classmethod
    def of(cls, line: Line) -> Passage:
        """A line of the document; a sign that stands alone is its text."""
        text, label = (line.text, line.label) if line.text else (line.label, "")
        level = line.level if line.automatic and label else None
        return cls(text, line.where, label, notes=line.notes, level=level, indent=line.indent)

    @property
    def whole(self) -> str:
        """Label and words, as the document shows them."""
        return f"{self.label} {self.text}".strip()


@dataclass
class Grid:
    """A table as `data/` holds it: one head, a text for each cell."""

    columns: list[str]
    rows: list[list[str]]
    caption: str = ""
    unit_line: str = ""
    heads: int = 1
    """How many rows of the document are its head."""
    taken: str = ""
    """Words of its head or first row that name the clause it stands in, where it has no caption."""
    notes: list[Passage] = field(default_factory=list)
    where: str = ""
    marks: list[Mark] = field(default_factory=list)
    """Keys of the table itself (`restates`)."""
    column_marks: dict[int, list[Mark]] = field(default_factory=dict)
    row_marks: dict[int, list[Mark]] = field(default_factory=dict)
    covered: dict[tuple[int, int], str] = field(default_factory=dict)
    """Row and column of each place that a cell of words reaches down to -> its words; the place itself is blank."""
    filled: set[tuple[int, int]] = field(default_factory=set)
    """Of these, the places that have got the words (see `fill`)."""

    def fill(self, columns: Collection[int]) -> None:
        """Put the words of a cell that reaches down over several rows into each of them, in some columns."""
        for (row, column), words in self.covered.items():
            if column in columns and row < len(self.rows) and not self.rows[row][column]:
                self.rows[row][column] = words
                self.filled.add((row, column))

    def drop_blank_rows(self) -> None:
        """Leave out the rows without a word, but for one."""
        kept = [at for at, row in enumerate(self.rows) if any(row)] or [0]
        self.rows = [self.rows[at] for at in kept]
        self.covered = {
            (kept.index(row), column): words for (row, column), words in self.covered.items() if row in kept
        }


@dataclass
class Part:
    """A part, article, project, clause or appendix."""

    kind: str
    """"part", "article", "project", "subproject", "clause", "appendix"."""
    number: str = ""
    """As the data holds it: "I", "1", "1.1", "a", "đ"."""
    label: str = ""
    """As the document has it, where it is more than the number: "Dự án 1:", "Nội dung thành phần 03 (NDTP-03):"."""
    heading: str = ""
    mark: str | None = None
    """Of a project: what stands before its label, where that is not the number as the plan writes it ("" nothing)."""
    code: str = ""
    """Of a project: "1", "NDTP-03", "7.2"."""
    programme: str = ""
    paragraphs: list[Passage] = field(default_factory=list)
    items: list[Passage] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    where: str = ""
    marks: list[Mark] = field(default_factory=list)
    """Keys of the part itself (`kind`, `no_lead`), and marks on its heading."""
    notes: tuple[str, ...] = ()
    """Keys of the footnotes of its heading and of its tables."""

    def passages(self) -> Iterator[Passage]:
        """Its own, not those of the parts in it."""
        yield from self.paragraphs
        yield from self.items
        for table in self.tables:
            yield from table.notes


@dataclass
class Head:
    """The letterhead and title; a blank is "" (data: null)."""

    issuer_lines: list[str] = field(default_factory=list)
    state: str = ""
    motto: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: str = ""
    """"2026-02-05", "2026-02", "2026"."""
    kind: str = ""
    title_lines: list[str] = field(default_factory=list)


@dataclass
class Draft:
    """A plan as outlined. What fits nowhere is in `left_over`, never dropped."""

    head: Head = field(default_factory=Head)
    basis: list[Passage] = field(default_factory=list)
    articles: list[Part] = field(default_factory=list)
    annex: Head | None = None
    annex_attached: str = ""
    """"(Kèm theo Quyết định số ...)" as it stands."""
    parts: list[Part] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    recipients_heading: str = ""
    recipients: list[Passage] = field(default_factory=list)
    authority: str = ""
    standing_for: str = ""
    office: str = ""
    signed: str = ""
    name: str = ""
    appendices: list[Part] = field(default_factory=list)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    """Key -> the footnote; each key stands on one passage or part."""
    note_marks: dict[str, list[Mark]] = field(default_factory=dict)
    """Key -> the marks on the words of the footnote, which are one phrase."""
    behind: dict[str, int] = field(default_factory=dict)
    """Key -> how many words of its passage begin behind its mark, where that is known."""
    left_over: list[str] = field(default_factory=list)
    head_left_over: list[str] = field(default_factory=list)
    """Of these, what stood in lines of the letterhead: strokes between what is set side by side."""
    left_places: set[int] = field(default_factory=set)
    """Of these, the document's blocks that are left over as a whole: strokes above what is annexed."""
    annex_head: tuple[int, int] = (0, 0)
    """Which of the document's blocks repeat the letterhead above what is annexed (see `spread.blocks_of`)."""
    head_ends: int = 0
    """How many of the document's blocks are its letterhead and title (see `spread.blocks_of`)."""
    end: tuple[int, int] = (0, 0)
    """Which of them are recipients and signature."""
    doubts: list[Doubt] = field(default_factory=list)

    def walk(self) -> Iterator[Part]:
        """Every part, from the top down, in the document's order."""
        waiting = [*self.articles, *self.parts, *self.appendices]
        while waiting:
            part = waiting.pop(0)
            yield part
            waiting[:0] = part.parts


def as_words(draft: Draft, passages: list[Passage]) -> None:
    """The end as plain words: closing ones; above what is annexed those of an article of their own."""
    if not passages:
        return
    if not draft.annex:
        draft.closing += passages
    elif draft.articles and draft.articles[-1].number == _SIGNING:
        draft.articles[-1].paragraphs += passages
    else:
        first, *rest = passages
        draft.articles.append(
            Part("article", _SIGNING, first.whole, where=first.where, paragraphs=rest, notes=first.notes)
        )


_SIGNING = "noi-nhan"


@dataclass
class Registers:
    """The records that marks name, by id; each a mapping as its file in `data/` holds it."""

    agencies: dict[str, dict[str, Any]] = field(default_factory=dict)
    groups: dict[str, dict[str, Any]] = field(default_factory=dict)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    programmes: dict[str, dict[str, Any]] = field(default_factory=dict)
    abbreviations: dict[str, dict[str, Any]] = field(default_factory=dict)
    vocabulary: dict[str, dict[str, Any]] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
