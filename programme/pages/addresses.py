"""Addresses: printed on paper, so they must never change.

A page is named by its path without ending ("du-an/3-2"); the file is
"du-an/3-2.html" and a web server answers both. All links are relative, so that
one tree serves the web and a USB stick.
"""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

from ..load.dataset import Project
from ..load.registries import Agency, Document, Group, Place
from ..vietnamese.slugs import fold

HOME = "index"
PROJECTS, AGENCIES, GROUPS, DOCUMENTS, PLACES = "du-an", "co-quan", "doi-tuong", "van-ban", "dia-ban"
ASSIGNMENT, MONEY, GOALS, REPORTS = "phan-cong", "kinh-phi", "muc-tieu", "bao-cao"
SEARCH, FINDER, ABOUT = "tim-kiem", "ho-tro", "gioi-thieu"
CHANGES, DATA = "nhat-ky", "du-lieu"
GUIDE = "huong-dan"
TERMS, FULL_TEXT, NOT_IN_PLAN, SINCE = "thuat-ngu", "toan-van", "khong-co-trong-ke-hoach", "hien-nay"
NOT_FOUND = "404"
"""The page that a server gives for a wrong address, whatever folder that address is in."""
BOOKLET = "ke-hoach"
"""The whole programme as one PDF file."""

_NO_FILE = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for devices, whatever ending a file has; a site is carried on USB sticks."""

Entity = Project | Agency | Group | Document | Place


def slug(node: Project) -> str:
    """ "3-2"; with the programme where there are several: "giam-ngheo-3-2"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(node.key)).strip("-")


def page(entity: Entity) -> str:
    """The path of an entity's page: "du-an/3-2", "co-quan/phong-tai-chinh"."""
    match entity:
        case Project():
            return f"{PROJECTS}/{slug(entity)}"
        case Agency():
            return f"{AGENCIES}/{entity.id}"
        case Group():
            return f"{GROUPS}/{entity.id}"
        case Document():
            return f"{DOCUMENTS}/{entity.id}"
        case Place():
            return f"{PLACES}/{entity.id}"
    raise TypeError(f"no page for {type(entity).__name__}")


def reserved(address: str) -> str:
    """Why no page of an entity can have this address, in words; nothing where it can."""
    name = posixpath.basename(address)
    if name == HOME:
        return f'"/{address}" là địa chỉ của trang danh mục'
    if name in _NO_FILE:
        return f'máy Windows không giữ được tệp tên "{name}"'
    return ""


def relative(here: str, target: str) -> str:
    """The link from page `here` to page `target`, which may carry "#anchor"."""
    path, hash_, anchor = target.partition("#")
    if path == here and hash_:
        return f"#{anchor}"
    if path in (PROJECTS, AGENCIES, GROUPS, DOCUMENTS, PLACES):
        path = f"{path}/index"
    return f"{_way(posixpath.dirname(here) or '.', f'{path}.html')}{hash_}{anchor}"


@lru_cache(maxsize=8192)  # the same few ways, thousands of times
def _way(folder: str, file: str) -> str:
    return posixpath.relpath(file, folder)
