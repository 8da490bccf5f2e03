"""The PDF files: a sheet for each project and each body, and the whole programme as one booklet.

Made with Typst from the words of the built pages. They hold no date of their
making, so the same data gives the same bytes; what was made once is kept by the
hash of what it is made of.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import typst

from . import addresses, blocks, identity
from .derive import Programme
from .formats import sort_key
from .history import Version

BOOKLET = "ke-hoach"
"""The address of the booklet, without ending."""
FOLDER = "print"
_CACHE = Path(__file__).resolve().parent.parent / ".cache" / "pdf"


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: its address, its template and what the template is given."""

    address: str
    template: str
    content: dict[str, Any]


def of_page(programme: Programme, page: str) -> str:
    """The PDF that belongs to a page: its own, or the booklet. Addresses without ending."""
    return page if page in _sheets_of(programme) else BOOKLET


def _sheets_of(programme: Programme) -> list[str]:
    """The pages with a PDF of their own, projects first."""
    return [*map(addresses.page, programme.nodes), *map(addresses.page, programme.data.agencies)]


def write(programme: Programme, site: Path, templates: Path, version: Version) -> list[Path]:
    """Write all PDF files of the built pages in `site`; returns them."""
    sheets = list(_sheets(programme, site, version))
    folder = templates / FOLDER
    common = hashlib.sha256(version_of("typst").encode())
    for path in sorted(folder.glob("*.typ")):
        common.update(path.name.encode() + path.read_bytes())

    def make(sheet: Sheet) -> Path:
        text = json.dumps(sheet.content, ensure_ascii=False, sort_keys=True)
        digest = common.copy()
        digest.update(sheet.template.encode() + text.encode())
        kept = _CACHE / f"{digest.hexdigest()[:32]}.pdf"
        if not kept.exists():
            made = typst.compile(
                folder / sheet.template,
                root=folder,
                ignore_system_fonts=True,
                sys_inputs={"content": text},
                pdf_standards=["ua-1"],
                format="pdf",
            )
            kept.parent.mkdir(parents=True, exist_ok=True)
            part = kept.with_suffix(f".{os.getpid()}-{id(sheet)}.part")
            part.write_bytes(made)
            part.replace(kept)
        target = site / f"{sheet.address}.pdf"
        target.write_bytes(kept.read_bytes())
        return target

    with ThreadPoolExecutor() as workers:
        return list(workers.map(make, sheets))


def _sheets(programme: Programme, site: Path, version: Version) -> Iterator[Sheet]:
    line = identity.version_line(version)
    common = {"plan": programme.cited_as, "version": line}
    chapters: dict[str, list[blocks.Block]] = {}
    short: dict[str, list[blocks.Run]] = {}
    pages = _sheets_of(programme)
    more = [addresses.FULL_TEXT, addresses.GOALS, addresses.MONEY, addresses.REPORTS, addresses.DOCUMENTS]
    more += [addresses.NOT_IN_PLAN]
    for address in (*pages, *more):
        file = site / f"{address}/index.html" if (site / address).is_dir() else site / f"{address}.html"
        if not file.exists():
            continue
        page = file.read_text(encoding="utf-8")
        article = blocks.article(page)
        chapters[address] = blocks.read(article)
        spelled = blocks.abbreviations(article)
        short |= {words[0][1]: words for words in spelled}
        if address in pages:
            at = identity.address_of(page)
            yield Sheet(
                address,
                "sheet.typ",
                {**common, "address": at, "qr": _svg(at), "blocks": chapters[address], "short": spelled},
            )
    home = (site / "index.html").read_text(encoding="utf-8")
    at = identity.address_of(home).removesuffix("index.html")
    header = programme.plan.header
    parts = [
        ("Toàn văn Kế hoạch", [addresses.FULL_TEXT]),
        ("Mục tiêu, kinh phí", [addresses.GOALS, addresses.MONEY]),
        ("Các dự án", [addresses.page(node) for node in programme.nodes]),
        ("Phiếu nhiệm vụ của từng cơ quan", [addresses.page(one) for one in programme.data.agencies]),
        ("Báo cáo, văn bản, điều không có trong Kế hoạch", more[3:]),
    ]
    yield Sheet(
        BOOKLET,
        "booklet.typ",
        {
            **common,
            "address": at,
            "qr": _svg(at),
            "issuer": " ".join(header.issuer_lines),
            "kind": header.kind,
            "title": " ".join(header.title_lines),
            "parts": [
                {"title": title, "chapters": [chapters[name] for name in names if name in chapters]}
                for title, names in parts
            ],
            "short": [short[key] for key in sorted(short, key=sort_key)],
            "indexes": [
                {"title": "Chỉ mục cơ quan", "entries": _entries(_bodies(programme))},
                {"title": "Chỉ mục đối tượng", "entries": _entries(_groups(programme))},
            ],
        },
    )


def _svg(address: str) -> str:
    """A QR code as an SVG file; nothing for no address."""
    if not address:
        return ""
    code = identity.qr(address)
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


def _entries(found: Iterator[tuple[str, str]]) -> list[list[Any]]:
    """Index entries in alphabetical order: [name, [clauses]]."""
    gathered: dict[str, dict[str, None]] = {}
    for name, ref in found:
        gathered.setdefault(name, {})[ref] = None
    return [[name, list(gathered[name])] for name in sorted(gathered, key=sort_key)]
