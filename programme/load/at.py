"""Where in a file something stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_NO_KEYS: Mapping[str, int] = {}
"""That of all texts: one for each would take more room than they do."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a record stands: file, line, and the line of each of its keys."""

    file: str = "?"
    line: int = 0
    keys: Mapping[str, int] = field(default_factory=lambda: _NO_KEYS)

    def of(self, key: str) -> int:
        """The line of `key`, or the record's own line."""
        return self.keys.get(key, self.line)


NOWHERE = At()


class Word(str):
    """A text as read from a file, with its place."""

    __slots__ = ("at",)
    at: At

    def __new__(cls, text: str, at: At) -> Word:
        word = super().__new__(cls, text)
        word.at = at
        return word
