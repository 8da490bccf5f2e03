"""The plan's words in reading order, put together again from the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from ..load.dataset import Annex, Clause, Dataset, Header, Plan, Project
from ..load.record import Record
from ..load.tables import Table
from ..load.texts import Footnote, Paragraph, Phrase, whole
from ..vietnamese.formats import place_and_date


def mark(number: str) -> str:
    """How the plan writes a number before a heading: "a)" for letters, else "1."."""
    return f"{number})" if number.islower() and number.isalpha() else f"{number}."


def texts_of(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """What paragraphs and the items in them say, a text for each; below each its footnotes."""
    for one in whole(paragraphs):
        yield one.text
        yield from notes_of(one.footnotes)


def notes_of(found: Iterable[Footnote]) -> Iterator[str]:
    """Footnotes as lines: the mark, then the words."""
    return (f"{one.mark} {one.text}" for one in found)


def number_line(header: Header) -> str:
    """ "Số: 51/KH-UBND"; a number left blank in the source stays blank."""
    return f"Số: {header.number or ''}/{header.symbol or ''}"


def heading(part: Clause | Project) -> str:
    """A heading as the plan writes it: "2. Dự án 2: Đa dạng hóa ...", "Điều 1. ...", "a) Mục tiêu:"."""
    if isinstance(part, Project):
        return f"{part.mark if part.mark is not None else mark(part.number)} {part.label} {part.title}".strip()
    return f"{part.label or mark(part.number)} {part.heading or ''}".rstrip()


Line = tuple[tuple[Record, str], ...]
"""A heading, paragraph, item or row: its words, each run of them with the record that holds it."""


def rebuild(dataset: Dataset) -> str:
    """The whole plan as text: one line for each heading, paragraph, item or row."""
    return "\n".join(" ".join(text for _, text in line) for line in lines(dataset))


def lines(dataset: Dataset) -> Iterator[Line]:
    """The whole plan in reading order; its footnotes after all of it, as a reader of the document gives them."""
    yield from _above_notes(dataset)
    yield from (((one, one.text),) for one in footnotes(dataset))


@lru_cache(maxsize=1)  # one plan is in work at a time
def footnotes(dataset: Dataset) -> tuple[Footnote, ...]:
    """The footnotes of the plan, in the order of the words that they belong to."""
    held = (record for line in _above_notes(dataset) for record, _ in line)
    return tuple(one for record in held if isinstance(record, Clause | Project | Phrase) for one in record.footnotes)


def _above_notes(dataset: Dataset) -> Iterator[Line]:
    plan = dataset.plan
    yield from _of(plan.header, head_lines(plan.header))
    yield from _paragraphs(plan.basis)
    for article in plan.articles:
        yield from _clause(dataset, article)
    if plan.annex:
        yield from _end(plan)
        yield from _of(plan.annex, annex_lines(plan.annex))
    for section in dataset.sections:
        yield from _clause(dataset, section)
    yield from _paragraphs(plan.closing)
    if not plan.annex:
        yield from _end(plan)
    for appendix in plan.appendices:
        yield from _clause(dataset, appendix)


def _of(record: Record, texts: Iterable[str]) -> Iterator[Line]:
    """Lines that one record holds."""
    return (((record, text),) for text in texts)


def head_lines(header: Header) -> Iterator[str]:
    """The lines before the first paragraph."""
    yield from filter(None, (*header.issuer_lines, header.state, header.motto))
    number = number_line(header) if header.number or header.symbol else ""
    day = place_and_date(header.place, header.date) if header.date else ""
    if number or day:
        yield f"{number} {day}".strip()
    yield from filter(None, (header.kind, *header.title_lines))


def annex_letterhead(annex: Annex) -> tuple[str, ...]:
    """The letterhead as it is repeated above what is annexed."""
    return tuple(filter(None, (*annex.issuer_lines, annex.state, annex.motto)))


def annex_lines(annex: Annex) -> Iterator[str]:
    """The title of what is annexed to a decision, below the letterhead where it is repeated."""
    yield from annex_letterhead(annex)
    yield annex.kind
    yield from annex.title_lines
    if annex.attached:
        yield annex.attached


def signature_lines(plan: Plan) -> tuple[str, ...]:
    """Who signs: for whom, in whose place, in what office, what stands for the hand, the name.

    Nothing while the plan is being entered.
    """
    one = plan.signature
    return tuple(filter(None, (one.authority, one.standing_for, one.office, one.signed, one.name))) if one else ()


def _end(plan: Plan) -> Iterator[Line]:
    if plan.recipients:
        yield ((plan.recipients, plan.recipients.heading),)
        yield from _items(plan.recipients.items)
    if plan.signature:
        yield from _of(plan.signature, signature_lines(plan))


def _clause(dataset: Dataset, clause: Clause) -> Iterator[Line]:
    yield ((clause, heading(clause)),)
    yield from _paragraphs(clause.paragraphs)
    yield from _items(clause.items)
    for table in clause.tables:
        yield from _of(table, table_lines(table))
        yield from _paragraphs(table.notes)
    for child in clause.clauses:
        yield from _clause(dataset, child)
    for project in dataset.projects_in(clause):
        yield from _project(dataset, project)


def _project(dataset: Dataset, project: Project) -> Iterator[Line]:
    yield ((project, heading(project)),)
    yield from _paragraphs(project.paragraphs)
    for clause in project.clauses:
        yield from _clause(dataset, clause)
    for child in project.subprojects:
        yield from _project(dataset, child)


def table_lines(table: Table) -> Iterator[str]:
    """A table as text: its caption, its unit, its head, a line for each row."""
    yield from filter(None, (table.caption, table.unit_line))
    yield " ".join(column.text for column in table.columns if column.text)
    for row in table.rows:
        yield " ".join(cell for cell in row.cells if cell)


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> Iterator[Line]:
    for one in paragraphs:
        yield (*(((one, one.mark),) if one.mark else ()), *((phrase, phrase.text) for phrase in one.phrases))
        yield from _items(one.items)


def _items(items: tuple[Paragraph, ...], depth: int = 0) -> Iterator[Line]:
    for item in items:
        sign = mark_of(item, depth)
        yield (*(((item, sign),) if sign else ()), *((phrase, phrase.text) for phrase in item.phrases))
        yield from _items(item.items, depth + 1)


def mark_of(item: Paragraph, depth: int) -> str:
    """What stands before an item that stands in so many others: "-" in none, "+" in one; "" where nothing does."""
    return ("+" if depth else "-") if item.mark is None else item.mark
