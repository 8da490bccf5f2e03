"""The files of `data/` as they are on the disk now: plain values with the lines they stand in."""

from __future__ import annotations

import hashlib
import json
import tempfile
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ...load import loader
from ...load.editor_schema import RECORDS
from ...load.files import ignored
from ...load.yamlfile import Tree, read

Way = tuple[str | int, ...]
"""Keys and places in lists, from the top of a file: ("clauses", 0, "items", 2)."""


class GoneError(LookupError):
    """What was asked for does not stand there any more."""


@dataclass(frozen=True)
class Held:
    """A file of the plan: `top` is the list or record that it holds, of project files "projects"."""

    name: str
    """From the folder of the plan: "data/projects/du-an-2.yaml"."""
    top: str
    tree: Tree | None
    """None where the file cannot be read, or is empty."""

    @property
    def kind(self) -> str:
        """The kind of record that it holds, or holds many of."""
        return RECORDS[self.top].__name__

    @property
    def is_list(self) -> bool:
        return self.top in loader.LISTS

    @cached_property
    def value(self) -> Any:
        """What it says; asked for often, so the same object each time: nobody changes it."""
        return plain(self.tree.value) if self.tree else None

    @cached_property
    def starts(self) -> list[int]:
        """The lines where something begins, in order."""
        return sorted(_lines(self.tree)) if self.tree else []

    def lines(self, way: Way) -> tuple[int, int]:
        """The first line of what stands at a way, and the last before what comes after it."""
        inner = self.tree
        for step in way:
            inner = inner.children.get(step) if inner else None
        if self.tree is None or inner is None:
            return 0, 0
        after = bisect_right(self.starts, max(_lines(inner)))
        last = self.starts[after] - 1 if after < len(self.starts) else 10**9
        return min(self.tree.line_of(way), inner.line), last


class Files:
    """The files of a plan, read anew where they changed."""

    def __init__(self, root: Path):
        self.root = root
        self._known: dict[str, tuple[tuple[int, int], Held]] = {}

    def all(self) -> list[Held]:
        """Every file, in the order of the data; projects by name."""
        data = self.root / "data"
        named = {**loader.SINGLE, **loader.LISTS}
        found = [(top, data / file) for top, file in named.items() if (data / file).exists()]
        found += [("projects", path) for path in sorted((data / loader.PROJECTS).glob("*.yaml")) if not ignored(path)]
        return [self._held(top, path) for top, path in found]

    def top(self, top: str) -> list[Held]:
        """The files that hold a list or record of the plan."""
        return [one for one in self.all() if one.top == top]

    def named(self, name: str) -> Held:
        """A file by its name. Raises `GoneError`, also for every name that is no file of the data."""
        for one in self.all():
            if one.name == name:
                return one
        raise GoneError(name)

    def _held(self, top: str, path: Path) -> Held:
        name = path.relative_to(self.root).as_posix()
        stat = path.stat()
        stamp = (stat.st_mtime_ns, stat.st_size)
        if name in self._known and self._known[name][0] == stamp:
            return self._known[name][1]
        tree, _ = read(path, name, self.root / "data")
        held = Held(name, top, tree)
        self._known[name] = stamp, held
        return held


def plain(value: Any) -> Any:
    """A value without places: texts, lists, mappings."""
    match value:
        case dict():
            return {str(key): plain(one) for key, one in value.items() if key != "__at__"}
        case list():
            return [plain(one) for one in value]
    return None if value is None else str(value)


def at(value: Any, way: Way) -> Any:
    """What stands at a way. Raises `GoneError`."""
    for step in way:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            raise GoneError(way) from None
    return value


def seen(value: Any) -> str:
    """A short name of a value: who saw it may say so, and is told if it is another now."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


def _lines(tree: Tree) -> Iterator[int]:
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        yield one.line
        yield from one.key_lines.values()
        waiting += one.children.values()


def lines_of(text: str, way: Way) -> tuple[int, int]:
    """The same of a text that is not written yet."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        tree, _ = read(path, "x", Path(folder))
    return Held("", "", tree).lines(way)


def records(held: Held) -> Iterator[tuple[Way, Any]]:
    """The records at the top of a file."""
    value = held.value
    if held.is_list:
        yield from (((place,), one) for place, one in enumerate(value or []))
    elif value is not None:
        yield (), value
