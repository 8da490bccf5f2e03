"""What has a row of its own in a table of the open data, where that is no single statement of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile
from typing import NamedTuple

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.statements import CLOSING, HEAD, PREAMBLE, RECIPIENTS, SIGNATURE, Duty, Figure, PhysicalTarget
from ..load.dataset import Clause, Project
from ..load.registries import Agency

ANNEX = "ban-kem-theo"
"""The anchor of the annexed plan's title in the full text."""


class Bearing(NamedTuple):
    """A duty, told of one of its bearers; of nobody, where the plan gives it to nobody."""

    duty: Duty
    bearer: Agency | None


class Reached(NamedTuple):
    """A figure to reach, or a number of things to make; the value is as the plan writes it."""

    of: Figure | PhysicalTarget
    value: str
    bound: str = ""
    group: str | None = None
    year: str | None = None


class Part(NamedTuple):
    """A part of the full text with its reference."""

    ref: str
    node: Project | None
    heading: str
    lines: Iterable[str]


def bearings(duties: Iterable[Duty]) -> Iterator[Bearing]:
    """Each duty with each of its bearers; one without any once."""
    return (Bearing(duty, bearer) for duty in duties for bearer in duty.bearers or (None,))


def reached(figures: Iterable[Figure], outputs: Iterable[PhysicalTarget] = ()) -> Iterator[Reached]:
    """Figures, then what is to be made."""
    for one in figures:
        yield Reached(
            one, "; ".join(one.values), one.bound, "; ".join(group.id for group in one.groups) or None, one.year
        )
    yield from (Reached(one, one.value) for one in outputs)


def parts(p: Programme) -> Iterator[Part]:
    """The whole text, part by part, in reading order."""
    plan = p.plan
    numbered = list(p.refs.items())
    articles = list(takewhile(lambda one: one[0] not in p.data.sections, numbered))
    appendices = list(dropwhile(lambda one: one[0] not in plan.appendices, numbered))
    yield Part(HEAD, None, p.ref_label(HEAD), full_text.head_lines(plan.header))
    if plan.basis:
        yield Part(PREAMBLE, None, p.ref_label(PREAMBLE), full_text.texts_of(plan.basis))
    yield from (_numbered(p, part, ref) for part, ref in articles)
    if plan.annex:
        yield from _end(p)
        yield Part(ANNEX, None, plan.annex.kind, full_text.annex_lines(plan.annex))
    yield from (_numbered(p, part, ref) for part, ref in numbered[len(articles) : len(numbered) - len(appendices)])
    if plan.closing:
        yield Part(CLOSING, None, p.ref_label(CLOSING), full_text.texts_of(plan.closing))
    if not plan.annex:
        yield from _end(p)
    yield from (_numbered(p, part, ref) for part, ref in appendices)


def _numbered(p: Programme, part: Clause | Project, ref: str) -> Part:
    if isinstance(part, Project):
        said = (*full_text.notes_of(part.footnotes), *full_text.texts_of(part.paragraphs))
        return Part(ref, part, f"{part.label} {part.title}", said)
    lines = [*full_text.notes_of(part.footnotes), *full_text.texts_of(part.paragraphs + part.items)]
    for table in part.tables:
        lines += [*full_text.table_lines(table), *full_text.texts_of(table.notes)]
    return Part(ref, p.owners.get(part), part.heading or "", lines)


def _end(p: Programme) -> Iterator[Part]:
    """Who receives the plan, who signs."""
    recipients = p.plan.recipients
    if recipients:
        yield Part(RECIPIENTS, None, recipients.heading, full_text.texts_of(recipients.items))
    if p.plan.signature:
        yield Part(SIGNATURE, None, p.ref_label(SIGNATURE), full_text.signature_lines(p.plan))
