"""Names that go on behind the words which the grammar knows: "Ban Chỉ huy Phòng thủ dân sự đặc khu Hòn Nghê".

In a name the first syllable of each part has a capital; up to three small ones may stand before the next. It ends with its
place or level, and holds no verb with what is done.
"""

from __future__ import annotations

import re

from ..verbs.roles import verb_at
from ..words import UPPER
from .body_fields import FIELD

_HEAD = re.compile(
    r"(?:Ban|Bộ|Ủy\s+ban|Trường|Trạm|Trung\s+tâm|Phòng|Hội|Đội|Đoàn|Quỹ|Viện|Phân\s+viện|Đồn|Hạt|Chi\s+cục|Liên\s+hiệp|Liên\s+đoàn|Hiệp\s+hội|Bệnh\s+viện|Cảnh\s+sát|Văn\s+phòng|Hội\s+đồng)\s"
)
_SMALL = r"(?!(?:và|của|cho|các|những|từ|do|ra|vào|lên|xuống|để|theo|về|trong|tại|ở|cùng|với|là|có|được|bị|đã|sẽ|phải|cần|thì|khi|nếu|mà|qua|trên|dưới|đến|gửi|mời|giao|hoặc|như|gồm|trình|báo|thuộc|giúp|đưa|tới|nơi|này|đó)(?!\w))[a-zà-ỹđ]+"
_LEVEL = r"(?:tỉnh|thành\s+phố|huyện|thị\s+xã|xã(?!\s+hội)|phường|thị\s+trấn|đặc\s+khu|khu\s+vực)"
_NO_PART = r"(?!(?:UBND|HĐND|Ủy|Uỷ|Kế|Đề|Dự|Chương|Nghị|Quyết|Thông|Luật|Phụ|Chủ|Giám|Trưởng|Phó|Nhà|Chính|Sở|Công|Bí|Thủ|MTTQ|Mặt)(?!\w))"
_PART = re.compile(rf"(?P<small>(?:\s+{_SMALL}){{0,4}})\s+{_NO_PART}{UPPER}[a-zà-ỹ]+(?!\w)")
_ENDS = re.compile(
    rf"(?P<small>(?:\s+{_SMALL}){{0,4}}?)\s+(?:{_LEVEL}|các\s+cấp|từng\s+(?:xã|trường|thôn|phường)|cùng\s+cấp)(?!\w)(?:\s+{UPPER}[a-zà-ỹ]+){{0,3}}"
)
_HAS_LEVEL = re.compile(rf"(?:{_LEVEL}|các\s+cấp)(?:\s+{UPPER}\w+){{0,3}}$")


def to_its_end(text: str, start: int, end: int) -> int:
    """Where a name ends of which `text[start:end]` is known; its own end where it goes on with nothing of a name."""
    if not _HEAD.match(text, start) or _HAS_LEVEL.search(text[start:end]):
        return end
    place, found = end, end
    while part := _PART.match(text, place):
        if _acts(text, place, part.end("small")):
            break
        found = place = part.end()
    if (ends := _ENDS.match(text, place)) and not _acts(text, place, ends.end("small")):
        return ends.end()
    own = re.search(rf"{UPPER}\w*\s+{UPPER}\w*$", text[start:found])
    return found if own else end


def _acts(text: str, place: int, end: int) -> bool:
    """Whether a verb of work begins in small words that are no rest of the capital before them."""
    if re.fullmatch(FIELD, text[place:end].strip()):
        return False
    before = text.rfind(" ", 0, place) + 1
    within = verb_at(text.lower(), before, end)
    words = [place + word.start() for word in re.finditer(r"\S+", text[place:end])]
    if words and (not within or within[1] <= words[0]):
        verb = verb_at(text, words[0], len(text))
        return bool(verb) and (verb[0] != "implement" or " " in text[words[0] : verb[1]])  # type: ignore[index]
    return any((verb := verb_at(text, at, len(text))) and " " in text[at : verb[1]] for at in words[1:])
