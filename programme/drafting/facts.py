"""What has to be known of a plan as a whole, as far as its letterhead and title tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ..load.vocabulary import Level
from ..pages.names import LONGEST_NAME
from ..reading.document import Doubt
from ..vietnamese.slugs import fold
from .outline.short_title import short_title
from .shape import Draft

_LEVELS = {
    "tỉnh": Level.PROVINCE,
    "thành phố": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
}
"""How the name of a place begins -> the level of who issues."""
_WORDS = {Level.PROVINCE: "tỉnh", Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}
_PLACE = re.compile(rf"\b(?!xã\s+hội\b)({'|'.join(_LEVELS)})\s+(?P<name>\S.*)$", re.IGNORECASE | re.MULTILINE)
"""A place named to the end of a line; "THƯƠNG BINH VÀ XÃ HỘI" names none."""
_YEARS = re.compile(r"(?:giai đoạn|thời kỳ|các năm)\s*(20\d\d)\s*[-–]\s*(20\d\d)|năm\s+(20\d\d)", re.IGNORECASE)
_BODIES = {
    "ỦY BAN NHÂN DÂN": "Ủy ban nhân dân",
    "UỶ BAN NHÂN DÂN": "Uỷ ban nhân dân",
    "HỘI ĐỒNG NHÂN DÂN": "Hội đồng nhân dân",
    "UBND": "UBND",
    "HĐND": "HĐND",
    "ĐẢNG ỦY": "Đảng ủy",
    "BAN CHỈ ĐẠO": "Ban Chỉ đạo",
}
_LONGEST = 200


def facts_of(draft: Draft) -> dict[str, str]:
    """What the document tells of name, level, year, issuer, place; what it does not tell is not there.

    The forms are those in which `programme new` asks: level "xã", year "2026" or "2026-2030".
    """
    found: dict[str, str] = {}
    title = draft.annex or draft.head
    words = " ".join(title.title_lines)
    if year := _year(draft, words):
        found["year"] = year
    lines = "\n".join(line for line in draft.head.issuer_lines if any(map(str.isalnum, line)))
    if said := _PLACE.search(lines):
        told = said
        begins = told[1].lower()
        name = _cased(told["name"].strip(), draft.head.place)
        found["place"] = f"{begins} {name}"
        found["level"] = _WORDS[_level(begins, lines)]
        before, below = lines[: told.start()].strip(), " ".join(lines[told.end() :].split())
        of_lines = (after for caps, after in _BODIES.items() if before.upper().endswith(caps))
        body = _sentence(below) if below else next(of_lines, "")
        body = _as_written(body or _sentence(before) or "Ủy ban nhân dân", draft)
        found["issuer"] = f"{body} {found['place']}"
    if words:
        found["name"] = short_title(title.kind, words, found.get("place", ""), lambda one: _as_written(one, draft))
    if "place" in found and "year" in found and ("name" not in found or len(found["name"]) > LONGEST_NAME):
        found["name"] = f"{(title.kind or 'Kế hoạch').capitalize()} {_of_years(found['year'])} của {found['place']}"
    return found


def _of_years(year: str) -> str:
    """ "năm 2026", "giai đoạn 2026-2030"."""
    return f"giai đoạn {year}" if "-" in year else f"năm {year}"


_NAME = r"[A-ZĐ][^\W\d_]*(?:\s[A-ZĐ][^\W\d_]*){0,3}"
_NAMED_PLACE = re.compile(rf"\b(?!xã\s+[Hh]ội\b)(?P<begins>{'|'.join(_LEVELS)})\s+(?P<name>{_NAME})")
_UNKNOWN = "(chưa rõ)"


def supposed(known: Mapping[str, str], draft: Draft, file: Path) -> dict[str, str]:
    """What is not known of name, level, year, issuer, place, from what there is: the words of the document, the name
    of its file, else a blank that says so. Each is told as a doubt of the draft."""
    words = " ".join(_words(draft))
    found: dict[str, str] = {}
    level, place = known.get("level", ""), known.get("place", "")
    if not place:
        fits = [one for one in _NAMED_PLACE.finditer(words) if not level or _WORDS[_LEVELS[one["begins"]]] == level]
        places = Counter(f"{one['begins']} {one['name']}" for one in fits)
        place = places.most_common(1)[0][0] if places else f"{level or 'xã'} {_UNKNOWN}"
        found["place"] = place
    if not level:
        begins = next((one for one in sorted(_LEVELS, key=len, reverse=True) if place.lower().startswith(one)), "xã")
        level = found["level"] = _WORDS[_LEVELS[begins]]
        if not place.lower().startswith(begins):
            place = found["place"] = f"xã {place}"
    if "issuer" not in known:
        found["issuer"] = f"Ủy ban nhân dân {place}"
    if "year" not in known:
        years = Counter(re.findall(r"\b20\d\d\b", words))
        found["year"] = years.most_common(1)[0][0] if years else str(date.today().year)
    if "name" not in known:
        stem = " ".join("".join(one if one.isprintable() else " " for one in file.stem).replace("_", " ").split())
        name = stem if any(map(str.isalpha, stem)) else "Kế hoạch"
        found["name"] = f"{name[:1].upper()}{name[1:]}"[:_LONGEST].strip()
    for key, value in found.items():
        draft.doubts.append(
            Doubt(
                "",
                f"văn bản không nêu rõ {_CALLED[key]}; tạm ghi “{value}”, sửa ở mục Khung của Kế hoạch của trang sửa.",
            )
        )
    return found


_CALLED = {
    "name": "tên gọi của Kế hoạch",
    "level": "cấp ban hành",
    "year": "năm của Kế hoạch",
    "issuer": "cơ quan ban hành",
    "place": "nơi",
}


def _words(draft: Draft) -> Iterator[str]:
    """All words of a draft, whatever they are of."""
    yield from (*draft.head.issuer_lines, *draft.head.title_lines)
    yield from (one.text for one in (*draft.basis, *draft.closing, *draft.recipients))
    for part in draft.walk():
        yield from (part.label, part.heading, *(one.text for one in part.passages()))
        for grid in part.tables:
            yield from (grid.caption, *grid.columns, *(cell for row in grid.rows for cell in row))


def _level(begins: str, lines: str) -> Level:
    """A city may be a province's or a district's: one whose province is named too is the latter."""
    if begins == "thành phố" and re.search(r"\btỉnh\b", lines, re.IGNORECASE):
        return Level.DISTRICT
    return _LEVELS[begins]


def _year(draft: Draft, title: str) -> str:
    for years in _YEARS.finditer(title):
        if years[1]:
            return f"{years[1]}-{years[2]}" if years[1] <= years[2] else years[1]
    if year := re.search(r"20\d\d", title):
        return year[0]
    return draft.head.date[:4] if draft.head.date[:2] == "20" else ""


def _cased(name: str, place: str) -> str:
    """The name of a place as it is written within a sentence: as the line of the date has it, else word by word."""
    if place and place.lower() == name.lower():
        return place
    return _titled(name) if name.isupper() else name


def _titled(name: str) -> str:
    return " ".join(word[:1] + word[1:].lower() for word in name.split())


def _as_written(name: str, draft: Draft) -> str:
    """A name with the letters that the text mostly has it in, where it has it outside of lines in capitals."""
    written = Counter(
        match[0]
        for line in _words(draft)
        if not line.isupper()
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.IGNORECASE)
        if not match[0].isupper()
    )
    return written.most_common(1)[0][0] if written else name


def _sentence(text: str) -> str:
    """Words in capitals as in a sentence; what has no vowel is a short form and stays."""
    if not text.isupper():
        return text
    said = " ".join(word.lower() if re.search("[aeiouy]", fold(word)) else word for word in text.split())
    return said[:1].upper() + said[1:]
