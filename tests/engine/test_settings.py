"""No setting of a person changes what is read, built or said: those of Git, the ends of lines, the mark of bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, SITE_URL, commanded, contents, run, without_total

from programme import open_programme
from programme.history import change_log, git
from programme.history.losses import losses

WHO = ("-c", "user.name=Người sửa", "-c", "user.email=a@b.example")
CARRIAGE, MARK = b"\r\n", b"\xef\xbb\xbf"
HOSTILE = """
[alias]
    log = !echo hacked
    st = status
[color]
    ui = always
    status = always
    diff = always
[commit]
    cleanup = strip
[core]
    attributesFile = {home}/attributes
    autocrlf = true
    excludesFile = {home}/ignored
    fsmonitor = {home}/refuse
    pager = {home}/refuse
    quotePath = true
    safecrlf = true
[diff]
    algorithm = patience
    external = {home}/refuse
    ignoreSubmodules = all
    mnemonicPrefix = true
    noprefix = true
    orderFile = {home}/not-there
    relative = true
[diff "other"]
    textconv = {home}/refuse
[gpg]
    format = ssh
[i18n]
    commitEncoding = ISO-8859-1
    logOutputEncoding = UTF-16
[log]
    date = format:%d lúc
    decorate = full
    follow = true
    mailmap = true
    showSignature = true
[pager]
    log = true
    status = true
[status]
    branch = true
    relativePaths = false
    short = true
    showUntrackedFiles = no
"""
VARIABLES = {
    "GIT_CONFIG_PARAMETERS": "'log.showSignature'='true'",
    "GIT_DIFF_OPTS": "--unified=0",
    "GIT_DIR": "/nowhere",
    "GIT_EXTERNAL_DIFF": "/bin/false",
    "GIT_ICASE_PATHSPECS": "1",
    "GIT_INDEX_FILE": "/nowhere/index",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NAMESPACE": "x",
    "GIT_OBJECT_DIRECTORY": "/nowhere",
    "GIT_PAGER": "/bin/false",
    "GIT_WORK_TREE": "/nowhere",
    "LANGUAGE": "vi",
    "TZ": "Pacific/Kiritimati",
}


def asked(root: Path, *arguments: str, **environment: str) -> str:
    return subprocess.run(
        ["git", *WHO, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": str(root), **environment},
    ).stdout


def edited(root: Path, old: str, new: str) -> None:
    path = root / "data/projects/gn-2.yaml"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


@pytest.fixture
def signed(copy: Path, tmp_path: Path) -> Path:
    """The made-up plan with two commits that are signed, of 2 and 5 January."""
    without_total(copy)
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    sign = ("-c", "gpg.format=ssh", "-c", f"user.signingKey={key}", "commit", "-S", "-qm", "x")
    asked(copy, "init", "-q", "-b", "main")
    for day in (2, 5):
        asked(copy, "add", "data", "docs")
        moment = f"2024-01-0{day}T08:00:00+07:00"
        asked(copy, *sign, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)
        edited(copy, "275 triệu đồng", "280 triệu đồng") if day == 2 else None
    assert "gpgsig" in asked(copy, "cat-file", "commit", "HEAD")
    return copy


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Called, it gives the process a home full of settings, and the variables of Git; a clone too, if named."""

    def set_all(root: Path | None) -> None:
        home = tmp_path / "home"
        home.mkdir()
        (home / "refuse").write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
        (home / "refuse").chmod(0o755)
        (home / "attributes").write_text("*.yaml export-ignore -diff diff=other eol=crlf\n", encoding="utf-8")
        (home / "ignored").write_text("*.yaml\n*.md\n", encoding="utf-8")
        settings = HOSTILE.format(home=home)
        (home / ".gitconfig").write_text(settings, encoding="utf-8")
        if root:
            with (root / ".git/config").open("a", encoding="utf-8") as file:
                file.write(settings)
        monkeypatch.setenv("HOME", str(home))
        for name, value in VARIABLES.items():
            monkeypatch.setenv(name, value)

    return set_all


@pytest.mark.parametrize("where", ["home", "clone"])
def test_no_setting_changes_what_is_read_of_the_history(
    signed: Path, where: str, hostile: Callable[[Path | None], None]
):
    """Signatures shown, colours, other encodings, an outside diff, aliases: the same log, dates, version, losses."""
    edited(signed, "280 triệu đồng", "290 triệu đồng")
    (signed / "data/questions.yaml").unlink()
    (signed / "data/projects/mới.yaml").write_text("", encoding="utf-8")
    before = git.version(signed), git.states(signed), [str(one) for one in losses(signed)]
    hostile(signed if where == "clone" else None)
    after = git.version(signed), git.states(signed), [str(one) for one in losses(signed)]
    assert after == before and before[0].edited
    assert [moment for _, moment, _ in after[1]] == ["2024-01-05T08:00:00+07:00", "2024-01-02T08:00:00+07:00"]
    assert ["questions.yaml" in one for one in after[2]] == [True]


