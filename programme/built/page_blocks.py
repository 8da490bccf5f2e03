"""The words of a built page as blocks, for paper: so that what is printed is what the page says.

A block is a dictionary with a `kind`: heading, text, list, facts, quote, table,
notice, anchor (a part without a heading), head and signature (of the plan). A text
is a list of runs `[style, words]`; styles are "", "b" (bold), "i" (italic) and "s"
(small).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Any

from ..derive.statements import SIGNATURE

Block = dict[str, Any]
Run = list[str]

_VOID = {"br", "img", "input", "meta", "link", "hr", "wbr", "path", "rect", "circle", "line"}
_SKIPPED_TAGS = {"nav", "svg", "form", "script", "style", "figure", "select"}
_SKIPPED_CLASSES = {"headerlink", "page-tools", "identity", "cite", "screen", "home-of"}
_INLINE = {"a", "b", "strong", "i", "em", "small", "span", "mark", "button", "code", "br", "sup", "sub"}
_FEW = 18
"""Letters of a cell that stay on one line: an amount, a clause."""
_BOLD, _ITALIC = {"b", "strong", "mark"}, {"i", "em"}


class Node:
    """An element of a page, with its children in order: nodes and strings."""

    def __init__(self, tag: str, attributes: dict[str, str]):
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def skipped(self) -> bool:
        return self.tag in _SKIPPED_TAGS or bool(self.classes & _SKIPPED_CLASSES)

    def nodes(self) -> Iterator[Node]:
        return (child for child in self.children if isinstance(child, Node))

    def find(self, tag: str) -> Iterator[Node]:
        for child in self.nodes():
            if child.tag == tag:
                yield child
            else:
                yield from child.find(tag)


class _Reader(HTMLParser):
    """Reads one page of ours, which is well-formed: a test validates every page."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(node)
        if tag not in _VOID:
            self.stack.append(node)

    def handle_endtag(self, tag: str) -> None:
        while tag not in _VOID and len(self.stack) > 1 and self.stack.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def article(page: str) -> Node:
    """The article of a built page."""
    reader = _Reader()
    reader.feed(page)
    return next(reader.stack[0].find("article"))


def runs(node: Node) -> list[Run]:
    """The words in an element, styled; spaces as a browser shows them."""
    found: list[Run] = []

    def walk(one: Node, now: str) -> None:
        for child in one.children:
            if isinstance(child, str):
                words = re.sub(r"[ \t\n\r]+", " ", child)
                if found and found[-1][1].endswith(" "):
                    words = words.removeprefix(" ")
                if found and found[-1][0] == now:
                    found[-1][1] += words
                elif words:
                    found.append([now, words])
            elif child.tag == "br":
                found.append([now, "\n"])
            elif not child.skipped and child.tag not in ("p", "ul", "dl", "table", "blockquote"):
                if "duty-more" in child.classes:
                    found.append(["s", "\n"])
                bold = child.tag in _BOLD or {"duty-of", "role-lead", "tag"} & child.classes
                italic = child.tag in _ITALIC or "unstated" in child.classes
                walk(child, "b" if bold else "i" if italic else "s" if "duty-more" in child.classes else now)

    walk(node, "")
    if found:
        found[0][1] = found[0][1].lstrip()
        found[-1][1] = found[-1][1].rstrip()
    return [run for run in found if run[1]]


def read(node: Node) -> list[Block]:
    """The blocks of an article, without what belongs to the screen alone."""
    found: list[Block] = []
    for child in node.nodes():
        found.extend(_block(child))
    return found


