"""How facts are told: on which page, under which name, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..derive.programme import Programme
from ..load.dataset import Project
from ..load.registries import Relation
from ..pages import addresses
from ..vietnamese import formats

Tell = Callable[[str, str | None], None]
"""Says one thing of a page; said again it is one more of a list."""
Page = Callable[[str, str], Tell]
"""Gives who tells of the page at an address, by the name of what it is about."""


def home(page: Page, node: Project | None, address: str, name: str) -> Tell:
    """The page of a project; what belongs to none stands at `address`."""
    return page(addresses.page(node), f"{node.label} {node.name}") if node else page(address, name)


def names(records: Iterable[Any]) -> str:
    """Names in one order, whatever the order in the data."""
    return ", ".join(sorted({record.name for record in records}, key=formats.sort_key))


def with_more(text: str, *more: str | None) -> str:
    """ "text (one; other)"."""
    said = "; ".join(one for one in more if one)
    return f"{text} ({said})" if said else text


def relations(p: Programme, relations: Iterable[Relation]) -> str:
    return "; ".join(f"{one.kind.label}: {p.documents[one.document].name}" for one in relations)


def date(iso: str | None) -> str | None:
    return formats.date(iso) if iso else None
