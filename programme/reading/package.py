"""The parts of a .docx: a ZIP file of XML, opened without trust.

Nothing is unpacked to disk or fetched; pictures, macros and embedded files are never opened; a document type
(entities that grow without end) is refused; each part has a greatest size, whatever the ZIP says of itself.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from .document import UnreadableError

PARTS = 5_000
PART_BYTES = 48_000_000
"""Of one part of XML: a plan of a thousand pages has some ten million."""
BOMB_RATIO, BOMB_BYTES = 150, 16_000_000
"""XML that packs better than this is made to fill memory, if it is also this long."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_SPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""Names of the strict form of the standard -> those of the usual one."""
_BROKEN = "Tệp .docx bị hỏng ({}). Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi thử lại."


class _Tree(ElementTree.TreeBuilder):
    """A tree of elements without a document type."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UnreadableError(
            "Tệp .docx có khai báo DOCTYPE, Word không bao giờ ghi như vậy: không đọc vì lý do an toàn."
        )


class Package:
    """A .docx opened; `part` reads one of its XML files."""

    def __init__(self, path: Path):
        try:
            self._zip = zipfile.ZipFile(path)
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, OverflowError) as fault:
            raise UnreadableError(_BROKEN.format("không mở được gói ZIP")) from fault
        if len(infos) > PARTS:
            raise UnreadableError(f"Tệp .docx có {len(infos)} phần, nhiều hơn {PARTS}: không đọc vì lý do an toàn.")
        self._names = {info.filename.replace("\\", "/").lstrip("/").casefold(): info for info in infos}
        found = [target for kind, target in self._relations("") if kind == "officeDocument"]
        self.main = next((name for name in (*found, "word/document.xml") if self._info(name)), "")
        if not self.main:
            raise UnreadableError(_BROKEN.format("không có phần chính word/document.xml"))

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def macros(self) -> bool:
        """Whether it holds macros; they are not opened."""
        return any(name.endswith("vbaproject.bin") for name in self._names)

    @property
    def pictures(self) -> bool:
        return any("/media/" in name for name in self._names)

    def part(self, name: str) -> ElementTree.Element | None:
        """The root of a part's XML; None where there is no such part. Raises `UnreadableError` where it is broken."""
        info = self._info(name)
        if info is None:
            return None
        data = self._bytes(info)
        if _STRICT in data:
            for strict, usual in _SPACES.items():
                data = data.replace(strict, usual)
        try:
            return ElementTree.fromstring(data, ElementTree.XMLParser(target=_Tree()))
        except (ElementTree.ParseError, LookupError, ValueError) as fault:
            raise UnreadableError(_BROKEN.format(f"phần {name} không phải XML đúng")) from fault

    def related(self, kind: str) -> list[str]:
        """The parts that the document names as "styles", "numbering", "footnotes", "header" ... and that are there."""
        return [target for found, target in self._relations(self.main) if found == kind and self._info(target)]

    def _relations(self, source: str) -> list[tuple[str, str]]:
        folder, name = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return [
            (one.get("Type", "").rpartition("/")[2], _inside(folder, one.get("Target", "")))
            for one in (root if root is not None else ())
            if one.get("TargetMode") != "External"
        ]

    def _info(self, name: str) -> zipfile.ZipInfo | None:
        return self._names.get(name.casefold())

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise UnreadableError("Gói ZIP của tệp .docx có mật khẩu. Hãy lưu lại thành .docx không có mật khẩu.")
        bomb = f"Phần {info.filename} của tệp .docx nở ra quá lớn (trên {{}} MB): không đọc vì lý do an toàn."
        try:
            with self._zip.open(info) as file:
                data = file.read(PART_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as fault:
            raise UnreadableError(_BROKEN.format(f"phần {info.filename} không giải nén được")) from fault
        if len(data) > PART_BYTES:
            raise UnreadableError(bomb.format(PART_BYTES // 1_000_000))
        if len(data) > BOMB_BYTES and len(data) > BOMB_RATIO * max(info.compress_size, 1):
            raise UnreadableError(bomb.format(BOMB_BYTES // 1_000_000))
        return data


def _inside(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
