"""Lines as a page shows them, joined into the paragraphs that they were wrapped from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import labels
from .clean import clean
from .document import Doubt, Line

_STOP = re.compile(r"[.;:!?…][”\"')\]]*$")
_TOWARDS = "từ|đến|tới|khoảng|trên|dưới"
_PREPOSITION = re.compile(rf"(?:^|\s)(?:{_TOWARDS})$", re.I)
_ASKS_NUMBER = re.compile(
    rf"(?:^|\s)(?:(?i:{_TOWARDS}|điều|khoản|điểm|số|ngày|tháng|năm|quý|hơn|gần|lần|mục|phần|mẫu|biểu|thứ)"
    r"|[Dd]ự án|[Bb]ảng|[Đđ]ợt|[Nn]hóm|[Gg]iai đoạn)$"
)
"""A word that a number or letter follows: what stands at the head of the next line is no label."""
_NUMBER = re.compile(r"\W*(?:\d|[IVXL]+\b|[A-Za-zđ]\b)")
_OPEN_WORD = re.compile(
    r"(?:^|\s)(?:của|và|các|những|với|thuộc|về|theo|cho|tại|do|là|hoặc|,)$|,$"
    r"|;\s(?:Hội|Phòng|Sở|Ban|Đoàn|Trạm|Trung tâm|Văn phòng|Chi cục)$"
)
"""A word that no paragraph ends with; the first of a body's name behind a semicolon is one."""
_OPENS = re.compile(r"Căn cứ\s+[A-ZĐ]|(?:Theo|Xét) đề nghị của\s")
"""What a paragraph of the grounds of a document begins with, by the rules for official documents."""
_NAMED = re.compile(r"[A-ZĐ][^\W\d_]*(?:\s[^\W\d_]+){0,3}\s\d{1,2}(?:\.\d{1,2})?:\s+\S")
"""A number behind a name, before a colon, as projects and tables are called: "Tiểu dự án 1: Hỗ trợ ..."."""
_UNIT = re.compile(r"\(?(?:Đơn vị(?: tính)?|ĐVT)\s*:.{1,40}$", re.IGNORECASE)
"""The unit of a table, alone in its line."""
_GLUED = re.compile(r"(?:[^\s\-–—][-–]|[^\s./\d]/)$")
"""A line cut behind a hyphen or stroke inside a word: "15/TTr-", "đồng/"."""


@dataclass
class Row:
    """One line of a page. Lengths are in points, or in letters where the page is of text."""

    text: str
    left: float
    right: float
    where: str = ""
    page: int = 0
    apart: bool = False
    """More space than usual stands above it."""
    centred: bool = False
    bold: bool = False
    italic: bool = False
    size: float | None = None
    notes: tuple[str, ...] = ()
    behind: tuple[int, ...] = ()
    """How many words of it begin behind each mark."""
    first: float = 0.0
    """How much room its first word takes, with a space; 0 where that must be guessed."""

    @property
    def label(self) -> str:
        return labels.split(self.text)[0]


@dataclass(frozen=True)
class Measure:
    """The body of the page: its edges, and how far a length can be trusted."""

    left: float
    right: float
    tolerance: float
    indents: bool
    """Paragraphs can be told by the indent of their first line."""


