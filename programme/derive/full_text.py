"""The plan's words in reading order, put together again from the records."""

from __future__ import annotations

from collections.abc import Iterator

from ..load.dataset import Annex, Clause, Dataset, Header, Plan, Project, Table
from ..load.texts import Paragraph
from ..vietnamese.formats import place_and_date


def mark(number: str) -> str:
    """How the plan writes a number before a heading: "a)" for letters, else "1."."""
    return f"{number})" if number.islower() and number.isalpha() else f"{number}."


def number_line(header: Header) -> str:
    """ "Số: 51/KH-UBND"; a number left blank in the source stays blank."""
    return f"Số: {header.number or ''}/{header.symbol}"


def heading(part: Clause | Project) -> str:
    """A heading as the plan writes it: "2. Dự án 2: Đa dạng hóa ...", "Điều 1. ...", "a) Mục tiêu:"."""
    if isinstance(part, Project):
        return f"{mark(part.number)} {part.label} {part.title}"
    return f"{part.label or mark(part.number)} {part.heading}"


def rebuild(dataset: Dataset) -> str:
    """The whole plan as text: one line for each heading, paragraph, item or row."""
    return "\n".join(_lines(dataset))


def _lines(dataset: Dataset) -> Iterator[str]:
    plan = dataset.plan
    header = plan.header
    yield from head_lines(header)
    yield from _paragraphs(plan.basis)
    for article in plan.articles:
        yield from _clause(dataset, article)
    if plan.annex:
        yield from _end(plan)
        yield from annex_lines(plan.annex)
    for section in dataset.sections:
        yield from _clause(dataset, section)
    yield from _paragraphs(plan.closing)
    if not plan.annex:
        yield from _end(plan)


def head_lines(header: Header) -> Iterator[str]:
    """The lines before the first paragraph."""
    yield from (*header.issuer_lines, header.state, header.motto)
    yield f"{number_line(header)} {place_and_date(header.place, header.date)}"
    yield header.kind
    yield from header.title_lines


def annex_lines(annex: Annex) -> Iterator[str]:
    """The title of what is annexed to a decision."""
    yield annex.kind
    yield from annex.title_lines
    if annex.attached:
        yield annex.attached


def signature_lines(plan: Plan) -> tuple[str, ...]:
    """Who signs: for whom, in what office, the name."""
    return plan.signature.authority, plan.signature.office, plan.signature.name


def _end(plan: Plan) -> Iterator[str]:
    if plan.recipients:
        yield plan.recipients.heading
        yield from _items(plan.recipients.items)
    yield from signature_lines(plan)


def _clause(dataset: Dataset, clause: Clause) -> Iterator[str]:
    yield heading(clause)
    yield from _paragraphs(clause.paragraphs)
    yield from _items(clause.items)
    for table in clause.tables:
        yield from table_lines(table)
    for child in clause.clauses:
        yield from _clause(dataset, child)
    for project in dataset.projects_in(clause):
        yield from _project(dataset, project)


def _project(dataset: Dataset, project: Project) -> Iterator[str]:
    yield heading(project)
    yield from _paragraphs(project.paragraphs)
    for clause in project.clauses:
        yield from _clause(dataset, clause)
    for child in project.subprojects:
        yield from _project(dataset, child)


def table_lines(table: Table) -> Iterator[str]:
    """A table as text: its caption, its head, a line for each row."""
    if table.caption:
        yield table.caption
    yield " ".join(column.text for column in table.columns)
    for row in table.rows:
        yield " ".join(cell for cell in row.cells if cell)


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs)


def _items(items: tuple[Paragraph, ...]) -> Iterator[str]:
    return (f"- {item.text}" for item in items)
