"""What is edited and not saved, and why, as a person is told before saving."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...derive.programme import Programme
from ...history import change_log, edited, git, published
from ...pages import settings
from ...pages.names import DRAFTED, RELEASED

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
    """What was changed in the plan in `root`, which is `programme` now, since it was saved last; then what else was."""
    pending = change_log.pending(root, programme)
    told = [Unsaved(one.name, one.what or _WHOLE[one.old is None], *one.shown) for one in pending]
    return [*told, *_beside(root, is_told=bool(told))]


_BESIDE = {
    "docs": ("Các trang của trang web", "tệp của trang mới, trang bỏ hay ghi chú viết tay"),
    DRAFTED: ("Bản nháp", "câu đã trả lời, điều đã xem"),
    settings.FILE: ("Cài đặt của trang", "tên trang, thanh chọn trang, nơi và địa chỉ phát hành"),
    RELEASED: ("Địa chỉ đã phát hành", "danh sách địa chỉ"),
}
"""What is saved with the data, and what of it may be other."""


def _beside(root: Path, *, is_told: bool) -> list[Unsaved]:
    names = {name.partition("/")[0] for name in edited.files(root)}
    silent = (
        [] if is_told or git.DATA not in names else [("Dữ liệu", "cách trình bày; không điều gì trong Kế hoạch đổi")]
    )
    return [Unsaved(*one, None, None) for one in (*silent, *(_BESIDE[name] for name in _BESIDE if name in names))]


def is_logged(root: Path) -> bool:
    """Whether the change log tells of what is saved from now on: of a plan read from a document, once it was public."""
    return not published.is_drafted(root) or bool(published.first(root))


def reasons(given: Iterable[str]) -> list[str]:
    """Why words of the plan were changed, in words."""
    return [_WHY[why] for why in sorted(given) if why in _WHY]
