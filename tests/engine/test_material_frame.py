"""Material's own frame (`programme: {frame: material}`): its navigation, colours and search, our content."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.config import load_config
from paper import Printer, sheets, sizes
from playwright.sync_api import Browser, Page, expect
from sampled import Sampled
from support import KINDS, SECOND, SITE_URL, built, commanded, copied, run, served, spoiled

from programme import Programme, frame
from programme.accept import access, paper
from programme.accept.site import Site
from programme.built import verify
from programme.built.site import built_site
from programme.frame.material import complete
from programme.history.change_log import UNKNOWN
from programme.history.git import Version

CHOSEN = ("  - programme\n", "  - programme: {frame: material}\n")
DARK_PAPER, LIGHT_PAPER = "rgb(20, 24, 31)", "rgb(255, 255, 255)"
DARK_LINK, LIGHT_LINK = "rgb(143, 188, 240)", "rgb(27, 79, 138)"


@pytest.fixture(scope="session")
def site(alone: Path) -> Path:
    """The made-up plan, as a folder of its own, in the light frame."""
    return alone


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same plan in this frame."""
    return spoiled(copied(tmp_path_factory.mktemp("in-material") / "plan", SECOND), "mkdocs.yml", *CHOSEN)


@pytest.fixture(scope="session")
def framed(plan: Path) -> Path:
    """Its site: any warning fails the build."""
    return built(plan, plan.parent / "site")


@pytest.fixture(scope="session")
def there(framed: Path) -> Iterator[str]:
    """The site on a web server: its address, without a final slash."""
    with served(framed) as address:
        yield address


