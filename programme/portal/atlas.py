"""All plans joined by place, year, programme and code of a project: what the portal's pages are about.

Two plans are of the same place where all its names agree to the letter, up to the province; of the same programme where
its name does; a code belongs to its programme. Nothing more is taken for the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TypeVar

from ..load.vocabulary import PlaceKind
from ..vietnamese import formats
from ..vietnamese.slugs import slugify
from .plan import Figure, Money, Place, Plan, Project, Spot
from .state import Known

_PROVINCE = PlaceKind.PROVINCE.label
NO_PROVINCE = "Chưa rõ tỉnh"
"""What is said of a plan whose data names no province."""
NO_PROGRAMME = "Không rõ chương trình"
_WORDS = 60
"""Letters of a slug before its hash."""

sort_key = lru_cache(maxsize=65_536)(formats.sort_key)
"""The order of names, of which few are asked for often."""
AreaKey = tuple[str, ...]
ProgrammeKey = str
CodeKey = tuple[ProgrammeKey, str]


@dataclass(frozen=True)
class Held:
    """A plan that can be shown, with where its site is: `base` is what stands before the address of its pages.

    A `base` that is relative begins at the portal's root.
    """

    known: Known
    plan: Plan
    base: str
    local: bool

    @cached_property
    def area(self) -> AreaKey:
        """The place that it is of."""
        return area_key(self.plan.spots)

    @property
    def province(self) -> str:
        """The name of the province, or that it is not known."""
        return next((one.name for one in reversed(self.plan.spots) if one.kind == _PROVINCE), NO_PROVINCE)

    @property
    def period(self) -> str:
        """ "năm 2026", "giai đoạn 2026 - 2030"."""
        return formats.period(self.plan.start[:4], self.plan.end[:4])

    @property
    def years_long(self) -> int:
        """How many years it is for."""
        return len(self.plan.years)

    @cached_property
    def digest(self) -> str:
        """The hash of all that a page can say of it."""
        return f"{self.known.digest} {self.base}"

    @property
    def anchor(self) -> str:
        """Its place on the page of its area."""
        return f"ke-hoach-{hashlib.sha256(self.known.entry.key.encode()).hexdigest()[:6]}"

    def money_of(self, project: str) -> list[Money]:
        """The budget lines of a project itself."""
        return self._money.get(project, [])

    def figures_of(self, project: str) -> list[Figure]:
        """The figures to reach of a project itself."""
        return self._figures.get(project, [])

    @cached_property
    def _money(self) -> dict[str, list[Money]]:
        return _by_project(self.plan.money)

    @cached_property
    def _figures(self) -> dict[str, list[Figure]]:
        return _by_project(self.plan.figures)

    @property
    def inner_places(self) -> list[Place]:
        """The places that it names, without its own and those around it."""
        around = {_same(one.name) for one in self.plan.spots}
        return [one for one in self.plan.places if _same(one.name) not in around or one.now]


@dataclass
class Area:
    """A place: its names from itself upward, its own plans, and the places in it that have plans."""

    key: AreaKey
    spots: tuple[Spot, ...]
    plans: list[Held] = field(default_factory=list)
    within: dict[AreaKey, Area] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.spots[0].name

    @property
    def around(self) -> str:
        """What it lies in: "huyện Y, tỉnh Z"."""
        return ", ".join(one.name for one in self.spots[1:])

    @cached_property
    def slug(self) -> str:
        return slug_of(" ".join(one.name for one in self.spots))

    def all_plans(self) -> list[Held]:
        """Its own, and those of all places in it."""
        found = [*self.plans]
        for one in self.within.values():
            found += one.all_plans()
        return found


@dataclass
class Shared:
    """What several plans have: a year, a programme, or a code in one; `names` are the ways they write it."""

    slug: str
    names: dict[str, int] = field(default_factory=dict)
    plans: list[Held] = field(default_factory=list)

    def add(self, held: Held, name: str) -> None:
        self.names[name] = self.names.get(name, 0) + 1
        if not self.plans or self.plans[-1] is not held:
            self.plans.append(held)

    @property
    def name(self) -> str:
        """As most plans write it; of as many, the first in the alphabet."""
        return min(self.names, key=lambda one: (-self.names[one], one))

    @property
    def other_names(self) -> list[str]:
        return sorted((one for one in self.names if one != self.name), key=sort_key)


@dataclass
class Code(Shared):
    """A code of a project in a programme, with the project of each plan."""

    code: str = ""
    programme: ProgrammeKey = ""
    projects: list[tuple[Held, Project]] = field(default_factory=list)


@dataclass
class Atlas:
    """All of it; `listed` are all plans of the list, also such as could never be read."""

    listed: list[Known]
    plans: list[Held] = field(default_factory=list)
    areas: dict[AreaKey, Area] = field(default_factory=dict)
    years: dict[str, Shared] = field(default_factory=dict)
    programmes: dict[ProgrammeKey, Shared] = field(default_factory=dict)
    codes: dict[CodeKey, Code] = field(default_factory=dict)

    def codes_of(self, programme: ProgrammeKey) -> list[Code]:
        """The codes of a programme, in their order."""
        return sorted((one for one in self.codes.values() if one.programme == programme), key=lambda x: _order(x.code))

    def provinces(self) -> list[Area]:
        """The places that lie in none of which the data tells."""
        tops = (one for one in self.areas.values() if len(one.spots) == 1)
        return sorted(tops, key=lambda one: sort_key(one.name))


def atlas(listed: Iterable[Known], bases: dict[str, tuple[str, bool]]) -> Atlas:
    """The plans joined. `bases`: key of a plan in the list -> (where its pages are, whether that is relative)."""
    found = Atlas(list(listed))
    for known in found.listed:
        if known.plan is not None:
            found.plans.append(Held(known, known.plan, *bases[known.entry.key]))
    found.plans.sort(key=_place_and_year)
    for held in found.plans:
        _enter(found, held)
    return found


def _place_and_year(held: Held) -> tuple[object, ...]:
    names = tuple(sort_key(one.name) for one in reversed(held.plan.spots))
    return names, held.plan.start, held.plan.end, held.known.entry.key


def _enter(found: Atlas, held: Held) -> None:
    plan = held.plan
    inner: Area | None = None
    for at in range(len(plan.spots)):
        spots = plan.spots[at:]
        area = found.areas.setdefault(area_key(spots), Area(area_key(spots), spots))
        if inner is None:
            area.plans.append(held)
        else:
            area.within.setdefault(inner.key, inner)
        inner = area
    for year in plan.years:
        found.years.setdefault(year, Shared(year)).add(held, year)
    for programme in plan.programmes:
        found.programmes.setdefault(_same(programme.name), Shared(slug_of(programme.name))).add(held, programme.name)
    for project in plan.projects:
        key, name, code = code_of(plan, project)
        if key[0] not in found.programmes:
            found.programmes[key[0]] = Shared(slug_of(name))
            found.programmes[key[0]].add(held, name)
        if key not in found.codes:
            found.codes[key] = Code(slug_of(code, name), code=code, programme=key[0])
        found.codes[key].add(held, project.title)
        found.codes[key].projects.append((held, project))


_Row = TypeVar("_Row", Money, Figure)


def _by_project(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for one in rows:
        found.setdefault(one.project, []).append(one)
    return found


def code_of(plan: Plan, project: Project) -> tuple[CodeKey, str, str]:
    """What a project is known by over all plans, the name of its programme, and its code there."""
    id, _, code = project.project.rpartition("/")
    named = next((one.name for one in plan.programmes if one.id == id), "")
    name = named or (plan.programmes[0].name if not id and len(plan.programmes) == 1 else NO_PROGRAMME)
    return (_same(name), code.casefold()), name, code


def area_key(spots: Iterable[Spot]) -> AreaKey:
    """What a place is known by: its names, to the letter but for capitals."""
    return tuple(_same(one.name) for one in spots)


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


@lru_cache(maxsize=65_536)
def slug_of(*names: str) -> str:
    """An address of names, with a hash of them: "xã Hòa Tân" and "xã Hoa Tân" are two places, and two addresses."""
    said = " ".join(map(_same, names))
    return f"{slugify(said)[:_WORDS].strip('-')}-{hashlib.sha256(said.encode()).hexdigest()[:4]}"


def _order(code: str) -> list[tuple[int, int, str]]:
    """1.2 stands before 1.10, NDTP-03 before NDTP-07."""
    parts = code.replace("-", ".").split(".")
    return [(0, int(one), "") if one.isascii() and one.isdecimal() else (1, 0, one.casefold()) for one in parts]
