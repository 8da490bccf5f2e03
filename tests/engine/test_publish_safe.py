"""Publishing while people read, and while it is killed: the old site or the new one, never half of one."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
import servers
from publish_copy import publish_copy, started, started_back
from support import ROOT, SECOND, WHOLE, other_version

from programme.commands import publish

PUBLISH = (sys.executable, "-m", "programme", "publish", "--root", str(SECOND))
TIMES = 20 if WHOLE else 8

Server = Callable[[Path, Path], AbstractContextManager[str]]


def publishing(goal: Path, site: Path) -> BaseProcess:
    """A process that publishes a site; in the drill it builds the plan's anew."""
    if not WHOLE:
        return started(goal, site)
    process = multiprocessing.get_context("spawn").Process(target=publish.publish, args=(SECOND, goal))
    process.start()
    return process


@pytest.mark.parametrize("server", [servers.nginx, servers.caddy])
def test_readers_never_get_half_a_site(server: Server, two: tuple[Path, Path], tmp_path: Path):
    """While a site is published again and again behind a real server, no answer is wrong: pages whole, scripts there.

    Every fifth time somebody goes back at once: two switches within a second. After each time it is read a while.
    """
    goal, folder = tmp_path / "www", tmp_path / "server"
    folder.mkdir()
    publish_copy(goal, two[1])
    with server(goal / "site", folder) as address:
        hammer = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/hammer.py"), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert hammer.stdin and hammer.stdout
        quick: list[float] = []
        for number in range(TIMES):
            if WHOLE:
                subprocess.run([*PUBLISH, str(goal)], check=True)
            else:
                publish_copy(goal, two[number % 2])
            if number % 5 == 4:
                now, start = publish.current(goal), time.monotonic()
                publish.back(goal)
                publish._switch(goal, now)
                quick.append(time.monotonic() - start)
            hammer.stdout.readline()
        hammer.stdin.close()
        *_, said = hammer.stdout
        hammer.wait()
    found = json.loads(said)
    wrong = len(found["wrong"])
    print(
        f"{sum(found['right'].values())} pages and as many scripts, {wrong} wrong; back and forth in {min(quick):.2f} s"
    )
    assert found["wrong"] == []
    assert sum(found["right"].values()) > 200, found
    if not WHOLE:  # two sites in turn: both were read
        assert set(found["right"]) == {"this", "other"} and min(found["right"].values()) > 20, found


def test_killed_at_any_moment_it_leaves_the_old_site_or_the_new(two: tuple[Path, Path], tmp_path: Path):
    """Killed again and again at random moments, on the way back too: all is whole each time, and the next one works."""
    goal = tmp_path / "www"
    publish_copy(goal, two[0])
    dice = random.Random(2023)
    publishing(goal, two[0]).join()  # the first of such processes takes longer
    start = time.monotonic()
    process = publishing(goal, two[1])
    process.join()
    lasts = time.monotonic() - start
    assert process.exitcode == 0
    ended: Counter[str] = Counter()
    for number in range(TIMES):
        before = publish.current(goal)
        back = number % 3 == 2
        process = started_back(goal) if back else publishing(goal, two[number % 2])
        moment = dice.uniform(0, 1.05) * (min(lasts, 0.3) if back else lasts)
        time.sleep(moment)  # a kill at any moment is what is tried
        process.kill()
        process.join()
        now = publish.current(goal)
        ended["old" if now == before else "new"] += 1
        for build in (now, *publish._builds(goal)):
            assert is_whole(build, two[0]), f"half a site after kill {number}: {build}"
    print(f"{TIMES} kills, then {dict(ended)}")
    assert ended["old"], ended  # "new" is left to chance here, and demanded in the next test
    made = publish_copy(goal, two[0])
    assert publish.current(goal) == made and not list((goal / "builds").glob(".*"))


def test_killed_before_each_of_its_steps_it_leaves_the_old_site_or_the_new(two: tuple[Path, Path], tmp_path: Path):
    """Killed before each change it makes to the folders: first the old site stays, then the new one is there, whole."""
    goal = tmp_path / "www"
    for number in range(publish.KEPT + 1):  # so many that an old build is removed too
        publish_copy(goal, two[number % 2])
    ended = ""
    for step in range(1, 100):
        before = publish.current(goal)
        process = started(goal, two[step % 2], step)
        process.join()
        status = process.exitcode
        now = publish.current(goal)
        for build in (now, *publish._builds(goal)):  # what is served, and what may be gone back to
            assert is_whole(build, two[0]), f"half a site after step {step}: {build}"
        if status == 0:
            break
        assert status == -signal.SIGKILL
        ended += "o" if now == before else "n"
    assert status == 0 and now != before
    assert re.fullmatch("o{3,}n+", ended), ended


