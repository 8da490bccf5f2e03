"""Who reports to whom through whom, laid out as a small diagram: rows of bodies, lines in a gutter.

Sizes are in pixels; letters keep theirs at any width of the page, so the
diagram stays readable on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .derive import Programme
from .records import Agency
from .vocabulary import Level

ROW, HEAD, LANE, LEFT = 36, 34, 8, 12


@dataclass(frozen=True)
class Row:
    """A heading (`agency` is None) or a body; `y` is the middle of its line of text."""

    text: str
    y: int
    agency: Agency | None = None
    passes_on: bool = False


@dataclass(frozen=True)
class Line:
    """A report from the row at `start` to the row at `end`, drawn at `x`; `open`: the plan names no addressee."""

    start: int
    end: int
    x: int
    open: bool


@dataclass(frozen=True)
class Diagram:
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    gutter: int
    height: int


def reports(programme: Programme) -> Diagram:
    """The diagram of all reporting duties. Reports without addressee lead to a row that says so."""
    steps: dict[tuple[str, str], None] = {}
    passing: set[str] = set()
    for report in programme.reports:
        ends = [agency.id for agency in report.to] or [""]
        if report.via:
            passing.add(report.via.id)
        for sender in report.by:
            chain = [sender.id, report.via.id] if report.via else [sender.id]
            for end in ends:
                path = [*chain, end]
                steps.update(dict.fromkeys(pairwise(path)))
    involved = {one for step in steps for one in step if one}
    rows, y_of, y = [], {}, 0
    for level in Level:
        bodies = [a for a in programme.data.agencies if a.level is level and a.id in involved]
        if not bodies:
            continue
        rows.append(Row(level.label, y + HEAD // 2 + 4))
        y += HEAD
        for agency in bodies:
            y_of[agency.id] = y + ROW // 2
            rows.append(Row(agency.short or agency.name, y_of[agency.id], agency, agency.id in passing))
            y += ROW
    if any(not end for _, end in steps):
        y_of[""] = y + ROW // 2 + 8
        rows.append(Row("Kế hoạch không nêu nơi nhận", y_of[""]))
        y += ROW + 8
    lines, lanes = [], _lanes({step: sorted((y_of[step[0]], y_of[step[1]])) for step in steps})
    width = LEFT + LANE * (max(lanes.values(), default=0) + 1)
    for step, lane in lanes.items():
        lines.append(Line(y_of[step[0]], y_of[step[1]], width - LANE * (lane + 1), not step[1]))
    return Diagram(tuple(rows), tuple(lines), width + 4, y)


def _lanes(spans: dict[tuple[str, str], list[int]]) -> dict[tuple[str, str], int]:
    """Lanes in which lines to different ends do not run over each other; lines to one end share a lane."""
    taken: list[dict[str, list[list[int]]]] = []
    found = {}
    for step, span in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[0])):
        end = step[1]
        lane = 0
        while lane < len(taken) and any(
            other != end and any(span[0] <= high and low <= span[1] for low, high in used)
            for other, used in taken[lane].items()
        ):
            lane += 1
        if lane == len(taken):
            taken.append({})
        taken[lane].setdefault(end, []).append(span)
        found[step] = lane
    return found
