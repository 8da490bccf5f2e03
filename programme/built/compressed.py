"""A step after the build: a compressed copy beside each file of text, for servers that send it as it is."""

from __future__ import annotations

import gzip

from ..derive.programme import Programme
from .site import BuiltSite, Files

_TEXT = (".html", ".js", ".css", ".svg", ".json", ".xml", ".txt", ".csv")


def files(programme: Programme, site: BuiltSite) -> Files:
    """ "kinh-phi.html.gz" for "kinh-phi.html": of every file of text in the folder, so this step comes last."""
    for path in sorted(site.folder.rglob("*")):
        if path.suffix in _TEXT and path.is_file():
            yield f"{path.relative_to(site.folder).as_posix()}.gz", gzip.compress(path.read_bytes(), 9, mtime=0)
