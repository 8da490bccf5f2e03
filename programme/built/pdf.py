"""The PDF files: a sheet for each project, body and place, the whole programme as one booklet, or in volumes.

They are made from the words of the built pages, while the other steps after the build go on.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

from ..derive.programme import Programme
from ..pages import addresses
from . import booklet, page_blocks, page_identity
from .page import Page
from .site import BuiltSite
from .typeset import Presses

OF_BOOKLET = re.compile(rf"{addresses.BOOKLET}(?:-\d+)?\.pdf")
"""The names of the booklet's files."""
Made = dict[str, Future[None]]
"""File -> done when it is written."""


def sheet_pages(programme: Programme) -> list[str]:
    """The pages with a PDF of their own: projects, bodies, places."""
    with_one: list[addresses.Entity] = [*programme.nodes, *programme.data.agencies, *programme.told_places]
    return [*map(addresses.page, with_one)]


def begun(programme: Programme, site: BuiltSite, presses: Presses) -> Made:
    """All PDF files, into the folder of the presses: each sheet beside its page, the booklet or its volumes."""
    volumes = booklet.volumes(programme, site)
    covers = booklet.covers(programme, volumes)
    # the longest first
    made = {
        name: _volume(programme, site, volume, cover, name, presses)
        for name, volume, cover in zip(names(len(volumes)), volumes, covers, strict=True)
    }
    return made | {f"{path}.pdf": _sheet(programme, site, site.pages[path], presses) for path in sheet_pages(programme)}


def names(volumes: int) -> Iterator[str]:
    """The files of a booklet: "ke-hoach.pdf", "ke-hoach-2.pdf" ..."""
    yield from (f"{addresses.BOOKLET}{f'-{number}' if number > 1 else ''}.pdf" for number in range(1, volumes + 1))


def _sheet(programme: Programme, site: BuiltSite, page: Page, presses: Presses) -> Future[None]:
    """The sheet of a page of its own."""
    about = {"plan": programme.cited_as, "version": page_identity.line(site, page), "address": page.address}

    def content() -> dict[str, Any]:
        blocks, short = page_blocks.of_page(page)
        return {**about, "qr": page_identity.qr_file(page.address), "blocks": blocks, "short": short}

    return presses.pdf(f"{page.path}.pdf", "sheet.typ", json.dumps(about) + page.text, content)


def _volume(
    programme: Programme, site: BuiltSite, volume: booklet.Volume, about: dict[str, Any], name: str, presses: Presses
) -> Future[None]:
    text = "".join(f"{chapter.part}\0{chapter.page.path}\0{chapter.html}" for chapter in volume)
    version = page_identity.version_line(site)
    if about["volume"]:
        version = f"Phiên bản của tập này: {hashlib.sha256(text.encode()).hexdigest()[:8]}"
    cover = {"plan": programme.cited_as, "version": version, "address": site.address, **about}

    def content() -> dict[str, Any]:
        return {**cover, "qr": page_identity.qr_file(site.address), **booklet.content(volume)}

    return presses.pdf(name, "booklet.typ", json.dumps(cover) + text, content)
