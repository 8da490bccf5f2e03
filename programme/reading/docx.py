"""A .docx read: a walk over its body that loses no word of what Word shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from xml.etree.ElementTree import Element

from . import labels
from .clean import clean, wide
from .document import Block, Cell, Document, Doubt, Footnote, Line, Table, UnreadableError, words_behind
from .layout import apart, drawn, in_order, official
from .numbering import Numbering
from .package import Package
from .runs import Run, Runs, chosen, merged_into_next
from .styles import Face, Styles, indent
from .wordml import val, w, whole
from .wordtables import PASSED_THROUGH, DraftCell, lists, rows_of, ruled

_MC_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_STOPS = ".;:!?…"


def read(path: Path) -> Document:
    """The document in a .docx. Raises `UnreadableError`."""
    with Package(path) as package:
        found = _Reader(package, with_contents=True)
        blocks = found.body()
        if found.runs.open_contents:  # a table of contents that never ends would swallow the plan
            found = _Reader(package, with_contents=False)
            blocks = found.body()
        notes = found.notes()
        if not any(True for _ in Document("docx", tuple(blocks)).words()):
            raise UnreadableError(
                "Tệp .docx chỉ có hình, không có chữ (có thể là bản quét): hãy dùng bản gốc có chữ, "
                "hoặc nhận dạng chữ (OCR) rồi soát lại trước khi nhập."
                if found.pictures or package.pictures
                else "Tệp .docx không có chữ nào."
            )
        if package.macros:
            found.doubt("cả tệp", "Tệp có macro; macro không được đọc, không được chạy.")
        if found.pictures:
            found.doubt("cả tệp", f"Có {found.pictures} hình; chữ trong hình, nếu có, không đọc được.")
        return Document("docx", tuple(blocks), tuple(notes), tuple(found.doubts), tuple(found.furniture()))


class _Reader:
    def __init__(self, package: Package, *, with_contents: bool):
        def root(kind: str) -> Element | None:
            return next((found for name in package.related(kind) if (found := package.part(name)) is not None), None)

        self._package = package
        self._styles = Styles(root("styles"))
        self._numbering = Numbering(root("numbering"), self._styles)
        self._notes = {kind: root(f"{kind}s") for kind in ("footnote", "endnote")}
        self.runs = Runs(self._styles, with_contents=with_contents)
        self.doubts: list[Doubt] = []
        self.pictures = 0
        self._aside: list[str] = []
        self._paragraphs = self._tables = 0
        self._waiting: list[Run] = []

    def doubt(self, where: str, said: str) -> None:
        self.doubts.append(Doubt(where, said))

    def body(self) -> list[Block]:
        root = self._package.part(self._package.main)
        body = root.find(w("body")) if root is not None else None
        if body is None:
            raise UnreadableError("Tệp .docx không có thân văn bản (w:body): hãy lưu lại bằng Word rồi thử lại.")
        return list(self._blocks(body))

    def furniture(self) -> Iterator[str]:
        """Running heads and feet, each once, and what was set aside."""
        seen = set()
        for kind in ("header", "footer"):
            for name in self._package.related(kind):
                root = self._package.part(name)
                for block in self._blocks(root) if root is not None else ():
                    lines = [block.whole] if isinstance(block, Line) else [c.text for row in block.rows for c in row]
                    for line in lines:
                        if line and line not in seen:
                            seen.add(line)
                            yield line
        yield from self._aside

    def notes(self) -> Iterator[Footnote]:
        """The notes that the text refers to, in its order."""
        done = 0
        while done < len(self.runs.notes.met):
            kind, name, mark = self.runs.notes.met[done]
            done += 1
            root = self._notes[kind]
            note = next((one for one in (root if root is not None else ()) if one.get(w("id")) == name), None)
            blocks = list(self._blocks(note)) if note is not None else []
            text = " ".join(b.whole if isinstance(b, Line) else " ".join(_words(b)) for b in blocks)
            if text:
                yield Footnote(mark, text)
            else:
                self.doubt(f"chú thích {mark}", "Chú thích không có lời.")

    def _blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif child.tag in PASSED_THROUGH:
                yield from self._blocks(child)
            elif child.tag == _MC_ALTERNATIVE:
                yield from self._blocks(chosen(child))
            elif child.tag == w("altChunk"):
                self.doubt(
                    f"sau đoạn {self._paragraphs}",
                    "Có một tài liệu khác được nhúng vào đây; không đọc được lời của nó.",
                )
        if self._waiting:  # the last paragraph has no next one to go on in
            runs, self._waiting = self._waiting, []
            yield from self._lines(runs, None, "")

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        self._paragraphs += 1
        piece = self.runs.read(paragraph)
        self.pictures += piece.pictures
        self._aside += [text for text in [clean("".join(run.text for run in piece.contents))] if text]
        runs = [*self._waiting, *piece.runs]
        self._waiting = []
        if merged_into_next(paragraph):
            self._waiting = runs
        else:
            properties = paragraph.find(w("pPr"))
            places = self._styles.paragraph(properties)
            number = self._numbering.of(places, _style(self._styles, properties))
            shown = any(run.text.strip() for run in runs)
            label = ""
            if number and (shown or not piece.contents):
                label = clean(self._numbering.label(*number))
                if not shown and label and runs == [] and not piece.boxes:
                    self.doubt(f"đoạn {self._paragraphs}", f"Đoạn trống mang số tự động “{label}”: bỏ số, vẫn đếm.")
            if shown:
                yield from self._lines(runs, properties, label, number)
        for box in piece.boxes:
            waiting, self._waiting = self._waiting, []
            yield from self._blocks(box)
            self._waiting = waiting

    def _lines(
        self, runs: list[Run], properties: Element | None, label: str, number: tuple[str, int] | None = None
    ) -> Iterator[Line]:
        """The lines of a paragraph: a break that a person set begins a new one, if no sentence goes on over it."""
        places = self._styles.paragraph(properties)
        centred = next((j for place in places if (j := val(place, "jc")) is not None), "") == "center"
        if number and (of_level := self._numbering.properties(*number)) is not None:
            places = [*places[:1], of_level, *places[1:]] if properties is not None else [of_level, *places]
        outline = next((o for place in places if (o := val(place, "outlineLvl")) is not None), None)
        level = number[1] if number and label else whole(outline, 9) if outline is not None else None
        where = f"đoạn {self._paragraphs}"
        for at, part in enumerate(self._broken(runs, centred=centred, where=where)):
            text = clean("".join(run.text for run in part))
            if not text:
                continue
            if drawn(text):
                self._aside.append(text)
                continue
            typed = ""
            if not (label and at == 0):
                typed, text = labels.split(text)
            faces = _faces(part, typed)
            sizes: dict[float, int] = {}
            for run in part:
                if run.face.size:
                    sizes[run.face.size] = sizes.get(run.face.size, 0) + len(run.text.strip())
            yield Line(
                text,
                label if label and at == 0 else typed,
                automatic=bool(label) and at == 0,
                bold=all(face.bold for face in faces),
                bold_head=_bold_head(part),
                italic=all(face.italic for face in faces),
                underlined=all(face.underlined for face in faces),
                headed=outline is not None and whole(outline, 9) < 9,
                centred=centred,
                size=max(sizes, key=lambda size: sizes[size]) if sizes else None,
                indent=indent(places),
                level=level if level is not None and level < 9 else None,
                where=where,
                notes=tuple(run.note for run in part if run.note),
                behind=tuple(
                    words_behind("".join(one.text for one in part[place + 1 :]))
                    for place, run in enumerate(part)
                    if run.note
                ),
            )

    def _broken(self, runs: Sequence[Run], *, centred: bool, where: str) -> list[list[Run]]:
        parts: list[list[Run]] = [[]]
        for run in runs:
            for at, text in enumerate(wide(run.text).split("\n")):
                if at:
                    parts.append([])
                parts[-1].append(Run(text, run.face, run.note))
        parts = [part for part in parts if any(run.text.strip() or run.note for run in part)]
        found: list[list[Run]] = []
        for part in parts:
            before = clean("".join(run.text for run in found[-1])) if found else ""
            here = clean("".join(run.text for run in part))
            goes_on = before and here and not centred and before[-1] not in _STOPS and here[:1].islower()
            if goes_on and not labels.split(here)[0]:
                self.doubt(where, f"Có ngắt dòng giữa câu, trước “{here[:30]}”: nối thành một đoạn.")
                found[-1] = [*found[-1], Run(" "), *part]
            elif not here and found:
                found[-1] += part
            else:
                found += _columns(part)
        return found

    def _table(self, table: Element) -> Iterator[Block]:
        number = self._tables + 1
        where = f"bảng {number}"
        rows = [row for row in rows_of(table, self._cell) if row]
        columns = max((sum(cell.columns for cell in row) for row in rows), default=0)
        words = "\n".join(cell.text for row in rows for cell in row)
        if not words.strip():
            return
        frames = official(words) or not (ruled(table, self._styles) or lists(rows))
        if (columns == 1 and len(rows) == 1) or (columns <= 3 and frames):
            for row in rows:
                sides = [cell.lines for cell in row if cell.lines]
                yield from in_order(*sides) if len(sides) == 2 else [line for side in sides for line in side]
            return
        self._tables = number  # those in its cells have no number of their own, nor has a letterhead
        made = [
            tuple(
                Cell(
                    cell.text,
                    cell.columns,
                    cell.rows,
                    bool(cell.lines) and all(line.bold for line in cell.lines),
                )
                for cell in row
            )
            for row in rows
        ]
        notes = (note for row in rows for cell in row for line in cell.lines for note in line.notes)
        yield Table(tuple(made), where, tuple(notes))

    def _cell(self, cell: Element, span: int) -> DraftCell:
        lines: list[Line] = []
        for block in self._blocks(cell):
            if isinstance(block, Line):
                lines.append(block)
                continue
            self.doubt(block.where, "Bảng nằm trong ô của bảng khác: mỗi hàng thành một dòng của ô.")
            for row in block.rows:
                if text := " ".join(cell.text.replace("\n", " ") for cell in row if cell.text):
                    lines.append(Line(text, where=block.where))
        return DraftCell(lines, "\n".join(line.whole for line in lines), span)


def _faces(part: Sequence[Run], typed: str) -> list[Face]:
    """The faces of a line's words: its typed label and signs between words may look otherwise."""
    told = [run for run in part if run.text.strip()]
    if typed and len(told) > 1 and typed.startswith(clean(told[0].text)):
        told = told[1:]
    return [run.face for run in told if any(map(str.isalnum, run.text))] or [run.face for run in told]


