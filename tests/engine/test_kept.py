"""What is kept in `.cache/` from one build to the next, also while several builds run at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from stored import asked, held, hold

from programme import cache, store
from programme.frame import bundles


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
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
    monkeypatch.setattr(store, "_LATELY", 0)
    for number in range(10):
        cache.kept("kind", str(number), lambda: b"x" * 100)
    cache.kept("kind", "0", lambda: pytest.fail("was made a second time"))
    cache.kept("kind", "new", lambda: b"y" * 100)
    assert sum(map(len, held(folder, "kind").values())) == 1_188  # nine of 132 bytes
    for name in ("0", "9", "new"):
        cache.kept("kind", name, lambda: pytest.fail("was removed"))
    assert cache.kept("kind", "1", lambda: b"again") == b"again"


def test_that_something_is_used_is_noted_once_in_ten_minutes(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """Reading writes nothing to the disk, mostly."""
    cache.keep("kind", "x", b"made")

    def noted() -> int:
        return int(asked(folder, "kind", "select at from uses")[0][0])

    begun = noted()
    monkeypatch.setattr(time, "time_ns", lambda: begun + 599 * 10**9)
    assert cache.found("kind", "x") == b"made" and noted() == begun
    monkeypatch.setattr(time, "time_ns", lambda: begun + 600 * 10**9)
    assert cache.found("kind", "x") == b"made" and noted() == begun + 600 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: begun + 1_200 * 10**9)
    cache.keep_once("kind", "x", lambda: pytest.fail("was made a second time"))
    assert noted() == begun + 1_200 * 10**9


@pytest.mark.parametrize(
    "spoil", [lambda raw: raw[:-1], lambda raw: raw + b"x", lambda raw: b"", lambda raw: b"x" * 90]
)
def test_what_was_cut_or_changed_is_made_again(folder: Path, spoil: Callable[[bytes], bytes]):
    """A content of another length, of other bytes, an empty one is not believed."""
    assert cache.kept("pdf", "x", lambda: b"first") == b"first"
    ((name, content),) = held(folder, "pdf").items()
    hold(folder, "pdf", name, spoil(content))
    assert cache.kept("pdf", "x", lambda: b"second") == b"second"
    assert cache.kept("pdf", "x", lambda: pytest.fail("was made a third time")) == b"second"


def test_what_was_made_from_something_else_is_not_believed(folder: Path):
    """A content that stands in another's place, as a cache brought from elsewhere may have it."""
    cache.keep("pdf", "x", b"of x")
    ((_, content),) = held(folder, "pdf").items()
    cache.keep("pdf", "y", b"of y")
    other = next(name for name, its in held(folder, "pdf").items() if its != content)
    hold(folder, "pdf", other, content)
    assert cache.found("pdf", "x") == b"of x" and cache.found("pdf", "y") is None


