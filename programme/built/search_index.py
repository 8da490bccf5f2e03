"""What the search knows, in two parts that the browser takes in one after the other.

`names.js` holds the names, aliases and sections of everything that has a page;
`text.js` the plan's clauses. Both are scripts that hand over one JSON value, so
that they load from a USB stick too, where a page may not fetch. How words are
folded and compared is the browser's work alone: here they stand as written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

from ..derive.programme import Programme
from ..derive.statements import CLOSING, NAMED_PARTS, PREAMBLE, RECIPIENTS
from ..load.dataset import Clause, Project
from ..load.registries import Agency, Document, Group, SearchWords
from ..load.vocabulary import Level, Role
from ..pages import addresses, homes
from ..pages import files as page_files
from ..vietnamese import formats

FOLDER = "search"
FACETS = ("Dự án", "Cơ quan", "Đối tượng", "Văn bản", "Tra cứu", "Toàn văn")
"""What a result is, in the order of the filter on the page; an entry holds the place in this list."""
PROJECT, AGENCY, GROUP, DOCUMENT, LOOKUP, TEXT = range(len(FACETS))

_SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.S)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.S)
_ANCHOR = re.compile(r'\bid="([^"]+)"')


class Built:
    """The pages as built: their titles, sections and anchors."""

    def __init__(self, site: Path):
        self._site = site
        self._read: dict[str, str] = {}
        self._anchors: dict[str, set[str]] = {}

    def _page(self, path: str) -> str:
        if path not in self._read:
            self._read[path] = (self._site / f"{path}.html").read_text(encoding="utf-8")
        return self._read[path]

    def title(self, path: str) -> str:
        found = _TITLE.search(self._page(path))
        return _plain(found[1]) if found else path

    def sections(self, path: str) -> list[list[str]]:
        """[anchor, heading] of each section."""
        return [[anchor, _plain(text)] for anchor, text in _SECTION.findall(self._page(path))]

    def url(self, address: str) -> str:
        """The link to an address; fails where the page has no such anchor."""
        path, _, anchor = address.partition("#")
        if path in page_files.FOLDERS:
            path = f"{path}/index"
        if anchor and path not in self._anchors:
            self._anchors[path] = set(_ANCHOR.findall(self._page(path)))
        if anchor and anchor not in self._anchors[path]:
            raise ValueError(f"{path}.html has no anchor #{anchor}")
        return f"{path}.html#{anchor}" if anchor else f"{path}.html"


def _plain(markup: str) -> str:
    """The words of a heading, without its tags."""
    return unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def files(programme: Programme, site: Path) -> dict[str, bytes]:
    """Both parts: file under assets/ -> its bytes."""
    built = Built(site)
    made = {}
    for name, part in (("names", names(programme, built)), ("text", texts(programme, built))):
        packed = json.dumps(part, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        made[f"{FOLDER}/{name}.js"] = f"timKiem.{name}({packed})\n".encode()
    return made


def names(programme: Programme, built: Built) -> dict[str, Any]:
    """{facets, everyday: [[said, meant]], fillers, entries}.

    An entry: [facet, link, title, names, how many of the names are the plan's own,
    hint, weight in hundredths, sections [[anchor, heading]], whether only whole names count,
    places in this list of the groups it is for].
    """
    words = programme.data.search
    entries = [*_entities(programme, built), *_facts(programme, built), *_lookups(programme, built, words)]
    place = {entry[1]: number for number, entry in enumerate(entries)}
    for node in programme.nodes:
        groups = dict.fromkeys(group for target in programme.targets if target.node is node for group in target.who)
        own = entries[place[built.url(addresses.page(node))]]
        own[-1] = [place[built.url(addresses.page(group))] for group in groups]
    return {
        "facets": FACETS,
        "everyday": [[said, one.means] for one in words.everyday for said in one.say],
        "fillers": list(words.fillers),
        "entries": entries,
    }


def texts(programme: Programme, built: Built) -> dict[str, Any]:
    """{entries: [[link, title, text]]}: every clause that has words of its own, in the plan's order."""
    found: list[list[str]] = []
    for part, ref in programme.refs.items():
        paragraphs = part.texts if isinstance(part, Clause) else part.paragraphs
        if not paragraphs:
            continue
        node = part if isinstance(part, Project) else programme.owners.get(part)
        title = programme.ref_label(ref)
        title = f"{title[:1].upper()}{title[1:]}: {_heading(part)}"
        if node:
            title += f" ({name_of(programme, node)})"
        address = homes.home_of(programme, part, ref) if node else f"{addresses.FULL_TEXT}#{ref}"
        found.append([built.url(address), title, " ".join(one.text for one in paragraphs)])
    for ref, paragraphs in ((PREAMBLE, programme.plan.basis), (CLOSING, programme.plan.closing)):
        if paragraphs:
            text = " ".join(one.text for one in paragraphs)
            title = NAMED_PARTS[ref]
            found.append([built.url(f"{addresses.FULL_TEXT}#{ref}"), title[:1].upper() + title[1:], text])
    if programme.plan.recipients:
        text = " ".join(one.text for one in programme.plan.recipients.items)
        found.append([built.url(f"{addresses.FULL_TEXT}#{RECIPIENTS}"), NAMED_PARTS[RECIPIENTS], text])
    return {"entries": found}


