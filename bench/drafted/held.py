"""A plan's folder as it is written: its whole text in reading order, and what each run of words is said to mean.

Read from the YAML as it stands and not through the engine: a draft that the engine refuses is measured too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from drafted.letters import bare, squeezed

Keys = Mapping[str, Any]
_OF_PARAGRAPH = ("bearers", "projects", "note", "items", "mark")
"""The keys of a paragraph that are not those of its one phrase."""

_NUMBER = re.compile(
    r"(?i)(?:điều|khoản|mục|phần|chương|phụ lục|biểu|mẫu)(?:\s+(?:số|thứ))?(?:\s+\w+)?\W*"
    r"|\W*\w{0,4}(?:[.-]\w{1,3})*\W*"
)
"""A label that is a number; any other one is the heading of a part without a number."""


@dataclass(frozen=True)
class Span:
    """Some words of a piece and the keys they have; `range` in the squeezed text of the whole plan."""

    range: tuple[int, int]
    text: str
    keys: Keys
    asked: bool = False
    """Not in the data: a question of the import guesses it."""


@dataclass
class Piece:
    """A heading, a paragraph, a row or another line, in reading order."""

    kind: str
    """"head", "heading", "basis", "text", "closing", "table", "columns", "row", "end"."""
    text: str
    path: tuple[str, ...]
    """The headings it stands under, each number and words."""
    file: str
    start: int = 0
    end: int = 0
    spans: list[Span] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    kind_of_clause: str = ""

    @property
    def range(self) -> tuple[int, int]:
        return self.start, self.end


@dataclass
class Grid:
    """A table: heads of its columns and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    path: tuple[str, ...]


@dataclass
class Registers:
    """Id -> the names by which a record is known."""

    agencies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, kind: str, records: Sequence[Keys]) -> None:
        for one in records:
            if kind == "documents":
                self.documents.setdefault(str(one["id"]), dict(one))
            elif kind in ("agencies", "groups", "places"):
                names = (one.get("name"), *one.get("names", ()), one.get("short"))
                getattr(self, kind).setdefault(str(one["id"]), tuple(str(name) for name in names if name))


@dataclass
class Held:
    """All that a folder says."""

    pieces: list[Piece]
    text: str
    """Every piece's squeezed text, one after another."""
    grids: list[Grid]
    registers: Registers
    asked_documents: dict[str, dict[str, Any]]
    plan: Keys
    questions: int = 0
    asked_spots: list[tuple[int, int]] = field(default_factory=list)
    """Where something is asked, be it guessed or not."""

    def at(self, place: tuple[int, int]) -> list[Piece]:
        """The pieces that a range runs over."""
        return [one for one in self.pieces if one.start < place[1] and place[0] < one.end]


