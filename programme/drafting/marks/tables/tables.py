"""Tables of money and of figures: what each column says, and what each row is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ....vietnamese import formats
from ....vietnamese.slugs import fold
from ...shape import Degree, Grid, Mark, Part
from ..bodies.bodies import Bodies
from ..figures.goal_columns import goal_columns
from ..money.money_columns import added_columns, is_no_money, says_money
from ..past import is_past
from ..plan_context import Context, Place, title_of
from ..words import NAME
from . import role_matrix
from .report_tables import ReportTables
from .task_columns import COUNT, UNIT
from .task_tables import TaskTables, is_total

_UNITS = {"ty": "billion", "trieu": "million", "nghin": "thousand", "ngan": "thousand", "": "dong"}
_SOURCES = (
    ("central", r"\btrung uong\b|\bnstw\b|\btw\b"), ("province", r"\b(?:ngan sach |ns )?(?:cap )?tinh\b|\bnst\b|ngan sach tinh"), ("district", r"\b(?:ngan sach |ns )?huyen\b"),
    ("commune", r"\b(?:ngan sach |ns )?(?:cap )?(?:xa|phuong)\b(?! hoi)|\bnsx\b"), ("local", r"dia phuong|nsdp"),
    ("other", r"huy dong|doi ung|nhan dan|dong gop|xa hoi hoa|von vay|tin dung|long ghep|khac|doanh nghiep"),
)  # fmt: skip
_ALL = re.compile(
    r"^(?:tong(?: cong| so| von| kinh phi)?|cong|ca giai doan|tong .*)$|\btong (?:cong|so|kinh phi|von|nhu cau)\b"
)
_MONEY_HEAD = re.compile(
    r"kinh phi|von|ngan sach|nguon|so tien|tien|nstw|ns |du toan|tong muc|dau tu|su nghiep|doi ung|huy dong"
)
_OF_PLACE = re.compile(rf"\s(?P<place>(?:xã|phường|thị trấn|đặc khu|huyện|thị xã|thành phố|thôn|bản)\s+{NAME})$")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?%?")


@dataclass
class Tables:
    """Reads the tables of a plan."""

    context: Context
    bodies: Bodies
    place_of: Callable[[str], str]
    """A place by what a cell calls it; "" where it is none."""
    goals: set[str] = field(default_factory=set)
    """The ids of the figures to be reached, those of sentences too."""

    def mark(self, grid: Grid, part: Part, place: Place) -> None:
        """Put the marks on a table, its columns and its rows."""
        folded = [fold(column) for column in grid.columns]
        tasks = TaskTables(self.context, self.bodies)
        reports = ReportTables(self.context, tasks)
        about = fold(" ".join((grid.caption, *(one.heading or one.label for one in place.line[-1:]))))
        if sent := reports.says(folded, about):
            grid.fill(sent.values())
            reports.mark(grid, sent)
            return
        says = tasks.says(folded, grid.rows)
        around = [grid.caption, *(one.text for one in (*part.paragraphs, *part.items, *grid.notes))]
        ticked = role_matrix.matrix_of(grid.columns, grid.rows, self.bodies, around)
        if "task" in says.values() and (ticked or {"lead", "partners"} & set(says.values())):
            grid.fill(says)
        if ticked and "task" in says.values():
            tasks.mark_ticked(grid, {at: what for at, what in says.items() if at not in ticked.columns}, ticked)
        elif "task" in says.values() and ({"lead", "partners"} & set(says.values())):
            tasks.mark(grid, says)
        elif self._is_money(grid, part, folded):
            self._money(grid, part, place, folded)
        else:
            self._rows(grid, {})
            self._goals(grid, place)

    def _goals(self, grid: Grid, place: Place) -> None:
        """Mark the columns of figures to be reached, in a table of places where goals are told."""
        if is_past(place, self.context.years[0]) or not any("place" in one.sets for one in _row_marks(grid)):
            return
        above = title_of(place.part) if place.part and place.kind == "objective" else ""
        for at, keys in goal_columns(grid, f"{grid.caption} {above}", self.context.years, self.goals):
            grid.column_marks.setdefault(at, []).append(Mark(0, len(grid.columns[at]), keys, "column"))

    def _is_money(self, grid: Grid, part: Part, folded: list[str]) -> bool:
        unit = fold(grid.unit_line)
        if UNIT.search(unit):
            return True
        if unit and not UNIT.search(unit):
            return False
        return any(UNIT.search(head) for head in folded) or bool(
            _MONEY_HEAD.search(fold(grid.caption + " " + part.heading))
            and any(_MONEY_HEAD.search(head) for head in folded)
        )

    def _money(self, grid: Grid, part: Part, place: Place, folded: list[str]) -> None:
        unit = (
            _unit_of(grid.unit_line)
            or next((found for head in grid.columns if (found := _unit_of(head))), "")
            or _unit_of(grid.caption)
        )
        about = self._row_projects(grid)
        for at, head in enumerate(folded):
            if COUNT.match(head.strip()) or not _is_numbers(grid, at) or is_no_money(grid.columns[at]):
                continue
            keys: dict[str, object] = {}
            money: dict[str, object] = {}
            own = _unit_of(grid.columns[at]) or unit
            last = re.split(r"trong do", head)[-1].strip(" :-")
            if _ALL.search(last):
                money["total"] = True
            elif source := next((source for source, pattern in _SOURCES if re.search(pattern, last)), ""):
                money["source"] = source
            if "total" not in money:
                if re.search(r"dau tu phat trien|\bdtpt\b|von dau tu|^dau tu", last):
                    money["capital"] = "investment"
                elif re.search(r"su nghiep|\bsn\b", last):
                    money["capital"] = "recurrent"
            named = [key for _, _, key in self.context.named_projects(grid.columns[at])]
            if not named and "total" not in money and (key := self._by_title(grid.columns[at])):
                named = [key]
            if len(set(named)) == 1:
                keys["project"] = named[0]
            if year := re.search(r"\bnam\s+(20\d\d)\b|^(20\d\d)$", last):
                keys["year"] = year[1] or year[2]
            if own and _cells_read(grid, at, own):
                keys["unit"] = own
                keys["money"] = money
            elif not own and _cells_read(grid, at, ""):
                keys["money"] = money
            if keys:
                grid.column_marks.setdefault(at, []).append(Mark(0, len(grid.columns[at]), keys, "column"))
        _settled(grid)
        self._rows(grid, about)

    def _row_projects(self, grid: Grid) -> dict[int, str]:
        found: dict[int, str] = {}
        for number, row in enumerate(grid.rows):
            if is_total(row):
                continue
            for cell in row[:3]:
                named = [(start, key) for start, _, key in self.context.named_projects(cell.replace("\n", " "))]
                if named and named[0][0] <= 4:
                    found[number] = named[0][1]
                    break
                if key := self._by_title(cell):
                    found[number] = key
                    break
        return found

    def _by_title(self, cell: str) -> str:
        said = fold(" ".join(cell.split())).strip(" .:")
        if len(said) < 6:
            return ""
        same = [
            one.key
            for one in self.context.projects
            if fold(one.part.heading).strip(" .:") == said
            or (len(said) > 12 and fold(one.part.heading).startswith(said))
            or said.removeprefix("ho tro ") == fold(one.part.heading).strip(" .:").removeprefix("ho tro ")
        ]
        return same[0] if len(same) == 1 else ""

    def _sums_places(self, row: list[str], places: int) -> bool:
        """Whether a row of the plan's own place stands among those of the places in it."""
        own = self.context.place.casefold()
        return places > 1 and bool(own) and any(" ".join(cell.split()).casefold() == own for cell in row[:3])

    def _place_of_body(self, cell: str) -> str:
        """The place whose body a cell names, "UBND xã A": not the plan's own; "" for other cells."""
        named = _OF_PLACE.search(cell)
        if not named or named["place"].casefold() == self.context.place.casefold():
            return ""
        found = self.bodies.find(cell)
        return self.place_of(named["place"]) if len(found) == 1 and not found[0].start else ""

    def _rows(self, grid: Grid, about: dict[int, str]) -> None:
        places = len({id for row in grid.rows for cell in row[:3] if (id := self.place_of(" ".join(cell.split())))}) - 1
        for number, row in enumerate(grid.rows):
            keys: dict[str, object] = {}
            if is_total(row):
                keys["total"] = True
            elif number in about:
                key = about[number]
                keys["project"] = key.split("/")[-1]
                if "/" in key:
                    keys["programme"] = key.split("/")[0]
            elif self._sums_places(row, places):
                keys["total"] = True
            if not keys.get("total"):
                cells = [" ".join(cell.split()) for cell in row[:3]]
                found = (id for cell in cells if (id := self.place_of(cell) or self._place_of_body(cell)))
                if id := next(found, ""):
                    keys["place"] = id
            if keys:
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, keys, "row"))


