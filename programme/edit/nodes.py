"""A YAML text as values, and where each of them stands in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Both give the same places; the one in C takes a tenth of the time."""
Path = tuple[str | int, ...]
"""The way to a value in a file: keys of mappings, places in lists from 0."""


class EditError(Exception):
    """Nothing was changed; the message says why, in Vietnamese."""


def compose(text: str) -> yaml.Node | None:
    """The nodes of a text; None where it holds nothing but comments. Raises `EditError` where it is no YAML."""
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (dòng {mark.line + 1})" if mark else ""
        raise EditError(f"Tệp đang có chỗ sai cách ghi{where}; sửa chỗ ấy trước.") from None


def plain(node: yaml.Node | None) -> Any:
    """What a node says: mappings, lists, texts, None for a blank. Raises `EditError` where a key stands twice."""
    match node:
        case yaml.MappingNode():
            held = {str(key.value): plain(value) for key, value in node.value}
            if len(held) < len(node.value):
                raise EditError(f"Ở dòng {node.start_mark.line + 1} có khóa ghi hai lần; sửa chỗ ấy trước.")
            return held
        case yaml.SequenceNode():
            return [plain(one) for one in node.value]
        case yaml.ScalarNode():
            return None if not node.style and node.value in ("", "~", "null") else str(node.value)
    return None


def as_texts(value: Any) -> Any:
    """A value as `plain` would read it: numbers, days and truth as texts."""
    match value:
        case Mapping():
            return {str(key): as_texts(one) for key, one in value.items()}
        case str() | None:
            return value if value is None else str(value)
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case Sequence():
            return [as_texts(one) for one in value]
    raise TypeError(f"no value of data: {value!r}")


def at(root: yaml.Node | None, path: Path) -> yaml.Node | None:
    """The node at a path, if there is one."""
    node = root
    for step in path:
        match node:
            case yaml.MappingNode():
                node = next((value for key, value in node.value if key.value == step), None)
            case yaml.SequenceNode() if isinstance(step, int) and -len(node.value) <= step < len(node.value):
                node = node.value[step]
            case _:
                return None
    return node


def value_at(value: Any, path: Path) -> Any:
    """The value at a path of plain values; None where there is none."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def with_value(value: Any, path: Path, new: Any) -> Any:
    """A copy of plain values in which `new` stands at a path."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int):
        return [with_value(one, rest, new) if place == step else one for place, one in enumerate(value)]
    held = dict(value or {})
    held[str(step)] = with_value(held.get(str(step)), rest, new)
    return held


def end(text: str, node: yaml.Node) -> int:
    """The place behind the last letter of a node; comments after it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end(text, last[1] if isinstance(last, tuple) else last)
    place: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):  # it ends where the next line begins
        return len(text[:place].rstrip())
    return place


def line_start(text: str, place: int) -> int:
    """Where the line begins that holds a place."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    """Where the line ends that holds a place, before the letters that end it."""
    stop = text.find("\n", place)
    stop = len(text) if stop < 0 else stop
    return stop - 1 if text[stop - 1 : stop] == "\r" and stop > place else stop


def collections(root: yaml.Node | None, key: str = "") -> Iterator[tuple[str, yaml.CollectionNode]]:
    """Every mapping and list in a node with the key it stands under; "key-" for an item of a list of its own lines."""
    if not isinstance(root, yaml.CollectionNode):
        return
    yield key, root
    for one in root.value:
        if isinstance(one, tuple):
            yield from collections(one[1], str(one[0].value))
        else:
            yield from collections(one, f"{key}-" if key and not root.flow_style else "")


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts in a node."""
    match node:
        case yaml.ScalarNode():
            yield node
        case yaml.MappingNode():
            for _, value in node.value:
                yield from scalars(value)
        case yaml.SequenceNode():
            for value in node.value:
                yield from scalars(value)
