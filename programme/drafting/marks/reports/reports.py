"""Reporting duties: to whom, through whom, how often, by when, in which form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....vietnamese.slugs import fold
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..timing.dates import DAY, MONTH, day_of, iso
from ..timing.timing import When, every_of, times
from ..timing.whole_frequency import whole
from ..words import Span, inside
from .report_words import (
    AFTER,
    AT_ONCE,
    BRACKETED,
    FORM,
    FREQUENCY,
    OF_A_MONTH,
    SET_OUT,
    THEN_BY,
    THROUGH,
    TO,
    VIA,
    WEEKLY,
)


def reports_in(text: str, span: Span, bodies: Bodies, years: tuple[int, int]) -> list[dict[str, object]]:
    """The reports that a sentence demands, one for each deadline; one without keys if it says nothing more."""
    start, end = span
    for again in _AGAIN.finditer(text, start, end):
        parts = [(start, again.start()), (again.end(), end)]
        if all(_is_whole(text, part, bodies) for part in parts):
            return [one for part in parts for one in reports_in(text, part, bodies, years)]
    found = [one for one in bodies.find(text) if start <= one.start < end]
    to: list[str] = []
    via = ""
    passed_on = [_behind(text, one.end()) for one in VIA.finditer(text, start, end) if listed(found, text, one.end())]
    passed_on += [match.span("via") for match in THROUGH.finditer(text, start, end)]
    outside = [one for one in found if not inside(one.start, passed_on)]
    for match in TO.finditer(text, start, end):
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
        for match in BRACKETED.finditer(text, start, end)
        if not any(one.start < match.end(1) and match.start(1) < one.end for one in whens)
    ]
    whens += [
        When(match.start(), match.end(), {"every": "month", "day": int(re.findall(r"\d+", match[0])[0])})
        for match in OF_A_MONTH.finditer(text, start, end)
        if re.search(r"(?i)(?:hằng|hàng|mỗi|báo cáo:?|định kỳ)\s+tháng(?!\s+cuối)[^;.]*$", text[: match.start()])
        and not any(one.start < match.end() and match.start() < one.end for one in whens)
    ]
    for pattern in (SET_OUT, WEEKLY):
        whens += [
            When(*match.span(), _dated(match[0], years))
            for match in pattern.finditer(text, start, end)
            if not any(one.start < match.end() and match.start() < one.end for one in whens)
        ]
    if not whens and (at_once := AT_ONCE.search(text, start, end)):
        whens.append(When(*at_once.span("when")))
    whens.sort(key=lambda one: one.start)
    frequencies = [match for match in FREQUENCY.finditer(text, start, end)]
    reports = [_one(text, when, frequencies, common, whens) for when in whens]
    reports = reports or _each(frequencies, common) or [_one(text, None, frequencies, common, whens)]
    if after := AFTER.search(text, start, end):
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


def _each(frequencies: list[re.Match[str]], common: dict[str, object]) -> list[dict[str, object]]:
    """A report for each of several periods that are told whole: "hằng quý, hằng năm"; none for others."""
    told = [one for match in frequencies for one in _PERIOD.findall(match[0])]
    is_whole = len(frequencies) == 1 and _PERIODS.fullmatch(frequencies[0][0])
    return [{**common, "frequency": one, "every": every_of(one)} for one in told] if is_whole else []


_PERIOD = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)", re.IGNORECASE)
_PERIODS = re.compile(rf"{_PERIOD.pattern}(?:(?:,|\s+và)\s+{_PERIOD.pattern})+", re.IGNORECASE)
_AGAIN = re.compile(r",\s+(?:và\s+)?(?=báo\s+cáo\s+(?-i:[A-ZĐỦ]))", re.IGNORECASE)
"""Before a second report of a sentence, to somebody else: "báo cáo A vào ngày 05 hằng tháng, báo cáo B hằng quý"."""
_HOW_OFTEN = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)|định\s+kỳ|0?6\s+tháng|đột\s+xuất", re.IGNORECASE)


def _is_whole(text: str, part: Span, bodies: Bodies) -> bool:
    """Whether words tell of a report to whom it goes and how often."""
    to = [match.end() for match in TO.finditer(text, *part)]
    named = [one for one in bodies.find(text) if one.end <= part[1]]
    return any(listed(named, text, place) for place in to) and bool(_HOW_OFTEN.search(text, *part))


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
    if re.match(r"(?:06|6|sau) thang (?:dau|cuoi) nam", words) and THEN_BY.match(text, when.end):
        return False
    return bool(
        re.match(
            r"(?:truoc|cham nhat|muon nhat|dinh ky|hang|vao|trong|ngay|han|\d|den|xong|du|hoan|(?:cuoi|dau|giua) (?:thang|quy)|(?:thuong|trung|ha) tuan|tuan)",
            words,
        )
    )


_OF_REPORT = re.compile(
    r"(?<=báo\scáo\s)(?:0?6|sáu)\s+tháng(?:\s+đầu\s+năm)?,?\s+(?=(?:trước|chậm|muộn|vào)\b)", re.IGNORECASE
)
"""Which report it is, right before by when: "báo cáo 6 tháng trước ngày 12/6" is due "trước ngày 12/6"."""


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
        of_report = _OF_REPORT.match(text, when.start, when.end) if near else None
        said["deadline"] = text[of_report.end() if of_report else when.start : when.end]
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
        and (day := OF_A_MONTH.fullmatch(str(said["deadline"])))
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
