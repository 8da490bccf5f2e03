"""Small plans, as `programme new` makes them, and their sites as `programme build` builds each in its own process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from many_plans import PLACES, kept, new_plan
from support import contents, once, run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `xa-1` to `xa-4`, new plans of four communes."""

    def make(folder: Path) -> None:
        folder.mkdir()
        for number, place in enumerate(PLACES, 1):
            new_plan(folder / f"xa-{number}", place)

    return once(tmp_path_factory, "many", make)


@pytest.fixture
def plans(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to be changed and built in; what is kept is kept by each test alone."""
    return Path(shutil.copytree(made, tmp_path / "plans", symlinks=True))


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[Path, str], dict[str, bytes]]:
    """The files of a plan's site as `programme build` builds it in its own process, with nothing kept from before."""

    def build(root: Path, address: str = "") -> dict[str, bytes]:
        target = tmp_path / f"alone-{root.name}"
        place = kept(tmp_path / "kept-alone")
        command = ("--root", str(root), "build", "--site-dir", str(target))
        done = run("programme", *command, SITE_URL=address, PROGRAMME_CACHE=str(place))
        assert done.returncode == 0, done.stderr
        return contents(target)

    return build


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test keeps what it keeps in a place of its own."""
    monkeypatch.setenv("PROGRAMME_CACHE", str(kept(tmp_path / "kept")))