@pytest.fixture
def shown(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A page of the browser in a context of its own; the options are those of `new_context`."""
    contexts = []

    def page(**options: object) -> Page:
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield page
    for one in contexts:
        one.close()


def words(path: Path) -> str:
    """What a page is about, without what its frame puts among that: a list of contents, the version, scripts."""
    article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
    assert article is not None
    for one in article.select("nav.toc, p.about, script"):
        one.decompose()
    return " ".join(article.get_text(" ").split())


def test_a_page_says_what_it_says_in_the_light_frame(site: Path, framed: Path):
    """Each kind of page says the same in both frames, word by word; its version is that of its frame's article."""
    for kind in KINDS:
        one, other = (re.sub(r"(?<=của trang: )\w{8}", "", words(it / f"{kind}.html")) for it in (framed, site))
        assert one == other, kind
    assert "Tiểu dự án 1: Nuôi gà thả đồi" in words(framed / "du-an/giam-ngheo-2.html")


def test_properdocs_builds_it_too(plan: Path, framed: Path, tmp_path: Path):
    """Strictly, with the same words and the same search."""
    done = run("properdocs", "build", "--strict", "--site-dir", str(tmp_path), cwd=plan, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    assert words(tmp_path / "du-an/giam-ngheo-2-1.html") == words(framed / "du-an/giam-ngheo-2-1.html")
    index = "search/search_index.json"
    assert (tmp_path / index).read_bytes() == (framed / index).read_bytes()


def test_another_frame_is_refused(tmp_path: Path):
    """The words that may stand there are named, in Vietnamese."""
    root = spoiled(copied(tmp_path / "plan", SECOND), "mkdocs.yml", "  - programme\n", "  - programme: {frame: xanh}\n")
    done = run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=root)
    assert done.returncode == 1
    assert 'khung trang phải là light hoặc material, không phải "xanh".' in done.stdout + done.stderr


def test_the_steps_after_the_build_know_the_frame(programme: Programme, site: Path, framed: Path):
    """Material's files stay and there is no policy; the rest is made as ever, and may be published."""
    version = Version("1a2b3c4d", "2026-05-05")
    assert [built_site(one, version, UNKNOWN).frame for one in (site, framed)] == ["light", "material"]
    page = (framed / "du-an/giam-ngheo-2-1.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" not in page and "<!-- " not in page
    assert '<link rel="stylesheet" href="../assets/material.css">' in page
    assert list(framed.glob("assets/javascripts/bundle.*.min.js")) and not (site / "assets/javascripts").exists()
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    in_material = {path.relative_to(framed).as_posix() for path in framed.rglob("*") if path.is_file()}
    assert made - in_material == set()
    assert {"search/search_index.json.gz", "assets/material.css.gz"} <= in_material - made
    assert verify.problems(programme, framed) == []


def test_what_is_too_heavy_in_the_light_frame_may_stand_here(programme: Programme, framed: Path, tmp_path: Path):
    """A page is as heavy as Material makes it; a link that leads nowhere is found all the same."""
    page = tmp_path / "bao-cao.html"
    text = (framed / "bao-cao.html").read_text(encoding="utf-8")
    page.write_text(text + "".join(f"{one:x}" for one in range(60_000)), encoding="utf-8")
    found = [one for one in verify.problems(programme, tmp_path) if one.startswith("bao-cao.html")]
    assert any("liên kết không tới đâu" in one for one in found) and not any("nặng" in one for one in found)


def test_no_word_of_the_frame_is_foreign(framed: Path):
    """What Material says in English where its Vietnamese has gaps; nothing tells what made the site."""
    said = (framed / "index.html").read_text(encoding="utf-8")
    assert "Đang mở tìm kiếm" in said and "Tới nội dung" in said
    assert not [
        one for one in ("Initializing search", "Skip to content", ">Tabs<", "Made with", "404 -") if one in said
    ]
    missing = BeautifulSoup((framed / "404.html").read_text(encoding="utf-8"), "html.parser")
    assert missing.select_one("title").text == "Không có trang này – Kế hoạch thử"
    assert missing.select_one("h1").text == "Không có trang này"


def test_search_finds_in_vietnamese(framed: Path, there: str, shown: Callable[..., Page]):
    """Material's own search, made for Vietnamese, with what it says in Vietnamese."""
    assert json.loads((framed / "search/search_index.json").read_text(encoding="utf-8"))["config"]["lang"] == ["vi"]
    page = shown()
    page.goto(f"{there}/kinh-phi.html")
    page.get_by_role("textbox", name="Tìm kiếm").click()
    page.keyboard.type("bữa ăn cho trẻ nhỏ")
    expect(page.locator(".md-search-result__meta")).to_contain_text("tài liệu liên quan")
    # Not pressed: Material draws its results anew with each letter, and a press on one that goes is lost.
    first = page.locator(".md-search-result__link").first
    expect(first).to_contain_text("Bữa ăn cho trẻ nhỏ")
    expect(first).to_have_attribute("href", re.compile(r"/du-an/giam-ngheo-2-2\.html"))


def test_the_page_of_search_is_ours(there: str, shown: Callable[..., Page]):
    """/tim-kiem?q= answers without marks, and Material's search, which hears the same, does not open over it."""
    page = shown(viewport={"width": 360, "height": 740})
    page.goto(f"{there}/tim-kiem.html?q=bua an cho tre nho")
    results = page.locator(".search-results > li")
    expect(results.first).to_contain_text("Bữa ăn cho trẻ nhỏ")
    expect(page.locator(".md-search")).to_have_count(0)
    page.locator("h1").click()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_key_that_was_switched_off_opens_nothing(there: str, shown: Callable[..., Page]):
    """The button on the page about this site holds for Material's search too."""
    page = shown()
    page.goto(f"{there}/gioi-thieu.html")
    opened = page.locator("#__search")
    page.get_by_role("button", name="Tắt phím /").click()
    page.keyboard.press("/")
    assert not opened.is_checked()
    page.get_by_role("button", name="Bật phím /").click()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(opened).to_be_checked()


def test_colours_are_ours_and_switched_by_materials_buttons(there: str, shown: Callable[..., Page]):
    """By the device, light, dark, as in the light frame; the choice holds on the next page."""
    page = shown(color_scheme="dark")
    page.goto(f"{there}/du-an/giam-ngheo-2.html")
    link = "getComputedStyle(document.querySelector('article table a')).color"
    paper = "getComputedStyle(document.body).backgroundColor"
    assert (page.evaluate(paper), page.evaluate(link)) == (DARK_PAPER, DARK_LINK)
    page.get_by_title("Màu theo máy; đổi sang nền sáng").click()
    page.mouse.move(0, 0)
    page.wait_for_function(f"() => {link} === '{LIGHT_LINK}'")
    assert page.evaluate(paper) == LIGHT_PAPER
    page.get_by_title("Nền sáng; đổi sang nền tối").click()
    page.emulate_media(color_scheme="light")
    page.goto(f"{there}/kinh-phi.html")
    assert (page.evaluate(paper), page.evaluate(link)) == (DARK_PAPER, DARK_LINK)


def test_axe_finds_nothing_in_the_content(
    programme: Programme, plan: Path, framed: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
):
    """In light and in dark, on a phone; no page scrolls sideways."""
    monkeypatch.setattr(access, "WIDTHS", (360,))
    assert list(access.axe(Sampled(programme, plan, framed, browser))) == []


def test_axe_finds_nothing_on_the_page_for_a_wrong_address(there: str, shown: Callable[..., Page]):
    """That page has its style from the root of a web server, where the acceptance does not look."""
    page = shown(bypass_csp=True)
    access.load(page)
    page.goto(f"{there}/404.html")
    assert access.findings(page, within=access.CONTENT) == []


def test_axe_looks_at_the_content_alone(
    programme: Programme,
    plan: Path,
    framed: Path,
    browser: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    """The acceptance finds a picture without words in the content, and leaves what stands around it to Material."""
    monkeypatch.setattr(access, "WIDTHS", (360,))
    for name, before in (("a.html", "</article>"), ("b.html", '<header class="md-header')):
        text = (framed / "index.html").read_text(encoding="utf-8")
        assert before in text
        (tmp_path / name).write_text(text.replace(before, f'<img src="x.png">{before}', 1), encoding="utf-8")
    found = list(access.axe(Site(programme, plan, tmp_path, browser)))
    assert {one.split(": ")[1] for one in found if one.startswith("a.html")} >= {"image-alt"}
    assert not [one for one in found if one.startswith("b.html") and "image-alt" in one]


def test_paper_holds_the_content_alone(site: Path, framed: Path, browser: Browser, tmp_path: Path):
    """The identity below the title, the running title in the margin, no word of the frame, as many sheets."""
    window = browser.new_page()
    print_light, print_framed = (Printer(one, window, tmp_path / one.parent.name) for one in (site, framed))
    for name in ("du-an/giam-ngheo-2-1", "phan-cong"):
        assert abs(len(sheets(print_framed(name))) - len(sheets(print_light(name)))) <= 1, name
        assert sizes(print_framed(name)) == sizes(print_light(name)), name
    first, *_ = pages = [" ".join(sheet.split()) for sheet in sheets(print_framed("du-an/giam-ngheo-2-1"))]
    assert f"Địa chỉ trang: {SITE_URL}du-an/giam-ngheo-2-1.html" in first
    assert first.startswith("Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử): Nuôi… – Kế hoạch thử")
    assert first.endswith("Trang 1/2")
    printed = " ".join(pages)
    assert "Phiên bản của trang: " in first and printed.count("Phiên bản của trang: ") == 1
    for word in ("Tìm kiếm", "Mục lục", "Tra cứu", "In trang này", "Bản PDF", "Trang chủ"):
        assert word not in printed, word
    window.close()


def test_no_word_is_lost_on_paper(programme: Programme, plan: Path, framed: Path, browser: Browser):
    """All words of a page are on its sheets, and nothing is cut off."""
    assert list(paper.printed(Sampled(programme, plan, framed, browser))) == []


def test_what_a_plan_says_itself_stays():
    """Its features, colours, mark and icon go before ours; what it does not say is filled in."""
    said = {"features": ["toc.follow"], "palette": {"primary": "teal"}, "favicon": "a.png", "logo": "b.svg"}
    theme, extra = dict(said), {"generator": True}
    complete(theme, extra)
    assert (theme, extra) == (said, {"generator": True})
    theme, extra = {"favicon": "assets/images/favicon.png", "icon": {"logo": "material/home"}}, {}
    complete(theme, extra)
    assert theme["favicon"] == "assets/mark.svg" and "logo" not in theme and extra == {"generator": False}
    assert "navigation.prune" in theme["features"] and len(theme["palette"]) == 3


def test_a_plans_own_folder_and_search_come_first(plan: Path, tmp_path: Path):
    """`custom_dir` lies over our templates, `extra_css` follows our style; a plan's own search is not doubled."""
    root = copied(tmp_path / "plan", plan)
    (root / "khung").mkdir()
    spoiled(root, "mkdocs.yml", "theme:\n", "extra_css: [rieng.css]\ntheme:\n  custom_dir: khung\n")
    spoiled(root, "mkdocs.yml", "  - macros:", "  - search: {enabled: false}\n  - macros:")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins["programme"].on_config(config)
    assert config.theme.dirs[:2] == [str(root / "khung"), str(frame.MATERIAL)]
    assert config.theme.dirs[-1] == str(frame.LIGHT)
    assert config.extra_css == ["assets/material.css", "rieng.css"]
    assert [name for name in config.plugins if "search" in name] == ["material/search"]
    assert not config.plugins["material/search"].config["enabled"]


def test_headers_let_materials_scripts_run(plan: Path):
    """`programme deploy` writes no policy for these pages, and all other headers."""
    done = commanded("deploy", "--root", str(plan))
    assert done.returncode == 0, done.stderr
    headers = (plan / "deploy/headers.nginx.conf").read_text(encoding="utf-8")
    assert "default-src" not in headers and "frame-ancestors 'none'" in headers and "nosniff" in headers
