"""Which columns of a table are money, and which of these only add up those beside them.

"ĐVT: Triệu đồng" above a table is said of its columns of money alone: a column that counts people or works, or has a
unit of its own in its head, is none, and where neither its head nor a sum tells, a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ....vietnamese.slugs import fold

_BRACKETED = re.compile(r"\((?:(?:ĐVT|đvt|[Đđ]ơn vị(?: tính)?)\s*:\s*)?(?P<unit>[^()]{1,30})\)\s*$")
_SAID = re.compile(r"(?:ĐVT|đvt|[Đđ]ơn vị tính)\s*:\s*(?P<unit>[^():]{1,30})$")
_OF_MONEY = re.compile(r"(?:(?:ty|ti|trieu|tr|nghin|ngan)\.? ?)?(?:dong|d|vnd)?")
_EACH = re.compile(r"(?:dong|\bd|\btrd|vnd) ?/ ?[a-z]")
_NO_UNIT = re.compile(
    r"\d|=|[+]|\b(?:von|nguon|ngan sach|ns|nstw|nst|nsx|nsh|tw|dtpt|sn|neu|gom|ca|ke ca|da|du kien|uoc|tam|theo|tang|giam|tong|cong|khong|moi|cu|lam tron|xa hoi hoa)\b"
)
"""In brackets that explain the words before them: no unit."""
_LEVELS = re.compile(r"(?:cap )?(?:trung uong|tinh|huyen|xa|phuong|thon|dia phuong|nha nuoc|khac)")
_MONEY = r"kinh phi|\bvon\b|ngan sach|\bnguon|\btien\b|\bnstw\b|\bns\b|\bnst\b|\bnsx\b|du toan|tong muc|dau tu|su nghiep|doi ung|huy dong|dong gop|trung uong|\btw\b|dia phuong|nhu cau|gia tri|thanh tien|\bgiao\b|phan bo|bo tri|xa hoi hoa"
_SAYS_MONEY = re.compile(rf"{_MONEY}|\b20\d\d\b|^nam \d|^(?:tong|cong)(?: cong| so)?$|^tinh$|^huyen$|^xa$|^cap ")
_NAMES_MONEY = re.compile(r"kinh phi|\bvon\b|ngan sach|\btien\b")
_COUNTS = re.compile(
    r"so luong|khoi luong|ty le|ti le|dien tich|chieu dai|cong suat|don gia|dinh muc|nang luc thiet ke|dan so|so ho\b|so nguoi"
    r"|(?:^|\b(?:tong|trong do|hien co|nhu cau) )so (?!tien|von|kinh phi|ngan sach|du\b|bo tri|giao|giai ngan|phan bo|chi\b|thu\b|nam\b|con lai|da\b|tt\b|\(|20\d\d)[a-z]"
)
"""What is counted or measured, or what one costs; "tổng số vốn" is not."""
_SPENT = re.compile(r"giai ngan|da (?:giao|cap|chi|bo tri|thuc hien|phan bo)|thuc hien nam|con lai|con thieu|luy ke")
"""Money, but what became of it, or of others beside it."""
Amounts = Mapping[int, int]
"""Column -> amount of a row, in đồng."""


def is_no_money(head: str) -> bool:
    """Whether the head of a column says that it counts or measures something, or tells what one costs."""
    last = _last(head)
    if _EACH.search(_plain(head)):
        return True
    unit = _BRACKETED.search(head) or _SAID.search(head)
    if unit:
        told = _plain(unit["unit"]).strip(" .:")
        before = fold(head[: unit.start()])
        if told and _OF_MONEY.fullmatch(told):
            return bool(re.match(r"(?:don gia|dinh muc|suat )", last))
        if re.fullmatch(r"m[23]?|%", told):
            return True
        if len(told) > 1 and len(told.split()) <= 3 and not _NO_UNIT.search(told):
            named = _NAMES_MONEY.search(before)
            return not named or (len(told.split()) == 1 and not _LEVELS.fullmatch(told))
    return bool(_COUNTS.search(last))


def says_money(head: str) -> bool:
    """Whether the head of a column says by itself that it is money of this plan."""
    last = _last(head)
    unit = _BRACKETED.search(head)
    told = bool(unit and _OF_MONEY.fullmatch(_plain(unit["unit"]).strip(" .:")))
    return (told or bool(_SAYS_MONEY.search(last))) and not _SPENT.search(last)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _last(head: str) -> str:
    """What a head says of its own column: behind "Trong đó", which stands for several."""
    return _plain(head).split("trong do")[-1].strip(" :-,")


def added_columns(rows: Sequence[Amounts], columns: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Column -> those right behind it, or right before it, that it adds up in every row."""
    found: dict[int, tuple[int, ...]] = {}
    for place in reversed(range(len(columns))):
        behind = [one for one in columns[place + 1 :] if one not in found]
        if parts := _parts(rows, columns[place], behind):
            found[columns[place]] = parts
    for place, at in enumerate(columns):
        before = [one for one in reversed(columns[:place]) if one not in found]
        used = {one for parts in found.values() for one in parts}
        if at not in found and at not in used and (parts := _parts(rows, at, before)):
            found[at] = parts
    return found


def _parts(rows: Sequence[Amounts], at: int, beside: Sequence[int]) -> tuple[int, ...]:
    """The longest run of columns beside one that add up to it in every row, two or more of them in some row."""
    for count in range(len(beside), 1, -1):
        parts = tuple(beside[:count])
        told = [row for row in rows if row.get(at) or any(row.get(one) for one in parts)]
        if (
            len(told) > 1
            and all(sum(row.get(one, 0) for one in parts) == row.get(at, 0) for row in told)
            and any(sum(bool(row.get(one)) for one in parts) > 1 for row in told)
        ):
            return parts
    return ()
