"""The portal of this repository's three plans as its readers meet it: links, access, search, no script, a USB stick."""

from __future__ import annotations

import posixpath
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect
from screens import Window, faults_of_access
from support import ROOT, SECOND, VAN_XUAN, built, once

from programme.accept import access
from programme.frame.bundles import RAN
from programme.portal import build, listing

AREAS = ("dia-ban/huyen-hau-loc-tinh-thanh-hoa", "dia-ban/xa-minh-hoa-tinh-thu", "dia-ban/xa-van-xuan-tinh-lam-giang")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal over the three built sites."""
    plans = {"hau-loc": ROOT, "site": SECOND, "van-xuan": VAN_XUAN}
    sites = [once(tmp_path_factory, name, partial(built, plan)) for name, plan in plans.items()]
    root = tmp_path_factory.mktemp("portal")
    lines = ["title: Cổng của ba Kế hoạch", "plans:", *(f"  - folder: {one}" for one in sites), "  - folder: khong-co"]
    (root / listing.FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")
    build.build(root, listing.read(root), root / "site", "2026-11-30")
    return root / "site"


def _path(site: Path, begins: str) -> Path:
    (found,) = site.glob(f"{begins}*html")
    return found


def _links(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for one in page.select("[href], [src], form[action]"):
            yield path.relative_to(site).as_posix(), one.get("href") or one.get("src") or one["action"]


def broken(site: Path) -> list[str]:
    """Links of the portal's pages that lead to no file, or to no place on the page: also on the sites of the plans."""
    ids: dict[Path, set[str]] = {}
    wrong = []
    for page, link in dict.fromkeys(_links(site)):
        target = urlsplit(link)
        if target.scheme or target.netloc:
            if not link.startswith("https://creativecommons.org/"):
                wrong.append(f"{page}: {link}")
            continue
        if page == "404.html" and target.path:
            path = site / target.path.lstrip("/")
        else:
            path = site / posixpath.dirname(page) / unquote(target.path) if target.path else site / page
        path = path.resolve()
        if not path.is_file():
            wrong.append(f"{page}: {link}")
        elif target.fragment and path.suffix == ".html":
            if path not in ids:
                text = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
                ids[path] = {one["id"] for one in text.select("[id]")}
            if unquote(target.fragment) not in ids[path]:
                wrong.append(f"{page}: {link}")
    return wrong


def test_every_link_leads_somewhere(site: Path) -> None:
    """Within the portal, and to the very clause on the site of the plan."""
    assert len([link for _, link in _links(site) if "toan-van.html#" in link]) > 140
    assert broken(site) == []


def test_a_link_that_leads_nowhere_is_seen(site: Path, tmp_path: Path) -> None:
    """The check can fail: a clause that the plan has not, a page that is not there."""
    (tmp_path / "x.html").write_text(
        f'<a href="{(site.parent / "site").as_posix()}/nam/2023.html#x">a</a><a href="y.html">b</a>', encoding="utf-8"
    )
    assert len(broken(tmp_path)) == 2


