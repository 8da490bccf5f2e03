"""Tables of tasks: what each column says, and who does what each row says, with whom and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....vietnamese.slugs import fold
from ...shape import Degree, Grid, Mark
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import KINDS
from ..plan_context import Context
from ..timing.cell_times import listed_times, spelled
from ..timing.dates import DATE, iso
from ..timing.timing import When, every_of, inside_years, times
from ..words import UPPER
from . import role_matrix
from .cell_work import beside_in, reports_of, roles_of
from .task_columns import BOTH, OFFICE, WHO, columns_of, start_column

_BETWEEN = re.compile(
    rf",\s+(?={UPPER}|các\s|(?:thôn|bản|xóm|ấp|buôn|khu|tổ|xã|phường|trường|trạm|ban|hội|đoàn|phòng)\s+(?:{UPPER}|\d)|(?:ban|tổ|đội|nhóm|hội|chi hội|trạm|hợp tác xã|lực lượng)\s+[a-zđ])|\s+và\s+(?=các\s|(?:thôn|bản|xóm|ấp|xã|phường)\s+{UPPER})|\s+\+\s+|\s+[-–]\s+(?={KINDS})"
)
"""Between two names of a cell that no grammar of names knows: what follows begins like a name."""
_ACT = re.compile(r"thuc hien|trien khai")
_LED = re.compile(r"(?i)(?:(?:(?:đơn vị|cơ quan)\s+)?(?:chủ trì|thực hiện)|(?-i:CT))\s*:\s*")
_HELPED = re.compile(
    r"(?i)[\s;,./(–-]*(?:(?:(?:đơn vị|cơ quan)\s+)?(?:cùng\s+)?(?:phối hợp|tham gia)(?:\s*:|\s+(?:với|cùng)\b:?|\s+(?=(?-i:[A-ZĐ]|các\s)))|(?-i:PH)\s*:|cùng(?:\s+với)?(?=\s+(?-i:[A-ZĐ]|các\s)))\s*"
)
_IN_WORDS = re.compile(
    r"(?i)(?P<lead>[^()]{3,120}?)\s+chủ trì\s*[;,]\s*(?:và\s+)?(?P<helped>.{3,160}?)\s+(?:cùng\s+)?(?:phối hợp|tham gia)(?:\s+thực hiện)?"
    r"|(?P<first>[^();]{3,120}?)\s*[(;]\s*(?P<then>[^()]{3,160}?)\s+(?:cùng\s+)?(?:phối hợp|tham gia)\s*\)?"
)
"""A cell that tells both in words: "A chủ trì; B, C phối hợp", "A (B, C phối hợp)"."""
_DOES = re.compile(r"(?i)\s+(?:chủ trì|phụ trách|thực hiện|đảm nhiệm|chịu trách nhiệm)(?:\s+(?:thực hiện|chính))?$")
"""Behind those who lead, at the end of a cell: "Trạm Y tế xã thực hiện"."""
_SAID = re.compile(r"(?i)\s*\((?P<role>chủ trì|CT|phối hợp|PH)\)\s*[;,]?\s*")
_SAME = re.compile(r"^(?:[-–]?\s*nt\s*[-–]?|như trên|\"|″|〃|như trên\.?)$", re.IGNORECASE)
_FIRST_DAY = re.compile(rf"{DATE}(?=\s*[,;(])")
"""A day that a cell begins with and does not end with: "30/4/2026, cập nhật lại trong tháng 10"."""
TOTAL = re.compile(
    r"(?:tong(?: cong| so| kinh phi| von)?|cong|toan (?:xa|huyen|tinh)|tong (?:toan|ca) .{2,20})(?: \(.*\))?"
)


@dataclass
class TaskTables:
    """Reads the tables of tasks of a plan."""

    context: Context
    bodies: Bodies

    def says(self, folded: list[str], rows: Sequence[Sequence[str]] = ()) -> dict[int, str]:
        """Column -> what it says of tasks, by the heads and the cells."""
        return columns_of(folded, rows, self.bodies, self.context.years)

    def mark(self, grid: Grid, says: dict[int, str]) -> None:
        at = {what: index for index, what in says.items()}
        for index, what in says.items():
            grid.column_marks.setdefault(index, []).append(Mark(0, len(grid.columns[index]), {"says": what}, "column"))
        carries_out = (
            bool(_ACT.search(head := fold(grid.columns[at["lead"]])) or WHO.fullmatch(head)) and "chu tri" not in head
            if "lead" in at
            else False
        )
        by_verbs = "lead" in at and bool(WHO.fullmatch(head.strip()) or OFFICE.fullmatch(head.strip()))
        begins = start_column([fold(head) for head in grid.columns])
        above: dict[str, str] = {}
        for number, row in enumerate(grid.rows):
            cells = {what: row[index].replace("\n", " ").strip() for what, index in at.items() if index < len(row)}
            if (
                not cells.get("task")
                or TOTAL.fullmatch(fold(cells["task"]).strip(" .:"))
                or (not cells.get("lead") and not cells.get("partners") and not cells.get("timing"))
            ):
                if is_total(row):
                    grid.row_marks.setdefault(number, []).append(Mark(0, 0, {"total": True}, "row"))
                continue
            if cells.get("timing"):
                cells["timing"] = spelled(cells["timing"], fold(grid.columns[at["timing"]]))
            if "lead" in at and "partners" not in at and at["lead"] < len(row) and cells.get("lead"):
                is_both = bool(BOTH.search(fold(grid.columns[at["lead"]])))
                lead, helping = _parted(row[at["lead"]], is_both)
                cells |= {"lead": lead, "partners": helping} if helping else {"lead": lead}
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
            if keys and by_verbs:
                task = row[at["task"]]
                with_ = [id for id in beside_in(task, self.bodies) if id not in keys["bearers"]]  # type: ignore[operator]
                if reports := reports_of(task, self.bodies, self.context.years):
                    keys["reports"] = reports
                keys |= {"roles": roles_of(task), **({"with": with_} if with_ and "with" not in keys else {})}
            if keys and begins is not None and begins < len(row):
                keys |= self._begun(row[begins], keys)
            if keys:
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, keys, "row", degree, why=why))

    def _begun(self, cell: str, keys: dict[str, object]) -> dict[str, object]:
        """When the work of a row begins, by the cell that says so; nothing where it is done earlier, or several times."""
        told = self.when(cell)
        begins = str(told.get("start") or told.get("end") or "")
        fits = begins and "timings" not in keys and begins <= str(keys.get("end", begins))
        return {"start": begins} if fits else {}

    def mark_ticked(self, grid: Grid, says: dict[int, str], ticked: role_matrix.Matrix) -> None:
        """Marks of a table that ticks in a column of each body what it does."""
        for index, what in says.items():
            grid.column_marks.setdefault(index, []).append(Mark(0, len(grid.columns[index]), {"says": what}, "column"))
        when = next((index for index, what in says.items() if what == "timing"), None)
        for number, row in enumerate(grid.rows):
            if keys := role_matrix.keys_of(row, ticked):
                told = self.when(row[when]) if when is not None and when < len(row) else {}
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, {**keys, **told}, "row"))

    def _row(self, cells: dict[str, str], carries_out: bool) -> tuple[dict[str, object], Degree, str]:
        keys: dict[str, object] = {}
        lead, sure = self.in_cell(cells.get("lead", ""))
        with_, also = self.in_cell(cells.get("partners", ""))
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

    def in_cell(self, cell: str) -> tuple[list[str], bool]:
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
            rest = re.sub(r"\([^()]*\)|\b(?:và|các|cùng)\b|[\s,./+–-]+", "", rest)
            if taken and not rest:
                names += [one.name for one in taken]
            else:
                parts = _BETWEEN.split(piece)
                for part in parts:
                    inner = self.bodies.find(part)
                    if len(inner) == 1 and len(inner[0].name) >= len(part.strip(" .")) - 1:
                        names.append(inner[0].name)
                    elif part.strip():
                        self.bodies.learn(part)
                        names.append(part.strip(" ."))
                        known = known and len(part.split()) <= 12 and not re.search(r"[.:]", part)
        return self.bodies.ids_of(names), known

    def when(self, cell: str) -> dict[str, object]:
        """What a cell says of time, for machines."""
        cell = " ".join(cell.split())
        years = self.context.years
        if told := listed_times(cell, years):
            return {"timings": told} if len(told) > 1 else {key: told[0][key] for key in told[0] if key != "text"}
        found = times(cell, years)
        if (first := _FIRST_DAY.match(cell)) and not any(one.start < first.end() for one in found):
            found.insert(0, When(*first.span(), {"end": iso(first[0])}))
        found = [one for one in found if one.says and inside_years(one.says, years)]
        dated = [one for one in found if one.says.get("end") or one.says.get("start")]
        if len({str(one.says.get("end")) for one in dated if one.says.get("end")}) > 1:
            return {"timings": [{"text": cell[one.start : one.end], **one.says} for one in dated]}
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


def _parted(cell: str, is_both: bool) -> tuple[str, str]:
    """Who leads and who helps by a cell that tells both; `is_both`: the head of its column says that it does.

    "Chủ trì: A; Phối hợp: B", "A (chủ trì); B, C (phối hợp)"; under such a head also "A/B, C" and a line each.
    """
    words = " ".join(cell.split())
    if len(said := list(_SAID.finditer(words))) and words[said[-1].end() :].strip(" .;,") == "":
        parts: dict[bool, list[str]] = {True: [], False: []}
        start = 0
        for one in said:
            parts[one["role"].casefold() in ("chủ trì", "ct")].append(words[start : one.start()].strip(" ;,"))
            start = one.end()
        return "; ".join(parts[True]), "; ".join(parts[False])
    if told := _IN_WORDS.fullmatch(words.strip(" .;")):
        return told["lead"] or told["first"], told["helped"] or told["then"]
    if helped := _HELPED.search(words):
        lead = _LED.sub("", words[: helped.start()]).strip(" ;,.")
        if lead:
            return lead, words[helped.end() :].strip(" ;,.)")
    if is_both:
        for sign in ("/", "\n", ";"):
            first, found, rest = cell.partition(sign)
            if found and first.strip():
                return " ".join(_LED.sub("", first).split()), "; ".join(
                    " ".join(one.split()) for one in rest.split("\n")
                )
    return _DOES.sub("", _LED.sub("", words).strip(" .;")), ""


def is_total(row: list[str]) -> bool:
    return any(TOTAL.fullmatch(fold(cell).strip(" .:")) for cell in row[:3] if cell.strip())
