"""Addresses that were published: they are printed on paper and must never change.

`released.txt` lists them, one a line. `python -m programme release` adds those
of today; nothing ever leaves the list. Where what an address was of is gone for good, its line says where it leads
now: "co-quan/phong-van-hoa -> co-quan/index"; the site has a page there that leads on (`built.moved`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from .. import whole
from ..command_words import typed
from ..derive.programme import Programme
from ..load.findings import Finding, FindingsError, did_you_mean
from . import addresses as own
from . import page_files
from .names import RELEASED as FILE

ARROW = "->"
"""Between an address and the one that it leads to."""


def addresses(programme: Programme) -> list[str]:
    """The address of every page of the plan."""
    return sorted(file.removesuffix(".md") for file in page_files.expected(programme))


def _lines(root: Path) -> list[tuple[str, str]]:
    """(address, the one that it leads to or "") of each line."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError:
        raise FindingsError([Finding(FILE, 0, "Tệp không phải chữ UTF-8.", "lưu lại tệp bằng mã UTF-8")]) from None
    return [_parted(line) for line in text.split("\n")] if path.exists() else []


def _parted(line: str) -> tuple[str, str]:
    address, arrow, to = line.partition(ARROW)
    return (address.strip(), _page(to)) if arrow else (line, "")


def _page(address: str) -> str:
    """An address as the list has it, however it was typed: "/co-quan", "co-quan/", "co-quan.html"."""
    address = address.strip().strip("/").removesuffix(".html")
    return f"{address}/{own.HOME}" if address in page_files.FOLDERS else address


def check(programme: Programme, root: Path) -> list[Finding]:
    """A finding for each published address that leads nowhere now."""
    lines, now = _lines(root), set(addresses(programme))
    free = now - {address for address, _ in lines}
    lost = [(at, one, to) for at, (one, to) in enumerate(lines, 1) if one and one not in now and to not in now]
    foreign = [one for one in lost if not one[2] and not _near(one[1], free)]
    if len(foreign) >= page_files.MANY:
        names = page_files.first_of([f"/{address} (dòng {line})" for line, address, _ in foreign])
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
    return [*([many] if many else []), *(_lost(*one, free) for one in lost)]


def _lost(line: int, address: str, to: str, free: set[str]) -> Finding:
    if to:
        found = f'địa chỉ "/{address}" đã phát hành được cho dẫn tới "/{to}", mà không có trang ấy.'
        return Finding(FILE, line, found, f"sau dấu {ARROW} là địa chỉ của một trang đang có", default(address, free))
    return Finding(
        FILE,
        line,
        f'địa chỉ "/{address}" đã phát hành nay không còn trang.{_near(address, free)}',
        "mã (id, code) của mục ấy trong data/ như cũ, vì địa chỉ này đã in ra giấy; mục ấy bỏ hẳn thì gõ "
        f"{typed('pages DROP=1')} để địa chỉ cũ dẫn tới trang chung; chỉ dòng này bị gõ nhầm thì sửa hoặc xóa",
    )


def _near(address: str, free: set[str]) -> str:
    """The page that is meant, among those of the same folder that no other line names."""
    folder = address.rpartition("/")[0]
    return did_you_mean(address, {one for one in free if one.rpartition("/")[0] == folder} - {f"{folder}/index"})


def default(address: str, now: Collection[str]) -> str:
    """Where an address leads whose page is gone, if nobody says otherwise: the overview of its kind, or the home."""
    folder = f"{address.rpartition('/')[0]}/{own.HOME}"
    return folder if folder in now else own.HOME


def listed(root: Path) -> set[str]:
    """The addresses that were published; none where the list cannot be read, which is said elsewhere."""
    try:
        return {address for address, _ in _lines(root) if address}
    except FindingsError:
        return set()


def lost(programme: Programme, root: Path) -> list[str]:
    """The published addresses that lead nowhere now."""
    now = set(addresses(programme))
    try:
        return [address for address, to in _lines(root) if address and address not in now and to not in now]
    except FindingsError:
        return []


def moved(root: Path) -> dict[str, str]:
    """Address -> the one that it leads to, for those that the list has one for."""
    try:
        return {address: to for address, to in _lines(root) if to}
    except FindingsError:
        return {}


def led(root: Path, leads: Mapping[str, str]) -> str:
    """The text of the list where `leads` (address -> another) are written; what led to them leads on as they do."""
    lines = [(one, leads.get(one, leads.get(to, to))) for one, to in _lines(root)]
    return "\n".join(f"{one} {ARROW} {to}" if to else one for one, to in lines)


def lead(root: Path, leads: Mapping[str, str]) -> None:
    """Write the same."""
    whole.write(root / FILE, led(root, leads))


def release(programme: Programme, root: Path) -> list[str]:
    """Add the addresses of today to the list; returns the new ones. What is a page again leads nowhere else."""
    now = addresses(programme)
    known = {address: to for address, to in _lines(root) if address}
    lines = {**{one: "" if one in now else to for one, to in known.items()}, **dict.fromkeys(now, "")}
    whole.write(
        root / FILE, "".join(f"{one} {ARROW} {to}\n" if to else f"{one}\n" for one, to in sorted(lines.items()))
    )
    return [one for one in now if one not in known]
