"""What the words around a group say of it: whether it is given something, comes first, or gets nothing."""

from __future__ import annotations

import re

from ..words import Span
from .group_names import is_generic
from .target_words import Target

_QUANTITY = re.compile(
    r"(?:(?:ít\s+nhất|khoảng|trên|hơn|toàn\s+bộ|tất\s+cả|100%|\d+(?:[.,]\d+)*\s*%?)\s+)*(?:số\s+)?(?:các\s+|những\s+|mọi\s+|một\s+số\s+|lượt\s+|con\s+em\s+|người\s+(?:thuộc|của|trong)\s+)*$",
    re.IGNORECASE,
)
_PRIORITY = re.compile(
    r"ưu\s+tiên|trước\s+hết(?:\s+là)?|nhất\s+là|chú\s+trọng|đặc\s+biệt\s+là|tập\s+trung\s+vào|(?:làm|xét|hỗ\s+trợ|giải\s+quyết|cấp)\s+trước(?=\s+(?:cho|các|những|hộ|người)\s)",
    re.IGNORECASE,
)
_EXCLUDED = re.compile(
    r"(?:không|chưa)\s+(?:hỗ\s+trợ|áp\s+dụng|xem\s+xét|giải\s+quyết|xét|nhận|(?:lựa\s+)?chọn|thực\s+hiện\s+hỗ\s+trợ|thuộc\s+đối\s+tượng|cho\s+vay|bao\s+gồm|tính|(?:đưa|xếp|xét|tính)\s+vào(?:\s+(?:danh\s+sách|diện|đối\s+tượng))?)(?:\s+(?:lặp\s+lại|trùng(?:\s+lặp)?|thêm|các\s+trường\s+hợp))?(?:\s+(?:đối\s+với|với|cho|là))?|không\s+(?:chi(?:\s+trả)?|dành(?:\s+riêng)?|cấp|khoán|giao|trao|tặng|phân\s+bổ|giải\s+ngân|ký\s+hợp\s+đồng|bố\s+trí|dùng|sử\s+dụng|hỗ\s+trợ|áp\s+dụng|cho\s+vay)(?:\s[^;.,:]{0,50}?)?\s(?:cho|đối\s+với)(?=\s)|\btrừ\s+(?:các\s+)?(?:trường\s+hợp\s+)?|ngoại\s+trừ|không\s+gồm",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"(?:\bcho(?:\s+vay)?|(?:nhà|nhà\s+ở|nhà\s+tạm|nhà\s+dột\s+nát)\s+(?:của|cho)|trên\s+địa\s+bàn|hỗ\s+trợ|giúp|giúp\s+đỡ|đối\s+với|ưu\s+tiên|trước\s+hết\s+là|nhất\s+là(?:\s+với)?|trợ\s+giúp|tạo\s+điều\s+kiện\s+(?:cho|để)|thu\s+nhập\s+của|đời\s+sống\s+(?:của|cho)|tầm\s+vóc\s+của|đưa|giữa|tiếp\s+nhận|quan\s+tâm|chăm\s+lo|(?<!không\s)(?:lựa\s+)?chọn|nhằm\s+hỗ\s+trợ|chú\s+trọng(?:\s+nâng\s+cao\s+năng\s+lực\s+cho)?|đào\s+tạo|chăm\s+sóc|bảo\s+vệ|khen\s+thưởng|lập\s+danh\s+sách|nguồn\s+lực\s+cho|không\s+còn|phụng\s+dưỡng|nuôi\s+dưỡng|biểu\s+dương(?:,\s+tôn\s+vinh)?|tôn\s+vinh|tuyên\s+dương|thăm\s+hỏi|thăm,?\s+tặng\s+quà|phục\s+vụ|bồi\s+dưỡng|để|dạy\s+nghề\s+cho|phát\s+sữa\s+cho)\s*$",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"(?:\bsố|tỷ\s+lệ|tỉ\s+lệ|giảm(?:\s+(?:ít\s+nhất|khoảng|thêm))?(?:\s+\d[\d.,]*)?|rà\s+soát(?:,\s+[^,;]{3,30})?|công\s+nhận|phát\s+sinh|tiêu\s+chí|chuẩn|đối\s+thoại\s+với|danh\s+sách(?:\s+các)?|thành\s+viên|còn(?:\s+khoảng)?\s+\d[\d.,]*|có\s+\d[\d.,]*|quản\s+lý(?:\s+chặt\s+chẽ)?(?:\s+số)?|nhận\s+thức[^;.]{0,60}(?:của|cho)|ý\s+thức\s+(?:của|cho)|vai\s+trò[^;.]{0,30}của|huy\s+động(?:\s+\S+){0,3}|đóng\s+góp(?:\s+\S+){0,5}|từ|vì|liên\s+kết(?:\s+\S+){0,5}\s+với|(?<!đối)(?<!đối\s)\bvới|điều\s+tra|xác\s+định|thu\s+nhập\s+bình\s+quân|biến\s+động|bình\s+xét|thoát|tham\s+gia\s+của|phản\s+ánh\s+của|lắng\s+nghe|hướng\s+dẫn(?:\s+các\s+\S+,)?|vận\s+động|tuyên\s+truyền|phân\s+hạng|hợp\s+đồng\s+với|đơn\s+của|sự\s+tham\s+gia\s+của|tinh\s+thần(?:\s+\S+){0,9}\s+của|phối\s+hợp\s+với|chất\s+lượng)\s*$",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"(?:đối\s+với|ưu\s+tiên|\btrừ|ngoại\s+trừ|(?:không|chỉ|chưa)\s+(?:hỗ\s+trợ|xét|xem\s+xét|(?:lựa\s+)?chọn|áp\s+dụng|giải\s+quyết|(?:bao\s+)?gồm|tính|(?:đưa|xếp|xét)\s+vào(?:\s+(?:danh\s+sách|diện|đối\s+tượng))?)(?:\s+(?:cho|với|đối\s+với))?|(?:hỗ\s+trợ|cấp|tặng|trao|chi\s+trả|miễn|giảm|trợ\s+cấp|tập\s+huấn|bồi\s+dưỡng|đào\s+tạo|trang\s+bị|tư\s+vấn|khám|giao|truyền\s+dạy|nâng\s+cao\s+năng\s+lực)[^;.]{0,60}\s(?:cho|giúp)|(?:triệu|nghìn|ngàn|tỷ|\d)\s*đồng\s+cho)\s*(?:(?:các|những|mọi|\d+)\s+)*$",
    re.IGNORECASE,
)
"""Words right behind which whoever is named is given something, or nothing, however they are told."""
CALLED = re.compile(
    CALLS.pattern.removesuffix("$") + r"[^;.:]{3,140}?(?:,|\s+và)\s+(?:các\s+|những\s+)?$", re.IGNORECASE
)
"""The same with others named before: "cho cán bộ thôn, phóng viên"."""
_SERVED = re.compile(
    r"\s+(?:[^;.,]{0,60}?\s)?(?:được|có\s+(?:thẻ|sinh\s+kế|việc\s+làm|nhà)|đi\s+học|tham\s+gia|tiếp\s+cận|sử\s+dụng)\b"
)
_SHARE = re.compile(
    r"(?:(?:phấn\s+đấu|tối\s+thiểu|ít\s+nhất|trên|đạt|có|bảo\s+đảm|đảm\s+bảo|khoảng|hơn)\s+)*(?:\d+(?:[.,]\d+)*\s*%?\s+)?(?:số\s+)?(?:các\s+)?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:hỗ\s+trợ|xây\s+mới|sửa\s+chữa|cấp|giao\s+(?:đất|rừng))(?:\s+[^\s;.,:]+){0,6}$", re.IGNORECASE
)
"""Before a number of them: "hỗ trợ nhà ở 55 hộ nghèo"."""
_LISTS = re.compile(r"^(?:[-–+*]\s*)?hỗ\s+trợ[^:;.]{3,80}:$", re.IGNORECASE)
"""What is given, with a colon, before those who get it."""
_PREDICATE = re.compile(r"\s+(?:được|phải|có\s+trách|tự\s+nguyện)\b")


