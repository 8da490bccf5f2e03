"""The paper of Hậu Lộc's plan: its pages printed by a real Chromium, with all their words, on so many sheets."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from paper import A4, Printer, at_the_end, letters, sheets, sizes, tool
from playwright.sync_api import Browser
from support import some

from programme import Programme
from programme.accept.paper import NOT_ON_PAPER

ON_ITS_SIDE = {"phan-cong"}
"""The pages with sheets on their side, for a wide table."""
KINDS = some((
    "index", "du-an/index", "du-an/2", "du-an/3-2", "du-an/3", "du-an/7-2", "doi-tuong/ho-ngheo",
    "co-quan/phong-ldtbxh", "co-quan/ubnd-xa-thi-tran", "co-quan/ubnd-xa-ngu-loc", "van-ban/qd-1185-2023",
    "kinh-phi", "phan-cong", "bao-cao", "muc-tieu", "thuat-ngu", "toan-van", "ho-tro", "hien-nay", "huong-dan/khoa",
    "doi-tuong/index", "du-lieu", "khong-co-trong-ke-hoach",
), 12)  # fmt: skip
"""A page of each kind in the drill, twelve of them else."""


@pytest.fixture(scope="module")
def printed(site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printer]:
    with browser.new_page() as window:
        yield Printer(site, window, tmp_path_factory.mktemp("printed"))


@pytest.mark.parametrize("name", KINDS)
def test_a_page_prints_on_a4_with_title_and_page_numbers(printed: Printer, name: str):
    """Every sheet is A4, has the running title in one line and "Trang x/y"; the last holds more than a line or two."""
    path = printed(name)
    assert sizes(path) - ({A4[::-1]} if name in ON_ITS_SIDE else set()) == {A4}
    found = sheets(path)
    for number, text in enumerate(found, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-1] == f"Trang {number}/{len(found)}", name
        assert lines[0].endswith("Giảm nghèo Hậu Lộc 2023"), lines[0]
    assert len(found) == 1 or len([line for line in found[-1].splitlines() if line.strip()]) >= 5, found[-1]


def test_a_project_takes_two_sheets_at_most_a_duty_sheet_three(printed: Printer, programme: Programme):
    """All projects and all bodies in the drill, some of each else."""
    for code in some((node.code.replace(".", "-") for node in programme.nodes), 5):
        assert len(sheets(printed(f"du-an/{code}"))) <= 2, code
    for agency in some((one.id for one in programme.data.agencies), 8):
        assert len(sheets(printed(f"co-quan/{agency}"))) <= 3, agency


@pytest.mark.parametrize("name", KINDS)
def test_no_word_is_lost_on_paper(printed: Printer, pages: dict[str, BeautifulSoup], name: str):
    """Every paragraph, item, fact and cell of the page is on its sheets, in the same words, on every kind of page."""
    page = pages[f"{name}.html"]
    running = page.html["data-running"]
    lines = tool("pdftotext", "-raw", str(printed(name)), "-").replace("\f", "").splitlines()
    # a paragraph over two sheets has a page number and a running title between its parts
    paper = letters("".join(line for line in lines if line != running and not re.fullmatch(r"Trang \d+/\d+", line)))
    hidden = set(map(id, page.select(NOT_ON_PAPER)))
    checked = 0
    for part in page.select_one("article .body").select("p, li, dd, dt, td, th, caption, h2, h3, h4"):
        if (
            any(id(one) in hidden for one in (part, *part.parents))
            or part.has_attr("hidden")
            or part.find_parent(hidden=True)
        ):
            continue
        if part.find(["p", "li", "ul", "dl", "blockquote", "br"]) or not part.get_text(strip=True):
            continue
        part = copy.copy(part)
        for one in part.select(".screen, .headerlink"):
            one.extract()
        text = letters(part.get_text()).removesuffix("#")
        assert text in paper, part.get_text()
        checked += 1
    assert checked > 10


@pytest.mark.parametrize("name", [*KINDS, "co-quan/phong-ktht", "co-quan/ubnd-huyen"])
def test_no_heading_ends_a_sheet(printed: Printer, pages: dict[str, BeautifulSoup], name: str):
    """A heading or the head of a table has something of its own below it on the same sheet."""
    assert at_the_end(printed(name), pages[f"{name}.html"]) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [("kinh-phi", "HĐND"), ("bao-cao", "LĐTBXH"), ("co-quan/index", "MTTQ"), ("co-quan/hdnd-huyen", "HĐND"),
     ("co-quan/ubnd-tinh", "UBND"), ("co-quan/mttq-huyen", "MTTQ"), ("phan-cong", "NN&PTNT")],
)  # fmt: skip
def test_a_short_form_in_a_name_is_spelled_out_on_paper(printed: Printer, programme: Programme, name: str, short: str):
    """Names, captions and titles hold short forms that no button explains: each is spelled out, once."""
    text = " ".join(" ".join(sheets(printed(name))).split())
    (full,) = (one.full for one in programme.data.abbreviations if one.short == short)
    assert text.count(f"{short}: {full}") == 1


def test_the_matrix_breaks_no_word(browser: Browser, site: Path):
    """On its side, in 9 points at least, every column is as wide as its longest word."""
    page = browser.new_page(viewport={"width": 941, "height": 612})  # 249 mm
    page.emulate_media(media="print")
    page.goto((site / "phan-cong.html").as_uri())
    wider = page.eval_on_selector_all(
        ".matrix :is(th, td)", "all => all.filter(c => c.scrollWidth > c.clientWidth + 1).length"
    )
    size = page.eval_on_selector(".matrix td a", "one => parseFloat(getComputedStyle(one).fontSize) * 0.75")
    wraps = page.eval_on_selector(".matrix td", "one => getComputedStyle(one).overflowWrap")
    assert (wider, wraps) == (0, "normal") and size >= 9
    page.close()
