"""Sentences that say what somebody gets: who stands before "được hỗ trợ", "không được xét", an amount.

In them, in lists of beneficiaries and right behind "đối với", a group may be told in words that no lexicon has
("người đang nợ quá hạn", "hộ từ chối việc làm"): a noun for people, and the clause that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..words import Span, bracketed, inside, quoted

_HEAD = r"""(?:
    hộ(?!\s+(?:khẩu|chiếu|tịch|sinh|lý)) | người | cá\s+nhân | gia\s+đình | nhân\s+khẩu | lao\s+động(?!\s*[,-])
  | trẻ | học\s+sinh | sinh\s+viên | học\s+viên | thanh\s+niên | phụ\s+nữ | thai\s+phụ | bà\s+mẹ | mẹ(?=\s)
  | đồng\s+bào | nạn\s+nhân | thân\s+nhân | nghệ\s+nhân | ngư\s+dân | hội\s+viên | đoàn\s+viên | thành\s+viên
  | đối\s+tượng(?=\s+(?:bảo|yếu|chính|khó|trợ|đặc|sống|đang|bị|có|là))
  | tổ\s+hợp\s+tác | hợp\s+tác\s+xã | tổ,\s+nhóm | nhóm\s+hộ | cộng\s+tác\s+viên | giáo\s+viên | cán\s+bộ | công\s+chức | trưởng\s+(?:thôn|bản|ấp) | già\s+làng | tình\s+nguyện\s+viên | (?:các\s+)?(?:thôn|bản|xã|ấp)(?=(?:,\s+(?:thôn|bản|ấp|xã))*\s+(?:có|chưa|còn|thiếu|thường\s+xuyên|đang|bị)\s) | con(?:\s+em)?\s+(?:của\s+)?(?:các\s+)?hộ
)(?!\w)"""
_FEW = r"(?:(?:các|những|mọi|mỗi|riêng|còn|với|đối\s+với|trường\s+hợp|toàn\s+bộ|tất\s+cả|nếu|số|100%|\d+)\s+)*"
_SUBJECT = re.compile(
    rf"(?:(?<=[,:;–-])\s+|^\s*|\s+và\s+)(?:\(?[\w]\)\s+)?{_FEW}(?P<head>{_HEAD})", re.VERBOSE | re.IGNORECASE
)
"""Where a clause may begin that is about people: behind a stop, with the words that may stand before the noun."""
_AGENT = r"(?:(?!và\b|hoặc\b|thì\b|được\b)[^\s,;.:()]+\s+){0,7}?"
GIVE = r"(?:hỗ\s+trợ|vay|cho\s+vay|cấp|miễn|giảm|(?<!công\s)(?<!xác\s)(?<!chứng\s)nhận(?!\s+nuôi)|hưởng|thụ\s+hưởng|tặng|trợ\s+giúp|trợ\s+cấp|tư\s+vấn|ưu\s+tiên|(?<!bình\s)xét|xem\s+xét|đóng|khám|bố\s+trí|giao\s+(?:đất|rừng|khoán)|thưởng|khen\s+thưởng|đào\s+tạo|học|dạy|thăm|chi\s+trả|chi|bồi\s+dưỡng|tập\s+huấn|tham\s+gia|giới\s+thiệu|giải\s+ngân|sửa|xây|kết\s+nối|trang\s+bị|lắp|phụng\s+dưỡng|chăm\s+sóc|tiếp\s+cận|(?:cộng\s+)?thêm|mượn|giúp|thanh\s+toán|bảo\s+đảm)\b"
LONG_AGO = r"(?:[^\s,;.:]+\s+){1,5}?trước\s+(?:đây|kia|đó)(?!\w)"
"""Behind "được", that it was got before: it says which of them."""
_WELL = r"(?:(?:thì|cũng|còn|sẽ|đều|vẫn|chỉ|tiếp\s+tục)\s+)*"
_GIVEN = re.compile(
    rf"\s+{_WELL}(?:(?<!đã\s)(?<!đang\s)(?<!từng\s)(?<!chưa\s)(?<!không\s)(?<!diện\s)(?<!tài\ssản\s)(?<!vốn\s)được\s+(?!{LONG_AGO}){_AGENT}{GIVE}(?!\s+(?:thì|mà|nhưng)\b)|(?<!đang\s)(?<!đã\s)(?<!chưa\s)(?<!không\s)(?<!được\s)(?<!để\s)(?<!diện\s)hưởng\s+(?:chính\s+sách|trợ\s+cấp|mức))"
    rf"|(?<!dưới)(?<!trên)(?<!từ)(?<!đến)(?<!quá)(?<!hơn)\s*:?\s+(?:mức\s+)?(?=\d[\d.]*(?:,\d+)?\s*(?:(?:triệu|nghìn|ngàn|tỷ)\s+)?đồng)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\s+(?:thì\s+)?(?:sẽ\s+)?(?:(?:không|chưa)\s+(?:được\s+)?(?:xét|xem\s+xét|đưa\s+vào|giải\s+quyết)\b|(?<!đang\s)(?<!gian\s)(?<!hạn\s)bị\s+(?:đưa\s+ra|loại|dừng\s+hỗ|cắt\s+hỗ|thu\s+hồi\s+(?:tiền|vốn|khoản|kinh|hỗ))\w*|không\s+(?:còn\s+|tiếp\s+tục\s+)?(?:được|áp\s+dụng|nằm\s+trong|phải\s+(?:là\s+)?(?:đối\s+tượng|diện)|thuộc\s+(?:các\s+)?(?:đối\s+tượng|diện\s+(?:được|hỗ|này|(?:thụ\s+hưởng|hưởng|xét)(?=\s*(?:[.;,]|$|\s(?:hỗ|của\s+(?:dự|tiểu|chương|kế)))))|phạm\s+vi))(?!\s+(?:tiếp\s+cận|đến\s+trường))\b|(?:(?<=thì\s)|(?<=sẽ\s))(?:(?:không|(?:tạm\s+)?chưa)\s+(?:hỗ\s+trợ|cho\s+vay|chi\s+trả|cấp)|thôi|loại|ngừng|dừng|cắt)\b)",
    re.IGNORECASE,
)
_REFUSED_AT_END = re.compile(
    r"\sthì\s+(?:(?:sẽ|cũng|đều)\s+)*(?:(?:không|(?:tạm\s+)?chưa)\s+(?:còn\s+|tiếp\s+tục\s+)?(?:được|thuộc|phải|hỗ\s+trợ|xét|xem\s+xét|áp\s+dụng|cho\s+vay|nằm|nhận|chi\s+trả)|thôi|(?:bị\s+)?(?:loại|đưa\s+ra|dừng|cắt|ngừng)|bị\s+thu\s+hồi)\b(?!\s+(?:tiếp\s+cận|đến\s+trường|miễn|ít\s+hơn|thấp\s+hơn|quá))(?:(?!\sđược\s)[^;])*$",
    re.IGNORECASE,
)
"""The end of a sentence whose subject gets nothing: "… đã được hỗ trợ …, thì không được hỗ trợ từ Dự án này"."""
_OPEN = re.compile(
    r"(?:(?<=[,;:.(])\s*|^\s*(?:[-–+•]\s+)?|(?<=\w)\s+(?=(?:và|hoặc)\s)(?:và|hoặc)\s+|(?<=\w)\s+(?:trừ|ngoại\s+trừ|cho|đối\s+với|áp\s+dụng\s+với|ưu\s+tiên|là|gồm|xét|hỗ\s+trợ|đến|giúp|danh\s+sách|vào\s+diện)\s+)"
    r"(?:(?:các|những|mọi|thứ\s+(?:nhất|hai|ba|tư|năm)(?:\s+là)?|tiếp\s+(?:đến|theo)(?:\s+là)?|(?:sau\s+đó|rồi)(?:\s+đến|\s+là)?|cuối\s+cùng(?:\s+là)?|trước\s+hết\s+là|nhất\s+là|ưu\s+tiên|không\s+xét|trừ|đối\s+với|riêng|với|trường\s+hợp|là|gồm|\w\)|\d+)\s+)*"
    r"(?P<head>(?:hộ|gia\s+đình)(?!\s+(?:khẩu|chiếu|tịch|sinh|lý|trợ|tự\s+(?:đối|lo|bỏ|chi|mua|làm)))(?=\s+\w)|(?:người(?!\s+(?:đứng(?!\s+tên)|đại|phụ|ký|chịu|đề\s+nghị|có\s+(?:trách|thẩm))\b)|cá\s+nhân|lao\s+động(?!\s*[,-]))(?=\s+\w)|(?:cán\s+bộ|công\s+chức|phóng\s+viên|nhân\s+viên|tuyên\s+truyền\s+viên|phụ\s+huynh|cô\s+đỡ|chủ(?=\s+(?:rừng|hộ|thể|trang|cơ))|tổ(?=\s+(?:bảo|tự|nhóm|cộng|hợp|đội|tiết))|đội(?=\s+(?:văn|bảo|tự|xung))|câu\s+lạc\s+bộ|nhóm(?=\s+(?:hộ|cộng|sở|nòng|phụ|đối|có|không|chưa|đã|đang|do|gồm))|(?:đơn\s+vị|cơ\s+sở)(?=\s+(?:đã|đang|bị|chưa|không|vi\s+phạm)\s)|giáo\s+viên|tình\s+nguyện\s+viên|đối\s+tượng(?=\s+(?:đang|đã|bị|chưa|không|thuộc)\s)|ban(?=\s+(?:quản|giám|phát))|hội\s+viên|nam,\s+nữ|thành\s+viên(?!\s+hộ))(?=\s+\w)|(?:thôn|bản|ấp|xã)(?=(?:,\s+(?:thôn|bản|ấp|xã))*\s+(?:có|chưa|đạt|còn|thiếu|thường\s+xuyên)\s))",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[;,.]|\s(?:và|hoặc)\s")


@dataclass(frozen=True)
class Grant:
    """`text[start:end]` tells who gets something, or (`refused`) gets nothing."""

    start: int
    end: int
    refused: bool = False


def grants(text: str, span: Span) -> list[Grant]:
    """The subjects of a sentence of whom it says that they get something or nothing, from left to right."""
    shut = [*bracketed(text), *quoted(text)]
    told = sorted(
        [(one.start(), one.end(), False) for one in _GIVEN.finditer(text, *span) if not inside(one.start(), shut)]
        + [(one.start(), one.end(), True) for one in _REFUSED.finditer(text, *span) if not inside(one.start(), shut)]
    )
    found: list[Grant] = []
    low = span[0]
    for start, end, refused in told:
        if start < low:
            continue
        subject = _subject(text, low, start)
        if subject is not None:
            found.append(Grant(subject, start, refused))
        low = end
    return found


def refused_from(text: str, span: Span) -> int | None:
    """From where on all whom a sentence names get nothing, by its end; None where its end says nothing of the kind."""
    end = _REFUSED_AT_END.search(text, *span)
    if not end:
        return None
    given = [one.end() for one in _GIVEN.finditer(text, span[0], end.start())]
    return given[-1] if given else span[0]


def _subject(text: str, low: int, high: int) -> int | None:
    """Where the subject of a predicate begins: the first clause about people between two predicates."""
    for match in _SUBJECT.finditer(text[low:high]):
        start = low + match.start("head")
        before = text[low : low + match.start()]
        if before.strip() and re.search(rf"(?i){_BARE_HEAD}[^,;.]*[,;]?$", before):
            return None
        return start
    return None


_BARE_HEAD = r"(?<!\w)(?:hộ|người|trẻ|học\s+sinh|phụ\s+nữ|lao\s+động)(?!\w)"


def open_spots(text: str) -> list[int]:
    """Where a noun for people stands that may begin a group told by a clause."""
    return [match.start("head") for match in _OPEN.finditer(text)]


def is_granted(place: int, listed: Sequence[Grant]) -> Grant | None:
    """The sentence's subject that a place lies in."""
    return next((one for one in listed if one.start <= place < one.end), None)


_REFUSING = re.compile(
    r"(?:^|[:;.] )\W*(?:\d+[.)] |[a-z][.)] )?(?:"
    r"khong (?!qua\b|chi\b|the\b|ngung\b|ngoai\b|de\b|con\b|co\b|gian\b|hoan\b|phan biet\b|duoi\b|du\b)\w"
    r"|(?:cac |nhung )?(?:doi tuong|truong hop|ho|nguoi|nhom)\b[^:;.,]* khong "
    r"(?:dua vao|xet|duoc|tinh|ke|bao gom|huong|nhan|thuoc dien|thuoc doi tuong)\b"
    r"|(?:ngoai|loai) tru\b|tru (?:cac|nhung|ra)?\b)"
)


def refuses(heading: str) -> bool:
    """Whether a heading or lead-in (folded) says that those listed below it get nothing: "Không đưa vào danh sách:"."""
    return bool(_REFUSING.search(heading))
