"""Typst, for what is made at build time: PDF files and the picture for links. The templates lie in `print/`.

What is made holds no date of its making and only fonts that Typst brings, so the same
data gives the same bytes on every machine; what was made once is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Event, Lock
from typing import Any

from ..cache import code, found, keep, kept
from ..whole import written
from . import press

_PDF = {"format": "pdf", "pdf_standards": ["ua-1"]}
"""PDF files for all readers (PDF/UA-1)."""
_MOST, _LARGE = 500, 300_000
"""Files that a process makes before another takes its place; bytes of one after which it does so at once."""


class PressError(Exception):
    """Something could not be set; the message is Typst's."""


class Presses:
    """Processes that set the PDF files of a folder, as many at a time as there are processors.

    None is begun before it is needed; a file is there whole or not at all.

    `waiting`: nothing is set before `begin` says so.
    """

    def __init__(self, folder: Path, *, waiting: bool = False) -> None:
        self._folder = folder
        self._workers = ThreadPoolExecutor(os.cpu_count())
        self._begun = Event()
        if not waiting:
            self.begin()
        self._idle: list[_Press] = []
        self._lock = Lock()
        self._closed = False

    def pdf(self, file: str, template: str, made_from: str, content: Callable[[], dict[str, Any]]) -> Future[None]:
        """A template of `print/` as a PDF file; done when it is written.

        `content` gives what the template reads; it is asked only where no file is kept that was made from the same
        `made_from`.
        """
        name = hashlib.sha256(f"{_tools()}\0{template}\0{made_from}".encode()).hexdigest()
        there = found("pdf", name)
        if there is None:
            return self._workers.submit(self._made, file, name, template, content)
        self._write(file, there)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def _write(self, file: str, made: bytes) -> None:
        target = self._folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        with written(target) as part:
            part.write_bytes(made)

    def begin(self) -> None:
        """Set what was asked for, and what will be."""
        self._begun.set()

    def _made(self, file: str, name: str, template: str, content: Callable[[], dict[str, Any]]) -> None:
        self._begun.wait()
        if self._closed:
            raise PressError(name)
        with self._lock:
            one = self._idle.pop() if self._idle else _Press()
        try:
            made = one.made(template, content(), _PDF)
        except Exception:
            one.close()
            raise
        self._write(file, made)
        keep("pdf", name, made)
        if len(made) > _LARGE or one.count >= _MOST:
            one.close()
        else:
            with self._lock:
                self._idle.append(one)

    def close(self) -> None:
        """End the processes."""
        self._closed = True
        self.begin()  # what waits ends
        self._workers.shutdown(cancel_futures=True)
        for one in self._idle:
            one.close()


class _Press:
    """One such process."""

    def __init__(self) -> None:
        self.count = 0
        command = [sys.executable, press.__file__]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def made(self, template: str, content: dict[str, Any], options: dict[str, Any]) -> bytes:
        self.count += 1
        sent, answer = self._process.stdin, self._process.stdout
        assert sent and answer
        sent.write(json.dumps({"template": template, "content": content, "options": options}).encode() + b"\n")
        sent.flush()
        length = int(answer.readline() or b"0")
        made = answer.read(abs(length))
        if length <= 0:
            raise PressError(made.decode("utf-8", errors="replace") or f"{template}: the process ended")
        return made

    def close(self) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@contextmanager
def presses(folder: Path, *, waiting: bool = False) -> Iterator[Presses]:
    """Presses that end with the block."""
    made = Presses(folder, waiting=waiting)
    try:
        yield made
    finally:
        made.close()


def picture(template: str, content: dict[str, Any]) -> bytes:
    """A template of `print/` as a PNG file, a dot for each point."""
    made_from = f"{_tools()}\0{template}\0{json.dumps(content)}"
    return kept("picture", made_from, lambda: press.made(template, content, format="png", ppi=72))


@cache
def _tools() -> str:
    """The hash of what makes the files, besides their content."""
    digest = hashlib.sha256(code().encode())
    for path in sorted(press.TEMPLATES.glob("*.typ")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
