"""What templates make of single values and of lists: no word of the plan is made here."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from ..derive.statements import Statement, Target
from ..load.dataset import Project
from ..load.texts import Paragraph, Phrase

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
