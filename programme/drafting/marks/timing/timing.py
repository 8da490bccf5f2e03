"""When work is to be done: the words of a deadline, and what they say for machines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..words import Span
from .dates import DATE, DAY, MONTH, MONTH_OF, ROMAN, day_of, iso, last_of, quarter
from .month_parts import part_of_month, week_of
from .number_words import numbered

_BEFORE = r"(?:trước|chậm nhất|muộn nhất|hạn cuối|không muộn hơn|đến hết|đến|hết|vào|vào\s+các|từ|kể từ|sau|trong|đúng|(?:vào\s+)?(?:cuối|đầu|giữa|(?:thượng|trung|hạ)\s+tuần)|chậm nhất\s+(?:là|vào|đến)|trước\s+(?:hoặc\s+)?(?:vào\s+)?)"
_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?,?\s+(?:(?:sáng|trưa|chiều|tối)\s+)?)?"
_AGAIN = r"(?:hằng|hàng|mỗi|các)\s+(?:tháng|quý|năm)"
_LAST = r"(?:của\s+)?tháng\s+(?:cuối(?:\s+cùng)?|đầu(?:\s+tiên)?|thứ\s+\w+)\s+(?:của\s+)?(?:mỗi\s+)?quý(?:\s+(?:sau|tiếp theo))?"
_DM = rf"{DAY}(?:/|\s+tháng\s+){MONTH}"
_NO_YEAR = r"(?![/\d]|[.,]\d|\s+(?:năm|hằng|hàng|mỗi))"
_RULES: tuple[tuple[str, str], ...] = (
    # from one day to another
    ("range", rf"(?:từ|trong\s+khoảng)\s+(?:ngày\s+)?(?:{DATE}|{_DM})\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{DATE}"),
    ("range", rf"(?:từ|trong\s+khoảng)\s+(?:ngày\s+)?{_DM}\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?{_DM}{_NO_YEAR}"),
    ("range", rf"từ\s+(?:ngày\s+)?(?:{DATE}|{_DM}),\s+(?:kết\s+thúc|hoàn\s+thành|xong)\s+(?:xong\s+)?(?:(?:vào|trước|chậm\s+nhất(?:\s+là|\s+vào)?|đến\s+hết|đến)\s+)?(?:ngày\s+)?{DATE}"),
    ("range", rf"(?:{DATE}|{DAY}/{MONTH})\s*[-–]\s*{DATE}"),
    ("months", rf"(?:từ\s+)?tháng\s+{MONTH}(?:[/.]\d{{4}}|\s+năm\s+\d{{4}})?\s*(?:đến|-|–|tới)\s*(?:hết\s+)?(?:tháng\s+)?{MONTH_OF}"),
    ("months", rf"từ\s+tháng\s+{MONTH}\s+(?:đến|tới)\s+(?:hết\s+)?tháng\s+{MONTH}{_NO_YEAR}"),
    # comes again
    ("two-days", rf"(?:trước|chậm nhất|vào)?\s*(?:là\s+)?(?:(?:các\s+)?ngày\s+)?{_DM}\s+(?:và|,)\s+(?:ngày\s+)?{_DM}\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+năm"),
    ("day-of-months", rf"(?:{_BEFORE}\s+)?(?:là\s+)?{_HOUR}ngày\s+(?P<day>{DAY})\s+(?:của\s+)?các\s+tháng\s+{MONTH}(?:(?:,|\s+và)\s+(?:tháng\s+)?{MONTH})+"),
    ("month-day", rf"(?:{_BEFORE}\s+)?(?:là\s+)?{_HOUR}ngày\s+(?P<day>{DAY})\s+(?:của\s+)?(?:hằng|hàng|mỗi|các)\s+tháng"),
    ("month-day", rf"(?:trước|chậm\s+nhất|muộn\s+nhất|vào)\s+(?:là\s+)?(?P<day>{DAY})\s+(?:hằng|hàng|mỗi)\s+tháng"),
    ("month-day", rf"(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+tháng,?\s+{_BEFORE}\s+(?:là\s+)?ngày\s+(?P<day>{DAY})(?![/\d]|\s+tháng)"),
    ("month-end", r"(?:(?:vào|trước|chậm nhất)\s+(?:là\s+)?)?(?:ngày\s+(?:làm\s+việc\s+)?|tuần\s+(?:lễ\s+)?)(?:cuối(?:\s+cùng)?|đầu(?:\s+tiên)?|thứ\s+\w+)\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi|các|từng)\s+)?tháng(?!\s+(?:\d|cuối|đầu|thứ|sau|kế|tiếp))"),
    ("month-day", rf"(?:{_BEFORE}\s+)?(?:là\s+)?ngày\s+(?P<day>{DAY})\s+(?:của\s+)?tháng\s+(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)(?!\s+(?:quý|của))"),
    ("quarter-day", rf"(?:{_BEFORE}\s+)?(?:là\s+)?ngày\s+(?P<day>{DAY})\s+{_LAST}"),
    ("quarter-day", rf"(?:{_BEFORE}\s+)?(?:là\s+)?ngày\s+(?P<day>{DAY})\s+(?:của\s+)?(?:hằng|hàng|mỗi)\s+quý"),
    ("year-day", rf"(?:{_BEFORE}\s+)(?:ngày\s+)?(?P<day>{DAY})(?:/|\s+tháng\s+){MONTH}\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+năm|năm\s+(?:trước|sau))"),
    ("year-day", rf"(?:hằng|hàng)\s+năm,?\s+(?:hoàn thành\s+)?(?:xong\s+)?{_BEFORE}\s+(?:ngày\s+)?(?P<day>{DAY})(?:/|\s+tháng\s+){MONTH}(?![/\d]|\s+năm)"),
    ("half-day", rf"(?:định kỳ\s+)?(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?,?\s+{_BEFORE}\s+(?:ngày\s+)?(?P<day>{DAY})(?:/|\s+tháng\s+){MONTH}(?![/\d]|\s+năm\s+\d)"),
    ("two-months", rf"vào\s+tháng\s+{MONTH}\s+và\s+(?:tháng\s+)?{MONTH}(?:\s+(?:hằng|hàng|mỗi)\s+năm)?(?!\s*/|\s+năm)|tháng\s+{MONTH}\s+và\s+(?:tháng\s+)?{MONTH}\s+(?:hằng|hàng|mỗi)\s+năm"),
    ("year-month", rf"(?:{_BEFORE}\s+)?tháng\s+{MONTH}\s+(?:hằng|hàng|mỗi)\s+năm"),
    ("year-month", rf"từ\s+tháng\s+{MONTH}\s+đến\s+(?:hết\s+)?tháng\s+{MONTH}\s+(?:hằng|hàng|mỗi)\s+năm"),
    ("again", r"(?:định\s+kỳ\s+(?:0?6|sáu)|định\s+kỳ\s+(?:0?3|ba)|(?:cứ|mỗi)\s+(?:0?6|sáu|0?3|ba)|(?:0?3|ba|0?6|sáu))\s+tháng(?:\s*/\s*lần|\s+(?:một|1|01)\s+lần)"),
    ("by-event", rf"(?:trước|xong\s+trước)\s+[^;.,()\d]{{3,40}}\(\s*(?:ngày\s+)?{DATE}\s*\)"),
    ("year-month", rf"(?:hằng|hàng)\s+năm,?\s+(?:{_BEFORE}\s+)?tháng\s+{MONTH}(?![/\d]|\s+(?:năm|đến))"),
    # once
    ("part-month", rf"(?:trong\s+)?(?P<days>nửa|1[05]\s+ngày|mười\s+ngày)\s+(?P<which>đầu|cuối)\s+tháng\s+(?:{MONTH_OF}|{MONTH}(?![/\d]))"),
    ("years", r"(?:[Tt]rong\s+(?:hai|ba|2|3)|^(?:Hai|Ba|Cả\s+hai|Cả\s+ba))\s+năm\s+\d{4}(?:,\s+\d{4})?\s*(?:,|và|[-–])\s*\d{4}"),
    ("day", rf"(?:(?:vào\s+|nhân\s+)?dịp|nhân\s+ngày)\s+(?:[^\s,;.()\d]+\s+){{0,6}}?\(?(?:ngày\s+)?{_DM}(?![/\d])"),
    ("within", r"(?:chậm\s+nhất|muộn\s+nhất|tối\s+đa|không\s+(?:quá|muộn\s+hơn)|trong|sau)\s+(?:là\s+|sau\s+)?\d+\s+(?:ngày|giờ)(?:\s+làm\s+việc)?,?\s+(?:(?:(?:kể|tính)\s+)?từ|sau)\s+(?:ngày|khi|lúc|thời\s+điểm)\s+[^;,.]+"),
    ("within", r"trong\s+(?:thời\s+hạn|vòng)\s+(?:không\s+quá\s+)?\d+\s+(?:ngày|giờ|tháng)(?:\s+làm\s+việc)?(?:\s+(?:(?:kể|tính)\s+)?từ\s+(?:ngày|khi)\s+[^;,.]+)?"),
    ("two-quarters", r"(?:(?:trong|từ)\s+)?[Qq]uý\s+(?:I{1,3}|IV|[1-4])\s*(?:,|và|-|–|\+|đến)\s*(?:hết\s+)?(?:[Qq]uý\s+)?(?:I{1,3}|IV|[1-4])\b(?:(?:\s*/\s*|\s+năm\s+|,?\s+năm\s+)\d{4})?"),
    ("to-quarter", r"từ\s+tháng\s+(?P<m>1[0-2]|0?[1-9])\s+(?:đến|tới)\s+(?:hết\s+)?[Qq]uý\s+(?P<q>I{1,3}|IV|[1-4])(?:/|\s+năm\s+)(?P<y>\d{4})"),
    ("quarter", r"(?:(?:trước|trong|đến hết|hết|xong|từ)\s+)?(?<!mỗi )(?<!hằng )(?<!hàng )[Qq]uý\s+(?P<q>I{1,3}|IV|[1-4])\b(?!\s+(?:lần|lượt|đợt)\b)(?:(?:\s*/\s*|\s+năm\s+|,\s+năm\s+)(?P<y>\d{4})|\s+(?:hằng|hàng)\s+năm)?"),
    ("day", rf"(?:{_BEFORE}\s+)(?:là\s+)?{_HOUR}(?:ngày\s+)?{DATE}"),
    ("day", rf"(?:{_BEFORE}\s+)(?:là\s+)?{_HOUR}(?:các\s+)?ngày\s+{_DM}(?![/\d])(?!\s+(?:năm|hằng|hàng))"),
    ("day", rf"(?:phiên|đợt|lần|kỳ|buổi|vòng|khai\s+mạc|tổ\s+chức|diễn\s+ra)\s+(?:[^\s,;.]+\s+){{0,3}}?(?P<from>ngày\s+{DATE})"),
    ("day", rf"(?:đợt|lần|kỳ|vòng|giai\s+đoạn)\s+(?:\d+|[IVX]+)\s*[:(]\s*(?P<from>(?:ngày\s+)?{DATE})"),
    ("day", rf"(?:hoàn\s+thành|xong)(?:\s*:)?\s+(?P<from>(?:ngày\s+)?{DATE})"),
    ("day", rf"(?:kết\s+thúc|hạn(?:\s+(?:cuối|nộp|chót|hoàn\s+thành))?)(?:\s*:|\s+là|\s+vào)?\s+(?P<from>(?:ngày\s+)?{DATE})"),
    ("day", rf"(?:trước|chậm\s+nhất|muộn\s+nhất)\s+{DAY}/{MONTH}(?![/\d]|[.,]\d|\s+(?:số|tổng|diện|hộ|năm|hằng|hàng))"),
    ("day", rf"^(?P<from>ngày\s+{DATE})(?=,?\s+\w)"),
    ("day", rf"(?:(?<=[,;:(]\s)|(?<=[,;:(])|(?<=\svà\s)|(?<=(?-i:[a-zà-ỹđ])\s))(?<!số\s)(?<!của\s)(?<!ký\s)(?<!sinh\s)(?<!là\s)(?<!qua\s)(?P<from>ngày\s+{DATE})(?!\s+của)"),
    ("day", rf"(?:trước|chậm\s+nhất|muộn\s+nhất|vào|đến)\s+(?:là\s+)?{DAY}\s+tháng\s+{MONTH}{_NO_YEAR}"),
    ("day", rf"(?:đến(?:\s+hết)?|từ|vào|xong)\s+(?:0\d|[12]\d|3[01])/{MONTH}{_NO_YEAR}(?!\s+(?:số|tổng|diện|hộ))"),
    ("month", rf"(?:khởi\s+công|hoàn\s+thành|xong|bàn\s+giao|nghiệm\s+thu|khánh\s+thành|bắt\s+đầu|kết\s+thúc)\s+(?P<from>tháng\s+{MONTH}){_NO_YEAR}(?!\s+(?:đến|tới|và))"),
    ("month", rf"(?:{_BEFORE}\s+)?(?<!\d )tháng\s+{MONTH_OF}"),
    ("month", rf"tháng\s+{MONTH}(?=:\s)"),
    ("month", rf"tháng\s+{MONTH}(?=\s*(?:,|và)\s+tháng\s+{MONTH_OF})"),
    ("week", rf"(?:trong\s+)?tuần\s+(?:lễ\s+)?(?P<which>đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+\w+)\s+(?:của\s+)?tháng\s+(?:{MONTH_OF}|{MONTH}(?![/\d]))"),
    ("month", rf"tuần\s+(?:lễ\s+)?(?:thứ\s+\w+|đầu|cuối)\s+(?:của\s+)?tháng\s+{MONTH_OF}"),
    ("month", rf"(?:^|(?<=[;:]\s))tháng\s+{MONTH}(?=,?\s+(?!đến|tới|và|năm|hằng|hàng|của|trở|đầu|sau|trước)(?-i:[a-zà-ỹđ])|\s*[;.]|$)"),
    ("month", rf"(?:{_BEFORE}\s+)tháng\s+{MONTH}(?![/\d])(?!\s+(?:và|năm|(?:đến|tới)\s+(?:hết\s+)?quý))"),
    ("half-year", r"(?<!kết )(?<!cáo )(?<!quả )(?<!tác )(?:trong\s+)?(?:(?:0?6|sáu)\s+tháng\s+(?:đầu|cuối)|(?:0?3|ba|0?9|chín)\s+tháng\s+đầu)\s+năm(?:\s+\d{4})?"),
    ("years", r"[Tt]ừ\s+(?:đầu\s+)?năm\s+\d{4}\s+đến\s+(?:hết\s+)?năm\s+\d{4}"),
    ("year", r"(?:trong|đến hết|hết|trước|(?:^|(?<=[;:]\s)|(?:đến|vào|xong|hoàn\s+thành)\s+)cuối)\s+năm\s+(?P<y>\d{4})(?!\s*[-–])"),
    ("year-end", r"(?:đến\s+)?hết\s+năm(?!\s+(?:\d|học|thứ|trước|sau|kế|ngân|tài|đó|ấy|nào))"),
    ("event", r"trước\s+(?:ngày\s+|khi\s+)?khai\s+giảng(?:\s+năm\s+học\s+\d{4}\s*[-–]\s*\d{4})?|trước\s+(?:mùa\s+(?:mưa(?:,?\s+(?:bão|lũ))?|bão|lũ|khô|hạn(?:,?\s+mặn)?)|năm\s+học\s+mới|(?:dịp\s+)?[Tt]ết(?:\s+(?:Nguyên\s+đán|cổ\s+truyền|Trung\s+thu|Chôl\s+Chnăm\s+Thmây))?(?!\s+\w+\s+(?:quà|tặng)))(?:\s+\d{4})?"),
)  # fmt: skip
_RX = tuple(
    (
        kind,
        re.compile(
            rf"(?<![\w/])(?:{pattern})(?!\w)", re.IGNORECASE if kind not in ("years", "quarter", "two-quarters") else 0
        ),
    )
    for kind, pattern in _RULES
)
_ANY = re.compile(r"ngày|tháng|quý|năm|khai\s+giảng|mùa|tết|\d/\d", re.IGNORECASE)
_ALSO = re.compile(rf"(?:,|\s+và)\s+(?P<date>(?:ngày\s+)?(?:{DATE}|{_DM}))(?!\w|/\d|\s+(?:hằng|hàng|năm))")
"""A second day: "trước ngày 15/6/2026 và 05/12/2026"."""
_TWO_QUARTERS = re.compile(
    r"(?:trong\s+)?[Qq]uý\s+(?P<first>I{1,3}|IV|[1-4])\s*(?:,|và|\+)\s*(?P<then>(?:[Qq]uý\s+)?(?P<second>I{1,3}|IV|[1-4])\b.*?(?P<year>\d{4})?)"
)
_YEARLY = re.compile(r"\s*(?:,|và)\s+(?:báo\s+cáo\s+)?(?:cả\s+)?năm\s[^;.]{0,40}(?:hằng|hàng)\s+năm")
"""A second day behind one of "6 tháng": both come again each year."""
_EVERY = re.compile(
    r"(?:định kỳ\s+)?(?P<w>(?:hằng|hàng|mỗi)\s+(?P<u>tháng|quý|năm)|(?:0?6|sáu)\s+tháng(?:\s+một\s+lần|/lần)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class When:
    """A time named in words: `text[start:end]`, and the keys of `Timing` beside `text`."""

    start: int
    end: int
    says: dict[str, object] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        return self.start, self.end


def times(text: str, years: tuple[int, int], span: Span | None = None) -> list[When]:
    """The times named in a text, from left to right, each word of it once."""
    low, high = span or (0, len(text))
    found: list[When] = []
    if not _ANY.search(text, low, high):
        return found
    text = numbered(text)
    for kind, pattern in _RX:
        for match in pattern.finditer(text, low, high):
            start = match.start("from") if "from" in match.groupdict() else match.start()
            if any(one.start < match.end() and start < one.end for one in found):
                continue
            if kind == "two-months" and (apart := _months_apart(match, years)):
                found += apart
                continue
            if kind == "two-quarters" and (apart := _quarters_apart(match, years)):
                found += apart
                continue
            says = _says(kind, match, years)
            if says is not None:
                found.append(When(start, match.end(), says))
                place = match.end()
                while (
                    kind == "day"
                    and (more := _ALSO.match(text, place, high))
                    and (date := iso(more["date"]) or _this_year(more["date"], years))
                ):
                    found.append(When(more.start("date"), more.end("date"), {"end": date}))
                    place = more.end()
    found.sort(key=lambda one: one.start)
    return found


def _this_year(words: str, years: tuple[int, int]) -> str:
    """A day without its year, in a plan of one year."""
    match = re.search(rf"({DAY})(?:/|\s+tháng\s+)({MONTH})", words)
    return day_of(years[0], int(match[2]), int(match[1])) if match and years[0] == years[1] and years[0] else ""


def _months_apart(match: re.Match[str], years: tuple[int, int]) -> list[When]:
    """Two months of a plan of one year, as two times: "vào tháng 5 và tháng 11"; none for those of each year."""
    if years[0] != years[1] or not years[0] or match[0].endswith("năm"):
        return []
    number = re.compile(rf"(?:tháng\s+)?({MONTH})")
    return [
        When(
            match.start() + one.start(),
            match.start() + one.end(),
            {"start": f"{years[0]}-{int(one[1]):02}-01", "end": last_of(years[0], int(one[1]))},
        )
        for one in number.finditer(match[0])
    ]


def _quarters_apart(match: re.Match[str], years: tuple[int, int]) -> list[When]:
    """Two quarters that do not follow each other, as two times: "quý II và quý IV/2026"; none for others."""
    told = _TWO_QUARTERS.fullmatch(match[0])
    one_year = years[0] if years[0] == years[1] else 0
    year = int(told["year"] or one_year) if told else 0
    if not told or not year or ROMAN[told["second"]] - ROMAN[told["first"]] < 2:
        return []
    spans = ((match.start(), match.start() + told.end("first")), (match.start() + told.start("then"), match.end()))
    numbers = (ROMAN[told["first"]], ROMAN[told["second"]])
    return [
        When(*span, dict(zip(("start", "end"), quarter(year, number), strict=True)))
        for span, number in zip(spans, numbers, strict=True)
    ]


def _says(kind: str, match: re.Match[str], years: tuple[int, int]) -> dict[str, object] | None:
    words = match[0]
    one_year = years[0] if years[0] == years[1] else 0
    numbers = [int(one) for one in re.findall(r"\d+", words)]
    if kind == "range":
        last = words[re.search(r"\s(?:đến|tới)\s|,\s|[-–]", words).end() :]  # type: ignore[union-attr]
        end = iso(last) if re.search(r"\d{4}", last) else _this_year(last, years)
        first = re.match(rf"\D*({DAY})(?:/|\s+tháng\s+)({MONTH})(?:(?:/|\s+năm\s+)(\d{{4}}))?", words)
        start = day_of(int(first[3] or end[:4]), int(first[2]), int(first[1])) if first and end else ""
        return {"start": start, "end": end} if start and end else None
    if kind == "months":
        months = re.findall(rf"({MONTH})(?:(?:[/.]|\s+năm\s+)(\d{{4}}))?", words)
        year = int(months[-1][1] or one_year or 0)
        return (
            {
                "start": f"{int(months[0][1] or year)}-{int(months[0][0]):02}-01",
                "end": last_of(year, int(months[-1][0])),
            }
            if year
            else {}
        )
    if kind in ("month-day", "quarter-day", "year-day", "half-day"):
        every = kind.split("-")[0]
        if kind == "half-day" and one_year:
            month = re.search(rf"{DAY}(?:/|\s+tháng\s+)({MONTH})", words)
            if month and (date := day_of(one_year, int(month[1]), int(match["day"]))):
                return {"end": date}
        if kind == "half-day" and _YEARLY.match(match.string, match.end()):
            every = "year"
        return {"every": every, "day": int(match["day"])}
    if kind == "day-of-months":
        months = re.findall(r"\d+", re.split(r"(?i)các\s+tháng", words, maxsplit=1)[-1])
        often = {4: "quarter", 2: "half"}.get(len(months))
        return {"every": often, "day": int(match["day"])} if often else {}
    if kind == "month-end":
        return {"every": "month"}
    if kind == "two-days":
        return (
            {"every": "half", "day": numbers[0]} if len(numbers) > 2 and numbers[0] == numbers[2] else {"every": "half"}
        )
    if kind == "again":
        return {"every": "half" if re.search(r"(?i)6|sáu", words) else "quarter"}
    if kind == "by-event":
        return {"end": date} if (date := iso(words)) else None
    if kind == "year-month":
        return {"every": "year"}
    if kind == "two-months":
        return {"every": "half"}
    if kind == "two-quarters":
        marks = re.findall(r"\b(I{1,3}|IV|[1-4])\b", words)
        year = next((one for one in reversed(numbers) if one > 1900), one_year)
        if not year:
            return {}
        return (
            {"start": quarter(year, ROMAN[marks[0]])[0], "end": quarter(year, ROMAN[marks[1]])[1]}
            if len(marks) > 1
            else None
        )
    if kind == "quarter":
        if re.search(r"(?:hằng|hàng)\s+năm$", words):
            return {"every": "year"}
        year = int(match["y"] or one_year)
        if not year:
            return {} if words[:1] in "tTđhx" else None
        start, end = quarter(year, ROMAN[match["q"]])
        if words.startswith("từ"):
            return {"start": start}
        if words.startswith("trước"):
            number = ROMAN[match["q"]]
            return {"end": quarter(year, number - 1)[1] if number > 1 else quarter(year - 1, 4)[1]}
        return {"end": end} if re.match(r"đến hết|hết", words) else {"start": start, "end": end}
    if kind == "day":
        if date := iso(words):
            return {"start": date} if re.match(r"(?:kể\s+)?từ|sau", words, re.IGNORECASE) else {"end": date}
        month = re.search(rf"({DAY})(?:/|\s+tháng\s+)({MONTH})", words)
        if month and one_year and (date := day_of(one_year, int(month[2]), int(month[1]))):
            return {"end": date}
        before = match.string[: match.start()]
        if month and re.search(r"(?:hằng|hàng)\s+năm(?:\s+[^\s,;.]+){0,6}\s*$", before, re.IGNORECASE):
            return {"every": "year", "day": int(month[1])}
        return {} if month else None
    if kind == "month":
        return _month(words, one_year)
    if kind == "year-end":
        return {"end": f"{one_year}-12-31"} if one_year else None
    if kind == "to-quarter":
        year = int(match["y"])
        return {"start": f"{year}-{int(match['m']):02}-01", "end": quarter(year, ROMAN[match["q"]])[1]}
    if kind == "week":
        return week_of(words, match["which"], one_year)
    if kind == "half-year":
        year = int(year_word[0]) if (year_word := re.findall(r"\d{4}", words)) else one_year
        is_first = "đầu" in words
        if year and (part := re.search(r"(?i)\b(?:0?3|ba|0?9|chín)\s+tháng", words)):
            return {"start": f"{year}-01-01", "end": last_of(year, 3 if re.search(r"(?i)3|ba", part[0]) else 9)}
        return (
            {
                "start": f"{year}-01-01" if is_first else f"{year}-07-01",
                "end": f"{year}-06-30" if is_first else f"{year}-12-31",
            }
            if year
            else {}
        )
    if kind == "year":
        year = int(match["y"])
        return {"end": f"{year - 1}-12-31" if words.lower().startswith("trước") else f"{year}-12-31"}
    if kind == "years":
        dated = [one for one in numbers if one > _LEAST_YEAR]
        return {"start": f"{dated[0]}-01-01", "end": f"{dated[-1]}-12-31"}
    if kind == "part-month":
        return part_of_month(match, one_year)
    return {}


_LEAST_YEAR = 1900


def _month(words: str, one_year: int) -> dict[str, object] | None:
    found = iso(words)
    number = re.search(rf"tháng\s+({MONTH})", words, re.IGNORECASE)
    year, month = (int(found[:4]), int(found[5:])) if len(found) == 7 else (one_year, int(number[1]) if number else 0)
    if not year or not month:
        return {}
    if re.match(r"trước", words, re.IGNORECASE):
        return {"end": last_of(year, month - 1) if month > 1 else last_of(year - 1, 12)}
    if re.match(r"đến|hết|xong trước|chậm nhất", words, re.IGNORECASE):
        return {"end": last_of(year, month)}
    if re.match(r"từ|kể từ|sau", words, re.IGNORECASE):
        return {"start": f"{year}-{month:02}-01"}
    return {"start": f"{year}-{month:02}-01", "end": last_of(year, month)}


def inside_years(says: dict[str, object], years: tuple[int, int]) -> bool:
    """Whether the dates lie in the years of the plan."""
    dated = [str(says[key]) for key in ("start", "end") if says.get(key)]
    return all(years[0] <= int(one[:4]) <= years[1] + 1 for one in dated) if years[0] else True


def repeats(text: str, span: Span | None = None) -> re.Match[str] | None:
    """The words that say how often something comes again: "định kỳ hằng quý", "6 tháng"."""
    start, end = span or (0, len(text))
    return _EVERY.search(text, start, end)


def every_of(words: str) -> str:
    """ "hằng quý" is "quarter"; "" for words that say none."""
    said = words.lower()
    if re.search(r"(?:0?6|sáu)\s+tháng", said):
        return "half"
    if re.search(r"(?:0?3|ba)\s+tháng", said):
        return "quarter"
    return next(
        (
            every
            for word, every in (("tháng", "month"), ("quý", "quarter"), ("năm", "year"))
            if re.search(rf"(?:hằng|hàng|mỗi)\s+{word}", said)
        ),
        "",
    )
