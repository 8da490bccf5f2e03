"""The site of this plan may be published as it is built."""

from __future__ import annotations

import time
from pathlib import Path

from programme import Programme
from programme.built import verify


def test_the_site_has_no_fault(programme: Programme, site: Path):
    """Every page, link and file is there, the words are the plan's; looking takes seconds at most."""
    start = time.monotonic()
    assert verify.problems(programme, site) == []
    assert time.monotonic() - start < 20  # some 2 s on two quiet cores
