"""What is kept, read and changed from outside, as another program would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def asked(folder: Path, kind: str, question: str, *given: object) -> list[Any]:
    """What the file of a kind answers."""
    with closing(sqlite3.connect(folder / f"{kind}.db")) as database, database:
        return database.execute(question, given).fetchall()


def held(folder: Path, kind: str) -> dict[str, bytes]:
    """Name -> content, with the 32 bytes that stand before what was kept."""
    return dict(asked(folder, kind, "select name, content from contents order by name"))


def hold(folder: Path, kind: str, name: str, content: bytes) -> None:
    """Put other bytes in the place of a content."""
    asked(folder, kind, "update contents set content = ? where name = ?", content, name)
