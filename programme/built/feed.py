"""A step after the build: the change log as an Atom feed."""

from __future__ import annotations

from ..derive.programme import Programme
from ..pages import addresses
from ..render.renderer import Renderer
from .site import BuiltSite, Files


def files(programme: Programme, site: BuiltSite) -> Files:
    """The feed; none where Git knows nothing of the data."""
    if site.log.since:
        dated = [entry for entry in site.log.entries if entry.date]
        feed = Renderer(programme, site.log).part("feed.xml", entries=dated, address=site.address)
        yield f"{addresses.CHANGES}.xml", feed.encode()
