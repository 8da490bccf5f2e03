"""Documents as they come (.docx, .pdf, .doc, .txt), read into lines and tables: no word lost, none made up."""

from __future__ import annotations

from pathlib import Path

from .document import Document, UnreadableError


def read(path: Path | str) -> Document:
    """The document in a file. Raises `UnreadableError`, which says in Vietnamese what is wrong and what to do."""
    from . import docx, txt

    path = Path(path)
    return txt.read(path) if path.suffix.lower() == ".txt" else docx.read(path)


__all__ = ["Document", "UnreadableError", "read"]
