"""What took long to make is kept by the hash of all it was made from: in `.cache/` of the plan, or in PROGRAMME_CACHE.

Several builds may use the folder at once: a file is there whole or not at all. Deleting the folder is safe.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

_HOME = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("PROGRAMME_CACHE") or ".cache")
"""Where it is kept; `use` sets it to the folder of the plan in work."""
_MAKERS = ("babel", "icalendar", "pydantic", "segno", "selectolax", "typst", "xlsxwriter")
"""The libraries whose next version may give other bytes."""
MOST = 200_000_000
"""Bytes of one kind that are kept. What was not used for longest goes first."""
_sizes: dict[Path, int] = {}
"""Folder -> what it holds, as far as this process knows: counting at each writing would take long."""


def use(root: Path) -> None:
    """Keep things beside the plan in `root`, unless PROGRAMME_CACHE names a place for all plans."""
    global FOLDER
    if not os.environ.get("PROGRAMME_CACHE"):
        FOLDER = root / ".cache"


def kept(kind: str, made_from: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` gives for `made_from`, made at most once."""
    folder = FOLDER / kind
    path = folder / hashlib.sha256(made_from.encode()).hexdigest()[:32]
    with suppress(OSError):  # not there, or not to be read just now
        content = path.read_bytes()
        with suppress(OSError):  # of somebody else
            os.utime(path)
        return content
    content = make()
    with suppress(OSError):  # a full disk, a folder that may not be written: it is made again the next time
        _keep(folder, path, content)
    return content


def first_time(said: str) -> bool:
    """Whether `said` was never asked about here: for what a person is told once, not with each build."""
    asked: list[str] = []

    def ask() -> bytes:
        asked.append(said)
        return said.encode()

    kept("said", said, ask)
    return bool(asked)


def _keep(folder: Path, path: Path, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}-{id(content)}")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    if folder in _sizes:
        _sizes[folder] += len(content)
    if _sizes.get(folder, MOST + 1) > MOST:
        _sizes[folder] = _forget(folder)


@cache
def code() -> str:
    """The hash of this package, its code and tables, and of what it makes files with.

    What other code made is not taken for its own.
    """
    digest = hashlib.sha256(repr([(one, version(one)) for one in _MAKERS]).encode())
    for path in sorted((*_HOME.rglob("*.py"), *_HOME.rglob("*.yaml"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _forget(folder: Path) -> int:
    """Where there is too much, remove what was not used for longest, and a tenth more; returns the size of the rest."""
    found = []
    for one in os.scandir(folder):
        try:
            found.append((one.stat().st_mtime_ns, one.stat().st_size, one.path))
        except FileNotFoundError:  # another build was quicker
            continue
    size = sum(one[1] for one in found)
    goal = MOST * 9 // 10 if size > MOST else size
    for _, its, path in sorted(found):
        if size <= goal:
            break
        with suppress(PermissionError):  # on Windows, where another build reads it just now
            Path(path).unlink(missing_ok=True)
            size -= its
    return size
