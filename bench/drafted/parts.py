"""What data says of parts, tables, columns and rows as such: keys that stand on no words of a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from drafted.letters import bare
from programme.edit.address import BETWEEN, PASSAGE, ROW, places

_WORDS = (
    *("number", "mark", "label", "heading", "title", "text", "cells", "caption", "unit_line"),
    *("paragraphs", "items", "tables", "clauses", "subprojects", "columns", "rows", "notes", "footnotes"),
)
"""Keys that hold words or parts of the plan."""


def said_of(of: str, words: str) -> tuple[str, str]:
    """What a part is told by, in draft and checked data alike."""
    return of, bare(words.replace(BETWEEN, ""))


def values(folder: Path) -> dict[str, Any]:
    """The files of a plan's `data/`, each value a text."""
    data = folder / "data"
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    files = sorted(data.rglob("*.yaml"))
    return {str(path.relative_to(data)): yaml.load(path.read_text(encoding="utf-8"), loader) for path in files}


def parts(folder: Path) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Kind and words of each part -> what is said of those that have them, in their order. Rows are spans."""
    held = values(folder)
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for place in places(held):
        value: Any = held[place.file]
        for step in place.path:
            value = value[step]
        if place.of not in (PASSAGE, ROW):
            own = {key: one for key, one in value.items() if key not in _WORDS} if isinstance(value, dict) else {}
            found.setdefault(said_of(place.of, place.words), []).append(own)
    return found
