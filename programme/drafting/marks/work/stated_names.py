"""Names of whoever stands where somebody acts, by the noun that they begin with, beyond those that the grammar knows.

"hội viên Hội Nông dân xã", "các cửa hàng trong Khu công nghiệp Nam Hà", "nhà thầu", "xã Vạn Xuân", "Câu lạc bộ Văn thơ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..bodies.body_names import Named
from ..verbs.duty_words import EVERYDAY
from ..words import NAME, UPPER, inside, quoted
from .shown_parties import HEAD, NO_VERB, OPENS
from .subjects import ORDERS, qualified

_MANY = r"(?:(?:các|mỗi|từng|những|một\s+số|tất\s+cả\s+các|toàn\s+thể)\s+)?"
_WHOLE = re.compile(
    rf"{_MANY}(?:nhà\s+(?:thầu|trường|tài\s+trợ)|già\s+làng|trưởng\s+(?:dòng\s+họ|tộc)|thủ\s+(?:nhang|quỹ|kho)|thương\s+lái|dân\s+quân|kế\s+toán\s+trưởng|chủ\s+(?:rừng|tàu|thuyền|bè|vườn|trọ|xe|đò|hộ|hụi)|thợ\s+\S+|người\s+có\s+uy\s+tín|tình\s+nguyện\s+viên|cộng\s+tác\s+viên)(?=[\s,])",
    re.IGNORECASE,
)
"""Nouns that name somebody by themselves: what follows is what they do."""
_BARE = re.compile(rf"(?:thôn|bản|ấp|xóm|xã|phường|huyện)(?=\s+{EVERYDAY.pattern})")
"""A place without its name, right before what it does."""
_OF_BODY = re.compile(
    r"(?:các\s+)?(?:chuyên\s+viên|hội\s+viên|đoàn\s+viên|viên\s+chức|cán\s+bộ|công\s+chức|học\s+sinh|sinh\s+viên|đại\s+diện|lực\s+lượng|bộ\s+phận|thư\s+ký|nhân\s+viên|giáo\s+viên|tổ\s+trưởng|đội\s+trưởng|bác\s+sĩ|chiến\s+sĩ|thành\s+viên|kế\s+toán)(?:\s+(?!của\b|do\b|và\b|tại\b|cùng\b|với\b|cho\b|giúp\b|báo\b|gửi\b|nộp\b)[a-zà-ỹđ]+){0,2}\s+(?:của\s+)?$",
    re.IGNORECASE,
)
"""Right before a body, those of it who act."""
_AREA = re.compile(
    rf"(?:[Xx]ã|[Pp]hường|[Đđ]ặc\s+khu|[Tt]hị\s+trấn|[Tt]hôn|[Bb]ản|[Ấấ]p|[Xx]óm|[Bb]uôn)\s+{NAME}(?!\w)"
)
_ORDERED = re.compile(
    rf"(?P<more>(?:,?\s+(?!(?:nào|mà|nếu|khi|thì|để|được|bị|không|và|do|là|cho|trong|từ|có|đã|theo|với|cùng)\b)[a-zà-ỹđ]+){{0,7}}(?:\s+{UPPER}[a-zà-ỹ]+){{0,4}})\s+{ORDERS.pattern}"
)
"""Behind a noun more words of a name, and an order: "Người phát ngôn của từng phòng phải …"."""
_JOINT = re.compile(r"(?:,|\s+và|\s+cùng(?:\s+với)?)\s+")
_NUMBERED = re.compile(r"(?:tiểu\s+đoàn|trung\s+đội|đại\s+đội|hải\s+đội|đồn|tổ|đội)\s+\d+(?!\w)", re.IGNORECASE)
_LAST = re.compile(r"(?:\s+(?:-\s+)?[^\s,;:.()]+){1,8}(?=\s*(?:[,;.)(]|$))")


def stated(text: str, named: Sequence[Named]) -> list[Named]:
    """The bodies of a text with whoever else stands where somebody acts, from left to right."""
    shut = quoted(text)
    whole = [_with_those_of(text, one) for one in named]
    found: list[Named] = []
    for place in _places(text, whole):
        if inside(place, shut) or any(one.start <= place < one.end for one in [*whole, *found]):
            continue
        if name := _name(text, place, whole):
            found.append(name)
    return sorted([*whole, *found], key=lambda one: one.start)


def _places(text: str, named: Sequence[Named]) -> Iterator[int]:
    """Where somebody may stand: where a clause opens, and behind a body that is named beside them."""
    places = {opens.start() for opens in OPENS.finditer(text)}
    places |= {joint.end() for one in named if (joint := _JOINT.match(text, one.end))}
    yield from sorted(places)


def _with_those_of(text: str, body: Named) -> Named:
    """A body with the noun before it that says who of it acts."""
    of = _OF_BODY.search(text[: body.start])
    if not of or not OPENS.match(text, of.start()):
        return body
    return Named(of.start(), body.end, text[of.start() : body.end])


_SHORT = re.compile(
    r"(?P<noun>Trung\s+tâm|Sở|Hội|Ban|Phòng|Chi\s+cục|Trạm|Đội|Đồn|Quỹ|Tổ|Cảng\s+vụ|Hạt|Viện|Kho\s+bạc|Ngân\s+hàng|Công\s+ty)(?=\s+(?:này|đó|ấy|[a-zà-ỹđ]+)(?:\s|[.;,]))"
)
"""A body called by the noun of its name alone."""


def _told_before(text: str, place: int, named: Sequence[Named]) -> Named | None:
    """Who is called by the noun alone of a name that stands before: "… gửi Trung tâm Y tế; Trung tâm trả lời …"."""
    short = _SHORT.match(text, place)
    if short is None:
        return None
    before = [one for one in named if one.end < place and one.name.startswith(f"{short['noun']} ")]
    return Named(place, short.end("noun"), before[-1].name) if before else None


def _name(text: str, place: int, named: Sequence[Named]) -> Named | None:
    """Who stands at a place, up to what they do or to the end of the clause."""
    for pattern in (_AREA, _NUMBERED, _BARE, _WHOLE):
        if found := pattern.match(text, place):
            clear = pattern is not _WHOLE or not NO_VERB.match(text, found.end() + 1, len(text))
            return Named(place, found.end(), found[0]) if clear else None
    if told := _told_before(text, place, named):
        return told
    head = HEAD.match(text, place)
    if head is None:
        return None
    end = min([len(text), *(one.start for one in named if one.start > place)])
    if which := qualified(text, Named(place, head.end(), head[0]), len(text)):
        return Named(place, which, text[place:which])
    if ordered := _ORDERED.match(text, head.end(), end):
        return Named(place, ordered.end("more"), text[place : ordered.end("more")])
    last = _LAST.match(text, head.end(), end)
    if (
        last
        and re.search(rf"\s{UPPER}[a-zà-ỹ]|\s(?:xã|phường|huyện|tỉnh|thôn|bản)$", last[0])
        and re.search(r"(?::|\s-|\slà|\scho|\sgiao)\s$", text[:place])
    ):
        return Named(place, last.end(), text[place : last.end()])
    return None
