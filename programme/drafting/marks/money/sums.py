"""Amounts of words and tables beside each other: what is said again, what adds up to what is stated as a total.

A draft states no total that its own lines do not add up to, and counts no amount twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ....derive.table_amounts import added_up
from ....vietnamese import formats
from ...shape import Degree, Grid, Mark, Passage
from ..plan_context import Context
from .part_sums import dong, of_source, parts
from .subtotals import subtotals

_SCALES = {"dong": "đồng", "thousand": "nghìn đồng", "million": "triệu đồng", "billion": "tỷ đồng"}
Sums = dict[str, dict[str, int]]
"""Project -> source ("" for none) -> đồng."""


def settle_sums(context: Context) -> None:
    """Set `restates` on tables, and take back totals and projects that do not add up."""
    words = _in_words(context)
    grids = [(grid, place) for part, place in context.parts() for grid in part.tables]
    for grid, _ in grids:
        _subtotals(grid)
        _total_cells(grid)
    from_tables: Sums = {}
    for grid, _ in grids:
        from_tables |= _restated(grid, words.lines, context)
    lines: dict[str, int] = defaultdict(int)
    for sums in (words.lines, from_tables):
        for key, each in sums.items():
            lines[key] += sum(each.values())
    whole = _with_below(context, lines)
    for grid, _ in grids:
        _allocated(grid, whole)
    _stated(context, words, lines, whole)
    _shares(context, sum(lines.values()))


@dataclass
class _Words:
    lines: Sums = field(default_factory=dict)
    totals: list[tuple[Passage, int, str]] = field(default_factory=list)
    """(passage, place of the mark in it, project or "")."""


def _in_words(context: Context) -> _Words:
    found = _Words()
    for passage, place in context.texts():
        key = context.key_of(place.project) if place.project else ""
        for at, mark in enumerate(passage.marks):
            money = mark.sets.get("money")
            if money is None or mark.degree is not Degree.SURE:
                continue
            if money.get("total"):
                found.totals.append((passage, at, key))
            elif key and not money.get("norm"):
                sums = found.lines.setdefault(key, {})
                source = money.get("source", "")
                sums[source] = sums.get(source, 0) + dong(passage.text, mark)
    return found


def _stated_amount(text: str, mark: Mark) -> formats.Amount | None:
    try:
        return formats.read_amounts(str(mark.sets["money"].get("amount") or text[mark.start : mark.end]))[0]
    except (ValueError, IndexError):
        return None


# -- tables ---------------------------------------------------------------------


def _money_columns(grid: Grid) -> Iterator[tuple[int, Mark]]:
    for at, marks in grid.column_marks.items():
        for mark in marks:
            if "money" in mark.sets and mark.degree is Degree.SURE:
                yield at, mark


def _cell(grid: Grid, row: int, at: int, mark: Mark) -> int | None:
    text = grid.rows[row][at].strip()
    if text in ("", "-", "–"):
        return None
    try:
        unit = mark.sets.get("unit")
        return formats.in_dong(text, _SCALES[str(unit)]) if unit else formats.amounts(text)[0]
    except (ValueError, IndexError):
        return None


def _row_keys(grid: Grid, row: int) -> dict[str, object]:
    found: dict[str, object] = {}
    for mark in grid.row_marks.get(row, []):
        if mark.degree is Degree.SURE:
            found |= mark.sets
    return found


def _subtotals(grid: Grid) -> None:
    """Rows that add up those below them are totals; not those of a project, which stand for it."""
    columns = list(_money_columns(grid))
    amounts = [
        {at: value for at, mark in columns if (value := _cell(grid, row, at, mark)) is not None}
        for row in range(len(grid.rows))
    ]
    kinds = [_row_keys(grid, row) for row in range(len(grid.rows))]
    for row in subtotals(grid.rows, amounts, lambda at: bool(kinds[at].get("total"))):
        if not {"project", "bearers", "place"} & kinds[row].keys():
            grid.row_marks.setdefault(row, []).append(Mark(0, 0, {"total": True}, "row"))


def _total_cells(grid: Grid) -> None:
    """A total row or column that does not add up is no total: its marks go."""
    columns = list(_money_columns(grid))
    for at, mark in columns:
        if not mark.sets["money"].get("total"):
            continue
        wrong = more = 0
        for row in range(len(grid.rows)):
            stated = _cell(grid, row, at, mark)
            parts = [
                value
                for other, one in columns
                if not one.sets["money"].get("total") and (value := _cell(grid, row, other, one)) is not None
            ]
            if stated is not None and parts and sum(parts) != stated:
                wrong += 1
                more += stated > sum(parts)
        if more == wrong and more * 2 > len(grid.rows):  # only some of its parts have a column: it is what is given
            for other, _ in columns:
                grid.column_marks[other] = [replace(mark, sets={**mark.sets, "money": {}})] if other == at else []
            continue
        if wrong or not any(not one.sets["money"].get("total") for _, one in columns):
            plain = {key: value for key, value in mark.sets.items() if key not in ("money", "unit")}
            if any(not one.sets["money"].get("total") for _, one in columns):
                grid.column_marks[at] = [replace(mark, sets=plain)] if plain else []
            elif len(columns) == 1:
                grid.column_marks[at] = [replace(mark, sets={**mark.sets, "money": {}})]
    columns = list(_money_columns(grid))
    amounts = [
        {at: value for at, mark in columns if (value := _cell(grid, row, at, mark)) is not None}
        for row in range(len(grid.rows))
    ]
    totals = [bool(_row_keys(grid, row).get("total")) for row in range(len(grid.rows))]
    for row, is_total in enumerate(totals):
        sums = added_up(amounts, totals, row) if is_total else {}
        wrong_in = {at for at, value in amounts[row].items() if is_total and sums.get(at, 0) != value}
        if wrong_in:  # it stays a total in the plan's words: what it states is in no sum
            _without(grid, row, "total")
            for at in wrong_in:
                grid.column_marks[at] = [_without_key(mark, "project") for mark in grid.column_marks[at]]


def _without_key(mark: Mark, key: str) -> Mark:
    return replace(mark, sets={one: value for one, value in mark.sets.items() if one != key})


def _without(grid: Grid, row: int, *keys: str) -> None:
    marks = []
    for mark in grid.row_marks.get(row, []):
        left = {key: value for key, value in mark.sets.items() if key not in keys}
        if left:
            marks.append(replace(mark, sets=left))
    grid.row_marks[row] = marks


def _key(sets: dict[str, object]) -> str:
    if not sets.get("project"):
        return ""
    return f"{sets['programme']}/{sets['project']}" if sets.get("programme") else str(sets["project"])


def _restated(grid: Grid, lines: Sums, context: Context) -> Sums:
    """Whether a table of projects says again what words say; what it adds where it does not."""
    columns = [(at, mark) for at, mark in _money_columns(grid) if not mark.sets["money"].get("total")]
    totals = [(at, mark) for at, mark in _money_columns(grid) if mark.sets["money"].get("total")]
    if not columns and totals:
        columns = totals
    about: dict[int, str] = {}
    for row in range(len(grid.rows)):
        keys = _row_keys(grid, row)
        if (key := _key(keys)) and not keys.get("place") and not keys.get("total"):
            about[row] = key
    column_about = {at: str(mark.sets["project"]) for at, mark in columns if mark.sets.get("project")}
    if any(_row_keys(grid, row).get("place") for row in range(len(grid.rows))) and column_about:
        return {}
    sums: Sums = {}
    for row in range(len(grid.rows)):
        if _row_keys(grid, row).get("total"):
            continue
        for at, mark in columns:
            key = about.get(row) or column_about.get(at, "")
            value = _cell(grid, row, at, mark)
            if key and value is not None:
                each = sums.setdefault(key, {})
                source = str(mark.sets["money"].get("source", ""))
                each[source] = each.get(source, 0) + value
    if not sums:
        return {}
    said = [key for key in sums if key in lines]
    parents = [key for key in sums if any(other != key and _is_below(context, other, key) for other in (*sums, *lines))]
    if len(said) * 2 >= len([key for key in sums if key not in parents]) and said:
        grid.marks.append(Mark(0, 0, {"restates": True}, "table"))
        for row, key in about.items():
            if key in lines and not _agree(sums[key], lines[key]):
                _without(grid, row, "project", "programme")
        return {}
    for row, key in about.items():
        if key in said or key in parents:
            _without(grid, row, "project", "programme")
    return {key: each for key, each in sums.items() if key not in said and key not in parents}


def _agree(table: dict[str, int], words: dict[str, int]) -> bool:
    if any(table):
        return {key: value for key, value in table.items() if value} == {
            key: value for key, value in words.items() if value
        }
    return sum(table.values()) == sum(words.values())


def _is_below(context: Context, one: str, above: str) -> bool:
    return one in context.below.get(above, set())


def _with_below(context: Context, lines: dict[str, int]) -> dict[str, int]:
    """The sum of each project with those below it."""
    found: dict[str, int] = {}
    for named in reversed(context.projects):
        below = [context.key_of(child) for child in named.part.parts if child.kind == "subproject"]
        found[named.key] = lines.get(named.key, 0) + sum(found.get(key, 0) for key in below)
    return found


def _allocated(grid: Grid, whole: dict[str, int]) -> None:
    """What a table gives to places for a project must add up to the project's money; else it is not said to be."""
    columns = [(at, mark) for at, mark in _money_columns(grid) if not mark.sets["money"].get("total")]
    given: dict[str, int] = defaultdict(int)
    shared: dict[str, int] = defaultdict(int)
    """What all rows have of a project, those of bodies without a place too."""
    for row in range(len(grid.rows)):
        keys = _row_keys(grid, row)
        if keys.get("total"):
            continue
        for at, mark in columns:
            key = _key(keys) or str(mark.sets.get("project", ""))
            value = _cell(grid, row, at, mark)
            if key and value:
                shared[key] += value
                if keys.get("place"):
                    given[key] += value
    for key, value in given.items():
        if whole.get(key) and whole[key] not in (value, shared[key]):
            for at, mark in columns:
                if mark.sets.get("project") == key:
                    grid.column_marks[at] = [
                        replace(mark, sets={one: what for one, what in mark.sets.items() if one != "project"})
                    ]
            for row in range(len(grid.rows)):
                keys = _row_keys(grid, row)
                if _key(keys) == key and keys.get("place"):
                    _without(grid, row, "project", "programme")


