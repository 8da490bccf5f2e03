"""The words of a built page as blocks, for paper: so that what is printed is what the page says.

A block is a dictionary with a `kind`: heading, text, list, facts, quote, table,
notice, anchor (a part without a heading), head and signature (of the plan). A text
is a list of runs `[style, words]`; styles are "", "b" (bold), "i" (italic), "s"
(small) and "u" (raised: the mark of a footnote).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import Any

from ..derive.statements import SIGNATURE
from .page import Node, Page, classes, elements, outermost

Block = dict[str, Any]
Run = list[str]

_EMPTY = {"br", "img", "input", "hr", "wbr"}
_SKIPPED_TAGS = {"nav", "svg", "form", "script", "style", "figure", "select"}
_SKIPPED_CLASSES = {"headerlink", "page-tools", "identity", "cite", "screen", "home-of"}
_INLINE = {"a", "b", "strong", "i", "em", "small", "span", "mark", "button", "code", "br", "sup", "sub"}
_BLOCKS_IN_TEXT = {"p", "ul", "dl", "table", "blockquote"}
_RAISED = {"sup"}
_BOLD, _ITALIC = {"b", "strong", "mark"}, {"i", "em"}
_BOLD_CLASSES = {"tag"}
_FEW = 20
"""Letters of a cell that stay on one line: an amount, a clause, "số do trang web cộng"."""


def _skipped(node: Node) -> bool:
    """Whether it is for the screen alone."""
    return node.tag in _SKIPPED_TAGS or bool(classes(node) & _SKIPPED_CLASSES)


@lru_cache(maxsize=128)  # a sheet and the booklet ask for the same
def of_page(page: Page) -> tuple[list[Block], list[list[Run]]]:
    """The blocks of what a page is about, and the short forms on it, spelled out, once each."""
    article = page.article
    short = article.css("section.explanations > .short > p:first-of-type")
    return read(article), [runs(one) for one in short]


def runs(node: Node) -> list[Run]:
    """The words in an element, styled; spaces as a browser shows them."""
    found: list[Run] = []

    def walk(one: Node, now: str) -> None:
        for child in one.iter(include_text=True):
            if child.is_text_node:
                words = re.sub(r"[ \t\n\r]+", " ", child.text_content or "")
                if found and found[-1][1].endswith(" "):
                    words = words.removeprefix(" ")
                if found and found[-1][0] == now:
                    found[-1][1] += words
                elif words:
                    found.append([now, words])
            elif child.tag == "br":
                found.append([now, "\n"])
            elif child.is_element_node and not _skipped(child) and child.tag not in _BLOCKS_IN_TEXT:
                its = classes(child)
                if "amount" in its:
                    found.append([now, "– "])
                bold = child.tag in _BOLD or _BOLD_CLASSES & its
                italic = child.tag in _ITALIC or "unstated" in its
                walk(child, "b" if bold else "i" if italic else "u" if child.tag in _RAISED else now)

    walk(node, "")
    if found:
        found[0][1] = found[0][1].lstrip()
        found[-1][1] = found[-1][1].rstrip()
    return [run for run in found if run[1]]


def read(node: Node) -> list[Block]:
    """The blocks of an article, without what belongs to the screen alone."""
    found: list[Block] = []
    for child in elements(node):
        found.extend(_block(child))
    return found


def _block(node: Node) -> Iterator[Block]:
    tag, its, id = node.tag or "", classes(node), node.id or ""
    if _skipped(node) or tag in _EMPTY or "explanations" in its:
        return
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield {"kind": "heading", "level": int(tag[1]), "runs": runs(node), "id": id}
    elif tag == "p":
        # paragraphs that hold only something for the screen have no words
        if words := runs(node):
            small = dict.fromkeys(("ours", "since-line", "footnote"), "small")
            kinds = {"clause-source": "source", "note": "note", **small}
            kind = next((kinds[name] for name in sorted(its) if name in kinds), "text")
            yield {"kind": kind, "runs": words, **({"again": True} if "since-line" in its else {})}
    elif tag in ("ul", "ol"):
        style = "run-in" if {"targets", "cited"} & its else "bullets"
        items = [one for one in elements(node) if not _skipped(one)]
        # An item with a sign of its own gets none before it.
        for signed, ones in groupby(items, lambda one: style == "bullets" and "signed" in classes(one)):
            yield {"kind": "list", "style": "signed" if signed else style, "items": [_item(one) for one in ones]}
    elif tag == "dl":
        yield {"kind": "facts", "style": "rows", "rows": list(_pairs(node))}
    elif tag == "blockquote":
        yield {"kind": "quote", "blocks": [b for one in elements(node) for b in _quoted(one)]}
    elif tag == "table":
        yield _table(node)
    elif tag == "summary":
        yield {"kind": "small", "runs": [["b", words] for _, words in runs(node)]}
    elif "roles" in its:
        roles = ", ".join(one.text() for one in node.css(".chips > li"))
        yield {"kind": "small", "runs": [["", f"{roles} – "], *(run for one in node.css("a") for run in runs(one))]}
    elif "since" in its:
        yield {"kind": "notice", "blocks": read(node)}
    elif "duty" in its:
        # facts about a duty run on like a sentence
        yield from ({**one, "style": "run-in"} if one["kind"] == "facts" else one for one in read(node))
    elif "plan-head" in its:
        yield {"kind": "head", "blocks": read(node)}
    elif id == SIGNATURE:
        yield {"kind": "signature", "blocks": read(node)}
    elif tag in _INLINE:
        if words := runs(node):
            yield {"kind": "text", "runs": words}
    else:
        if tag == "section" and id:
            yield {"kind": "anchor", "id": id}
        yield from read(node)


def _item(node: Node) -> list[Block]:
    """An item: its own words, then the blocks in it."""
    words = runs(node)
    inner = [b for one in elements(node) if one.tag not in _INLINE for b in _block(one)]
    return ([{"kind": "text", "runs": words}] if words else []) + inner


def _quoted(node: Node) -> Iterator[Block]:
    if node.tag == "footer":
        yield {"kind": "small", "runs": runs(node)}
    else:
        yield from _block(node)


def _pairs(node: Node) -> Iterator[list[list[Run]]]:
    """[term, what is said of it] of a list of facts."""
    rows = [row for row in elements(node) if not _skipped(row)]
    shown = [one for row in rows for one in ([row] if row.tag in ("dt", "dd") else elements(row))]
    terms = [one for one in shown if one.tag == "dt"]
    for dt, dd in zip(terms, (one for one in shown if one.tag == "dd"), strict=True):
        words = runs(dd)
        for inner in elements(dd):
            for block in _block(inner) if inner.tag in ("p", "ul") else ():
                for text in block.get("items", [[block]]):
                    # each thing of a list begins a line of its own
                    between = [["", "\n" if inner.tag == "ul" else " "]] if words else []
                    words += [*between, *(run for one in text for run in one["runs"])]
        yield [runs(dt), words]


def _table(node: Node) -> Block:
    def cells(row: Node, total: bool) -> list[Block]:
        return [{"runs": runs(cell), "number": "num" in classes(cell), "total": total} for cell in elements(row)]

    parts = {
        part.tag: [cells(row, part.tag == "tfoot") for row in outermost(part, "tr")]
        for part in elements(node)
        if part.tag != "caption"
    }
    caption = next(outermost(node, "caption"), None)
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
