"""Rows of a table, read as sentences that give work or say whom something is for: each cell is a run of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..load.tables import Column, Row, Table
from ..load.texts import Money, Paragraph, Phrase, Timing
from ..load.vocabulary import Role, TaskPart
from .row_headings import headings


@dataclass(frozen=True, eq=False)
class ReadRow:
    """A row read as a sentence: its cells that say something, each with its column and its own phrases."""

    table: Table
    paragraph: Paragraph
    cells: tuple[tuple[Column, tuple[Phrase, ...]], ...]
    headings: tuple[str, ...] = ()
    """Those between the rows that it stands under, the widest first."""

    @property
    def told(self) -> tuple[tuple[Column, tuple[Phrase, ...]], ...]:
        """The cells without the one that but counts the rows."""
        return tuple(one for one in self.cells if not (self.table.is_counted and one[0] is self.table.columns[0]))


def read(table: Table) -> Iterator[ReadRow]:
    """The rows that give somebody work, or say whom something is for, where a column says so."""
    says = {column.says for column in table.columns}
    told = [at for at, row in enumerate(table.rows) if _is_told(table, row, says)]
    above = headings(table, told)
    for at in told:
        row = table.rows[at]
        filled = ((column, text) for column, text in zip(table.columns, row.cells, strict=True) if text.strip())
        cells = tuple((column, tuple(_phrases(table, row, column, text))) for column, text in filled)
        yield ReadRow(table, Paragraph(phrases=tuple(one for _, said in cells for one in said)), cells, above[at])


def _is_told(table: Table, row: Row, says: Collection[TaskPart | None]) -> bool:
    told = (TaskPart.TASK in says and (row.bearers or row.no_bearer)) or (TaskPart.WHOM in says and row.for_whom)
    return bool(told) and not row.total and len(row.cells) == len(table.columns)


def is_row(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a row: all its phrases stand at one place."""
    first, *others = paragraph.phrases
    return bool(others) and all(one.at == first.at for one in others)


def _phrases(table: Table, row: Row, column: Column, text: str) -> Iterator[Phrase]:
    """The phrases of a cell: one, but where it tells several times or norms one for each."""
    said: dict[str, object]
    match column.says:
        case TaskPart.WHOM:
            said = {"for_whom": row.for_whom}
        case TaskPart.TASK if row.bearers or row.no_bearer:
            led = any(one.says is TaskPart.LEAD for one in table.columns)
            roles = row.roles or (Role.LEAD if led else Role.IMPLEMENT,)
            if row.reports and Role.REPORT not in roles:
                roles = (*roles, Role.REPORT)
            who = {"bearers": row.bearers, "no_bearer": row.no_bearer, "with_": row.with_}
            said = {"roles": roles, **who, "projects": row.projects, "reports": row.reports}
            pieces = _pieces(text, row.norms)
            for place, piece in enumerate(pieces):
                own = () if any(one.says is TaskPart.WHOM for one in table.columns) else row.for_whom
                whom = tuple(one for one in own if _home(one.condition, pieces) == place)
                money = {"money": _norm(row, place)} if place < len(row.norms) else {}
                first = said if not place else {}
                yield Phrase(text=piece).model_copy(update={**first, **money, "for_whom": whom, "at": row.at})
            return
        case TaskPart.TIMING if row.timings:
            for piece, timing in zip(_pieces(text, [one.text for one in row.timings]), row.timings, strict=False):
                said = {"timing": timing, "projects": row.projects}
                yield Phrase(text=piece).model_copy(update={**said, "at": row.at})
            return
        case TaskPart.TIMING:
            when = {"start": row.start, "end": row.end, "every": row.every, "day": row.day}
            said = {"timing": Timing(text=text).model_copy(update={**when, "at": row.at}), "projects": row.projects}
        case TaskPart.PRODUCT:
            said = {"product": text}
        case _:
            said = {}
    yield Phrase(text=text).model_copy(update={**said, "at": row.at})


def _norm(row: Row, place: int) -> Money:
    return Money(amount=row.norms[place]).model_copy(update={"norm": True, "at": row.at})


def _pieces(text: str, quotes: Sequence[str]) -> list[str]:
    """A text cut behind the word that each quote but the last ends in; whole where a quote does not stand in it."""
    ends, place = [0], 0
    for quote in quotes[:-1]:
        at = text.find(quote, place)
        after = text.find(" ", at + len(quote)) if at >= 0 else -1
        if after < 0:
            return [text]
        ends.append(place := after)
    return [text[start:end].strip() for start, end in pairwise([*ends, len(text)])]


def _home(condition: str | None, pieces: Sequence[str]) -> int:
    """The piece that a condition is quoted from, the last where none has it or there is none."""
    found = (place for place, piece in enumerate(pieces) if condition and condition in piece)
    return next(found, len(pieces) - 1)
