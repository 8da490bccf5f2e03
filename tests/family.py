"""Which support may be for a family, decided over the data: what frame/scripts/finder/rules.js must say too.

And how a family asks the finder of a built site.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Browser, Page

from programme import Programme
from programme.derive.statements import Target
from programme.derive.support import closure, groups_with_age, names_household, places_around
from programme.derive.support_steps import Choice, steps
from programme.load.registries import Group
from programme.load.vocabulary import GroupKind


@dataclass(frozen=True)
class Profile:
    """What a family has said; empty and None for what was not said.

    `places` are ids of places; `age` in completed years, of the one who needs support.
    """

    groups: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    age: int | None = None
    need: str | None = None


def implied(programme: Programme, profile: Profile) -> frozenset[str]:
    """The groups that follow from the age and from what is looked for."""
    found = {
        group.id
        for group in groups_with_age(programme)
        if profile.age is not None and _within(profile.age, group.age_from, group.age_under)
    }
    found |= {one for need in programme.data.needs if need.id == profile.need for one in need.who}
    return frozenset(found)


def may_be_for(programme: Programme, target: Target, profile: Profile) -> bool:
    """Whether nothing that the family said speaks against it.

    Support for those "of" a household is for its members, whoever was named; as
    long as no household was named, it is for those who were named. A place with
    all who live there is for those who live there. Conditions are shown, never judged.
    """
    if profile.need:
        need = next(one for one in programme.data.needs if one.id == profile.need)
        if target.spot.node is None or target.spot.node.key not in need.projects:
            return False
    around = places_around(programme, (programme.places[one] for one in profile.places))
    if target.places and around and not {place.id for place in target.places} & around:
        return False
    if profile.age is not None and not any(_of_others(programme, group, profile) for group in target.who):
        bounds = [(target.record.age_from, target.record.age_under)]
        bounds += [(group.age_from, group.age_under) for group in target.who] if len(target.who) == 1 else []
        if not all(_within(profile.age, least, under) for least, under in bounds):
            return False
    own = _owned(programme, profile)
    areas = [group.place for group in target.who if group.kind is GroupKind.AREA and group.place]
    if len(areas) == len(target.who):
        return not around or bool(around & set(areas))
    if not profile.groups:
        return True
    if any(group.id in own for group in target.of):
        return True
    who = any(group.id in own or _left_open(programme, group, profile) for group in target.who)
    who = who or bool(areas and (not around or around & set(areas)))
    return who and not (target.of and names_household(programme, profile.groups))


def _left_open(programme: Programme, group: Group, profile: Profile) -> bool:
    """Whether a group was named that this one is part of, and nothing says that it is not theirs.

    A box for those whom no box beside it fits leaves nothing open; nor does another household.
    """
    above = closure(programme, [group.id]) - {group.id}
    if not above & (profile.groups - rest(programme)):
        return False
    homes = {one for one in above if programme.groups[one].kind is GroupKind.HOUSEHOLD}
    return not names_household(programme, profile.groups) or homes <= _owned(programme, profile)


def _owned(programme: Programme, profile: Profile) -> frozenset[str]:
    """The groups that are the family's: named, broader, by age or need, and those that all of some others make."""
    own = _closed(programme, _said(programme, profile))
    return own | {one.id for one in programme.data.groups if one.of_all and {*one.broader} <= own}


def _said(programme: Programme, profile: Profile) -> frozenset[str]:
    return profile.groups | implied(programme, profile)


@cache
def rest(programme: Programme) -> frozenset[str]:
    """The groups whose box is for those whom no box beside it fits."""

    def walk(choices: tuple[Choice, ...]) -> Iterator[str]:
        for one in choices:
            yield from (one.group.id,) if one.rest else ()
            yield from walk(one.narrower)

    return frozenset(one for step in steps(programme) for one in walk(step.choices))


def _of_others(programme: Programme, group: Group, profile: Profile) -> bool:
    """Whether a group was named that the age does not fit: the age is of somebody else then."""
    assert profile.age is not None
    named = group.id in _closed(programme, profile.groups) and group in groups_with_age(programme)
    return named and not _within(profile.age, group.age_from, group.age_under)


def _within(age: int, least: int | None, under: int | None) -> bool:
    return (least is None or age >= least) and (under is None or age < under)


@cache
def _closed(programme: Programme, groups: frozenset[str]) -> frozenset[str]:
    return closure(programme, groups)


@contextmanager
def finder(browser: Browser, address: str) -> Iterator[Page]:
    """The page /ho-tro of a site on a web server, with its form."""
    page = browser.new_page()
    page.goto(f"{address}/ho-tro.html")
    page.wait_for_selector("form.finder:not([hidden])")
    yield page
    page.close()


def ask(page: Page, state: str) -> str:
    """The article as shown for a state of the address: "nhom=tre-nho&tuoi=4"."""
    page.evaluate("state => { location.hash = state }", state)
    page.wait_for_function("state => new URLSearchParams(location.hash.slice(1)).toString() === state", arg=state)
    return page.locator("article").inner_text()


def marked(page: Page) -> str:
    """The words that are marked as said to this family."""
    return " ".join(page.locator("mark:visible:not(.off)").all_inner_texts())
