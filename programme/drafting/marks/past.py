"""Which parts of a plan tell what was before its years: nothing in them is a goal, nobody in them is given anything."""

from __future__ import annotations

import re

from ...vietnamese.slugs import fold
from .plan_context import Place, title_of

_LOOKS_BACK = re.compile(
    r"^(?:phan (?:thu )?\S+\W+)?(?:ve )?(?:tom tat |khai quat )?(?:ket qua (?:thuc hien|trien khai|da|cong tac)|tong ket|nhin lai|nhung ket qua)(?!.*\b(?:du kien|can dat|phan dau|che do|bao cao)\b)"
)


def is_past(place: Place, first: int) -> bool:
    """Whether a text stands where results are told, or under a heading of years before the `first` of the plan."""
    return place.tells_of_the_past or (
        not place.project and any(_is_before(title_of(one), first) or _looks_back(title_of(one)) for one in place.line)
    )


def _is_before(words: str, first: int) -> bool:
    years = [int(one) for one in re.findall(r"(?<![\d/])20\d\d(?!\d)", words)]
    return bool(first and years) and max(years) < first


def _looks_back(words: str) -> bool:
    return bool(_LOOKS_BACK.match(" ".join(fold(words).split()))) and len(words) < 160
