"""Tests of the engine's behaviour run on a made-up plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import SECOND, SITE_URL, Spoil, built, copied, once, other_version, parsed, run, served, spoiled

from programme import Programme, open_programme


@pytest.fixture(scope="session")
def programme() -> Programme:
    return open_programme(SECOND)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up plan, built once."""
    return once(tmp_path_factory, "site", partial(built, SECOND))


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the same plan in a folder of its own, without a history, as `programme build` makes it."""

    def make(folder: Path) -> None:
        folder.mkdir()
        plan = copied(folder / "plan", SECOND)
        command = ("programme", "build", "--root", str(plan), "--site-dir", str(folder / "site"))
        done = run(*command, SITE_URL=SITE_URL, PYTHONHASHSEED="1", TZ="UTC")
        assert done.returncode == 0, done.stdout + done.stderr

    return once(tmp_path_factory, "alone", make) / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Path of each page -> its parsed HTML."""
    return parsed(site)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site on a web server: its address, without a final slash."""
    with served(site) as there:
        yield there


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the made-up plan that a test may spoil."""
    return copied(tmp_path / "plan", SECOND)


@pytest.fixture
def spoil(copy: Path) -> Spoil:
    """Replace the first `old` in a file of the copy with `new`; give the copy's root."""
    return partial(spoiled, copy)


@pytest.fixture(scope="session")
def two(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, and one of other data."""
    return site, other_version(site, tmp_path_factory.mktemp("other") / "site")
