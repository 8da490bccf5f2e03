"""What a sheet says of itself: its address, also as a QR code, and its version.

The version of a page is that of what it says: an edit of the data changes those of the pages that it changes. That of
all data, with its date, stands on the page about the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..cache import code, kept
from ..pages import addresses
from ..vietnamese import formats
from .page import VERSION, Page
from .site import BuiltSite

_BORDER = 2
_MODULES = bytes.maketrans(b"\0\xff", b"#_")
"""Of a picture with a byte for each module: a dark one, a light one."""
_WIDE = 7
"""Modules of the longest run that every code has, in its corners."""
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
    from zxingcpp import BarcodeFormat, create_barcode

    made = create_barcode(address, BarcodeFormat.QRCode, ec_level="M").to_image(scale=1, add_quiet_zones=False)
    picture = memoryview(made).tobytes()  # type: ignore[arg-type]  # its types do not say that it is a buffer
    size, modules = made.shape[0], picture.translate(_MODULES).decode()
    rows = (modules[start : start + size].rstrip("_") for start in range(0, len(modules), size))
    path = "".join(f"M{_BORDER} {at}.5{row}" for at, row in enumerate(rows, _BORDER))
    longest = next(wide for wide in range(_WIDE, size) if "#" * wide not in path and "_" * wide not in path)
    for wide in range(longest, 0, -1):
        path = path.replace("#" * wide, f"h{wide}").replace("_" * wide, f"m{wide} 0")
    return f"{size + 2 * _BORDER}\n{path}".encode()


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
