"""A step after the build: what the search knows, in two parts that the browser takes in one after the other.

`names.js` holds the names, aliases and sections of everything that has a page;
`text.js` the plan's clauses. Both are scripts that hand over one JSON value, so
that they load from a USB stick too, where a page may not fetch. How words are
folded and compared is the browser's work alone: here they stand as written.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ..derive.programme import Programme
from ..derive.search_words import search_words
from ..derive.statements import CLOSING, NAMED_PARTS, PREAMBLE, RECIPIENTS
from ..load.dataset import Clause, Project
from ..pages import addresses, homes
from .search_answers import answers
from .search_entries import FACETS, entities, link
from .site import BuiltSite, Files

FOLDER = "assets/search"


def files(programme: Programme, site: BuiltSite) -> Files:
    """Both parts."""
    for name, part in (("names", names(programme, site)), ("text", texts(programme, site))):
        packed = json.dumps(part, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
        yield f"{FOLDER}/{name}.js", f"timKiem.{name}({packed})\n".encode()


def names(programme: Programme, site: BuiltSite) -> dict[str, Any]:
    """{facets, everyday: [[said, meant]], fillers, entries}: the entries are rows, see `Entry`."""
    words = search_words(programme)
    entries = [*entities(programme, site), *answers(programme, site, words)]
    place = {one.link: number for number, one in enumerate(entries)}
    for node in programme.nodes:
        groups = dict.fromkeys(group for target in programme.targets_in(node) for group in target.who)
        own = place[link(site, addresses.page(node))]
        meant = tuple(place[link(site, addresses.page(group))] for group in groups)
        entries[own] = replace(entries[own], groups=meant)
    return {
        "facets": FACETS,
        "everyday": [[said, one.means] for one in words.everyday for said in one.say],
        "fillers": list(words.fillers),
        "entries": [one.row for one in entries],
    }


def texts(programme: Programme, site: BuiltSite) -> dict[str, Any]:
    """{entries: [[link, title, text]]}: every clause that has words of its own, in the plan's order."""
    found: list[list[str]] = []
    for part, ref in programme.refs.items():
        paragraphs = part.texts if isinstance(part, Clause) else part.paragraphs
        if not paragraphs:
            continue
        node = part if isinstance(part, Project) else programme.owners.get(part)
        title = f"{_capital(programme.ref_label(ref))}: {part.name}"
        if node:
            title += f" ({programme.label_of(node)})"
        address = homes.home_of(programme, part, ref) if node else f"{addresses.FULL_TEXT}#{ref}"
        found.append([link(site, address), title, " ".join(one.text for one in paragraphs)])
    plan = programme.plan
    rest = ((PREAMBLE, plan.basis), (CLOSING, plan.closing), (RECIPIENTS, plan.recipients and plan.recipients.items))
    for ref, said in rest:
        if said:
            there = link(site, f"{addresses.FULL_TEXT}#{ref}")
            found.append([there, _capital(NAMED_PARTS[ref]), " ".join(one.text for one in said)])
    return {"entries": found}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
