"""What of a draft fails the check is taken back: a mark becomes a question, a record of a register goes.

A draft of any document passes the check. What the check says of a mark is the reason why it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import yaml

from ...edit import nodes
from ...load.findings import Finding
from ...load.vocabulary import TaskPart
from ...reading.document import Doubt
from ..marks.documents.document_kinds import tail_of
from ..questions.reasons import NOT_FOUND
from ..shape import Degree, Draft, Grid, Mark, Part, Registers
from .cutting import Held
from .known import identifier
from .write import Files, text_of

_NEEDED = {"id", "name", "level", "kind", "number", "issuer", "short", "full", "of", "label"}
"""Keys without which a record of a register is none."""


def settle(findings: Sequence[Finding], found: Files, draft: Draft, registers: Registers) -> bool:
    """Take back what the findings are about; whether anything was."""
    work = _Settling(found, draft, registers)
    for finding in findings:
        if finding.is_error:
            work.one(finding)
    return work.changed


def settle_around(findings: Sequence[Finding], found: Files, draft: Draft, registers: Registers) -> bool:
    """Take back all marks of the paragraphs and tables that the findings are about; whether anything was."""
    work = _Settling(found, draft, registers)
    for finding in findings:
        work.around(finding)
    return work.changed


def drop_all(draft: Draft, why: str) -> None:
    """Make every mark a question: the last way to a draft that passes."""
    for marks in _lists(draft):
        for place, mark in enumerate(marks):
            if mark.degree is Degree.SURE:
                marks[place] = replace(mark, degree=Degree.ASK, why=mark.why or why)


def drop_marks(draft: Draft) -> None:
    """Take all marks away, those that are asked too."""
    for marks in _lists(draft):
        marks.clear()


class _Settling:
    def __init__(self, found: Files, draft: Draft, registers: Registers):
        self.found, self.draft, self.registers = found, draft, registers
        self.changed = False
        self._nodes: dict[str, yaml.Node | None] = {}

    def one(self, finding: Finding) -> None:
        name = finding.file.removeprefix("data/")
        if name not in self.found.values:
            return
        held = [*reversed([*self._held(name, finding.line)])]  # the innermost first
        record = next((one.register for one in held if one.register), None)
        if record:
            self._register(record, finding)
        elif finding.field == "code" and any(key in finding.expected for key in NOT_FOUND):
            self._reason(held, finding)
        elif finding.field in NOT_FOUND:
            self._take(self._marks(held, finding.field), None)
        elif finding.field == "cells":
            self._row(held, finding)
        elif marks := self._marks(held, finding.field):
            self._take(marks, finding)
        elif finding.field == "code" and held:
            self._take(self._about_project(str(held[0].get("code", ""))), finding)

    def around(self, finding: Finding) -> None:
        name = finding.file.removeprefix("data/")
        if name not in self.found.values:
            return
        held = [*reversed([*self._held(name, finding.line)])]
        marks = next((one.marks for one in held if one.marks), ())
        table = next((one for one in held if "columns" in one and "rows" in one), None)
        if table is not None:
            marks = (*marks, *table.marks)
            for grid in (one for one in _grids(self.draft) if one.columns == [c["text"] for c in table["columns"]]):
                for listed in (*grid.column_marks.values(), *grid.row_marks.values()):
                    marks = (*marks, *listed)
        self._take(marks, finding)

    # -- where ----------------------------------------------------------------

    def _held(self, name: str, line: int) -> Iterator[Held]:
        """The mappings of a file that reach over a line, from the outermost in."""
        if name not in self._nodes:
            self._nodes[name] = nodes.compose(text_of(name, self.found.values[name]))
        node, value = self._nodes[name], self.found.values[name]
        while node is not None:
            if isinstance(value, Held):
                yield value
            node, value = self._inner(node, value, line - 1)

    @staticmethod
    def _inner(node: yaml.Node, value: Any, line: int) -> tuple[yaml.Node | None, Any]:
        match node:
            case yaml.MappingNode() if isinstance(value, dict):
                for key, one in node.value:
                    if key.start_mark.line <= line <= _last(one):
                        return one, value.get(key.value)
            case yaml.SequenceNode() if isinstance(value, list | tuple):
                for place, one in enumerate(node.value):
                    if one.start_mark.line <= line <= _last(one):
                        return one, value[place]
        return None, None

    # -- what -----------------------------------------------------------------

    def _marks(self, held: Iterable[Held], field: str) -> list[Mark]:
        """The marks that set a key, of the innermost mapping that has any; all of it where none sets the key."""
        for one in held:
            if one.marks:
                sets = [mark for mark in one.marks if _sets(mark.sets, field)]
                return sets or list(one.marks)
        return []

    def _about_project(self, code: str) -> list[Mark]:
        """The marks by which rows and columns of tables are about a project."""
        found = []
        for grid in _grids(self.draft):
            for marks in (*grid.row_marks.values(), *grid.column_marks.values()):
                found += [one for one in marks if str(one.sets.get("project", "")).split("/")[-1] == code]
        return found

    def _row(self, held: list[Held], finding: Finding) -> None:
        """A row of a table: its cells do not add up, cannot be read as amounts, or name a lead that nobody knows."""
        row = next((one for one in held if "cells" in one), None)
        table = next((one for one in held if "columns" in one), None)
        if row is None or table is None:
            return
        grid, place = self._grid(table, row)
        if grid is None:
            return
        columns = [mark for marks in grid.column_marks.values() for mark in marks if mark.degree is Degree.SURE]
        money = [mark for mark in columns if "money" in mark.sets]
        sums = [mark for mark in row.marks if "total" in mark.sets]
        leads = [at for at, one in enumerate(table["columns"]) if one.get("says") == TaskPart.LEAD]
        if leads and "bearers" in finding.example:
            self._bear(grid, place, leads[0])
        elif "không đọc được số tiền" in finding.found:
            unread = [mark for at, marks in grid.column_marks.items() for mark in marks if "money" in mark.sets
                      and f'cột "{grid.columns[at]}"' in finding.found]  # fmt: skip
            self._take(unread or money, finding)
        elif sums:
            self._take(sums, finding)
        elif row.marks and "project" in finding.expected:
            self._take([mark for mark in row.marks if "project" in mark.sets] or list(row.marks), finding)
        else:
            self._take(money or list(row.marks) or columns, finding)

    def _grid(self, table: Held, row: Held) -> tuple[Grid | None, int]:
        rows = [[*one["cells"]] for one in table["rows"]]
        for grid in _grids(self.draft):
            if [[" ".join(cell.split()) for cell in cells] for cells in grid.rows] == rows:
                return grid, next(i for i, one in enumerate(table["rows"]) if one is row)
        return None, 0

    def _bear(self, grid: Grid, place: int, column: int) -> None:
        """Who leads is whoever the cell of the column names, known or not."""
        name = " ".join(grid.rows[place][column].split()).strip(" .;,")
        marks = grid.row_marks.setdefault(place, [])
        if guessed := next((one.sets["bearers"] for one in marks if one.sets.get("bearers")), None):
            marks.append(Mark(0, 0, {"bearers": guessed}, "bearer"))
            self.changed = True
            return
        id = identifier(name)
        self.registers.agencies.setdefault(id, {"name": name, "level": "collective"})
        marks.append(Mark(0, 0, {"bearers": [id]}, "bearer"))
        self.draft.doubts.append(
            Doubt(grid.where, f"cơ quan chủ trì “{name}” lấy nguyên từ ô của bảng; xem tên và cấp.")
        )
        self.changed = True

    def _reason(self, held: Sequence[Held], finding: Finding) -> None:
        """A project without lead or basis says that none was found yet."""
        key = next(key for key in NOT_FOUND if key in finding.expected)
        project = next((one for one in held if "code" in one), None)
        if project is None:
            return
        for part in self.draft.walk():
            if part.code == project["code"] and part.heading == project["title"] and part.label == project["label"]:
                part.marks.append(Mark(0, 0, {key: NOT_FOUND[key]}, key))
                self.draft.doubts.append(Doubt(part.where, f"{part.label} {part.heading}: {NOT_FOUND[key]}"))
                self.changed = True

    def _register(self, record: tuple[str, str], finding: Finding) -> None:
        """A key of a record goes; where it is none without it, the record, and all marks that name it are asked."""
        register, id = record
        listed = getattr(self.registers, register)
        if id not in listed:
            return
        if finding.field in listed[id] and finding.field not in _NEEDED:
            del listed[id][finding.field]
            self.draft.doubts.append(
                Doubt("", f"{listed[id].get('name') or listed[id].get('number') or id}: {finding.found}")
            )
            self.changed = True
            return
        if register == "agencies" and finding.field == "name" and self._named_by_numbers(id):
            return
        named = [mark for marks in _lists(self.draft) for mark in marks if _names(mark.sets, id)]
        self._take(named, finding)
        if register in ("abbreviations", "vocabulary") or not named:
            del listed[id]
            self.changed = True

    def _named_by_numbers(self, id: str) -> bool:
        """A body that words name nowhere may be named by the numbers of what it issued: "QH15"."""
        body = self.registers.agencies[id]
        if id == self.found.values["plan.yaml"]["agency"] and (lines := self.draft.head.issuer_lines):
            said = own_lines(lines, str(body.get("name", "")))
            if said not in body.get("names", ()):  # as the letterhead calls it
                body["names"] = [*body.get("names", ()), said]
                self.changed = True
                return True
        tails = [tail_of(one["number"]) for one in self.registers.documents.values() if one.get("issuer") == id]
        names = [*body.get("names", ()), *(tail for tail in dict.fromkeys(tails) if tail not in body.get("names", ()))]
        if not tails or names == [*body.get("names", ())]:
            return False
        body["names"] = names
        self.changed = True
        return True

    def _take(self, marks: Iterable[Mark], finding: Finding | None) -> None:
        """Make marks questions; those that only say that something was not found go."""
        gone = {id(one) for one in marks}
        for listed in _lists(self.draft):
            for place in range(len(listed) - 1, -1, -1):
                mark = listed[place]
                if id(mark) not in gone:
                    continue
                if finding is None or mark.kind in NOT_FOUND:
                    del listed[place]
                elif mark.degree is Degree.SURE:
                    listed[place] = replace(mark, degree=Degree.ASK, why=f"Kiểm tra báo: {finding.found}")
                else:
                    continue
                self.changed = True


def own_lines(lines: Sequence[str], name: str) -> str:
    """What of the lines of a letterhead is the body of a name, without the body above it; all where none of it is."""
    words = set(name.lower().split())
    tails = [" ".join(" ".join(lines[at:]).split()) for at in range(len(lines))]
    return next((one for one in tails if words.issuperset(one.lower().split())), tails[0])


def _last(node: yaml.Node) -> int:
    """The last line of a node; what is folded ends where the next line begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last(last[1] if isinstance(last, tuple) else last)
    line: int = node.end_mark.line
    return line - 1 if node.end_mark.column == 0 and line > node.start_mark.line else line


def _sets(value: Any, key: str) -> bool:
    if isinstance(value, dict):
        return key in value or any(_sets(one, key) for one in value.values())
    return isinstance(value, list | tuple) and any(_sets(one, key) for one in value)


def _names(value: Any, id: str) -> bool:
    if isinstance(value, dict):
        return any(_names(one, id) for one in value.values())
    return value == id or (isinstance(value, list | tuple) and any(_names(one, id) for one in value))


def _grids(draft: Draft) -> Iterator[Grid]:
    for part in draft.walk():
        yield from part.tables


def _lists(draft: Draft) -> Iterator[list[Mark]]:
    """Every list of marks of a draft."""
    for passage in (*draft.basis, *draft.closing, *draft.recipients):
        yield passage.marks
    yield from draft.note_marks.values()
    for part in draft.walk():
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[list[Mark]]:
    yield part.marks
    for passage in part.passages():
        yield passage.marks
    for grid in part.tables:
        yield grid.marks
        yield from grid.column_marks.values()
        yield from grid.row_marks.values()
