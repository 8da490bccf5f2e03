"""What the search knows by name: an entry for each project, body, group, document and place.

Each is known by the plan's own names, and by those that people write: short,
spelled out, by number, by initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..derive import work_parts
from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.registries import Agency, Document, Group, Place
from ..load.vocabulary import Level, Role
from ..pages import addresses, page_files
from ..vietnamese import formats
from ..vietnamese.slugs import fold
from .page import Page
from .site import BuiltSite

FACETS = ("Dự án", "Cơ quan", "Đối tượng", "Văn bản", "Tra cứu", "Toàn văn")
"""What a result is, in the order of the filter on the page; an entry holds the place in this list."""
PROJECT, AGENCY, GROUP, DOCUMENT, LOOKUP, TEXT = range(len(FACETS))


_SHORT = 4
"""So many syllables are a name; more describe a place."""


@dataclass(frozen=True)
class Entry:
    """Something that a search finds by its names.

    `own` are the plan's names for it, `more` those that people use; `weight` in hundredths;
    `sections` (anchor, heading) of its page; `whole`: only whole names count; `groups`: whom
    it is for, as places in the list of entries.
    """

    facet: int
    link: str
    title: str
    own: Iterable[str]
    more: Iterable[str]
    hint: str
    weight: int
    sections: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    groups: tuple[int, ...] = ()

    @property
    def row(self) -> list[Any]:
        """As the browser gets it, each name once: [facet, link, title, names, how many of them are the plan's own,
        hint, weight, sections, whole, groups]."""
        known = {self.title.lower()}
        kept: list[list[str]] = [[], []]
        for place, listed in enumerate((self.own, self.more)):
            for name in listed:
                if name and name.lower() not in known:
                    known.add(name.lower())
                    kept[place].append(name)
        names, count = kept[0] + kept[1], len(kept[0])
        about = [self.hint, self.weight, self.sections, int(self.whole), self.groups]
        return [self.facet, self.link, self.title, names, count, *about]


def page_at(site: BuiltSite, address: str) -> Page:
    """The page at an address of the built site. Raises `ValueError` where there is none."""
    page = site.page(address)
    if page is None:
        raise ValueError(f"the site has no page {address}")
    return page


def link(site: BuiltSite, address: str) -> str:
    """The link to an address of the built site. Raises `ValueError` where there is no such page or anchor."""
    path, _, anchor = address.partition("#")
    page = page_at(site, path)
    if anchor and anchor not in page.anchors:
        raise ValueError(f"{page.file} has no anchor #{anchor}")
    return f"{page.file}#{anchor}" if anchor else page.file


def entities(programme: Programme, site: BuiltSite) -> Iterator[Entry]:
    """An entry for all that has a page of its own, and for the parts of work of a plan without projects."""
    if not programme.nodes:
        yield from works(programme, site)
    for entity in page_files.entities(programme):
        page = site.pages[addresses.page(entity)]
        match entity:
            case Project():
                yield _project(programme, entity, page)
            case Agency():
                yield _agency(programme, entity, page)
            case Group():
                refused = programme.only_refused(entity)
                hint = _where(node for target in programme.targets_of(entity) if (node := target.node))
                hint = "Chỉ được nêu ở chỗ không hoặc chưa hỗ trợ" if refused else hint
                more = (*entity.aliases, *_spelled(programme, entity.names))
                weight = 0 if refused else 10
                yield Entry(GROUP, page.file, entity.name, entity.names, more, hint, weight, page.sections)
            case Document():
                yield _document(programme, entity, page)
            case Place():
                around = (programme.places[entity.part_of].name,) if entity.part_of else ()
                hint = " · ".join((*around, *([f"nay là {entity.now}"] if entity.now else [])))
                names = [name for name in entity.names if len(name.split()) <= _SHORT]
                yield Entry(LOOKUP, page.file, page.title or entity.name, names, (), hint, 8, page.sections)


def works(programme: Programme, site: BuiltSite) -> Iterator[Entry]:
    """An entry for each part that says what is done, known by its heading."""
    for one in work_parts.works(programme):
        if one.clause.heading:
            who = ", ".join(body.short_name for body in one.leads or one.bearers)
            hint = " · ".join(part for part in (programme.ref_label(one.ref), who) if part)
            there = link(site, f"{addresses.FULL_TEXT}#{one.ref}")
            yield Entry(LOOKUP, there, one.clause.name, (), (), formats.upper_first(hint), 12)


def _project(programme: Programme, node: Project, page: Page) -> Entry:
    own, more = _project_names(programme, node)
    title = f"{programme.label_of(node)}: {node.name}"
    weight = 12 if node.clauses else 8
    return Entry(PROJECT, page.file, title, own, more, _project_hint(programme, node), weight, page.sections)


def _agency(programme: Programme, agency: Agency, page: Page) -> Entry:
    own = (agency.short or "", *agency.names)
    more = (*agency.aliases, *_spelled(programme, [agency.name, *own]), *_initials(agency))
    busy = programme.duties_of(agency)
    lead = any(Role.LEAD in duty.roles for duty in busy)
    near = 2 if agency.level in (Level.DISTRICT, Level.COMMUNE) else 0
    weight = (9 if lead else 7 if busy else 0) + near
    leading = _where(duty.node for duty in busy if Role.LEAD in duty.roles and duty.node)
    hint = f"{agency.level.label}{f' · chủ trì {formats.lower_first(leading)}' if leading else ''}"
    return Entry(AGENCY, page.file, agency.name, own, more, hint, weight, page.sections)


def _document(programme: Programme, document: Document, page: Page) -> Entry:
    kind = document.kind.label
    own = (document.number, document.name)
    shorts = [one.short for one in programme.data.abbreviations if one.full.lower() == kind.lower()]
    dated = f" ngày {formats.date(document.date)}" if document.date else ""
    cited = f"{document.name}{dated} của {programme.agencies[document.issuer].name}"
    more = (*document.aliases, *(f"{short} {document.number}" for short in shorts), cited)
    hint = f"Ban hành{dated}" if dated else ""
    return Entry(DOCUMENT, page.file, f"{kind} {document.number}", own, more, hint, 8, page.sections)


def _project_names(programme: Programme, node: Project) -> tuple[list[str], list[str]]:
    """Its title, label, code and number in the ways people write them."""
    parent = programme.parents.get(node)
    label = node.short_label
    own = [node.name, label if not parent else "", node.code]
    more = [*node.aliases, f"dự án {node.code}"]
    if parent:
        more += [f"{label} {parent.short_label}", f"tiểu dự án {node.code}"]
    else:
        more += [_short(label)]
    ref = programme.refs[node]
    free = node.number not in programme.codes
    more += [f"mục {ref}", *([node.number] if free else [])]
    return own, more


def _short(label: str) -> str:
    """ "Tiểu dự án 2" is "TDA2"."""
    *syllables, number = label.split()
    return fold("".join(one[0] for one in syllables)).upper() + number


def _project_hint(programme: Programme, node: Project) -> str:
    lines = programme.budgets_of(node)
    amount = programme.sum_text(lines) if lines else ""
    leads = ", ".join(agency.short_name for agency in programme.leads_below(node))
    return " · ".join(part for part in (amount, f"chủ trì: {leads}" if leads else "") if part)


def _where(nodes: Iterable[Project]) -> str:
    """ "Dự án 2, 3.1" for the nodes that something stands in, each once."""
    codes = ", ".join(dict.fromkeys(node.code for node in nodes))
    return f"Dự án {codes}" if codes else ""


def _initials(agency: Agency) -> list[str]:
    """ "pvhxh", "vhxh" for Phòng Văn hóa - Xã hội."""
    words = [word for word in re.findall(r"\w+", agency.name) if word not in ("và", "các", "Các")]
    letters = "".join(word if word.isupper() else word[0] for word in words)
    return [letters, letters[1:]] if len(words) > 3 else []


def _spelled(programme: Programme, listed: Iterable[str]) -> Iterator[str]:
    """Each name with one abbreviation written out, and with one name put short."""
    pairs = [(one.short, one.full) for one in programme.data.abbreviations if ";" not in one.full]
    for name in listed:
        for short, full in pairs:
            if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", name):
                yield re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full.replace("\\", r"\\"), name)
            elif full.lower() in name.lower() and " " in full:
                yield re.sub(re.escape(full), short.replace("\\", r"\\"), name, flags=re.I)
