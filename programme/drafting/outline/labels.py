"""What the number at the head of a line says: its kind, how deep it stands by itself, its place among its like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...derive.full_text import mark

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters as Vietnamese clauses go on: f, j, w, z are left out."""
_FOREIGN = "abcdefghijklmnopqrstuvwxyz"
"""As word processors count."""
_ORDINALS = {"nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8} | {
    "chín": 9,
    "mười": 10,
}

PART, CHAPTER, SECTION, ARTICLE = "part", "chapter", "section", "article"
ROMAN, ALPHA, ARABIC, LETTER, BRACKET, SMALL_ROMAN = "roman", "alpha", "arabic", "letter", "bracket", "small roman"
ITEM, SUBITEM = "item", "subitem"
_RANKS = {
    PART: 10,
    CHAPTER: 20,
    SECTION: 30,
    ARTICLE: 40,
    ROMAN: 50,
    ALPHA: 50,
    ARABIC: 60,
    LETTER: 70,
    BRACKET: 75,
    SMALL_ROMAN: 77,
    ITEM: 90,
    SUBITEM: 91,
}
_WORDS = {"phần": PART, "chương": CHAPTER, "mục": SECTION, "điều": ARTICLE, "khoản": ARABIC}


@dataclass(frozen=True)
class Label:
    """A label as understood."""

    text: str
    kind: str
    number: str
    """As the data holds it: "I", "1", "1.1", "a", "đ"; "" of an item."""
    order: int | None
    """Its place among its like, from 1; None where it has none."""
    depth: int = 1
    """Of "1.1.2": 3."""
    above: str = ""
    """The number of the part it says it stands in: of "1.1.2" "1.1", of "I.1" "I"."""

    @property
    def style(self) -> tuple[str, int, str]:
        """What labels of one list share: kind, depth, and the signs around the number."""
        signs = re.sub(r"[\w\s]+", "", self.text, flags=re.UNICODE) if self.depth == 1 else ""
        return self.kind, self.depth, signs if self.kind not in _WORDS.values() or self.kind == ARABIC else ""

    @property
    def rank(self) -> float:
        """How deep labels of its kind stand, if nothing else tells: the greater the deeper."""
        return _RANKS[self.kind] + min(self.depth - 1, 8)

    @property
    def names(self) -> tuple[str, str]:
        """Its number, alone and with that of the part it says it stands in."""
        return self.number, f"{self.above}.{self.number}"

    @property
    def is_item(self) -> bool:
        return self.kind in (ITEM, SUBITEM)

    @property
    def own(self) -> str:
        """What the data has to say of how it is written: "" where the number says it."""
        return "" if self.text == mark(self.number) else self.text


def roman(text: str) -> int:
    """ "XIV" is 14."""
    values = [_ROMAN[char] for char in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


_ARABIC = re.compile(r"(?P<open>\()?(?P<n>\d{1,3}(?:\.\d{1,3})*)(?P<tail>\.?[a-zđ])?[.):/]*(?:\s?[-–])?")
_LETTER = re.compile(r"(?P<open>\()?(?P<n>[a-zđăâêôơư])(?P<d>(?:\.?\d{1,2})*)(?:[.):/]+(?:\s?[-–])?|\s?[-–])")
_WORD = re.compile(r"(?P<word>Phần|Chương|Mục|Điều|Khoản)\s+(?:thứ\s+)?(?P<n>[\wĐđ]+)[.:]?", re.IGNORECASE)


def understood(text: str) -> Label | None:
    """The label, or None for what is none (or "")."""
    text = text.strip()
    if not text:
        return None
    if not any(char.isalnum() for char in text) or text == "o":
        return Label(text, SUBITEM if text[0] == "+" else ITEM, "", None)
    if found := _WORD.fullmatch(text):
        kind, said = _WORDS[found["word"].lower()], found["n"]
        order = _order(said)
        return Label(
            text, kind, said if re.fullmatch(r"[A-ZĐa-zđ]|\w*\d\w*|[IVXLC]+", said) else str(order or said), order
        )
    if re.fullmatch(r"[IVXLC]+\s?[.):/]*(?:\s?[-–])?", text):
        number = text.rstrip(" .):/-–")
        return Label(text, ROMAN, number, roman(number))
    if re.fullmatch(r"[A-ZĐ](?:[.):/]+(?:\s?[-–])?|\s?[-–])", text):
        return Label(text, ALPHA, text[0], ord(text[0]) - 64 if text[0] != "Đ" else None)
    if found := _ARABIC.fullmatch(text):
        parts = found["n"].split(".")
        tail = found["tail"] or ""
        kind = BRACKET if found["open"] else ARABIC
        number = found["n"] + tail
        order = int(parts[-1]) if not tail else letter_order(tail[-1])
        above = ".".join(parts[:-1]) if not tail else ""
        return Label(text, kind, number, order, len(parts) + bool(tail), above)
    if found := re.fullmatch(r"(?P<above>(?:[IVXL]+|[A-H])(?:\.\d{1,2})*)\.(?P<n>\d{1,2})[.):]*", text):
        return Label(text, ARABIC, found["n"], int(found["n"]), text.rstrip(".):").count(".") + 1, found["above"])
    if found := re.fullmatch(r"\(?([ivx]{2,5}|i)[.)]+", text):
        return Label(text, SMALL_ROMAN, found[1], roman(found[1].upper()))
    if found := _LETTER.fullmatch(text):
        kind = BRACKET if found["open"] else LETTER
        digits = [one for one in re.split(r"\.", found["d"]) if one] if found["d"] else []
        number = found["n"] + found["d"]
        order = int(digits[-1]) if digits else letter_order(found["n"])
        return Label(text, kind, number, order, 1 + len(digits))
    return None


def _order(said: str) -> int | None:
    if said.isdecimal():
        return int(said)
    if re.fullmatch(r"[IVXLC]{2,}|[IVX]", said):  # "Phần C" comes after "Phần B"
        return roman(said)
    lower = said.lower()
    if lower in _ORDINALS:
        return _ORDINALS[lower]
    return ord(said.upper()) - 64 if len(said) == 1 and said.isascii() else None


def letter_order(letter: str) -> int | None:
    return _LETTERS.index(letter) + 1 if letter in _LETTERS else None


def follows(before: Label, after: Label) -> bool:
    """Whether a label is the next of its list after another: letters may be counted with "đ" or without it."""
    if before.order is not None and after.order == before.order + 1:
        return True
    one, two = before.number[-1:], after.number[-1:]
    if before.kind == after.kind == ALPHA and one + two in ("DĐ", "ĐE"):
        return True
    if before.kind in (LETTER, BRACKET) and before.depth == 1 and one in _FOREIGN and two in _FOREIGN:
        return _FOREIGN.index(two) == _FOREIGN.index(one) + 1
    return False


def begins(label: Label) -> bool:
    """Whether it is the first of a list."""
    return label.order == 1
