"""A folder as one archive with its hash, and back: what comes from another machine is unpacked as if it meant harm.

The archive is a ZIP. The same files give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 500_000_000
"""Of all files of an archive, unpacked."""
MOST_FILES = 200_000
_MOMENT = (1980, 1, 1, 0, 0, 0)
_PACKED = {".gz", ".jpg", ".pdf", ".png", ".webp", ".woff2", ".xlsx", ".zip"}
"""Files that are small already."""
_PIECE = 1 << 20


class ArchiveError(Exception):
    """An archive is not taken; the message says why. Nothing that was unpacked of it may be used."""


class Archive(NamedTuple):
    """The bytes, and their SHA-256 as the sender knows it."""

    content: bytes
    digest: str


def packed(root: Path, paths: Iterable[Path], more: Mapping[str, bytes] | None = None) -> Archive:
    """The folders and files at `paths`, by their names below `root`, and `more`: name -> content.

    Raises `ArchiveError` for a link or what is neither file nor folder, or for more than is taken; `OSError` as reading
    does.
    """
    zipped, size = io.BytesIO(), 0
    with zipfile.ZipFile(zipped, "w", compresslevel=6) as archive:
        for path in paths:
            name = path.relative_to(root).as_posix()
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                raise ArchiveError(f"{name} là liên kết hay tệp đặc biệt, không gửi sang máy khác được.")
            content = b"" if path.is_dir() else path.read_bytes()
            size += len(content)
            if size > MOST_BYTES:
                raise ArchiveError(_too_large())
            _add(archive, f"{name}/" if path.is_dir() else name, content)
        for name, content in (more or {}).items():
            _add(archive, name, content)
    return Archive(zipped.getvalue(), hashlib.sha256(zipped.getbuffer()).hexdigest())


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    stored = Path(name).suffix in _PACKED or name.endswith("/")
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def unpacked(archive: Archive, target: Path) -> None:
    """Write the files of an archive into the new folder `target`, each as a plain file of this process.

    Raises `ArchiveError` where the bytes are not those of the hash, a name leads out of the folder, is there twice or
    is no file's, or where there is more than is taken; `OSError` as writing does.
    """
    if hashlib.sha256(archive.content).hexdigest() != archive.digest:
        raise ArchiveError("Gói tệp nhận về không khớp mã băm (hỏng trên đường truyền, hay bị sửa).")
    try:
        with zipfile.ZipFile(io.BytesIO(archive.content)) as zipped:
            entries = zipped.infolist()
            _look(entries)
            target.mkdir()
            for entry in entries:
                _write(zipped, entry, target)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        raise ArchiveError(f"Gói tệp nhận về bị hỏng: {error}.") from None


def _look(entries: list[zipfile.ZipInfo]) -> None:
    """Raise where the list of an archive promises what is not taken."""
    if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_BYTES:
        raise ArchiveError(_too_large())
    seen: set[str] = set()
    for one in entries:
        name = one.filename.removesuffix("/")
        parts = name.split("/")
        wrong = any(part in ("", ".", "..") or part.strip() != part for part in parts)
        if wrong or any(letter in name for letter in '\\:\0*?"<>|') or not name.isprintable():
            raise ArchiveError(f"Gói tệp nhận về có tên không được phép: {one.filename!r}.")
        if (one.external_attr >> 16) & 0o170000 not in (0, 0o100000, 0o040000):
            raise ArchiveError(f"Gói tệp nhận về có liên kết hay tệp đặc biệt: {one.filename}.")
        if name.lower() in seen:
            raise ArchiveError(f"Gói tệp nhận về có một tên hai lần: {one.filename}.")
        seen.add(name.lower())


def _write(zipped: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    path = target / entry.filename
    if entry.is_dir():
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with zipped.open(entry) as source, path.open("xb") as file:
        while piece := source.read(_PIECE):
            left -= len(piece)
            if left < 0:  # it holds more than it says
                raise ArchiveError(_too_large())
            file.write(piece)


def _too_large() -> str:
    return f"Quá lớn: không nhận quá {MOST_BYTES // 10**6} MB hay {MOST_FILES} tệp."
