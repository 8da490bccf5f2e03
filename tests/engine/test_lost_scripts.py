"""Scripts are on, but one of the site's own does not arrive, is cut in half, or a page of errors stands in its place.

Each page of each kind then works or steps aside: no form that nothing answers, the ways of readers without scripts
stay, Enter leads somewhere, what was typed is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error, Page, Route, TimeoutError, expect
from screens import Window
from searching import READY
from support import WAIT, WHOLE, some

SEEN = """() => {
  for (const one of document.getAnimations()) one.finish()
  const parts = {
    box: '[role=combobox]', link: 'a.search-link', cite: 'button.cite', colours: 'button.colours',
    print: '.page-tools button', finder: 'form.finder', ways: '[data-no-finder]', search: '.search-page form',
    note: '[data-no-search]', matrix: 'form[data-matrix]', chips: '.chips button', sheets: '[data-sheets] input',
    slash: '[data-slash] button',
  }
  const seen = (one) => one.getBoundingClientRect().height && getComputedStyle(one).visibility === 'visible'
  return Object.keys(parts).filter((part) => [...document.querySelectorAll(parts[part])].some(seen)).join(' ')
}"""
"""What of a page that scripts make or take away is in sight, once six seconds have passed."""

EVERYWHERE = "box colours print"
PAGES = {
    "index": (EVERYWHERE, "link"),
    "du-an/giam-ngheo-2-1": ("box cite colours print", "link"),
    "co-quan/phong-kinh-te": ("box colours print chips", "link"),
    "doi-tuong/gia-dinh-ngheo": (EVERYWHERE, "link"),
    "van-ban/index": (EVERYWHERE, "link"),
    "toan-van": ("box cite colours print", "link"),
    "tim-kiem": ("colours print search", "note"),
    "ho-tro": ("box colours print finder", "link ways"),
    "phan-cong": ("box colours print matrix", "link"),
    "kinh-phi": (EVERYWHERE, "link"),
    "du-an/index": ("box colours print sheets", "link"),
    "co-quan/index": (EVERYWHERE, "link"),
    "muc-tieu": (EVERYWHERE, "link"),
    "bao-cao": (EVERYWHERE, "link"),
    "thuat-ngu": (EVERYWHERE, "link"),
    "khong-co-trong-ke-hoach": (EVERYWHERE, "link"),
    "hien-nay": (EVERYWHERE, "link"),
    "du-lieu": (EVERYWHERE, "link"),
    "nhat-ky": (EVERYWHERE, "link"),
    "gioi-thieu": ("box colours print slash", "link"),
    "huong-dan/index": (EVERYWHERE, "link"),
    "404": ("box colours", "link"),
}
"""Address -> what is seen with all scripts, and without the one that starts the others."""

ON_OPENING = {
    "answers": ("tim-kiem", "colours print note"),
    "search": ("tim-kiem", "colours print search"),
    "search/names": ("tim-kiem", "colours print search"),
    "search/text": ("tim-kiem", "colours print search"),
    "understanding": ("tim-kiem", "colours print search"),
    "finder": ("ho-tro", "box colours print ways"),
    "matrix": ("phan-cong", EVERYWHERE),
    "duties": ("co-quan/phong-kinh-te", EVERYWHERE),
    "sheets": ("du-an/index", EVERYWHERE),
}
"""Each other script -> the page that fetches it when it is opened, and what is seen there without it."""


def missing(route: Route) -> None:
    route.abort()


def not_found(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>404</title>")


def another_page(route: Route) -> None:
    """What a hotel's network answers to everything."""
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Wi-Fi</title>")


