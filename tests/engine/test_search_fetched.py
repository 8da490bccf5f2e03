"""What the search fetches and when; what it says where the network, a script or a file is not there."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Request, Route, expect
from screens import Window
from searching import READY, ask
from support import WAIT


def test_what_was_typed_before_the_script_came_is_kept_and_answered(window: Window, address: str):
    """The form stands there from the first; over a slow network the words, the caret and a word before it stay."""
    page = window()
    held: list[Route] = []
    page.route("**/assets/search.*", lambda route: held.append(route))
    with page.expect_request("**/assets/search.*", timeout=WAIT * 1000):
        page.goto(f"{address}/tim-kiem.html?q=ga", wait_until="commit")
    page.locator("#o-tim").press_sequentially("học trò")
    assert "Ô tìm kiếm đang được tải" in page.inner_text("#so-ket-qua")
    page.keyboard.press("Home")
    held[0].continue_()
    page.wait_for_selector(READY)
    assert page.input_value("#o-tim") == "học trò"
    assert page.evaluate("document.querySelector('#o-tim').selectionStart") == 0
    assert page.get_attribute("#ket-qua a.hit-title >> nth=0", "href") == "./doi-tuong/hoc-tro.html"


def test_enter_before_any_script_asks_again_with_what_was_typed(window: Window, address: str):
    """Where no script comes at all the form leads to its own page, under the site's policy, which says what else."""
    page = window()
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(f"{address}/tim-kiem.html")
    page.fill("#o-tim", "học trò")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=h%E1%BB%8Dc+tr%C3%B2")
    assert "mời xem các mục chính dưới đây" in page.inner_text("#so-ket-qua")
    page.unroute("**/assets/*.js")
    page.reload()
    assert page.get_attribute("#ket-qua a.hit-title >> nth=0", "href") == "./doi-tuong/hoc-tro.html"


def test_the_page_fetches_the_search_with_the_first_letter(window: Window, address: str):
    """Who only looks at the page fetches what every page does, and the form; nothing says that something is fetched."""
    page = window()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}/tim-kiem.html")
    page.wait_for_function("() => !document.querySelector('[data-search-page]').hidden")
    page.wait_for_load_state("networkidle")
    assert page.inner_text("#so-ket-qua") == "" and not [url for url in fetched if "/search" in url]
    assert sorted(re.sub(r".*/|\.[0-9a-f]{10}", "", url) for url in fetched if url.endswith(".js")) == [
        "answers.js", "site.js"
    ]  # fmt: skip
    with page.expect_request("**/assets/search/names-*", timeout=WAIT * 1000):
        page.locator("#o-tim").press_sequentially("h")
    page.wait_for_selector(READY)
    assert page.input_value("#o-tim") == "h" and page.locator("#ket-qua > li").count() > 3


CUT_OFF = "() => fetch('404.html', { cache: 'no-store' }).then(() => false, () => true)"
"""Whether the network is gone for the page: a browser on a busy machine may take a while to do what it was told."""


def test_without_network_the_page_and_the_box_say_so_and_come_back(browser: Browser, address: str):
    """Both say it where it is read, keep the words, and answer once the network is there again."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/kinh-phi.html")
    page.wait_for_selector("[role=combobox]")
    context.set_offline(True)
    page.wait_for_function(CUT_OFF)
    page.keyboard.press("/")
    page.keyboard.type("ho ngheo")
    said = page.locator(".search-box [role=status]", has_text="Đang mất mạng, chưa tìm được; chữ đã gõ vẫn còn.")
    expect(said).to_be_visible()
    assert (said.bounding_box() or {})["height"] > 30
    context.set_offline(False)
    page.wait_for_selector("[role=option]")
    assert page.input_value("[role=combobox]") == "ho ngheo"
    page.route("**/assets/search.*", lambda route: route.abort())
    page.goto(f"{address}/tim-kiem.html")
    page.fill("#o-tim", "ho")
    page.wait_for_selector("#so-ket-qua:has-text('Chưa tải được phần tìm kiếm.')")
    page.fill("#o-tim", "ho ngheo")
    page.unroute("**/assets/search.*")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    assert page.input_value("#o-tim") == "ho ngheo" and page.locator("#ket-qua > li").count() > 3
    context.close()


def test_a_network_that_comes_back_while_something_is_fetched_is_not_missed(window: Window, address: str):
    """What was asked for before fails after it; nobody types again, and the answers come."""
    page = window()
    held: list[Route] = []
    page.route("**/assets/search.*", lambda route: route.continue_() if held else held.append(route))
    page.goto(f"{address}/kinh-phi.html")
    with page.expect_request("**/assets/search.*"):
        page.fill("[role=combobox]", "ho ngheo")
    page.evaluate("dispatchEvent(new Event('online'))")
    held[0].abort()
    page.wait_for_selector("[role=option]")


def test_without_the_text_names_are_found_and_it_is_said(window: Window, address: str):
    """The plan's text did not come: what is found by name is listed, and the page says that it is only that."""
    page = window()
    page.route("**/assets/search/text*", lambda route: route.abort())
    page.goto(f"{address}/tim-kiem.html?q=hoc+tro")
    expect(page.locator("#so-ket-qua")).to_contain_text("Chưa tải được lời Kế hoạch: chỉ tìm trong tên gọi.")
    assert page.get_attribute("#ket-qua a.hit-title >> nth=0", "href") == "./doi-tuong/hoc-tro.html"
    page.unroute("**/assets/search/text*")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_selector(READY)
    assert "Chưa tải được" not in page.inner_text("#so-ket-qua")


def test_nothing_of_search_is_fetched_before_someone_searches(browser: Browser, address: str):
    """A page view fetches no engine and no index; typing fetches them, from this host alone, under 40 kB in all."""
    page = browser.new_page()
    seen: list[Request] = []
    page.on("request", lambda request: seen.append(request))
    page.goto(f"{address}/du-an/giam-ngheo-2-2.html")
    page.wait_for_load_state("networkidle")
    assert not [one.url for one in seen if re.search(r"search(\.|/)", one.url)]
    page.keyboard.press("/")
    page.keyboard.type("ho")
    page.wait_for_selector("[role=option]")
    fetched = [one.url for one in seen if re.search(r"search(\.|/)", one.url)]
    assert len(fetched) == 3 and all(url.startswith(address) for url in fetched)
    page.close()


def test_it_works_without_network_after_the_first_search(browser: Browser, address: str):
    """Once the index is in, the network may go."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/tim-kiem.html?q=ho")
    page.wait_for_selector(READY)
    context.set_offline(True)
    assert ask(page, "học trò")[0] == "doi-tuong/hoc-tro.html"
    context.close()


def test_without_scripts_a_link_leads_to_the_ways_in(window: Window, address: str):
    """The header holds a link to the search page, and that page lists the indices."""
    page = window(java_script_enabled=False)
    page.goto(f"{address}/du-an/giam-ngheo-2-2.html")
    page.click("text=Tìm kiếm")
    assert "Trình duyệt này không chạy được ô tìm kiếm" in page.inner_text("main")
    assert page.locator("article ul.ways a").count() > 5 and page.is_hidden("#ket-qua")
