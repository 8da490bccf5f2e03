"""Lines of `mkdocs.yml` that wait, as comments, for a page that the data has nothing for yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .. import whole
from .settings import FILE


def show(root: Path, pages: Iterable[str]) -> list[str]:
    """Make lines of the bar of sections of comments that name these page files; gives the pages that had one."""
    path = root / FILE
    if not path.is_file():
        return []
    text = before = path.read_bytes().decode("utf-8", errors="surrogateescape")
    shown = []
    for page in pages:
        waiting = re.compile(rf"^([ ]*)# (- (?:[^:#\n]+: )?{re.escape(page)})[ ]*(?=\r?$)", re.MULTILINE)
        text, found = waiting.subn(r"\1\2", text, count=1)
        shown += [page] if found else []
    if text != before:
        whole.write(path, text)
    return shown
