"""The names that stand behind a label ("Cơ quan phối hợp: …"): bodies that are known, and whoever else stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..verbs.duty_words import WITH
from ..verbs.roles import verb_at
from ..words import UPPER
from .actors import actor_at
from .bodies import Bodies
from .body_lists import listed
from .body_names import Named

_AND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|\+|/)\s+(?:và\s+)?|\s+và\s+(?=(?:các\s+)?[A-ZĐỦ]|các\s)")
"""Between two names behind a label."""


@dataclass(frozen=True)
class LabelNames:
    """Reads the names behind labels."""

    bodies: Bodies

    def listed_from(self, text: str, start: int, stop: int) -> list[Named]:
        """The bodies that stand behind a label, known ones and those that only stand there."""
        found = [one for one in self.bodies.find(text) if start <= one.start and one.end <= stop]
        taken = listed(found, text, start)
        place = taken[-1].end if taken else start
        within = text.rfind("(", 0, start) > text.rfind(")", 0, start)  # brackets hold several labels
        left = (re.split(r"[;)]", text[place:stop])[0] if within else text[place:stop]).rstrip(" .;,")
        if taken and re.fullmatch(r"(?: [^\s,;.()]+){1,5}", left) and not self._goes_on(text, place + 1, stop):
            taken[-1] = Named(taken[-1].start, place + len(left), taken[-1].name + left)
            self.bodies.learn(taken[-1].name)
            return taken
        return [*taken, *self._unknown(text, place, stop, beside=bool(taken))]

    def _goes_on(self, text: str, place: int, stop: int) -> bool:
        """Whether what stands there is no more of a name."""
        return bool(WITH.match(text, place, stop) or verb_at(text, place, stop))

    def _unknown(self, text: str, start: int, stop: int, *, beside: bool) -> list[Named]:
        """Names that no grammar knows, one after the other; `beside`: behind others that it knows."""
        if beside and not (joint := _AND.match(text, start, stop)):
            return []
        place = joint.end() if beside and joint else start
        pieces: list[Named] = []
        while place < stop:
            end = next((one.start() for one in _AND.finditer(text, place, stop)), stop)
            word = re.sub(r"\s*\([^()]*\)", "", text[place:end]).strip(" ,;.")
            known = [one for one in self.bodies.find(text) if one.start == place and one.end <= stop]
            if known:
                pieces.append(known[0])
                end = known[0].end
            elif word and len(word.split()) <= 12 and (re.match(UPPER, word) or actor_at(text, place, end)):
                if len(word.split()) > 5 and verb_at(text, place, end):
                    break
                self.bodies.learn(word)
                pieces.append(Named(place, place + len(text[place:end].rstrip(" ,;.")), word))
            else:
                break
            joint = _AND.match(text, end, stop)
            if not joint:
                break
            place = joint.end()
        return pieces
