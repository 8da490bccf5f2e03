"""A new plan, its site, and one that follows another plan."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from new_plans import GIVEN, PROGRAMMES, site_of
from support import SECOND, commanded, parsed, spoiled


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plan, made with all options."""
    folder = tmp_path_factory.mktemp("new") / "ke-hoach"
    made = commanded("new", str(folder), *GIVEN)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="session")
def built(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, built strictly."""
    folder = tmp_path_factory.mktemp("site") / "site"
    site_of(plan, folder)
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, BeautifulSoup]:
    """Path -> parsed page of that site."""
    return parsed(built)


@pytest.fixture
def next_plan(tmp_path: Path) -> Path:
    """A new plan that follows the made-up one."""
    folder = tmp_path / "next"
    made = commanded("new", f"DIR={folder}", "NAME=Kế hoạch năm 2031", "YEAR=2031", f"FROM={SECOND}")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def begun(next_plan: Path) -> Path:
    """The same with its first words: a goal, a project with an amount."""
    spoiled(next_plan, "data/plan.yaml", "header:\n", f"{PROGRAMMES}header:\n")
    (next_plan / "data/sections.yaml").write_text(
        "- number: I\n  heading: MỤC TIÊU\n  paragraphs:\n"
        "    - text: Để hộ nghèo có việc làm.\n      for_whom: [{who: [gia-dinh-ngheo]}]\n"
        "- number: II\n  heading: CÁC DỰ ÁN\n  projects: true\n",
        encoding="utf-8",
    )
    (next_plan / "data/projects/du-an-1.yaml").write_text(
        'code: "1"\nnumber: "1"\nlabel: "Dự án 1:"\ntitle: Hạ tầng thôn\nclauses:\n  - number: a\n'
        '    heading: "Kinh phí:"\n    kind: budget\n    paragraphs:\n'
        "      - text: 12 triệu đồng.\n        money: {}\n",
        encoding="utf-8",
    )
    return next_plan
