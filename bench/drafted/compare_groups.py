"""Whom the plan is for: groups of a draft beside the true ones, by name and whole."""

from __future__ import annotations

from typing import Any

from drafted.compare_marks import same_id
from drafted.held import Held
from drafted.letters import Names, alternatives, bare, overlap, squeezed
from drafted.places import Places, Range
from drafted.score import Score
from drafted.told import Told, groups

_LIVING = "sinh sống cư trú thường trú trên địa bàn tại ở thuộc"
"""What a key `place` says beside the name of the place."""


def compare_groups(held: Held, truth: dict[str, Any], places: Places, names: Names) -> dict[str, Score]:
    """Groups that are named, and those that are right whole: all names, priority, exclusion, condition.

    Unless the truth file says that it tells of all groups, only the paragraphs are judged in which it tells of one.
    """
    named, whole = Score(), Score()
    all_told = "target_groups" in truth.get("complete", ())
    true = [(one, places.find(one["quote"], one.get("in"), kind="group")) for one in truth["target_groups"]]
    judged = {id(piece) for _, place in true if place for piece in held.at(place)}
    found = [one for one in groups(held) if all_told or id(one.piece) in judged]
    waiting = [(told, index) for told in found for index in range(len(told.value["who"]))]
    used: dict[int, list[Told]] = {}
    lost: dict[int, list[str]] = {}
    wanted = [(number, at) for number, (one, _) in enumerate(true) for at in range(len(one["ids"]))]
    by_words: set[int] = set()
    for step in (_by_name, _by_id, _by_words):
        rest = []
        for number, at in wanted:
            one, place = true[number]
            hit = next(
                (w for w in waiting if place and overlap(w[0].range, place) and step(one, at, w[0].value, w[1], names)),
                None,
            )
            if hit is None:
                rest.append((number, at))
                continue
            waiting.remove(hit)
            used.setdefault(number, []).append(hit[0])
            if step is _by_words:
                by_words.add(id(hit[0]))
            if not one.get("optional"):
                named.hit()
        wanted = rest
    for number, at in wanted:
        one, place = true[number]
        what = str(alternatives(one["names"][at])[0] if one.get("names") else one["ids"][at])
        lost.setdefault(number, []).append(what)
        if not one.get("optional"):
            named.miss(f"{what} | {one['quote'][:110]}" + ("" if place else " - không thấy câu"))
    waiting = [w for w in waiting if id(w[0]) not in by_words or not _by_words_of(w[0], w[1], true)]
    for told, index in waiting:
        if _free(told, true):
            continue
        named.err(f"{told.value['who'][index][0]} | {told.words[:110]}", told.asked)
    for told in found:
        _of(named, told, true, names)
    _whole(whole, true, used, lost, waiting)
    return {"groups": named, "groups_whole": whole}


def _by_name(one: dict[str, Any], at: int, told: dict[str, Any], index: int, names: Names) -> bool:
    """The truth's name is the group's, or the group's with the beginning of its condition."""
    if not one.get("names"):
        return False
    who, condition = told["who"][index], bare(told["condition"] or "")
    return any(
        names.is_one_of(name, who) or any((bare(own) + condition).startswith(bare(name)) for own in who)
        for name in alternatives(one["names"][at])
    )


def _by_id(one: dict[str, Any], at: int, told: dict[str, Any], index: int, names: Names) -> bool:
    """Where the truth has no names: the author's id has the words of the group's name."""
    return not one.get("names") and same_id(told["who"][index], one["ids"][at])


def _by_words(one: dict[str, Any], at: int, told: dict[str, Any], index: int, names: Names) -> bool:
    """Where neither names nor ids tell: the group is called by words of the quote."""
    return not one.get("names") and any(squeezed(name) in squeezed(one["quote"]) for name in told["who"][index])


def _by_words_of(told: Told, index: int, true: list[tuple[dict[str, Any], Range | None]]) -> bool:
    """Where an author's one id is several of a draft's groups with a condition ("hộ nghèo, hộ cận nghèo ở nhà tạm")."""
    here = [one for one, place in true if place and overlap(told.range, place) and not one.get("names")]
    return any(squeezed(name) in squeezed(one["quote"]) for one in here for name in told.value["who"][index])


def _free(told: Told, true: list[tuple[dict[str, Any], Range | None]]) -> bool:
    return any(one.get("optional") and place and overlap(told.range, place) for one, place in true)


def _of(score: Score, told: Told, true: list[tuple[dict[str, Any], Range | None]], names: Names) -> None:
    """The groups that `of` names are judged where the truth tells them."""
    here = [one for one, place in true if place and overlap(told.range, place)]
    if not here or not all("of_names" in one for one in here):
        return
    for of in told.value["of"]:
        options = [name for one in here for entry in one["of_names"] for name in alternatives(entry)]
        hidden = any(
            squeezed(name) in squeezed(str(alternatives(n)[0]))
            for one in here
            for n in one.get("names", ())
            for name in of
        )
        if not any(names.is_one_of(name, of) for name in options) and not hidden:
            score.err(f"thuộc {of[0]} | {told.words[:110]}", told.asked)


def _whole(
    score: Score,
    true: list[tuple[dict[str, Any], Range | None]],
    used: dict[int, list[Told]],
    lost: dict[int, list[str]],
    waiting: list[tuple[Told, int]],
) -> None:
    extra = {id(told) for told, _ in waiting}
    for number, (one, _) in enumerate(true):
        if one.get("optional"):
            continue
        mine = used.get(number, [])
        faults = ["thiếu " + ", ".join(lost[number])] if number in lost else []
        for key in ("priority", "excluded", "indirect"):
            if key in one and mine and any(told.value[key] != one[key] for told in mine):
                faults.append(key)
        if one.get("condition") and mine and not any(_conditioned(told, one["condition"]) for told in mine):
            faults.append("condition")
        if any(id(told) in extra for told in mine):
            faults.append("thừa")
        said = f"{', '.join(faults)} | {one['quote'][:110]}"
        if not faults and mine:
            score.hit()
            continue
        score.miss(said)
        if mine:
            score.err(said, all(told.asked for told in mine))
    alone = {id(told): told for told, _ in waiting}
    for told in alone.values():
        if not any(told in mine for mine in used.values()) and not _free(told, true):
            score.err(f"{told.value['who'][0][0]} | {told.words[:110]}", told.asked)


def _conditioned(told: Told, condition: str) -> bool:
    """Most words of the condition stand in that of the draft, in the group's own name, or name its place."""
    here = [_LIVING, *told.value["place"]] if told.value["place"] else []
    have = " ".join([told.value["condition"] or "", *here, *(name for who in told.value["who"] for name in who)])
    words = [bare(word) for word in condition.split()]
    there = {bare(word) for word in have.split()}
    return sum(word in there for word in words) >= 0.6 * len(words)
