"""What the booklet of the whole programme holds: a cover, parts made of pages, indexes of who is named where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..derive.programme import Programme
from ..pages import addresses
from ..vietnamese.formats import sort_key
from . import page_blocks
from .page import Page
from .site import BuiltSite

Part = tuple[str, dict[str, Page]]
"""A title, and address -> page."""


def parts(programme: Programme, site: BuiltSite) -> list[Part]:
    """The parts in their order, with the pages that this plan has."""
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
    return [(title, {name: page for name in names if (page := site.page(name))}) for title, names in wanted]


def cover(programme: Programme) -> dict[str, Any]:
    """What the cover says, and the indexes: all that no page says."""
    own = {one.name: addresses.page(one) for one in programme.data.agencies}
    return {
        "issuer": programme.agencies[programme.plan.agency].name,
        "title": programme.plan.short_title,
        "indexes": [
            {
                "title": "Chỉ mục cơ quan",
                "note": "Số đậm: trang của phiếu nhiệm vụ. Số khác: trang của mục trong toàn văn.",
                "entries": _entries(_bodies(programme), own),
            },
            {"title": "Chỉ mục đối tượng", "note": "", "entries": _entries(_groups(programme), {})},
        ],
    }


def chapters(parts: list[Part]) -> dict[str, Any]:
    """The parts with their chapters. What every page says of itself, a booklet says once: the notice, short forms."""
    read = {name: page_blocks.of_page(page) for _, pages in parts for name, page in pages.items()}
    short = {words[0][1]: words for _, found in read.values() for words in found}
    return {
        "notice": [block for blocks, _ in read.values() for block in blocks if block["kind"] == "notice"][:1],
        "parts": [
            {"title": title, "chapters": [{"page": name, "blocks": _body(read[name][0])} for name in pages]}
            for title, pages in parts
        ],
        "short": [short[key] for key in sorted(short, key=sort_key)],
    }


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
