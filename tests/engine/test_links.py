"""Links in raw HTML, which no builder looks at, are looked at in every strict build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import SITE_URL, run
from wrong_pages import add, edit

from programme.built import links
from programme.built.page import read_pages


def test_a_good_site_has_no_broken_link(site: Path):
    """Every link of the made-up plan's pages leads somewhere, to the place it names."""
    assert list(links.broken(read_pages(site), site)) == []


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (
            add("index.html", '<a class="x" href="khong-co.html">x</a>'),
            ("index", "liên kết không tới đâu: khong-co.html"),
        ),
        (add("index.html", '<img src="a.png">'), ("index", "liên kết không tới đâu: a.png")),
        (add("index.html", '<a href="../x.html">x</a>'), ("index", "liên kết không tới đâu: ../x.html")),
        (add("index.html", '<a href="#khong-co">x</a>'), ("index", "liên kết không có chỗ tới: #khong-co")),
        (
            add("du-an/index.html", '<a href="../kinh-phi.html#c&amp;d">x</a>'),
            ("du-an/index", "liên kết không có chỗ tới: ../kinh-phi.html#c&amp;d"),
        ),
        (add("404.html", '<a href="index.html">x</a>'), ("404", "liên kết không tới đâu: index.html")),
        (
            edit("kinh-phi.html", 'id="theo-du-an"', 'id="mat"'),
            ("kinh-phi", "liên kết không có chỗ tới: #theo-du-an"),
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_found(
    site: Path, tmp_path: Path, spoil: Callable[[Path], None], found: tuple[str, str]
):
    """To no page, no picture, out of the site, to no place on a page; its page is named."""
    shutil.copytree(site, tmp_path / "bad")
    spoil(tmp_path / "bad")
    assert found in list(links.broken(read_pages(tmp_path / "bad"), tmp_path / "bad"))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="kinh-phi.html#theo-du-an">x</a>',
        '<a href="ho-tro.html#a=1">x</a>',
        '<a href="https://x.example/khong-co">x</a>',
        '<a href="mailto:a@b.example">x</a>',
        '<a href="tel:113">x</a>',
        '<a href="du-lieu/ke-hoach.xlsx">x</a>',
    ],
)
def test_a_link_that_leads_somewhere_is_none(site: Path, tmp_path: Path, html: str):
    """To a place, to choices that a script reads, to another site, to a letter, to a file."""
    shutil.copytree(site, tmp_path / "good")
    add("index.html", html)(tmp_path / "good")
    assert list(links.broken(read_pages(tmp_path / "good"), tmp_path / "good")) == []


def test_a_strict_build_stops_at_one(copy: Path, tmp_path: Path):
    """A note by hand with HTML of its own: the page file, the link; without `--strict` the site is built."""
    page = copy / "docs/muc-tieu.md"
    note = '\n<p>Xem <a href="kinh-phi.html#khong-co">kinh phí</a>.</p>\n'
    page.write_text(page.read_text(encoding="utf-8") + note, encoding="utf-8")
    command = ("mkdocs", "build", "--site-dir", str(tmp_path / "site"))
    done = run(*command, "--strict", cwd=copy, SITE_URL=SITE_URL)
    assert done.returncode == 1
    assert "docs/muc-tieu.md: liên kết không có chỗ tới: kinh-phi.html#khong-co" in done.stderr + done.stdout
    assert run(*command, "--no-strict", cwd=copy, SITE_URL=SITE_URL).returncode == 0
