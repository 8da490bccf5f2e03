"""What the reader of a document noted for a person to look at: each with the way to it, and ticked off once seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .. import whole
from ..derive.programme import Programme
from ..drafting import DOUBTS, FOLDER
from ..edit.phrases import one_spaced
from ..history.published import is_drafted
from ..load.vocabulary import AgencyKind, Level
from . import blocks, fields, shown
from .files import Files

_LINE = re.compile(r"- (?P<tick>\[x\] )?(?P<words>.+)")
_QUOTED = re.compile(r"“([^”]+?)(?: ?…)?”")
_FEW = 6
"""So few letters stand anywhere."""
_LIST = re.compile(rf"mục ({'|'.join(re.escape(title) for title, _, _ in shown.LISTED.values())})")
"""Notes that are about no words of the plan name the list where it is mended."""
_OF_FILES = (
    (re.compile(r" \((?:make|programme) serve\)"), ""),
    (re.compile(r",? hoặc ở data/[\w/-]+\.yaml"), ""),
)
"""What a note says to somebody who edits files, and what it is here: drafts of before have such notes."""
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


def doubts(all_files: Files, joined: Programme | None = None) -> list[Doubt]:
    """All notes of the plan, in their order; then, of a plan that was read from a document, what it still lacks."""
    told = [(number, found) for number, line in enumerate(_lines(all_files.root)) if (found := _LINE.match(line))]
    places = [(_text(one), one.id) for one in blocks.whole_text(all_files)] if told else []
    noted = [
        Doubt(line, fields.replaced(one["words"], _OF_FILES), _page(one["words"], places), bool(one["tick"]))
        for line, one in told
    ]
    lacking = lacks(joined) if joined and is_drafted(all_files.root) else {}
    written = {one.words: one for one in noted}
    left = [one for one in noted if not one.words.startswith(_WHOLE)]
    return [*left, *(_lacking(written.get(words), words, page) for words, page in lacking.items())]


def _lacking(held: Doubt | None, words: str, page: str) -> Doubt:
    return Doubt(held.line if held else _NEW, words, page, bool(held and held.is_seen), _HOW)


_WHOLE = "Cách gọi chung “"
_ASKS = "được giao việc mà chưa ghi gồm những cơ quan nào."
_HOW = (
    "Cách gọi chung mà chưa ghi gồm ai thì trang của từng cơ quan thiếu việc ấy. Mở mục ấy: Kế hoạch kể ra thì ghi ở "
    "“Gồm”, không kể thì ghi ở “Có thể gồm”. Không rõ là ai thì thôi, đánh dấu là đã xem."
)


def lacks(joined: Programme) -> dict[str, str]:
    """What nobody filled in: collectives that are given work and say nothing of whom they mean. Note -> its page."""
    return {
        f"{_WHOLE}{one.name}” {_ASKS}": f"{shown.LISTED['agencies'][2]}/{one.id}"
        for one in joined.data.agencies
        if AgencyKind.COLLECTIVE is one.kind or one.level is Level.COLLECTIVE
        if not (one.members or one.may_include) and (joined.duties_of(one) or joined.reports_by(one))
    }


def unseen(root: Path, joined: Programme | None = None) -> int:
    """How many notes nobody has looked at."""
    lacking = lacks(joined) if joined and is_drafted(root) else {}
    told = [found for line in _lines(root) if (found := _LINE.match(line))]
    seen = {found["words"] for found in told if found["tick"]}
    left = [found["words"] for found in told if not found["tick"] and not found["words"].startswith(_WHOLE)]
    return len(left) + len(lacking.keys() - seen)


def _lines(root: Path) -> list[str]:
    path = root / FOLDER / DOUBTS
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def _page(words: str, places: list[tuple[str, str]]) -> str:
    if found := _LIST.search(words):
        return f"{shown.LISTS}/{next(top for top, (title, _, _) in shown.LISTED.items() if title == found[1])}"
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


def tick(root: Path, line: int, *, is_seen: bool, words: str = "") -> bool:
    """Write that a note was looked at, or was not; whether there is such a note. `words` name one without a line."""
    lines = _lines(root)
    if line == _NEW and words.startswith(_WHOLE) and is_drafted(root):
        told = [found["words"] if (found := _LINE.match(one)) else "" for one in lines]
        line = told.index(words) if words in told else len(lines)
        lines += [f"- {words}"] if line == len(lines) else []
    found = _LINE.match(lines[line]) if 0 <= line < len(lines) else None
    if not found:
        return False
    lines[line] = f"- {'[x] ' if is_seen else ''}{found['words']}"
    whole.write(root / FOLDER / DOUBTS, "".join(f"{one}\n" for one in lines))
    return True
