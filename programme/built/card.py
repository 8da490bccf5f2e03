"""A step after the build: the picture that a link to the site shows where it is shared."""

from __future__ import annotations

from itertools import groupby

from .. import frame
from ..derive.programme import Programme
from ..pages import addresses
from . import typeset
from .site import BuiltSite, Files

FILE = "assets/card.png"
_LONGEST = 4
"""Words of a name that are kept on one line."""


def files(programme: Programme, site: BuiltSite) -> Files:
    """The picture with the site's name, 1200 × 630; none where the plan brings its own, as `docs/assets/card.png`."""
    if (site.folder / FILE).exists():
        return
    title = site.pages[addresses.HOME].window
    name = unbroken(title or programme.plan.short_title)
    yield FILE, typeset.picture("card.typ", {"name": name, "mark": frame.MARK.read_text(encoding="utf-8")})


def unbroken(title: str) -> list[str]:
    """The title in pieces that each stand on one line: a word, a name ("Đồng Thử 2023"); a number is never alone.

    A name is two to four words, each with one capital letter, its first.
    """
    pieces: list[str] = []
    for named, group in groupby(title.split(), lambda word: word[:1].isupper() and word[1:] == word[1:].lower()):
        run = list(group)
        pieces += [" ".join(run)] if named and len(run) <= _LONGEST else run
    joined: list[str] = []
    for piece in pieces:
        if joined and piece[0].isdigit():
            joined[-1] += f" {piece}"
        else:
            joined.append(piece)
    return joined
