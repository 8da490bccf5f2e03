"""A draft as the values of `data/`: what is sure stands in them, what is not waits with the place it would stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...derive.statements import CLOSING, PREAMBLE, RECIPIENTS
from ...edit import address as address_of
from ...edit.kinds import Kind
from ...load.dataset import Clause, Project
from ...load.tables import Column, Row, Table
from ...reading.document import Footnote
from ..outline.addresses import below
from ..outline.nesting import nested
from ..questions.questions import Spot
from ..shape import Degree, Grid, Mark, Part, Passage
from .cutting import Held, footnote_of, held, lost, paragraph_of

PLAN, SECTIONS = "plan.yaml", "sections.yaml"
_PROJECTS = ("project", "subproject")


@dataclass
class Records:
    """Values of files as they are made of a draft."""

    files: dict[int, str]
    """Identity of a project on top -> its file below `data/`."""
    footnotes: Mapping[str, Footnote] = field(default_factory=dict)
    """Those of the draft."""
    note_marks: Mapping[str, list[Mark]] = field(default_factory=dict)
    """See `Draft`."""
    behind: Mapping[str, int] = field(default_factory=dict)
    """See `Draft`."""
    asked: list[tuple[Mark, Spot]] = field(default_factory=list)
    """The marks that are not sure, each with its place."""

    # -- texts ----------------------------------------------------------------

    def paragraphs(
        self, passages: Iterable[Passage], file: str, address: str, usual: str = "", above: str = ""
    ) -> list[Any]:
        """Paragraphs, or items where `usual` is the sign of such, each with the items in it; `above`: see `nested`."""
        return [self.paragraph(one, file, address, usual, within) for one, within in nested(passages, above)]

    def paragraph(
        self, passage: Passage, file: str, address: str, usual: str = "", within: Iterable[Passage] = ()
    ) -> Any:
        """A paragraph or an item; `within` are the items in it."""
        for mark in lost(passage.text, passage.marks):  # another says the same of these words: a person decides
            passage.marks[passage.marks.index(mark)] = replace(mark, degree=Degree.ASK)
        self._ask(passage.marks, file, address, passage.text)
        items = self.paragraphs(within, file, address, "+" if usual else "-", passage.label)
        notes = zip(
            self._notes(passage, file, address), (self.behind.get(key, 0) for key in passage.notes), strict=True
        )
        return paragraph_of(passage, usual, [*notes], items)

    def _notes(self, held: Part | Passage, file: str, address: str) -> list[Held]:
        """The footnotes of a part or passage; of what is not sure in them a person is asked."""
        for key in held.notes:
            words = " ".join(self.footnotes[key].text.split())
            self._ask(self.note_marks.get(key, ()), file, address, words, address_of.NOTE)
        return [footnote_of(self.footnotes[key], self.note_marks.get(key, ())) for key in held.notes]

    def _ask(self, marks: Iterable[Mark], file: str, address: str, words: str, of: str = address_of.PASSAGE) -> None:
        for mark in marks:
            if mark.degree is not Degree.SURE:
                self.asked.append((mark, Spot.of_mark(mark, file, address, words, of)))

    # -- parts ----------------------------------------------------------------

    def clause(self, part: Part, file: str, address: str) -> Held:
        """A part, article, clause or appendix; `address` is its reference."""
        keys: dict[str, Any] = {"number": part.number}
        if part.label:
            keys["label"] = part.label
        if part.heading:
            keys["heading"] = part.heading
        marks = self._own(part.marks, keys, file, address, part.heading or part.label)
        if part.notes:
            keys["footnotes"] = self._notes(part, file, address)
        keys |= self._texts(part, file, address)
        clauses = [
            self.clause(one, file, below(part.number, address, one.number))
            for one in part.parts
            if one.kind not in _PROJECTS
        ]
        if clauses:
            keys["clauses"] = clauses
        projects = [one for one in part.parts if one.kind in _PROJECTS]
        if projects:
            keys["projects"] = True
            if part.programme:
                keys["programme"] = part.programme
        return held(keys, marks, Clause)

    def project(self, part: Part, file: str, section: str) -> Held:
        """A project or sub-project in the part of the plan with the reference `section`."""
        address = f"{section}.{part.number}"
        keys: dict[str, Any] = {"code": part.code, "number": part.number}
        if part.mark is not None:
            keys["mark"] = part.mark
        if part.programme and part.kind == "project":
            keys["programme"] = part.programme
        keys |= {"label": part.label, "title": part.heading}
        marks = self._own(part.marks, keys, file, address, part.heading)
        if part.notes:
            keys["footnotes"] = self._notes(part, file, address)
        if part.paragraphs:
            keys["paragraphs"] = self.paragraphs(part.paragraphs, file, address)
        clauses = [
            self.clause(one, file, below(part.number, address, one.number))
            for one in part.parts
            if one.kind not in _PROJECTS
        ]
        if clauses:
            keys["clauses"] = clauses
        subs = [self.project(one, file, section) for one in part.parts if one.kind in _PROJECTS]
        if subs:
            keys["subprojects"] = subs
        return held(keys, marks, Project)

    def _texts(self, part: Part, file: str, address: str) -> dict[str, Any]:
        keys: dict[str, Any] = {}
        if part.paragraphs:
            keys["paragraphs"] = self.paragraphs(part.paragraphs, file, address)
        if part.items:
            keys["items"] = self.paragraphs(part.items, file, address, "-")
        if part.tables:
            keys["tables"] = [self.table(one, file, address) for one in part.tables]
        return keys

    def _own(
        self,
        marks: Sequence[Mark],
        keys: dict[str, Any],
        file: str,
        address: str,
        words: str,
        of: str = address_of.PART,
    ) -> list[Mark]:
        """Put keys of sure marks on a record; gives those marks."""
        sure = [one for one in marks if one.degree is Degree.SURE]
        for mark in sure:
            for key, value in mark.sets.items():
                keys.setdefault(key, value)
        self._ask(marks, file, address, words, of)
        return sure

    # -- tables ---------------------------------------------------------------

    def table(self, grid: Grid, file: str, address: str) -> Held:
        heads = " | ".join(grid.columns)
        keys: dict[str, Any] = {}
        if grid.caption:
            keys["caption"] = grid.caption
        if grid.unit_line:
            keys["unit_line"] = grid.unit_line
        marks = self._own(grid.marks, keys, file, address, heads, address_of.TABLE)
        keys["columns"] = [self._column(grid, place, file, address) for place in range(len(grid.columns))]
        keys["rows"] = [self._row(grid, place, file, address) for place in range(len(grid.rows))]
        if grid.notes:
            keys["notes"] = self.paragraphs(grid.notes, file, address)
        return held(keys, marks, Table)

    def _column(self, grid: Grid, place: int, file: str, address: str) -> Held:
        keys: dict[str, Any] = {"text": grid.columns[place]}
        marks = grid.column_marks.get(place, [])
        sure = self._own(marks, keys, file, address, grid.columns[place], address_of.COLUMN)
        return held(keys, sure, Column)

    def _row(self, grid: Grid, place: int, file: str, address: str) -> Held:
        cells = [" ".join(one.split()) for one in grid.rows[place]]
        keys: dict[str, Any] = {"cells": cells}
        sure = self._own(grid.row_marks.get(place, []), keys, file, address, " | ".join(cells), address_of.ROW)
        return held(keys, sure, Row)


NAMED = {"basis": PREAMBLE, "closing": CLOSING, "recipients": RECIPIENTS}
"""Lists of `plan.yaml` -> their reference."""


def kind_of_file(name: str) -> Kind:
    """The kind of record that a file of a plan's text holds."""
    return Project if name.startswith("projects/") else Clause
