"""Where a text about something else begins to give out work: "Đối tượng: hộ nghèo. Kinh phí 640 triệu đồng. Giao Phòng A …"."""

from __future__ import annotations

import re

from ..bodies.bodies import Bodies
from ..words import sentences

_ORDERS = re.compile(r"(?:Giao(?:\s+cho)?|Phân công|Đề nghị|Yêu cầu)\s+(?:các\s+(?=[A-ZĐ]))?")


def ordered_at(text: str, bodies: Bodies) -> int | None:
    """Where the first sentence begins that orders a body by its name; None where none does."""
    starts = {one.start for one in bodies.find(text)}
    orders = (_ORDERS.match(text, *span) for span in sentences(text))
    return next((one.start() for one in orders if one and one.end() in starts), None)
