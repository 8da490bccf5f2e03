"""Letters of a PDF page put together to lines: by where they stand, with the marks that are set apart from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from .clean import clean
from .layout import Segment

_LOOSE = {
    "´": "\u0301",
    "ˊ": "\u0301",
    "`": "\u0300",
    "ˋ": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˘": "\u0306",
    "˜": "\u0303",
}
"""Marks that stand beside letters -> those that stand on them."""
_ORDER = {"\u0302": 0, "\u0306": 0, "\u031b": 0}
"""Marks that make another letter come before those of the tone."""
WIDE = 1.6
"""A space of this many letter heights keeps columns apart."""


@dataclass
class Glyph:
    """A letter with its marks."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    italic: bool
    top: float
    upright: bool = True
    clockwise: bool = False

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass
class PageLine:
    """A line of a page."""

    glyphs: list[Glyph]
    page: int
    number: int = 0
    raised: list[tuple[int, str]] = field(default_factory=list)
    """Small raised numbers in it: behind how many letters of `text`, and which."""
    text: str = ""
    segments: list[Segment] = field(default_factory=list)

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def base(self) -> float:
        return median(glyph.base for glyph in self.glyphs)

    @property
    def size(self) -> float:
        sizes = [round(glyph.size * 2) / 2 for glyph in self.glyphs if glyph.text.strip()]
        return max(set(sizes), key=sizes.count) if sizes else 0.0

    @property
    def bold(self) -> bool:
        return _mostly(glyph.bold for glyph in self.glyphs if glyph.text.isalnum())

    @property
    def italic(self) -> bool:
        return _mostly(glyph.italic for glyph in self.glyphs if glyph.text.isalnum())

    @property
    def first(self) -> float:
        """How much room its first word takes, with a space."""
        end = next((at for at, glyph in enumerate(self.glyphs) if not glyph.text.strip()), len(self.glyphs))
        return self.glyphs[end - 1].right - self.glyphs[0].left + self.size * 0.25

    @property
    def where(self) -> str:
        return f"trang {self.page + 1}, dòng {self.number}" if self.number else f"trang {self.page + 1}"


def _mostly(flags: Iterable[bool]) -> bool:
    values = list(flags)
    return bool(values) and sum(values) >= len(values) * 0.95


def glyphs(chars: Sequence[Mapping[str, Any]], width: float, height: float) -> list[Glyph]:
    """The letters of a page, those drawn twice once, marks on their letters. `chars` are pdfplumber's."""
    found: list[Glyph] = []
    marks: list[Glyph] = []
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        text = str(char["text"])
        left, right, top, bottom = (float(char[key]) for key in ("x0", "x1", "top", "bottom"))
        if not (-1 <= (left + right) / 2 <= width + 1 and -1 <= (top + bottom) / 2 <= height + 1):
            continue  # beyond the edge of the sheet
        place = [(text, round(left + dx), round(top)) for dx in (-0.5, 0.0, 0.5)]
        if text.strip() and not seen.isdisjoint(place):
            continue
        if right - left < 0.1 and text.isalpha() and found and found[-1].text == text:
            continue  # the second half of a letter that the font is made of two signs for, each called the whole
        seen.add(place[1])
        name = str(char.get("fontname") or "").rpartition("+")[2].lower()
        matrix = char.get("matrix") or (1, 0, 0, 1, 0, 0)
        glyph = Glyph(
            _LOOSE.get(text, unicodedata.normalize("NFKC", text) if "\ufb00" <= text <= "\ufb06" else text),
            left,
            right,
            bottom,
            float(char.get("size") or bottom - top),
            bool(re.search(r"bold|black|heavy|-bd|demi", name)),
            bool(re.search(r"italic|oblique", name)),
            top,
            bool(char.get("upright", True)),
            float(matrix[1]) < 0,
        )
        loose = text in _LOOSE or (len(text) == 1 and unicodedata.category(text) == "Mn")
        (marks if loose else found).append(glyph)
    for mark in marks:
        _set_on(mark, found)
    return found


def _set_on(mark: Glyph, letters: list[Glyph]) -> None:
    """Put a mark on the letter that it stands over."""
    middle = mark.middle
    near = [
        letter
        for letter in letters
        if letter.text[:1].isalpha()
        and letter.left - letter.size * 0.25 <= middle <= letter.right + letter.size * 0.25
        and abs(letter.base - mark.base) < letter.size * 0.8
    ]
    if not near:
        letters.append(mark)
        return
    letter = min(near, key=lambda one: (abs(one.middle - middle), abs(one.base - mark.base)))
    parts = unicodedata.normalize("NFD", letter.text)
    marks = sorted(parts[1:] + mark.text, key=lambda one: _ORDER.get(one, 1))
    letter.text = unicodedata.normalize("NFC", parts[0] + "".join(marks))


