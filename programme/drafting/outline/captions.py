"""What stands right above a table and is its own: caption and unit."""

from __future__ import annotations

from ..shape import Grid, Passage
from . import headings


def caption_taken(grid: Grid, before: list[Passage]) -> tuple[str, ...]:
    """Take caption and unit line from the texts right before a table that has no caption in its first row.

    Gives the footnotes of what is taken.
    """
    notes: tuple[str, ...] = ()
    if grid.caption:
        return notes
    if before and not before[-1].label and headings.is_unit_line(before[-1].text):
        notes = before[-1].notes
        grid.unit_line = before.pop().text
    if before and not before[-1].label and _is_title(before[-1].text):
        notes = before[-1].notes + notes
        grid.caption = before.pop().text
    return notes


def _is_title(text: str) -> bool:
    """Whether a line right before a table is its caption: "Bảng 1. ...", or a short line that is no sentence."""
    if headings.is_caption(text):
        return not headings.is_unit_line(text)
    return len(text.split()) <= 25 and text[-1:] not in ".;:,)" and (text.isupper() or text[:1].isupper())
