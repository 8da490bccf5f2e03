"""Paper: pages printed by the browser, and the PDF files of the site, hold the words that the screen has."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence

import pypdfium2
from bs4 import BeautifulSoup, Tag

from ..built.pdf import OF_BOOKLET, sheet_pages
from ..pages import addresses
from .site import Site

NOT_ON_PAPER = (
    ".screen, .explanations, nav, form, .home-of, .lead .ways, [data-no-search], [data-no-finder], "
    "#xem-them, #xem-them + ul, [hidden]"
)
"""What leads elsewhere, answers a click or stands in for a script."""
_BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, caption"
_INNER = ["p", "li", "ul", "dl", "blockquote", "br"]
_NUMBER = re.compile(r"Trang \d+/\d+")
_TEXT = 162 / 25.4 * 96
"""CSS pixels: the width of the words on an upright sheet."""
_SIDEWAYS = 249 / 25.4 * 96
_CUT = """() => [...document.querySelectorAll('article, article *')].filter(one => {
    const clips = getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    const box = one.getBoundingClientRect()
    return box.width && (clips || box.right > innerWidth + 1)
}).map(one => one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60))"""


def printed(site: Site) -> Iterator[str]:
    """Every word of each kind of page that is not for the screen alone is on its sheets, none beyond their edge."""
    with site.shown() as page:
        page.emulate_media(media="print")
        for name in site.kinds:
            page.goto(site.uri(name))
            sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
            on_screen = site.read(name)
            assert on_screen.html is not None
            running = str(on_screen.html["data-running"])
            # a paragraph over two sheets has a page number and a running title between its parts
            lines = (line for line in _words(sheets).splitlines() if line != running and not _NUMBER.fullmatch(line))
            paper = _letters("".join(lines))
            yield from (f"{name}: không có trên giấy: {text}" for text in _lost(on_screen, paper))
            wide, high = sheets[0].get_size()
            page.set_viewport_size({"width": round(_TEXT if wide < high else _SIDEWAYS), "height": 900})
            yield from (f"{name}: bị cắt ở mép giấy: {text}" for text in page.evaluate(_CUT)[:3])


def pdf_files(site: Site) -> Iterator[str]:
    """Each PDF file opens, has the title of its page, and holds that and every heading; the booklet all of the plan."""
    programme = site.programme
    for address in sheet_pages(programme):
        yield from _pdf(site, [f"{address}.pdf"], site.read(f"{address}.html"), "h1, h2, h3")
    whole = site.read(f"{addresses.FULL_TEXT}.html")
    volumes = sorted(path.name for path in site.folder.glob("*.pdf") if OF_BOOKLET.fullmatch(path.name))
    yield from _pdf(site, volumes or [f"{addresses.BOOKLET}.pdf"], whole, "h2, h3, h4", programme.plan.short_title)


def _pdf(site: Site, names: Sequence[str], page: BeautifulSoup, headings: str, title: str = "") -> Iterator[str]:
    """What is wrong with a file, or with the volumes of one."""
    title, words = title or _said(page.select_one("h1")), ""
    for name in names:
        try:
            document = pypdfium2.PdfDocument(site.folder / name)
        except (pypdfium2.PdfiumError, FileNotFoundError) as error:
            yield f"{name}: không mở được: {error}"
            return
        known = document.get_metadata_dict().get("Title", "")
        if _letters(known if len(names) == 1 else known.rpartition(", tập ")[0]) != _letters(title):
            yield f'{name}: tên ghi trong tệp là "{known}", trang tên là "{title}".'
        words += _letters(_words(document))
    for one in (title, *(_said(part) for part in _shown(page, headings))):
        if _letters(one) not in words:
            yield f'{names[0]}: thiếu "{one}".'


def _words(document: pypdfium2.PdfDocument) -> str:
    """The words on the sheets, without what lies beyond their edges."""
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def _letters(text: str) -> str:
    """Text without spaces, dashes of lists and hyphens at line ends (PDFium reads U+0002): what must be on paper."""
    return re.sub(r"[\s\x02\u2060•◦■▪–-]+", "", text)


def _shown(page: BeautifulSoup, wanted: str) -> Iterator[Tag]:
    """The parts of an article that are for paper too."""
    hidden = set(map(id, page.select(NOT_ON_PAPER)))
    for part in page.select(":is(article .body, article > h1)"):
        for one in part.select(wanted) if part.name != "h1" else [part]:
            if not any(id(above) in hidden for above in (one, *one.parents)):
                yield one


def _said(part: Tag | None) -> str:
    """The words of a part, without what is for the screen in it."""
    if part is None:
        return ""
    part = copy.copy(part)
    for one in part.select(f"{NOT_ON_PAPER}, .headerlink, button.cite"):
        one.extract()
    return " ".join(part.get_text().split())


def _lost(page: BeautifulSoup, paper: str) -> Iterator[str]:
    for part in _shown(page, _BLOCKS):
        if not part.find(_INNER) and _letters(text := _said(part)) not in paper:
            yield text
