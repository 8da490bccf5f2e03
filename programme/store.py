"""A file of contents by their names, in SQLite: a tenth of the time that a file for each takes.

Many threads and processes may use it at once: a content is there whole or not at all. A file that is broken, or is none
of ours, is begun anew; where none can be, nothing is held.
"""

from __future__ import annotations

import atexit
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar
from weakref import WeakSet

_TABLES = """
pragma synchronous = off;
pragma journal_mode = wal;
create table if not exists contents (name text primary key, content blob not null);
create table if not exists uses (name text primary key, at integer not null, size integer not null) without rowid;
"""
"""Apart, so that what is used is noted without writing it anew. What a failing machine leaves is recognised by whoever
asks for it: the disk is not waited for, not even while the file is made, so that is said first."""
_PATIENCE = 10.0
"""Seconds for which one that others write to is waited for."""
_LATELY = 600 * 10**9
"""Nanoseconds within which the next use is not noted."""
_PASSES = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED),  # others write for long
    *(sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH),
}
"""Faults that are not the file's own."""
_TOGETHER = 64
_LARGE = 4_000_000
"""Contents, and bytes of them, that are written in one go at most."""
_T = TypeVar("_T")
_mine = threading.local()
_stores: WeakSet[Store] = WeakSet()
_gathering = False
"""Whether contents wait for others: a tenth of the time that writing each by itself takes."""


class _Opened(NamedTuple):
    """A file that this thread has open; `identity`: which file it was, as it may be removed meanwhile."""

    database: sqlite3.Connection
    identity: tuple[int, int]


class Store:
    """The contents in the file at `path`. What was not used for longest goes when there are more than `most` bytes."""

    def __init__(self, path: Path, most: int):
        self._path, self._most = path, most
        self._size: int | None = None
        """Bytes that it holds, as far as this process knows."""
        self._waiting: dict[str, bytes] = {}
        self._alone = threading.RLock()
        _stores.add(self)

    def get(self, name: str) -> bytes | None:
        """A content; None where there is none."""
        if (waiting := self._waiting.get(name)) is not None:
            return waiting

        def got(database: sqlite3.Connection) -> bytes | None:
            row = database.execute("select content, at from contents join uses using (name) where name = ?", [name])
            content, at = row.fetchone() or (None, 0)
            if content is not None:
                _used(database, name, at)
            return content

        return self._asked(got)

    def has(self, name: str) -> bool:
        """Whether there is a content of this name; then it is used."""
        if name in self._waiting:
            return True

        def had(database: sqlite3.Connection) -> bool:
            row = database.execute("select at from uses where name = ?", [name]).fetchone()
            if row:
                _used(database, name, *row)
            return bool(row)

        return bool(self._asked(had))

    def put(self, name: str, content: bytes) -> None:
        """Hold a content, in the place of what had its name."""
        with self._alone:
            self._waiting[name] = content
            if _gathering and len(self._waiting) < _TOGETHER and sum(map(len, self._waiting.values())) < _LARGE:
                return
        self.write()

    def write(self) -> None:
        """Write what waits."""
        with self._alone:
            waiting, self._waiting = self._waiting, {}
            if waiting:
                self._asked(lambda database: self._put(database, waiting))

    def remove(self, name: str) -> None:
        """Hold it no longer."""
        self.write()
        self._asked(lambda database: _remove(database, [name]))

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Hold contents, all or none; one whose name is there already stays as it is, and is used."""
        self.write()

        def put(database: sqlite3.Connection) -> None:
            there = {name: at for name, at in database.execute("select name, at from uses") if name in contents}
            for name, at in there.items():
                _used(database, name, at)
            self._put(database, {name: content for name, content in contents.items() if name not in there})

        self._asked(put)

    def _put(self, database: sqlite3.Connection, contents: Mapping[str, bytes]) -> None:
        now = time.time_ns()
        with database:
            database.execute("begin immediate")
            database.executemany("insert or replace into contents values (?, ?)", contents.items())
            sizes = ([name, now, len(content)] for name, content in contents.items())
            database.executemany("insert or replace into uses values (?, ?, ?)", sizes)
        if self._size is not None:
            self._size += sum(map(len, contents.values()))
        if self._size is None or self._size > self._most:
            self._size = self._forget(database)

    def _forget(self, database: sqlite3.Connection) -> int:
        """Of too much remove what was not used for longest, and a tenth more; returns the size of the rest."""
        (size,) = database.execute("select total(size) from uses").fetchone()
        goal, gone = (self._most * 9 // 10 if size > self._most else size), []
        for name, its in database.execute("select name, size from uses order by at"):
            if size <= goal:
                break
            gone.append(name)
            size -= its
        _remove(database, gone)
        return int(size)

    def _asked(self, work: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What the work gives; None where there is no such file and none can be made, or it is broken."""
        try:
            return work(_opened(self._path))
        except OSError:
            return None
        except sqlite3.DatabaseError as fault:
            if fault.sqlite_errorcode & 0xFF not in _PASSES:
                self._size = None
                _begun_anew(self._path)
            return None


def gather() -> None:
    """Let contents wait for others from here on, until `write`. For others they are there when they are written."""
    global _gathering
    _gathering = True


def write() -> None:
    """Write what waits, and let nothing wait from here on."""
    global _gathering
    _gathering = False
    for one in list(_stores):
        one.write()


def close() -> None:
    """Close what this thread has open: a process that is made of this one must not go on with it."""
    for one in list(_stores):
        one.write()
    for opened in _known().values():
        opened.database.close()
    _known().clear()


atexit.register(close)


def _known() -> dict[Path, _Opened]:
    if not hasattr(_mine, "known"):
        _mine.known = {}
    known: dict[Path, _Opened] = _mine.known
    return known


def _opened(path: Path) -> sqlite3.Connection:
    """The file, open, made where there is none. Raises `OSError` or `sqlite3.Error` where it cannot be."""
    known = _known()
    if path in known:
        with suppress(FileNotFoundError):
            if known[path].identity == _identity(path):
                return known[path].database
        known.pop(path).database.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.executescript(_TABLES)
        known[path] = _Opened(database, _identity(path))
    except BaseException:
        database.close()
        raise
    return database


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino


def _used(database: sqlite3.Connection, name: str, at: int) -> None:
    """Note that a content is used, where that was noted long ago."""
    if at <= (now := time.time_ns()) - _LATELY:
        with suppress(sqlite3.OperationalError):  # of somebody else
            database.execute("update uses set at = ? where name = ?", [now, name])


def _remove(database: sqlite3.Connection, names: list[str]) -> None:
    with database:
        database.execute("begin immediate")
        for table in ("contents", "uses"):
            database.executemany(f"delete from {table} where name = ?", [[name] for name in names])


def _begun_anew(path: Path) -> None:
    if path in _known():
        _known().pop(path).database.close()
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):  # on Windows, where another build reads it just now
            Path(f"{path}{ending}").unlink()
