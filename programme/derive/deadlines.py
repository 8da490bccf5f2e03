"""By when: what the plan gives a day or a month, for one body or for all, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..load.registries import Agency
from .programme import Programme
from .statements import Report, Statement


@dataclass(frozen=True, eq=False)
class Deadline:
    """A time in the plan's words, with the day or month it ends for machines ("" where the plan names none)."""

    text: str
    ends: str
    statement: Statement
    bodies: tuple[Agency, ...]

    @property
    def month(self) -> str:
        """ "2026-05"; "" where the plan names no month."""
        return self.ends[:7] if len(self.ends) >= 7 else ""

    @property
    def report(self) -> Report | None:
        """The report that is due, if it is one."""
        return self.statement if isinstance(self.statement, Report) else None


def by_month(programme: Programme, agency: Agency | None = None) -> list[tuple[str, list[Deadline]]]:
    """(month, what is due in it), in the order of the calendar; those without a month last. For a body, or for all.

    What binds a collective binds each body that the plan counts among it.
    """
    meant = {agency, *programme.wholes_of(agency)} if agency else set()
    found = [one for one in _all(programme) if agency is None or meant & {*one.bodies}]
    ordered = sorted(found, key=lambda one: (not one.month, one.ends))
    return [(month, list(ones)) for month, ones in groupby(ordered, lambda one: one.month)]


def _all(programme: Programme) -> Iterable[Deadline]:
    for report in programme.reports:
        if report.deadline:
            yield Deadline(report.deadline, report.due or "", report, report.by)
    for when in programme.timings:
        bearers = (one for duty in programme.duties_at(when.spot.paragraph) for one in duty.bearers)
        record = when.record
        yield Deadline(record.text, record.end or record.start or "", when, tuple(dict.fromkeys(bearers)))
