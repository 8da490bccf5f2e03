"""Lines that tell a work, and behind a colon only who does it: "Khảo sát nhu cầu học nghề: Hội LHPN xã, xong trước 30/4"."""

from __future__ import annotations

import re

from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..fitting import Found
from ..verbs.duty_words import WITH
from ..verbs.roles import led_by

_TELLS = re.compile(r"(?P<work>[^:;]{12,200}?)\s*:\s+(?:do\s+|giao\s+)?(?=(?-i:[A-ZĐỦ]|[Cc]ác\s))", re.IGNORECASE)
_DOES = re.compile(
    r"\s+(?:(?P<lead>chủ\s+trì|phụ\s+trách|đảm\s+nhiệm|chịu\s+trách\s+nhiệm)|thực\s+hiện)(?:\s+(?:chính|thực\s+hiện))?(?!\w)",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"[\s,;(]*(?:(?:phải\s+)?(?:hoàn\s+thành|xong|thực\s+hiện|thời\s+(?:gian|hạn))(?:\s+xong)?:?\s+)?(?:trước|chậm\s+nhất|muộn\s+nhất|trong|vào|từ|đến|quý|tháng|ngày|hằng|hàng|năm|thường\s+xuyên|xong)(?!\w)[^;:]{0,60}",
    re.IGNORECASE,
)


def done_after(text: str, bodies: Bodies) -> list[Found]:
    """The one duty of such a line: the bodies carry out what its first verb says, those behind "phối hợp với" beside them."""
    match = _TELLS.match(text)
    led = led_by(text, 0, match.end("work")) if match else None
    named = bodies.find(text)
    names = listed(named, text, match.end()) if match else []
    if (
        not match
        or led is None
        or led.roles[0] in ("report", "coordinate")
        or led.verb[0] > 0
        or not names
        or any(one.start < match.end() for one in named)
    ):
        return []
    place, role = names[-1].end, list(led.roles)
    if does := _DOES.match(text, place):
        place = does.end()
        role = ["lead"] if does["lead"] else role
    joint = re.compile(r"[\s,;(]*").match(text, place)
    helps = WITH.match(text, joint.end()) if joint else None
    beside = listed(named, text, helps.end()) if helps else []
    place = beside[-1].end if beside else place
    if when := _BY_THEN.match(text, place):
        place = when.end()
    if text[place:].strip(" .;)"):
        return []
    ids = bodies.ids_of(one.name for one in names)
    with_ = [id for id in bodies.ids_of(one.name for one in beside) if id not in ids]
    sets: dict[str, object] = {"roles": role, "bearers": ids}
    return [Found((0, names[-1].end), {**sets, "with": with_} if with_ else sets, "bearer", wide=(0, len(text)))]
