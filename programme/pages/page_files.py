"""The page files of `docs/`: which must exist, which exist for nothing.

A page is a line that calls a macro, and room for a note written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from .. import whole
from ..command_words import typed
from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.findings import Finding
from ..load.registries import Agency, Document, Group, Place
from . import addresses
from .addresses import Entity

FOLDERS = (addresses.PROJECTS, addresses.AGENCIES, addresses.GROUPS, addresses.DOCUMENTS, addresses.PLACES)
"""Folders with a page for each entity, and an index of them."""
GUIDE_PAGES = ("index", "khoa", "macro")
"""Pages for those who edit the data; every plan has them."""
_NOTE = "{# Ghi chú viết tay (nếu có) đặt dưới dòng này; phần trên lấy từ data/. #}"
_BARE = re.compile(r"\ufeff?\s*\{\{[^{}]*\}\}\s*(\{#[^{}]*#\}\s*)?")
"""A page file as it is made, whatever it calls."""
MANY = 5
"""So many at once have one cause, and are one finding."""
_SHOWN = 3
"""So many names stand for many."""


_ALWAYS = (
    addresses.HOME, addresses.PROJECTS, addresses.GROUPS, addresses.AGENCIES, addresses.ASSIGNMENT, addresses.GOALS,
    addresses.FULL_TEXT, addresses.SEARCH, addresses.ABOUT, addresses.FINDER, addresses.CHANGES, addresses.DATA,
)  # fmt: skip


_ON_DEMAND = (
    addresses.DOCUMENTS, addresses.PLACES, addresses.REPORTS, addresses.TERMS, addresses.NOT_IN_PLAN, addresses.SINCE,
    addresses.MONEY,
)  # fmt: skip
"""Pages about the whole plan that need something in its data: `_on_demand`."""


def entities(programme: Programme) -> list[Entity]:
    """Everything that has a page of its own."""
    data = programme.data
    return [*programme.nodes, *data.agencies, *data.groups, *data.documents, *programme.told_places]


def _call(entity: Entity) -> str:
    match entity:
        case Project():
            return f'{{{{ project("{entity.key}") }}}}'
        case Agency():
            return f'{{{{ agency("{entity.id}") }}}}'
        case Group():
            return f'{{{{ group("{entity.id}") }}}}'
        case Document():
            return f'{{{{ document("{entity.id}") }}}}'
        case Place():
            return f'{{{{ place("{entity.id}") }}}}'


def _on_demand(programme: Programme) -> dict[str, bool]:
    """The pages about the whole plan that need something in its data -> whether it is there."""
    data = programme.data
    there = (
        data.documents, programme.told_places, programme.reports, data.abbreviations or data.concepts, data.questions,
        data.notice, programme.has_money,
    )  # fmt: skip
    return dict(zip(_ON_DEMAND, map(bool, there), strict=True))


def overviews(programme: Programme) -> list[str]:
    """The pages about the whole plan that its data has something for."""
    return [*_ALWAYS, *(name for name, found in _on_demand(programme).items() if found)]


def overview_page(name: str) -> str:
    """The path of a page about the whole plan: "kinh-phi", "co-quan/index"."""
    return _overview_file(name).removesuffix(".md")


def _overview_file(name: str) -> str:
    return f"{name}/index.md" if name in FOLDERS else f"{name}.md"


def expected(programme: Programme) -> dict[str, str]:
    """Page file, relative to `docs/` -> the macro call it must hold."""
    wanted = {f"{addresses.page(entity)}.md": _call(entity) for entity in entities(programme)}
    for name in overviews(programme):
        wanted[_overview_file(name)] = f'{{{{ overview("{name}") }}}}'
    for name in GUIDE_PAGES:
        wanted[f"{addresses.GUIDE}/{name}.md"] = f'{{{{ guide("{name}") }}}}'
    return wanted


def possible(programme: Programme) -> list[str]:
    """The page files that a plan may have, right or wrong: those of all its entities, and about the whole."""
    data = programme.data
    listed: tuple[Entity, ...] = (*programme.nodes, *data.agencies, *data.groups, *data.documents, *data.places)
    whole = [*_ALWAYS, *_ON_DEMAND]
    guide = [f"{addresses.GUIDE}/{name}.md" for name in GUIDE_PAGES]
    return [*(f"{addresses.page(one)}.md" for one in listed), *map(_overview_file, whole), *guide]


def known(programme: Programme) -> dict[str, Collection[str]]:
    """Each macro -> what it may be called with; nothing for one that is called with nothing."""
    return {
        "project": programme.by_key,
        "agency": programme.agencies,
        "group": programme.groups,
        "document": programme.documents,
        "place": {one.id: one for one in programme.told_places},
        "overview": overviews(programme),
        "guide": GUIDE_PAGES,
        "keys": (),
        "words_list": (),
    }


def check(programme: Programme, docs: Path) -> list[Finding]:
    """Findings for missing, orphaned and mistaken pages."""
    wanted = expected(programme)
    name = docs.name
    findings = []
    missing = [file for file in wanted if not (docs / file).exists()]
    if len(missing) < MANY:
        findings += [Finding(f"{name}/{file}", 0, "Thiếu trang này.", f"gõ {typed('pages')}") for file in missing]
    else:
        findings.append(Finding(name, 0, f"Thiếu {len(missing)} trang: {first_of(missing)}.", f"gõ {typed('pages')}"))
    for file, call in wanted.items():
        path = docs / file
        if file in missing:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            findings.append(Finding(f"{name}/{file}", 0, "Tệp không phải chữ UTF-8.", "lưu lại tệp bằng mã UTF-8"))
            continue
        if call not in text:
            findings.append(
                Finding(f"{name}/{file}", 1, "Trang không gọi đúng mục của mình.", "dòng đầu như ví dụ", call)
            )
    left = orphans(programme, docs)
    if len(left) >= MANY:
        found = f"{len(left)} trang không còn mục nào trong data/: {first_of(left)}."
        findings.append(
            Finding(
                name,
                0,
                found,
                f"trang chép từ Kế hoạch khác sang, hay của mục đã bỏ, thì gõ {typed('pages DROP=1')} để xóa; còn nếu "
                "data/ bị mất mục thì lấy lại data/ (địa chỉ đã in ra giấy thì phải giữ)",
            )
        )
    for file in left if len(left) < MANY else ():
        findings.append(
            Finding(
                f"{name}/{file}",
                0,
                "Trang này không còn mục nào trong data/.",
                "xóa trang, hoặc ghi lại mục đó trong data/ (địa chỉ đã in ra giấy thì phải giữ)",
            )
        )
    return findings


def orphans(programme: Programme, docs: Path) -> list[str]:
    """Pages that `data/` has nothing for: of an entity that is not there, about a whole that is empty."""
    wanted = expected(programme)
    found = (path for folder in FOLDERS for path in sorted((docs / folder).glob("*.md")))
    names = [path.relative_to(docs).as_posix() for path in found if path.name != "index.md"]
    names += [file for file in map(_overview_file, _on_demand(programme)) if (docs / file).exists()]
    return [name for name in names if name not in wanted]


def first_of(names: Sequence[str]) -> str:
    """The first few of many names."""
    return f"{', '.join(names[:_SHOWN])}{', …' if len(names) > _SHOWN else ''}"


def is_bare(path: Path) -> bool:
    """Whether a page file holds nothing but a call, as it is made."""
    return bool(_BARE.fullmatch(path.read_text(encoding="utf-8", errors="replace")))


def drop(docs: Path, files: Iterable[str]) -> list[str]:
    """Delete page files that hold nothing but a call; gives those that were. What was written by hand stays."""
    gone = []
    for file in files:
        if is_bare(docs / file):
            (docs / file).unlink()
            gone.append(file)
    return gone


def as_made(call: str) -> str:
    """A page file that holds a call, and room for a note."""
    return f"{call}\n\n{_NOTE}\n"


def create_missing(programme: Programme, docs: Path) -> list[str]:
    """Write the page files that are missing; existing ones are never touched."""
    made = []
    for file, call in expected(programme).items():
        path = docs / file
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.write(path, as_made(call))
            made.append(file)
    return made
