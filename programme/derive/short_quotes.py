"""A few words of the plan that tell what a sentence, a row or a line is about."""

from __future__ import annotations

from ..load.vocabulary import TaskPart
from ..vietnamese.formats import quotation
from .programme import Programme
from .statements import Spot

_LONGEST = 150
"""Letters that are quoted."""


def short(text: str, before: str = "") -> str:
    """A quotation that is no longer than `_LONGEST`; `before`: the sign that it begins after, if it is no beginning."""
    said = text.rstrip(";: ")
    cut = said if len(said) <= _LONGEST else said[:_LONGEST].rpartition(" ")[0].rstrip(",;: ")
    goes_on = cut != said or text.endswith((";", ":"))
    return f"{'… ' if before in (';', ':') and before else ''}{quotation(cut, '.')}{' …' if goes_on else ''}"


def work(programme: Programme, spot: Spot) -> str | None:
    """The task of the row, or the work of several lines, that words stand in; None where they stand in a sentence."""
    row, task = programme.row_of.get(spot.paragraph), programme.tasks.get(spot.paragraph)
    if row:
        cells = [phrases for column, phrases in row.told if column.says is TaskPart.TASK] or [row.told[0][1]]
        return short(" ".join(phrase.text for phrases in cells for phrase in phrases))
    if task and task.is_line(spot.paragraph):
        return short(task.work.text if task.work else task.heading)
    return None


def said(programme: Programme, spot: Spot) -> str:
    """The same; of a sentence the words that state it."""
    told = work(programme, spot)
    return short(spot.phrase.text) if told is None else told
