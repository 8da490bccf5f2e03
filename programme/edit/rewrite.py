"""Make one place of a YAML text say something else; every other line stays as it is, byte for byte."""

from __future__ import annotations

from typing import Any

import yaml

from . import folded, kinds, nodes, regrown
from .aligned import aligned
from .nodes import EditError, Path
from .parts import Parts
from .style import WIDTH, Style


def rewritten(text: str, path: Path, value: Any, top: Path = ()) -> str:
    """The text of a file in which the value at a path is another one; one that is not there yet is a new key.

    `top` says which kinds of records stand in it (see `kinds.top_of`). What only the same keys or items say stays as it
    is, with its comments; where that would not do, the whole value at the path is written anew. Raises `EditError`
    where that does not do either: the text that comes back says the value and else what it said before.
    """
    root = nodes.compose(text)
    before = nodes.plain(root)
    value = nodes.as_texts(value)
    wanted = nodes.with_value(before, path, value)
    if wanted == before:
        return text
    for is_careful in (True, False):
        try:
            changed = _Rewriting(text, root, top, is_careful).at(path, value)
            if nodes.plain(nodes.compose(changed)) == wanted:
                return changed
        except EditError:
            pass
    raise EditError("Không sửa được chỗ này mà giữ nguyên các dòng khác; sửa tay trong tệp.")