_COUNTED_OUT = re.compile(
    r"(?:\bsố|tỷ\s+lệ|tỉ\s+lệ|giảm[^;.,]{0,30}|rà\s+soát[^;.]{0,30}|chuẩn|danh\s+sách[^;.,]{0,20}|tiêu\s+chí|phát\s+sinh|thoát|công\s+nhận|điều\s+tra|xác\s+định|bình\s+xét|biến\s+động|thu\s+nhập\s+bình\s+quân|phân\s+loại|phản\s+ánh|lắng\s+nghe|quản\s+lý|hồ\s+sơ|đơn|thẩm\s+định|phối\s+hợp[^;.]{0,40}|(?<!đối\s)với|còn|vai\s+trò[^;.]{0,20}|huy\s+động[^;.,]{0,20}|đóng\s+góp[^;.,]{0,20}|sự\s+tham\s+gia\s+của|giám\s+sát\s+của|ý\s+thức[^;.,]{0,20}|nhận\s+thức[^;.,]{0,20})\s+(?:cho\s+|của\s+)?(?:các\s+|những\s+)?$",
    re.IGNORECASE,
)
"""Before a group that is counted, listed or found out: nothing is given to it."""
_GIVEN_BEFORE = re.compile(
    r"(?:cho|giúp(?:\s+đỡ)?|hỗ\s+trợ|đối\s+với|của|đến|tới|ưu\s+tiên|riêng|nhất\s+là|kể\s+cả|gồm|là|cùng|vận\s+động|hướng\s+dẫn|di\s+dời|tập\s+huấn|dạy\s+nghề|tuyên\s+truyền|khám(?:\s+\w+){0,2}|kèm\s+cặp|đỡ\s+đầu|phục\s+vụ|nuôi\s+dưỡng|chăm\s+(?:sóc|lo)|thăm\s+hỏi|tặng\s+quà)\s+(?:(?:các|những|mọi|toàn\s+bộ|từng|\d[\d.]*)\s+)*$",
    re.IGNORECASE,
)
_TRAINS = re.compile(
    r"tập\s+huấn|bồi\s+dưỡng|đào\s+tạo|nâng\s+cao\s+(?:năng\s+lực|kiến\s+thức|kỹ\s+năng)|trang\s+bị", re.IGNORECASE
)


