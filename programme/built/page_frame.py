"""A step after the build: the scripts, and each page with what its frame leaves open.

The frame (`frame/theme/main.html`) has a place for each of these: the policy, the style sheet it
allows, the names of the scripts, the identity for paper, the version of the data, the page's files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape

from ..derive.programme import Programme
from ..frame import bundles
from ..frame.policy import policy
from ..pages import addresses
from ..render.renderer import Renderer
from . import page_identity
from .page import Page
from .site import SCRIPT, BuiltSite, Files, name_in_site

_FRAMED = " data-running="
"""What every page of our frame holds, and no page of another."""
_POLICY = '<meta http-equiv="Content-Security-Policy"'
_CHARSET = '<meta charset="utf-8">\n'
_STYLE_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*">')
_ASSETS = "assets/"
_START = f"{_ASSETS}site.js"
"""The script of every page; it fetches the others when they are needed."""


class FrameError(Exception):
    """A page has no place for what it must hold; the message says for what."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """The scripts, then the pages. A page of another frame, or one that is complete already, stays as it is."""
    bundled, style, _ = bundles.bundled()
    scripts = {f"{_ASSETS}{name}": content for name, content in bundled.items()}
    yield from scripts.items()
    names = {file: name_in_site(file, content) for file, content in scripts.items()}
    names |= {file: name for file, name in site.names.items() if file.endswith(SCRIPT)}
    same = dict(_everywhere(site, style, names))
    renderer = Renderer(programme, site.log)
    for page in site.pages.values():
        if _FRAMED in page.text and _POLICY not in page.text:
            places = {**same, _style_link(page): f"<style>{style}</style>", **dict(_here(page, site, renderer))}
            yield page.file, _filled(page, places).encode()


def _everywhere(site: BuiltSite, style: str, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(place, what stands there instead), the same on every page. `names`: script -> its name in the site."""
    # The policy must stand before what it allows.
    yield _CHARSET, f'{_CHARSET}{_POLICY} content="{escape(policy(style))}">\n'
    yield _START, names[_START]
    fetched = {file.removeprefix(_ASSETS): name.removeprefix(_ASSETS) for file, name in names.items() if file != _START}
    listed = escape(json.dumps(fetched, separators=(",", ":")))
    yield " data-search=", f' data-files="{listed}" data-search='
    yield "<!-- version -->", f"{page_identity.version_line(site.version)}."


def _style_link(page: Page) -> str:
    """The link to the style sheet: its address is relative, so it is another in another folder."""
    found = _STYLE_LINK.search(page.text)
    return found[0] if found else '<link rel="stylesheet">'


def _here(page: Page, site: BuiltSite, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """(place, what stands there instead) for what differs from page to page."""
    if page.path == addresses.NOT_FOUND:
        return  # on no paper, and it has no files
    if page.title:
        qr = page_identity.qr(page.address) if page.address else None
        line = page_identity.version_line(site.version)
        yield "<!-- identity -->", renderer.part("identity.html", address=page.address, qr=qr, version_line=line)
    sheet = page.path if f"{page.path}.pdf" in site.names else None
    data = f"{page.path}.json" in site.names
    files = renderer.render("files.html", page.path, sheet=sheet, booklet=addresses.BOOKLET, data=data)
    yield "<!-- files -->", files.strip()


def _filled(page: Page, places: dict[str, str]) -> str:
    """The page with each place filled. Raises `FrameError` where one is missing."""
    text = page.text
    for place, content in places.items():
        before, found, after = text.partition(place)
        if not found:
            raise FrameError(f'{page.file}: khung của trang (main.html) thiếu chỗ "{place.strip()}".')
        text = f"{before}{content}{after}"
    return text