class _Rewriting:
    """The changes that make one value of a text another."""

    def __init__(self, text: str, root: yaml.Node | None, top: Path, is_careful: bool):
        self.parts = Parts(text, root)
        self.text, self.root, self.top, self.is_careful = text, root, top, is_careful
        self.style = Style.of(text, root)

    def at(self, path: Path, value: Any) -> str:
        """The text with another value at a path."""
        node = nodes.at(self.root, path)
        if node is not None or not path:
            self.change(node, value, path)
            return self.parts.done()
        holder = nodes.at(self.root, path[:-1])
        held = nodes.plain(holder)
        if isinstance(path[-1], int) or not (held is None or isinstance(held, dict)):
            raise EditError("Không tìm thấy chỗ cần sửa trong tệp.")
        self.change(holder, {**(held or {}), path[-1]: value}, path[:-1])
        return self.parts.done()

    def change(self, node: yaml.Node | None, new: Any, path: Path) -> None:
        """Make a node say `new`; None is a file that holds nothing yet."""
        old = nodes.plain(node)
        if old == new and node is not None:
            return
        match node:
            case yaml.CollectionNode() if self._outgrows(node, new, path):
                self.replace(node, new, path)
            case yaml.MappingNode() if self.is_careful and isinstance(new, dict) and old.keys() & new.keys():
                self._mapping(node, new, path)
            case yaml.MappingNode() if self.is_careful and regrown.as_phrases(self, node, new, path):
                pass
            case yaml.SequenceNode() if self.is_careful and isinstance(new, list) and old and new:
                self._list(node, new, path)
            case yaml.ScalarNode() if self.is_careful and isinstance(new, str) and old is not None:
                self._text(node, new, path)
            case _ if not path:
                self._whole(new)
            case _ if node is not None:
                self.replace(node, new, path)

    def _outgrows(self, node: yaml.CollectionNode, new: Any, path: Path) -> bool:
        """Whether a value in brackets that fits on its line would not fit any more."""
        start, end = node.start_mark.index, nodes.end(self.text, node)
        if not node.flow_style or not path or isinstance(path[-1], int) or self.parts.is_in_brackets(path):
            return False
        column = node.start_mark.column
        longer = len(self.style.in_line(new, *kinds.holding(self.top, path)))
        return "\n" not in self.text[start:end] and column + end - start <= WIDTH < column + longer

    # -- a value as a whole ------------------------------------------------

    def replace(self, node: yaml.Node, new: Any, path: Path) -> None:
        """Write a value anew, with the wraps of a text that it held and holds; a comment on its first line stays."""
        key, kind = kinds.holding(self.top, path)
        start = node.start_mark.index
        if self.parts.is_in_brackets(path):
            self.parts.put(start, nodes.end(self.text, node), self.style.in_line(new, key, kind))
            return
        for one in nodes.scalars(node):
            if one.style in ("|", ">"):
                self.style.wraps[str(one.value)] = folded.lines(self.text[one.start_mark.index : one.end_mark.index])
        if isinstance(path[-1], int):
            start, column = self.parts.dash(path)
            lines = self.style.item(new, key, kind, column)
            self.parts.put_value(start, node, [*self.parts.notes(node, start), *lines], column)
            return
        holder = nodes.at(self.root, path[:-1])
        name = next(one for one, _ in holder.value if one.value == path[-1]) if holder else node
        column = name.start_mark.column
        first, *more = self.style.value(new, key, kind, column)
        start = self.text.index(":", name.end_mark.index) + 1
        if noted := self.parts.notes(node, start):
            self.parts.put_before(name.start_mark.index, noted, column)
        self.parts.put_value(start, node, [f" {first}" if first else "", *more], column)

    def _whole(self, new: Any) -> None:
        """All of a file, or what is first in it; the comments at its head stay."""
        key, kind = kinds.holding(self.top, ())
        if isinstance(new, list):
            lines = [line for one in new for line in self.style.item(one, key, kind, 0)] or ["[]"]
        else:
            lines = self.style.pairs(new, kinds.record_at(self.top, ()), 0)
        written = self.parts.newline.join(lines)
        if self.root is not None:
            self.parts.put(self.root.start_mark.index, nodes.end(self.text, self.root), written)
            return
        gap = "" if not self.text or self.text.endswith("\n") else self.parts.newline
        self.parts.put(len(self.text), len(self.text), gap + written + self.parts.newline)

    # -- a text ------------------------------------------------------------

    def _text(self, node: yaml.ScalarNode, new: str, path: Path) -> None:
        start, end = node.start_mark.index, nodes.end(self.text, node)
        if same := folded.changed(self.text[start:end], str(node.value), new, WIDTH):
            self.parts.put(start, end, same)
            return
        quoted = f'"{new}"'
        is_simple = new.isprintable() and not set(new) & set('\\"')
        if node.style == '"' and is_simple and node.start_mark.column + len(quoted) <= WIDTH:
            self.parts.put(start, end, quoted)
            return
        self.replace(node, new, path)

    # -- a mapping ---------------------------------------------------------

    def _mapping(self, node: yaml.MappingNode, new: dict[str, Any], path: Path) -> None:
        if regrown.as_phrases(self, node, new, path):
            return
        held = {str(key.value): (key, value) for key, value in node.value}
        kept = [key for key in held if key in new]
        for key in kept:
            self.change(held[key][1], new[key], (*path, key))
        kind = kinds.record_at(self.top, path)
        if node.flow_style:
            spans = [(key, name.start_mark.index, nodes.end(self.text, value)) for key, (name, value) in held.items()]
            self.parts.cut_entries(spans, held.keys() - new.keys())
            last = next(end for key, _, end in reversed(spans) if key in new)
            added = (f", {key}: {self.style.in_line(new[key], key, kind)}" for key in new if key not in held)
            self.parts.put(last, last, "".join(added))
            return
        for key in held:
            if key not in new:
                self.cut_key(node, key)
        self.add_keys(node, kept, {key: new[key] for key in new if key not in held}, kind)

    def add_keys(self, node: yaml.MappingNode, kept: list[str], added: dict[str, Any], kind: kinds.Kind) -> None:
        """New keys of a mapping, each below the last of those that stay and come before it by custom."""
        held = {str(key.value): (key, value) for key, value in node.value}
        order, column = kinds.order(kind), node.start_mark.column
        for key, value in sorted(added.items(), key=lambda pair: order.get(pair[0], len(order))):
            lines = self.style.entry(key, value, kind, column)
            before = [one for one in kept if order.get(one, len(order)) <= order.get(key, len(order))]
            if before:
                self.parts.put_below(held[before[-1]][1], lines, column)
            else:
                self.parts.put_before(held[kept[0]][0].start_mark.index, lines, column)

    def cut_key(self, node: yaml.MappingNode, key: str) -> None:
        """Take out the lines of a key; where a dash stands before it, what is below moves up to the dash."""
        name, value = next(pair for pair in node.value if pair[0].value == key)
        start, end = name.start_mark.index, nodes.end(self.text, value)
        if not self.text[nodes.line_start(self.text, start) : start].strip():
            self.parts.cut_lines(start, end)
            return
        below = nodes.line_end(self.text, end)
        stop = below + len(self.text[below:]) - len(self.text[below:].lstrip())
        self.parts.put(start, stop, "")

    # -- a list ------------------------------------------------------------

    def _list(self, node: yaml.SequenceNode, new: list[Any], path: Path) -> None:
        pairs = aligned(nodes.plain(node), new)
        for old, then in pairs:
            self.change(node.value[old], new[then], (*path, old))
        gone = set(range(len(node.value))) - {old for old, _ in pairs}
        added = [place for place in range(len(new)) if place not in {then for _, then in pairs}]
        key, kind = kinds.holding(self.top, path)
        if node.flow_style:
            spans = [(place, one.start_mark.index, nodes.end(self.text, one)) for place, one in enumerate(node.value)]
            self.parts.cut_entries(spans, gone)
        for place in gone if not node.flow_style else ():
            dash, end = self.parts.dash((*path, place))[0], nodes.end(self.text, node.value[place])
            notes = self.parts.notes(node.value[place], dash, every=True) if key == "phrases" else []
            self.parts.cut_lines(dash, end, notes)  # words are not gone, others have them: what is noted stays
        for place in added:
            above = next((old for old, then in reversed(pairs) if then < place), None)
            if node.flow_style:
                written = self.style.in_line(new[place], key, kind)
                where = spans[pairs[0][0]][1] if above is None else spans[above][2]
                self.parts.put(where, where, f"{written}, " if above is None else f", {written}")
                continue
            dash, column = self.parts.dash((*path, pairs[0][0] if above is None else above))
            lines = self.style.item(new[place], key, kind, column)
            if above is None:
                self.parts.put_before(dash, lines, column)
            else:
                self.parts.put_below(node.value[above], lines, column)
