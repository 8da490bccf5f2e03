"""Marks on the words of footnotes: documents cited, days, amounts that are no budget line.

A footnote is one phrase, so it has the first of what a phrase has but one of. It explains a sentence that stands
elsewhere: it gives nobody work, and money that it names in a project is counted there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..shape import Degree, Draft, Mark
from .documents.documents import Documents
from .fitting import Found
from .money import money
from .plan_context import Context, Place
from .words import Span

Times = Callable[[str, Place, list[Found], list[Span]], list[Found]]
"""The days named in a text: of (text, place, duties in it, where documents are named)."""


def mark_notes(draft: Draft, context: Context, documents: Documents, times: Times) -> None:
    """Put the marks on all footnotes of a draft."""
    for key, place in _placed(context):
        if key in draft.footnotes:
            text = " ".join(draft.footnotes[key].text.split())
            draft.note_marks[key] = [*_marks(text, place, documents, times)]


def _placed(context: Context) -> Iterator[tuple[str, Place]]:
    """The key of each footnote with where its mark stands."""
    for part, place in context.parts():
        yield from ((key, place) for key in part.notes)
    for passage, place in context.texts():
        yield from ((key, place) for key in passage.notes)


def _marks(text: str, place: Place, documents: Documents, times: Times) -> Iterator[Mark]:
    cited = documents.cited(text)
    for cite in documents.marks(text, cited):
        if cite.kind == "cite":
            yield Mark(0, len(text), cite.sets, cite.kind, cite.degree, why=cite.why)
    days = [one for one in times(text, place, [], documents.spans(cited)) if one.degree is Degree.SURE]
    yield from (Mark(0, len(text), one.sets, one.kind) for one in days[:1])
    amounts = [one for one in money.found_in(text, place) if one.sets["money"].get("norm") or not place.project]
    for one in amounts[:1]:
        mark = Mark(0, len(text), one.sets, one.kind)
        if not money.is_read(text, mark):
            mark = replace(mark, sets=money.spelled(text, one).sets)
        if one.degree is not Degree.ASK and money.is_read(text, mark):
            yield replace(mark, degree=one.degree, why=one.why)
