"""Publish a site that is built already, with all that `programme publish` does but the build: a test can do it often.

`started` does it in a process of its own, which may be killed.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
from contextlib import suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from programme import Programme
from programme.built import verify
from programme.commands import publish

PLAN = Path(__file__).resolve().parent / "plans/second"
"""Whose sites these are: the made-up plan."""
_found: dict[Path, list[str]] = {}
"""What was found wrong with a site: no test looks at the same one twice."""


def publish_copy(destination: Path, site: Path, step: int = 0, data: str = "", drop: bool = False) -> Path:
    """Publish a copy of `site`, as if made of the state `data` (if not said, another one each time).

    With a `step` the process is killed just before it changes the folders for that time.
    """

    def build(root: Path, target: Path) -> None:
        shutil.copytree(site, target, dirs_exist_ok=True)
        if step:
            killed_before(step)

    def problems(programme: Programme, built: Path) -> list[str]:
        if site not in _found:
            _found[site] = verify.problems(programme, built)
        return _found[site]

    with mock.patch.multiple(
        publish,
        build=build,
        verify=SimpleNamespace(problems=problems),
        _data=lambda root: data or os.urandom(4).hex(),
    ):
        return publish.publish(PLAN, destination, drop=drop)


def killed_before(step: int) -> None:
    """Arrange for the end of this process, as sudden as a power cut, before its `step`-th change to the folders."""
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in ("os.remove", "os.rmdir") and arguments[-1] != -1:
            return  # inside a folder that is being removed: one moment of many, the last one is enough
        if event in ("os.chmod", "os.rename", "os.symlink", "os.remove", "os.rmdir", "shutil.rmtree"):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def started(destination: Path, site: Path, step: int = 0) -> BaseProcess:
    """The process of `publish_copy`. What it imports is there already: it begins to publish at once."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["programme.commands.publish"])
    process = processes.Process(target=_publish, args=(_found, destination, site, step))
    process.start()
    return process


def started_back(destination: Path) -> BaseProcess:
    """The same of `programme back`."""
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["programme.commands.publish"])
    process = processes.Process(target=_back, args=(destination,))
    process.start()
    return process


def _back(destination: Path) -> None:
    with suppress(publish.PublishError):  # nothing older is left
        publish.back(destination)


def _publish(found: dict[Path, list[str]], destination: Path, site: Path, step: int) -> None:
    _found.update(found)
    publish_copy(destination, site, step)
