"""What words and tables say of a place."""

from __future__ import annotations

from dataclasses import dataclass

from ..load.dataset import Project
from ..load.registries import Place
from ..load.tables import Column, Row, Table
from ..load.texts import Paragraph, Phrase


@dataclass(frozen=True)
class Named:
    """A place that words name: from `start` to `end` of them."""

    start: int
    end: int
    place: Place
    by_name: bool
    """Whether by its name, be it without its kind ("Thượng"), not by a description."""


@dataclass(frozen=True, eq=False)
class Sentence:
    """A paragraph that names a place, with the phrases that do: none where only the data says that it does."""

    ref: str
    node: Project | None
    paragraph: Paragraph
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, eq=False)
class Cell:
    """What a table says under a head: its words, and the column and row it stands in."""

    head: str
    text: str
    column: Column
    row: Row

    @property
    def is_total(self) -> bool:
        """Whether it adds up others."""
        return self.row.total or bool(self.column.money and self.column.money.total)


@dataclass(frozen=True, eq=False)
class Excerpt:
    """What a table says of a place: its row, or its column, cell by cell."""

    place: Place
    ref: str
    table: Table
    cells: tuple[Cell, ...]
