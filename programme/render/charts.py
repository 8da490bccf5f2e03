"""What the charts of the site draw: bars for shares, dots for who has a part in what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..derive.programme import Programme
from ..derive.statements import Budget
from ..load.dataset import Project
from ..load.registries import Agency


@dataclass(frozen=True)
class Bar:
    """A bar with its words; `width` is its share of the whole: "36.56%"."""

    label: str
    text: str
    width: str


def project_bars(programme: Programme) -> list[Bar]:
    """The money of each project that has some, as a share of the whole."""
    found = ((node, programme.budgets_of(node)) for node in programme.data.projects)
    return _bars(programme, ((node.short_label, lines) for node, lines in found if lines))


def lead_bars(programme: Programme) -> list[Bar]:
    """The money that each lead answers for, as a share of the whole."""
    return _bars(programme, ((_together(leads), lines) for leads, lines in programme.money_by_lead))


def _bars(programme: Programme, rows: Iterable[tuple[str, tuple[Budget, ...]]]) -> list[Bar]:
    """Nothing where there is no money: of nothing there are no shares."""
    if not programme.total:
        return []
    return [
        Bar(label, programme.sum_text(lines), f"{100 * programme.sum_of(lines) / programme.total:.2f}%")
        for label, lines in rows
    ]


def _together(leads: tuple[Agency, ...]) -> str:
    if not leads:
        return "Kế hoạch không nêu"
    return leads[0].short_name if len(leads) == 1 else f"{len(leads)} cơ quan"


def columns(programme: Programme) -> list[tuple[Project, str]]:
    """The projects with clauses of their own, and the middle of the column of each: "4.55%"."""
    count = len(programme.work_nodes)
    return [(node, f"{(place + 0.5) * (100 / count):.2f}%") for place, node in enumerate(programme.work_nodes)]
