"""The portal's folder, changed in one step: a new one takes the place of the old, what stays is the same file in both.

So readers meet the old portal or the new one, never a half; and no more is written than what changed. Beside each text
lies a compressed copy, as beside those of a plan's site.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .. import whole
from ..building import readable
from ..building.whole_site import put_in_place
from ..built import compressed
from .joined import Twice

_TOLD = 5


class StrangersError(Exception):
    """The folder holds what no portal has, and what would be gone; the message says what."""


class File(NamedTuple):
    """A file of the site, with the hash of what it is made of."""

    name: str
    made_from: str
    make: Callable[[], bytes | Twice]


class Written(NamedTuple):
    """The names of files that were written, and of those that are no more; copies are not told."""

    written: list[str]
    removed: list[str]


def write(manifest: Path, site: Path, wanted: Sequence[File]) -> Written:
    """Write what is made of something else than it was, or is not there as it was written.

    `manifest`: what is known of the files there. Raises `StrangersError`, and `OSError` as writing does: then the
    folder stays as it was.
    """
    before: dict[str, list[object]] = {}
    with suppress(OSError, ValueError):
        before = json.loads(manifest.read_text(encoding="utf-8"))
    stay = {one.name for one in wanted if before.get(one.name) == [one.made_from, *_stamps(site, one.name)]}
    written = [one.name for one in wanted if one.name not in stay]
    removed = sorted(before.keys() - {one.name for one in wanted})
    if written or removed:
        _look_for_strangers(site, {name.partition("/")[0] for name in (*written, *stay, *before)})
        put_in_place(partial(_fill, site, wanted, stay), site)
        now = {one.name: [one.made_from, *_stamps(site, one.name)] for one in wanted}
        whole.write(manifest, json.dumps(now, separators=(",", ":")))
    return Written(written, removed)


def _look_for_strangers(site: Path, ours: set[str]) -> None:
    there = [one.name for one in site.iterdir()] if site.is_dir() else []
    if strangers := sorted(name for name in there if name.removesuffix(compressed.ENDING) not in ours):
        more = f" và {len(strangers) - _TOLD} thứ nữa" if len(strangers) > _TOLD else ""
        raise StrangersError(
            f"Trong {site} có {', '.join(strangers[:_TOLD])}{more} không phải của cổng. Cổng thay cả thư mục một lần; "
            "chuyển những thứ ấy ra ngoài, hoặc chọn thư mục khác bằng --site-dir."
        )


def _fill(old: Path, wanted: Sequence[File], stay: set[str], new: Path) -> None:
    """Write all files of the site into a new folder; those that stay are those of the old one."""
    folders: set[str] = set()
    for file in wanted:
        folder = file.name.rpartition("/")[0]
        if folder not in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        if file.name in stay:
            for name in _both(file.name):
                _same(f"{old}/{name}", f"{new}/{name}")
        else:
            for name, content in _contents(file):
                (new / name).write_bytes(content)
    readable.open_to_all(new)


def _both(name: str) -> Sequence[str]:
    """The names of a file and of its compressed copy, which a text has."""
    return (name, f"{name}{compressed.ENDING}") if name.endswith(compressed.TEXT) else (name,)


def _contents(file: File) -> Iterator[tuple[str, bytes]]:
    made = file.make()
    names = _both(file.name)
    twice = made if isinstance(made, Twice) else Twice(made, compressed.made(made) if len(names) > 1 else b"")
    return zip(names, twice, strict=False)


def _same(old: str, new: str) -> None:
    """One file with two names; a copy, where the disk knows no such thing."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _stamps(site: Path, name: str) -> list[int]:
    """The size and time of a file and of its copy: one written by another hand, or half, has another. -1: none."""
    found: list[int] = []
    for one in _both(name):
        try:
            known = os.stat(f"{site}/{one}")
            found += (known.st_size, known.st_mtime_ns)
        except OSError:
            found += (-1, -1)
    return found
