"""What a plan that is being entered keeps from another: bodies, groups, places, words that it does not use yet.

`programme new --from` brings them. As long as the plan is not entered to its end they wait: no page, table or
search tells of them, and no rule asks for them (the search's own words: `derive.search_words`). The first words that
name one bring it back. Once the document is entered to its signature nothing waits any more: what it does not use is
an error as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ..derive.full_text import rebuild
from ..load.dataset import Dataset
from ..load.findings import Finding, warning
from ..load.record import Record
from ..load.references import declared, references

_R = TypeVar("_R", bound=Record)
_NAMED = ("agencies", "groups", "places")
"""The lists whose records are named by their id, and wait."""
_SAID = {
    "agencies": "cơ quan",
    "groups": "nhóm đối tượng",
    "places": "nơi",
    "abbreviations": "chữ viết tắt",
    "concepts": "thuật ngữ",
}
"""What waits -> what it is called."""
_SHOWN = 3
"""So many names stand for all that wait."""


def in_use(dataset: Dataset) -> tuple[Dataset, list[Finding]]:
    """The data without what waits, and a warning that names it; all of it where the plan is entered to its end."""
    if dataset.plan.signature is not None:
        return dataset, []
    words = " ".join(rebuild(dataset).split())
    text = words.lower()
    outside = dataset.model_copy(update=dict.fromkeys(_NAMED, ()))
    waiting: dict[str, list[str]] = {}
    used = {registry: {one.name for one in references(outside, registry)} for registry in _NAMED}

    def parted(what: str, listed: Iterable[_R], wanted: Callable[[_R], bool], name: str = "name") -> tuple[_R, ...]:
        there = []
        for one in listed:
            if wanted(one):
                there.append(one)
            else:
                waiting.setdefault(what, []).append(getattr(one, name))
        return tuple(there)

    def said(*names: str) -> bool:
        return any(name.lower() in text for name in names)

    def around(id: str) -> set[str]:
        """A place and those that it is part of."""
        found: set[str] = set()
        above = {place.id: place.part_of for place in dataset.places}
        step: str | None = id
        while step and step not in found:
            found.add(step)
            step = above.get(step)
        return found

    agencies = parted(
        "agencies", dataset.agencies, lambda one: one.id in used["agencies"] or said(one.name, *one.names)
    )
    groups = parted("groups", dataset.groups, lambda one: one.id in used["groups"])
    named = used["places"] | {group.place for group in groups if group.place}
    named |= {id for agency in agencies for id in agency.places}
    named |= {place.id for place in dataset.places if said(place.name, *place.names)}
    wanted = {step for id in named for step in around(id)}
    places = parted("places", dataset.places, lambda one: one.id in wanted)
    left = {"agencies": {one.id for one in agencies}, "groups": {one.id for one in groups}}
    gone = {name: {one.id for one in getattr(dataset, name)} - ids for name, ids in left.items()}
    dataset = dataset.model_copy(
        update={
            "agencies": tuple(_now(one, gone, text) for one in agencies),
            "groups": tuple(_now(one, gone, text) for one in groups),
            "places": tuple(_now(one, gone, text) for one in places),
            "abbreviations": parted(
                "abbreviations", dataset.abbreviations, lambda one: one.short in words, name="short"
            ),
            "concepts": parted("concepts", dataset.concepts, lambda one: bool(one.clauses) or said(one.name)),
        }
    )
    return dataset, [_told(dataset, waiting)] if waiting else []


def _now(record: _R, gone: dict[str, set[str]], text: str) -> _R:
    """A record that names nothing of what waits, and is called as the plan calls it so far."""
    fewer: dict[str, Any] = {}
    names: tuple[str, ...] = getattr(record, "names", ())
    if any(name.lower() not in text for name in names):
        fewer["names"] = tuple(name for name in names if name.lower() in text)
    for attribute, _, registry in declared(type(record)):
        value = getattr(record, attribute)
        if registry in gone and isinstance(value, tuple) and gone[registry] & {*value}:
            fewer[attribute] = tuple(id for id in value if id not in gone[registry])
    return record.model_copy(update=fewer) if fewer else record


def _told(dataset: Dataset, waiting: dict[str, list[str]]) -> Finding:
    listed = []
    for what, names in waiting.items():
        some = ", ".join(names[:_SHOWN])
        listed.append(f"{len(names)} {_SAID[what]} ({some}{', …' if len(names) > _SHOWN else ''})")
    return warning(
        dataset.plan.at.file.rpartition("/")[0] or "data",
        0,
        f"chưa có lời nào của Kế hoạch dùng tới, nên trang chưa hiện: {'; '.join(listed)}.",
        "không phải sửa gì; nhập lời nào nhắc tới thì mục ấy tự hiện. Nhập xong, điền chữ ký (signature) rồi thì mục "
        "nào vẫn không dùng phải bỏ",
    )
