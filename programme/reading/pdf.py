"""A .pdf with a text layer read: lines and tables of its pages, without what belongs to the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from . import furniture
from .clean import clean
from .document import Block, Document, Doubt, Footnote, Line, UnreadableError
from .glyphs import PageLine, glyphs, lines
from .grids import Drawn, drawn, goes_on, together
from .layout import apart, beside, in_order
from .layout import drawn as drawn_with_signs
from .sheets import Page, form_of, measures_of, pitch_of, rows_of
from .wrapping import Joiner, Measure, Row

PAGES = 1_000
_BROKEN = "Tệp .pdf bị hỏng, không đọc được. Hãy mở bằng trình xem PDF, in ra PDF mới (Print to PDF) rồi thử lại."
_LOCKED = "Tệp .pdf có mật khẩu. Hãy mở bằng mật khẩu, lưu thành tệp không có mật khẩu rồi thử lại."
_SCAN = (
    "Tệp .pdf không có lớp chữ (có thể là bản quét). Hãy xin tệp .docx hoặc .pdf gốc; nếu không có, "
    "nhận dạng chữ (OCR) rồi soát lại từng chữ trước khi nhập."
)
_MISSING = (
    'Muốn đọc .pdf cần thư viện pdfplumber: chạy «pip install "ke-hoach-giam-ngheo[import]"» '
    "(hoặc «pip install pdfplumber»), hoặc lưu kế hoạch thành .docx."
)
_CONTENTS = re.compile(r".*(?:\.{5,}|…{3,}|(?:\. ){5,})\s*\d{1,4}\s*$")


def read(path: Path, progress: Callable[[int], None] = lambda page: None) -> Document:
    """The document in a .pdf; `progress` is told the number of each page read. Raises `UnreadableError`."""
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
        from pdfminer.pdftypes import resolve1
    except ImportError as fault:
        raise UnreadableError(_MISSING) from fault
    try:
        with pdfplumber.open(path) as pdf:
            said = resolve1(resolve1(pdf.doc.catalog.get("Pages")).get("Count"))
            if not isinstance(said, int) or said > PAGES:
                raise UnreadableError(
                    f"Tệp .pdf có {said} trang, nhiều hơn {PAGES}: hãy tách phần kế hoạch ra một tệp riêng."
                )
            pages = _pages(pdf, progress)
    except (UnreadableError, MemoryError):
        raise
    except Exception as fault:  # a PDF can be broken in more ways than its library has errors for
        causes = set(_causes(fault))
        if MemoryError in causes:
            raise MemoryError from fault
        if causes & {PDFPasswordIncorrect, PDFEncryptionError}:
            raise UnreadableError(_LOCKED) from fault
        raise UnreadableError(_BROKEN) from fault
    return _document(pages)


def _causes(fault: BaseException) -> Iterator[type]:
    """The kinds of an error and of all that led to it; pdfplumber wraps those of its library."""
    waiting: list[object] = [fault]
    while waiting and len(waiting) < 50:
        one = waiting.pop()
        if isinstance(one, BaseException):
            yield type(one)
            waiting += [one.__cause__, one.__context__, *one.args]


def _pages(pdf: Any, progress: Callable[[int], None]) -> list[Page]:
    pages: list[Page] = []
    unknown = total = 0
    for number, page in enumerate(pdf.pages):
        if number >= PAGES:
            raise UnreadableError(f"Tệp .pdf có hơn {PAGES} trang: hãy tách phần kế hoạch ra một tệp riêng.")
        chars = page.chars
        unknown += sum(str(char["text"]).startswith("(cid:") for char in chars)
        total += len(chars)
        pages.append(_page(page, number, chars))
        page.close()
        progress(number + 1)
    if total < 20 and not any(page.lines or page.tables for page in pages):
        raise UnreadableError(_SCAN if any(page.picture for page in pages) else "Tệp .pdf không có chữ nào.")
    if unknown > total * 0.02:
        raise UnreadableError(
            "Phông chữ trong tệp .pdf không cho biết chữ nào là chữ nào. "
            "Hãy xin tệp .docx gốc, hoặc in ra PDF mới rồi thử lại."
        )
    return pages


def _document(pages: Sequence[Page]) -> Document:
    doubts = [
        Doubt(f"trang {page.number + 1}", "Trang chỉ có hình, không đọc được chữ trên đó.")
        for page in pages
        if page.picture
    ]
    aside = _without_furniture(pages)
    footnotes = [note for page in pages for note in _take_notes(page)]
    _see_what_ends_pages(pages)
    marks = {note.mark for note in footnotes}
    for line in (line for page in pages for line in page.lines):
        line.raised = [(at, mark) for at, mark in line.raised if mark in marks]
    found = measures_of(pages)
    blocks = []
    for block in _blocks(pages, found, doubts):
        if isinstance(block, Line) and (drawn_with_signs(block.whole) or _CONTENTS.match(block.whole)):
            aside.append(block.whole)
        else:
            blocks.append(block)
    return Document("pdf", tuple(blocks), tuple(footnotes), tuple(doubts), tuple(dict.fromkeys(aside)))


def _page(page: Any, number: int, chars: Sequence[Any]) -> Page:
    letters = glyphs(chars, float(page.width), float(page.height))
    spaces = sum(not letter.text.strip() for letter in letters)
    spaced = spaces > len(letters) * 0.08
    tables = []
    if len(page.lines) + len(page.rects) + len(page.curves) > 3:
        for found in page.find_tables():
            table = drawn(found, number, letters, spaced=spaced)
            if table:
                tables.append(table)
                left, top, right, bottom = table.box
                letters = [
                    g for g in letters if not (left <= g.middle <= right and top <= (g.top + g.base) / 2 <= bottom)
                ]
    picture = bool(page.images) and not any(letter.text.strip() for letter in letters) and not tables
    return Page(
        number,
        float(page.width),
        float(page.height),
        lines(letters, number, spaced=spaced),
        tables,
        picture=picture,
        notes_from=_short_rule(page, tables),
    )


def _short_rule(page: Any, tables: Sequence[Drawn]) -> float | None:
    """Where the lowest rule over less than half of a page is drawn, outside its tables."""
    return max(
        (
            float(one["bottom"])
            for one in (*page.rects, *page.lines, *page.curves)
            if one["bottom"] - one["top"] < 3
            and 36 < one["x1"] - one["x0"] < page.width / 2
            and not any(table.box[1] - 3 <= one["top"] <= table.box[3] + 3 for table in tables)
        ),
        default=None,
    )


def _without_furniture(pages: Sequence[Page]) -> list[str]:
    """Take running heads and page numbers out of the pages, number what is left; what was taken."""
    gone = furniture.repeated([[line.text for line in page.lines] for page in pages])
    aside = []
    for page, out in zip(pages, gone, strict=True):
        inside = [table.box for table in page.tables]
        between = {
            at
            for at in out
            if any(box[3] < page.lines[at].base for box in inside)
            and any(box[1] > page.lines[at].base for box in inside)
        }
        aside += [clean(page.lines[at].text) for at in sorted(out - between)]
        page.lines = [line for at, line in enumerate(page.lines) if at not in out - between]
        for at, line in enumerate(page.lines, 1):
            line.number = at
    return aside


def _see_what_ends_pages(pages: Sequence[Page]) -> None:
    """Tell the tables whether they begin or end the words of their page; furniture and notes are gone by now."""
    for page in pages:
        for table in page.tables:
            table.first = not any(line.base < table.box[1] + 2 for line in page.lines) and table is page.tables[0]
            table.last = not any(line.base > table.box[3] for line in page.lines) and table is page.tables[-1]


def _take_notes(page: Page) -> Iterator[Footnote]:
    """Footnotes at the foot of a page, in smaller letters or below a rule: they begin with a number that is raised,
    there or above."""
    sizes = Counter(line.size for line in page.lines)
    body = sizes.most_common(1)[0][0] if sizes else 0
    starts: list[tuple[int, str]] = []
    above: set[str] = set()
    for at, line in enumerate(page.lines):
        mark = _mark(line, above)
        below_rule = page.notes_from is not None and line.base > page.notes_from
        if mark and (below_rule or all(other.size < body - 0.4 for other in page.lines[at:])):
            starts.append((at, mark))
        above |= {raised for _, raised in line.raised}
    for (at, mark), (end, _) in pairwise([*starts, (len(page.lines), "")]):
        texts = [page.lines[at].text[len(mark) :], *(line.text for line in page.lines[at + 1 : end])]
        yield Footnote(mark, clean(" ".join(texts)))
    if starts:
        page.lines = page.lines[: starts[0][0]]


def _mark(line: PageLine, above: Container[str]) -> str:
    """The number that a line begins with, where it is a footnote's; nothing where it is not."""
    if line.raised and line.raised[0][0] == 0:
        return line.raised[0][1]
    number = re.match(r"\d{1,2}(?=\s)", line.text)
    return number[0] if number and number[0] in above else ""