def _heading(part: Clause | Project) -> str:
    return part.name if isinstance(part, Project) else part.heading.rstrip(": ")


def name_of(programme: Programme, node: Project) -> str:
    """ "Tiểu dự án 2, Dự án 3"."""
    parent = programme.parents.get(node)
    own = node.label.rstrip(":. ")
    return f"{own}, {parent.label.rstrip(':. ')}" if parent else own


# -- names -------------------------------------------------------------------


def _entry(
    facet: int,
    link: str,
    title: str,
    own: Iterable[str],
    more: Iterable[str],
    hint: str,
    weight: int,
    sections: list[list[str]] | None = None,
    whole: bool = False,
) -> list[Any]:
    known = {title.lower()}
    kept: list[list[str]] = [[], []]
    for place, listed in enumerate((own, more)):
        for name in listed:
            if name and name.lower() not in known:
                known.add(name.lower())
                kept[place].append(name)
    return [facet, link, title, kept[0] + kept[1], len(kept[0]), hint, weight, sections or [], int(whole), []]


def _spelled(programme: Programme, listed: Iterable[str]) -> Iterator[str]:
    """Each name with one abbreviation written out, and with one name put short."""
    pairs = [(one.short, one.full) for one in programme.data.abbreviations if ";" not in one.full]
    for name in listed:
        for short, full in pairs:
            if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", name):
                yield re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, name)
            elif full.lower() in name.lower() and " " in full:
                yield re.sub(re.escape(full), short, name, flags=re.I)


def _entities(programme: Programme, built: Built) -> Iterator[list[Any]]:
    for entity in page_files.entities(programme):
        path = addresses.page(entity)
        link, sections = built.url(path), built.sections(path)
        match entity:
            case Project():
                own, more = _project_names(programme, entity)
                title = f"{name_of(programme, entity)}: {entity.name}"
                weight = 12 if entity.clauses else 8
                yield _entry(PROJECT, link, title, own, more, _project_hint(programme, entity), weight, sections)
            case Agency():
                own = [entity.short or "", *entity.names]
                more = [*entity.aliases, *_spelled(programme, [entity.name, *own]), *_initials(entity)]
                busy = programme.duties_of(entity)
                lead = any(Role.LEAD in duty.roles for duty in busy)
                near = 2 if entity.level in (Level.DISTRICT, Level.COMMUNE) else 0
                weight = (9 if lead else 7 if busy else 0) + near
                leading = _where(duty.node for duty in busy if Role.LEAD in duty.roles and duty.node)
                hint = f"{entity.level.label}{f' · chủ trì {formats.lower_first(leading)}' if leading else ''}"
                yield _entry(AGENCY, link, entity.name, own, more, hint, weight, sections)
            case Group():
                more = [*entity.aliases, *_spelled(programme, entity.names)]
                hint = _where(node for target in programme.targets_of(entity) if (node := target.node))
                yield _entry(GROUP, link, entity.name, entity.names, more, hint, 10, sections)
            case Document():
                kind = entity.kind.label
                own = [entity.number, f"{kind} số {entity.number}"]
                shorts = [one.short for one in programme.data.abbreviations if one.full.lower() == kind.lower()]
                more = [*entity.aliases, *(f"{short} {entity.number}" for short in shorts)]
                hint = f"Ban hành {formats.date(entity.date)}" if entity.date else ""
                yield _entry(DOCUMENT, link, f"{kind} {entity.number}", own, more, hint, 8, sections)


def _project_names(programme: Programme, node: Project) -> tuple[list[str], list[str]]:
    """Its title, label, code and number in the ways people write them."""
    parent = programme.parents.get(node)
    label = node.label.rstrip(":. ")
    own = [node.name, label if not parent else "", node.code]
    more = [*node.aliases, f"dự án {node.code}"]
    if parent:
        above = parent.label.rstrip(":. ")
        for one, other in ((label, above), (_short(label), _short(above))):
            more += [f"{one} {other}", f"{other} {one}", f"{one} của {other}"]
        more += [f"tiểu dự án {node.code}", f"tda {node.code}"]
    else:
        more += [_short(label)]
    ref = programme.refs[node]
    free = node.number not in {one.code for one in programme.nodes}
    more += [f"mục {ref}", *([node.number] if free else [])]
    return own, more


