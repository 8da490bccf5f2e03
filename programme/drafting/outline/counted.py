"""Headings that count a word of their own: "Nhiệm vụ 1. …", "Hoạt động 2: …", "Giải pháp thứ ba. …".

Which words a plan counts is not known beforehand: a word is one where lines without a number begin with it and another
number each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...reading.document import Block, Line, Table
from . import headings

_COUNTED = re.compile(
    r"(?P<label>(?P<word>[^\W\d_a-z][^\W\d_]*(?:\s+[^\W\d_]+){0,3}?)\s+(?:số\s+|thứ\s+)?"
    r"(?P<n>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|(?:(?<=thứ\s)(?:nhất|hai|ba|tư|năm|sáu|bảy|tám)))"
    r"\s*(?:[.:]|\s[-–](?=\s)))\s+(?P<title>\S.*)"
)
_NONE = re.compile(r"(?i)(?:năm|tháng|ngày|quý|từ|đến|điều|khoản|điểm|bảng|biểu|phụ lục|mẫu|số|hình|ảnh)\b")
"""Words before a number that say when it is or what is cited."""
_LONGEST = 45


@dataclass(frozen=True)
class Counted:
    """A heading as it is written: "Nhiệm vụ 1.", and what it is about."""

    word: str
    number: str
    label: str
    title: str


def counted_in(line: Line) -> Counted | None:
    """The word, number and title of a line without a number that begins like such a heading."""
    found = None if line.label else _COUNTED.match(line.text)
    if not found or not any(map(str.isalpha, found["title"])):
        return None
    if _NONE.match(found["word"]) or headings.project_of(line.text):
        return None
    return Counted(found["word"].casefold(), found["n"], found["label"].strip(), found["title"])


def counting_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words that lines count with two numbers at least."""
    numbers: dict[str, set[str]] = {}
    for block in blocks:
        if isinstance(block, Line) and (found := counted_in(block)):
            numbers.setdefault(found.word, set()).add(found.number)
    return frozenset(word for word, told in numbers.items() if len(told) > 1)


def heads(line: Line, after: Block | None, words: frozenset[str]) -> Counted | None:
    """Such a heading, where something stands below it: else the line is a sentence or one of a list."""
    found = counted_in(line)
    if not found or found.word not in words or after is None or len(line.text.split()) > _LONGEST:
        return None
    if not line.bold and (re.search(r"[.;,]$", found.title) or not found.title[:1].isupper()):
        return None
    listed = isinstance(after, Line) and (beside := counted_in(after)) and beside.word == found.word
    return found if isinstance(after, Table) or not listed else None
