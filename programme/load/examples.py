"""Examples of right lines, with ids of the plan at hand.

A pattern has places for ids: `bearers: [{agencies}]`. The first is filled with the
first id of that kind that the plan's data has, the same kind again with the next;
where the data has none, with a neutral word. So the same data gives the same examples.
In a message an example holds no words: who reads it could take them for the plan's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from .dataset import Dataset
from .findings import Finding

NEUTRAL = {
    "agencies": ("ma-co-quan", "ma-co-quan-khac"),
    "groups": ("ma-nhom", "ma-nhom-khac"),
    "documents": ("ma-van-ban", "ma-van-ban-khac"),
    "places": ("ma-noi", "ma-noi-khac"),
    "units": ("ma-xa", "ma-xa-khac"),
    "programmes": ("ma-chuong-trinh", "ma-chuong-trinh-khac"),
    "codes": ("1", "2"),
    "projects": ("1", "2"),
    "clauses": ("I.1", "II"),
}
"""Kind of id -> what stands for it where the plan has none; no pattern asks for more of a kind.

`units` are places below a district; `codes` are codes of projects, `projects` name the
programme too where there are several; `clauses` are numbers of clauses.
"""
_PLACE = re.compile(rf"\{{({'|'.join(NEUTRAL)})\}}")
_LARGE = ("province", "district")


class Examples:
    """Fills patterns with the ids of one plan."""

    def __init__(self, data: Mapping[str, Any]):
        """`data` is what the files hold, by the fields of `Dataset`; it may be faulty or lack anything."""
        self._ids = {kind: tuple(islice(_ids(kind, data), len(words))) for kind, words in NEUTRAL.items()}

    @classmethod
    def of(cls, dataset: Dataset) -> Examples:
        """The examples of a plan that could be read."""
        return cls(dataset.model_dump(mode="json", exclude_none=True))

    def fill(self, pattern: str) -> str:
        """The pattern with an id in each place."""
        used: dict[str, int] = {}

        def word(place: re.Match[str]) -> str:
            kind = place[1]
            used[kind] = number = used.get(kind, -1) + 1
            return (*self._ids[kind], *NEUTRAL[kind][len(self._ids[kind]) :])[number]

        return _PLACE.sub(word, pattern)


def filled(findings: Iterable[Finding], examples: Callable[[], Examples]) -> list[Finding]:
    """The findings with their examples filled; `examples` is asked only where there is one to fill."""
    found = [replace(one, example=wordless(one.example)) if one.example else one for one in findings]
    if not any(_PLACE.search(one.example) for one in found):
        return found
    known = examples()
    return [replace(one, example=known.fill(one.example)) for one in found]


_LINE = re.compile(r"([ -]*[a-z_]+: |[ ]*- )(.+)")
_OWN_ID = re.compile(r"\bid: [a-z0-9-]+")


def wordless(example: str) -> str:
    """An example with "…" for words and "mot-ma-ngan" for an id that is to be made up."""

    def line(text: str) -> str:
        found = _LINE.fullmatch(text)
        if not found or found[2].isascii() or "…" in found[2]:
            return text
        return found[1] + ("[…]" if found[2][0] == "[" else '"…"' if found[2][0] == '"' else "…")

    return _OWN_ID.sub("id: mot-ma-ngan", "\n".join(map(line, example.split("\n"))))


def _ids(kind: str, data: Mapping[str, Any]) -> Iterator[str]:
    """The ids of a kind, in the order of the data, each once."""
    found: Iterator[str]
    match kind:
        case "codes":
            found = (_text(node, "code") for node in _nodes(data))
        case "projects":
            found = ("/".join(filter(None, (_text(one, "programme"), _text(one, "code")))) for one in _nodes(data))
        case "clauses":
            found = _clauses(data)
        case "units":
            found = (_text(one, "id") for one in _records(data, "places") if _text(one, "kind") not in _LARGE)
        case "programmes":
            plan = data.get("plan")
            found = (_text(one, "id") for one in _records(plan if isinstance(plan, dict) else {}, kind))
        case _:
            found = (_text(one, "id") for one in _records(data, kind))
    return iter(dict.fromkeys(filter(None, found)))


def _records(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    listed = data.get(key)
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    return value if isinstance(value, str) and len(value) <= 80 else ""


def _nodes(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Projects and sub-projects, which belong to the programme of their project."""
    for project in _records(data, "projects"):
        yield project
        yield from ({**project, **sub} for sub in _records(project, "subprojects"))


def _clauses(data: Mapping[str, Any]) -> Iterator[str]:
    """First a clause within a section, then sections."""
    sections = [(_text(one, "number"), _records(one, "clauses")) for one in _records(data, "sections")]
    yield from (f"{number}.{_text(within[0], 'number')}" for number, within in sections if within)
    yield from (number for number, _ in sections)
