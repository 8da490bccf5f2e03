"""The box in the header, in a real browser on a built site: keys, suggestions, phones."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect
from screens import Window
from searching import UNSEEN


def test_the_box_in_the_header_works_by_keyboard(window: Window, address: str):
    """/ goes to it, arrows choose, Enter opens, Esc closes; a screen reader hears how many."""
    page = window()
    page.goto(f"{address}/du-an/giam-ngheo-2-2.html")
    page.keyboard.press("/")
    page.keyboard.type("ho can ngheo")
    page.wait_for_selector("[role=option]:has-text('cho “ho can ngheo”')")  # all of it, not its beginning
    box = page.locator("[role=combobox]")
    assert box.get_attribute("aria-expanded") == "true"
    page.wait_for_function("() => /gợi ý/.test(document.querySelector('.search-box [role=status]').textContent)")
    page.keyboard.press("ArrowDown")
    chosen = box.get_attribute("aria-activedescendant")
    assert page.get_attribute(f"#{chosen}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false" and box.input_value() == "ho can ngheo"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doi-tuong/gia-dinh-can-ngheo.html")
    page.keyboard.press("/")
    page.keyboard.type("ven sông")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=ven%20s%C3%B4ng")


def test_enter_is_obeyed_before_the_search_has_arrived(window: Window, address: str):
    """On a slow network someone types and presses Enter at once: the page of answers opens with what was typed."""
    page = window()
    page.route(re.compile(r"/assets/search(\.|/)"), lambda route: None)  # asked for, never answered
    page.goto(f"{address}/du-an/giam-ngheo-2-2.html")
    page.keyboard.press("/")
    page.keyboard.type("ven sông")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=ven%20s%C3%B4ng", wait_until="commit")


def test_what_a_keyboard_composes_is_answered_and_left_as_it_is(browser: Browser, address: str):
    """Keyboards of Android compose whole words: what is found follows them; the field is not touched."""
    page = browser.new_page()
    keyboard = page.context.new_cdp_session(page)

    def compose(text: str) -> None:
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    page.goto(f"{address}/tim-kiem.html")
    page.focus("#o-tim")
    page.evaluate("document.addEventListener('compositionend', () => { window.ended = true })")
    compose("ngh")
    compose("nghề")
    page.wait_for_selector("#ket-qua mark:has-text('nghề')")
    page.keyboard.press("ArrowDown")
    assert page.input_value("#o-tim") == "nghề" and not page.evaluate("window.ended")
    page.goto(f"{address}/kinh-phi.html")
    page.locator("[role=combobox]").focus()
    compose("nghèo")
    page.wait_for_selector("[role=option] mark:has-text('nghèo')")
    keyboard.send("Input.insertText", {"text": "nghèo"})
    assert page.input_value("[role=combobox]") == "nghèo"
    page.close()


def test_a_suggestion_is_a_link(window: Window, address: str):
    """It has an address and the role of an option itself; Ctrl, the middle button, Ctrl+Enter open it beside."""
    page = window()
    page.goto(f"{address}/du-an/giam-ngheo-2-2.html")
    page.keyboard.press("/")
    page.keyboard.type("can ngheo")
    option = page.locator("a[role=option]", has_text="Hộ cận nghèo").first
    there = f"{address}/doi-tuong/gia-dinh-can-ngheo.html"
    assert option.evaluate("one => one.href") == there and option.get_attribute("tabindex") == "-1"
    page.wait_for_selector("[role=option]:has-text('cho “can ngheo”')")
    page.keyboard.press("ArrowDown")
    for go in (
        lambda: option.click(button="middle"),
        lambda: option.click(modifiers=["Control"]),
        lambda: page.keyboard.press("Control+Enter"),
    ):
        with page.context.expect_page() as opened:
            go()
        opened.value.wait_for_url("**/doi-tuong/*.html")
        opened.value.close()
    assert page.url.endswith("/giam-ngheo-2-2.html") and page.evaluate("document.activeElement.value") == "can ngheo"
    option.click()
    page.wait_for_url(there)


def test_a_suggestion_stands_in_lines_on_every_page(window: Window, address: str):
    """Also on a page with the smaller style: its kind stands below what it is called, in smaller letters."""
    page = window()
    for name in ("du-an/giam-ngheo-2-2", "kinh-phi"):
        page.goto(f"{address}/{name}.html")
        page.fill("[role=combobox]", "can ngheo")
        page.wait_for_selector("[role=option] .hit-facet")
        below, sizes = page.eval_on_selector(
            "[role=option]",
            """one => {
              const [title, kind] = ['.hit-title', '.hit-facet'].map(part => one.querySelector(part))
              const size = part => Math.round(10 * parseFloat(getComputedStyle(part).fontSize)) / 10
              const below = kind.getBoundingClientRect().top >= title.getBoundingClientRect().bottom
              return [below, [size(title), size(kind)]]
            }""",
        )
        assert (below, sizes) == (True, [14.4, 12.6]), name


def test_the_first_answer_stands_above_a_phones_keyboard(browser: Browser, address: str):
    """At 360 by 640, and with 300 px left, what is found first is in sight, and Enter closes the keyboard."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem.html?q=ho+nghjeo")
    first = page.locator("#ket-qua .hit-title").first
    expect(first).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.activeElement === document.body")  # no keyboard opens over the answers
    page.set_viewport_size({"width": 360, "height": 300})
    page.goto(f"{address}/tim-kiem.html")
    page.tap("#o-tim")
    page.keyboard.type("ho nghjeo", delay=20)
    page.wait_for_function("() => document.querySelector('[data-search-page]').dataset.query === 'ho nghjeo'")
    expect(first).to_be_in_viewport(ratio=1)
    expect(page.locator("#o-tim")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement === document.body")
    page.goto(f"{address}/kinh-phi.html")
    page.tap("[role=combobox]")
    page.keyboard.type("ho")
    expect(page.locator("[role=option]").first).to_be_in_viewport(ratio=1)
    low = page.locator("[role=listbox]").evaluate("one => one.getBoundingClientRect().bottom")
    assert low <= 300
    context.close()


def test_signs_that_nobody_sees_change_no_suggestion(window: Window, address: str):
    """In the box too; a box that holds nothing else suggests nothing."""
    page = window()
    page.goto(f"{address}/kinh-phi.html")
    page.focus("[role=combobox]")
    page.keyboard.insert_text(f"can{UNSEEN} ngh{UNSEEN}eo")
    expect(page.locator("[role=option]").first).to_contain_text("Hộ cận nghèo")
    expect(page.locator("[role=option]").last).to_have_text("Xem mọi kết quả cho “can ngheo”")
    page.fill("[role=combobox]", "\u200b\u2066")
    expect(page.locator("[role=listbox]")).to_be_hidden()
