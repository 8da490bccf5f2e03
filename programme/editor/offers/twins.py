"""Two records of a list that may be one thing: their names say the same, or one is the other cut short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...vietnamese.slugs import fold

_SPELLED = (
    (re.compile(r"\bubmttq(?:vn)?\b|\b(?:uy ban )?(?:mttq|mat tran to quoc)(?: viet nam|vn)?\b"), "mat tran to quoc"),
    (re.compile(r"\bubnd\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\bvh\b"), "van hoa"),
    (re.compile(r"\bxh\b"), "xa hoi"),
    (re.compile(r"\b(?:qs|bch qs|ban chqs|bchqs)\b"), "ban chi huy quan su"),
    (re.compile(r"\b(?:ca)\b"), "cong an"),
    (re.compile(r"\b(?:lhpn|lien hiep phu nu)\b"), "phu nu"),
    (re.compile(r"\b(?:tncs hcm|tncs ho chi minh|tncs|cong san ho chi minh)\b"), ""),
    (re.compile(r"\bccb\b"), "cuu chien binh"),
    (re.compile(r"\bnhcsxh\b"), "ngan hang chinh sach xa hoi"),
)
"""Abbreviations that offices everywhere write."""
_SMALL = re.compile(r"\b(?:va|cac|nhung|cua|thuoc|xa|phuong|thi tran|huyen|tinh|thanh pho)\b")
_PLACE_NOUN = re.compile(r"\b(?:thon|ban|xom|ap|buon|lang|khu pho|to dan pho|khom|xa|phuong|thi tran|huyen)$")
_MANY = re.compile(r"\b(?:cac|nhung) ")
_LEAST = 2
"""Words of a name that may be another one cut short, at least."""


def twins(
    records: Iterable[Any], *, spell: Mapping[str, str], text: str = ""
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each record that may be another one of the list, with that one.

    `spell`: short -> full, as the plan has them; `text`: its words, folded.
    """
    known = [
        (one, _words(str(one["name"]), spell))
        for one in records
        if isinstance(one, dict) and one.get("id") and one.get("name")
    ]
    taken: set[str] = set()
    for at, (one, words) in enumerate(known):
        for other, others in known[at + 1 :]:
            is_one = _is_alike(one, words, other, others) or _is_called(one, other, text) or _is_many(one, other)
            if not is_one or {one["id"], other["id"]} & taken:
                continue
            short, whole = (one, other) if len(words) < len(others) else (other, one)
            taken.add(str(short["id"]))
            yield short, whole


def _words(name: str, spell: Mapping[str, str]) -> list[str]:
    for short, full in spell.items():
        name = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, name)
    folded = re.sub(r"[^a-z0-9 ]+", " ", fold(name))
    for rx, full in _SPELLED:
        folded = rx.sub(full, folded)
    return [word.lstrip("0") for word in _SMALL.sub(" ", folded).split()]


def _is_alike(one: Mapping[str, Any], words: list[str], other: Mapping[str, Any], others: list[str]) -> bool:
    if one.get("level") != other.get("level") or one.get("kind") != other.get("kind") or not (words and others):
        return False
    if words == others:
        return True
    if _is_of_a_place(one, other):
        return False
    is_body = one.get("level") and one.get("level") != "collective"
    first, second = sorted((words, others), key=len)
    return bool(is_body) and len(first) >= _LEAST and second[: len(first)] == first and len(second) - len(first) < 4


def _is_of_a_place(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether one is what every village has, and the other that of a village: "Ban quản lý bản", "… bản Sa Lông"."""
    short, whole = sorted((str(one["name"]), str(other["name"])), key=len)
    rest = whole[len(short) :].split()
    begins = re.sub(r"\b(?:cac|nhung) ", "", fold(short))
    rest = rest if whole.startswith(short) else whole.split()[len(begins.split()) :]
    return bool(rest and all(word[0].isupper() or word[0].isdigit() for word in rest) and _PLACE_NOUN.search(begins))


def _is_called(one: Mapping[str, Any], other: Mapping[str, Any], text: str) -> bool:
    """Whether the plan, or one's own name, has the other's name in brackets: "Ban Chỉ đạo … (Ban Chỉ đạo xã)"."""
    if any(one.get(key) != other.get(key) for key in ("kind", "level")):
        return False
    names = [fold(str(each["name"])) for each in (one, other)]
    return any(
        re.search(rf"{re.escape(whole)} ?\((?:[^()]*\bla )?{re.escape(short)}\)", text) or whole.endswith(f"({short})")
        for whole, short in (names, names[::-1])
    )


def _is_many(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether one is the other as of many: "Ban quản lý các bản" of "Ban quản lý bản"."""
    names = [fold(str(each["name"])) for each in (one, other)]
    told = [_MANY.sub("", name) for name in names]
    return names[0] != names[1] and told[0] == told[1] and len(told[0].split()) >= _LEAST