def _short(label: str) -> str:
    """ "Tiểu dự án 2" is "TDA2"."""
    *syllables, number = label.split()
    return "".join(one[0] for one in syllables).upper() + number


def _project_hint(programme: Programme, node: Project) -> str:
    lines = programme.budgets_of(node)
    about = programme.about(lines)
    amount = f"{about} {formats.money(programme.amount(node))}".strip() if lines else ""
    leads = ", ".join(agency.short or agency.name for agency in programme.leads_below(node))
    return " · ".join(part for part in (amount, f"chủ trì: {leads}" if leads else "") if part)


def _where(nodes: Iterable[Project]) -> str:
    """ "Dự án 2, 3.1" for the nodes that something stands in, each once."""
    codes = ", ".join(dict.fromkeys(node.code for node in nodes))
    return f"Dự án {codes}" if codes else ""


def _initials(agency: Agency) -> list[str]:
    """ "ptckh", "tckh" for Phòng Tài chính - Kế hoạch."""
    words = [word for word in re.findall(r"\w+", agency.name) if word not in ("và", "các", "Các")]
    letters = "".join(word if word.isupper() else word[0] for word in words)
    return [letters, letters[1:]] if len(words) > 3 else []


def _facts(programme: Programme, built: Built) -> Iterator[list[Any]]:
    """Figures that answer by themselves: what a project costs, what is to be reached."""
    for node in programme.nodes:
        lines = programme.budgets_of(node)
        if lines:
            label = name_of(programme, node)
            asked = [f"{label} bao nhiêu tiền", f"tiền {label}", f"vốn {label}", f"{label} kinh phí"]
            link = built.url(f"{addresses.MONEY}#tien-{addresses.slug(node)}")
            amount = formats.money(programme.amount(node))
            asked.append(amount.replace(".", ""))  # typed without the dots
            title = f"Kinh phí {label}: {amount}"
            yield _entry(LOOKUP, link, title, [], asked, node.name, 2)
    if len(programme.budgets) > 1:
        total = formats.money(programme.total)
        title = f"Tổng kinh phí, trang web cộng: {total}"
        yield _entry(LOOKUP, built.url(addresses.MONEY), title, [], [total.replace(".", "")], programme.period, 2)
    for figure in programme.figures:
        link = built.url(f"{addresses.GOALS}#chi-tieu")
        more = " trở lên" if figure.record.at_least else ""
        title = f"{figure.record.name}: {' – '.join(figure.values)} {figure.record.unit}{more}"
        asked = [f"{figure.record.name} bao nhiêu {figure.record.unit}"]
        yield _entry(LOOKUP, link, title, [], asked, "Chỉ tiêu của Kế hoạch", 8)


def _lookups(programme: Programme, built: Built, words: SearchWords) -> Iterator[list[Any]]:
    """Pages about the whole plan, what it does not hold, its terms, abbreviations and places."""
    aliases = {one.page: one.aliases for one in words.pages}
    for name in page_files.overviews(programme):
        if name in (addresses.HOME, addresses.SEARCH, addresses.ABOUT):
            continue
        path = f"{name}/index" if name in page_files.FOLDERS else name
        sections = [] if name in (addresses.NOT_IN_PLAN, addresses.FULL_TEXT) else built.sections(path)
        yield _entry(LOOKUP, built.url(path), built.title(path), [], aliases.get(name, ()), "", 6, sections)
    data = programme.data
    for one in data.questions:
        link = built.url(f"{addresses.NOT_IN_PLAN}#{one.id}")
        title = f"Không có trong Kế hoạch: {one.question}"
        yield _entry(LOOKUP, link, title, [one.question], one.aliases, one.answer, 9, whole=True)
    for concept in data.concepts:
        link = built.url(f"{addresses.TERMS}#{concept.id}")
        yield _entry(LOOKUP, link, f"Thuật ngữ: {concept.name}", [], [f"{concept.name} là gì"], concept.explanation, -8)
    for place in data.places:
        if place.now and programme.data.notice:
            link = built.url(f"{addresses.SINCE}#{place.id}")
            title = f"{place.name[:1].upper()}{place.name[1:]} nay thuộc {place.now}"
            yield _entry(LOOKUP, link, title, [place.name], [], f"Xã, thị trấn {programme.period} và hiện nay", -4)
