"""Abbreviations in the plan's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .derive import Programme
from .facts import Spot

_WORD = re.compile(r"[A-Za-zÀ-ỹĐđ&]+")
_ROMAN = re.compile(r"[IVXL]+")


def unexplained(programme: Programme) -> Iterator[tuple[str, Spot]]:
    """Each short form without an explanation, with the first words that use it.

    A short form is a word with two capitals at least, but no Roman number; words
    in texts that are all capitals are no short forms.
    """
    known: set[str] = set()
    for one in programme.data.abbreviations:
        known.update((one.short, *_WORD.findall(one.short)))
    seen: set[str] = set()
    for spot in programme.spots:
        text = spot.phrase.text
        if text.isupper() and " " in text:
            continue
        for word in _WORD.findall(text):
            capitals = sum(char.isupper() for char in word)
            if capitals < 2 or capitals * 2 < len(word) or _ROMAN.fullmatch(word):
                continue
            if word not in known and word not in seen:
                seen.add(word)
                yield word, spot