def _block(node: Node) -> Iterator[Block]:
    tag = node.tag
    if node.skipped or tag in _VOID or "explanations" in node.classes:
        return
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield {"kind": "heading", "level": int(tag[1]), "runs": runs(node), "id": node.attributes.get("id", "")}
    elif tag == "p":
        # paragraphs that hold only something for the screen have no words
        if words := runs(node):
            kinds = {"clause-source": "source", "note": "note", "roles": "small", "ours": "small"}
            kind = next((kinds[name] for name in sorted(node.classes) if name in kinds), "text")
            yield {"kind": kind, "runs": words}
    elif tag in ("ul", "ol"):
        style = "plain" if "duties" in node.classes else "run-in" if {"targets", "cited"} & node.classes else "bullets"
        yield {"kind": "list", "style": style, "items": [_item(one) for one in node.nodes() if not one.skipped]}
    elif tag == "dl":
        yield {"kind": "facts", "style": "rows", "rows": list(_pairs(node))}
    elif tag == "blockquote":
        yield {"kind": "quote", "blocks": [b for one in node.nodes() for b in _quoted(one)]}
    elif tag == "table":
        yield _table(node)
    elif "since" in node.classes:
        yield {"kind": "notice", "blocks": read(node)}
    elif "duty" in node.classes:
        # facts about a duty run on like a sentence
        yield from ({**one, "style": "run-in"} if one["kind"] == "facts" else one for one in read(node))
    elif "plan-head" in node.classes:
        yield {"kind": "head", "blocks": read(node)}
    elif node.attributes.get("id") == SIGNATURE:
        yield {"kind": "signature", "blocks": read(node)}
    elif tag in _INLINE:
        if words := runs(node):
            yield {"kind": "text", "runs": words}
    else:
        if tag == "section" and "id" in node.attributes:
            yield {"kind": "anchor", "id": node.attributes["id"]}
        yield from read(node)


def _item(node: Node) -> list[Block]:
    """An item: its own words, then the blocks in it."""
    words = runs(node)
    inner = [b for one in node.nodes() if one.tag not in _INLINE for b in _block(one)]
    return ([{"kind": "text", "runs": words}] if words else []) + inner


def _quoted(node: Node) -> Iterator[Block]:
    if node.tag == "footer":
        yield {"kind": "small", "runs": runs(node)}
    else:
        yield from _block(node)


def _pairs(node: Node) -> Iterator[list[list[Run]]]:
    shown = Node("", {})
    shown.children = [row for row in node.nodes() if not row.skipped]
    for dt, dd in zip(shown.find("dt"), shown.find("dd"), strict=True):
        words = runs(dd)
        for inner in dd.nodes():
            for block in _block(inner) if inner.tag in ("p", "ul") else ():
                for text in block.get("items", [[block]]):
                    words += [["", " "], *(run for one in text for run in one["runs"])]
        yield [runs(dt), words]


def _table(node: Node) -> Block:
    def cells(row: Node, total: bool) -> list[Block]:
        return [{"runs": runs(cell), "number": "num" in cell.classes, "total": total} for cell in row.nodes()]

    parts = {
        part.tag: [cells(row, part.tag == "tfoot") for row in part.find("tr")]
        for part in node.nodes()
        if part.tag != "caption"
    }
    caption = next(node.find("caption"), None)
    head, rows = parts.get("thead", []), parts.get("tbody", []) + parts.get("tfoot", [])
    return {
        "kind": "table",
        "caption": runs(caption) if caption else [],
        "widths": [_width(cells) for cells in zip_longest(*head, *rows)],
        "head": head,
        "rows": rows,
    }


def _width(cells: Iterable[Block | None]) -> float:
    """The share of a column in a table's width by its words; 0: as wide as its words, which are few."""
    lengths = [sum(len(words) for _, words in cell["runs"]) for cell in cells if cell]
    longest, mean = max(lengths), sum(lengths) / len(lengths)
    return round((longest * mean) ** 0.5, 1) if longest > _FEW else 0


def abbreviations(node: Node) -> list[list[Run]]:
    """The short forms on a page, spelled out, once each."""
    found = []
    for part in node.find("section"):
        if "explanations" in part.classes:
            for one in part.nodes():
                if "short" in one.classes:
                    found.append(runs(next(one.find("p"))))
    return found
