"""What took long to make is kept by the hash of all it was made from: in `.cache/` of the plan, or in PROGRAMME_CACHE.

Several builds may use the folder at once: a file is there whole or not at all. Deleting the folder is safe.
"""

from __future__ import annotations

import hashlib
import os
import threading
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
_CODE = (".py", ".yaml", ".md", ".html", ".xml")
MOST = 200_000_000
"""Bytes of one kind that are kept. What was not used for longest goes first."""
_MARK = 32
"""Bytes of a file before its content."""
_sizes: dict[Path, int] = {}
"""Folder -> what it holds, as far as this process knows: counting at each writing would take long."""


def use(root: Path) -> None:
    """Keep things beside the plan in `root`, unless PROGRAMME_CACHE names a place for all plans."""
    global FOLDER
    if not os.environ.get("PROGRAMME_CACHE"):
        FOLDER = root / ".cache"


def kept(kind: str, made_from: str, make: Callable[[], bytes]) -> bytes:
    """The bytes that `make` gives for `made_from`, made at most once."""
    content = found(kind, made_from)
    if content is None:
        content = make()
        keep(kind, made_from, content)
    return content


def found(kind: str, made_from: str) -> bytes | None:
    """What is kept; None where nothing is."""
    path = _path(kind, made_from)
    with suppress(OSError):  # not there, or not to be read just now
        mark, content = (whole := path.read_bytes())[:_MARK], whole[_MARK:]
        if mark == _mark(made_from, content):
            with suppress(OSError):  # of somebody else
                os.utime(path)
            return content
        path.unlink()  # broken or foreign: it is made anew
    return None


def keep(kind: str, made_from: str, content: bytes) -> None:
    """Keep the bytes for what they were made from."""
    path = _path(kind, made_from)
    with suppress(OSError):  # a full disk, a folder that may not be written: it is made again the next time
        _keep(path.parent, path, _mark(made_from, content) + content)


def keep_once(kind: str, made_from: str, make: Callable[[], bytes]) -> None:
    """The same where nothing is kept for it yet."""
    try:
        os.utime(_path(kind, made_from))
    except OSError:
        keep(kind, made_from, make())


def _mark(made_from: str, content: bytes) -> bytes:
    """What stands before the content, so that a file that was cut or brought from elsewhere is not believed."""
    return hashlib.sha256(f"{made_from}\0".encode() + content).digest()


def beside(work: Callable[[], object]) -> Callable[[], None]:
    """Do in a process of its own what keeps something, so that it is found here later; gives what waits for it.

    Nothing where the system cannot make such a process, where there is but one processor, or where threads run, which
    would not go on in it: then it is done where it is asked for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return lambda: None
    pid = os.fork()
    if pid:
        return lambda: _waited(pid)
    try:
        work()
    finally:
        os._exit(0)  # what goes wrong goes wrong again where it is asked for; nothing of the other process is ended


def _waited(pid: int) -> None:
    with suppress(ChildProcessError):  # it was waited for elsewhere
        os.waitpid(pid, 0)


def _path(kind: str, made_from: str) -> Path:
    return FOLDER / kind / hashlib.sha256(made_from.encode()).hexdigest()[:32]


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
    """The hash of this package, its code, tables and templates, and of what it makes files with.

    What other code made is not taken for its own.
    """
    digest = hashlib.sha256(repr([(one, version(one)) for one in _MAKERS]).encode())
    for path in sorted(path for ending in _CODE for path in _HOME.rglob(f"*{ending}")):
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
