"""The letters of a text file: UTF-8 or UTF-16, else what it seems to be is said."""

from __future__ import annotations

import codecs
import re
import unicodedata

from .document import UnreadableError

_AS_UTF8 = (
    "Hãy mở tệp bằng Word, chuyển mã sang Unicode (UniKey: Ctrl+Shift+F6), "
    "lưu thành “Văn bản thuần, UTF-8” rồi thử lại."
)
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ"
"""The letters of TCVN3 (fonts .VnTime) as Latin-1 shows them: "Nghiên cứu" is "Nghiªn cøu"."""
_VNI = re.compile("[aeiouyAEIOUY][ùøûõïâáàåãäêéèëúüæÙØÛÕÏÂÁÀÅÃÄÊÉÈË]|[ñÑ](?=[aeiouö])|[öôÖÔ](?=[ùøûõïn])")
"""Letters of VNI: the marks stand behind, "Nghieân cöùu"."""


def decoded(data: bytes) -> str:
    """The text of a file. Raises `UnreadableError` where it is no text or in another encoding."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _as(data, "utf-32")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(data, "utf-16")
    if data.startswith(codecs.BOM_UTF8):
        return _as(data, "utf-8-sig")
    if b"\0" in data[:4096]:
        pairs = len(data) // 2
        for encoding, zeros in (("utf-16-le", data[1::2].count(0)), ("utf-16-be", data[0::2].count(0))):
            if zeros > pairs * 0.3:
                return _as(data, encoding)
        raise UnreadableError("Tệp không phải văn bản. Các loại đọc được: .docx, .pdf có chữ, .doc, .txt.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _other(data)
    if unicodedata.is_normalized("NFC", text) and _seems(text):
        _other(text.encode("latin-1", "ignore"))
    return text


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        raise UnreadableError(f"Tệp ghi là {encoding.upper()} nhưng có chỗ sai mã. {_AS_UTF8}") from fault


def _other(data: bytes) -> None:
    seems = _seems(data.decode("latin-1"))
    if seems:
        raise UnreadableError(f"Tệp dùng bảng mã {seems}, không phải Unicode. {_AS_UTF8}")
    raise UnreadableError(f"Không nhận ra bảng mã của tệp (cần UTF-8). {_AS_UTF8}")


def _seems(text: str) -> str:
    """The old encoding that a text read as Latin-1 seems to be in; "" for none."""
    letters = sum(c.isalpha() for c in text) or 1
    if any("\u1e00" <= c <= "\u1eff" or c in "đĐăĂơƠưƯ" for c in text):
        return ""
    vni = len(_VNI.findall(text))
    tcvn3 = sum(c in _TCVN3 for c in text)
    if vni > letters * 0.03 and vni >= tcvn3 * 0.4:
        return "VNI (phông VNI-Times)"
    if tcvn3 > letters * 0.03:
        return "TCVN3 (phông .VnTime)"
    return ""
