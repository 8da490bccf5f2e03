"""A process that has the libraries, and forks one for each mutant: what costs most is paid once.

It reads lines of JSON, {file, source, tests, seconds}, and answers each with {outcome, test}. The file is changed in
the copy that it works in, so whatever process a test starts has the mutant too.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import resource
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

LIBRARIES = (
    "babel.dates", "babel.lists", "babel.numbers", "bs4", "click", "icalendar", "jinja2", "mkdocs.commands.build",
    "playwright.sync_api", "pydantic", "selectolax.lexbor", "typst", "xlsxwriter", "yaml", "zxingcpp", "feedparser",
    "python_calamine", "jsonschema", "frictionless", "pypdfium2", "vobject", "markdown",
)  # fmt: skip


class _First:
    """The first test that fails."""

    def __init__(self) -> None:
        self.test = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.test:
            self.test = report.nodeid


def _tried(tests: list[str], seconds: int, out: int) -> None:
    """Run the tests in this process; the first that fails is written to `out`."""
    os.setpgid(0, 0)
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    try:
        importlib.import_module("programme.commands")
    except Exception as wrong:
        os.write(out, f"import: {type(wrong).__name__}".encode())
        os._exit(0)
    first = _First()
    options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--tb=no", f"--basetemp={os.getcwd()}/.tests"]
    pytest.main([*options, *tests], plugins=[first])
    os.write(out, first.test.encode())
    os._exit(0)


def _ended(child: int, until: float) -> bool:
    """Wait for a process; whether it ended by itself in time."""
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status == 0
        if time.monotonic() > until:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return False
        time.sleep(0.02)  # waitpid takes no limit of time; a mutant takes seconds


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for number, line in enumerate(sys.stdin):
        asked = json.loads(line)
        path = Path(asked["file"])
        kept, times = path.read_bytes(), path.stat()
        read, write = os.pipe()
        try:
            path.write_text(asked["source"], encoding="utf-8")
            os.utime(path, (times.st_atime, times.st_mtime + 10 + number))  # else what was compiled is taken for it
            if not (child := os.fork()):
                os.close(read)
                _tried(asked["tests"], asked["seconds"], write)
            os.close(write)
            well = _ended(child, time.monotonic() + 10 * asked["seconds"])
            with os.fdopen(read, "rb") as told:
                test = told.read().decode()
        finally:
            path.write_bytes(kept)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        shutil.rmtree(".tests", ignore_errors=True)
        print(json.dumps({"caught": bool(test) or not well, "test": test or "no end"}), file=answers, flush=True)


if __name__ == "__main__":
    main()
