"""A second version of a document is read into the folder of a plan: what changed is changed, what people did stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import whole
from ..edit.transaction import Transaction
from ..load.loader import LISTS, load
from ..reading.document import Document
from . import FOLDER, proof
from .again import Changes, merged, said, texts_of
from .draft import Marking, outlined, put_source, tell
from .questions import questions
from .questions.grouping import grouped, within
from .shape import Degree, Draft, Mark, Passage
from .writing import write

CHANGES = "changes.txt"


class NotTheDocumentError(Exception):
    """The words of the data would not be the document's; nothing was changed. The message says where, in Vietnamese."""


def read_again(document: Document, file: Path, plan: Path, marking: Marking) -> Changes:
    """Make the data of a plan that of a second version of its document; what became of the sentences.

    Sentences that are new or changed have questions, never marks that nobody saw. Raises `NotTheDocumentError`,
    `EditError`, `OSError`; then all is as it was.
    """
    data = plan / "data"
    edit = Transaction(data)
    old = edit.values()
    draft = outlined(document)
    registers = marking(draft)
    _only_asked(draft, texts_of(old))
    found = write.files_of(draft, registers, _facts(old))
    values, changes = merged(old, found.values)
    for name, value in values.items():
        if value is not None:
            edit.set(name, (), value)
    there = {one.get("short") for one in old.get(LISTS["abbreviations"]) or ()}
    for one in found.values[LISTS["abbreviations"]]:
        if one["short"] not in there:
            edit.append("abbreviations", one)
    gone = {data / name: (data / name).read_bytes() for name, value in values.items() if value is None}
    written = edit.write()
    try:
        whole.write_all(dict.fromkeys(gone))
        proved = proof.compare(document, draft, load(data)[0])
        if not proved.is_whole:
            raise NotTheDocumentError(proved.differs)
    except BaseException:
        whole.write_all(gone)
        written.undo()
        raise
    _replace_source(document, draft, file, plan)
    waiting = [one for one in found.asked if not said(values, one[1])]
    asked = questions.save(plan, within(grouped(waiting, registers), proved.words, registers), keep_open=True)
    tell(plan, document, [*draft.doubts, *registers.doubts, *found.doubts], draft.left_over)
    whole.write(plan / FOLDER / CHANGES, "\n".join(_told(changes, sum(one.is_open for one in asked))) + "\n")
    return changes


def _only_asked(draft: Draft, known: set[str]) -> None:
    """No marks on words that were there; on others what is sure is likely. Of parts only what they are about."""
    passages = [*draft.basis, *draft.closing, *draft.recipients]
    for part in draft.walk():
        part.marks = [one for one in part.marks if one.kind == "clause_kind" or set(one.sets) == {"kind"}]
        passages += part.passages()
        for grid in part.tables:
            grid.marks, grid.column_marks, grid.row_marks = [], {}, {}
    for passage in passages:
        passage.marks = [] if questions.one_spaced(passage.text) in known else [*_likely(passage)]


def _likely(passage: Passage) -> Iterator[Mark]:
    for mark in passage.marks:
        yield replace(mark, degree=Degree.LIKELY) if mark.degree is Degree.SURE else mark


def _facts(old: Mapping[str, Any]) -> dict[str, Any]:
    plan = old["plan.yaml"]
    body: Mapping[str, Any] = next((one for one in old.get("agencies.yaml") or () if one["id"] == plan["agency"]), {})
    place: Mapping[str, Any] = next((one for one in old.get("places.yaml") or () if one["id"] == plan["place"]), {})
    period = plan["period"]
    return {
        "name": plan["short_title"],
        "level": body.get("level", "commune"),
        "start": period["start"],
        "end": period["end"],
        "issuer": body.get("name", plan["agency"]),
        "place": place.get("name", plan["place"]),
    }


def _replace_source(document: Document, draft: Draft, file: Path, plan: Path) -> None:
    """The new document stands beside the one before; of the texts, which the check compares, only the new is left."""
    texts = [path for path in (plan / "source").glob("*.txt") if path.resolve() != file.resolve()]
    for path in texts:
        path.unlink()
    put_source(document, draft, file, plan)


def _told(changes: Changes, waiting: int) -> Iterator[str]:
    yield f"Giữ nguyên {changes.kept} câu, đoạn cùng phần đánh dấu; {waiting} câu hỏi đang chờ trả lời."
    yield f"\nĐã đổi lời: {len(changes.changed)}"
    for before, now in changes.changed:
        yield f"- Trước: {before}\n  Nay:   {now}"
    yield f"\nMới có: {len(changes.new)}"
    yield from (f"- {one}" for one in changes.new)
    yield f"\nKhông còn: {len(changes.gone)}"
    yield from (f"- {one}" for one in changes.gone)
