"""Plans spoiled at random: each ends in findings, or in a site that passes the look before publication.

The drill itself is `tests/mutation_drill.py`; `make drill` runs it whole. Here runs a sample of it.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import mutation_drill
import pytest
from mutation_drill import FAULT, FINDINGS, SITE, End, Journal, mutated, outcomes, told
from mutations import KINDS
from support import SECOND, contents

BUILT = 15


def test_there_are_sixty_kinds_at_least():
    """Of the data's structure and of its words; a name tells a kind."""
    structural = [kind.name for kind in KINDS if kind.structural]
    assert len({kind.name for kind in KINDS}) == len(KINDS) == 146 and len(structural) == 102


def test_a_case_is_the_same_on_every_machine(tmp_path: Path):
    """Its number gives the plan, the kind and each letter; plans and groups of kinds come in turn."""
    cases = [(case, *mutated(case, tmp_path / str(case))) for case in range(4)]
    assert [(plan == SECOND.name, done[0].split(":")[0]) for _, plan, done in cases] == [
        (False, "file gone"), (True, "file gone"), (False, "bytes cut"), (True, "bytes cut"),
    ]  # fmt: skip
    assert mutated(1, tmp_path / "again") == cases[1][1:]
    assert contents(tmp_path / "again") == contents(tmp_path / "1")


def test_spoiled_plans_end_in_findings_or_a_right_site(tmp_path: Path):
    """Cases drawn from the whole drill until fifteen were built whole: never a traceback, never a wrong site."""
    ends: list[End] = []
    for end in outcomes(Random(2023).sample(range(2000), 2000), tmp_path, jobs=1):
        ends.append(end)
        if sum(one.end == SITE for one in ends) == BUILT:
            break
    assert not [one for one in ends if one.end == FAULT], told(ends)
    assert sum(one.end == FINDINGS for one in ends) > BUILT


@pytest.mark.parametrize(
    ("part", "wrong", "said"),
    [
        ("checked", lambda root: 1 / 0, "ZeroDivisionError"),
        ("checked", lambda root: mutation_drill.os._exit(3), "the process ended with 3"),
        ("build", lambda root, site: "Error: no such page", "Error: no such page"),
    ],
)
def test_what_breaks_is_a_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: str, wrong, said: str):
    """A traceback of the check, a process that dies, a build that fails after a check without findings."""
    monkeypatch.setattr(mutation_drill, "checked", lambda root: "")
    monkeypatch.setattr(mutation_drill, part, wrong)
    (end,) = outcomes([1], tmp_path, jobs=1)
    assert end.end == FAULT and said in end.said
    assert "1 cases of" in told([end]) and said in told([end])


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
