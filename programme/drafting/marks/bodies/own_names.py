"""What a body calls itself in its own plan: "Sở", "Giám đốc Sở", "Ban Giám đốc", "Giám đốc"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....vietnamese.slugs import fold
from ..verbs.roles import verb_at
from ..words import UPPER
from .body_names import Named

CHIEF = "Giám đốc"
_OF_OFFICE = r"(?:(?:Ban\s+|Phó\s+)?Giám\s+đốc|(?:Ban\s+)?[Ll]ãnh\s+đạo|Thanh\s+tra|Văn\s+phòng|Đảng\s+ủy|Công\s+đoàn|Đoàn\s+[Tt]hanh\s+niên)"
"""Who stands before "Sở" in a department's own plan: its head, its offices."""
_CHIEF = rf"(?<!Phó\s)(?<!Ban\s){CHIEF}(?!\s+(?:{UPPER}|các|cơ|công|doanh|đơn|hợp))"
"""The head without the name of the body."""
_NO_NAME = {
    "Ban": r"\s+(?:hành|đầu)\b",
    "Phòng": r",?\s+(?:chống|ngừa|bệnh|cháy)\b",
    "Hội": r"\s+(?:nghị|thảo|viên|đồng|họp|thi)\b",
    "Đoàn": r"\s+(?:kết|thể|viên|kiểm|công)\b",
}
"""What makes the first word of a name another word: "Ban hành", "Phòng, chống"."""


def own_pattern(head: str) -> str:
    """A pattern for what a body whose name begins with `head` ("Sở") is called in its own plan."""
    other = f"|{_NO_NAME[head]}" if head in _NO_NAME else ""
    own = rf"{head}(?!\s+{UPPER}{other})"
    return rf"(?:{_OF_OFFICE}\s+)?{own}|Ban\s+(?:Giám\s+đốc|Lãnh\s+đạo)|{_CHIEF}"


def of_own(text: str, found: Sequence[Named], head: str) -> list[Named]:
    """The bodies of a text where the body's own name behind a unit is part of the unit's: "Phòng A thuộc Sở" is one."""
    chosen: list[Named] = []
    behind = re.compile(rf"\s+(?:(?:trực\s+thuộc|thuộc|của)\s+)?{head}(?!\s+{UPPER}|\w)")
    acts = re.compile(rf"{head}\s+(?=[a-zà-ỹđ])")
    for one in found:
        does = acts.match(text, one.start, one.end)
        if does and verb_at(text, does.end(), len(text)):  # "Sở tổng hợp, báo cáo": no body of that name
            one = Named(one.start, one.start + len(head), text[one.start : one.start + len(head)])
        if chosen and one.start < chosen[-1].end:
            continue
        more = behind.match(text, one.end)
        if more and any(one.end < other.start and other.end == more.end() for other in found):
            one = replace(one, end=more.end(), name=text[one.start : more.end()])
        chosen.append(one)
    return chosen


def without_own(key: str, head: str) -> str:
    """The folded name of a unit without the body's own name behind it; an office of the body keeps it."""
    unit = re.match(rf"(?P<name>{_UNIT} .+?) (?:(?:truc thuoc|thuoc|cua) )?{fold(head)}$", key)
    return unit["name"] if unit else key


_UNIT = r"(?:phong|bo phan|trung tam|chi cuc|to|doi|khoa|tram)"
