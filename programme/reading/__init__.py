"""Documents as they come (.docx, .pdf, .doc, .txt), read into lines and tables: no word lost, none made up.

`sniff` tells what a file is, `guard` has it read by `docx`, `pdf` or `txt` in a process of its own; `labels`,
`wrapping`, `layout` and `furniture` are what they share.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import guard, office, sniff
from .document import Document, UnreadableError

__all__ = ["Document", "UnreadableError", "read"]


def read(path: Path | str) -> Document:
    """The document in a file. Raises `UnreadableError`, which says in Vietnamese what is wrong and what to do.

    Nothing is written or fetched; a file that is made to harm ends in the error within half a minute and 1 GB.
    """
    path = Path(path)
    kind = sniff.kind(path)
    if kind != "doc":
        return guard.read(kind, path)
    with office.converted(path) as made:
        return replace(guard.read("docx", made), kind="doc")
