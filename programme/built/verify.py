"""Look at a built site as its readers will, before it is published: links, weight, the plan's words, other hosts."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.statements import HEAD
from ..pages import addresses, released
from . import page_blocks
from .page_identity import address_of

HEAVIEST = 60_000
"""Bytes of the heaviest page that may be published, compressed. (The full text is the heaviest: some 25 kB.)"""
_NOT_FOUND = "404.html"
_TAG = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s([a-z][a-z0-9:-]*)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_LINKS = {"href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href"}
_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?(?:[a-z]+:)?//[^"')\s]*""", re.IGNORECASE)
_PLAN = {"plan", "plan-head"}
"""The classes of what holds the plan's words on the page of the full text."""
_OURS = {"note", "home-of", "headerlink"}
"""The classes of what stands there beside them."""


class _Page:
    """A built page: its text, and what its tags say."""

    def __init__(self, site: Path, path: Path):
        self.name = path.relative_to(site).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.files: dict[str, str] | None = None
        self.searches = False
        for tag, inside in _TAG.findall(self.text):
            for name, quoted in _ATTRIBUTE.findall(inside):
                value = unescape(quoted.strip("\"'"))
                if name in _LINKS:
                    self.links.append((tag, value))
                elif name == "id":
                    self.ids.append(value)
                elif name == "data-files":
                    self.files = json.loads(value)
                elif name == "data-search":
                    self.searches = True

    @cached_property
    def known_ids(self) -> set[str]:
        return set(self.ids)


def problems(programme: Programme, site: Path) -> list[str]:
    """All that is wrong with the pages in `site`, in Vietnamese; nothing if they may be published."""
    pages = {page.name: page for page in (_Page(site, path) for path in sorted(site.rglob("*.html")))}
    home = address_of(pages["index.html"].text).removesuffix("index.html") if "index.html" in pages else ""
    found = [*_missing(programme, pages)]
    for page in pages.values():
        found += [*_links(site, pages, page, home), *_ids(page), *_files(site, page), *_weight(page)]
    if whole := pages.get(f"{addresses.FULL_TEXT}.html"):
        found += _words(programme, whole)
    return found


def _missing(programme: Programme, pages: dict[str, _Page]) -> Iterator[str]:
    for name in (_NOT_FOUND, *(f"{address}.html" for address in released.addresses(programme))):
        if name not in pages:
            yield f"{name}: thiếu trang này."


def _links(site: Path, pages: dict[str, _Page], page: _Page, home: str) -> Iterator[str]:
    """Links that lead nowhere, and what would be fetched from another host."""
    root = urlsplit(home).path or "/"
    for tag, link in page.links:
        target = urlsplit(link)
        if target.scheme in ("mailto", "tel", "data"):
            continue
        if target.netloc:
            # a reader may follow a link to a source; a page may fetch nothing
            if tag != "a" and not (home and link.startswith(home)):
                yield f"{page.name}: gọi tới máy chủ khác: {link}"
            continue
        file = _file(page, unquote(target.path), root)
        if file is None or not (site / file).is_file():
            yield f"{page.name}: liên kết không tới đâu: {link}"
        elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].known_ids:
            yield f"{page.name}: liên kết không có chỗ tới: {link}"
    for style in _STYLE.findall(page.text):
        yield f"{page.name}: gọi tới máy chủ khác: {style}"


def _file(page: _Page, path: str, root: str) -> str | None:
    """The file in the site that a link leads to; nothing where it leads out of it.

    Links are relative, so that one tree serves the web and a USB stick; only the
    page for a wrong address is shown at any depth, so its links begin at the root.
    """
    if not path:
        return page.name
    if page.name == _NOT_FOUND:
        return path.removeprefix(root) if path.startswith(root) else None
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
    return None if file.startswith(("/", "../")) else file


def _ids(page: _Page) -> Iterator[str]:
    for double in sorted(page.known_ids) if len(page.ids) != len(page.known_ids) else ():
        if page.ids.count(double) > 1:
            yield f'{page.name}: nhiều chỗ mang cùng một mã "{double}".'


def _files(site: Path, page: _Page) -> Iterator[str]:
    """What the scripts of a page would fetch when they are used: other scripts, the search."""
    if page.searches and page.files is None:
        yield f"{page.name}: không nêu các tệp của ô tìm kiếm."
    for file in (page.files or {}).values():
        if not (site / "assets" / file).is_file():
            yield f"{page.name}: thiếu tệp assets/{file}"


def _weight(page: _Page) -> Iterator[str]:
    size = len(gzip.compress(page.text.encode(), 6))
    if size > HEAVIEST:
        yield f"{page.name}: nặng {size} byte sau khi nén, quá {HEAVIEST}."


def _words(programme: Programme, page: _Page) -> Iterator[str]:
    """The first line of the plan that the page of the full text does not show as it is, in its place.

    Spaces, and the dashes before items, are the page's own affair.
    """
    shown = "".join(_plan(page_blocks.article(page.text), set(programme.refs.values())))
    at = 0
    for line in full_text.rebuild(programme.data).splitlines():
        forms = (line, line.removeprefix("- "))
        found = next((letters for letters in map(_letters, forms) if shown.startswith(letters, at)), None)
        if found is None:
            there = shown[at : at + 60]
            yield f'{page.name}: không đúng lời Kế hoạch. Cần: "{line[:200]}". Trang ghi (bỏ dấu cách): "{there}"'
            return
        at += len(found)
    if at < len(shown):
        yield f'{page.name}: thừa chữ sau lời Kế hoạch (bỏ dấu cách): "{shown[at : at + 60]}"'


def _plan(node: page_blocks.Node, refs: set[str]) -> Iterator[str]:
    """The letters of what the page shows as the plan's words."""
    for child in node.nodes():
        id = child.attributes.get("id")
        if child.classes & _PLAN or (child.tag == "h2" and id in refs):
            yield _letters("".join(_text(child, blanks=id == HEAD)))
        else:
            yield from _plan(child, refs)


def _text(node: page_blocks.Node, blanks: bool) -> Iterator[str]:
    """The words in an element; with `blanks`, "…" and what stands in <small> say that the source left something out."""
    for child in node.children:
        if isinstance(child, str):
            yield child.replace("…", "") if blanks else child
        elif not child.classes & _OURS and not (blanks and child.tag == "small"):
            yield from _text(child, blanks)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
