"""Amounts of money: which are budget lines of the plan and from whose budget, which are totals, which are norms."""

from __future__ import annotations

import re
from dataclasses import replace

from ...shape import Degree, Mark
from ..fitting import Found
from ..plan_context import Place, kind_of, label_of
from .amounts import Amount, amounts, readable, segment_of

_CREDIT = re.compile(r"cho\s+vay|vay\s+vốn|vốn\s+vay|tín\s+dụng|ủy\s+thác", re.IGNORECASE)


def is_read(text: str, mark: Mark) -> bool:
    """Whether the phrase of an amount can be read by the data: with that amount alone."""
    money = mark.sets.get("money")
    if money is None or "amount" in money:
        return True
    return readable(text[mark.start : mark.end], bool(money.get("norm")))


def spelled(text: str, one: Found) -> Found:
    """The mark of an amount with its own words as `amount`, for a phrase that cannot be read whole."""
    read = amounts(text[slice(*one.core)])
    words = read[0].plain or text[one.core[0] + read[0].start : one.core[0] + read[0].end] if read else ""
    words = re.sub(r"\s*/\s*\S+(?:\s+\S+)*$", "", words)
    return replace(one, sets={"money": {**one.sets["money"], "amount": words}}) if words else one


def budget_of(one: Amount, place: Place, text: str) -> dict[str, object] | None:
    """The keys of `Money` for an amount, None where it is no money of the plan that is marked."""
    keys: dict[str, object] = {}
    if one.plain:
        keys["amount"] = one.plain
    if one.norm:
        return keys | {"norm": True}
    if one.total:
        return keys | {"total": True}
    if one.source:
        keys["source"] = one.source
    if one.capital:
        keys["capital"] = one.capital
    if one.share:
        keys["share"] = text[slice(*one.share)]
    return keys


def found_in(text: str, place: Place) -> list[Found]:
    """The marks of the amounts in a text."""
    label = label_of(text)
    kind = kind_of(label) if label else place.kind
    listed = amounts(text, kind)
    if len(listed) > 1 and not any(one.total for one in listed):
        first, *rest = [one for one in listed if not one.norm] or listed
        if (
            rest
            and all(one.source for one in rest)
            and not first.source
            and not first.norm
            and first.dong >= sum(one.dong for one in rest) * 0.999
        ):
            first.total = True
    marks: list[Found] = []
    for one in listed:
        keys = budget_of(one, place, text)
        if keys is None:
            continue
        degree, why = Degree.SURE, ""
        if (one.neutral or place.tells_of_the_past) and not one.norm:
            degree, why = (
                Degree.ASK,
                f"“{text[one.start : one.end]}” có thể là kết quả đã qua hay thu nhập, không phải kinh phí của Kế hoạch.",
            )
            if not place.project:
                keys, degree = {}, Degree.SURE
        elif (
            place.project
            and _CREDIT.search(text[segment_of(text, one.start, one.end)[0] : one.end])
            and not one.norm
            and not one.source
        ):
            degree, why = Degree.ASK, f"“{text[one.start : one.end]}” có thể là vốn vay, không phải kinh phí của dự án."
        elif place.project and place.kind not in ("budget", "") and not one.norm and not one.total and not one.source:
            degree, why = Degree.LIKELY, f"“{text[one.start : one.end]}” không đứng ở mục kinh phí."
        core = (one.start, max(one.end, one.share[1]) if one.share else one.end)
        marks.append(Found(core, {"money": keys}, "money", degree, why=why))
    return marks
