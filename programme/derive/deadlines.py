"""By when: what the plan gives a day or a month, for one body or for all, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..load.registries import Agency
from ..load.vocabulary import Every, rank
from ..vietnamese import formats
from .done_by import done_by
from .programme import Programme
from .statements import Report, Statement


@dataclass(frozen=True, eq=False)
class Deadline:
    """A time in the plan's words, with the day or month it ends for machines ("" where the plan names none)."""

    text: str
    ends: str
    statement: Statement
    bodies: tuple[Agency, ...]
    every: Every | None = None
    """How often it comes again, if it does."""

    @property
    def month(self) -> str:
        """ "2026-05"; "" where the plan names no month."""
        return self.ends[:7] if len(self.ends) >= 7 else ""

    @property
    def report(self) -> Report | None:
        """The report that is due, if it is one."""
        return self.statement if isinstance(self.statement, Report) else None


def by_month(programme: Programme, agency: Agency | None = None) -> list[tuple[str, list[Deadline]]]:
    """(month, what is due in it), in the order of the calendar; then what comes again, and what has no month.

    "Tháng 5/2026", "Hằng quý", "Các hạn khác". For a body, or for all.

    What binds a collective binds each body that the plan counts among it.
    """
    meant = {agency, *programme.wholes_of(agency)} if agency else set()
    found = [one for one in _all(programme) if agency is None or meant & {*one.bodies}]
    ordered = sorted(found, key=lambda one: (not one.month, not one.every, rank(one.every or Every.YEAR), one.ends))
    return [(head, list(ones)) for head, ones in groupby(ordered, _head)]


def _head(one: Deadline) -> str:
    if one.month:
        return formats.date(one.month).capitalize()
    return one.every.label if one.every else "Các hạn khác"


def _all(programme: Programme) -> Iterable[Deadline]:
    for report in programme.reports:
        if report.deadline:
            yield Deadline(report.deadline, report.due or "", report, report.by, report.record.every)
    for when in programme.timings:
        bearers = (one for duty in done_by(programme, when) for one in duty.bearers)
        record = when.record
        ends = record.end or record.start or ""
        yield Deadline(record.text, ends, when, tuple(dict.fromkeys(bearers)), record.every)
