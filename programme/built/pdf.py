"""The PDF files: a sheet for each project and each body, and the whole programme as one booklet.

Made with Typst from the words of the built pages. They hold no date of their
making, so the same data gives the same bytes; what was made once is kept by the
hash of what it is made of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from ..cache import code, kept
from ..derive.programme import Programme
from ..history.git import Version
from ..pages import addresses
from ..vietnamese.formats import sort_key
from . import page_blocks, page_identity

BOOKLET = "ke-hoach"
"""The address of the booklet, without ending."""
TEMPLATES = Path(__file__).resolve().parent / "print"


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: its address, its template, all it is made from, and what the template is given."""

    address: str
    template: str
    made_from: str
    content: Callable[[], dict[str, Any]]


def sheet_pages(programme: Programme) -> list[str]:
    """The pages with a PDF of their own, projects first."""
    return [*map(addresses.page, programme.nodes), *map(addresses.page, programme.data.agencies)]


def write(programme: Programme, site: Path, version: Version) -> list[Path]:
    """Write all PDF files of the built pages in `site`; returns them."""
    sheets = list(_sheets(programme, site, version))
    common = hashlib.sha256(f"{version_of('typst')} {code()}".encode())
    for path in sorted(TEMPLATES.glob("*.typ")):
        common.update(path.name.encode() + path.read_bytes())

    def typeset(sheet: Sheet) -> bytes:
        import typst  # only where something is to be made anew

        return typst.compile(
            TEMPLATES / sheet.template,
            root=TEMPLATES,
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(sheet.content(), ensure_ascii=False)},
            pdf_standards=["ua-1"],
            format="pdf",
        )

    def make(sheet: Sheet) -> Path:
        made_from = f"{common.hexdigest()}\0{sheet.template}\0{sheet.made_from}"
        target = site / f"{sheet.address}.pdf"
        target.write_bytes(kept("pdf", made_from, partial(typeset, sheet)))
        return target

    with ThreadPoolExecutor() as workers:
        return list(workers.map(make, sheets))


def _sheets(programme: Programme, site: Path, version: Version) -> Iterator[Sheet]:
    line = page_identity.version_line(version)
    common = {"plan": programme.cited_as, "version": line}
    own = sheet_pages(programme)
    more = [addresses.FULL_TEXT, addresses.GOALS, addresses.MONEY, addresses.REPORTS, addresses.DOCUMENTS]
    more += [addresses.NOT_IN_PLAN]
    files = {name: site / (f"{name}/index.html" if (site / name).is_dir() else f"{name}.html") for name in own + more}
    pages = {name: file.read_text(encoding="utf-8") for name, file in files.items() if file.exists()}
    read = cache(lambda name: _read(pages[name]))
    for name in own:
        at = page_identity.address_of(pages[name])
        about = {**common, "address": at}
        yield Sheet(
            name,
            "sheet.typ",
            json.dumps(about) + pages[name],
            lambda name=name, about=about: {  # type: ignore[misc]
                **about,
                "qr": _svg(about["address"]),
                "blocks": read(name)[0],
                "short": read(name)[1],
            },
        )
    own_pages = {one.name: addresses.page(one) for one in programme.data.agencies}
    parts = [
        ("Toàn văn Kế hoạch", [addresses.FULL_TEXT]),
        ("Mục tiêu, kinh phí", [addresses.GOALS, addresses.MONEY]),
        ("Các dự án", [addresses.page(node) for node in programme.nodes]),
        ("Phiếu nhiệm vụ của từng cơ quan", [addresses.page(one) for one in programme.data.agencies]),
        ("Báo cáo, văn bản, điều không có trong Kế hoạch", more[3:]),
    ]
    at = page_identity.address_of((site / "index.html").read_text(encoding="utf-8")).removesuffix("index.html")
    cover = {
        **common,
        "address": at,
        "issuer": programme.agencies[programme.plan.agency].name,
        "title": programme.plan.short_title,
        "indexes": [
            {
                "title": "Chỉ mục cơ quan",
                "note": "Số đậm: trang của phiếu nhiệm vụ. Số khác: trang của mục trong toàn văn.",
                "entries": _entries(_bodies(programme), own_pages),
            },
            {"title": "Chỉ mục đối tượng", "note": "", "entries": _entries(_groups(programme), {})},
        ],
    }

    def booklet() -> dict[str, Any]:
        short = {words[0][1]: words for name in pages for words in read(name)[1]}
        # what every page says of itself, a booklet says once
        notices = [block for name in pages for block in read(name)[0] if block["kind"] == "notice"]
        return {
            **cover,
            "qr": _svg(at),
            "notice": notices[:1],
            "parts": [
                {"title": title, "chapters": [_chapter(name, read(name)[0]) for name in names if name in pages]}
                for title, names in parts
            ],
            "short": [short[key] for key in sorted(short, key=sort_key)],
        }

    yield Sheet(BOOKLET, "booklet.typ", json.dumps(cover) + "".join(pages.values()), booklet)


def _read(page: str) -> tuple[list[page_blocks.Block], list[list[page_blocks.Run]]]:
    """The blocks of a page and the short forms it uses."""
    article = page_blocks.article(page)
    return page_blocks.read(article), page_blocks.abbreviations(article)


def _chapter(page: str, read: list[page_blocks.Block]) -> dict[str, Any]:
    return {"page": page, "blocks": [block for block in read if block["kind"] != "notice"]}


def _svg(address: str) -> str:
    """A QR code as an SVG file; nothing for no address."""
    if not address:
        return ""
    code = page_identity.qr(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}"><path d="{code.path}"/></svg>'
    )


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
