"""Where a condition goes on behind a comma: further places, further causes, one more of what was listed."""

from __future__ import annotations

import re

from ..verbs.roles import verb_at
from ..words import NAME

_VILLAGE = r"(?i:thôn|bản|xóm|làng|buôn|ấp|sóc|khu\s+phố|tổ\s+dân\s+phố|xã|phường|khu)"
_PLACE = rf"{NAME}(?:\s+\d{{1,2}})?"
_ENDS_NAMED = re.compile(rf"\b{_VILLAGE}\s+{_PLACE}(?:(?:,|\s+và)\s+{_PLACE})*$")
_ALSO_NAMED = re.compile(rf",\s+(?:{_VILLAGE}\s+)?{_PLACE}(?=\s*(?:[,;.:)]|$)|\s+và\s)")
"""A further place of a list within a condition: "ở ấp Bãi Bùn, Sóc Dừa"."""
_FEW = r"(?:[a-zà-ỹđ]+\s+){0,3}?[a-zà-ỹđ]+"
_ENDS_CAUSED = re.compile(rf"\b(?:do|vì|bởi|(?:mắc|bị|nhiễm)(?=\s+bệnh))\s+{_FEW}(?:,\s+{_FEW})*$")
_ALSO_CAUSED = re.compile(
    rf",\s+(?!(?:được|hỗ|mỗi|mức|trong|với|cho|để|từ|và|ưu|kinh|tổng|hộ|người|trẻ|phụ|học)\s){_FEW}(?=\s*(?:[,;.)]|$)|\s+(?:và|hoặc|gây)\s)"
)
"""A further cause of a list within a condition: "hư hỏng do triều cường, dông lốc"."""
_HOLDS = ("có", "không", "chưa", "đang", "đã")
"""Words that begin a condition, and may begin the next of a list: "có lao động, có đất trồng cỏ"."""


_ONE_MORE = re.compile(
    r",\s+(?:có\s+(?:tên|đất|chuồng|nhà|lao\s+động|hộ\s+khẩu|đăng\s+ký|thu\s+nhập|xác\s+nhận|đơn|sức|người|con)|không\s+(?:có|còn|thuộc)|chưa\s+(?:có|từng)|nhà\s+(?:ở\s+)?(?:cách|xa)|cư\s+trú|thường\s+trú|tốt\s+nghiệp|diện\s+tích)\s"
)
"""One more condition: what somebody has, where they live."""


def goes_on(text: str, start: int, comma: int) -> bool:
    """Whether a list within a condition goes on behind a comma, by a noun said before: "ở nhà tạm, nhà dột nát"."""
    if _ALSO_NAMED.match(text, comma) and _ENDS_NAMED.search(text[start:comma]):
        return True
    if _ALSO_CAUSED.match(text, comma) and _ENDS_CAUSED.search(text[start:comma]):
        return verb_at(text, comma + 2, len(text)) is None
    if _ONE_MORE.match(text, comma):
        return True
    word = re.match(r",\s+([^\W\d_]+)\s", text[comma:])
    before = text[start:comma].split()
    return bool(word and before) and (word[1] in before[1:] or (word[1] == before[0] and word[1] in _HOLDS))  # type: ignore[index]
