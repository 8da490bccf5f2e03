"""The plan's words in reading order, put together again from the records."""

from __future__ import annotations

from collections.abc import Iterator

from .formats import place_and_date
from .records import Clause, Dataset, Header, Paragraph, Plan, Project


def mark(number: str) -> str:
    """How the plan writes a number before a heading: "a)" for letters, else "1."."""
    return f"{number})" if number.islower() and number.isalpha() else f"{number}."


def number_line(header: Header) -> str:
    """ "Số: 51/KH-UBND"; a number left blank in the source stays blank."""
    return f"Số: {header.number or ''}/{header.symbol}"


def rebuild(dataset: Dataset) -> str:
    """The whole plan as text: one line for each heading, paragraph or item."""
    return "\n".join(_lines(dataset))


def _lines(dataset: Dataset) -> Iterator[str]:
    plan = dataset.plan
    yield from _head(plan)
    for section in dataset.sections:
        yield from _clause(section, dataset.projects)
    yield from _paragraphs(plan.closing)
    yield plan.recipients.heading
    yield from _items(plan.recipients.items)
    yield from (plan.signature.authority, plan.signature.office, plan.signature.name)


def _head(plan: Plan) -> Iterator[str]:
    header = plan.header
    yield from (*header.issuer_lines, header.state, header.motto)
    yield f"{number_line(header)} {place_and_date(header.place, header.date)}"
    yield header.kind
    yield from header.title_lines
    yield from _paragraphs(plan.basis)


def _clause(clause: Clause, projects: tuple[Project, ...] = ()) -> Iterator[str]:
    yield f"{mark(clause.number)} {clause.heading}"
    yield from _paragraphs(clause.paragraphs)
    yield from _items(clause.items)
    for child in clause.clauses:
        yield from _clause(child)
    if clause.projects:
        for project in projects:
            yield from _project(project)


def _project(project: Project) -> Iterator[str]:
    yield f"{mark(project.number)} {project.label} {project.title}"
    for clause in project.clauses:
        yield from _clause(clause)
    for child in project.subprojects:
        yield from _project(child)


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs)


def _items(items: tuple[Paragraph, ...]) -> Iterator[str]:
    return (f"- {item.text}" for item in items)