def _row_marks(grid: Grid) -> list[Mark]:
    return [one for marks in grid.row_marks.values() for one in marks]


def _settled(grid: Grid) -> None:
    """Columns that add up those beside them are totals; those that nothing shows to be money are asked."""
    marks = {at: one for at, listed in sorted(grid.column_marks.items()) for one in listed if "money" in one.sets}
    rows = [
        {at: value for at, one in marks.items() if (value := _value(row[at], str(one.sets.get("unit", ""))))}
        for row in grid.rows
    ]
    totals = added_columns(rows, [*marks])
    shown = {*totals, *(one for parts in totals.values() for one in parts)}
    for at, one in marks.items():
        keys = dict(one.sets)
        if at in totals:
            keys["money"] = {"total": True}
        sure = at in shown or len(marks) == 1 or "project" in keys or "year" in keys or keys["money"]
        sure = sure or says_money(grid.columns[at])
        put = replace(one, sets=keys, degree=one.degree if sure else Degree.LIKELY, why="" if sure else _NOT_SAID)
        grid.column_marks[at] = [put if other is one else other for other in grid.column_marks[at]]


_NOT_SAID = "Trên bảng ghi đơn vị tiền, nhưng đầu cột không nói là tiền; có thể cột này đếm người, hộ hay công trình."


