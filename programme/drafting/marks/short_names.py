"""Short forms that the plan itself explains: "dân tộc thiểu số (DTTS)", or by the names of its bodies: "VHXH"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vietnamese.slugs import fold
from .words import UPPER

_BRACKETED = re.compile(
    rf"\((?:(?:sau đây\s+)?(?:gọi|viết)\s+tắt\s+là:?\s+)?[“\"]?(?P<short>{UPPER}[\w&Đ-]{{1,14}})[”\"]?\)"
)
_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ&]+")
_SKIP = {"va", "cua", "cac", "voi", "ve"}


def explained(texts: Iterable[str], names: Iterable[str]) -> dict[str, dict[str, object]]:
    """Short form -> its record, for those that texts explain in brackets, and those that are initials of a name."""
    texts = list(texts)
    found: dict[str, dict[str, object]] = {}
    for text in texts:
        for match in _BRACKETED.finditer(text):
            short = match["short"]
            if sum(char.isupper() for char in short) < 2:
                continue
            if full := _before(text[: match.start()], short):
                found.setdefault(short, {"short": short, "full": full})
    seen: set[str] = set()
    bodies = [re.sub(r"^(?:các|Các)\s+", "", name) for name in names]
    for text in texts:
        if text.isupper() and " " in text:
            continue
        for word in _WORD.findall(text):
            if sum(char.isupper() for char in word) < 3 or word in found or word in seen | {"UBND", "HĐND", "MTTQ"}:
                continue
            seen.add(word)
            if full := next((made for name in bodies if (made := _by_initials(name, word))), ""):
                found[word] = {"short": word, "full": full}
    return found


def _before(text: str, short: str) -> str:
    """The last words before a bracket whose initials are the short form."""
    letters = [char for char in fold(short) if char.isalpha()]
    words = text.split()
    for count in range(len(letters), len(letters) + 4):
        tail = words[-count:]
        if len(tail) < count:
            break
        initials = [fold(word)[:1] for word in tail if fold(word).strip(" ,-–") not in _SKIP | {""}]
        every = [fold(word)[:1] for word in tail if fold(word).strip(" ,-–")]
        if letters in (initials, every):
            return " ".join(tail).strip(" ,;.")
    return ""


def _by_initials(name: str, short: str) -> str:
    """What of a name a short form is made of: all of it, or what follows its first word ("Phòng")."""
    letters = "".join(char for char in fold(short) if char.isalpha())
    words = [word for word in name.split() if word.strip(" -–&")]
    for skip in (0, 1, 2):
        part = words[skip:]
        if len(part) < 2:
            break
        told = [fold(word) for word in part]
        for left in (told, [word for word in told if word not in _SKIP]):
            for cut in range(len(left), 1, -1):
                if "".join(word[:1] for word in left[:cut]) == letters and (cut == len(left) or cut >= 4):
                    return name if skip == 0 and cut == len(left) else " ".join(part)
    return ""
