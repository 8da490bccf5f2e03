"""The blocks of a document in the order in which a draft takes them: what stands side by side, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.document import Block, Document, Footnote, Line, Table
from .letterhead import MOTTO, NUMBER

HEAD, BODY, ANNEX, END = "head", "body", "annex", "end"
"""Where a block stands: in the letterhead, the body, the letterhead repeated above what is annexed, the end."""


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with tables that only set the letterhead or the signature side by side as lines."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _frames(block):
            for row in block.rows:
                for cell in row:
                    texts = (" ".join(one.split()) for one in cell.text.split("\n"))
                    found += [_line(one, block.where, cell.bold) for one in texts if one]
        else:
            found.append(block)
    return found


def with_footnotes(blocks: Sequence[Block], footnotes: Sequence[Footnote]) -> list[Block]:
    """The blocks, each footnote as a paragraph behind the line that has its mark; those without one at the end."""
    waiting = {one.mark: one for one in footnotes}
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        for mark in block.notes if isinstance(block, Line) else ():
            if note := waiting.pop(mark, None):
                found.append(Line(note.text, where=block.where, size=FOOTNOTE))
    return [*found, *(Line(one.text, size=FOOTNOTE) for one in waiting.values())]


FOOTNOTE = -1.0
"""Stands for the size of a line that is a footnote: no heading, whatever its words."""


def _frames(table: Table) -> bool:
    texts = [cell.text for row in table.rows for cell in row]
    told = any(MOTTO.search(one) or re.search(r"Nơi nhận\s*:", one) or NUMBER.match(one) for one in texts)
    return told and len(table.rows) <= 6 and max(map(len, table.rows), default=0) <= 3


def _line(text: str, where: str, bold: bool) -> Line:
    dash = re.match(r"([-–+•])\s+(?=\S)", text)
    return Line(text[dash.end() :], dash[1], bold=bold, where=where) if dash else Line(text, bold=bold, where=where)


def blocks_of(document: Document, head_ends: int) -> list[Block]:
    """All blocks of a document, each footnote behind the line that has its mark, if that stands behind the head."""
    blocks = unfolded(document.blocks)
    return [*blocks[:head_ends], *with_footnotes(blocks[head_ends:], document.footnotes)]
