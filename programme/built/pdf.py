"""A step after the build, the PDF files: a sheet for each project and each body, the whole programme as one booklet.

They are made from the words of the built pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from ..derive.programme import Programme
from ..pages import addresses
from . import booklet, page_blocks, page_identity, typeset
from .page import Page
from .site import BuiltSite, Files


@dataclass(frozen=True)
class Sheet:
    """One PDF to make: its address without ending, its template, all it is made from, what the template is given."""

    address: str
    template: str
    made_from: str
    content: Callable[[], dict[str, Any]]


def sheet_pages(programme: Programme) -> list[str]:
    """The pages with a PDF of their own: projects, then bodies."""
    return [*map(addresses.page, programme.nodes), *map(addresses.page, programme.data.agencies)]


def files(programme: Programme, site: BuiltSite) -> Files:
    """All PDF files, each beside its page."""
    about = {"plan": programme.cited_as, "version": page_identity.version_line(site.version)}
    sheets = [_sheet(site.pages[path], about) for path in sheet_pages(programme)]
    sheets.append(_booklet(programme, site, about))
    with ThreadPoolExecutor() as workers:
        made = workers.map(lambda one: typeset.pdf(one.template, one.made_from, one.content), sheets)
        yield from ((f"{sheet.address}.pdf", content) for sheet, content in zip(sheets, made, strict=True))


def _sheet(page: Page, about: dict[str, Any]) -> Sheet:
    """The sheet of a page of its own."""
    about = {**about, "address": page.address}

    def content() -> dict[str, Any]:
        blocks, short = page_blocks.of_page(page)
        return {**about, "qr": page_identity.qr_file(page.address), "blocks": blocks, "short": short}

    return Sheet(page.path, "sheet.typ", json.dumps(about) + page.text, content)


def _booklet(programme: Programme, site: BuiltSite, about: dict[str, Any]) -> Sheet:
    """The whole programme."""
    parts = booklet.parts(programme, site)
    cover = {**about, "address": site.address, **booklet.cover(programme)}

    def content() -> dict[str, Any]:
        return {**cover, "qr": page_identity.qr_file(site.address), **booklet.chapters(parts)}

    text = "".join(page.text for _, pages in parts for page in pages.values())
    return Sheet(addresses.BOOKLET, "booklet.typ", json.dumps(cover) + text, content)
