"""What every reader gives: the blocks of a document in reading order, and what was doubted while reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


class UnreadableError(Exception):
    """A file that cannot be read, or must not be: said in Vietnamese, what was found and what is expected."""


@dataclass(frozen=True)
class Doubt:
    """Something that a reader or the outline was not sure of."""

    where: str
    """Place in the document, in Vietnamese: "trang 3, dòng 14", "đoạn 27"."""
    said: str
    """What was done and what else it could be, in Vietnamese."""


@dataclass(frozen=True)
class Line:
    """A paragraph of the document: wrapped lines are joined, page furniture is gone."""

    text: str
    """Its words, NFC, single spaces, without the number or dash at its head."""
    label: str = ""
    """The number, letter or dash at its head, as it is read: "I.", "1.1.", "a)", "đ)", "(1)", "-", "+", "Điều 1."."""
    automatic: bool = False
    """The label was made by the word processor, not typed."""
    bold: bool = False
    """All of its words are bold (False where the format does not tell)."""
    bold_head: bool = False
    """Its words up to the first colon are bold, and not all of it."""
    italic: bool = False
    underlined: bool = False
    headed: bool = False
    """Its style is one of headings."""
    centred: bool = False
    size: float | None = None
    """Letters' height in points."""
    indent: float | None = None
    """Where its first line begins, in points from the left margin."""
    level: int | None = None
    """Depth of its list or heading style, from 0."""
    where: str = ""
    notes: tuple[str, ...] = ()
    """Marks of the footnotes in it, in order."""
    behind: tuple[int, ...] = ()
    """How many of its words begin behind each of them; fewer than the marks where that is not known of the last."""

    @property
    def whole(self) -> str:
        """Label and words, as the document shows them."""
        return f"{self.label} {self.text}".strip()


def words_behind(rest: str) -> int:
    """How many words begin in what follows a mark, which may go on with the word that it is at."""
    return len(rest.split()) - bool(rest and not rest[0].isspace())


@dataclass(frozen=True)
class Cell:
    """A cell of a table; lines in it are joined by a line feed."""

    text: str = ""
    columns: int = 1
    """How many columns it takes; the cells it covers are not in the row."""
    rows: int = 1
    bold: bool = False


@dataclass(frozen=True)
class Table:
    """Rows as they stand; a table cut by pages is one, without the heads that were repeated."""

    rows: tuple[tuple[Cell, ...], ...]
    where: str = ""
    notes: tuple[str, ...] = ()
    """Marks of the footnotes in its cells, in order, where the format tells them."""


@dataclass(frozen=True)
class Footnote:
    mark: str
    text: str


Block = Line | Table


@dataclass(frozen=True)
class Document:
    """A document as read."""

    kind: str
    """"docx", "pdf", "doc", "txt"."""
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    furniture: tuple[str, ...] = field(default=())
    """Lines of the page, not of the plan: running heads, page numbers; kept to be shown."""

    def words(self) -> Iterator[str]:
        """Every word of the plan in reading order: what the draft must hold, each once."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield from block.whole.split()
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell.text.split()
        for note in self.footnotes:
            yield from note.text.split()
