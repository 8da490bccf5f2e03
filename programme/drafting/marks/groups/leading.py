"""Words that lead to those whom something is for: a line or a label above a list, and a proviso behind it."""

from __future__ import annotations

import re

from ....vietnamese.slugs import fold
from ..lead_lines import LISTS_WHOM, lead_line
from ..plan_context import Place, words_of

LED = re.compile(r"(?:ho tro|cap|tang|tro cap|mien|giam|cho vay|dao tao|day nghe|thuong|uu tien)\b[^:]*:$")
"""A heading that says what is given, with a colon before those who get it: "Hỗ trợ xi măng:"."""
LEADS = re.compile(
    r"(?:Được (?:hưởng|hỗ trợ|xét|cấp|vay|miễn|giảm)[^:;.,]{0,40}|(?:Làm|Xét|Hỗ trợ|Cấp) trước(?: cho)?|Người được (?:hưởng|hỗ trợ))\s*:|(?:Đối tượng|Người (?:hưởng|thụ hưởng|học|tham gia)|Diện (?:được )?(?:hỗ trợ|thụ hưởng|hưởng|nhận|xét))[^:;.,]{0,30}?(?:\s+(?:là|gồm|bao gồm)\s+|\s*:)"
    r"|(?:(?:Các|Những)\s+)?(?:Hộ|Người|Học sinh|Trẻ(?: em)?|Lao động|Phụ nữ|Thanh niên|Sinh viên|Cá nhân|Đối tượng|Gia đình|Nhóm)\s[^:;.]{0,80}?\s(?:là|gồm|bao gồm)(?:\s+có)?(?:\s+(?:các\s+)?(?:trường hợp|đối tượng|nhóm)(?:\s+sau(?:\s+đây)?)?)?\s*:"
    r"|(?:Thứ tự (?:ưu tiên|xét chọn)|Ưu tiên|(?:\S+\s+){1,4}theo thứ tự)[^:;.,]{0,30}?\s*:"
    r"|(?:(?:Các|Những)\s+)?(?:Diện|Trường hợp|Đối tượng|Được|Không được)(?:\s+(?:không\s+)?(?:được|thuộc diện))?\s[^:;.]{2,60}?(?:\s+(?:gồm|bao gồm)(?:\s+có)?(?:\s*:|\s)|\s*:)",
    re.IGNORECASE,
)
"""A sentence that lists whom something is for, within a text: "Đối tượng tập huấn là …", "Thứ tự ưu tiên: …"."""


PROVIDED = re.compile(
    r",?\s+(?:với\s+điều\s+kiện|miễn\s+là)\s+(?:là\s+)?(?P<what>[^;.:]{6,160})(?=[;.:]|$)", re.IGNORECASE
)
"""At the end of a sentence, under which condition whoever it names gets something."""


def leads_to_receivers(text: str, place: Place) -> bool:
    """Whether the line above a list says that it tells of whom something is for: "Hỗ trợ tiền thuê nhà cho các trường hợp sau:"."""
    above = [fold(lead_line(text, place)), fold(words_of(place.part)) if place.part else ""]
    return any(LISTS_WHOM.match(one) or LED.match(one) for one in above if one.endswith(":"))
