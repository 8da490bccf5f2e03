"""Pages of any plan, printed by a real Chromium: sheets that can be filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from paper import A4, Printer, at_the_end, picture, sheets, sizes, tool
from playwright.sync_api import Browser
from screens import Window
from support import SITE_URL

from programme import Programme

ON_ITS_SIDE = {"phan-cong"}
"""The pages with sheets on their side, for a wide table."""
PRINTED = (
    "index", "du-an/index", "du-an/giam-ngheo-2-1", "doi-tuong/gia-dinh-ngheo", "co-quan/phong-kinh-te", "kinh-phi",
    "phan-cong", "bao-cao", "toan-van", "huong-dan/khoa",
)  # fmt: skip


@pytest.fixture(scope="module")
def printed(site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printer]:
    with browser.new_page() as window:
        yield Printer(site, window, tmp_path_factory.mktemp("printed"))


@pytest.mark.parametrize("name", PRINTED)
def test_a_page_prints_on_a4_with_title_and_page_numbers(printed: Printer, pages: dict[str, BeautifulSoup], name: str):
    """Every sheet is A4, has the running title in one line and "Trang x/y"; no heading ends it."""
    path = printed(name)
    assert sizes(path) - ({A4[::-1]} if name in ON_ITS_SIDE else set()) == {A4}
    found = sheets(path)
    for number, text in enumerate(found, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-1] == f"Trang {number}/{len(found)}"
        assert lines[0].endswith("Kế hoạch thử")
    assert at_the_end(path, pages[f"{name}.html"]) == []


@pytest.mark.parametrize(
    "name", ["du-an/giam-ngheo-2-1", "co-quan/phong-kinh-te", "doi-tuong/gia-dinh-ngheo", "toan-van"]
)
def test_the_code_on_the_sheet_leads_to_the_page(printed: Printer, name: str):
    """The QR code, read from the printed sheet as a phone would, is the page's own address; it is in words too."""
    path = printed(name)
    decoded = tool("zbarimg", "--quiet", "--raw", str(picture(path))).strip()
    assert decoded == f"{SITE_URL}{name}.html"
    first = " ".join(sheets(path)[0].split())
    assert decoded in first
    assert "Bản tham khảo, không thay văn bản gốc" in first and re.search(r"Phiên bản của trang: [0-9a-f]{8}", first)


def test_every_row_of_every_table_is_on_paper(site: Path, browser: Browser):
    """On all pages: each row has a height in print, also the one that leads a project."""
    page = browser.new_page()
    page.emulate_media(media="print")
    rows = 0
    for path in sorted(site.rglob("*.html")):
        if "<tr" not in path.read_text(encoding="utf-8"):
            continue  # opening a page takes long, and most have no table
        page.goto(path.as_uri())
        heights = page.eval_on_selector_all("tr", "all => all.map(one => one.getBoundingClientRect().height)")
        assert all(height > 5 for height in heights), path
        rows += len(heights)
    assert rows > 200
    page.close()


def test_the_running_title_needs_no_script(site: Path, browser: Browser, tmp_path: Path):
    """Without scripts every sheet names its page; a long title is cut at a word, to stay in one line."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / "du-an/giam-ngheo-2-1.html").as_uri())
    page.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
    for sheet in sheets(tmp_path / "one.pdf"):
        first = sheet.strip().splitlines()[0]
        assert first == "Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử): Nuôi… – Kế hoạch thử"
    page.context.close()


@pytest.mark.parametrize("name", ["kinh-phi", "co-quan/phong-kinh-te", "du-an/giam-ngheo-2-1", "phan-cong"])
def test_all_letters_of_a_sheet_are_of_one_family(printed: Printer, name: str):
    """Vietnamese letters are in the same family as the others, also where there is no Times New Roman."""
    fonts = [line.split()[0] for line in tool("pdffonts", str(printed(name))).splitlines()[2:]]
    families = {re.sub(r"^[A-Z]{6}\+|-.*|PS.*", "", font) for font in fonts} - {"Symbol"}
    assert len(families) == 1, fonts


@pytest.mark.parametrize(
    ("name", "short"),
    [("kinh-phi", "UBND"), ("bao-cao", "KT&ĐT"), ("co-quan/hdnd-tinh", "HĐND"), ("phan-cong", "VHXH")],
)
def test_a_short_form_in_a_name_is_spelled_out_on_paper(printed: Printer, programme: Programme, name: str, short: str):
    """Names, captions and titles hold short forms that no button explains: each is spelled out, once."""
    text = " ".join(" ".join(sheets(printed(name))).split())
    (full,) = (one.full for one in programme.data.abbreviations if one.short == short)
    assert text.count(f"{short}: {full}") == 1


def test_a_source_stands_beside_its_heading_not_on_it(window: Window, site: Path):
    """On one line with it, at the right edge, without touching its words."""
    page = window(viewport={"width": 612, "height": 900})
    page.emulate_media(media="print")
    page.goto((site / "du-an/giam-ngheo-2-1.html").as_uri())
    pairs = page.evaluate("""() => [...document.querySelectorAll('.clause-source')].map(one => {
        const range = document.createRange()
        const box = (what) => (range.selectNodeContents(what), range.getBoundingClientRect())
        const heading = box(one.closest('section').previousElementSibling.firstChild), source = box(one)
        return [heading.right, source.left, source.right, heading.bottom - source.top, source.bottom - heading.top]
    })""")
    assert len(pairs) == 5
    for heading_right, left, right, *overlap in pairs:
        assert heading_right < left and right > 590 and min(overlap) > 0


@pytest.mark.parametrize("name", ["kinh-phi", "bao-cao", "du-an/index", "van-ban/index", "huong-dan/khoa"])
def test_no_table_is_cut_at_the_edge(window: Window, site: Path, name: str):
    """In print no table is wider than the sheet's text: 162 mm."""
    page = window(viewport={"width": 612, "height": 900})  # 162 mm at 96 dots an inch
    page.emulate_media(media="print")
    page.goto((site / f"{name}.html").as_uri())
    widths = page.eval_on_selector_all("table", "all => all.map(one => one.getBoundingClientRect().right)")
    assert widths and max(widths) <= 612


def test_a_table_over_two_sheets_repeats_its_head(printed: Printer):
    """The table of keys goes over several sheets; each names the columns."""
    with_head = [text for text in sheets(printed("huong-dan/khoa")) if "Gọi là" in text and "Ví dụ đúng" in text]
    assert len(with_head) >= 3


def test_nothing_of_the_screen_is_printed(printed: Printer):
    """No navigation, buttons or forms; short forms of bodies are spelled out once."""
    text = " ".join(" ".join(sheets(printed("co-quan/phong-kinh-te"))).split())
    for word in (
        "đến nay", "Tới nội dung", "Tìm hỗ trợ", "In trang này", "Báo sai sót", "Trong trang này", "Sao chép",
    ):  # fmt: skip
        assert word not in text
    assert text.count("UBND: Ủy ban nhân dân") == 1
