"""What a sheet says of itself: its address, also as a QR code, and the version and date of its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..history.git import Version
from ..vietnamese import formats

_BORDER = 2


@dataclass(frozen=True)
class Code:
    """A QR code as one path, drawn with a line as wide as a module; `size` is its width with the quiet zone."""

    size: int
    path: str


@cache
def qr(address: str) -> Code:
    """The QR code of an address, error correction M."""
    import segno

    made = segno.make_qr(address, error="m", boost_error=False)
    drawn = []
    for y, row in enumerate(made.matrix):
        at, line = 0, f"M{_BORDER} {y + _BORDER}.5"
        for found in re.finditer("1+", "".join(map(str, row))):
            line += f"{f'm{found.start() - at} 0' if found.start() > at else ''}h{found.end() - found.start()}"
            at = found.end()
        drawn.append(line)
    return Code(len(made.matrix) + 2 * _BORDER, "".join(drawn))


def qr_file(address: str) -> str:
    """The QR code of an address as an SVG file; "" for no address."""
    if not address:
        return ""
    code = qr(address)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">'
    return f'{head}<path stroke="#000" d="{code.path}"/></svg>'


def version_line(version: Version) -> str:
    """ "Phiên bản dữ liệu: 1a2b3c4d, ngày 05/5/2026"."""
    if version.date:
        when = f"ngày {formats.date(version.date)}"
    else:
        when = "đang sửa, chưa ghi vào lịch sử" if version.edited else "không rõ ngày"
    return f"Phiên bản dữ liệu: {version.id}, {when}"