class _Reader:
    def __init__(self, data: Path) -> None:
        self.data = data
        self.pieces: list[Piece] = []
        self.grids: list[Grid] = []
        self.projects: list[tuple[str, dict[str, Any]]] = []
        self.file = "plan.yaml"
        self.notes: list[tuple[str, tuple[str, ...]]] = []
        """Footnotes, each with the headings that its mark stands under."""

    def load(self, name: str) -> Any:
        path = self.data / name
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader) if path.exists() else None

    def line(self, kind: str, text: str, path: tuple[str, ...] = (), **more: Any) -> Piece:
        piece = Piece(kind, text, path, self.file, **more)
        self.pieces.append(piece)
        return piece

    def paragraph(self, held: Any, path: tuple[str, ...], kind: str, clause: str = "") -> None:
        if isinstance(held, str):
            held = {"phrases": [held]}
        if held.get("mark"):
            self.line("number", held["mark"], path)
        phrases = held.get("phrases") or [{key: held[key] for key in held if key not in _OF_PARAGRAPH}]
        own = {key: held[key] for key in ("bearers", "projects") if key in held}
        phrases = [{"text": one} if isinstance(one, str) else one for one in phrases]
        piece = self.line(kind, " ".join(one.get("text", "") for one in phrases), path, kind_of_clause=clause)
        at = 0
        for one in phrases:
            words = one.get("text", "")
            keys = {**own, **{key: value for key, value in one.items() if key != "text"}}
            if own.get("bearers") and not keys.get("roles") and "bearers" not in one:
                keys = {**keys, "inherited": "true"}
            piece.spans.append(Span((at, at + len(words)), words, keys))
            at += len(words) + 1
            self.footnotes(one, path)
        for one in held.get("items", ()) or ():
            self.paragraph(one, path, kind, clause)

    def footnotes(self, held: Keys, path: tuple[str, ...]) -> None:
        for one in held.get("footnotes", ()) or ():
            self.notes.append((f"{one.get('mark', '')} {one.get('text', '')}", path))

    def table(self, held: Keys, path: tuple[str, ...]) -> None:
        for key in ("caption", "unit_line"):
            if held.get(key):
                self.line("table", held[key], path)
        columns = held.get("columns", ())
        heads = tuple(one.get("text", "") if isinstance(one, dict) else one for one in columns)
        says = {one["says"] for one in columns if isinstance(one, dict) and "says" in one}
        self.line("columns", " ".join(heads), path, cells=heads)
        grid = Grid(heads, [], path)
        for row in held.get("rows", ()):
            row = row if isinstance(row, dict) else {"cells": row}
            cells = tuple(row.get("cells", ()))
            grid.rows.append(cells)
            piece = self.line("row", " ".join(cells), path, cells=cells)
            keys = {key: value for key, value in row.items() if key != "cells"}
            if keys.get("bearers") and not keys.get("roles"):
                keys["roles"] = ["lead" if "lead" in says else "implement"]
            piece.spans.append(Span((0, len(piece.text)), piece.text, keys))
        self.grids.append(grid)
        for note in held.get("notes", ()):
            self.paragraph(note, path, "text")

    def clause(self, held: Keys, path: tuple[str, ...], kind: str = "text") -> None:
        number, label, heading = held.get("number", ""), held.get("label"), held.get("heading")
        if heading or (label and not _NUMBER.fullmatch(label)):
            head = f"{label or number} {heading or ''}".strip()
            clause = held.get("kind", "")
            piece = self.line("heading", head, path, kind_of_clause=clause)
            path = (*path, head)
            piece.path = path
            self.footnotes(held, path)
        elif label or number:
            self.line("number", label or number, path)
        for one in held.get("paragraphs", ()) or ():
            self.paragraph(one, path, kind, held.get("kind", ""))
        for one in held.get("items", ()) or ():
            self.paragraph(one, path, kind, held.get("kind", ""))
        for one in held.get("tables", ()) or ():
            self.table(one, path)
        for one in held.get("clauses", ()) or ():
            self.clause(one, path, kind)
        if held.get("projects") == "true":
            for name, project in self.projects:
                if held.get("programme") in (None, project.get("programme")):
                    before, self.file = self.file, name
                    self.project(project, path)
                    self.file = before

    def project(self, held: Keys, path: tuple[str, ...]) -> None:
        number, label, title = held.get("number", ""), held.get("label", ""), held.get("title", "")
        head = f"{held.get('mark', number)} {label} {title}".strip()
        path = (*path, head)
        self.line("heading", head, path)
        self.footnotes(held, path)
        for one in held.get("paragraphs", ()) or ():
            self.paragraph(one, path, "text")
        for one in held.get("clauses", ()) or ():
            self.clause(one, path)
        for one in held.get("subprojects", ()) or ():
            self.project(one, path)

    def end(self, plan: Keys) -> None:
        recipients, signature = plan.get("recipients") or {}, plan.get("signature") or {}
        if recipients:
            self.line("end", recipients.get("heading", ""))
            for one in recipients.get("items", ()):
                self.paragraph(one, (), "end")
        for key in ("authority", "standing_for", "office", "signed", "name"):
            if isinstance(signature, dict) and signature.get(key):  # a blank one is read as the text "null"
                self.line("end", signature[key])

    def head(self, header: Keys) -> Iterator[str]:
        yield from header.get("issuer_lines", ())
        yield from (header.get("state", ""), header.get("motto", ""))
        yield f"Số: {header.get('number', '')}/{header.get('symbol', '')}"
        year, month, day = (*(header.get("date") or "").split("-"), "", "", "")[:3]
        yield f"{header.get('place', '')}, ngày {day} tháng {month} năm {year}"
        yield header.get("kind", "")
        yield from header.get("title_lines", ())

    def whole(self) -> Keys:
        plan: Keys = self.load("plan.yaml") or {}
        for path in sorted((self.data / "projects").glob("*.yaml")):
            name = f"projects/{path.name}"
            self.projects.append((name, self.load(name) or {}))
        self.projects.sort(key=lambda one: _by_number(one[1].get("number", "")))
        for text in self.head(plan.get("header") or {}):
            self.line("head", text)
        for one in plan.get("basis", ()) or ():
            self.paragraph(one, (), "basis")
        for one in plan.get("articles", ()) or ():
            self.clause(one, (), "article")
        annex = plan.get("annex")
        if annex:
            self.end(plan)
            above = (*(annex.get("issuer_lines") or ()), annex.get("state"), annex.get("motto"))
            for text in (*above, annex.get("kind", ""), *annex.get("title_lines", ()), annex.get("attached", "")):
                self.line("head", text or "")
        self.file = "sections.yaml"
        for one in self.load("sections.yaml") or ():
            self.clause(one, ())
        self.file = "plan.yaml"
        for one in plan.get("closing", ()) or ():
            self.paragraph(one, (), "closing")
        if not annex:
            self.end(plan)
        for one in plan.get("appendices", ()) or ():
            self.clause(one, (), "appendix")
        for text, under in self.notes:
            self.line("note", text, under)
        return plan


