"""What a build finds kept from builds before: the same bytes as from nothing, and only what changed is made."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from pathlib import Path
from random import Random

import pytest
from stored import held
from support import SECOND, SITE_URL, WHOLE, contents, copied, run, without_total

from programme import FindingsError, cache, check
from programme.render.rendered import Call, Rendered
from programme.render.renderer import Renderer

EDITS = 100 if WHOLE else 2


def build(plan: Path, site: Path, kept: Path) -> dict[str, bytes]:
    """Build a plan, with what is kept in a folder; the files of the site."""
    shutil.rmtree(site, ignore_errors=True)
    done = run(
        "mkdocs", "build", "--strict", "--site-dir", str(site), cwd=plan, SITE_URL=SITE_URL, PROGRAMME_CACHE=str(kept)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(site)


def _digit(random: Random, text: str) -> str:
    at = random.choice([found.start() for found in re.finditer(r"[1-8]", text)])
    return text[:at] + str(int(text[at]) + 1) + text[at + 1 :]


def _word(random: Random, text: str) -> str:
    words = list(re.finditer(r"(?<= )[a-zà-ỹđ]{3,}(?= )", text))
    one, other = random.choice(words), random.choice(words)[0]
    return text[: one.start()] + other + text[one.end() :]


def _line_less(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return "".join(lines)


def _note(random: Random, text: str) -> str:
    return f"{text}\n<p>Ghi chú {random.randrange(1000)}.</p>\n\n## Ghi chú {random.randrange(9)}\n"


def edit(random: Random, plan: Path) -> str:
    """Change one file of a plan so that it may still be published; which, and how."""
    files = [*sorted((plan / "data").rglob("*.yaml")), *sorted((plan / "docs").rglob("*.md"))]
    while True:
        path = random.choice(files)
        change = _note if path.suffix == ".md" else random.choice([_digit, _word, _line_less])
        before = path.read_text(encoding="utf-8")
        try:
            path.write_text(change(random, before), encoding="utf-8")
            check(plan)
            return f"{change.__name__} in {path.relative_to(plan)}"
        except (FindingsError, IndexError):
            path.write_text(before, encoding="utf-8")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the made-up plan, without a stated total, its site built from nothing, and what was kept then."""
    folder = tmp_path_factory.mktemp("first")
    build(without_total(copied(folder / "plan", SECOND)), folder / "site", folder / "kept")
    return folder


@pytest.fixture
def begun(first: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to be edited and built in."""
    return shutil.copytree(first, tmp_path / "begun")


def test_after_edits_a_site_is_the_same_to_the_byte_as_one_from_nothing(begun: Path, tmp_path: Path):
    """Numbers, words, lines that go, notes on pages, one after another; every file of the site is compared."""
    random = Random(2026)
    plan, kept, empty = begun / "plan", begun / "kept", tmp_path / "empty"
    for number in range(EDITS):
        done = edit(random, plan)
        shutil.rmtree(empty, ignore_errors=True)
        empty.mkdir()
        shutil.copy(kept / "bundles.db", empty)
        warm, clean = build(plan, tmp_path / "warm", kept), build(plan, tmp_path / "clean", empty)
        others = sorted(name for name in warm.keys() | clean.keys() if warm.get(name) != clean.get(name))
        assert others == [], (number, done)


def test_an_edit_changes_the_files_that_say_it(begun: Path):
    """Words of one duty: the pages that quote them and their sheets; no page or sheet besides is another one."""
    plan, before = begun / "plan", contents(begun / "site")
    path = plan / "data/projects/gn-3.yaml"
    text = path.read_text(encoding="utf-8")
    assert "Vận động người đi học." in text
    path.write_text(text.replace("Vận động người đi học.", "Vận động người ta đi học."), encoding="utf-8")
    after = build(plan, begun / "site", begun / "kept")
    others = {name for name in after if after[name] != before.get(name)}
    pages = sorted(name.removesuffix(".html") for name in others if name.endswith(".html"))
    assert pages == PAGES
    assert sorted(name.removesuffix(".pdf") for name in others if name.endswith(".pdf")) == SHEETS
    assert sorted(name.removesuffix(".json") for name in others if name.endswith(".json")) == DATA


PAGES = ["co-quan/phong-van-hoa", "du-an/giam-ngheo-3", "gioi-thieu", "toan-van"]
DATA = ["co-quan/phong-van-hoa", "du-an/giam-ngheo-3", "du-lieu/datapackage", "du-lieu/ke-hoach"]
SHEETS = ["co-quan/phong-van-hoa", "du-an/giam-ngheo-3", "ke-hoach"]


# -- pages that are rendered once ---------------------------------------------------------


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    return tmp_path


def test_a_page_is_rendered_once_for_the_same_data(kept: Path, programme, monkeypatch: pytest.MonkeyPatch):
    """The second time it is read; another name of the site makes it another page."""
    call = Call("agency", "tram-y-te")

    def page(name: str) -> str:
        rendered = Rendered(Renderer(programme, site_name=name), SECOND / "data")
        rendered.ahead([call])
        return rendered.page(call)

    first = page("Một")
    assert first == Renderer(programme).agency("tram-y-te") and "Trạm Y tế" in first
    monkeypatch.setattr(Renderer, "agency", lambda *_: "made again")
    assert (page("Một"), page("Hai")) == (first, "made again")


def test_pages_are_rendered_by_several_processes(kept: Path, programme, monkeypatch: pytest.MonkeyPatch):
    """What another process rendered is found; one that cannot be rendered stops none but itself."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # those of the tests touch nothing of ours
    own: list[str] = []
    agency = Renderer.agency

    def noted(renderer: Renderer, id: str) -> str:
        own.append(id)
        return agency(renderer, id)

    monkeypatch.setattr(Renderer, "agency", noted)
    rendered = Rendered(Renderer(programme), SECOND / "data")
    ids = [one.id for one in programme.data.agencies]
    rendered.ahead([Call("agency", id) for id in ids * 4])
    lists = 2  # which page is which: of the other process, and of both
    assert len(held(kept, "rendered")) == len(ids) + lists and len(own) < len(ids) * 4
    own.clear()
    assert "Trạm Y tế" in rendered.page(Call("agency", "tram-y-te")) and own == []
    rendered.ahead([Call("agency", f"khong-co-{number}") for number in range(60)])
    with pytest.raises(KeyError, match="khong-co-1"):
        rendered.page(Call("agency", "khong-co-1"))


def test_work_beside_is_waited_for(kept: Path, monkeypatch: pytest.MonkeyPatch):
    """What another process keeps is there once it was waited for; one that fails leaves nothing, and says nothing."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # those of the tests touch nothing of ours
    # it takes its time, so that whoever does not wait for it finds nothing
    wait = cache.beside(lambda: (time.sleep(0.2), cache.keep("pdf", "x", b"made")))
    wait()
    assert cache.found("pdf", "x") == b"made"
    cache.beside(lambda: 1 / 0)()
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    cache.beside(lambda: cache.keep("pdf", "y", b"made"))()
    assert cache.found("pdf", "y") is None
