"""`programme serve`, started for a test: where it answers, and what it prints."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from support import ROOT, WAIT


class Served:
    """The server on a project: its address, and what it prints."""

    def __init__(self, root: Path, work: Path):
        work.mkdir()
        self.work = work
        self._process = subprocess.Popen(
            [sys.executable, "-m", "programme", "serve", "--port", "0", "--root", str(root)],
            cwd=root if (root / "programme").is_dir() else ROOT,  # a copy of the engine is the one to run
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "TMPDIR": str(work)},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.address = self.line().split()[3].rstrip("/")

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)

    def line(self) -> str:
        """The next line that it prints, waited for as long as it lives."""
        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            with suppress(queue.Empty):
                return self._lines.get(timeout=0.5)
            if self._process.poll() is not None and self._lines.empty():
                break
        raise AssertionError(f"no line more; ended with {self._process.poll()}")

    def printed(self) -> list[str]:
        """What it has printed since, without waiting."""
        return [self._lines.get_nowait() for _ in range(self._lines.qsize())]

    def builds(self) -> list[str]:
        """The whole sites that it keeps, by number."""
        return sorted(path.name for path in self.work.glob("site-*/*") if path.name.isdecimal())

    def close(self, *signals: signal.Signals) -> None:
        """End it, by each of the signals in turn."""
        for one in signals or (signal.SIGTERM,):
            self._process.send_signal(one)
        self._process.wait(WAIT)
