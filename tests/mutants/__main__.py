"""Mutations of the code: how many of them the tests catch, and which they miss.

    python -m mutants              330 mutants, two at a time; goes on where it was stopped
    python -m mutants --missed     once more those that were missed

Each mutant is tried in a copy of the project, with the tests that touch its line, quickest first. Exit 1 where fewer
than nine of ten are caught. What was tried is kept in `.cache/mutants`, and thrown away when the code, the tests or
the plans change.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from .by_hand import BY_HAND
from .changes import Mutant, sample
from .equal import EQUAL

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ("vietnamese/formats.py", "derive", "rules", "opendata", "history")
"""What is mutated, in `programme/`."""
OUTSIDE = {
    "accept", "access", "browser", "builders", "ci", "deploy", "engine_knows_no_plan", "engines", "faults",
    "frame_options", "full_disk", "hostile", "lexicon", "links", "lost_scripts", "material_frame", "mutants",
    "mutations", "old_browsers", "print", "public_names", "publish", "publish_safe", "reproducible", "search",
    "search_box", "serve", "serve_requests", "styles", "systems", "told", "typed", "unchanged", "verify", "waits",
    "wheel", "within_reach",
}  # fmt: skip
"""Tests that take long or ask of other code; what they would catch besides is not counted."""
COUNT, SEED = 330, 15
LEAST = 0.9
SECONDS = 30
"""CPU seconds of tests for a mutant, as they take without one."""
BUILD = 8
"""Those that building a site takes."""


def _sources() -> list[str]:
    """The files of the code that are mutated."""
    found: list[Path] = []
    for one in CODE:
        path = ROOT / "programme" / one
        found += sorted(path.glob("*.py")) if path.is_dir() else [path]
    return [path.relative_to(ROOT).as_posix() for path in found if path.stat().st_size > 300]


def _files() -> list[str]:
    """All files of the project that Git knows or would add."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return sorted(one for one in {*listed} if one and (ROOT / one).is_file())


def _version(files: list[str]) -> str:
    """What the answers hold for: the code, the tests, the plans; not what is written about mutants."""
    digest = hashlib.sha256()
    for one in files:
        if not one.startswith(("tests/mutants/", "bench/", "README")) and one.split("/")[0] != "requirements":
            digest.update(one.encode() + (ROOT / one).read_bytes())
    return digest.hexdigest()[:16]


def _copied(target: Path, files: list[str]) -> Path:
    """A copy of the project with its history, to be changed."""
    shutil.rmtree(target, ignore_errors=True)
    command = ["git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(target)]
    subprocess.run(command, check=True)
    for one in files:
        (target / one).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / one, target / one, follow_symlinks=False)
    subprocess.run(["git", "reset", "--quiet"], cwd=target, check=True)
    for one in ("programme/frame/made", "node_modules"):
        if (ROOT / one).exists() and not (target / one).exists():
            (target / one).symlink_to((ROOT / one).resolve())
    return target


def _environment(copy: Path) -> dict[str, str]:
    return {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": f"{copy}{os.pathsep}{copy / 'tests'}",
        "PROGRAMME_CACHE": str(copy / ".cache"),
        "NO_MKDOCS_2_WARNING": "1",
    }


def _test_files() -> list[str]:
    paths = sorted(path for folder in ("engine", "hau_loc") for path in (ROOT / "tests" / folder).glob("test_*.py"))
    return [path.relative_to(ROOT).as_posix() for path in paths if path.stem.removeprefix("test_") not in OUTSIDE]


