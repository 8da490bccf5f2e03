"""The browser that pages are shown and printed in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""How a Chromium of the machine may be called; without one, that of Playwright is taken."""
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class NoBrowserError(Exception):
    """There is no Chromium; the message says how to get one."""


@contextmanager
def opened() -> Iterator[Browser]:
    """A Chromium without a window, closed in the end."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        except Error as error:
            raise NoBrowserError(
                "Không mở được trình duyệt Chromium. Cài Chromium hoặc Chrome cho máy, "
                f"hoặc gõ: python -m playwright install chromium\n{error.message.splitlines()[0]}"
            ) from None
        with browser:
            yield browser
