"""The page files of `docs/` follow the data: made for what is new, gone with what is gone, in the same step."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...derive.programme import Programme
from ...pages import nav, page_files, released
from ...pages.settings import FILE as SETTINGS
from .steps import Steps

_SHOWN = 5
"""So many pages that went are named."""

Texts = dict[str, str | None]
"""File -> its text; None where it goes."""
BY_HAND, PUBLIC = "có ghi chú viết tay", "địa chỉ đã phát hành"
"""What is lost with a page."""


def new_pages(steps: Steps, programme: Programme) -> Texts:
    """The page files of what is new, and the settings that show them."""
    wanted = page_files.expected(programme)
    made = {
        f"docs/{file}": page_files.as_made(call)
        for file, call in wanted.items()
        if not (steps.root / "docs" / file).exists()
    }
    return {**made, **_settings(steps, made, [])}


def followed(steps: Steps, after: Programme, *, made: bool, gone: Collection[str]) -> Texts:
    """The same, where `made`; the pages of `gone`, by their files in `docs/`, are taken away with their lines."""
    new = {one: text for one, text in new_pages(steps, after).items() if one != SETTINGS} if made else {}
    texts: Texts = {**new, **{f"docs/{file}": None for file in gone}}
    return {**texts, **_settings(steps, new, gone)}


def _settings(steps: Steps, new: Collection[str], gone: Collection[str]) -> Texts:
    settings = steps.text(SETTINGS)
    if settings is None or not (new or gone):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / SETTINGS
        path.write_text(settings, encoding="utf-8", newline="")
        nav.show(Path(folder), [name.removeprefix("docs/") for name in new])
        nav.hide(Path(folder), gone)
        text = path.read_bytes().decode("utf-8")
    return {SETTINGS: text} if text != settings else {}


def gone(root: Path, before: Programme | None, after: Programme | None) -> list[str]:
    """The page files that were of something before and are of nothing after; also where other things are wrong."""
    if not before or not after:
        return []
    left = _held(after)
    return [file for file in _held(before) if file not in left and (root / "docs" / file).is_file()]


def _held(programme: Programme) -> list[str]:
    """The page files of a plan; where what is wrong keeps that from being told, all that it may have."""
    try:
        return [*page_files.expected(programme)]
    except (LookupError, ValueError, ArithmeticError):
        return page_files.possible(programme)


def address(file: str) -> str:
    """Where a page file of `docs/` is read on the site."""
    return f"/{file.removesuffix('.md').removesuffix('/index')}"


def named(root: Path, files: Collection[str]) -> list[str]:
    """Pages as a person knows them, by address, with what is lost with each: "/co-quan/x (có ghi chú viết tay)"."""
    lost = _lost(root, files)
    return [address(file) + (f" ({', '.join(lost[file])})" if lost[file] else "") for file in files]


def is_lossy(root: Path, files: Collection[str]) -> bool:
    """Whether pages go only by a yes: somebody wrote in one, its address is public, or they are many."""
    return len(files) >= page_files.MANY or any(_lost(root, files).values())


def _lost(root: Path, files: Collection[str]) -> dict[str, list[str]]:
    """Page file -> what is lost with it."""
    public = released.listed(root)
    by_hand = {file for file in files if not page_files.is_bare(root / "docs" / file)}
    return {file: [BY_HAND] * (file in by_hand) + [PUBLIC] * (file.removesuffix(".md") in public) for file in files}


@dataclass(frozen=True)
class Amiss:
    """Page files that are missing, and those that the data has nothing for, by whatever hand."""

    missing: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    """Published addresses that lead nowhere."""


def amiss(root: Path, programme: Programme | None) -> Amiss:
    """What `docs/` lacks and has too much; nothing is known where the data is wrong."""
    if programme is None:
        return Amiss()
    missing = [file for file in page_files.expected(programme) if not (root / "docs" / file).is_file()]
    lost = tuple(released.lost(programme, root))
    return Amiss(tuple(missing), tuple(page_files.orphans(programme, root / "docs")), lost)


def gone_with(gone: Sequence[str], moved: Mapping[str, str]) -> str:
    """What is said of pages that went with a change; `moved`: those that have another address now, with that."""
    to = {address(f"{one}.md"): f"/{now}" for one, now in moved.items()}
    went = [one for one in map(address, gone) if one not in to]
    words = "".join(f" Địa chỉ {one} nay là {now}." for one, now in to.items())
    some = f"{', '.join(went[:_SHOWN])}{', …' if len(went) > _SHOWN else ''}"
    return f"{words} Trang {some} không còn nội dung nên xóa theo." if went else words
