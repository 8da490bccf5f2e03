"""Bodies told one after the other: "Các Phòng: A; B", "A, B và C"."""

from __future__ import annotations

import re

from .body_names import Named

_SPREAD = re.compile(r"(?i)^các\s+(?P<head>phòng|sở|ban|hội|xã|phường|huyện|thôn|bản|ấp)\s*:\s*(?P<rest>.+)")


_WHERE_NAMED = r"(?:\s+(?:có\s+tên|được\s+nêu|nêu|ghi)\s+(?:tại|trong|ở)\s+(?:Phụ lục|Danh sách|Bảng|Biểu|Điều|khoản)(?:\s+(?:số\s+)?(?:\d+|[IVX]+))?)?"
"""Behind those of a list, where the plan names them: "các xã có tên tại Phụ lục I"."""


def spread(text: str) -> list[str]:
    """The bodies of "Các Phòng: VHXH; KT": "Phòng VHXH", "Phòng KT"; none of any other text."""
    match = _SPREAD.match(text)
    if not match:
        return []
    head = match["head"][:1].upper() + match["head"][1:]
    rest = re.sub(r"\([^)]*\)", "", match["rest"])
    return [f"{head} {one.strip(' .')}" for one in re.split(r"[;,]", rest) if one.strip(" .")]


def listed(found: list[Named], text: str, start: int) -> list[Named]:
    """The bodies that stand one after the other from a place on: "A, B và C"."""
    taken: list[Named] = []
    place = start
    for one in found:
        if one.start < place:
            continue
        between = text[place : one.start]
        joint = (
            r"\s*(?:các\s+|đồng chí\s+)?"
            if not taken
            else rf"{_WHERE_NAMED}\s*(?:\([^)]*\)\s*)?(?:,|;|và|cùng|cùng với|hoặc|/)\s*(?:và\s+|với\s+|cùng\s+)?"
        )
        if not re.fullmatch(joint, between):
            break
        taken.append(one)
        place = one.end
    return taken
