"""The list "Nơi nhận": who receives the plan, and for what."""

from __future__ import annotations

import re

from ....vietnamese.slugs import fold
from ..fitting import Found
from .bodies import Bodies
from .body_lists import spread

_PURPOSES = (
    ("report", r"\(\s*(?:de\s+)?(?:b/?c|bao cao)\b"), ("carry_out", r"\(\s*(?:de\s+)?(?:t/?h|thuc hien)\b"),
    ("coordinate", r"\(\s*(?:de\s+)?(?:p/?h|phoi hop)\b"), ("file", r"^\W*luu\b"),
)  # fmt: skip
_HEAD = re.compile(r"^\s*-?\s*(?:Như\s+(?:trên|Điều\s+\d+)\s*[;,]?\s*|Lưu(?:\s*:\s*|\s+))?", re.IGNORECASE)
_LEADS = ("Phòng", "Sở", "Ban", "Hội", "Trung tâm", "Các Phòng", "Các phòng")
_SHORT = {
    "CA": "Công an", "QS": "Ban Chỉ huy Quân sự", "CHQS": "Ban Chỉ huy Quân sự", "BCHQS": "Ban Chỉ huy Quân sự",
    "BP": "Đồn Biên phòng", "MT": "Ủy ban MTTQ", "UBMT": "Ủy ban MTTQ", "ND": "Hội Nông dân", "HND": "Hội Nông dân",
    "PN": "Hội Liên hiệp Phụ nữ", "LHPN": "Hội Liên hiệp Phụ nữ", "HPN": "Hội Liên hiệp Phụ nữ", "CCB": "Hội Cựu chiến binh",
    "HCCB": "Hội Cựu chiến binh", "TN": "Đoàn Thanh niên", "ĐTN": "Đoàn Thanh niên", "YT": "Trạm Y tế", "TYT": "Trạm Y tế",
}  # fmt: skip
"""What a list of recipients, and no sentence, writes in two or three letters."""
_SHORT_OF = re.compile(rf"(?P<short>{'|'.join(_SHORT)}|Quân sự)(?:\s+(?:xã|phường|thị trấn|huyện|tỉnh|đặc khu))?")


def _all_bodies(text: str, bodies: Bodies) -> bool:
    """Whether a text is nothing but names of bodies."""
    rest = text
    for one in reversed(bodies.find(text)):
        rest = rest[: one.start] + rest[one.end :]
    return not re.sub(r"\b(?:và|các)\b|[\s,;.:/–-]+", "", rest)


def found_in(text: str, bodies: Bodies) -> list[Found]:
    """The mark of one entry: the bodies that it names and its purpose."""
    said = fold(text)
    purpose = next((what for what, pattern in _PURPOSES if re.search(pattern, said)), "inform")
    ids: list[str] = []
    if names := spread(text):
        for name in names:
            short = name.split(" ", 1)[1]
            ids.append(bodies.alias(name, short))
    else:
        start = _HEAD.match(text)
        rest = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), text[start.end() if start else 0 :])
        pieces = (
            [rest]
            if _all_bodies(rest, bodies)
            else re.split(r"[;]|,\s+(?!các\s)|(?<=\bCT),\s+|\s+và\s+(?=(?:CA|QS|CHQS|BCHQS)\b)", rest)
        )
        for piece in pieces:
            piece = piece.strip(" .;,-/")
            if not piece:
                continue
            found = bodies.find(piece)
            if piece in ("CT", "Chủ tịch"):
                council = f"Chủ tịch UBND {bodies.place.split(' ')[0] if bodies.place else 'xã'}"
                ids.append(bodies.alias(council, piece))
            elif purpose != "file" and (letters := _SHORT_OF.fullmatch(piece)):
                ids.append(bodies.alias(_SHORT.get(letters["short"], _SHORT["QS"]), piece))
            elif found:
                ids += [bodies.id_of(one.name) for one in found]
            elif purpose == "file" or re.fullmatch(r"[A-ZĐ&-]{2,12}", piece):
                ids.append(bodies.id_of("Văn thư") if piece == "VT" else bodies.short_of(piece))
                if piece == "VT":
                    bodies.alias("Văn thư", "VT")
            elif re.match(r"[A-ZĐÀ-Ỹ]", piece) and not re.match(r"(?i)như|cổng|trang|báo|các đồng chí", piece):
                ids.append(bodies.id_of(piece))
    ids = [id for id in dict.fromkeys(ids) if id]
    if not ids:
        return []
    return [Found((0, len(text)), {"recipients": ids, "purpose": purpose}, "recipients", wide=(0, len(text)))]
