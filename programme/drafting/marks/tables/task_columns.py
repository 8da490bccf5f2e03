"""What each column of a table of tasks says: by its head, and by its cells where the head is not one of the usual."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..bodies.bodies import Bodies
from ..timing.cell_times import listed_times
from ..timing.dates import DATE
from ..timing.timing import times
from ..work.bearers import rest_of

_WHO = r"(?:(?:cac )?(?:co quan|don vi|bo phan|nguoi|ca nhan|to chuc|thanh phan|ben|noi)(?:, (?:don vi|ca nhan|bo phan))* )"
_SAYS = (
    ("partners", rf"phoi hop|phoi, ket hop|\bcung (?:thuc hien|tham gia|lam|trien khai)|^{_WHO}?(?:tham gia|ho tro|lien quan|hiep dong|giup)\b|^ai (?:giup|phoi hop|ho tro|cung)"),
    ("timing", r"thoi (?:gian|han|diem)|tien do|han (?:hoan thanh|xong|cuoi|chot|nop)|ket thuc|^den ngay|^(?:ky )?han\b|hoan thanh|^moc\b|^lich\b|^xong\b|khi nao|^thang$|^ngay\b"),
    ("product", r"san pham|ket qua(?: dau ra| du kien| (?:can|phai) (?:dat|co)| thuc hien| (?:yeu cau|mong doi))?$|dau ra"),
    ("lead", rf"^{_WHO}?(?:duoc giao |duoc phan cong )?(?:chu tri|thuc hien$|phu trach(?! (?:thon|ban\b|xom|ap\b|xa\b|dia ban|cum|linh vuc|mang))|chiu trach nhiem|dau moi|(?:lam )?chu dau tu|tham muu$)|chu tri|^{_WHO}?(?:tham muu|thuc hien|theo doi)(?:,| va)? (?:thuc hien|tham muu|giup viec|trien khai|theo doi)$|phan cong thuc hien|phan cong|^{_WHO}duoc giao|^ai lam|^(?:{_WHO})?trach nhiem(?: thuc hien| chinh| cua .*)?$"),
    ("task", r"nhiem vu|noi dung|cong viec|hoat dong|ten viec|giai phap|^viec\b|dau viec|hang muc|du an|cong trinh"),
)  # fmt: skip
COUNT = re.compile(r"^(?:tt|stt|so tt|so thu tu)\.?$")
_TASK = dict(_SAYS)["task"]
_IS_TASK = re.compile(
    r"(?:cac )?(?:nhiem vu|cong viec|viec|noi dung)(?: cu the)?(?: duoc)? (?:phan cong|giao|thuc hien|phu trach)\b"
)
"""Head of a column, folded, that says what work was given out, not to whom."""
OFFICE = re.compile(r"chuc (?:vu|danh)(?:, (?:don vi|co quan).*)?")
"""Head of the offices of those whose names stand beside."""
BOTH = re.compile(r"(?:chu tri|thuc hien|chiu trach nhiem).{0,25}phoi hop")
"""Head of a column, folded, that says who leads and who helps in one cell."""
WHO = re.compile(
    r"(?:ten )?(?:cac )?(?:co quan|don vi|bo phan|phong|phong, ban|to chuc|thanh vien|nguoi|dau moi)(?:, (?:co quan|don vi|ca nhan|bo phan|phong|ban))*"
)
"""Head of a column, folded, that says no more than that bodies stand in it."""
UNIT = re.compile(r"\b(ty|trieu|nghin|ngan)\s*dong\b|(?<![a-z] )\bdong\b$|[(:]\s*dong\b")
_STARTS = re.compile(r"\b(?:bat dau|khoi (?:cong|dong|dau)|trien khai tu|tu ngay|ngay (?:giao|nhan) viec)\b")
"""Head of a column, folded, that says when work begins; by when it is done stands beside it."""
_ENDS = re.compile(r"ket thuc|hoan (?:thanh|tat)|den ngay|\bxong\b|\bhan\b")
_OTHERS = re.compile(
    r"chi dao|theo doi|giam sat|kiem tra|dia (?:diem|ban|chi)|noi\b|ghi chu|phe duyet|ban hanh|cap\b|nguon|von|kinh phi|doi tuong|huong|dien|ket qua|chi tieu|can cu"
)
"""Heads of columns that name bodies who neither lead nor help."""


def columns_of(
    folded: list[str], rows: Sequence[Sequence[str]], bodies: Bodies, years: tuple[int, int]
) -> dict[int, str]:
    """Column -> "task", "lead", "partners", "timing", "product"; of several that name tasks the one whose cells say most."""

    found: dict[int, str] = {}
    for at, head in enumerate(folded):
        if COUNT.match(head.strip()):
            continue
        if BOTH.search(head) and "lead" not in found.values():
            found[at] = "lead"
            continue
        if _IS_TASK.match(head) and "phoi hop" not in head and "task" not in found.values():
            found[at] = "task"
            continue
        for what, pattern in _SAYS:
            if what == "timing" and start_column(folded) == at:
                continue
            if re.search(pattern, head) and what not in found.values() and not UNIT.search(head):
                found[at] = what
                break
    named = [at for at, head in enumerate(folded) if found.get(at, "task") == "task" and re.search(_TASK, head)]
    if len(named) > 1:
        found = {at: what for at, what in found.items() if what != "task"}
        found[max(named, key=lambda at: sum(len(row[at]) for row in rows if at < len(row)))] = "task"
    if "task" not in found.values():
        free = next((at for at, head in enumerate(folded) if at not in found and not COUNT.match(head.strip())), None)
        if free is not None and "lead" in found.values():
            found[free] = "task"
    if not {"lead", "partners"} & {*found.values()} and "task" in found.values():
        others = [at for at, head in enumerate(folded) if at not in found and not COUNT.match(head.strip())]
        who = next(
            (at for at in others if WHO.fullmatch(folded[at].strip()) or OFFICE.fullmatch(folded[at].strip())), None
        )
        if who is not None and _mostly([*_cells(rows, who)], lambda cell: _only_bodies(cell, bodies)):
            found = {**found, who: "lead"}
    if {"task", "partners"} <= {*found.values()}:  # who leads is told apart from who helps, however it is called
        found = {**dict.fromkeys(_of_bodies(found, folded, rows, bodies)[:1], "lead"), **found}
    return _by_cells(found, folded, rows, bodies, years) if "lead" in found.values() else found


def start_column(folded: Sequence[str]) -> int | None:
    """The column that says when work begins, where another says by when it is done."""
    starts = [at for at, head in enumerate(folded) if _STARTS.search(head) and not _ENDS.search(head)]
    others = [at for at, head in enumerate(folded) if _ENDS.search(head)]
    return starts[0] if len(starts) == 1 and others else None


def time_column(
    folded: Sequence[str], rows: Sequence[Sequence[str]], years: tuple[int, int], others: Sequence[int | None]
) -> int | None:
    """The column whose cells say when something is done, whatever its head is; `others` are known to say something else."""
    free = [
        at
        for at, head in enumerate(folded)
        if at not in others and not COUNT.match(head.strip()) and not UNIT.search(head)
    ]
    return next((at for at in free if _mostly(_cells(rows, at), lambda cell: _only_times(cell, years))), None)


def _of_bodies(found: dict[int, str], folded: list[str], rows: Sequence[Sequence[str]], bodies: Bodies) -> list[int]:
    """The columns that nothing is known of and whose cells are bodies."""
    if "lead" in found.values():
        return []
    return [
        at
        for at, head in enumerate(folded)
        if at not in found and not COUNT.match(head.strip()) and not UNIT.search(head) and not _OTHERS.search(head)
        if _mostly([*_cells(rows, at)], lambda cell: _only_bodies(cell, bodies))
    ]


def _by_cells(
    found: dict[int, str], folded: list[str], rows: Sequence[Sequence[str]], bodies: Bodies, years: tuple[int, int]
) -> dict[int, str]:
    """The columns beside who leads whose cells are bodies, or times, whatever their heads are."""
    start = start_column(folded)
    free = [
        at for at, head in enumerate(folded)
        if at not in found and at != start and not COUNT.match(head.strip()) and not UNIT.search(head) and not _OTHERS.search(head)
    ]  # fmt: skip
    for what, is_one in (
        ("partners", lambda cell: _only_bodies(cell, bodies)),
        ("timing", lambda cell: _only_times(cell, years)),
    ):
        if what in found.values():
            continue
        at = next((one for one in free if one not in found and _mostly([*_cells(rows, one)], is_one)), None)
        if at is not None:
            found = {**found, at: what}
    return found


def _cells(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [cell for row in rows if at < len(row) and (cell := " ".join(row[at].split()).strip(" .;,-–"))]


def _mostly(cells: list[str], is_one: Callable[[str], bool]) -> bool:
    return len(cells) > 1 and sum(map(is_one, cells)) * 5 >= len(cells) * 3


def _only_bodies(cell: str, bodies: Bodies) -> bool:
    found = bodies.find(cell)
    return bool(found) and not rest_of(cell, found)


def _only_times(cell: str, years: tuple[int, int]) -> bool:
    return bool(listed_times(cell, years) or re.fullmatch(DATE, cell)) or any(
        one.end - one.start > len(cell) * 0.6 for one in times(cell, years) if one.says
    )
