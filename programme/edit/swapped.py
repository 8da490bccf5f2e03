"""Two neighbours of a list change places with their lines, wraps and comments; all other lines stay."""

from __future__ import annotations

from typing import Any

import yaml

from . import nodes
from .nodes import EditError, Path
from .parts import Parts
from .rewrite import rewritten


def swapped(text: str, path: Path, place: int, top: Path = ()) -> str:
    """The text in which the items `place` and `place + 1` of the list at a path stand the other way round.

    A comment above an item goes with it, but for the first of a list. Raises `EditError` where there are no such two.
    """
    root = nodes.compose(text)
    node, before = nodes.at(root, path), nodes.plain(root)
    listed: Any = nodes.value_at(before, path)
    if not (isinstance(node, yaml.SequenceNode) and 0 <= place < len(listed) - 1):
        raise EditError("Đã ở đầu hoặc cuối phần này.")
    new = [*listed[:place], listed[place + 1], listed[place], *listed[place + 2 :]]
    wanted = nodes.with_value(before, path, new)
    if not node.flow_style:
        parts = Parts(text, root)
        begins = nodes.line_start(text, parts.dash((*path, place))[0])
        if place:
            begins = nodes.line_end(text, nodes.end(text, node.value[place - 1])) + len(parts.newline)
        ends = [nodes.line_end(text, nodes.end(text, node.value[at])) for at in (place, place + 1)]
        between = ends[0] + len(parts.newline)
        first, second = text[begins : ends[0]], text[between : ends[1]]
        if text[begins : begins + 1] in (" ", "-", "#"):  # the list has lines of its own
            changed = text[:begins] + second + text[ends[0] : between] + first + text[ends[1] :]
            if _reads(changed) == wanted:
                return changed
    return rewritten(text, path, new, top)


def _reads(text: str) -> Any:
    try:
        return nodes.plain(nodes.compose(text))
    except EditError:
        return None
