"""What templates make of single values and of lists: no word of the plan is made here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from markupsafe import Markup

from ..derive.localities import Sentence
from ..derive.programme import Programme
from ..derive.statements import Figure, Statement, Target
from ..load.dataset import Project
from ..load.registries import Agency, Document, Place
from ..load.texts import Paragraph, Phrase
from ..pages import addresses

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")


def md(text: str) -> Markup:
    """Text for a Markdown heading: no character of it is markup.

    Quotes stay letters: as references they would come into the list of contents, title and anchor.
    """
    return Markup(_MARKDOWN.sub(r"\\\1", html.escape(text, quote=False)))


def by_paragraph(spotted: Iterable[Any]) -> Iterator[tuple[Paragraph, list[Any]]]:
    """Things with a `spot`, gathered by the paragraph they stand in, in order."""
    return ((key, list(found)) for key, found in groupby(spotted, attrgetter("spot.paragraph")))


def by_node(things: Iterable[Any]) -> Iterator[tuple[Project | None, list[Any]]]:
    """Things with a `node`, gathered by it, in order; None for the rest of the plan."""
    return ((key, list(found)) for key, found in groupby(things, attrgetter("node")))


def each(things: Iterable[Any], attribute: str) -> list[Any]:
    """What the tuples `attribute` of some things hold, each once, in order."""
    return list(dict.fromkeys(one for thing in things for one in getattr(thing, attribute)))


def nodes(statements: Iterable[Statement]) -> list[Project]:
    """The projects that statements stand in, each once, in order."""
    return list(dict.fromkeys(one.node for one in statements if one.node))


def phrases(statements: Iterable[Statement]) -> list[Phrase]:
    """The phrases that statements are made from."""
    return [one.spot.phrase for one in statements]


def linked(programme: Programme, here: str, phrase: Phrase) -> Iterator[tuple[str, Document | Place | None]]:
    """The words of a phrase in runs, each with what it leads to: the documents cited, the places named, not `here`."""
    text, cuts = phrase.text, list[tuple[int, int, Document | Place]]()
    for cited in phrase.cites:
        document = programme.documents[cited.document]
        if (start := text.find(document.number)) >= 0:
            cuts.append((start, start + len(document.number), document))
    for one in programme.named_by.get(phrase, ()):
        if one.by_name and programme.has_page(one.place) and addresses.page(one.place) != here:
            cuts.append((one.start, one.end, one.place))
    at = 0
    for start, end, target in sorted(cuts, key=itemgetter(0, 1)):
        if start >= at:
            yield text[at:start], None
            yield text[start:end], target
            at = end
    yield text[at:], None


def in_words(figures: Iterable[Figure]) -> list[Figure]:
    """Figures without those of tables, which are shown with their table."""
    return [one for one in figures if not one.in_table]


def unsaid(
    sentences: Iterable[Sentence], targets: Iterable[Target], bodies: Iterable[Agency], programme: Programme
) -> list[Sentence]:
    """Sentences without those that the page of a place shows already: for whom they are, whom they give work."""
    shown = {target.spot.paragraph for target in targets}
    shown |= {duty.spot.paragraph for body in bodies for duty in programme.duties_of(body)}
    return [one for one in sentences if one.paragraph not in shown]


def ids(found: Iterable[str]) -> str:
    """Ids for an attribute of a tag: in one order, whatever the order given."""
    return " ".join(sorted(found))


def ids_of(records: Iterable[Any]) -> str:
    """The ids of records for an attribute of a tag, in the order of the records."""
    return " ".join(one.id for one in records)


def without(records: Iterable[Any], one: Any) -> list[Any]:
    """Records without one of them."""
    return [record for record in records if record is not one]


def distinct(targets: Iterable[Target]) -> list[Target]:
    """Targets without those that say the same again."""
    found: dict[tuple[object, ...], Target] = {}
    for one in targets:
        found.setdefault((one.spot.kind, *one.said), one)
    return list(found.values())