class Joiner:
    """Joins rows in order. `lines` and `doubts` are what came of it."""

    def __init__(self, measure: Measure):
        self._measure = measure
        self._rows: list[Row] = []
        self._seen: dict[str, str] = {}
        """Form of label -> the last label of that form."""
        self.lines: list[Line] = []
        self.doubts: list[Doubt] = []

    def add(self, row: Row) -> None:
        if self._rows and not self._begins(row):
            self._rows.append(row)
        else:
            self.end()
            self._rows = [row]
            if label := row.label:
                self._seen[labels.kind(label)] = label

    def end(self) -> None:
        """The paragraph that is open is whole."""
        if not self._rows:
            return
        first = self._rows[0]
        label, text = labels.split(clean(joined([row.text for row in self._rows])))
        sizes = [row.size for row in self._rows if row.size]
        self.lines.append(
            Line(
                text,
                label,
                bold=all(row.bold for row in self._rows),
                italic=all(row.italic for row in self._rows),
                centred=all(row.centred for row in self._rows) or (first.centred and len(self._rows) == 1),
                size=max(sizes, key=sizes.count) if sizes else None,
                indent=round(first.left - self._measure.left, 1),
                where=first.where,
                notes=tuple(note for row in self._rows for note in row.notes),
                behind=tuple(self._behind()),
            )
        )
        self._rows = []

    def _behind(self) -> Iterator[int]:
        """How many words of the paragraph begin behind each mark of a footnote."""
        for at, row in enumerate(self._rows):
            if row.notes:
                rest = joined([one.text for one in self._rows[at:]])
                below = len(rest.split()) - len(row.text.split())
                yield from (count + below for count in row.behind)

    def take(self) -> list[Line]:
        """The lines so far, once."""
        self.end()
        lines, self.lines = self.lines, []
        return lines

    def _doubt(self, row: Row, said: str) -> None:
        self.doubts.append(Doubt(row.where, f"{said}: “{_short(row.text)}”"))

    def _begins(self, row: Row) -> bool:
        """Whether a row begins a paragraph."""
        first, last, measure = self._rows[0], self._rows[-1], self._measure
        tolerance = measure.tolerance
        so_far = " ".join(r.text for r in self._rows[-6:])
        end = last.text.rstrip()
        stopped = bool(_STOP.search(end))
        room = measure.right - last.right
        word = _first_word(row)
        full = room <= word + tolerance
        lower = not row.text.lstrip("“\"'( ")[:1].isupper()
        text_of_first = first.left + len(first.label) * _letter(first)
        hanging = bool(first.label) and len(self._rows) == 1 and abs(row.left - text_of_first) < 4 * _letter(row)
        indented = measure.indents and row.left > last.left + tolerance * 2 and row.left > measure.left + tolerance * 2
        unclosed = so_far.count("(") > so_far.count(")")
        if not unclosed and (_UNIT.match(row.text) or (len(self._rows) == 1 and _UNIT.match(first.text))):
            return True
        if _NAMED.match(row.text) and (not full or stopped or _NAMED.match(first.text)):
            return True
        if row.label and self._labelled(row, full=full, stopped=stopped, end=end, indented=indented):
            return True
        if (
            full
            and not stopped
            and (unclosed or _OPEN_WORD.search(end) or _number_asked(end, row) or _GLUED.search(end))
        ):
            return False
        if row.label and full and not stopped and not indented:
            self._doubt(row, "Đầu dòng giống số mục nhưng câu trước chưa hết: nối vào đoạn trên")
            return False
        if row.apart and not (full and lower and not stopped):
            return True
        if row.centred != last.centred and not (full and last.centred and not stopped):
            return stopped or not lower or room > (measure.right - measure.left) * 0.2
        if row.bold != last.bold and (row.bold or first.bold) and not (full and not stopped and lower):
            return True
        if indented and not hanging:
            if full and not stopped and lower:
                self._doubt(row, "Dòng thụt vào nhưng câu trước chưa hết: nối vào đoạn trên")
                return False
            return True
        if measure.indents and not (row.centred and last.centred) and not lower and self._far(row, last):
            return True
        if not full and unclosed and not row.label and not stopped and ")" in row.text:
            return False  # a bracket that the row closes: one paragraph
        if not full:
            return self._short_before(row, last, room=room, stopped=stopped, lower=lower)
        if not stopped or lower:
            return False
        if measure.indents and row.left < first.left - tolerance * 2 and not row.centred:
            return False  # back at the margin, in a document that indents its paragraphs
        if measure.indents and row.left > measure.left + tolerance * 2 and abs(row.left - first.left) <= tolerance:
            return not row.centred  # it begins where the paragraph above began, away from the margin
        if end[-1] in ";:":
            self._doubt(row, "Dòng trước đầy và hết bằng dấu câu: tách thành đoạn mới")
            return True
        self._doubt(row, "Dòng trước đầy và hết câu: nối vào đoạn trên, có thể là đoạn mới")
        return False

    def _labelled(self, row: Row, *, full: bool, stopped: bool, end: str, indented: bool) -> bool:
        """Whether what looks like a label at the head of a row is one."""
        if _ASKS_NUMBER.search(end) and row.label[-1:].isalnum() is False and full:
            return False
        if not full or stopped or indented or row.apart or row.bold != self._rows[-1].bold:
            return True
        if row.label in "-–—−+":  # "Lao động / - Thương binh": a name cut at its dash
            return False
        before = self._seen.get(labels.kind(row.label), "")
        return follows(before, row.label)

    def _far(self, row: Row, last: Row) -> bool:
        """Whether one of two rows stands far from the margin, as a signature does, and they begin at other places."""
        width = self._measure.right - self._measure.left
        return max(row.left, last.left) - self._measure.left > width * 0.4 and (
            row.left != last.left or row.text.isupper()
        )

    def _short_before(self, row: Row, last: Row, *, room: float, stopped: bool, lower: bool) -> bool:
        """Whether a paragraph begins after a row that had room for one more word."""
        width = max(self._measure.right - self._measure.left, 1)
        alone = len(self._rows) == 1
        if row.centred or last.centred or row.label or last.text.isupper():
            return True
        if _OPEN_WORD.search(last.text.rstrip()) or _GLUED.search(last.text.rstrip()):
            return False
        if lower and not stopped and room < width * 0.2:
            return False
        if lower and last.text.rstrip()[-1:] in ";,:" and room < width * 0.25:
            self._doubt(row, "Dòng bắt đầu bằng chữ thường sau dấu câu: nối vào đoạn trên, có thể là đoạn mới")
            return False
        named = not lower and not stopped and not row.text.split(maxsplit=1)[0].isupper()
        heading = alone and any(map(str.isalnum, self._rows[0].label)) and "; " not in last.text
        if named and room < width * 0.12 and not heading and not self._measure.indents:
            self._doubt(row, "Dòng trước gần đầy và chưa hết câu: nối vào đoạn trên, có thể là đoạn mới")
            return False
        if stopped or not lower:
            return True
        self._doubt(row, "Dòng trước ngắn và chưa hết câu, dòng này bắt đầu bằng chữ thường: tách thành đoạn mới")
        return True


