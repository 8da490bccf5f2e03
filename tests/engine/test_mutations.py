"""Plans spoiled at random: each ends in findings, or in a site that passes the look before publication.

The drill itself is `tests/mutation_drill.py`; `make drill` runs it whole. Here runs a sample of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import mutation_drill
import pytest
from mutation_drill import FAULT, FINDINGS, SITE, End, Journal, mutated, told
from mutations import KINDS
from support import ROOT, contents


def test_there_are_sixty_kinds_at_least():
    """Of the data's structure and of its words; a name tells a kind."""
    structural = [kind.name for kind in KINDS if kind.structural]
    assert len({kind.name for kind in KINDS}) == len(KINDS) == 146 and len(structural) == 102


def test_a_case_is_the_same_on_every_machine(tmp_path: Path):
    """Its number gives the plan, the kind and each letter; plans and groups of kinds come in turn."""
    cases = [(case, *mutated(case, tmp_path / str(case))) for case in range(6)]
    assert [(plan if plan != ROOT.name else "", done[0].split(":")[0]) for _, plan, done in cases] == [
        ("", "file gone"), ("second", "file gone"), ("van-xuan", "file gone"),
        ("", "bytes cut"), ("second", "bytes cut"), ("van-xuan", "bytes cut"),
    ]  # fmt: skip
    assert mutated(1, tmp_path / "again") == cases[1][1:]
    assert contents(tmp_path / "again") == contents(tmp_path / "1")


def test_spoiled_plans_end_in_findings_or_a_right_site():
    """Cases drawn from the whole drill until six were built whole: never a traceback, never a wrong site.

    In a process of its own: each case is a fork, and a fork of one with threads may wait for ever.
    """
    drill = [sys.executable, "tests/mutation_drill.py", "sample", "6"]
    done = subprocess.run(drill, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.match(r"\d+ cases of \d+ kinds: (\d+) in findings, 6 in a right site, 0 faults;", done.stdout)
    assert found and int(found[1]) > 9 and done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("part", "wrong", "said"),
    [
        ("checked", lambda root: 1 / 0, "ZeroDivisionError"),
        ("build", lambda root, site: "Error: no such page", "Error: no such page"),
    ],
)
def test_what_breaks_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: str, wrong, said: str):
    """A traceback of the check; a build that fails after a check without findings."""
    monkeypatch.setattr(mutation_drill, "checked", lambda root: "")
    monkeypatch.setattr(mutation_drill, part, wrong)
    end = mutation_drill.outcome(1, tmp_path / "case")
    assert end.end == FAULT and said in end.said
    assert told([end]).startswith("1 cases of") and said in told([end])


def test_a_process_that_dies_is_a_fault(tmp_path: Path):
    """Killed for its time, its memory or by itself: it has said nothing."""
    died = SimpleNamespace(join=lambda _: None, exitcode=-9, kill=lambda: None)
    end = mutation_drill._ended(1, died, tmp_path / "none.json")  # type: ignore[arg-type]
    assert (end.end, end.said) == (FAULT, "the process ended with -9")


def test_a_drill_that_was_stopped_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """What has ended is not tried again, a line cut by the stop is; when something changed, it begins anew."""
    monkeypatch.setattr(mutation_drill, "ROOT", tmp_path)
    monkeypatch.setattr(mutation_drill, "_digest", lambda: "first")
    journal = Journal("mutations")
    journal.add(End(0, "plan", ["file gone: x"], FINDINGS))
    journal.add(End(1, "plan", ["file gone: y"], SITE))
    journal.path.write_text(journal.path.read_text("utf-8")[:-20], encoding="utf-8")
    assert list(Journal("mutations").ends) == [0]
    monkeypatch.setattr(mutation_drill, "_digest", lambda: "second")
    assert Journal("mutations").ends == {} and not journal.path.exists()
