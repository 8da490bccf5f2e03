"""What has to be known of a new plan, and what is wrong with an answer; asked for at a terminal if not given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..load.vocabulary import Level
from ..vietnamese.formats import upper_first
from ..vietnamese.slugs import fold

_LONGEST = 200
LEVELS = {
    Level.PROVINCE: ("tỉnh", ("tỉnh", "thành phố")),
    Level.DISTRICT: ("huyện", ("huyện", "quận", "thị xã", "thành phố")),
    Level.COMMUNE: ("xã", ("xã", "phường", "thị trấn", "đặc khu")),
}
"""Level -> its word, and how the names of its places begin."""


class Asked(NamedTuple):
    """Something to be known of a new plan: the option, what it is, an example, and what is wrong with an answer."""

    option: str
    what: str
    example: str
    wrong: Callable[[str], str]


def _wrong_words(text: str) -> str:
    if not any(char.isalpha() for char in text):
        return "cần lời có chữ"
    if "\n" in text or not text.isprintable():
        return "cần lời liền một dòng"
    return f"cần không quá {_LONGEST} chữ" if len(text) > _LONGEST else ""


def _wrong_level(text: str) -> str:
    return "" if level_of(text) else "cần một trong: tỉnh, huyện, xã"


def _wrong_years(text: str) -> str:
    return "" if years_of(text) else "cần một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030"


ASKED = {
    "name": Asked("--name", "Tên gọi của Kế hoạch", "Kế hoạch giảm nghèo năm 2027 của xã Bình Minh", _wrong_words),
    "level": Asked("--level", "Cấp ban hành (tỉnh, huyện, xã)", "xã", _wrong_level),
    "year": Asked("--year", "Năm của Kế hoạch, hoặc năm đầu và năm cuối", "2027", _wrong_years),
    "issuer": Asked("--issuer", "Cơ quan ban hành", "Ủy ban nhân dân xã Bình Minh", _wrong_words),
    "place": Asked("--place", "Nơi", "xã Bình Minh", _wrong_words),
}
"""What is asked, in this order."""


def ask(answers: dict[str, str], kept: Mapping[str, str]) -> None:
    """Ask at the terminal for what was not given; a blank answer takes what is in brackets."""
    for name, asked in ASKED.items():
        while name not in answers:
            default = f" [{kept[name]}]" if name in kept else f" (ví dụ: {asked.example})"
            try:
                answer = input(f"{asked.what}{default}: ").strip() or kept.get(name, "")
            except EOFError:
                return
            beside = {**answers, name: answer} if name in ("level", "place") else {}
            if wrong := asked.wrong(answer) or _wrong_place(beside):
                print(f"{_said(answer)}; {wrong}.")
            else:
                answers[name] = answer


def _said(answer: str) -> str:
    return f'Đang ghi "{answer}"' if answer else "Còn trống"


def wrong_answers(answers: Mapping[str, str], *, given: bool) -> list[str]:
    """A line for each answer that cannot be, or is missing; `given`: of those alone that are there."""
    found = []
    for name, asked in ASKED.items():
        if name not in answers:
            if given:
                continue
            found.append(f"{asked.option}: còn thiếu. Cần: {asked.what}, ví dụ: {asked.example}.")
        elif wrong := asked.wrong(answers[name]):
            said = f'ghi là "{answers[name]}"' if answers[name] else "đang để trống"
            found.append(f"{asked.option}: {said}. {upper_first(wrong).replace('Cần ', 'Cần: ', 1)}.")
    if wrong := _wrong_place(answers):
        found.append(f'--place: ghi là "{answers["place"]}". {upper_first(wrong).replace("Cần ", "Cần: ", 1)}.')
    return found


def _wrong_place(answers: Mapping[str, str]) -> str:
    """What is wrong with the name of a place for the level; nothing where one of both is not known."""
    level, place = level_of(answers.get("level", "")), answers.get("place", "")
    if not level or _wrong_words(place) or first_word(place, level):
        return ""
    word, begins = LEVELS[level]
    return f"cần tên nơi ở cấp {word}, bắt đầu bằng: {', '.join(begins)}"


def first_word(place: str, level: Level) -> str:
    """The word before the name of a place: "xã" of "xã Bình Minh"."""
    return next((one for one in LEVELS[level][1] if place.lower().startswith(f"{one} ")), "")


def level_of(text: str) -> Level | None:
    said = fold(text).removeprefix("cap ").strip()
    return next((level for level, (word, _) in LEVELS.items() if said in (fold(word), level.value)), None)


def years_of(text: str) -> tuple[str, str] | None:
    found = re.fullmatch(r"(20\d\d)(?:\s*[-–]\s*(20\d\d))?", text)
    years = (found[1], found[2] or found[1]) if found else None
    return years if years and years[0] <= years[1] else None
