"""Blocks of raw HTML, kept aside while a page's Markdown is turned into HTML: reading them takes Markdown long.

What is kept stands on the page as Markdown itself would have left it. Only what is surely such a block is kept; all
else Markdown reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

_TAGS = (
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header main nav ol "
    "p section table ul"
).replace(" ", "|")
_START = re.compile(rf"(?:(?<=\n\n)|\A\n*)<({_TAGS})(?=[ >])")
"""Where a block may begin: at the edge, after a blank line."""
_TAG = re.compile(rf"<({_TAGS})(?=[ >])")
_END = re.compile(r" *(?:\n *\n|\n?\Z)")
"""What stands behind one: a blank line, or nothing."""
_ITS_TAGS = {
    tag: re.compile(rf"""<(/?){tag}(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>""", re.IGNORECASE) for tag in _TAGS.split("|")
}
_READ = re.compile(
    r"[<&\t\r\x02\x03](?:(?<=[\t\r\x02\x03])|(?<=&)(?!#?\w+;)|"
    r"(?<=<)(?:[!?]|(?:script|style|textarea|xmp|iframe|noscript|plaintext)\b))",
    re.IGNORECASE,
)
"""What Markdown does something about, within a block too: so it is left to it."""
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_BLANK = re.compile(r"(?<=\n) +\n")
_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_PLACE = '<hr data-aside="{}">'
_PLACES = re.compile(r'<hr data-aside="(\d+)">')


def put_aside(text: str) -> tuple[str, list[str]]:
    """The text with a mark for each block, and the blocks."""
    kept: list[str] = []
    if _FENCE.search(text) or "data-aside" in text:
        return text, kept
    parts, at = [], 0
    while found := _START.search(text, at):
        blocks = _row(text, found.start(1) - 1)
        for start, end in blocks:
            parts += [text[at:start], _PLACE.format(len(kept))]
            kept.append(_BLANK.sub("\n", text[start:end]))
            at = end
        if not blocks:
            parts.append(text[at : found.end()])
            at = found.end()
    return "".join([*parts, text[at:]]), kept


def _row(text: str, start: int) -> list[tuple[int, int]]:
    """Where blocks begin and end that stand in lines one under another, with nothing else; none where one is none."""
    found: list[tuple[int, int]] = []
    while tag := _TAG.match(text, start):
        end = _end(text, start, tag[1])
        if not end or _READ.search(text, start, end):
            return []
        found.append((start, end))
        if _END.match(text, end):
            return found
        if text[end] != "\n":
            break
        start = end + 1
    return []


def _end(text: str, start: int, tag: str) -> int:
    """Where the element that starts there ends; 0 where it does not."""
    depth = 0
    for found in _ITS_TAGS[tag].finditer(text, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return 0


def put_back(html: str, kept: Sequence[str]) -> str:
    """The page with its blocks."""
    return _PLACES.sub(lambda found: kept[int(found[1])], html) if kept else html


def anchors(kept: Iterable[str]) -> set[str]:
    """What a link may lead to in the blocks."""
    found = (one for block in kept for one in _ID.findall(block))
    return {unescape(next(filter(None, one))) for one in found if any(one)}
