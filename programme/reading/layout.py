"""What stands side by side without being a table: the letterhead, the recipients beside the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .document import Line

_NUMBER = re.compile(r"Số\s*:|Số\s+\S*/\S*-", re.IGNORECASE)
_DATE = re.compile(r"(?:^|[,\s])ngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
_NUMBER_BESIDE_DATE = re.compile(
    r"(?P<number>Số\s*:.*?\S)(?:[^\S\n]{3,}|\s*\t\s*)(?P<date>[^\d\s][^,]*,\s*ngày\b.*)", re.I
)
_BESIDE = re.compile(
    r"(?P<left>\S.*?)(?:[^\S\n]{3,}|\s*\t\s*)"
    r"(?P<right>(?:TM|T/M|KT|TUQ|TL|Q)\s?\.\s*[^\W\d_].*|CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM)",
)
_OFFICIAL = re.compile(r"CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|^\s*Nơi nhận\s*:?", re.IGNORECASE | re.MULTILINE)
_STATE = re.compile(r"CỘNG H[ÒO][ÀA]?( XÃ( HỘI( CHỦ( NGHĨA( VIỆT( NAM)?)?)?)?)?)?", re.IGNORECASE)
_REST_OF_DATE = re.compile(r"(?:tháng )?(?:\d{1,2} )?(?:năm )?(?:\d{4})?", re.IGNORECASE)
_PART_OF_DATE = re.compile(r"\bngày\b(?!.*\bnăm \d{4})", re.IGNORECASE)
_ITEM = re.compile(r"\s*[-–+•*]")
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
    """What stands in one line with a wide space between them: number, and place and date; the last of the recipients,
    and who signs; issuer, and state. Else the text alone."""
    if found := _NUMBER_BESIDE_DATE.fullmatch(text.strip()):
        return [found["number"], found["date"]]
    if found := _BESIDE.fullmatch(text.strip()):
        return [found["left"], found["right"]]
    return [text]


def official(text: str) -> bool:
    """Whether a table's words are those of a letterhead or of the recipients beside a signature: no data."""
    return bool(_OFFICIAL.search(text))


def drawn(text: str) -> bool:
    """Whether a line is drawn with signs, and says nothing: "-------"."""
    return len(text.strip()) > 2 and bool(_DRAWN.fullmatch(text))


@dataclass(frozen=True)
class Segment:
    """Words of a line that a wide space keeps apart from others, and where they stand in it (letters or points)."""

    start: float
    end: float
    text: str


def _middle(part: Segment) -> float:
    return (part.start + part.end) / 2


Placed = tuple[int, Segment]
"""The place of a line, and a part of it."""


def beside(
    lines: Sequence[Sequence[Segment]], letter: float, cut: float | None = None
) -> tuple[list[Placed], list[Placed], int] | None:
    """Two columns that are no table, at the head of `lines`: the left, the right, and how many lines they take.

    None where there are none, or their words are not those of a letterhead or signature. `letter`: a letter's width;
    `cut`: where the right one began on the page before, whose last lines were such columns.
    """
    first, goes_on = lines[0], cut is not None
    if cut is None:
        if len(first) != 2 or first[1].start - first[0].end < 2 * letter:
            return None
        cut = first[1].start
    end, reach = 0, 0.0  # `reach`: how far the left one goes
    for parts in lines[:40]:
        dates = [part.text for part in lines[end - 1] if _DATE.search(part.text)] if end else []
        rest_of_date = len(parts) == 1 and any(_goes_on(date, parts[0].text) for date in dates)
        if end and (not parts or len(parts) > 2 or (dates and not rest_of_date)):
            break  # the date ends a letterhead
        if len(parts) == 1 and parts[0].start < cut - 6 * letter and parts[0].end > cut + 2 * letter:
            break  # a line over both columns
        if goes_on and len(parts) == 1 and not (_ITEM.match(parts[0].text) or _middle(parts[0]) > cut + 4 * letter):
            break  # neither another recipient nor who signs: what comes after them
        wide = len(parts) == 2 and parts[1].start - parts[0].end >= 2 * letter
        if wide and reach < parts[1].start < cut:
            cut = parts[1].start
        reach = max([reach, *(part.end for part in parts if part.end < cut)])
        end += 1
    if not end or (end < 2 and not goes_on):
        return None
    left: list[Placed] = []
    right: list[Placed] = []
    for at, parts in enumerate(lines[:end]):
        for part in parts:
            on_right = part.start >= cut - 6 * letter and part.start > cut / 2
            into = right if on_right else left
            if into and (into[-1][0] == at or _goes_on(into[-1][1].text, part.text)):
                into[-1] = (into[-1][0], replace(into[-1][1], text=f"{into[-1][1].text} {part.text}"))
            else:
                into.append((at, part))
    if not goes_on and not official("\n".join(part.text for side in (left, right) for _, part in side)):
        return None
    return left, right, end


def _goes_on(above: str, text: str) -> bool:
    """Whether a line of such a column is the rest of the one above it, which its width cut.

    So are the state's name, a date, the last word of an issuer, a recipient that has not ended.
    """
    above, text = " ".join(above.split()), " ".join(text.split())
    if _PART_OF_DATE.search(above):
        return bool(_REST_OF_DATE.fullmatch(text))
    if above.isupper():
        return bool(_STATE.fullmatch(f"{above} {text}")) or (text.isupper() and text.isalpha() and " " in above)
    return bool(_ITEM.match(above)) and above[-1] not in ";." and not drawn(above) and not _ITEM.match(text)
