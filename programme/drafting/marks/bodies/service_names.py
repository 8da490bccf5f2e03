"""Services that are called by the place they stand in: "Điện lực Vàm Tre", "Trạm Cấp nước Thạnh Lộc"."""

from __future__ import annotations

import re

from ..verbs.roles import verb_at
from ..words import UPPER

_SERVICE = re.compile(
    r"(?:(?:Phòng\s+[Gg]iao\s+dịch|Chi\s+nhánh|Ngân\s+hàng|NHCSXH|Agribank|Kho\s+bạc|Bưu\s+(?:điện|cục)|Điện\s+lực|Viễn\s+thông|Viettel"
    r"|Bảo\s+hiểm\s+[Xx]ã\s+hội|BHXH|Trạm|Hạt|Đồn|Đội|Thuế|Quỹ\s+[Tt]ín\s+dụng|Bệnh\s+viện|Trung\s+tâm|Chi\s+cục"
    r"|(?:Toà|Tòa)\s+án|Viện\s+[Kk]iểm\s+sát)(?!\s+(?:trưởng|viên)))\b(?!.*\s(?:tỉnh|huyện|xã|phường|thị\s+trấn|thị\s+xã|thành\s+phố|các|(?:cơ\s+sở|khu\s+vực)\s+\S+|Việt\s+Nam)(?!\s+hội)\b)"
)
"""How the name of a service begins, where no word of it says of which place or level it is."""
NO_PLACE = (
    r"(?!(?:Phòng|Sở|Ban|Bộ|Hội|Đoàn|Đội|Trung|Trạm|Công|Kho|Ngân|Văn|Chi|Hạt|Đồn|Trưởng|Phó|Giám|Ủy|Uỷ|Các|Mặt|Hợp|Tổ|Bưu|Điện|Viễn|Bảo|Quỹ|Thuế|Bệnh"
    r"|Trường|Kế|Quyết|Nghị|Thông|Chương|Luật|Đề|Dự|Chính|Nhà|Việt|Quốc|Nhân|Khi|Trong|Trước|Hằng|Hàng|Để|Và|Thành|Tỉnh|Huyện|Xã|Thôn|Ấp|Bản|Phần|Phụ|Bảng|Biểu)\b)"
)
"""No name of a place begins so: a body, a document, a time."""
_PLACE = re.compile(
    rf"\s+{NO_PLACE}{UPPER}[a-zà-ỹ]+(?:\s+{NO_PLACE}{UPPER}[a-zà-ỹ]+){{0,3}}(?:\s+\d{{1,2}}(?![\d/.,%-]))?(?!\w)"
)
_SECOND = re.compile(rf"\s+[-–]\s+{NO_PLACE}{UPPER}[a-zà-ỹ]+(?:\s+{NO_PLACE}{UPPER}[a-zà-ỹ]+){{0,3}}(?!\w)")
"""The second of two places that a service is of: "khu vực Vàm Tre - Hải Thuận"."""
_OF_AREA = re.compile(
    rf"\s(?:khu\s+vực|liên\s+xã|liên\s+huyện|chi\s+nhánh|cơ\s+sở)\s+{UPPER}[a-zà-ỹ]+(?:\s+{UPPER}[a-zà-ỹ]+){{0,3}}$"
)
_FIRST_WORD = re.compile(rf"(?:Trạm|Hạt|Trung\s+tâm|Chi\s+nhánh|Đội|Chi\s+cục)\s+{UPPER}[a-zà-ỹ]+")
_SMALL = re.compile(
    rf"(?:\s+(?!và\b|các\b|của\b|cho\b|với\b|tại\b|ở\b|thuộc\b|là\b|do\b)[a-zà-ỹđ]+){{1,5}}(?=\s+{NO_PLACE}{UPPER}[a-zà-ỹ]+)"
)


def with_place(text: str, start: int, end: int) -> int:
    """Where the name of a service ends with the place that it is called by; its own end where it is called by none."""
    name = text[start:end]
    if _OF_AREA.search(name) and (second := _SECOND.match(text, end)):
        return second.end()
    if not _SERVICE.match(name):
        return end
    if _FIRST_WORD.fullmatch(name) and (small := _SMALL.match(text, end)) and not _acts(text, start, small.end()):
        end = small.end()
    place = _PLACE.match(text, end)
    second = _SECOND.match(text, place.end()) if place else None
    return second.end() if second else place.end() if place else end


def without_place(name: str) -> str:
    """The name of a service without the place that it is called by: "Điện lực" of "Điện lực Vàm Tre"."""
    for word in re.finditer(r"\s", name):
        if (match := _PLACE.match(name, word.start())) and match.end() == len(name) and _SERVICE.match(name):
            bare = name[: word.start()]
            return bare if " " in bare else name
    return name


def _acts(text: str, start: int, end: int) -> bool:
    """Whether a verb of work stands behind the first three words of what looks like a name."""
    words = [start + match.start() for match in re.finditer(r"\S+", text[start:end])]
    return any(verb_at(text, place, end) for place in words[3:])
