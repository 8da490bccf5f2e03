"""What a sheet says of itself: its address, also as a QR code, and its version.

The version of a page is that of what it says: an edit of the data changes those of the pages that it changes. That of
all data, with its date, stands on the page about the site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..cache import code, kept
from ..pages import addresses
from ..vietnamese import formats
from .page import VERSION, Page
from .site import BuiltSite

_BORDER = 2
_MASK = 6
"""The pattern laid over a code. Readers read all eight; to find the best takes four fifths of the time, and of our
addresses it is most often this one."""
_EDITED = "đang sửa, chưa ghi vào lịch sử"


@dataclass(frozen=True)
class Code:
    """A QR code as one path, drawn with a line as wide as a module; `size` is its width with the quiet zone."""

    size: int
    path: str


@cache
def qr(address: str) -> Code:
    """The QR code of an address, error correction M."""
    size, path = kept("qr", f"{code()} {address}", lambda: _drawn(address)).decode().split("\n")
    return Code(int(size), path)


def _drawn(address: str) -> bytes:
    """The size of a code and its path, a line each."""
    import segno

    made = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    drawn = []
    for y, row in enumerate(made.matrix):
        at, line = 0, f"M{_BORDER} {y + _BORDER}.5"
        for found in re.finditer("1+", "".join(map(str, row))):
            line += f"{f'm{found.start() - at} 0' if found.start() > at else ''}h{found.end() - found.start()}"
            at = found.end()
        drawn.append(line)
    return f"{len(made.matrix) + 2 * _BORDER}\n{''.join(drawn)}".encode()


def qr_file(address: str) -> str:
    """The QR code of an address as an SVG file; "" for no address."""
    if not address:
        return ""
    made = qr(address)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {made.size} {made.size}">'
    return f'{head}<path stroke="#000" d="{made.path}"/></svg>'


def line(site: BuiltSite, page: Page) -> str:
    """The version of a page, in words; on the page about the site that of all data."""
    if page.path == addresses.ABOUT:
        return version_line(site)
    edited = any(not entry.date for entry, _ in site.log.of(page.path))
    return f"{VERSION}{page.version}{f', {_EDITED}' if edited else ''}"


def version_line(site: BuiltSite) -> str:
    """ "Phiên bản dữ liệu: 1a2b3c4d, ngày 05/5/2026"."""
    version = site.version
    unknown = _EDITED if version.edited else "không rõ ngày"
    when = f"ngày {formats.date(version.date)}" if version.date else unknown
    return f"Phiên bản dữ liệu: {version.id}, {when}"
