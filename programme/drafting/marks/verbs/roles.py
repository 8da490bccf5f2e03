"""What a sentence that gives work makes its bearer do: the verb it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..words import Span
from .role_openings import EVENT, HOW, STRONG, UNDER, WHEN
from .role_verbs import OTHERS, ROLES, SENT

_AND_GUIDE = re.compile(r",?\s*(?:và\s+)?")


@dataclass(frozen=True)
class Led:
    """The role of a sentence, with the place of its verb."""

    roles: tuple[str, ...]
    verb: Span
    known: bool
    """Whether the verb is one of a list, not just taken for work."""


def skipped(text: str, start: int, end: int) -> int:
    """The place of the verb of a sentence: behind "Căn cứ chức năng, nhiệm vụ được giao", "chủ động", "tổ chức"."""
    place = start
    while match := UNDER.match(text, place, end):
        if match.end() == place:
            break
        place = match.end()
    match = HOW.match(text, place, end)
    after = match.end() if match else place
    return after if after < end else place


def verb_at(text: str, place: int, end: int) -> tuple[str, int] | None:
    """The role of the verb that stands at a place, and where it ends; "implement" for other verbs of work."""
    for role, pattern in ROLES:
        if match := pattern.match(text, place, end):
            return role, match.end()
    if match := OTHERS.match(text, place, end):
        return "implement", match.end()
    return None


def led_by(text: str, start: int, end: int) -> Led | None:
    """The roles that a sentence gives: that of its first verb, and those that stand beside it ("chủ trì, phối hợp")."""
    place = skipped(text, start, end)
    found = verb_at(text, place, end)
    if found is None and place != start:
        place = start
        found = verb_at(text, start, end)
    timed = _TIMED.match(text, start, end) if found is None else None
    if timed and (behind := verb_at(text, at := skipped(text, timed.end(), end), end)):
        place, found = at, behind
    if found is None and (later := _later(text, start, end)):
        place, found = later
    if (found is None or found[0] == "implement") and (sent := SENT.match(text, start, end)):
        return Led(("report",), (start, sent.end()), True)
    if found is None:
        return None
    role, after = found
    roles = [role]
    if role == "implement" and (inner := _inside(text, after, end)):
        roles, after = [inner[0]], inner[1]
        role = inner[0]
    if role == "implement" and text[after : after + 2] == ", " and " " not in text[place:after]:
        named = verb_at(text, after + 2, end)  # "nhắc, đôn đốc": the second says which role it is
        role, after = named if named and named[0] == "monitor" else (role, after)
        roles = [role]
    joint = _AND_GUIDE.match(text, after, end)
    following = joint.end() if joint else after
    beside = verb_at(text, following, end) if following > after or role == "lead" else None
    if role == "lead" and re.match(r",?\s*(?:và\s+)?(?:phối hợp|hướng dẫn)\b", text[after:end]):
        assert beside
        roles.append(beside[0])
    elif role == "lead" and re.match(r"\s+(?:xây dựng|lập)\s+(?:[Kk]ế hoạch|dự toán)", text[after:end]):
        roles.append("plan")
    elif role == "lead" and _SUMS_UP.match(text, after, end):
        roles.append("report")
    elif role in ("guide", "monitor") and beside and beside[0] in ("monitor", "guide") and beside[0] not in roles:
        roles.append(beside[0])
    return Led(tuple(roles), (place, after), True)


_TIMED = re.compile(
    r"(?:trước|đến|trong|vào|từ|quý|tháng|chậm nhất|muộn nhất|cuối|đầu|giữa)(?:\s+(?:là|ngày|hết|tháng|quý|năm|cuối|đầu|giữa|đến|[\d/.-]+|[IVX]+)(?=[\s,]))+,?\s+",
    re.IGNORECASE,
)
"""When something is to be done, right before its verb: "Trước 31/3/2026 hoàn thành …"."""
_SUMS_UP = re.compile(
    r"[,\s]*(?:(?:là|làm)\s+)?(?:chủ trì,?\s+)?(?:tổng hợp|lập)[^;.:,]{0,40}(?:,\s+)?(?:và\s+)?báo cáo(?!\s+viên)",
    re.IGNORECASE,
)
"""Behind who leads, what they sum up and report: "Cơ quan thường trực, chủ trì tổng hợp báo cáo"."""


def _later(text: str, start: int, end: int) -> tuple[int, tuple[str, int]] | None:
    """The verb of a sentence that begins by saying when: "Định kỳ hằng tháng (trước ngày 20) tổng hợp, báo cáo"."""
    if not WHEN.match(text, start, end):
        return None
    event = EVENT.match(text, start, end)
    for match in STRONG.finditer(text, event.end() if event else start, end):
        if found := verb_at(text, match.start(), end):
            return match.start(), found
    return None


def _inside(text: str, after: int, end: int) -> tuple[str, int] | None:
    """The real verb behind "tổ chức", "thực hiện tốt công tác", "tăng cường"."""
    if not re.search(
        r"(?i)(?:tổ chức|tăng cường|đẩy mạnh|thực hiện|làm|triển khai|bảo đảm|nâng cao|chủ động|kịp thời|quan tâm)$",
        text[:after],
    ):
        return None
    match = re.match(
        r"\s+(?:thực hiện\s+|triển khai\s+)?(?:tốt\s+|đầy đủ\s+|nghiêm túc\s+|kịp thời\s+)?(?:công tác\s+|các hoạt động\s+|việc\s+|chất lượng\s+công tác\s+|các cuộc\s+)?",
        text[after:end],
    )
    place = after + (match.end() if match else 0)
    for role, pattern in ROLES:
        if found := pattern.match(text, place, end):
            return role, found.end()
    return None
