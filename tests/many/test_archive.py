"""A plan goes to another machine and its site comes back: nothing is lost on the way, and nothing is believed."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from support import SECOND, contents, copied, spoiled, without_total

from programme.farm import archive, carried, folder
from programme.farm.archive import Archive, ArchiveError
from programme.history import change_log, git
from programme.opening import open_programme


def sealed(content: bytes) -> Archive:
    return Archive(content, hashlib.sha256(content).hexdigest())


def zipped(*names: str, mode: int = 0) -> Archive:
    """An archive with a file of each name."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.filename, entry.external_attr = name, mode << 16
            made.writestr(entry, b"x")
    return sealed(whole.getvalue())


def git_in(folder: Path, *words: str, day: int = 1) -> None:
    moment = f"2024-01-{day:02}T08:00:00+07:00"
    known = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": os.environ["PATH"]}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *words]
    subprocess.run(command, cwd=folder, check=True, env=known, capture_output=True)


def test_a_folder_comes_back_as_it_went(plans: Path, tmp_path: Path):
    """Its files and empty folders, byte by byte; the same files give the same archive."""
    plan = plans / "xa-1"
    (plan / "docs/rong").mkdir()
    sent = archive.packed(plan, folder.contents(plan))
    assert sent == archive.packed(plan, folder.contents(plan))
    archive.unpacked(sent, tmp_path / "there")
    shutil.rmtree(plan / ".git")
    assert contents(tmp_path / "there") == contents(plan) and (tmp_path / "there/docs/rong").is_dir()


@pytest.mark.parametrize(
    ("wrong", "why"),
    (
        (zipped("../x"), "tên không được phép: '../x'"),
        (zipped("a/../../x"), "tên không được phép: 'a/../../x'"),
        (zipped("/etc/x"), "tên không được phép: '/etc/x'"),
        (zipped("C:x"), "tên không được phép: 'C:x'"),
        (zipped("a\\x"), r"tên không được phép: 'a\\x'"),
        (zipped("a//x"), "tên không được phép: 'a//x'"),
        (zipped("x", mode=0o120777), "có liên kết hay tệp đặc biệt: x"),
        (zipped("x", mode=0o020666), "có liên kết hay tệp đặc biệt: x"),
        (zipped("x", "X"), "có một tên hai lần: X"),
        (Archive(zipped("x").content, "0" * 64), "không khớp mã băm"),
        (sealed(b"PK"), "bị hỏng"),
        (sealed(zipped("x").content[:-30]), "bị hỏng"),
    ),
)
def test_an_archive_that_means_harm_is_refused(wrong: Archive, why: str, tmp_path: Path):
    """Names that lead out, links, devices, a name twice, other bytes than were promised: nothing is written."""
    with pytest.raises(ArchiveError) as refused:
        archive.unpacked(wrong, tmp_path / "a/there")
    assert why in str(refused.value)
    assert not [path for path in tmp_path.rglob("*") if path.name in ("x", "there")]


def test_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In its files, in what it says that they hold, and in what they hold in truth."""
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    said = "Quá lớn: không nhận quá 0 MB hay 2 tệp."
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("x", bytes(2000))
    lying = whole.getvalue().replace((2000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    for number, (wrong, why) in enumerate(
        ((zipped("a", "b", "c"), said), (sealed(whole.getvalue()), said), (sealed(lying), "bị hỏng"))
    ):
        with pytest.raises(ArchiveError, match=re.escape(why)):
            archive.unpacked(wrong, tmp_path / str(number))
        assert sum(path.stat().st_size for path in (tmp_path / str(number)).rglob("*")) <= 1000
    (tmp_path / "x").write_bytes(bytes(2000))
    with pytest.raises(ArchiveError, match=re.escape(said)):
        archive.packed(tmp_path, [tmp_path / "x"])


def test_links_do_not_travel(plans: Path):
    """A link in a plan's folder is told by name: what it leads to may be anything on this machine."""
    (plans / "xa-1/docs/x.txt").symlink_to("/etc/hostname")
    with pytest.raises(ArchiveError, match=r"docs/x.txt là liên kết hay tệp đặc biệt, không gửi sang máy khác được."):
        carried.taken(plans / "xa-1")


_KNOWN = {  # where the plan stands -> the day of its data, and what its change log holds
    "own": ("2024-01-05", ["2024-01-05", "2024-01-03"]),
    "inside": ("2024-01-05", ["2024-01-05", "2024-01-03"]),
    "detached": ("2024-01-05", ["2024-01-05", "2024-01-03"]),
    "edited": (None, ["", "2024-01-05", "2024-01-03"]),
    "shallow": (None, []),
    "none": (None, []),
}


@pytest.mark.parametrize("where", _KNOWN)
def test_what_git_knows_of_the_data_goes_along(tmp_path: Path, where: str):
    """The version, the change log what is edited, where a clone is cut: all is as at home, of `data/` alone."""
    top = tmp_path / "home"
    plan = top if where == "own" else top / "cac-xa/mot"
    plan.mkdir(parents=True)
    without_total(copied(plan, SECOND))
    top.joinpath(".gitignore").write_text("*.bak\n", encoding="utf-8")
    if where != "none":
        git_in(top, "init", "-q", "-b", "chinh")
        for day, old, new in (
            (1, "275", "275"),
            (3, "275", "280"),
            (5, "280", "290"),
        ):
            spoiled(plan, "data/projects/gn-2.yaml", f"{old} triệu đồng", f"{new} triệu đồng")
            (top / "khac.txt").write_text(new, encoding="utf-8")
            git_in(top, "add", "-A")
            git_in(top, "commit", "-qm", "lưu", day=day)
        git_in(top, "checkout", "-q", "-b", "khac", "HEAD^")
        (top / "nhanh.txt").touch()
        git_in(top, "add", "-A")
        git_in(top, "commit", "-qm", "nhánh khác", day=6)
        git_in(top, "checkout", "-q", "chinh")
        git_in(top, "merge", "-q", "--no-ff", "-m", "gộp", "khac", day=7)
    if where == "detached":
        git_in(top, "checkout", "-q", "--detach")
    if where == "edited":
        spoiled(plan, "data/projects/gn-2.yaml", "290 triệu đồng", "300 triệu đồng")
    if where == "shallow":
        git_in(tmp_path, "clone", "-q", "--depth", "1", f"file://{top}", str(tmp_path / "cut"))
        plan = tmp_path / "cut/cac-xa/mot"
    (plan / "data/cu.bak").touch()
    there = carried.arrived(carried.taken(plan), tmp_path / "there")
    log, known = (change_log.log(one, open_programme(one)) for one in (there, plan))
    assert log == known and git.version(there) == git.version(plan)
    assert (git.version(there).date, [entry.date for entry in log.entries]) == _KNOWN[where]
    assert not git.ask(there, "cat-file", "-t", "HEAD:khac.txt") and git.ask(there, "ls-files") == git.ask(
        plan, "ls-files", "data"
    )
