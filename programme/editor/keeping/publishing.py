"""Where the site is published and what its address is: asked for once in the editor, kept in the settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ...pages import settings
from ..view.entered import AskedError
from . import site_settings
from .steps import Steps

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_HOST = re.compile(r"[^\s/?#@]+\.[^\s/?#@.]+(:\d+)?|localhost(:\d+)?")
LIKE = "Ghi như https://giam-ngheo.example/."


@dataclass(frozen=True)
class Place:
    """The folder that is published to, and the address at which people read it; "" where none is named.

    `may_go_back`: whether an older build is kept there.
    """

    folder: str = ""
    address: str = ""
    may_go_back: bool = False


def place(root: Path) -> Place:
    """What the settings of the plan in `root` name."""
    read = settings.read(root)
    try:
        builds = [*(Path(read.publish_to).expanduser() / "builds").glob("[0-9]*")] if read.publish_to else []
    except (OSError, RuntimeError):  # a folder that nobody may look into; "~" of nobody
        builds = []
    return Place(read.publish_to, read.address, len(builds) > 1)


def put(steps: Steps, folder: str, address: str) -> Place:
    """Write a place as a step. Raises `AskedError`, `ChangedError`, `OSError`."""
    text = steps.text(settings.FILE)
    if text is None:
        raise AskedError("Kế hoạch chưa có phần cài đặt (mkdocs.yml).")
    asked = Place(folder.strip(), whole_address(address))
    if wrong := site_settings.wrong_folder(steps.root, asked.folder) if asked.folder else "Chưa ghi thư mục.":
        raise AskedError(wrong)
    before = place(steps.root)
    now = text if before.folder == asked.folder else site_settings.publishing(text, asked.folder)
    now = now if before.address == asked.address else site_settings.addressed(now, asked.address)
    if now != text:
        steps.do("đặt nơi phát hành", "", {settings.FILE: now}, {settings.FILE: text})
    return asked


def whole_address(typed: str) -> str:
    """An address as the settings have it: with "https://" and a stroke at its end. Raises `AskedError`."""
    typed = typed.strip()
    if not typed:
        return ""
    address = typed if _SCHEME.match(typed) else f"https://{typed}"
    try:
        parts = urlsplit(address)
        is_right = parts.scheme in ("http", "https") and bool(_HOST.fullmatch(parts.netloc))
    except ValueError:
        is_right = False
    if not is_right or parts.query or parts.fragment or any(one.isspace() or one in "\"'{}[],\\" for one in address):
        raise AskedError(f"“{typed}” không phải địa chỉ của một trang. {LIKE}")
    return address if address.endswith("/") else f"{address}/"
