"""Say which letter of a text may not stand there: its code, its place, the right one."""

from __future__ import annotations

from collections.abc import Iterator

from ..vietnamese.letters import Strange, Why, strange

_AROUND = 14
"""Letters shown on each side of a strange one."""
_MOST = 3
"""Different letters of one text that are told; who mends these meets the rest."""
_RETYPE = "xóa ký tự ấy đi; không thấy nó thì xóa cả từ rồi gõ lại"


def explain(text: str) -> Iterator[tuple[int, str, str]]:
    """(place, found, expected) for the first of each strange letter of a text."""
    told: dict[str, Strange] = {}
    for one in strange(text):
        told.setdefault(one.letter, one)
    for one in list(told.values())[:_MOST]:
        yield (one.place, *_said(text, one))


def _said(text: str, one: Strange) -> tuple[str, str]:
    code = f"U+{ord(one.letter):04X}"
    seen = one.why not in (Why.UNSEEN, Why.SPACE)
    before = text[max(0, one.place - _AROUND) : one.place].split("\n")[-1]
    after = text[one.place + 1 : one.place + 1 + _AROUND].split("\n")[0]
    clean = "".join(letter for letter in after if letter != one.letter or seen)
    where = f'ở chỗ [ ] trong "{before}[{one.letter if seen else " "}]{clean}"'
    match one.why:
        case Why.UNSEEN:
            return f"có ký tự không nhìn thấy {code} {where}.", _RETYPE
        case Why.SPACE:
            return f"có dấu cách khác dấu cách thường, {code}, {where}.", "dấu cách thường: xóa dấu ấy rồi gõ lại"
        case Why.LOST:
            return f"chữ đã hỏng, còn lại {code} {where}.", "chữ như trong văn bản: gõ lại từ ấy"
        case Why.LOOSE:
            return f"có dấu đứng rời {code} {where}.", "chữ có sẵn dấu: xóa cả từ rồi gõ lại"
        case Why.ALIKE:
            script = f", {one.script}" if one.script else ""
            return (
                f'có chữ "{one.letter}" ({code}{script}) trông giống chữ "{one.right}", {where}.',
                f'chữ "{one.right}" của bàn phím tiếng Việt: xóa chữ ấy rồi gõ lại',
            )
        case Why.FOREIGN:
            script = f", {one.script}" if one.script else ""
            return f'có chữ "{one.letter}" ({code}{script}) không dùng trong tiếng Việt, {where}.', _RETYPE
        case Why.SIGN:
            if not before.strip():
                wanted = "bỏ dấu đầu dòng chép từ Word: trang tự đặt dấu đầu dòng"
            else:
                wanted = "bỏ ký hiệu ấy: bản in PDF không có hình cho nó"
            return f"có ký hiệu {code} mà bản in không có hình, {where}.", wanted
