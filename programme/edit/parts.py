"""Parts of a text that give way to others, all at once; where lines, dashes and comments of its YAML stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import yaml

from . import nodes
from .nodes import EditError, Path

_COMMENT = re.compile(r"(?:^|(?<=\s))(#[^\n]*)", re.MULTILINE)
Span = tuple[Any, int, int]
"""An entry between brackets: its name, where it begins and ends."""


class Parts:
    """A text with its nodes, and the changes to it."""

    def __init__(self, text: str, root: yaml.Node | None):
        self.text, self.root = text, root
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self._parts: list[tuple[int, int, int, str]] = []

    def put(self, start: int, end: int, new: str) -> None:
        """`new` stands for `text[start:end]`."""
        self._parts.append((start, end, len(self._parts), new))

    def done(self) -> str:
        """The text with all changes; of several at one place, those that were put first come first."""
        kept, here = [], 0
        for start, end, _, new in sorted(self._parts, key=lambda part: (part[0], part[1] > part[0], part[2])):
            kept += [self.text[here : max(start, here)], new]
            here = max(end, here)
        return "".join([*kept, self.text[here:]])

    def joined(self, lines: Sequence[str], column: int) -> str:
        """Lines joined; all but the first stand at the column."""
        return f"{self.newline}{' ' * column}".join(lines)

    def put_below(self, node: yaml.Node, lines: Sequence[str], column: int) -> None:
        """Lines of their own below the last line of a node."""
        place = nodes.line_end(self.text, nodes.end(self.text, node))
        self.put(place, place, self.newline + " " * column + self.joined(lines, column))

    def put_before(self, place: int, lines: Sequence[str], column: int) -> None:
        """Lines before what begins at a place, which then begins a line."""
        self.put(place, place, self.joined(lines, column) + self.newline + " " * column)

    def cut_lines(self, start: int, end: int, instead: Sequence[str] = ()) -> None:
        """Take out the lines from that of one place to that of another, or put others in their place."""
        if instead:
            self.put(
                start, nodes.line_end(self.text, end), self.joined(instead, start - nodes.line_start(self.text, start))
            )
            return
        first, stop = nodes.line_start(self.text, start), nodes.line_end(self.text, end)
        if first:
            self.put(nodes.line_end(self.text, nodes.line_start(self.text, first - 1)), stop, "")
            return
        below = self.text.find("\n", stop)
        self.put(0, below + 1 if below >= 0 else len(self.text), "")

    def cut_entries(self, spans: Sequence[Span], gone: Iterable[Any]) -> None:
        """Take some entries out of brackets, not all, each with the comma that would be left."""
        dropped = set(gone)
        first = next(place for place, (name, _, _) in enumerate(spans) if name not in dropped)
        for place, (name, start, end) in enumerate(spans):
            if name in dropped:
                self.put(*((start, spans[place + 1][1]) if place < first else (spans[place - 1][2], end)), "")

    def dash(self, path: Path) -> tuple[int, int]:
        """Where the dash of an item stands, and in which column."""
        listed, node = nodes.at(self.root, path[:-1]), nodes.at(self.root, path)
        if listed is None or node is None:
            raise EditError("Không tìm thấy chỗ cần sửa trong tệp.")
        column: int = listed.start_mark.column
        if path[-1] == 0:
            return listed.start_mark.index, column
        start = nodes.line_start(self.text, node.start_mark.index)
        while start and self.text[start : start + column + 1] != " " * column + "-":
            start = nodes.line_start(self.text, start - 1)
        return start + column, column

    def is_in_brackets(self, path: Path) -> bool:
        """Whether a value stands in brackets of any that hold it."""
        holders = (nodes.at(self.root, path[:cut]) for cut in range(len(path)))
        return any(isinstance(one, yaml.CollectionNode) and one.flow_style for one in holders)

    def notes(self, node: yaml.Node, start: int, *, every: bool = False) -> list[str]:
        """The comments in a value and what leads to it from `start`; that on its first line only with `every`."""
        end = nodes.end(self.text, node)
        stop = nodes.line_end(self.text, end) if every or isinstance(node, yaml.CollectionNode) else end
        here, gaps = start, []
        for one in nodes.scalars(node):
            is_block = isinstance(one, yaml.ScalarNode) and one.style in ("|", ">")
            gaps.append((here, nodes.line_end(self.text, one.start_mark.index) if is_block else one.start_mark.index))
            here = nodes.end(self.text, one)
        found = [
            (first + match.start(1), match[1].rstrip())
            for first, last in (*gaps, (here, stop))
            for match in _COMMENT.finditer(self.text[first:last])
        ]
        head = nodes.line_end(self.text, start)
        return [comment for place, comment in found if every or place > head]

    def put_value(self, start: int, node: yaml.Node, lines: Sequence[str], column: int) -> None:
        """Lines for a value and what leads to it from `start`; a comment on its first line stays on the first line."""
        end = nodes.end(self.text, node)
        stop = nodes.line_end(self.text, end)
        comment = self._inside(start, node)
        if not comment and self._behind(end):
            if len(lines) == 1:  # where it stands, it stays
                self.put(start, end, lines[0])
                return
            comment, end = self.text[end:stop], stop
        if comment and lines[0].endswith(">-"):
            comment = f" {comment.strip()}"
        self.put(start, end, self.joined([lines[0] + comment, *lines[1:]], column))

    def _inside(self, start: int, node: yaml.Node) -> str:
        """The comment on the line where a value of several lines begins, or on that of its key."""
        head = nodes.line_end(self.text, start)
        begins = node.start_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            line = self.text[begins : nodes.line_end(self.text, begins)]
            return line[line.index(" #") :] if " #" in line else ""
        if begins > head and self._behind(start):
            return self.text[start:head]
        return ""

    def _behind(self, place: int) -> bool:
        """Whether nothing but a comment stands behind a place on its line."""
        return self.text[place : nodes.line_end(self.text, place)].lstrip(" \t").startswith("#")
