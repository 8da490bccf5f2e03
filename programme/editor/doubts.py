"""What the reader of a document noted for a person to look at: each with the way to it, and ticked off once seen."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from .. import whole
from ..derive.programme import Programme
from ..drafting import DOUBTS, FOLDER
from ..edit.phrases import one_spaced
from ..history.published import is_drafted
from ..load.vocabulary import AgencyKind, Level
from . import blocks, fields, shown
from .choices import Choice
from .files import Files, Way
from .unmarked import unmarked

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
    block: blocks.Block | None = None
    """The sentence or table that it is about, where that can be mended from here."""
    inner: Way = ()
    """From the block on: the row that is meant."""


@dataclass(frozen=True)
class _Lack:
    page: str
    how: str
    block: blocks.Block | None = None
    inner: Way = ()


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
    lacking = _lacks(all_files, joined, asked)
    written = {one.words: one for one in noted}
    left = [one for one in noted if not one.words.startswith(_MADE)]
    return [*left, *(_lacking(written.get(words), words, one) for words, one in lacking.items())]


def _lacking(held: Doubt | None, words: str, one: _Lack) -> Doubt:
    line, is_seen = (held.line, held.is_seen) if held else (_NEW, False)
    return Doubt(line, words, one.page, is_seen, one.how, one.block, one.inner)


_WHOLE = "Cách gọi chung “"
_ASKS = "được giao việc mà chưa ghi gồm những cơ quan nào."
_HOW = (
    "Cách gọi chung mà chưa ghi gồm ai thì trang của từng cơ quan thiếu việc ấy. Mở mục ấy: Kế hoạch kể ra thì ghi ở "
    "“Gồm”, không kể thì ghi ở “Có thể gồm”. Không rõ là ai thì thôi, đánh dấu là đã xem."
)
_NOBODY = "Chưa ghi ai làm: “"
_HOW_NOBODY = (
    "Các câu này đứng giữa những câu giao việc mà chưa ghi ai làm. Đọc câu: đúng như máy đọc thì bấm nút ở dưới câu, "
    "khác thì tới chỗ ấy mà đánh dấu; không giao việc cho ai thì đánh dấu là đã xem."
)
_MADE = (_WHOLE, _NOBODY)
"""How notes begin that are made from the plan as it is; in the file they stand only once somebody ticked them."""


def _lacks(all_files: Files, joined: Programme | None, asked: Collection[str] = ()) -> dict[str, _Lack]:
    if not joined or not is_drafted(all_files.root):
        return {}
    agencies = [Choice(one.id, one.name, "; ".join((*one.names, *one.aliases))) for one in joined.data.agencies]
    found = {words: _Lack(page, _HOW) for words, page in lacks(joined).items()}
    for one in unmarked(blocks.whole_text(all_files), agencies):
        if one_spaced(one.words) not in asked:
            found[f"{_NOBODY}{one.words}”"] = _Lack(f"toan-van#{one.block.id}", _HOW_NOBODY, one.block, one.inner)
    return found


def lacks(joined: Programme) -> dict[str, str]:
    """What nobody filled in: collectives that are given work and say nothing of whom they mean. Note -> its page."""
    return {
        f"{_WHOLE}{one.name}” {_ASKS}": f"{shown.LISTED['agencies'][2]}/{one.id}"
        for one in joined.data.agencies
        if AgencyKind.COLLECTIVE is one.kind or one.level is Level.COLLECTIVE
        if not (one.members or one.may_include) and (joined.duties_of(one) or joined.reports_by(one))
    }


def unseen(all_files: Files, joined: Programme | None = None, asked: Collection[str] = ()) -> int:
    """How many notes nobody has looked at."""
    lacking = _lacks(all_files, joined, asked)
    told = [found for line in _lines(all_files.root) if (found := _LINE.match(line))]
    seen = {found["words"] for found in told if found["tick"]}
    left = [found["words"] for found in told if not found["tick"] and not found["words"].startswith(_MADE)]
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
    if line == _NEW and words.startswith(_MADE) and is_drafted(root):
        told = [found["words"] if (found := _LINE.match(one)) else "" for one in lines]
        line = told.index(words) if words in told else len(lines)
        lines += [f"- {words}"] if line == len(lines) else []
    found = _LINE.match(lines[line]) if 0 <= line < len(lines) else None
    if not found:
        return False
    lines[line] = f"- {'[x] ' if is_seen else ''}{found['words']}"
    whole.write(root / FOLDER / DOUBTS, "".join(f"{one}\n" for one in lines))
    return True
