"""Parties that no grammar of names knows, by the shape of the words: a noun for a party, and where its name must end.

"Thư viện xã | luân chuyển sách", "bản Nà Phin | họp chọn hộ", "Trạm Thú y khu vực số 3 | tiêm phòng": a name ends at the word
for its level, at a proper name, at a number or before a word that orders. What follows is what the party does, by whatever verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..bodies.body_names import Named
from ..verbs.duty_words import EVERYDAY, GIVEN, JOINS
from ..verbs.roles import verb_at
from ..words import NAME, UPPER, bracketed, inside, quoted
from .subjects import BY_ITSELF, ORDERS, acts_at, qualified

_MANY = r"(?:(?:các|mỗi|từng|những|một\s+số|tất\s+cả\s+các|toàn\s+thể)\s+)?"
_GROUPS = r"tổ(?!\s+(?:chức|hợp))|đội(?!\s+ngũ)|ban(?!\s+(?:hành|đầu|đêm|ngày))|bộ\s+phận|nhóm|tiểu\s+ban|đoàn(?!\s+(?:viên|kết))|hội(?!\s+(?:nghị|thảo|viên|họp|nhập|thi|tụ|trường))|chi\s+(?:hội|đoàn|bộ|cục|nhánh)|liên\s+(?:đội|đoàn|minh|hiệp|chi)|câu\s+lạc\s+bộ|CLB|mặt\s+trận|(?:tiểu|trung|đại|hải)\s+đội|tiểu\s+đoàn|lực\s+lượng|ngành(?!\s+nghề)|ủy\s+ban|hội\s+đồng"
_HOUSES = r"trung\s+tâm|trạm|trường(?!\s+hợp)|bệnh\s+(?:viện|xá)|phòng(?!,?\s+(?:chống|ngừa|bệnh|học|ở|trọ|cháy|khi))|văn\s+phòng|thư\s+viện|bảo\s+tàng|nhà\s+(?:văn\s+hóa|thầu|máy|tài\s+trợ|thuốc|xuất\s+bản)|đồn|hạt|cục|sở|viện(?!\s+(?:trợ|phí))|kho\s+bạc|ngân\s+hàng|bảo\s+hiểm\s+xã\s+hội|bưu\s+điện|điện\s+lực|viễn\s+thông|đài|thanh\s+tra|công\s+an|dân\s+quân|bộ\s+đội|kiểm\s+lâm|công\s+ty|doanh\s+nghiệp|hợp\s+tác\s+xã|HTX|tổ\s+hợp\s+tác|xí\s+nghiệp|[Ll]âm\s+trường|quỹ(?!\s+đất)|cơ\s+sở(?!\s+(?:dữ|hạ|vật|pháp|lý|để))|cơ\s+quan|đơn\s+vị|khu\s+(?:bảo\s+tồn|quản\s+lý)|vườn\s+quốc\s+gia|học\s+viện|đảng\s+(?:ủy|bộ)|phân\s+viện|cảng\s+vụ|nhà\s+hát|thuế(?=\s+(?:tỉnh|cơ|thành))|thống\s+kê(?=\s+(?:tỉnh|cơ|thành))|cảnh\s+sát|tổng\s+công\s+ty|đại\s+lý|(?:xã|phường|đặc\s+khu)(?=\s+(?-i:[A-ZĐ]))"
_PERSONS = r"(?:(?:đồng\s+chí|đ/c)\s+)?(?:phó\s+)?(?:chủ\s+tịch|trưởng|giám\s+đốc|hiệu\s+trưởng|bí\s+thư|chánh|tổ\s+trưởng|trạm\s+trưởng|thủ\s+trưởng|chủ\s+nhiệm)|chủ\s+(?:cơ\s+sở|đầu\s+tư|trang\s+trại|rừng)|cán\s+bộ|công\s+chức|viên\s+chức|nhân\s+viên|giáo\s+viên|y\s+sĩ|bác\s+sĩ|điều\s+dưỡng|kế\s+toán|thủ\s+quỹ|già\s+làng|cộng\s+tác\s+viên|tình\s+nguyện\s+viên|lãnh\s+đạo|thành\s+viên|người\s+(?:đứng\s+đầu|phát\s+ngôn|sử\s+dụng\s+lao\s+động|có\s+uy\s+tín)|thư\s+ký|ủy\s+viên|hội\s+viên|chuyên\s+viên|phụ\s+huynh|thương\s+lái|thủ\s+nhang|thợ|trưởng\s+dòng\s+họ|chủ\s+(?:tàu|kho|thuyền|bè|trọ|vườn|hộ|xe|đò|thầu)"
HEAD = re.compile(rf"{_MANY}(?:{_GROUPS}|{_HOUSES}|{_PERSONS})(?=\s)", re.IGNORECASE)
"""How a party is called: a group, a house, an office."""
_VILLAGE = re.compile(
    rf"(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Bb]uôn|[Ll]àng|[Kk]hóm|[Kk]hu\s+phố|[Tt]ổ\s+dân\s+phố)\s+(?:{NAME}|(?:số\s+)?\d+)(?=[\s,])"
)
_PERSON = re.compile(rf"{_MANY}(?:{_PERSONS})", re.IGNORECASE)
_BY_WORK = re.compile(
    rf"{_MANY}(?:tổ|đội|ban|bộ\s+phận|nhóm|tiểu\s+ban|đoàn|câu\s+lạc\s+bộ|CLB|quỹ|trung\s+tâm|công\s+ty|cơ\s+sở|hội|văn\s+phòng)\b",
    re.IGNORECASE,
)
"""Parties whose names tell what they do: a verb in one is part of it."""
_LEVEL = re.compile(r"(?:xã|phường|huyện|tỉnh|thôn|bản|ấp|xóm|buôn|khóm|ngành|trấn)$", re.IGNORECASE)
_HOW = re.compile(
    r"(?:trực\s+tiếp|đồng\s+thời|mỗi|sẽ|luôn|mới|lần\s+lượt|tích\s+cực|đi|đến|nhận|là\s+đầu\s+mối|thay\s+mặt|nghiêm\s+túc)\s+(?=[a-zà-ỹđ])"
)
"""Before what somebody does, how."""
_GIVEN = re.compile(rf"{GIVEN}\s")
_JOINT = re.compile(r"(?:,\s+|\s+và\s+|\s+cùng(?:\s+với)?\s+)")
_GOES_ON = re.compile(
    r"(?:khu|cơ|địa|số|cụm|liên|vùng|trực\s+thuộc|thường\s+trực|hội|khác|còn\s+lại|chuyên\s+trách|kiêm|-|–)(?!\w)|(?:phòng,\s+)?chống(?!\w)"
)
"""Words that a name goes on with."""
NO_VERB = re.compile(rf"(?:{JOINS}|nơi|giáp|rồi|cũ|đều|ngoài|nhưng)(?!\w)")
"""Behind a noun, what is no verb of work."""
_OF_PLACE = re.compile(
    rf"(?:của|ở|tại|trên\s+địa\s+bàn|thuộc|trong)\s+(?:(?:các|từng|cả|mỗi|hai|ba)\s+)?(?:(?:xã(?!\s+hội)|phường|huyện|tỉnh|thôn|bản|ấp|xóm|buôn|khu\s+phố|tổ\s+dân\s+phố|cụm\s+dân\s+cư)(?:\s+{NAME})?|{NAME})(?!\w)"
)
_AND_MORE = re.compile(rf"và\s+(?={UPPER})")
_SHORT = re.compile(r"Sở|Ban|Hội|Đoàn|Đội|Trạm|Trung\s+tâm|Chi\s+cục|Quỹ|Phòng|Ngân\s+hàng")
"""A body called by the first word of its name, which was told before."""
_MOST = 16
"""So many words a name may have."""
OPENS = re.compile(
    r"(?:^|(?<=[,;:]\s)|(?<=\()|(?<=\sthì\s)|(?<=\sdo\s)|(?<=[Gg]iao\s)|(?<=\sđược\s)|(?<=[Rr]iêng\s)|(?<=[Cc]òn\s)|(?<=[Đđ]ề\snghị\s)|(?<=[Yy]êu\scầu\s)|(?<=[Pp]hân\scông\s)|(?<=-\s)|(?<=–\s)|(?<=\d\)\s)|(?<=\b[a-zđ]\)\s)|(?<=[.]\s)|(?<=[Mm]ời\s)|(?<=\squa\s)|(?<=\scó\s)|(?<=\sđể\s)|(?<=\scho\s)|(?<=\slà\s)|(?<=tháng\s\d\s)|(?<=tháng\s\d\d\s)|(?<=cuối\squý\s)|(?<=cuối\stháng\s))(?=\w)"
)
"""Where a party may stand that does something."""


def shown(text: str, named: Sequence[Named]) -> list[Named]:
    """The parties whose names no grammar knows, each where a party may stand and right before what it does."""
    shut = quoted(text)
    brackets = bracketed(text)
    found: list[Named] = []
    for opens in OPENS.finditer(text):
        place = opens.start()
        within = any(one.start < place < one.end for one in named) or any(one.start <= place < one.end for one in found)
        if within or inside(place, shut):
            continue
        end = next((stop for begin, stop in brackets if begin < place < stop), len(text))
        for one in _parties(text, place, end):
            known = next((other for other in named if other.start == one.start), None)
            if known and (known.end >= one.end or acts_at(text, known.end, end) or not _has_edge(one)):
                continue
            found.append(one)
    return found


def _has_edge(one: Named) -> bool:
    """Whether a name ends where names end; else only a verb that follows told its end."""
    return _ends_name(one.name, one.name.find(" "), len(one.name))


def is_village(name: str) -> bool:
    """Whether a name is that of a village, by its noun."""
    return bool(_VILLAGE.match(f"{name} "))


def with_shown(named: Sequence[Named], found: Sequence[Named]) -> list[Named]:
    """All of them from left to right; a longer name stands for the one that it holds, and is none where it holds several."""
    found = [one for one in found if sum(one.start <= other.start < one.end for other in named) < 2]
    kept = [one for one in named if not any(other.start <= one.start and one.end <= other.end for other in found)]
    free = [one for one in found if not any(other.start < one.end and one.start < other.end for other in kept)]
    return sorted([*kept, *free], key=lambda one: one.start)


def _parties(text: str, place: int, end: int, depth: int = 0) -> list[Named]:
    """Those that stand one after the other from a place on, up to what they do; none where nothing is done."""
    village = _VILLAGE.match(text, place, end)
    head = village or HEAD.match(text, place, end)
    if head is None or depth > 3 or qualified(text, Named(place, head.end(), head[0]), end):
        return []
    by_work = bool(_BY_WORK.match(head[0]))
    person = bool(_PERSON.match(head[0]))
    behind_by = bool(re.search(r"(?:do|được)\s$", text[:place]))
    for number, (before, at) in enumerate(_steps(text, head.end(), end)):
        name = Named(place, before, text[place:before])
        edge = bool(village and before == village.end()) or _ends_name(text, head.end(), before)
        joint = _JOINT.match(text, before, end)
        if joint and (edge or number or " " in head[0]) and _begins(text, joint.end(), end):
            more = _parties(text, joint.end(), end, depth + 1)
            if more or not edge:
                return [name, *more] if more else []
        if text[before] == "," and (edge or not (text[at].isupper() or text[at:].startswith("chống"))):
            return []
        if text[before] in ";:." or at >= end:
            return []
        if number and (ORDERS.match(text, at, end) or _HOW.match(text, at, end)):
            return [name]
        if _GIVEN.match(text, at, end):
            return [name]
        if person and text.startswith("phụ trách", at):
            continue
        if not text[at].islower() or _GOES_ON.match(text, at, end):
            continue
        if NO_VERB.match(text, at, end):
            if _OF_PLACE.match(text, at, end) or _AND_MORE.match(text, at, end):
                continue
            return []
        verb = verb_at(text, at, end)
        if edge:
            return [name] if _tells(text, at, end, 1 if behind_by else 2 if verb else 3) else []
        short = _SHORT.fullmatch(head[0]) and place
        alone = (whole_noun := BY_ITSELF.match(text, place)) and whole_noun.end() == head.end()
        if not number and (short or alone) and verb_at(text, at, end):
            return [name]
        if (number or " " in head[0].strip()) and not by_work and EVERYDAY.match(text, at, end):
            return [name]
        whole = verb and " " in text[at : verb[1]]
        if verb and (verb[0] != "implement" or whole) and number >= (2 if by_work else 1):
            return [name] if not by_work or verb[0] != "implement" else []
    return []


def _begins(text: str, place: int, end: int) -> bool:
    """Whether a party may begin at a place."""
    return bool(HEAD.match(text, place, end) or _VILLAGE.match(text, place, end))


def _steps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(where the words before end, where the next word begins), from the noun on; not beyond the clause."""
    for number, gap in enumerate(re.finditer(r"[,]?\s+(?=\S)|(?<=\S)(?=[;:.)])", text[start:end])):
        if number >= _MOST:
            return
        before, at = start + gap.start(), start + gap.end()
        yield before, at
        if at < end and text[at] in ";:.)(":
            return


def _ends_name(text: str, start: int, stop: int) -> bool:
    """Whether a name may end where it does: at its level, a proper name of two syllables, a number."""
    words = text[start:stop].split()
    if not words:
        return False
    last = words[-1]
    if _LEVEL.search(last):
        return True
    if re.fullmatch(r"\d+|[IVX]+", last):
        return len(words) > 1 and bool(re.match(rf"(?:số|phố|vực|thôn|ấp|khóm|tổ|khu|đội|{UPPER}\S*)$", words[-2]))
    capitals = [word for word in words[-2:] if re.match(UPPER, word)]
    own = len(capitals) == 2 and not HEAD.match(" ".join([*capitals, ""]))
    return own or bool(re.fullmatch(rf"{UPPER}[A-ZĐ&-]{{2,}}", last)) or last.endswith(")")


def _tells(text: str, at: int, end: int, fewest: int) -> bool:
    """Whether words behind a name say what it does: a few, and not that something is so."""
    clause = re.split(r"[,;:.]\s|[;:.]$", text[at:end])[0]
    return len(clause.split()) >= fewest and not re.search(r"\s(?:là|gồm|đạt|chiếm)\s", f" {clause} ")