def cut(route: Route) -> None:
    with suppress(Error):  # the page may have been left meanwhile
        whole = route.fetch().body()
        route.fulfill(status=200, headers={"content-type": "text/javascript"}, body=whole[: len(whole) // 2])


LOST = [missing, not_found, another_page, cut]


def lost(loss: Callable[[Route], None]) -> pytest.MarkDecorator:
    """In each of the ways in the drill, in one of them else."""
    return pytest.mark.parametrize("loss", LOST if WHOLE else [loss], ids=lambda one: one.__name__)


@contextmanager
def losing(page: Page, script: str, loss: Callable[[Route], None]) -> Iterator[None]:
    files = re.compile(rf"/assets/{script}[.-][0-9a-f]{{8,10}}\.js")
    page.route(files, loss)
    yield
    page.unroute(files)


def shown(page: Page, expected: str) -> str:
    """What is seen, as soon as it is what is expected, or in the end."""
    with suppress(TimeoutError):
        page.wait_for_function(f"expected => ({SEEN})() === expected", arg=expected)
    found: str = page.evaluate(SEEN)
    return found


def test_with_all_scripts_each_page_has_its_parts(window: Window, address: str):
    """All kinds of pages in the drill, nine of them else."""
    page = window()
    for path in some(PAGES, 9):
        whole = PAGES[path][0]
        page.goto(f"{address}/{path}.html")
        assert (path, shown(page, whole)) == (path, whole)


@lost(missing)
def test_without_the_first_script_each_page_is_as_without_any(window: Window, address: str, loss):
    page = window()
    with losing(page, "site", loss):
        for path in some(PAGES, 9):
            bare = PAGES[path][1]
            page.goto(f"{address}/{path}.html")
            assert (path, shown(page, bare)) == (path, bare)


@lost(cut)
def test_without_another_script_its_page_works_or_steps_aside(window: Window, address: str, loss):
    page = window()
    for script, (path, seen) in ON_OPENING.items():
        with losing(page, script, loss):
            page.goto(f"{address}/{path}.html?q=hoc+tro")
            assert (script, shown(page, seen)) == (script, seen)


@lost(another_page)
def test_the_page_of_search_says_what_did_not_come(window: Window, address: str, loss):
    """And tries anew, with what was typed; without the text, or what understands a query, names are found."""
    page = window()
    first = page.locator("#ket-qua a.hit-title").first
    for script in ("search", "search/names"):
        with losing(page, script, loss):
            page.goto(f"{address}/tim-kiem.html")
            page.fill("#o-tim", "hoc tro")
            expect(page.locator("#so-ket-qua")).to_contain_text("Chưa tải được phần tìm kiếm. Nhấn “Tìm” để thử lại")
        page.keyboard.press("Enter")
        page.wait_for_selector(READY)
        assert page.input_value("#o-tim") == "hoc tro"
        assert first.get_attribute("href") == "./doi-tuong/hoc-tro.html"
    for script in ("search/text", "understanding"):
        with losing(page, script, loss):
            page.goto(f"{address}/tim-kiem.html?q=hoc+tro")
            expect(page.locator("#so-ket-qua")).to_contain_text("Chưa tải được lời Kế hoạch: chỉ tìm trong tên gọi.")
            assert first.get_attribute("href") == "./doi-tuong/hoc-tro.html"


@lost(not_found)
def test_enter_in_the_box_leads_to_the_page_of_search(window: Window, address: str, loss):
    page = window()
    for script in ("search", "search/names", "search/text", "understanding"):
        with losing(page, script, loss):
            page.goto(f"{address}/kinh-phi.html")
            page.focus("[role=combobox]")
            page.keyboard.type("hoc tro")
            page.keyboard.press("Enter")
            page.wait_for_url("**/tim-kiem.html?q=hoc*tro")


def test_a_finder_without_scripts_sends_nothing(window: Window, address: str):
    """What a family ticks never reaches the server: neither Enter nor the button sends the form."""
    page = window()
    with losing(page, "site", missing):
        page.goto(f"{address}/ho-tro.html")
        page.check("[value=gia-dinh-ngheo]")
        page.fill("[name=tuoi]", "70")
        page.keyboard.press("Enter")
        page.evaluate("document.querySelector('form.finder [type=submit]').click()")
        page.wait_for_timeout(300)  # nothing is to happen, and of nothing no event tells
        assert page.url == f"{address}/ho-tro.html"


def test_a_lost_finder_steps_aside_at_once(window: Window, address: str):
    """Its script was asked for in vain: nobody waits six seconds, which here never pass."""
    page = window()
    with losing(page, "finder", cut):
        page.context.new_cdp_session(page).send("Animation.setPlaybackRate", {"playbackRate": 0})
        page.goto(f"{address}/ho-tro.html")
        expect(page.locator("form.finder")).to_be_hidden()
        expect(page.locator("ul[data-no-finder]")).to_be_visible()


def late(page: Page, address: str, form: str, fill: Callable[[], None]) -> None:
    """Fill in a form before any script, wait until it has made room, then let the script come: the form is back."""
    instead = page.locator("[data-no-finder], [data-no-search]").first
    held: list[Route] = []
    script = re.compile(r"/assets/site\.")
    page.route(script, lambda route: held.append(route))
    with page.expect_request(script, timeout=WAIT * 1000):
        page.goto(address, wait_until="commit")
    page.wait_for_selector(form)
    fill()
    page.evaluate("document.activeElement.blur()")
    page.evaluate("for (const one of document.getAnimations()) one.finish()")
    expect(page.locator(form)).to_be_hidden()
    expect(instead).to_be_visible()
    held[0].continue_()
    expect(page.locator(form)).to_be_visible()
    expect(instead).to_be_hidden()


def test_a_late_finder_comes_back_with_what_was_ticked(window: Window, address: str):
    page = window()
    late(page, f"{address}/ho-tro.html", "form.finder", lambda: page.check("[value=gia-dinh-ngheo]"))
    expect(page.locator("[data-said]")).to_have_text("Bạn đã chọn: Hộ nghèo")
    page.click("form.finder [type=submit]")
    assert page.evaluate("document.activeElement.textContent") == "Kết quả"


def test_a_late_search_comes_back_with_what_was_typed(window: Window, address: str):
    page = window()
    late(page, f"{address}/tim-kiem.html", ".search-page", lambda: page.fill("#o-tim", "hoc tro"))
    page.wait_for_selector(READY)
    assert page.input_value("#o-tim") == "hoc tro"
    assert page.get_attribute("#ket-qua a.hit-title >> nth=0", "href") == "./doi-tuong/hoc-tro.html"
