"""Somebody at the head of a sentence whom no grammar of names knows, by the noun and the verb behind the name.

"Tổ giám sát cộng đồng kiểm tra", "Đơn vị thi công có trách nhiệm", "Kế toán trưởng và thủ quỹ mở sổ".
"""

from __future__ import annotations

import re

from ...shape import Degree
from ..bodies.actors import post_at
from ..bodies.body_names import Named
from ..verbs.duty_words import GAP, KIND
from ..verbs.roles import skipped, verb_at
from ..words import NAME, UPPER
from .subjects import ORDERS, acts_at, led_end, may_act, may_name, own_end, qualified, verb_beyond

_WHICH = re.compile(r"\s(?:tham gia|được|có|thuộc|trên địa bàn|hoạt động)\s+(?:[^\s,;.:]+\s+){1,4}$")
"""Behind a noun, which of them: "các doanh nghiệp tham gia đào tạo"."""
_NAMED_BY_WORK = re.compile(
    r"(?i)(?:\S+\s+)?(?:tổ|đội|ban|nhóm|bộ phận|đoàn|tiểu ban|hội đồng|cơ sở|đơn vị|nhà thầu)\b"
)
"""Parties whose names tell what they do: "Tổ hỗ trợ sinh kế"; a verb behind one may be part of it."""
_ACTS = re.compile(
    r"(?:(?:lập|mở|đến|gửi|nộp|cấp|ghi|cân|đo|khám|họp|ký|mời|đưa|phát|thăm|báo|viết|dạy|xét|chi|trả|sửa|dọn|thu|lắp)(?=\s+(?:đường|vệ|đồng|kết|danh|hồ|sổ|từng|tận|nhà|tại|về|lên|cho|phiếu|biên|giấy|trẻ|bài|tiền|hộ|các|người|cam|hợp|đạc))"
    r"|điểm\s+danh|liên\s+hệ|thông\s+báo|cung\s+cấp|tiếp\s+nhận|xác\s+nhận|thống\s+kê|cập\s+nhật|ghi\s+chép|đo\s+đạc|nghiệm\s+thu|bàn\s+giao|chuyển\s+giao"
    r"|thi\s+công|lắp\s+đặt|tổ\s+chức|triển\s+khai|giúp\s+đỡ|động\s+viên|thăm\s+hỏi|chi\s+trả|gặp\s+gỡ|biên\s+soạn|xây\s+dựng|hoàn\s+thành|hoàn\s+thiện|hỗ\s+trợ|nhận\s+(?:giúp|đỡ|phụ))(?!\w)"
)
"""Verbs of work that with their object are no part of a name: "lập danh sách", "điểm danh"."""
_TRADE = re.compile(
    r"(?<=vị|ầu|ệp|sở|ty|hà|ên)\s+(?:thi\s+công|vận\s+hành|cung\s+ứng|tư\s+vấn|thiết\s+kế|xây\s+lắp|kinh\s+doanh|bao\s+tiêu|thu\s+mua|nhận\s+khoán)(?=\s+\S)"
)
"""Behind a noun, what somebody lives by; it is no order: "Các đơn vị vận hành nhà máy nước"."""
_BESIDE_IT = re.compile(r"\s+(?:cùng|với|và)(?=\s)")
_JOINT = re.compile(r"(?:,|\s+và)\s+")

Leader = tuple[list[Named], int, Degree]


def unknown_at(text: str, start: int, end: int) -> Leader | None:
    """Who stands there, where the verb begins; None where nobody that is told by a noun acts."""
    head = KIND.match(text, start, end)
    if not head:
        return None
    if several := _several(text, start, end):
        return several
    if which := qualified(text, Named(start, head.end(), head[0]), end):
        own = own_end(text, start, which)
        return [Named(start, own, text[start:own])], acts_at(text, which, end) or which + 1, Degree.LIKELY
    trade = _TRADE.match(text, head.end(), end)
    named_by_work = bool(_NAMED_BY_WORK.match(head[0])) and not trade
    for space in list(re.finditer(r"\s+", text[start:end]))[1:9]:
        place = start + space.end()
        if re.search(r"[,:;()]", text[head.end() : place]):
            return None
        if place < head.end() or (trade and place < trade.end()):
            continue
        before = text.rfind(" ", start, place - 1) + 1
        if before > start and (whole := verb_at(text, before, end)) and whole[1] > place:
            continue  # inside "đào tạo"
        if place == head.end() + 1 and _is_trade(text, head[0], place, end):
            continue
        gap = GAP.match(text, place, end)
        verb = gap.end() if gap else place
        led = verb_at(text, skipped(text, verb, end), end)
        told_apart: object = led and (led[0] != "implement" or verb > place or _WHICH.search(text, start, place))
        told_apart = told_apart or _ACTS.match(text, place, end) or (led and trade and place > trade.end() + 1)
        whole_verb = led and led[0] == "implement" and " " in text[place : led_end(text, place, end)]
        told_apart = told_apart or (ORDERS.match(text, place, end) if led else None)
        told_apart = told_apart or (whole_verb and place > head.end() + 1 and not named_by_work)
        if told_apart:
            name = _BESIDE_IT.split(text[start : start + space.start()])[0]
            if not may_name(name):
                return None
            own = own_end(text, start, start + len(name))
            verb = verb if own == start + len(name) else own + 1
            return [Named(start, own, text[start:own])], verb, Degree.LIKELY
    return None


