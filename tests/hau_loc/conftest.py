"""Tests of the truths of Hậu Lộc's plan run on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import ROOT, Spoil, built, copy_project, once, other_version, parsed, served, spoiled

from programme import Programme, open_programme


@pytest.fixture(scope="session")
def programme() -> Programme:
    return open_programme(ROOT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of Hậu Lộc's plan, built once."""
    return once(tmp_path_factory, "hau-loc", partial(built, ROOT))


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
    """A copy of the project that a test may spoil."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def spoil(copy: Path) -> Spoil:
    """Replace the first `old` in a file of the copy with `new`; give the copy's root."""
    return partial(spoiled, copy)


@pytest.fixture(scope="session")
def two(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site, and one of other data."""
    return site, other_version(site, tmp_path_factory.mktemp("other") / "site")
