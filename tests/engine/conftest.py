"""The plan made up for these tests, its site, and copies of it to spoil: as `tests/conftest.py` has of the real one."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import ROOT, build, copy_parts, parsed, replace, served

from programme import Programme, open_programme

SECOND = ROOT / "tests" / "plans" / "second"
PARTS = ("data", "docs", "source", "macros.py", "mkdocs.yml")


@pytest.fixture(scope="session")
def second() -> Programme:
    return open_programme(SECOND)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up plan, built once."""
    return build(SECOND, tmp_path_factory.mktemp("second") / "site")


@pytest.fixture(scope="session")
def second_pages(second_site: Path) -> dict[str, BeautifulSoup]:
    """Path of each page ("du-an/giam-ngheo-2-1.html") -> its parsed HTML."""
    return parsed(second_site)


@pytest.fixture(scope="session")
def second_address(second_site: Path) -> Iterator[str]:
    """The site of the made-up plan on a web server: its address, without a final slash."""
    yield from served(second_site)


@pytest.fixture
def second_copy(tmp_path: Path) -> Path:
    """A copy of the made-up plan that a test may spoil."""
    return copy_parts(SECOND, tmp_path / "plan", PARTS)


@pytest.fixture
def spoil_second(second_copy: Path) -> Callable[[str, str, str], Path]:
    """Replace the first `old` in a file of the copy with `new`; give the copy's root."""
    return functools.partial(replace, second_copy)
