"""The plan at the root of this repository is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sampled import Sampled
from support import ROOT

from programme import Programme
from programme.accept.checks import CHECKS
from programme.accept.site import Site


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.__name__)
def test_nothing_is_wrong(programme: Programme, site: Path, browser: Browser, check: Callable[[Site], Iterator[str]]):
    """Words, sums, access, paper, PDF files, downloads: no check finds anything."""
    assert list(check(Sampled(programme, ROOT, site, browser))) == []
