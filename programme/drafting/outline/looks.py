"""Headings without numbers that their look alone tells: style, underline, slant, bold before a stop or behind a sign.

One line may look so by chance: where a look is not that of headings for sure, two lines of the document must have it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ...reading.document import Block, Line, Table
from . import headings, labels

Look = tuple[object, ...]

STYLE, UNDERLINE, SLANT, STOPPED, SIGN, LEAD, SHORT = "style", "underline", "slant", "stopped", "sign", "lead", "short"
_LONGEST = 25
_LONGEST_ALONE = 12
"""Words of a heading of which little else tells that it is one."""
_LONGEST_PLAIN = 8
"""Words of one of which nothing else tells it."""
_NOTE = re.compile(r"(?:ghi chú|chú thích|nguồn)\b", re.IGNORECASE)


def looks_of(blocks: Sequence[Block], *, tells_bold: bool) -> frozenset[Look]:
    """The looks that make a heading in a document: of short lines without a stop only where it does not tell bold."""
    met = Counter(look for line, after in pairwise([*blocks, None]) if (look := _look(line, after)))
    if tells_bold:
        del met[(SHORT,)]
    return frozenset(look for look, count in met.items() if count > 1 or look[0] in (STYLE, UNDERLINE))


def heads(line: Line, after: Block | None, looks: frozenset[Look]) -> Look | None:
    """The look of a line that is a heading by it."""
    look = _look(line, after)
    return look if look in looks else None


def _look(line: Block | None, after: Block | None) -> Look | None:
    if not isinstance(line, Line) or after is None or not _can_head(line):
        return None
    text, words = line.text, len(line.text.split())
    if line.label:
        return (SIGN, line.label) if _heads_items(line, after) else None
    if line.headed:
        return STYLE, line.level
    if line.underlined and text[-1] != ".":
        return UNDERLINE, line.bold, line.italic
    if text.endswith(":") and not line.bold and words <= _LONGEST_ALONE and (style := _list_begun(after)):
        return None if headings.leads_on(text) else (LEAD, line.italic, style)
    if words > _LONGEST_ALONE or isinstance(after, Table) or re.search(r"\d", text):
        return None
    if line.bold and re.fullmatch(r"[^.:,;?!]+\.", text) and not after.bold:
        return STOPPED, line.italic, line.centred
    if line.italic and not line.bold and not after.italic and text[-1] not in ".!?":
        return SLANT, line.centred
    is_plain = not line.bold and 1 < words <= _LONGEST_PLAIN and not re.search(r"[.:,;!?/…)]", text)
    return (SHORT,) if is_plain and _is_text(line, after) else None


def _can_head(line: Line) -> bool:
    text = line.text
    return bool(
        text[:1].isupper()
        and len(text.split()) <= _LONGEST
        and text[-1] not in ";,"
        and not _NOTE.match(text)
        and not headings.is_caption(text)
    )


def _is_text(line: Line, after: Line) -> bool:
    """Whether what stands below a line is a sentence, longer than it."""
    return not after.label and len(after.text) > len(line.text) and after.text[-1] in ".;:"


def _heads_items(line: Line, after: Block) -> bool:
    """Whether a bold line behind a sign stands over what is not bold: "* Về thu nhập", then dashes."""
    own = labels.understood(line.label)
    if own is None or not own.is_item or not line.bold or line.text[-1] == ".":
        return False
    if isinstance(after, Table):
        return True
    below = labels.understood(after.label)
    return not after.bold and after.label != line.label and (below is None or below.is_item or labels.begins(below))


def _list_begun(after: Block) -> tuple[object, ...] | None:
    """The style of the numbered list that begins with a block."""
    label = labels.understood(after.label) if isinstance(after, Line) else None
    return label.style if label and not label.is_item and labels.begins(label) else None


_MOST_LINES = 4
_JOINS = re.compile(r"(?:VÀ|TRÊN|CỦA|GIAI ĐOẠN|NĂM|ĐẾN|THUỘC|CHO|TẠI|GẮN|VỚI|THEO|TỪ)\b")
_OPEN = re.compile(r"(?:[,–-]|\b(?:VÀ|CỦA|CÁC|VỀ|CHO|TRONG|TRÊN|VỚI|THEO|TẠI))$")


def title_ends(blocks: Sequence[Block], place: int) -> int:
    """Where the lines end that go on with a title in capitals at a place: "ĐÁNH GIÁ …", "VÀ NHIỆM VỤ NĂM 2026"."""
    end = place + 1
    while end < len(blocks) and end - place < _MOST_LINES and _goes_on(blocks[end - 1], blocks[end]):
        end += 1
    return end


def _goes_on(line: Block, after: Block) -> bool:
    if not (isinstance(line, Line) and isinstance(after, Line)) or after.label or not _capitals(line, after):
        return False
    if (line.bold, line.italic, line.centred) != (after.bold, after.italic, after.centred):
        return False
    return line.centred or bool(_JOINS.match(after.text) or _OPEN.search(line.text))


def _capitals(*lines: Line) -> bool:
    return all(one.text.isupper() and one.text[-1] not in ".;:" for one in lines)


def joined(lines: Iterable[Line]) -> str:
    """The words of a title in several lines."""
    return " ".join(one.text for one in lines)


def bare_style(line: Line) -> tuple[object, ...]:
    """How a line without a number looks."""
    return "bare", line.text.isupper(), line.bold, line.italic, line.centred


def as_one(line: Line, more: Sequence[Block]) -> Line:
    """A line with those that go on with its words as a title."""
    lines = [line, *(one for one in more if isinstance(one, Line))]
    if len(lines) == 1:
        return line
    text = joined(one for one in lines if one.text)
    return replace(line, text=text, bold=True, notes=tuple(note for one in lines for note in one.notes))
