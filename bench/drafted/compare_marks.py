"""Amounts, documents, deadlines, reports: what a draft found of each, beside what is true."""

from __future__ import annotations

from typing import Any

from drafted.held import Held
from drafted.letters import Names, alternatives, contained, overlap, slug, squeezed
from drafted.places import Places, Range
from drafted.score import Score
from drafted.told import Told, amounts, deadlines, reports

_EVERY = {"hang-thang": "month", "hang-quy": "quarter", "6-thang": "half", "nam": "year", "hang-nam": "year"}


def _take(found: list[Told], place: Range | None, fits: Any) -> Told | None:
    """The first mark at a place that fits, taken away."""
    for one in found:
        if place and overlap(one.range, place) and fits(one):
            found.remove(one)
            return one
    return None


def compare_amounts(held: Held, truth: dict[str, Any], places: Places) -> Score:
    """By value and, where the truth tells, whether it is a norm."""
    score, found = Score(), amounts(held)
    later = []
    for one in truth["money_in_text"]:
        place = places.find(one["quote"], one.get("in"), kind="money")
        norm = one.get("per_unit")
        hit = _take(
            found, place, lambda told, one=one, norm=norm: told.value[0] == one["vnd"] and norm in (None, told.value[1])
        )
        if hit:
            if not one.get("optional"):
                score.hit()
        elif not one.get("optional"):
            later.append((one, place))
    for one, place in later:  # the value is right and the norm is not
        score.miss(
            f"{one['quote']} ({one['vnd']} đồng{', định mức' if one.get('per_unit') else ''})"
            + ("" if place else " - không thấy câu")
        )
    for told in found:
        if not any(
            o.get("optional") and squeezed(o["quote"]) in squeezed(told.piece.text) for o in truth["money_in_text"]
        ):
            score.err(f"{told.value[0]} đồng{', định mức' if told.value[1] else ''}: {told.words}", told.asked)
    return score


def compare_documents(held: Held, truth: dict[str, Any], places: Places) -> Score:
    """By number; the plan's own number is nobody's mark."""
    score = Score()
    own = squeezed(str((truth.get("plan") or {}).get("number") or ""))
    found = {
        squeezed(str(one.get("number", ""))): (str(one.get("number")), asked)
        for asked, many in ((True, held.asked_documents), (False, held.registers.documents))
        for one in many.values()
    }
    found.pop(own, None)
    for one in truth["documents"]:
        if found.pop(squeezed(one["number"]), None):
            score.hit()
        elif not one.get("optional"):
            score.miss(one["number"])
    for number, asked in found.values():
        score.err(number, asked)
    return score


def compare_deadlines(held: Held, truth: dict[str, Any], places: Places) -> Score:
    """By date, or by how often it comes again, at the words.

    Where the truth tells of none that come again, or of no spans of days, such ones of the draft are not judged.
    Those that may be found or not are looked for last: one mark may tell them and another that must be found.
    """
    score, found = Score(), deadlines(held)
    told_again = any(one.get("every") for one in truth["deadlines"])
    told_ranges = any(one.get("start") for one in truth["deadlines"])
    for one in sorted(truth["deadlines"], key=lambda one: bool(one.get("optional"))):
        place = places.find(one["quote"], one.get("in"), one.get("task"), kind="deadline")

        def fits(told: Told, one: dict[str, Any] = one) -> bool:
            end, every, day, _ = told.value
            if one.get("date"):
                return end == one["date"]
            wanted = one.get("day")
            return every == one.get("every") and (wanted is None or day is None or day == str(wanted))

        if _take(found, place, fits):
            if not one.get("optional"):
                score.hit()
        elif not one.get("optional"):
            task = f" ({one['task'][:50]})" if one.get("task") else ""
            score.miss(
                f"{one.get('date') or one.get('every')}: {one['quote']}{task}" + ("" if place else " - không thấy câu")
            )
    for told in found:
        end, every, _, ranged = told.value
        if (every and not end and not told_again) or (ranged and not told_ranges):
            continue
        score.err(f"{end or every}: {told.words} | {told.piece.text[:90]}", told.asked)
    return score


def compare_reports(held: Held, truth: dict[str, Any], places: Places, names: Names) -> Score:
    """By place, to whom, and how often where both tell."""
    score, found = Score(), reports(held)
    for one in truth["reports"]:
        place = places.find(one["quote"], one.get("in"), kind="report")
        wanted = [alternatives(name) for name in one.get("to_names") or ()]
        ids = one.get("to") or []
        every = _EVERY.get(one.get("every") or "")

        def fits(told: Told, wanted: Any = wanted, ids: Any = ids, every: Any = every) -> bool:
            to = told.value["to"]
            if every and told.value["every"] and told.value["every"] != every:
                return False
            if wanted:
                return bool(to) and all(
                    any(names.is_one_of(name, body) for name in options for body in to) for options in wanted
                )
            return not ids or (bool(to) and all(any(same_id(body, to_id) for body in to) for to_id in ids))

        hit = _take(found, place, fits)
        if not hit and place:  # the words of the report may be a phrase before those of its deadline
            pieces = held.at(place)
            hit = _take(found, (pieces[0].start, pieces[-1].end), fits) if pieces else None
        if one.get("optional"):
            continue
        if hit:
            score.hit()
        else:
            score.miss(
                f"{one['quote']} -> {', '.join(map(str, one.get('to_names') or ids))}"
                + ("" if place else " - không thấy câu")
            )
    for told in found:
        score.err(f"{told.words} -> {[body[0] for body in told.value['to']]}", told.asked)
    return score


def same_id(names_of_one: tuple[str, ...], wanted: str) -> bool:
    """Whether a body or group known by its names may be what an author's id means: "so-nnmt", "ho-nha-tam"."""
    spelled = slug(wanted)
    for name in names_of_one:
        own = slug(name)
        if (
            contained(own, spelled)
            or own.replace("-", "") == spelled.replace("-", "")
            or _initials(own) == wanted.replace("-", "")
        ):
            return True
        parts, ids = own.split("-"), spelled.split("-")
        if len(ids) > 1 and parts[: len(ids) - 1] == ids[:-1] and _initials("-".join(parts[len(ids) - 1 :])) == ids[-1]:
            return True
    return False


def _initials(own: str) -> str:
    return "".join(part[0] for part in own.split("-") if part and part != "va")
