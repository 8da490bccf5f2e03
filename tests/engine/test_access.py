"""Access: axe finds nothing, HTML is valid, the keyboard reaches everything, nothing scrolls sideways."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from screens import Window, cut_off, faults_of_access, overlapping, sideways, spaced
from support import KINDS, ROOT, WAIT, some

from programme.accept import access


def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, address: str):
    """All rules of axe on every kind of page at 320 px, colours in light and dark; no sideways scrolling.

    The acceptance looks at 360 and 1280 px; here the rules about contrast look at every element. All kinds of pages in
    the drill, four of them else.
    """
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme="light", bypass_csp=True)
    page = context.new_page()
    access.load(page)
    wrong = faults_of_access(page, {kind: f"{address}/{kind}.html" for kind in some(KINDS, 4)})
    context.close()
    assert not wrong


def test_axe_finds_nothing_in_answers(browser: Browser, address: str):
    """The same with results on the search page, suggestions open, an answer of the finder."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    access.load(page)
    page.goto(f"{address}/tim-kiem.html?q=ho nghjeo")
    page.wait_for_selector("[data-search-page][data-whole]")
    assert access.findings(page) == []
    page.goto(f"{address}/kinh-phi.html")
    page.keyboard.press("/")
    page.keyboard.type("ho ngheo")
    page.wait_for_selector("[role=option]")
    assert access.findings(page) == []
    page.goto(f"{address}/ho-tro.html#nhom=gia-dinh-ngheo")
    page.wait_for_selector("form.finder:not([hidden])")
    assert access.findings(page) == []
    context.close()


def test_axe_can_fail(browser: Browser, address: str):
    """The check sees a picture without words and a text too pale."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    access.load(page)
    page.goto(f"{address}/gioi-thieu.html")
    page.evaluate(
        "() => { const wrong = '<img src=x.png><p class=pale>nhạt</p>';"
        " document.querySelector('.body').insertAdjacentHTML('beforeend', wrong);"
        " document.querySelector('.pale').style.color = '#666' }"
    )
    assert {"image-alt", "color-contrast-enhanced"} <= {one.split(":")[0] for one in access.findings(page)}
    context.close()


def test_html_is_valid(site: Path):
    """html-validate finds no error in any page."""
    run = subprocess.run(
        ["node_modules/.bin/html-validate", "--config", "tests/html-validate.json", str(site / "**/*.html")],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:]


def test_the_keyboard_goes_skip_link_first_and_always_shows_where_it_is(window: Window, address: str):
    """Tab: the skip link, the name, the search, the colours, the navigation; each stop visible with an outline."""
    page = window(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "() => { const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);"
            " return [e.textContent.trim() || e.getAttribute('aria-label'), b.width > 0 && b.left >= 0"
            " && b.right <= innerWidth + 1, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2] }"
        )
        seen.append(stop)
    names = [stop[0] for stop in seen]
    assert names[:3] == ["Tới nội dung", "Kế hoạch thử", "Tìm kiếm"]
    assert "Tìm hỗ trợ" in names and "Tìm kiếm và tra cứu" in names
    assert [stop for stop in seen if not (stop[1] and stop[2])] == []
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_targets_are_large_enough_to_touch(window: Window, address: str):
    """Controls and links outside running text are at least 24 px high on a phone."""
    page = window(viewport={"width": 360, "height": 740})
    small = {}
    for kind in KINDS:
        page.goto(f"{address}/{kind}.html")
        found = page.evaluate(
            "() => [...document.querySelectorAll('button, input, select, summary, nav a, .ways a, .page-tools a')]"
            ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 24)"
            ".filter(e => e.type !== 'checkbox' && !e.matches('.term'))"
            ".map(e => e.textContent.trim().slice(0, 30))"
        )
        if found:
            small[kind] = found
    assert not small


def test_at_400_percent_everything_reflows(window: Window, address: str):
    """A window of 1280 px at 400 % is 320 px wide: nothing is cut off, tables are cards."""
    page = window(viewport={"width": 320, "height": 256})
    for kind in ("kinh-phi", "phan-cong", "bao-cao", "ho-tro"):
        page.goto(f"{address}/{kind}.html")
        assert sideways(page) <= 0, kind


def test_colours_can_be_chosen_and_stay(browser: Browser, address: str):
    """The device's colours, light, dark; the choice holds on the next page and is all that is stored."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}/index.html")
    button = page.locator("button.colours")
    assert button.get_attribute("aria-label") == "Đổi nền; đang: theo máy"
    button.click()
    button.click()
    assert button.get_attribute("aria-label") == "Đổi nền; đang: tối"
    page.goto(f"{address}/kinh-phi.html")
    page.wait_for_function("() => document.documentElement.dataset.colours === 'dark'")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 31)"
    assert page.evaluate("Object.keys(localStorage).join()") == "colours"
    context.close()


