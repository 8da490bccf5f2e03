"""Sixty kinds of markup that stand in all texts of a plan, and what a site made of it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

KINDS = (
    # HTML
    "<script>window.ran=1</script>", "</title><meta http-equiv=refresh content=0;url=https://x.example/>",
    "<img src=https://x.example/a.png onerror=window.ran=1>", "</script><script>window.ran=2</script>",
    "\" onmouseover=\"window.ran=1", "' onfocus='window.ran=1' autofocus='", "<svg onload=window.ran=1>", "<b>đậm</b>",
    "&amp; &lt;b&gt; &#34; &nbsp;", "<!-- chú thích -->", "<base href=https://x.example/>",
    "<style>body{display:none}</style>",
    "<iframe src=https://x.example/></iframe>", "<a href=javascript:window.ran=1>x</a>",
    "</article></main><h1>giả</h1>", "<textarea>", "<template shadowrootmode=open>", "<plaintext>", "]]>",
    "<![cdata[x]]>", "<?xml version=1?>", "<br/>",
    # Markdown, and what its extensions know
    "**đậm** _nghiêng_", "[x](javascript:window.ran=1)", "![x](https://x.example/a.png)", "<https://x.example>", "`mã`",
    "~~~ html", "``` python", "# đầu đề", "{: .x onclick=window.ran=1 }", "{#id}", "[^1]", "[x]: https://x.example/",
    "| a | b |", "- [ ] việc", "!!! note", "&copy;", "\\*không nghiêng\\*", "a\\b\\n", "https://x.example/?a=1&b=2",
    "x@y.example",
    # Jinja
    "{{ 7 * 7 }}", "{% raw %}", "{% endraw %}", "{# chú thích #}", "{{ config }}", "{% include 'x' %}", "{{",
    # Typst, and formulas
    "#emph[x]", "#read(\"/etc/passwd\")", "$x^2$", "@nhan", "_x_ *y* = z", "#", "\\u{41}",
    # YAML, JSON, tables, calendars, feeds
    "key: value", "- a", "&a *a !x", "{\"@type\": \"person\"}", "=1+1", "@sum(1)", "+1", "a;b,c\\,d", "begin:vevent",
    # what looks like other letters and is right
    "“ngoặc” … – — ‘đơn’", "½ m² co₂ ≤ ≥",
)  # fmt: skip
"""None holds a word in capitals (that is a short form to be explained) or ends with a mark that pages leave out."""

OURS = {
    "note", "question", "answer", "explanation", "caption", "asked_as", "matter", "where", "summary", "no_lead",
    "no_basis", "short_title", "state", "motto", "symbol", "authority", "office", "attached", "unit", "title",
    "heading", "aliases", "sources", "say", "title_lines", "paragraphs", "items", "basis", "closing", "phrases", "name",
}  # fmt: skip
"""Keys whose texts, or the texts in whose lists, take anything."""
MARK = re.compile(r"(?:zq|qz)\.(\d{4})")


class Marked:
    """A plan's data with markup and a mark at the end or the beginning of each text; `texts`: mark -> the text."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._numbers = count()

    def _more(self, text: str) -> str:
        number = next(self._numbers)
        kind = KINDS[number % len(KINDS)]
        whole = f"{kind} qz.{number:04d} {text}" if number % 2 else f"{text} zq.{number:04d} {kind}"
        self.texts[f"{number:04d}"] = whole
        return whole

    def _tree(self, value: Any, key: str, holder: dict[str, Any]) -> Any:
        if isinstance(value, dict):
            return self._record(value, key)
        if isinstance(value, list):
            return [self._tree(one, key, holder) for one in value]
        read = {"money", "indicator", "output"} & {*holder}
        if not value or (key not in OURS and (key != "text" or read)):
            return value
        return value if key == "unit" and value in ("million", "dong") else self._more(value)

    def _record(self, record: dict[str, Any], key: str) -> dict[str, Any]:
        if key in ("communes", "timing") or (key == "programmes" and "absent" not in record):
            return record
        made = {name: self._tree(value, name, record) for name, value in record.items()}
        if "level" in record and "names" not in record:  # the name is the plan's: its words must be in the text
            made["names"] = [record["name"]]
        if "cells" in record and "total" not in record:
            made["cells"] = [self._more(record["cells"][0]), *record["cells"][1:]]
        return made

    def write(self, data: Path) -> None:
        """Mark all files of a folder."""
        for path in sorted(data.rglob("*.yaml")):
            tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
            if path.name == "search.yaml":
                tree["everyday"] = self._tree(tree["everyday"], "everyday", tree)
            else:
                tree = self._tree(tree, "", {})
            path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def wrong(read: str, spaces: bool = True) -> Iterator[tuple[str, str]]:
    """(what should stand there, what does) for each mark in a text whose markup is not as typed beside it.

    `spaces=False`: the text has lost its spaces (a PDF file). A text may be cut with "…"; a sentence may begin
    with a small or a large letter of ours.
    """
    text = " ".join(read.split()) if spaces else re.sub(r"\s+", "", read)
    for found in re.finditer(r"(zq|qz)\.(\d{4})", text):
        kind = KINDS[int(found[2]) % len(KINDS)]
        due = " ".join(kind.split()) if spaces else re.sub(r"\s+", "", kind)
        if found[1] == "zq":
            there = text[found.end() :].lstrip()[: len(due)]
            kept, cut, _ = there.partition("…")
            right = there == due or (cut and due.startswith(kept.rstrip()))
        else:
            there = text[: found.start()].rstrip()[-len(due) :]
            right = there[:1].lower() + there[1:] == due
        if not right:
            yield f"{found[0]} {due}", there
