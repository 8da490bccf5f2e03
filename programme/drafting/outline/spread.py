"""The blocks of a document in the order in which a draft takes them, each with the footnotes of its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...reading.document import Block, Document, Footnote, Line, Table
from .letterhead import MOTTO, NUMBER

HEAD, BODY, ANNEX, END, NOTES = "head", "body", "annex", "end", "notes"
"""Where words stand: in the letterhead, the body, the letterhead repeated above what is annexed, the end, footnotes."""


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


def blocks_of(document: Document) -> list[Block]:
    """All blocks of a document; for the marks of footnotes in them stand the keys of these (see `footnotes_of`).

    A mark that comes again, as where each page counts its own, is of the next footnote that has it.
    """
    waiting: dict[str, list[str]] = {}
    for key, note in footnotes_of(document).items():
        waiting.setdefault(note.mark, []).append(key)
    found: list[Block] = []
    for block in unfolded(document.blocks):
        known = [(place, waiting[mark].pop(0)) for place, mark in enumerate(block.notes) if waiting.get(mark)]
        keys = tuple(key for _, key in known)
        if isinstance(block, Line) and block.notes:
            behind = dict(enumerate(block.behind))
            found.append(replace(block, notes=keys, behind=tuple(behind.get(place, 0) for place, _ in known)))
        else:
            found.append(replace(block, notes=keys) if block.notes else block)
    return found


def behind_of(blocks: Sequence[Block]) -> dict[str, int]:
    """Key of a footnote -> how many words of its line begin behind its mark, of the blocks of `blocks_of`."""
    lines = (one for one in blocks if isinstance(one, Line))
    return {key: count for line in lines for key, count in zip(line.notes, line.behind, strict=True)}


def footnotes_of(document: Document) -> dict[str, Footnote]:
    """Key -> footnote, of those that have a letter or digit, in their order."""
    return {str(at): note for at, note in enumerate(document.footnotes) if any(map(str.isalnum, note.text))}


def _frames(table: Table) -> bool:
    texts = [cell.text for row in table.rows for cell in row]
    told = any(MOTTO.search(one) or re.search(r"Nơi nhận\s*:", one) or NUMBER.match(one) for one in texts)
    return told and len(table.rows) <= 6 and max(map(len, table.rows), default=0) <= 3


def _line(text: str, where: str, bold: bool) -> Line:
    dash = re.match(r"([-–+•])\s+(?=\S)", text)
    return Line(text[dash.end() :], dash[1], bold=bold, where=where) if dash else Line(text, bold=bold, where=where)
