"""Whom a collective means that the plan does not list: "Các phòng" each that is called so, "Các cơ quan" each body."""

from __future__ import annotations

import re

from ..load.registries import Agency
from ..load.vocabulary import AgencyKind, Level

_ALL = re.compile(
    r"(?:tất cả )?(?:các|mọi|những) (?!cấp\b)(?P<kinds>[^()]+?)"
    r"(?: chuyên môn)?(?: (?:trực )?thuộc| của| cấp| ở| trên địa bàn)?(?: UBND)?"
    r"(?: (?:xã|phường|đặc khu|huyện|thị xã|tỉnh|thành phố))?",
    re.IGNORECASE,
)
"""A name that means all of some kinds: "Các phòng, ban của xã"; not "Các đơn vị có liên quan", which says of which.

"Các cấp, các ngành" is everybody, and nobody."""
_BETWEEN = re.compile(r",\s*|\s+và\s+|\s+(?=đơn vị\b|ngành\b|đoàn thể\b|tổ chức\b)")
_ANY = frozenset(("cơ quan", "đơn vị", "ngành", "ban ngành"))
"""Kinds that every body is of."""
_OF_MEMBERS = frozenset(("đoàn thể", "tổ chức", "hội", "hội đoàn thể", "tổ chức đoàn thể", "tổ chức chính trị"))
_MEMBERS = re.compile(r"(?:Hội|Đoàn|Liên đoàn|Công đoàn|Liên hiệp|Mặt trận|MTTQ|(?:Ủy ban|UB) ?(?:MTTQ|Mặt trận))\s")
"""Bodies that have members: not meant by "các cơ quan" alone."""
_LONGEST = 3
"""Words of a kind."""
_OF_WHICH = re.compile(r"\b(?:khác|liên quan|có|được|là|này|nêu|trên)\b")
_OPENING = re.compile(r"(?:các|mọi|những)\s+", re.IGNORECASE)


def is_collective(agency: Agency) -> bool:
    """Whether a name is that of several bodies."""
    return agency.kind is AgencyKind.COLLECTIVE or agency.level is Level.COLLECTIVE


def means(whole: Agency, body: Agency) -> bool:
    """Whether a collective, by its name, means a body of the level that it is of, if it is not another one."""
    found = _ALL.fullmatch(whole.name)
    if not found or is_collective(body) or body.kind is not AgencyKind.BODY:
        return False
    kinds = [_OPENING.sub("", one.strip().lower()) for one in _BETWEEN.split(found["kinds"])]
    if any(len(one.split()) > _LONGEST or _OF_WHICH.search(one) for one in kinds):
        return False
    has_members = bool(_MEMBERS.match(body.name))
    for kind in kinds:
        if kind in _OF_MEMBERS and has_members:
            return True
        if kind in _ANY and not has_members:
            return True
        if _is_called(body.name, kind):
            return True
    return False


def _is_called(name: str, kind: str) -> bool:
    """Whether a name is one of a kind: "Phòng Kinh tế" is a "phòng", "Phòng giao dịch Ngân hàng …" is not."""
    after = name[len(kind) + 1 :]
    return name.lower().startswith(f"{kind} ") and after[:1].isupper()