def test_a_page_that_is_not_there_helps_to_search(window: Window, address: str, site: Path):
    """The 404 page, served at any depth: its own title, and a box in which one may search without being sent away."""
    page = window()
    text = (site / "404.html").read_text(encoding="utf-8")
    page.route("**/khong/co/trang", lambda route: route.fulfill(status=404, content_type="text/html", body=text))
    page.goto(f"{address}/khong/co/trang")
    assert page.title() == "Không có trang này – Kế hoạch thử"
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    page.keyboard.type("ho ngheo")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/doi-tuong/gia-dinh-ngheo.html")


def test_focus_does_not_send_anyone_away_when_the_search_cannot_be_fetched(window: Window, address: str):
    """Without network the box keeps what is typed; only Enter leads on."""
    page = window()
    page.route("**/assets/search*", lambda route: route.abort())
    page.goto(f"{address}/kinh-phi.html")
    with page.expect_event("requestfailed"):
        page.locator("[role=combobox]").focus()
    page.keyboard.type("ho")
    assert page.url.endswith("/kinh-phi.html") and page.locator("[role=combobox]").input_value() == "ho"


def test_the_single_key_can_be_switched_off(browser: Browser, address: str):
    """Who speaks to the device may switch the key / off, on the page about the site; it stays off on other pages."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/gioi-thieu.html")
    page.get_by_role("button", name="Tắt phím /").click()
    assert page.get_by_role("button", name="Bật phím /").is_visible()
    page.goto(f"{address}/kinh-phi.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")
    context.close()


def test_focus_stays_where_it_is_while_answers_arrive(window: Window, address: str):
    """On a filter when the text arrives, on a link when the search arrives: nobody is thrown out or pulled away."""
    page = window()
    held = []
    page.route("**/assets/search/text*", lambda route: held.append(route))
    with page.expect_request("**/assets/search/text*", timeout=WAIT * 1000):
        page.goto(f"{address}/tim-kiem.html?q=ho+ngheo", wait_until="domcontentloaded")
    page.wait_for_selector("#loc button")
    page.locator("#loc button").nth(1).focus()
    name = page.evaluate("document.activeElement.dataset.facet")
    page.wait_for_function("() => document.querySelectorAll('#ket-qua > li').length > 0")
    for route in held:
        route.continue_()
    page.wait_for_selector("[data-search-page][data-whole]")
    assert page.evaluate("document.activeElement.dataset.facet") == name
    page.unroute("**/assets/search/text*")
    slow = []
    page.route("**/assets/search/names*", lambda route: slow.append(route))
    page.goto(f"{address}/tim-kiem.html?q=ho", wait_until="domcontentloaded")
    page.locator("nav.tabs a").first.focus()
    while not slow:
        page.wait_for_timeout(20)  # until the browser has asked for the names
    slow[0].continue_()
    page.wait_for_selector("#ket-qua > li")
    assert page.evaluate("document.activeElement.closest('nav') !== null")


def test_a_copied_citation_is_announced_each_time(browser: Browser, address: str):
    """Pressed twice the button finds back to its name; a screen reader hears what was copied, or that it was not."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    button = page.get_by_role("button", name="Sao chép trích dẫn mục II.2.1.a", exact=True)
    status = page.locator("body > [role=status]")
    button.click()
    expect(status).to_have_text("Đã sao chép mục II.2.1.a")
    button.click()
    expect(button).to_have_text("Sao chép trích dẫn")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false }"
    )
    button.click()
    expect(status).to_have_text("Không sao chép được mục II.2.1.a")
    context.close()


