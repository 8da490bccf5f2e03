"""A step after the build: the plan as open data."""

from __future__ import annotations

from ..derive.programme import Programme
from ..opendata import files as open_files
from ..pages import addresses, source
from .site import BuiltSite, Files


def files(programme: Programme, site: BuiltSite) -> Files:
    """The downloads, the data of each page with an entity of its own beside it, and the document's own text."""
    yield from open_files.files(programme, site.version, site.address)
    if site.proof:
        yield f"{addresses.DATA}/{source.FILE}", site.proof.text
