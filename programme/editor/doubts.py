"""What the reader of a document noted for a person to look at: each with the way to it, and ticked off once seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .. import whole
from ..drafting import DOUBTS, FOLDER
from ..edit.phrases import one_spaced
from . import blocks, shown
from .files import Files

_LINE = re.compile(r"- (?P<tick>\[x\] )?(?P<words>.+)")
_QUOTED = re.compile(r"“([^”]+?)(?: ?…)?”")
_FEW = 6
"""So few letters stand anywhere."""
_FRAME = "mục Khung của Kế hoạch"
"""Notes about the plan as a whole name the page where it is mended."""


@dataclass(frozen=True)
class Doubt:
    """A note: its line in the file, its words, the page of the editor where it is looked at, whether that was done."""

    line: int
    words: str
    page: str
    is_seen: bool


def doubts(all_files: Files) -> list[Doubt]:
    """All notes of the plan, in their order."""
    told = [(number, found) for number, line in enumerate(_lines(all_files.root)) if (found := _LINE.match(line))]
    places = [(_text(one), one.id) for one in blocks.whole_text(all_files)] if told else []
    return [Doubt(line, one["words"], _page(one["words"], places), bool(one["tick"])) for line, one in told]


def unseen(root: Path) -> int:
    """How many notes nobody has looked at."""
    return sum(bool((found := _LINE.match(line)) and not found["tick"]) for line in _lines(root))


def _lines(root: Path) -> list[str]:
    path = root / FOLDER / DOUBTS
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _page(words: str, places: list[tuple[str, str]]) -> str:
    if _FRAME in words:
        return f"{shown.LISTS}/plan"
    for quoted in _QUOTED.findall(words):
        meant = one_spaced(quoted)
        if len(meant) >= _FEW:
            for text, id in places:
                if meant in text:
                    return f"toan-van#{id}"
    return ""


def _text(block: blocks.Block) -> str:
    if block.what == "sentence":
        return one_spaced(block.sentence.text)
    if block.what != "table":
        return one_spaced(block.title)
    heads = (str(one.get("text") or "") for one in block.value.get("columns") or [])
    cells = (str(cell or "") for row in block.value.get("rows") or [] for cell in row.get("cells") or [])
    return one_spaced(" ".join((str(block.value.get("caption") or ""), *heads, *cells)))


def tick(root: Path, line: int, *, is_seen: bool) -> bool:
    """Write that a note was looked at, or was not; whether there is such a note."""
    lines = _lines(root)
    found = _LINE.match(lines[line]) if 0 <= line < len(lines) else None
    if not found:
        return False
    lines[line] = f"- {'[x] ' if is_seen else ''}{found['words']}"
    whole.write(root / FOLDER / DOUBTS, "".join(f"{one}\n" for one in lines))
    return True
