"""What the page /ho-tro is made from: the plan's "for whom", asked from the side of one family.

What each support asks for is laid down here and written into the page; whether a
family's choices meet it is decided in the browser alone (frame/scripts/finder.js). The
tests decide it a second time, over the data, and compare more than 10,000 families.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..load.dataset import Project
from ..load.registries import Commune, Group, Place, Question
from ..load.texts import ForWhom
from ..load.vocabulary import GroupKind
from ..vietnamese import formats
from ..vietnamese.formats import sort_key
from . import full_text
from .index import Index
from .programme import Programme
from .statements import Target
from .support_sentences import KINDS, Part, Sentence, Support, parts, sentences

NO_LEAST, NO_MOST = 0, 999
"""What the page writes for an age without a bound, in years."""


def supports(programme: Programme) -> list[Support]:
    """Every support of the plan: those of projects in its order, then those of other parts."""
    found = [sentence for node in programme.work_nodes for sentence in sentences(programme, node)]
    found += [sentence for part in parts(programme) for sentence in part.sentences]
    return [one for sentence in found for one in sentence.supports]


def supported(programme: Programme) -> list[Project]:
    """The projects that support somebody, in the plan's order: each has its section on the page."""
    return [node for node in programme.work_nodes if any(one.supports for one in sentences(programme, node))]


def ages(target: Target) -> tuple[int, int]:
    """The ages a support is for: from the first, under the second; where there is no bound, `NO_LEAST`, `NO_MOST`.

    A bound of the one group that it is for counts as well.
    """
    said: list[ForWhom | Group] = [target.record, *(target.who if len(target.who) == 1 else ())]
    return max(one.age_from or NO_LEAST for one in said), min(one.age_under or NO_MOST for one in said)


def is_general(programme: Programme, target: Target) -> bool:
    """Whether a support is also for everybody ("người dân", "cộng đồng"), not for somebody in particular."""

    def everybody(group: Group) -> bool:
        if group.kind is GroupKind.AREA:
            return True
        broader = [programme.groups[one].kind for one in group.broader]
        return bool(broader) and all(kind is GroupKind.AREA for kind in broader)

    return not target.of and any(everybody(group) for group in target.who)


def areas(target: Target) -> list[str]:
    """The places of those groups a support is for that are all who live there ("xã đặc biệt khó khăn")."""
    return [group.place for group in target.who if group.kind is GroupKind.AREA and group.place]


def is_for_households(programme: Programme, target: Target) -> bool:
    """Whether a support is for households alone, or for those whom a household makes one of ("người nghèo")."""
    return {group.id for group in target.who} <= _made_by_households(programme)


@lru_cache(maxsize=1)
def _made_by_households(programme: Programme) -> frozenset[str]:
    """The groups of households, and those that a household makes one of."""
    return closure(programme, (one.id for one in programme.data.groups if one.kind is GroupKind.HOUSEHOLD))


def is_for_persons(programme: Programme, target: Target) -> bool:
    """Whether a support is for persons of some other kind: groups that overlap, so that naming one excludes none."""
    persons = any(group.kind in (GroupKind.PERSON, GroupKind.WOMAN_CHILD) for group in target.who)
    return persons and not is_for_households(programme, target)


_SORT = re.compile(r"(?:hộ|người)(?: gia đình)? (?P<sort>nghèo|cận nghèo|(?:mới |vừa )?thoát nghèo)\b", re.IGNORECASE)
_POOR = re.compile(r"\bnghèo\b", re.IGNORECASE)


def apart(programme: Programme, group: Group) -> list[str]:
    """The groups that nobody of this one is in: a household is poor, or near-poor, or was poor until lately.

    So the law sorts them. Other kinds of households overlap: of these nothing is known.
    """
    sort = _sort(group)
    return [one.id for one in programme.data.groups if sort and _sort(one) and _sort(one) != sort]


def _sort(group: Group) -> str:
    found = _SORT.match(group.name) if len(_POOR.findall(group.name)) == 1 else None
    return found["sort"].split()[0].lower().replace("vừa", "mới").replace("thoát", "mới") if found else ""


def ages_named(programme: Programme) -> list[str]:
    """The ages that some support is for, in words, the youngest first; those of the groups among them."""
    named = {(one.age_from, one.age_under) for one in groups_with_age(programme)}
    records = (one.target.record for one in supports(programme))
    named |= {(one.age_from, one.age_under) for one in records if (one.age_from, one.age_under) != (None, None)}
    ordered = sorted(named, key=lambda age: (age[0] or NO_LEAST, age[1] or NO_MOST))
    return [formats.ages(least, under) for least, under in ordered]


_AGE = re.compile(r"\btuổi\b", re.IGNORECASE)


