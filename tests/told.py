"""What `check` says of a spoiled copy of a plan, for tests of its messages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from programme import FindingsError, check, open_programme

GN_1, GN_2, GN_7 = (f"data/projects/gn-{number}.yaml" for number in (1, 2, 7))
AGENCIES, PLAN, SECTIONS, PLACES = (f"data/{name}.yaml" for name in ("agencies", "plan", "sections", "places"))


def said(root: Path) -> list[str]:
    """What `check` finds in a copy, without the line that counts."""
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    return [f"{one.file}:{one.line}: {one.found}" for one in caught.value.findings]


def told(root: Path) -> list[tuple[str, str]]:
    """Where and what was found, and what is asked, of each finding in a copy."""
    with pytest.raises(FindingsError) as caught:
        check(root)
    return [(f"{one.file}:{one.line}: {one.found}", one.expected) for one in caught.value.findings]


def messages(root: Path) -> str:
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    return str(caught.value)


def committed(root: Path) -> Path:
    for command in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false", *command],
            cwd=root,
            check=True,
        )
    return root
