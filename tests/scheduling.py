"""A real scheduler of Dask and its workers on this machine, each a process of its own that a test may end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from many_plans import kept
from support import ROOT, WAIT

_LIMITED = (
    "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "
    "sys.argv = sys.argv[1:]; runpy.run_module(sys.argv[0], run_name='__main__')"
)


class Cluster:
    """`address`: where the scheduler listens. To be used as `running` gives it."""

    def __init__(self, folder: Path):
        self._folder, self._file = folder, folder / "scheduler.json"
        self._said, self._workers = folder / "said.txt", 0
        self._processes: list[subprocess.Popen[bytes]] = []
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "NO_MKDOCS_2_WARNING": "1"}
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self._file))
        until(self._file.exists)
        until(lambda: bool(self._file.read_text(encoding="utf-8")))
        self.address: str = json.loads(self._file.read_text(encoding="utf-8"))["address"]

    def worker(self, name: str, file_size: int = 0) -> subprocess.Popen[bytes]:
        """Start a worker with one thread, which builds in a folder of its name; it is there when this returns.

        `file_size`: no file may be larger.
        """
        work = self._folder / name
        work.mkdir()
        known = {"TMPDIR": str(work), "PROGRAMME_CACHE": str(kept(self._folder / f"kept-{name}"))}
        options = ("--name", name, "--nthreads", "1", "--no-nanny", "--local-directory", str(work))
        started = self._start("worker", self.address, *options, file_size=file_size, **known)
        self._workers += 1
        until(lambda: self._said.read_bytes().count(b"Registered to:") >= self._workers)
        return started

    def _start(self, what: str, *options: str, file_size: int = 0, **known: str) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{what}"
        command = ["-c", _LIMITED.format(file_size), module] if file_size else ["-m", module]
        with self._said.open("ab") as said:
            process = subprocess.Popen(
                [sys.executable, *command, *options, "--no-dashboard"],
                env=self._environment | known,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        self._processes.append(process)
        return process

    def end(self) -> None:
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """A scheduler, and none of what was started with it once it is left."""
    folder.mkdir()
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.end()


def until(happens: object, seconds: float = WAIT) -> None:
    """Wait until a function gives something true."""
    end = time.monotonic() + seconds
    while not happens():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)  # processes of a scheduler, which tell nobody here: asked again until the time is over