# -- what words state -------------------------------------------------------------


def _stated(context: Context, words: _Words, lines: dict[str, int], whole: dict[str, int]) -> None:
    """A total that words state is one where the lines add up to it; else it is a line, or is asked."""
    plan = sum(lines.values())
    per_project: dict[str, int] = defaultdict(int)
    for _, _, key in words.totals:
        per_project[key] += 1
    taken: list[tuple[Passage, Mark]] = []
    for passage, at, key in words.totals:
        mark = passage.marks[at]
        stated = _stated_amount(passage.text, mark)
        if stated is None:
            continue
        found = whole.get(key, 0) if key else plan
        if stated.is_nearly(found):
            continue
        plain = {one: value for one, value in mark.sets["money"].items() if one != "total"}
        if key and (lines_of := parts(passage, at, stated)):
            of_source(passage, at, lines_of)
            taken.append((passage, mark))
        elif not key:
            passage.marks[at] = replace(mark, sets={"money": plain})
        elif not found and per_project[key] == 1:
            passage.marks[at] = replace(mark, sets={"money": plain})
            lines[key] = lines.get(key, 0) + stated.dong
            whole[key] = whole.get(key, 0) + stated.dong
        elif any(one.degree is not Degree.SURE for one in passage.marks if "money" in one.sets) or stated.dong > found:
            why = f"Số này không bằng tổng các khoản ghi ở dự án ({formats.money(found)})."
            passage.marks[at] = replace(mark, degree=Degree.LIKELY, why=why)
        else:  # it is a sum of some of them, which are said apart
            taken.append((passage, mark))
    for passage, mark in taken:
        passage.marks[:] = [one for one in passage.marks if one is not mark]


def _shares(context: Context, plan: int) -> None:
    """A share that is not that of the whole plan is not marked as one."""
    for passage, _ in context.texts():
        for at, mark in enumerate(passage.marks):
            money = mark.sets.get("money")
            if not money or "share" not in money:
                continue
            number = formats.parse_number(str(money["share"]).rstrip(" %"))
            places = -int(number.as_tuple().exponent)
            if not plan or formats.share(dong(passage.text, mark), plan, places) != number:
                passage.marks[at] = replace(
                    mark, sets={"money": {key: value for key, value in money.items() if key != "share"}}
                )
