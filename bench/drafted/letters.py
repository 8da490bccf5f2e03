"""Texts and names as they are compared: a space, a tone mark's place, a quotation mark tell no two texts apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from programme.vietnamese.slugs import fold

_FOOTNOTE = re.compile(r'(?<=[^\W\d_]|["”])\d{1,2}(?![\w/%])')
"""A footnote's mark as a text file has it: "Si La1." ."""
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})

LEVELS = {"xa", "huyen", "tinh", "phuong", "thanh", "thi", "tran", "pho"}
"""What says of which level a body is, where the plan's own level is meant: "Công an xã", "Công an"."""
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "ub": "uy ban",
    "csxh": "chinh sach xa hoi",
    "nhcsxh": "ngan hang chinh sach xa hoi",
    "tt": "thuong truc",
    "lhpn": "lien hiep phu nu",
    "dtts": "dan toc thieu so",
    "bcd": "ban chi dao",
}
_EMPTY = {"va", "cac", "cua", "de", "nghi"}


def squeezed(text: str) -> str:
    """The letters of a text without its spaces: how quotes are looked for, over wrapped lines and cut phrases."""
    plain = unicodedata.normalize("NFC", text).translate(_SAME).casefold()
    return "".join(_FOOTNOTE.sub("", plain).split())


def bare(text: str) -> str:
    """Letters and digits alone: how headings are compared, whatever stands between their number and words."""
    return "".join(letter for letter in squeezed(text) if letter.isalnum())


def slug(text: str) -> str:
    """As ids are written: "phong-kinh-te"."""
    return "-".join(_tokens(text))


def _tokens(name: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+", fold(name).replace("đ", "d"))
    return [part for one in found for part in _SHORT.get(one, one).split()]


class Names:
    """Whether two names are of the same: `places` are words that may stand at a body's name and need not."""

    def __init__(self, places: Iterable[str] = ()) -> None:
        self._places = [_tokens(one) for one in places]

    def same(self, one: str, other: str) -> bool:
        """Equal but for the level and the place of the plan, where one of them does not say it."""
        (words, levels), (others, other_levels) = self._parts(one), self._parts(other)
        return words == others and (not levels or not other_levels or bool(levels & other_levels))

    def is_one_of(self, one: str, others: Iterable[str]) -> bool:
        return any(self.same(one, other) for other in others)

    def words(self, name: str) -> frozenset[str]:
        """What is left of a name to tell it by, as a set: for names that are several at once."""
        return frozenset(self._parts(name)[0]) - _EMPTY

    def _parts(self, name: str) -> tuple[tuple[str, ...], frozenset[str]]:
        tokens = _tokens(re.sub(r"\((?:cũ|qua)\b[^)]*\)|\(cũ\)", " ", name))
        while tokens and tokens[0] in ("de", "nghi", "cac", "cap") and len(tokens) > 1:
            tokens = tokens[1:]
        for place in self._places:
            if place and len(tokens) > len(place) and tokens[-len(place) :] == place:
                tokens = tokens[: -len(place)]
        kept = tuple(one for one in tokens if one not in LEVELS)
        return (kept or tuple(tokens)), frozenset(tokens) & LEVELS


def contained(slug_of_one: str, slug_of_other: str) -> bool:
    """Whether all words of one id stand in the other."""
    one, other = set(slug_of_one.split("-")), set(slug_of_other.split("-"))
    return one <= other or other <= one


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How many letters two ranges share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alternatives(entry: str | Sequence[str]) -> tuple[str, ...]:
    """A name of a truth file: one, or several that are as good."""
    return (entry,) if isinstance(entry, str) else tuple(entry)
