"""What a sheet says of itself: its address, also as a QR code, and the version and date of its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import unescape

from ..history.git import Version
from ..vietnamese import formats

_BORDER = 2
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')


@dataclass(frozen=True)
class Code:
    """A QR code as one path of squares; `size` is its width with the quiet zone, in modules."""

    size: int
    path: str


@cache
def qr(address: str) -> Code:
    """The QR code of an address, error correction M."""
    import segno

    made = segno.make_qr(address, error="m", boost_error=False)
    runs = []
    for y, row in enumerate(made.matrix):
        for found in re.finditer("1+", "".join(map(str, row))):
            width = found.end() - found.start()
            runs.append(f"M{found.start() + _BORDER} {y + _BORDER}h{width}v1h-{width}z")
    return Code(len(made.matrix) + 2 * _BORDER, "".join(runs))


def address_of(page: str) -> str:
    """The address on the web that a built page names as its own; nothing if it names none."""
    found = _CANONICAL.search(page)
    return unescape(found[1]) if found else ""


def version_line(version: Version) -> str:
    """ "Phiên bản dữ liệu: 1a2b3c4d, ngày 05/5/2026"."""
    if version.date:
        when = f"ngày {formats.date(version.date)}"
    else:
        when = "đang sửa, chưa ghi vào lịch sử" if version.edited else "không rõ ngày"
    return f"Phiên bản dữ liệu: {version.id}, {when}"
