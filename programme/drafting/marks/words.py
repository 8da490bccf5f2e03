"""Letters, words and spans: what every kind of mark looks at in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

UPPER = "[A-ZĐ" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper()) + "]"
"""A capital letter of Vietnamese, as a class of a pattern."""
NAME = rf"{UPPER}[\w’']*(?:[ -]{UPPER}[\w’']*)*"
"""A proper name: words that begin with a capital ("Khe Thượng", "A Lưới")."""

Span = tuple[int, int]

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_BRACKETED = re.compile(r"\([^()]*\)")
_END = re.compile(
    r"[;](?=\s)|(?<![0-9A-ZĐ])[.](?=\s+[\"“]?[A-ZĐÀ-Ỹ])|(?<=[A-ZĐ][A-ZĐ])[.](?=\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ])|(?<=[0-9])[.](?=\s+[A-ZĐÀ-Ỹ][a-zà-ỹđ])|(?<=[ /]20[0-9][0-9])[.](?=\s+[A-ZĐ])|:(?=\s)"
)
_SHORT = re.compile(r"(?:\b(?:TP|Tp|TS|ThS|BS|KT|TM|TL|TT|BTV|Đ/c|đ/c)|^\d+)\.$")


def sentences(text: str, *, colon: bool = False) -> list[Span]:
    """The sentences and half-sentences of a text: cut after ";" and "." (and ":" if asked), not inside brackets.

    Spans are without the spaces around them.
    """
    shut = [match.span() for match in _BRACKETED.finditer(text)] + quoted(text)
    found, start = [], 0
    for end in _END.finditer(text):
        if (end[0] == ":" and not colon) or inside(end.start(), shut) or _SHORT.search(text[: end.end()]):
            continue
        found.append((start, end.end()))
        start = end.end()
    found.append((start, len(text)))
    return [trimmed(text, span) for span in found if text[slice(*span)].strip()]


_TONES = {"oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oé": "óe", "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe", "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}  # fmt: skip
_TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)", re.IGNORECASE)


def one_spelling(text: str) -> str:
    """A text with tone marks where most write them ("Huyện uỷ" is "Huyện ủy"); every letter keeps its place."""

    def put(match: re.Match[str]) -> str:
        put = _TONES[match[0].lower()]
        return "".join(new.upper() if old.isupper() else new for old, new in zip(match[0], put, strict=True))

    return _TONE.sub(put, text)


def quoted(text: str) -> list[Span]:
    """What stands in quotation marks."""
    return [match.span() for match in _QUOTED.finditer(text)]


def bracketed(text: str) -> list[Span]:
    """What stands in round brackets, with them."""
    return [match.span() for match in _BRACKETED.finditer(text)]


def inside(place: int, spans: Iterable[Span]) -> bool:
    """Whether a place lies in one of some spans."""
    return any(start <= place < end for start, end in spans)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a letter."""
    return one[0] < other[1] and other[0] < one[1]


def trimmed(text: str, span: Span) -> Span:
    """A span without the spaces at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def holding(spans: Iterable[Span], place: int) -> Span | None:
    """The first of some spans that a place lies in."""
    return next((span for span in spans if span[0] <= place < span[1]), None)


def every(pattern: re.Pattern[str], text: str, span: Span | None = None) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a span of a text; look-behinds see what stands before it."""
    start, end = span or (0, len(text))
    yield from pattern.finditer(text, start, end)


def fold_first(text: str) -> str:
    """A text as it stands inside a sentence: its first letter small, but for a short form."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space in them is any run of spaces."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
