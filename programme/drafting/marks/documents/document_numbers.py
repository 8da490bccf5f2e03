"""Documents that a text cites by a number alone, or by a short name: "…, 17/2024/NQ-HĐND ngày …", "Nghị định 338"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..timing.dates import DATE, MONTH_OF
from ..words import Span, inside
from .document_kinds import KINDS, SYMBOLS, kind_by

NUMBER = r"\d+[a-z]?(?:/\d{4})?(?:\s?/\s?|-|\s?[-–]\s?(?=[A-ZĐ][A-Za-zĐđ]{0,4}/))(?:[A-ZĐƯ][\w&Đđ.]*)(?:\s?[-–/&]\s?(?:[A-ZĐ][\w&.]*))*"
"""A number as offices write it: "12/KH-UBND", "30 /KH-UBND", "05/2022/TT-UBDT", "37-CT/TW"."""
LAW = r"\d+/\d{4}/(?:QH|UBTVQH)\d+"
DAY_OF = rf"\s*[,(]?\s*(?:(?:được\s+)?(?:ký|ban\s+hành)\s+)?(?:(?P<day>ngày\s+{DATE})|(?P<month>(?:ngày\s+)?tháng\s+{MONTH_OF})|(?P<year>năm\s+(?:19|20)\d\d))"
"""Behind a number its day: "ngày 05/02/2021", ", ngày 12 tháng 3 năm 2020", "(ngày 18/12/2025)"."""
_ALONE = re.compile(rf"(?<![\w/.,–-])(?:[Ss]ố\s*:?\s*)?(?P<number>{LAW}|{NUMBER})(?:{DAY_OF})?")
_FORM = re.compile(r"(?i)(?:mẫu|biểu|phụ\s+lục|tờ\s+khai|bảng)(?:\s+(?:biểu|số|kèm\s+theo))*\s*$")
"""Before a number of a form, which is no document."""
_JOINT = re.compile(r"\)?\s*(?:[,;]|và|[,;]\s+và)\s+(?:số\s+)?")
_CALLED = re.compile(
    r"\s*[,;]?\s*\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung)\s*(?:là)?\s*:?\s*[“\"]?(?P<name>[^()“”\"]{2,60}?)[”\"]?\s*\)"
)
_CALLING = re.compile(r"(?:gọi|viết)\s+(?:tắt|chung)\s*(?:là)?\s*:?\s*[“\"]?$")
"""Before a short name where the plan says that it is one: no citation."""
_SHORT = re.compile(
    rf"(?<![\w/.-])(?P<kind>{'|'.join(sorted([*KINDS, *SYMBOLS], key=len, reverse=True))})\s+(?:số\s+)?(?P<first>\d{{1,5}})(?!\d|[/.,–-]\S|\s*[/%–-]|\s+(?:tháng|năm|ngày|lần|đợt|của\s+năm|hộ|người|triệu|tỷ))"
)
_LISTED = re.compile(
    rf"(?<!\w)(?:{'|'.join(KINDS)})\s+(?:của\s[^;,.()\d]{{2,60}}?\s+)?số\s*:?\s*(?P<heads>\d{{1,5}}[a-z]?(?:(?:\s*,|\s+và|\s*,\s+và)\s+(?:số\s+)?\d{{1,5}}[a-z]?)*)(?:\s*,|\s+và|\s*,\s+và)\s+(?:số\s+)?$"
)
"""Numbers before the last of a list, which alone has the letters: "số 12, 15 và 18/2025/NQ-HĐND"."""
_DATED = re.compile(
    rf"(?<![\w/.-])(?P<kind>{'|'.join(sorted([*KINDS, *SYMBOLS], key=len, reverse=True))})\s+(?:số\s*:?\s*)?(?:(?P<number>\d{{1,5}}){DAY_OF}|(?P<yeared>\d{{1,4}}/(?:19|20)\d\d)(?![\w/-]))"
)
"""A number without letters, with its day or its year: "Nghị quyết số 07 ngày 24/12/2025", "Nghị định 28/2022"."""


@dataclass(frozen=True)
class Numbered:
    """A document named at `text[start:end]` by its number, or by a name that stands for it."""

    start: int
    end: int
    kind: str
    number: str
    date: str = ""
    """As written."""
    is_sure: bool = True


def alone(text: str, known: Sequence[Numbered]) -> list[Numbered]:
    """The numbers that stand without a kind before them, their kind told by their letters or by the list they are in.

    `known` are the documents found with their kinds.
    """
    found: list[Numbered] = []
    taken: list[Span] = [(one.start, one.end) for one in known]
    for match in _ALONE.finditer(text):
        if inside(match.start("number"), taken) or _FORM.search(text[: match.start()]):
            continue
        number = match["number"].rstrip(".,- ")
        before = max(
            (one for one in (*known, *found) if one.end <= match.start()), key=lambda one: one.end, default=None
        )
        kind = kind_by(number)
        if not kind and before and _JOINT.fullmatch(text, before.end, match.start("number")):
            kind = before.kind
        if kind:
            day = next((one for one in ("day", "month", "year") if match[one]), "")
            end = match.end(day) if day else match.start("number") + len(number)
            found.append(Numbered(match.start(), end, kind, number, match[day] if day else ""))
    return found


def listed_before(text: str, last: Numbered) -> list[Numbered]:
    """The numbers of a list before the last of it, whose letters are theirs too: "12" and "15" of the list above."""
    at = text.find(last.number, last.start, last.end)
    heads = _LISTED.search(text[: max(at, 0)])
    tail = re.sub(r"^\d+[a-z]?", "", last.number)
    if not heads or not tail:
        return []
    spans = [(one.start(), one.end(), one[0]) for one in re.finditer(r"\d+[a-z]?", text[: heads.end("heads")])]
    spans = [one for one in spans if one[0] >= heads.start("heads")]
    spans[0] = (heads.start(), *spans[0][1:])
    return [Numbered(start, end, last.kind, number + tail) for start, end, number in spans]


def dated(text: str, known: Iterable[tuple[str, str]], taken: Sequence[Span]) -> list[Numbered]:
    """The documents named by a kind and a number without letters, with day or year; those `known` by their whole number."""
    found: list[Numbered] = []
    for match in _DATED.finditer(text):
        if inside(match.start(), taken):
            continue
        kind = KINDS.get(match["kind"]) or SYMBOLS[match["kind"]]
        said = match["number"] or match["yeared"]
        same = {one for of, one in known if of == kind and re.match(rf"0*{said.lstrip('0')}(?![\w])", one)}
        day = next((one for one in ("day", "month", "year") if match[one]), "")
        number = same.pop() if len(same) == 1 else said
        found.append(Numbered(match.start(), match.end(), kind, number, match[day] if day else ""))
    return found


def called(text: str, end: int, known: Iterable[tuple[str, str]]) -> tuple[str, tuple[str, str]] | None:
    """The short name that stands behind a citation that ends there, and whose it is among kinds and numbers.

    "(sau đây gọi tắt là Nghị định 338)": of the last document that begins with that number. None for a name that
    stands for others as well ("Kế hoạch").
    """
    match = _CALLED.match(text, end)
    first = re.search(r"\d+", match["name"]) if match else None
    if not match or not first:
        return None
    same = [one for one in known if re.match(rf"0*{int(first[0])}\b", one[1])]
    return (" ".join(match["name"].split()), same[-1]) if same else None


def named_short(
    text: str, names: Mapping[str, tuple[str, str]], known: Iterable[tuple[str, str]], taken: Sequence[Span]
) -> list[Numbered]:
    """The documents that a text names in short: by a name that the plan gives them, or by kind and number alone.

    `names`: short name -> kind and number; `known`: kinds and numbers of all documents that the plan cites in full.
    One that is not said to be called so is likely where no other of its kind begins with that number.
    """
    found: list[Numbered] = []
    spans = [*taken]
    for name, (kind, number) in names.items():
        for match in re.finditer(rf"(?<![\w/]){re.escape(name)}(?![\w/-])", text):
            if not inside(match.start(), spans) and not _CALLING.search(text[: match.start()]):
                found.append(Numbered(*match.span(), kind, number))
                spans.append(match.span())
    for match in _SHORT.finditer(text):
        if inside(match.start(), spans) or _CALLING.search(text[: match.start()]):
            continue
        kind = KINDS.get(match["kind"]) or SYMBOLS[match["kind"]]
        same = {number for of, number in known if of == kind and re.match(rf"0*{int(match['first'])}\b", number)}
        if len(same) == 1:
            found.append(Numbered(*match.span(), kind, same.pop(), is_sure=False))
    return found