def lines(letters: Sequence[Glyph], page: int, *, spaced: bool) -> list[PageLine]:
    """Lines from top to bottom. `spaced`: the document sets its spaces as letters; others are only believed if wide."""
    rows: list[list[Glyph]] = []
    upright = sorted((one for one in letters if one.upright), key=lambda one: (one.base, one.left))
    small: list[Glyph] = []
    sizes = [one.size for one in upright if one.text.strip()]
    body = median(sizes) if sizes else 0
    for glyph in upright:
        if glyph.size < body * 0.9 and glyph.text.strip().isdigit():
            small.append(glyph)
            continue
        if rows and abs(rows[-1][-1].base - glyph.base) <= max(glyph.size, rows[-1][-1].size) * 0.3:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for glyph in small:  # raised or lowered numbers belong to the line that they touch
        near = [row for row in rows if _touches(row, glyph)]
        if near:
            min(near, key=lambda row: abs(row[0].base - glyph.base)).append(glyph)
        elif rows and abs(rows[-1][-1].base - glyph.base) < glyph.size * 0.3:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    rows += _sideways([one for one in letters if not one.upright])
    found = [PageLine(sorted(row, key=lambda one: one.left) if row[0].upright else row, page) for row in rows]
    found = sorted((line for line in found if any(g.text.strip() for g in line.glyphs)), key=lambda line: line.base)
    for line in found:
        line.glyphs = _trimmed(line.glyphs)
        _spell(line, spaced=spaced)
    return found


def _touches(row: Sequence[Glyph], glyph: Glyph) -> bool:
    size = max(one.size for one in row)
    beside = any(
        -size <= glyph.left - one.right <= size * 0.5 or abs(glyph.right - one.left) < size * 0.5 for one in row
    )
    return beside and -size * 0.4 <= row[0].base - glyph.base <= size * 0.9


def _sideways(letters: Sequence[Glyph]) -> list[list[Glyph]]:
    """Lines of letters that are turned, as in the heads of narrow columns."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(letters, key=lambda one: (round(one.left / 3), one.top if one.clockwise else -one.top)):
        if rows and abs(rows[-1][-1].left - glyph.left) < 3:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _trimmed(row: list[Glyph]) -> list[Glyph]:
    while row and not row[0].text.strip():
        row = row[1:]
    while row and not row[-1].text.strip():
        row = row[:-1]
    return row


def _spell(line: PageLine, *, spaced: bool) -> None:
    """Write the text of a line, its parts, and the raised numbers that may be marks of notes."""
    size = line.size or 1
    text, part, start = "", "", line.glyphs[0].left
    before: Glyph | None = None
    segments: list[Segment] = []
    upright = line.glyphs[0].upright
    spaces = 0
    for glyph in line.glyphs:
        if not glyph.text.strip():
            spaces += 1
            continue
        gap = glyph.left - before.right if before and upright else 0.0
        if before and gap > size * WIDE:
            segments.append(Segment(start, before.right, part))
            text, part, start = text + "   ", "", glyph.left
        elif before and (spaces or gap > size * (0.45 if spaced else 0.18)):
            text, part = text + " " * max(spaces, 1), part + " "
        spaces = 0
        raised = glyph.text.isdigit() and _is_raised(glyph, line.base, size)
        if raised and line.raised and line.raised[-1][0] + len(line.raised[-1][1]) == len(text):
            line.raised[-1] = (line.raised[-1][0], line.raised[-1][1] + glyph.text)
        elif raised:
            line.raised.append((len(text), glyph.text))
        text, part, before = text + glyph.text, part + glyph.text, glyph
    if before:
        segments.append(Segment(start, before.right, part))
    line.text, line.segments = text, segments


def _is_raised(glyph: Glyph, base: float, size: float) -> bool:
    """Whether a number is set smaller and higher than its line: the less small, the higher it has to stand."""
    up = base - glyph.base
    return (glyph.size < size * 0.8 and up > size * 0.08) or (glyph.size < size * 0.92 and up > size * 0.25)


def words(letters: Sequence[Glyph], *, spaced: bool) -> list[PageLine]:
    """Lines of a cell: wide spaces in it are spaces."""
    found = lines(letters, 0, spaced=spaced)
    for line in found:
        line.text = clean(line.text)
    return found
