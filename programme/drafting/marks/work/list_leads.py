"""Who bears the items of a list: the line that leads to them, "- Phòng Kinh tế:" above "+ Lập hồ sơ."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...outline.nesting import nested
from ...shape import Part, Passage
from ..bodies.bodies import Bodies
from ..plan_context import Place
from ..verbs.roles import skipped, verb_at
from .bearers import Bearer, Bearers, rest_of, unasked

_LONGEST = 30


@dataclass
class ListLeads:
    """Reads the lists of a plan where work is given out."""

    bodies: Bodies
    bearers: Bearers
    _found: dict[int, dict[str, str]] = field(default_factory=dict)

    def names_bodies(self, text: str) -> bool:
        """Whether a line does nothing but name those whom the lines below it give work to: "- Các thôn:"."""
        if not text.rstrip().endswith(":") or len(text.split()) > _LONGEST:
            return False
        said = unasked(bare_lead(text))
        named = self.bodies.find(said)
        return bool(named) and not rest_of(said, named)

    def bearer_of(self, text: str, place: Place) -> Bearer | None:
        """Who bears an item, by the line that leads to it; None where none names bodies."""
        if place.part is None:
            return None
        if id(place.part) not in self._found:
            self._found[id(place.part)] = dict(self._leads(place.part))
        lead = self._found[id(place.part)].get(text)
        if lead and not self.names_bodies(lead):
            return self.bearers.beginning(lead) if verb_at(text, skipped(text, 0, len(text)), len(text)) else None
        return self.bearers.of_words(bare_lead(lead), beside=True) if lead else None

    def _gives_more(self, text: str) -> bool:
        """Whether a line tells the work of bodies and leads to more of it: "UBND các xã chịu trách nhiệm về …, có các nhiệm vụ:"."""
        return text.rstrip().endswith(":") and self.bearers.beginning(text) is not None

    def _leads(self, part: Part) -> Iterable[tuple[str, str]]:
        """Each item with the line that leads to it."""
        above = ""
        for one, within in nested([*part.paragraphs, *part.items]):
            is_lead = self.names_bodies(one.text) or self._gives_more(one.text)
            if is_lead:
                above = one.text
            elif _begins_anew(one):
                above = ""
            elif above:
                yield one.text, above
            yield from self._below(within, one.text if is_lead else above)

    def _below(self, passages: Iterable[Passage], above: str) -> Iterable[tuple[str, str]]:
        for one, within in nested(passages):
            is_lead = self.names_bodies(one.text) or self._gives_more(one.text)
            if above and not is_lead:
                yield one.text, above
            yield from self._below(within, one.text if is_lead else above)


_HAS_WORK = re.compile(
    r",?\s+(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|chịu\s+trách\s+nhiệm)"
    r"(?:,?\s+(?:(?:tổ\s+chức|chủ\s+động|triển\s+khai)\s+)*thực\s+hiện)?(?:\s+(?:các|những)\s+(?:nhiệm\s+vụ|công\s+việc|việc|nội\s+dung))?"
    r"(?:\s+(?:cụ\s+thể|như\s+sau|sau\s+đây|sau))*$",
    re.IGNORECASE,
)
"""Behind the bodies of such a line: that they have work to do."""


def bare_lead(text: str) -> str:
    """A line that leads to a list without its colon, and without the words that only say that work follows."""
    return _HAS_WORK.sub("", text.strip(" :"))


def _begins_anew(passage: Passage) -> bool:
    """Whether a line stands in no list, or leads into words of its own: "- Công an xã: giữ trật tự"."""
    return not passage.label or bool(re.match(r"[^:.;]{3,90}:\s+\S", passage.text))
