"""Parts put so that `data/` can hold them, their words in the document's order: each move is told as a doubt.

A part of the data holds paragraphs, items, tables, clauses, projects, in this order; a project paragraphs, clauses,
sub-projects. Every part has a number, each another one beside its like, going up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..derive.full_text import mark
from ..reading.document import Doubt
from ..vietnamese import formats
from ..vietnamese.slugs import slugify
from . import labels
from .projects import as_clause
from .shape import Draft, Grid, Part, Passage

_LONGEST_NUMBER = 20
_PROJECTS = ("project", "subproject")


def fit(draft: Draft) -> None:
    """Put the parts of a draft so that the data can hold them."""
    for parts in (draft.articles, draft.appendices):
        for part in [*_all(parts)]:
            if part.kind in _PROJECTS:
                as_clause(part)
    draft.parts = _housed(draft.parts, draft.doubts)
    draft.parts = _ordered(draft.parts, draft.doubts)
    for part in [*draft.walk()]:
        if part.kind in _PROJECTS and not _project_holds(part):
            for one in _beside(draft.parts, part):
                as_clause(one)
    for part in draft.walk():
        if part.kind in _PROJECTS:
            _as_project_holds(part)
        elif not part.number and not part.label:
            _named(part)
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
    for part in parts:
        if part.kind not in _PROJECTS:
            found.append(part)
            continue
        home = found[-1] if found else None
        held = [one.programme for one in home.parts if one.kind in _PROJECTS] if home else []
        if home is None or (held and held[-1] != part.programme):
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
                    _last(kept[-1]).parts.append(one)
            part.parts = kept
        found += [part, *out]
    return found


def _last(project: Part) -> Part:
    inner = [one for one in project.parts if one.kind == "subproject"]
    return _last(inner[-1]) if inner else project


def _called(part: Part) -> str:
    return (part.heading or part.label or part.number)[:60]


def _project_holds(part: Part) -> bool:
    """Whether a project's tables have words that can name a clause for them."""
    return all(grid.caption or grid.unit_line or part.paragraphs or part.items for grid in part.tables)


def _as_project_holds(part: Part) -> None:
    """Items are paragraphs with their marks, tables stand in clauses of their own."""
    part.paragraphs += part.items
    part.items = []
    if not part.tables:
        return
    first, *more = part.tables
    made = Part("clause", where=first.where, tables=[first, *more])
    if not _name_by_table(made, first) and part.paragraphs:
        told = part.paragraphs.pop()
        _name_by_words(made, told)
    part.tables = []
    part.parts.insert(0, made)


def _name_by_table(part: Part, grid: Grid) -> bool:
    if grid.caption:
        part.label, grid.caption = grid.caption, ""
    elif grid.unit_line:
        part.label, grid.unit_line = grid.unit_line, ""
    return bool(part.label)


def _name_by_words(part: Part, passage: Passage) -> None:
    words = passage.whole.split()
    cut = len(words) if len(words) <= 30 else 10
    part.label = " ".join(words[:cut])
    if words[cut:]:
        part.paragraphs.insert(0, Passage(" ".join(words[cut:]), passage.where))


def _named(part: Part) -> None:
    """A part without a number is called by its first words."""
    if part.heading:
        part.label, part.heading = part.heading, ""
    elif part.paragraphs:
        _name_by_words(part, part.paragraphs.pop(0))
    elif part.items:
        _name_by_words(part, part.items.pop(0))
    elif part.tables:
        _name_by_table(part, part.tables[0])
    if not any(char.isalnum() for char in part.label):
        part.label = part.label or "…"


# -- numbers ------------------------------------------------------------------


def _number(draft: Draft) -> None:
    """Numbers that tell parts apart; where they are not as written, `label` or `mark` says how they are."""
    taken: set[str] = set()
    for part in draft.articles:
        _unlike(part, "dieu-{}", "", taken, None)
    before: Part | None = None
    for part in draft.parts:
        _unlike(part, "{}", "", taken, before)
        before = part
    for place, part in enumerate(draft.appendices, 1):
        if not part.number and re.match(r"(phụ lục|biểu|mẫu)\b", part.label, re.IGNORECASE):
            part.number = str(place)
        _unlike(part, "phu-luc-{}", "", taken, None)


def _unlike(part: Part, form: str, above: str, taken: set[str], before: Part | None) -> None:
    """Give a part a number of its own, then those in it; `form` makes a reference of a number."""
    if not part.number:
        part.number = _code(part.label or part.heading)
    written = part.number
    number = written
    count = 1
    while form.format(number).lower() in taken or _falls(before, number) or not number:
        count += 1
        number = f"{written[: _LONGEST_NUMBER - 3].strip('.-')}-{count}"
    if number != written:
        if part.kind in _PROJECTS:
            part.mark = mark(written) if part.mark is None else part.mark
        elif not part.label:
            part.label = mark(written)
        part.number = number
    ref = form.format(number)
    taken.add(ref.lower())
    last: Part | None = None
    for one in part.parts:
        below = f"{ref}.{{}}"
        if one.kind in _PROJECTS:  # they say their whole number, in the part of the plan that lists them
            below = f"{above if part.kind in _PROJECTS else ref}.{{}}"
        elif one.number.startswith(f"{number}.") and ref.endswith(f".{number}"):
            below = f"{ref.removesuffix(number)}{{}}"
        _unlike(one, below, above if part.kind in _PROJECTS else ref, taken, last)
        last = one


def _falls(before: Part | None, number: str) -> bool:
    """Whether a number goes back behind that of its neighbour."""
    one, two = _rank(before.number) if before else None, _rank(number)
    return bool(one and two and one[0] == two[0] and one[1] >= two[1])


def _rank(number: str) -> tuple[str, object] | None:
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