def _by_number(number: str) -> tuple[Any, ...]:
    return tuple((0, int(one), "") if one.isdigit() else (1, 0, one) for one in number.split("."))


def read(folder: Path) -> Held:
    """The folder of a plan: its `data/` and the questions of its import, if there are any."""
    reader = _Reader(folder / "data")
    plan = reader.whole()
    registers = Registers()
    for kind in ("agencies", "groups", "documents", "places"):
        registers.add(kind, reader.load(f"{kind}.yaml") or ())
    text = ""
    for piece in reader.pieces:
        piece.start = len(text)
        text += squeezed(piece.text)
        piece.end = len(text)
        piece.spans = [placed(piece, one) for one in piece.spans]
    held = Held(reader.pieces, text, reader.grids, registers, {}, plan)
    _ask(held, folder / "import" / "questions.yaml")
    return held


def placed(piece: Piece, span: Span) -> Span:
    """A span counted in the piece's letters, counted in the squeezed text."""
    start, end = (piece.start + len(squeezed(piece.text[:at])) for at in span.range)
    return Span((start, end), span.text, span.keys, span.asked)


def _ask(held: Held, path: Path) -> None:
    """Put the guesses of the questions beside the marks of the data."""
    if not path.exists():
        return
    questions = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    open_ones = [one for one in questions if not one.get("answer")]
    held.questions = len(open_ones)
    taken: dict[str, int] = {}
    for question in open_ones:
        guessed = question.get("guess") == "có" or not question.get("choices")
        for kind, records in (question.get("records") or {}).items():
            held.registers.add(kind, [one for one in records if kind != "documents"])
            if kind == "documents":
                held.asked_documents |= {str(one["id"]): one for one in records if guessed}
        for spot in question.get("spots", ()):
            piece = piece_of(held, spot, taken)
            if piece is None:
                continue
            start = int(spot["start"])
            where = (start, start + len(spot.get("words", "")))
            if spot.get("of") == "row":
                where = (0, len(piece.text))
            sets = dict(spot["sets"])
            if spot.get("of") == "row" and sets.get("bearers") and not sets.get("roles"):
                sets["roles"] = ["lead"]
            span = placed(piece, Span(where, spot.get("words", ""), sets, asked=True))
            held.asked_spots.append(span.range)
            if guessed and spot.get("of", "passage") in ("passage", "row"):
                piece.spans.append(span)


def piece_of(held: Held, spot: Keys, taken: dict[str, int]) -> Piece | None:
    """The piece a spot is about; of several with the same words, one after the other for each question."""
    words = bare(spot["passage"])
    found = [one for one in held.pieces if bare(one.text) == words and one.kind != "columns"] or [
        one for one in held.pieces if words and words in bare(one.text)
    ]
    in_file = [one for one in found if one.file == spot.get("file")] or found
    if not in_file:
        return None
    key = f"{words}|{spot['start']}|{spot.get('words')}|{spot['sets']}|{spot.get('file')}"
    taken[key] = taken.get(key, -1) + 1
    return in_file[taken[key] % len(in_file)]