def joined(texts: Sequence[str]) -> str:
    """Rows as one text: a word cut behind its hyphen or stroke is whole again."""
    found: list[str] = []
    for text in texts:
        text = text.strip()
        found += [text] if not found or _GLUED.search(found[-1][-4:]) else [" ", text]
    return "".join(found)


def follows(before: str, label: str) -> bool:
    """Whether a label is the next of its kind: "2." after "1.", "b)" after "a)", "1.2." after "1.1."; or the first."""
    last, here = _rank(before), _rank(label)
    if here[-1:] == (1,):
        return True
    if not last or len(last) != len(here) or last[:-1] != here[:-1] or before == label:
        return False
    letters = label.strip("().")[-1:].isalpha()  # d, đ, e or d, e: both are used
    return 0 <= here[-1] - last[-1] <= 2 if letters else here[-1] - last[-1] == 1


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def _rank(label: str) -> tuple[int, ...]:
    found = []
    for part in re.findall(r"\d+|[^\W\d_]+", label.lower())[-6:]:
        if part.isdigit():
            found.append(int(part))
        elif set(part) <= set("ivx"):
            values = [_ROMAN_VALUES[c] for c in part]
            pairs = zip(values, [*values[1:], 0], strict=True)
            found.append(sum(-v if v < following else v for v, following in pairs))
        elif part == "đ":
            found.append(5)
        elif len(part) == 1 and part in _ALPHABET:
            found.append(_ALPHABET.index(part) + 1)
    return tuple(found)


def _number_asked(end: str, row: Row) -> bool:
    """Whether a row begins with the number or letter that words before it ask for; "chuyển đổi số" may ask for none."""
    return bool(_ASKS_NUMBER.search(end)) and bool(_NUMBER.match(row.text) or _PREPOSITION.search(end))


def _letter(row: Row) -> float:
    return (row.right - row.left) / max(len(row.text), 1)


def _first_word(row: Row) -> float:
    """How much room the first word of a row takes, with the space before it."""
    if row.first:
        return row.first
    word = row.text.split(maxsplit=1)[0] if row.text.strip() else ""
    return (len(word) + 1) * _letter(row)


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0] + "…"
