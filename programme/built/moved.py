"""A step after the build: at each published address whose page is gone, a page that leads on, without a script."""

from __future__ import annotations

import re

from ..derive.programme import Programme
from ..pages import addresses
from ..render.renderer import Renderer
from .site import BuiltSite, Files

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def files(programme: Programme, site: BuiltSite) -> Files:
    """ "co-quan/phong-van-hoa.html", dressed as the page that it leads to; after that page is complete."""
    renderer = Renderer(programme, site.log)
    for address, to in site.moved.items():
        there = site.page(to)
        if address in site.pages or not there:
            continue
        text = (site.folder / there.file).read_text(encoding="utf-8")
        policy, style = (found[0] if (found := one.search(text)) else "" for one in (_POLICY, _STYLE))
        link = addresses.relative(address, there.path)
        html = renderer.part("moved.html", link=link, title=there.title or there.window, policy=policy, style=style)
        yield f"{address}.html", html.encode()
