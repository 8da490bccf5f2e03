"""The words: data/ says what the document says, the page of the full text what data/ says, links lead somewhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from ..built import verify
from ..derive.full_text import rebuild
from ..derive.programme import Programme
from .site import Site

SOURCE = "source"
"""The folder of a plan with the text of its document, as a reader or a machine took it from the paper."""
_NEAR = 8
"""Words shown before the first that differs."""


def against_source(site: Site) -> Iterator[str]:
    """The first word of the document in `source/*.txt` that data/ does not have in its place, with its line."""
    yield from compare(site.programme, site.root / SOURCE)


def compare(programme: Programme, source: Path) -> Iterator[str]:
    """As `against_source`. A line with nothing but a number, which data/ does not have there, is that of a sheet."""
    ours = rebuild(programme.data).split()
    at = 0
    for path in sorted(source.glob("*.txt")):
        lines = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).splitlines()
        for number, line in enumerate(lines, 1):
            words = line.split()
            if len(words) == 1 and words[0].isdecimal() and words != ours[at : at + 1]:
                continue
            for word in words:
                if at == len(ours) or ours[at] != word:
                    said = f'data/ ghi "{ours[at]}"' if at < len(ours) else "data/ hết lời ở đây"
                    before = " ".join(ours[max(0, at - _NEAR) : at])
                    yield f'{SOURCE}/{path.name}:{number}: sau "{before}" văn bản ghi "{word}", {said}.'
                    return
                at += 1
    if at and at < len(ours):
        yield f'{SOURCE}/: data/ thừa lời sau chữ cuối của văn bản: "{" ".join(ours[at : at + _NEAR])}".'


def on_pages(site: Site) -> Iterator[str]:
    """What would keep the site from being published: pages, links, anchors, the plan's words, other hosts."""
    yield from verify.problems(site.programme, site.folder)
