"""A plan that the list has by the address of its source: a ZIP of its folder on the web, held to the hash in the list.

What the hash does not fit is not even opened; what it fits is unpacked as any archive, as if it meant harm. What Git
knows does not come along: settings of a repository could name programs to be run.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from ..building.whole_site import BuildError
from ..pages import settings
from ..portal import fetching, listing
from ..portal.listing import Entry
from . import own_code
from .archive import Archive, ArchiveError, unpacked

LARGEST = 50_000_000
"""Bytes of such a ZIP."""
PATIENCE = 300.0
"""Seconds until it must be there."""
_WHAT = "gói mã nguồn"
_BESIDE = "__MACOSX"
"""What a Mac puts beside the folder that it packs."""


class Source(NamedTuple):
    """Where the ZIP is, its SHA-256, the line of the list that says so; `code`: code of the plan's own may run."""

    address: str
    sha256: str
    line: int
    code: bool


def source(entry: Entry) -> Source | None:
    """The source of a plan of the list, if it has one."""
    return Source(entry.source, entry.sha256, entry.line, entry.code) if entry.source else None


@contextmanager
def fetched(wanted: Source) -> Iterator[Path]:
    """The folder of the plan, for as long as it is built. Raises `BuildError`, with the line of the list."""
    with tempfile.TemporaryDirectory(prefix="programme-", ignore_cleanup_errors=True) as work:
        try:
            content = fetching.download(wanted.address, _WHAT, LARGEST, PATIENCE, secure=True)
            yield _unpacked(content, wanted, Path(work).resolve() / "plan")
        except (fetching.MissingError, fetching.TooMuchError, ArchiveError) as error:
            said = f"{error}".rstrip(".")
            raise BuildError(f"{listing.FILE}:{wanted.line}: {wanted.address}: {said}.") from None


def _unpacked(content: bytes, wanted: Source, target: Path) -> Path:
    digest = hashlib.sha256(content).hexdigest()
    if digest != wanted.sha256:
        raise ArchiveError(f"{_WHAT} có mã băm {digest}, khác mã ghi ở sha256; xem gói có bị thay không rồi sửa mã ấy")
    unpacked(Archive(content, digest), target)
    root = _root(target)
    for known in [one for one in target.rglob("*") if one.name.lower() == ".git"]:
        shutil.rmtree(known) if known.is_dir() else known.unlink()
    if (root / "HEAD").exists():  # Git would take the folder itself for a repository
        raise ArchiveError(f"{_WHAT} có tệp HEAD của một kho Git; gói chỉ được có tệp của Kế hoạch")
    if not wanted.code and (found := own_code.found(root)):
        raise ArchiveError(own_code.refusal(found))
    return root


def _root(target: Path) -> Path:
    """The plan's folder in what was unpacked: all of it, or the one folder that it is."""
    folders = [one for one in target.iterdir() if one.name != _BESIDE]
    for one in (target, *(folders if len(folders) == 1 else ())):
        if (one / settings.FILE).is_file():
            return one
    raise ArchiveError(f"{_WHAT} không có {settings.FILE} ở ngoài cùng, cũng không có trong thư mục duy nhất của nó")
