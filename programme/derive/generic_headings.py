"""Headings that every piece of work may have: they say what kind of clause it is, not what the work is."""

from __future__ import annotations

import re

from ..load.dataset import Clause
from ..load.vocabulary import ClauseKind

_KINDS = {one.label.lower(): one for one in ClauseKind} | {"mức": ClauseKind.NORM}
_GENERIC = re.compile(
    rf"({'|'.join(_KINDS)})(?: (?:được )?(?:hỗ trợ|thụ hưởng|áp dụng|thực hiện|hoạt động|tham gia|đầu tư))?"
    r"(?:(?:,| và) .*)?",
    re.IGNORECASE,
)
"""A heading that every piece of work may have: "Đối tượng", "Nội dung hỗ trợ", "Đối tượng, phạm vi"."""

_OF_WHO = re.compile(
    r"(?:trách nhiệm|phân công|tổ chức)(?: (?:tổ chức|thực hiện|nhiệm vụ|cụ thể|triển khai))*", re.IGNORECASE
)
"""A heading above who does what was told before it: "Trách nhiệm thực hiện"."""

_OF_WHEN = re.compile(r"(?:tiến độ|thời hạn)(?: (?:thực hiện|triển khai|hoàn thành))*", re.IGNORECASE)
"""A heading above when what was told before it is done, often with who does it."""


def names_work(clause: Clause) -> bool:
    """Whether the heading of a clause says what the work in it is."""
    heading = (clause.heading or "").rstrip(": .")
    return bool(heading) and not kind_of(clause) and not _OF_WHO.fullmatch(heading)


def tells_when(clause: Clause) -> bool:
    """Whether a clause says when work told elsewhere is done, and no work of its own."""
    return kind_of(clause) is ClauseKind.TIMING or bool(_OF_WHEN.fullmatch((clause.heading or "").rstrip(": .")))


def kind_of(clause: Clause) -> ClauseKind | None:
    """What a clause is about, where its kind or its heading says no more than that: "a) Đối tượng:"."""
    heading = _GENERIC.fullmatch((clause.heading or "").rstrip(": ."))
    return clause.kind or (_KINDS[heading[1].lower()] if heading else None)


def kind_before(text: str) -> ClauseKind | None:
    """What a text is about that begins as such a heading does: "Đối tượng: hộ nghèo."."""
    label, colon, _ = text.partition(":")
    heading = _GENERIC.fullmatch(label.strip()) if colon else None
    return _KINDS[heading[1].lower()] if heading else None
