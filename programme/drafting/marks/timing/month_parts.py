"""Parts of a month in words: half of it, ten days, a week."""

from __future__ import annotations

import re

from .dates import MONTH, day_of, last_of

_WEEKS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = re.compile(rf"tháng\s+({MONTH})(?:\D+(\d{{4}}))?", re.IGNORECASE)


def part_of_month(match: re.Match[str], one_year: int) -> dict[str, object]:
    """The first or last days of a month: half of it, or ten."""
    months = _MONTH.search(match[0])
    year, month = (int(months[2] or one_year), int(months[1])) if months else (0, 0)
    if not year:
        return {}
    last = int(last_of(year, month)[-2:])
    days = 10 if re.match(r"10|mười", match["days"], re.IGNORECASE) else 15
    half = match["days"].lower() == "nửa"
    first = (1, days) if match["which"].lower() == "đầu" else (days + 1 if half else last - days + 1, last)
    return {"start": day_of(year, month, first[0]), "end": day_of(year, month, first[1])}


def week_of(words: str, which: str, one_year: int) -> dict[str, object]:
    """The days of a week of a month: "tuần đầu của tháng 4", "tuần thứ hai tháng 5/2026"."""
    months = _MONTH.search(words)
    year, month = (int(months[2] or one_year), int(months[1])) if months else (0, 0)
    if not year:
        return {}
    last = last_of(year, month)
    number = _WEEKS.get(which.split()[-1].lower(), 1)
    if which.lower().startswith("cuối"):
        return {"start": day_of(year, month, int(last[-2:]) - 6), "end": last}
    return {"start": day_of(year, month, 7 * number - 6), "end": day_of(year, month, 7 * number)}
