"""Sentences that plainly give work where work is given out, and of which nobody was found who does it: asked of whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ....vietnamese.slugs import fold
from ...shape import WHO, Degree, Mark, Passage
from ..bodies.bodies import Bodies
from ..plan_context import Context, Place
from ..reports.reports import reports_in
from ..verbs.duty_words import ALL_DONE, IFS, ONLY_DONE, OTHER_LABEL
from ..verbs.roles import Led, led_by
from ..words import Span, overlap, sentences

_MOST = 4
"""So many bodies are offered."""
_FEWEST = 5
"""Words of a sentence that gives work."""
_NO_WORK = {"budget", "objective", "beneficiaries", "norm", "timing", "scope"}
"""Of what parts tell that give no work, even below one that does."""
_TELLS = re.compile(
    r"(?:quyet dinh|ke hoach|nghi quyet|van ban) nay\b|ban hanh kem theo|tren day la|(?:co quan|don vi)? ?(?:phoi hop|chu tri|thuc hien)\s*:|ngoai (?:viec|cac)|(?:cac )?(?:viec|nhiem vu) (?:phai|can|duoc)\b"
)
"""What a sentence begins with that says of the plan, or by a label who does the work: it gives none."""
_WHY = "câu này như giao việc mà máy không thấy ai làm; không phải ai trong số này thì chọn “không”, rồi bấm vào câu mà ghi"


@dataclass
class WhoseWork:
    """Asks whose work the sentences of a plan are."""

    context: Context
    bodies: Bodies
    _told: Counter[str] = field(default_factory=Counter)

    def ask(self, texts: list[tuple[Passage, Place]]) -> None:
        """Put a mark that asks on each such sentence; `texts` are the passages of the plan that may give work."""
        for passage, _ in texts:
            self._told.update(id for mark in passage.marks for id in mark.sets.get("bearers", ()))
        before: list[str] = []
        part: object = None
        for passage, place in texts:
            before = before if place.part is part else []
            part = place.part
            within = {one.kind for one in place.line}
            if place.assigns and place.kind not in _NO_WORK and not within & {"article", "project", "subproject"}:
                passage.marks += self._asked(passage, before)
            before = [id for mark in passage.marks for id in mark.sets.get("bearers", ()) if mark.kind != WHO] or before

    def _asked(self, passage: Passage, before: list[str]) -> Iterator[Mark]:
        text = passage.text
        if any(one.whole and "bearers" in one.sets for one in passage.marks) and not _given(passage):
            return
        for span in sentences(text):
            led = self._given(passage, span)
            ids = self._likely(text, span, before) if led else []
            if led and ids:
                sets: dict[str, object] = {"roles": list(led.roles)}
                if "report" in led.roles:
                    sets["reports"] = reports_in(text, span, self.bodies, self.context.years)
                ways = [{**sets, "bearers": [id]} for id in ids]
                yield Mark(*span, ways[0], WHO, Degree.ASK, why=_WHY, others=tuple(ways))

    @staticmethod
    def _given(passage: Passage, span: Span) -> Led | None:
        """The role of the verb that a sentence begins with, where nothing is known of its work."""
        text = passage.text
        words = text[slice(*span)]
        if len(words.split()) < _FEWEST or words.rstrip().endswith(":") or _TELLS.match(fold(words)):
            return None
        if any(overlap((one.start, one.end), span) for one in passage.marks if "roles" in one.sets):
            return None
        if any(pattern.match(text, *span) for pattern in (OTHER_LABEL, ONLY_DONE, ALL_DONE)) or IFS.search(text, *span):
            return None
        led = led_by(text, *span)
        plain = led and led.known and led.verb[0] - span[0] < len(words) / 2
        return led if led and plain and (led.roles != ("implement",) or words[0].isupper()) else None

    def _likely(self, text: str, span: Span, before: list[str]) -> list[str]:
        """Who may do it: those whom the sentence names, who did what stands before it, who has most work in the plan."""
        named = self.bodies.ids_of(one.name for one in self.bodies.find(text) if span[0] <= one.start < span[1])
        often = [id for id, _ in self._told.most_common(_MOST * 2)]
        return list(dict.fromkeys([*before, *(id for id in named if self._told[id]), *often]))[:_MOST]


def _given(passage: Passage) -> bool:
    """Whether some words of a passage have a role."""
    return any("roles" in one.sets for one in passage.marks)