def _blocks(pages: Sequence[Page], measures: dict[tuple[int, int], Measure], doubts: list[Doubt]) -> Iterator[Block]:
    joiner: Joiner | None = None
    form = None
    waiting: list[Drawn] = []
    sides = _Sides()

    def where(page: int) -> str:
        return f"trang {page + 1}"

    pitch = pitch_of(pages)
    for page in pages:
        if page.lines and (joiner is None or form_of(page) != form):
            if joiner:
                yield from joiner.take()
            form = form_of(page)
            joiner = Joiner(measures[form])
            joiner.doubts = doubts
        rows = rows_of(page, measures.get(form_of(page)), pitch)
        at = 0
        tables = sorted(page.tables, key=lambda table: table.box[1])
        while at < len(page.lines) or tables:
            if tables and (at == len(page.lines) or tables[0].box[1] < page.lines[at].base):
                yield from sides.take()
                table = tables.pop(0)
                if waiting and not goes_on(waiting[-1], table):
                    yield together(waiting, where, doubts)
                    waiting = []
                if not waiting and joiner:
                    yield from joiner.take()
                waiting.append(table)
                continue
            if waiting:
                yield together(waiting, where, doubts)
                waiting = []
            assert joiner is not None
            end = next(
                (i for i in range(at, len(page.lines)) if tables and page.lines[i].base > tables[0].box[1]), None
            )
            near = page.lines[at:end]
            two = None
            if sides or len(near[0].segments) == 2:
                two = beside([line.segments for line in near], near[0].size / 2, sides.cut if sides else None)
            if two:
                yield from joiner.take()
                sides.add(near, two)
                at += two[2]
                if at < len(page.lines):
                    yield from sides.take()
                continue
            yield from sides.take()
            parts = apart(rows[at].text)
            for part in parts:
                joiner.add(replace(rows[at], text=part, apart=rows[at].apart or len(parts) > 1))
            at += 1
    if waiting:
        yield together(waiting, where, doubts)
    if joiner:
        yield from joiner.take()
    yield from sides.take()


class _Sides:
    """Two columns that are no table, and go on on the next page where they end one."""

    def __init__(self) -> None:
        self._both: tuple[list[Line], list[Line]] = ([], [])
        self.cut: float | None = None
        """Where the right one begins; None where there are none."""

    def __bool__(self) -> bool:
        return self.cut is not None

    def add(self, near: Sequence[PageLine], found: Any) -> None:
        """Lines at whose head `beside` found them."""
        for into, side in zip(self._both, found[:2], strict=True):
            joiner = Joiner(Measure(0, float("inf"), 1, indents=False))
            for place, part in side:
                line = near[place]
                own = [g for g in line.glyphs if part.start - 1 <= g.middle <= part.end + 1 and g.text.isalnum()]
                bold = bool(own) and all(g.bold for g in own)
                joiner.add(
                    Row(clean(part.text), 0, part.end - part.start, line.where, apart=True, bold=bold, size=line.size)
                )
            into.extend(joiner.take())
        right = [part.start for _, part in found[1]]
        self.cut = min([*right, *([self.cut] if self.cut is not None else [])], default=None)

    def take(self) -> list[Line]:
        """Their lines in reading order; afterwards there are none."""
        taken, self._both, self.cut = in_order(*self._both), ([], []), None
        return taken
