"""What a cell that only says when says beyond running text: "Tháng 5, 11", "15/3 - 30/4", "30/6", "Quý II, IV".

Where no year is named, it is that of a plan of one year; "Thường xuyên" and "Cả năm" set nobody a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .dates import DAY, MONTH, ROMAN, day_of, last_of, quarter

_YEAR = r"(?:(?:\s*/\s*|\s+năm\s+|,\s+năm\s+)(?P<year>20\d\d))?"
_MONTHS = re.compile(
    rf"(?:(?:trong|các|vào)\s+)*tháng\s+(?P<months>{MONTH}(?:\s*(?:,|;|và|-|–|đến|tới)\s*(?:hết\s+)?(?:tháng\s+)?{MONTH})*){_YEAR}",
    re.IGNORECASE,
)
_QUARTERS = re.compile(
    rf"(?:(?:trong|các|vào)\s+)*quý\s+(?P<quarters>(?:IV|I{{1,3}}|[1-4])(?:\s*(?:,|;|và)\s*(?:quý\s+)?(?:IV|I{{1,3}}|[1-4]))+){_YEAR}",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"(?:từ\s+)?(?:ngày\s+)?(?P<first>{DAY}/{MONTH})\s*(?:-|–|đến|tới)\s*(?:hết\s+)?(?:ngày\s+)?(?P<last>{DAY}/{MONTH}){_YEAR}",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?:(?:đến|đến hết|hạn|hạn cuối|xong|ngày|vào|hoàn thành|trong)[:\s]+)*(?P<day>{DAY}/{MONTH})", re.IGNORECASE
)

Keys = dict[str, object]


_SHORT_MONTH = re.compile(r"^(?:T|Th)\.?\s?(?=\d{1,2}(?:/20\d\d)?$)", re.IGNORECASE)
_SHORT_QUARTER = re.compile(r"^Q\.?\s?(?=(?:IV|I{1,3}|[1-4])(?:/20\d\d)?$)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0?[1-9]|1[0-2])(?:/20\d\d)?")


def spelled(cell: str, head: str) -> str:
    """A cell of times with its word written out: "T12/2026" is "tháng 12/2026", "3" under the head "Tháng" "tháng 3".

    `head`: the folded head of its column.
    """
    words = " ".join(cell.split()).strip(" .;")
    if _NUMBER.fullmatch(words) and head.strip() == "thang":
        return f"tháng {words}"
    return _SHORT_QUARTER.sub("quý ", _SHORT_MONTH.sub("tháng ", words)) if len(words) < 12 else cell


def listed_times(cell: str, years: tuple[int, int]) -> list[Keys]:
    """The times of a cell as keys of `Timing` with their text, each a deadline; none where running text says as much."""
    words = " ".join(cell.split()).strip(" .;")
    for pattern, read in ((_MONTHS, _months), (_QUARTERS, _quarters), (_DAYS, _days), (_DAY, _day)):
        if match := pattern.fullmatch(words):
            said = match.groupdict().get("year")
            year = int(said) if said else years[0] if years[0] == years[1] else 0
            return [{"text": words, **keys} for keys in read(match, year)] if year else []
    return []


def _months(match: re.Match[str], year: int) -> list[Keys]:
    months = [int(one) for one in re.findall(r"\d+", match["months"])]
    spans = re.search(r"-|–|đến|tới", match["months"])
    return _runs(months, bool(spans), lambda first, last: (f"{year}-{first:02}-01", last_of(year, last)))


def _quarters(match: re.Match[str], year: int) -> list[Keys]:
    quarters = [ROMAN[one.upper()] for one in re.findall(r"(?i)IV|I{1,3}|[1-4]", match["quarters"])]
    return _runs(quarters, False, lambda first, last: (quarter(year, first)[0], quarter(year, last)[1]))


def _runs(numbers: list[int], spans: bool, days: Callable[[int, int], tuple[str, str]]) -> list[Keys]:
    """One span for numbers that follow each other ("tháng 9, 10", "tháng 3 - 5"), else one for each."""
    if not spans and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        runs = [(one, one) for one in numbers]
    else:
        runs = [(numbers[0], numbers[-1])]
    found: list[Keys] = []
    for first, last in runs:
        start, end = days(first, last)
        found.append({"start": start, "end": end})
    return found


def _days(match: re.Match[str], year: int) -> list[Keys]:
    (first, month), (last, end_month) = (map(int, match[key].split("/")) for key in ("first", "last"))
    start, end = day_of(year, month, first), day_of(year, end_month, last)
    return [{"start": start, "end": end}] if start and end and start <= end else []


def _day(match: re.Match[str], year: int) -> list[Keys]:
    day, month = map(int, match["day"].split("/"))
    date = day_of(year, month, day)
    return [{"end": date}] if date else []
