"""A page of the portal in the same light frame as a plan's pages: its templates, filled without a builder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .. import frame
from ..built import page_frame, page_identity
from ..frame.policy import policy
from ..vietnamese import formats

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_NUMBERED = re.compile(r"[IVXLC0-9]+(\.\w+)*")
NOT_FOUND = "404"
NAV: tuple[tuple[str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...] = (
    ("", (("Trang chủ", "index", ()),)),
    ("", (("Địa bàn", "dia-ban/index", ("dia-ban/",)),)),
    ("", (("Năm", "nam/index", ("nam/",)),)),
    ("", (("Chương trình", "chuong-trinh/index", ("chuong-trinh/", "du-an/")),)),
    ("Tìm kiếm", (("Tìm kiếm", "tim-kiem", ()), ("Danh sách tên gọi", "ten/index", ("ten/",)))),
    ("Về cổng này", (("Tình trạng các Kế hoạch", "tinh-trang", ()), ("Dữ liệu mở", "du-lieu", ()))),
)
"""A group has a title; a page its title, its path and what the paths of the pages below it begin with."""


@dataclass(frozen=True)
class Page:
    """A page to be made: its path without ending, title, template, what that is given, and the pages above it.

    `made_from` is the hash of all that it is made of, but the frame. `more` gives what is worked out only for a page
    that is written.
    """

    path: str
    title: str
    template: str
    made_from: str
    given: Mapping[str, Any]
    crumbs: tuple[tuple[str, str], ...] = ()
    description: str = ""
    more: Callable[[], Mapping[str, Any]] = dict


@dataclass(frozen=True)
class Assets:
    """The names that the style and the script have in the site, and the bytes of both."""

    style: str
    script: str
    contents: Mapping[str, bytes]


@dataclass(frozen=True)
class Frame:
    """Makes pages. `address`: the portal's on the web, with "/" at its end, or ""."""

    title: str
    address: str
    assets: Assets
    _ours: Environment = field(default_factory=lambda: _environment(StrictUndefined))
    _frame: Environment = field(default_factory=lambda: _environment(Undefined))
    """What the templates of the frame ask for may be missing, as with a builder; what ours ask for may not."""

    @property
    def _root(self) -> str:
        """The way to the portal from the page for a wrong address, which is shown at any depth."""
        return urlsplit(self.address).path or "/"

    @property
    def digest(self) -> str:
        """The hash of what is the same on all pages."""
        said = [self.title, self.address, self.assets.style, self.assets.script, _own_templates()]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]

    def html(self, page: Page) -> bytes:
        """The whole page."""
        up = self._root if page.path == NOT_FOUND else "../" * page.path.count("/")
        shared = {"up": up, "crumbs": page.crumbs, "heading": page.title}
        body = self._ours.get_template(page.template).render(**shared, **page.given, **page.more())
        version = hashlib.sha256(body.encode()).hexdigest()[:8]
        address = f"{self.address}{page.path}.html" if self.address else ""
        qr = page_identity.qr(address) if address else None
        text = self._frame.get_template("page.html").render(
            **shared,
            **_as_builders_do(self, page, address),
            body=Markup(body),
            identity={"title": self.title, "version": version, "address": address, "qr": qr},
        )
        return self._filled(text, page, up, version).encode()

    def _filled(self, text: str, page: Page, up: str, version: str) -> str:
        """The text with the places that the frame leaves open filled. Its style is linked: there are many pages."""
        running = f' data-running="{escape(page.title[:60])} – {escape(self.title)}"'
        contents = {
            "running": running,
            "policy": f'<meta http-equiv="Content-Security-Policy" content="{policy()}">',
            "style": f'<link rel="stylesheet" href="{up}{self.assets.style}">',
            "script": f'{self.assets.script}"',
            "version": f"Phiên bản của trang: {version}.",
        }
        return page_frame.fill(text, contents, page.path)


def _as_builders_do(made: Frame, page: Page, address: str) -> dict[str, Any]:
    """`config`, `nav` and `page` as the frame's templates are given them by a builder."""
    items = []
    for group, listed in NAV:
        children = [
            SimpleNamespace(
                title=title,
                url=f"{path}.html",
                children=None,
                active=path == page.path or page.path.startswith(below or ("\0",)),
            )
            for title, path, below in listed
        ]
        active = any(one.active for one in children)
        parent = SimpleNamespace(title=group, url=None, children=children, active=active)
        items.append(parent if group else children[0])
    theme = SimpleNamespace(language="vi", palette=[], favicon="", logo="", icon=None)
    description = page.description or "Kế hoạch của nhiều nơi, nhiều năm, tìm từ một chỗ"
    config = SimpleNamespace(
        site_name=made.title,
        site_description=description,
        site_url=made.address,
        theme=theme,
        extra={},
        extra_css=[],
        extra_javascript=[],
        copyright="",
    )
    shown = SimpleNamespace(title=str(escape(page.title)), url=f"{page.path}.html", canonical_url=address, toc=None)
    return {"config": config, "nav": SimpleNamespace(homepage=items[0], items=items), "page": shown}


def _environment(undefined: type[Undefined]) -> Environment:
    theme = files("material") / "templates"
    folders = [str(one) for one in (_TEMPLATES, frame.LIGHT, theme)]
    env = Environment(
        loader=FileSystemLoader(folders), autoescape=True, undefined=undefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    env.filters |= {
        "url": _url,
        "money": money,
        "vn_date": formats.date,
        "number": formats.number,
        "upper_first": formats.upper_first,
        "lower_first": formats.lower_first,
        "clause": clause,
        "fragment": quote,
        "script_tag": str,  # that of builders, for scripts of a plan's own: here are none
    }
    return env


@pass_context
def _url(context: Context, target: str) -> str:
    """A link to a file of the portal from the page at hand."""
    return f"{context['up']}{target}"


@lru_cache(maxsize=65_536)
def money(dong: int) -> str:
    """ "1.250 triệu đồng"."""
    return formats.money(dong)


def clause(ref: str) -> str:
    """What a part of a plan is called: "mục III.2"; one without a number is where the words stand."""
    return f"mục {ref}" if _NUMBERED.fullmatch(ref) else "chỗ ấy trong văn bản"


def _own_templates() -> str:
    digest = hashlib.sha256()
    for path in sorted(_TEMPLATES.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()
