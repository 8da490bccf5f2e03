"""Addresses that were published: they are printed on paper and must never change.

`released.txt` lists them, one a line. `python -m programme release` adds those
of today; nothing ever leaves the list.
"""

from __future__ import annotations

from pathlib import Path

from .. import whole
from ..derive.programme import Programme
from ..load.findings import Finding, FindingsError, did_you_mean
from . import page_files
from .names import RELEASED as FILE


def addresses(programme: Programme) -> list[str]:
    """The address of every page of the plan."""
    return sorted(file.removesuffix(".md") for file in page_files.expected(programme))


def _released(root: Path) -> list[str]:
    path = root / FILE
    try:
        return path.read_text(encoding="utf-8-sig").split("\n") if path.exists() else []
    except UnicodeDecodeError:
        raise FindingsError([Finding(FILE, 0, "Tệp không phải chữ UTF-8.", "lưu lại tệp bằng mã UTF-8")]) from None


def check(programme: Programme, root: Path) -> list[Finding]:
    """A finding for each published address that leads nowhere now."""
    now, listed = set(addresses(programme)), _released(root)
    free = now - {*listed}
    lost = [(line, address) for line, address in enumerate(listed, 1) if address and address not in now]
    foreign = [one for one in lost if not _near(one[1], free)]
    if len(foreign) >= page_files.MANY:
        names = page_files.first_of([f"/{address} (dòng {line})" for line, address in foreign])
        many = Finding(
            FILE,
            foreign[0][0],
            f"{len(foreign)} địa chỉ đã phát hành nay không còn trang: {names}.",
            "mã (id, code) của các mục ấy trong data/ như cũ, vì địa chỉ đã in ra giấy; tệp này chép từ Kế hoạch khác "
            "sang thì xóa tệp",
        )
        lost = [one for one in lost if one not in foreign]
    else:
        many = None
    return [
        *([many] if many else []),
        *(
            Finding(
                FILE,
                line,
                f'địa chỉ "/{address}" đã phát hành nay không còn trang.{_near(address, free)}',
                "mã (id, code) của mục ấy trong data/ như cũ, vì địa chỉ này đã in ra giấy; "
                "chính dòng này bị sửa nhầm thì lấy lại dòng cũ; dòng thêm nhầm, địa chỉ chưa in ra bao giờ, thì xóa",
            )
            for line, address in lost
        ),
    ]


def _near(address: str, free: set[str]) -> str:
    """The page that is meant, among those of the same folder that no other line names."""
    folder = address.rpartition("/")[0]
    return did_you_mean(address, {one for one in free if one.rpartition("/")[0] == folder} - {f"{folder}/index"})


def listed(root: Path) -> set[str]:
    """The addresses that were published; none where the list cannot be read, which is said elsewhere."""
    try:
        return {address for address in _released(root) if address}
    except FindingsError:
        return set()


def release(programme: Programme, root: Path) -> list[str]:
    """Add the addresses of today to the list; returns the new ones."""
    old = {address for address in _released(root) if address}
    new = sorted(set(addresses(programme)) - old)
    whole.write(root / FILE, "\n".join(sorted({*old, *new})) + "\n")
    return new
