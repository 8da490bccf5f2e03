"""At which level of administration a body is, and whether it is a body, an office or many, told by its name."""

from __future__ import annotations

import re

_ABOVE = (("central", r"(?:quoc hoi|chinh phu|thu tuong|bo(?! phan| doi| chi huy)|bo truong|trung uong|ubtvqh|uy ban thuong vu quoc hoi|ban bi thu|bo chinh tri|ban chap hanh trung uong)\b"),
          ("province", r"(?:so|giam doc so|tinh uy|thanh uy|tinh doan)\b"), ("district", r"huyen (?:uy|doan)\b"))  # fmt: skip
_OF_DISTRICT = r"\bhuyen\b|\bthi xa\b|\bthanh pho\b|(?<!co )(?<!lien )(?<!hai )\bquan, (?:huyen|thi|thanh)"
VILLAGES = "thôn|bản|xóm|ấp|buôn|bon|làng|khóm|sóc|tổ dân phố|khu phố|khu dân cư|tiểu khu"
"""What a commune is divided into; with their tones: "Ban Dân tộc" is no "bản"."""
HEADS_OF_VILLAGES = re.compile(
    rf"(?:các\s+)?(?:đồng chí\s+)?trưởng\s+(?:các\s+|\d+\s+)(?={VILLAGES}\b)|các\s+(?:đồng chí\s+)?trưởng\s+(?={VILLAGES}\b)",
    re.IGNORECASE,
)
"""Before all villages, those who head them: what the heads do, the villages do."""
_OF_VILLAGES = re.compile(rf"(?i)(?:các )?(?:trưởng )?(?:các |\d+ )?(?:{VILLAGES})(?!\w)")
MANY = re.compile(
    r"(?i)^(?:\d+|(?:tất cả )?các|những|thủ trưởng|người đứng đầu|trưởng (?:các|\d+)|cấp ủy,|cơ quan|đơn vị|thành viên|địa phương|phòng, ban|bí thư các)\b"
)
_OFFICE = re.compile(
    r"(?i)^(?:các )?(?:phó )?(?:chủ tịch|pct|giám đốc|trưởng (?!phòng ban)|chánh|bí thư|thủ tướng|bộ trưởng|hiệu trưởng|cục trưởng|công an viên)"
)


def whole(key: str) -> str:
    """A collective without what any of its kind may add: "cac phong, ban, nganh lien quan"."""
    if not re.match(r"cac (?:phong|ban|co quan|don vi|so)\b", key):
        return key
    return re.sub(r"[,-]| va | co | cua| thuoc| tren dia ban| chuyen mon", " ", key).replace("  ", " ").strip()


def level_of(name: str, key: str, level: str, place: str) -> str:
    """The level of administration that a name says, that of the plan if it says none.

    `key`: the name in folded letters, as bodies are told apart; `level`, `place`: those of the plan.
    """
    for above, pattern in _ABOVE:
        if re.match(pattern, key):
            return above
    if level != "province" and re.search(r"\b(?:tinh)\b", key):
        return "province"
    of_district = re.search(_OF_DISTRICT, key)
    if level == "province" and of_district and not _is_own_city(key, place):
        return "district"
    if _OF_VILLAGES.match(name) or re.search(r"\bcac xa\b|\bcap xa\b", key):
        return "commune"
    if (
        level == "province"
        and re.search(r"\b(?:(?<!tac )(?<!thi )xa(?! hoi)|phuong)\b", key)
        and not whole(key).startswith("cac phong")
    ):
        return "commune"
    if level == "district" and re.search(r"(?<!tac )(?<!thi )\bxa\b(?! hoi)", key):
        return "commune"
    if kind_of(name) == "collective":
        return "collective"
    return level


def _is_own_city(key: str, place: str) -> bool:
    """Whether "thành phố" in a name is the plan's own place, a city under the centre."""
    return place.casefold().startswith("thành phố") and not re.search(r"huyen|thi xa|quan", key)


def kind_of(name: str) -> str:
    """Body, office or collective."""
    if _OFFICE.match(name) and not re.match(r"(?i)(?:các )?trưởng (?:các|\d+)", name):
        return "office"
    return "collective" if MANY.match(name) or re.search(r"(?i)\bcác (?:xã|phường|thôn)", name) else "body"