def _is_trade(text: str, head: str, place: int, end: int) -> bool:
    """Whether the verb right behind a noun only says what trade somebody has: "Đơn vị thi công phải …"."""
    stop = led_end(text, place, end)
    if not _NAMED_BY_WORK.match(head) or " " not in text[place:stop]:
        return False
    behind = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if ORDERS.match(text, behind, end):
        return True
    acts = verb_at(text, behind, end)
    return bool(acts) and " " in text[behind : acts[1]] and behind == stop + 1  # type: ignore[index]


def _several(text: str, start: int, end: int) -> Leader | None:
    """Several told by such nouns alone, one after the other: "Kế toán trưởng và thủ quỹ"."""
    found: list[Named] = []
    place = start
    while head := KIND.match(text, place, end):
        found.append(Named(place, head.end(), head[0]))
        joint = _JOINT.match(text, head.end(), end)
        if not joint:
            break
        place = joint.end()
    if len(found) < 2 or found[-1].start != place:
        return None
    verb = acts_at(text, found[-1].end, end)
    return (found, verb, Degree.LIKELY) if verb else None


_CALLED = re.compile(
    rf"(?P<noun>{UPPER}[^\W\d_]*(?:\s+(?!(?:của|tại|ở|cho|trên|với|và|theo|đến|là|gồm)\s)[^\W\d_A-ZĐ]+){{0,4}})\s+(?P<name>{NAME})(?=\s+[a-zà-ỹđ])"
)
"""A noun and the name of whoever it is: "Nhà máy chè Phúc Lộc", "Chùa Linh Quang"."""
_THINGS = re.compile(
    r"(?:dự án|tiểu dự án|chương trình|kế hoạch|đề án|tuyến|đường|cầu|hồ|sông|suối|quốc lộ|tỉnh lộ|luật|nghị|quyết|thông tư|vùng|khu|cụm|xã|phường|huyện|tỉnh|thành phố|thị|thôn|bản|ấp|xóm|buôn|làng|tổ dân phố"
    r"|kinh phí|vốn|nguồn|ngân sách|quỹ|mô hình|công trình|nhà văn hóa|chợ|lễ|ngày|tháng|năm|quý|bảng|biểu|mẫu|phụ lục|mục|phần|điều|khoản|hộ|người|trẻ|học sinh|theo|tại|trong|trước|sau|từ|đến|với|đối với|khi|nếu|để|có|không|căn cứ|riêng|việc|các|những)(?!\w)",
    re.IGNORECASE,
)
"""What a name may be of that does nothing: works, places, papers, money, times, those who are helped."""


def called_at(text: str, start: int, end: int) -> Leader | None:
    """Somebody under a noun and a name at the head of a sentence, right before what may be their verb, known or not."""
    called = _CALLED.match(text, start, end)
    if not called or _THINGS.match(text, start, end) or verb_at(text, start, end):
        return None
    words = (start + one.start() for one in re.finditer(r"\S+", called["noun"]))
    if any(
        verb_at(text, at, called.end("noun")) for at in words if at > start and " " in text[at : called.end("noun")]
    ):
        return None
    return _acts_or_may(text, Named(start, called.end(), called[0]), end)


def posted_at(text: str, start: int, end: int) -> Leader | None:
    """Somebody told by a word that names a post or people by itself, right before what may be their verb."""
    found: list[Named] = []
    place = start
    while post := post_at(text, place, end):
        found.append(post)
        joint = _JOINT.match(text, post.end, end)
        if not joint:
            break
        place = joint.end()
    if not found or found[-1].end < place:
        return None
    last = found[-1]
    if which := qualified(text, last, end):
        last = Named(last.start, which, text[last.start : which])
    told = _acts_or_may(text, last, end)
    return ([*found[:-1], last], told[1], Degree.LIKELY) if told else None


def _acts_or_may(text: str, name: Named, end: int) -> Leader | None:
    """A name with the place of its verb, or of the word that may be one."""
    if at := acts_at(text, name.end, end) or verb_beyond(text, name.end, end)[0]:
        return [name], at, Degree.LIKELY
    return ([name], name.end + 1, Degree.LIKELY) if may_act(text, name.end, end) else None
