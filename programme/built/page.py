"""A built page, read: the one reader of HTML for all that is done with built pages.

It is selectolax (lexbor): as fast as lxml on our pages, a third of its size,
with types, and it understands a page as browsers do.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .. import listed
from ..cache import code, kept

VERSION = "Phiên bản của trang: "
"""How a page says its version."""
_MARKUP = re.compile(r"<!--.*?-->|<script\b.*?</script>|<[^>]*>", re.DOTALL)
_VERSION = re.compile(rf"{VERSION}([0-9a-f]{{8}})")
_READ = 'link[rel="canonical"][href]:not([id]), title:not([id]), h1:not([id]), [id]'
"""What is read of every page. What two of these named would come twice."""
Node = LexborNode
"""An element of a page, or a text in it."""


@lru_cache(maxsize=16)  # a parsed page takes some 400 kB; what most steps ask for is among the facts
def _parsed(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(page.raw)


@dataclass(frozen=True, eq=False)
class Page:
    """A page by its path without ending ("du-an/3-2", "du-an/index"), with its bytes: half of what its text takes."""

    path: str
    raw: bytes

    @property
    def text(self) -> str:
        """Its text, each time anew."""
        return self.raw.decode("utf-8")

    @property
    def file(self) -> str:
        """Its name in the site."""
        return f"{self.path}.html"

    def select(self, selector: str) -> list[Node]:
        """The elements that a CSS selector names, in their order."""
        return _parsed(self).css(selector)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and (self.path, self.digest) == (other.path, other.digest)

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def _facts(self) -> dict[str, Any]:
        """What is asked of every page, kept by its text: to read a page takes longer than all that is done with it."""
        return json.loads(kept("facts", f"{code()} {self.digest}", self._read))

    def _read(self) -> bytes:
        found: dict[str, list[Node]] = {"link": [], "title": [], "h1": [], "h2": []}
        ids = []
        for one in self.select(_READ):
            if one.tag in found:
                found[one.tag].append(one)
            if one.id is not None:
                ids.append(one.id)
        canonical = (one.attributes for one in found["link"])
        facts = {
            "address": next((one["href"] or "" for one in canonical if one.get("rel") == "canonical"), ""),
            "window": next(map(words, found["title"]), ""),
            "title": next(map(words, found["h1"]), ""),
            "sections": [(one.id or "", words(one)) for one in found["h2"]],
            "ids": "\n".join(ids),
            "version": self._version(),
        }
        return json.dumps(facts).encode()

    @cached_property
    def digest(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def address(self) -> str:
        """The address on the web that it names as its own; "" if it names none."""
        return str(self._facts["address"])

    @property
    def window(self) -> str:
        """The title of its window."""
        return str(self._facts["window"])

    @cached_property
    def frame(self) -> str:
        """The frame that it stands in, "light" or "material"; "" for one of another builder."""
        found = re.search(r' data-frame="([^"]*)"', self.text)
        return found[1] if found else ""

    @property
    def html(self) -> str:
        """What stands in its article, as it is written."""
        return _article(self.text)

    @property
    def version(self) -> str:
        """A short name of its words, whoever built it; a page that is complete has it already."""
        return str(self._facts["version"])

    def _version(self) -> str:
        text = self.text
        if VERSION in text and (known := _VERSION.search(text)):
            return known[1]
        words = unescape(_MARKUP.sub(" ", f"<article{_article(text)}")).split()
        return hashlib.sha256(" ".join(words).encode()).hexdigest()[:8]

    @property
    def title(self) -> str:
        """The words of its heading; "" if it has none."""
        return str(self._facts["title"])

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """(anchor, heading) of each section."""
        return tuple((anchor, heading) for anchor, heading in self._facts["sections"])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids in their order; twice what stands there twice."""
        return tuple(ids.split("\n")) if (ids := self._facts["ids"]) else ()

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All that a link can lead to."""
        return frozenset(self.ids)

    @property
    def article(self) -> Node:
        """What it is about, without the frame. Raises `LookupError` for a page without."""
        for found in self.select("article"):
            return found
        raise LookupError(f"{self.file}: no <article>")


def _article(text: str) -> str:
    return text.partition("<article")[2].rpartition("</article>")[0]


def read_page(folder: Path, file: Path) -> Page:
    """The page in `file`, of the site in `folder`."""
    return Page(_path(folder, file), file.read_bytes())


def _path(folder: Path, file: Path) -> str:
    return file.relative_to(folder).with_suffix("").as_posix()


class Pages(Mapping[str, Page]):
    """Path -> page, for all pages of the site in a folder, each read when it is asked for, each time anew."""

    def __init__(self, site: Path):
        self._site = site
        self._files = {_path(site, file): file for file in listed.files(site) if file.suffix == ".html"}

    def __getitem__(self, path: str) -> Page:
        return read_page(self._site, self._files[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def read_pages(folder: Path) -> dict[str, Page]:
    """The same, all read at once: as they are now."""
    return dict(Pages(folder))


def words(node: Node) -> str:
    """The words in an element, as one line of text."""
    return node.text().strip()


def elements(node: Node) -> Iterator[Node]:
    """The elements in an element, not those within them."""
    return (one for one in node.iter() if one.is_element_node)


def classes(node: Node) -> set[str]:
    """The classes of an element."""
    return set((node.attributes.get("class") or "").split())


def outermost(node: Node, tag: str) -> Iterator[Node]:
    """The elements of a kind in an element, without those that stand within another of them."""
    for one in elements(node):
        if one.tag == tag:
            yield one
        else:
            yield from outermost(one, tag)