def _touched(copies: list[Path], out: Path) -> list[dict[str, Any]]:
    """Each test with the lines it touches and the time it takes; the builds of the sites come without a name."""
    if not out.exists():
        watched = sorted({*_sources(), *(file for file, _, _ in BY_HAND)})
        parts = [out.with_suffix(f".{number}") for number, _ in enumerate(copies)]
        running = []
        for number, (copy, part) in enumerate(zip(copies, parts, strict=True)):
            part.unlink(missing_ok=True)
            told = {
                "MUTANTS_ROOT": str(copy), "MUTANTS_WATCHED": json.dumps(watched), "MUTANTS_OUT": str(part),
                "MUTANTS_PART": f"{number}/{len(copies)}",
            }  # fmt: skip
            options = ["-q", "-n", "0", "-p", "mutants.touched", "-p", "no:cacheprovider", f"--basetemp={copy}/.tests"]
            command = [sys.executable, "-m", "pytest", *options, *_test_files()]
            quiet = subprocess.DEVNULL
            running.append(subprocess.Popen(command, cwd=copy, env=_environment(copy) | told, stdout=quiet))
        for one in running:
            one.wait()
        out.write_text("".join(part.read_text(encoding="utf-8") for part in parts), encoding="utf-8")
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


class _Tests:
    """The tests, and which of them a mutant is tried with."""

    def __init__(self, rows: list[dict[str, Any]]):
        self.rows = [row for row in rows if row["test"] and row["passed"]]
        self.builds = {
            "tests/engine" if row["plan"] != "." else "tests/hau_loc": {
                file: {*lines} for file, lines in row["lines"].items()
            }
            for row in rows
            if not row["test"]
        }
        self.touching = Counter(
            (file, line)
            for row in self.rows
            if not row["built"]
            for file, lines in row["lines"].items()
            for line in lines
        )

    def of(self, one: Mutant) -> list[str]:
        """Those that touch its lines, as many as there is time for; first what tells most in a second.

        A test that touches lines of the file that few others do is about this file. What is read when the module is
        touches all tests that touch the file. Tests of a built site come last, when the site must be built.
        """
        lines = {*range(one.line, one.line + one.old.rstrip().count("\n") + 1)}

        def its(row: dict[str, Any]) -> set[int]:
            found = {*row["lines"].get(one.file, ())}
            return found | self.builds[self._home(row)].get(one.file, set()) if row["built"] else found

        found = [row for row in self.rows if not one.whole and its(row) & lines]
        if not found:  # read with the module, or run by what is: a decorator
            found = [row for row in self.rows if its(row)]
        quick = sorted((row for row in found if not row["built"]), key=lambda row: -self._worth(row, one))
        slow = sorted((row for row in found if row["built"]), key=lambda row: (self._home(row), row["seconds"]))
        chosen, left = [], float(SECONDS)
        for row in quick:
            if row["seconds"] <= left:
                left -= row["seconds"]
                chosen.append(row["test"])
        homes: set[str] = set()
        for row in slow:
            home = self._home(row)
            cost = row["seconds"] / 2 + (0 if home in homes else BUILD)  # half of it is reading the site, done once
            if cost <= left:
                left -= cost
                homes.add(home)
                chosen.append(row["test"])
        return chosen

    def _worth(self, row: dict[str, Any], one: Mutant) -> float:
        """How likely a test is to see a mutant, for the time it takes.

        A test that touches lines of the file that few others do, near the mutant, is about just this; one that
        touches little besides says more of it than one that goes through all of the code.
        """
        near = sum(
            1 / self.touching[one.file, line] / (1 + abs(line - one.line) / 4)
            for line in row["lines"].get(one.file, ())
        )
        return near / (row["seconds"] + 0.05) / (1 + sum(map(len, row["lines"].values())) / 300)

    @staticmethod
    def _home(row: dict[str, Any]) -> str:
        return "/".join(row["test"].split("/")[:2])


class _Journal:
    """What was tried, by the name of the mutant."""

    def __init__(self, path: Path):
        self.path = path
        self.lock = threading.Lock()
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        self.known = {tuple(row["mutant"]): row for row in map(json.loads, lines)}

    @staticmethod
    def key(one: Mutant) -> tuple[str, ...]:
        return one.file, str(one.start), one.old, one.new

    def holds(self, one: Mutant, only_caught: bool = False) -> bool:
        row = self.known.get(self.key(one))
        return bool(row and (row["caught"] or not only_caught))

    def add(self, one: Mutant, answer: dict[str, Any]) -> None:
        with self.lock, self.path.open("a", encoding="utf-8") as out:
            row = {"mutant": self.key(one), **answer}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            self.known[self.key(one)] = row


