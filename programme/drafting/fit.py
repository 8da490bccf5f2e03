"""Parts put so that `data/` can hold them, their words in the document's order: each move is told as a doubt.

A part of the data holds paragraphs, items, tables, clauses, projects, in this order; a project paragraphs, clauses,
sub-projects. Every part has a number, each another one beside its like, going up.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..derive.full_text import mark
from ..reading.document import Doubt
from ..vietnamese import formats
from ..vietnamese.slugs import slugify
from . import labels
from .addresses import below, order
from .projects import as_clause
from .shape import Draft, Grid, Part, Passage

_LONGEST_NUMBER = 20
_IS_NUMBER = re.compile(r"[A-Za-zĐđ0-9]+([.-][A-Za-zĐđ0-9]+)*")
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
    _in_order(draft.parts)
    _without_falling(draft)
    _number(draft)


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
    """Projects on top go into the part before them: the data has them in parts only."""
    found: list[Part] = []
    homes: dict[str, Part] = {}
    for part in parts:
        if part.kind not in _PROJECTS:
            found.append(part)
            continue
        home = found[-1] if found else None
        held = [one.programme for one in home.parts if one.kind in _PROJECTS] if home else []
        strays = home is not homes.setdefault(part.programme, home) if home else True
        if home is None or strays or (held and held[-1] != part.programme):
            as_clause(part)
            part.kind = "part"
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
    grid.rows = [row for row in grid.rows if any(row)] or grid.rows[:1]


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


# -- numbers ------------------------------------------------------------------


def _in_order(parts: Sequence[Part]) -> None:
    """Projects are read in the order of their numbers: where that is not the plan's, they are counted anew."""
    for part in parts:
        projects = [one for one in part.parts if one.kind == "project"]
        if any(order(one.number) > order(two.number) for one, two in pairwise(projects)):
            for place, one in enumerate(projects, 1):
                one.mark = mark(one.number) if one.mark is None else one.mark
                one.number = str(place)
        _in_order(part.parts)


def _without_falling(draft: Draft) -> None:
    """Projects whose numbers, once they tell all parts apart, would not go up are clauses: words keep their order."""
    tried = copy.deepcopy(draft)
    _number(tried)
    wrong = [
        part
        for part, numbered in zip(draft.walk(), tried.walk(), strict=True)
        if any(
            order(one.number) > order(two.number)
            for one, two in pairwise(one for one in numbered.parts if one.kind == "project")
        )
    ]
    for part in wrong:
        for one in part.parts:
            if one.kind == "project":
                as_clause(one)


def _number(draft: Draft) -> None:
    """Numbers that tell parts apart; where they are not as written, `label` or `mark` says how they are."""
    taken: dict[str, int] = {}
    for part in draft.articles:
        _unlike(part, lambda number: f"dieu-{number}", "", taken, None)
    before: Part | None = None
    for part in draft.parts:
        _unlike(part, lambda number: number, "", taken, before)
        before = part
    for place, part in enumerate(draft.appendices, 1):
        if not part.number and re.match(r"(phụ lục|biểu|mẫu)\b", part.label, re.IGNORECASE):
            part.number = str(place)
        _unlike(part, lambda number: f"phu-luc-{number.lower()}", "", taken, None)


Reference = Callable[[str], str]
"""The reference that a part would have with a number."""


def _unlike(part: Part, named: Reference, section: str, taken: dict[str, int], before: Part | None) -> None:
    """Give a part a number of its own, then those in it. `section`: the part of the plan that its projects stand in."""
    if not part.number:
        part.number = _code(part.label or part.heading)
    written = part.number
    number = base = written if _IS_NUMBER.fullmatch(written) and len(written) <= _LONGEST_NUMBER else _code(written)
    # projects are read in the order of their numbers: "1.2" comes after "1", before "2"
    joint = "." if part.kind in _PROJECTS and base[-1:].isdecimal() else "-"
    count = taken.get(named(number).lower(), 1)
    while named(number).lower() in taken or _falls(before, number):
        count += 1
        number = f"{base[: _LONGEST_NUMBER - 6].strip('.-')}{joint}{count}"
    if number != written:
        if part.kind in _PROJECTS:
            part.mark = mark(written) if part.mark is None else part.mark
        elif not part.label:
            part.label = mark(written)
        part.number = number
    ref = named(number)
    taken[named(base).lower()] = count
    taken[ref.lower()] = 1
    last: Part | None = None
    for one in part.parts:
        if one.kind in _PROJECTS:  # they say their whole number, in the part of the plan that lists them
            home = section if part.kind in _PROJECTS else ref
            _unlike(one, _within(home), home, taken, last)
        else:
            _unlike(one, _below(part, ref), section, taken, last)
        last = one


def _within(home: str) -> Reference:
    return lambda number: f"{home}.{number}"


def _below(part: Part, ref: str) -> Reference:
    return lambda number: below(part.number, ref, number)


def _falls(before: Part | None, number: str) -> bool:
    """Whether a number goes back behind that of its neighbour."""
    one, two = _rank(before.number) if before else None, _rank(number)
    return bool(one and two and one[0] == two[0] and one[1] >= two[1])


def _rank(number: str) -> tuple[str, Any] | None:
    last = number.split(".")[-1]
    if last.isdecimal():
        return "number", int(last)
    if last and all(char in "IVXL" for char in last):
        return "roman", labels.roman(last)
    if len(last) == 1 and last.islower():
        return "letter", formats.sort_key(last)
    return None


def _code(text: str) -> str:
    return slugify(text)[:_LONGEST_NUMBER].strip("-") or "muc"
