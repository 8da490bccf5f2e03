"""What the tests share: the real plan, the built site, a browser, a plan to spoil."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect, sync_playwright

from programme import Programme, open_programme

ROOT = Path(__file__).resolve().parent.parent
PARTS = (
    "data", "docs", "programme", "macros.py", "mkdocs.yml", "package-lock.json",
)  # fmt: skip
TOOLS = ("node_modules", ".cache")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


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


@pytest.fixture(scope="session")
def programme() -> Programme:
    return open_programme(ROOT)


def copy_project(target: Path) -> Path:
    """A copy of the project in the new folder `target`, with the tools of this one."""
    target.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    for tool in TOOLS:
        if (ROOT / tool).exists():
            (target / tool).symlink_to(ROOT / tool)
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def spoil(copy: Path) -> Callable[[str, str, str], Path]:
    """Replace the first `old` in a file of the copy with `new`; give the copy's root."""

    def change(file: str, old: str, new: str) -> Path:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return copy

    return change


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once by MkDocs."""
    folder = tmp_path_factory.mktemp("site") / "site"
    built = run("mkdocs", "build", "--strict", "--site-dir", str(folder), SITE_URL=SITE_URL)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
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


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site on a web server: its address, without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine: run tests/install-tools.sh"
    with sync_playwright() as playwright:
        expect.set_options(timeout=60_000)  # ms: a bound for a machine with much else to do, not a measurement
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
        yield chromium
        chromium.close()


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
