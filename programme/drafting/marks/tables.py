"""Tables: what each column says, and who or what each row is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ...vietnamese import formats
from ...vietnamese.slugs import fold
from ..shape import Degree, Grid, Mark, Part
from .bodies import Bodies, listed
from .dates import DATE, iso
from .plan_context import Context, Place
from .timing import every_of, inside_years, times
from .words import UPPER

_SAYS = (
    ("partners", r"phoi hop|phoi, ket hop"),
    ("lead", r"(?:co quan|don vi|bo phan|nguoi|ca nhan)?\s*(?:chu tri|thuc hien$|phu trach|chiu trach nhiem|dau moi)|(?:co quan|don vi|bo phan)\s+(?:thuc hien|chiu)|chu tri|phan cong thuc hien|phan cong"),
    ("timing", r"thoi (?:gian|han|diem)|tien do|han (?:hoan thanh|xong)|hoan thanh"),
    ("product", r"san pham|ket qua(?: dau ra| du kien| can dat)?$|dau ra"),
    ("task", r"nhiem vu|noi dung|cong viec|hoat dong|ten viec|giai phap|^viec\b|dau viec|hang muc|du an|cong trinh"),
)  # fmt: skip
_COUNT = re.compile(r"^(?:tt|stt|so tt|so thu tu)\.?$")
_ACT = re.compile(r"thuc hien|trien khai")
_SAME = re.compile(r"^(?:nt|như trên|-nt-|\"|″|〃|như trên\.?)$", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:tong(?: cong| so| kinh phi| von)?|cong|toan (?:xa|huyen|tinh)|tong (?:toan|ca) .{2,20})(?: \(.*\))?"
)
_UNIT = re.compile(r"\b(ty|trieu|nghin|ngan)\s*dong\b|(?<![a-z] )\bdong\b$|[(:]\s*dong\b")
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
_BASE = re.compile(
    r"dau nam|hien (?:co|nay|trang)|cuoi nam 20\d\d|tong so|so ho$|nam truoc|thuc hien nam|so luong|dan so|nhan khau|so nguoi|dien tich|thanh phan|dan toc"
)
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?%?")


@dataclass
class Tables:
    """Reads the tables of a plan."""

    context: Context
    bodies: Bodies
    place_of: Callable[[str], str]
    """A place by what a cell calls it; "" where it is none."""

    def mark(self, grid: Grid, part: Part, place: Place) -> None:
        """Put the marks on a table, its columns and its rows."""
        folded = [fold(column) for column in grid.columns]
        says = self._says(folded)
        if "task" in says.values() and ({"lead", "partners"} & set(says.values())):
            self._tasks(grid, says)
        elif self._is_money(grid, part, folded):
            self._money(grid, part, place, folded)
        else:
            self._figures(grid, part, place, folded)

    # -- tasks -------------------------------------------------------------

    def _says(self, folded: list[str]) -> dict[int, str]:
        found: dict[int, str] = {}
        for at, head in enumerate(folded):
            if _COUNT.match(head.strip()):
                continue
            for what, pattern in _SAYS:
                if re.search(pattern, head) and what not in found.values() and not _UNIT.search(head):
                    found[at] = what
                    break
        if "task" not in found.values():
            free = next(
                (at for at, head in enumerate(folded) if at not in found and not _COUNT.match(head.strip())), None
            )
            if free is not None and "lead" in found.values():
                found[free] = "task"
        return found

    def _tasks(self, grid: Grid, says: dict[int, str]) -> None:
        at = {what: index for index, what in says.items()}
        for index, what in says.items():
            grid.column_marks.setdefault(index, []).append(Mark(0, len(grid.columns[index]), {"says": what}, "column"))
        carries_out = (
            bool(_ACT.search(fold(grid.columns[at["lead"]]))) and "chu tri" not in fold(grid.columns[at["lead"]])
            if "lead" in at
            else False
        )
        above: dict[str, str] = {}
        for number, row in enumerate(grid.rows):
            cells = {what: row[index].replace("\n", " ").strip() for what, index in at.items() if index < len(row)}
            if (
                not cells.get("task")
                or _TOTAL.fullmatch(fold(cells["task"]).strip(" .:"))
                or (not cells.get("lead") and not cells.get("partners") and not cells.get("timing"))
            ):
                if _is_total(row):
                    grid.row_marks.setdefault(number, []).append(Mark(0, 0, {"total": True}, "row"))
                continue
            resolved = {what: above.get(what, "") if _SAME.match(cell) else cell for what, cell in cells.items()}
            above |= {what: cell for what, cell in resolved.items() if cell}
            keys, degree, why = self._row(resolved, carries_out)
            if (
                not keys
                and above.get("lead")
                and not cells.get("lead")
                and (cells.get("timing") or cells.get("partners"))
            ):
                keys, degree, _ = self._row({**resolved, "lead": above["lead"]}, carries_out)
                degree, why = Degree.LIKELY, "Ô này trống; có thể là ô gộp với ô bên trên."
            if keys:
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, keys, "row", degree, why=why))

    def _row(self, cells: dict[str, str], carries_out: bool) -> tuple[dict[str, object], Degree, str]:
        keys: dict[str, object] = {}
        lead, sure = self._in_cell(cells.get("lead", ""))
        with_, also = self._in_cell(cells.get("partners", ""))
        if not lead:
            return {}, Degree.SURE, ""
        keys["bearers"] = lead
        if carries_out:
            keys["roles"] = ["implement"]
        if with_ := [one for one in with_ if one not in lead]:
            keys["with"] = with_
        keys |= self.when(cells.get("timing", ""))
        if named := [key for _, _, key in self.context.named_projects(cells["task"])]:
            keys["projects"] = list(dict.fromkeys(named))
        unsure = next((cells[what] for what, known in (("lead", sure), ("partners", also)) if not known), "")
        return (
            keys,
            Degree.LIKELY if unsure else Degree.SURE,
            f"Ô “{unsure}” có thể không phải tên cơ quan." if unsure else "",
        )

    def _in_cell(self, cell: str) -> tuple[list[str], bool]:
        """The bodies of a cell, and whether all of it was understood."""
        cell = " ".join(cell.split()).strip(" .;,")
        if not cell or cell in "-–" or _SAME.match(cell):
            return [], True
        names: list[str] = []
        known = True
        for piece in re.split(r"\s*;\s*", cell):
            found = self.bodies.find(piece)
            taken = listed(found, piece, 0) or found[:1]
            rest = piece
            for one in reversed(taken):
                rest = rest[: one.start] + rest[one.end :]
            rest = re.sub(r"\([^()]*\)|\b(?:và|các|cùng)\b|[\s,./–-]+", "", rest)
            if taken and not rest:
                names += [one.name for one in taken]
            else:
                parts = re.split(rf",\s+(?={UPPER}|các\s)|\s+và\s+(?=các\s)", piece)
                for one in parts:
                    inner = self.bodies.find(one)
                    if len(inner) == 1 and len(inner[0].name) >= len(one.strip(" .")) - 1:
                        names.append(inner[0].name)
                    elif one.strip():
                        self.bodies.learn(one)
                        names.append(one.strip(" ."))
                        known = known and len(one.split()) <= 12 and not re.search(r"[.:]", one)
        return self.bodies.ids_of(names), known

    def when(self, cell: str) -> dict[str, object]:
        """What a cell says of time, for machines."""
        cell = " ".join(cell.split())
        years = self.context.years
        found = times(cell, years)
        found = [one for one in found if one.says and inside_years(one.says, years)]
        dated = [one for one in found if one.says.get("end") or one.says.get("start")]
        if dated:
            ends = [str(one.says["end"]) for one in dated if one.says.get("end")]
            starts = [str(one.says["start"]) for one in dated if one.says.get("start")]
            keys: dict[str, object] = {}
            if starts:
                keys["start"] = min(starts)
            if ends:
                keys["end"] = max(ends)
            return keys
        if found:
            return {key: found[0].says[key] for key in ("every", "day") if key in found[0].says}
        if re.fullmatch(rf"(?:[Nn]gày\s+)?{DATE}", cell) and (date := iso(cell)) and inside_years({"end": date}, years):
            return {"end": date}
        if every := every_of(cell):
            return {"every": every}
        return {}

    # -- money -------------------------------------------------------------

    def _is_money(self, grid: Grid, part: Part, folded: list[str]) -> bool:
        unit = fold(grid.unit_line)
        if _UNIT.search(unit):
            return True
        if unit and not _UNIT.search(unit):
            return False
        return any(_UNIT.search(head) for head in folded) or bool(
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
            if (
                _COUNT.match(head.strip())
                or not _is_numbers(grid, at)
                or re.search(r"so luong|so ho\b|khoi luong|ty le", head)
            ):
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
        self._rows(grid, about)

    def _row_projects(self, grid: Grid) -> dict[int, str]:
        found: dict[int, str] = {}
        for number, row in enumerate(grid.rows):
            if _is_total(row):
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

    def _rows(self, grid: Grid, about: dict[int, str]) -> None:
        for number, row in enumerate(grid.rows):
            keys: dict[str, object] = {}
            if _is_total(row):
                keys["total"] = True
            elif number in about:
                key = about[number]
                keys["project"] = key.split("/")[-1]
                if "/" in key:
                    keys["programme"] = key.split("/")[0]
            if not keys.get("total"):
                for cell in row[:3]:
                    if id := self.place_of(cell.replace("\n", " ").strip()):
                        keys["place"] = id
                        break
            if keys:
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, keys, "row"))

    # -- figures -----------------------------------------------------------

    def _figures(self, grid: Grid, part: Part, place: Place, folded: list[str]) -> None:
        self._rows(grid, {})


def _unit_of(text: str) -> str:
    match = _UNIT.search(fold(text))
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


def _is_total(row: list[str]) -> bool:
    return any(_TOTAL.fullmatch(fold(cell).strip(" .:")) for cell in row[:3] if cell.strip())
