"""A step after the build: a compressed copy beside each file of text, for servers that send it as it is."""

from __future__ import annotations

import gzip
import hashlib
import zlib

from .. import listed
from ..cache import kept
from ..derive.programme import Programme
from .site import BuiltSite, Files

TEXT = (".html", ".js", ".css", ".svg", ".json", ".jsonld", ".xml", ".txt", ".csv")
ENDING = ".gz"
HEAD = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255))
"""How each copy begins: of no time, as small as can be, made on no system that is named."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """ "kinh-phi.html.gz" for "kinh-phi.html": of every file of text in the folder, so this step comes last."""
    for path in listed.files(site.folder):
        if path.suffix in TEXT:
            yield f"{path.relative_to(site.folder).as_posix()}{ENDING}", compressed(path.read_bytes())


def compressed(content: bytes) -> bytes:
    """The bytes as gzip, kept for the next time."""
    return kept("gzip", f"{zlib.ZLIB_RUNTIME_VERSION} {hashlib.sha256(content).hexdigest()}", lambda: made(content))


def made(content: bytes) -> bytes:
    """The bytes as gzip: the same with every Python, of which each names another system in the head."""
    return HEAD + gzip.compress(content, 9, mtime=0)[len(HEAD) :]
