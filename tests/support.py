"""What all tests share: where things are, how a plan is built, copied and served."""

from __future__ import annotations

import functools
import io
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from filelock import FileLock

from programme.commands import main

ROOT = Path(__file__).resolve().parent.parent
"""The project: the engine, and Hậu Lộc's plan."""
WHOLE = "WHOLE" in os.environ
"""Whether tests that take long look at everything (`make drill`), or at a sample."""
WAIT = 600
"""Seconds that a test waits for what it reads: a bound for a machine with much else to do, not a measurement."""

SECOND = ROOT / "tests/plans/second"
"""A made-up plan that has something for every feature of the engine."""
VAN_XUAN = ROOT / "tests/plans/van-xuan"
"""Another, of a commune of today: duties in a part of their own, tables, norms, days that come again."""
KINDS = (
    "index", "ho-tro", "tim-kiem", "du-an/index", "du-an/giam-ngheo-2", "du-an/giam-ngheo-2-1", "doi-tuong/index",
    "doi-tuong/gia-dinh-ngheo", "co-quan/index", "co-quan/phong-kinh-te", "phan-cong", "bao-cao", "kinh-phi",
    "van-ban/index", "van-ban/nq-12", "muc-tieu", "thuat-ngu", "toan-van", "khong-co-trong-ke-hoach", "hien-nay",
    "gioi-thieu", "nhat-ky", "du-lieu", "404", "huong-dan/index",
)  # fmt: skip
"""A page of each kind of the made-up plan's site."""
PLANS = (ROOT, *sorted(path for path in (ROOT / "tests/plans").iterdir() if path.is_dir()))
"""The folders of all plans of this repository."""
PLAN = ("data", "docs", "source", "macros.py", "mkdocs.yml", "released.txt")
"""What a plan is made of."""
ENGINE = ("programme", "package-lock.json")
SITE_URL = "https://ke-hoach.example/"


def some(things: Iterable[str], count: int) -> tuple[str, ...]:
    """So many of `things`, always the same ones and in their order; all of them in `make drill`."""
    every = list(things)
    drawn = set(Random(2023).sample(every, count))
    return tuple(one for one in every if WHOLE or one in drawn)


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module of the environment as a command: `run("mkdocs", "build")`."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(cwd if (cwd / "programme").is_dir() else ROOT)}
        | environment,
    )


def commanded(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `programme` with these words gives and says, without a process of its own, which takes longer than most."""
    said, wrong = io.StringIO(), io.StringIO()
    with mock.patch.dict(os.environ, environment), redirect_stdout(said), redirect_stderr(wrong):
        status = main(list(words))
    return subprocess.CompletedProcess(words, status, said.getvalue(), wrong.getvalue())


def built(plan: Path, target: Path) -> Path:
    """The site of a plan, built by MkDocs into `target`."""
    done = run("mkdocs", "build", "--strict", "--site-dir", str(target), cwd=plan, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def contents(site: Path) -> dict[str, bytes]:
    """Path of each file of a site -> its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` fills, made once a run: whichever process of the tests asks for it first."""
    folder = factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / f"once-{name}"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            part = Path(f"{folder}.part")
            shutil.rmtree(part, ignore_errors=True)  # of a process that failed
            make(part)
            part.rename(folder)
    return folder


def parsed(site: Path) -> dict[str, BeautifulSoup]:
    """Path of each page ("du-an/3-2.html") -> its parsed HTML."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


def copied(target: Path, *folders: Path, parts: tuple[str, ...] = PLAN) -> Path:
    """The parts that are there of a folder, in the folder `target`."""
    target.mkdir(exist_ok=True)
    for source in (folder / part for folder in folders for part in parts):
        if source.is_dir():
            shutil.copytree(source, target / source.name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, target / source.name)
    return target


def copy_project(target: Path, plan: Path = ROOT) -> Path:
    """A copy of a plan and of the engine in the new folder `target`, with the tools of this project."""
    copied(target, plan)
    copied(target, ROOT, parts=ENGINE)
    if (ROOT / "node_modules").exists():
        (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target


def spoiled(root: Path, file: str, old: str, new: str) -> Path:
    """Replace the first `old` in a file of a copy with `new`; the copy's root."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def without_total(plan: Path) -> Path:
    """A copy of the made-up plan, made to state no total: one amount may change alone. No document says otherwise."""
    shutil.rmtree(plan / "source", ignore_errors=True)
    stated = "text: Tổng các dòng là 846.443,619 triệu đồng.\n          money: {total: true}"
    return spoiled(plan, "data/sections.yaml", stated, "text: Mỗi dự án có kinh phí riêng.")


class _Handler(SimpleHTTPRequestHandler):
    """A web server as the site expects it: `/du-an/3-2` is `du-an/3-2.html`."""

    def translate_path(self, path: str) -> str:
        file = super().translate_path(path)
        return file if os.path.exists(file) else f"{file}.html"

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A site on a web server: its address, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def other_version(site: Path, target: Path, letter: str = "0") -> Path:
    """A copy of a site as if of other data: other words on each page, another name of its script."""
    shutil.copytree(site, target)
    script = next((target / "assets").glob("site.*.js")).name
    renamed = f"site.{letter * 10}.js"
    for path in target.rglob("*.html"):
        text = path.read_text(encoding="utf-8").replace(script, renamed)
        text = re.sub("(Phiên bản (?:dữ liệu|của trang)): ", r"\1: khác-", text)
        path.write_text(text, encoding="utf-8")
        path.with_name(f"{path.name}.gz").unlink(missing_ok=True)
    for ending in ("", ".gz"):
        (target / "assets" / f"{script}{ending}").rename(target / "assets" / f"{renamed}{ending}")
    return target


Spoil = Callable[[str, str, str], Path]
"""Change a file of a copy: (file, old, new) -> the copy's root."""
