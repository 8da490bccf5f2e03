"""Who reports to whom through whom, laid out as trees: the receiver at the root, those who report below it.

Sizes are in pixels; letters keep theirs at any width of the page, so the
drawing stays readable on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..derive.programme import Programme
from ..load.registries import Agency

ROW, GAP, STEP = 30, 12, 22


@dataclass(frozen=True)
class Row:
    """A body in a tree: `depth` 0 receives, 1 reports or passes on, 2 reports through the one that passes on.

    No `agency`: the plan names nobody. `y` is the middle of the line of text,
    `parent` that of the row it reports to.
    """

    agency: Agency | None
    depth: int
    y: int
    parent: int | None = None
    passes_on: bool = False

    @property
    def x(self) -> int:
        """Where the text begins."""
        return self.depth * STEP

    @property
    def base(self) -> int:
        """Where the letters stand."""
        return self.y + 5

    @property
    def line(self) -> str:
        """The path from the text up to the row that this one reports to."""
        return f"M{self.x - 4} {self.y}h-10V{(self.parent or 0) + 14}"

    @property
    def arrow(self) -> str:
        """The path of the head of the arrow, at the end of the line."""
        return f"M{self.x - 14} {(self.parent or 0) + 10}l-4 8h8z"


@dataclass(frozen=True)
class Diagram:
    """The rows of all trees, and the height of the drawing in pixels."""

    rows: tuple[Row, ...]
    height: int


def reports(programme: Programme) -> Diagram:
    """The drawing of all reporting duties; those without an addressee stand under a root that says so."""
    rows: list[Row] = []
    y = 0
    for receiver, senders in _trees(programme).items():
        root = y + ROW // 2
        rows.append(Row(receiver, 0, root))
        y += ROW
        for (sender, passes_on), through in senders.items():
            own = y + ROW // 2
            rows.append(Row(sender, 1, own, root, passes_on))
            y += ROW
            for first in through:
                rows.append(Row(first, 2, y + ROW // 2, own))
                y += ROW
        y += GAP
    return Diagram(tuple(rows), y)


def _paths(programme: Programme) -> Iterator[tuple[Agency, Agency | None, Agency | None]]:
    """(who reports, through whom, to whom) for each reporting duty; None where the plan names nobody."""
    for report in programme.reports:
        for sender in report.by:
            for receiver in report.to or (None,):
                yield sender, report.via, receiver


def _trees(programme: Programme) -> dict[Agency | None, dict[tuple[Agency, bool], dict[Agency, None]]]:
    """Receiver -> (who reports to it, or passes reports on) -> who reports through that one. Nobody comes last."""
    trees: dict[Agency | None, dict[tuple[Agency, bool], dict[Agency, None]]] = {}
    for sender, via, receiver in sorted(_paths(programme), key=lambda path: path[2] is None):
        branch = trees.setdefault(receiver, {}).setdefault((via or sender, via is not None), {})
        if via:
            branch[sender] = None
    return trees
