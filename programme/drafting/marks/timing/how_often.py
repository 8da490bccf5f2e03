"""How often work is done, where no day is named: "Hằng tháng rà soát …", "… giám sát hằng quý", "định kỳ 6 tháng"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...shape import Degree
from ..fitting import Found
from ..verbs.roles import verb_at
from ..words import Span, holding, overlap
from .timing import every_of

_ONCE = r"(?:\s+(?:ít\s+nhất\s+|tối\s+thiểu\s+)?(?:một|0?1)\s+(?:lần|lượt|đợt))?"
_EVERY = re.compile(
    rf"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:tháng|quý){_ONCE}(?!\w)|định\s+kỳ\s+(?:0?6|sáu|0?3|ba)\s+tháng{_ONCE}(?!\w|\s+(?:đầu|cuối|trước|sau))",
    re.IGNORECASE,
)
_HOW_MANY_AFTER = re.compile(
    r"\s+(?:(?:ít\s+nhất|tối\s+thiểu|tối\s+đa|không\s+quá|từ|có|khoảng)\s+)*(?:\d|một\s|hai\s|ba\s)"
)
_HOW_MANY_BEFORE = re.compile(r"(?:\d|một|hai|ba)\s+[^\s\d,;.:()]+(?:\s+[^\s\d,;.:()]+)?\s+$")
"""Around a period within which so many are done ("02 kỳ mỗi tháng", "mỗi quý ít nhất 03 bản"): no deadline."""
_TOLD_ONCE = re.compile(r"\s(?:lần|lượt|đợt)$")
_OPENS = re.compile(r"(?:^|[;:.,(]|\bvà|\bphải|\bđể)\s*$")
_SHUTS = re.compile(r"\s*(?:[;.,)]|$|và\s)")
_OF_A_NOUN = re.compile(
    r"(?:giao\s+ban|báo\s+cáo|kế\s+hoạch|chỉ\s+tiêu|họp|sinh\s+hoạt|số\s+liệu|lịch|kỳ|lương|thu\s+nhập|chế\s+độ|mức|phiên)\s*$",
    re.IGNORECASE,
)
"""Before a period that says which meeting, plan or figure is meant, not when the work is done."""


def found_in(text: str, duties: Sequence[Found], reporting: Sequence[Span], taken: Sequence[Found]) -> Iterator[Found]:
    """The marks of how often the duties of a text are done; those of reports and with days of their own are `taken`."""
    spans = [one.wide for one in duties if one.wide]
    for match in _EVERY.finditer(text):
        opens = not text[: match.start()].strip() and text[match.end() :].startswith(",")
        opens = opens or bool(_TOLD_ONCE.search(match[0]) and re.match(r"\s*(?:,|\.?$)", text[match.end() :]))
        if (holding(spans, match.start()) is None and not opens) or holding(reporting, match.start()) is not None:
            continue
        if any(overlap(one.core, match.span()) for one in taken):
            continue
        degree = _degree(text, match) if holding(spans, match.start()) else Degree.LIKELY
        if degree is not None:
            says = {"text": match[0], "every": every_of(match[0])}
            why = "" if degree is Degree.SURE else _WHY
            yield Found(match.span(), {"timing": says}, "timing", degree, why=why)


def _degree(text: str, match: re.Match[str]) -> Degree | None:
    before, after = text[: match.start()], text[match.end() :]
    if _HOW_MANY_AFTER.match(after) or _HOW_MANY_BEFORE.search(before):
        return None
    behind = match.end() + len(after) - len(after.lstrip(" ,"))
    if _OPENS.search(before) or verb_at(text, behind, len(text)):
        return Degree.SURE
    if _OF_A_NOUN.search(before):
        return None
    if _SHUTS.match(after):
        return Degree.SURE
    return Degree.LIKELY if re.match(r"(?i)định", match[0]) else None


_WHY = "Câu này nói việc làm đi làm lại; có thể không phải một thời hạn."
