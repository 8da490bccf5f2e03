"""What data says, mark by mark, with the ids of the checked data: how a draft and checked data become comparable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafted.held import Held, Keys, Piece, Span
from drafted.letters import Names, overlap, squeezed
from drafted.told import spans

_REGISTER_OF = {
    "bearers": "agencies",
    "with": "agencies",
    "guided_by": "agencies",
    "recipients": "agencies",
    "by": "agencies",
    "to": "agencies",
    "via": "agencies",
    "who": "groups",
    "of": "groups",
    "group": "groups",
    "document": "documents",
    "subject_of": "documents",
    "place": "places",
    "issuer": "agencies",
    "members": "agencies",
    "may_include": "agencies",
    "broader": "groups",
    "places": "places",
    "part_of": "places",
    "agency": "agencies",
    "programme": "programmes",
}
"""Key -> the register whose ids it holds."""
_ABOUT = {"for_whom": "who", "cites": "document"}
"""Key -> the key of its records that tells what they are about."""
_LISTS = ("bearers", "with", "guided_by", "recipients", "roles", "projects", "norms")
_FIGURES = ("name", "id")
"""Keys by which a figure or an output is called: names of ours, nothing that the plan says."""
_TIMES = ("start", "end", "every", "day")
Ids = Mapping[tuple[str, str], str]
"""Register and id of the draft -> the id of the checked data."""


@dataclass(frozen=True)
class Entry:
    """One thing that some words are said to mean."""

    kind: str
    about: str
    """What it names: an id, a role; "" where a phrase has one of the kind at most."""
    range: tuple[int, int]
    words: str
    details: Mapping[str, Any] = field(default_factory=dict, compare=False)

    def fits(self, other: Entry) -> int:
        """How many letters both share, if they say the same; 0 else."""
        same = (self.kind, self.about) == (other.kind, other.about)
        return overlap(self.range, other.range) if same else 0


def same_ids(draft: Held, checked: Held) -> dict[tuple[str, str], str]:
    """The ids of a draft that are those of the same records of checked data, found by their names or numbers."""
    names = Names(name for listed in checked.registers.places.values() for name in listed)
    found: dict[tuple[str, str], str] = {}
    for register in ("agencies", "groups", "places"):
        theirs = getattr(checked.registers, register)
        for id, own in getattr(draft.registers, register).items():
            like = [one for one, told in theirs.items() if {*map(squeezed, own)} & {*map(squeezed, told)}]
            like = like or [one for one, told in theirs.items() if any(names.is_one_of(name, told) for name in own)]
            found[register, id] = id if id in like or not like else like[0]
    numbers = {squeezed(one["number"]): id for id, one in checked.registers.documents.items()}
    documents = {**draft.asked_documents, **draft.registers.documents}
    found |= {("documents", id): numbers.get(squeezed(one["number"]), id) for id, one in documents.items()}
    return found | {("programmes", one): other for one, other in _programmes(draft, checked)}


def _programmes(draft: Held, checked: Held) -> Iterator[tuple[str, str]]:
    """Programmes of both in the order in which the plan has them; ids of programmes stand before their projects'."""
    listed = ([str(one["id"]) for one in held.plan.get("programmes") or ()] for held in (draft, checked))
    yield from zip(*listed, strict=False)


def entries(held: Held, ids: Ids) -> list[Entry]:
    """All that the data of a plan says of its words."""
    return [one for piece, span in spans(held) if not span.asked for one in of_span(piece, span, ids)]


def of_span(piece: Piece, span: Span, ids: Ids) -> Iterator[Entry]:
    """What one run of words is said to mean."""
    keys = with_ids(span.keys, ids)
    if "inherited" in keys:  # who does it is said of the paragraph, and nothing is to be done here
        keys = {key: value for key, value in keys.items() if key not in ("bearers", "inherited")}
    times = {key: keys.pop(key) for key in _TIMES if key in keys}
    if times:
        keys["timing"] = times
    for key, value in keys.items():
        for kind, about, details in _told(key, value):
            yield Entry(kind, about, span.range, span.text, details)


def _told(key: str, value: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if key in _LISTS:
        yield from ((key, str(one), {}) for one in value)
    elif key in _ABOUT:
        for one in value:
            rest = {name: held for name, held in one.items() if name != _ABOUT[key]}
            named = one[_ABOUT[key]]
            yield from ((key, str(each), rest) for each in (named if isinstance(named, list) else [named]))
    elif isinstance(value, dict):
        yield key, "", {name: held for name, held in value.items() if name not in _FIGURES}
    elif isinstance(value, list):
        yield from ((key, "", dict(one)) for one in value)
    else:
        yield key, "", {"": value}


def with_ids(value: Keys, ids: Ids) -> dict[str, Any]:
    """The same keys with the ids of the checked data; lists of ids sorted."""
    return {key: _in(key, one, ids) for key, one in value.items()}


def _in(key: str, value: Any, ids: Ids) -> Any:
    register = _REGISTER_OF.get(key)
    if key == "project" and "/" in str(value):
        programme, _, code = str(value).partition("/")
        return f"{ids.get(('programmes', programme), programme)}/{code}"
    match value:
        case Mapping():
            return with_ids(value, ids)
        case list() | tuple() if register:
            return sorted(ids.get((register, str(one)), str(one)) for one in value)
        case list() | tuple() if key == "projects":
            return [_in("project", one, ids) for one in value]
        case list() | tuple():
            return [_in(key, one, ids) for one in value]
        case bool():
            return "true" if value else "false"
    return ids.get((register, str(value)), str(value)) if register else str(value)
