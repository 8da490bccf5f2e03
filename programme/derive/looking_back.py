"""Which parts of a plan tell of the time before it: what stands there was reached, it is no aim."""

from __future__ import annotations

import re

from ..load.dataset import Clause
from ..load.vocabulary import ClauseKind
from ..vietnamese import formats

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AS_IT_IS = re.compile(
    r"(?:(?:đánh giá|khái quát|sơ lược|(?:vài|mấy|một số|những|đôi) nét)"
    r"(?: (?:chung|chính|cơ bản|khái quát))?(?: về)? )?"
    r"(?:đặc điểm|tình hình|thực trạng|hiện trạng)\b",
    re.IGNORECASE,
)
"""What a heading begins with that tells of how things are: "Tình hình chung", "Vài nét về tình hình xã"."""

_AND_AHEAD = re.compile(
    r"(?!.*\bthực hiện\b.*\bvà\b).*(?:,| và) (?:các )?(?:mục tiêu|phương hướng|nhiệm vụ|giải pháp)\b", re.IGNORECASE
)
"""A heading that tells of both: "Tình hình và mục tiêu", not "Tình hình thực hiện mục tiêu và nhiệm vụ"."""


def looks_back(clause: Clause, start: str) -> bool:
    """Whether a heading tells of how things are, or of years before `start` (ISO) alone; never one marked as an aim."""
    if clause.kind is ClauseKind.OBJECTIVE or not clause.heading:
        return False
    years = _YEAR.findall(clause.heading)
    as_it_is = _AS_IT_IS.match(clause.heading) and not _AND_AHEAD.match(clause.heading)
    return bool(as_it_is) or (bool(years) and max(years) < start[:4])


def is_before(year: str | None, start: str) -> bool:
    """Whether a figure is of a time before `start`."""
    return bool(year) and formats.is_after(start, year or "")
