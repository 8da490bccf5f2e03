"""Columns of a table whose cells are figures to be reached: "Chỉ tiêu năm 2031 (%)" of a list of places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....vietnamese.slugs import fold, slugify
from ...shape import Grid
from .counted_goals import UNITS

_GOAL = re.compile(r"\b(?:chi tieu|muc tieu|phan dau|ke hoach|can dat)\b")
_NO_GOAL = re.compile(
    r"\b(?:ket qua|thuc hien|hien trang|hien co|uoc|dau nam|cuoi nam|da|so voi|ghi chu|don vi|dia (?:ban|phuong)|von|kinh phi|dan so|tong so)\b|^(?:tt|stt)$"
)
_UNIT = re.compile(r"\((?:ĐVT:?\s*|[Đđ]ơn vị(?: tính)?:?\s*)?(?P<unit>%|[^\W\d]{1,12}(?:\s[^\W\d]{1,12}){0,2})\)\s*$")
_COUNTED = re.compile(r"[Ss]ố\s+(?:lượng\s+)?(?P<unit>[^\W\d]+(?:\s[^\W\d]+){0,2})")
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?%?")


def goal_columns(
    grid: Grid, about: str, years: tuple[int, int], taken: set[str]
) -> Iterator[tuple[int, dict[str, object]]]:
    """Column -> the figure that its cells are, in a table about goals.

    `about`: the words above the table; `taken`: the ids given so far.
    """
    all_goals = bool(_GOAL.search(fold(about)))
    for at, head in enumerate(grid.columns):
        said = " ".join(fold(head).split())
        own = bool(_GOAL.search(said))
        named = [int(one) for one in re.findall(r"\b20\d\d\b", head)]
        unit = _unit_of(head)
        if not unit or not (own or all_goals) or (_NO_GOAL.search(said) and not own) or not _is_numbers(grid, at):
            continue
        if named and years[0] and max(named) < years[0]:
            continue
        if re.search(r"\b(?:ket qua|uoc) ", said):
            continue
        name = re.sub(r"\s*\([^()]*\)\s*$", "", " ".join(head.split()))
        id = base = slugify(name)[:50].strip("-")
        count = 2
        while id in taken:
            id, count = f"{base}-{count}", count + 1
        taken.add(id)
        kind = "coverage" if unit == "%" else "number"
        keys: dict[str, object] = {"id": id, "name": name[:1].upper() + name[1:], "kind": kind, "unit": unit}
        if year := (max(named) if named else years[1]):
            keys["year"] = str(year)
        yield at, {"indicator": keys}


def _unit_of(head: str) -> str:
    if unit := _UNIT.search(head):
        return unit["unit"]
    if re.match(r"(?i)\s*(?:chỉ tiêu\s+)?t[ỷỉ] lệ\b", head):
        return "%"
    counted = _COUNTED.match(head.strip())
    said = " ".join(counted["unit"].lower().split()) if counted else ""
    return next((one for one in sorted(UNITS, key=len, reverse=True) if f"{said} ".startswith(f"{one} ")), "")


def _is_numbers(grid: Grid, at: int) -> bool:
    cells = [row[at].strip() for row in grid.rows if at < len(row)]
    filled = [cell for cell in cells if cell not in ("", "-", "–")]
    return bool(filled) and all(_NUMBER.fullmatch(cell) for cell in filled)
