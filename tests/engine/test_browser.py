"""The main pages in a real Chromium, on a phone and on a desk, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from screens import sideways
from support import KINDS


@pytest.fixture(params=[(360, 740), (1280, 800)], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", KINDS)
def test_a_page_of_each_kind_is_whole(page: Page, address: str, name: str):
    """A page opens without an error, asks only its own server, and does not scroll sideways."""
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{name}.html")
    assert page.locator("article h1").is_visible()
    assert sideways(page) <= 0
    assert not problems
    assert all(url.startswith(address) or url.startswith("data:") for url in asked)


def test_short_addresses_answer(page: Page, address: str):
    """/du-an/giam-ngheo-2-2 is answered from du-an/giam-ngheo-2-2.html, and its links work from there."""
    page.goto(f"{address}/du-an/giam-ngheo-2-2")
    page.locator("a.source").first.click()
    page.wait_for_url("**/toan-van.html#II.2.2")
    assert "Bữa ăn cho trẻ nhỏ" in page.locator("[id='II.2.2']").inner_text()


def test_from_home_to_what_a_family_may_get(page: Page, address: str):
    """A citizen goes from the home page to hộ nghèo and reads condition, priority and whom to ask."""
    page.goto(address)
    page.locator("article").get_by_role("link", name="Tôi được hỗ trợ gì?").click()
    page.get_by_label("Hộ nghèo", exact=True).check()
    article = page.locator("article").inner_text()
    assert "Ưu tiên" in article
    assert "điều kiện: thuộc hộ nghèo, hộ cận nghèo hoặc hộ mới khá" in article
    assert "Cơ quan chủ trì giai đoạn 2026 - 2030" in article and "Kế hoạch không nêu" in article


def test_everything_is_there_without_javascript(browser: Browser, address: str):
    """Without scripts the text, the links and the ways between pages are all there."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/du-an/index.html")
    page.locator("article").get_by_role("link", name="Tiểu dự án 2: Bữa ăn cho trẻ nhỏ").click()
    expect(page.locator("article h2", has_text="Phân công")).to_be_visible(timeout=60_000)
    page.get_by_role("link", name="Sau").last.click()
    expect(page.locator("article h1")).to_contain_text("Dự án 3", timeout=60_000)
    context.close()


def test_the_same_tree_works_from_a_usb_stick(browser: Browser, site: Path):
    """Opened from a folder, pages show and links lead to pages."""
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator("article").get_by_role("link", name="Cơ quan nào làm gì?").click()
    page.locator("article").get_by_role("link", name="Phòng Kinh tế", exact=True).click()
    assert "Tổng hợp, báo cáo UBND xã kết quả thực hiện." in page.locator("article").inner_text()
    context.close()


def test_a_word_is_explained_where_it_stands(browser: Browser, address: str):
    """An abbreviation opens its meaning by tap and by keyboard, without scripts too; the plan's words stay whole."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    term = page.get_by_role("button", name="UBND", exact=True)
    term.focus()
    page.keyboard.press("Enter")
    explanation = page.locator("#giai-vt-ubnd")
    assert explanation.is_visible() and "Ủy ban nhân dân" in explanation.inner_text()
    page.keyboard.press("Escape")
    assert explanation.is_hidden()
    term.click()
    explanation.get_by_role("link", name="Thuật ngữ").click()
    page.wait_for_url("**/thuat-ngu.html#vt-ubnd")
    context.close()


def test_charts_say_what_their_tables_say(page: Page, address: str):
    """Each bar is as wide as its share in the table under it, and has its amount in words."""
    page.goto(f"{address}/kinh-phi.html")
    bars = page.locator(".chart").first
    widths = bars.locator(".bar-of").evaluate_all("all => all.map(one => parseFloat(one.getAttribute('width')))")
    texts = bars.locator("li > span").all_text_contents()
    assert texts[0::2] == ["Dự án 1", "Nội dung 5", "Dự án 2", "Dự án 3", "Dự án 7"]
    assert texts[1::2] == [
        "14.163 triệu đồng", "khoảng 830.081,119 triệu đồng", "895,5 triệu đồng", "1.208 triệu đồng", "96 triệu đồng",
    ]  # fmt: skip
    shares = [100 * amount / 846_443.619 for amount in (14_163, 830_081.119, 895.5, 1_208, 96)]
    assert all(abs(width - share) < 0.01 for width, share in zip(widths, shares, strict=True))
    assert page.locator(".chart").count() == 2 and page.locator("table").count() == 5
