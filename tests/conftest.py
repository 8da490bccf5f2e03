"""What all tests share: a browser and its windows, and the PDF files of the site that a folder tests."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from paper import words_of
from playwright.sync_api import Browser, Page, expect
from screens import Window
from support import ROOT, WAIT

from programme import cache
from programme.accept.chromium import opened


def pytest_configure() -> None:
    """What takes long to make is kept for all processes, of which there are hundreds.

    It is kept in one place for all plans, so that a copy of one makes it no second time. What Python compiles is kept
    too, also where somebody asked it not to.
    """
    os.environ.setdefault("PROGRAMME_CACHE", str(ROOT / ".cache"))
    cache.FOLDER = Path(os.environ["PROGRAMME_CACHE"])
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """What was collected stays, so nobody looks through it for what can go; that took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=WAIT * 1000)
    with opened() as chromium:
        for name in ("new_context", "new_page"):
            setattr(chromium, name, patient(getattr(chromium, name)))
        yield chromium


def patient(opening: Callable[..., Any]) -> Callable[..., Any]:
    """What opens a context or page that waits as long as the tests do."""

    def opens(**options: Any) -> Any:
        new = opening(**options)
        new.set_default_timeout(WAIT * 1000)
        return new

    return opens


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Window]:
    """A page for the options of `new_context`, the same for the same options from test to test.

    Opening one takes as long as showing three pages. Requests that a test held back or answered go their way in the
    next. One that leaves more behind, what it stored or the files it fetched, opens its own.
    """
    pages: dict[str, Page] = {}
    with ExitStack() as contexts:

        def shown(**options: Any) -> Page:
            key = repr(sorted(options.items()))
            if key not in pages:
                pages[key] = contexts.enter_context(browser.new_context(**options)).new_page()
            pages[key].unroute_all()
            return pages[key]

        yield shown


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, Path]:
    """Address without ending -> PDF."""
    return {path.relative_to(site).with_suffix("").as_posix(): path for path in sorted(site.rglob("*.pdf"))}


@pytest.fixture(scope="module")
def read(files: dict[str, Path]) -> dict[str, str]:
    """Address -> the letters in the PDF, without running titles and page numbers."""
    return {address: words_of(path) for address, path in files.items()}
