"""What a sheet says of itself: its address, also as a QR code, and the version and date of its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import segno

from . import formats
from .history import Version

_BORDER = 2


@dataclass(frozen=True)
class Code:
    """A QR code as one path of squares; `size` is its width with the quiet zone, in modules."""

    size: int
    path: str


@lru_cache(maxsize=None)
def qr(address: str) -> Code:
    """The QR code of an address, error correction M."""
    made = segno.make_qr(address, error="m", boost_error=False)
    runs = []
    for y, row in enumerate(made.matrix):
        for found in re.finditer("1+", "".join(map(str, row))):
            width = found.end() - found.start()
            runs.append(f"M{found.start() + _BORDER} {y + _BORDER}h{width}v1h-{width}z")
    return Code(made.symbol_size(border=_BORDER)[0], "".join(runs))


def version_line(version: Version) -> str:
    """ "Dữ liệu: bản 1a2b3c4d, ngày 05/5/2026"."""
    if version.date:
        when = f"ngày {formats.date(version.date)}"
    else:
        when = "đang sửa, chưa ghi vào lịch sử" if version.edited else "không rõ ngày"
    return f"Dữ liệu: bản {version.id}, {when}"
