"""Rows of a table of money that add up the rows below them: "I. Ngân sách trung ương" above "1", "2".

Only where the numbers before the rows say what stands in what, and every amount is that sum.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ...outline.labels import understood

Amounts = Mapping[int, int]
"""Column -> amount of a row, in đồng."""


def subtotals(rows: Sequence[Sequence[str]], amounts: Sequence[Amounts], apart: Callable[[int], bool]) -> set[int]:
    """The rows that add up those below them; `apart`: rows that add nothing to what stands above them, as totals."""
    levels = [_level(row[0]) if row else None for row in rows]
    found: set[int] = set()
    for at in reversed(range(len(rows))):  # what stands in a group is known before the group
        level = levels[at]
        if level is None or not amounts[at] or apart(at):
            continue
        group: list[int] = []
        for below in range(at + 1, len(rows)):
            other = levels[below]
            if apart(below) or (other is not None and other <= level):
                break
            group.append(below)
        leaves = [amounts[one] for one in group if one not in found]
        sums = {column: sum(one.get(column, 0) for one in leaves) for one in leaves for column in one}
        if leaves and {key: one for key, one in sums.items() if one} == {k: v for k, v in amounts[at].items() if v}:
            found.add(at)
    return found


def _level(count: str) -> float | None:
    """How deep the number of a row stands: letters and Roman numbers above others; a dash or a blank below all."""
    said = count.strip(" .)(")
    if not said or not any(map(str.isalnum, said)):
        return 99.0
    label = understood(f"{said}.")
    if label is None:
        return None
    return label.rank - (5 if label.kind == "alpha" else 0)