def _bold_head(part: Sequence[Run]) -> bool:
    """Whether the words up to the first colon are bold, and some behind it are not."""
    told = [run for run in part if run.text.strip()]
    bold = [*takewhile(lambda run: run.face.bold, told)]
    head, rest = (" ".join(run.text for run in some).strip() for some in (bold, told[len(bold) :]))
    return bool(head and rest) and (head.endswith(":") or rest.startswith(":")) and ":" not in head[:-1]


def _columns(part: list[Run]) -> list[list[Run]]:
    """Number and date of a letterhead, set apart by spaces or a tab in one line, as two."""
    text = "".join(run.text for run in part)
    sides = apart(text)
    if len(sides) == 1:
        return [part]
    cut, here = text.index(sides[1], len(sides[0])), 0
    halves: list[list[Run]] = [[], []]
    for run in part:
        at = max(cut - here, 0)
        here += len(run.text)
        halves[0].append(Run(run.text[:at], run.face, run.note if at else ""))
        halves[1].append(Run(run.text[at:], run.face, "" if at else run.note))
    return halves


def _style(styles: Styles, properties: Element | None) -> str | None:
    return next((style.get(w("styleId")) for style in styles.chain(val(properties, "pStyle"))), None)


def _words(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            yield from cell.text.split()
