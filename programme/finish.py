"""The steps after the pages are built: scripts and search index. A builder's hook calls `finish`."""

from __future__ import annotations

from pathlib import Path

from . import scripts, search
from .derive import Programme
from .render import Renderer


def finish(programme: Programme, site: Path, templates: Path) -> None:
    """Complete the built pages in `site`."""
    scripts.write(site)
    search.write(programme, site, Renderer(programme, templates).home_of)
