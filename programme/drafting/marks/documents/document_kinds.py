"""Kinds of documents by their names, by the short forms of these, and by the letters that their numbers have."""

from __future__ import annotations

import re

KINDS = {
    "Luật": "law", "Bộ luật": "law", "Pháp lệnh": "ordinance", "Nghị định": "decree", "Nghị quyết": "resolution",
    "Quyết định": "decision", "Thông tư liên tịch": "circular", "Thông tư": "circular", "Chỉ thị": "directive",
    "Kết luận": "conclusion", "Kế hoạch": "plan", "Chương trình": "programme", "Công văn": "letter", "Văn bản": "letter",
    "Công điện": "telegram", "Hướng dẫn": "guidance", "Thông báo": "notice", "Tờ trình": "submission",
    "Báo cáo": "report", "Đề án": "scheme", "Quy định": "regulation", "Quy chế": "regulation", "Biên bản": "minutes",
}  # fmt: skip
"""Kind in words -> the key of `DocumentKind`, or one of the plan's own."""
OWN = {
    "report": "Báo cáo", "scheme": "Đề án", "regulation": "Quy định", "telegram": "Công điện", "minutes": "Biên bản",
}  # fmt: skip
"""Kinds that the closed list has not: their labels."""
SYMBOLS = {
    "QĐ": "decision", "NQ": "resolution", "NĐ": "decree", "TT": "circular", "TTLT": "circular", "CT": "directive",
    "KL": "conclusion", "KH": "plan", "CTr": "programme", "CTR": "programme", "CTHĐ": "programme", "CV": "letter",
    "CĐ": "telegram", "HD": "guidance", "HDLN": "guidance", "TB": "notice", "TTr": "submission", "TTR": "submission",
    "BC": "report", "ĐA": "scheme", "QC": "regulation", "QyĐ": "regulation", "QĐi": "regulation", "BB": "minutes",
}  # fmt: skip
"""The letters for a kind, in a number ("33/NQ-HĐND") or before one ("NQ số 33/NQ-HĐND") -> as in `KINDS`."""
SHORT = {
    "law": "luat", "ordinance": "pl", "decree": "nd", "resolution": "nq", "decision": "qd", "circular": "tt",
    "directive": "ct", "conclusion": "kl", "plan": "kh", "programme": "ctr", "letter": "cv", "guidance": "hd",
    "notice": "tb", "submission": "ttr", "report": "bc", "scheme": "da", "regulation": "quy-dinh", "telegram": "cd",
    "minutes": "bb",
}  # fmt: skip
"""Kind -> how ids of its documents begin."""
_SYMBOL = re.compile(r"^\d+[a-z]?(?:/\d{4})?\s*[/-]\s*([A-ZĐƯa-zđ]+)(?:\s*[-–/]|$)")


def kind_by(number: str) -> str:
    """The kind that the letters of a number tell: "33/NQ-HĐND" is a resolution, "52-KL/TU" a conclusion; else ""."""
    letters = _SYMBOL.match(number)
    return SYMBOLS.get(letters[1], "") if letters else ""


def tail_of(number: str) -> str:
    """How the number of a document names who issued it: "CP" of "20/2021/NĐ-CP", "QH15" of "72/2025/QH15".

    Where no kind stands before the stroke, as in the numbers of letters, what is behind it is the department that
    wrote it: "SNV" of "45/SNV-CCHC".
    """
    *before, letters = re.split(r"/", number)
    first, *more = (one.strip() for one in re.split(r"[-–]", letters))
    is_letter = before and more and first not in SYMBOLS and re.fullmatch(r"[A-ZĐ]{3,}|TTg", first)
    return first if is_letter else (more or [first])[-1]
