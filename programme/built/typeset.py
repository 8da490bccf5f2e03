"""Typst, for what is made at build time: PDF files and the picture for links. The templates lie in `print/`.

What is made holds no date of its making and only fonts that Typst brings, so the same
data gives the same bytes on every machine; what was made once is kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from ..cache import code, kept

TEMPLATES = Path(__file__).resolve().parent / "print"
TIGHTEST = 2
"""How often a file may be set tighter than it is by itself; `parts.typ` says what changes."""
_FEW = 4
_SHEET = re.compile(rb"/Type ?/Page\b")


def pdf(template: str, made_from: str, content: Callable[[], dict[str, Any]]) -> bytes:
    """A template of `print/` as a PDF file for all readers (PDF/UA-1).

    `content` gives what the template reads; it is asked only where no file is kept
    that was made from the same `made_from`.
    """

    def make() -> bytes:
        return _drawn_in(template, content())

    return kept("pdf", f"{_tools()}\0{template}\0{made_from}", make)


def _drawn_in(template: str, content: dict[str, Any]) -> bytes:
    """On as few sheets as a little less room between the lines, then a slightly smaller letter, allow.

    So no last sheet holds but the line or two that the one before had no room for. A
    book of many sheets stays as it is.
    """
    made, *tighter = (
        partial(_compiled, template, content | {"tight": tight}, format="pdf", pdf_standards=["ua-1"])
        for tight in range(TIGHTEST + 1)
    )
    loose = made()
    if not 1 < _sheets(loose) <= _FEW:
        return loose
    return next((closer for closer in (one() for one in tighter) if _sheets(closer) < _sheets(loose)), loose)


def _sheets(pdf: bytes) -> int:
    return len(_SHEET.findall(pdf))


def picture(template: str, content: dict[str, Any]) -> bytes:
    """A template of `print/` as a PNG file, a dot for each point."""

    def make() -> bytes:
        return _compiled(template, content, format="png", ppi=72)

    return kept("picture", f"{_tools()}\0{template}\0{json.dumps(content)}", make)


def _compiled(template: str, content: dict[str, Any], **options: Any) -> bytes:
    import typst  # only where something is to be made anew

    made = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        **options,
    )
    if not isinstance(made, bytes):
        raise ValueError(f"{template}: more than one sheet")
    return made


@cache
def _tools() -> str:
    """The hash of what makes the files, besides their content."""
    digest = hashlib.sha256(code().encode())
    for path in sorted(TEMPLATES.glob("*.typ")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
