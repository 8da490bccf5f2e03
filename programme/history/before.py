"""What stood in the last saved state where something is wrong now: it shows what an edit broke, and what was lost."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..load.findings import TAKE_BACK, Finding, shown
from .git import ask

_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_MANY, _SHARE = 8, 0.15
"""A file of which so many lines, and such a share, are others than they were is hardly edited."""
_LONGEST = 300
"""Letters of a line that are shown."""
_FEW, _MOST = 4, 100
"""Lines of an edit that were one each of those before; the first lines of an edit, for which that is looked for."""
_ALIKE = 0.4
"""How much of a line that was edited is still the same."""
_KEY = re.compile(r"\s*(?:- )?\{?([\w-]+:)(?: |$)")
_BEGINS = re.compile(r"\s*(?:- |#|[\w-]+:(?: |$))")
"""What begins an item, a comment or a key: not the going on of a text of several lines."""


@dataclass
class _Changed:
    """What another state of a file had: line of today -> the line it was, "" where there was none; what was taken out
    after a line; how many lines took the place of others.
    """

    was: dict[int, str] = field(default_factory=dict)
    gone: dict[int, str] = field(default_factory=dict)
    replaced: int = 0
    new: bool = False
    """Whether there was no such file."""


def with_before(root: Path, findings: Iterable[Finding]) -> list[Finding]:
    """The findings with what stood at their lines in the last saved state, and the files that an edit hardly explains.

    As they are where nothing is an error, where Git knows no state, or nothing has changed since.
    """
    findings = list(findings)
    changed = _changed(root, {one.file for one in findings if one.is_error})
    if not changed:
        return findings
    explained = {one.file for one in findings if TAKE_BACK in one.expected or (one.cause and not one.line)}
    last = {(one.file, one.line): one for one in sorted(findings) if one.is_error and one.line and one.file in changed}
    lines = {file: _lines(root / file) for file in changed}
    first = {file: min(line for name, line in last if name == file) for file, _ in last}
    said = {
        id(one): _before(one, changed[one.file], lines[one.file])
        for one in last.values()
        if not changed[one.file].new or one.line == first[one.file]  # of a new file it is enough to say so once
    }
    told = [replace(one, before=said.get(id(one), "")) for one in findings]
    return [*_overwritten({file: one for file, one in changed.items() if file not in explained}, lines), *told]


def _before(one: Finding, changed: _Changed, lines: list[str]) -> str:
    """What stood at the line of a finding, where its text goes on, or before it; what stood after it."""
    if changed.new:
        return "bản lưu trước không có tệp này."
    for line in (one.line, *_going_on(lines, one.line), one.line - 1):
        if line in changed.was:
            at, here = (f" ở dòng {line}", f" dòng {line}") if line != one.line else ("", " dòng này")
            was = changed.was[line].strip()
            gone = f"; sau đó còn: {shown(changed.gone[line], _LONGEST)}" if changed.gone.get(line) else ""
            return f"bản lưu trước ghi{at}: {shown(was, _LONGEST)}{gone}" if was else f"bản lưu trước không có{here}."
    gone = changed.gone.get(one.line, "").strip()
    return f"sau dòng này bản lưu trước còn: {shown(gone, _LONGEST)}" if gone else ""


def _going_on(lines: list[str], line: int) -> Iterator[int]:
    """The lines after one that go on with its text."""
    for number in range(line + 1, len(lines) + 1):
        if _BEGINS.match(lines[number - 1]):
            return
        yield number


def _overwritten(changed: dict[str, _Changed], lines: dict[str, list[str]]) -> Iterator[Finding]:
    for file, one in changed.items():
        count = len(lines[file])
        if count and one.replaced >= _MANY and one.replaced > _SHARE * count:
            found = f"Tệp có lỗi, và {one.replaced} trong {count} dòng của nó khác bản lưu trước."
            yield Finding(file, 0, found, f"không cố ý sửa nhiều thế thì {TAKE_BACK}", severity="warning", cause=True)


def _changed(root: Path, files: set[str]) -> dict[str, _Changed]:
    """File -> how it differs from the last saved state."""
    if not files:
        return {}
    told = ("--unified=0", "--text", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative", "--no-prefix")
    answer = ask(root, "diff", *told, "HEAD", "--", *sorted(files))
    found: dict[str, _Changed] = {}
    if known := ask(root, "ls-tree", "-r", "--name-only", "HEAD").splitlines():
        found = {file: _Changed(new=True) for file in files - {*known}}
    parts = re.split(r"^(\+\+\+ .*|@@ .*)$", answer, flags=re.MULTILINE)
    now = _Changed()
    for head, body in zip(parts[1::2], parts[2::2], strict=True):
        if head.startswith("+++ "):
            now = found.setdefault(head.removeprefix("+++ ").rstrip(), _Changed())
        elif hunk := _HUNK.match(head):
            lines = body.split("\n")
            taken = [line[1 : _LONGEST + 100] for line in lines if line.startswith("-")]
            added = [line[1 : _LONGEST + 100] for line in lines if line.startswith("+")]
            _note(now, int(hunk[1]), taken, added)
    return found


def _note(changed: _Changed, start: int, taken: list[str], added: list[str]) -> None:
    """What a hunk says: these lines were taken out, and these stand there now, the first of them in line `start`."""
    if not added:
        changed.gone[start] = " ".join(map(str.strip, taken))
        return
    changed.replaced += min(len(taken), len(added))
    origins = _origins(taken[:_MOST], added[:_MOST])
    for place in range(min(len(added), _MOST) if taken else len(added)):
        changed.was[start + place] = taken[origins[place]] if place in origins else ""
    for place, origin in origins.items():
        after = min((one for one in origins.values() if one > origin), default=len(taken))
        changed.gone[start + place] = " ".join(map(str.strip, taken[origin + 1 : after]))


def _origins(taken: list[str], added: list[str]) -> dict[int, int]:
    """Place of a line that was added -> that of the line it was, among those taken out."""
    found: dict[int, int] = {}
    if len(taken) == len(added):
        few = len(taken) <= _FEW
        found = {place: place for place, line in enumerate(added) if few or _alike(line, taken[place]) >= _ALIKE}
    for same_key in (True, False):
        for place, line in enumerate(added):
            left = {at: _alike(line, one) for at, one in enumerate(taken) if at not in found.values()
                    and (not same_key or _key(one) == _key(line) != "")}  # fmt: skip
            best = max(left, key=lambda at: left[at], default=-1) if place not in found else -1
            if best >= 0 and (same_key or left[best] >= _ALIKE):
                found[place] = best
    return found


def _alike(line: str, other: str) -> float:
    return difflib.SequenceMatcher(None, line, other, autojunk=False).ratio()


def _key(line: str) -> str:
    key = _KEY.match(line)
    return key[1] if key else ""


def _lines(path: Path) -> list[str]:
    """The lines of a file; none of one in another encoding, of which every line is another one."""
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")  # as Git and YAML count them
    except (OSError, UnicodeDecodeError):
        return []
