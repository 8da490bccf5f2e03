"""A full disk, a folder that may only be read: said in Vietnamese, with nothing lost and nothing half made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from publish_copy import publish_copy
from support import SECOND, commanded, contents, copied, run

from programme.commands import publish


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own: to root a mount; to who may make none, an ordinary folder (see `full`)."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", place], capture_output=True)
    yield place
    if mounted.returncode == 0:
        subprocess.run(["umount", "-l", place], check=True)


def full(disk: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """What a command says when the disk is full but for 300 kB; without a mount when no file may be over 30 kB."""
    filler = disk / "filler"
    if not os.path.ismount(disk):
        limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)); "
        limited += "sys.argv = sys.argv[1:]; runpy.run_module('programme', run_name='__main__')"
        return subprocess.run([sys.executable, "-c", limited, "programme", *command], capture_output=True, text=True)
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(100_000)):
            pass
    os.truncate(filler, max(0, filler.stat().st_size - 300_000))
    try:
        return run("programme", *command)
    finally:
        filler.unlink()


def kept(disk: Path) -> dict[str, bytes]:
    """All that is there but what Python and the engine keep for themselves."""
    return {
        name: content for name, content in contents(disk).items() if "__pycache__" not in name and ".cache/" not in name
    }


def test_a_full_disk_is_said_and_nothing_is_lost(disk: Path, site: Path):
    """Publishing, building, packing: each says why; the site, its builds and the ZIP stay as they were."""
    plan, goal, made = copied(disk / "plan", SECOND), disk / "www", disk / "made"
    publish_copy(goal, site)
    (plan / "ke-hoach-thu.zip").write_bytes(b"as it was")
    before = kept(disk)
    for command in (
        ("publish", "--root", str(plan), str(goal)),
        ("build", "--root", str(plan), "--site-dir", str(made)),
        ("offline", "--root", str(plan), "--site", str(site)),
    ):
        done = full(disk, *command)
        said = done.stdout + done.stderr
        assert done.returncode == 1, command
        assert "đĩa đã đầy" in said or not os.path.ismount(disk), said
        assert "đĩa đã đầy" in said or "tệp lớn quá mức mà máy cho phép" in said, said
        assert not any(word in said for word in ("Traceback", "Errno", "Error", "No space", "INFO")), said
        assert kept(disk) == before, command
    assert [one.name for one in (goal / "builds").iterdir()] == [publish.current(goal).name]
    assert not made.exists() and not list(disk.glob(".build-*"))


def test_a_folder_that_may_only_be_read_is_said(disk: Path, site: Path):
    """Each command that writes says why it cannot, with the place, and changes nothing."""
    plan, goal = copied(disk / "plan", SECOND), disk / "www"
    publish_copy(goal, site)
    publish_copy(goal, site)
    lacking = copied(disk / "lacking", SECOND)
    (lacking / "docs/du-an/giam-ngheo-1.md").unlink()
    before = kept(disk)
    if os.path.ismount(disk):
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    else:
        for path in (disk, *(path for path in disk.rglob("*") if path.is_dir())):
            path.chmod(0o555)
    for command, place in (
        (("publish", str(goal)), f"Không ghi được vào {goal}: "),
        (("publish", str(disk / "new")), f"Không ghi được vào {disk}/new: "),
        (("back", str(goal)), f"Không ghi được vào {goal}: "),
        (("build", "--site-dir", str(disk / "made")), f"Không ghi được trang vào {disk}/made: "),
        (("offline", "--site", str(site)), f"Không ghi được tệp ZIP vào {plan}: "),
        (("release",), f"Không đọc hay ghi được {plan}/released.txt: "),
        (("pages", "--root", str(lacking)), f"Không đọc hay ghi được {lacking}/docs/du-an/giam-ngheo-1.md: "),
        (("schema",), f"Không đọc hay ghi được {plan}/.vscode"),
        (("deploy",), f"Không đọc hay ghi được {plan}/deploy"),
    ):
        done = commanded(command[0], "--root", str(plan), *command[1:])
        assert done.returncode == 1 and done.stderr.startswith(place), (command, done.stderr)
        assert any(why in done.stderr for why in ("ổ đĩa chỉ cho đọc", "không có quyền")), done.stderr
        assert "Errno" not in done.stderr and "Traceback" not in done.stderr
    if not os.path.ismount(disk):
        for path in (disk, *(path for path in disk.rglob("*") if path.is_dir())):
            path.chmod(0o755)
    assert kept(disk) == before
