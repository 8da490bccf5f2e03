"""A table of the plan: its columns, its rows, and what is said of them."""

from __future__ import annotations

import re

from pydantic import Field

from .record import AgencyId, PartialDate, PlaceId, ProgrammeId, ProjectCode, ProjectKey, Record, Text, Whole, YesNo
from .texts import AnyParagraph, ForWhom, Indicator, Money, Report, Timing
from .vocabulary import Every, MoneyUnit, Role, TaskPart

_NUMBER = re.compile(r"\s*(?:[0-9][0-9.,]*\s*%?|[-–])?\s*")


class Column(Record):
    """A column of a table. With `money`, its cells are amounts in `unit`; with `indicator`, figures to reach.

    `text` is blank where the head of the table is. `project`, `place`, `year`: what all its cells are about. `says`:
    what they say of tasks, in a table of tasks.
    """

    text: str
    money: Money | None = None
    unit: MoneyUnit | None = None
    indicator: Indicator | None = None
    project: ProjectKey | None = None
    place: PlaceId | None = None
    year: PartialDate | None = None
    says: TaskPart | None = None


class Row(Record):
    """A row of a table: its cells, verbatim ("" where blank), and what it is about.

    `project` is the code of the project, `place` the place the row is about. A
    `total` row adds up the rows above it. In a table of tasks `bearers` are those who do what the row says, `with`
    those beside them; without `roles` they lead, where a column says who leads, else they carry out. `no_bearer`: the
    plan names nobody. `start`, `end`, `every`, `day`: when, as in `Timing`; `timings`, where a cell tells
    several times. `for_whom`, `reports`, `norms`: what its cells say besides, as of a phrase; each norm is quoted.
    A row says whom something is for without giving work, where a column says `whom`.
    """

    cells: tuple[str, ...] = Field(min_length=1)
    project: ProjectCode | None = None
    programme: ProgrammeId | None = None
    place: PlaceId | None = None
    total: YesNo = False
    bearers: tuple[AgencyId, ...] = ()
    no_bearer: YesNo = False
    with_: tuple[AgencyId, ...] = Field(default=(), alias="with")
    roles: tuple[Role, ...] = ()
    projects: tuple[ProjectKey, ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    every: Every | None = None
    day: Whole | None = None
    timings: tuple[Timing, ...] = ()
    for_whom: tuple[ForWhom, ...] = ()
    reports: tuple[Report, ...] = ()
    norms: tuple[Text, ...] = ()


class Table(Record):
    """A table of the plan, row by row.

    `unit_line` stands above it ("Đơn vị tính: triệu đồng"), `notes` below. `restates`: its amounts are stated
    elsewhere in the plan too, and are no budget lines of their own.
    """

    caption: Text | None = None
    unit_line: Text | None = None
    columns: tuple[Column, ...] = Field(min_length=1)
    rows: tuple[Row, ...] = Field(min_length=1)
    notes: tuple[AnyParagraph, ...] = ()
    restates: YesNo = False

    @property
    def is_counted(self) -> bool:
        """Whether its first column but counts the rows."""
        return len(self.columns) > 1 and self.columns[0].text.upper().rstrip(".") in ("TT", "STT", "SỐ TT")

    @property
    def numbers(self) -> tuple[Column, ...]:
        """The columns of which every cell is a number or blank, but for one that counts."""
        cells = zip(*(row.cells for row in self.rows), strict=True)
        found = [one for one, held in zip(self.columns, cells, strict=True) if all(map(_NUMBER.fullmatch, held))]
        return tuple(one for one in found if not (self.is_counted and one is self.columns[0]))
