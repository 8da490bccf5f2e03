"""Rows of a table of tasks, read as sentences that give work: each cell is a run of words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.tables import Column, Row, Table
from ..load.texts import Paragraph, Phrase, Timing
from ..load.vocabulary import Role, TaskPart


def sentences(table: Table) -> Iterator[Paragraph]:
    """A paragraph for each row that gives somebody work; none where no column says what is to be done."""
    if not any(column.says is TaskPart.TASK for column in table.columns):
        return
    for row in table.rows:
        if (row.bearers or row.no_bearer) and not row.total and len(row.cells) == len(table.columns):
            cells = ((column, text) for column, text in zip(table.columns, row.cells, strict=True) if text.strip())
            yield Paragraph(phrases=tuple(_phrase(table, row, column, text) for column, text in cells))


def _phrase(table: Table, row: Row, column: Column, text: str) -> Phrase:
    said: dict[str, object]
    match column.says:
        case TaskPart.TASK:
            led = any(one.says is TaskPart.LEAD for one in table.columns)
            roles = row.roles or (Role.LEAD if led else Role.IMPLEMENT,)
            who = {"bearers": row.bearers, "no_bearer": row.no_bearer, "with_": row.with_}
            said = {"roles": roles, **who, "projects": row.projects}
        case TaskPart.TIMING:
            when = {"start": row.start, "end": row.end, "every": row.every, "day": row.day}
            said = {"timing": Timing(text=text).model_copy(update={**when, "at": row.at}), "projects": row.projects}
        case TaskPart.PRODUCT:
            said = {"product": text}
        case _:
            said = {}
    return Phrase(text=text).model_copy(update={**said, "at": row.at})