_BEFORE_OTHERS = re.compile(
    r"(?:biểu\s+dương|khen\s+thưởng|tôn\s+vinh|hỗ\s+trợ|tặng|trao|cấp|tập\s+huấn|bồi\s+dưỡng|dạy\s+nghề|tư\s+vấn|khám)[^;.:]{3,90}(?:,|\s+và)\s+(?:các\s+|những\s+)?$",
    re.IGNORECASE,
)
"""Before one of several who are given something."""
_BEGINS = re.compile(r"(?:^|[;.:]\s+)[^\s,;.:]+(?:\s+[^\s,;.:]+){0,3}\s+(?:\d[\d.]*\s+)?$")
"""A verb with few words, before whom it is done to: "Kèm cặp 12 hộ nghèo"."""
_COUNT = re.compile(r"(?<![\d%/] )(?<!còn )(?<!có )(?<!giảm )\b\d[\d.]*\s+$")


_RATE = re.compile(r"\bmức\s[^;.]*(?:%|đồng)[^;.]*\sđối\s+với$", re.IGNORECASE)
"""Before an area for which a rate holds: "Mức hỗ trợ tối đa 95% … đối với địa bàn đặc biệt khó khăn"."""
_PAID = re.compile(r"\s*(?:Tổng\s+)?(?:kinh\s+phí|vốn|dự\s+toán)\s[^;.:]{0,40}\bcho\s", re.IGNORECASE)
"""Before those whose work money pays: "Kinh phí chi cho giáo viên phụ đạo là 2 tỷ đồng"."""
_CALLED_UPON = re.compile(
    r"(?:vận\s+động|động\s+viên|khuyến\s+khích|kêu\s+gọi|nhắc(?:\s+nhở)?|yêu\s+cầu|mời|đề\s+nghị|tuyên\s+truyền(?:,\s+vận\s+động)?(?:\s+(?:cho|để))?)\s+(?:(?:các|những|mỗi|từng)\s+)*$",
    re.IGNORECASE,
)
"""Before those who are called upon to do something: what a clause tells of them is what they are to do."""
_SHARE_OF = re.compile(r"%[^,;.]{0,25}\blà$")
"""Before a group that a share of others must be: "ít nhất 70% là hộ nghèo"."""