@pytest.mark.parametrize(
    "spoil",
    [
        *(lambda raw: raw[: len(raw) // 2], lambda raw: raw[:30] + b"x" * 8_000 + raw[8_030:]),
        *(lambda raw: b"", lambda raw: b"no database" * 100),
    ],
)
def test_a_broken_file_is_begun_anew(folder: Path, spoil: Callable[[bytes], bytes]):
    """One that was cut, that has other bytes in it, is empty or something else: nothing of it is taken, all is made."""
    for number in range(100):
        cache.keep("pdf", str(number), b"made" * 1_000)
    store.close()
    path = folder / "pdf.db"
    path.write_bytes(spoil(path.read_bytes()))
    for number in range(100):
        assert cache.kept("pdf", str(number), lambda: b"made" * 1_000) == b"made" * 1_000
    for number in range(100):
        assert cache.kept("pdf", str(number), lambda: pytest.fail("was not kept")) == b"made" * 1_000


def test_a_folder_that_was_removed_meanwhile_is_made_again(folder: Path):
    """What is kept after that is there for others."""
    cache.keep("pdf", "x", b"first")
    shutil.rmtree(folder)
    assert cache.found("pdf", "x") is None
    cache.keep("pdf", "x", b"second")
    assert cache.found("pdf", "x") == b"second" and len(held(folder, "pdf")) == 1


def test_many_write_at_once(folder: Path):
    """Four processes, three of them with two threads, keep 100 things each: all are there, whole."""
    work = """
import sys, threading
from programme import cache
def keep(who):
    for number in range(100):
        cache.keep("pdf", f"{who} {number}", f"{who} {number} ".encode() * 500)
threads = [threading.Thread(target=keep, args=[who]) for who in sys.argv[1:]]
[one.start() for one in threads], [one.join() for one in threads]
"""
    who = ["a"], ["b", "c"], ["d", "e"], ["f", "g"]
    environment = {**os.environ, "PROGRAMME_CACHE": str(folder)}
    started = [subprocess.Popen([sys.executable, "-c", work, *names], env=environment) for names in who]
    assert [one.wait() for one in started] == [0, 0, 0, 0]
    for name in "abcdefg":
        for number in range(100):
            assert cache.found("pdf", f"{name} {number}") == f"{name} {number} ".encode() * 500


def test_one_that_is_killed_leaves_what_it_kept(folder: Path):
    """In the middle of writing: the next one finds what was kept before, and goes on."""
    work = """
from programme import cache
number = 0
while True:
    cache.keep("pdf", str(number), b"made" * 10_000)
    print(number, flush=True)
    number += 1
"""
    environment = {**os.environ, "PROGRAMME_CACHE": str(folder)}
    one = subprocess.Popen([sys.executable, "-c", work], env=environment, stdout=subprocess.PIPE, text=True)
    assert one.stdout
    for line in one.stdout:
        if line == "50\n":
            one.kill()
            break
    one.communicate()
    for number in range(51):
        assert cache.kept("pdf", str(number), lambda: pytest.fail("was lost")) == b"made" * 10_000
    cache.keep("pdf", "x", b"goes on")
    assert cache.found("pdf", "x") == b"goes on"


@pytest.fixture
def gathering() -> Iterator[None]:
    """A first content is written; from there on contents wait for others, as in a build."""
    cache.keep("pdf", "first", b"made")
    store.gather()
    yield
    store.write()


def test_what_waits_is_found_and_written_at_the_end(folder: Path, gathering: None):
    """63 contents wait, and whoever asks in this process has them; at the end all are in the file."""
    for number in range(63):
        cache.keep("pdf", str(number), b"made")
    assert asked(folder, "pdf", "select count(*) from contents") == [(1,)]
    assert [cache.found("pdf", str(number)) for number in range(63)] == [b"made"] * 63
    cache.keep_once("pdf", "7", lambda: pytest.fail("was made a second time"))
    store.write()
    assert asked(folder, "pdf", "select count(*) from contents") == [(64,)]
    assert cache.found("pdf", "62") == b"made"


def test_no_more_wait_than_64_or_four_megabytes(folder: Path, gathering: None):
    """The 64th is written with all before it, and so is what makes four million bytes."""
    for number in range(64):
        cache.keep("pdf", str(number), b"made")
    assert asked(folder, "pdf", "select count(*) from contents") == [(65,)]
    cache.keep("pdf", "small", b"made")
    assert asked(folder, "pdf", "select count(*) from contents") == [(65,)]
    cache.keep("pdf", "large", b"x" * 4_000_000)
    assert asked(folder, "pdf", "select count(*) from contents") == [(67,)]


def test_what_a_process_beside_makes_is_found_when_it_was_waited_for(folder: Path):
    """A content that waited in it is written before it ends; what waited here is there for it."""
    work = """
from programme import cache, store
cache.keep("pdf", "first", b"made")
store.gather()
cache.keep("pdf", "before", b"of here")
wait = cache.beside(lambda: cache.keep("pdf", "beside", cache.found("pdf", "before") or b"was not there"))
wait()
print(cache.found("pdf", "beside"))
"""
    environment = {**os.environ, "PROGRAMME_CACHE": str(folder)}
    said = subprocess.run([sys.executable, "-c", work], env=environment, capture_output=True, check=True)
    assert said.stdout.strip() == b"b'of here'"


def test_what_is_there_stays_where_many_are_kept_together(folder: Path):
    """Of three the one that is kept already is not written again; all three are found."""
    cache.keep("site", "b", b"first")
    cache.keep_new("site", {"a": b"A", "b": b"second", "c": b"C"})
    assert [cache.found("site", name) for name in "abc"] == [b"A", b"first", b"C"]
    assert len(held(folder, "site")) == 3


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
