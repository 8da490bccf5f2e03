"""What is asked before a change: what goes with it, and who names what goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...derive.programme import Programme
from ...load.findings import Finding
from ..changes import leads
from ..changes.place import Asked, Made, QuestionError, short
from ..keeping import page_changes
from ..view.blocks import Block
from ..view.files import Files
from . import said, told

SHOWN = 5
"""So many places that name something lead there."""
_PAGES = 12
"""So many pages that would go are named."""
_PUBLIC = " Địa chỉ đã phát hành có thể đã in ra giấy, nên phải dẫn tới một trang khác: chọn ở dưới."


def ask(
    wanted: Asked,
    made: Made,
    gone: Sequence[str],
    wrong: Sequence[Finding],
    root: Path,
    all_files: Files,
    after: Programme | None,
) -> None:
    """Raises `QuestionError`: a removal is asked about where something names what goes, a page of the site goes with
    it, or the browser wants to be asked; any other change where pages go that are many, public or written in."""
    public = leads.offered(root, [file.removesuffix(".md") for file in gone], after, made.moved) if after else ()
    if wanted.op != "remove":
        if page_changes.is_lossy(root, gone):
            raise QuestionError(" ".join(_of_pages(gone, root)), (), public)
        return
    words = []
    if made.named:
        many = f" ({SHOWN} chỗ đầu ở dưới)" if len(made.named) > SHOWN else ""
        then = "lời giữ nguyên, chỉ thôi dẫn tới mục này" if made.is_along else "bỏ đi thì các chỗ ấy thành sai"
        words.append(f"Có {len(made.named)} chỗ đang nêu mục này{many}; {then}.")
    if wrong and (made.is_along or not made.named):
        words.append(f"Bỏ đi thì có {len(wrong)} chỗ phải sửa theo. {said.found(wrong[0])}")
    words += _of_pages(gone, root)
    if words or wanted.given.get("ask"):
        words.append("Xóa nhầm thì bấm “Lùi lại”.")
        raise QuestionError("\n".join(words), _links(made.named, all_files), public)


def _of_pages(gone: Sequence[str], root: Path) -> list[str]:
    if not gone:
        return []
    named = page_changes.named(root, gone)
    some = f"{', '.join(named[:_PAGES])}{', …' if len(named) > _PAGES else ''}"
    public = _PUBLIC if any(page_changes.PUBLIC in one for one in named) else ""
    if len(gone) == 1:
        return [f"Trang {some} trên trang xem cũng bị xóa theo.{public}"]
    return [f"{len(gone)} trang trên trang xem cũng bị xóa theo: {some}.{public}"]


def _links(named: Sequence[Block], all_files: Files) -> list[tuple[str, str]]:
    """What names something, in its words, with where it stands."""
    places = told.Places(all_files)
    return [(_called(one), places.of(Finding(one.file, one.line, ""))) for one in named[:SHOWN]]


def _called(one: Block) -> str:
    if one.what == "table":
        heads = " | ".join(str(column.get("text") or "") for column in one.value.get("columns") or [])
        return f"Bảng {short(one.value.get('caption') or heads, 80)}"
    return short(one.sentence.text if one.what == "sentence" else one.title, 90)
