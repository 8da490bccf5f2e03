"""What of several plans of a place may stand side by side: projects of one code, figures of one name and scope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .atlas import Atlas, Code, Held, code_of
from .plan import Figure, Project


class ProjectRow(NamedTuple):
    """A code, and the project that each plan has under it; `titles` is how many names they give it."""

    code: Code
    title: str
    titles: int
    cells: list[tuple[Held, Project | None]]


class ProgrammeTable(NamedTuple):
    """The codes of a programme."""

    name: str
    rows: list[ProjectRow]


class FigureRow(NamedTuple):
    """A figure by its name, group, place and project; `units` is how many units they count it in."""

    name: str
    units: int
    cells: list[tuple[Held, list[Figure]]]


def differ(values: Iterable[object]) -> bool:
    """Whether there is more than one."""
    return len(set(values)) > 1


def projects(atlas: Atlas, plans: Sequence[Held]) -> list[ProgrammeTable]:
    """A table for each programme, a row for each code that one of the plans has."""
    found: dict[str, dict[str, dict[int, Project]]] = {}
    for at, held in enumerate(plans):
        for project in held.plan.projects:
            (programme, code), _, _ = code_of(held.plan, project)
            found.setdefault(programme, {}).setdefault(code, {})[at] = project
    tables = []
    for programme, codes in found.items():
        rows = []
        for one in atlas.codes_of(programme):
            if there := codes.get(one.code.casefold()):
                cells = [(held, there.get(at)) for at, held in enumerate(plans)]
                titles = {project.title.casefold() for project in there.values()}
                rows.append(ProjectRow(one, next(iter(there.values())).title, len(titles), cells))
        tables.append(ProgrammeTable(atlas.programmes[programme].name, rows))
    return tables


def figures(plans: Sequence[Held]) -> list[FigureRow]:
    """A row for each figure that more than one plan has."""
    found: dict[tuple[str, ...], dict[int, list[Figure]]] = {}
    for at, held in enumerate(plans):
        for one in held.plan.figures:
            key = tuple(said.casefold() for said in (one.name, one.group_name, one.place))
            found.setdefault(key, {}).setdefault(at, []).append(one)
    rows = []
    for there in found.values():
        if len(there) > 1:
            listed = [one for ones in there.values() for one in ones]
            units = {one.unit.casefold() for one in listed}
            cells = [(held, there.get(at, [])) for at, held in enumerate(plans)]
            scope = ", ".join(filter(None, (listed[0].group_name, listed[0].place)))
            rows.append(FigureRow(f"{listed[0].name}{f' ({scope})' if scope else ''}", len(units), cells))
    return rows
