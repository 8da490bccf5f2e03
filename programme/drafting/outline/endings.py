"""The end of a document: who receives it, who signs, and where both begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...reading.document import Block, Line
from ..shape import Draft, Passage
from .letterhead import is_rule, kind_of

RECEIVE = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
FOR = re.compile(r"(TM|T/M|TUQ|TL|KT|Q)\s*\.\s*\S")
_OFFICE = re.compile(
    r"(QUYỀN |PHÓ )?(CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|BÍ THƯ|CHÁNH|BỘ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|TỔNG|CHỦ NHIỆM|HIỆU TRƯỞNG)\b"
    r"(?!\s+CÁC\b)"
)
_STEAD = ("KT", "TUQ", "TL", "Q.")
"""How a line begins that says in whose stead somebody signs."""
_SIGNED = re.compile(r"[(\[]?\s*(đã\s*ký|daky|ký tên).*", re.IGNORECASE)
_NAME = re.compile(r"((TS|ThS|BS|Ths)\.?\s*)?[^\W\d_a-z][^\W\d_]*(\s+[^\W\d_a-z][^\W\d_]*){1,5}")
CLOSES = re.compile(
    r"(Trên đây là|Trong quá trình|Quá trình (tổ chức|triển khai|thực hiện)|Yêu cầu|Đề nghị|Giao|Căn cứ Kế hoạch này"
    r"|Nhận được|Kế hoạch này (có hiệu lực|thay thế)|(UBND|Ủy ban nhân dân|Chủ tịch) .*(yêu cầu|đề nghị))\b"
)
"""How closing words begin. The first of them is "Trên đây là ..." nearly always."""

GIVES = re.compile(r"(Yêu cầu|Đề nghị|Giao)\b")
"""Of these, those that give work as well."""


def is_signature(line: Line) -> bool:
    """Whether a line says for whom, or in what office, somebody signs."""
    text = line.whole
    return bool(FOR.match(text) or (text.isupper() and _OFFICE.match(text) and len(text.split()) <= 8))


def is_end(line: Line) -> bool:
    """Whether the recipients or the signature begin in a line."""
    return bool(RECEIVE.match(line.whole) or FOR.match(line.whole)) or is_signature(line)


def read_end(draft: Draft, blocks: Sequence[Block], at: int) -> int:
    """Read recipients and signature from `at` on; gives where they end."""
    signed: list[Line] = []
    while at < len(blocks):
        line = blocks[at]
        if not isinstance(line, Line) or (signed and _is_whole(signed) and not RECEIVE.match(line.whole)):
            break
        if is_rule(line.whole) or (signed and line.whole.isdecimal()):  # a stroke; the number of a sheet
            draft.left_over.append(line.whole)
        elif (found := RECEIVE.match(line.whole)) and not draft.recipients_heading:
            draft.recipients_heading = found[0].strip()
            if rest := line.whole[found.end() :].strip():
                draft.recipients.append(Passage(rest, line.where))
        elif is_signature(line) or (signed and _signs(line)):
            signed.append(line)
        elif draft.recipients_heading and not signed and not kind_of(line.whole):
            last = draft.recipients[-1] if draft.recipients else None
            if last and last.label and not line.label:  # among items with dashes it goes on with the one before
                last.text = f"{last.text} {line.text}"
                at += 1
                continue
            draft.recipients.append(Passage.of(line))
        else:
            break
        at += 1
    _sign(draft, signed)
    return at


def _signs(line: Line) -> bool:
    text = line.text
    return (
        not line.label and bool(text.isupper() or _SIGNED.fullmatch(text) or _NAME.fullmatch(text)) and not _opens(text)
    )


def _opens(text: str) -> bool:
    """Whether a line opens what follows the signature."""
    return bool(kind_of(text) or re.match(r"(PHỤ LỤC|BIỂU|BẢNG|DANH MỤC|MẪU)\b", text, re.IGNORECASE))


def _is_whole(signed: Sequence[Line]) -> bool:
    last = signed[-1].text
    return not last.isupper() and not _SIGNED.fullmatch(last) and bool(_NAME.fullmatch(last))


def _sign(draft: Draft, lines: Sequence[Line]) -> None:
    """Authority, in whose stead, office, the hand, the name; what is not whole stays words of the recipients' list."""
    if not lines:
        return
    texts = [one.whole for one in lines]
    name = texts.pop() if _is_whole(lines) else ""
    signed = texts.pop() if texts and _SIGNED.fullmatch(texts[-1]) else ""
    if name and len(texts) == 1:  # a head of office who signs for nobody else
        draft.office, draft.signed, draft.name = texts[0], signed, name
        return
    if not name or len(texts) < 2 or len(texts) > 3:
        if name and len(texts) > 3:  # the authority in two lines: "TM. ỦY BAN NHÂN DÂN", "XÃ VẠN XUÂN"
            texts[: len(texts) - 2] = [" ".join(texts[: len(texts) - 2])]
        else:
            draft.recipients += [Passage(one.whole, one.where) for one in lines]
            return
    *before, draft.office = texts
    if len(before) == 2 and not before[1].startswith(_STEAD):
        before = [" ".join(before)]
    draft.standing_for = before.pop() if before[-1].startswith(_STEAD) else ""
    draft.authority = before[0] if before else ""
    draft.signed, draft.name = signed, name
