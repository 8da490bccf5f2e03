"""Figures to be reached: households that are no longer poor, rates from one level to another, shares of whom is served."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ....vietnamese import formats
from ....vietnamese.slugs import slugify
from ...shape import Mark
from ..fitting import Found
from ..groups.group_names import Hit, hits
from ..groups.target_words import JOINT
from ..words import Span, sentences
from .counted_goals import counts

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?"
_OF_AGE = r"(?<!\d)\d{1,2}(?=\s+(?:(?:đến|[-–])\s+(?:dưới\s+)?\d{1,2}\s+)?(?:tuổi|tháng|lần|mũi|buổi)(?!\w))"
"""A number within what is measured: "trẻ em dưới 5 tuổi", "khám thai đủ 4 lần"."""
_LESS = re.compile(
    rf"[Gg]iảm\s+(?P<least>ít\s+nhất\s+|tối\s+thiểu\s+|trên\s+)?(?:thêm\s+|khoảng\s+)?(?P<number>{_NUMBER})\s+(?P<unit>hộ(?:\s+(?P<near>cận\s+)?nghèo)?)(?P<up>\s+trở\s+lên)?"
)
_LESS_TOO = re.compile(
    rf"(?:,|\s+và|,\s+và)\s+(?P<least>ít\s+nhất\s+|tối\s+thiểu\s+|trên\s+)?(?:khoảng\s+)?(?P<number>{_NUMBER})\s+(?P<unit>hộ\s+(?P<near>cận\s+)?nghèo)(?!\s+(?:còn|có|được|là|đã|do|chưa))(?P<up>\s+trở\s+lên)?"
)
"""What else is to be less: "Giảm 64 hộ nghèo, 82 hộ cận nghèo"."""
_PEOPLE = r"(?:hộ|người|trẻ(?:\s+em)?|phụ\s+nữ|học\s+sinh|sinh\s+viên|lao\s+động|xã|thôn|bản|ấp|trường|cán\s+bộ)"
"""What a list of those whom a share is of goes on with."""
_SERVED = re.compile(
    r"\b(?:được|có(?!\s+(?:điều\s+kiện|nhu\s+cầu|hoàn\s+cảnh|khó\s+khăn|nguy\s+cơ))|đạt|đi học|tham gia|tiếp cận|sử dụng|thực hiện|ra quân)\b"
)
_FROM_TO = re.compile(
    rf"tỷ\s+lệ\s+(?P<what>[^;,.\d]{{3,60}}?)\s+(?:giảm\s+)?từ\s+(?:{_NUMBER})\s?%\s+(?:xuống|giảm\s+xuống|lên)(?:\s+còn)?(?:\s+dưới)?\s+(?:{_NUMBER})\s?%",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?P<least>trên\s+|ít\s+nhất\s+|tối\s+thiểu\s+)?(?P<number>{_NUMBER})\s?%(?P<up>\s+trở\s+lên)?(?:\s+số)?\s+(?P<what>(?:[^;.\d%]|{_OF_AGE}){{8,220}}?)(?=\s*(?:[;.]|$|,\s(?!(?:các\s+)?{_PEOPLE}\s)|\s+và\s+(?:trên\s+)?\d))",
    re.IGNORECASE,
)
_BOUND = rf"(?:(?P<least>trên|ít\s+nhất|tối\s+thiểu|không\s+dưới)\s+|(?P<most>dưới|không\s+quá|tối\s+đa)\s+|khoảng\s+|bình\s+quân\s+)?(?P<number>{_NUMBER})\s?%(?!\s*[-–/])(?P<up>\s+trở\s+lên)?"
_WHAT = r"(?<!\w)tỷ\s+lệ\s+(?P<what>(?:(?!\s(?:từ|giảm|còn|đạt|tăng)\s)(?:[^;.\d%]|" + _OF_AGE + r")){3,120}?)"
_REACHED = re.compile(rf"{_WHAT}\s+(?:đạt|phấn\s+đấu\s+đạt|lên|chiếm)\s+(?:tỷ\s+lệ\s+)?{_BOUND}", re.IGNORECASE)
"""A rate by what it is to be: "tỷ lệ lao động qua đào tạo đạt 80 % trở lên"."""
_LEFT = re.compile(
    rf"{_WHAT}\s+(?:(?:giảm\s+)?(?:xuống\s+)?còn|(?:giảm\s+)?xuống(?:\s+mức)?)\s+{_BOUND}", re.IGNORECASE
)
_DOWN_BY = re.compile(
    rf"(?:{_WHAT}\s+giảm|(?<=giảm\s){_WHAT.replace('P<what>', 'P<of>')})\s+(?:thêm\s+)?{_BOUND}", re.IGNORECASE
)
_LONGEST = 90
"""Letters of the name of a figure: whole words."""
_DONE = re.compile(r"\bđã\s+(?:giảm|đạt|hoàn\s+thành|(?:có|hỗ\s+trợ|giúp)\s+\d)", re.IGNORECASE)


def of_past(sentence: str, first: int) -> bool:
    """Whether a sentence tells what was reached before a plan that begins in the year `first`."""
    years = [int(one) for one in re.findall(r"(?<![\d/])20\d\d(?!\d)", sentence)]
    return bool(_DONE.search(sentence)) or bool(first and years and max(years) < first)


_YEAR = re.compile(r"(?<![\d/])(?<!so với )(?<!so với năm )(?<!so với cuối năm )(20\d\d)(?!\d)", re.IGNORECASE)


def year_of(words: str, years: tuple[int, int]) -> int:
    """The year of a plan by whose end words say something is to be reached: "Đến hết năm 2027"; 0 for none."""
    return max((int(one) for one in _YEAR.findall(words) if years[0] <= int(one) <= years[1]), default=0)


def found_in(
    text: str,
    years: tuple[int, int],
    group_of: Callable[[Hit, str], str],
    taken: set[str],
    places: Mapping[str, str],
    headed: int = 0,
) -> list[Found]:
    """The marks of the figures to be reached in a text of objectives.

    `years`: the first and the last of the plan; what was reached before is no goal. `taken`: the ids given so far; `places`: name of a place in small letters -> its id;
    `headed`: the year that the headings above it tell, 0 for none.
    """
    found: list[Found] = []

    def add(core: Span, name: str, kind: str, unit: str, group: str, least: bool) -> None:
        if any(one.core[0] < core[1] and core[0] < one.core[1] for one in found):
            return
        sentence = next((text[start:end] for start, end in sentences(text) if start <= core[0] < end), "")
        if of_past(sentence, years[0]):
            return
        name = name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0]
        clause = re.split(r"[;,.]\s", text[: core[0]])[-1].lower()
        place = next((one for one in sorted(places, key=len, reverse=True) if " " in one and one in clause), "")
        if place:
            name = f"{name} ({place[: place.index(' ')]} {place[place.index(' ') + 1 :].title()})"
        id = base = slugify(name)[:50].strip("-")
        count = 2
        while id in taken:
            id, count = f"{base}-{count}", count + 1
        taken.add(id)
        keys: dict[str, object] = {"id": id, "name": name, "kind": kind, "unit": unit}
        if least:
            keys["at_least"] = True
        if group:
            keys["group"] = group
        if place:
            keys["place"] = places[place]
        if year := year_of(sentence, years) or headed or years[1]:
            keys["year"] = str(year)
        found.append(Found(core, {"indicator": keys}, "indicator"))

    def bounded(core: Span, most: object) -> None:
        if most and found and found[-1].core == core:
            found[-1] = replace(found[-1], sets={"indicator": {**found[-1].sets["indicator"], "at_most": True}})

    for match in _FROM_TO.finditer(text):
        what = match["what"].strip()
        hit = next(iter(hits(what)), None)
        add(
            match.span(),
            f"Tỷ lệ {what}",
            "from_to",
            "%",
            group_of(hit, what) if hit and hit.start == 0 else "",
            False,
        )
    for match in _less(text):
        hit = next(iter(hits(match["unit"])), None)
        name = (
            "Giảm số hộ cận nghèo"
            if match["near"]
            else "Giảm số hộ nghèo"
            if "nghèo" in match["unit"]
            else "Giảm số hộ"
        )
        begins = (
            match.start()
            if text[match.start()].lower() == "g"
            else match.start("least" if match["least"] else "number")
        )
        add(
            (begins, match.end()),
            name,
            "reduction",
            "hộ",
            group_of(hit, match["unit"]) if hit else "",
            bool(match["least"] or match["up"]),
        )
    for match in _SHARE.finditer(text):
        what = _of_one(match["what"]).strip(" ,")
        if re.match(r"(?:so với|trở lên|mỗi năm|/năm|theo|tổng|trong|năm|vốn|điểm)", what) or not _SERVED.search(what):
            continue
        named = hits(what)
        hit = named[0] if named and not named[0].start and not _several(what, named) else None
        core = alone(match, after=True)
        add(
            (core[0], min(core[1], match.start("what") + len(match["what"]) - len(match["what"].lstrip()) + len(what))),
            what[:1].upper() + what[1:],
            "coverage",
            "%",
            group_of(hit, what) if hit else "",
            bool(match["least"] or match["up"]),
        )
    for pattern, kind in ((_REACHED, "coverage"), (_LEFT, "rate"), (_DOWN_BY, "rate_reduction")):
        for match in pattern.finditer(text):
            what = (match["what"] or match.groupdict().get("of") or "").strip(" ,")
            hit = next((one for one in hits(what) if one.start == 0), None)
            group = group_of(hit, what) if hit and not re.search(r"\d|^hộ$", hit.name) else ""
            core = alone(match, after=False)
            add(core, f"Tỷ lệ {what}", kind, "%", group, bool(match["least"] or match["up"]))
            bounded(core, match["most"])
    for one in counts(text):
        add(one.span, one.name[:1].upper() + one.name[1:], "number", one.unit, "", one.least)
        bounded(one.span, one.most)
    return sorted(found, key=lambda one: one.core)


def _less(text: str) -> Iterator[re.Match[str]]:
    """What is to be less by a number, and what a list goes on with: "Giảm 64 hộ nghèo, 82 hộ cận nghèo"."""
    for match in _LESS.finditer(text):
        last: re.Match[str] | None = match
        while last:
            yield last
            last = _LESS_TOO.match(text, last.end())


def _several(what: str, named: Sequence[Hit]) -> bool:
    """Whether a share is of several groups, none of which may stand for all."""
    return len(named) > 1 and bool(JOINT.fullmatch(what, named[0].end, named[1].start))


def _of_one(what: str) -> str:
    """Of whom a share is and what is so of them, up to the comma behind which others are told of."""
    for comma in re.finditer(r",\s", what):
        if _SERVED.search(what[: comma.start()]):
            return what[: comma.start()]
    return what


def alone(match: re.Match[str], *, after: bool) -> Span:
    """The words of a rate without a number that stands in what is measured, behind the rate (`after`) or before it."""
    name = "what" if match["what"] else "of"
    inner = re.search(r"\s+\S*\d", match[name])
    if not inner:
        return match.span()
    return (match.start(), match.start(name) + inner.start()) if after else (match.end(name) + 1, match.end())


def is_read(text: str, mark: Mark) -> bool:
    """Whether the phrase of a figure holds as many numbers as its kind has."""
    keys = mark.sets.get("indicator")
    if not keys:
        return True
    try:
        return len(formats.figures(text[mark.start : mark.end], str(keys["unit"]))) == (
            2 if keys["kind"] == "from_to" else 1
        )
    except formats.UnreadError:
        return False
