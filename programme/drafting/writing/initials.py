"""What a short form that nothing explains stands for, where the plan has words with these initials."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ...vietnamese.slugs import fold

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"\s+(?:[-–]\s+)?|-|\s*&\s*")
_LIGHT = {"và", "của"}
"""Words of which a short form has no letter."""
_NO_END = {
    *("và", "của", "các", "những", "cho", "để", "tại", "trong", "được", "là", "có", "với", "theo", "từ", "đến", "về"),
    *("khi", "do", "này", "một", "như", "ở", "bị", "sẽ", "đã", "đang", "thì", "mà", "trên", "dưới", "ngoài", "sau"),
    *("trước", "cùng", "mỗi", "từng", "năm", "tháng", "ngày", "hoặc"),
}
"""What no name begins or ends with."""
_ONE_IS_ENOUGH = 4


def full_of(short: str, texts: Iterable[str]) -> str:
    """The words of the texts whose initials a short form is; "" where none are, or several differ.

    Of three letters the words must stand there twice: they may do so once by chance.
    """
    letters = "".join(char for char in fold(short) if char.isalpha())
    if len(letters) < _ONE_IS_ENOUGH - 1:
        return ""
    found: Counter[str] = Counter()
    written: dict[str, str] = {}
    for text in texts:
        if text.isupper():
            continue
        for phrase in _phrases(text, letters):
            found[phrase.casefold()] += 1
            written.setdefault(phrase.casefold(), phrase)
    most = found.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return ""
    return written[most[0][0]] if len(letters) >= _ONE_IS_ENOUGH or most[0][1] > 1 else ""


def _phrases(text: str, letters: str) -> Iterable[str]:
    words = [*_WORD.finditer(text)]
    plain = [one[0].lower() for one in words]
    for at, word in enumerate(plain):
        if fold(word)[0] != letters[0] or word in _NO_END:
            continue
        if (last := _runs(text, words, plain, at, letters)) is not None and plain[last] not in _NO_END:
            yield text[words[at].start() : words[last].end()]


def _runs(text: str, words: Sequence[re.Match[str]], plain: Sequence[str], at: int, letters: str) -> int | None:
    """The last of the words from one on whose initials are the letters; None where they are not."""
    left = letters[1:]
    while left:
        at += 1
        if at >= len(words) or not _BETWEEN.fullmatch(text[words[at - 1].end() : words[at].start()]):
            return None
        if words[at][0].isupper() and len(words[at][0]) > 1:
            return None
        if fold(plain[at])[0] == left[0]:
            left = left[1:]
        elif plain[at] not in _LIGHT:
            return None
    return at
