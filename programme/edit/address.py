"""Find a place of the plan again after edits: by the number of its clause and its words, never by lines.

An address is what the site calls the clause ("III.2.d", "dieu-1", "phu-luc-i", "can-cu"); in a table it is that of
the clause that the table stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..load.dataset import CLOSING, PREAMBLE, RECIPIENTS
from ..load.loader import LISTS, PROJECTS, SINGLE
from .nodes import Path
from .phrases import one_spaced, text_of

PASSAGE, PART, TABLE, COLUMN, ROW, NOTE = "passage", "part", "table", "column", "row", "note"
BETWEEN = " | "
"""Stands between the cells of a row, and between the heads of the columns that a table is told by."""


@dataclass(frozen=True)
class Place:
    """A part of the plan, or a passage of it, in a file below `data/`."""

    file: str
    path: Path
    address: str
    of: str
    words: str
    """Of a passage or footnote all of it, of a part its heading or title, of a table and a row what `BETWEEN` joins."""


def places(values: Mapping[str, Any]) -> Iterator[Place]:
    """Every place of the plan in the files below `data/` (name -> plain values), in the order of each file."""
    plan, sections = values.get(SINGLE["plan"]), values.get(LISTS["sections"])
    if isinstance(plan, dict):
        yield from _frame(SINGLE["plan"], plan)
    homes: dict[str | None, str] = {}
    if isinstance(sections, list):
        for number, one in enumerate(_mappings(sections)):
            homes |= {key: at for key, at in _homes(one, _number(one)) if key not in homes}
            yield from _clause(LISTS["sections"], (number,), one, _number(one))
    for file, project in values.items():
        if file.startswith(f"{PROJECTS}/") and isinstance(project, dict):
            home = homes.get(project.get("programme"), homes.get(None, ""))
            yield from _project(file, (), project, home)


def find(values: Mapping[str, Any], file: str, address: str, of: str, words: str) -> Place | None:
    """The place of such words (see `one_spaced`): in the clause and file named, in the clause, or the only such one."""
    alike = [one for one in places(values) if one.of == of and one_spaced(one.words) == words]
    for fits in (
        [one for one in alike if (one.file, one.address) == (file, address)],
        [one for one in alike if one.address == address],
        alike,
    ):
        if fits:
            return fits[0] if len(fits) == 1 or fits is not alike else None
    return None


def holding(values: Mapping[str, Any], file: str, address: str, words: str) -> Place | None:
    """The one passage of a clause that has some words, once, whatever else was changed in it."""
    padded = f" {words} "
    found = [
        one
        for one in places(values)
        if (one.file, one.address, one.of) == (file, address, PASSAGE) and padded in f" {one_spaced(one.words)} "
    ]
    return found[0] if len(found) == 1 and f" {one_spaced(found[0].words)} ".count(padded) == 1 else None


def _mappings(listed: Any) -> list[dict[str, Any]]:
    return [one if isinstance(one, dict) else {} for one in listed] if isinstance(listed, list) else []


def _number(part: Mapping[str, Any]) -> str:
    return str(part.get("number") or "")


def _below(part: Mapping[str, Any], address: str, child: Mapping[str, Any]) -> str:
    """The address of what stands in a part: "1.1" in "1" says the number of what it stands in again."""
    own, number = _number(part), _number(child)
    told = number.startswith(f"{own}.") and address.endswith(f".{own}")
    return f"{address.removesuffix(own) if told else f'{address}.'}{number}"


def _homes(clause: Mapping[str, Any], address: str) -> Iterator[tuple[str | None, str]]:
    """Programme (None: any) -> the address of the clause that its projects stand in."""
    if clause.get("projects") == "true":
        yield clause.get("programme"), address
    for child in _mappings(clause.get("clauses")):
        yield from _homes(child, _below(clause, address, child))


def _frame(file: str, plan: Mapping[str, Any]) -> Iterator[Place]:
    yield from _passages(file, (), plan, "basis", PREAMBLE)
    for key, prefix in (("articles", "dieu-"), ("appendices", "phu-luc-")):
        for place, one in enumerate(_mappings(plan.get(key))):
            number = _number(one).lower() if key == "appendices" else _number(one)
            yield from _clause(file, (key, place), one, f"{prefix}{number}")
    yield from _passages(file, (), plan, "closing", CLOSING)
    recipients = plan.get("recipients")
    if isinstance(recipients, dict):
        yield from _passages(file, ("recipients",), recipients, "items", RECIPIENTS)


def _clause(file: str, path: Path, clause: Mapping[str, Any], address: str) -> Iterator[Place]:
    yield Place(file, path, address, PART, str(clause.get("heading") or ""))
    yield from _notes(file, path, clause, address)
    for key in ("paragraphs", "items"):
        yield from _passages(file, path, clause, key, address)
    for place, table in enumerate(_mappings(clause.get("tables"))):
        yield from _table(file, (*path, "tables", place), table, address)
    for place, child in enumerate(_mappings(clause.get("clauses"))):
        yield from _clause(file, (*path, "clauses", place), child, _below(clause, address, child))


def _project(file: str, path: Path, project: Mapping[str, Any], home: str) -> Iterator[Place]:
    address = f"{home}.{_number(project)}"
    yield Place(file, path, address, PART, str(project.get("title") or ""))
    yield from _notes(file, path, project, address)
    yield from _passages(file, path, project, "paragraphs", address)
    for place, child in enumerate(_mappings(project.get("clauses"))):
        yield from _clause(file, (*path, "clauses", place), child, _below(project, address, child))
    for place, sub in enumerate(_mappings(project.get("subprojects"))):
        yield from _project(file, (*path, "subprojects", place), sub, home)


def _table(file: str, path: Path, table: Mapping[str, Any], address: str) -> Iterator[Place]:
    columns = [str(one.get("text") or "") for one in _mappings(table.get("columns"))]
    yield Place(file, path, address, TABLE, BETWEEN.join(columns))
    for place, head in enumerate(columns):
        yield Place(file, (*path, "columns", place), address, COLUMN, head)
    for place, row in enumerate(_mappings(table.get("rows"))):
        cells = [str(cell or "") for cell in row.get("cells") or ()]
        yield Place(file, (*path, "rows", place), address, ROW, BETWEEN.join(cells))
    yield from _passages(file, path, table, "notes", address)


def _passages(file: str, path: Path, holder: Mapping[str, Any], key: str, address: str) -> Iterator[Place]:
    listed = holder.get(key)
    for place, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, str) or (isinstance(one, dict) and ("text" in one or one.get("phrases"))):
            yield Place(file, (*path, key, place), address, PASSAGE, text_of(one))
        if isinstance(one, dict):
            yield from _notes(file, (*path, key, place), one, address)
            for number, phrase in enumerate(_mappings(one.get("phrases"))):
                yield from _notes(file, (*path, key, place, "phrases", number), phrase, address)
            yield from _passages(file, (*path, key, place), one, "items", address)


def _notes(file: str, path: Path, holder: Mapping[str, Any], address: str) -> Iterator[Place]:
    for place, one in enumerate(_mappings(holder.get("footnotes"))):
        yield Place(file, (*path, "footnotes", place), address, NOTE, str(one.get("text") or ""))
