"""What templates make of single values and of lists: no word of the plan is made here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from ..derive.statements import Target
from ..load.dataset import Project
from ..load.texts import Paragraph

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")


def md(text: str) -> Markup:
    """Text for a Markdown heading: no character of it is markup."""
    return Markup(_MARKDOWN.sub(r"\\\1", str(escape(text))))


def around(text: str, part: str) -> tuple[str, str, str]:
    """`text` cut at the first occurrence of `part`: before, part, after."""
    before, found, after = text.partition(part)
    return before, found, after


def by_paragraph(spotted: Iterable[Any]) -> Iterator[tuple[Paragraph, list[Any]]]:
    """Things with a `spot`, gathered by the paragraph they stand in, in order."""
    for _, found in groupby(spotted, key=lambda one: id(one.spot.paragraph)):
        things = list(found)
        yield things[0].spot.paragraph, things


def by_node(things: Iterable[Any]) -> Iterator[tuple[Project | None, list[Any]]]:
    """Things with a `node`, gathered by it, in order; None for the rest of the plan."""
    for _, found in groupby(things, key=lambda one: id(one.node)):
        gathered = list(found)
        yield gathered[0].node, gathered


def distinct(targets: Iterable[Target]) -> list[Target]:
    """Targets without those that say the same again."""
    found: dict[tuple[object, ...], Target] = {}
    for one in targets:
        found.setdefault((one.spot.kind, one.who, one.of, one.conditions, one.record.priority), one)
    return list(found.values())
