"""Look at a built site as its readers will, before it is published: links, weight, the plan's words, other hosts."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from . import addresses, blocks
from .derive import Programme
from .identity import address_of

HEAVIEST = 60_000
"""Bytes of the heaviest page that may be published, compressed. (The full text is the heaviest: some 25 kB.)"""
_TAG = re.compile(r"<(a|link|script|img)\b([^>]*)>")
_LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')


def problems(programme: Programme, site: Path) -> list[str]:
    """All that is wrong with the pages in `site`, in Vietnamese; nothing if they may be published."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    return [*_missing(site), *_links(site, pages), *_weights(site, pages), *_words(programme, site)]


def _missing(site: Path) -> Iterator[str]:
    for name in ("index.html", "404.html", f"{addresses.FULL_TEXT}.html"):
        if not (site / name).is_file():
            yield f"{name}: thiếu trang này."


def _links(site: Path, pages: dict[Path, str]) -> Iterator[str]:
    """Links that lead nowhere, and what would be fetched from another host."""
    ids = {path: set(map(unescape, _ID.findall(text))) for path, text in pages.items()}
    for path, text in pages.items():
        name = path.relative_to(site).as_posix()
        own = address_of(text).removesuffix(name)
        for found in _TAG.finditer(text):
            link = _LINK.search(found[2])
            if not link or name == "404.html":  # its links begin with /: it is shown at any depth
                continue
            target = urlsplit(unescape(link[1]))
            if target.scheme in ("mailto", "tel"):
                continue
            if target.netloc:
                # a reader may follow a link to a source; a page may fetch nothing
                if found[1] != "a" and not (own and link[1].startswith(own)):
                    yield f"{name}: gọi tới máy chủ khác: {link[1]}"
                continue
            file = (path.parent / unquote(target.path)).resolve() if target.path else path.resolve()
            if not file.is_file():
                yield f"{name}: liên kết không tới đâu: {link[1]}"
            elif target.fragment and file.suffix == ".html":
                known = ids.get(site / file.relative_to(site.resolve()), set())
                if unquote(target.fragment) not in known:
                    yield f"{name}: liên kết không có chỗ tới: {link[1]}"


def _weights(site: Path, pages: dict[Path, str]) -> Iterator[str]:
    for path, text in pages.items():
        size = len(gzip.compress(text.encode(), 6))
        if size > HEAVIEST:
            yield f"{path.relative_to(site).as_posix()}: nặng {size} byte sau khi nén, quá {HEAVIEST}."


def _words(programme: Programme, site: Path) -> Iterator[str]:
    """Words of the plan that the page of the full text does not show."""
    file = site / f"{addresses.FULL_TEXT}.html"
    if not file.is_file():
        return
    shown = _letters(_text(blocks.article(file.read_text(encoding="utf-8"))))
    for spot in programme.spots:
        if _letters(spot.phrase.text) not in shown:
            yield f'{addresses.FULL_TEXT}.html: thiếu lời của {programme.ref_label(spot.ref)}: "{spot.phrase.text}"'


def _text(node: blocks.Node) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in node.children)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text)
