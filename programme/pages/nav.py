"""Lines of `mkdocs.yml` that a page asks for: those that wait for it as comments, those that leave its kind out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .. import whole
from .settings import FILE


def show(root: Path, pages: Iterable[str]) -> list[str]:
    """Make lines of the bar of sections of comments that name these page files; gives the pages that had one."""
    return _written(root, pages, "# ", "", once=True)


def hide(root: Path, pages: Iterable[str]) -> list[str]:
    """Make comments of the lines that name these page files, as they waited before; gives the pages that had one."""
    return _written(root, pages, "", "# ")


def _written(root: Path, pages: Iterable[str], sign: str, instead: str, *, once: bool = False) -> list[str]:
    """Put `instead` for the sign before lines that name these page files; `once`: before the first line of each."""
    path = root / FILE
    if not path.is_file():
        return []
    text = before = path.read_bytes().decode("utf-8", errors="surrogateescape")
    named = []
    for page in pages:
        line = re.compile(rf"^([ ]*){sign}(- (?:[^:#\n]+: )?{re.escape(page)})[ ]*(?=\r?$)", re.MULTILINE)
        text, found = line.subn(rf"\1{instead}\2", text, count=1 if once else 0)
        named += [page] if found else []
    if text != before:
        whole.write(path, text)
    return named


def leave_out(root: Path, pages: Iterable[str]) -> list[str]:
    """Keep the folders of these page files out of the bar of sections, where `not_in_nav` names others of its kind but
    not them: the settings of a plan may be older than a kind of page. Gives the lines that were added."""
    path = root / FILE
    if not path.is_file():
        return []
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    listed = re.search(r"^not_in_nav: \|[ ]*\r?\n(?:[ ]+/[^\r\n]*\r?\n)+", text, re.MULTILINE)
    folders = dict.fromkeys(page.partition("/")[0] for page in pages if "/" in page)
    lines = [f"/{folder}/*" for folder in folders if listed and f"/{folder}/*" not in listed[0].split()]
    if listed and lines:
        last = listed[0].splitlines(keepends=True)[-1]
        indent, end = last[: len(last) - len(last.lstrip(" "))], last[len(last.rstrip("\r\n")) :]
        added = "".join(f"{indent}{line}{end}" for line in lines)
        whole.write(path, text[: listed.end()] + added + text[listed.end() :])
    return lines
