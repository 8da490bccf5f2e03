"""Publishing while people read, and while it is killed: the old site or the new one, never half of one."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from multiprocessing.process import BaseProcess
from pathlib import Path

import servers
from publish_copy import publish_copy, started
from support import ROOT, SECOND

from programme.commands import publish

WHOLE = bool(os.environ.get("WHOLE"))
"""Whether each publication builds the site anew (`make drill`), or publishes one that is built."""
PUBLISH = (sys.executable, "-m", "programme", "publish", "--root", str(SECOND))
TIMES = 20


def publishing(goal: Path, site: Path) -> BaseProcess:
    """A process that publishes a site, or builds and publishes the plan."""
    if not WHOLE:
        return started(goal, site)
    process = multiprocessing.get_context("spawn").Process(target=publish.publish, args=(SECOND, goal))
    process.start()
    return process


def test_readers_never_get_half_a_site(two: tuple[Path, Path], tmp_path: Path):
    """While the site is published 20 times behind a real nginx, no answer is wrong: pages whole, scripts there."""
    goal, folder = tmp_path / "www", tmp_path / "nginx"
    folder.mkdir()
    publish_copy(goal, two[1])
    with servers.nginx(goal / "site", folder) as address:
        hammer = subprocess.Popen(
            [sys.executable, str(ROOT / "tests/hammer.py"), address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(TIMES):
            if WHOLE:
                subprocess.run([*PUBLISH, str(goal)], check=True)
            else:
                publish_copy(goal, two[number % 2])
        said, _ = hammer.communicate()
    found = json.loads(said)
    assert found["wrong"] == []
    assert sum(found["right"].values()) > 200, found
    if not WHOLE:  # two sites in turn: both were read
        assert set(found["right"]) == {"this", "other"} and min(found["right"].values()) > 20, found


def test_killed_at_any_moment_it_leaves_the_old_site_or_the_new(two: tuple[Path, Path], tmp_path: Path):
    """Killed 20 times at random moments, the site is whole each time, and the next publication works."""
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
        process = publishing(goal, two[number % 2])
        time.sleep(dice.uniform(0, 1.05) * lasts)  # the random moment of the kill is what is tested
        process.kill()
        process.join()
        now = publish.current(goal)
        ended["old" if now == before else "new"] += 1
        assert is_whole(now, two[0]), f"half a site after kill {number}"
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


def is_whole(now: Path | None, site: Path) -> bool:
    """Whether all of a site is in the folder that is served, but what differs between the two of these tests."""
    assert now is not None and now.is_dir()
    wanted = {
        path.relative_to(site)
        for path in site.rglob("*")
        if not path.name.startswith("site.") and not path.name.endswith(".html.gz")
    }
    return wanted <= {path.relative_to(now) for path in now.rglob("*")}