def may_be_meant(one: Target, before: str, kind: str) -> bool:
    """Whether somebody who is spoken of may be given something: worth a question."""
    name, near = one.who[0].name, before.rstrip() + " "
    if _PAID.match(before) and one.who[0].kind in ("officer", "organisation"):
        return False
    if _SHARE_OF.search(before.rstrip()) or re.search(r"\bgiao(?:\s+cho)?$", before.rstrip()):
        return False
    if name == "hộ thoát nghèo" and re.search(r"\d\s*$", before):  # "giúp 21 hộ thoát nghèo"
        return False
    if one.who[0].written and _CALLED_UPON.search(near) and not one.of:
        return False
    if kind in ("objective", "timing") or name == "hộ" or one.who[0].kind == "area" or _COUNTED_OUT.search(near):
        return False
    if any(hit.kind in ("officer", "organisation") for hit in one.who):
        return bool(_TRAINS.search(before) and _GIVEN_BEFORE.search(near))
    specific = not is_generic(name) or bool(one.of or (one.condition and not one.narrower))
    return specific and bool(
        _GIVEN_BEFORE.search(near)
        or re.search(r"[;.:,(]\s*$", near)
        or not near.strip()
        or _BEFORE_OTHERS.search(near)
        or (kind in ("content", "norm", "beneficiaries", "") and (_BEGINS.search(near) or _COUNT.search(near)))
    )


def rank(one: Target, before: str, text: str, span: Span) -> None:
    first, last = None, None
    for match in _PRIORITY.finditer(before):
        first = match
    for match in _EXCLUDED.finditer(before):
        last = match
    if first and not re.search(r"lồng\s+ghép|công\s+trình", before[first.end() :]):
        one.priority = True
    if last and (not first or last.start() > first.start()):
        one.excluded, one.priority = True, False
    if re.search(r"cán\s+bộ[^;.]*\s+(?:nhằm|để|giải\s+quyết)[^;.]*$", before) and one.who[0].kind != "officer":
        one.indirect = True


