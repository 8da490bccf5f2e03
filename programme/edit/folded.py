"""The lines of a folded text: what is not changed keeps its wraps."""

from __future__ import annotations

from .style import folds, wrapped


def lines(written: str) -> list[str]:
    """The lines of a folded scalar without its head and the spaces before them."""
    return [line.strip() for line in written.splitlines()[1:]]


def changed(written: str, old: str, new: str, width: int) -> str:
    """A folded scalar that says `new`: lines with none but old words stay; "" where it is not written in this way."""
    head, *rest = written.split("\n")
    if not rest or not head.startswith(">-") or not folds(new):
        return ""
    held = [line.rstrip("\r").split(" ") for line in (line.lstrip(" ") for line in rest)]
    indents = {len(line) - len(line.lstrip(" ")) for line in rest}
    if " ".join(" ".join(line) for line in held) != old or len(indents) != 1:
        return ""
    indent = indents.pop()
    before, after = old.split(" "), new.split(" ")
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    alike = 0
    while alike < min(len(before), len(after)) - same and before[-1 - alike] == after[-1 - alike]:
        alike += 1
    top, words = 0, 0
    while top < len(held) and words + len(held[top]) <= same:
        words += len(held[top])
        top += 1
    if top == len(held):  # words were added at the end: they may go on the last line
        top -= 1
        words -= len(held[top])
    bottom, ends = len(held), 0
    while bottom > top + 1 and ends + len(held[bottom - 1]) <= alike:
        bottom -= 1
        ends += len(held[bottom])
    between = after[words : len(after) - ends]
    newline = "\r\n" if head.endswith("\r") else "\n"
    made = [
        *(" ".join(line) for line in held[:top]),
        *(wrapped(between, max(width, max(map(len, rest))) - indent) if between else ()),
        *(" ".join(line) for line in held[bottom:]),
    ]
    return newline.join([head.rstrip("\r"), *(" " * indent + line for line in made)])
