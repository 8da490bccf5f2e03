"""What the booklet of the whole programme holds: a cover, parts made of pages, indexes of who is named where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ..derive.programme import Programme
from ..pages import addresses
from ..vietnamese.formats import sort_key
from . import page_blocks
from .page import Page
from .site import BuiltSite

MOST = 300
"""Sheets of a booklet; one of more comes in volumes."""
_VOLUME = 150
"""Sheets of a volume, about: so few, because one edit remakes those that hold its words."""
_SHEET = 9_500
"""Letters of a page's HTML that fill a sheet, on the whole."""
_ID = re.compile(r'\bid="([^"]+)"')
_HEADING = re.compile(r'<h[234][^>]*\bid="([^"]+)"')


@dataclass(frozen=True)
class Chapter:
    """A page, or what stands on it from one heading to another (ids; "" for its beginning and end)."""

    part: str
    page: Page
    start: str = ""
    end: str = ""

    @property
    def html(self) -> str:
        """What it is made of, each time anew."""
        pieces = _pieces(self.page)
        ids = [id for id, _ in pieces]
        return "".join(html for _, html in pieces[ids.index(self.start) : ids.index(self.end) if self.end else None])

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All that a link can lead to in it."""
        return frozenset(_ID.findall(self.html))


Volume = tuple[Chapter, ...]


def volumes(programme: Programme, site: BuiltSite) -> list[Volume]:
    """The chapters in their order, of the pages that this plan has; in several volumes if they are too many for one."""
    every = [Chapter(title, page) for title, pages in _parts(programme, site) for page in pages]
    if sum(len(one.page.html) for one in every) <= MOST * _SHEET:
        return [tuple(every)]
    room = _VOLUME * _SHEET
    found: list[list[Chapter]] = [[]]
    filled = 0
    for chapter in (piece for one in every for piece in _cut(one, room)):
        size = len(chapter.html)
        if filled and filled + size > room:
            found.append([])
            filled = 0
        found[-1].append(chapter)
        filled += size
    return [tuple(one) for one in found]


def _parts(programme: Programme, site: BuiltSite) -> Iterator[tuple[str, list[Page]]]:
    wanted = [
        ("Toàn văn Kế hoạch", [addresses.FULL_TEXT]),
        ("Mục tiêu, kinh phí", [addresses.GOALS, addresses.MONEY]),
        ("Các dự án", [addresses.page(node) for node in programme.nodes]),
        ("Phiếu nhiệm vụ của từng cơ quan", [addresses.page(one) for one in programme.data.agencies]),
        (
            "Báo cáo, văn bản, điều không có trong Kế hoạch",
            [addresses.REPORTS, addresses.DOCUMENTS, addresses.NOT_IN_PLAN],
        ),
    ]
    for title, names in wanted:
        yield title, [page for name in names if (page := site.page(name))]


def _pieces(page: Page) -> list[tuple[str, str]]:
    """(id, HTML) from each heading to the next; "" for what stands before the first."""
    html = page.html
    found = [("", 0), *((one[1], one.start()) for one in _HEADING.finditer(html))]
    ends = [*(start for _, start in found[1:]), len(html)]
    return [(id, html[start:end]) for (id, start), end in zip(found, ends, strict=True)]


def _cut(chapter: Chapter, room: int) -> Iterator[Chapter]:
    """A chapter, in pieces that have room in a volume each."""
    if len(chapter.page.html) <= room:
        yield chapter
        return
    start, filled = "", 0
    for id, html in _pieces(chapter.page):
        if filled and filled + len(html) > room:
            yield replace(chapter, start=start, end=id)
            start, filled = id, 0
        filled += len(html)
    yield replace(chapter, start=start)


def covers(programme: Programme, volumes: list[Volume]) -> list[dict[str, Any]]:
    """What the cover of each volume says, and its indexes: all that no page says."""
    own = {one.name: addresses.page(one) for one in programme.data.agencies}
    notes = {"Chỉ mục cơ quan": "Số đậm: trang của phiếu nhiệm vụ. Số khác: trang của mục trong toàn văn."}
    of = len(volumes)
    found: list[dict[str, Any]] = [
        {
            "issuer": programme.agencies[programme.plan.agency].name,
            "title": programme.plan.short_title,
            "volume": "" if of == 1 else f"Tập {number}/{of}",
            "holds": [] if of == 1 else list(dict.fromkeys(chapter.part for chapter in volume)),
            "indexes": [],
        }
        for number, volume in enumerate(volumes, 1)
    ]
    for title, entries in (
        ("Chỉ mục cơ quan", _entries(_bodies(programme), own)),
        ("Chỉ mục đối tượng", _entries(_groups(programme), {})),
    ):
        for cover, kept in zip(found, _shared_out(entries, volumes), strict=True):
            if kept:
                cover["indexes"].append({"title": title, "note": notes.get(title, ""), "entries": kept})
    return found


def _shared_out(entries: list[dict[str, Any]], volumes: list[Volume]) -> list[list[dict[str, Any]]]:
    """For each volume the entries with what of them is in it: clauses in its part of the full text, pages."""
    pages: dict[str, set[int]] = {}
    clauses: dict[str, int] = {}
    for number, volume in enumerate(volumes):
        for chapter in volume:
            pages.setdefault(chapter.page.path, set()).add(number)
            if chapter.page.path == addresses.FULL_TEXT:
                clauses |= dict.fromkeys(chapter.anchors, number)
    shared: list[list[dict[str, Any]]] = [[] for _ in volumes]
    for one in entries:
        here = {number: {**one, "refs": [], "page": one["page"]} for number in sorted(pages.get(one["page"], ()))}
        for ref in one["refs"]:
            if ref in clauses:
                here.setdefault(clauses[ref], {**one, "refs": [], "page": None})["refs"].append(ref)
        for number, entry in here.items():
            shared[number].append(entry)
    return shared


def content(volume: Volume) -> dict[str, Any]:
    """The parts with their chapters. What every page says of itself, a booklet says once: the notice, short forms."""
    read = [(chapter, *page_blocks.of_page(chapter.page)) for chapter in volume]
    short = {words[0][1]: words for _, _, found in read for words in found}
    parts: dict[str, list[dict[str, Any]]] = {}
    for chapter, blocks, _ in read:
        body = _body(_between(blocks, chapter))
        parts.setdefault(chapter.part, []).append({"page": chapter.page.path, "blocks": body})
    return {
        "notice": [block for _, blocks, _ in read for block in blocks if block["kind"] == "notice"][:1],
        "parts": [{"title": title, "chapters": chapters} for title, chapters in parts.items()],
        "short": [short[key] for key in sorted(short, key=sort_key)],
    }


def _between(blocks: list[page_blocks.Block], chapter: Chapter) -> list[page_blocks.Block]:
    """The blocks of a chapter; before those that go on from another volume, the headings that they stand under."""
    places = {block["id"]: place for place, block in enumerate(blocks) if block["kind"] == "heading"}
    start = places[chapter.start] if chapter.start else 0
    above: dict[int, page_blocks.Block] = {}
    for block in blocks[:start]:
        if block["kind"] == "heading":
            above = {level: one for level, one in above.items() if level < block["level"]} | {block["level"]: block}
    under = [one for level, one in above.items() if 1 < level < blocks[start]["level"]] if start else []
    on = [{**one, "id": "", "runs": [*one["runs"], ["", " (tiếp)"]]} for one in under]
    return [*on, *blocks[start : places[chapter.end] if chapter.end else None]]


def _body(blocks: list[page_blocks.Block]) -> list[page_blocks.Block]:
    return [block for block in blocks if block["kind"] != "notice" and not block.get("again")]


def _bodies(programme: Programme) -> Iterator[tuple[str, str]]:
    """(body, clause that names it for a duty, a report or as a recipient)."""
    for duty in programme.duties:
        for agency in (*duty.bearers, *duty.partners, *duty.guides):
            yield agency.name, duty.ref
    for report in programme.reports:
        for agency in (*report.by, *report.to, *([report.via] if report.via else [])):
            yield agency.name, report.ref
    for receipt in programme.receipts:
        yield receipt.agency.name, receipt.spot.ref


def _groups(programme: Programme) -> Iterator[tuple[str, str]]:
    """(group, clause that names it)."""
    for target in programme.targets:
        for group in (*target.who, *target.of):
            yield group.name, target.ref


def _entries(found: Iterator[tuple[str, str]], pages: dict[str, str]) -> list[dict[str, Any]]:
    """Index entries in alphabetical order: a name, the clauses that name it, the page of its own if it has one."""
    gathered: dict[str, dict[str, None]] = {name: {} for name in pages}
    for name, ref in found:
        gathered.setdefault(name, {})[ref] = None
    return [
        {"name": name, "refs": list(gathered[name]), "page": pages.get(name)} for name in sorted(gathered, key=sort_key)
    ]
