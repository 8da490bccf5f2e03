"""What the cells of a table of tasks ask for and their rows do not have: who leads, who helps, by when.

A cell that is blank where the others of its column are not stands for the one above: the document has one cell there
for several rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...drafting.marks.timing.cell_times import listed_times, spelled
from ...drafting.marks.timing.dates import iso
from ...drafting.marks.timing.timing import inside_years, times
from ...vietnamese.slugs import fold
from ..view.choices import Choice
from . import named

_HEADS = (
    ("partners", re.compile(r"phoi hop|\bgiup\b|\bcung\b|ho tro")),
    ("timing", re.compile(r"thoi (?:gian|han)|\bhan\b|tien do|hoan thanh|\bxong\b")),
    ("lead", re.compile(r"chu tri|thuc hien|lam chinh|phu trach|ai lam|trach nhiem|dau moi")),
)
"""What a column says of tasks, by its head, folded, where nobody marked it."""
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_KEYS = {"lead": ("bearers", "no_bearer"), "partners": ("with",), "timing": ("start", "end", "every", "day", "timings")}


def sets_of(table: Mapping[str, Any], agencies: Sequence[Choice], years: tuple[int, int]) -> dict[int, dict[str, Any]]:
    """Row -> what its cells say and it does not have; rows that lack nothing are left out."""
    columns = [one for one in table.get("columns") or [] if isinstance(one, dict)]
    says = _says(columns)
    if "lead" not in says.values():
        return {}
    found: dict[int, dict[str, Any]] = {}
    before: dict[int, str] = {}
    for at, row in enumerate(table.get("rows") or []):
        sets: dict[str, Any] = {}
        cells = [str(cell or "") for cell in row.get("cells") or []]
        for column, what in says.items():
            own = cells[column] if column < len(cells) else ""
            words = own or (before.get(column, "") if what == "lead" else "")
            before[column] = words
            if words and not any(row.get(key) for key in _KEYS[what]):
                sets |= _read(what, words, fold(str(columns[column].get("text") or "")), agencies, years)
        if sets and ("bearers" in sets or row.get("bearers")) and not row.get("total"):
            found[at] = sets
    return found


def _says(columns: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, one in enumerate(columns):
        head = fold(str(one.get("text") or ""))
        by_head = next((what for what, rx in _HEADS if rx.search(head)), "")
        what = str(one.get("says") or by_head)
        if what in _KEYS and what not in found.values():
            found[at] = what
    return found


def _read(what: str, words: str, head: str, agencies: Sequence[Choice], years: tuple[int, int]) -> dict[str, Any]:
    if what != "timing":
        who = list(dict.fromkeys(one.id for one in named.bodies(words, agencies)))
        return {"bearers" if what == "lead" else "with": who} if who else {}
    if not all(years):
        return {}
    text = spelled(words, head)
    told = [one.says for one in times(text, years)] or [*map(dict, listed_times(text, years))]
    if date := _DATE.fullmatch(words.strip(" .;")):
        told = [{"end": iso(date[0])}]
    if len(told) != 1 or not inside_years(told[0], years):
        return {}
    return {key: str(value) for key, value in told[0].items() if key != "text" and value}
