"""Common nouns that begin like a place: "xã hội", "bản cam kết", "khu công nghiệp" are none, however written.

A name is one by its capitals; in headings, names of bodies and cells common nouns have these too.
"""

from __future__ import annotations

import re

from ....vietnamese.slugs import fold

_ALONE = {
    "xa": "hoi vien luan doi tac thuyet giao", "phuong": "hoi", "tinh": "uy doan doi ly le", "huyen": "uy doan doi ly", "thi xa": "hoi uy doan",
    "thanh pho": "uy", "quan": "uy doan doi", "thi tran": "uy", "thon": "ban xom ap lang que truong", "xom": "lang gieng truong", "buon": "ban lang lau truong",
    "lang": "nghe mac", "ap": "truong", "ban": "do than chat quyen nang linh an ve thao tin lang truong", "khu": "vuc",
}  # fmt: skip
"""Kind of place -> syllables that make a common noun with it."""
_WITH_NEXT = {
    "ban": "cam ket|ke hoach|ke khai|sao y|ghi nho|ghi chep|du thao|du toan|dang ky|thuyet minh|tong hop|tong ket|bao cao|tom tat|quy hoach|quy uoc|huong dan|thoa thuan|noi quy|kiem diem|hop dong|de nghi|thiet ke|danh sach|phu luc|nhan xet|dien tu|sac van|tu khai|mau so",
    "khu": "cong nghiep|cong nghe|cong cong|dan cu|kinh te|du lich|tai dinh|trung tam|do thi|bao ton|bao ve|di tich|nha o|vui choi|xu ly|chan nuoi|san xuat|che xuat|che bien|lam nghiep|tap the|sinh hoat|the thao|hanh chinh|quan su|dich vu|noi tru|ky tuc|cach ly",
}  # fmt: skip
"""The same for two syllables, of which the second is written small: "bản Cam kết"."""
_ALL = "van hoa|van minh|thong minh|kieu mau|nong thon|nong nghiep|nong nghe|du lich|do thi|tre em|dan toc|dac biet|vung cao|bien gioi"


def is_noun(kind: str, name: str, after: str, written: str = "") -> bool:
    """Whether what looks like a place ("Xã" "Hội") is a common noun.

    `after`: the words behind it; `written`: those of the whole plan: what they have in small letters more often than
    with capitals is no name.
    """
    said, told = " ".join(fold(kind).split()), fold(name).split()
    if not told:
        return True
    following = re.match(r"\s+([^\W\d_]+)", after)
    small = following[1] if following and following[1].islower() else ""
    if len(told) == 1:
        if told[0] in _ALONE.get(said, "").split():
            return True
        pair = f"{told[0]} {fold(small)}"
        if small and pair in f"{_WITH_NEXT.get(said, '')}|{_ALL}".split("|"):
            return True
    words = f"{kind.lower()} {name}" + (f" {small}" if len(told) == 1 and small else "")
    in_small = _count(written, words.lower())
    return bool(in_small) and in_small > _count(written, words) + _count(written, words[:1].upper() + words[1:])


def _count(written: str, words: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", written)) if words in written else 0
