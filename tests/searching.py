"""The page of answers of a built site, asked in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202c\u202e\u2060\u2063\u2066\u2069\u3164\ufe0f\ufeff"
)
READY = "[data-search-page][data-whole]"
"""The page of answers once names and text are taken in."""


@contextmanager
def search_page(browser: Browser, site: Path) -> Iterator[Page]:
    """The search page, from a USB stick as it were, with names and text taken in."""
    page = browser.new_page()
    page.goto(f"file://{site}/tim-kiem.html?q=")  # as one who asked: the search is fetched
    page.wait_for_selector(READY)
    yield page
    page.close()


def ask(page: Page, query: str) -> list[str]:
    """Type a query on the search page; the links of the results."""
    page.fill("#o-tim", query)
    page.wait_for_function("q => document.querySelector('[data-search-page]').dataset.query === q", arg=query)
    return page.eval_on_selector_all(
        "#ket-qua > li > a.hit-title", "all => all.map(one => one.getAttribute('href').replace(/^\\.\\//, ''))"
    )


def marks(page: Page) -> list[str]:
    """The words under a mark in the results, as they are written there."""
    return page.eval_on_selector_all("#ket-qua mark", "all => all.map(one => one.textContent)")


def fits(link: str, expected: list[str]) -> bool:
    """Whether a link leads to one of the expected addresses ("du-an/2-1", "toan-van#ket-thuc", "van-ban/*")."""
    whole = re.sub(r"(/index)?\.html", "", link)
    page = whole.split("#")[0]
    return any(
        whole == one if "#" in one else page.startswith(one[:-1]) if one.endswith("*") else page == one
        for one in expected
    )
