"""Headings in capitals as the names they are in ordinary letters: "PHÒNG VĂN HÓA - XÃ HỘI" is "Phòng Văn hóa - Xã hội".

The spelling is the one that the plan itself uses for the words; what stands nowhere else is put in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from ..words import UPPER
from .parties import is_party

_WORD = re.compile(r"[^\W_]+(?:[^\W_]|[’'])*")
_JOINT = re.compile(r"([,;]\s+|\s+và\s+|\s*[-–]\s*)")
_LONGEST = 12
"""Words of a name that is looked for in the plan."""
_PLACES = re.compile(
    r"(?:các\s+)?(?:xã|phường|đặc khu|thị trấn|thị xã|huyện|thành phố|thôn|bản|ấp|khu phố|tổ dân phố)\s*$"
)
_NAMES = {"việt nam": "Việt Nam", "hồ chí minh": "Hồ Chí Minh"}
"""The two names of the land that bodies are called by."""
_SHORT = re.compile(r"(?:UBND|HĐND|MTTQ|[^AEIOUYÀ-Ỹ\W]{2,})")
"""A short form: capitals without a vowel, or one that every plan has."""


@dataclass(frozen=True)
class Capitals:
    """The ordinary spelling of words in capitals, by the text of a plan."""

    text: str

    @cached_property
    def _lines(self) -> str:
        """What the plan writes in ordinary letters."""
        return "\n".join(line for line in self.text.split("\n") if line != line.upper())

    @cached_property
    def _folded(self) -> str:
        return self._lines.lower()

    def forms(self, said: str) -> Iterator[str]:
        """The ways in which words in capitals may be written, the likeliest first; the words alone if they are no capitals."""
        if said != said.upper() or len(_WORD.findall(said)) < 2:
            yield said
            return
        spelled = self._spelled(said)
        yield self._cased(spelled, _each_piece)
        for place in (1, 2, 3):
            yield self._cased(spelled, partial(_with_field, place=place))

    def _spelled(self, said: str) -> str:
        """Words as the plan writes them elsewhere, the longest runs first; the others in small letters."""
        words = list(_WORD.finditer(said))
        done, at, number = "", 0, 0
        while number < len(words):
            for count in range(min(_LONGEST, len(words) - number), 1, -1):
                start, end = words[number].start(), words[number + count - 1].end()
                if written := self._written(said[start:end]):
                    done += _small(said[at:start]) + written
                    at, number = end, number + count
                    break
            else:
                number += 1
        return done + _small(said[at:])

    def _written(self, run: str) -> str:
        place = self._folded.find(run.lower())
        while place >= 0:
            written = self._lines[place : place + len(run)]
            whole = not re.match(r"\w", self._folded[place + len(run) : place + len(run) + 1]) and not re.search(
                r"\w$", self._folded[max(place - 1, 0) : place]
            )
            if whole and re.match(UPPER, written) and written != run:
                return written
            place = self._folded.find(run.lower(), place + 1)
        return ""

    @staticmethod
    def _cased(spelled: str, first: Callable[[str], str]) -> str:
        """Words with what `first` does with each piece of them."""
        pieces = _JOINT.split(spelled)
        done = ""
        for piece in pieces:
            if _JOINT.fullmatch(piece):
                done += piece
                continue
            done += first(piece) if not done or is_party(piece) else _each_piece(piece)
        return done


def _small(words: str) -> str:
    """Words in small letters, but for short forms and the names of the land."""
    low = _WORD.sub(lambda one: one[0] if _SHORT.fullmatch(one[0]) else one[0].lower(), words)
    for name, written in _NAMES.items():
        low = low.replace(name, written)
    return low


def _each_piece(piece: str) -> str:
    """A piece with a capital at its head, but for one that only says of which places: "các xã, phường"."""
    return piece if _PLACES.match(piece) else piece[:1].upper() + piece[1:]


def _with_field(piece: str, place: int) -> str:
    """A piece with capitals at its head and where its field of work may begin: "Trung tâm Phục vụ …" at the third word."""
    words = piece.split(" ")
    return " ".join(word[:1].upper() + word[1:] if number in (0, place) else word for number, word in enumerate(words))
