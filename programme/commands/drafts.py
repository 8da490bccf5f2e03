"""The drafts that `programme serve` shows: the last good build, and the open pages, built anew as they change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from .build import environment, essence

YIELDING = ("nice", "-n", "15") if os.name == "posix" and shutil.which("nice") else ()
"""The whole site is built behind everything else: with this before the command where there is such a program."""
_YIELDING_FLAG: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""The same on Windows."""


class Readers:
    """Which pages are open in a browser. Each open page has a thread of its own that says so."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def reading(self, page: str) -> Iterator[None]:
        with self._lock:
            self._count[page] += 1
        try:
            yield
        finally:
            with self._lock:
                self._count[page] -= 1
                self._count += Counter()  # a page that nobody reads is forgotten

    def pages(self) -> list[str]:
        with self._lock:
            return list(self._count)


class Site:
    """The last good build, what is wrong with the newest one, and who looks at which page.

    A change is built twice: first the pages that are open in a browser, then the
    whole site, behind everything else the machine does. Changes that come while
    the whole site is being built are built together after it.
    """

    def __init__(self, root: Path, work: Path):
        self.root, self.work = root, work
        self.folder: Path | None = None
        self._before: Path | None = None
        self.preview_folder = self.work / "preview"
        self.version = self.preview = 0
        self.problem = ""
        self.changed = threading.Condition()
        self.readers = Readers()
        self._numbers = count(1)
        self._previewer = self._start()
        self._builder = self._start(yielding=True)
        self._due, self._closed = threading.Event(), False
        self._whole = threading.Thread(target=self._build_whole_sites, daemon=True)
        self._whole.start()

    @property
    def state(self) -> dict[str, object]:
        return {"version": self.version, "preview": self.preview, "problem": self.problem}

    def _start(self, *, yielding: bool = False) -> subprocess.Popen[str]:
        before = YIELDING if yielding else ()
        return subprocess.Popen(
            [*before, sys.executable, "-P", str(Path(__file__).with_name("warm_build.py"))],
            cwd=self.root,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            creationflags=_YIELDING_FLAG if yielding else 0,
        )

    def build(self) -> None:
        """Build what is open now; the whole site follows."""
        self._build_open_pages()
        self._due.set()

    def _build_whole_sites(self) -> None:
        while self._due.wait() and not self._closed:
            self._due.clear()
            self._build_whole()

    def _build_whole(self) -> None:
        """Build into a new folder and make it the site if the build succeeds."""
        target = self.work / str(next(self._numbers))
        output, _ = self._builder.communicate(f"{target}\n")
        with self.changed:
            if self._builder.returncode == 0:
                # an answer that began may still read the build before: it stays until the next one
                old, self._before, self.folder = self._before, self.folder, target
                self.version += 1
                self.problem = ""
            else:
                old, self.problem = target, essence(output)
            self.changed.notify_all()
        if self._closed:
            return
        if old:
            shutil.rmtree(old, ignore_errors=True)
        print(self.problem or f"Đã dựng xong lần {self.version}.", flush=True)
        self._builder = self._start(yielding=True)

    def _build_open_pages(self) -> None:
        pages = [page for page in self.readers.pages() if (self.root / "docs" / page).exists()]
        if not pages:
            return
        self._previewer.communicate("\t".join([str(self.preview_folder), *pages]) + "\n")
        if self._previewer.returncode == 0:
            with self.changed:
                self.preview += 1
                self.changed.notify_all()
        self._previewer = self._start()

    def close(self) -> None:
        self._closed = True
        self._due.set()
        self._builder.kill()
        self._whole.join()
        for spare in (self._builder, self._previewer):
            spare.kill()
            spare.communicate()
