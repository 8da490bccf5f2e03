"""Sentences that give work: who bears it, in which role, with whom, by whose guidance.

Where work is given out, the heading is the bearer; a body at the head of a sentence comes before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...vietnamese.slugs import fold
from ..shape import Degree
from .bearers import ASKED, NO_BEARER, Bearer, Bearers
from .bodies import Bodies
from .body_lists import listed
from .body_names import Named, villages
from .duty_parts import joined, parted
from .duty_words import (
    BARE,
    GAP,
    GENERAL,
    GUIDED,
    IFS,
    KIND,
    MAY_ACT,
    NUMBERED,
    ONLY_DONE,
    OTHER_LABEL,
    PAST_VERB,
    WITH,
)
from .fitting import Found
from .plan_context import NAMED_FOR_GOALS, Context, Place
from .reports import reports_in
from .roles import Led, led_by, skipped, verb_at
from .words import UPPER, Span, inside, sentences


@dataclass
class Duties:
    """Reads the sentences of a plan that give work."""

    context: Context
    bodies: Bodies
    bearers: Bearers

    def in_sentences(self, text: str, place: Place, bearer: Bearer | None, taken: list[Span]) -> list[Found]:
        """The duties of a text; `taken` is where documents are named."""
        found: list[Found] = []
        current = bearer
        named = [one for one in self.bodies.find(text) if not inside(one.start, taken)]
        assigns = place.assigns or bearer is not None
        general = not assigns and any(GENERAL.search(NAMED_FOR_GOALS.sub("", fold(one.heading))) for one in place.line)
        for span in joined(text, sentences(text), self.bodies):
            if IFS.search(text, *span):
                continue
            for part in self._by_body(text, parted(text, span, taken), named):
                if OTHER_LABEL.match(text, *part) or (
                    part != (0, len(text)) and ONLY_DONE.fullmatch(text, *part) and len(text[slice(*part)].split()) < 10
                ):
                    continue
                leader = self._leader(text, part, named, assigns, current)
                start = part[0]
                if leader is not None:
                    if not self._is_head_of(leader[0], current):
                        current = Bearer(tuple(self.bodies.ids_of(one.name for one in leader[0])), leader[2])
                    start = leader[1]
                elif current is None:
                    continue
                elif beyond := self._beside_at(text, start, part[1], named):
                    start = beyond
                if found and re.match(r"để\s+tổng hợp", text[part[0] : part[1]]) and (to := _told(found[-1])):
                    found.append(
                        self._duty(
                            text,
                            part,
                            part[0],
                            Led(("report",), (part[0] + 3, part[1]), True),
                            Bearer(to),
                            named,
                            taken,
                            general,
                        )
                    )
                    continue
                if current is None:
                    continue
                if leader is None and (beside := _TOGETHER.match(text, start, part[1])):
                    helpers = listed(named, text, beside.end())
                    start = helpers[-1].end + 1 if helpers and helpers[-1].end < part[1] - 1 else start
                if numbered := NUMBERED.match(text, start, part[1]):
                    start = numbered.end()
                led = led_by(text, start, part[1])
                if led is None:
                    if leader is None and not (place.assigns and bearer is not None):
                        continue
                    if leader is None and found and part[0] != span[0]:
                        continue
                    led = Led(("implement",), (start, start + 1), False)
                duty = self._duty(text, part, start, led, current, named, taken, general)
                if duty.sets.get("reports") == [{}] and _is_told(found, duty):
                    found[-1] = replace(found[-1], wide=((found[-1].wide or found[-1].core)[0], part[1]))
                else:
                    found.append(duty)
        return found

    @staticmethod
    def _by_body(text: str, parts: list[Span], named: list[Named]) -> list[Span]:
        """Parts that begin with a body, cut where another body with its own verb follows: "Phòng A làm chủ đầu tư, các thôn giám sát"."""
        found: list[Span] = []
        for start, end in parts:
            begin = start
            if any(
                re.fullmatch(rf"(?:[^:;,.]{{2,30}}:\s+)?(?:{ASKED.pattern})?", text[start : one.start], re.IGNORECASE)
                for one in named
                if one.start >= start
            ):
                for one in named:
                    before = text[begin : one.start]
                    if not begin < one.start < end or not before.endswith(", ") or len(before.split()) < 4:
                        continue
                    if any(other.end + 2 == one.start for other in named) or WITH.search(before):
                        continue
                    gap = GAP.match(text, one.end, end)
                    verb = verb_at(text, gap.end() if gap else one.end, end)
                    if verb and verb[0] != "implement":
                        found.append((begin, one.start - 1))
                        begin = one.start
            found.append((begin, end))
        return found

    def _duty(
        self,
        text: str,
        part: Span,
        start: int,
        led: Led,
        bearer: Bearer,
        named: list[Named],
        taken: list[Span],
        general: bool,
    ) -> Found:
        sets: dict[str, object] = {"roles": list(led.roles), "bearers": list(bearer.ids)}
        partners = self._partners(text, part, named)
        if partners:
            sets["with"] = [id for id in self.bodies.ids_of(one.name for one in partners) if id not in bearer.ids]
            if not sets["with"]:
                del sets["with"]
        if guides := self._guides(text, part, named):
            sets["guided_by"] = self.bodies.ids_of(one.name for one in guides)
        if "report" in led.roles:
            reports = reports_in(text, (start, part[1]), self.bodies, self.context.years)
            if part[0] < start and not any("deadline" in one for one in reports):
                wide = reports_in(text, part, self.bodies, self.context.years)
                reports = [
                    {
                        **{key: value for key, value in one.items() if key not in ("to", "via")},
                        **{key: reports[0][key] for key in ("to", "via") if key in reports[0]},
                    }
                    for one in wide
                ]
            sets["reports"] = reports
        degree = bearer.degree if led.known and not general else Degree.LIKELY
        why = bearer.why or (
            "Câu này nêu yêu cầu chung; có thể không giao việc."
            if general
            else ""
            if led.known
            else "Không rõ việc này thuộc vai trò nào."
        )
        return Found(
            (led.verb[0], max(led.verb[1], led.verb[0] + 1)),
            sets,
            "role",
            degree,
            part,
            why=why,
            firm=bearer.degree is Degree.SURE and not general,
        )

    def _leader(
        self, text: str, part: Span, named: list[Named], assigns: bool, current: Bearer | None
    ) -> tuple[list[Named], int, Degree] | None:
        """The bodies that a sentence begins with, where its verb begins; None where it begins otherwise."""
        start, end = part
        if current is not None and self._beside_at(text, start, end, named):
            return None
        place = start
        if match := re.match(r"(?:và|đồng thời,?)\s+", text[place:end]):
            place += match.end()
        heads = [place]
        if number := re.match(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+•])\s+", text[start:end]):
            place += number.end()
            heads = [place]
        under = skipped(text, place, end)
        heads += [under] if under != place else []
        for match in re.finditer(r"(?:^|,)\s+", text[start:end]):
            if re.match(
                r"(?i)(?:căn cứ|theo|trên cơ sở|trong|định kỳ|hằng|hàng|trước|sau|để|bám sát|chậm nhất|khi|nếu)\b",
                text[start:end],
            ) and not re.search(r"(?i)\b(?:báo cáo|gửi|nộp|trình)\b", text[start : start + match.start()]):
                heads.append(start + match.end())
        if label := re.match(
            r"(?:Tháng|Quý|Ngày|Trước|Từ|Đợt)[^:;.]{1,45}:\s+|(?:Phân công|Tổ chức|Giao)(?:\s+(?:thực hiện|nhiệm vụ|trách nhiệm|việc))*\s*:\s+",
            text[start:end],
        ):
            heads.append(start + label.end())
        if current is not None and _TOGETHER.match(text, place, end):
            return None  # "cùng Kho bạc rà soát …": it goes on with who is named already
        for head in heads:
            asked = ASKED.match(text, head, end)
            if (
                asked
                and current is not None
                and re.match(r"Phân công\s+(?:các\s+)?(?:thành viên|cán bộ|công chức)", text[head:end])
            ):
                return None
            at = asked.end() if asked else head
            if comrade := re.compile(r"(?:các\s+)?đồng chí\s+", re.IGNORECASE).match(text, at, end):
                at = at if any(one.start == at for one in named) else comrade.end()
            names = [one for one in listed(named, text, at) if one.end <= end]
            if not names and (assigns or asked):
                names = villages(text, at, end)
            if not names or (names[0].start - at > 5):
                continue
            stop = names[-1].end
            if PAST_VERB.match(text, stop, end) and not asked:
                return None
            gap = GAP.match(text, stop, end)
            verb = gap.end() if gap else stop
            for after in (verb,) if re.match(r"\s+(?:phụ trách|theo)\b", text[stop:verb]) else (stop, verb):
                space = re.match(r"\s*:?\s*", text[after:end])
                at_verb = after + (space.end() if space else 0)
                if at_verb < end and (verb_at(text, skipped(text, at_verb, end), end) or verb_at(text, at_verb, end)):
                    if (
                        text[at_verb : at_verb + 8].lower().startswith(("tổng hợp", "về "))
                        and not assigns
                        and not asked
                        and not re.match(r"tổng hợp,?\s[^;.]{0,60}?(?:báo cáo|tham mưu|trình|gửi)\b", text[at_verb:end])
                    ):
                        return None
                    return names, at_verb, Degree.SURE
            if asked or (assigns and gap and ":" in gap[0]):
                return names, verb, Degree.SURE
            if assigns and MAY_ACT.match(text, stop, end):
                return names, verb, Degree.LIKELY
        if assigns and (found := self._unknown(text, place, end)):
            return found
        if (
            assigns
            and current is None
            and not re.match(r"(?:Tháng|Quý|Ngày|Trước|Từ|Đợt|Năm|Giai đoạn)\b", text[start:end])
            and (colon := re.match(rf"({UPPER}[^:;.]{{3,110}}?)\s*:\s+", text[start:end]))
            and not NO_BEARER.match(fold(colon[1]))
        ):
            bearer = self.bearers.of_words(colon[1], beside=True)
            if bearer and verb_at(text, skipped(text, start + colon.end(), end), end):
                names = [
                    one for one in self.bodies.find(text) if one.start < start + colon.end(1) and one.start >= start
                ]
                if names:
                    return names, start + colon.end(), bearer.degree
        if assigns and current is None:
            return self._late(text, part, named)
        return None

    def _unknown(self, text: str, start: int, end: int) -> tuple[list[Named], int, Degree] | None:
        """A body that the grammar does not know, by its first word and the verb behind it: "Tổ giám sát cộng đồng kiểm tra"."""
        if not KIND.match(text, start, end):
            return None
        for space in list(re.finditer(r"\s+", text[start:end]))[1:9]:
            place = start + space.end()
            if re.search(r"[,:;()]", text[start:place]):
                return None
            gap = GAP.match(text, place, end)
            verb = gap.end() if gap else place
            led = verb_at(text, skipped(text, verb, end), end)
            if led and (led[0] != "implement" or verb > place):
                name = text[start : start + space.start()]
                return [Named(start, start + len(name), name)], verb, Degree.LIKELY
        return None

    @staticmethod
    def _late(text: str, part: Span, named: list[Named]) -> tuple[list[Named], int, Degree] | None:
        """A body that stands later in a sentence, right before its verb: "Căn cứ … các sở, ngành xây dựng kế hoạch"."""
        start, end = part
        for one in named:
            if not start < one.start < end or re.search(
                r"(?:với|của|cho|về|và|cùng|tại|qua|thuộc|,)\s*$", text[start : one.start]
            ):
                continue
            gap = GAP.match(text, one.end, end)
            verb = gap.end() if gap else one.end
            if verb_at(text, skipped(text, verb, end), end):
                return [one], verb, Degree.LIKELY
        return None

    @staticmethod
    def _beside_at(text: str, start: int, end: int, named: list[Named]) -> int:
        """Where a sentence goes on that begins with those beside its bearer: "cùng Công an xã giám sát"; 0 for others."""
        match = re.compile(r"cùng(?:\s+với)?\s+", re.IGNORECASE).match(text, start, end)
        names = [one for one in listed(named, text, match.end()) if one.end <= end] if match else []
        space = re.compile(r"[,\s]*").match(text, names[-1].end, end) if names else None
        return space.end() if space and space.end() < end else 0

    def _is_head_of(self, names: Sequence[Named], current: Bearer | None) -> bool:
        """Whether a sentence only names whoever heads the body of the heading: "Trưởng thôn" of "Các thôn"."""
        if current is None or len(names) != 1 or len(current.ids) != 1:
            return False
        key = self.bodies.key(names[0].name)
        heading = self.bodies.key(self.bodies.forms(current.ids[0])[0]) if self.bodies.forms(current.ids[0]) else ""
        match = re.match(r"(?:truong|giam doc|hieu truong|thu truong|bi thu|chanh) (.*)", key)
        return bool(match and match[1] and match[1] in heading.removeprefix("cac ") and len(match[1]) > 2)

    def _partners(self, text: str, part: Span, named: list[Named]) -> list[Named]:
        taken: list[Named] = []
        for match in WITH.finditer(text, *part):
            names = [one for one in listed(named, text, match.end()) if one.end <= part[1]]
            if not names and (bare := BARE.match(text, match.end(), part[1])):
                names = [Named(bare.start(), bare.end(), bare[0])]
            taken += [one for one in names if one not in taken]
        return taken

    def _guides(self, text: str, part: Span, named: list[Named]) -> list[Named]:
        for match in GUIDED.finditer(text, *part):
            if names := listed(named, text, match.end()):
                return [one for one in names if one.end <= part[1]]
        return []


_TOGETHER = re.compile(r"cùng(?:\s+với)?\s+")


def _is_told(found: Sequence[Found], duty: Found) -> bool:
    """Whether a report that says neither to whom nor when is the one told of right before."""
    return bool(found) and "reports" in found[-1].sets and found[-1].sets["bearers"] == duty.sets["bearers"]


def _told(duty: Found) -> tuple[str, ...]:
    """To whom a duty reports."""
    reports = duty.sets.get("reports") or ()
    return tuple(dict.fromkeys(id for one in reports for id in one.get("to", ())))
