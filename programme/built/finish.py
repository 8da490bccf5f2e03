"""The steps after the pages are built. A builder's hook calls `finish`.

Without these steps the pages work too: with a linked style sheet, no search box, no downloads.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..derive.programme import Programme
from ..history import change_log, git
from ..opendata import files as open_files
from ..pages import released, settings, source
from ..render.renderer import Renderer
from . import card, compressed, downloads, feed, links, moved, page_frame, pdf, search_index, typeset
from .page import Pages
from .site import Step, built_site, name_in_site

STEPS: tuple[Step, ...] = (
    feed.files,
    card.files,
    search_index.files,
    downloads.files,
    page_frame.files,  # after all that a page links or fetches: downloads, search index
    moved.files,  # in the style of the pages that are complete now
    compressed.files,  # last: of all that is there
)
"""In this order, which matters only where it is said why. The PDF files are made meanwhile."""
_MOST = 20
"""Faults that are told at once."""
_OF_THEMES = ("__init__.py", "__pycache__", "mkdocs_theme.yml")  # what a theme itself is made of, from Zensical
_UNUSED = {
    settings.LIGHT: (
        *("assets/javascripts", "assets/stylesheets", "assets/images"),  # of Material, 3 MB
        *("search.json", *_OF_THEMES),  # of Zensical: its search
    ),
    settings.MATERIAL: _OF_THEMES,
}
"""What builders bring and no page in one of our frames asks for."""


class LinksError(Exception):
    """Links lead nowhere; the message says which, and on which pages."""


def finish(
    programme: Programme,
    folder: Path,
    root: Path,
    *,
    strict: bool = False,
    ready: Callable[[], None] | None = None,
    known: tuple[Renderer, git.Version] | None = None,
) -> None:
    """Complete the site in `folder`, built from the plan in `root`.

    `strict`: raises `LinksError` where a link within the site leads nowhere. `ready` is called when all but such PDF
    files is there as have to be made: then these are made too. `known`: what the pages were made with, whose history
    and proof are taken, and the version of the data then; else both are read.
    """
    renderer, version = known or (None, git.version(root))
    if renderer and renderer.programme is programme:
        log, proof = renderer.log, renderer.proof
    else:
        log, proof = change_log.log(root, programme), source.proof(programme, root)
    site = replace(built_site(folder, version, log, settings.read(root), proof), moved=released.moved(root))
    for unused in _UNUSED.get(site.frame, ()):
        if not (root / "docs" / unused).exists():  # what a plan has of its own stays
            _remove(folder / unused)
    wait = open_files.ahead(programme, site.version, site.address)
    with typeset.presses(folder, waiting=ready is not None) as presses:
        papers = pdf.begun(programme, site, presses)
        site = replace(site, names={file: file for file in papers})
        for step in STEPS:
            if step is downloads.files:
                wait()
            made = {file: _written(folder, file, content) for file, content in step(programme, site)}
            site = replace(site, names={**site.names, **made})
        if strict and (found := list(links.broken(Pages(folder), folder, papers.keys()))):
            raise LinksError("\n".join(f"docs/{page}.md: {fault}" for page, fault in found[:_MOST]))
        if ready:
            ready()
            presses.begin()
        for paper in papers.values():
            paper.result()


def _written(folder: Path, file: str, content: bytes) -> str:
    """Write a file of the site; the name that it has there."""
    name = name_in_site(file, content)
    target = folder / name
    if not target.parent.is_dir():
        target.parent.mkdir(parents=True)
    target.write_bytes(content)
    return name


def _remove(path: Path) -> None:
    """A file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
