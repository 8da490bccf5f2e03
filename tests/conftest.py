"""What all tests share: a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from programme.accept.chromium import opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=60_000)  # ms: a bound for a machine with much else to do, not a measurement
    with opened() as chromium:
        yield chromium
