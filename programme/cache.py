"""What took long to make is kept by the hash of all it was made from: in `.cache/` of the plan, or in PROGRAMME_CACHE.

One file for each kind of thing (`store`). Several builds may use the folder at once. Deleting it is safe.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from . import listed, store

_HOME = Path(__file__).resolve().parent
FOLDER = Path(os.environ.get("PROGRAMME_CACHE") or ".cache")
"""Where it is kept; `use` sets it to the folder of the plan in work."""
_MAKERS = ("babel", "icalendar", "pydantic", "selectolax", "typst", "xlsxwriter", "zxing-cpp")
"""The libraries whose next version may give other bytes."""
_CODE = (".py", ".yaml", ".md", ".html", ".xml")
MOST = 200_000_000
"""Bytes of one kind that are kept. What was not used for longest goes first."""
_MARK = 32
"""Bytes that stand before a content."""


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
    held, name = _store(kind), _name(made_from)
    whole = held.get(name)
    if whole is None:
        return None
    content = whole[_MARK:]
    if whole.startswith(_mark(made_from, content)):
        return content
    held.remove(name)  # broken or foreign: it is made anew
    return None


def keep(kind: str, made_from: str, content: bytes) -> None:
    """Keep the bytes for what they were made from. Where they cannot be kept, they are made again the next time."""
    _store(kind).put(_name(made_from), _mark(made_from, content) + content)


def keep_new(kind: str, contents: Mapping[str, bytes]) -> None:
    """Keep those of the contents, by what they were made from, of which nothing is kept yet: all together or none."""
    held = _store(kind)
    held.put_all({_name(made_from): _mark(made_from, content) + content for made_from, content in contents.items()})


def keep_once(kind: str, made_from: str, make: Callable[[], bytes]) -> None:
    """The same where nothing is kept for it yet."""
    if not _store(kind).has(_name(made_from)):
        keep(kind, made_from, make())


def _store(kind: str) -> store.Store:
    return _held(FOLDER, kind, MOST)


@cache
def _held(folder: Path, kind: str, most: int) -> store.Store:
    return store.Store(folder / f"{kind}.db", most)


def _name(made_from: str) -> str:
    return hashlib.sha256(made_from.encode()).hexdigest()[:32]


def _mark(made_from: str, content: bytes) -> bytes:
    """What stands before the content, so that one that was cut or brought from elsewhere is not believed."""
    digest = hashlib.sha256(f"{made_from}\0".encode())
    digest.update(content)
    return digest.digest()


def beside(work: Callable[[], object]) -> Callable[[], None]:
    """Do in a process of its own what keeps something, so that it is found here later; gives what waits for it.

    Nothing where the system cannot make such a process, where there is but one processor, or where threads run, which
    would not go on in it: then it is done where it is asked for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return lambda: None
    store.close()
    pid = os.fork()
    if pid:
        return lambda: _waited(pid)
    try:
        work()
    finally:
        store.close()
        os._exit(0)  # what goes wrong goes wrong again where it is asked for; nothing of the other process is ended


def _waited(pid: int) -> None:
    with suppress(ChildProcessError):  # it was waited for elsewhere
        os.waitpid(pid, 0)


def first_time(said: str) -> bool:
    """Whether `said` was never asked about here: for what a person is told once, not with each build."""
    asked: list[str] = []

    def ask() -> bytes:
        asked.append(said)
        return said.encode()

    kept("said", said, ask)
    return bool(asked)


@cache
def code() -> str:
    """The hash of this package, its code, tables and templates, and of what it makes files with.

    What other code made is not taken for its own.
    """
    digest = hashlib.sha256(repr([(one, version(one)) for one in _MAKERS]).encode())
    for path in listed.files(_HOME):
        if path.suffix in _CODE:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
