"""A plugin of pytest: each test in a process of its own, and which lines of the code it touches, to a file.

A build of the site is made once before; what it touches counts for every test of a built site.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from programme import cache

ROOT = Path(os.environ["MUTANTS_ROOT"])
WATCHED = tuple(str(ROOT / one) for one in json.loads(os.environ["MUTANTS_WATCHED"]))
OUT = Path(os.environ["MUTANTS_OUT"])
_PLANS = ("tests/plans/second", ".")
BUILT = {"site", "alone"}
"""The fixtures that build a site."""
OUTSIDE = {"browser"}
"""What no test has that is asked about mutants: it takes longer than all the others."""


class _Lines:
    """The lines that are run while this watches."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, int]] = set()

    def _call(self, frame: FrameType, event: str, arg: object) -> Any:
        if frame.f_code.co_filename not in WATCHED:
            return None
        self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line

    def _line(self, frame: FrameType, event: str, arg: object) -> Any:
        self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line

    def __enter__(self) -> _Lines:
        threading.settrace(self._call)
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def by_file(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for file, line in sorted(self.seen):
            found.setdefault(str(Path(file).relative_to(ROOT)), []).append(line)
        return found


def _spent() -> float:
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def _told(**what: object) -> None:
    with OUT.open("a", encoding="utf-8") as out:
        out.write(json.dumps(what, ensure_ascii=False) + "\n")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    items[:] = [one for one in items if not OUTSIDE & {*getattr(one, "fixturenames", ())}]
    part, parts = map(int, os.environ["MUTANTS_PART"].split("/"))
    items[:] = items[part::parts]
    config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # one for all processes: one built site
    if part == 0:
        for plan in _PLANS:
            _in_a_process(lambda plan=plan: _build(plan))  # type: ignore[misc]


def _in_a_process(work: Callable[[], None]) -> None:
    """What is kept between builds is made anew in each: else a test would touch less than it does with a mutant."""
    if child := os.fork():
        os.waitpid(child, 0)
        return
    with TemporaryDirectory() as folder:
        os.environ["PROGRAMME_CACHE"] = folder
        cache.FOLDER = Path(folder)
        try:
            work()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)


def _build(plan: str) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    os.chdir(ROOT / plan)
    os.environ["SITE_URL"] = "https://ke-hoach.example/"
    with TemporaryDirectory() as folder, _Lines() as lines:
        config = load_config(site_dir=folder, strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    _told(test="", plan=plan, lines=lines.by_file())


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> bool:
    def tried() -> None:
        begin = _spent()
        with _Lines() as lines:
            reports = runtestprotocol(item, log=False, nextitem=None)
        _told(
            test=item.nodeid,
            passed=all(one.passed for one in reports),
            seconds=round(_spent() - begin, 2),
            built=bool(BUILT & {*getattr(item, "fixturenames", ())}),
            lines=lines.by_file(),
        )

    _in_a_process(tried)
    return True
