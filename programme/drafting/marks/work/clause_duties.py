"""The duties of clauses of which nothing was found: those who act there bear what they do, all else asked of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...shape import PLACED, Degree
from ..fitting import Found
from ..plan_context import Place
from ..verbs.roles import Led, led_by
from ..words import Span, inside, overlap
from .bearers import Bearer
from .clauses import Acting, acting, only_helps
from .duties import BY_PLACE, Duties
from .named_last import named_last
from .shown_parties import shown, with_shown
from .stated_names import stated


@dataclass(frozen=True)
class ClauseDuties:
    """Adds to what the sentences of a text gave out."""

    duties: Duties

    def beside(self, found: Sequence[Found], text: str, place: Place, taken: list[Span]) -> list[Found]:
        """The duties found, and those of the clauses left; `taken` is where documents are named."""
        bodies = self.duties.bodies
        known = [one for one in bodies.find(text) if not inside(one.start, taken)]
        named = with_shown(known, [one for one in shown(text, known) if not inside(one.start, taken)])
        named = stated(text, named)
        done = list(found)
        for one in [*acting(text, named), *named_last(text, named)]:
            ids = bodies.ids_of(name.name for name in one.names)
            if any(_holds(duty, one, ids) or self._has_longer(text, duty, one) for duty in done):
                continue
            if only_helps(text, one):
                done = _helped(done, text, one, ids)
                continue
            led = (
                _as_what(text, one)
                or led_by(text, one.verb, one.clause[1])
                or Led(("implement",), (one.verb, one.verb + 1), False)
            )
            duty = self.duties.duty(
                text, one.clause, one.verb, led, Bearer(tuple(ids), Degree.LIKELY, BY_PLACE), named, taken, False
            )
            done.append(replace(duty, kind=PLACED, degree=Degree.LIKELY, firm=False))
        return sorted(done, key=lambda one: one.core)

    def _has_longer(self, text: str, duty: Found, one: Acting) -> bool:
        """Whether a bearer of a duty has a longer name that holds the one there."""
        first = one.names[0]
        forms = [form for id in duty.sets.get("bearers", ()) for form in self.duties.bodies.forms(id)]
        longer = (form for form in forms if len(form) > len(first.name))
        spans = (match.span() for form in longer for match in re.finditer(re.escape(form), text, re.IGNORECASE))
        return any(start <= first.start < end for start, end in spans)


_WORK = re.compile(r"(?:(?:còn|riêng|nhưng)\s+)?việc\s+", re.IGNORECASE)
_DOES = re.compile(r"(?:tiến\s+hành|thực\s+hiện|đảm\s+nhận|đảm\s+nhiệm|làm|lo|gánh)(?!\w)")
"""What only says that a work is done which was told before: "việc đếm lại hộ do A tiến hành"."""
_IS = re.compile(
    r"(?:(?P<lead>đầu\s+mối|chủ\s+trì|chỉ\s+huy)|người\s+(?P<report>gửi|báo\s+cáo|báo))\b[^,;:.()]{0,40}?\slà\s+$",
    re.IGNORECASE,
)
"""Right before somebody, as what they are named: "đầu mối duy nhất là A", "người gửi là B"."""


def _as_what(text: str, one: Acting) -> Led | None:
    """The role that a noun gives to those whom it says behind "là"."""
    start, first = one.clause[0], one.names[0].start
    if (work := _WORK.match(text, start, first)) and _DOES.match(text, one.verb):
        return led_by(text, work.end(), first)
    noun = _IS.search(text, start, first) if one.verb < first else None
    return Led(("lead" if noun["lead"] else "report",), (one.verb, one.verb + 1), True) if noun else None


def _holds(duty: Found, one: Acting, ids: Sequence[str]) -> bool:
    """Whether a duty tells already what somebody does, or beside whom."""
    told = {*duty.sets.get("bearers", ()), *duty.sets.get("with", ()), *duty.beside, *duty.sets.get("guided_by", ())}
    own = overlap(duty.wide or duty.core, one.clause)
    return own and (bool(told & set(ids)) or one.names[0].start <= duty.core[0] == one.verb)


def _helped(done: list[Found], text: str, one: Acting, ids: Sequence[str]) -> list[Found]:
    """The duties, with those who only help beside the bearer of the one before them in their sentence."""
    before = [duty for duty in done if duty.core[0] < one.names[0].start]
    if not before or any(sign in text[before[-1].core[0] : one.names[0].start] for sign in (";", ". ")):
        return done
    last = before[-1]
    helps = [*last.sets.get("with", ()), *(id for id in ids if id not in last.sets.get("bearers", ()))]
    told = replace(last, sets={**last.sets, "with": list(dict.fromkeys(helps))})
    return [told if duty is last else duty for duty in done]
