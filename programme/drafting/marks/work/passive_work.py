"""Work that is told first, and who does it behind "do": "việc kiểm dịch do Chi cục B thực hiện", "danh sách do Trưởng thôn lập".

And work that is given out in one sentence to several, behind a line that leads to them: "được phân công như sau: (1) A …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...shape import Degree
from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..verbs.duty_words import GAP, NUMBERED
from ..verbs.roles import skipped, verb_at
from ..words import Span, bracketed, inside

_BY = re.compile(r"(?<=\s)(?:do|được)\s+(?:chính\s+)?(?:các\s+(?=[A-ZĐ]))?")
_BELONGS = re.compile(
    r"(?:Trách\s+nhiệm|Việc|Nhiệm\s+vụ)\s[^,;:.()]{4,90}?\s(?:thuộc(?:\s+về)?|là\s+trách\s+nhiệm\s+của)\s+"
    r"|[^;:.()]{6,140}?\slà\s+(?:việc|phần\s+việc|trách\s+nhiệm|nhiệm\s+vụ)\s+(?:của\s+)?(?=[A-ZĐỦ]|các\s)",
    re.IGNORECASE,
)
"""A work, and whose it is: "Trách nhiệm giải ngân thuộc về UBND các xã", "Cân, đo trẻ là việc của Trạm Y tế"."""
_ON_A_GROUND = re.compile(
    r"(?:theo|căn cứ|trên cơ sở|sau|trước|khi|nếu|trường hợp|đối với|tại|trong|với|từ|để|nhằm|có|những|nếu)\s",
    re.IGNORECASE,
)
"""A phrase that begins so tells no work: "Theo danh sách do UBND xã lập, …"."""
_TOLD = re.compile(
    r"(?:(?:riêng|còn|các)\s+)?(?:việc|công\s+tác|nội\s+dung|kinh\s+phí|danh\s+sách|hồ\s+sơ|nhiệm\s+vụ|thủ\s+tục|phương\s+án|dự\s+án|công\s+trình|phần|khâu)\s",
    re.IGNORECASE,
)
"""How a sentence begins that tells first what work it is."""
_TOLD_OF = re.compile(
    r"\b(?:trước\s+đây|năm\s+ngoái|trước\s+kia|từ\s+lâu)$|\b(?:theo|áp\s+dụng)\s[^,;:]*$", re.IGNORECASE
)
"""Before who did it: that it was long ago, or a rule by which something is done."""
_EACH_THING = re.compile(r"(?:từng|mỗi|mọi|tất\s+cả|toàn\s+bộ|việc|hồ\s+sơ)\s", re.IGNORECASE)
"""How a sentence begins that tells in the passive who does something to each of many: "Từng căn nhà được Tổ B đo đạc"."""
_FEW = 5
"""So many words may name a thing of which a clause goes on to tell who does it: "…, người đọc do Văn phòng bố trí"."""
_DOES_IT = re.compile(r"\s+(?:làm|thực\s+hiện|đảm\s+nhiệm|phụ\s+trách|chịu\s+trách\s+nhiệm|tiến\s+hành)\s*\.?")
"""All that is said of who does a work that is told by its verb: "Thẩm định dự toán do Tổ thẩm định làm"."""
_NOT_COUNTED = re.compile(r",\s+không\s+(?:tính|thuộc)\s")
"""Behind who does something, that the plan leaves it out."""
_HIMSELF = re.compile(r"(?:\s+phải\b|\s+trực\s+tiếp\b|\s+(?:làm|thực\s+hiện)\b|,\s+không\s[^,;.]*)*[\s.;]*")
"""What may stand behind those whose work it is: "là việc Chủ tịch phải trực tiếp làm, không ủy quyền"."""
_TELLS_ON = re.compile(r"\s(?:được|bị|là|gồm|có|phải|thì|đã)\s")
"""Behind who did something to a thing, what the sentence really tells of it: "danh sách do thôn lập được niêm yết"."""


def done_by(text: str, part: Span, named: Sequence[Named]) -> tuple[list[Named], int, Degree] | None:
    """The bodies that stand behind "do" with what they do, where their verb begins; None where the words tell other things."""
    start, end = part
    shut = bracketed(text)
    if belongs := _BELONGS.match(text, start, end):
        names = [one for one in listed([*named], text, belongs.end()) if one.end <= end]
        if names and _HIMSELF.fullmatch(text, names[-1].end, end):
            return names, start if _has_role(text, start, end) else names[-1].end, Degree.LIKELY
    for by in _BY.finditer(text, start, end):
        before = text[start : by.start()].strip()
        names = [one for one in listed([*named], text, by.end()) if one.end <= end]
        if (
            not names
            or not before
            or inside(by.start(), shut)
            or _TOLD_OF.search(before)
            or _ON_A_GROUND.match(before + " ")
        ):
            continue
        others = (one for one in named if start <= one.start < by.start())
        if re.search(r"[;:]", before) or any(one.start > start or not one.name.startswith("Quỹ") for one in others):
            return None
        if by[0].startswith("được") and not _EACH_THING.match(before + " "):
            continue
        told = bool(_TOLD.match(before + " "))
        tail = before.rsplit(", ", 1)[-1]
        aside = tail != before and len(tail.split()) <= _FEW and not verb_at(tail, 0, len(tail))
        ends = _DOES_IT.fullmatch(re.split(r"[,;]", text[names[-1].end : end])[0])
        if not (told or aside or ends) and (verb_at(text, start, end) or verb_at(text, skipped(text, start, end), end)):
            return None
        gap = GAP.match(text, names[-1].end, end)
        verb = gap.end() if gap else names[-1].end
        acts = verb_at(text, skipped(text, verb, end), end)
        rest = re.split(r"[,;]", text[acts[1] : end])[0] if acts else ""
        if not acts or _TELLS_ON.search(f"{rest} ") or _NOT_COUNTED.match(text, acts[1] + len(rest)):
            continue
        does_it = ends and not told and _has_role(text, start, by.start())
        return names, start if does_it else verb, Degree.SURE if told else Degree.LIKELY
    return None


def _has_role(text: str, start: int, end: int) -> bool:
    """Whether the work begins with a verb that has a role of its own: "Thẩm định dự toán do Tổ thẩm định làm"."""
    verb = verb_at(text, start, end)
    return bool(verb) and verb[0] != "implement"  # type: ignore[index]


_LEADS_IN = re.compile(
    r"(?:UBND|Ủy\s+ban\s+nhân\s+dân|Chủ\s+tịch)[^.;:]{0,40}?\s(?:giao|phân\s+công|yêu\s+cầu|đề\s+nghị)\s*:\s+|[^.;:]{0,120}\b(?:phân\s+công|giao|thực\s+hiện|triển\s+khai|đảm\s+nhiệm)(?!\w)[^.;:]{0,60}?\s(?:như\s+sau|sau\s+đây|cụ\s+thể)\s*:\s+",
    re.IGNORECASE,
)


def behind_lead_in(text: str, span: Span, named: Sequence[Named]) -> Span:
    """A sentence from those on whom it begins to give out work: behind "được phân công như sau:", where a body stands."""
    lead = _LEADS_IN.match(text, *span)
    if not lead:
        return span
    number = NUMBERED.match(text, lead.end(), span[1])
    at = number.end() if number else lead.end()
    is_body = any(at <= one.start <= at + 4 and not text[at : one.start].strip(" cáC") for one in named)
    return (at, span[1]) if is_body else span
