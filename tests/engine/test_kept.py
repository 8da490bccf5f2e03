"""What is kept in `.cache/` from one build to the next, also while several builds run at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from programme import cache
from programme.frame import bundles


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    monkeypatch.setattr(cache, "_sizes", {})
    return tmp_path


def test_what_a_large_plan_asks_for_in_order_is_made_once():
    """520 things, asked for in the same order in three builds, are each made in the first one only."""
    made: Counter[int] = Counter()

    def make(number: int) -> bytes:
        made[number] += 1
        return b"x" * 30_000  # a PDF file of one sheet

    for _ in range(3):
        for number in range(520):
            cache.kept("pdf", str(number), lambda number=number: make(number))
    assert made == Counter(range(520))


def test_what_was_not_used_for_longest_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Where there is too much, what was read lately stays, though it was written first; the rest stays small enough."""
    monkeypatch.setattr(cache, "MOST", 1_320)
    for number in range(10):
        cache.kept("kind", str(number), lambda: b"x" * 100)
    for age, path in enumerate(sorted((folder / "kind").iterdir(), key=lambda one: one.stat().st_mtime_ns)):
        os.utime(path, (1_000 + age, 1_000 + age))  # far enough apart for any file system
    cache.kept("kind", "0", lambda: pytest.fail("was made a second time"))
    cache.kept("kind", "new", lambda: b"y" * 100)
    assert sum(path.stat().st_size for path in (folder / "kind").iterdir()) <= 1_320
    for name in ("0", "9", "new"):
        cache.kept("kind", name, lambda: pytest.fail("was removed"))
    assert cache.kept("kind", "1", lambda: b"again") == b"again"


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda raw: raw + b"x", lambda raw: b"", lambda raw: b"x" * 90]
)
def test_what_was_cut_or_changed_is_made_again(folder: Path, spoil: Callable[[bytes], bytes]):
    """A file of another length, of other bytes, an empty one is not believed."""
    assert cache.kept("pdf", "x", lambda: b"first") == b"first"
    (path,) = (folder / "pdf").iterdir()
    path.write_bytes(spoil(path.read_bytes()))
    assert cache.kept("pdf", "x", lambda: b"second") == b"second"
    assert cache.kept("pdf", "x", lambda: pytest.fail("was made a third time")) == b"second"


def test_what_was_made_from_something_else_is_not_believed(folder: Path):
    """A file that stands in another's place, as a cache brought from elsewhere may have it."""
    cache.keep("pdf", "x", b"of x")
    (path,) = (folder / "pdf").iterdir()
    cache.keep("pdf", "y", b"of y")
    (other,) = {*(folder / "pdf").iterdir()} - {path}
    other.write_bytes(path.read_bytes())
    assert cache.found("pdf", "x") == b"of x" and cache.found("pdf", "y") is None


def test_scripts_are_whole_while_another_build_bundles_them(monkeypatch: pytest.MonkeyPatch):
    """A build that asks for the scripts while esbuild writes them for another one never gets an empty file."""
    esbuild = bundles._esbuild
    seen = []

    def slow_esbuild(*arguments: str) -> None:
        """As seen by the others: esbuild has emptied its files and not yet written them."""
        monkeypatch.setattr(bundles, "_esbuild", esbuild)
        seen.append(bundles.bundled())  # a second build is quicker
        outdir = Path(next(one for one in arguments if one.startswith("--outdir=")).removeprefix("--outdir="))
        outdir.mkdir(exist_ok=True)
        for name in bundles.ENTRIES:
            (outdir / name).write_bytes(b"")
        seen.append(bundles.bundled())  # a third one comes
        esbuild(*arguments)

    monkeypatch.setattr(bundles, "_esbuild", slow_esbuild)
    seen.append(bundles.bundled())
    scripts, *styles = seen[0]
    assert set(scripts) == set(bundles.ENTRIES) and all(scripts.values()) and all(styles)
    assert seen == [seen[0]] * 3


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where nothing can be kept, things are made each time."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "file")
    assert [cache.kept("pdf", "x", lambda: b"made") for _ in range(2)] == [b"made", b"made"]
