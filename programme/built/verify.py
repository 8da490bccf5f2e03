"""Look at a built site as its readers will, before it is published: links, weight, the plan's words, other hosts."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.statements import HEAD
from ..load.texts import Paragraph
from ..pages import addresses, released, settings
from .links import file_at
from .page import Node, Page, classes, elements, read_pages
from .site import address_of

HEAVIEST = 60_000
"""Bytes of the heaviest page that may be published, compressed. (The full text is the heaviest: some 25 kB.)"""
_LINKS = {"href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href"}
_STYLE = re.compile(r"""(?:url\(|@import)\s*["']?(?:[a-z]+:)?//[^"')\s]*""", re.IGNORECASE)
_PLAN = {"plan", "plan-head"}
"""The classes of what holds the plan's words on the page of the full text."""
_OURS = {"note", "home-of", "headerlink", "files", "note-mark"}
"""The classes of what stands there beside them."""


def problems(programme: Programme, site: Path) -> list[str]:
    """All that is wrong with the pages in `site`, in Vietnamese; nothing if they may be published."""
    pages = read_pages(site)
    home = address_of(pages)
    found = [*_missing(programme, pages)]
    for page in pages.values():
        found += [*_links(site, pages, page, home), *_ids(page), *_files(site, page)]
        if page.frame != settings.MATERIAL:  # whose pages are as heavy as Material makes them
            found += _weight(page)
    if whole := pages.get(addresses.FULL_TEXT):
        found += _words(programme, whole)
    return found


def _missing(programme: Programme, pages: dict[str, Page]) -> Iterator[str]:
    for path in (addresses.NOT_FOUND, *released.addresses(programme)):
        if path not in pages:
            yield f"{path}.html: thiếu trang này."


def _links(site: Path, pages: dict[str, Page], page: Page, home: str) -> Iterator[str]:
    """Links that lead nowhere, and what would be fetched from another host. `home`: the address of the site, or ""."""
    for tag, link in _linked(page):
        target = urlsplit(link)
        if target.scheme in ("mailto", "tel", "data"):
            continue
        if target.netloc:
            # a reader may follow a link to a source; a page may fetch nothing
            if tag != "a" and not (home and link.startswith(home)):
                yield f"{page.file}: gọi tới máy chủ khác: {link}"
            continue
        file = file_at(page, unquote(target.path), urlsplit(home).path or "/")
        if file is None or not (site / file).is_file():
            yield f"{page.file}: liên kết không tới đâu: {link}"
            continue
        there = pages.get(file.removesuffix(".html"))
        if "=" in target.fragment:
            continue  # choices that the page's script reads; without it the page is shown from its top
        if target.fragment and there and unquote(target.fragment) not in there.anchors:
            yield f"{page.file}: liên kết không có chỗ tới: {link}"
    for style in _STYLE.findall(page.text):
        yield f"{page.file}: gọi tới máy chủ khác: {style}"


def _linked(page: Page) -> Iterator[tuple[str, str]]:
    """(kind of element, address) for all that a page leads to or fetches."""
    for element in page.select("*"):
        for name, value in element.attributes.items():
            if name in _LINKS:
                yield element.tag or "", value or ""


def _ids(page: Page) -> Iterator[str]:
    for id, count in sorted(Counter(page.ids).items()):
        if count > 1:
            yield f'{page.file}: nhiều chỗ mang cùng một mã "{id}".'


def _files(site: Path, page: Page) -> Iterator[str]:
    """What the scripts of a page would fetch when they are used: other scripts, the search."""
    for element in page.select("script[src*='assets/site.']"):
        listed = element.attributes.get("data-files")
        if listed is None:
            yield f"{page.file}: không nêu các tệp mà kịch bản của trang cần tải."
        for file in (listed or "").split():
            if not (site / "assets" / file).is_file():
                yield f"{page.file}: thiếu tệp assets/{file}"


def _weight(page: Page) -> Iterator[str]:
    size = len(gzip.compress(page.raw, 6))
    if size > HEAVIEST:
        yield f"{page.file}: nặng {size} byte sau khi nén, quá {HEAVIEST}."


def _words(programme: Programme, page: Page) -> Iterator[str]:
    """The first line of the plan that the page of the full text does not show as it is, in its place.

    Spaces, the dashes before items and the marks of footnotes are the page's own affair.
    """
    shown = "".join(_plan(page.article, set(programme.refs.values())))
    at = 0
    for told in full_text.lines(programme.data):
        line = " ".join(text for _, text in told)
        is_item = len(told) > 1 and isinstance(told[0][0], Paragraph)
        forms = (line, " ".join(text for _, text in told[1:])) if is_item else (line,)
        found = next((letters for letters in map(_letters, forms) if shown.startswith(letters, at)), None)
        if found is None:
            there = shown[at : at + 60]
            yield f'{page.file}: không đúng lời Kế hoạch. Cần: "{line[:200]}". Trang ghi (bỏ dấu cách): "{there}"'
            return
        at += len(found)
    if at < len(shown):
        yield f'{page.file}: thừa chữ sau lời Kế hoạch (bỏ dấu cách): "{shown[at : at + 60]}"'


def _plan(node: Node, refs: set[str]) -> Iterator[str]:
    """The letters of what the page shows as the plan's words."""
    for child in elements(node):
        if classes(child) & _PLAN or (child.tag == "h2" and child.id in refs):
            yield _letters("".join(_text(child, blanks=child.id == HEAD)))
        else:
            yield from _plan(child, refs)


def _text(node: Node, blanks: bool) -> Iterator[str]:
    """The words in an element; with `blanks`, "…" and what stands in <small> say that the source left something out."""
    for child in node.iter(include_text=True):
        if child.is_text_node:
            text = child.text_content or ""
            yield text.replace("…", "") if blanks else text
        elif child.is_element_node and not classes(child) & _OURS and not (blanks and child.tag == "small"):
            yield from _text(child, blanks)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
