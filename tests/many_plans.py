"""Small plans in a list, for the tests that build many."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from support import commanded

from programme import cache

PLACES = ("An Lạc", "Bình Minh", "Cẩm Sơn", "Đông Hòa")


def new_plan(folder: Path, place: str) -> Path:
    """The folder of a new plan of a commune, with its Git."""
    asked = ("--name", f"Kế hoạch giảm nghèo năm 2027 của xã {place}", "--level", "xã", "--year", "2027")
    done = commanded("new", str(folder), *asked, "--issuer", f"UBND xã {place}", "--place", f"xã {place}")
    assert done.returncode == 0, done.stderr
    return folder


def listed(folder: Path, *entries: str) -> Path:
    """A `portal.yaml` with these entries, each as YAML in braces."""
    text = "title: Kế hoạch của các xã\nplans:\n" + "".join(f"  - {{{one}}}\n" for one in entries)
    (folder / "portal.yaml").write_text(text, encoding="utf-8")
    return folder / "portal.yaml"


def kept(place: Path) -> Path:
    """A place for what is kept, where nothing is but the scripts, which take long to make."""
    if not place.exists():
        place.mkdir()
        for file in cache.FOLDER.glob("bundles.db*"):
            shutil.copy(file, place)
    return place


def sourced(plan: Path, file: Path, address: str, folder: str) -> str:
    """Pack a plan's folder into a ZIP; the entry of a list that has it by that address, without braces."""
    shutil.make_archive(str(file.with_suffix("")), "zip", plan)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return f"folder: {folder}, source: '{address}', sha256: {digest}"
