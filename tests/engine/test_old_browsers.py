"""Browsers of 2020 to 2022: what a page does there, though their library lacks what came later.

Each test runs in the browser at hand with all of that taken away before any script runs, and in each old Chromium
that `OLD_CHROMIUM` names (paths, as in PATH): packages of npm hold them, such as chrome-aws-lambda 5.5.0 (Chromium 88),
10.1.0 (92) and @sparticuz/chromium 109.0.6.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from screens import listening

from programme.accept.chromium import OPTIONS

OF_LATER = """() => {
  const gone = [
    [Array.prototype, 'at findLast findLastIndex toSorted toReversed toSpliced with group'],
    [String.prototype, 'at isWellFormed toWellFormed'],
    [Object, 'hasOwn groupBy'], [Map, 'groupBy'], [Promise, 'withResolvers try'], [Array, 'fromAsync'],
    [Set.prototype, 'union intersection difference isSubsetOf isSupersetOf isDisjointFrom symmetricDifference'],
    [window, 'structuredClone reportError scheduler CloseWatcher'], [crypto, 'randomUUID'],
    [URLSearchParams.prototype, 'size'], [URL, 'canParse parse'],
    [HTMLElement.prototype, 'popover showPopover hidePopover togglePopover'],
    [Element.prototype, 'checkVisibility setHTMLUnsafe'], [HTMLScriptElement, 'supports'],
    [document, 'startViewTransition'], [Document.prototype, 'startViewTransition'],
  ]
  for (const [owner, names] of gone) for (const name of names.split(' ')) delete owner[name]
  for (const owner of [Document, DocumentFragment, Element]) {
    for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
      const own = owner.prototype[name]
      if (!own) continue
      owner.prototype[name] = function (selector) {
        if (/:has|:popover-open|:is\\(|:where/.test(selector)) throw new DOMException(selector, 'SyntaxError')
        return own.call(this, selector)
      }
    }
  }
}"""
REAL = [path for path in os.environ.get("OLD_CHROMIUM", "").split(os.pathsep) if path]

OWN = "Found a 'popover' attribute."
"""What Chromium 105 to 113 says by itself of a page with explanations."""


@pytest.fixture(scope="module", params=["", *REAL], ids=lambda path: path or "taken-away")
def old_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of such a browser."""
    path: str = request.param
    old = browser.browser_type.launch(executable_path=path, args=[*OPTIONS, "--no-zygote"]) if path else browser
    with old.new_context() as context:
        page = context.new_page()
        if not path:
            page.add_init_script(f"({OF_LATER})()")
        yield page
    if path:
        old.close()


@pytest.fixture
def page(old_page: Page) -> Iterator[Page]:
    """The same on a screen, where in the end of the test no script has failed."""
    failed: list[str] = []
    old_page.emulate_media(media="screen")
    with listening(
        old_page,
        pageerror=lambda error: failed.append(str(error)),
        console=lambda said: failed.append(said.text) if said.type == "error" and OWN not in said.text else None,
    ):
        yield old_page
    assert failed == []


def seen(page: Page, selector: str) -> int:
    """How many elements are there; Playwright's own looks need a newer browser."""
    found: int = page.evaluate("one => document.querySelectorAll(one).length", selector)
    return found


def wait(page: Page, selector: str) -> None:
    page.wait_for_function("one => document.querySelector(one)", arg=selector)


def press(page: Page, selector: str) -> None:
    page.evaluate("one => document.querySelector(one).click()", selector)


def test_the_page_of_search_answers(page: Page, address: str):
    """The address is answered with what is mended, typing is, and the address keeps query and filter."""
    page.goto(f"{address}/tim-kiem.html?q=ho+nghjeo&loc=%C4%90%E1%BB%91i+t%C6%B0%E1%BB%A3ng")
    wait(page, "[data-whole]")
    assert page.evaluate("document.querySelector('#ket-qua .hit-title').textContent") == "Hộ nghèo"
    assert page.evaluate("document.querySelector('#da-sua').textContent").startswith("Đã sửa: nghjeo thành nghèo.")
    assert page.evaluate("document.querySelector('#loc [aria-pressed=true]').dataset.facet") == "Đối tượng"
    page.evaluate("document.querySelector('#o-tim').select()")
    page.keyboard.type("hoc tro")
    page.wait_for_function("() => location.search === '?q=hoc+tro&loc=%C4%90%E1%BB%91i+t%C6%B0%E1%BB%A3ng'")
    assert page.evaluate("document.querySelector('#ket-qua .hit-title').textContent").startswith("Học trò")


