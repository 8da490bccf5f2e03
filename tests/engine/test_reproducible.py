"""The same data gives the same bytes: in another folder, on another day, in another time zone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import SECOND, SITE_URL, contents, copy_project

from programme.plugin import ProgrammePlugin


def build(root: Path, *before: str, **environment: str) -> dict[str, bytes]:
    """File of the site built in `root`, where nothing is kept of what was made before, -> its bytes."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(root / "out")],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, "PROGRAMME_CACHE": "", **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(root / "out")


def test_two_builds_in_two_folders_on_two_days_are_the_same_bytes(alone: Path, tmp_path: Path):
    """Pages, search index, scripts, PDF, downloads, sitemap, compressed copies: every file, to the byte."""
    one = contents(alone)  # PYTHONHASHSEED=1, TZ=UTC
    project = copy_project(tmp_path / "two", SECOND)
    two = build(project, "faketime", "2031-05-06 23:30:00", PYTHONHASHSEED="2", TZ="Asia/Ho_Chi_Minh")
    assert sorted(one) == sorted(two) and len(one) > 300
    assert [name for name in one if one[name] != two[name]] == []


def test_a_process_that_builds_again_takes_the_new_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """`mkdocs serve` builds many times in one process: dates are those of the data then, or as asked for outside."""
    monkeypatch.setattr(os, "environ", dict(os.environ))
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    os.environ["SOURCE_DATE_EPOCH_OF_DATA"] = "86400"  # as a build before this one leaves it
    plugin = ProgrammePlugin()
    plugin.load_config({})
    config = SimpleNamespace(
        config_file_path=str(tmp_path / "mkdocs.yml"), theme=SimpleNamespace(custom_dir=None, dirs=[]), plugins={}
    )
    (tmp_path / "data").mkdir()
    git(tmp_path, "init", "-q")
    for day in ("2024-01-02", "2025-03-04"):
        (tmp_path / "data/x.yaml").write_text(day, encoding="utf-8")
        git(tmp_path, "add", "data")
        git(tmp_path, "commit", "-qm", "x", date=f"{day}T12:00:00Z")
        plugin.on_config(config)
        assert time.strftime("%Y-%m-%d", time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))) == day
    os.environ["SOURCE_DATE_EPOCH"] = "86400"
    plugin.on_config(config)
    assert os.environ["SOURCE_DATE_EPOCH"] == "86400"


def git(root: Path, *arguments: str, date: str = "") -> None:
    who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x.example", "GIT_AUTHOR_DATE": date}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, env={**os.environ, **who})
