"""The head of a document: who issues it, state and motto, number, place and day, kind and title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...reading.document import Line
from ..shape import Head

KINDS = (
    *("QUYẾT ĐỊNH", "KẾ HOẠCH", "NGHỊ QUYẾT", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "CHỈ THỊ", "PHƯƠNG ÁN", "HƯỚNG DẪN"),
    *("TỜ TRÌNH", "BÁO CÁO", "THÔNG BÁO", "KẾT LUẬN", "DỰ ÁN", "QUY ĐỊNH", "QUY CHẾ", "DANH MỤC"),
)
CARRIERS = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
"""Kinds of documents that carry another one as their annex."""
STATE = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM", re.IGNORECASE)
MOTTO = re.compile(r"Độc lập\s*[-–—]\s*Tự do\s*[-–—]\s*Hạnh phúc", re.IGNORECASE)
_BLANK = r"[\d.…_\s]*"
NUMBER = re.compile(rf"Số\s*:?\s*(?P<n>{_BLANK}[\w]*)\s*(?P<slash>[/-])\s*(?P<s>[\wĐđ&./-]*[\wĐđ])")
PLACE_DATE = re.compile(
    rf"(?P<p>[^\W\d][^,;:]*?)\s*,\s*ngày\s*(?P<d>{_BLANK})\s*tháng\s*(?P<m>{_BLANK})\s*năm\s*(?P<y>\d{{4}}|{_BLANK})"
)
BASIS = re.compile(r"(Căn cứ|Thực hiện|Theo|Xét|Để|Nhằm|Triển khai|Trên cơ sở|Tiếp theo)\b")
ATTACHED = re.compile(r"\(\s*(Ban hành kèm|Kèm) theo\b.*", re.IGNORECASE)
_RULE = re.compile(r"[\s_\-–—*=~.…]{2,}")
_LONGEST_HEAD = 30
_LONGEST_TITLE = 6


def is_rule(text: str) -> bool:
    """A line of strokes, dots or stars, as drawn below a title."""
    return bool(_RULE.fullmatch(text))


def kind_of(text: str) -> str:
    """The kind that a line begins with ("KẾ HOẠCH" of "KẾ HOẠCH THỰC HIỆN ..."), in capitals; else ""."""
    plain = " ".join(text.split())
    return next((one for one in KINDS if plain == one or (plain.startswith(f"{one} ") and plain.isupper())), "")


def head_of(lines: Sequence[Line]) -> tuple[Head, int, list[str]]:
    """The head at the beginning of a document, how many lines it takes, and what of them fits nowhere."""
    head = Head()
    at = next((i for i, one in enumerate(lines[:_LONGEST_HEAD]) if _is_kind(lines, i)), None)
    told = next((i for i, one in enumerate(lines[:_LONGEST_HEAD]) if _tells(one.whole)), None)
    left: list[str] = []
    if at is None:
        # No kind: what is told of a letterhead ends with the last line that is of one.
        until = next((i for i, one in enumerate(lines) if one.label), len(lines))
        last = max((i for i, one in enumerate(lines[: min(_LONGEST_HEAD, until)]) if _tells(one.whole)), default=None)
        if last is None or told is None:
            return head, 0, left
        at = last + 1
    if told is not None or at > 0:
        _letterhead(head, [one.whole for one in lines[:at]], left)
    if at < len(lines) and kind_of(lines[at].whole):
        at = title_of(head, lines, at, left)
    return head, at, left


def repeated(texts: Sequence[str]) -> Head:
    """The letterhead as it is repeated above what is annexed: state and motto, all else as its lines are."""
    head = Head()
    for text in texts:
        rest = text
        if (found := STATE.search(rest)) and not head.state:
            head.state, rest = found[0], _without(rest, found)
        if (found := MOTTO.search(rest)) and not head.motto:
            head.motto, rest = found[0], _without(rest, found)
        if rest:
            head.issuer_lines.append(" ".join(rest.split()))
    return head


def _tells(text: str) -> bool:
    return bool(STATE.search(text) or MOTTO.search(text) or NUMBER.match(text) or PLACE_DATE.search(text))


def _is_kind(lines: Sequence[Line], at: int) -> bool:
    """Whether the title of the document begins in a line."""
    line = lines[at]
    return not line.label and bool(kind_of(line.text)) and not any(one.label for one in lines[:at])


def title_of(head: Head, lines: Sequence[Line], at: int, left: list[str]) -> int:
    """Read kind and title lines from `at` on; gives where they end."""
    head.kind = kind_of(lines[at].whole)
    rest = lines[at].whole[len(head.kind) :].strip()
    centred = any(one.centred for one in lines[at : at + _LONGEST_TITLE])
    if rest:
        head.title_lines.append(rest)
    at += 1
    while at < len(lines) and len(head.title_lines) < _LONGEST_TITLE:
        line = lines[at]
        if is_rule(line.whole):
            left.append(line.whole)
        elif not _of_title(line, bool(head.title_lines), centred) or _decides(head, line.text):
            break
        else:
            head.title_lines.append(line.text)
        at += 1
    while at < len(lines) and is_rule(lines[at].whole):
        left.append(lines[at].whole)
        at += 1
    return at


def _decides(head: Head, text: str) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ..." below the title of a decision: who decides, no part of the title."""
    return text.isupper() and any(not one.isupper() for one in head.title_lines)


def _of_title(line: Line, begun: bool, centred: bool) -> bool:
    text = line.text
    if line.label or ATTACHED.match(text) or (begun and BASIS.match(text) and not line.centred):
        return False
    if BASIS.match(text) and re.search(r"[;.:]$|\bsố\s+\d", text):
        return False
    if not begun:
        return len(text) <= 400
    if centred:
        return line.centred
    return len(text) <= 200 and not re.search(r"[;:.]$", text)


def _letterhead(head: Head, texts: Sequence[str], left: list[str]) -> None:
    for text in texts:
        if is_rule(text):
            left.append(text)
            continue
        rest = text
        if found := STATE.search(rest):
            head.state, rest = found[0], _without(rest, found)
        if found := MOTTO.search(rest):
            head.motto, rest = found[0], _without(rest, found)
        if (found := PLACE_DATE.search(rest)) and not head.place:
            said = NUMBER.search(rest[: found.start("d")])
            start = said.end() if said and said.end() > found.start() else found.start()
            if found := PLACE_DATE.search(rest, start):
                head.place = found["p"].strip()
                head.date = _date(found["y"], found["m"], found["d"])
                rest = _without(rest, found)
        if (found := NUMBER.search(rest)) and not head.symbol:
            _number(head, found)
            rest = _without(rest, found)
        if rest and not any(map(str.isalnum, rest)):
            left.append(rest)
        elif rest:
            head.issuer_lines.append(rest)
    if bool(head.state) != bool(head.motto):  # one without the other: a line like others
        head.issuer_lines.append(head.state or head.motto)
        head.state = head.motto = ""


def _number(head: Head, found: re.Match[str]) -> None:
    head.number = found["n"].strip(" .…_")
    head.symbol = found["s"]
    if found["slash"] == "-":  # "47-NQ/TU": what stands before the first stroke is the number
        first, _, rest = found["s"].partition("/")
        head.number, head.symbol = f"{head.number}-{first}", rest


def _date(year: str, month: str, day: str) -> str:
    y, m, d = (re.sub(r"\D", "", one) for one in (year, month, day))
    if len(y) != 4:
        return ""
    if not m or not 1 <= int(m) <= 12:
        return y
    return f"{y}-{int(m):02}" + (f"-{int(d):02}" if d and 1 <= int(d) <= 31 else "")


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip()
