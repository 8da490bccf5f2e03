"""Tables of reports: a row for each report, with columns that say who sends it, to whom, how often and by when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....vietnamese.slugs import fold
from ...shape import Degree, Grid, Mark
from ..plan_context import Context
from ..reports.report_words import FORM
from ..reports.reports import reports_in
from ..timing.cell_times import listed_times
from .task_columns import COUNT
from .task_tables import TaskTables, is_total

_SAYS = (
    ("to", r"^(?:noi|co quan|don vi|cap|dia chi) (?:tiep )?nhan\b|nhan bao cao|^gui (?:den|ve|toi|cho|bao cao (?:den|ve))|noi gui (?:den|ve)"),
    ("by", r"^(?:cac )?(?:don vi|co quan|noi|nguoi|bo phan)(?:, (?:don vi|co quan|ca nhan))* (?:thuc hien |lap |phai )?(?:bao cao|gui|lap|thuc hien|chiu trach nhiem|chu tri)\b|^don vi$|^co quan$|^nguoi gui"),
    ("form", r"bieu mau|^mau\b|bieu so|hinh thuc|de cuong"),
    ("period", r"^ky\b|tan suat|dinh ky|so lan|chu ky"),
    ("when", r"thoi (?:han|gian|diem|ky)|^han\b|han (?:gui|nop|cuoi)|ngay gui|cham nhat"),
    ("what", r"bao cao|noi dung|^loai\b|^ten\b"),
)  # fmt: skip
"""What a column says, by its head, folded; the first that fits."""


@dataclass(frozen=True)
class ReportTables:
    """Reads the tables of reports of a plan."""

    context: Context
    tasks: TaskTables

    def says(self, folded: Sequence[str], about: str) -> dict[str, int]:
        """What is said -> its column, of a table of reports; none of any other table.

        `about` is what stands above it. A table of reports tells when, and to whom or (where it is said to be about
        reports) who sends them.
        """
        found: dict[str, int] = {}
        for at, head in enumerate(folded):
            if COUNT.match(head.strip()):
                continue
            for what, pattern in _SAYS:
                if what not in found and re.search(pattern, head.strip()):
                    found[what] = at
                    break
        is_about = bool(re.search(r"\bbao cao\b", " ".join([about, *folded])))
        told = {"what", "to"} <= {*found} or ({"what", "by"} <= {*found} and is_about)
        return found if told and is_about and ({"when", "period"} & {*found}) else {}

    def mark(self, grid: Grid, says: Mapping[str, int], senders: Sequence[str] = ()) -> None:
        """Put on each row who reports what to whom. `senders`: ids of those who do where no column says."""
        column = grid.columns[says["what"]]
        grid.column_marks.setdefault(says["what"], []).append(Mark(0, len(column), {"says": "task"}, "column"))
        above: dict[str, str] = {}
        for number, row in enumerate(grid.rows):
            cells = {what: " ".join(row[at].split()) for what, at in says.items() if at < len(row)}
            if is_total(row) or not cells.get("what"):
                continue
            cells = {what: cell if not _same(cell) else above.get(what, "") for what, cell in cells.items()}
            above |= cells
            if keys := self._row(cells, senders):
                known = bool(keys.get("bearers"))
                degree, why = (Degree.SURE, "") if known else (Degree.LIKELY, "Bảng này không nêu ai gửi báo cáo.")
                keys = keys if known else {**keys, "no_bearer": True}
                grid.row_marks.setdefault(number, []).append(Mark(0, 0, keys, "row", degree, why=why))

    def _row(self, cells: Mapping[str, str], senders: Sequence[str]) -> dict[str, object]:
        by, _ = self.tasks.in_cell(cells.get("by", ""))
        to, _ = self.tasks.in_cell(cells.get("to", ""))
        when = "; ".join(filter(None, (cells.get("period", ""), cells.get("when", ""))))
        said = f"{cells['what']}: {when}" if when else cells["what"]
        told = reports_in(said, (0, len(said)), self.tasks.bodies, self.context.years)
        if len(told) == 1:
            told = [{**told[0], **_timed(cells.get("period", ""), cells.get("when", ""), told[0], self.context.years)}]
        whole = " ".join(cells.values())
        reports = []
        for one in told:
            keys = {key: value for key, value in one.items() if key not in _QUOTED or str(value) in whole}
            keys |= {"to": to} if to else {}
            if form := FORM.search(cells.get("form", "")):
                keys["form"] = form[0]
            reports.append({key: keys[key] for key in _ORDER if keys.get(key)})
        if not any(reports):
            return {}
        bearers = by or [*senders]
        return {**({"bearers": bearers} if bearers else {}), "roles": ["report"], "reports": reports}


_PERIODS = (
    ("month", r"(?:hang |moi )?thang"), ("quarter", r"(?:hang |moi )?quy"),
    ("half", r"(?:dinh ky )?(?:0?6|sau) thang(?: dau nam)?"), ("year", r"(?:hang |ca |1 |01 )?nam"),
)  # fmt: skip
"""A cell that only says how often, folded."""


def _timed(period: str, when: str, told: Mapping[str, object], years: tuple[int, int]) -> dict[str, object]:
    """What two cells say of when a report is due: "Tháng" and "Ngày 20", "6 tháng" and "15/6"."""
    said = re.sub(r"^bao cao ", "", fold(period).strip(" .;:"))
    every = next((every for every, pattern in _PERIODS if re.fullmatch(pattern, said)), "")
    if not every:
        return {}
    keys: dict[str, object] = {"frequency": period}
    if "due" in told or "day" in told:
        return keys
    day = re.fullmatch(r"(?:(?:trước|chậm nhất|vào)\s+)?(?:là\s+)?ngày\s+(\d{1,2})", when.strip(" .;"), re.IGNORECASE)
    dates = listed_times(when, years)
    if len(dates) == 1 and dates[0].get("end") and every in ("half", "year"):
        return {**keys, "deadline": when, "due": dates[0]["end"], "every": None}
    if day and every == "month":
        return {**keys, "deadline": when, "every": every, "day": int(day[1])}
    return keys if "deadline" in told else {**keys, "every": every}


_QUOTED = ("frequency", "deadline", "form")
_ORDER = ("to", "via", "frequency", "deadline", "due", "every", "day", "form")


def _same(cell: str) -> bool:
    return (
        bool(re.fullmatch(r"(?:[-–]?\s*nt\s*[-–]?|như trên|\"|″|〃)\.?", cell, re.IGNORECASE))
        or fold(cell) == "nhu tren"
    )
