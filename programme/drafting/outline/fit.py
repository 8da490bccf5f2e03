"""Parts put so that `data/` can hold them, their words in the document's order: each move is told as a doubt.

A part of the data holds paragraphs, items, tables, clauses, projects, in this order; a project paragraphs, clauses,
sub-projects. Every part has a number, each another one beside its like, going up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading.document import Doubt
from ..shape import Draft, Grid, Part, Passage
from .numbers import number
from .projects import as_clause

_PROJECTS = ("project", "subproject")


def fit(draft: Draft) -> None:
    """Put the parts of a draft so that the data can hold them."""
    for parts in (draft.articles, draft.appendices):
        for part in [*_all(parts)]:
            if part.kind in _PROJECTS:
                as_clause(part)
    draft.articles = _nameless(draft.articles, draft.left_over)
    draft.parts = _nameless(draft.parts, draft.left_over)
    draft.appendices = _nameless(draft.appendices, draft.left_over)
    draft.parts = _housed(draft.parts, draft.doubts)
    draft.parts = _ordered(draft.parts, draft.doubts)
    for part in [*draft.walk()]:
        if part.kind in _PROJECTS and not (part.code and _can_name(part.label) and _can_name(part.heading)):
            for one in _beside(draft.parts, part):
                as_clause(one)
    for part in draft.walk():
        if part.kind in _PROJECTS:
            _as_project_holds(part)
        elif not part.number and not _can_name(part.label):
            _named(part)
    number(draft)


def _all(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        yield part
        yield from _all(part.parts)


def _beside(parts: list[Part], wanted: Part) -> list[Part]:
    """All projects of the list that a part stands in."""
    for held in (parts, *(one.parts for one in _all(parts))):
        if any(one is wanted for one in held):
            return [one for one in held if one.kind in _PROJECTS]
    return [wanted]


def _housed(parts: list[Part], doubts: list[Doubt]) -> list[Part]:
    """Projects on top go into the part before them: the data has them in parts only. Without one they are parts."""
    found: list[Part] = []
    homes: dict[str, Part] = {}
    made: list[Part] = []
    for part in parts:
        if part.kind not in _PROJECTS:
            found.append(part)
            continue
        home = found[-1] if found else None
        held = [one.programme for one in home.parts if one.kind in _PROJECTS] if home else []
        strays = home is not homes.setdefault(part.programme, home) if home else True
        beside = any(one is home for one in made)  # the one before it was a project too
        if home is None or strays or beside or (held and held[-1] != part.programme):
            as_clause(part)
            part.kind = "part"
            made.append(part)
            found.append(part)
            continue
        doubts.append(Doubt(part.where, f"dự án “{part.label}” không đứng trong phần nào; xếp vào phần ngay trước nó."))
        home.parts.append(part)
        home.programme = part.programme
    return found


def _ordered(parts: list[Part], doubts: list[Doubt]) -> list[Part]:
    """Clauses that follow projects in a part stand after that part; those between two projects in the first."""
    found: list[Part] = []
    for part in parts:
        out: list[Part] = []
        part.parts = _ordered(part.parts, doubts)
        below = "subproject" if part.kind in _PROJECTS else "project"
        places = [i for i, one in enumerate(part.parts) if one.kind == below]
        if places:
            kept: list[Part] = []
            for place, one in enumerate(part.parts):
                if one.kind == below or place < places[0]:
                    kept.append(one)
                elif place > places[-1] and below == "project":
                    doubts.append(
                        Doubt(one.where, f"mục “{_called(one)}” đứng sau các dự án; xếp thành mục ngay sau phần ấy.")
                    )
                    out.append(one)
                else:
                    doubts.append(
                        Doubt(one.where, f"mục “{_called(one)}” đứng giữa các dự án; xếp vào dự án ngay trước nó.")
                    )
                    for inner in _all([one]):  # no project stands in another's clause
                        if inner.kind in _PROJECTS:
                            as_clause(inner)
                    _last(kept[-1]).parts.append(one)
            part.parts = kept
        found += [part, *out]
    return found


def _last(project: Part) -> Part:
    inner = [one for one in project.parts if one.kind == "subproject"]
    return _last(inner[-1]) if inner else project


def _called(part: Part) -> str:
    return (part.heading or part.label or part.number)[:60]


def _as_project_holds(part: Part) -> None:
    """Items are paragraphs with their marks, tables stand in clauses of their own."""
    part.paragraphs += part.items
    part.items = []
    if not part.tables:
        return
    first, *more = part.tables
    made = Part("clause", where=first.where, tables=[first, *more])
    _name_by_table(made, first)
    part.tables = []
    part.parts.insert(0, made)


def _name_by_table(part: Part, grid: Grid) -> None:
    """The clause of a table is called by its caption, its unit, else by the first words of its head."""
    if grid.caption:
        part.label, grid.caption = f"{part.label} {grid.caption}".strip(), ""
    if not _can_name(part.label) and grid.unit_line:
        part.label, grid.unit_line = f"{part.label} {grid.unit_line}".strip(), ""
    for cells in (grid.columns, *grid.rows):
        for place, cell in enumerate(cells):
            if _can_name(part.label):
                return
            if cell:
                told = " ".join(cell.split())
                part.label, cells[place] = f"{part.label} {told}".strip(), ""
                grid.taken = f"{grid.taken} {told}".strip()
    grid.drop_blank_rows()


def _can_name(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _name_by_words(part: Part, passages: list[Passage]) -> None:
    """Called by the first words of its texts: as many of them as make a name."""
    while passages and not _can_name(part.label):
        told = passages.pop(0)
        words = told.whole.split()
        cut = len(words) if len(words) <= 30 or not _can_name(" ".join(words[:10])) else 10
        part.label = f"{part.label} {' '.join(words[:cut])}".strip()
        if words[cut:]:
            passages.insert(0, Passage(" ".join(words[cut:]), told.where, notes=told.notes))
        else:
            part.notes += told.notes


def _named(part: Part) -> None:
    """A part without a number is called by its first words."""
    if part.heading:
        part.label, part.heading = f"{part.label} {part.heading}".strip(), ""
    _name_by_words(part, part.paragraphs)
    _name_by_words(part, part.items)
    for grid in part.tables:
        if not _can_name(part.label):
            _name_by_table(part, grid)
            _name_by_words(part, grid.notes)


def _nameless(parts: list[Part], left_over: list[str]) -> list[Part]:
    """The parts without those that have no letter or digit at all: their signs are left over."""
    found = []
    for part in parts:
        part.parts = _nameless(part.parts, left_over)
        if part.number or _can_name(part.label) or part.heading or part.parts or _has_words(part):
            found.append(part)
        else:
            left_over += filter(None, (part.label, *(one.whole for one in part.passages())))
            left_over += (" ".join(cell for cell in row if cell) for grid in part.tables for row in grid.rows)
    return found


def _has_words(part: Part) -> bool:
    texts = [one.whole for one in part.passages()]
    cells = [cell for grid in part.tables for row in (grid.columns, *grid.rows) for cell in row]
    said = [text for grid in part.tables for text in (grid.caption, grid.unit_line)]
    return any(map(_can_name, (*texts, *cells, *said)))
