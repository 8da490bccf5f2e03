"""The main pages in a real Chromium, on a phone and on a desk, with and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from screens import Window, listening, sideways
from support import KINDS


@pytest.fixture(params=[(360, 740), (1280, 800)], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, window: Window) -> Page:
    width, height = request.param
    return window(viewport={"width": width, "height": height}, locale="vi-VN")


@pytest.mark.parametrize("name", KINDS)
def test_a_page_of_each_kind_is_whole(page: Page, address: str, name: str):
    """A page opens without an error, asks only its own server, and does not scroll sideways."""
    problems: list[str] = []
    asked: list[str] = []
    with listening(
        page,
        console=lambda message: problems.append(message.text) if message.type == "error" else None,
        pageerror=lambda error: problems.append(str(error)),
        request=lambda request: asked.append(request.url),
    ):
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
    assert "✓ Khớp: thuộc hộ nghèo, hộ cận nghèo hoặc hộ mới khá\n○ Chưa rõ: " in article
    assert "Cơ quan chủ trì giai đoạn 2026 - 2030" in article and "Kế hoạch không nêu" in article


def test_everything_is_there_without_javascript(window: Window, address: str):
    """Without scripts the text, the links and the ways between pages are all there."""
    page = window(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(f"{address}/du-an/index.html")
    page.locator("article").get_by_role("link", name="Tiểu dự án 2: Bữa ăn cho trẻ nhỏ").click()
    expect(page.locator("article h2", has_text="Phân công")).to_be_visible()
    page.get_by_role("link", name="Sau").last.click()
    expect(page.locator("article h1")).to_contain_text("Dự án 3")


def test_the_same_tree_works_from_a_usb_stick(window: Window, site: Path):
    """Opened from a folder, pages show and links lead to pages."""
    page = window()
    page.goto((site / "index.html").as_uri())
    page.locator("article").get_by_role("link", name="Cơ quan nào làm gì?").click()
    page.locator("article").get_by_role("link", name="Phòng Kinh tế", exact=True).click()
    assert "Tổng hợp, báo cáo UBND xã kết quả thực hiện." in page.locator("article").inner_text()


def test_a_column_with_a_long_name_keeps_its_figure_in_sight(window: Window, address: str):
    """On a phone, where each row is a card, the line breaks between the name of a column and the figure."""
    page = window(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/toan-van.html")
    cell = page.locator(".cards-on-phone td.num[data-label]").first
    cell.evaluate("one => one.dataset.label = 'Tổng kinh phí hỗ trợ từ mọi nguồn của năm nay và những năm trước'")
    assert cell.evaluate("one => [one.scrollWidth > one.clientWidth, one.clientHeight > 40]") == [False, True]


def test_heads_of_figures_break_so_that_a_table_fits_its_page(window: Window, address: str):
    """On a desk a table whose columns have long names is as wide as the text; a figure itself breaks nowhere."""
    page = window(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/toan-van.html")
    table = page.locator(".table", has=page.locator("th.num")).first
    table.evaluate("""one => one.querySelectorAll("th.num").forEach((head) =>
      head.textContent = "Số hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo được hỗ trợ nhà ở, nước sạch đầu năm")""")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth") is False
    assert table.locator("td.num").first.evaluate("one => getComputedStyle(one).whiteSpace") == "nowrap"


def test_a_word_is_explained_where_it_stands(window: Window, address: str):
    """An abbreviation opens its meaning by keyboard and by tap, without scripts too, and the way back is in it."""
    page = window(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    term = page.get_by_role("link", name="UBND", exact=True)
    explanation = page.locator("#giai-vt-ubnd")
    assert explanation.is_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_in_viewport(ratio=1)
    assert "Ủy ban nhân dân" in explanation.inner_text()
    explanation.get_by_role("link", name="Đóng").click()
    assert explanation.is_hidden()
    expect(term).to_be_in_viewport()
    term.click()
    explanation.get_by_role("link", name="Thuật ngữ").click()
    page.wait_for_url("**/thuat-ngu.html#vt-ubnd")


def test_an_explanation_opens_beside_its_word_and_lets_go(page: Page, address: str):
    """Enter opens it and reads it, Escape and Tab lead back to the word; a second press or one elsewhere closes it."""
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    term = page.get_by_role("link", name="UBND", exact=True)
    explanation = page.locator("#giai-vt-ubnd")
    term.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_focused()
    word, box = term.bounding_box(), explanation.bounding_box()
    assert (
        word
        and box
        and (abs(box["y"] - word["y"] - word["height"]) < 20 or abs(box["y"] + box["height"] - word["y"]) < 20)
    )
    page.keyboard.press("Escape")
    expect(term).to_be_focused()
    assert explanation.is_hidden() and term.get_attribute("aria-expanded") is None
    page.keyboard.press("Enter")
    for there in ("Thuật ngữ", "Đóng"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == there
    page.keyboard.press("Enter")
    expect(term).to_be_focused()
    term.click()
    assert explanation.is_visible() and term.get_attribute("aria-expanded") == "true"
    term.click()
    assert explanation.is_hidden()
    term.click()
    page.mouse.click(2, 300)
    assert explanation.is_hidden() and page.url.endswith("giam-ngheo-2-1.html")


def test_an_explained_word_breaks_over_lines(window: Window, address: str):
    """Where the line is shorter than the word, its syllables stand on two lines; a box would be one whole."""
    page = window()
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    word = page.locator("a.term", has_text="hộ nghèo").first
    assert word.evaluate("one => one.getClientRects().length") == 1
    word.evaluate("one => { one.parentElement.style.width = `${one.offsetWidth - 8}px` }")
    assert word.evaluate("one => one.getClientRects().length") == 2


def test_charts_say_what_their_tables_say(page: Page, address: str):
    """Each row has name, a bar as wide as its share, amount and lead; no chart tells the same again."""
    page.goto(f"{address}/kinh-phi.html")
    rows = page.locator("table").first.locator(".row-top")
    widths = rows.locator(".bar-of").evaluate_all("all => all.map(one => parseFloat(one.getAttribute('width')))")
    texts = [row.split(":")[0].split(".")[0] for row in rows.locator("th").all_inner_texts()]
    assert texts == ["Dự án 1", "Dự án 2", "Dự án 3", "Dự án 7", "Nội dung 5"]
    assert rows.locator(".num").all_inner_texts() == [
        "14.163 triệu đồng", "895,5 triệu đồng", "1.208 triệu đồng", "96 triệu đồng", "hơn 830.081,119 triệu đồng",
    ]  # fmt: skip
    shares = [100 * amount / 846_443.619 for amount in (14_163, 895.5, 1_208, 96, 830_081.119)]
    assert all(abs(width - share) < 0.01 for width, share in zip(widths, shares, strict=True))
    drawn = rows.locator(".bar-of").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width / one.parentElement.getBoundingClientRect().width)"
    )
    assert all(abs(100 * part - share) < 1 for part, share in zip(drawn, shares, strict=True))
    assert page.locator(".chart").count() == 0 and page.locator("table").count() == 6


def test_the_first_view_on_a_phone_has_the_notice_in_a_line_and_tiles(window: Window, address: str):
    """At 360 by 640: the title, the notice of today in one line with its link, two tiles of needs."""
    page = window(viewport={"width": 360, "height": 640})
    page.goto(f"{address}/index.html")
    notice = page.locator(".today")
    assert notice.inner_text() == "Đây là kế hoạch lập năm 2026. Nay đã khác"
    assert (
        notice.evaluate("one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)")
        < 1.5
    )
    tiles = page.locator(".tiles a")
    for part in (page.locator("h1"), notice, tiles.nth(0), tiles.nth(1)):
        expect(part).to_be_in_viewport(ratio=1)
    assert tiles.all_inner_texts() == [
        "Nuôi gà, con giống",
        "Bữa ăn cho trẻ",
        "Học việc, tìm việc",
        "Sửa nhà, trường học",
    ]
    assert [tiles.nth(n).locator("svg").count() for n in range(4)] == [1, 1, 0, 1]
    tiles.nth(1).click()
    page.wait_for_url("**/ho-tro.html#can=an-uong")
    expect(page.locator("select[name=can]")).to_have_value("an-uong")
