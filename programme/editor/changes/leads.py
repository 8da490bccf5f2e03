"""Where the published address of what is deleted leads from then on: what is offered, and what is written of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...derive.programme import Programme
from ...load.dataset import Project
from ...pages import addresses, page_files, released
from ..view import shown

_SHORT = 70
"""Letters of a title that is offered."""


@dataclass(frozen=True)
class Lead:
    """A published address whose page is gone, or would go: the pages it may lead to, each (address, title)."""

    address: str
    choices: tuple[tuple[str, str], ...]
    """The first is what is written if nobody says otherwise."""


def offered(
    root: Path, lost: Collection[str], after: Programme, moved: Mapping[str, str] | None = None
) -> tuple[Lead, ...]:
    """For addresses, those that were published: the overview of their kind, and each page of it.

    `moved`: the pages that have another address now, each with that; it is the first offer.
    """
    public = released.listed(root)
    asked = [one for one in lost if one in public]
    return tuple(Lead(one, _choices(one, after, (moved or {}).get(one, ""))) for one in asked)


def _choices(address: str, after: Programme, now: str) -> tuple[tuple[str, str], ...]:
    folder = address.rpartition("/")[0]
    there = {addresses.page(one): _named(one) for one in _entities(after)}
    same = [(one, name) for one, name in there.items() if one.rpartition("/")[0] == folder and one != address]
    first = _default(address, after)
    offers = [(first, _overview(first)), *(same if folder else ())]
    return tuple(sorted(offers, key=lambda offer: offer[0] != now)) if now else tuple(offers)


def _default(address: str, after: Programme) -> str:
    try:
        there = {page_files.overview_page(one) for one in page_files.overviews(after)}
    except (LookupError, ValueError, ArithmeticError):  # of what is wrong there may be no telling
        there = set()
    return released.default(address, there)


def _entities(programme: Programme) -> list[addresses.Entity]:
    """All that has a page; where what is wrong keeps that from being told, all that may have one."""
    try:
        return page_files.entities(programme)
    except (LookupError, ValueError, ArithmeticError):
        return [*programme.nodes, *programme.data.agencies, *programme.data.groups, *programme.data.documents]


def _named(entity: addresses.Entity) -> str:
    name = f"{entity.label} {entity.title}" if isinstance(entity, Project) else entity.name
    return name if len(name) <= _SHORT else f"{name[:_SHORT].rsplit(' ', 1)[0]}…"


def _overview(address: str) -> str:
    folder = address.removesuffix(f"/{addresses.HOME}")
    title = next((title for title, _, where in shown.LISTED.values() if where == folder), "")
    return f"Trang chung “{title}”" if title else "Trang chủ"


def written(
    root: Path,
    gone: Collection[str],
    leads: Mapping[str, str],
    after: Programme,
    moved: Mapping[str, str] | None = None,
) -> dict[str, str | None]:
    """The list of published addresses where those of `gone` (page files) lead on: as `leads` says, if it offers that.

    Nothing where none of them was published.
    """
    found = {}
    for lead in offered(root, [file.removesuffix(".md") for file in gone], after, moved):
        offers = [to for to, _ in lead.choices]
        chosen = leads.get(lead.address, "")
        found[lead.address] = chosen if chosen in offers else offers[0]
    return {released.FILE: released.led(root, found)} if found else {}
