"""What the reader of a document noted for a person to look at: each with the way to it, and ticked off once seen."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ... import whole
from ...derive.programme import Programme
from ...drafting import DOUBTS, FOLDER
from ...edit.phrases import one_spaced
from ...history.published import is_drafted
from ..view import blocks, fields, shown
from ..view.files import Files
from . import lacking
from .lacking import Lack

_LINE = re.compile(r"- (?P<tick>\[x\] )?(?P<words>.+)")
_QUOTED = re.compile(r"“([^”]+?)(?: ?…)?”")
_OF_A_TABLE = "Bảng có "
"""How a note of a table begins: words of it may stand in sentences too."""
_NUMBER = re.compile(r"^\W*[\w.]{1,6}[.)/] ")
"""A heading's number, which its record has apart from its words."""
_FEW = 6
"""So few letters stand anywhere."""
_LIST = re.compile(rf"mục ({'|'.join(re.escape(title) for title, _, _ in shown.LISTED.values())})")
"""Notes that are about no words of the plan name the list where it is mended."""
_OF_FILES = (
    (re.compile(r" \((?:make|programme) serve\)"), ""),
    (re.compile(r",? hoặc ở data/[\w/-]+\.yaml"), ""),
)
"""What a note says to somebody who edits files, and what it is here: drafts of before have such notes."""
_SHORT = "chưa rõ chữ viết tắt: "
"""How the reader's note of abbreviations begins; of a plan that can be read each is told by itself."""
_NEW = -1
"""The line of a note that no file has yet."""


@dataclass(frozen=True)
class Doubt:
    """A note: its line in the file, its words, the page of the editor where it is looked at, whether that was done."""

    line: int
    words: str
    page: str
    is_seen: bool
    how: str = ""
    """What is done about it, the same for several."""
    lack: Lack | None = None
    """What can be mended from here."""


def doubts(all_files: Files, joined: Programme | None = None, asked: Collection[str] = ()) -> list[Doubt]:
    """All notes of the plan, in their order; then, of a plan that was read from a document, what it still lacks.

    `asked`: the words that questions are still open about: nothing else is asked of them.
    """
    told = [(number, found) for number, line in enumerate(_lines(all_files.root)) if (found := _LINE.match(line))]
    places = [(_text(one), one.id) for one in blocks.whole_text(all_files)] if told else []
    noted = [
        Doubt(line, fields.replaced(one["words"], _OF_FILES), _page(one["words"], places), bool(one["tick"]))
        for line, one in told
    ]
    lacks = lacking.lacking(all_files, joined, asked)
    written = {one.words: one for one in noted}
    left = [one for one in noted if not _is_told_anew(one.words, joined)]
    return [*left, *(_lacking(written.get(words), words, one) for words, one in lacks.items())]


def _lacking(held: Doubt | None, words: str, one: Lack) -> Doubt:
    line, is_seen = (held.line, held.is_seen) if held else (_NEW, False)
    return Doubt(line, words, one.page, is_seen, one.how, one)


def unseen(all_files: Files, joined: Programme | None = None, asked: Collection[str] = ()) -> int:
    """How many notes nobody has looked at."""
    lacks = lacking.lacking(all_files, joined, asked)
    told = [found for line in _lines(all_files.root) if (found := _LINE.match(line))]
    seen = {found["words"] for found in told if found["tick"]}
    left = [one["words"] for one in told if not one["tick"] and not _is_told_anew(one["words"], joined)]
    return len(left) + len(lacks.keys() - seen)


def _is_told_anew(words: str, joined: Programme | None) -> bool:
    """Whether a note is told from the plan as it is, not as the reader left it."""
    if words.startswith(lacking.MADE):
        return True
    return bool(joined) and (words.startswith(_SHORT) or lacking.is_told_anew(words))


def _lines(root: Path) -> list[str]:
    path = root / FOLDER / DOUBTS
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _page(words: str, places: list[tuple[str, str]]) -> str:
    if found := _LIST.search(words):
        return f"{shown.LISTS}/{next(top for top, (title, _, _) in shown.LISTED.items() if title == found[1])}"
    for quoted in _QUOTED.findall(words):
        whole = one_spaced(quoted)
        for meant in (whole, _NUMBER.sub("", whole)):
            if len(meant) >= _FEW:
                for text, id in sorted(
                    places, key=lambda one: words.startswith(_OF_A_TABLE) and ".tables." not in one[1]
                ):
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


def tick(root: Path, line: int, *, is_seen: bool, words: str = "") -> bool:
    """Write that a note was looked at, or was not; whether there is such a note. `words` name one without a line."""
    lines = _lines(root)
    if line == _NEW and words.startswith(lacking.MADE) and is_drafted(root):
        told = [found["words"] if (found := _LINE.match(one)) else "" for one in lines]
        line = told.index(words) if words in told else len(lines)
        lines += [f"- {words}"] if line == len(lines) else []
    found = _LINE.match(lines[line]) if 0 <= line < len(lines) else None
    if not found:
        return False
    lines[line] = f"- {'[x] ' if is_seen else ''}{found['words']}"
    whole.write(root / FOLDER / DOUBTS, "".join(f"{one}\n" for one in lines))
    return True
