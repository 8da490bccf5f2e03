"""A step after the build: the plan as open data."""

from __future__ import annotations

from ..derive.programme import Programme
from ..opendata import dcat
from ..opendata import files as open_files
from ..pages import addresses, source
from .site import BuiltSite, Files


def files(programme: Programme, site: BuiltSite) -> Files:
    """The downloads with what describes them, and the data of each page with an entity of its own beside it."""
    downloads = {}
    for name, content in _made(programme, site):
        folder, _, file = name.rpartition("/")
        if folder == addresses.DATA:
            downloads[file] = content
        yield name, content
    about = dcat.Site(site.settings.site_name or programme.plan.short_title, site.address, site.version, site.log)
    text = source.FILE if site.proof else ""
    yield f"{addresses.DATA}/{dcat.FILE}", dcat.described(programme, about, downloads, text)


def _made(programme: Programme, site: BuiltSite) -> Files:
    """The plan as open data, and the document's own text."""
    yield from open_files.files(programme, site.version, site.address)
    if site.proof:
        yield f"{addresses.DATA}/{source.FILE}", site.proof.text
