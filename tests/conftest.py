"""What the tests share: the real plan, the built site, a browser, a plan to spoil."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect

from programme import Programme, open_programme
from programme.accept import chromium

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    "data", "docs", "programme", "macros.py", "mkdocs.yml", "package-lock.json",
)  # fmt: skip
TOOLS = ("node_modules", ".cache")
SITE_URL = "https://ke-hoach.example/"


def run(*command: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module of the environment as a command: `run("mkdocs", "build")`."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )


def copy_project(target: Path) -> Path:
    """A copy of the project in the new folder `target`, with the tools of this one."""
    copy_parts(ROOT, target, PARTS)
    for tool in TOOLS:
        if (ROOT / tool).exists():
            (target / tool).symlink_to(ROOT / tool)
    return target


def copy_parts(root: Path, target: Path, parts: Iterable[str]) -> Path:
    """A copy of some folders and files of `root` in the new folder `target`."""
    target.mkdir()
    for part in parts:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    return target


def replace(root: Path, file: str, old: str, new: str) -> Path:
    """Replace the first `old` in a file below `root` with `new`; give the root."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


def build(root: Path, folder: Path) -> Path:
    """The site of the plan in `root`, built by MkDocs into `folder`, at `SITE_URL`."""
    built = run(
        "mkdocs", "build", "--strict", "--site-dir", str(folder), cwd=root, SITE_URL=SITE_URL, PYTHONPATH=str(ROOT)
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def parsed(site: Path) -> dict[str, BeautifulSoup]:
    """Path of each page ("du-an/3-2.html") -> its parsed HTML."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


class _Handler(SimpleHTTPRequestHandler):
    """A web server as the site expects it: `/du-an/3-2` is `du-an/3-2.html`."""

    def translate_path(self, path: str) -> str:
        file = super().translate_path(path)
        return file if os.path.exists(file) else f"{file}.html"

    def log_message(self, *_: object) -> None:
        pass


def served(site: Path) -> Iterator[str]:
    """A site on a web server while it is asked for: its address, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def programme() -> Programme:
    return open_programme(ROOT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def spoil(copy: Path) -> Callable[[str, str, str], Path]:
    """Replace the first `old` in a file of the copy with `new`; give the copy's root."""
    return functools.partial(replace, copy)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once by MkDocs."""
    return build(ROOT, tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Path of each page ("du-an/3-2.html") -> its parsed HTML."""
    return parsed(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site on a web server: its address, without a final slash."""
    yield from served(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=60_000)  # ms: a bound for a machine with much else to do, not a measurement
    with chromium.opened() as opened:
        yield opened


@pytest.fixture(scope="session")
def two(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, and one of other data: other words on each page, another name of its script."""
    other = tmp_path_factory.mktemp("other") / "site"
    shutil.copytree(site, other)
    script = next((other / "assets").glob("site.*.js")).name
    renamed = f"site.{'0' * 10}.js"
    for path in other.rglob("*.html"):
        text = path.read_text(encoding="utf-8").replace(script, renamed)
        text = text.replace("Phiên bản dữ liệu: ", "Phiên bản dữ liệu: khác-")
        path.write_text(text, encoding="utf-8")
        path.with_name(f"{path.name}.gz").unlink(missing_ok=True)
    for ending in ("", ".gz"):
        (other / "assets" / f"{script}{ending}").rename(other / "assets" / f"{renamed}{ending}")
    return site, other
