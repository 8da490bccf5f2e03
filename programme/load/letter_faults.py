"""Say which letter of a text may not stand there: its code, its place, the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ..vietnamese.letters import Strange, Why, strange

_AROUND = 14
"""Letters shown on each side of a strange one."""
_MOST = 3
"""Different letters of one text that are told, with the count of the rest."""
COMPARE = "so cả dòng này với văn bản rồi chép lại cho đúng; chữ nào văn bản không có thì xóa"
"""What is asked of who meets a letter that may not stand there: what it stands for, only the paper says."""

_FEWEST = 3
"""Letters of a run of foreign words."""
_LOST = " Lời ở đây đã mất hẳn."
_AGAIN = "chép lại cả lời theo văn bản; lời ấy là của trang web thì lấy lại bản trước"
_OUT = "xóa cả đoạn ấy; chỗ ấy thiếu lời của văn bản thì chép lại cho đúng"
_SPACE = "dấu cách thường: xóa dấu ấy rồi gõ lại, rồi so cả lời với văn bản"


def explain(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, found, expected) for the first of each strange letter of a text; the last one counts the rest."""
    met = list(strange(text))
    if not met:
        return
    runs = list(_runs(text, met))
    met = [one for one in met if not any(start <= one.place < end for start, end in runs)]
    for start, end in runs:
        lost = _LOST if not text[:start].strip() and not text[end:].strip() else ""
        around = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        where = "" if lost else f', ở chỗ [ ] trong "{around[0]}[ ]{around[1]}"'
        yield start, f'có đoạn chữ không phải tiếng Việt: "{text[start:end]}"{where}.{lost}', _AGAIN if lost else _OUT
    first: dict[str, Strange] = {}
    for one in met:
        first.setdefault(one.letter, one)
    told = sorted((*_said(text, one), one.place) for one in list(first.values())[:_MOST])
    for found, expected, place in told:
        if place == told[-1][2]:  # findings of a line are read in the order of their words
            more = len(met) - len(told)
            found = f"{found[:-1]}; và {more} ký tự khác." if more else found
            if _all_lost(text, met):
                found, expected = f"{found}{_LOST}", _AGAIN
        yield place, found, expected


def _runs(text: str, met: list[Strange]) -> Iterator[tuple[int, int]]:
    """(start, end) of words beside each other of which no letter is Vietnamese: together they are one fault."""
    foreign = {one.place: one.why for one in met if one.why in (Why.FOREIGN, Why.ALIKE, Why.LOOSE)}
    words = [(one.start(), one.end()) for one in re.finditer(r"\S+", text)]
    for whole, group in groupby(words, lambda word: all(place in foreign for place in range(*word))):
        run = list(group)
        start, end = run[0][0], run[-1][1]
        if whole and end - start >= _FEWEST and Why.FOREIGN in (foreign.get(place) for place in range(start, end)):
            yield start, end


def _all_lost(text: str, met: list[Strange]) -> bool:
    """Whether nothing is left of a text without its strange letters, and none of them says which it was."""
    lost = {one.letter for one in met if one.why not in (Why.SPACE, Why.ALIKE)}
    return bool(lost) and not any(letter not in lost for letter in text if not letter.isspace())


def _said(text: str, one: Strange) -> tuple[str, str]:
    code = f"U+{ord(one.letter):04X}"
    seen = one.why not in (Why.UNSEEN, Why.SPACE)
    before = text[max(0, one.place - _AROUND) : one.place].split("\n")[-1]
    after = text[one.place + 1 : one.place + 1 + _AROUND].split("\n")[0]
    clean = "".join(letter for letter in after if letter != one.letter or seen)
    where = f'ở chỗ [ ] trong "{before}[{one.letter if seen else " "}]{clean}"'
    match one.why:
        case Why.UNSEEN:
            return f"có ký tự không nhìn thấy {code} {where}.", COMPARE
        case Why.SPACE:
            return f"có dấu cách khác dấu cách thường, {code}, {where}.", _SPACE
        case Why.LOST:
            return f"chữ đã hỏng, còn lại {code} {where}.", COMPARE
        case Why.LOOSE:
            return f"có dấu đứng rời {code} {where}.", COMPARE
        case Why.ALIKE:
            script = f", {one.script}" if one.script else ""
            return (
                f'có chữ "{one.letter}" ({code}{script}) trông giống chữ "{one.right}", {where}.',
                f'văn bản có chữ này thì gõ "{one.right}" của bàn phím tiếng Việt; không có thì xóa',
            )
        case Why.FOREIGN:
            script = f", {one.script}" if one.script else ""
            return f'có chữ "{one.letter}" ({code}{script}) không dùng trong tiếng Việt, {where}.', COMPARE
        case Why.SIGN:
            if not before.strip() and after[:1].isspace():
                wanted = "bỏ dấu đầu dòng chép từ Word: trang tự đặt dấu đầu dòng"
            elif one.unknown:
                wanted = COMPARE
            else:
                wanted = "bỏ ký hiệu ấy: bản in PDF không có hình cho nó"
            return f"có ký hiệu {code} mà bản in không có hình, {where}.", wanted