@pytest.mark.parametrize("where", ["home", "clone"])
def test_no_setting_changes_the_change_log(
    signed: Path, where: str, hostile: Callable[[Path | None], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """The changes of a signed commit with its date, where nothing is kept from before."""
    hostile(signed if where == "clone" else None)
    monkeypatch.setattr("programme.cache.FOLDER", tmp_path / "nothing-kept")
    version, log = git.version(signed), change_log.log(signed, open_programme(signed))
    lost = [str(one) for one in losses(signed)]
    assert (version.date, version.edited, lost) == ("2024-01-05", False, [])
    assert [entry.date for entry in log.entries] == ["2024-01-05"] and log.since == "2024-01-02" and log.complete
    assert any(one.text == "kinh phí: 275 triệu đồng thành 280 triệu đồng" for one in log.entries[0].changes)


def test_no_setting_spoils_what_is_saved(signed: Path, hostile: Callable[[Path | None], None]):
    """`make save` with the same home: the message is UTF-8 and whole, the history in place, nothing left unsaved."""
    hostile(None)
    edited(signed, "280 triệu đồng", "290 triệu đồng")
    done = commanded("save", "--root", str(signed))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tiểu dự án 2: Bữa ăn cho trẻ nhỏ" in asked(signed, "log", "-1", "--format=%s")
    assert not git.version(signed).edited
    assert CARRIAGE not in (signed / "data/projects/gn-2.yaml").read_bytes()


def test_other_line_ends_are_no_edit(signed: Path):
    """Saved by an editor of Windows, with its line ends and a mark of bytes: the version and its date stay."""
    before = git.version(signed)
    for path in signed.rglob("data/**/*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", CARRIAGE))
    assert git.version(signed) == before and before.date == "2024-01-05"
    for path in signed.rglob("data/**/*.yaml"):
        path.write_bytes(MARK + path.read_bytes())
    assert git.version(signed).id == before.id
    assert list(losses(signed)) == []


def test_a_clone_that_is_told_to_change_line_ends_has_the_same_bytes(tmp_path: Path):
    """`core.autocrlf=true`: every file in Git is as here, .ci/run and the scripts of the shell too."""
    source = tmp_path / "source"
    copied = asked(
        ROOT, "ls-files", "-z", "data", "docs", "tests/plans", ".ci", "tests/install-tools.sh", ".gitattributes"
    )
    for name in filter(None, copied.split("\0")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    asked(source, "init", "-q", "-b", "main")
    asked(source, "add", "-A")
    asked(source, "commit", "-qm", "x")
    asked(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", "-c", "core.autocrlf=true", str(source), "clone")
    clone = tmp_path / "clone"
    assert {name: path for name, path in contents(clone).items() if not name.startswith(".git/")} == {
        name: path for name, path in contents(source).items() if not name.startswith(".git/")
    }
    assert not (clone / ".ci/run").read_bytes().startswith(b"#!/usr/bin/env bash\r")
    assert git.version(clone) == git.version(source)
    (source / ".gitattributes").unlink()  # a plan that has none: Git writes other line ends, the version is the same
    asked(source, "commit", "-qam", "x")
    asked(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(source), "other")
    assert CARRIAGE in (tmp_path / "other/data/plan.yaml").read_bytes()
    assert git.version(tmp_path / "other") == git.version(source)


def test_a_plan_with_other_line_ends_gives_the_same_site(alone: Path, copy: Path):
    """Every text of a plan with Windows' line ends and a mark of bytes: the same site, to the byte."""
    for path in [*copy.glob("*.*"), *copy.rglob("data/**/*.yaml"), *copy.rglob("docs/**/*.md"), *copy.glob("source/*")]:
        if path.suffix in (".yaml", ".yml", ".md", ".py", ".txt"):
            path.write_bytes(MARK + path.read_bytes().replace(b"\n", CARRIAGE))
    done = run("programme", "build", cwd=copy, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    one, two = contents(alone), contents(copy / "site")
    assert sorted(one) == sorted(two) and len(one) > 300
    assert [name for name in one if one[name] != two[name]] == []


def test_git_is_called_in_one_place():
    """Only `history/git.py` starts it: so what overrides the settings is never left out."""
    calling = [path for path in (ROOT / "programme").rglob("*.py") if '"git"' in path.read_text(encoding="utf-8")]
    assert [path.relative_to(ROOT).as_posix() for path in calling] == ["programme/history/git.py"]


def test_every_git_gives_the_same_moment(signed: Path, monkeypatch: pytest.MonkeyPatch):
    """Of a commit in UTC Git 2.39 writes "+00:00", newer ones "Z": the feed has the same bytes."""
    known = git.ask
    monkeypatch.setattr(git, "ask", lambda *asked: known(*asked).replace("+07:00", "Z"))
    assert [moment for _, moment, _ in git.states(signed)] == ["2024-01-05T08:00:00+00:00", "2024-01-02T08:00:00+00:00"]


def test_every_python_compresses_to_the_same_bytes(alone: Path):
    """The head of a compressed copy names no system (3.11 wrote Unix, 3.13 none), no name and no day."""
    for path in alone.rglob("*.gz"):
        assert path.read_bytes()[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", path.name
