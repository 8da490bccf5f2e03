"""What took long to make is kept in `.cache/`, by the hash of all it was made from. Deleting the folder is safe."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

_HOME = Path(__file__).resolve().parent
FOLDER = _HOME.parent / ".cache"
_MOST = 500
"""Things of one kind that are kept; the oldest go first."""


def kept(kind: str, made_from: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` gives for `made_from`, made at most once."""
    folder = FOLDER / kind
    path = folder / hashlib.sha256(made_from.encode()).hexdigest()[:32]
    try:
        return path.read_bytes()
    except FileNotFoundError:
        pass
    content = make()
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}-{id(content)}")
    part.write_bytes(content)
    part.replace(path)
    _forget(folder)
    return content


@cache
def code() -> str:
    """The hash of this package: what other code made is not taken for its own."""
    digest = hashlib.sha256()
    for path in sorted(_HOME.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _forget(folder: Path) -> None:
    names = os.listdir(folder)
    if len(names) <= _MOST:
        return
    for path in sorted(map(folder.joinpath, names), key=_moment)[: len(names) - _MOST]:
        path.unlink(missing_ok=True)


def _moment(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:  # another build was quicker
        return 0
