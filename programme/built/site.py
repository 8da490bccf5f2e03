"""The built site, as each step after the build is given it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..derive.programme import Programme
from ..frame import bundles
from ..history.change_log import Log
from ..history.git import Version
from ..pages import addresses
from ..pages.settings import Settings
from ..pages.source import Proof
from .page import Page, read_page, read_pages

SCRIPT = ".js"
SEARCH = "assets/search/"
"""Where the files lie that the search reads."""


@dataclass(frozen=True)
class BuiltSite:
    """The pages as the builder left them, and what no page tells.

    `pages`: path ("du-an/3-2", "du-an/index") -> page. `names`: each file that earlier
    steps made -> the name it has in the site.
    """

    folder: Path
    pages: Mapping[str, Page]
    version: Version
    log: Log
    settings: Settings = field(default_factory=Settings)
    proof: Proof | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    """Published address whose page is gone -> the one that it leads to."""

    @property
    def address(self) -> str:
        """The site's address on the web, with "/" at its end; "" where none is known."""
        return address_of(self.pages)

    @property
    def frame(self) -> str:
        """The frame that its pages stand in, "light" or "material"; "" where they have none of ours."""
        return next((page.frame for page in self.pages.values() if page.frame), "")

    def page(self, address: str) -> Page | None:
        """The page at an address; for a folder ("du-an") its index. None where there is none."""
        return self.pages.get(address) or self.pages.get(f"{address}/{addresses.HOME}")


Files = Iterable[tuple[str, bytes]]
"""Files of a site: name, with its folder ("assets/site.js"), and bytes."""
Step = Callable[[Programme, BuiltSite], Files]
"""What is done after the build: the joined plan and the built site give files. No step knows another."""


def address_of(pages: Mapping[str, Page]) -> str:
    """The address on the web of a site with these pages, with "/" at its end; "" where its home page names none."""
    home = pages.get(addresses.HOME)
    return home.address.removesuffix(f"{addresses.HOME}.html") if home else ""


def address_in(folder: Path) -> str:
    """The same of the site in `folder`, of which only the home page is read."""
    home = read_page(folder, folder / f"{addresses.HOME}.html")
    return address_of({home.path: home})


def name_in_site(file: str, content: bytes) -> str:
    """The name that a file has in the site: a script's holds a hash of its contents.

    So a server may let browsers keep scripts for ever. "assets/site.js" is "assets/site.0123456789.js". What the search
    knows changes with the data: its name, "assets/search/names-01234567.js", is that of the scripts that read it, so
    that an edit changes no page on which it changes no word.
    """
    if not file.endswith(SCRIPT):
        return file
    if file.startswith(SEARCH):
        return f"{file.removesuffix(SCRIPT)}-{bundles.bundled().version}{SCRIPT}"
    return f"{file.removesuffix(SCRIPT)}.{hashlib.sha256(content).hexdigest()[:10]}{SCRIPT}"


def built_site(
    folder: Path, version: Version, log: Log, settings: Settings | None = None, proof: Proof | None = None
) -> BuiltSite:
    """The site that a builder left in `folder`."""
    return BuiltSite(folder, read_pages(folder), version, log, settings or Settings(), proof)
