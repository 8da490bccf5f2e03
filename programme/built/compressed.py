"""A step after the build: a compressed copy beside each file of text, for servers that send it as it is."""

from __future__ import annotations

import gzip
import hashlib
import zlib

from .. import listed
from ..cache import kept
from ..derive.programme import Programme
from .site import BuiltSite, Files

_TEXT = (".html", ".js", ".css", ".svg", ".json", ".jsonld", ".xml", ".txt", ".csv")
_SYSTEM, _UNKNOWN = 9, 255
"""Which byte of the head names the system, and what stands there for none."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """ "kinh-phi.html.gz" for "kinh-phi.html": of every file of text in the folder, so this step comes last."""
    for path in listed.files(site.folder):
        if path.suffix in _TEXT:
            yield f"{path.relative_to(site.folder).as_posix()}.gz", compressed(path.read_bytes())


def compressed(content: bytes) -> bytes:
    """The bytes as gzip: the same with every Python, of which each names another system in the head."""
    return kept("gzip", f"{zlib.ZLIB_RUNTIME_VERSION} {hashlib.sha256(content).hexdigest()}", lambda: _made(content))


def _made(content: bytes) -> bytes:
    made = bytearray(gzip.compress(content, 9, mtime=0))
    made[_SYSTEM] = _UNKNOWN
    return bytes(made)
