"""Whoever stands where a receiver stands, told by any noun of people, households, villages or undertakings.

What is found by its place alone is asked: behind words that give ("dành riêng cho nam thanh niên từ 18 tuổi"), as the
subject of "được" ("Bà con trồng rau ven sông được cấp lại hạt giống"), at the head of a line of a list of receivers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..words import Span, bracketed, inside, overlap, quoted
from .also_named import goes_on
from .group_names import AGES, Hit, aged, hits, is_generic, plain
from .target_sense import rank
from .target_words import COMMA, STOPS, UNTIL, Target, target_at

_BARE = r"hộ|nhà|gia\s+đình|người|ai|trường\s+hợp|đối\s+tượng|cá\s+nhân|em|con"
"""Nouns that say nothing of whom: all words behind them tell which."""
_HOMES = r"hộ(?!\s+(?:khẩu|chiếu|tịch|sinh|lý|trợ))|nhà(?=\s+(?:nào|có\s+(?!thể|trách)|chưa|không\s+có|đang|ai|đông)\b)|gia\s+đình"
_WHICH = r"có|chưa|không|còn|cách|bị|nằm|ở|xa|thiếu|đang|mới|giáp|ven|thường|tự|nào|mà|khó|nghèo|đặc|vùng|đạt|đủ|đã|thành\s+lập|hoạt\s+động|sử\s+dụng|tuyển|nhận|liên\s+kết|sinh\s+hoạt|tham\s+gia|do|trên|cam\s+kết|nuôi|trồng|sản\s+xuất|chế\s+biến|thu\s+mua|được"
_VILLAGE = r"thôn|bản|ấp|xóm|buôn|làng|khóm|sóc|tổ\s+dân\s+phố|tổ\s+liên\s+gia|khu\s+dân\s+cư|khu\s+phố|điểm\s+dân\s+cư|xã|phường"
_PLACES = rf"(?:{_VILLAGE})(?=(?:(?:,|\s+và|\s+hoặc)\s+(?:các\s+|những\s+)?(?:{_VILLAGE}))*\s+(?:{_WHICH})(?!\w))"
"""Villages are bodies that work, unless words behind them say which: "thôn chưa có điện"."""
_FIRMS = r"hợp\s+tác\s+xã|tổ\s+hợp\s+tác|tổ\s+(?:nhóm|liên\s+kết)|nhóm(?:\s+hộ)?|câu\s+lạc\s+bộ|doanh\s+nghiệp|cơ\s+sở|trang\s+trại|trường(?!\s+hợp)|điểm\s+trường|làng\s+nghề|đội|tổ(?!\s+(?:chức|trưởng))|cửa\s+hàng"
_PEOPLE = (
    r"người(?!\s+(?:đứng|đại\s+diện|phụ\s+trách|ký|chịu|đề\s+nghị|có\s+(?:trách|thẩm)|nhận|hưởng|được\s+hưởng))|ai|trường\s+hợp(?!\s+(?:khác|sau|này|trên|nêu|cụ|đột))|đối\s+tượng(?=\s+(?:bảo|yếu|đang|đã|bị|chưa|không|thuộc|có))|cá\s+nhân"
    r"|bà\s+con|đồng\s+bào|nhân\s+dân|dân|cháu|cụ(?!\s+thể)|ông|bà(?:\s+mẹ)?|mẹ|cha|em|chị(?:\s+em)?|anh(?:\s+em)?|cô|chú|bác|con(?:\s+em)?|cặp|vợ\s+chồng|trẻ|lao\s+động|thợ|chủ"
    r"|nam|nữ|phụ\s+nữ|chị\s+em|già\s+làng|chức\s+sắc|nhà\s+giáo|bộ\s+đội|cựu\s+chiến\s+binh|tình\s+nguyện\s+viên"
    r"|(?!(?:công|khuôn|động|thành|đảng|nguyên|vệ|an|phát|hy|nảy|tái|nhân|hội\s+đồng|đoàn\s+thanh)\s)[a-zà-ỹđ]+\s+(?:viên|nhân|dân|sinh|phụ|niên|nhi|binh|thương|sĩ)"
    r"|hội\s+viên|đoàn\s+viên|công\s+nhân|công\s+dân|nhân\s+viên|(?:xã|dân)\s+viên|nạn\s+nhân|thân\s+nhân"
)
_HEAD = rf"(?:{_HOMES}|{_PLACES}|{_FIRMS}|{_PEOPLE})(?!\w)"
_KINDS = (
    ("household", re.compile(rf"(?:{_HOMES})(?!\w)", re.IGNORECASE)),
    ("area", re.compile(rf"(?:{_PLACES})(?!\w)", re.IGNORECASE)),
    ("organisation", re.compile(rf"(?:{_FIRMS})(?!\w)", re.IGNORECASE)),
    ("woman_child", re.compile(r"(?:trẻ|cháu|em|học\s+sinh|phụ\s+nữ|bà\s+mẹ|mẹ|chị|nữ|(?:thai|sản)\s+phụ)(?!\w)", re.IGNORECASE)),
    ("person", re.compile("")),
)  # fmt: skip
_FEW = r"(?:(?:các|những|mọi|mỗi|từng|riêng|một\s+số|toàn\s+bộ|tất\s+cả|số|khoảng|ít\s+nhất|thêm|hơn|trên|100%|\d[\d.]*)\s+)*"

_LINE = rf"\s*(?:[-–+•]\s+)?(?:nếu\s+|khi\s+)?{_FEW}(?P<head>{_HEAD})"
_FIRST = re.compile(_LINE, re.IGNORECASE)
_START = re.compile(rf"(?:(?<=[,;:–(-])|(?<=\w)\s+(?:và|thì|còn|riêng)){_LINE}", re.IGNORECASE)
"""Where a clause may begin whose subject is somebody: at the head of a line, and within one."""
_NEVER = r"(?:giao\s+(?:chủ|làm|phụ|quản|nhiệm|thực)|phân\s+công|phê\s+duyệt|ủy\s+quyền|bầu|mời|thành\s+lập|kiện\s+toàn|ban\s+hành|(?:\S+\s+){0,5}?(?:công|xác|chứng)\s+nhận|cập\s+nhật|rà\s+soát|lập|niêm\s+yết|công\s+khai|thực\s+hiện|tổ\s+chức|triển\s+khai|bình\s+(?:xét|chọn)|đánh\s+giá|chọn|phát\s+hiện|thông\s+báo|biết|tuyên\s+truyền|phổ\s+biến)"
_GETS = re.compile(
    rf"\s+(?:(?:thì|sẽ|cũng|đều|còn|vẫn|chỉ|mới|tiếp\s+tục)\s+)*(?:(?<!đã\s)(?<!đang\s)(?<!từng\s)(?<!chưa\s)(?<!không\s)(?<!diện\s)(?<!để\s)(?<!có\s)được\s+(?!{_NEVER}\b)"
    r"|(?<!đang\s)(?<!đã\s)(?<!chưa\s)(?<!không\s)(?<!được\s)(?<!mới\s)(?:nhận|hưởng|vay)\s+(?:thêm\s+|mỗi\s+\S+\s+)?(?=\d|tối\s+đa|không\s+quá|miễn)|không\s+(?:phải\s+(?:nộp|đóng|trả)|mất)\s)",
    re.IGNORECASE,
)
_LOSES = re.compile(
    r"(?<!và)(?<!hoặc)(?<!,)\s+(?:thì\s+)?(?:không|thôi|(?<=thì\s)chưa)\s+(?:được\s+(?:xét|hỗ\s+trợ|nhận|hưởng|cấp|vay)|thuộc\s+(?:diện|đối\s+tượng|phạm\s+vi)|nằm\s+trong\s+(?:diện|danh)|áp\s+dụng|xét|hỗ\s+trợ|cấp|nhận\s+thêm)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<way>(?:dành\s+(?:riêng\s+)?)?cho|đối\s+với|(?:áp\s+dụng|kể\s+cả|xét)\s+với|(?:tới|đến)\s+(?:tận\s+tay|từng)|tận\s+tay|ưu\s+tiên|trước\s+hết\s+là|(?:rồi|sau\s+đó)\s+(?:đến|là)|nhất\s+là|kể\s+cả|trừ|phục\s+vụ|hỗ\s+trợ|giúp|tặng|thăm|đón|đưa|(?:không|chỉ|chưa)\s+(?:tính|xét|chọn|nhận|gồm)|(?:người|hộ|bên|đối\s+tượng)\s+(?:được\s+)?(?:thụ\s+)?(?:nhận|hưởng)\s+là)\s+"
    rf"{_FEW}(?P<head>{_HEAD})",
    re.IGNORECASE,
)
_CAUSES = re.compile(r"giúp|hỗ|đưa|đón|thăm", re.IGNORECASE)
_TOLD_APART = re.compile(
    r"(?:\s+(?!để\b|làm\b|phát\b|thoát\b|vươn\b|tiếp\b)[^\W\d]+){0,3}\s+(?:có\s+(?!thêm)|chưa|không|đang|bị|thuộc|ở|sống|còn|thiếu|neo|mồ|mắc|dưới|trên|từ|nghèo|khuyết)\b",
    re.IGNORECASE,
)
"""Behind "giúp" and the like, which of them: what else follows is what they are helped to do."""
_GIVING = re.compile(
    r"(?<!\w)(?:hỗ\s+trợ|cấp(?!\s+(?:xã|huyện|tỉnh|trên|ủy))|tặng|trao|trợ\s+(?:cấp|giúp)|miễn|giảm(?!\s+nghèo)|vay|dạy|lớp|khám|lắp|xây|sửa|bố\s+trí|dành|chi|quà|suất|tiền|đồng|học\s+bổng|thẻ|vốn|gói|mức|áp\s+dụng|phục\s+vụ|phát|đón|chăm\s+sóc|nấu|bán|nuôi|tư\s+vấn|thưởng|vé|xe|kg|giống|không\s+mất|xét|chế\s+độ|chính\s+sách|phụ\s+cấp|học\s+phí|đưa|giữ|ưu\s+tiên)(?!\w)",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"(?<!\w)(?:báo\s+cáo|thông\s+(?:báo|tin)|gửi|nộp|trình|giao|phân\s+(?:công|bổ)|hướng\s+dẫn|tuyên\s+truyền|phổ\s+biến|nhận\s+thức|tham\s+mưu|bàn\s+giao|cung\s+cấp|căn\s+cứ|cơ\s+sở|trách\s+nhiệm|ý\s+kiến|đề\s+xuất|quản\s+lý|kiểm\s+tra|xử\s+(?:lý|phạt)|vi\s+phạm|giám\s+sát|vận\s+động|tạo|kế\s+hoạch|tập\s+huấn|bồi\s+dưỡng|dữ\s+liệu|danh\s+sách|hồ\s+sơ)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)đã\s+(?!nêu|ký|đăng)", re.IGNORECASE)
_MORE_OF = re.compile(
    r",\s+(?=(?:có|không(?!\s+(?:quá|vượt|tính|chi|áp|xét))|chưa|đang|đã|bị|thuộc|tốt\s+nghiệp|từ\s+đủ|diện\s+tích|thu\s+nhập|thời\s+gian|tuổi|góp|sống|cư\s+trú|học\s+lực)\s)"
)
_NEW_CLAUSE = re.compile(
    r",\s+(?=(?:gồm|nhất\s+là|trong\s+đó|trừ|kể\s+cả|ưu\s+tiên|mỗi|mức|sau\s+đó|rồi)\s)|\s+(?:mỗi|hằng|hàng)\s+(?:tuần|tháng|quý|năm)|\s+(?=\([^()]*:)|\s+(?:theo|từ)\s+(?=nguồn|quy\s+định|kế\s+hoạch|nghị)"
)
_JOINT = re.compile(rf"(?:,|\s+và|,\s+và|\s+hoặc|\s+hay|\s+cùng)\s+{_FEW}(?={_HEAD})", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?<!\w)(?:có|nuôi|là|của|thuộc|gồm|cho|do|với|như|làm)\s+(?:từ\s+)?{_FEW}(?P<head>{_HEAD})[^,;]{{0,30}}$",
    re.IGNORECASE,
)
"""What somebody has or is of: what is listed behind it belongs to it."""
_NAME = re.compile(
    r"(?:\s+(?!(?:có|không|chưa|đang|đã|bị|là|thuộc|ở|tại|trong|trên|sống|cư|từ|dưới|phải|mới|vừa|còn|thiếu|mà|nào|do|được|mất|theo|với|tham|đi|cách|tự|đạt|đủ|gặp|mắc|sinh|thành|tuyển|tốt|nhận|gồm|về|khi|nếu|học|vì|và|hoặc|hay|cùng)(?!\w))[^\W\d]+(?!\w)){0,6}"
)
_CLAUSE = re.compile(rf"(?:{_BARE}|{_PLACES})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(rf"{_FEW}(?:{_HEAD})?{_NAME.pattern}", re.IGNORECASE)
_ANY_JOINT = re.compile(rf"(?:,|\s+và|,\s+và|\s+hoặc|\s+hay|\s+cùng)\s+{_FEW}(?=[a-zà-ỹđ])", re.IGNORECASE)
"""In a list before a predicate whoever stands beside somebody is somebody: "cô nuôi và bảo vệ trường học"."""
_AT_HEAD = re.compile(_HEAD, re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """`text[start:end]` tells of whom a sentence says that they get something, or (`refused`) get nothing."""

    start: int
    end: int
    refused: bool = False
    firm: bool = False
    """Whether its end is certain: a predicate follows."""


_LABEL = re.compile(r"[^:;.]{2,80}:\s+")


def receivers(text: str, span: Span, *, listed: bool) -> list[Phrase]:
    """The phrases of a sentence that stand where a receiver stands, from left to right."""
    shut = quoted(text)
    found = [one for one in _subjects(text, span) if not inside(one.start, shut)]
    for match in _BEFORE.finditer(text, *span):
        at = match.start("head")
        if any(one.start <= at < one.end for one in found) or not _gives(text[span[0] : at], match["way"]):
            continue
        if _CAUSES.match(match["way"]) and not _TOLD_APART.match(text, match.end(), span[1]):
            continue
        found.append(Phrase(at, _end(text, match.end(), span[1])))
    label = _LABEL.match(text, *span) if listed else None
    if listed and (first := _FIRST.match(text, label.end() if label else span[0], span[1])):
        at = first.start("head")
        if not any(one.start <= at < one.end for one in found):
            found.append(Phrase(at, _end(text, first.end(), span[1])))
    return sorted(found, key=lambda one: one.start)


def _subjects(text: str, span: Span) -> list[Phrase]:
    found: list[Phrase] = []
    low = span[0]
    told = [(one.start(), one.end(), False) for one in _GETS.finditer(text, *span)]
    told += [(one.start(), one.end(), True) for one in _LOSES.finditer(text, *span)]
    shut = bracketed(text)
    for start, end, refused in sorted(told):
        if start < low or inside(start, shut):
            continue
        first = _FIRST.match(text, low, start) or next(_START.finditer(text, low, start), None)
        if (
            first
            and not re.search(rf"(?i)(?<!\w){_HEAD}", text[low : first.start("head")])
            and ";" not in text[first.end() : start]
        ):
            found.append(Phrase(first.start("head"), start, refused, True))
        low = end
    return found


def _gives(before: str, way: str) -> bool:
    """Whether what a sentence says before somebody gives them something."""
    clause = re.split(r"[;:.]\s", before)[-1]
    if _DONE.search(clause):
        return False
    if re.fullmatch(r"(?i)(?:dành.*|ưu.*|trừ|kể.*|nhất.*|trước.*|rồi.*|sau.*|.*\slà|tận.*|phục.*)", way):
        return not re.search(r"(?i)giao|phân\s+công", clause)
    given, told = (max((one.end() for one in rx.finditer(clause)), default=-1) for rx in (_GIVING, _TELLING))
    if re.search(r"(?i)thu\s+hồi|cắt|xử\s+(?:lý|phạt)|phòng\s+ngừa|ngăn|quản\s+lý|kinh\s+phí\s+chi\s+cho", clause):
        return False
    return given > told


def _end(text: str, start: int, high: int) -> int:
    """Where the words end that tell of somebody, whose noun ends at `start`."""
    shut = [one for one in bracketed(text) if one[0] >= start]
    for stop in STOPS.finditer(text, start, high):
        if not any(a <= stop.start() < b for a, b in shut):
            high = stop.start()
            break
    for comma in COMMA.finditer(text, start, high):
        at = comma.start()
        if inside(at, shut) or _MORE_OF.match(text, at) or _JOINT.match(text, at) or goes_on(text, start, at):
            continue
        high = at
        break
    if late := min((one.start() for rx in (UNTIL, _NEW_CLAUSE) if (one := rx.search(text, start, high))), default=0):
        high = late
    return high


def with_placed(text: str, span: Span, found: Sequence[Target], *, listed: bool, taken: Sequence[Span]) -> list[Target]:
    """The targets of a sentence with those that only their place tells; each of these is to be asked.

    What was guessed of a part of such words gives way to the whole; what is sure learns the condition behind it.
    """
    kept = list(found)
    for phrase in receivers(text, span, listed=listed):
        for piece in pieces(text, phrase):
            if inside(piece[0], taken):
                continue
            one = _told(text, piece)
            one.sure, one.why = False, _WHY
            rank(one, text[span[0] : one.start], text, span)
            if phrase.refused:
                one.excluded, one.priority = True, False
            over = [other for other in kept if overlap(reach(other), piece)]
            if is_told(text, one, phrase) and (taking := _taking(one, piece, over, phrase)) is not None:
                kept = [other for other in kept if other not in over] + taking
    _share(text, kept)
    return kept


def _taking(one: Target, piece: Span, over: Sequence[Target], phrase: Phrase) -> list[Target] | None:
    """What stands in the place of those who were found in the same words; None where these stay."""
    if not over:
        return [one]
    if any(other.start < one.start for other in over):
        return None
    first = over[0]
    if first.start > one.start:  # told by what the words say of somebody else
        return [one] if phrase.firm or not any(other.sure for other in over) else None
    if len(over) > 1 or len(first.who) > 1:
        return None
    end = reach(first)[1]
    if end > piece[1] and first.who[0].clause and phrase.firm:  # it took in the next of a list
        one.sure, one.why = first.sure, first.why
        return [one]
    if first.sure:
        bare = not (first.condition or first.of or first.who[0].written)
        if phrase.firm and bare and not one.of and one.condition:
            first.condition, first.end = one.condition, max(first.end, one.condition[1])
        return None
    if end < piece[1] or (one.priority, one.excluded) != (first.priority, first.excluded):
        return [one]
    return None


def reach(one: Target) -> Span:
    """From where to where a target's words go, with its condition."""
    return one.start, max(one.end, one.condition[1] if one.condition and one.condition[0] >= one.start else 0)


