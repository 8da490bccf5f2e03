"""Months and days told in words, as numbers in the same places: "tháng Sáu", "ngày mồng mười tháng Tư"."""

from __future__ import annotations

import re

_ONES = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_MONTHS = {**_ONES, "mười một": 11, "mười hai": 12}
_MONTH = re.compile(
    r"(?<=\btháng )(?P<word>[Mm]ười (?:[Mm]ột|[Hh]ai)|Năm|[Hh]ai|[Bb]a|[Tt]ư|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)(?!\w|\s+(?:lần|đợt|kỳ|buổi|lượt|tháng|ngày|lớp|tuổi)\b)"
)
"""Of "tháng Năm" only what has a capital: "tháng năm" are a month and a year. The first and the last are of the moon."""
_DAY = re.compile(
    r"\b(?P<word>m[ồù]ng\s+(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|0?[1-9]|10))(?=\s+tháng\s)", re.IGNORECASE
)


def numbered(text: str) -> str:
    """The text with these words as numbers at their ends, so that every letter keeps its place."""
    return _DAY.sub(_day, _MONTH.sub(lambda one: f"{_MONTHS[one['word'].lower()]:>{len(one[0])}}", text))


def _day(match: re.Match[str]) -> str:
    word = match["word"].split()[-1].lower()
    return f"{int(word) if word.isdecimal() else _ONES[word]:>{len(match[0])}}"