def test_what_a_clause_of_the_full_text_offers_stands_on_its_heading(browser: Browser, address: str):
    """The way to the clause's page and the copy button come with the pointer or the keyboard, in the heading's line."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/toan-van.html")
    heading = page.locator("[id='II.2.1.b']")
    ways = page.locator(".clause-head", has=heading).locator(".home-of")
    assert ways.inner_text().split() == ["Trang", "riêng", "của", "mục", "II.2.1.b", "Sao", "chép", "trích", "dẫn"]
    seen = "one => getComputedStyle(one).opacity"
    assert ways.evaluate(seen) == "0"
    heading.hover()
    assert ways.evaluate(seen) == "1"
    high, low = heading.bounding_box(), ways.locator("a").bounding_box()
    assert high and low and high["y"] < low["y"] + low["height"] / 2 < high["y"] + high["height"]
    page.mouse.move(2, 2)
    assert ways.evaluate(seen) == "0"
    ways.locator("button").focus()
    assert ways.evaluate(seen) == "1"
    phone = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()
    phone.goto(f"{address}/toan-van.html")
    ways = phone.locator(".clause-head", has=phone.locator("[id='II.2.1.b']")).locator(".home-of")
    assert ways.evaluate(seen) == "1" and ways.get_by_role("button").inner_text() == "Sao chép"
    phone.context.close()
    page.close()


@pytest.mark.parametrize("name", ["phan-cong", "bao-cao", "ho-tro"])
def test_each_stop_of_the_keyboard_is_seen_on_a_small_screen(window: Window, address: str, name: str):
    """A window of 1280 px at 400 %: every stop has a place on the screen, is not covered whole, and has its outline."""
    page = window(viewport={"width": 320, "height": 256})
    page.goto(f"{address}/{name}.html")
    lost = []
    for _ in range(70):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
            " const top = Math.max(b.top, 0), bottom = Math.min(b.bottom, innerHeight);"
            " const at = [[.5, .5], [.1, .2], [.9, .8]]"
            ".map(([x, y]) => [b.left + b.width * x, top + (bottom - top) * y]);"
            " const shown = at.some(([x, y]) => { const there = document.elementFromPoint(x, y);"
            " return there && (e.contains(there) || there.contains(e)) });"
            " return e === document.body || (b.width > 4 && b.height > 4 && shown && s.outlineStyle !== 'none')"
            " ? '' : e.outerHTML.slice(0, 120) }"
        )
        if seen:
            lost.append(seen)
    assert lost == []


@pytest.mark.parametrize("name", ["phan-cong", "bao-cao"])
def test_no_word_of_a_chart_is_cut_off(window: Window, address: str, name: str):
    """At 320 px, also with wide letter and word spacing, each text of a chart stays within it, none over another."""
    page = window(viewport={"width": 320, "height": 700})
    page.goto(f"{address}/{name}.html")
    assert cut_off(page) == overlapping(page) == []
    spaced(page)
    assert cut_off(page) == overlapping(page) == []


@pytest.mark.parametrize("name", ["index", "du-an/giam-ngheo-2-1", "co-quan/phong-kinh-te"])
def test_a_text_browser_reads_it_in_order(site: Path, name: str):
    """Read in lynx: title, facts, words; no control that does nothing, no words run together."""
    options = ("-dump", "-nolist", "-width=100", "-assume_charset=utf-8", "-display_charset=utf-8")
    command = ["lynx", *options, str(site / f"{name}.html")]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    words = " ".join(text.split())
    soup = BeautifulSoup((site / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
    title = " ".join(soup.h1.get_text().split())
    headings = [" ".join(one.get_text().split()) for one in soup.select("article .body h2")]
    places = [words.index("Tới nội dung"), words.index("Tìm hỗ trợ"), words.index(title)]
    for heading in headings:
        places.append(words.index(heading, places[-1] + 1))
    assert places == sorted(places) and len(headings) >= 3
    assert "◐" not in text and "In trang này" not in text and "#" not in words
    assert not re.search(r"\)[A-ZĐ]|[a-zà-ỹ][A-ZĐ][a-zà-ỹ]", words)


def test_in_the_colours_of_the_system_what_is_chosen_is_seen(browser: Browser, address: str):
    """With forced colours the chosen suggestion has an outline, the pressed filter other colours than the rest."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/kinh-phi.html")
    page.keyboard.press("/")
    page.keyboard.type("ho ngheo")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    outlines = page.eval_on_selector_all("[role=option]", "all => all.map(one => getComputedStyle(one).outlineStyle)")
    assert outlines[0] == "solid" and set(outlines[1:]) == {"none"}
    page.goto(f"{address}/tim-kiem.html?q=ho+ngheo")
    page.wait_for_selector("#loc button")
    colours = page.eval_on_selector_all("#loc button", "all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert colours[0] not in colours[1:]
    context.close()


def test_reduced_motion_is_kept(site: Path):
    """Nothing on the site moves by itself: what waits six seconds then goes at once."""
    text = (site / "index.html").read_text(encoding="utf-8")
    moving = re.findall(r"animation[\w-]*:([^;}]*)", text)
    assert moving == ["0s 6s forwards gone", "none", "0s 6s backwards gone"] and "transition" not in text