@pytest.mark.parametrize("umask", [0o077, 0o027, 0o000])
def test_everybody_may_read_what_is_published(two: tuple[Path, Path], tmp_path: Path, umask: int):
    """Whatever the umask, files are 0644 and folders 0755 from DEST down, also of a build that is gone back to."""
    goal, private = tmp_path / "srv/www", tmp_path / "private"
    shutil.copytree(two[1], private)
    for path in (private, *private.rglob("*")):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~umask)  # as the build makes them
    before = os.umask(umask)
    try:
        first = publish_copy(goal, two[0])
        publish_copy(goal, private)
        for path in (first, first / "du-an", first / "du-an/giam-ngheo-1.json", first / "404.html.gz"):
            path.chmod(0o700)  # as an engine before this one left it
        assert rights(goal / "site/") == {("f", 0o644), ("d", 0o755)}
        publish.back(goal)
    finally:
        os.umask(before)
    assert publish.current(goal) == first
    assert rights(goal / "site/") == {("f", 0o644), ("d", 0o755)}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "srv", goal, goal / "builds")} == {0o755}


def rights(folder: Path) -> set[tuple[str, int]]:
    """The kinds of what is there, with their rights."""
    return {
        ("d" if path.is_dir() else "f", path.stat().st_mode & 0o7777)
        for path in (folder.resolve(), *folder.resolve().rglob("*"))
    }


def test_what_nobody_may_read_does_not_become_the_site(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where the rights cannot be given, as in a folder of somebody else, it is said with the file; nothing changes."""
    goal = tmp_path / "www"
    first = publish_copy(goal, two[0])
    second = publish_copy(goal, two[1])
    (first / "kinh-phi.html").chmod(0o600)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(publish.PublishError) as caught:
        publish.back(goal)
    assert str(caught.value) == (
        "Máy chủ web không đọc được bản này (không có quyền), trang cũ giữ nguyên:\n"
        f"{first.name}/kinh-phi.html: máy chủ web không đọc được (quyền 0600, cần 0644)."
    )
    assert publish.current(goal) == second


def test_a_page_held_open_finds_its_files_after_two_ways_back(two: tuple[Path, Path], tmp_path: Path):
    """Published 1 to 3, back twice, published again: each page of 1 to 3 finds its scripts and indexes each time.

    Those of single pages too: the finder, the table of assignments.
    """
    goal, third = tmp_path / "www", tmp_path / "third"
    other_version(two[0], third, letter="1")
    for number, name in enumerate(("finder", "matrix", "search", "names")):  # as other data would give
        renamed(third, name, f"{number}{'2' * 9}")
    asked: set[str] = set()
    for site in (*two, third):
        publish_copy(goal, site)
        asked |= {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.js*")}
    assert len(asked) == 2 * (10 + 2 + 4), asked
    for switch in (publish.back, publish.back, partial(publish_copy, site=two[1])):
        switch(goal)
        assert [name for name in sorted(asked) if not (goal / "site" / name).is_file()] == []


def renamed(site: Path, script: str, hashed: str) -> None:
    """Give a script of a copy of a site another name, on its pages too."""
    for path in list((site / "assets").rglob(f"{script}[.-]*.js*")):
        old = re.split("[.-]", path.name)[1]
        path.rename(path.with_name(path.name.replace(old, hashed)))
    for path in site.rglob("*.html"):
        path.write_text(re.sub(rf"({script}[.-]){old}(\.js)", rf"\g<1>{hashed}\2", path.read_text(encoding="utf-8")))


def is_whole(now: Path | None, site: Path) -> bool:
    """Whether all of a site is in the folder that is served, but what differs between the two of these tests."""
    assert now is not None and now.is_dir()
    wanted = {
        path.relative_to(site)
        for path in site.rglob("*")
        if not path.name.startswith("site.") and not path.name.endswith(".html.gz")
    }
    return wanted <= {path.relative_to(now) for path in now.rglob("*")}
