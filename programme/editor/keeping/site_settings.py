"""What the editor writes into `mkdocs.yml`: the name of the site, which follows the plan's, and where it is published.

Only the lines concerned change; comments stay.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from ...edit.style import scalar
from ...pages import settings
from .steps import Steps

_NAMING = re.compile(r"^(site_name|site_description):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_EXTRA = re.compile(r"^extra:[ \t]*(#.*)?$", re.MULTILINE)
_PUBLISH = re.compile(r"^(?P<before>[ \t]+publish_to:)[ \t]*.*$", re.MULTILINE)


_ADDRESS = re.compile(r"^site_url:[ \t]*(?:!ENV[ \t]*\[[^\]\n]*\]|[^#\n]*?)(?P<rest>[ \t]+#.*)?$", re.MULTILINE)


def renamed(text: str, old: str, new: str) -> str:
    """The settings of a plan that is called otherwise: a site that was called like the plan is so again."""

    def line(found: re.Match[str]) -> str:
        try:
            value = yaml.safe_load(found[2])
        except yaml.YAMLError:
            return found[0]
        if not isinstance(value, str) or (value != old if found[1] == "site_name" else old not in value):
            return found[0]
        return f"{found[1]}: {scalar(value.replace(old, new))}"

    return _NAMING.sub(line, text) if old else text


def following(steps: Steps, old: str, new: str, text: str | None) -> dict[str, str | None]:
    """The settings after a change of the plan's name; nothing where they stay. `text`: as the change has them."""
    text = steps.text(settings.FILE) if text is None else text
    if text is None or not new or old == new:
        return {}
    now = renamed(text, old, new)
    return {settings.FILE: now} if now != text else {}


def unlike(root: Path, old: str, new: str) -> str:
    """What is said where the plan is called otherwise now, and the site has a name of its own, which stays."""
    site = settings.read(root).site_name if old and new and old != new else ""
    if site in ("", new):
        return ""
    return f" Tên ở đầu trang và trên thẻ trình duyệt vẫn là “{site}”: tên ấy đặt riêng ở site_name trong mkdocs.yml."


def publishing(text: str, folder: str) -> str:
    """The settings that name the folder the editor's button publishes to."""
    written = scalar(folder)
    if _PUBLISH.search(text):
        return _PUBLISH.sub(lambda found: f"{found['before']} {written}", text, count=1)
    if _EXTRA.search(text):
        return _EXTRA.sub(lambda found: f"{found[0]}\n  publish_to: {written}", text, count=1)
    return f"{text.rstrip()}\n\nextra:\n  publish_to: {written}\n"


def addressed(text: str, address: str) -> str:
    """The settings in which the site has an address, unless SITE_URL gives another; "" takes it away."""
    line = f"site_url: !ENV [SITE_URL, {json.dumps(address, ensure_ascii=False)}]"
    if _ADDRESS.search(text):
        return _ADDRESS.sub(lambda found: f"{line}{found['rest'] or ''}", text, count=1)
    return f"{line}\n{text}"


def wrong_folder(root: Path, folder: str) -> str:
    """Why a folder is none to publish to; "" where it can be tried."""
    try:
        place = Path(folder).expanduser()
    except RuntimeError:  # "~" of nobody
        return "Không rõ thư mục ấy ở đâu."
    if not place.is_absolute():
        return "Ghi cả đường dẫn của thư mục, ví dụ: /srv/giam-ngheo, hoặc D:\\trang-giam-ngheo."
    if place.resolve().is_relative_to(root.resolve()):
        return "Chọn một thư mục ở ngoài thư mục của Kế hoạch."
    return ""
