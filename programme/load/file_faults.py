"""What happened to a file as a whole: letters lost or strange all over it, another encoding, an end cut off."""

from __future__ import annotations

import re
import unicodedata

from ..vietnamese.letters import Why, strange
from .findings import SPOILED, TAKE_BACK, Finding, shown, warning

_FEW = 5
"""So many letters that cannot be read are damage to single words, not another encoding."""


def not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Finding:
    """What happened to a file that is not UTF-8: another encoding, a few bad bytes, an end cut off in a letter."""
    line = raw[: error.start].count(b"\n") + 1
    found = "Tệp không phải chữ Unicode UTF-8."
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw.count(0) > len(raw) // 4:
        return Finding(name, line, found, "lưu lại tệp bằng mã UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8")
    if error.reason == "unexpected end of data" and error.end == len(raw):
        return Finding(name, line, f"Tệp hết ở giữa một chữ. {SPOILED}", TAKE_BACK, cause=True)
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    if bad <= _FEW and sum(not letter.isascii() for letter in text) >= 2 * bad:
        lines = [str(at) for at, one in enumerate(text.split("\n"), 1) if "\ufffd" in one]
        found = f"{'Một' if bad == 1 else f'{bad}'} chữ ở dòng {', '.join(lines)} đã hỏng."
        return Finding(name, line, found, "gõ lại từ ấy theo văn bản")
    wanted = (
        'mở tệp và nhìn các chữ có dấu: thấy dấu "?" hay ô vuông thì đừng lưu, lấy lại bản trước; '
        "còn đúng thì lưu thành UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8"
    )
    return Finding(name, line, found, wanted, cause=True)


def not_nfc(name: str, text: str) -> list[Finding]:
    """One note for the whole file, at its first line in decomposed letters."""
    if unicodedata.is_normalized("NFC", text):
        return []
    lines = [number for number, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line)]
    found = f"Chữ viết bằng mã tổ hợp (NFD) ở {len(lines)} dòng, từ dòng này; trang đã đổi sang dựng sẵn (NFC)."
    return [warning(name, lines[0], found, "không bắt buộc sửa; gõ lại các dòng ấy để hết nhắc")]


_MANY = 20
"""More findings about letters in one file have one cause, which alone is told."""


def many(name: str, text: str, letters: list[Finding]) -> list[Finding]:
    """The findings about letters; where they are many, one for the file."""
    if len(letters) <= _MANY:
        return letters
    met = list(strange(text))
    lines = _lines_said(sorted({one.line for one in letters}))
    line, places = min(one.line for one in letters), f"ở {max(len(met), len(letters))} chỗ, từ {lines}"
    letter, *others = {one.letter: one for one in met}.values() or [None]
    if all(one.why is Why.SPACE for one in met):
        found = f"Có dấu cách khác dấu cách thường {places}."
        return [Finding(name, line, found, _REPLACE + " bằng dấu cách thường", cause=True)]
    if letter and not others and letter.right:
        found = f'Có chữ "{letter.letter}" (U+{ord(letter.letter):04X}) trông giống chữ "{letter.right}" {places}.'
        wanted = f'văn bản có các chữ này thì {_REPLACE} bằng "{letter.right}" của bàn phím tiếng Việt'
        return [Finding(name, line, found, wanted, cause=True)]
    return [Finding(name, line, f"Có chữ lạ hay chữ đã hỏng {places}. {SPOILED}", TAKE_BACK, cause=True)]


_REPLACE = "dùng lệnh Tìm và thay, thay tất cả"


def _lines_said(lines: list[int]) -> str:
    """ "dòng 2, 5, 9 và các dòng sau": where to look first."""
    return f"dòng {', '.join(map(str, lines[:3]))}{' và các dòng sau' if len(lines) > 3 else ''}"


_TORN = re.compile(r"""(?<![^\s"'\[{(])[^\W\d_]*(?:[^\W\d_]\?+[^\W\d_]|\?\?+[^\W\d_])[\w?]*(?![^\s"'\]}),.;:])""")
"""A word with question marks where letters were; no address holds spaces around it."""
_TORN_AT_ITS_END = re.compile(r"(?<![^\s\"'\[{(])[^\W\d_]+\?+(?= +(?:\?|[^\W\d_A-ZĐ]))")
"""The same with its last letter lost: no question goes on with a small letter."""


def torn(name: str, text: str, *, cause: bool = False) -> list[Finding]:
    """One note for the words of a file that lost letters; a fault where they are many or the `cause` of another."""
    met = list(_TORN.finditer(text)) if "?" in text else []
    if cause:
        met = sorted([*met, *_TORN_AT_ITS_END.finditer(text)], key=lambda one: one.start())
    if not met:
        return []
    lines = [text.count("\n", 0, one.start()) + 1 for one in met]
    found = f"Có dấu ? ở giữa chữ: {shown(met[0][0], 60)}; có lẽ chữ có dấu đã mất khi lưu tệp."
    wanted = "lời như trong văn bản; lưu tệp bằng mã UTF-8"
    if len(met) > 1:
        places = f"ở {len(met)} chỗ, từ {_lines_said(sorted(set(lines)))}"
        found = f"Có dấu ? ở giữa chữ: {shown(met[0][0], 60)}, {places}; có lẽ chữ có dấu đã mất khi lưu tệp."
    if len(met) > _MANY:
        found, wanted, cause = f"{found} {SPOILED}", TAKE_BACK, True
    return [Finding(name, lines[0], found, wanted, severity="error" if cause else "warning", cause=cause)]
