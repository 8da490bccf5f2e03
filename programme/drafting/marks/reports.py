"""Reporting duties: to whom, through whom, how often, by when, in which form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...vietnamese.slugs import fold
from .bodies import Bodies
from .body_lists import listed
from .dates import DATE, DAY, MONTH, day_of, iso
from .timing import When, every_of, times
from .whole_frequency import whole
from .words import Span, inside

_TO = re.compile(
    r"(?:báo cáo(?:\s+(?:định kỳ|kết quả|nhanh|đột xuất))?(?:\s+(?:về|cho|với|gửi|lên|gửi về))?|\b(?:gửi(?:\s+(?:báo cáo\s+)?(?:về|cho|tới))?|về|trình|tới|lên|đến(?=\s+(?-i:[A-ZĐỦ]))|(?<!hợp )(?<!cùng )(?<!so )với|(?<!báo )cho(?=\s+(?-i:[A-ZĐỦ])))|gửi(?:\s+về)?)\s+(?:các\s+)?",
    re.IGNORECASE,
)
_VIA = re.compile(r"\(?(?:thông\s+qua|qua)\s+(?:cơ quan thường trực(?:\s+là)?\s+)?", re.IGNORECASE)
THROUGH = re.compile(
    r"\b(?:trình|tham\s+mưu(?:\s+cho)?|giúp)\s+(?P<via>[^,;.]{2,40}?)\s+(?=(?:ký\s+)?(?:(?:tổng\s+hợp|sơ\s+kết|tổng\s+kết|đánh\s+giá),?\s+)*(?:báo\s+cáo|gửi))",
    re.IGNORECASE,
)
"""Who reports in the end: "trình UBND xã báo cáo UBND tỉnh"."""
FORM = re.compile(
    r"(?:Mẫu|mẫu|Biểu|biểu|Biểu mẫu|biểu mẫu|Phụ lục|Đề cương)(?:\s+biểu)?(?:\s+số)?\s+(?:số\s+)?[0-9A-ZĐ][\w]*(?:\.\d+)*(?:[/-][\w-]+)*"
)
_FREQUENCY = re.compile(
    r"(?:báo cáo\s+(?!định kỳ)|định kỳ\s+)?(?:(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)|(?:0?6|sáu|ba|0?3|9|0?9)\s+tháng(?:\s+(?:đầu năm|một lần))?|(?:0?\d|một|hai)\s+lần/(?:tháng|quý|năm))"
    r"(?:\s+\([^()]{3,60}\)(?=,\s+(?:0?6\s+tháng|sáu\s+tháng|năm)(?!\s*\()))?(?:(?:,|\s+và)\s+(?:(?:hằng|hàng|cả)\s+)?(?:(?:0?6|sáu|0?9)\s+tháng|tháng|quý|năm)(?!\s+\d)){0,3}|(?:(?<=\),\s)|(?<=\)\s)|(?<=\);\s))(?:và\s+)?(?:báo cáo\s+)?(?:(?:0?6|sáu|0?9)\s+tháng|quý|năm)(?=\s+\((?:trước|chậm|vào))|(?<=[,;]\s)(?:và\s+)?(?:(?:0?6|sáu|0?9)\s+tháng|quý|năm)(?=,?\s+(?:trước|chậm\s+nhất|vào)\s)|sau\s+(?:mỗi|từng)\s+(?:đợt|lần|khóa|kỳ|vụ)(?:\s+(?!tổng|báo|gửi|thông|lập|phải|có|không)\w+){0,3}|báo cáo\s+(?:quý|tháng|năm)(?!\s+\d)(?:(?:,|\s+và)\s+(?:0?6\s+tháng|9\s+tháng|quý|năm)(?!\s+\d)(?!\s+\())*|(?:0?1|một)\s+năm(?=,?\s+\((?:trước|chậm|vào))|sơ kết\s+6\s+tháng|đột xuất(?:\s+khi[^,;.]*)?|(?<!tháng\s)(?<!của\s)(?:(?:kỳ\s+họp\s+)?giữa\s+năm(?:,|\s+và)\s+(?:kỳ\s+họp\s+)?)?(?:cuối|kết\s+thúc)\s+(?:mỗi\s+|từng\s+)?(?:năm|quý|tháng|tuần|khóa|đợt|học\s+kỳ)(?!\s+(?:\d|học))",
    re.IGNORECASE,
)  # fmt: skip
_BRACKETED = re.compile(
    rf"\(((?:trước|chậm nhất|muộn nhất|vào|hạn)\s+(?:là\s+)?(?:ngày\s+)?{DAY}/{MONTH})\)", re.IGNORECASE
)
"""A day of every year behind how often: "01 năm (trước 15/12)"."""
_OF_A_MONTH = re.compile(
    rf"(?:trước|chậm nhất|muộn nhất|vào)\s+(?:là\s+|vào\s+)?ngày\s+{DAY}(?![\d/-]|\.\d)(?!\s+(?:tháng|hằng|hàng|của|mỗi|cuối|quý))",
    re.IGNORECASE,
)
"""A day without its month, of what is said to be each month: "hằng tháng (trước ngày 20)"."""
_THEN_BY = re.compile(r"\s*[(,:]?\s*(?:trước|chậm nhất|muộn nhất|vào)\s", re.IGNORECASE)
"""Behind "6 tháng đầu năm" the day that it is due by."""
_SET_OUT = re.compile(
    rf"(?:(?<=:\s)|(?<=\())(?:vào\s+)?(?:(?:\d{{1,2}}\s*(?:giờ|h)\s+)?(?:ngày\s+)?(?:{DATE}|{DAY}/{MONTH}(?![/\d]|\s*[-–]))|ngày\s+{DAY}\s+tháng\s+{MONTH}(?!\s+năm))"
)
"""A day that stands alone behind a colon or in brackets: "Báo cáo năm: ngày 01/12/2026"."""
_WEEKLY = re.compile(
    r"(?:(?:trước|chậm\s+nhất|vào|muộn\s+nhất)\s+)?(?:(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?,?\s+)?(?:ngày\s+)?(?:thứ\s+\w+|[Cc]hủ\s+nhật)|\d{1,2}\s*(?:giờ|h))\s+(?:hằng|hàng|mỗi)\s+tuần",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:Chế\s+độ|Thời\s+(?:gian|hạn))\s+(?:thông\s+tin,?\s+)?(?:gửi\s+)?báo\s+cáo[^:;.]{0,30}:\s+", re.IGNORECASE
)
"""What a line of reports begins with: "Chế độ báo cáo: …"."""
PERIOD = re.compile(
    r"(?:và\s+)?(?:báo\s+cáo\s+)?(?:(?:sơ|tổng)\s+kết\s+)?(?:tuần|tháng|quý|(?:0?6|sáu|0?9|chín)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:cả\s+)?năm|đột\s+xuất|chuyên\s+đề|giữa\s+kỳ|cuối\s+kỳ)(?=\s*[:(]|,?\s+(?:trước|chậm|muộn|vào|ngày|gửi|khi)\s)",
    re.IGNORECASE,
)
"""A half-sentence that goes on telling of reports: "báo cáo năm trước ngày 10/12", "tổng kết năm: ngày 01/12"."""
_AFTER = re.compile(
    r"(?:(?:chậm\s+nhất|tối\s+đa|không\s+quá|muộn\s+nhất|trong)\s+(?:là\s+|vòng\s+|thời\s+hạn\s+)?|sau\s+)\d+\s+ngày(?:\s+làm\s+việc)?,?\s+(?:sau|kể\s+từ|từ)\s[^;.,]*|sau\s+(?:mỗi|khi|từng)\s[^;.,]*?không\s+quá\s+\d+\s+ngày(?:\s+làm\s+việc)?|trong\s+(?:thời\s+hạn|vòng)\s+\d+\s+ngày(?:\s+làm\s+việc)?[^;.,]*",
    re.IGNORECASE,
)


def reports_in(text: str, span: Span, bodies: Bodies, years: tuple[int, int]) -> list[dict[str, object]]:
    """The reports that a sentence demands, one for each deadline; one without keys if it says nothing more."""
    start, end = span
    found = [one for one in bodies.find(text) if start <= one.start < end]
    to: list[str] = []
    via = ""
    passed_on = [_behind(text, match.end()) for match in _VIA.finditer(text, start, end)]
    passed_on += [match.span("via") for match in THROUGH.finditer(text, start, end)]
    outside = [one for one in found if not inside(one.start, passed_on)]
    for match in _TO.finditer(text, start, end):
        to += [one.name for one in listed(outside, text, match.end())]
    for place, _ in passed_on:
        if taken := listed(found, text, place):
            via = taken[0].name
            to = [name for name in to if name != via]
            break
    common: dict[str, object] = {}
    if to:
        common["to"] = bodies.ids_of(to)
    if via:
        common["via"] = bodies.id_of(via)
    form = FORM.search(text, start, end)
    whens = [one for one in times(text, years, span) if _is_deadline(text, one)]
    whens += [
        When(match.start(1), match.end(1))
        for match in _BRACKETED.finditer(text, start, end)
        if not any(one.start < match.end(1) and match.start(1) < one.end for one in whens)
    ]
    whens += [
        When(match.start(), match.end())
        for match in _OF_A_MONTH.finditer(text, start, end)
        if re.search(r"(?i)(?:hằng|hàng|mỗi|báo cáo|định kỳ)\s+tháng(?!\s+cuối)[^;.]*$", text[start : match.start()])
        and not any(one.start < match.end() and match.start() < one.end for one in whens)
    ]
    for pattern in (_SET_OUT, _WEEKLY):
        whens += [
            When(*match.span(), _dated(match[0], years))
            for match in pattern.finditer(text, start, end)
            if not any(one.start < match.end() and match.start() < one.end for one in whens)
        ]
    whens.sort(key=lambda one: one.start)
    frequencies = [match for match in _FREQUENCY.finditer(text, start, end)]
    reports = [_one(text, when, frequencies, common, whens) for when in whens] or [
        _one(text, None, frequencies, common, whens)
    ]
    if after := _AFTER.search(text, start, end):
        reports = [{**reports[0], "deadline": after[0].strip()}]
        for key in ("due", "every", "day"):
            reports[0].pop(key, None)
    if form:
        for report in reports:
            report["form"] = form[0]
    unique: list[dict[str, object]] = []
    for report in reports:
        if report not in unique:
            unique.append(report)
    return unique


def _behind(text: str, start: int) -> Span:
    """Where those stand who only pass a report on: right behind "qua", up to the end of the brackets."""
    shut = text.find(")", start, start + 40)
    return start, shut if shut >= 0 else start + 40


def addressed_as(
    before: Sequence[Mapping[str, object]], reports: Sequence[Mapping[str, object]]
) -> list[dict[str, object]]:
    """Reports that go on after others ("…; báo cáo năm trước ngày 10/12"): to whom those go, where they say nothing."""
    to = {key: before[-1][key] for key in ("to", "via") if key in before[-1]}
    return [{**to, **one} if "to" not in one else {**one} for one in reports]


def _dated(words: str, years: tuple[int, int]) -> dict[str, object]:
    """The day that words name, as a deadline in the years of the plan; nothing where they name none of these."""
    date = iso(words)
    if not date and years[0] == years[1] and (day := re.search(rf"({DAY})(?:/|\s+tháng\s+)({MONTH})", words)):
        date = day_of(years[0], int(day[2]), int(day[1]))
    return {"end": date} if len(date) == 10 and (not years[0] or years[0] <= int(date[:4]) <= years[1] + 1) else {}


def _is_deadline(text: str, when: When) -> bool:
    words = fold(text[when.start : when.end])
    if re.match(r"(?:06|6|sau) thang (?:dau|cuoi) nam", words) and _THEN_BY.match(text, when.end):
        return False
    return bool(re.match(r"(?:truoc|cham nhat|muon nhat|dinh ky|hang|vao|trong|ngay|han|\d|den|xong|du|hoan)", words))


def _one(
    text: str, when: When | None, frequencies: list[re.Match[str]], common: dict[str, object], whens: list[When]
) -> dict[str, object]:
    said = dict(common)
    near = [match for match in frequencies if when is None or len(whens) == 1 or _belongs(match, when, whens)]
    near = [
        match
        for match in near
        if when is None or not (when.start < match.start() and match.end() < when.end) or when.says.get("every")
    ]
    if near:
        said["frequency"] = whole(text, *near[0].span())
    if when:
        said["deadline"] = text[when.start : when.end]
        if "every" in when.says:
            said |= {"every": when.says["every"], "day": when.says.get("day")}
        elif "end" in when.says:
            said["due"] = when.says["end"]
        elif day := re.search(rf"({DAY})(?:/|\s+tháng\s+){MONTH}", text[when.start : when.end]):
            half = near and re.search(r"(?:0?6|sáu)\s+tháng", near[0][0])
            said |= {"every": "half" if half else "year", "day": int(day[1])}
    if (
        when
        and near
        and "due" not in said
        and "every" not in said
        and (day := _OF_A_MONTH.fullmatch(str(said["deadline"])))
    ):
        said |= {"every": "month", "day": int(re.findall(r"\d+", day[0])[0])}
    elif not when and near and not re.search(r",|\bvà\b", str(said["frequency"])) and (every := every_of(near[0][0])):
        said["every"] = every
    if "due" in said:
        said.pop("every", None)
        said.pop("day", None)
    return {key: value for key, value in said.items() if value}


def _belongs(match: re.Match[str], when: When, whens: list[When]) -> bool:
    """Whether a frequency stands with this deadline: in it, or before it and behind the one before."""
    before = max((one.end for one in whens if one.end <= when.start), default=0)
    return before <= match.start() < when.end
