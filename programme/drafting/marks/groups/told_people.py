"""People told by a clause: their age, the households that they are of, and a list of these that goes on behind a comma.

A group that no name tells is called as its whole clause ("người từ đủ 18 tuổi thuộc hộ nghèo tại …"). What in it is an
age or says of which households belongs under keys of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .group_names import AGES, Hit, aged, hits, plain
from .target_words import JOINT, Target

_PEOPLE = (
    ("woman_child", re.compile(r"(?:phụ\s+nữ|bà\s+mẹ|trẻ|học\s+sinh|sinh\s+viên)\b", re.IGNORECASE)),
    ("person", re.compile(r"(?:người|lao\s+động|cá\s+nhân|thanh\s+niên|thành\s+viên|học\s+viên|hội\s+viên|đoàn\s+viên|công\s+dân|nạn\s+nhân|ngư\s+dân)\b", re.IGNORECASE)),
)  # fmt: skip
"""Kind -> how a clause of such people begins: no household does."""
_OF = re.compile(r"\s+(?:thuộc|của|trong|là)\s+(?:diện\s+|các\s+)?(?=hộ\s)", re.IGNORECASE)
_THEN = re.compile(
    r",?\s+(?=(?:có|chưa|không|đang|đã|là|còn|đủ|sống|cư\s+trú|sinh\s+sống|thường\s+trú|thuộc|ở|tại|bị|mắc|tham\s+gia|tự\s+nguyện)\s)"
)
"""Behind an age, where a condition begins: "lao động từ 18 tuổi, có nhu cầu học nghề"."""
_NOUN = re.compile(r"\S+(?:\s+(?:động|nhân|viên|niên|dân))?")
"""How people are called at the head of a clause."""
_ONE_WORD = re.compile(r"(?:người|thành\s+viên|cá\s+nhân)$", re.IGNORECASE)


def settled(targets: Sequence[Target], text: str) -> list[Target]:
    """The targets of a text with what their clauses tell under keys of its own, and lists of households made whole."""
    found: list[Target] = []
    for one in (piece for whole in targets for piece in _by_kind(_apart(whole, text), text)):
        if found and _goes_on(found[-1], one, text):
            found[-1] = _joined(found[-1], one, text)
        else:
            found.append(one)
    return found


_OF_PLACE = re.compile(
    r"(?:tại|ở|trên|trong|sinh\s+sống|cư\s+trú|thường\s+trú|có\s+tên|có\s+hộ\s+khẩu|theo|thuộc|đã\s+được|đủ\s+điều\s+kiện|tham\s+gia|có\s+nhu\s+cầu)\b",
    re.IGNORECASE,
)
"""A condition that all of a list may fulfil, households and people: where they live, by which list."""


def _by_kind(one: Target, text: str) -> list[Target]:
    """A list of households and then of people, with what is said of the people alone: "hộ cận nghèo, người khuyết tật còn …"."""
    kinds = [hit.kind for hit in one.who]
    at = next((place for place, kind in enumerate(kinds) if kind in ("person", "woman_child")), 0)
    alone = at and set(kinds[:at]) == {"household"} and set(kinds[at:]) <= {"person", "woman_child"}
    if not alone or one.of or not one.condition or one.brackets or _OF_PLACE.match(text, *one.condition):
        return [one]
    homes = replace(one, who=one.who[:at], end=one.who[at - 1].end, condition=None)
    return [homes, replace(one, who=one.who[at:], start=one.who[at].start)]


def _is_told(one: Target) -> bool:
    return len(one.who) == 1 and bool(one.who[0].written) and not one.of


def _apart(one: Target, text: str) -> Target:
    """A target of people told by a clause, with their kind, their age and their households."""
    if not _is_told(one):
        return one
    who = one.who[0]
    kind = next((kind for kind, pattern in _PEOPLE if pattern.match(who.name)), "")
    if not kind or who.kind not in ("household", kind):
        return one
    who = replace(who, kind=kind)
    one.who = [who]
    age = next((match for match in AGES.finditer(text, who.start, who.end) if match.start() > who.start), None)
    noun = _NOUN.match(text, who.start)
    at = age.end() if age else noun.end() if noun else who.start
    of = _OF.match(text, at, who.end)
    listed = _listed(text, of.end(), who.end) if of else []
    end = listed[-1].end if listed else at
    if (age and (listed or at == who.end)) or (listed and not _ONE_WORD.match(text[who.start : at])):
        named = text[who.start : age.start() if age else at]
        below, under = aged(text[who.start : at])
        one.who = [Hit(who.start, at, kind, plain(named), age_from=below, age_under=under)]
        one.of = listed
        if end < who.end:
            one.condition = (end, one.condition[1] if one.condition else who.end)
    elif age and (rest := _THEN.match(text, at, who.end)):
        named = text[who.start : age.start()]
        below, under = aged(text[who.start : at])
        one.who = [Hit(who.start, at, kind, plain(named), age_from=below, age_under=under)]
        one.condition = (rest.end(), one.condition[1] if one.condition else who.end)
    elif listed and end == who.end:
        one.of = listed
    return one


def _listed(text: str, start: int, end: int) -> list[Hit]:
    """The households named one after the other from a place on."""
    found: list[Hit] = []
    for hit in hits(text):
        if hit.start < start or hit.end > end or hit.kind != "household" or hit.clause:
            continue
        if hit.start != start and not (found and JOINT.fullmatch(text, found[-1].end, hit.start)):
            break
        found.append(hit)
    return found


def _goes_on(before: Target, one: Target, text: str) -> bool:
    """Whether households behind a comma are more of those that the people before them are of."""
    return bool(
        before.of
        and before.condition is None
        and before.who[0].kind != "household"
        and before.who[-1].end <= before.of[-1].end == before.end
        and all(hit.kind == "household" and not hit.written for hit in one.who)
        and not one.of
        and (before.priority, before.excluded, before.sure) == (one.priority, one.excluded, one.sure)
        and re.fullmatch(r"\s*(?:,|và|hoặc|,\s+và)\s*(?:các\s+)?", text[before.end : one.start])
    )


def _joined(before: Target, one: Target, text: str) -> Target:
    called = before.who[0]
    if called.written:  # each of the list makes a group of such people: "người thuộc hộ nghèo", "… hộ cận nghèo"
        link = called.name[: -len(before.of[0].name)] if called.name.endswith(before.of[0].name) else ""
        words = text[called.start : one.who[-1].end]
        before.who += [
            replace(called, end=hit.end, name=f"{link}{hit.name}", written=(words,)) for hit in one.who if link
        ]
    before.of += one.who
    before.end, before.condition = one.end, one.condition
    return before