def _value(cell: str, unit: str) -> int | None:
    try:
        return formats.in_dong(cell.strip(), _LABELS[unit]) if unit else formats.amounts(cell)[0]
    except (ValueError, IndexError):
        return None


def _unit_of(text: str) -> str:
    match = UNIT.search(fold(text))
    if match:
        return _UNITS[match[1] or ""]
    short = re.search(r"\(\s*(tr\.?\s?đ|trđ|tỷ|triệu)\s*\)", text, re.IGNORECASE)
    return "" if not short else "billion" if short[1].lower() == "tỷ" else "million"


def _is_numbers(grid: Grid, at: int) -> bool:
    cells = [row[at].strip() for row in grid.rows if at < len(row)]
    filled = [cell for cell in cells if cell not in ("", "-", "–")]
    return bool(filled) and sum(bool(_NUMBER.match(cell)) for cell in filled) >= 0.8 * len(filled)


_LABELS = {"dong": "đồng", "thousand": "nghìn đồng", "million": "triệu đồng", "billion": "tỷ đồng"}


def _cells_read(grid: Grid, at: int, unit: str) -> bool:
    """Whether every cell of a column is an amount, or blank."""
    for row in grid.rows:
        cell = row[at].strip() if at < len(row) else ""
        if cell in ("", "-", "–"):
            continue
        try:
            if unit:
                formats.in_dong(cell, _LABELS[unit])
            elif len(formats.amounts(cell)) != 1:
                return False
        except ValueError:
            return False
    return True