def is_meant(
    text: str,
    span: Span,
    one: Target,
    before: str,
    listed: bool,
    duty: bool,
    kind: str,
    carried: bool = False,
    granted: bool = False,
) -> bool:
    """Whether somebody is given something here, and not only spoken of."""
    if _PAID.match(before) and one.who[0].kind in ("officer", "organisation"):
        return False
    near = _QUANTITY.sub("", before).rstrip() if _QUANTITY.search(before) else before.rstrip()
    quantity = before[len(near) :]
    after = text[one.end : span[1]]
    name = one.who[0].name
    if name == "hộ" or (name == "hộ thoát nghèo" and re.search(r"\d\s*$", before)):
        return False
    if one.excluded:
        return True
    if granted and (not duty or not is_generic(name) or one.condition):
        return True
    if re.search(r"(?:đồng|kg|khẩu|suất)\s*/\s*$", near):
        return kind != "objective" and not is_generic(name) and name not in ("người lao động", "người học")
    if (
        one.who[0].written
        and not listed
        and not CALLS.search(near)
        and not re.match(
            r"(?i)hộ(?:\s+gia\s+đình)?\s+(?:nghèo|cận|mới|chưa|thiếu|bị|gặp|không\s+có|đang\s+ở|có\s+(?:người|thành|trẻ|phụ))",
            text[one.start : one.end],
        )
    ):
        return False
    if _SHARE_OF.search(near):
        return False
    if listed and re.search(r"(?:^|[:;,])\s*thành\s+viên$", near):
        return True
    if re.search(r"\bgiao(?:\s+cho)?$", near) and re.match(r"(?i)ban|tổ|đội|cán bộ|công chức", text[one.start :]):
        return False
    if _NO_GROUP.search(near + " ") and not re.search(r"lập\s+danh\s+sách$", near):
        return bool(re.search(r"(?i)\bcho\s*$|\bhuy\s+động\s[^,;.]+\s(?:giúp(?:\s+đỡ)?|hỗ\s+trợ)\s*$", near))
    gives = bool(_GIVES.search(near + " ")) or (one.priority and bool(_PRIORITY.search(near[-60:])))
    counted = bool(re.search(r"\d", quantity)) and bool(_COUNTED.search(near))
    gives = gives or (kind != "objective" and (counted or bool(_LISTS.search(near))))
    if is_generic(name) and near.endswith("phục vụ"):  # "phục vụ người dân" is said of every service
        return False
    starts = not near.strip(' ,;:-–"“(') or bool(re.search(r"(?:[;.:,(]|và|hoặc|(?:^|\s)\(?\w\))\s*$", near))
    if re.search(r"số\s+hộ[^,;.]*là$", near):
        return False
    if listed:
        return bool(
            gives
            or starts
            or re.search(
                r"(?i)(?:là|gồm|với|các|của|số|tiếp\s+(?:đến|theo)|sau\s+đó|rồi(?:\s+đến)?|cuối\s+cùng)\s*$", near
            )
            or not near
        )
    if carried and starts and not duty and one.who[0].kind in ("household", "person", "woman_child"):
        return True
    specific = not is_generic(name) or bool(one.of or (one.condition and not one.narrower))
    if any(hit.kind in ("officer", "organisation") for hit in one.who) and not gives:
        return False
    if duty:
        one.sure = specific
        if re.search(r"lập\s+danh\s+sách$", near):
            one.sure, one.why = False, "Câu này giao lập danh sách; có thể không nêu ai được hưởng."
            return specific
        return (
            gives
            and specific
            and one.who[0].kind not in ("area", "organisation", "officer")
            and not re.search(r"(?:tuyên\s+truyền|tập\s+huấn|hướng\s+dẫn)[^;.,]*\bcho$", near)
        )
    if one.who[0].kind == "area" and not re.search(
        r"(?:cho|hỗ\s+trợ|đối\s+với|trên\s+địa\s+bàn(?:\s+các)?|ưu\s+tiên|trước\s+hết\s+là)$", near
    ):
        return False
    if gives:
        if re.search(r"lượt\s+$", quantity):
            return False
        one.sure = specific and kind != "objective"
        one.why = "" if specific else f"Có thể chỉ nhắc tới “{name}”."
        if one.sure and one.who[0].kind == "area" and not one.condition and _RATE.search(near):
            one.sure, one.why = False, "Câu này nêu mức áp dụng ở địa bàn; có thể không nêu ai được hưởng."
        return True
    share = _SHARE.search(before)
    begins = starts or bool(share and not before[: share.start()].strip(' ,;:-–"“('))
    if begins and specific and _SERVED.match(after) and not any(hit.kind == "area" for hit in one.who):
        one.sure = not re.search(r"\d", quantity + (before[share.start() :] if share else ""))
        one.why = "" if one.sure else "Câu này là chỉ tiêu; có thể không nêu ai được hưởng."
        return kind in ("objective", "content", "beneficiaries", "norm", "")
    return starts and specific and kind in ("content", "norm") and bool(_PREDICATE.match(after))
