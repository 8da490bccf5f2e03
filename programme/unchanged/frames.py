"""What stands around the words of a page is the same from one build to the next, for most pages.

A page is given a template that says what is kept, or what the page's own template says.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader, Environment

from .. import cache
from .pages import listed
from .plain import given, is_plain

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_KIND = "frames"
_TEMPLATE = "kept.html"
_SAYS = '{% if kept %}{{ kept }}{% else %}{% include "main.html" %}{% endif %}'
_HEADING = "</h1>"


class Framed:
    """The frames of one build, when all its pages have been read."""

    def __init__(self, config: MkDocsConfig, nav: Navigation):
        self._name = self._state = ""
        if is_plain(config):
            of_all = [
                *(cache.code(), *map(version, ("jinja2", "mkdocs", "mkdocs-material")), given(config)),
                *(Path(config.config_file_path).read_text(encoding="utf-8"), _way(nav.items), _link(nav.homepage)),
            ]
            self._state = hashlib.sha256(json.dumps(of_all).encode()).hexdigest()

    def begin(self, env: Environment, files: Files) -> None:
        """Give the pages that template; one that says something of itself in its head keeps its own."""
        if not self._state or not env.loader:
            return
        env.loader = ChoiceLoader([DictLoader({_TEMPLATE: _SAYS}), env.loader])
        for file in files.documentation_pages():
            if file.page and not file.page.meta:
                file.page.meta["template"] = _TEMPLATE

    def around(self, context: Any, page: Page) -> Any:
        """What the template is told: the whole page, if its frame is kept."""
        self._name = ""
        if page.meta.get("template") == _TEMPLATE:
            page.meta.clear()
            content = page.content or ""
            of_page = [
                *(page.url, page.title, page.canonical_url, page.edit_url, listed(page.toc)),
                *(_link(page.previous_page), _link(page.next_page), content.count(_HEADING) == 1),
            ]
            self._name = f"{self._state} {json.dumps(of_page)}"
            kept = cache.found(_KIND, self._name)
            context["kept"] = _joined(json.loads(kept), content) if kept else None
            if kept:
                self._name = ""
        return context

    def keep(self, html: str, page: Page) -> None:
        """Keep the frame of a page that was made anew."""
        if self._name and (pieces := _without(html, page.content or "")):
            cache.keep(_KIND, self._name, json.dumps(pieces).encode())


def _parts(content: str) -> list[str]:
    """The words of a page: up to its heading, and the rest; in one piece where it has not one heading."""
    if content.count(_HEADING) != 1:
        return [content]
    heading, end, rest = content.partition(_HEADING)
    return [heading + end, rest]


def _without(html: str, content: str) -> list[str]:
    """What stands around the parts of a page's words; nothing where they are not found as they are."""
    pieces = []
    for part in _parts(content):
        if html.count(part) != 1:
            return []
        before, _, html = html.partition(part)
        pieces.append(before)
    return [*pieces, html]


def _joined(pieces: list[str], content: str) -> str:
    *before, last = pieces
    return "".join(piece + part for piece, part in zip(before, _parts(content), strict=True)) + last


def _way(items: list[Any]) -> list[Any]:
    return [[*_link(one), _way(one.children or [])] for one in items]


def _link(one: Any) -> list[Any]:
    return [one.title, getattr(one, "url", None)] if one else []
