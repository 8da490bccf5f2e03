"""Where a sentence has those who get something, whatever noun of people, households, villages or firms names them.

Behind words that give ("dành riêng cho nam thanh niên từ 18 tuổi"), as the subject of "được" ("Bà con trồng rau ven
sông được cấp lại hạt giống"), at the head of a line of a list of receivers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..words import Span, bracketed, inside, quoted, sentences
from .also_named import goes_on
from .granting import GIVE, LONG_AGO
from .target_words import COMMA, STOPS, UNTIL

BARE = r"hộ|nhà|gia\s+đình|người|ai|trường\s+hợp|đối\s+tượng|cá\s+nhân|em|con"
"""Nouns that say nothing of whom: all words behind them tell which."""
_HOMES = r"hộ(?!\s+(?:khẩu|chiếu|tịch|sinh|lý|trợ))|nhà(?=\s+(?:nào|có\s+(?!thể|trách)|chưa|không\s+có|đang|ai|đông|đã|bị|thuộc|neo|đơn)\b)|gia\s+đình"
WHICH = r"có|gồm|chưa|không|còn|cách|bị|nằm|ở|xa|thiếu|đang|mới|giáp|ven|thường|tự|nào|mà|khó|nghèo|đặc|vùng|đạt|đủ|đã|thành\s+lập|hoạt\s+động|sử\s+dụng|tuyển|nhận|liên\s+kết|sinh\s+hoạt|tham\s+gia|do|trên|cam\s+kết|nuôi|trồng|sản\s+xuất|chế\s+biến|thu\s+mua|được"
_VILLAGE = r"thôn|bản|ấp|xóm|buôn|làng|khóm|sóc|tổ\s+dân\s+phố|tổ\s+liên\s+gia|khu\s+dân\s+cư|khu\s+phố|điểm\s+dân\s+cư|xã|phường"
PLACES = rf"(?:{_VILLAGE})(?=(?:(?:,|\s+và|\s+hoặc)\s+(?:các\s+|những\s+)?(?:{_VILLAGE}))*(?:\s+(?:{WHICH})|(?:\s+[a-zà-ỹđ]+){{1,2}}\s+(?:có|chưa|không|còn|bị|thiếu|nằm))(?!\w))"
"""Villages are bodies that work, unless words behind them say which: "thôn chưa có điện"."""
_FIRMS = r"hợp\s+tác\s+xã|tổ\s+hợp\s+tác|tổ\s+(?:nhóm|liên\s+kết)|nhóm(?:\s+hộ)?|câu\s+lạc\s+bộ|nhà\s+trẻ|nhóm\s+trẻ|doanh\s+nghiệp|cơ\s+sở|trang\s+trại|trường(?!\s+hợp)|điểm\s+trường|làng\s+nghề|đội|tổ(?!\s+(?:chức|trưởng|công\s+tác|giúp|thẩm|giám|kiểm|phản))|cửa\s+hàng"
_PEOPLE = (
    r"người(?!\s+(?:đứng(?!\s+tên)|đại\s+diện|phụ\s+trách|ký\s+(?:duyệt|ban|phát|tên)|chịu|đề\s+nghị|có\s+(?:trách|thẩm)|nhận|hưởng|được\s+hưởng))|ai|trường\s+hợp(?!\s+(?:khác|sau|này|trên|nêu|cụ|đột))|đối\s+tượng(?=\s+(?:bảo|yếu|đang|đã|bị|chưa|không|thuộc|có))|cá\s+nhân"
    r"|(?!(?:công|khuôn|động|thành|đảng|nguyên|vệ|an|phát|hy|nảy|tái|nhân|cấp|tặng|trao|chia|mua|bán|uống|giúp|lo|cứu|vì|cho|nuôi|dạy|đưa|đón|mỗi|từng|thêm|hội\s+đồng|đoàn\s+thanh)\s)[a-zà-ỹđ]+\s+(?:viên|nhân|dân|sinh|phụ|niên|nhi|binh|thương|sĩ)"
    r"|cựu\s+[a-zà-ỹđ]+(?:\s+[a-zà-ỹđ]+)?|bà\s+con|đồng\s+bào|nhân\s+dân|dân|cháu|cụ(?!\s+thể)|ông|bà(?:\s+mẹ)?|mẹ|cha|em|chị(?:\s+em)?|anh(?:\s+em)?|cô|chú|bác|con(?!\s+(?:giống|nuôi|vật|đường|số|dấu|người))(?:\s+em)?|cặp|vợ\s+chồng|trẻ|lao\s+động|thợ|chủ"
    r"|nam|nữ|phụ\s+nữ|chị\s+em|già\s+làng|chức\s+sắc|nhà\s+giáo|bộ\s+đội|cựu\s+chiến\s+binh|tình\s+nguyện\s+viên"
    r"|hội\s+viên|đoàn\s+viên|công\s+nhân|công\s+dân|nhân\s+viên|nạn\s+nhân|thân\s+nhân|bệnh\s+binh|công\s+an(?=\s+(?:hoàn|xuất|nghỉ))"
)
HEAD = rf"(?:{_HOMES}|{PLACES}|{_FIRMS}|{_PEOPLE})(?!\w)"
KINDS = (
    ("household", re.compile(rf"(?:{_HOMES})(?!\w)", re.IGNORECASE)),
    ("area", re.compile(rf"(?:{PLACES})(?!\w)", re.IGNORECASE)),
    ("organisation", re.compile(rf"(?:{_FIRMS})(?!\w)", re.IGNORECASE)),
    ("woman_child", re.compile(r"(?:trẻ|cháu|em|học\s+sinh|phụ\s+nữ|bà\s+mẹ|mẹ|chị|nữ|(?:thai|sản)\s+phụ)(?!\w)", re.IGNORECASE)),
    ("person", re.compile("")),
)  # fmt: skip
FEW = r"(?:(?:trường\s+hợp(?=\s+(?:hộ|người|gia|học|trẻ|lao|phụ|bà|cháu|em|cụ)\b)|các|cả|những|mọi|mỗi|từng|riêng|một(?:\s+số)?|hai|ba|toàn\s+bộ|tất\s+cả|số|khoảng|ít\s+nhất|thêm|hơn|trên|100%|\d[\d.]*)\s+)*"

_LINE = rf"\s*(?:[-–+•]\s+)?(?:nếu\s+|khi\s+)?{FEW}(?P<head>{HEAD})"
_FIRST = re.compile(_LINE, re.IGNORECASE)
_START = re.compile(rf"(?:(?<=[,;:–(-])|(?<=\w)\s+(?:và|thì|còn|riêng)){_LINE}", re.IGNORECASE)
"""Where a clause may begin whose subject is somebody: at the head of a line, and within one."""
_NEVER = r"(?:giao\s+(?:chủ|làm|phụ|quản|nhiệm|thực)|phân\s+công|phê\s+duyệt|ủy\s+quyền|bầu|mời|thành\s+lập|kiện\s+toàn|ban\s+hành|cử\s+đi|(?:\S+\s+){0,5}?(?:(?:công|xác|chứng)\s+nhận|chấm|xếp\s+loại|cấp\s+giấy|giới\s+thiệu\s+(?:danh|hồ)|bình\s+(?:xét|chọn|bầu)|phê\s+duyệt|đón\s+về)|cập\s+nhật|rà\s+soát|lập|niêm\s+yết|công\s+khai|thực\s+hiện|tổ\s+chức|triển\s+khai|bình\s+(?:xét|chọn)|đánh\s+giá|chọn|phát\s+hiện|thông\s+báo|biết|tuyên\s+truyền|phổ\s+biến)"
_GETS = re.compile(
    rf"\s+(?:(?:thì|sẽ|cũng|đều|còn|vẫn|chỉ|mới|tiếp\s+tục)\s+)*(?:(?<!đã\s)(?<!đang\s)(?<!từng\s)(?<!chưa\s)(?<!không\s)(?<!diện\s)(?<!để\s)(?<!có\s)được\s+(?!{LONG_AGO}|{_NEVER}\b)"
    r"|(?<!đang\s)(?<!đã\s)(?<!chưa\s)(?<!không\s)(?<!được\s)(?<!mới\s)(?:nhận|hưởng|vay)\s+(?:thêm\s+|mỗi\s+\S+\s+)?(?=\d|tối\s+đa|không\s+quá|miễn|(?:một|hai|ba)\s|quà|phần|suất)|khỏi\s+(?:phải\s+)?(?:đóng|trả|nộp|mất)\s|thì\s+(?=(?:[^\s,;.:]+\s+){1,5}?(?:mang|đem|đưa|trao|giúp|tặng|trả(?!\s+lời)|đón|chở|cấp|phát|hỗ\s+trợ|miễn|giảm)(?!\w))|không\s+(?:phải\s+(?:nộp|đóng|trả)|mất)\s)",
    re.IGNORECASE,
)
_GIVES_WELL = re.compile(rf"(?:(?:\d|tối\s+đa)|(?:(?!và\b|thì\b)[^\s,;.:()]+\s+){{0,4}}?{GIVE})", re.IGNORECASE)
_LOSES = re.compile(
    r"(?<!và)(?<!hoặc)(?<!,)\s+(?:thì\s+)?(?:không|thôi|(?<=thì\s)chưa)\s+(?:được\s+(?:xét|hỗ\s+trợ|nhận|hưởng|cấp|vay)|thuộc\s+(?:diện|đối\s+tượng|phạm\s+vi)|nằm\s+trong\s+(?:diện|danh)|áp\s+dụng|xét|hỗ\s+trợ|cấp|nhận\s+thêm)(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<!\w)(?P<way>(?:xét|làm|cấp|hỗ\s+trợ|giải\s+quyết)\s+trước(?:\s+(?:cho|đối\s+với))?|(?:dành\s+(?:riêng\s+)?)?cho|cho\s+(?!(?:các|những|mọi|mỗi)\s)(?:(?!cho\s)[^\s,;.:()]+\s+|\d+,\d+\s+){{1,8}}?của|đối\s+với|(?:áp\s+dụng|kể\s+cả|xét)\s+với|(?:tới|đến)(?:\s+(?:tận\s+tay|từng)|(?=\s+(?:\d|các|mọi|những)))|(?<=\s)với|tận\s+tay|ưu\s+tiên|(?:trước\s+hết|ưu\s+tiên)\s+(?:là|xét|cho)|(?:rồi|sau\s+đó)\s+(?:mới\s+)?(?:đến|tới|là)|nhất\s+là|kể\s+cả|bao\s+gồm\s+cả|trừ|phục\s+vụ|hỗ\s+trợ|giúp|tặng|thăm|đón|đưa|(?:không|chỉ|chưa)\s+(?:(?:tính|xét|đưa|xếp|nhận)\s+vào(?:\s+(?!(?:các|những|mọi)\s)[^\s,;.:]+){{1,4}}?|tính|xét|chọn|nhận|gồm)|(?:người|hộ|bên|đối\s+tượng)\s+(?:được\s+)?(?:thụ\s+)?(?:nhận|hưởng)\s+là)\s+"
    rf"{FEW}(?P<head>{HEAD})",
    re.IGNORECASE,
)
_CAUSES = re.compile(r"giúp|hỗ|đưa|đón|thăm", re.IGNORECASE)
_TOLD_APART = re.compile(
    r"(?:\s+(?!để\b|làm\b|phát\b|thoát\b|vươn\b|tiếp\b)[^\W\d]+){0,3}\s+(?:có\s+(?!thêm)|chưa|không|đang|bị|thuộc|ở|sống|còn|thiếu|neo|mồ|mắc|dưới|trên|từ|nghèo|khuyết|khó\s+khăn|tự\s+nguyện|gặp|già)\b",
    re.IGNORECASE,
)
"""Behind "giúp" and the like, which of them: what else follows is what they are helped to do."""
_GIVING = re.compile(
    r"(?<!\w)(?:hỗ\s+trợ|cấp(?!\s+(?:xã|huyện|tỉnh|trên|ủy))|tặng|trao|trợ\s+(?:cấp|giúp)|miễn|giảm(?!\s+nghèo)|vay|dạy|lớp|khám|lắp|xây|sửa|bố\s+trí|dành|chi|quà|suất|tiền|đồng|học\s+bổng|thẻ|vốn|gói|mức|áp\s+dụng|phục\s+vụ|phát|đón|chăm\s+sóc|nấu|bán|nuôi|tư\s+vấn|thưởng|vé|xe|kg|giống|không\s+mất|xét|chế\s+độ|chính\s+sách|phụ\s+cấp|học\s+phí|đưa|giữ|ưu\s+tiên|mở|phí|thu|đền|bù|mừng|thuê|ăn|đấu\s+nối)(?!\w)",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"(?<!\w)(?:báo(?!\s+chí)|thông\s+(?:báo|tin)|gửi|nộp|trình|giao|phân\s+(?:công|bổ)|hướng\s+dẫn|tuyên\s+truyền|phổ\s+biến|nhận\s+thức|tham\s+mưu|bàn\s+giao|cung\s+cấp|căn\s+cứ|cơ\s+sở|trách\s+nhiệm|ý\s+kiến|đề\s+xuất|quản\s+lý|kiểm\s+tra|xử\s+(?:lý|phạt)|vi\s+phạm|giám\s+sát|vận\s+động|tạo|kế\s+hoạch|tập\s+huấn|bồi\s+dưỡng|dữ\s+liệu|danh\s+sách)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)đã\s+(?!nêu|ký|đăng)", re.IGNORECASE)
MORE_OF = re.compile(
    r",\s+(?=(?:trong\s+đó\s+(?:có\s+)?(?:ít\s+nhất|tối\s+thiểu)|có|không(?!\s+(?:quá|vượt|tính|chi|áp|xét))|chưa|đang|đã|bị|thuộc|tốt\s+nghiệp|từ\s+đủ|diện\s+tích|thu\s+nhập|thời\s+gian|tuổi|góp|sống|cư\s+trú|học\s+lực)\s)"
)
_NEW_CLAUSE = re.compile(
    r",\s+(?=(?:gồm|nhất\s+là|trong\s+đó(?!\s+(?:có\s+)?(?:ít\s+nhất|tối\s+thiểu)\s)|trừ|kể\s+cả|ưu\s+tiên|mỗi|mức|sau\s+đó|rồi)\s)|\s+(?:mỗi|hằng|hàng)\s+(?:tuần|tháng|quý|năm)|\s+(?=\([^()]*:)|\s+và\s+(?=(?:cấp|hỗ\s+trợ|tặng|trao|miễn|giảm|cho\s+vay|trợ\s+cấp|bố\s+trí|khám|dạy|chi)\s)|\s+(?:theo|từ)\s+(?=nguồn|quy\s+định|kế\s+hoạch|nghị)"
)
BESIDE = r"(?:\s+lẫn(?!\s+mẹ)|,?\s+(?:kể\s+cả|bao\s+gồm\s+cả|trừ|nhất\s+là)|,|\s+và|,\s+và|\s+hoặc|\s+hay|\s+cùng)"
JOINT = re.compile(rf"{BESIDE}\s+{FEW}(?={HEAD})", re.IGNORECASE)


@dataclass(frozen=True)
class Phrase:
    """`text[start:end]` tells of whom a sentence says that they get something, or (`refused`) get nothing."""

    start: int
    end: int
    refused: bool = False
    firm: bool = False
    """Whether its end is certain: a predicate follows."""
    gives: bool = False
    """Whether the predicate is a verb that gives: "được hỗ trợ"."""
    ends: bool = False
    """Whether its sentence ends with it."""
    listed: bool = False
    """Whether it stands at the head of a line of a list of receivers."""


_LABEL = re.compile(r"[^:;.]{2,80}:\s+")


def receivers(text: str, span: Span, *, listed: bool, label: int = 0) -> list[Phrase]:
    """The phrases of a sentence that stand where a receiver stands, from left to right; a list begins at `label`."""
    shut = quoted(text)
    found = [one for one in _subjects(text, span) if not inside(one.start, shut)]
    for match in _BEFORE.finditer(text, *span):
        at = match.start("head")
        if any(one.start <= at < one.end for one in found) or not _gives(text[span[0] : at], match["way"]):
            continue
        if _CAUSES.match(match["way"]) and not _TOLD_APART.match(text, match.end(), span[1]):
            continue
        end = _end(text, match.end(), span[1])
        found.append(Phrase(at, end, ends=not text[end : span[1]].strip(" .;")))
    if label <= span[0]:
        label = told.end() if (told := _LABEL.match(text, *span)) else span[0]
    if listed and (first := _FIRST.match(text, label, span[1])):
        at = first.start("head")
        if not any(one.start <= at < one.end for one in found):
            found.append(Phrase(at, _end(text, first.end(), span[1]), listed=True))
    return sorted(found, key=lambda one: one.start)


WORKS = re.compile(
    r"(?<!\w)(?:(?<!thành\s)lập|gửi|báo\s+cáo|rà\s+soát|tổ\s+chức|thực\s+hiện|hướng\s+dẫn|phối\s+hợp)(?!\w)"
)
"""What somebody has behind the noun that makes them one who works."""
_A_PLACE = re.compile(PLACES, re.IGNORECASE)


def is_place(text: str, one: Phrase) -> bool:
    """Whether villages or communes get something: these never work in the same words."""
    return one.gives and bool(_A_PLACE.match(text, one.start))


def getting(text: str) -> list[Phrase]:
    """Those of whom a text says that they get something, from their noun to "được"."""
    found = [one for span in sentences(text) for one in _subjects(text, span) if not one.refused]
    return [one for one in found if not WORKS.search(text, one.start, one.end)]


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
            and not re.search(rf"(?i)(?<!\w){HEAD}", text[low : first.start("head")])
            and ";" not in text[first.end() : start]
        ):
            gives = bool(_GIVES_WELL.match(text, end)) and not refused
            found.append(Phrase(first.start("head"), start, refused, True, gives))
        low = end
    return found


def _gives(before: str, way: str) -> bool:
    """Whether what a sentence says before somebody gives them something."""
    clause = re.split(r"[;:.]\s", before)[-1]
    if _DONE.search(clause):
        return False
    if re.fullmatch(
        r"(?i)(?:dành.*|ưu.*|.*trước.*|trừ|kể.*|nhất.*|trước.*|rồi.*|sau.*|.*\slà|tận.*|phục.*|không.*|chỉ.*|chưa.*|giúp|hỗ.*|thăm|đón|đưa|tặng)",
        way,
    ):
        return not re.search(r"(?i)giao|phân\s+công", clause)
    if (
        way.lower().endswith("với")
        and not way.lower().startswith("đối")
        and not re.search(r"(?i)áp\s+dụng|kể\s+cả", clause + way)
    ):
        return False
    given, told = (max((one.end() for one in rx.finditer(clause)), default=-1) for rx in (_GIVING, _TELLING))
    if re.search(r"(?i)thu\s+hồi|cắt|xử\s+(?:lý|phạt)|phòng\s+ngừa|ngăn|quản\s+lý|kinh\s+phí\s+chi\s+cho", clause):
        return False
    return given >= told


def _end(text: str, start: int, high: int) -> int:
    """Where the words end that tell of somebody, whose noun ends at `start`."""
    shut = [one for one in bracketed(text) if one[0] >= start]
    for stop in STOPS.finditer(text, start, high):
        if not any(a <= stop.start() < b for a, b in shut):
            high = stop.start()
            break
    for comma in COMMA.finditer(text, start, high):
        at = comma.start()
        if inside(at, shut) or MORE_OF.match(text, at) or JOINT.match(text, at) or goes_on(text, start, at):
            continue
        high = at
        break
    if late := min((one.start() for rx in (UNTIL, _NEW_CLAUSE) if (one := rx.search(text, start, high))), default=0):
        high = late
    return high
