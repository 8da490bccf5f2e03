"""Three builders give one site: MkDocs, ProperDocs, and Zensical with `programme finish`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from screens import Window
from support import ROOT, SECOND, SITE_URL, WAIT, built, copied, run, spoiled

LINE = ("  name: material\n", "  name: programme\n")
"""The one line of mkdocs.yml that changes for a builder that knows no plugins."""
LOOKED_AT = ("index", "du-an/giam-ngheo-2-1", "ho-tro")


@pytest.fixture(scope="module")
def own_theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with the light frame as its theme."""
    return spoiled(copied(tmp_path_factory.mktemp("own-theme") / "plan", SECOND), "mkdocs.yml", *LINE)


@pytest.fixture(scope="module")
def zensical_alone(own_theme: Path) -> Path:
    """Built by Zensical, which runs no plugin."""
    script = Path(sys.executable).parent / "zensical"
    environment = {**os.environ, "SITE_URL": SITE_URL, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [script, "build", "--strict"], cwd=own_theme, env=environment, capture_output=True, text=True, timeout=WAIT
    )
    assert done.returncode == 0 and "No issues found" in done.stdout + done.stderr, done.stdout + done.stderr
    return own_theme / "site"


@pytest.fixture(scope="module")
def zensical_site(own_theme: Path, zensical_alone: Path) -> Path:
    """The same, finished."""
    site = shutil.copytree(zensical_alone, own_theme / "finished")
    finished = run("programme", "finish", site.name, cwd=own_theme)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return site


@pytest.fixture(scope="module")
def own_theme_site(own_theme: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same plan by MkDocs."""
    return built(own_theme, tmp_path_factory.mktemp("own-theme-site") / "site")


@pytest.fixture(scope="module")
def properdocs_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan as it is, by ProperDocs."""
    folder = tmp_path_factory.mktemp("properdocs") / "site"
    done = run("properdocs", "build", "--strict", "--site-dir", str(folder), cwd=SECOND, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module", params=[("site", "properdocs_site"), ("own_theme_site", "zensical_site")])
def sites(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The site of a plan by MkDocs and by another builder."""
    one, other = request.param
    return request.getfixturevalue(one), request.getfixturevalue(other)


def read(path: Path) -> Tag:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def what_it_says(page: Tag) -> dict[str, object]:
    """Text, titles, links and anchors of a page; "./" before an address says nothing."""
    return {
        "text": page.get_text(" ", strip=True).split(),
        "title": [one.get_text() for one in page.select("title, h1")],
        "links": [re.sub(r"^\./", "", str(one["href"])) for one in page.select("[href]")],
        "anchors": [one["id"] for one in page.select("[id]")],
        "meta": [one.get("content") for one in page.select("meta")],
        "running": [one.get("data-running") for one in page.select("html")],
    }


def test_other_builders_make_the_same_pages(sites: tuple[Path, Path]):
    """Page by page, frame and content: the same text, titles, links, anchors, descriptions and policy."""
    site, other_site = sites
    ours = {path.relative_to(site) for path in site.rglob("*.html")}
    assert ours == {path.relative_to(other_site) for path in other_site.rglob("*.html")} and len(ours) > 60
    for path in sorted(ours):
        if (site / path).read_bytes() == (other_site / path).read_bytes():
            continue  # reading what they say takes long
        one, other = what_it_says(read(site / path)), what_it_says(read(other_site / path))
        for what, said in one.items():
            assert said == other[what], f"{path}: {what}"


def test_other_builders_make_the_same_files(sites: tuple[Path, Path]):
    """Nothing more and nothing less than MkDocs: downloads, PDF files, search, scripts, compressed copies."""
    site, other_site = sites
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(other_site).as_posix() for path in other_site.rglob("*") if path.is_file()}
    assert {"ke-hoach.pdf", "du-lieu/money.csv", "du-an/giam-ngheo-2-1.pdf", "index.html.gz"} <= files


@pytest.mark.parametrize("name", LOOKED_AT)
def test_other_builders_make_the_same_looks(sites: tuple[Path, Path], window: Window, name: str):
    """A page looks the same to the last pixel, on a phone."""
    page = window(viewport={"width": 360, "height": 800})
    shown = []
    for folder in sites:
        page.goto((folder / f"{name}.html").as_uri())
        page.wait_for_selector(".colours")
        shown.append(page.screenshot(full_page=True))
    assert shown[0] == shown[1]


def test_the_line_that_the_end_of_material_asks_for_changes_no_frame(site: Path, own_theme_site: Path):
    """With the theme of the engine MkDocs too makes the same bytes around a page's content, but for the version."""
    version = re.compile(r"Phiên bản [^.<]*|[0-9a-f]{10}\.js|<article>.*</article>", re.DOTALL)
    for name in LOOKED_AT:
        one, two = ((folder / f"{name}.html").read_text(encoding="utf-8") for folder in (site, own_theme_site))
        assert version.sub("", one) == version.sub("", two) and "<article>" in one


def test_zensical_alone_leaves_pages_that_can_be_read(zensical_alone: Path):
    """Before `programme finish` a page has its words, its navigation and its list of contents."""
    page = read(zensical_alone / "du-an/giam-ngheo-2-1.html")
    assert page.select_one("main h1") and page.select_one("nav.tabs li:nth-child(3) a[aria-current]")
    assert page.select_one("nav.toc li")


def test_zensical_with_the_line_of_mkdocs_makes_no_site_of_ours(tmp_path: Path):
    """With `name: material` it builds in a frame of its own, without a fault; `finish` says which line to change."""
    plan = copied(tmp_path / "plan", SECOND)
    script = Path(sys.executable).parent / "zensical"
    environment = {**os.environ, "SITE_URL": SITE_URL, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [script, "build", "--strict"], cwd=plan, env=environment, capture_output=True, text=True, timeout=WAIT
    )
    assert (done.returncode, "No issues found" in done.stdout + done.stderr) == (0, True), done.stdout + done.stderr
    finished = run("programme", "finish", "site", cwd=plan)
    assert finished.returncode == 1 and "“name: material” thành “name: programme”" in finished.stderr
    assert not (plan / "site/ke-hoach.pdf").exists()


@pytest.mark.parametrize("plan", [SECOND, ROOT], ids=["second", "root"])
def test_the_readme_says_which_builder_takes_which_line(plan: Path):
    """The plans here have the line of MkDocs and ProperDocs, and the table gives Zensical the other."""
    assert "\ntheme:\n  name: material\n" in (plan / "mkdocs.yml").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) [\d.]+ \| `(\w+)` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [("MkDocs", "material"), ("ProperDocs", "material"), ("Zensical", "programme")]
