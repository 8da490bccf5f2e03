"""By when: what the plan gives a day or a month, for one body or for all, month by month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..load.registries import Agency
from ..load.vocabulary import Every, rank
from ..vietnamese import formats
from . import short_quotes, work_parts
from .done_by import done_by
from .programme import Programme
from .statements import Report, Spot, Statement
from .task_lines import names_of

_ENDS = re.compile(r"[;.:](?=\s|$)")
"""Where a sentence, or a part of one, ends."""
_ALONE = 2
"""Fewer words beside the time say nothing of what is due."""


@dataclass(frozen=True, eq=False)
class Deadline:
    """A time in the plan's words, with the day or month it ends for machines ("" where the plan names none)."""

    text: str
    ends: str
    statement: Statement
    bodies: tuple[Agency, ...]
    every: Every | None = None
    """How often it comes again, if it does."""
    what: str = ""
    """What is due in the plan's words, "…" where some are left out; nothing where these are but the time."""

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
    return _ordered(one for one in _all(programme) if agency is None or meant & {*one.bodies})


def of_all(programme: Programme, agency: Agency) -> list[tuple[str, list[Deadline]]]:
    """The same of what is due from collectives that may mean a body; not from itself, nor what goes to it."""
    own, wholes = {agency, *programme.wholes_of(agency)}, {*programme.may_be_meant_by(agency)}
    found = (one for one in _all(programme) if wholes & {*one.bodies} and not own & {*one.bodies})
    return _ordered(one for one in found if not (one.report and agency in one.report.to))


def of_parts(programme: Programme, agency: Agency) -> list[tuple[str, list[Deadline]]]:
    """The same of what is due in a project or part that a body leads, or has work in where nobody leads, and that the
    plan asks of nobody."""
    meant = {agency, *programme.wholes_of(agency)}
    return _ordered(
        one for one in _all(programme) if not one.bodies and meant & {*_in_charge(programme, one.statement)}
    )


def about(programme: Programme, one: Deadline) -> str:
    """What the work is called that is due; "" where its heading but names a body that does it, or there is none.

    Of a row of a table it is the heading between the rows, where there is one.
    """
    if above := programme.heading_of_row(one.statement.spot.paragraph):
        return above
    ref = one.statement.ref
    name = programme.work_of(ref)
    return "" if name == programme.ref_label(ref) or name.lower().startswith(tuple(names_of(one.bodies))) else name


def _in_charge(programme: Programme, when: Statement) -> Iterable[Agency]:
    """Who leads the project or part that a time stands in; where nobody does, who has work in it."""
    if when.spot.node:
        duties = programme.duties_in(when.spot.node)
        return programme.leads(when.spot.node) or [body for duty in duties for body in duty.bearers]
    part = work_parts.by_ref(programme).get(when.ref)
    return (part.leads or part.bearers) if part else ()


def _ordered(found: Iterable[Deadline]) -> list[tuple[str, list[Deadline]]]:
    ordered = sorted(found, key=lambda one: (not one.month, not one.every, rank(one.every or Every.YEAR), one.ends))
    return [(head, list(ones)) for head, ones in groupby(ordered, _head)]


def _head(one: Deadline) -> str:
    if one.month:
        return formats.date(one.month).capitalize()
    return one.every.label if one.every else "Các hạn khác"


def _all(programme: Programme) -> Iterable[Deadline]:
    for report in programme.reports:
        if report.deadline:
            what = _said(programme, report.spot, report.deadline)
            yield Deadline(report.deadline, report.due or "", report, report.by, report.record.every, what)
    for when in programme.timings:
        bearers = (one for duty in done_by(programme, when) for one in duty.bearers)
        record = when.record
        ends = record.end or record.start or ""
        what = _said(programme, when.spot, record.text)
        yield Deadline(record.text, ends, when, tuple(dict.fromkeys(bearers)), record.every, what)


def _said(programme: Programme, spot: Spot, time: str) -> str:
    """The words that say what is due at a time: the task of its row, the work its line stands under, else its part of
    the sentence."""
    told = short_quotes.work(programme, spot)
    if told is not None:
        return told
    text = spot.paragraph.text
    phrases = spot.paragraph.phrases
    before = " ".join(one.text for one in phrases[: phrases.index(spot.phrase)]) if spot.phrase in phrases else ""
    at = text.find(time, len(before))
    bounds = [0, *(found.end() for found in _ENDS.finditer(text) if found.end() < len(text)), len(text)]
    first = max(place for place, one in enumerate(bounds[:-1]) if one <= max(at, 0))
    end = next(one for one in bounds if one >= at + len(time))
    said = text[bounds[first] : end].strip()
    if first and len(said.replace(time, "").split()) < _ALONE:
        first -= 1
        said = text[bounds[first] : end].strip()
    if said.strip(" ;.:") == time.strip(" ;.:"):
        return ""
    return short_quotes.short(said, text[bounds[first] - 1] if first else "")
