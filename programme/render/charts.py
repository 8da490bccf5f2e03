"""What is drawn in tables: bars for shares."""

from __future__ import annotations

from collections.abc import Iterable

from ..derive.programme import Programme
from ..derive.statements import Budget


def width(programme: Programme, lines: Iterable[Budget]) -> str:
    """The share of some budget lines in the whole, as the width of a bar: "36.56%"; "" where the whole is nothing."""
    return f"{100 * programme.sum_of(lines) / programme.total:.2f}%" if programme.total else ""
