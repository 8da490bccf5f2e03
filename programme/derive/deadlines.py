"""By when: what the plan gives a day or a month, for one body or for all, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..load.registries import Agency
from ..load.texts import Phrase
from ..load.vocabulary import Every, rank
from ..vietnamese import formats
from .programme import Programme
from .statements import Duty, Report, Statement, When


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
        bearers = (one for duty in _done_by_then(programme, when) for one in duty.bearers)
        record = when.record
        ends = record.end or record.start or ""
        yield Deadline(record.text, ends, when, tuple(dict.fromkeys(bearers)), record.every)


_FEW = 5
"""Words before a time that say no more than that all of the work is to be done by then: "Hoàn thành, bàn giao nhà"."""


def _done_by_then(programme: Programme, when: When) -> list[Duty]:
    """The duties that a time is for: of the half-sentence it stands in, else of the sentence.

    A short sentence of its own ("Hoàn thành trước ngày 30/9/2026.") is for all of its paragraph, a longer one tells of
    something else ("Ngân sách xã ủy thác 300 triệu đồng trong quý I/2026.") and for nobody's duty. In a row of a table
    and a piece of work of several lines it is for all of it.
    """
    duties = programme.duties_of_work(when.spot.paragraph)
    phrases = when.spot.paragraph.phrases
    at = next((place for place, phrase in enumerate(phrases) if phrase is when.spot.phrase), -1)
    if at < 0 or when.spot.paragraph in programme.tasks or not _is_text(when):
        return duties
    for ends in ((".", ";", ":"), (".",)):
        said = _around(phrases, at, ends)
        if found := [duty for duty in duties if any(duty.spot.phrase is one for one in said)]:
            return found
    words = " ".join(one.text for one in _around(phrases, at, (".",))).split(when.record.text)[0]
    return duties if len(words.split()) <= _FEW else []


def _is_text(when: When) -> bool:
    """Whether a time stands in running text, not in a cell of a table."""
    return when.spot.clause is None or when.spot.paragraph in when.spot.clause.every_text


def _around(phrases: Sequence[Phrase], at: int, ends: tuple[str, ...]) -> Sequence[Phrase]:
    """The phrases around one up to those that end in certain signs."""
    first = next((place + 1 for place in range(at - 1, -1, -1) if phrases[place].text.endswith(ends)), 0)
    last = next((place for place in range(at, len(phrases)) if phrases[place].text.endswith(ends)), len(phrases) - 1)
    return phrases[first : last + 1]
