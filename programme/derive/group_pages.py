"""The page of a group: what the parts outside the projects say of it, and whom one asks there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..load.registries import Agency
from . import work_parts
from .programme import Programme
from .statements import Target


@dataclass(frozen=True, eq=False)
class Named:
    """What a part says of a group: `name` is what the part is called, "" for any part beside projects.

    `bearers` have work in the part; none where it gives bodies their work, for there each sentence says whose it is.
    """

    name: str
    targets: tuple[Target, ...]
    bearers: tuple[Agency, ...]


def in_common(programme: Programme, targets: Iterable[Target]) -> list[Named]:
    """What parts outside the projects say, in their order."""
    if programme.nodes:
        return [Named("", tuple(targets), ())]
    parts = work_parts.by_ref(programme)
    found = []
    for (part, name), ones in groupby(targets, lambda one: (parts.get(one.ref), programme.work_of(one.ref))):
        found.append(Named(part.clause.name if part else name, tuple(ones), part.bearers if part else ()))
    return found


def told_more(targets: Iterable[Target]) -> list[Target]:
    """Those that say more of whom they are for than that they are named."""
    return [one for one in targets if one.says_more]


def bearers(programme: Programme, targets: Iterable[Target]) -> list[Agency]:
    """Whose work the sentences are that name somebody."""
    duties = (duty for one in targets for duty in programme.duties_of_work(one.spot.paragraph))
    return list(dict.fromkeys(body for duty in duties for body in duty.bearers))
