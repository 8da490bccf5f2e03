"""Pages printed by a real Chromium: sheets that can be filed."""

from __future__ import annotations

import copy
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from conftest import SITE_URL
from playwright.sync_api import Browser

from programme import Programme
from programme.accept.paper import NOT_ON_PAPER

A4 = (595, 842)  # points
ON_ITS_SIDE = {"phan-cong"}
"""The pages with sheets on their side, for a wide table."""
KINDS = (
    "index", "du-an/index", "du-an/2", "du-an/3-2", "du-an/3", "du-an/7-2", "doi-tuong/ho-ngheo",
    "co-quan/phong-ldtbxh", "co-quan/ubnd-xa-thi-tran", "co-quan/ubnd-xa-ngu-loc", "van-ban/qd-1185-2023",
    "kinh-phi", "phan-cong", "bao-cao", "muc-tieu", "thuat-ngu", "toan-van", "ho-tro", "hien-nay", "huong-dan/khoa",
    "doi-tuong/index", "du-lieu", "khong-co-trong-ke-hoach",
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
    """Every sheet is A4, has the running title in one line and "Trang x/y"; the last holds more than a line or two."""
    path = printed(name)
    sizes = set(re.findall(r"size: +([\d.]+) x ([\d.]+) pts", tool("pdfinfo", "-l", "99", str(path))))
    upright = {(round(float(w)), round(float(h))) for w, h in sizes} - ({A4[::-1]} if name in ON_ITS_SIDE else set())
    assert upright == {A4}
    found = sheets(path)
    for number, text in enumerate(found, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-1] == f"Trang {number}/{len(found)}", name
        assert lines[0].endswith("Giảm nghèo Hậu Lộc 2023"), lines[0]
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


@pytest.mark.parametrize("name", KINDS)
def test_no_word_is_lost_on_paper(printed, pages: dict[str, BeautifulSoup], name: str):
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


def test_every_row_of_every_table_is_on_paper(site: Path, browser: Browser):
    """On all pages: each row has a height in print, also the one that leads a project."""
    page = browser.new_page()
    page.emulate_media(media="print")
    rows = 0
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        heights = page.eval_on_selector_all("tr", "all => all.map(one => one.getBoundingClientRect().height)")
        assert all(height > 5 for height in heights), path
        rows += len(heights)
    assert rows > 300
    page.close()


def test_the_running_title_needs_no_script(site: Path, browser: Browser, tmp_path: Path):
    """Without scripts every sheet names its page; a long title is cut at a word, to stay in one line."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / "du-an/1-1.html").as_uri())
    page.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
    for sheet in sheets(tmp_path / "one.pdf"):
        first = sheet.strip().splitlines()[0]
        assert re.fullmatch(r"Tiểu dự án 1, Dự án 1: [^…]+… – Giảm nghèo Hậu Lộc 2023", first)
    page.context.close()


@pytest.mark.parametrize("name", ["kinh-phi", "co-quan/phong-ktht", "du-an/3", "phan-cong"])
def test_all_letters_of_a_sheet_are_of_one_family(printed, name: str):
    """Vietnamese letters are in the same family as the others, also where there is no Times New Roman."""
    fonts = [line.split()[0] for line in tool("pdffonts", str(printed(name))).splitlines()[2:]]
    families = {re.sub(r"^[A-Z]{6}\+|-.*|PS.*", "", font) for font in fonts} - {"Symbol"}
    assert len(families) == 1, fonts


@pytest.mark.parametrize("name", [*KINDS, "co-quan/phong-ktht", "co-quan/ubnd-huyen"])
def test_no_heading_ends_a_sheet(printed, pages: dict[str, BeautifulSoup], name: str):
    """A heading or the head of a table has something of its own below it on the same sheet."""
    page = pages[f"{name}.html"]
    heads = {letters(one.get_text()).removesuffix("#") for one in page.select("h2, h3, h4, h5, caption, thead tr")}
    for sheet in sheets(printed(name)):
        lines = [line for line in sheet.splitlines() if line.strip()]
        assert letters(lines[-2]) not in heads, lines[-2]


@pytest.mark.parametrize(
    ("name", "short"),
    [("kinh-phi", "KTHT"), ("bao-cao", "LĐTBXH"), ("co-quan/index", "MTTQ"), ("co-quan/hdnd-huyen", "HĐND"),
     ("co-quan/ubnd-tinh", "UBND"), ("co-quan/mttq-huyen", "MTTQ"), ("phan-cong", "NN&PTNT")],
)  # fmt: skip
def test_a_short_form_in_a_name_is_spelled_out_on_paper(printed, programme: Programme, name: str, short: str):
    """Names, captions and titles hold short forms that no button explains: each is spelled out, once."""
    text = " ".join(" ".join(sheets(printed(name))).split())
    (full,) = (one.full for one in programme.data.abbreviations if one.short == short)
    assert text.count(f"{short}: {full}") == 1


def test_a_source_stands_beside_its_heading_not_on_it(browser: Browser, site: Path):
    """On one line with it, at the right edge, without touching its words."""
    page = browser.new_page(viewport={"width": 612, "height": 900})
    page.emulate_media(media="print")
    page.goto((site / "du-an/2.html").as_uri())
    pairs = page.evaluate("""() => [...document.querySelectorAll('.clause-source')].map(one => {
        const range = document.createRange()
        const box = (what) => (range.selectNodeContents(what), range.getBoundingClientRect())
        const heading = box(one.closest('section').previousElementSibling.firstChild), source = box(one)
        return [heading.right, source.left, source.right, heading.bottom - source.top, source.bottom - heading.top]
    })""")
    assert len(pairs) >= 5
    for heading_right, left, right, *overlap in pairs:
        assert heading_right < left and right > 590 and min(overlap) > 0
    page.close()


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


@pytest.mark.parametrize("name", ["kinh-phi", "bao-cao", "co-quan/phong-ldtbxh", "van-ban/index", "huong-dan/khoa"])
def test_no_table_is_cut_at_the_edge(browser: Browser, site: Path, name: str):
    """In print no table is wider than the sheet's text: 162 mm."""
    page = browser.new_page(viewport={"width": 612, "height": 900})  # 162 mm at 96 dots an inch
    page.emulate_media(media="print")
    page.goto((site / f"{name}.html").as_uri())
    widths = page.eval_on_selector_all("table", "all => all.map(one => one.getBoundingClientRect().right)")
    assert widths and max(widths) <= 612
    page.close()


def test_a_table_over_two_sheets_repeats_its_head(printed):
    """The table of keys goes over several sheets; each names the columns."""
    with_head = [text for text in sheets(printed("huong-dan/khoa")) if "Gọi là" in text and "Ví dụ đúng" in text]
    assert len(with_head) >= 3


def test_nothing_of_the_screen_is_printed(printed):
    """No navigation, buttons or forms; short forms of bodies are spelled out once."""
    text = " ".join(" ".join(sheets(printed("co-quan/phong-ldtbxh"))).split())
    for word in (
        "Điều đã thay đổi",
        "Tới nội dung",
        "Tìm hỗ trợ",
        "In trang này",
        "Báo sai sót",
        "Trong trang này",
        "Sao chép",
    ):
        assert word not in text
    assert text.count("UBND: Ủy ban nhân dân") == 1
