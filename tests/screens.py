"""What is asked of a page on a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from playwright.sync_api import Page

from programme.accept import access

Window = Callable[..., Page]
"""The fixture `window`: a page that stays open, for the options of a context."""


@contextmanager
def listening(page: Page, **hear: Callable[..., object]) -> Iterator[None]:
    """Hear what happens on a page that stays open, by the names of Playwright's events, and no longer."""
    for event, heard in hear.items():
        page.on(event, heard)  # type: ignore[call-overload]
    yield
    for event, heard in hear.items():
        page.remove_listener(event, heard)


def sideways(page: Page) -> int:
    """By how many CSS pixels the page scrolls sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def spaced(page: Page) -> None:
    """Letters and words stand as wide apart as a reader may set them (WCAG 1.4.12)."""
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }",
        "* { letter-spacing: .12em !important; word-spacing: .16em !important }",
    )


def cut_off(page: Page) -> list[str]:
    """The words of charts that reach beyond their chart, also where the box around them does not."""
    return list(
        page.evaluate(
            "() => [...document.querySelectorAll('.chart')].flatMap(chart => {"
            " const edge = chart.getBoundingClientRect().right + 1;"
            " const right = one => { const range = document.createRange(); range.selectNodeContents(one);"
            " return Math.max(one.getBoundingClientRect().right, range.getBoundingClientRect().right) };"
            " return [...chart.querySelectorAll('li span, figcaption, .box, .box a')]"
            ".filter(one => right(one) > edge).map(one => one.textContent) })"
        )
    )


def overlapping(page: Page) -> list[str]:
    """The lines of charts in which one text stands over another."""
    return list(
        page.evaluate(
            "() => [...document.querySelectorAll('.chart li')].filter(li => {"
            " const [a, b] = [...li.querySelectorAll(':scope > span')].map(s => s.getBoundingClientRect());"
            " return a && b && a.right > b.left + 1 && a.bottom > b.top + 1 && b.bottom > a.top + 1 })"
            ".map(li => li.textContent)"
        )
    )


def faults_of_access(page: Page, addresses: Mapping[str, str]) -> dict[str, list[str]]:
    """What is wrong for who cannot see well, in light and in dark, and what scrolls sideways: name -> faults."""
    wrong = {}
    for name, address in addresses.items():
        page.goto(address)
        found = access.findings(page)
        page.emulate_media(color_scheme="dark")
        found += [f"dark {one}" for one in access.findings(page, *access.OF_COLOURS)]
        page.emulate_media(color_scheme="light")
        found += [f"scrolls sideways by {over} px"] if (over := sideways(page)) > 0 else []
        if found:
            wrong[name] = found
    return wrong
