"""Numbers for the parts of a draft: each another one beside its like, going up, the written one told beside it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from ...derive.full_text import mark
from ...vietnamese import formats
from ...vietnamese.slugs import slugify
from ..shape import Draft, Part
from . import labels
from .addresses import below, order
from .projects import as_clause

_LONGEST_NUMBER = 20
_IS_NUMBER = re.compile(r"[A-Za-zĐđ0-9]+([.-][A-Za-zĐđ0-9]+)*")
_PROJECTS = ("project", "subproject")


def number(draft: Draft) -> None:
    """Number the parts, so that the data tells them apart and reads them in the document's order."""
    _in_order(draft.parts)
    _without_falling(draft)
    _number(draft)


def _in_order(parts: Sequence[Part]) -> None:
    """Projects are read in the order of their numbers: where that is not the plan's, they are counted anew."""
    for part in parts:
        projects = [one for one in part.parts if one.kind == "project"]
        if any(order(one.number) > order(two.number) for one, two in pairwise(projects)):
            for place, one in enumerate(projects, 1):
                one.mark = mark(one.number) if one.mark is None else one.mark
                one.number = str(place)
        _in_order(part.parts)


def _without_falling(draft: Draft) -> None:
    """Projects whose numbers, once they tell all parts apart, would not go up are clauses: words keep their order."""
    tried = copy.deepcopy(draft)
    _number(tried)
    wrong = [
        part
        for part, numbered in zip(draft.walk(), tried.walk(), strict=True)
        if any(
            order(one.number) > order(two.number)
            for one, two in pairwise(one for one in numbered.parts if one.kind == "project")
        )
    ]
    for part in wrong:
        for one in part.parts:
            if one.kind == "project":
                as_clause(one)


def _number(draft: Draft) -> None:
    """Numbers that tell parts apart; where they are not as written, `label` or `mark` says how they are."""
    taken: dict[str, int] = {}
    for part in draft.articles:
        _unlike(part, lambda number: f"dieu-{number}", "", taken, None)
    before: Part | None = None
    for part in draft.parts:
        _unlike(part, lambda number: number, "", taken, before)
        before = part
    for place, part in enumerate(draft.appendices, 1):
        if not part.number and re.match(r"(phụ lục|biểu|mẫu)\b", part.label, re.IGNORECASE):
            part.number = str(place)
        _unlike(part, lambda number: f"phu-luc-{number.lower()}", "", taken, None)


Reference = Callable[[str], str]
"""The reference that a part would have with a number."""


def _unlike(part: Part, named: Reference, section: str, taken: dict[str, int], before: Part | None) -> None:
    """Give a part a number of its own, then those in it. `section`: the part of the plan that its projects stand in."""
    if not part.number:
        part.number = _code(part.label or part.heading)
    written = part.number
    number = base = written if _IS_NUMBER.fullmatch(written) and len(written) <= _LONGEST_NUMBER else _code(written)
    # projects are read in the order of their numbers: "1.2" comes after "1", before "2"
    joint = "." if part.kind in _PROJECTS and base[-1:].isdecimal() else "-"
    count = taken.get(named(number).lower(), 1)
    while named(number).lower() in taken or _falls(before, number):
        count += 1
        number = f"{base[: _LONGEST_NUMBER - 6].strip('.-')}{joint}{count}"
    if number != written:
        if part.kind in _PROJECTS:
            part.mark = mark(written) if part.mark is None else part.mark
        elif not part.label:
            part.label = mark(written)
        part.number = number
    ref = named(number)
    taken[named(base).lower()] = count
    taken[ref.lower()] = 1
    last: Part | None = None
    for one in part.parts:
        if one.kind in _PROJECTS:  # they say their whole number, in the part of the plan that lists them
            home = section if part.kind in _PROJECTS else ref
            _unlike(one, _within(home), home, taken, last)
        else:
            _unlike(one, _below(part, ref), section, taken, last)
        last = one


def _within(home: str) -> Reference:
    return lambda number: f"{home}.{number}"


def _below(part: Part, ref: str) -> Reference:
    return lambda number: below(part.number, ref, number)


def _falls(before: Part | None, number: str) -> bool:
    """Whether a number goes back behind that of its neighbour."""
    one, two = _rank(before.number) if before else None, _rank(number)
    return bool(one and two and one[0] == two[0] and one[1] >= two[1])


def _rank(number: str) -> tuple[str, Any] | None:
    last = number.split(".")[-1]
    if last.isdecimal():
        return "number", int(last)
    if last and all(char in "IVXL" for char in last):
        return "roman", labels.roman(last)
    if len(last) == 1 and last.islower():
        return "letter", formats.sort_key(last)
    return None


def _code(text: str) -> str:
    return slugify(text)[:_LONGEST_NUMBER].strip("-") or "muc"
