"""The same data gives the same bytes: in another folder, on another day, in another time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import SITE_URL, copy_project


def build(root: Path, *before: str, **environment: str) -> dict[str, bytes]:
    """File of the site built in `root` -> its bytes."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(root / "out")],
        cwd=root,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        path.relative_to(root / "out").as_posix(): path.read_bytes()
        for path in (root / "out").rglob("*")
        if path.is_file()
    }


def test_two_builds_in_two_folders_on_two_days_are_the_same_bytes(tmp_path: Path):
    """Pages, search index, scripts, PDF, downloads, sitemap, compressed copies: every file, to the byte."""
    for name in ("one", "two"):
        copy_project(tmp_path / name)
        (tmp_path / name / ".cache").unlink(missing_ok=True)  # nothing that was made before
    one = build(tmp_path / "one", PYTHONHASHSEED="1", TZ="UTC")
    two = build(tmp_path / "two", "faketime", "2031-05-06 23:30:00", PYTHONHASHSEED="2", TZ="Asia/Ho_Chi_Minh")
    assert sorted(one) == sorted(two) and len(one) > 400
    assert [name for name in one if one[name] != two[name]] == []
