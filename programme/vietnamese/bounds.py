"""The words that make a bound of a number: "ít nhất 92 %", "từ 80 % hộ nghèo trở lên"."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?<!\w)(ít nhất|tối thiểu|trên|hơn|dưới|không quá|không dưới|không vượt quá|tối đa|nhiều nhất)"
    r"(?:\s+(?:là|có|đạt|còn|được))?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[^,;.:()\d]*?(?<!\w)(trở lên|trở xuống)(?!\w)", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(từ)\s+$", re.IGNORECASE)


def around(before: str, after: str) -> tuple[str, str]:
    """What the words before and after a number say of it as a bound, as the plan says it: ("từ", "trở lên")."""
    behind = _AFTER.match(after.removeprefix("%").lstrip())
    found = _BEFORE.search(before) or (_FROM.search(before) if behind else None)
    return found[1].lower() if found else "", behind[1].lower() if behind else ""