def _share(text: str, found: list[Target]) -> None:
    """Names of a list have the condition at its end: "cô nuôi và bảo vệ trường học có lương dưới 5,5 triệu đồng"."""
    found.sort(key=lambda one: one.start)
    for before, one in reversed(list(pairwise(found))):
        bare = not before.condition and not before.of and not before.who[-1].clause and not before.who[-1].written
        named = not one.who[0].written and not one.of and one.condition
        same = (before.excluded, before.priority) == (one.excluded, one.priority)
        if bare and named and same and not (before.sure or one.sure) and _joins(text, before, one):
            before.condition = one.condition


_WHY = "Đứng ở chỗ của người được hưởng; có thể không phải một nhóm đối tượng."


def _joins(text: str, before: Target, one: Target) -> bool:
    return bool(re.fullmatch(rf"(?i)\s*(?:,|và|hoặc|hay|,\s+và)\s*{_FEW}", text[before.end : one.start]))


def is_told(text: str, one: Target, phrase: Phrase) -> bool:
    """Whether words tell who in particular: those who are told by a common noun alone are spoken of."""
    who = one.who[0]
    if _CUT.search(text[who.start : one.end]) or (_STAFF.match(who.name) and not phrase.firm):
        return False
    if one.condition and who.kind == "organisation" and not _NARROWS.match(text, *one.condition):
        return False
    if one.condition or one.of or who.age_from is not None or who.age_under is not None:
        return True
    return not is_generic(who.name) and who.kind != "area" and " " in who.name


