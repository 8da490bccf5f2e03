"""Short forms in a draft's words that no register explains: the check asks for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..marks.words import one_spelling
from .initials import full_of

_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ&]+")
_ROMAN = re.compile(r"[IVXL]+")
_USUAL = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "UBMT": "Ủy ban Mặt trận",
    "CA": "Công an",
    "QS": "Quân sự",
    "CHQS": "Chỉ huy Quân sự",
    "BCHQS": "Ban Chỉ huy Quân sự",
    "TYT": "Trạm Y tế",
    "ĐTN": "Đoàn Thanh niên",
    "MTQG": "mục tiêu quốc gia",
    "CTMTQG": "Chương trình mục tiêu quốc gia",
    "NTM": "nông thôn mới",
    "DTTS": "dân tộc thiểu số",
    "DTTS&MN": "dân tộc thiểu số và miền núi",
    "KH": "Kế hoạch",
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CP": "Chính phủ",
    "TT": "Thông tư",
    "TTg": "Thủ tướng Chính phủ",
    "CT": "Chỉ thị",
    "TTr": "Tờ trình",
    "BC": "Báo cáo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "CV": "Công văn",
    "QH": "Quốc hội",
    "TU": "Tỉnh ủy",
    "ĐU": "Đảng ủy",
    "HU": "Huyện ủy",
    "TW": "Trung ương",
    "BCĐ": "Ban Chỉ đạo",
    "NSTW": "ngân sách trung ương",
    "NSĐP": "ngân sách địa phương",
    "NHCSXH": "Ngân hàng Chính sách xã hội",
    "CSXH": "Chính sách xã hội",
    "BHYT": "bảo hiểm y tế",
    "BHXH": "bảo hiểm xã hội",
    "GDNN": "Giáo dục nghề nghiệp",
    "GDTX": "Giáo dục thường xuyên",
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "LHPN": "Liên hiệp Phụ nữ",
    "TNCS": "Thanh niên Cộng sản",
    "CCB": "Cựu chiến binh",
    "PCT": "Phó Chủ tịch",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "HTX": "hợp tác xã",
    "KT": "Kinh tế",
    "XH": "Xã hội",
    "KT-XH": "kinh tế - xã hội",
    "PTNT": "Phát triển nông thôn",
    "VT": "Văn thư",
    "VP": "Văn phòng",
    "TTTU": "Thường trực Tỉnh ủy",
    "TTHU": "Thường trực Huyện ủy",
    "TTHĐND": "Thường trực Hội đồng nhân dân",
    "BTV": "Ban Thường vụ",
    "BQL": "Ban Quản lý",
    "GDĐT": "Giáo dục và Đào tạo",
    "GD&ĐT": "Giáo dục và Đào tạo",
    "NN&MT": "Nông nghiệp và Môi trường",
    "VHXH": "Văn hóa - Xã hội",
    "ĐBKK": "đặc biệt khó khăn",
    "TDP": "tổ dân phố",
    "TTHC": "thủ tục hành chính",
    "CNTT": "công nghệ thông tin",
    "OCOP": "mỗi xã một sản phẩm",
    "ĐVT": "Đơn vị tính",
}
"""What the offices of the whole country write short."""
_SENSES = {
    "TT": (
        (
            "Thường trực",
            re.compile(
                r"(?<![\w/-])TT\.? ?(?:(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) ủy"
                r"|(?:TU|HU|ĐU|HĐND|UBND|UBMT|MTTQ|BCĐ)\b|(?:Hội đồng nhân dân|Ủy ban|Mặt trận|Ban Chỉ đạo))",
                re.IGNORECASE,
            ),
        ),
        ("Thông tư", re.compile(r"/TT-|(?<![\w/-])TT số ")),
    ),
    "CT": (
        ("chủ trì", re.compile(r"^\W*CT\W*$|\(CT\)")),
        ("Chủ tịch", re.compile(r"(?<![\w/-])CT(?=,| UBND| và)")),
        ("Chỉ thị", re.compile(r"/CT-|(?<![\w/-])CT số ")),
    ),
    "PH": (("phối hợp", re.compile(r"^\W*PH\W*$|\(PH\)")),),
    "TH": (("thực hiện", re.compile(r"^\W*TH\W*$|\(TH\)")),),
}
"""Short forms that stand for several things: what the words around them tell."""
UNKNOWN = "(bản nháp: chưa rõ viết tắt cho gì)"


def completed(
    known: Mapping[str, Mapping[str, Any]], texts: Iterable[str], words: Iterable[str] = ()
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """The short forms of texts with what they stand for, and those of which nobody knows.

    `words`: all that the plan says, where what they stand for may be. A short form is a word with two capitals at
    least that are half of its letters, in a text that is not all capitals.
    """
    texts, spoken = [*texts], [*words]
    found = {short: {**record, "full": _as_written(str(record["full"]), texts)} for short, record in known.items()}
    explained: set[str] = set()
    for short, record in found.items():
        said = str(record.get("short", short))
        explained.update((said, *_WORD.findall(said)))
    unknown: list[str] = []
    for text in texts:
        if text.isupper() and " " in text:
            continue
        for word in _WORD.findall(text):
            capitals = sum(char.isupper() for char in word)
            if word in explained or capitals < 2 or capitals * 2 < len(word) or _ROMAN.fullmatch(word):
                continue
            explained.add(word)
            full = _sense(word, texts) or _USUAL.get(word, "") or full_of(word, spoken)
            found[word] = {"short": word, "full": full or UNKNOWN}
            if not full:
                unknown.append(word)
    return found, unknown


def _sense(word: str, texts: Sequence[str]) -> str:
    """What a short form with several senses stands for in the texts; "" where nothing tells."""
    told = [full for full, around in _SENSES.get(word, ()) if any(around.search(one_spelling(text)) for text in texts)]
    return "; ".join(told)


def _as_written(full: str, texts: Sequence[str]) -> str:
    """The words of a full form as the texts write them, with their strokes and commas, if they do."""
    if any(full.lower() in text.lower() for text in texts):
        return full
    words = re.compile(r"(?<!\w)" + r"(?: - |-|, | )".join(map(re.escape, full.split())) + r"(?!\w)", re.IGNORECASE)
    found = next((match[0] for text in texts if (match := words.search(text))), full)
    return full[:1] + found[1:]
