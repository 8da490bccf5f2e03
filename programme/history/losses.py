"""What the last saved state of the data had and the files no longer have: a file, a large part of one, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..load.files import ignored
from ..load.findings import Finding
from .git import DATA, ask

_FEW = 8
"""So few lines fewer are an edit."""
_KEPT = 0.7
"""What is left of a file that was edited, not cut."""
_MEANT = "lấy lại phần thiếu từ bản lưu trước; cố ý bỏ thì không phải sửa gì"


def losses(root: Path) -> Iterator[Finding]:
    """A warning for each file of `root`/data that lost much since the last saved state; none where Git knows none."""
    told = ("--numstat", "--text", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative")
    changed = ask(root, "diff", *told, "HEAD", "--", DATA)
    for line in changed.splitlines():
        added, taken, name = (*line.split("\t"), "", "")[:3]
        path = root / name
        if not (added + taken).isdecimal() or path.suffix != ".yaml" or ignored(path):
            continue
        if not path.exists():
            yield _told(name, f"Tệp này không còn; lần lưu trước có {taken} dòng.")
            continue
        now = _without_comments(path.read_bytes().decode("utf-8-sig", errors="replace"))
        before = _without_comments(ask(root, "cat-file", "blob", f"HEAD:./{name}"))
        lines, lines_before = _lines(now), _lines(before)  # Git does not count those of old Macs
        if int(taken) < _FEW < lines_before:
            continue
        if lines < _KEPT * lines_before:
            yield _told(name, f"Tệp ngắn đi nhiều: lần lưu trước {lines_before} dòng, nay {lines} dòng.")
            continue
        marked, marked_before = _marked(now), _marked(before)
        if marked < _KEPT * marked_before:
            yield _told(name, f"Chữ có dấu mất nhiều: lần lưu trước {marked_before} chữ, nay {marked} chữ.")


def _told(name: str, found: str) -> Finding:
    return Finding(name, 0, found, _MEANT, severity="warning", cause=True)


def _without_comments(text: str) -> str:
    """A file without its lines of comments: those of a new plan are patterns, which go as they are filled."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("#"))


def _lines(text: str) -> int:
    return len(text.splitlines())


def _marked(text: str) -> int:
    return sum(not char.isascii() for char in text)
