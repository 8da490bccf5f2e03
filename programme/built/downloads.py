"""A step after the build: the plan as open data."""

from __future__ import annotations

from ..derive.programme import Programme
from ..opendata import files as open_files
from .site import BuiltSite, Files


def files(programme: Programme, site: BuiltSite) -> Files:
    """The downloads, and the data of each page with an entity of its own beside it."""
    return open_files.files(programme, site.version, site.address)
