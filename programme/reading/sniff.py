"""What kind of document a file is: by what it holds, not by the end of its name."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from .document import UnreadableError

BYTES = 200_000_000
"""A scanned plan of a hundred pages has some 100 MB; one with words far less."""
READABLE = "Các loại đọc được: .docx, .pdf có chữ, .doc (cần LibreOffice), .txt."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_LOCKED = "Tệp có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi thử lại."


def kind(path: Path) -> str:
    """ "docx", "pdf", "txt", or "doc": what LibreOffice must make a .docx of. Raises `UnreadableError` for all else."""
    try:
        about = path.stat()
    except (OSError, ValueError) as fault:
        if isinstance(fault, PermissionError):
            raise UnreadableError(f"Không có quyền đọc tệp {path.name}.") from fault
        raise UnreadableError(f"Không có tệp {path}.") from fault
    if stat.S_ISDIR(about.st_mode):
        raise UnreadableError(f"{path} là thư mục; cần một tệp. {READABLE}")
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableError(f"{path} không phải tệp thường. {READABLE}")
    if about.st_size == 0:
        raise UnreadableError(f"Tệp {path.name} rỗng (0 byte).")
    if about.st_size > BYTES:
        size = about.st_size // 1_000_000
        raise UnreadableError(f"Tệp {path.name} quá lớn: {size} MB, nhiều nhất {BYTES // 1_000_000} MB.")
    try:
        with path.open("rb") as file:
            head = file.read(4096)
            if head.startswith(_OLE):
                return _ole(head + file.read(4_000_000))
    except PermissionError as fault:
        raise UnreadableError(f"Không có quyền đọc tệp {path.name}.") from fault
    except OSError as fault:
        raise UnreadableError(f"Không đọc được tệp {path.name}: {fault.strerror or fault}.") from fault
    return _by_head(path, head)


def _by_head(path: Path, head: bytes) -> str:
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _zipped(path)
    if b"%PDF-" in head[:1100]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "doc"
    if head.startswith(_PICTURES):
        raise UnreadableError(
            "Tệp là hình (bản chụp hay bản quét), không có chữ để đọc. Hãy xin tệp .docx hoặc .pdf gốc, "
            "hoặc nhận dạng chữ (OCR) rồi soát lại trước khi nhập."
        )
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise UnreadableError(f"Tệp là trang web (HTML). Hãy mở bằng Word rồi lưu thành .docx. {READABLE}")
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise UnreadableError(f"Tệp là gói nén. Hãy giải nén, rồi đưa tệp kế hoạch ở trong. {READABLE}")
    if path.suffix.lower() in (".docx", ".docm", ".doc", ".pdf"):
        raise UnreadableError(
            f"Tệp có đuôi {path.suffix} nhưng bên trong không phải loại đó (hoặc đã hỏng). {READABLE}"
        )
    return "txt"


def _ole(data: bytes) -> str:
    """A file of Office before 2007, or a later one that is locked."""
    if _utf16("EncryptedPackage") in data or _utf16("EncryptionInfo") in data:
        raise UnreadableError(_LOCKED)
    if _utf16("WordDocument") in data:
        return "doc"
    for name, what in (
        ("Workbook", "bảng tính Excel"),
        ("Book", "bảng tính Excel"),
        ("PowerPoint", "trình chiếu PowerPoint"),
    ):
        if _utf16(name) in data:
            raise UnreadableError(f"Tệp là {what}, không phải văn bản. {READABLE}")
    raise UnreadableError(f"Tệp không phải văn bản của Word. {READABLE}")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _zipped(path: Path) -> str:
    """What a ZIP file holds, by the names in it."""
    try:
        with zipfile.ZipFile(path) as file:
            names = [info.filename.replace("\\", "/").casefold() for info in file.infolist()[:10_000]]
            text = (
                file.read("mimetype")[:100] if "mimetype" in names and file.getinfo("mimetype").file_size < 100 else b""
            )
    except Exception as fault:  # broken in one of many ways
        raise UnreadableError(
            "Tệp .docx bị hỏng (không mở được gói ZIP). Hãy mở tệp bằng Word hoặc LibreOffice, lưu lại rồi thử lại."
        ) from fault
    if any(name.startswith("word/") for name in names):
        return "docx"
    if text.startswith(b"application/vnd.oasis.opendocument.text"):
        return "doc"
    for folder, what in (("xl/", "bảng tính Excel"), ("ppt/", "trình chiếu PowerPoint")):
        if any(name.startswith(folder) for name in names):
            raise UnreadableError(f"Tệp là {what}, không phải văn bản. {READABLE}")
    if "[content_types].xml" in names:
        return "docx"
    raise UnreadableError(f"Tệp là gói ZIP, không phải .docx. Hãy giải nén, rồi đưa tệp kế hoạch ở trong. {READABLE}")
