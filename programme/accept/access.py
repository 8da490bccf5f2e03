"""Access: axe finds nothing on any kind of page, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files

from playwright.sync_api import Page

from ..pages import addresses, settings
from .site import Site

_SCRIPT = files("axe_playwright_python") / "axe.min.js"
WIDTHS = (360, 1280)
"""CSS pixels: a phone, a desk."""
_CONTRAST = ("color-contrast", "color-contrast-enhanced")
"""The rules of axe about contrast. On all elements they would take four fifths of its time."""
OF_COLOURS = (*_CONTRAST, "link-in-text-block")
"""The rules that another ground may break. The stricter one about contrast says nothing of what breaks the other."""
CONTENT = "article"
"""What of a page in the frame of Material is looked at: what stands around it is Material's own."""
_RUN = """([within, rules]) => axe.run(within || document, {
    runOnly: {type: 'rule', values: rules.length ? rules : axe.getRules().map(rule => rule.ruleId)},
    resultTypes: ['violations'],
}).then(done => done.violations.flatMap(rule => rule.nodes.slice(0, 3).map(
    one => [rule.id, one.target.join(' '), one.failureSummary])))"""
_MARK = """([known, rules]) => {
    const seen = new Set(known), ways = new Map([[document, '']]), made = []
    for (const one of document.querySelectorAll('[data-look]')) delete one.dataset.look
    for (const one of document.querySelectorAll('*')) {
        const look = `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.getAttribute('style') ?? ''}`
        const way = `${ways.get(one.parentNode)} ${look}`
        ways.set(one, way)
        const words = [...one.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())
        if (words && one.checkVisibility() && !seen.has(way)) {
            seen.add(way)
            made.push(way)
            one.dataset.look = ''
        }
    }
    axe.configure({rules: rules.map(id => ({id, selector: '[data-look]'}))})
    return made
}"""


def load(page: Page) -> None:
    """Have axe in whatever a page shows from now on; sent to the browser once, it costs next to nothing there.

    The page must be one of a context that passes content policies by.
    """
    with as_file(_SCRIPT) as script:
        page.add_init_script(path=script)


def findings(page: Page, *rules: str, within: str = "") -> list[str]:
    """What axe, loaded, finds with all its rules, also those of level AAA and experimental ones, or with some.

    "rule: element: what axe advises", three elements a rule at most; on the whole page, or `within` an element of it.
    """
    found = page.evaluate(_RUN, [within, list(rules)])
    return [f"{rule}: {where}: {' '.join(what.split())}" for rule, where, what in found]


def axe(site: Site) -> Iterator[str]:
    """Findings of axe, and pages that scroll sideways.

    Words in elements of the same tags and classes, all the way up, have the same
    colours: the rules about contrast look at the first of each in the whole site. (The page for a wrong address
    has its style from the root of a web server, in the frame of Material: here it has none.)
    """
    within, names = "", list(site.kinds)
    if site.frame == settings.MATERIAL:
        within, names = CONTENT, [name for name in names if name != f"{addresses.NOT_FOUND}.html"]
    seen: dict[int, list[str]] = {width: [] for width in WIDTHS}
    with site.shown(color_scheme="light", bypass_csp=True) as page:
        load(page)
        for name in names:
            page.goto(site.uri(name))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                yield from (f"{name}, rộng {width}: {one}" for one in _looked_at(page, seen[width], within))


def _looked_at(page: Page, seen: list[str], within: str) -> Iterator[str]:
    """What is found on a page as it is shown now; `seen`: the looks of words that were looked at before."""
    new = page.evaluate(_MARK, [seen, list(_CONTRAST)])
    seen += new
    yield from findings(page, within=within)
    if new:
        page.emulate_media(color_scheme="dark")
        yield from (f"nền tối: {one}" for one in findings(page, *OF_COLOURS, within=within))
        page.emulate_media(color_scheme="light")
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if over > 0:
        yield f"trang trôi ngang {over} px"
