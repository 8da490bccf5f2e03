"""What the editor tells of a change: done or why not, and each finding with the block or the page it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...derive.programme import Programme
from ...load.findings import Finding
from ...pages import released
from ..changes import leads
from ..changes.leads import Lead
from ..changes.place import Made
from ..keeping import page_changes
from ..keeping.page_changes import Amiss
from ..view import files, shown
from ..view.blocks import Block
from ..view.files import Files
from . import said
from .spare import Spare


@dataclass(frozen=True)
class Told:
    """A finding as the editor shows it: in words, beside the block it belongs to ("" where that is on no page)."""

    words: str
    is_error: bool
    wanted: str = ""
    """What is asked for, in words."""
    block: str = ""
    page: str = ""
    button: str = ""
    """What a button does about it; of pages of the site."""
    orphans: tuple[tuple[str, str], ...] = ()
    """The page files that it deletes, each with what it is called."""
    leads: tuple[Lead, ...] = ()
    """The published addresses for which it asks where they lead."""
    press: tuple[str, Mapping[str, Any]] | None = None
    """The words of a button, and the change that it makes."""


@dataclass(frozen=True)
class Outcome:
    """What came of a change: done, or why not."""

    done: bool
    said: str = ""
    why: str = ""
    """"wrong": it would make something wrong; "clash": something else stands there now; "ask": it needs a yes."""
    told: tuple[Told, ...] = ()
    sums: tuple[tuple[str, str, str], ...] = ()
    may_force: bool = False
    now: str = ""
    """In a clash: what stands there now."""
    block: str = ""
    """The block to look at then."""
    page: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """Places that it tells of: (words, page of the editor)."""
    leads: tuple[Lead, ...] = ()
    """What has to be chosen with a yes."""


WHOLE_TEXT = "toan-van"
"""The page with all words of the plan."""
ELSEWHERE = f"{WHOLE_TEXT}#cho-khac"
"""Where findings stand that belong to no page; every page has them at its head."""
_SHOWN = 5
"""So many pages are named."""


def is_of_pages(one: Finding, there: Amiss) -> bool:
    """Whether a finding is about page files that are missing or too many, or about published addresses without a page:
    `of_pages` tells of them all."""
    if one.file == released.FILE and one.line:
        return bool(there.lost)
    files = {f"docs/{file}" for file in (*there.missing, *there.orphans)}
    return not one.line and (one.file in files or (one.file == "docs" and bool(files)))


def of_pages(root: Path, there: Amiss, programme: Programme | None) -> list[Told]:
    """What is told of page files and published addresses, with what a button does about it."""
    found = []
    if there.missing:
        words = f"Trang web thiếu {len(there.missing)} trang: {_some([*map(page_changes.address, there.missing)])}"
        found.append(Told(words, True, button="Tạo trang còn thiếu"))
    if there.orphans:
        named = page_changes.named(root, there.orphans)
        words = f"{len(there.orphans)} trang không còn mục nào trong dữ liệu: {_some(named)}"
        wanted = "Cần: xóa trang thừa; còn nếu mục bị bỏ nhầm thì lấy lại mục ấy (Lùi lại, hoặc thêm lại với tên cũ)."
        found.append(
            Told(
                words,
                True,
                wanted,
                button="Xóa trang thừa…",
                orphans=tuple(zip(there.orphans, named, strict=True)),
                leads=_leads(root, [one.removesuffix(".md") for one in there.orphans], programme),
            )
        )
    if alone := [one for one in there.lost if f"{one}.md" not in there.orphans]:
        words = f"{len(alone)} địa chỉ đã phát hành nay không còn trang: {_some([f'/{one}' for one in alone])}"
        wanted = (
            "Địa chỉ ấy có thể đã in ra giấy, nên phải dẫn tới một trang. Mục bị bỏ nhầm thì bấm Lùi lại, hoặc thêm "
            "lại với mã cũ; bỏ hẳn thì chọn trang thay."
        )
        found.append(Told(words, True, wanted, button="Chọn trang thay…", leads=_leads(root, alone, programme)))
    return found


def _leads(root: Path, lost: Sequence[str], programme: Programme | None) -> tuple[Lead, ...]:
    return leads.offered(root, lost, programme) if programme else ()


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else ".")


def beside(findings: Iterable[Finding], page: shown.Page, all_files: Files) -> list[Told]:
    """Findings in words: those of blocks of a page there, others with the page they can be mended on."""
    found, places, spare = [], Places(all_files), Spare(all_files)
    for one in findings:
        block = _block_of(page.blocks, one)
        told = of(one, block=block.id if block else "", page="" if block else places.of(one))
        found.append(replace(told, press=spare.press(one, block)) if block else told)
    return found


def of(one: Finding, *, block: str = "", page: str = "") -> Told:
    """A finding in words."""
    return Told(said.found(one), one.is_error, said.wanted(one), block, page)


class Places:
    """Where findings can be mended; each page is looked through once made, however many findings it has."""

    def __init__(self, all_files: Files):
        self._files = all_files
        self._blocks: dict[str, list[Block]] = {}

    def of(self, one: Finding) -> str:
        """The page of the editor for a finding, with the block there: "du-an/2#projects-2-3"; "" where none is."""
        address = page_of(self._files, one)
        for there in (WHOLE_TEXT, address) if address.startswith(f"{shown.LISTS}/") else filter(None, [address]):
            if block := _block_of(self._on(there), one):
                return f"{there}#{block.id}"
        return address

    def _on(self, address: str) -> list[Block]:
        if address not in self._blocks:
            self._blocks[address] = shown.page(self._files, address).blocks
        return self._blocks[address]


def is_here(one: Finding, made: Made, texts: Mapping[str, str | None]) -> bool:
    """Whether a finding is about what was changed."""
    for name, new in made.files.items():
        if one.file != name:
            continue
        for way, _ in new:
            first, last = files.lines_of(texts[name] or "", made.anchor or way)
            if first <= one.line <= last:
                return True
    return False


def page_of(all_files: Files, one: Finding) -> str:
    """The page of the editor where a finding can be mended."""
    for held in all_files.all():
        if held.name != one.file:
            continue
        if held.top == "projects":
            return shown.project_at(held, one.line)
        return WHOLE_TEXT if held.top == "sections" else f"{shown.LISTS}/{held.top}"
    return ""


def _block_of(blocks: list[Block], one: Finding) -> Block | None:
    """The block in whose lines a finding stands."""
    inside = [block for block in blocks if block.file == one.file and block.line <= one.line <= block.last]
    return max(inside, key=lambda block: block.line, default=None)
