"""The words that tell a group: who, of which households, under which condition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..words import Span, bracketed
from .also_named import goes_on
from .granting import GIVE, LONG_AGO
from .group_names import Hit, short

JOINT = re.compile(
    r"\s*(?:,|;(?=\s*(?:các\s+)?(?:cơ|tổ))|và|hoặc|hay|,\s+và|và\s+cả|lẫn(?!\s+mẹ)|cùng|với)\s*(?:các\s+|những\s+|mọi\s+|là\s+)?(?:(?:ít\s+nhất|khoảng|trên|hơn)\s+)?(?:\d+(?:[.,]\d+)*%?\s+)?"
)
_OF = re.compile(
    r"\s+(?:là\s+lao\s+động\s+)?(?:thuộc|của|trong|là(?=\s+hộ\s)|là\s+thành\s+viên|(?:là\s+)?con(?:\s+em)?(?:\s+(?:của|thuộc))?)\s+(?:diện\s+|các\s+)?"
)
_WHERE = re.compile(r"\s+(?:tại|ở|trên|trong|thuộc)\s")
"""Behind a condition in brackets, where they live: no more of it."""
_A_PEOPLE = re.compile(r"người\s+(?:dân\s+tộc\s+)?[A-ZĐ]")
_AND_GIVES = re.compile(rf"(?:,|\s+và)\s+(?=(?:{GIVE}))", re.IGNORECASE)
"""In running text, where another thing is given behind a condition: "… sinh con tại cơ sở y tế và chăm sóc trẻ em"."""
_HEADS = re.compile(r"\s+làm\s+chủ\s+hộ(?!\w)")
_THROUGH = re.compile(r"\s+(?:có\s+(?:thành\s+viên\s+(?:là\s+)?)?|do\s+)(?:các\s+)?(?:người\s+(?=mẹ\b))?")
_CONDITION = re.compile(
    r"\s+(?P<all>(?:trong\s+(?:thời\s+(?:hạn|gian)|độ\s+tuổi|vòng|\d+\s+(?:tháng|năm)(?=\s+(?:đầu|sau|kể|gần|tuổi)))|chưa|đang|là\s+(?:lao\s+động|con|thành\s+viên|chủ|hội\s+viên|nạn\s+nhân)|không(?!\s+(?:quá|vượt))|bị|còn|thiếu|đủ\s+điều\s+kiện|thuộc\s+diện(?=\s+(?!hộ|các|chính|đối))|theo\s+danh\s+sách|theo\s+(?:các\s+)?hiệp\s+định|gặp|tham\s+gia|cư\s+trú|sinh\s+sống|sống\s+(?:ở|tại|trong|trên|cùng|với|một|xa|độc)|cam\s+kết|liên\s+kết|sử\s+dụng|tự\s+nguyện|nhận\s+(?:khoán|chăm|nuôi|bảo)|(?:nhà\s+)?(?:ở\s+)?(?:cách|xa)\s+(?:nhà|trường|trung|nơi|trạm|cơ|điểm|chợ|thôn|bản)|sinh\s+con|có\s+(?:khó\s+khăn|nhu\s+cầu|hoàn\s+cảnh|tên|lao\s+động|dự\s+án|đất|khả\s+năng|nhà(?:\s+ở)?\s+(?:tạm|dột|hư|xuống|thiếu|chưa|không|đang|bị|đơn|thuộc|nằm|ở|trong)|mức\s+thu\s+nhập|phương\s+án|tay\s+nghề|trình\s+độ|đủ\s+điều\s+kiện|sức\s+khỏe|người|thành\s+tích|đơn|hộ\s+khẩu|cam\s+kết|nguy\s+cơ|điều\s+kiện)|làm\s+chủ\s+hộ|do\s+(?:phụ\s+nữ|thanh\s+niên|người(?:\s+\S+){1,3})\s+(?:làm\s+chủ|quản\s+lý|điều\s+hành|thành\s+lập)|nuôi|tại|ở|trên\s+(?:địa\s+bàn|phạm\s+vi)|trong\s+xã|đi\s+làm\s+việc|suy\s+dinh\s+dưỡng|cô\s+đơn|trước\s+khi\s+đi|đã|mới)\b)"
)
_MORE = re.compile(
    rf"\s+(?:có|thuộc\s+(?!hộ)|với|là|sống|học|được\s+(?:(?=giao\s+(?:khoán\s+)?(?:đất|rừng)\b)|(?!(?:\S+\s+){{0,3}}?{GIVE}))|(?:mất|bị|vừa|phải|tự|từ|vay|nhận|làm|trở)\s)(?=\s|\w)"
)
"""Words that begin a condition only where a clause tells whom it is for."""
_ANY = re.compile(r"\s+(?=\w)")
_HAS = re.compile(r"\s+có\s+(?!thể|trách|quyền|nghĩa|liên\s+quan|thêm|được)")
"""What those who are given something have: a condition, but behind words that say what they are to come to have."""
_TO_HAVE = re.compile(
    r"(?:giúp|giúp\s+đỡ|hỗ\s+trợ|để|tạo\s+điều\s+kiện|nhằm|bảo\s+đảm|đảm\s+bảo|phấn\s+đấu|bảo\s+đảm\s+cho)\s+(?:(?:cho|các|những|mọi|\d[\d.,%]*|ít\s+nhất|trên)\s+)*$",
    re.IGNORECASE,
)
_NARROWER = re.compile(
    r"\s+(?!(?:phát|xây|làm\s+(?:nhà|ăn|chủ|kinh)|mua|sửa|vay|học|tham|tiếp|đi|vươn|thoát|ổn|cải|nâng|sản\s+xuất|chăn|trồng|đầu|mở|thực|sử|khởi|tìm|tự|giảm|tăng|đăng|lập|vượt|khắc|chuyển|di|kết|bảo|thay|chi|đóng|đến|vào|ra|từ|theo|trong|ngoài|trên|dưới|do|bằng|như|gồm|bao|nếu|khi|thì|là|được|phải|sẽ|cần|nhằm|để|về|qua|của|cho|với|tại|ở|này|nêu|nói|khác|và|hoặc|hay|cùng|mỗi|một|không|chưa|đã|đang|có|bị|còn|thuộc|đủ|đạt|nhận|hưởng|trực|cố|bình|mức|tối|gắn|phù|tạo|ưu|nhất|hằng|hàng|cả|số|vượt|duy|hoàn|kịp|sớm|tổ|nuôi|tiêu|liên|bán|trả|gửi|nộp|báo|ký|họp|kê|hòa|bỏ|phục|thông|tuyên|phổ|cung|truyền|quản|kiểm|phòng|chăm|khám|điều|quyết|yên|hiểu|biết|nắm|hoạt|vận|hưởng|hội|hợp|sinh|lao|trợ|giải|ứng|đối|thi|xuất|nhập)(?!\w))[a-zà-ỹđ]+(?:\s+(?!và\s|hoặc\s)[a-zà-ỹđ]+){0,3}(?=\s*(?:[;.)]|,\s|$|\s(?:và|hoặc)\s))"
)
"""In running text, few words behind a name that may say which of them: worth a question."""
_WHO_ELSE = re.compile(
    r"\s+(?!(?:được|thì|sẽ|phải|cần|vay|hưởng|nhận|theo|gồm|bao|như|khi|nếu|tối|mức|với|từ|và|hoặc|hay|cùng|trong\s+đó|để|nhằm|vào|bằng|cho|có\s+(?:thể|trách|quyền|nghĩa)|trước|sau|năm|tháng|ở|của|các|những|nêu|này|trên|nói|thực\s+hiện|đạt|đã\s+được\s+(?:phê|giao))\b)(?=[a-zà-ỹđ]+(?:\s+[^\W\d_]+){1,}|[a-zà-ỹđ]+\s+\d)"
)
"""In a list of whom something is for, any words behind a name that begin no predicate say which of them."""
_TELLS = re.compile(r"\s+(?=(?:tốt\s+nghiệp|sinh|học|hành\s+nghề|sản\s+xuất|thường\s+trú|tạm\s+trú|vừa|tự|sống|làm)\s)")
"""Behind a group at the head of a line that lists whom it is for: what these have done, or do."""
_ENDS = re.compile(
    r"[;]|:(?=\s)|,\s+(?=trong\s+đó|trừ\b)|,?\s+(?=\((?:\w{1,3}\)|ngoại\s+trừ|trừ|không\s+(?:bao\s+)?gồm|ưu\s+tiên))|$"
)
UNTIL = re.compile(r"\s+(?:xong\s+)?(?:trước|chậm\s+nhất|hoàn\s+thành)\s+(?:ngày|tháng|là|\d)")
"""In running text, a time by which work is to be done: no condition of those it is done for."""
_NEXT = re.compile(
    r",\s+(?=(?:có|học\s+lực|kết\s+quả|đạt|chưa|không|đang|đã|còn|sống|cư\s+trú|thường\s+trú|được|trong\s+độ\s+tuổi)\s)"
)
"""A condition behind a comma, where a clause tells whom it is for: "hộ nghèo, có đất ở, chưa được hỗ trợ"."""
STOPS = re.compile(
    r"[;]|[.](?!\d)|:(?=\s)|(?<!dưới)(?<!trên)(?<!từ)(?<!đến)(?<!quá)(?<!hơn)\s+(?=\d[\d.,]*\s*(?:đ(?!\w)|đồng|triệu|nghìn|ngàn|tỷ))|,\s+(?=trong\s+đó(?!\s+(?:có\s+)?(?:ít\s+nhất|tối\s+thiểu)\s)|(?:tiếp|kế)\s+(?:đến|theo)|rồi\s+đến|cuối\s+cùng|ưu\s+tiên|trước\s+hết|nhất\s+là|đặc\s+biệt|trừ\b|ngoại\s+trừ|không\s+bao\s+gồm|sau\s+đó|riêng|góp\s+phần|đồng\s+thời|gắn|bảo\s+đảm|tạo|nâng|hỗ\s+trợ|được(?!\s+(?:(?!hỗ\b|vay\b|cấp\s+(?!có|trên|ủy)|hưởng\b)[^\s,;.]+\s+){0,7}?(?:công|xác|chứng)\s+nhận)(?!\s+(?:(?!hỗ\b|vay\b|hưởng\b)[^\s,;.]+\s+){0,7}?(?:bình\s+xét|bình\s+chọn|phê\s+duyệt|giới\s+thiệu|lựa\s+chọn))|phù\s+hợp|từng\s+bước|giảm|tăng)|(?<!chưa)(?<!không)(?<!đang)(?<!tìm)(?<!túc)(?<!có)(?<!làm)(?<!tài\ssản)(?<!vốn)(?<!tiền)(?<!giống)(?<!vật\stư)(?<!công\strình)(?<!từng)(?<!diện)\s+được\s+(?!"
    + LONG_AGO
    + r"|(?<=đã\sđược\s)(?:bình\s+(?:xét|chọn)|lựa\s+chọn|xét\s+(?:chọn|duyệt))|công\s+nhận|cấp|hưởng|xếp|chứng\s+nhận|xác\s+nhận|phê\s+duyệt|phân\s+loại|đánh\s+giá|rà\s+soát|tuyển|bảo\s+lãnh|Nhà\s+nước|(?:(?!hỗ\b|vay\b|hưởng\b)[^\s,;.]+\s+){1,7}?(?:công\s+nhận|xác\s+nhận|chứng\s+nhận|bình\s+xét|bình\s+chọn|phê\s+duyệt))|\s+(?:nhằm|để|thì|vươn\s+lên|gửi\s|(?<![Cc]hương\s)(?<!quy\s)(?<!công\s)(?<!quá\s)trình\s|nộp\s|phát\s+triển|(?<!được\s)tiếp\s+cận|thông\s+qua|bằng\s)|\)|,?\s+(?=\((?:\w{1,3}\)|ngoại\s+trừ|trừ|không\s+(?:bao\s+)?gồm|ưu\s+tiên))|\s+và\s+(?=ưu\s+tiên|không)|$"
)


COMMA = re.compile(
    r"(?<!\d),(?!\s+(?:và\s+)?(?:chưa\s+(?:được|có)|không\s+có|không\s+thuộc|đang\s+(?:ở|sống|cư|sinh))\b|\s+(?:[^\W\d_]+\s+){1,4}mà\s)"
)
"""Where a condition ends in running text: at a comma, unless one more condition follows it."""


@dataclass
class Target:
    """One "for whom" with the words that tell it."""

    start: int
    end: int
    who: list[Hit]
    of: list[Hit] = field(default_factory=list)
    condition: Span | None = None
    priority: bool = False
    excluded: bool = False
    indirect: bool = False
    sure: bool = True
    why: str = ""
    brackets: Span | None = None
    narrower: bool = False
    """Whether its condition is taken for one, though nothing says so."""


def target_at(
    text: str, span: Span, named: Sequence[Hit], place: int, listed: bool, limit: int = 0
) -> tuple[Target, int]:
    """The target that begins at `named[place]`, and which hit comes after it.

    `limit`: where the subject of a sentence ends that says what somebody gets; all words up to it tell who.
    """
    granted, span = bool(limit), (span[0], limit or span[1])
    first = named[place]
    one = Target(first.start, first.end, [first])
    place += 1
    if first.clause:
        _clause(text, span, one, named)
        return one, next((at for at in range(place, len(named)) if named[at].start >= one.end), len(named))
    while place < len(named) and (not granted or named[place].start < limit):
        joint = JOINT.fullmatch(text, one.end, named[place].start) or (
            re.fullmatch(r"\s*\([^)]*\)\s*,\s*", text[one.end : named[place].start]) and None
        )
        if not joint or named[place].clause:
            break
        if _OF.match(text, named[place].end) and named[place].kind != "household" and one.who[-1].kind == "household":
            break
        if one.who[-1].kind in ("area",) and named[place].kind == "household":
            break
        if _OF.match(text, named[place].end) and _is_same_noun(text, named[place], one.who[-1]):
            break  # "lao động nữ, lao động thuộc hộ nghèo"
        if _OF.match(text, named[place].end) and named[place].name == "người":
            break  # "trẻ em và người thuộc hộ nghèo"
        if _OF.match(text, named[place].end) and _A_PEOPLE.match(text, named[place].start):
            break  # "người dân tộc thiểu số, người dân tộc Kinh thuộc hộ nghèo"
        one.who.append(named[place])
        one.end = named[place].end
        place += 1
    if (
        (through := _THROUGH.match(text, one.end))
        and place < len(named)
        and named[place].start == through.end()
        and all(hit.kind == "household" for hit in one.who)
    ) or (one.who[-1].name == "hộ" and through):
        start = one.who[-1].start
        link = text[one.who[-1].end : through.end()]
        household = one.who[-1]
        inner = named[place]
        if heads := _HEADS.match(text, inner.end):
            inner = replace(inner, end=heads.end())
        one.who[-1] = Hit(
            start, inner.end, "household", short(text[start : inner.end]), written=(text[start : inner.end],)
        )
        one.end = inner.end
        place += 1
        while (
            place < len(named)
            and JOINT.fullmatch(text, one.end, named[place].start)
            and named[place].kind != "household"
            and not _OF.match(text, named[place].end)
        ):
            inner = named[place]
            one.who.append(
                Hit(
                    inner.start,
                    inner.end,
                    "household",
                    f"{household.name}{link}{inner.name}",
                    written=(text[inner.start : inner.end],),
                )
            )
            one.end = inner.end
            place += 1
    elif (
        (of := _OF.match(text, one.end))
        and place < len(named)
        and named[place].start == of.end()
        and named[place].kind in ("household", "area")
    ):
        while place < len(named):
            one.of.append(named[place])
            one.end = named[place].end
            place += 1
            if place < len(named) and (
                not JOINT.fullmatch(text, one.end, named[place].start) or named[place].kind != "household"
            ):
                break
            if place < len(named) and _OF.match(text, named[place].end):
                break
    if one.who[-1].name == "người" and one.of:  # "người thuộc hộ nghèo" is what they are called
        words = text[one.who[-1].start : one.end]
        one.who[-1] = replace(one.who[-1], end=one.end, name=short(words), written=(words,))
    _brackets(text, one)
    _condition(text, span, one, listed, named[place:], granted=granted)
    if one.brackets and listed and (shut := one.brackets) and not _WHERE.match(text, one.end):
        one.condition = None
        _condition(text, span, one, listed, named[place:])
        one.condition = (shut[0] - 1, one.condition[1]) if one.condition else shut
    more = _NARROWER.match(text, one.end, span[1]) if not (one.condition or listed or granted) else None
    if more and not any(one.end < hit.start < more.end() for hit in named):
        one.condition = (one.end + 1, more.end())
        one.end, one.narrower = more.end(), True
    limit = one.condition[1] if one.condition else one.end
    while place < len(named) and named[place].start < limit:
        place += 1
    return one, place


def _is_same_noun(text: str, one: Hit, other: Hit) -> bool:
    """Whether two groups beside each other are told by the same noun: what is said of one is said of it alone."""
    first, second = (text[hit.start : hit.end].lower().split()[:2] for hit in (one, other))
    return one.kind != "household" and first == second


def _clause(text: str, span: Span, one: Target, named: Sequence[Hit]) -> None:
    """A household told by a clause: its name is the clause, without the time and the place it ends with."""
    first = one.who[0]
    rest = text[first.end : span[1]]
    if (inner := re.match(r"\s*(?:có\s+(?:thành\s+viên\s+(?:là\s+)?)?|do\s+)", text[first.end - 1 : span[1]])) and (
        hit := next((h for h in named if h.start == first.end - 1 + inner.end()), None)
    ):
        if heads := _HEADS.match(text, hit.end):
            hit = replace(hit, end=heads.end())
        one.who = [
            Hit(
                first.start,
                hit.end,
                first.kind,
                short(text[first.start : hit.end]),
                written=(text[first.start : hit.end],),
            )
        ]
        one.end = hit.end
        _condition(text, span, one, True, [h for h in named if h.start >= hit.end])
        return
    shut = [span for span in bracketed(text) if span[0] > first.start]
    stops = re.finditer(
        r"[;.]|:(?=\s)|(?<=\)),\s|(?:,|\s+và)\s+(?=\d[\d.,]*\s*(?:triệu|nghìn|ngàn|tỷ|đồng)\b)|,\s+(?=(?:hỗ\s+trợ|mức|cấp|thực\s+hiện|miễn|giảm|tối\s+đa|hộ|người|cán\s+bộ|công\s+chức(?!,\s+viên)|phóng\s+viên|tình\s+nguyện|cộng\s+tác|nhân\s+viên|học\s+sinh|sinh\s+viên|học\s+viên|thanh\s+niên|hợp\s+tác\s+xã|doanh\s+nghiệp|tổ|đội|câu\s+lạc|nhóm|ban|cộng\s+đồng|giáo\s+viên|già\s+làng|trẻ|phụ\s+nữ|cá\s+nhân|gia\s+đình|lao\s+động|sau\s+đó|(?:tiếp|kế)\s+(?:đến|theo)|rồi\s+đến|cuối\s+cùng|trừ|trong\s+đó|trước\s+hết|ưu\s+tiên|nhất\s+là|báo\s+cáo|tổng\s+hợp|gửi|nộp|trình|đề\s+nghị|đề\s+xuất|(?:thôn|bản|xã|ấp)\s+(?:có|chưa|đạt|còn|thiếu|đặc|nghèo))\b)|(?<!đã)(?<!chưa)(?<!đang)(?<!tài\ssản)(?<!vốn)(?<!tiền)(?<!giống)(?<!vật\stư)(?<!công\strình)(?<!từng)(?<!diện)\s+(?:được\s+(?!"
        + LONG_AGO
        + r")(?:xem|hỗ|vay|miễn|ưu|cộng|tăng|hưởng|tặng)|theo\s+danh\s+sách|thì\s)|\s+và\s+(?=(?:hộ|đơn\s+vị|người|cơ\s+sở|cộng\s+tác\s+viên|tình\s+nguyện\s+viên|nhân\s+viên|già\s+làng|cán\s+bộ|công\s+chức|học\s+sinh|sinh\s+viên|học\s+viên|thanh\s+niên|giáo\s+viên|trẻ|phụ\s+nữ|cá\s+nhân|gia\s+đình|lao\s+động)[\s,])|,?\s+(?=\((?:\w{1,3}\)|[A-ZĐÀ-Ỹ][^()]*\)(?:\s+(?:được|không|thì)|\s*$)|ngoại\s+trừ|trừ|không\s+(?:bao\s+)?gồm|ưu\s+tiên))|\)|$",
        rest,
    )
    stop = next((at for at in stops if not any(a < first.end + at.start() < b for a, b in shut)), None)
    end = first.end + (stop.start() if stop else len(rest))
    words = text[first.start : end].rstrip(" ,")
    tail = re.search(
        r"(?<!đang)(?<!còn)(?<!không)(?<!chưa)\s+(?:trong\s+(?:vòng|năm|thời)|sau\s+ngày|từ\s+(?:năm|ngày|chương\s+trình)|tại\s+(?:bản|thôn|xã|các|thời)|theo\s+|trước\s+ngày)\s?.*$",
        words,
    )
    name_end = first.start + (tail.start() if tail else len(words))
    one.who = [
        Hit(
            first.start,
            name_end,
            first.kind,
            short(text[first.start : name_end]),
            written=tuple(dict.fromkeys((text[first.start : name_end], words))),
        )
    ]
    one.end = first.start + len(words)
    if tail:
        one.condition = (name_end, one.end)


_PRICED = re.compile(r"\d\s*(?:đồng|đ|triệu|nghìn|ngàn|tỷ)(?!\w)")
"""In brackets, what something costs: no condition of those it is for."""


def _brackets(text: str, one: Target) -> None:
    """ "(không có sinh kế ổn định)" behind a group is its condition; of an explained short form it is none."""
    match = re.match(r"\s+\(([^()]{4,120})\)", text[one.end :])
    if (
        match
        and not re.match(
            r"(?:sau đây|gọi|viết|ưu tiên|trừ|kể cả|nhất là|trong đó|gồm|bao gồm|xã|bản|thôn|\d|nếu)", match[1]
        )
        and not match[1].isupper()
        and not _PRICED.search(match[1])
    ):
        one.brackets = (one.end + match.start(1), one.end + match.end(1))
        one.condition = one.brackets
        one.end += match.end()


def _condition(
    text: str, span: Span, one: Target, listed: bool, following: Sequence[Hit], *, granted: bool = False
) -> None:
    if one.condition:
        return
    match = _CONDITION.match(text, one.end) or None
    if not match and granted:
        beside = bool(following) and JOINT.fullmatch(text, one.end, following[0].start)
        match = None if beside else _ANY.match(text, one.end, span[1])
    elif not match and listed:
        match = _MORE.match(text, one.end) or _NEXT.match(text, one.end) or _TELLS.match(text, one.end)
        match = match or _WHO_ELSE.match(text, one.end, span[1])
    elif not match and not _TO_HAVE.search(text, max(one.start - 60, 0), one.start):
        match = _HAS.match(text, one.end)
    if not match:
        return
    if (
        not listed
        and not granted
        and re.match(r"\s+(?:không|còn|đã|tại|ở|bị)\b", match[0])
        and not re.match(
            r"\s+(?:còn\s+(?:khả|sức|lao|thiếu|trong)|không\s+(?:có|còn|nơi|thuộc)\s|bị\s|ở\s+phân|đã\s+nhận|đã\s+được|tại|ở\s)",
            text[one.end : one.end + 20],
        )
    ):
        return
    start = one.end
    end = span[1]
    for stop in (_ENDS if granted else STOPS).finditer(text, match.end(), span[1]):
        if not any(a <= stop.start() < b for a, b in bracketed(text) if a > start):
            end = stop.start()
            break
    held: Hit | None = None
    for hit in following:
        if hit.start >= end:
            break
        if held and held.kind == hit.kind and JOINT.fullmatch(text, held.end, hit.start) and not hit.clause:
            held = hit
            continue
        held = hit
        near = max(start, hit.start - 20)
        joint = re.search(r"(?:,\s*|;\s*|\s+và\s+)(?:các\s+|những\s+)?$", text[near : hit.start])
        if joint and (listed or hit.kind != "area"):
            between = text[start : near + joint.start()]
            if (
                hit.kind in ("household", "person", "woman_child", "organisation")
                and len(between.split()) > 1
                and not re.search(r"(?:là|của|thuộc|tổ|cho)$", between)
            ):
                end = near + joint.start()
                break
    if not listed and not granted:
        commas = (one for one in COMMA.finditer(text, start, end) if not goes_on(text, start, one.start()))
        comma = next(commas, None)
        end = comma.start() if comma else end
        given = next((at for at in _AND_GIVES.finditer(text, start, end) if _is_given(following, at.end(), end)), None)
        end = given.start() if given else end
        if (until := UNTIL.search(text, start, end)) and not re.search(r"\bđã\b", text[start : until.start()]):
            end = until.start()
    while end > start and text[end - 1] in " ,;.:":
        end -= 1
    words = text[start:end]
    if len(words.split()) < (1 if granted else 2) or len(words) > 220:
        return
    one.condition = (start + len(match[0]) if match.re is _NEXT else start + 1, end)
    one.end = end


def _is_given(following: Sequence[Hit], start: int, end: int) -> bool:
    """Whether somebody stands right behind a verb that begins at a place."""
    return any(start < hit.start < min(end, start + 40) for hit in following)
