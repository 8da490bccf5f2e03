"""What a body calls itself in its own plan: "Sở", "Giám đốc Sở", "Ban Giám đốc", "Giám đốc"."""

from __future__ import annotations

from .words import UPPER

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
