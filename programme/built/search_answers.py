"""What the search answers besides names: figures, pages about the whole plan, what it does not hold, terms, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..derive.programme import Programme
from ..derive.search_words import NOW_IN
from ..load.registries import SearchWords
from ..pages import addresses, page_files
from ..vietnamese import formats
from .search_entries import LOOKUP, Entry, link, page_at
from .site import BuiltSite

_WITHOUT_SECTIONS = (addresses.HOME, addresses.NOT_IN_PLAN, addresses.FULL_TEXT)
"""Each section of these is an answer of its own, or of another page."""


def answers(programme: Programme, site: BuiltSite, words: SearchWords) -> Iterator[Entry]:
    """An entry for each; `words` are what the search of this plan knows besides names."""
    yield from _figures(programme, site)
    yield from _overviews(programme, site, words)
    yield from _words(programme, site)


def _figures(programme: Programme, site: BuiltSite) -> Iterator[Entry]:
    """Figures that answer by themselves: what a project costs, what is to be reached."""
    for node in programme.nodes:
        if not programme.budgets_of(node):
            continue
        label = programme.label_of(node)
        amount = formats.money(programme.amount(node))
        asked = (f"{label} bao nhiêu tiền", f"tiền {label}", f"vốn {label}", f"{label} kinh phí")
        share = formats.percent(programme.amount(node), programme.total)
        there = link(site, f"{addresses.MONEY}#tien-{addresses.slug(node)}")
        yield Entry(LOOKUP, there, f"Kinh phí {label}: {amount}", (), asked, f"{node.name} · {share} tổng kinh phí", 2)
    if len(programme.budgets) > 1:
        total = formats.money(programme.total)
        title = f"Tổng kinh phí, trang web cộng: {total}"
        yield Entry(LOOKUP, link(site, addresses.MONEY), title, (), (), programme.period, 2)
    for figure in (*programme.stated_figures, *programme.baselines):  # those of a table are found with it
        where = "hien-trang" if figure in programme.baselines else "chi-tieu"
        values = f"{' – '.join(figure.values)} {figure.record.unit}"
        title = f"{figure.record.name}: {figure.bounded(values)}"
        named = (f"{figure.record.name} bao nhiêu {figure.record.unit}",)
        yield Entry(LOOKUP, link(site, f"{addresses.GOALS}#{where}"), title, (), named, "Chỉ tiêu của Kế hoạch", 8)


def _overviews(programme: Programme, site: BuiltSite, words: SearchWords) -> Iterator[Entry]:
    """Pages about the whole plan."""
    aliases = {one.page: one.aliases for one in words.pages}
    for name in page_files.overviews(programme):
        if name != addresses.SEARCH:
            page = page_at(site, name)
            sections = () if name in _WITHOUT_SECTIONS else page.sections
            yield Entry(LOOKUP, page.file, page.title or page.path, (), aliases.get(name, ()), "", 6, sections)


def _words(programme: Programme, site: BuiltSite) -> Iterator[Entry]:
    """What the plan does not hold, its terms, its places as they are called today."""
    data = programme.data
    for one in data.questions:
        there = link(site, f"{addresses.NOT_IN_PLAN}#{one.id}")
        title = f"Điều Kế hoạch không nói tới: {one.question}"
        yield Entry(LOOKUP, there, title, (one.question,), one.aliases, sourced(one.answer, one.sources), 9, whole=True)
    for fact in data.notice.answers if data.notice else ():
        there, hint = link(site, f"{addresses.SINCE}#{fact.id}"), sourced(fact.text, fact.sources)
        title = f"Hiện nay: {fact.question}"
        yield Entry(LOOKUP, there, title, (fact.question or "",), fact.aliases, hint, 9, whole=True)
    for concept in data.concepts:
        there = link(site, f"{addresses.TERMS}#{concept.id}")
        asked = (f"{concept.name} là gì",)
        yield Entry(LOOKUP, there, f"Thuật ngữ: {concept.name}", (), asked, concept.explanation, -8)
    for place in data.places:
        if place.now and data.notice:
            there = link(site, f"{addresses.SINCE}#{place.id}")
            title = f"{formats.upper_first(place.name)} {NOW_IN} {place.now}"
            hint = f"Xã, thị trấn {programme.period} và hiện nay"
            yield Entry(LOOKUP, there, title, (place.name,), (f"UBND {place.name}",), hint, -4)
    units = {place.id: place.name for place in data.places}
    for commune in data.notice.communes if data.notice else ():
        made_of = ", ".join(units[one] for one in commune.units)
        title = f"{formats.upper_first(commune.name)} hiện nay gồm {made_of}"
        kind, _, name = commune.name.partition(" ")
        there = link(site, f"{addresses.SINCE}#xa")
        yield Entry(LOOKUP, there, title, (), (commune.name, f"{kind} mới {name}"), "", -6)


def sourced(text: str, sources: Iterable[str]) -> str:
    """A text of ours with what it rests on."""
    return f"{text} Nguồn: {'; '.join(sources)}." if sources else text