def _by_hand() -> list[Mutant]:
    found = []
    for file, old, new in BY_HAND:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert source.count(old) == 1, f"{file}: {old!r} stands there {source.count(old)} times"
        start = source.index(old)
        line = source.count("\n", 0, start) + 1
        found.append(Mutant(file, line, start, old, new, source.splitlines()[line - 1].strip(), old[:1] in "(_"))
    return found


def _try(mutants: list[Mutant], tests: _Tests, copies: list[Path], journal: _Journal) -> None:
    work: queue.SimpleQueue[Mutant] = queue.SimpleQueue()
    for one in mutants:
        work.put(one)
    begin, whole = time.monotonic(), len(mutants)

    def worker(copy: Path) -> None:
        command = [sys.executable, str(copy / "tests/mutants/zygote.py")]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=copy, env=_environment(copy), stdin=pipe, stdout=pipe, text=True) as zygote:
            assert zygote.stdin and zygote.stdout
            while True:
                try:
                    one = work.get_nowait()
                except queue.Empty:
                    break
                chosen = tests.of(one)
                source = one.of((ROOT / one.file).read_text(encoding="utf-8"))
                asked = {"file": one.file, "source": source, "tests": chosen, "seconds": 2 * SECONDS}
                answer = {"caught": False, "test": ""}
                if chosen:
                    zygote.stdin.write(json.dumps(asked) + "\n")
                    zygote.stdin.flush()
                    answer = json.loads(zygote.stdout.readline())
                journal.add(one, answer | {"tests": len(chosen)})
                left, minutes = work.qsize(), (time.monotonic() - begin) / 60
                print(f"\r{whole - left} of {whole} tried, {minutes:.1f} minutes ", end="", file=sys.stderr, flush=True)
            zygote.stdin.close()

    threads = [threading.Thread(target=worker, args=(copy,)) for copy in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(file=sys.stderr)


def main() -> int:
    reader = argparse.ArgumentParser(prog="mutants", description="Seeded mutations of the code, against the tests.")
    reader.add_argument("--count", type=int, default=COUNT)
    reader.add_argument("--processes", type=int, default=2)
    reader.add_argument("--missed", action="store_true", help="try once more what was missed")
    reader.add_argument("--list", action="store_true", help="name the mutants")
    options = reader.parse_args()
    mutants = [*_by_hand(), *sample(ROOT, _sources(), options.count, SEED)]
    if options.list:
        for one in mutants:
            print(f"{one.file}:{one.line}: {one.change}")
        return 0
    begin = time.monotonic()
    home = ROOT / ".cache/mutants"
    files = _files()
    version = _version(files)
    for old in home.glob("*") if home.exists() else ():
        if old.name != version:
            shutil.rmtree(old)
    (home / version).mkdir(parents=True, exist_ok=True)
    copies = [_copied(home / version / f"copy-{number}", files) for number in range(options.processes)]
    tests = _Tests(_touched(copies, home / version / "touched"))
    journal = _Journal(home / version / "journal")
    left = [one for one in mutants if not journal.holds(one, options.missed)]
    _try(left, tests, copies, journal)
    return _report(mutants, journal, begin)


def _report(mutants: list[Mutant], journal: _Journal, begin: float) -> int:
    ends: Counter[str] = Counter()
    for one in mutants:
        row = journal.known[_Journal.key(one)]
        why = EQUAL.get((one.file, one.text, one.change))
        end = "caught" if row["caught"] else "equal" if why else "missed"
        ends[end] += 1
        if end != "caught":
            print(f"{end}: {one.file}:{one.line}: {one.text}\n    {one.change}  ({why or row['tests']})")
    counted = ends["caught"] + ends["missed"]
    part = ends["caught"] / counted if counted else 1.0
    print(
        f"{len(mutants)} mutants: {ends['caught']} caught, {ends['equal']} equal, {ends['missed']} missed: "
        f"{part:.1%} of those that are not equal; {(time.monotonic() - begin) / 60:.1f} minutes"
    )
    return int(part < LEAST)


if __name__ == "__main__":
    sys.exit(main())
