"""A step after the build: the scripts, and each page with what its frame leaves open.

The light frame (`frame/light/`) has a place for each of these: the policy, the style sheet it allows, the
names of the scripts, the way to the page, the running title and the identity of its sheets, the
page's files, the version of the data. Material's own (`frame/material/`) has no policy, and a style sheet
that pages link.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import NamedTuple

from ..cache import code, kept
from ..derive.programme import Programme
from ..frame import FrameError, bundles, material
from ..frame.policy import policy
from ..pages import addresses, settings
from ..render.renderer import Renderer
from . import page_identity, pdf
from .page import Page
from .site import SCRIPT, BuiltSite, Files, name_in_site


@dataclass(frozen=True)
class Place:
    """What a frame leaves open: a pattern of what stands there before it is filled, and the template that leaves it."""

    pattern: str
    template: str
    stays: bool = False
    """Whether what stands there stays, before what it is filled with."""


_PAGE, _CONTENT = "base.html", "partials/content.html"
_SHARED = {
    "crumbs": Place(r"<!-- crumbs -->", _CONTENT),
    "identity": Place(r"<!-- identity -->", _CONTENT),
    "tools": Place(r"<!-- tools -->", _CONTENT),
    "files": Place(r"<!-- files -->", "partials/page_tools.html"),
    "version": Place(r"<!-- version -->", "partials/about.html"),
}
"""What both frames leave, in the same templates or in such as have the same name."""
LIGHT = {
    "running": Place(r' data-frame="light"', _PAGE, stays=True),
    "policy": Place(r"<!-- policy -->", _PAGE),
    "style": Place(r'<link rel="stylesheet" href="[^"]*assets/site\.css">', _PAGE),
    "script": Place(r'assets/site\.js"', _PAGE),
    **_SHARED,
}
"""The places of the light frame (`frame/light/`), in their order."""
MATERIAL = {
    "running": Place(r"<html", _PAGE, stays=True),
    **_SHARED,
    "script": Place(r'assets/site\.js"', "partials/end.html"),
}
"""Those of Material's (`frame/material/`)."""
_PLACES = {settings.LIGHT: LIGHT, settings.MATERIAL: MATERIAL}
_FINISHED = " data-running="
_CRUMBS = re.compile(r'<nav class="crumbs".*?</nav>\n?', re.DOTALL)
_ASSETS = "assets/"
_START = "site.js"
"""The script of every page; it fetches the others when they are needed."""
_NEEDED_BY = {"finder.js": " data-finder", "matrix.js": " data-matrix"}
"""Scripts that only such pages fetch."""
_SINGLE = (
    *(' class="ways', ' class="plan', ' class="search-page', ' class="chart', ' class="whole"'),
    *(' class="terms"', ' class="reports '),
    *(" data-finder", " data-matrix"),
)
"""What stands only on pages that need the whole style (light.css); the others need that of reading.css."""
_RUNNING = 60
"""Letters of a page's title in the running title of its sheets."""
_RUNNING_NAME, _RUNNING_ALL = 40, 90
"""Letters of the site's name there, beside a page's title; of all of it: a sheet has room for no more in a line."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """The scripts, then the pages. A page of another frame, or one that is complete already, stays as it is."""
    made = bundles.bundled()
    scripts = {f"{_ASSETS}{name}": content for name, content in made.scripts.items()}
    yield from scripts.items()
    if site.frame == settings.MATERIAL:
        yield material.STYLE, made.material.encode()
    names = {file: name_in_site(file, content) for file, content in scripts.items()}
    names |= {file: name for file, name in site.names.items() if file.endswith(SCRIPT)}
    names = {file.removeprefix(_ASSETS): name.removeprefix(_ASSETS) for file, name in names.items()}
    own = site.settings.style()
    whole, reading = (dict(_styled(style + own)) for style in made.of_light())
    renderer = Renderer(programme, site.log)
    booklets = [file.removesuffix(".pdf") for file in site.names if pdf.OF_BOOKLET.fullmatch(file)]
    of_all = hashlib.sha256(json.dumps([code(), names, booklets, programme.cited_as]).encode()).hexdigest()
    for page in site.pages.values():
        text = page.text
        if page.frame in _PLACES and _FINISHED not in text:
            about = _about(programme, site, page)
            made_from = f"{of_all} {page.path} {json.dumps(about)} {page.digest}"
            here = json.loads(kept("places", made_from, partial(_filling, page, about, renderer, names, booklets)))
            styled = whole if any(part in text for part in _SINGLE) else reading
            yield page.file, _filled(page, text, styled | here).encode()


class _About(NamedTuple):
    """What a page does not tell itself: the line with its version, its files, whether its data changed, whom to ask."""

    line: str
    sheet: bool
    data: bool
    changed: bool
    contact: bool


def _about(programme: Programme, site: BuiltSite, page: Page) -> _About:
    return _About(
        page_identity.line(site, page),
        f"{page.path}.pdf" in site.names,
        f"{page.path}.json" in site.names,
        bool(site.log.of(page.path)),
        bool(programme.plan.contact),
    )


def _styled(style: str) -> Iterator[tuple[str, str]]:
    """(place, what stands there instead) for the style of a page, and the policy, which must stand before it."""
    yield "policy", f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">'
    yield "style", f"<style>{style}</style>"


def _filling(page: Page, about: _About, renderer: Renderer, names: Mapping[str, str], booklets: Sequence[str]) -> bytes:
    return json.dumps(dict(_here(page, about, renderer, names, booklets))).encode()


def _here(
    page: Page, about: _About, renderer: Renderer, names: Mapping[str, str], booklets: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """(place, what stands there instead) for what differs from page to page.

    `names`: script -> name in the site; `booklets`: the addresses of the booklet's volumes.
    """
    text = page.text
    listed = (name for file, name in names.items() if file != _START and _NEEDED_BY.get(file, "") in text)
    yield "script", f'{_ASSETS}{names[_START]}" data-files="{" ".join(listed)}"'
    yield "version", f"{about.line}."
    yield "running", f'{_FINISHED}"{escape(_running_title(page))}"'
    if page.path == addresses.NOT_FOUND:
        return  # on no paper, no way leads to it, and it has no files
    crumbs = _CRUMBS.search(text)
    yield "crumbs", crumbs[0].strip() if crumbs else ""
    identity = ""
    if page.title:
        qr = page_identity.qr(page.address) if page.address else None
        cited = renderer.programme.cited_as
        identity = renderer.part("identity.html", cited=cited, address=page.address, qr=qr, version_line=about.line)
    yield "identity", identity
    sheet = page.path if about.sheet else None
    tools = renderer.render("tools.html", page.path, sheet=sheet, booklets=booklets).strip()
    yield "tools", "" if page.path == addresses.HOME else tools  # where the first screen is for the answer
    files = renderer.render("files.html", page.path, **about._asdict()).strip()
    yield "files", f"{tools}\n{files}" if page.path == addresses.HOME else files


def _running_title(page: Page) -> str:
    """The title of the window, with the part that is the page's own made short: it goes into the margin of a sheet."""
    own, between, name = page.window.rpartition(" – ")
    name = textwrap.shorten(name, _RUNNING_NAME if own else _RUNNING_ALL, placeholder="…")
    room = min(_RUNNING, _RUNNING_ALL - len(between) - len(name))
    return f"{textwrap.shorten(own, room, placeholder='…')}{between}{name}"


def _filled(page: Page, text: str, contents: Mapping[str, str]) -> str:
    """The text of a page, each place of its frame filled."""
    rest = text if "crumbs" not in contents else _CRUMBS.sub("", text, count=1)
    return fill(rest, contents, page.path, page.frame)


def fill(text: str, contents: Mapping[str, str], path: str, frame: str = settings.LIGHT) -> str:
    """The text of the page `path`, places of its frame filled with `contents`, in the frame's order.

    Raises `FrameError` where one is missing.
    """
    parts, rest = [], text
    for name, place in _PLACES[frame].items():
        if name in contents:
            found = re.search(place.pattern, rest)
            if not found:
                raise FrameError(
                    f"Tệp {place.template} của khung trang thiếu chỗ {name} ({place.pattern}): trang {path}.html."
                )
            parts += [rest[: found.end() if place.stays else found.start()], contents[name]]
            rest = rest[found.end() :]
    return "".join([*parts, rest])
