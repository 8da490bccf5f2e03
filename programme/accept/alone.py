"""A page needs nothing but itself: no other host, no script to be read."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages import addresses
from .site import Site

_OWN = ("file:", "data:", "blob:")
_LINES = """() => [...document.querySelectorAll('article :is(h1, h2, h3, h4, p, li, dt, dd, td, th, caption)')]
    .filter(one => one.checkVisibility() && !one.closest('form, nav, [role=status], [data-general-head]')
        && !one.querySelector('p, li, ul, dl, form'))
    .map(one => {
        const copy = one.cloneNode(true)
        copy.querySelectorAll('button, .headerlink').forEach(control => control.remove())
        return copy.textContent.replace(/\\s+/g, ' ').trim()
    }).filter(Boolean)"""


def stands_alone(site: Site) -> Iterator[str]:
    """What a page says with scripts, forms and buttons aside, it says without.

    Neither reading nor searching asks another host.
    """
    asked: list[str] = []
    with site.shown() as scripted, site.shown(java_script_enabled=False) as plain:
        scripted.on("request", lambda request: asked.append(request.url))
        for name in site.kinds:
            plain.goto(site.uri(name))
            scripted.goto(site.uri(name))
            without = plain.evaluate(_LINES)
            for line in dict.fromkeys(scripted.evaluate(_LINES)):
                if line not in without:
                    yield f"{name}: chỉ thấy khi trình duyệt chạy mã: {line[:120]}"
            yield from _others(name, asked)
        search = f"{addresses.SEARCH}.html"
        scripted.goto(f"{site.uri(search)}?q=a")
        scripted.wait_for_selector("[data-search-page][data-whole]")
        yield from _others(search, asked)


def _others(name: str, asked: list[str]) -> Iterator[str]:
    """The addresses on other hosts among those that were asked for; what was looked at is taken out."""
    for url in dict.fromkeys(asked):
        if not url.startswith(_OWN):
            yield f"{name}: gọi tới máy chủ khác: {url}"
    asked.clear()
