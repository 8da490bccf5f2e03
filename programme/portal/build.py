"""The portal's site, changed where it differs from what is there: each file knows by a hash what it was made from.

The same list and the same state give the same bytes, whatever was there before.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock

from .. import frame as plan_frame
from ..built import card, typeset
from ..cache import code
from ..frame import bundles
from . import catalogue, pages, search, tables
from .atlas import Atlas, atlas
from .frame import Assets, Frame
from .joined import Table
from .listing import Entry, Listing
from .state import FOLDER, Known, known
from .writing import File, write

_MANIFEST = "pages.json"
_NAMED = 10
"""Digits of a hash in the name of a file that browsers may keep."""


@dataclass(frozen=True)
class Report:
    """What a build did; `listed` are the plans as they were found."""

    listed: list[Known]
    written: list[str]
    removed: list[str]
    files: int

    @property
    def faults(self) -> list[Known]:
        return [one for one in self.listed if one.fault]


def build(root: Path, listing: Listing, site: Path, today: str) -> Report:
    """Bring the portal in `site` up to date. `root`: the folder of the list; `today`: an ISO day.

    Raises `OSError` as writing does and `StrangersError`, after which the site is as it was; `ScriptsError` where the
    scripts cannot be made.
    """
    (root / FOLDER).mkdir(exist_ok=True)
    with FileLock(root / FOLDER / "lock"), _uncollected():
        listed = known(root, listing.entries, today)
        joined = atlas(listed, {one.key: base(one, site) for one in listing.entries})
        wanted = list(files(joined, listing, root / FOLDER, site))
        done = write(root / FOLDER / _MANIFEST, site, wanted)
        return Report(listed, done.written, done.removed, len(wanted))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for rings of things that nobody holds: among hundreds of thousands of rows there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def base(entry: Entry, site: Path) -> tuple[str, bool]:
    """What stands before the address of a plan's pages, and whether that is relative to the portal's root."""
    folder = entry.site
    if entry.address or folder is None:
        return entry.address, False
    try:
        return f"{quote(Path(os.path.relpath(folder, site)).as_posix())}/", True
    except ValueError:  # on Windows, where they lie on two drives
        return f"{folder.resolve().as_uri()}/", False


def files(joined: Atlas, listing: Listing, state: Path, site: Path) -> Iterator[File]:
    """All files of the portal. `state`: the folder with what is kept; `site`: where they were written before."""
    made = assets()
    frame = Frame(listing.title, listing.address, made)
    yield from (_file(name, content) for name, content in made.contents.items())
    if listing.address:
        shown = {"name": card.unbroken(listing.title), "mark": plan_frame.MARK.read_text(encoding="utf-8")}
        yield File(card.FILE, f"{code()} {listing.title}", partial(typeset.picture, "card.typ", shown))
    same = f"{code()} {frame.digest}"
    for page in pages.pages(joined):
        yield File(f"{page.path}.html", f"{same} {page.made_from}", partial(frame.html, page))
    said = [code(), listing.title, listing.address, [one.digest for one in joined.plans]]
    everything = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]
    for table in tables.TABLES:
        for ending, form in tables.FORMS.items():
            name = f"du-lieu/{table}.{ending}"
            yield File(name, everything, Table(state, site / name, code(), form, table, joined.plans).made)
    yield File(catalogue.DCAT, everything, lambda: catalogue.described(joined, listing))
    yield File(catalogue.FEED, everything, lambda: catalogue.feed(joined, listing))
    for one in search.shards(joined, everything):
        yield File(one.name, f"{code()} {one.made_from}", one.make)


def assets() -> Assets:
    """The style, the script and the marks, as each has its name in the site."""
    made = bundles.bundled()
    style, script = made.portal_style.encode(), made.portal
    contents = {_named("assets/site", style, "css"): style, _named("assets/portal", script, "js"): script}
    linked, run = contents
    for mark in ("mark.svg", "mark.png"):
        contents[f"assets/{mark}"] = (plan_frame.LIGHT / "assets" / mark).read_bytes()
    return Assets(linked, run, contents)


def _named(stem: str, content: bytes, ending: str) -> str:
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:_NAMED]}.{ending}"


def _file(name: str, content: bytes) -> File:
    return File(name, hashlib.sha256(content).hexdigest()[:16], lambda: content)
