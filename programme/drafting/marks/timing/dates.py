"""Days, months, quarters and half years in Vietnamese words, as ISO dates."""

from __future__ import annotations

import calendar
import re

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
MONTH = r"(?:1[0-2]|0?[1-9])"
DATE = rf"(?:{DAY}[/.-]{MONTH}[/.-](?:19|20)\d\d|{DAY}\s+tháng\s+{MONTH}\s+năm\s+(?:19|20)\d\d)"
"""A whole date: "15/3/2026", "16 tháng 6 năm 2025"."""
MONTH_OF = rf"{MONTH}(?:[/.-]|\s+năm\s+)(?:19|20)\d\d"
"""A month: "6/2026", "6 năm 2026"."""
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
ONES = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}


def iso(text: str) -> str:
    """A date in words as ISO, as exact as it is: "15/3/2026" is "2026-03-15", "tháng 6 năm 2023" is "2023-06".

    "" where it is none, or none of the calendar.
    """
    if match := re.search(rf"\b({DAY})(?:[/.-]|\s+tháng\s+)({MONTH})(?:[/.-]|\s+năm\s+)((?:19|20)\d\d)\b", text):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        return f"{year}-{month:02}-{day:02}" if day <= calendar.monthrange(year, month)[1] else ""
    if match := re.search(rf"\b({MONTH})(?:[/.-]|\s+năm\s+)((?:19|20)\d\d)\b", text):
        return f"{match[2]}-{int(match[1]):02}"
    if match := re.search(r"\bnăm\s+((?:19|20)\d\d)\b", text):
        return match[1]
    return ""


def day_of(year: int, month: int, day: int) -> str:
    """A day as ISO; "" if the calendar has none."""
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(year, month)[1] else ""


def last_of(year: int, month: int) -> str:
    """The last day of a month."""
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


def quarter(year: int, number: int) -> tuple[str, str]:
    """First and last day of a quarter."""
    return f"{year}-{3 * number - 2:02}-01", last_of(year, 3 * number)
