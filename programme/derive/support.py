"""What the page /ho-tro is made from: the plan's "for whom", asked from the side of one family.

Which of it may be for a family is decided in the browser (theme/scripts/finder.js);
the tests decide it a second time, over the data, and compare every combination.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..load.dataset import Clause, Project
from ..load.registries import Group, Place, Question
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import ClauseKind, GroupKind
from .programme import Programme
from .statements import Target

KINDS = (ClauseKind.BENEFICIARIES, ClauseKind.CONTENT)
"""The clauses whose "for whom" is about support; objectives are not."""


@dataclass(frozen=True, eq=False)
class Support:
    """One "for whom" of a sentence, and the phrases of the sentence that say it."""

    target: Target
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A paragraph about support, whole, with those it is for: none where it only says what is done."""

    paragraph: Paragraph
    clause: Clause
    ref: str
    supports: tuple[Support, ...]

    def said_by(self, phrase: Phrase) -> list[int]:
        """The places, in `supports`, of those that a phrase names."""
        return [place for place, one in enumerate(self.supports) if phrase in one.phrases]


def sentences(programme: Programme, node: Project) -> list[Sentence]:
    """The paragraphs of a project about whom it is for and what it does, in the plan's order."""
    clauses = [clause for clause in node.clauses if clause.kind in KINDS]
    return [
        Sentence(paragraph, clause, programme.refs[clause], _supports_in(programme, paragraph))
        for clause in clauses
        for paragraph in clause.texts
    ]


def supports(programme: Programme) -> list[Support]:
    """Every support of the plan, in its order."""
    return [one for node in programme.work_nodes for found in sentences(programme, node) for one in found.supports]


def supported(programme: Programme) -> list[Project]:
    """The projects that support somebody, in the plan's order: each has its section on the page."""
    return [node for node in programme.work_nodes if any(one.supports for one in sentences(programme, node))]


def _supports_in(programme: Programme, paragraph: Paragraph) -> tuple[Support, ...]:
    """The supports of a paragraph; what is said twice of the same people is one."""
    found: dict[tuple[object, ...], list[Target]] = {}
    for target in programme.targets:
        if target.spot.paragraph is paragraph:
            found.setdefault((target.who, target.of, target.conditions, target.record.priority), []).append(target)
    return tuple(Support(same[0], tuple(one.spot.phrase for one in same)) for same in found.values())


def is_general(programme: Programme, target: Target) -> bool:
    """Whether a support is also for everybody ("người dân", "cộng đồng"), not for somebody in particular."""

    def everybody(group: Group) -> bool:
        if group.kind is GroupKind.AREA:
            return True
        broader = [programme.groups[one].kind for one in group.broader]
        return bool(broader) and all(kind is GroupKind.AREA for kind in broader)

    return not target.of and any(everybody(group) for group in target.who)


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


def names_household(programme: Programme, groups: Iterable[str]) -> bool:
    """Whether somebody of these groups has said what kind of household theirs is."""
    return any(programme.groups[one].kind is GroupKind.HOUSEHOLD for one in closure(programme, groups))


def groups_with_age(programme: Programme) -> list[Group]:
    """The groups that an age makes one a member of."""
    return [one for one in programme.data.groups if one.age_from is not None or one.age_under is not None]


def places_around(programme: Programme, places: Iterable[Place]) -> frozenset[str]:
    """Places with all that they are part of."""
    found = set()
    for place in places:
        one: Place | None = place
        while one:
            found.add(one.id)
            one = programme.places[one.part_of] if one.part_of else None
    return frozenset(found)


def choices(programme: Programme) -> dict[GroupKind, list[Group]]:
    """The groups a family may choose, by kind: those that some support is for."""
    used = {group.id for one in supports(programme) for group in (*one.target.who, *one.target.of)}
    used |= {broad for one in used for broad in programme.groups[one].broader}
    kinds = [kind for kind in GroupKind if kind is not GroupKind.AREA]
    found = {kind: [one for one in programme.data.groups if one.kind is kind and one.id in used] for kind in kinds}
    return {kind: groups for kind, groups in found.items() if groups}


def questions(programme: Programme, node: Project) -> Iterator[Question]:
    """What people ask about a project's support and the plan does not hold; not those asked of every group."""
    refs = {programme.refs[clause] for clause in node.clauses if clause.kind in KINDS}
    return (one for one in programme.data.questions if not one.on_groups and refs & set(one.near))
