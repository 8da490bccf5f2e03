"""The steps after the pages are built. A builder's hook calls `finish`.

Without these steps the pages work too: with a linked style sheet, no search box, no downloads.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from ..derive.programme import Programme
from ..history import change_log, git
from ..pages import settings, source
from . import card, compressed, downloads, feed, page_frame, pdf, search_index
from .site import Step, built_site, name_in_site

STEPS: tuple[Step, ...] = (
    downloads.files,
    feed.files,
    card.files,
    pdf.files,
    search_index.files,
    page_frame.files,  # after all that a page links or fetches: downloads, PDF, search index
    compressed.files,  # last: of all that is there
)
"""In this order, which matters only where it is said why."""
_OF_THEMES = ("__init__.py", "__pycache__", "mkdocs_theme.yml")  # what a theme itself is made of, from Zensical
_UNUSED = {
    settings.LIGHT: (
        *("assets/javascripts", "assets/stylesheets", "assets/images"),  # of Material, 3 MB
        *("search.json", *_OF_THEMES),  # of Zensical: its search
    ),
    settings.MATERIAL: _OF_THEMES,
}
"""What builders bring and no page in one of our frames asks for."""


def finish(programme: Programme, folder: Path, root: Path) -> None:
    """Complete the site in `folder`, built from the plan in `root`."""
    log, proof = change_log.log(root, programme), source.proof(programme, root)
    site = built_site(folder, git.version(root), log, settings.read(root), proof)
    for unused in _UNUSED.get(site.frame, ()):
        if not (root / "docs" / unused).exists():  # what a plan has of its own stays
            _remove(folder / unused)
    for step in STEPS:
        made = {}
        for file, content in step(programme, site):
            made[file] = name_in_site(file, content)
            target = folder / made[file]
            if not target.parent.is_dir():
                target.parent.mkdir(parents=True)
            target.write_bytes(content)
        site = replace(site, names={**site.names, **made})


def _remove(path: Path) -> None:
    """A file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
