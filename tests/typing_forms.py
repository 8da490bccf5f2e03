"""The ways people type a Vietnamese name: what the mechanical search tests are made of."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from programme.vietnamese.slugs import fold

_TELEX_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_TELEX_LETTERS = {"â": "aa", "ê": "ee", "ô": "oo", "ă": "aw", "ơ": "ow", "ư": "uw", "đ": "dd"}
_PLACEMENTS = [(f"{a}{b}", f"{c}{d}") for a, b, c, d in (
    "òaoà", "óaoá", "ỏaoả", "õaoã", "ọaoạ", "úyuý", "ùyuỳ", "ủyuỷ", "ũyuỹ", "ụyuỵ", "óeoé", "òeoè", "ỏeoẻ",
)]  # fmt: skip


def telex(text: str) -> str:
    """The keys typed in Telex with the input method off: "đào" is "ddaof"."""

    def keys(word: re.Match[str]) -> str:
        opened = unicodedata.normalize("NFD", word[0].lower())
        tone = next((_TELEX_TONES[char] for char in opened if char in _TELEX_TONES), "")
        letters = unicodedata.normalize("NFC", "".join(char for char in opened if char not in _TELEX_TONES))
        return "".join(_TELEX_LETTERS.get(char, char) for char in letters) + tone

    return re.sub(r"[^\W\d_]+", keys, text)


def other_tone_place(text: str) -> str:
    """ "hóa" is "hoá", "ủy" is "uỷ"."""
    for here, there in _PLACEMENTS:
        text = re.sub(rf"{here}(?!\w)", there, text)
        text = re.sub(rf"{here.capitalize()}(?!\w)", there.capitalize(), text)
    return text


def typo(text: str, dice: random.Random) -> str:
    """One letter lost, doubled or swapped inside a word of four letters or more; no marks."""
    words = fold(text).split(" ")
    places = [i for i, word in enumerate(words) if re.fullmatch(r"[a-z]{4,}", word)]
    if not places:
        return text
    place = dice.choice(places)
    word = words[place]
    at = dice.randrange(1, len(word) - 1)
    words[place] = dice.choice((
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ))  # fmt: skip
    return " ".join(words)


def cut(text: str) -> str:
    """Its first 60 %."""
    return text[: -(-len(text) * 6 // 10)].strip()


def forms(dice: random.Random) -> dict[str, Callable[[str], str]]:
    """Kind of form -> what it makes of a name."""
    return {
        "as written": str,
        "without marks": fold,
        "NFD": lambda text: unicodedata.normalize("NFD", text),
        "other tone placement": other_tone_place,
        "raw Telex": telex,
        "one typo": lambda text: typo(text, dice),
        "cut to 60 %": cut,
    }
