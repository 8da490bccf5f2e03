"""A step after the build: what the search knows, in two parts that the browser takes in one after the other.

`names.js` holds the names, aliases and sections of everything that has a page;
`text.js` the plan's clauses and everyday words for its words. Both are scripts that hand over one JSON value, so
that they load from a USB stick too, where a page may not fetch. How words are
folded and compared is the browser's work alone: here they stand as written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..derive import full_text
from ..derive.programme import Programme
from ..derive.search_words import search_words
from ..derive.statements import CLOSING, HEAD, NAMED_PARTS, PREAMBLE, RECIPIENTS, SIGNATURE
from ..frame.bundles import RAN
from ..load.dataset import Clause, Project
from ..load.registries import SearchWords
from ..pages import addresses, homes
from ..vietnamese import formats
from .page import Page
from .search_answers import answers, sourced
from .search_entries import FACETS, LOOKUP, entities, link, page_at
from .site import SEARCH, BuiltSite, Files

_LONGEST = 900
"""Letters of a section of the site's own: more is tables."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """Both parts."""
    words = search_words(programme)
    for name, part in (("names", names(programme, site, words)), ("text", texts(programme, site, words))):
        packed = json.dumps(part, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        yield f"{SEARCH}{name}.js", f"timKiem.{name}({packed}){RAN}".encode()


def names(programme: Programme, site: BuiltSite, words: SearchWords) -> dict[str, Any]:
    """{facets, fillers, entries}: the entries are rows, see `Entry`; {unfinished} where the plan is being entered."""
    entries = [*entities(programme, site), *answers(programme, site, words)]
    place = {one.link: number for number, one in enumerate(entries)}
    for node in programme.nodes:
        groups = dict.fromkeys(group for target in programme.targets_in(node) for group in target.who)
        own = place[link(site, addresses.page(node))]
        meant = tuple(place[link(site, addresses.page(group))] for group in groups)
        entries[own] = replace(entries[own], groups=meant)
    return {
        "facets": FACETS,
        "fillers": list(words.fillers),
        "entries": [one.row for one in entries],
        **({} if programme.is_entered else {"unfinished": True}),
    }


def _tables(part: Clause | Project) -> Iterator[str]:
    """What stands in the tables of a clause, a row after the other."""
    for table in part.tables if isinstance(part, Clause) else ():
        yield "; ".join(full_text.table_lines(table))
        yield from full_text.texts_of(table.notes)


def texts(programme: Programme, site: BuiltSite, words: SearchWords) -> dict[str, Any]:
    """{everyday: [[means, said ...]], entries: [[link, title, text]]}: every clause and named part, in order.

    Behind them with a facet, [link, title, text, facet], what the site says of its own.
    """
    found: list[list[Any]] = []
    for part, ref in programme.refs.items():
        paragraphs = part.paragraphs + (part.items if isinstance(part, Clause) else ())
        inside = part.clauses if isinstance(part, Clause) else ()
        if not paragraphs and isinstance(part, Project):
            continue
        node = part if isinstance(part, Project) else programme.owners.get(part)
        title = _title(programme, part, ref)
        if node:
            title += f" ({programme.label_of(node)})"
        address = homes.home_of(programme, part, ref) if node else f"{addresses.FULL_TEXT}#{ref}"
        found.append(
            [
                link(site, address),
                title,
                " ".join((*full_text.notes_of(part.footnotes), *full_text.texts_of(paragraphs), *_tables(part)))
                or "; ".join(one.name for one in inside),
            ]
        )
    plan = programme.plan
    rest = ((PREAMBLE, plan.basis), (CLOSING, plan.closing), (RECIPIENTS, plan.recipients and plan.recipients.items))
    for ref, said in rest:
        if said:
            there = link(site, f"{addresses.FULL_TEXT}#{ref}")
            found.append([there, formats.upper_first(NAMED_PARTS[ref]), " ".join(full_text.texts_of(said))])
    ends = ((HEAD, full_text.head_lines(plan.header)), (SIGNATURE, full_text.signature_lines(plan)))
    for ref, lines in ends:
        if whole := "; ".join(lines):
            found.append([link(site, f"{addresses.FULL_TEXT}#{ref}"), formats.upper_first(NAMED_PARTS[ref]), whole])
    everyday = [[one.means, *one.say] for one in words.everyday]
    return {"everyday": everyday, "entries": [*found, *_own_words(programme, site)]}


def _title(programme: Programme, part: Project | Clause, ref: str) -> str:
    """ "Mục III.2: Làm nhà"; a clause without a heading has that of the one it stands in, if any."""
    label = programme.ref_label(ref)
    name = part.name if isinstance(part, Project) or part.heading else programme.work_of(ref)
    return formats.upper_first(label if name == label else f"{label}: {name}")


def _own_words(programme: Programme, site: BuiltSite) -> Iterator[list[Any]]:
    """What the site says of itself, of its files, of what changed since."""
    for address in (addresses.ABOUT, addresses.DATA):
        page = page_at(site, address)
        for anchor, heading in page.sections:
            yield [f"{page.file}#{anchor}", f"{page.title}: {heading}", _section(page, anchor), LOOKUP]
    for fact in programme.data.notice.facts if programme.data.notice else ():
        if not fact.id:
            there = link(site, f"{addresses.SINCE}#thay-doi")
            yield [there, "Hiện nay: điều đã thay đổi", sourced(fact.text, fact.sources), LOOKUP]


def _section(page: Page, anchor: str) -> str:
    """The words between a heading and the next, as far as an extract may need them."""
    said: list[str] = []
    node = page.select(f'h2[id="{anchor}"]')[0].next
    while node is not None and node.tag != "h2" and sum(map(len, said)) < _LONGEST:
        said += node.text(separator=" ").split()
        node = node.next
    return " ".join(said)
