"""Who issued a document, by the letters at the end of its number: "77/KH-SLĐTBXH" is of "Sở Lao động - …"."""

from __future__ import annotations

import re

from ....vietnamese.slugs import fold
from .bodies import Bodies
from .body_short import is_short


def issuer_by(symbol: str, bodies: Bodies, text: str) -> str:
    """The id of the one body named in a text that the letters stand for; "" where none does, or several.

    The letters are those of the name's words ("STC" of "Sở Tài chính"); "BCĐ" with or without more is a board.
    """
    letters = fold(symbol)
    if len(letters) < 3 or not re.fullmatch(r"[a-z]+", letters):
        return ""
    names: dict[str, str] = {}
    for line in text.split("\n"):
        for one in () if line.isupper() else bodies.find(line):
            key = bodies.key(one.name)
            if key not in names and _stands_for(letters, key):
                names[key] = one.name
    ids = {bodies.id_of(name) for name in names.values()}
    if len(ids) != 1:
        return ""
    bodies.alias(next(iter(names.values())), symbol)
    return ids.pop()


def _stands_for(letters: str, key: str) -> bool:
    if letters.startswith("bcd"):
        more = "".join(word[0] for word in re.findall(r"[a-z]+", key.removeprefix("bcd")))
        return key.startswith("bcd") and (len(letters) == 3 or more.startswith(letters[3:]) or not more)
    return is_short(letters, key) or letters == "".join(word[0] for word in re.findall(r"[a-z]+", key))
