"""Short forms that the plan itself explains: "dân tộc thiểu số (DTTS)", or by the names of its bodies: "VHXH"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...vietnamese.slugs import fold
from .words import UPPER

_BRACKETED = re.compile(
    rf"\((?:(?:sau đây\s+)?(?:gọi|viết)\s+tắt\s+là:?\s+)?[“\"]?(?P<short>{UPPER}[\w&Đ-]{{1,14}})[”\"]?\)"
)
_LIST = re.compile(r"(?:[Vv]iết tắt[^:.;]{0,60}|[Gg]hi chú|[Cc]hú (?:thích|giải))\s*:\s*(?P<list>[^.]+)")
_SAID = re.compile(
    rf"\s*[“\"]?(?P<short>{UPPER}[\w&Đ/-]{{0,14}}|nt)[”\"]?(?:\s+là\s+|\s*[:=]\s*)[“\"]?(?P<full>[^“”\"]{{3,80}}?)[”\"]?\s*"
)
"""One of a list that explains: "Chữ viết tắt: CCB là Cựu chiến binh; LHPN là Liên hiệp Phụ nữ"."""
_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ&]+")
_SKIP = {"và", "của", "các", "với", "về"}


def explained(texts: Iterable[str], names: Iterable[str]) -> dict[str, dict[str, object]]:
    """Short form -> its record, for those that texts explain in brackets, and those that are initials of a name."""
    texts = list(texts)
    found: dict[str, dict[str, object]] = {}
    for text in texts:
        for match in _BRACKETED.finditer(text):
            short = match["short"]
            if sum(char.isupper() for char in short) < 2:
                continue
            if full := before(text[: match.start()], short):
                found.setdefault(short, {"short": short, "full": full})
        for listed in _LIST.finditer(text):
            for piece in re.split(r"[;,]", listed["list"]):
                said = _SAID.fullmatch(piece)
                if said and sum(char.isupper() for char in said["short"]) >= 2:
                    found.setdefault(said["short"], {"short": said["short"], "full": said["full"]})
                    if "-" in said["short"]:  # written in one word elsewhere
                        joined = said["short"].replace("-", "")
                        if any(re.search(rf"(?<!\w){joined}(?!\w)", one) for one in texts):
                            found.setdefault(joined, {"short": joined, "full": said["full"]})
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


def before(text: str, short: str) -> str:
    """The last words before a bracket whose initials are the short form."""
    letters = [char for char in fold(short) if char.isalpha()]
    words = text.split()
    for count in range(len(letters), len(letters) + 4):
        tail = words[-count:]
        if len(tail) < count:
            break
        initials = [fold(word)[:1] for word in tail if word.lower().strip(" ,-–") not in _SKIP | {""}]
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
        for left in (told, [fold(word) for word in part if word.lower() not in _SKIP]):
            for cut in range(len(left), 1, -1):
                if "".join(word[:1] for word in left[:cut]) == letters and (cut == len(left) or cut >= 4):
                    return name if skip == 0 and cut == len(left) else " ".join(part)
    return ""
