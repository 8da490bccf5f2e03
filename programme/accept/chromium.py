"""The browser that pages are shown and printed in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
"""How a Chromium of the machine may be called; without one, that of Playwright is taken."""
_NOT_WANTED = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI", "SpareRendererForSitePerProcess",
    # Of several such lists the last counts: what Playwright leaves out is left out here too.
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch",
)  # fmt: skip
"""What a window has around its page: two pages below its bar of addresses, a process for a page that may come.

Nobody sees them here, and they take two thirds of what it costs to open a window. A Chromium passes over a name that it
does not know.
"""
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    f"--disable-features={','.join(_NOT_WANTED)}",
]  # fmt: skip


class NoBrowserError(Exception):
    """There is no Chromium, or no more; the message says what to do."""


@contextmanager
def opened() -> Iterator[Browser]:
    """A Chromium without a window, closed in the end."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with ExitStack() as open_now:
        try:
            playwright = open_now.enter_context(sync_playwright())
            browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        except (Error, OSError) as error:
            raise NoBrowserError(
                "Không mở được trình duyệt Chromium. Cài Chromium hoặc Chrome cho máy, "
                f"hoặc gõ: python -m playwright install chromium\n{str(error).splitlines()[0]}"
            ) from None
        try:
            yield browser
        except Error as error:
            if "crashed" not in error.message and _lives(browser):
                raise
            raise NoBrowserError(
                "Trình duyệt Chromium tắt giữa chừng, nên chưa nghiệm thu xong (máy hết bộ nhớ, hoặc có ai tắt nó). "
                "Tắt bớt chương trình khác rồi gõ lại lệnh."
            ) from None
        finally:
            with suppress(Error):
                browser.close()


def _lives(browser: Browser) -> bool:
    """Whether it still does what it is asked: then an error is of who asked, who may have closed a page too early."""
    try:
        browser.new_context().close()
    except Error:
        return False
    return True
