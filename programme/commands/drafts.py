"""The drafts that `programme serve` shows: the last good build, and the open pages, built anew as they change."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path

from ..building import warm_build
from ..building.essence import essence
from ..building.whole_site import environment
from .desk import Editor
from .readers import Readers

READY = "programme: ready"
"""The line that says that a site is there but for PDF files."""
YIELDING = ("nice", "-n", "15") if os.name == "posix" and shutil.which("nice") else ()
"""The whole site is built behind everything else: with this before the command where there is such a program."""
_YIELDING_FLAG: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""The same on Windows."""

_PATIENCE = 4


class Site:
    """The last good build, what is wrong with the newest one, and who looks at which page.

    A change is built twice: first the pages that are open in a browser, then the
    whole site, behind everything else the machine does. Changes that come while
    the whole site is being built are built together after it. It is shown when its
    pages are there, while its PDF files are still being made, which ends where something
    has changed again.
    """

    def __init__(self, root: Path, work: Path):
        self.root, self.work = root, work
        self.editor = Editor(root)
        self.folder: Path | None = None
        self._before: Path | None = None
        self.preview_folder = self.work / "preview"
        self.version = self.preview = 0
        self._told = 0
        """The build that open pages are told of: none that is older than what they show already."""
        self.problem = ""
        self._stage = ""
        """What is being made: "pages", then "papers"; nothing in between."""
        self.changed = threading.Condition()
        self.readers = Readers()
        self._numbers = count(1)
        self._builder = self._start(warm_build.AT_ONCE, yielding=True)
        self._previewer: subprocess.Popen[str] | None = None
        self._calls = 0
        self._due, self._closed = threading.Event(), False
        self._whole = threading.Thread(target=self._build_whole_sites, daemon=True)
        self._whole.start()

    @property
    def is_watched(self) -> bool:
        """Whether a page is open somewhere."""
        return bool(self.readers.pages() or self.editor.readers.pages())

    @property
    def state(self) -> dict[str, object]:
        return {"version": self._told, "preview": self.preview, "problem": self.problem}

    def prepare(self) -> None:
        """Make ready what builds open pages: while nothing else is done, or after some such calls (one a second)."""
        self._calls += 1
        if not self._previewer and (self._stage != "pages" or self._calls > _PATIENCE):
            self._previewer = self._start()
        if self.folder:
            self.editor.prepare()

    def _start(self, *arguments: str, yielding: bool = False) -> subprocess.Popen[str]:
        before = YIELDING if yielding else ()
        return subprocess.Popen(
            [*before, sys.executable, "-P", str(warm_build.__file__), *arguments],
            cwd=self.root,
            env=environment() | {"SAY_READY": READY},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            creationflags=_YIELDING_FLAG if yielding else 0,
        )

    def build(self) -> None:
        """Build what is open now; the whole site follows."""
        self._calls = 0
        self._build_open_pages()
        with self.changed:
            self._due.set()
            if self._stage == "papers":
                self._builder.kill()

    def _build_whole_sites(self) -> None:
        while self._due.wait() and not self._closed:
            self._stage = "pages"
            self._due.clear()
            self._build_whole()

    def _build_whole(self) -> None:
        """Build into a new folder and make it the site if the build succeeds."""
        target = self.work / str(next(self._numbers))
        assert self._builder.stdin and self._builder.stdout
        with suppress(OSError), self._builder.stdin as asked:  # it was killed
            asked.write(f"{target}\n")
        output = ""
        for line in self._builder.stdout:
            if line.rstrip("\n") == READY:
                self._show(target, "papers")
            else:
                output += line
        failed = self._builder.wait()
        shown = self.folder == target
        if not failed and not shown:
            self._show(target, "")
        with self.changed:
            stopped = shown and self._due.is_set()
            self._stage = ""
            if failed and not stopped:
                self.problem = essence(output)
            self.changed.notify_all()
        if self._closed:
            return
        if self.folder != target:
            shutil.rmtree(target, ignore_errors=True)
        if self.problem:
            print(self.problem, flush=True)
        self._builder = self._start(warm_build.WHOLE, yielding=True)

    def _show(self, target: Path, stage: str) -> None:
        """Make a build the site."""
        with self.changed:
            # an answer that began may still read the build before: it stays until the next one
            old, self._before, self.folder = self._before, self.folder, target
            self.version += 1
            if not self._due.is_set():
                self._told = self.version
            self.problem, self._stage = "", stage
            self.changed.notify_all()
        if old:
            shutil.rmtree(old, ignore_errors=True)
        print(f"Đã dựng xong lần {self.version}.", flush=True)

    def paper(self, name: str) -> Path | None:
        """A PDF file of the site, waited for while it is being made; None where there is none."""
        with self.changed:
            while self.folder and not (file := self.folder / name).is_file():
                if not (self._stage or self._due.is_set()):
                    return None
                self.changed.wait(timeout=0.2)
        return file if self.folder else None

    def _build_open_pages(self) -> None:
        pages = [page for page in self.readers.pages() if (self.root / "docs" / page).exists()]
        if not pages:
            return
        previewer = self._previewer or self._start(warm_build.AT_ONCE)
        previewer.communicate("\t".join([str(self.preview_folder), *pages]) + "\n")
        if previewer.returncode == 0:
            with self.changed:
                self.preview += 1
                self.changed.notify_all()
        self._previewer = None  # the whole site comes first

    def close(self) -> None:
        self._closed = True
        self._due.set()
        self._builder.kill()
        self._whole.join()
        for spare in filter(None, (self._builder, self._previewer)):
            spare.kill()
            with suppress(OSError), spare:  # closes what it read and wrote, and waits for its end
                pass
