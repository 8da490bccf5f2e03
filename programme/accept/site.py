"""What a check is given: a plan, its built site, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from ..built.page import read_page
from ..derive.programme import Programme
from ..pages import addresses

INDEX = "index.html"


@dataclass(frozen=True, eq=False)
class Site:
    """The plan in the folder `root`, and its site in `folder`, built with an address on the web."""

    programme: Programme
    root: Path
    folder: Path
    browser: Browser

    def read(self, name: str) -> BeautifulSoup:
        """A page by the name of its file: "du-an/3-2.html"."""
        return BeautifulSoup((self.folder / name).read_text(encoding="utf-8"), "html.parser")

    def has(self, name: str) -> bool:
        return (self.folder / name).is_file()

    @cached_property
    def frame(self) -> str:
        """The frame that its pages stand in, "light" or "material"; "" where they have none of ours."""
        return read_page(self.folder, self.folder / self.kinds[0]).frame

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The heaviest page of each kind: each about the whole plan, one of each sort of project, body, group ..."""
        nodes = {f"{addresses.page(node)}.html": (not node.subprojects, node.applies) for node in self.programme.nodes}
        found: dict[tuple[object, ...], list[Path]] = {}
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            alone = path.parent == self.folder or path.name == INDEX
            found.setdefault((name if alone else path.parent, *nodes.get(name, ())), []).append(path)
        heaviest = (max(paths, key=lambda path: path.stat().st_size) for paths in found.values())
        return tuple(path.relative_to(self.folder).as_posix() for path in heaviest)

    @contextmanager
    def shown(self, **options: Any) -> Iterator[Page]:
        """A page of the browser in a context of its own; `options` are those of Playwright's `new_context`."""
        with self.browser.new_context(**options) as context:
            yield context.new_page()

    def uri(self, name: str) -> str:
        """The address of a page on this machine: no web server is needed to read it."""
        return (self.folder / name).resolve().as_uri()
