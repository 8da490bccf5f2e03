"""Access: axe finds nothing, HTML is valid, the keyboard reaches everything, nothing scrolls sideways."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page

KINDS = (
    "index", "ho-tro", "tim-kiem", "du-an/index", "du-an/3-2", "doi-tuong/index", "doi-tuong/ho-ngheo", "co-quan/index",
    "co-quan/phong-ldtbxh", "phan-cong", "bao-cao", "kinh-phi", "van-ban/index", "van-ban/nd-27-2022", "muc-tieu",
    "thuat-ngu", "toan-van", "khong-co-trong-ke-hoach", "hien-nay", "gioi-thieu", "nhat-ky", "du-lieu", "404",
    "huong-dan/index",
)  # fmt: skip
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def faults(page: Page, *rules: str) -> list[str]:
    """What axe finds on a page: with all its rules, also those of level AAA and experimental ones, or with some."""
    found = page.evaluate(
        "rules => axe.run({runOnly: {type: 'rule', values: rules.length ? rules : axe.getRules().map(r => r.ruleId)}})"
        ".then(done => done.violations.map(one => one.id + ': '"
        " + one.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary).join(' | ')))",
        list(rules),
    )
    return list(found)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, address: str, width: int):
    """All rules of axe on every kind of page, colours in light and dark; no sideways scrolling."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="light", bypass_csp=True)
    page = context.new_page()
    wrong = {}
    for kind in KINDS:
        page.goto(f"{address}/{kind}.html")
        page.add_script_tag(path=AXE)
        found = faults(page)
        page.emulate_media(color_scheme="dark")
        found += [f"dark {one}" for one in faults(page, "color-contrast-enhanced", "link-in-text-block")]
        page.emulate_media(color_scheme="light")
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"scrolls sideways by {over} px"] if over > 0 else []
        if found:
            wrong[kind] = found
    context.close()
    assert not wrong


def test_axe_finds_nothing_in_answers(browser: Browser, address: str):
    """The same with results on the search page, suggestions open, an answer of the finder."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem.html?q=ho nghjeo")
    page.wait_for_selector("[data-search-page][data-whole]")
    page.add_script_tag(path=AXE)
    assert faults(page) == []
    page.goto(f"{address}/kinh-phi.html")
    page.keyboard.press("/")
    page.keyboard.type("ho ngheo")
    page.wait_for_selector("[role=option]")
    page.add_script_tag(path=AXE)
    assert faults(page) == []
    page.goto(f"{address}/ho-tro.html#nhom=ho-ngheo")
    page.wait_for_selector("form.finder:not([hidden])")
    page.add_script_tag(path=AXE)
    assert faults(page) == []
    context.close()


def test_axe_can_fail(browser: Browser, address: str):
    """The check sees a picture without words and a text too pale."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/gioi-thieu.html")
    page.evaluate(
        "() => { const wrong = '<img src=x.png><p class=pale>nhạt</p>';"
        " document.querySelector('.body').insertAdjacentHTML('beforeend', wrong);"
        " document.querySelector('.pale').style.color = '#666' }"
    )
    page.add_script_tag(path=AXE)
    assert {"image-alt", "color-contrast-enhanced"} <= {one.split(":")[0] for one in faults(page)}
    context.close()


def test_html_is_valid(site: Path):
    """html-validate finds no error in any page."""
    run = subprocess.run(
        ["node_modules/.bin/html-validate", "--config", "tests/html-validate.json", str(site / "**/*.html")],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-3000:]


def test_the_keyboard_goes_skip_link_first_and_always_shows_where_it_is(browser: Browser, address: str):
    """Tab: the skip link, the name, the search, the colours, the navigation; each stop visible with an outline."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}/du-an/3-2.html")
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
    assert names[:3] == ["Tới nội dung", "Giảm nghèo Hậu Lộc 2023", "Tìm kiếm"]
    assert "Tìm hỗ trợ" in names and "Tra cứu" in names
    assert [stop for stop in seen if not (stop[1] and stop[2])] == []
    page.goto(f"{address}/du-an/3-2.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.close()


def test_targets_are_large_enough_to_touch(browser: Browser, address: str):
    """Controls and links outside running text are at least 24 px high on a phone."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
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
    page.close()
    assert not small


def test_at_400_percent_everything_reflows(browser: Browser, address: str):
    """A window of 1280 px at 400 % is 320 px wide: nothing is cut off, tables are cards."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    for kind in ("kinh-phi", "phan-cong", "bao-cao", "ho-tro"):
        page.goto(f"{address}/{kind}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
    page.close()


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


def test_reduced_motion_is_kept(site: Path):
    """Nothing on the site moves by itself."""
    text = (site / "index.html").read_text(encoding="utf-8")
    assert "animation" not in text and "transition" not in text