def test_the_box_suggests(page: Page, address: str):
    """Raw Telex too, which is read from its last letter; an arrow and Enter lead there."""
    page.goto(f"{address}/kinh-phi.html")
    page.keyboard.press("/")
    page.keyboard.type("hooj caanj ngheof")
    # Until the plan's text is there the list has only its last line, to all answers.
    page.wait_for_function(
        "() => { const list = document.querySelector('#goi-y');"
        " return /caanj ngheof/.test(list?.lastChild?.textContent) && /cận nghèo/.test(list.firstChild.textContent) }"
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/doi-tuong/gia-dinh-can-ngheo.html")


def test_each_button_of_a_page_is_there(page: Page, address: str):
    """Citations, print, colours; words that are explained lead to explanations, which nobody sees before."""
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    wait(page, "button.colours")
    assert seen(page, "button.cite") == 5 and seen(page, ".title-tools button") == 1
    press(page, "button.colours")
    assert page.evaluate("document.documentElement.dataset.colours") == "light"
    shown = "[...document.querySelectorAll('.explain')].filter(one => getComputedStyle(one).display !== 'none').length"
    assert page.evaluate(shown) == 0
    press(page, "a.term")
    assert page.evaluate(shown) == 1


def test_on_paper_an_explanation_is_marked_as_ours(page: Page, address: str):
    """Only short forms are spelled out there, after a word that says so."""
    page.goto(f"{address}/du-an/giam-ngheo-2-1.html")
    page.emulate_media(media="print")
    words = page.evaluate(
        "[...document.querySelectorAll('.explain')].filter(one => getComputedStyle(one).display !== 'none')"
        ".map(one => getComputedStyle(one, '::before').content + one.querySelector('p').textContent)"
    )
    assert words[0] == '"Viết tắt: "UBND: Ủy ban nhân dân' and all(one.startswith("none") for one in words[1:])


def test_the_finder_answers_and_keeps_its_state(page: Page, address: str):
    """What is ticked stands in the address, and comes back when the page is loaded anew."""
    page.goto(f"{address}/ho-tro.html")
    wait(page, "form.finder:not([hidden])")
    press(page, "[name=nhom][value=gia-dinh-ngheo]")
    assert page.evaluate("location.hash") == "#nhom=gia-dinh-ngheo"
    told = "[...document.querySelectorAll('.support')].some(one => /Khớp: thuộc hộ nghèo/.test(one.innerText))"
    assert page.evaluate(told)
    page.reload()
    page.wait_for_function(f"() => {told}")


def test_the_table_of_bodies_filters(page: Page, address: str):
    """A level shows its bodies, said and kept in the address."""
    page.goto(f"{address}/phan-cong.html")
    wait(page, "[data-matrix]:not([hidden])")
    page.evaluate(
        "() => { const field = document.querySelector('[name=cap]'); field.value = 'commune';"
        " field.dispatchEvent(new Event('change', { bubbles: true })) }"
    )
    assert page.evaluate("location.search") == "?cap=commune"
    assert page.evaluate("document.querySelector('[data-matrix] [role=status]').textContent") == "7 cơ quan"
    page.reload()
    wait(page, "[data-matrix]:not([hidden])")
    assert page.evaluate("document.querySelector('[name=cap]').value") == "commune"


def test_the_duties_of_a_body_and_the_list_of_sheets_have_their_buttons(page: Page, address: str):
    """A chip shows the sentences of one role; sheets can be ticked to be printed together."""
    page.goto(f"{address}/co-quan/phong-kinh-te.html")
    wait(page, ".chips button")
    press(page, ".chips button")
    assert page.evaluate("document.querySelector('.only-role').textContent").startswith("Chỉ xem ")
    assert page.evaluate("location.search").startswith("?vai-tro=")
    page.goto(f"{address}/du-an/index.html")
    wait(page, "[data-sheets] [type=checkbox]")
    assert seen(page, "[data-sheets] + button.main-button") == 1
