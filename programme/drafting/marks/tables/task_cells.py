"""What the cells of a row of tasks say beside who does it: whom it is for, what is reported to whom, several times."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ....vietnamese.slugs import fold
from ...shape import Degree, Grid, Mark
from ..bodies.bodies import Bodies
from ..groups.groups import Groups
from ..money.amounts import amounts
from ..plan_context import Context, Place
from ..reports.report_words import FORM, THROUGH
from ..reports.reports import reports_in
from ..timing.dates import DATE, iso
from ..timing.timing import every_of, inside_years, times

_REPORTS = re.compile(
    r"^(?:(?:dinh ky|hang thang|hang quy|hang nam|thuc hien|nop|gui|lap|xay dung|che do)[ ,]+)*(?:tong hop[ ,]+(?:va )?(?:gui )?)?bao cao\b(?! vien)"
    r"|^(?:tong hop|theo doi|danh gia|so ket|tong ket)\b.{0,60}\bbao cao (?!cua|vien)"
)
"""A task that is a report, folded: it begins with "báo cáo", or gathers what is reported."""
_SENT = re.compile(r"(?:Các\s+|\d+\s+)?(?:[Vv]ăn\s+bản\s+)?[Bb]áo\s+cáo\s+(?:[^;.]{2,60}?\s+)?(?:gửi|trình|nộp)\s")
_DAY = re.compile(rf"(?:[Nn]gày\s+)?{DATE}")
"""A day that is all a cell says."""
_HALF = re.compile(r"(?i)(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?|(?:cả\s+)?năm|quý|tháng")


@dataclass
class TaskCells:
    """Reads the cells of the tables of tasks of a plan."""

    context: Context
    bodies: Bodies
    groups: Groups

    def mark(self, grid: Grid, place: Place) -> None:
        """Put on each row that gives somebody work what its cells say besides."""
        says = {
            str(mark.sets["says"]): at
            for at, marks in grid.column_marks.items()
            for mark in marks
            if "says" in mark.sets
        }
        if "task" not in says:
            return
        for number, marks in grid.row_marks.items():
            given = next((one for one in marks if "bearers" in one.sets), None)
            if given is None or "reports" in given.sets:
                continue
            cells = {what: " ".join(grid.rows[number][at].split()) for what, at in says.items()}
            firm = given.degree is Degree.SURE or bool(cells.get("lead"))
            marks += self._for_whom(cells["task"], place, firm)
            if norms := self._norms(cells["task"]):
                marks.append(_of_row({"norms": norms}, "norm", firm))
            if reports := self._reports(cells, [str(one) for one in given.sets["bearers"]]):
                marks.append(_of_row({"reports": reports}, "report", firm))
                marks[marks.index(given)] = replace(given, sets=_without(given.sets, reports))

    def _for_whom(self, text: str, place: Place, firm: bool) -> list[Mark]:
        sure: list[object] = []
        likely: list[Mark] = []
        for one in self.groups.marks(text, Place(), duties=(), taken=()):
            if one.degree is Degree.SURE:
                sure += one.sets["for_whom"]
            else:
                likely.append(Mark(0, 0, one.sets, "for_whom", one.degree, why=one.why))
        return ([_of_row({"for_whom": sure}, "for_whom", firm)] if sure else []) + likely

    @staticmethod
    def _norms(text: str) -> list[str]:
        """The amounts of a task that are what one of many gets, as it has them."""
        found = [one for one in amounts(text, "content") if one.norm and not one.plain]
        return [text[one.start : one.end].strip(" ,;.()") for one in found]

    def _reports(self, cells: dict[str, str], bearers: list[str]) -> list[dict[str, object]]:
        text = cells["task"]
        sent = _sent_as(cells.get("product", ""))
        if not _REPORTS.search(fold(text)) and not sent:
            return []
        through = THROUGH.search(text)
        said = THROUGH.sub(lambda match: " " * len(match[0]), text)
        years = self.context.years
        told = reports_in(said, (0, len(said)), self.bodies, years)
        if sent and "to" not in told[0]:
            told = reports_in(sent, (0, len(sent)), self.bodies, years)
        common: dict[str, object] = {key: told[0][key] for key in ("to", "via") if key in told[0]}
        if to := [one for one in common.get("to", ()) if one not in bearers]:  # type: ignore[attr-defined]
            common["to"] = to
        else:
            common.pop("to", None)
        between = self.bodies.find(through["via"]) if through and "via" not in common else []
        if between and (via := self.bodies.id_of(between[0].name)) not in bearers:
            common["via"] = via
        whens = self._whens(cells.get("timing", ""))
        if not common.get("to") and not (whens and fold(text).startswith("bao cao")):
            return []
        if form := FORM.search(cells.get("product", "")) or FORM.search(text):
            common["form"] = form[0]
        return [{**common, **when} for when in whens or [{}]]

    def _whens(self, cell: str) -> list[dict[str, object]]:
        """The deadlines of a cell, one for each half-sentence: "6 tháng: trước 18/6; năm: trước 08/12"."""
        found: list[dict[str, object]] = []
        for piece in (one.strip() for one in re.split(r";\s*|(?<=\d),\s+(?=(?:cả\s+)?năm\b)", cell)):
            dated = [one for one in times(piece, self.context.years) if inside_years(one.says, self.context.years)]
            keys: dict[str, object] = {}
            label = re.match(r"\s*(?:báo cáo\s+)?([^:;]{3,30}?)(?=\s*[:(])", piece, re.IGNORECASE)
            if label and _HALF.search(label[1]):
                keys["frequency"] = label[1]
            for one in dated:
                own = {**keys, "deadline": piece[one.start : one.end]}
                if one.says.get("every"):
                    own |= {key: one.says[key] for key in ("every", "day") if key in one.says}
                elif one.says.get("end"):
                    own["due"] = one.says["end"]
                found.append(own)
            if not dated and _DAY.fullmatch(piece) and inside_years({"end": iso(piece)}, self.context.years):
                found.append({"deadline": piece, "due": iso(piece)})
            elif not dated and (every := every_of(piece)):
                keys |= {"frequency": piece, "every": every}
            if keys and not dated:
                found.append(keys)
        return found


def _sent_as(product: str) -> str:
    """What a row yields where that is a report sent to somebody: "Báo cáo gửi UBND tỉnh"; "" for other results."""
    return product if _SENT.match(product) else ""


def _without(sets: Mapping[str, Any], reports: list[dict[str, object]]) -> dict[str, Any]:
    """The keys of a row without its times, where its reports tell all of them."""
    ends = {one.get("end") for one in sets.get("timings", (sets,))}
    told = {one.get("due") for one in reports}
    every = {one.get("every") for one in reports}
    if ends <= told and (None not in ends or sets.get("every") in every):
        return {key: value for key, value in sets.items() if key not in ("timings", "start", "end", "every", "day")}
    return dict(sets)


def _of_row(sets: dict[str, object], kind: str, firm: bool) -> Mark:
    why = "" if firm else "Ô ghi ai làm ở hàng này trống."
    return Mark(0, 0, sets, kind, Degree.SURE if firm else Degree.LIKELY, why=why)
