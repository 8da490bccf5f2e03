"""A paragraph of one phrase becomes one of several: the lines of its marks move in as they are, with their comments."""

from __future__ import annotations

from typing import Any, Protocol

import yaml

from . import kinds, nodes
from .nodes import Path
from .parts import Parts
from .style import Style


class Work(Protocol):
    """The changes at hand (see `rewrite`)."""

    text: str
    top: Path
    parts: Parts
    style: Style

    def change(self, node: yaml.Node | None, new: Any, path: Path) -> None: ...

    def add_keys(self, node: yaml.MappingNode, kept: list[str], added: dict[str, Any], kind: kinds.Kind) -> None: ...


def as_phrases(work: Work, node: yaml.MappingNode, new: Any, path: Path) -> bool:
    """Put the changes; False where the paragraph is not written in a way in which its lines could just move."""
    held = {str(key.value): (key, value) for key, value in node.value}
    keys = list(held)
    marks = [key for key in keys if key not in new and key != "text"]
    if node.flow_style or not isinstance(new, dict) or "phrases" not in new:
        return False
    if "text" not in held or "phrases" in held or "text" in new:
        return False
    first = keys.index("text")
    if keys[first : first + 1 + len(marks)] != ["text", *marks]:
        return False
    phrases: list[Any] = new["phrases"]
    heir = _heir(phrases, {key: nodes.plain(held[key][1]) for key in marks})
    if heir is None:
        return False
    column, kind = node.start_mark.column, kinds.record_at(work.top, path)
    inner = column + 2
    _, text_node = held["text"]
    before = [line for one in phrases[:heir] for line in work.style.item(one, "phrases", kind, inner)]
    main = {"text": phrases[heir]["text"]} if marks else phrases[heir]
    own = work.style.item(main, "phrases", kind, inner)
    _put_words(work, held["text"][0], text_node, [*before, *own], len(before), column)
    last = held[marks[-1]][1] if marks else text_node
    if marks:
        _shift(work, nodes.line_end(work.text, nodes.end(work.text, text_node)), nodes.end(work.text, last))
    more = {key: value for key, value in phrases[heir].items() if key not in ("text", *marks)} if marks else {}
    record = kinds.inner(kind, "phrases")
    lines = [f"    {line}" for line in work.style.pairs(more, record, column + 4)]
    lines += [f"  {line}" for one in phrases[heir + 1 :] for line in work.style.item(one, "phrases", kind, inner)]
    if lines:
        work.parts.put_below(last, lines, column)
    for key in keys:
        if key in new:
            work.change(held[key][1], new[key], (*path, key))
    added = {key: value for key, value in new.items() if key not in held and key != "phrases"}
    kept = [key for key in keys if key in new or key == "text"]
    work.add_keys(node, kept, {key: value for key, value in added.items() if key != "note"}, kind)
    if "note" in added:
        work.parts.put_below(held[keys[-1]][1], work.style.entry("note", added["note"], kind, column), column)
    return True


def _heir(phrases: list[Any], marks: dict[str, Any]) -> int | None:
    """The phrase that has the marks of before; without any, the first."""
    if not marks:
        return 0
    for place, one in enumerate(phrases):
        if isinstance(one, dict) and all(key in one and one[key] == value for key, value in marks.items()):
            return place
    return None


def _put_words(work: Work, key: yaml.Node, node: yaml.Node, lines: list[str], main: int, column: int) -> None:
    """The words of the phrases up to the one that has the marks; a comment behind the words stays behind these."""
    text, parts = work.text, work.parts
    end = nodes.end(text, node)
    stop = nodes.line_end(text, end)
    begins = node.start_mark.index
    comment = text[end:stop].rstrip()
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        head = text[begins : nodes.line_end(text, begins)]
        comment = head[head.index(" #") :] if " #" in head else ""
    if comment:
        lines[main] += f" {comment.strip()}" if lines[main].endswith(">-") else comment
    parts.put(key.start_mark.index, stop, parts.joined(["phrases:", *(f"  {line}" for line in lines)], column))


def _shift(work: Work, start: int, end: int) -> None:
    """Lines that begin between two places move in by the width of an item of `phrases`."""
    here = work.text.find("\n", start)
    while 0 <= here < end:
        if work.text[here + 1 : here + 2] not in ("\n", "\r"):
            work.parts.put(here + 1, here + 1, "    ")
        here = work.text.find("\n", here + 1)
