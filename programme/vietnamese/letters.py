"""Which letters and signs a Vietnamese text may hold, and what is wrong with the others.

Whatever passes here is shown alike by every browser, found by the search, and printed: the signs are
those that the letters of the PDF files have (Libertinus Serif).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import chain
from typing import NamedTuple

SIGNS = frozenset(
    "¡¢£¤¥¦§¨©ª«¬®¯°±²³´¶·¸¹º»¼½¾¿×÷‐‑‒–—―‖‘’‚“”„‟†‡•‣․…‰′″‴‹›※‼⁄⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₫€"
    "℃℉№™⅓⅔←↑→↓↔⇒⇔∂∅∆∈∏∑−∕∗∙√∞∩∪∫≈≠≡≤≥⊂⊃■□▲△▶▷▼▽◆◇○◎●★✔✘"
)
"""Signs beyond those of every keyboard."""
_LATIN = ((0x00C0, 0x024F), (0x1E00, 0x1EFF))
"""The blocks with all Vietnamese letters; what else they hold stands in foreign names."""
_ALIKE = {
    **dict(zip("ÐƉðɖıſǍȂǎȃɑ", "ĐĐđđisĂĂăăa", strict=True)),
    **dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ", "ABEZHIKMNOPTYXaivopu", strict=True)),
}
"""Letter -> the one of the keyboard that looks like it."""
_SCRIPTS = {"CYRILLIC": "chữ Kirin", "GREEK": "chữ Hy Lạp", "CJK": "chữ Hán", "HANGUL": "chữ Triều Tiên"}
_UNSEEN = {
    *(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0),
    *chain(range(0x180B, 0x1810), range(0xFE00, 0xFE10), range(0xFFF0, 0xFFF9), range(0xE0000, 0xE1000)),
}
"""Letters and marks by their category, with nothing to be seen (default ignorables; the blank of Braille)."""


class Why(Enum):
    """What is wrong with a letter."""

    UNSEEN = "ký tự không nhìn thấy"
    SPACE = "dấu cách khác dấu cách thường"
    ALIKE = "chữ trông giống chữ thường"
    FOREIGN = "chữ không dùng trong tiếng Việt"
    LOOSE = "dấu thanh hay dấu phụ đứng rời"
    LOST = "ký tự hỏng, thay cho chữ đã mất"
    SIGN = "ký hiệu mà bản in không có hình"


class Strange(NamedTuple):
    """A letter that may not stand in a text, its place there, and the right one where that is sure."""

    letter: str
    place: int
    why: Why
    right: str = ""
    script: str = ""

    @property
    def unknown(self) -> bool:
        """Whether only the font it was typed in knows what it is: it may have been a letter."""
        return unicodedata.category(self.letter) == "Co"


def strange(text: str) -> Iterator[Strange]:
    """Every letter of a text (in NFC) that may not stand there, in order. A line break may."""
    if _fine().issuperset(text):
        return
    for place, letter in enumerate(text):
        if " " <= letter <= "~" or letter == "\n" or letter in SIGNS:
            continue
        if found := _fault(letter):
            why, right, script = found
            yield Strange(letter, place, why, right, script)


@cache
def _fine() -> frozenset[str]:
    """The letters that a text of the plan is mostly made of."""
    latin = (chr(code) for first, last in _LATIN for code in range(first, last + 1))
    keyboard = (chr(code) for code in range(ord(" "), ord("~") + 1))
    return frozenset(letter for letter in latin if _fault(letter) is None).union(SIGNS, keyboard, "\n")


def _fault(letter: str) -> tuple[Why, str, str] | None:
    code, category = ord(letter), unicodedata.category(letter)
    if code in _UNSEEN or category in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"):
        return Why.UNSEEN, "", ""
    if category == "Zs":
        return Why.SPACE, " ", ""
    if letter == "\ufffd":
        return Why.LOST, "", ""
    script = next((name for word, name in _SCRIPTS.items() if unicodedata.name(letter, "").startswith(word)), "")
    if right := _ALIKE.get(letter) or _plain(letter):
        return Why.ALIKE, right, script
    if category[0] == "L" and any(first <= code <= last for first, last in _LATIN):
        return None
    if category[0] == "L" or category == "Nd":
        return Why.FOREIGN, "", script
    return (Why.LOOSE if category[0] == "M" else Why.SIGN), "", ""


def _plain(letter: str) -> str:
    """What a letter or number stands for that is another one only by its look: "Ａ" is "A", "ﬁ" is "fi"."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and plain.isascii() and plain.isalnum() else ""
