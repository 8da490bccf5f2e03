"""Tables that say row by row whom something is for: "Đối tượng | Điều kiện | Mức hỗ trợ"; they give nobody work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....vietnamese.slugs import fold
from ...shape import Degree, Grid, Mark
from ..groups.groups import Groups
from ..plan_context import Place
from ..timing.cell_times import spelled
from .task_columns import time_column
from .task_tables import TaskTables, is_total

_GOT = r"(?:ho tro|cap|nhan|phat|tang|vay|muon|hoc|mien|giam|thuong|thu huong|huong loi|huong thu|huong)"
_WHO = re.compile(
    r"(?:(?:cac |ten |loai |nhom |dien )*doi tuong|(?:nhom )?(?:nguoi|ho)(?: (?:dan|gia dinh))? (?:duoc )?(?:thu )?huong|dien (?:ho tro|thu huong))"
    r"(?: (?:duoc )?(?:ho tro|huong|thu huong|huong loi|huong thu|thuc hien|tham gia|ap dung|chinh sach|uu tien|cap|hoc|vay))*(?: chinh sach)?"
    rf"|(?:cac |nhom |nhung |ten )*(?:nguoi|ho(?: dan| gia dinh)?|nha|ai|ben|dien|don vi)(?: nao)? (?:duoc (?:xet |uu tien )?|thu |se ){_GOT}(?: {_GOT})*"
    rf"|nguoi (?:nhan|vay|hoc|muon)|(?:{_GOT} |danh |ap dung )?cho (?:ai|nhung ai|nguoi nao|nha nao|doi tuong)|(?:{_GOT}|danh|ap dung) cho"
)
_CONDITION = re.compile(r"(?:cac )?(?:dieu kien|tieu chi|tieu chuan|yeu cau)\b.*")
_LEAD = "Đối tượng: "


@dataclass(frozen=True)
class GroupTables:
    """Reads the tables of groups of a plan."""

    groups: Groups
    tasks: TaskTables

    def mark(self, grid: Grid) -> None:
        """Put on each row whom it is for; a table whose rows give work, or that has no column of groups, is left."""
        heads = [fold(" ".join(head.split())).strip(" .:") for head in grid.columns]
        who = next((at for at, head in enumerate(heads) if _WHO.fullmatch(head)), None)
        if who is None or any("bearers" in one.sets for marks in grid.row_marks.values() for one in marks):
            return
        says = next((at for at, head in enumerate(heads) if at != who and _CONDITION.fullmatch(head)), None)
        grid.column_marks.setdefault(who, []).append(Mark(0, len(grid.columns[who]), {"says": "whom"}, "column"))
        when = time_column(heads, grid.rows, self.tasks.context.years, (who, says))
        if when is not None:
            grid.column_marks.setdefault(when, []).append(
                Mark(0, len(grid.columns[when]), {"says": "timing"}, "column")
            )
        for number, row in enumerate(grid.rows):
            if is_total(row) or who >= len(row):
                continue
            condition = " ".join(row[says].split()).strip(" .;") if says is not None and says < len(row) else ""
            marks = self._of_row(" ".join(row[who].split()), condition)
            if (
                marks
                and when is not None
                and when < len(row)
                and (told := self.tasks.when(spelled(row[when], heads[when])))
            ):
                marks.append(Mark(0, 0, told, "row"))
            grid.row_marks.setdefault(number, []).extend(marks)

    def _of_row(self, cell: str, condition: str) -> list[Mark]:
        sure: list[object] = []
        likely: list[Mark] = []
        for one in self.groups.marks(_LEAD + cell, Place(), duties=(), taken=()):
            for_whom = [_with(keys, condition) for keys in one.sets["for_whom"]]
            if one.degree is Degree.SURE:
                sure += for_whom
            else:
                likely.append(Mark(0, 0, {"for_whom": for_whom}, "for_whom", one.degree, why=one.why))
        return ([Mark(0, 0, {"for_whom": sure}, "for_whom")] if sure else []) + likely


def _with(keys: dict[str, object], condition: str) -> dict[str, object]:
    """What is said of a group, with the condition that another cell of its row says; its own goes before."""
    if not re.search(r"\w{2}", condition) or "condition" in keys:
        return keys
    return {**keys, "condition": condition}
