"""Where a text about something else begins to give out work: "Đối tượng: hộ nghèo. Kinh phí 640 triệu đồng. Giao Phòng A …"."""

from __future__ import annotations

import re

from ..bodies.bodies import Bodies
from ..verbs.duty_words import GAP
from ..verbs.roles import skipped, verb_at
from ..words import sentences

_ORDERS = re.compile(r"(?:Giao(?:\s+cho)?|Phân công|Đề nghị|Yêu cầu)\s+(?:các\s+(?=[A-ZĐ]))?")


def ordered_at(text: str, bodies: Bodies, *, acts: bool = False) -> int | None:
    """Where the first sentence begins that orders a body by its name; None where none does.

    `acts`: also one that begins with a body and a verb with a role of its own.
    """
    named = bodies.find(text)
    starts = {one.start for one in named}
    for start, end in sentences(text):
        order = _ORDERS.match(text, start, end)
        if order and order.end() in starts:
            return start
        first = next((one for one in named if one.start == start), None)
        if acts and first and _does(text, first.end, end):
            return start
    return None


def _does(text: str, place: int, end: int) -> bool:
    gap = GAP.match(text, place, end)
    verb = verb_at(text, skipped(text, gap.end() if gap else place, end), end)
    return bool(verb) and verb[0] != "implement"  # type: ignore[index]
