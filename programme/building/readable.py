"""A published site is read by another account than the one that made it: files are 0644 and folders 0755.

What decides it else is the umask of whoever publishes, and what a copied file had before.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

FILE, FOLDER = 0o644, 0o755
_CHECKED = os.name == "posix"
"""Windows has other rights, which a folder hands down to what is made in it."""


def open_to_all(folder: Path) -> None:
    """Let everybody read a folder and all in it, and nobody but its owner change it.

    Raises `OSError` for what belongs to somebody else and is not so already.
    """
    if _CHECKED:
        for path, mode, wanted in _found(folder):
            if mode != wanted:
                path.chmod(wanted)


def make(folder: Path) -> None:
    """Make a folder, with those above it that are missing, each open to all; one that is there stays as it is."""
    for one in (*reversed(folder.parents), folder):
        if not one.exists():
            one.mkdir(exist_ok=True)
            open_to_all(one)


def closed(folder: Path) -> list[str]:
    """What a web server could not read in a folder that is to be served, in Vietnamese; nothing if all is well."""
    found = _found(folder) if _CHECKED else ()
    return [
        f"{path.relative_to(folder.parent)}: máy chủ web không đọc được (quyền {mode:04o}, cần {wanted:04o})."
        for path, mode, wanted in found
        if wanted & ~mode & 0o055
    ]


def in_the_way(folder: Path) -> Path | None:
    """The highest folder on the way to this one that only its owner (and a group) may go through; mostly none."""
    above = (*reversed(folder.parents), folder) if _CHECKED else ()
    return next((one for one in above if not one.stat().st_mode & stat.S_IXOTH), None)


def _found(folder: Path) -> Iterator[tuple[Path, int, int]]:
    """Each folder and file there, with the rights it has and those it should have."""
    for place, folders, files in os.walk(folder):
        for name, wanted in ((".", FOLDER), *((one, FILE) for one in files)):
            path = Path(place, name)
            yield path, stat.S_IMODE(path.stat().st_mode), wanted
        folders.sort()
