"""Who may be for what: the plan's "for whom" asked from the side of one person.

The page /ho-tro asks the same in the browser (theme/scripts/finder.js); tests
compare the two for every combination.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .derive import Programme
from .facts import Target
from .records import Group, Place, Project
from .vocabulary import ClauseKind, GroupKind

KINDS = (ClauseKind.BENEFICIARIES, ClauseKind.CONTENT)
"""The clauses whose "for whom" is about support; objectives are not."""


@dataclass(frozen=True)
class Profile:
    """What a person has said; None and empty for what was not said. `age` in completed years."""

    groups: frozenset[str] = frozenset()
    place: str | None = None
    age: int | None = None
    need: str | None = None


def supports(programme: Programme) -> tuple[Target, ...]:
    """Every "for whom" of a project that is about support, in the plan's order."""
    return tuple(one for one in programme.targets if one.node and one.spot.kind in KINDS)


def supports_of(programme: Programme, node: Project) -> list[Target]:
    """Those of one project."""
    return [one for one in supports(programme) if one.node is node]


def closure(programme: Programme, groups: Iterable[str]) -> frozenset[str]:
    """The groups with all broader ones."""
    found: set[str] = set()
    waiting = list(groups)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += programme.groups[one].broader
    return frozenset(found)


def places_around(programme: Programme, place: Place | str | None) -> frozenset[str]:
    """A place with all that it is part of."""
    found = set()
    one = programme.places[place] if isinstance(place, str) else place
    while one:
        found.add(one.id)
        one = programme.places[one.part_of] if one.part_of else None
    return frozenset(found)


def may_be_for(programme: Programme, target: Target, profile: Profile) -> bool:
    """Whether nothing that the person said speaks against it.

    A target of `who` that also belong to `of` is shown to those of either side as
    long as the other side is open: a worker who named no household, a member of a
    poor household who did not say "worker". Conditions are shown, never judged.
    """
    if profile.need:
        need = next(one for one in programme.data.needs if one.id == profile.need)
        if target.node is None or target.node.key not in need.projects:
            return False
    if target.place and profile.place and target.place.id not in places_around(programme, profile.place):
        return False
    record = target.record
    if profile.age is not None:
        bounds = [(record.age_from, record.age_under)]
        bounds += [(group.age_from, group.age_under) for group in target.who] if len(target.who) == 1 else []
        for least, under in bounds:
            if (least is not None and profile.age < least) or (under is not None and profile.age >= under):
                return False
    if not profile.groups:
        return True
    own = _closed(programme, profile.groups)
    who = any(group.id in own for group in target.who)
    if not target.of:
        return who
    of = any(group.id in own for group in target.of)
    household = any(programme.groups[one].kind is GroupKind.HOUSEHOLD for one in profile.groups)
    person = any(programme.groups[one].kind is not GroupKind.HOUSEHOLD for one in profile.groups)
    return (who and of) or (who and not household) or (of and not person)


def choices(programme: Programme) -> dict[GroupKind, list[Group]]:
    """The groups a person may choose, by kind: those that some support is for."""
    used = {group.id for one in supports(programme) for group in (*one.who, *one.of)}
    used |= {broad for one in used for broad in programme.groups[one].broader}
    kinds = [kind for kind in GroupKind if kind is not GroupKind.AREA]
    found = {kind: [one for one in programme.data.groups if one.kind is kind and one.id in used] for kind in kinds}
    return {kind: groups for kind, groups in found.items() if groups}


@cache
def _closed(programme: Programme, groups: frozenset[str]) -> frozenset[str]:
    return closure(programme, groups)
