"""The state of a plan's files, as far as a check looks at them: where it is the same, nothing has to be read again."""

from __future__ import annotations

from pathlib import Path

from ... import listed
from ...drafting import FOLDER
from ...pages.names import RELEASED
from ...pages.settings import FILE as SETTINGS

Stamp = tuple[object, ...]


def stamp(root: Path) -> Stamp:
    """Each file with when it was written, and its size."""
    found = []
    for folder, ending in (("data", ".yaml"), ("docs", ".md"), ("source", ""), (FOLDER, "")):
        for path in listed.files(root / folder):
            if path.name.endswith(ending):
                found.append((str(path), _written(path)))
    return (*found, *((name, _written(root / name)) for name in (SETTINGS, RELEASED)))


def _written(path: Path) -> tuple[int, int] | None:
    """None where there is no such file."""
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
