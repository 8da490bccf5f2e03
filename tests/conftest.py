"""What all tests share: a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from support import BROWSER_OPTIONS, BROWSERS


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine: run tests/install-tools.sh"
    with sync_playwright() as playwright:
        expect.set_options(timeout=60_000)  # ms: a bound for a machine with much else to do, not a measurement
        chromium = playwright.chromium.launch(executable_path=path, args=BROWSER_OPTIONS)
        yield chromium
        chromium.close()