_CUT = re.compile(r"\s(?:đã|đang|chưa|là|và|được|không|có|từ|của|cho)$", re.IGNORECASE)
_STAFF = re.compile(r"(?:giáo|nhân|chuyên|cộng\s+tác|tuyên\s+truyền|báo\s+cáo)\s+viên")
_NARROWS = re.compile(rf"(?:{_WHICH})(?!\w)", re.IGNORECASE)


def pieces(text: str, phrase: Phrase) -> list[Span]:
    """The members of a list of receivers, each with what is said of it."""
    shut = bracketed(text)
    found: list[Span] = []
    start = phrase.start
    joints = _JOINT if not phrase.firm else _ANY_JOINT
    for joint in joints.finditer(text, phrase.start, phrase.end):
        before = text[start : joint.start()]
        known = bool(_AT_HEAD.match(text, joint.end()))
        if inside(joint.start(), shut) or " gồm " in before or _is_within(text, start, joint):
            continue
        if not known and not _NAMED.fullmatch(before):
            continue
        found.append((start, joint.start()))
        start = joint.end()
    found.append((start, phrase.end))
    return [(a, a + len(text[a:b].rstrip(" ,;.:"))) for a, b in found]


def _is_within(text: str, start: int, joint: re.Match[str]) -> bool:
    """Whether what a list goes on with belongs to what somebody has or is of: "hộ có người già và trẻ nhỏ"."""
    inner = _WITHIN.search(text, start, joint.start())
    kinds = [_broad(text, at) for at in (start, inner.start("head"), joint.end())] if inner else []
    return len(kinds) == 3 and kinds[1] == kinds[2] != kinds[0]


def _broad(text: str, at: int) -> str:
    """What kind of somebody a noun names, children among people."""
    kind = next(kind for kind, pattern in _KINDS if pattern.match(text, at))
    return "person" if kind == "woman_child" else kind


def _told(text: str, piece: Span) -> Target:
    start, end = piece
    named = [one for one in hits(text) if start <= one.start < end]
    if named and named[0].start == start and not named[0].clause:
        return target_at(text, piece, named, 0, True, end)[0]
    kind = next(kind for kind, pattern in _KINDS if pattern.match(text, start))
    head = _AT_HEAD.match(text, start)
    at = head.end() if head else end
    name = None if _CLAUSE.match(text, start) else _NAME.match(text, at, end)
    stop = name.end() if name else at
    aging = AGES.match(text, stop, end)
    last = aging.end() if aging else stop
    who = Hit(start, last, kind, plain(text[start:last]), False, *aged(text[start:last]))
    one = Target(start, end, [who])
    if text[last:end].strip(" ,"):
        one.condition = (last + len(text[last:end]) - len(text[last:end].lstrip(" ,")), end)
    return one
