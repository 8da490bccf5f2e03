"""Work that is told first and whose it is last, without a verb: "lo chỗ ngồi: Đoàn xã", "đầu mối là Sở A", "(phần việc của B)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..words import Span, bracketed, inside, quoted, sentences
from .clauses import Acting

_WHO = r"(?:(?:các\s+)?(?:đồng\s+chí|đ/c|ông|bà)\s+|các\s+(?=[A-ZĐ]))?"
_TOPIC = re.compile(
    rf"(?P<work>(?:[^\s:;.(),]+\s+){{1,22}}?[^\s:;.(),]+(?:\s+\([^()]*\))?)\s*(?::|\s[-–])\s+(?:giao(?:\s+cho)?\s+|do\s+|là\s+)?{_WHO}$"
)
_NO_WORK = re.compile(
    r"(?i)(?:nơi\s+nhận|kính\s+gửi|căn\s+cứ|đối\s+tượng|địa\s+(?:điểm|bàn|chỉ)|thời\s+gian|kinh\s+phí|nguồn|thành\s+phần|ghi\s+chú|gồm|cơ\s+quan\s+(?:phối|chủ)|đơn\s+vị|phối\s+hợp|chủ\s+trì|theo|số|tổng|trong\s+đó|ví\s+dụ|như\s+sau|nhóm|hộ|người|các|những|dự\s+án|tiểu|nội\s+dung|mục|phần|điều|bảng|biểu)(?!\w)"
)
"""What stands before a colon and tells no work."""
_HANDED = re.compile(rf"(?i)\b(?:giao\s+khoán|khoán|giao|ủy\s+quyền)\s+(?:[^\s;:.]+\s+){{0,16}}?cho\s+(?-i:{_WHO})$")
_AND_HANDED = re.compile(rf"\s*,\s+(?:và\s+)?\d[\d.,]*\s+(?:[^\s,;:.]+\s+){{0,3}}?cho\s+{_WHO}")
_IS = re.compile(
    rf"(?i)\b(?:người|nơi|đầu\s+mối|đơn\s+vị|cơ\s+quan|bên|chủ\s+đầu\s+tư|nòng\s+cốt|thường\s+trực|chủ\s+trì)\b[^,;:.()]{{0,50}}?\slà\s+(?-i:{_WHO})$"
)
_OF = re.compile(
    rf"(?i)\b(?:(?:đầu|phần|công)?\s*việc|trách\s+nhiệm|nhiệm\s+vụ)\s+(?:này\s+)?(?:của|thuộc(?:\s+(?:về|trách\s+nhiệm(?:\s+của)?))?)\s+(?-i:{_WHO})$"
)
_ENDS = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:[,;.)]|$|\s(?:trong|trước|từ|vào|theo(?!\s+(?:các\s+)?(?:bảng|biểu|phụ|danh))|kể\s+từ|chậm|xong|và\s+có)\s)"
)
_OPENS = re.compile(r"(?:[-–+•*]|\d+[.)]|[a-zđ]\))\s+")


def named_last(text: str, named: Sequence[Named]) -> Iterator[Acting]:
    """Those who are named last, each with the place where the work begins and the words of both."""
    shut = quoted(text)
    brackets = bracketed(text)
    for sentence in sentences(text):
        start, end = sentence
        opens = _OPENS.match(text, start, end)
        start = opens.end() if opens else start
        passed = start
        for one in named:
            if not passed <= one.start < end or inside(one.start, shut):
                continue
            names = [other for other in listed([*named], text, one.start) if other.end <= end]
            if not names or not _ENDS.match(text, names[-1].end, end):
                continue
            work = _work(text, start, one, named, brackets)
            if work is None:
                continue
            passed = names[-1].end
            while more := _AND_HANDED.match(text, passed, end):
                also = [other for other in listed([*named], text, more.end()) if other.end <= end]
                if not also:
                    break
                names, passed = [*names, *also], also[-1].end
            yield Acting(tuple(names), work, (work, passed))


def _work(text: str, start: int, one: Named, named: Sequence[Named], brackets: Sequence[Span]) -> int | None:
    """Where the work begins whose bearer stands there; None where the words before tell none."""
    before = text[start : one.start]
    others = [other for other in named if start <= other.start < one.start]
    if inside(one.start, brackets):
        opened = text.rfind("(", start, one.start)
        return start if _OF.search(text[opened : one.start]) and not others else None
    if _OF.search(before) or _IS.search(before):
        joint = max(before.rfind(", "), before.rfind("; "))
        return start + joint + 2 if joint >= 0 and _IS.search(before[joint:]) else start
    if _HANDED.search(before) and not others:
        return start
    pieces = re.split(r"(?<=[;:])\s+|(?<=,)\s+", before)
    last = before[len(before) - len(pieces[-1]) :]
    topic = _TOPIC.fullmatch(last)
    if topic is None and len(pieces) > 1 and pieces[-2].endswith(":"):
        last = before[before.rindex(pieces[-2]) :]
        topic = _TOPIC.fullmatch(last)
    if not topic or _NO_WORK.match(topic["work"]) or len(topic["work"].split()) < 2:
        return None
    at = start + len(before) - len(last) + topic.start("work")
    return None if any(at <= other.start for other in others) else at
