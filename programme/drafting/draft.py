"""A document becomes a plan's `data/`, `source/` and `import/`: outlined, marked, written, checked, proved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import whole
from ..command_words import typed
from ..load.findings import Finding
from ..load.loader import load
from ..reading.document import Document, Doubt, Line, Table
from . import DOUBTS, FOLDER, proof
from .outline.outline import outline
from .outline.plain import plain
from .questions import questions
from .questions.grouping import grouped, within
from .shape import Draft, Registers
from .writing import settle, write

LEFT_OVER = "left-over.txt"
_TEXT = "ke-hoach.txt"
_ROUNDS = 40
_FLATTENED = 12
"""So many times at most a part is left without structure before all of them are."""

Check = Callable[[], Sequence[Finding]]
"""Checks the data that was written; gives what is wrong."""
Marking = Callable[[Draft], Registers]


@dataclass
class Result:
    """What an import made."""

    words: int
    sections: int
    projects: int
    questions: int
    doubts: list[Doubt] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)


def make_draft(
    document: Document, file: Path, plan: Path, facts: Mapping[str, Any], marking: Marking, check: Check, start: Draft
) -> Result:
    """Fill the folder of a new plan with the draft of a document, whose outline is `start`.

    Where a mark fails the check it becomes a question. Where the written words are not the document's, which is a
    fault of ours, the part where they differ is written without structure, then what is around it, at last the text.
    """
    draft = start
    try:
        found, registers = _passing(draft, marking, plan, facts, file, check)
    except AssertionError as error:  # a fault of ours: the structure that was read does not pass the check
        draft = plain(document)
        draft.doubts.append(Doubt("", f"cấu trúc đọc được không qua kiểm tra nên bỏ; {str(error).splitlines()[0]}"))
        found, registers = _passing(draft, lambda _: Registers(), plan, facts, file, check)
    proved = proof.prove(document, draft, plan / "data")
    flat: list[int] = []
    loose: set[str] = set()
    told: list[Doubt] = []
    while not proved.is_whole and len(flat) + len(loose) < _FLATTENED:
        told.append(Doubt("", f"lời trong data/ lệch văn bản: {proved.differs}."))
        if proved.zone in loose:
            break
        if proved.zone == proof.BODY and proved.block is not None:
            flat.append(proved.block)
        else:
            loose.add(proved.zone)
        draft = outlined(document, flat, loose)
        draft.doubts += told
        try:
            found, registers = _passing(draft, marking, plan, facts, file, check)
        except AssertionError:  # what is left without structure does not pass: none has any
            break
        proved = proof.prove(document, draft, plan / "data")
    if not proved.is_whole:
        draft = plain(document)
        draft.doubts.append(Doubt("", f"cấu trúc đọc được làm lệch lời văn nên bỏ; {proved.differs}"))
        found, registers = _passing(draft, lambda _: Registers(), plan, facts, file, check)
        proved = proof.prove(document, draft, plan / "data")
        if not proved.is_whole:
            raise AssertionError(proved.differs)
    put_source(document, draft, file, plan)
    asked = questions.save(plan, within(grouped(found.asked, registers), proved.words, registers))
    doubts = [*draft.doubts, *registers.doubts, *found.doubts]
    tell(plan, document, doubts, draft.left_over)
    nodes = [*draft.walk()]
    return Result(
        proved.words,
        len(nodes),
        sum(one.kind in ("project", "subproject") for one in nodes),
        sum(one.is_open for one in asked),
        doubts,
        draft.left_over,
    )


def _passing(
    draft: Draft, marking: Marking, plan: Path, facts: Mapping[str, Any], file: Path, check: Check
) -> tuple[write.Files, Registers]:
    """Write the draft so that it passes the check."""
    try:
        registers = marking(draft)
    except Exception as error:  # a fault of ours: the words are whole without marks too
        registers = Registers(doubts=[Doubt("", f"không đánh dấu được văn bản này ({type(error).__name__}: {error}).")])
        settle.drop_marks(draft)
    for count in range(_ROUNDS):
        found = write.files_of(draft, registers, facts)
        write.write(found, plan / "data", file.name)
        findings = [one for one in check() if one.is_error]
        if not findings:
            return found, registers
        settled = count <= _ROUNDS // 2 and settle.settle(findings, found, draft, registers)
        if not settled and (count > _ROUNDS * 3 // 4 or not settle.settle_around(findings, found, draft, registers)):
            settle.drop_all(draft, f"Kiểm tra báo: {findings[0].found}")
    raise AssertionError("\n".join(map(str, findings)))


def put_source(document: Document, draft: Draft, file: Path, plan: Path) -> None:
    """The document as it came, and its text, which the check compares with the data."""
    folder = plan / "source"
    folder.mkdir(exist_ok=True)
    name = re.sub(r"[^\w.() -]", "-", file.name) or f"van-ban{file.suffix}"
    home = folder / "ban-goc" if file.suffix.lower() == ".txt" else folder  # texts in source/ are the plan's words
    home.mkdir(exist_ok=True)
    shutil.copyfile(file, home / name)
    dataset, _ = load(plan / "data")
    whole.write(folder / _TEXT, proof.source_text(document, draft, dataset))


def tell(plan: Path, document: Document, doubts: Sequence[Doubt], left_over: Sequence[str]) -> None:
    """Write the doubts, each with the words it is at, and what is in no data, for a person to look through."""
    folder = plan / FOLDER
    folder.mkdir(exist_ok=True)
    begins: dict[int, str] = {}
    for one in document.blocks:
        if isinstance(one, Line) and re.fullmatch(r"đoạn \d+", one.where):
            begins.setdefault(int(one.where[5:]), one.whole)
    heads = {one.where: _head(one) for one in document.blocks if isinstance(one, Table) and one.where}
    lines = [f"{_found(one.where, begins, heads)}: {one.said}" if one.where else one.said for one in doubts]
    head = (
        f"Những chỗ máy chưa chắc khi đọc văn bản; so với bản gốc. Chỗ nào cần sửa thì gõ {typed('serve')}, bấm "
        "“Sửa trang này” ở trang có chỗ ấy; quen sửa tệp thì sửa thẳng trong data/.\n\n"
    )
    whole.write(folder / DOUBTS, head + "".join(f"- {one}\n" for one in lines) if lines else "Không có chỗ nào.\n")
    if left_over:
        head = "Những dòng của văn bản không có trong data/: nét kẻ, số trang, phần đầu nhắc lại.\n\n"
        whole.write(folder / LEFT_OVER, head + "".join(f"{one}\n" for one in left_over))


_BEGINNING = 8
"""So many words tell which paragraph is meant."""


def _head(table: Table) -> str:
    """Words by which a table is found: of its first rows the cell that says most."""
    cells = (" ".join(cell.text.split()) for row in table.rows[:3] for cell in row)
    return max(cells, key=len, default="")


def _found(where: str, begins: Mapping[int, str], heads: Mapping[str, str]) -> str:
    """A place as a person finds it: no program shows the number of a paragraph or a table, but each finds its words."""
    if head := heads.get(where, ""):
        words = head.split()
        return f"Bảng có ô “{' '.join(words[:_BEGINNING])}{' …' if len(words) > _BEGINNING else ''}” ({where})"
    number = re.search(r"đoạn (\d+)$", where)
    if not number or not begins:
        return where
    meant = int(number[1])
    nearest = max((one for one in begins if one <= meant), default=min(begins))
    words = begins[nearest].split()
    beginning = " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")
    side = "Trước" if nearest > meant else "Ở" if where.startswith("đoạn") and nearest == meant else "Sau"
    return f"{side} “{beginning}” ({where})"


def outlined(document: Document, flat: Sequence[int] = (), loose: Collection[str] = ()) -> Draft:
    """The outline of a document; where outlining fails, which is a fault of ours, the document without structure."""
    try:
        return outline(document, flat, loose)
    except (AssertionError, IndexError, KeyError, ValueError, RecursionError) as error:
        draft = plain(document)
        draft.doubts.append(Doubt("", f"không đọc được cấu trúc của văn bản nên để liền một phần ({error})."))
        return draft
