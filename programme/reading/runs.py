"""The words of a paragraph of a .docx, piece by piece, as they are shown.

Kept: insertions that are tracked, results of fields, links, content controls. Left out: tracked deletions, comments,
hidden text, instructions of fields. Text boxes are handed on, to be read as paragraphs of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from .styles import PLAIN, Face, Styles
from .wordml import on, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_GONE = {w(name) for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText")}
_DRAWINGS = {w("drawing"), w("pict"), w("object")}
_SYMBOLS = {
    "b7": "•",
    "d8": "➢",
    "fc": "✓",
    "a7": "▪",
    "a8": "□",
    "fe": "☑",
    "6f": "□",
    "e0": "→",
    "b3": "≥",
    "a3": "≤",
}
"""Letters of the fonts Symbol and Wingdings, by the end of their code."""


@dataclass(frozen=True)
class Run:
    """Words that look alike, or the mark of a note, or a line break ("\\n")."""

    text: str
    face: Face = PLAIN
    note: str = ""


@dataclass
class Piece:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Contents of text boxes."""
    contents: list[Run] = field(default_factory=list)
    """Lines of a table of contents, made by Word of the headings."""
    pictures: int = 0


@dataclass
class _Field:
    shown: bool = False
    contents: bool = False


class Notes:
    """The marks of footnotes and endnotes, counted where they are referred to."""

    def __init__(self) -> None:
        self.met: list[tuple[str, str, str]] = []
        """Kind ("footnote", "endnote"), id, mark."""

    def mark(self, kind: str, name: str, own: str = "") -> str:
        from .numbering import written

        count = sum(1 for one in self.met if one[0] == kind and not one[2].startswith("*")) + 1
        mark = own or written(count, "decimal" if kind == "footnote" else "lowerRoman")
        self.met.append((kind, name, mark))
        return mark


class Runs:
    """Reads paragraphs one after the other: a field may go on over several."""

    def __init__(self, styles: Styles, *, with_contents: bool):
        self._styles = styles
        self._fields: list[_Field] = []
        self._with_contents = with_contents
        self.notes = Notes()

    def read(self, paragraph: Element) -> Piece:
        piece = Piece()
        self._walk(paragraph, paragraph.find(w("pPr")), piece)
        self._fields = [one for one in self._fields if one.shown]  # an instruction does not go beyond its paragraph
        return piece

    @property
    def open_contents(self) -> bool:
        """Whether a table of contents began and did not end."""
        return any(one.contents for one in self._fields)

    def _walk(self, parent: Element, paragraph: Element | None, piece: Piece) -> None:
        for child in parent:
            if child.tag == w("r"):
                self._run(child, paragraph, piece)
            elif child.tag in _GONE:
                continue
            elif child.tag == _MC + "AlternateContent":
                self._walk(chosen(child), paragraph, piece)
            elif child.tag == _M + "t":
                self._add(Run(child.text or ""), piece)
            elif child.tag in _DRAWINGS:
                self._drawing(child, piece)
            else:  # links, insertions, content controls, smart tags, fields in one element, directions
                self._walk(child, paragraph, piece)

    def _run(self, run: Element, paragraph: Element | None, piece: Piece) -> None:
        face = self._styles.face(run.find(w("rPr")), paragraph)
        self._within(run, face, piece)

    def _within(self, run: Element, face: Face, piece: Piece) -> None:
        for child in run:
            name = child.tag
            if name == w("fldChar"):
                self._field(child.get(w("fldCharType"), ""))
            elif name == w("instrText"):
                if self._fields and not self._fields[-1].shown and (child.text or "").split()[:1] == ["TOC"]:
                    self._fields[-1].contents = self._with_contents
            elif name == _MC + "AlternateContent":
                self._within(chosen(child), face, piece)
            elif face.hidden:
                continue
            elif name in _DRAWINGS:
                self._drawing(child, piece)
            elif name in (w("footnoteReference"), w("endnoteReference")):
                self._note(run, child, face, piece)
            elif name == w("ruby"):
                for base in child.findall(f"{w('rubyBase')}/{w('r')}"):
                    self._within(base, face, piece)
            elif text := _text(child):
                self._add(Run(text, face), piece)

    def _note(self, run: Element, reference: Element, face: Face, piece: Piece) -> None:
        kind = "footnote" if reference.tag == w("footnoteReference") else "endnote"
        own = ""
        if on(run, reference.tag.rpartition("}")[2]) is not None and reference.get(w("customMarkFollows")) in (
            "1",
            "true",
        ):
            own = "".join(_text(child) for child in run if child.tag in (w("t"), w("sym"))).strip()
            for child in list(run):
                if child.tag in (w("t"), w("sym")):
                    run.remove(child)
        if self._visible():
            self._add(Run("", face, self.notes.mark(kind, reference.get(w("id"), ""), own)), piece)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _visible(self) -> bool:
        return all(one.shown for one in self._fields)

    def _add(self, run: Run, piece: Piece) -> None:
        if self._visible():
            (piece.contents if self.open_contents else piece.runs).append(run)

    def _drawing(self, drawing: Element, piece: Piece) -> None:
        boxes = list(_boxes(drawing))
        piece.boxes += boxes
        piece.pictures += not boxes


def chosen(alternative: Element) -> Element:
    """The one of several forms of the same thing that is read: the first, but the fallback if only that has words."""
    choices = list(alternative)
    return next((one for one in choices if any(True for _ in one.iter(w("t")))), choices[0] if choices else alternative)


def _boxes(drawing: Element) -> Iterator[Element]:
    """Contents of the text boxes in a drawing, each once."""
    for child in drawing:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == _MC + "AlternateContent":
            yield from _boxes(chosen(child))
        else:
            yield from _boxes(child)


def _text(element: Element) -> str:
    """What an element of a run shows as text."""
    name = element.tag
    if name == w("t"):
        return (element.text or "").replace("\n", " ")
    if name in (w("tab"), w("ptab")):
        return "\t"
    if name == w("cr") or (name == w("br") and element.get(w("type"), "textWrapping") == "textWrapping"):
        return "\n"
    if name == w("br"):
        return " "
    if name == w("noBreakHyphen"):
        return "-"
    if name == w("sym"):
        code = element.get(w("char"), "").lower()
        return _SYMBOLS.get(code[-2:], "•") if code.startswith("f0") else _letter(code)
    return ""


def _letter(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def merged_into_next(paragraph: Element) -> bool:
    """Whether the end of a paragraph is deleted or hidden, so that the next goes on in it."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if mark is None:
        return False
    return mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None or bool(on(mark, "vanish"))
