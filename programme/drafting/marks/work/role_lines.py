"""Lines and headings that say who plays which part: "Cơ quan chủ trì: A; cơ quan phối hợp: B, C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....vietnamese.slugs import fold
from ...shape import Part
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..bodies.label_names import LabelNames
from ..fitting import Found
from ..plan_context import Place, words_of
from ..verbs.duty_words import WITH
from ..words import Span, inside, sentences
from .bearers import ASKED, rest_of

_WHO = r"(?:(?:cơ quan|đơn vị|phòng|sở|ban|bộ phận|cán bộ|lực lượng|người|cấp)(?:,\s+(?:phòng|ban|ngành|đơn vị|đoàn thể|địa phương|tổ chức))*)?"
_LEADS = r"(?:được giao\s+)?chủ trì(?:,?\s+(?:thực hiện|tham mưu|quản lý|chịu trách nhiệm))?|phụ trách(?:\s+chính)?"
_FIRST = r"đầu mối(?:\s+(?:thực hiện|tham mưu|tổng hợp|theo dõi))?|thường trực|chủ đầu tư|chủ quản"
_ANSWERS = r"chịu trách nhiệm(?:\s+(?:chính|chung|thực hiện))?|đảm nhiệm|đảm trách|điều phối"
_HELPS = r"(?:cùng\s+)?phối h[ợơ]p(?:,?\s+(?:thực hiện|tham gia|triển khai))?|(?:cùng\s+)?tham gia(?:,?\s+phối hợp)?|cùng\s+(?:thực hiện|làm|phụ trách|triển khai)|hỗ trợ(?:\s+thực hiện)?|liên quan"
_ACTS = r"(?:tham mưu,?\s+)?(?:trực tiếp\s+|tổ chức\s+|triển khai\s+)?thực hiện"
_HAS_DUTY = r"trách nhiệm(?:\s+(?:tổ chức\s+)?thực hiện)?|phân công(?:\s+thực hiện)?"
_PART = rf"(?:(?P<lead>{_LEADS}|{_FIRST}|{_ANSWERS})|(?P<partner>{_HELPS})|(?P<act>{_ACTS})|(?P<duty>{_HAS_DUTY})|(?P<advise>tham mưu(?:\s+(?:chính|tổng hợp|giúp việc))?)|(?P<guide>hướng dẫn)|(?P<watch>(?:kiểm tra, )?giám sát))"
_BEFORE_LABEL = r"(?:^|(?<=[;.,(\n])\s*|(?<=:)\s+)"
_BEFORE_NAMES = r"(?=(?-i:[A-ZĐỦ]|các\s))"
_LABELLED = re.compile(
    rf"{_BEFORE_LABEL}(?P<label>(?:Các\s+)?{_WHO}\s*{_PART}(?:\s+(?:gồm|bao gồm|là))?)"
    rf"(?:\s*:\s*|(?<=\slà)\s+{_BEFORE_NAMES}|(?<=\sgồm)\s+{_BEFORE_NAMES})",
    re.IGNORECASE,
)
"""A label before names: "Cơ quan chủ trì:", "Phối hợp thực hiện:", "Đơn vị đầu mối là"."""
_ROLES = {
    "lead": "lead",
    "act": "implement",
    "advise": "advise",
    "duty": "implement",
    "guide": "guide",
    "watch": "monitor",
}


def _role(label: re.Match[str]) -> str:
    return next(role for part, role in _ROLES.items() if label[part])


_IN_BRACKETS = re.compile(
    r"\(\s*((?:là\s+)?(?:cơ quan\s+|đơn vị\s+)?(?:chủ trì|đầu mối|phối hợp))(?:\s+(?:thực hiện|chính))?\s*\)",
    re.IGNORECASE,
)

_IN_VERBS = re.compile(
    r"(?:[^:;.,]{2,40}:\s+|Giao\s+)?(?P<lead>[^;:.]{4,90}?)\s+(?:làm\s+)?(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm)(?:\s+(?:thực hiện|chính))?[,;]\s+(?:và\s+)?(?P<partner>[^:.]{4,200}?)\s+(?:cùng\s+)?(?:phối hợp|tham gia)(?:\s+(?:thực hiện|triển khai|tham gia))?\s*[.;]?\s*"
    r"$",
    re.IGNORECASE,
)


def _role_in(words: str) -> str:
    return "coordinate" if "phối hợp" in words.lower() else "lead"


def _shifted(one: Named, by: int) -> Named:
    return Named(one.start - by, one.end - by, one.name)


def _back(one: Found, by: int) -> Found:
    """A mark on a line that was read behind the words of its heading."""
    start, end = one.wide or one.core
    span = (max(start - by, 0), end - by)
    return Found(span, one.sets, one.kind, wide=span)


@dataclass
class RoleLines:
    """Reads the lines of a plan that name a part and who plays it."""

    bodies: Bodies

    def __post_init__(self) -> None:
        self.names = LabelNames(self.bodies)

    @staticmethod
    def has_label(text: str) -> bool:
        """Whether a text may name a part and who plays it."""
        return bool(_LABELLED.search(text))

    def under_label(self, text: str, place: Place) -> list[Found]:
        """Bodies that stand alone under "Cơ quan chủ trì": who leads, carries out, or helps where nobody leads."""
        match = _LABELLED.fullmatch(words_of(place.part).strip(" .:") + ": ") if place.part else None
        plain = match and (match["act"] or match["duty"] or match["guide"] or match["watch"])
        if match and plain and not re.match(r"(?:cac )?(?:co quan|don vi|so|cap)", fold(match["label"])):
            match = None if rest_of(text, self.bodies.find(text)) else match
        if match and match["lead"] and (both := self._lead_and_helpers(text, match)):
            return [both]
        if match and match["lead" if match["lead"] else "act"] and _LABELLED.search(text):
            before = match["label"] + ": "
            return [_back(one, len(before)) for one in self.labelled(before + text, [])]
        names = self.names.listed_from(text, 0, len(text)) if match else []
        if not match or not names or rest_of(text, names):
            return []
        ids = self.bodies.ids_of(one.name for one in names)
        if match["partner"]:
            return (
                []
                if self._leads_beside(place)
                else [Found((0, len(text)), {"roles": ["coordinate"], "bearers": ids}, "bearer", wide=(0, len(text)))]
            )
        sets: dict[str, object] = {"roles": [_role(match)], "bearers": ids}
        if match["lead"] and place.above:
            beside = [one for part in place.above[-1].parts for one in self._helping(part) if one not in ids]
            sets |= {"with": beside} if beside else {}
        return [Found((0, len(text)), sets, "bearer", wide=(0, len(text)))]

    def _lead_and_helpers(self, text: str, heading: re.Match[str]) -> Found | None:
        """Under the heading "Cơ quan chủ trì:" the line "A; cơ quan phối hợp: B, C": who leads, with whom."""
        within = [one for one in _LABELLED.finditer(text) if one["partner"] and one.start("label") > 0]
        if len(within) != 1:
            return None
        leads = self.names.listed_from(text, 0, within[0].start("label"))
        first_end = next((end for start, end in sentences(text) if start <= within[0].end() - 1 < end), len(text))
        helpers = self.names.listed_from(text, within[0].end(), first_end)
        if not leads or not helpers or text[: leads[0].start].strip():
            return None
        ids = self.bodies.ids_of(one.name for one in leads)
        beside = [one for one in self.bodies.ids_of(one.name for one in helpers) if one not in ids]
        span = (0, helpers[-1].end)
        return Found(span, {"roles": [_role(heading)], "bearers": ids, "with": beside}, "bearer", wide=span)

    def _helping(self, part: Part) -> list[str]:
        match = _LABELLED.fullmatch(words_of(part).strip(" .:") + ": ")
        if not match or not match["partner"]:
            return []
        return self.bodies.ids_of(
            one.name
            for passage in part.passages()
            for one in self.names.listed_from(passage.text, 0, len(passage.text))
        )

    @staticmethod
    def _leads_beside(place: Place) -> bool:
        parts = place.above[-1].parts if place.above else []
        return any((match := _LABELLED.fullmatch(words_of(one).strip(" .:") + ": ")) and match["lead"] for one in parts)

    def helping_after(self, text: str, place: Place) -> list[str]:
        """The bodies of a line "Cơ quan phối hợp: …" that follows the line of a text in the same part."""
        lines = [*place.part.paragraphs, *place.part.items] if place.part else []
        at = next((number for number, one in enumerate(lines) if one.text == text), None)
        if at is None or at + 1 >= len(lines):
            return []
        following = lines[at + 1].text
        match = _LABELLED.match(following)
        if not match or not match["partner"]:
            return []
        after = _LABELLED.search(following, match.end())
        stop = after.start() if after else len(following)
        return self.bodies.ids_of(one.name for one in self.names.listed_from(following, match.end(), stop))

    def labelled(self, text: str, taken: list[Span], *, after_lead: bool = False) -> list[Found]:
        """ "Cơ quan chủ trì: A; cơ quan phối hợp: B, C": who leads, with whom, who carries out."""
        matches = [match for match in _LABELLED.finditer(text) if not inside(match.start("label"), taken)]
        matches = [
            match
            for match in matches
            if re.match(r"(?i)(?:các\s+)?(?:cơ quan|đơn vị|phòng|sở|cấp|ban|bộ phận|người)", match["label"])
            or match.start("label") == 0
            or re.search(r"[.\n]\s*$", text[: match.start("label")])  # a sentence of its own
            or text[match.start("label") - 1] == "("
            or (match["lead"] and re.search(r";\s*$", text[: match.start("label")]))
            or ":" not in match[0]
            or (match is not matches[0] and not match["act"])
        ]
        found: list[Found] = []
        for match, after in zip(matches, [*matches[1:], None], strict=False):
            stop = after.start("label") if after else self._list_end(text, match.end())
            if match["duty"] and rest_of(text[match.end() : stop], self.bodies.find(text[match.end() : stop])):
                continue  # a sentence: "Phân công: Sở Y tế làm đầu mối …"
            names = self.names.listed_from(text, match.end(), stop)
            if not names:
                continue
            span = (match.start("label"), names[-1].end)
            ids = self.bodies.ids_of(one.name for one in names)
            beside = [] if match["partner"] else self._beside(text, names[-1].end, stop)
            if match["partner"]:
                leader = next((one for one in reversed(found) if one.sets["roles"][0] in ("lead", "implement")), None)
                if leader:
                    found[found.index(leader)] = Found(
                        leader.core,
                        {**leader.sets, "with": [id for id in ids if id not in leader.sets["bearers"]]},
                        "bearer",
                        wide=((leader.wide or leader.core)[0], span[1]),
                    )
                elif not after_lead:
                    found.append(Found(span, {"roles": ["coordinate"], "bearers": ids}, "bearer", wide=span))
                continue
            sets: dict[str, object] = {"roles": [_role(match)], "bearers": ids}
            if helping := [id for id in self.bodies.ids_of(one.name for one in beside) if id not in ids]:
                sets["with"] = helping
                span = (span[0], beside[-1].end)
            found.append(Found(span, sets, "bearer", wide=span))
        return found

    def _list_end(self, text: str, start: int) -> int:
        """Where the names behind a label end: with their sentence, and the half-sentences behind it that only list bodies."""
        stop = len(text)
        behind = [span for span in sentences(text) if span[1] > start - 1]
        for place, (_, end) in enumerate(behind):
            stop = end
            if text[end - 1 : end] == "." or (
                text[end - 1 : end] == ";" and not self._lists(text, behind[place + 1 :])
            ):
                break
        return stop

    def _lists(self, text: str, spans: Sequence[Span]) -> bool:
        """Whether the first of some half-sentences names bodies and nothing else."""
        words = text[slice(*spans[0])] if spans else ""
        named = self.bodies.find(words)
        return bool(named) and not rest_of(words, named)

    def _beside(self, text: str, start: int, stop: int) -> list[Named]:
        """The bodies behind "phối hợp với", "cùng với" right after who plays a part: "A, cùng với B"."""
        joint = re.compile(r"[\s,;(]*").match(text, start, stop)
        match = WITH.match(text, joint.end() if joint else start, stop)
        return [one for one in listed(self.bodies.find(text), text, match.end()) if one.end <= stop] if match else []

    def in_verbs(self, text: str) -> list[Found]:
        """ "A chủ trì, B và C phối hợp": who leads, with whom, where nothing else is said of them."""
        match = _IN_VERBS.match(text)
        if not match:
            return []
        found = self.bodies.find(text)
        sides = []
        for key in ("lead", "partner"):
            start, end = match.span(key)
            here = [one for one in found if start <= one.start and one.end <= end]
            if not here or rest_of(match[key], [_shifted(one, start) for one in here]):
                return []
            sides.append(self.bodies.ids_of(one.name for one in here))
        helping = [id for id in sides[1] if id not in sides[0]]
        span = (match.start("lead"), len(text))
        sets = {"roles": ["lead"], "bearers": sides[0]} | ({"with": helping} if helping else {})
        return [Found(span, sets, "bearer", wide=span)]

    def _led_in_brackets(self, text: str, found: list[Named], bracket: Span) -> list[Found]:
        """ "A (chủ trì) phối hợp với B, C thực hiện …"."""
        leads = [one for one in found if one.end <= bracket[0]]
        helping = self._beside(text, bracket[1], len(text))
        if (
            not leads
            or not helping
            or rest_of(text[leads[0].start : bracket[0]], [_shifted(one, leads[0].start) for one in leads])
        ):
            return []
        before = text[: leads[0].start].strip()
        if before and not before.endswith(":") and not ASKED.fullmatch(before + " "):
            return []
        stop = next((end for start, end in sentences(text) if start < bracket[1] <= end), len(text))
        span = (leads[0].start, stop)
        ids = self.bodies.ids_of(one.name for one in leads)
        sets = {"roles": ["lead"], "bearers": ids, "with": self.bodies.ids_of(one.name for one in helping)}
        return [Found(span, sets, "bearer", wide=span)]

    def in_brackets(self, text: str) -> list[Found]:
        """ "A (chủ trì), B, C (phối hợp)": who leads, with whom, where brackets say which part each plays."""
        found = self.bodies.find(text)
        brackets = [(one.start(), one.end(), _role_in(one[1])) for one in _IN_BRACKETS.finditer(text)]
        if len(brackets) == 1 and brackets[0][2] == "lead":
            return self._led_in_brackets(text, found, brackets[0][:2])
        if len(brackets) < 2 or not found or [part for *_, part in brackets].count("lead") != 1:
            return []
        opening = text[: found[0].start].strip()
        asked = re.fullmatch(rf"(?:[^:;.,]{{2,40}}:|{ASKED.pattern})", opening + " ", re.IGNORECASE)
        if opening and not asked and not opening.endswith(":"):
            return []
        named: dict[str, list[Named]] = {"lead": [], "coordinate": []}
        place = found[0].start
        for start, end, part in brackets:
            here = [one for one in found if place <= one.start and one.end <= start]
            if not here or rest_of(text[place:start], [_shifted(one, place) for one in here]):
                return []
            named[part] += here
            place = end
        leads = self.bodies.ids_of(one.name for one in named["lead"])
        helping = [id for id in self.bodies.ids_of(one.name for one in named["coordinate"]) if id not in leads]
        if not leads or not helping:
            return []
        stop = next((end for start, end in sentences(text) if start <= place - 1 < end), len(text))
        span = (found[0].start, stop)
        return [Found(span, {"roles": ["lead"], "bearers": leads, "with": helping}, "bearer", wide=span)]
