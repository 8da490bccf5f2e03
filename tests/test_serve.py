"""`make serve`: a changed fact appears by itself, a bad edit never breaks what is shown."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, expect

FILE = Path("data/projects/du-an-2.yaml")
WAIT = 20_000  # ms: a bound for a slow machine, not a measurement


@pytest.fixture
def served(copy: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The server on a copy of the project: its address and its process."""
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "tools" / "serve.py"), "--port", "0", "--root", str(copy)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    address = server.stdout.readline().split()[3].rstrip("/")
    assert "Đã dựng xong" in server.stdout.readline()
    yield address, server
    server.terminate()
    server.communicate()


def change(root: Path, old: str, new: str, file: Path = FILE) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_open_page_follows_the_data(served, copy: Path, browser: Browser):
    """A changed fact appears in the open page; a bad edit shows what is wrong and keeps the page; mending it is enough.

    The same for a template and for a module of the package: nothing stays stale.
    """
    address, server = served
    page = browser.new_page()
    page.goto(f"{address}/du-an/2")
    article, alert = page.locator("article"), page.get_by_role("alert")
    expect(article).to_contain_text("3.051 triệu đồng")

    change(copy, "3.051 triệu đồng", "3.100 triệu đồng")
    expect(article).to_contain_text("3.100 triệu đồng", timeout=WAIT)
    expect(article).to_contain_text("8.394 triệu đồng")  # the total follows
    assert "Đã dựng xong lần 2" in server.stdout.readline()  # the whole site too

    change(copy, "3.100 triệu đồng", "3.100 trieu")
    expect(alert).to_contain_text("data/projects/du-an-2.yaml:", timeout=WAIT)
    expect(article).to_contain_text("3.100 triệu đồng")
    page.reload()
    expect(article).to_contain_text("3.100 triệu đồng")
    expect(alert).to_contain_text("không đọc được số tiền nào")

    change(copy, "3.100 trieu", "3.200 triệu đồng")
    expect(article).to_contain_text("3.200 triệu đồng", timeout=WAIT)
    expect(alert).to_be_hidden()

    change(copy, "Mã trong Chương trình", "Mã số của Chương trình", Path("templates/project.md"))
    expect(article).to_contain_text("Mã số của Chương trình", timeout=WAIT)

    change(copy, '"lead", "Chủ trì"', '"lead", "Đứng đầu"', Path("programme/vocabulary.py"))
    expect(article).to_contain_text("Đứng đầu", timeout=WAIT)
    page.close()


def test_a_project_that_cannot_be_built_at_first_is_waited_for(copy: Path, browser: Browser):
    """Started on bad data, the server says what is wrong and shows the site once it is mended."""
    change(copy, "3.051 triệu đồng", "3.051 trieu")
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "tools" / "serve.py"), "--port", "0", "--root", str(copy)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split()[3]
        assert "data/projects/du-an-2.yaml:" in server.stdout.readline()
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_role("alert")).to_contain_text("không đọc được số tiền nào", timeout=WAIT)
        change(copy, "3.051 trieu", "3.051 triệu đồng")
        expect(page.locator("article h1")).to_be_visible(timeout=WAIT)
        page.close()
    finally:
        server.terminate()
        server.communicate()
