"""What stands side by side without being a table: the letterhead, the recipients beside the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .document import Line

_NUMBER = re.compile(r"Số\s*:|Số\s+\S*/\S*-", re.IGNORECASE)
_DATE = re.compile(r"(?:^|[,\s])ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_NUMBER_BESIDE_DATE = re.compile(r"(?P<number>Số\s*:.*?\S)(?:[^\S\n]{3,}|\s*\t\s*)(?P<date>[^\d\s][^,]*,\s*ngày\b.*)", re.I)
_OFFICIAL = re.compile(r"CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|^\s*Nơi nhận\s*:?", re.IGNORECASE | re.MULTILINE)
_DRAWN = re.compile(r"[-–—_=*.~•\s]{3,}")


def in_order(left: Sequence[Line], right: Sequence[Line]) -> list[Line]:
    """Two columns in reading order: the left one, then the right one.

    In a letterhead the number on the left and the place and date on the right come last, as where each pair of them
    has a row of its own: issuer, state and motto, number, place and date.
    """
    at = next((i for i, line in enumerate(left) if _NUMBER.match(line.whole)), len(left))
    dated = next((i for i, line in enumerate(right) if _DATE.search(line.whole)), len(right))
    if at == len(left):
        return [*left, *right]
    return [*left[:at], *right[:dated], *left[at:], *right[dated:]]


def apart(text: str) -> list[str]:
    """Number, and place and date, that stand in one line with a wide space between them; else the text alone."""
    found = _NUMBER_BESIDE_DATE.fullmatch(text.strip())
    return [found["number"], found["date"]] if found else [text]


def official(text: str) -> bool:
    """Whether a table's words are those of a letterhead or of the recipients beside a signature: no data."""
    return bool(_OFFICIAL.search(text))


def drawn(text: str) -> bool:
    """Whether a line is drawn with signs, and says nothing: "-------"."""
    return len(text.strip()) > 2 and bool(_DRAWN.fullmatch(text))


def placed(lines: Sequence[Line], where: str) -> list[Line]:
    return [replace(line, where=where) for line in lines]
