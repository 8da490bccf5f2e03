"""Pages are rendered from data, and Markdown becomes HTML, once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from .. import cache
from ..render import aside
from ..render.rendered import Call, Rendered
from .plain import EXTENSIONS, written

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_STUB = re.compile(r'\s*\{\{ *(\w+)\("([^"\\{}]+)"\) *\}\}\s*(?:\{#[^#]*#\}\s*)?')
"""A page that calls one macro and says nothing else."""
_MACROS = "render_macros"
"""What a page says of itself so that the plugin `macros` leaves it as it is."""
_KIND = "markdown"


class Unchanged:
    """The pages of one build."""

    def __init__(self, config: MkDocsConfig, rendered: Rendered | None = None):
        self._rendered = rendered
        self._words: Mapping[str, Any] = getattr(config.plugins.get("macros"), "macros", {})
        self._plain = {*config.markdown_extensions} <= EXTENSIONS
        self._markdown = (
            f"{version('markdown')} {version('mkdocs')} {written(config.markdown_extensions, config.mdx_configs)}"
        )
        self._blocks: list[str] = []
        self._name, self._kept = "", b""
        self._called = False

    def ahead(self, files: Files) -> None:
        """Render the pages that call one macro, before they are asked for."""
        calls = (self._call(file.content_string) for file in files.documentation_pages())
        if self._rendered:
            self._rendered.ahead(filter(None, calls))

    def _call(self, markdown: str) -> Call | None:
        """The call of a page that makes nothing but one; none where the word is a plan's own."""
        stub = _STUB.fullmatch(markdown)
        if not stub or not self._rendered:
            return None
        word = self._words.get(stub[1])
        return Call(stub[1], stub[2]) if getattr(word, "__self__", None) is self._rendered.renderer else None

    def rendered(self, markdown: str, page: Page) -> str:
        """Before the macros: what the page calls, if that is all it does."""
        call = self._call(markdown)
        if not call or not self._rendered or page.meta:
            return markdown
        try:
            markdown = self._rendered.page(call)
        except Exception:
            return markdown  # it is raised where the plugin `macros` says of which page
        page.meta[_MACROS] = False
        self._called = True
        return markdown

    def aside(self, markdown: str, page: Page) -> str:
        """After the macros: the page without its raw HTML; nothing if the rest was HTML before."""
        if self._called:
            del page.meta[_MACROS]
        self._called = False
        self._name, self._kept, self._blocks = "", b"", []
        if not self._plain:
            return markdown
        markdown, self._blocks = aside.put_aside(markdown)
        if "](" in markdown or "title" in page.meta:
            return markdown  # a link is looked up in the other pages
        named = "title" in vars(page)
        self._name = f"{self._markdown} {page.file.src_uri} {named} {markdown}"
        self._kept = cache.found(_KIND, self._name) or b""
        return "" if self._kept else markdown

    def back(self, html: str, page: Page) -> str:
        """The page with its raw HTML, and all that MkDocs knows of it."""
        if self._kept:
            kept = json.loads(self._kept)
            html, page.toc = kept["html"], _contents(kept["toc"])
            page.present_anchor_ids = {*kept["anchors"]}
            if "title" not in vars(page):
                page.title = kept["title"]
        elif self._name and not page.links_to_anchors:
            known = {"html": html, "toc": listed(page.toc), "anchors": sorted(page.present_anchor_ids or ())}
            cache.keep(_KIND, self._name, json.dumps({**known, "title": page.title}).encode())
        if self._blocks:
            page.present_anchor_ids = {*(page.present_anchor_ids or ()), *aside.anchors(self._blocks)}
        return aside.put_back(html, self._blocks)


def listed(toc: Iterable[AnchorLink]) -> list[Any]:
    """The headings of a page, as JSON holds them."""
    return [[one.title, one.id, one.level, listed(one.children)] for one in toc]


def _contents(listed: list[Any]) -> TableOfContents:
    return TableOfContents(_links(listed))


def _links(listed: list[Any]) -> list[AnchorLink]:
    made = []
    for title, id, level, children in listed:
        link = AnchorLink(title, id, level)
        link.children = _links(children)
        made.append(link)
    return made
