"""Who a sentence gives work to: the bodies that it begins with, or that stand right before its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...vietnamese.slugs import fold
from ..shape import Degree
from .bearers import ASKED, NO_BEARER, Bearer, Bearers
from .beside import Beside
from .bodies import Bodies
from .body_lists import listed
from .body_names import Named, villages
from .duty_words import GAP, KIND, MAY_ACT, PAST_VERB
from .roles import skipped, verb_at
from .words import NAME, UPPER, Span

TOGETHER = re.compile(r"cùng(?:\s+với)?\s+")
_ASIDE = re.compile(r",\s+(?=(?:cùng|với\s+sự|phối hợp|có\s+sự)\b)")
_COMRADE = re.compile(
    rf"(?:[Cc]ác\s+)?(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng \([Bb]à\)|[Ôô]ng|[Bb]à)\s+(?:(?!Chủ|Phó|Trưởng|Giám|Bí){NAME}\s*[,–-]\s+)?"
)
"""Before an office, who holds it: "đồng chí Trần Thị B - Trưởng phòng …"."""
_WHICH = re.compile(r"\s(?:tham gia|được|có|thuộc|trên địa bàn|hoạt động)\s+(?:[^\s,;.:]+\s+){1,4}$")
"""Behind a noun, which of them: "các doanh nghiệp tham gia đào tạo"."""
_INVITED = re.compile(r"(?:mời|kính mời)\s+[^;.]{4,120}?\s(?:cùng\s+)?(?:tham gia|dự|tham dự)\b", re.IGNORECASE)

_COUNCILS = ("UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân")


@dataclass
class Leaders:
    """Reads whom the sentences of a plan begin with."""

    bodies: Bodies
    bearers: Bearers
    beside: Beside

    def leader(
        self, text: str, part: Span, named: list[Named], assigns: bool, current: Bearer | None
    ) -> tuple[list[Named], int, Degree] | None:
        """The bodies that a sentence begins with, where its verb begins; None where it begins otherwise."""
        start, end = part
        if current is not None and self.beside_at(text, start, end, named):
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
                r"(?i)(?:căn cứ|theo|trên cơ sở|trong|định kỳ|hằng|hàng|trước|sau|để|bám sát|chậm nhất|khi|nếu|riêng|đối với|ngoài|tại|từ)\b",
                text[start:end],
            ) and not re.search(r"(?i)\b(?:báo cáo|gửi|nộp|trình)\b", text[start : start + match.start()]):
                heads.append(start + match.end())
        if label := re.match(
            r"(?:Tháng|Quý|Ngày|Trước|Từ|Đợt)[^:;.]{1,45}:\s+|(?:Phân công|Tổ chức|Giao)(?:\s+(?:thực hiện|nhiệm vụ|trách nhiệm|việc))*\s*:\s+",
            text[start:end],
        ):
            heads.append(start + label.end())
        if current is not None and TOGETHER.match(text, place, end):
            return None  # "cùng Kho bạc rà soát …": it goes on with who is named already
        if passed := self.beside.passed(text, place, end, named):
            heads.append(passed)
        for head in heads:
            asked = ASKED.match(text, head, end)
            if (
                asked
                and current is not None
                and re.match(r"Phân công\s+(?:các\s+)?(?:thành viên|cán bộ|công chức)", text[head:end])
            ):
                return None
            at = asked.end() if asked else head
            if current is not None and asked and _INVITED.match(text, head, end):
                return None  # whoever is called in helps who is named already
            if comrade := _COMRADE.match(text, at, end):
                at = at if any(one.start == at for one in named) else comrade.end()
            names = [one for one in listed(named, text, at) if one.end <= end]
            if not names and (assigns or asked):
                names = villages(text, at, end)
            if not names or (names[0].start - at > 5):
                continue
            stop = names[-1].end
            if aside := _ASIDE.match(text, stop, end):
                stop = self.beside.passed(text, aside.end(), end, named) or stop
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
            and not any(one.start < start + colon.end(1) < one.end for one in named)
        ):
            bearer = self.bearers.of_words(colon[1], beside=True)
            acts = verb_at(text, skipped(text, start + colon.end(), end), end)
            if bearer and (acts or (bearer.degree is Degree.SURE and ";" in text[start:] + text[end : end + 1])):
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
            before = text.rfind(" ", start, place - 1) + 1
            if before > start and (whole := verb_at(text, before, end)) and whole[1] > place:
                continue  # inside "đào tạo"
            gap = GAP.match(text, place, end)
            verb = gap.end() if gap else place
            led = verb_at(text, skipped(text, verb, end), end)
            told_apart = led and (led[0] != "implement" or verb > place or _WHICH.search(text, start, place))
            if told_apart:
                name = text[start : start + space.start()]
                return [Named(start, start + len(name), name)], verb, Degree.LIKELY
        return None

    @staticmethod
    def _late(text: str, part: Span, named: list[Named]) -> tuple[list[Named], int, Degree] | None:
        """A body that stands later in a sentence, right before its verb: "Căn cứ … các sở, ngành xây dựng kế hoạch"."""
        start, end = part
        for one in named:
            if not start < one.start < end or re.search(
                r"(?:với|của|(?<!giao )cho|về|và|cùng|tại|qua|thuộc|,)\s*$", text[start : one.start]
            ):
                continue
            gap = GAP.match(text, one.end, end)
            verb = gap.end() if gap else one.end
            if verb_at(text, skipped(text, verb, end), end):
                return [one], verb, Degree.LIKELY
        return None

    @staticmethod
    def beside_at(text: str, start: int, end: int, named: list[Named]) -> int:
        """Where a sentence goes on that begins with those beside its bearer: "cùng Công an xã giám sát"; 0 for others."""
        match = re.compile(r"cùng(?:\s+với)?\s+", re.IGNORECASE).match(text, start, end)
        names = [one for one in listed(named, text, match.end()) if one.end <= end] if match else []
        space = re.compile(r"[,\s]*").match(text, names[-1].end, end) if names else None
        return space.end() if space and space.end() < end else 0

    def is_head_of(self, names: Sequence[Named], current: Bearer | None) -> bool:
        """Whether a sentence only names whoever heads the body of the heading: "Trưởng thôn" of "Các thôn"."""
        if current is None or len(names) != 1 or len(current.ids) != 1:
            return False
        key = self.bodies.key(names[0].name)
        heading = self.bodies.key(self.bodies.forms(current.ids[0])[0]) if self.bodies.forms(current.ids[0]) else ""
        if names[0].name in _COUNCILS and heading.split(" ")[0] == key.split(" ")[0]:
            return True  # "UBND" under "UBND các xã" is each of these
        match = re.match(r"(?:truong|giam doc|hieu truong|thu truong|bi thu|chanh) (.*)", key)
        return bool(match and match[1] and match[1] in heading.removeprefix("cac ") and len(match[1]) > 2)