def test_axe_finds_nothing(site: Path, browser: Any) -> None:
    """On kinds of pages at 320 px, colours in light and dark, and in answers; nothing scrolls sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme="light", bypass_csp=True)
    page = context.new_page()
    access.load(page)
    kinds = ["index", AREAS[2], "du-an/gn-02", "chuong-trinh/chuong-trinh-cua-tinh", "tinh-trang", "du-lieu."]
    wrong = faults_of_access(page, {kind: _path(site, kind).as_uri() for kind in kinds})
    _ask(page, site, "dinh duong van loc")
    assert (wrong, access.findings(page)) == ({}, [])
    context.close()


_DONE = re.compile(r"^\d+ kết quả($|;)|^Không có tên nào")


def test_html_is_valid(site: Path) -> None:
    """html-validate finds no error in any page."""
    command = ["node_modules/.bin/html-validate", "--config", "tests/html-validate.json", str(site / "**/*.html")]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stdout[-3000:]


def _ask(page: Page, site: Path, query: str) -> list[str]:
    """What is found from a folder, where a page may fetch nothing: title and hint of each."""
    page.goto(f"{(site / 'tim-kiem.html').as_uri()}?q={query}")
    expect(page.locator("#so-ket-qua")).to_have_text(_DONE)
    return [one.inner_text().replace("\n", " | ") for one in page.locator("#ket-qua > li").all()]


def test_search_takes_the_place_first(site: Path, window: Window) -> None:
    """Without marks: a name of today leads to the plan that has the old ones, the rest to what stands in it."""
    page = window()
    first, *_ = _ask(page, site, "dinh duong van loc")
    assert first == (
        "Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng | Dự án | Xã Vạn Lộc, năm 2023 · "
        "chủ trì: Văn phòng HĐND và UBND huyện"
    )
    assert _ask(page, site, "Vạn Xuân")[0] == "Xã Vạn Xuân | Nơi | tỉnh Lam Giang; 1 Kế hoạch"
    assert _ask(page, site, "nuoc sach xa van xuan")[0].startswith("Dự án GN-02: Nước sạch và vệ sinh hộ gia đình")
    assert _ask(page, site, "van xu")[0].startswith("Xã Vạn Xuân")


def test_search_without_a_place_looks_through_all_plans(site: Path, window: Window) -> None:
    """Who leads is told with it; a code is found; what no plan has is said."""
    page = window()
    assert _ask(page, site, "chu tri nuoc sach")[0] == (
        "Nước sạch và vệ sinh hộ gia đình vùng cao | Dự án | mã GN-02 · Chương trình của tỉnh · 1 Kế hoạch · "
        "chủ trì: Phòng Kinh tế (xã Vạn Xuân, năm 2026)"
    )
    assert "mã NDTP-07" in _ask(page, site, "ndtp 07")[0]
    assert _ask(page, site, "tram y te van xuan")[0].startswith("Trạm Y tế xã | Cơ quan | Xã Vạn Xuân")
    assert _ask(page, site, "nước sạch sao hỏa") == []
    assert _ask(page, site, "tàu vũ trụ sao hỏa") == []
    expect(page.locator("#so-ket-qua")).to_contain_text("Không có tên nào như vậy")


@pytest.mark.parametrize(
    ("typed", "first", "said"),
    [
        ("dinh duong vna loc", "Tiểu dự án 2, Dự án 3: Cải thiện", "4 kết quả; đã tìm “van” thay cho “vna”"),
        (
            "dinh duon Vạn Lộc",
            "Tiểu dự án 2, Dự án 3: Cải thiện dinh dưỡng",
            "4 kết quả; đã tìm “duong” thay cho “duon”",
        ),
        ("nuoc sahc", "Nước sạch và vệ sinh hộ gia đình vùng cao", "1 kết quả; đã tìm “sach” thay cho “sahc”"),
        ("nghoè", "Giảm nghèo về thông tin", "23 kết quả; đã tìm “ngheo” thay cho “nghoe”"),
        ("giam nghe ve thong tin", "Giảm nghèo về thông tin", "2 kết quả; đã tìm “ngheo” thay cho “nghe”"),
        ("nuoc sach", "Nước sạch và vệ sinh hộ gia đình vùng cao", "1 kết quả"),
    ],
)
def test_a_wrong_letter_is_mended_and_told(site: Path, window: Window, typed: str, first: str, said: str) -> None:
    """Neighbours swapped, one missing; by its neighbours, or alone; a word of another name; what is right stays."""
    page = window()
    assert _ask(page, site, typed)[0].startswith(first)
    expect(page.locator("#so-ket-qua")).to_have_text(said)


def test_names_of_a_portal_that_came_meanwhile_are_not_mistaken(site: Path, window: Window, tmp_path: Path) -> None:
    """A page that stays open knows the old shards: where another is in the place of one, it says so, not “none”."""
    page = window()
    copy = shutil.copytree(site, tmp_path / "site")
    (copy / "assets/tim-kiem/noi-0.js").write_text(f'cong.take("noi-0",{{"rows":[],"keys":{{"zz":[]}}}}){RAN}', "utf-8")
    page.goto(f"{(copy / 'tim-kiem.html').as_uri()}?q=van xuan")
    expect(page.locator("#so-ket-qua")).to_contain_text("Chưa tải được phần tìm kiếm")


def test_the_first_result_comes_within_100_kB(site: Path, window: Window) -> None:
    """All that is fetched for it, not even compressed, without page and style: of three plans a good half of that."""
    page = window(viewport={"width": 500, "height": 500})
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    _ask(page, site, "dinh duong van loc")
    files = [Path(unquote(one)) for one in fetched if one.endswith(".js")]
    assert {one.name[:2] for one in files} >= {"po", "mu", "no", "o-"}
    assert 40_000 < sum(one.stat().st_size for one in files) < 60_000
    assert all(one.is_relative_to(site) for one in map(Path, map(unquote, fetched)))  # nothing from elsewhere


def test_the_box_in_the_header_leads_to_the_answers(site: Path, window: Window) -> None:
    page = window()
    page.goto(_path(site, AREAS[2]).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("nuoc sach")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=nuoc+sach")
    expect(page.locator("#ket-qua > li").first).to_contain_text("Nước sạch")


def test_without_scripts_all_is_read(site: Path, window: Window) -> None:
    """The form leads to the page of search, which leads on to the list of names; details open; no box waits in vain."""
    page = window(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto((site / "index.html").as_uri())
    page.locator("#o-tim").fill("nước")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator("[data-portal-search]")).to_be_hidden()
    page.get_by_role("link", name="danh sách tên gọi", exact=True).click()
    page.locator("a[href$='ten/n.html']").click()
    expect(page.locator("article")).to_contain_text("Nước sạch và vệ sinh hộ gia đình vùng cao: mã GN-02")
    page.goto(_path(site, AREAS[2]).as_uri())
    page.get_by_text("Chỉ tiêu, năm 2026: 40").click()
    expect(page.get_by_role("cell", name="từ 9,96 đến 7,03 %")).to_be_visible()


def test_the_policy_lets_nothing_else_in(site: Path) -> None:
    """No style or script stands in a page; no host is named."""
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        (policy,) = page.select("meta[http-equiv]")
        assert policy["content"].startswith("default-src 'none'; script-src 'self'; style-src 'self' ; img-src 'self'")
        assert not page.select("style, [style], script:not([src]):not([type='application/ld+json'])")
