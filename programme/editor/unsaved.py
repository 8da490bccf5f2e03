"""What is edited and not saved, and why, as a person is told before saving."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..derive.programme import Programme
from ..history import change_log

_WHOLE = {True: "thêm mới", False: "bỏ"}
"""What is said of a part that came or went whole."""
_WHY = {"copy": "trang chép sai, sửa cho đúng văn bản", "changed": "văn bản đã được sửa đổi"}


@dataclass(frozen=True)
class Unsaved:
    """Of which part of the plan, what it is, what it was ("" or None: nothing) and is."""

    name: str
    what: str
    old: str | None
    new: str | None


def listed(root: Path, programme: Programme) -> list[Unsaved]:
    """What was changed in the plan in `root`, which is `programme` now, since it was saved last."""
    pending = change_log.pending(root, programme)
    return [Unsaved(one.name, one.what or _WHOLE[one.old is None], *one.shown) for one in pending]


def reasons(given: Iterable[str]) -> list[str]:
    """Why words of the plan were changed, in words."""
    return [_WHY[why] for why in sorted(given) if why in _WHY]
