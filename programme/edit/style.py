"""How a careful hand writes a value: short marks in one line, long texts folded, quotes only where YAML needs them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from ..load.dataset import Clause, Project
from ..load.fields import is_plain
from ..load.tables import Column, Row, Table
from ..load.texts import Paragraph, Phrase
from . import kinds, nodes
from .kinds import Kind, holder, inner

WIDTH = 120
_IN_LINES = (Clause, Project, Table, Column, Row, Paragraph, Phrase)
"""What holds the plan's words has a line for each of its keys, however short."""
_PLAIN = re.compile(r"true|false|[0-9]+(-[0-9]{2}){0,2}")
_FOLDS = re.compile(r"\S+( \S+)*")
"""Words with one space between two; no other white space but what holds words together."""
_ODD_SPACE = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029\ufeff]")


@dataclass
class Style:
    """How the file at hand is written, where that is a matter of taste."""

    flow: dict[str, bool] = field(default_factory=dict)
    """Key -> whether most of its mappings and lists stand in one line; "key-": most of the items of its lists."""
    wraps: dict[str, list[str]] = field(default_factory=dict)
    """Text -> its lines, of what is folded."""

    @classmethod
    def of(cls, text: str, root: yaml.Node | None) -> Style:
        """As most of a file has it."""
        found: dict[str, int] = {}
        for key, node in nodes.collections(root):
            if key and node.value and (not key.endswith("-") or len(node.value) > 1):
                found[key] = found.get(key, 0) + (1 if node.flow_style else -1)
        return cls({key: count > 0 for key, count in found.items() if count})

    # -- in one line ------------------------------------------------------

    def in_line(self, value: Any, key: str = "", kind: Kind = None) -> str:
        """A value in one line, as it stands inside of brackets."""
        match value:
            case Mapping():
                pairs = (f"{name}: {self.in_line(one, name, inner(kind, key))}" for name, one in value.items())
                return "{" + ", ".join(pairs) + "}"
            case str() | None:
                return scalar(value, in_brackets=True, is_plain=_is_plain(value, key, kind))
            case Sequence():
                return "[" + ", ".join(self.in_line(one, key, kind) for one in value) + "]"
        return scalar(nodes.as_texts(value), in_brackets=True, is_plain=True)

    def stands_in_line(self, value: Any, key: str, kind: Kind, column: int) -> bool:
        """Whether a mapping or list goes on the line that it begins at a column."""
        if not value:
            return True
        held = inner(kind, key)
        if held and issubclass(held, _IN_LINES):
            return False
        fallback = bool(held) or isinstance(value, Mapping) or all(" " not in str(one) for one in value)
        return self.flow.get(key, fallback) and column + len(self.in_line(value, key, kind)) <= WIDTH

    # -- in lines of its own: each line without the spaces that all of them stand behind ----------

    def entry(self, key: str, value: Any, kind: Kind, column: int) -> list[str]:
        """The lines of a key with its value; `column` is where its mapping stands."""
        first, *more = self.value(value, key, kind, column)
        return [f"{key}: {first}".rstrip(" "), *more]

    def value(self, value: Any, key: str, kind: Kind, column: int) -> list[str]:
        """What stands behind a key, and the lines below it."""
        begins = column + len(key) + 2
        if isinstance(value, Mapping | list | tuple):
            if self.stands_in_line(value, key, kind, begins):
                return [self.in_line(value, key, kind)]
            if isinstance(value, Mapping):
                lines = self.pairs(value, inner(kind, key), column + 2)
            else:
                lines = [line for one in value for line in self.item(one, key, kind, column + 2)]
            return ["", *(f"  {line}" for line in lines)]
        first, *more = self.words(value, column + 2, begins, is_plain=_is_plain(value, key, kind))
        return [first, *(f"  {line}" for line in more)]

    def pairs(self, value: Mapping[str, Any], kind: Kind, column: int) -> list[str]:
        """The lines of the keys of a mapping."""
        order = kinds.order(kind) if kind in (Paragraph, Phrase) else {}
        keys = sorted(value, key=lambda key: order.get(key, len(order)))
        return [line for key in keys for line in self.entry(key, value[key], kind, column)]

    def item(self, value: Any, key: str, kind: Kind, column: int) -> list[str]:
        """The lines of an item of the list under a key; `column` is where its dash stands."""
        if isinstance(value, Mapping) and value and not self._item_in_line(value, key, kind, column):
            lines = self.pairs(value, inner(kind, key), column + 2)
        elif isinstance(value, Mapping | list | tuple):
            lines = [self.in_line(value, key, kind)]
        else:
            lines = self.words(value, column + 2, column + 2, is_plain=False)
        return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]

    def _item_in_line(self, value: Mapping[str, Any], key: str, kind: Kind, column: int) -> bool:
        """Whether an item is written in brackets, as most of its like in the file are."""
        is_usual = len(value) > 1 and self.flow.get(f"{key}-", False)
        return is_usual and column + 2 + len(self.in_line(value, key, kind)) <= WIDTH

    def words(self, value: Any, column: int, begins: int, *, is_plain: bool) -> list[str]:
        """The lines of a text that begins at `begins`; its further lines, where it is folded, stand at `column`."""
        text = nodes.as_texts(value)
        one = scalar(text, is_plain=is_plain)
        if text is None or begins + len(one) <= WIDTH or not folds(text):
            return [one]
        lines = self.wraps.get(text, [])
        if not lines or any(column + len(line) > WIDTH for line in lines):
            lines = wrapped(text.split(" "), WIDTH - column)
        return [">-", *lines]


def _is_plain(value: Any, key: str, kind: Kind) -> bool:
    if not isinstance(value, str):
        return True
    return bool(kind and is_plain(holder(kind, key), key) and _PLAIN.fullmatch(value))


def folds(value: str) -> bool:
    """Whether a text may be folded: YAML joins its lines by single spaces again."""
    return bool(_FOLDS.fullmatch(value)) and not _ODD_SPACE.search(value) and value.isprintable()


def wrapped(words: Sequence[str], width: int) -> list[str]:
    """Words in lines of a width at most; a word that is longer has a line of its own."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4096)
def scalar(value: str | None, *, in_brackets: bool = False, is_plain: bool = False) -> str:
    """A text in one line, quoted where YAML would read it as something else."""
    if value is None:
        return "null"
    if (is_plain and _PLAIN.fullmatch(value)) or _reads_so(value, value, in_brackets):
        return value
    if value.isprintable() and not _ODD_SPACE.search(value):
        if '"' in value or "\\" in value:
            return "'" + value.replace("'", "''") + "'"
        return f'"{value}"'
    quoted: str = yaml.dump(value, default_style='"', allow_unicode=True, width=10**9, Dumper=yaml.SafeDumper)
    return quoted.rstrip("\n")


_SURE = re.compile(r"[a-zđ]+(-[a-z0-9]+)+")


def _reads_so(written: str, value: str, in_brackets: bool) -> bool:
    """Whether YAML reads what is written as a text, and as this one."""
    if _SURE.fullmatch(value):
        return True
    try:
        held = yaml.compose(f"[{written}]" if in_brackets else f"k: {written}", Loader=nodes.LOADER)
    except yaml.YAMLError:
        return False
    if not isinstance(held, yaml.CollectionNode) or len(held.value) != 1:
        return False
    node = held.value[0] if in_brackets else held.value[0][1]
    return (
        isinstance(node, yaml.ScalarNode)
        and not node.style
        and node.tag == "tag:yaml.org,2002:str"
        and node.value == value
        and (not in_brackets or ": " not in f"{value} ")
    )
