"""What a change that the browser asks for makes of the data: files, ways in them, the values that stand there then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..view import blocks, files
from ..view.choices import Choices
from ..view.entered import AskedError
from ..view.files import Files, Way
from . import list_changes, merging, record_changes, sentence_changes
from .place import Asked, ClashError, Made, Place, QuestionError, block_id, kind_at

__all__ = ["Asked", "AskedError", "ClashError", "Made", "QuestionError", "made", "read"]


WHY = {"": "", "copy": "copy", "changed": "changed"}
"""The reasons that there are for other words."""


def read(asked: Mapping[str, Any]) -> Asked:
    """A change from what came over the wire. Raises `AskedError`."""
    try:
        return Asked(
            str(asked["op"]), str(asked.get("file", "")), _way(asked.get("way", ())), str(asked.get("seen", "")),
            _way(asked.get("inner", ())), str(asked.get("page", "")), asked.get("force") is True,
            dict(asked.get("given") or {}), WHY[str(asked.get("why", ""))],
            {str(address): str(to) for address, to in (asked.get("leads") or {}).items()},
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError):
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.") from None


def _way(value: Any) -> Way:
    return tuple(step if isinstance(step, int) else str(step) for step in value)


def made(all_files: Files, asked: Asked, names: Choices) -> Made:
    """What a change makes. Raises `AskedError`, `ClashError`, `GoneError`, `QuestionError`, `SentenceError`."""
    if asked.op == "new":
        return list_changes.new(all_files, asked)
    if asked.op == "many":
        return _many(all_files, asked, names)
    if asked.op not in _OPS:
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
    held = all_files.named(asked.file)
    value = files.at(held.value, asked.way)
    kind = kind_at(held, asked.way)
    if files.seen(blocks.own_value(kind, value)) != asked.seen:
        raise ClashError(value, block_id(held, asked.way))
    return _OPS[asked.op](Place(all_files, held, asked, kind, value, names))


def _many(all_files: Files, asked: Asked, names: Choices) -> Made:
    """`blocks`: where sentences stand and what was seen there; `sets`: marks of each of them, as a whole."""
    given = asked.given.get("blocks")
    if not isinstance(given, list) or not given:
        raise AskedError("Chưa chọn câu nào.")
    writes: dict[str, list[tuple[Way, Any]]] = {}
    parts = [_part(all_files, asked, one, names) for one in given]
    for part in parts:
        for name, new in part.files.items():
            writes.setdefault(name, []).extend(new)
    said = parts[0].said if len(parts) == 1 else f"đánh dấu {len(parts)} câu"
    return Made(writes, said, block=parts[0].block)


def _part(all_files: Files, asked: Asked, spot: Any, names: Choices) -> Made:
    if not isinstance(spot, dict):
        raise AskedError("Trình duyệt gửi yêu cầu không hiểu được; tải lại trang.")
    one = read({**spot, "op": "whole", "given": {"sets": asked.given.get("sets")}})
    return made(all_files, one, names)


_OPS: dict[str, Callable[[Place], Made]] = {
    "words": sentence_changes.words,
    "mark": sentence_changes.mark,
    "marks": sentence_changes.marks,
    "whole": sentence_changes.whole,
    "change": sentence_changes.change,
    "every": sentence_changes.every,
    "move": sentence_changes.move,
    "own": sentence_changes.own,
    "part": sentence_changes.part,
    "join": sentence_changes.join,
    "set": record_changes.set,
    "merge": merging.merge,
    "cell": record_changes.cell,
    "column": record_changes.column,
    "no-column": record_changes.no_column,
    "add": list_changes.add,
    "after": list_changes.after,
    "remove": list_changes.remove,
    "shift": list_changes.shift,
}
"""Each change with what makes it; its docstring says what it needs in `given`."""
