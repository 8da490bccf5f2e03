"""The words: data/ says what the document says, the page of the full text what data/ says, links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..built import verify
from ..pages import source
from .site import Site


def against_source(site: Site) -> Iterator[str]:
    """The first word of the document in `source/*.txt` that data/ does not have in its place, with its line."""
    yield from source.compare(site.programme, site.root)


def on_pages(site: Site) -> Iterator[str]:
    """What would keep the site from being published: pages, links, anchors, the plan's words, other hosts."""
    yield from verify.problems(site.programme, site.folder)
