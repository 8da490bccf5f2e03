"""Who does it, told in brackets behind what is to be done: "Phát tin bài (Văn phòng chủ trì, phối hợp Phòng B)".

So it is at the end of a sentence: "… cho 60 hộ - Hội Nông dân xã chủ trì, phối hợp với Phòng Kinh tế", "… do Hội B phụ trách".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...shape import Degree
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..bodies.label_names import LabelNames
from ..bodies.parties import is_party
from ..fitting import Found
from ..verbs.duty_words import WITH
from ..verbs.roles import led_by, verb_at
from ..words import overlap, sentences

_BRACKET = re.compile(
    r"\((?:(?:phân\s+công|thực\s+hiện|tổ\s+chức\s+thực\s+hiện|trách\s+nhiệm)\s*:\s+)?(?:(?:do|giao)\s+)?(?P<said>[^()]{6,220})\)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r",?\s+(?:được giao\s+|là\s+|làm\s+)?(?:(?P<lead>(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|phụ trách|đầu mối|đảm nhiệm|đảm trách"
    r"|chịu trách nhiệm(?:\s+chính)?))|(?P<act>(?:tổ chức\s+|triển khai\s+)?thực hiện))(?:\s+(?:thực hiện|chính))?(?!\w)",
    re.IGNORECASE,
)
_BEFORE_LEADER = re.compile(r"\s+[-–]\s+|,\s+(?:do\s+)?|\s+do\s+|;\s+", re.IGNORECASE)
_JOINT = re.compile(r"[\s,;]*(?:và\s+)?")
_HELP = re.compile(r"\s+(?:cùng\s+)?(?:phối hợp|tham gia|hỗ trợ|dự)(?!\w)", re.IGNORECASE)
_END = re.compile(r"[;()]|$")
_BY_A_DAY = re.compile(r"(?:,\s+(?:xong\s+)?(?:trước|chậm\s+nhất|trong|đến|từ|ngày|tháng|quý)\s[^,;()]{2,40})?\s*")
_TOPIC = re.compile(r"[^:;.()]{3,80}:\s+")
"""Of what the work is that follows: "Quỹ đất còn trống: rà soát, thu hồi (Phòng A)"."""
_ONLY_NAMED = "Tên đứng trong ngoặc sau việc; có thể là nơi làm việc ấy."


@dataclass(frozen=True)
class BracketedWork:
    """Reads such brackets."""

    bodies: Bodies

    def found_in(self, text: str) -> list[Found]:
        """One duty for each bracket that begins with bodies and says what they do."""
        brackets: list[Found] = []
        for one in _BRACKET.finditer(text):
            if several := self._several(text, *one.span("said")):
                brackets += several
            elif read := self._read(text, *one.span("said")):
                first = next((begin for begin, end in sentences(text) if begin <= one.start() < end), one.start())
                first = max([first, *((other.wide or other.core)[1] for other in brackets)])
                brackets.append(replace(read, wide=(first, (read.wide or read.core)[1])))
            elif alone := self._alone(text, *one.span("said")):
                brackets.append(alone)
        return brackets or self._at_the_end(text)

    def beside(self, text: str, duties: Sequence[Found]) -> list[Found]:
        """What the ends of those sentences tell in which none of some duties of a text stands."""
        spans = [one.wide or one.core for one in duties]
        free = [span for span in sentences(text) if not any(overlap(span, other) for other in spans)]
        return [found for span in free if (found := self._ends(text, *span))]

    def _at_the_end(self, text: str) -> list[Found]:
        """What stands behind a stroke, a comma or "do", up to the end of its sentence: who leads, with whom."""
        return [found for span in sentences(text) if (found := self._ends(text, *span))]

    def _ends(self, text: str, start: int, end: int) -> Found | None:
        for joint in _BEFORE_LEADER.finditer(text, start, end):
            found = self._read(text, joint.end(), end)
            stop = found.core[1] if found else 0
            ends = found and ("with" in found.sets or text[stop:end].strip(" .;") == "" or text[stop] in ",;")
            done = found and (found.sets["roles"] == ["lead"] or re.search(r"do\s+$", joint[0]))
            if found and ends and done and text[start : joint.start()].strip():
                return replace(found, wide=(start, found.core[1]))
        return None

    def _read(self, text: str, start: int, end: int) -> Found | None:
        named = [one for one in self.bodies.find(text) if start <= one.start and one.end <= end]
        leads = listed(named, text, start)
        if not leads and re.search(r"do\s+$", text[:start]) and is_party(text, start):
            leads = [
                Named(start, one.start(), text[start : one.start()])
                for one in [*_ROLE.finditer(text, start, end)][:1]
                if not re.search(r"[,;:()]", text[start : one.start()]) and len(text[start : one.start()].split()) < 12
            ]
        if not leads or leads[0].start != start:
            return None
        role = _ROLE.match(text, leads[-1].end, end)
        if not role:
            return self._by_verb(text, leads, end) if text[start - 1] == "(" else None
        helpers = self._helpers(text, role.end(), end, named)
        ids = self.bodies.ids_of(one.name for one in leads)
        beside = [id for id in self.bodies.ids_of(one.name for one in helpers) if id not in ids]
        span = (start, helpers[-1].end if helpers else role.end())
        sets = {"roles": ["lead" if role["lead"] else "implement"], "bearers": ids}
        return Found(span, {**sets, "with": beside} if beside else sets, "bearer", wide=span)

    def _several(self, text: str, start: int, end: int) -> list[Found]:
        """The duties of a bracket that tells those of several bodies: "(A hướng dẫn; B xây dựng phương án, trình UBND tỉnh)"."""
        found: list[Found] = []
        place = start
        for piece in text[start:end].split("; "):
            stop = place + len(piece)
            leads = [one for one in listed(self.bodies.find(text), text, place) if one.end <= stop]
            at = leads[-1].end + 1 if leads and leads[0].start == place else stop
            side = any(one.match(text, at - 1, stop) for one in (_ROLE, _HELP))
            led = led_by(text, at, stop) if at < stop and text[at - 1] == " " and not side else None
            if not led or led.verb[0] != at or "; " not in text[start:end]:
                return []
            ids = self.bodies.ids_of(one.name for one in leads)
            found.append(
                Found((place, led.verb[1]), {"roles": [*led.roles], "bearers": ids}, "bearer", wide=(place, stop))
            )
            place = stop + 2
        return found

    def _alone(self, text: str, start: int, end: int) -> Found | None:
        """Bodies that alone, or with a day, end a sentence that begins with a verb of work: "Duyệt mẫu nhà (Phòng A, trước 31/3)"."""
        first = next((span[0] for span in sentences(text) if span[0] <= start < span[1]), 0)
        if text[start - 1] != "(" or not re.match(r"\)\s*(?:[.;]|$)", text[end:]):
            return None
        topic = _TOPIC.match(text, first, start)
        first = topic.end() if topic else first
        led = led_by(text, first, start)
        leads = [one for one in listed(self.bodies.find(text), text, start) if one.end <= end]
        if not led or led.verb[0] != first or not leads or leads[0].start != start:
            return None
        if not _BY_A_DAY.fullmatch(text, leads[-1].end, end):
            return None
        sets = {"roles": [*led.roles], "bearers": self.bodies.ids_of(one.name for one in leads)}
        return Found((start, leads[-1].end), sets, "bearer", Degree.LIKELY, (first, end), why=_ONLY_NAMED)

    def _by_verb(self, text: str, leads: list[Named], end: int) -> Found | None:
        """What a verb that ends the bracket makes of them: "(Văn phòng HĐND và UBND xã tham mưu)"."""
        at = leads[-1].end + 1
        verb = verb_at(text, at, end) if text[at - 1 : at] == " " else None
        if not verb or text[verb[1] : end].strip(" .;"):
            return None
        span = (leads[0].start, end)
        ids = self.bodies.ids_of(one.name for one in leads)
        return Found(span, {"roles": [verb[0]], "bearers": ids}, "bearer", wide=span)

    def _helpers(self, text: str, start: int, end: int, named: list[Named]) -> list[Named]:
        """Those beside: "…, phối hợp với B", "…; B, C phối hợp"."""
        joint = _JOINT.match(text, start, end)
        place = joint.end() if joint else start
        if match := WITH.match(text, place, end):
            return listed(named, text, match.end())
        told = listed(named, text, place)
        if told and _HELP.match(text, told[-1].end, end):
            return told
        stop = next((one.start() for one in _END.finditer(text, place, end)), end)
        helps = next(_HELP.finditer(text, place, stop), None)
        return LabelNames(self.bodies).listed_from(text, place, helps.start()) if helps else []
