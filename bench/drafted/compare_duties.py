"""Who must do what, in which role, beside whom: duties of a draft beside the true ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from drafted.held import Held
from drafted.letters import Names, alternatives, overlap
from drafted.places import Places, Range
from drafted.score import Score
from drafted.told import Duty, duties

Name = tuple[str, ...]


def compare_duties(held: Held, truth: dict[str, Any], places: Places, names: Names) -> dict[str, Score]:
    """Bearers, roles and partners.

    A true duty is met by the phrase that holds its first words, or by the first phrase after them that says who or
    what. A phrase that meets no duty is wrong where it stands outside of all true ones, but for the plan's basis, end
    and recipients, of which a truth file tells nothing.
    """
    scores = {"bearers": Score(), "roles": Score()}
    with_partners = any("partner_names" in one for one in truth["duties"])
    if with_partners:
        scores["partners"] = Score()
    found = duties(held)
    placed = [(one, places.find(one["quote"], one.get("in"), kind="duty")) for one in truth["duties"]]
    met: dict[int, list[dict[str, Any]]] = {}
    for one, place in placed:
        mine = _meeting(found, place)
        for duty in mine:
            met.setdefault(id(duty), []).append(one)
        if one.get("optional"):
            continue
        where = "" if place else " - không thấy câu"
        said = f"{one['quote'][:110]}{where}"
        _bearers(scores["bearers"], one, mine, names, said)
        wanted = set(one["roles"])
        roles = {role for duty in mine for role in duty.roles}
        within = [*mine, *(duty for duty in found if place and duty not in mine and overlap(duty.range, place))]
        if "lead" in roles and any(duty.partners for duty in within):
            wanted.discard("coordinate")
        for role in one["roles"]:
            if role in wanted and role in roles:
                scores["roles"].hit()
            elif role in wanted:
                scores["roles"].miss(f"{role} (có: {', '.join(sorted(roles)) or '-'}) | {said}")
        if with_partners:
            _partners(scores["partners"], one, within, found, names, said)
    _wrong(scores, held, found, met, placed, names, with_partners)
    return scores


def _meeting(found: list[Duty], place: Range | None) -> list[Duty]:
    """The duties of a draft that meet a true one: those over its first words, else the next within it."""
    if place is None:
        return []
    at = place[0]
    inside = [one for one in found if overlap(one.range, place)]
    first = [one for one in inside if one.range[0] <= at < one.range[1]]
    if not any(one.roles for one in first):
        later = sorted((one for one in inside if one.roles and one not in first), key=lambda one: one.range[0])
        first += later[:1]
    if not any(one.bearers for one in first):
        first += [one for one in inside if one.bearers and one not in first][:1]
    return first


def _bearers(score: Score, one: dict[str, Any], mine: list[Duty], names: Names, said: str) -> None:
    wanted = [alternatives(name) for name in one["bearer_names"]]
    helps = "coordinate" in one["roles"]
    have = _each(duty.bearers for duty in mine if helps or not _beside(duty))
    matched, _ = match(wanted, have, names)
    score.hit(len(matched))
    for index, name in enumerate(wanted):
        if index not in matched:
            score.miss(f"{name[0]} (có: {', '.join(body[0] for body in have) or '-'}) | {said}")


def _partners(
    score: Score, one: dict[str, Any], within: list[Duty], found: list[Duty], names: Names, said: str
) -> None:
    wanted = [alternatives(name) for name in one.get("partner_names", ())]
    have = _with(within, found)
    matched, _ = match(wanted, have, names)
    score.hit(len(matched))
    for index, name in enumerate(wanted):
        if index not in matched:
            score.miss(f"{name[0]} (có: {', '.join(body[0] for body in have) or '-'}) | {said}")


def _beside(duty: Duty) -> bool:
    """A phrase of those who only help: "cơ quan phối hợp: ..."."""
    return duty.roles == frozenset({"coordinate"})


def _with(mine: list[Duty], found: list[Duty]) -> list[Name]:
    """Partners named as such, and those of a phrase of the same paragraph whose bearers only help."""
    pieces = {id(one.piece) for one in mine}
    helping = [one.bearers for one in found if id(one.piece) in pieces and _beside(one) and not _heads(mine, one)]
    return _each([*(one.partners for one in mine), *helping])


def _heads(mine: list[Duty], one: Duty) -> bool:
    return len(mine) == 1 and mine[0] is one


def _each(many: Iterable[Sequence[Name]]) -> list[Name]:
    return list(dict.fromkeys(name for some in many for name in some))


def match(wanted: list[Name], have: list[Name], names: Names) -> tuple[set[int], set[int]]:
    """Which of both are the same: one by one, then one that is several of the other side together."""
    left, right = set(), set()
    for index, options in enumerate(wanted):
        for other, body in enumerate(have):
            if other not in right and any(names.is_one_of(name, body) for name in options):
                left.add(index)
                right.add(other)
                break
    for many, few, of_many, of_few in ((wanted, have, left, right), (have, wanted, right, left)):
        for index, body in enumerate(few):
            if index in of_few:
                continue
            words = [names.words(name) for name in body]
            for all_words in words:
                part = {i: names.words(many[i][0]) for i in range(len(many)) if i not in of_many}
                inside = {i: some for i, some in part.items() if some and some < all_words}
                if len(inside) > 1 and frozenset().union(*inside.values()) == all_words:
                    of_many.update(inside)
                    of_few.add(index)
                    break
    return left, right


def _wrong(
    scores: dict[str, Score],
    held: Held,
    found: list[Duty],
    met: dict[int, list[dict[str, Any]]],
    placed: list[tuple[dict[str, Any], Range | None]],
    names: Names,
    with_partners: bool,
) -> None:
    """What the draft says beyond the truth."""
    seen: set[tuple[str, int, str, str]] = set()

    def wrong(kind: str, duty: Duty, what: str) -> None:
        # a body of a paragraph that is cut into many phrases is wrong once
        key = (kind, id(duty.piece), what, "" if kind != "roles" else str(duty.range))
        if key not in seen:
            seen.add(key)
            words = held.text[duty.range[0] : duty.range[1]]
            sentence = duty.piece.text
            scores[kind].err(
                f"{what} | {sentence[:130]}"
                if len(words) > len(sentence) * 0.6
                else f"{what} | …{words[:60]}… | {sentence[:70]}",
                duty.asked,
            )

    for duty in found:
        true = met.get(id(duty))
        if true is None:
            around = [one for one, place in placed if place and overlap(place, duty.range)]
            if duty.piece.kind in ("basis", "closing", "end") and not around:
                continue
            if around:  # a later verb of a true duty: its role is not judged, its bodies are
                true, judged = around, False
            else:
                true, judged = [], True
        else:
            judged = True
        if any(one.get("optional") for one in true):
            continue
        all_bearers = [alternatives(name) for one in true for name in one["bearer_names"]]
        all_partners = [alternatives(name) for one in true for name in one.get("partner_names", ())]
        if judged:
            roles = {role for one in true for role in (*one["roles"], *one.get("other_roles", ()))}
            if _beside(duty) and true and all_partners:
                roles.add("coordinate")
            if duty.partners and "lead" in roles:
                roles.add("coordinate")
            for role in sorted(duty.roles - roles):
                wrong("roles", duty, role)
        bearers = list(duty.bearers)
        good = match(all_bearers, bearers, names)[1]
        if _beside(duty):
            good |= match(all_partners, bearers, names)[1]
        for index, body in enumerate(bearers):
            if index not in good:
                wrong("bearers", duty, body[0])
        if with_partners:
            good = match(all_partners, list(duty.partners), names)[1]
            for index, body in enumerate(duty.partners):
                if index not in good:
                    wrong("partners", duty, body[0])
