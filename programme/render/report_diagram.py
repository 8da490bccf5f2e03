"""Who reports to whom through whom, as one flow: columns of boxes from who reports to who receives, and lines.

The boxes are HTML, as high as their words ask; all boxes of a column share its
height evenly, so the middle of each is known as a share of the height, and the
lines are drawn in a picture that is stretched over the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..derive.programme import Programme
from ..derive.statements import Report
from ..load.registries import Agency

COLUMN, BOX = 7, 6
"""Widths of a column and of the box in it; the rest of the column is for the lines."""
HEIGHT = 100
APART = 2.5
"""How far from the middle, in the same shares, each of two lines between the same boxes runs."""

Node = tuple[Agency, int]
"""A body; the number is 0 but for one that reports in a circle, which is drawn once more to receive."""


Edges = dict[tuple[Node, Node], set[bool]]
"""From a body to another -> whether what is sent only passes there: no, yes, or both."""


@dataclass(frozen=True)
class Box:
    """A body in the flow, with what it reports and what it passes on; `receives`: an arrow ends here."""

    agency: Agency
    receives: bool
    sends: tuple[Report, ...]
    passes_on: tuple[Report, ...]


@dataclass(frozen=True)
class Line:
    """A line between two boxes, as an SVG path; `through`: what is sent only passes there."""

    path: str
    through: bool


@dataclass(frozen=True)
class Flow:
    """The columns, from who reports first to who receives last, and the lines over a picture of `width` by HEIGHT."""

    columns: tuple[tuple[Box, ...], ...]
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        """The width of the picture."""
        return COLUMN * len(self.columns)


def reports(programme: Programme) -> Flow:
    """The flow of all reports that name who receives them; empty where none does."""
    edges = _edges(programme)
    columns = _columns(edges)
    places = {
        node: (at, (row + 0.5) * HEIGHT / len(column))
        for at, column in enumerate(columns)
        for row, node in enumerate(column)
    }
    receiving = {to for _, to in edges}
    boxes = (tuple(_box(programme, node, node in receiving) for node in column) for column in columns)
    heights = [len(column) for column in columns]
    return Flow(tuple(boxes), tuple(_lines(edges, places, heights)))


def _lines(edges: Edges, places: Mapping[Node, tuple[int, float]], heights: list[int]) -> Iterator[Line]:
    """The line of each edge; of one that stands for both, what is for the body itself and what passes there, two."""
    for (one, to), kinds in edges.items():
        (first, y), (last, end) = places[one], places[to]
        for place, through in enumerate(sorted(kinds)):
            aside = (2 * place - len(kinds) + 1) * APART
            yield Line(_path((first, y + aside), (last, end + aside), heights), through)


def _box(programme: Programme, node: Node, receives: bool) -> Box:
    agency, again = node
    addressed = [] if again else [report for report in programme.reports if report.to]
    sends = {(report.to, report.via): report for report in addressed if agency in report.by}
    passed = {(report.to, report.by): report for report in addressed if agency is report.via}
    return Box(agency, receives, tuple(sends.values()), tuple(passed.values()))


def _steps(programme: Programme) -> Iterator[tuple[Agency, Agency, bool]]:
    """(from, to, whether it only passes there) for each step of each report."""
    for report in programme.reports:
        for receiver in report.to:
            for sender in report.by:
                if report.via:
                    yield sender, report.via, True
                    yield report.via, receiver, True
                else:
                    yield sender, receiver, False


def _edges(programme: Programme) -> Edges:
    """The ways, each once, none in a circle -> whether something is for the body there, only passes there, or both."""
    found: Edges = {}
    for sender, receiver, through in _steps(programme):
        one, to = (sender, 0), (receiver, 0)
        if _leads(found, to, one):
            to = (receiver, 1)
        found.setdefault((one, to), set()).add(through)
    return found


def _leads(edges: Edges, one: Node, to: Node) -> bool:
    """Whether a way along the lines leads from one body to another, or they are the same."""
    return one == to or any(_leads(edges, after, to) for before, after in edges if before == one)


def _columns(edges: Edges) -> list[list[Node]]:
    """Each body right of all that report to it; who only reports, just left of the nearest that receives it."""
    at: dict[Node, int] = dict.fromkeys((node for edge in edges for node in edge), 0)
    for _ in at:
        for one, to in edges:
            at[to] = max(at[to], at[one] + 1)
    for first in set(at) - {to for _, to in edges}:
        at[first] = min(at[to] for one, to in edges if one == first) - 1
    columns = [[node for node in at if at[node] == place] for place in range(max(at.values(), default=-1) + 1)]
    pairs = [*pairwise(columns)]
    for column, beside in [*((right, left) for left, right in pairs), *reversed(pairs)]:
        column.sort(key=lambda node: _middle(edges, node, beside))  # fewer lines cross
    return columns


def _middle(edges: Edges, node: Node, beside: list[Node]) -> float:
    """Where, as a share of the height, those of the column beside stand that a body has lines with."""
    rows = [row for row, other in enumerate(beside) if (node, other) in edges or (other, node) in edges]
    return (sum(rows) / len(rows) + 0.5) / len(beside) if rows else 1


def _path(one: tuple[int, float], to: tuple[int, float], heights: list[int]) -> str:
    """From the right of a box to the left of another; past columns between them, between their boxes."""
    (first, y), (last, end) = one, to
    path = f"M{COLUMN * first + BOX} {y:.4g}"
    for column in range(first + 1, last):
        wanted = y + (end - y) * (column - first) / (last - first)
        beside = round(wanted * heights[column] / HEIGHT) * HEIGHT / heights[column]
        path += f"{_curve(column, y, beside)}H{COLUMN * column + BOX}"
        y = beside
    return path + _curve(last, y, end)


def _curve(column: int, y: float, end: float) -> str:
    """On to the left edge of a column."""
    middle, edge = COLUMN * column - (COLUMN - BOX) / 2, COLUMN * column
    return f"C{middle:g} {y:.4g} {middle:g} {end:.4g} {edge} {end:.4g}"
