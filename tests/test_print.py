"""Pages printed by a real Chromium: sheets that can be filed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import SITE_URL
from playwright.sync_api import Browser

from programme import Programme

A4 = (595, 842)  # points
KINDS = (
    "index", "du-an/index", "du-an/2", "du-an/3-2", "du-an/3", "du-an/7-2", "doi-tuong/ho-ngheo",
    "co-quan/phong-ldtbxh", "co-quan/ubnd-xa-thi-tran", "co-quan/ubnd-xa-ngu-loc", "van-ban/qd-1185-2023",
    "kinh-phi", "phan-cong", "bao-cao", "muc-tieu", "thuat-ngu", "toan-van", "ho-tro", "hien-nay", "huong-dan/khoa",
)  # fmt: skip


def tool(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def letters(text: str) -> str:
    """Text without spaces, dashes of lists and line ends: what must be on paper."""
    return re.sub(r"[\s•◦■▪–-]+", "", text)


@pytest.fixture(scope="module")
def printed(site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Print a page as a browser does; the PDF's path."""
    folder = tmp_path_factory.mktemp("printed")
    done: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in done:
            page = browser.new_page()
            page.goto((site / f"{name}.html").as_uri())
            done[name] = folder / f"{name.replace('/', '_')}.pdf"
            page.pdf(path=done[name], prefer_css_page_size=True)
            page.close()
        return done[name]

    return make


def sheets(path: Path) -> list[str]:
    return tool("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


def picture(path: Path, dots: int = 110) -> Path:
    """The first sheet as an image."""
    tool("pdftoppm", "-r", str(dots), "-png", "-singlefile", str(path), str(path.with_suffix("")))
    return path.with_suffix(".png")


@pytest.mark.parametrize("name", KINDS)
def test_a_page_prints_on_a4_with_title_and_page_numbers(printed, name: str):
    """Every sheet is A4, has the running title and "Trang x/y"; the last one is not left with a line or two."""
    path = printed(name)
    sizes = set(re.findall(r"size: +([\d.]+) x ([\d.]+) pts", tool("pdfinfo", "-l", "99", str(path))))
    assert {(round(float(w)), round(float(h))) for w, h in sizes} == {A4}
    found = sheets(path)
    for number, text in enumerate(found, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-1] == f"Trang {number}/{len(found)}", name
        assert "Giảm nghèo Hậu Lộc 2023" in " ".join(lines[:3]), lines[0]
    assert len(found) == 1 or len([line for line in found[-1].splitlines() if line.strip()]) >= 5, found[-1]


def test_a_project_takes_two_sheets_at_most_a_duty_sheet_three(printed, programme: Programme):
    """All projects and all bodies."""
    for node in programme.nodes:
        assert len(sheets(printed(f"du-an/{node.code.replace('.', '-')}"))) <= 2, node.code
    for agency in programme.data.agencies:
        assert len(sheets(printed(f"co-quan/{agency.id}"))) <= 3, agency.id


@pytest.mark.parametrize("name", ["du-an/3-2", "co-quan/phong-ldtbxh", "doi-tuong/ho-ngheo", "toan-van", "kinh-phi"])
def test_the_code_on_the_sheet_leads_to_the_page(printed, name: str):
    """The QR code, read from the printed sheet as a phone would, is the page's own address; it is in words too."""
    path = printed(name)
    decoded = tool("zbarimg", "--quiet", "--raw", str(picture(path))).strip()
    assert decoded == f"{SITE_URL}{name}.html"
    first = " ".join(sheets(path)[0].split())
    assert decoded in first
    assert "Bản tham khảo, không thay văn bản gốc" in first and re.search(r"Phiên bản dữ liệu: [0-9a-f]{8}", first)


@pytest.mark.parametrize("name", ["du-an/2", "co-quan/ubnd-xa-ngu-loc", "doi-tuong/ho-ngheo", "bao-cao", "toan-van"])
def test_no_word_is_lost_on_paper(printed, pages: dict[str, BeautifulSoup], name: str):
    """Every paragraph, item, fact and cell of the page is on its sheets, in the same words."""
    title = pages[f"{name}.html"].title.get_text()
    lines = tool("pdftotext", "-raw", str(printed(name)), "-").replace("\f", "").splitlines()
    # a paragraph over two sheets has a page number and a running title between its parts
    paper = letters("".join(line for line in lines if line != title and not re.fullmatch(r"Trang \d+/\d+", line)))
    body = pages[f"{name}.html"].select_one("article .body")
    checked = 0
    for part in body.select("p, li, dd, dt, td, th, caption, h2, h3, h4"):
        if part.find_parent(class_=["explanations", "home-of", "pager", "ways"]) or "home-of" in part.get("class", []):
            continue
        if part.find(["p", "li", "ul", "dl", "blockquote", "br"]) or not part.get_text(strip=True):
            continue
        text = letters(part.get_text()).removesuffix("#")
        assert text in paper, part.get_text()
        checked += 1
    assert checked > 20


@pytest.mark.parametrize("name", ["kinh-phi", "bao-cao", "phan-cong", "co-quan/phong-ldtbxh", "van-ban/index"])
def test_no_table_is_cut_at_the_edge(browser: Browser, site: Path, name: str):
    """In print no table is wider than the sheet's text: 162 mm."""
    page = browser.new_page(viewport={"width": 612, "height": 900})  # 162 mm at 96 dots an inch
    page.emulate_media(media="print")
    page.goto((site / f"{name}.html").as_uri())
    widths = page.eval_on_selector_all("table", "all => all.map(one => one.getBoundingClientRect().right)")
    assert widths and max(widths) <= 612
    page.close()


def test_a_table_over_two_sheets_repeats_its_head(printed):
    """The table of reports goes over a sheet's end; both parts name their columns."""
    with_head = [text for text in sheets(printed("bao-cao")) if "Nơi báo cáo" in text and "Báo cáo cho" in text]
    assert len(with_head) >= 2


def test_nothing_of_the_screen_is_printed(printed):
    """No navigation, buttons or forms; short forms of bodies are spelled out once."""
    text = " ".join(" ".join(sheets(printed("co-quan/phong-ldtbxh"))).split())
    for word in ("Tới nội dung", "Tìm hỗ trợ", "In trang này", "Báo sai sót", "Trong trang này", "Sao chép"):
        assert word not in text
    assert text.count("UBND: Ủy ban nhân dân") == 1
