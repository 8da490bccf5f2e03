"""Take parts out of a YAML text by their place; every other line stays as it is, comments too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml


def compose(text: str) -> yaml.MappingNode | None:
    """The nodes of a text that holds a mapping, with their places; None for anything else, broken texts too."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    return root if isinstance(root, yaml.MappingNode) else None


def values(node: yaml.Node | None) -> object:
    """What a node says; all scalars are texts."""
    match node:
        case yaml.MappingNode():
            return {key.value: values(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [values(one) for one in node.value]
        case yaml.ScalarNode():
            return str(node.value)
    return None


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key of a mapping, if there is one."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; none of anything else."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


@dataclass
class Cuts:
    """Parts to be taken out of `text`; `done` is the text without them."""

    text: str
    spans: list[tuple[int, int]] = field(default_factory=list)

    def lines(self, first: yaml.Node, last: yaml.Node) -> None:
        """The lines from the one where `first` begins to the one where `last` ends."""
        start = self.text.rfind("\n", 0, first.start_mark.index) + 1
        end = self.text.find("\n", self._end(last))
        self.spans.append((start, end + 1 if end >= 0 else len(self.text)))

    def out_of(self, listed: yaml.SequenceNode, gone: Iterable[yaml.Node]) -> None:
        """Some items of a list, but not all of them."""
        dropped = {id(one) for one in gone}
        for place, one in enumerate(listed.value):
            if id(one) not in dropped:
                continue
            if not listed.flow_style:
                self.lines(one, one)
                continue
            start, end = one.start_mark.index, self._end(one)
            if all(id(after) in dropped for after in listed.value[place:]):  # the comma before goes too
                start = self._end(listed.value[place - 1])
            elif comma := re.compile(r"\s*,[ \t]*").match(self.text, end):
                end = comma.end()
            self.spans.append((start, end))

    def done(self) -> str:
        kept, here = [], 0
        for start, end in sorted(self.spans):
            kept.append(self.text[here : max(start, here)])
            here = max(end, here)
        return "".join([*kept, self.text[here:]])

    def _end(self, node: yaml.Node) -> int:
        """The place behind the last letter of a node; comments after it are not its own."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):  # it ends where the next line begins
            return len(self.text[:end].rstrip())
        return end