def says_age(programme: Programme) -> bool:
    """Whether the plan speaks of an age anywhere, in words that no mark tells the age of too."""
    return any(_AGE.search(text) for line in full_text.lines(programme.data) for _, text in line)


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


def age_rules(programme: Programme) -> list[str]:
    """For each group that an age makes one a member of: "id:the groups it belongs to:from:under"."""
    return [
        f"{group.id}:{','.join(sorted(closure(programme, [group.id])))}"
        f":{group.age_from or NO_LEAST}:{group.age_under or NO_MOST}"
        for group in groups_with_age(programme)
    ]


def meetings(programme: Programme) -> list[str]:
    """For each group that all of its broader ones make one a member of: "id:these"."""
    return [f"{group.id}:{','.join(group.broader)}" for group in programme.data.groups if group.of_all]


def asked_by_age(programme: Programme) -> list[Question]:
    """What people of some age ask and the plan does not hold."""
    return [question for question in programme.data.questions if question.age_from is not None]


def places_around(programme: Programme, places: Iterable[Place]) -> frozenset[str]:
    """Places with all that they are part of."""
    found = set()
    for place in places:
        one: Place | None = place
        while one:
            found.add(one.id)
            one = programme.places[one.part_of] if one.part_of else None
    return frozenset(found)


def wider(programme: Programme, target: Target) -> list[str]:
    """For each group a support is for: "the groups it is part of:those of them that are households".

    Who has chosen one of the former, and of the latter no other, has not said whether they are of the group.
    """
    found = []
    for group in target.who:
        above = sorted(closure(programme, [group.id]) - {group.id})
        homes = [one for one in above if programme.groups[one].kind is GroupKind.HOUSEHOLD]
        found += [f"{','.join(above)}:{','.join(homes)}"] if above else []
    return found


@dataclass(frozen=True, eq=False)
class Wanted:
    """What one may say to come for: `id` stands in the page's address, `who` are the groups that one then is of."""

    id: str
    name: str
    who: tuple[str, ...] = ()


def wanted(programme: Programme) -> list[Wanted]:
    """What the plan says people come for; where it does not, its own projects and parts that support somebody."""
    if programme.data.needs:
        return [Wanted(need.id, need.name, need.who) for need in programme.data.needs]
    found = [Wanted(node.key, node.name) for node in supported(programme)]
    found += [Wanted(part.ref, part.clause.name) for part in parts(programme) if not part.gives_work]
    return found if len(found) > 1 else []


def wanted_in(programme: Programme, one: Project | Part) -> list[str]:
    """The ids of those that a project or part has."""
    if isinstance(one, Project):
        return [need.id for need in programme.needs_in(one)] if programme.data.needs else [one.key]
    if not programme.data.needs:
        return [one.ref]
    held = ((need, tuple(f"{ref}." for ref in need.clauses)) for need in programme.data.needs)
    return [need.id for need, refs in held if f"{one.ref}.".startswith(refs)]


@dataclass(frozen=True, eq=False)
class Shown:
    """A project on the page: its sentences, and what is said beside them."""

    node: Project
    sentences: list[Sentence]
    questions: tuple[Question, ...]


def shown(programme: Programme) -> list[Shown]:
    """The projects with some support, in the plan's order."""
    asked = _questions(programme)
    found = (Shown(node, sentences(programme, node), asked(node)) for node in programme.work_nodes)
    return [one for one in found if any(sentence.supports for sentence in one.sentences)]


def _questions(programme: Programme) -> Index[Project, Question]:
    """Project -> what people ask near its support and the plan does not hold; not what is asked of every group."""
    clauses = ((node, clause) for node in programme.work_nodes for clause in node.clauses if clause.kind in KINDS)
    homes = {programme.refs[clause]: node for node, clause in clauses}
    asked = (question for question in programme.data.questions if not question.on_groups)
    return Index(asked, lambda question: (homes[ref] for ref in question.near if ref in homes))


@dataclass(frozen=True, eq=False)
class Home:
    """A commune of today with the places of the plan's year that it was made of, in alphabetical order."""

    commune: Commune
    places: tuple[Place, ...]


def homes(programme: Programme) -> tuple[list[Place], list[Home]]:
    """Where a family may live: places of the plan's area that are still themselves, and the communes of today."""
    notice = programme.data.notice
    communes = notice.communes if notice else ()
    merged = {unit for commune in communes for unit in commune.units}
    kept = [one for one in programme.data.places if one.part_of == programme.plan.place and one.id not in merged]

    def units(commune: Commune) -> tuple[Place, ...]:
        return tuple(sorted((programme.places[one] for one in commune.units), key=lambda one: sort_key(one.name)))

    return kept, [Home(commune, units(commune)) for commune in communes]
