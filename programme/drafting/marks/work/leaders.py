"""Who a sentence gives work to: the bodies that it begins with, or that stand right before its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....vietnamese.slugs import fold
from ...shape import Degree
from ..bodies.actors import actor_at
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import Named, villages
from ..bodies.parties import is_party
from ..verbs.duty_words import BARE, GAP, GIVEN, KIND, MAY_ACT, PAST_VERB
from ..verbs.roles import skipped, verb_at
from ..words import NAME, UPPER, Span
from .bearers import ASKED, NO_BEARER, Bearer, Bearers
from .beside import Beside
from .passive_work import done_by
from .subjects import ORDERS, acts_at, after_opening, concerned, may_act, qualified, verb_beyond, whole_subject
from .unknown_parties import called_at, posted_at, unknown_at

TOGETHER = re.compile(r"cùng(?:\s+với)?\s+")
_ASIDE = re.compile(r",\s+(?=(?:cùng|với\s+sự|phối hợp|có\s+sự)\b)")
_COMRADE = re.compile(
    rf"(?:[Cc]ác\s+)?(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng \([Bb]à\)|[Ôô]ng|[Bb]à)\s+(?:(?!Chủ|Phó|Trưởng|Giám|Bí){NAME}\s*[,–-]\s+)?"
)
"""Before an office, who holds it: "đồng chí Trần Thị B - Trưởng phòng …"."""
_FIRST_WHEN = re.compile(
    r"(?:Chế\s+độ[^:;.]{0,30}:\s+)?(?:định\s+kỳ|hằng|hàng|mỗi|trước|chậm|muộn|vào|ngày|sau|cuối|kết\s+thúc|khi|quý|tháng|\d+\s+tháng|năm)\s",
    re.IGNORECASE,
)
"""A sentence that begins by saying when something is due."""
_SPEAKS = re.compile(
    r"(?:Các\s+)?(?:(?:Tập\s+thể\s+|Ban\s+)?[Ll]ãnh\s+đạo|Người\s+đứng\s+đầu|Cấp\s+ủy)\s+(?:các\s+)?(?=[A-ZĐỦ])"
)
"""Before a body, those who lead it: "Lãnh đạo UBND xã phụ trách từng thôn"."""
_IS_TOLD_OF = re.compile(r"\s(?:được(?!\s+(?:giao|phân\s+công)\s)|bị|gồm|có|là|thuộc|chưa|không)\s")
"""In what would be a name: the sentence tells of somebody, and gives no work."""
_WORK_BEHIND = re.compile(
    rf"(?!{UPPER}|\d|(?:ông|bà|từ|khoảng|là|gồm|tối đa|không quá|theo|hộ|có|còn|đã|được)\s)[^\W\d_]+\s"
)
"""Behind a body and a colon in a part about content, words that say what it does."""
_INVITED = re.compile(r"(?:mời|kính mời)\s+[^;.]{4,120}?\s(?:cùng\s+)?(?:tham gia|dự|tham dự)\b", re.IGNORECASE)

_AND_ANYBODY = re.compile(
    r"(?:[;,]|\s+và)\s+(?:các\s+)?(?:hộ|tổ\s+chức|cá\s+nhân|đối\s+tượng|ông|bà)[^;.]{2,90}?(?=\s+(?:chịu|có)\s+trách\s+nhiệm\b)",
    re.IGNORECASE,
)
"""Behind the bodies whom a decision binds, the people it is about: "và các hộ có tên tại Điều 1 chịu trách nhiệm thi hành"."""
_ALL_PLACES = re.compile(r"[Cc]ác\s+(?:xã(?!\s+hội)|phường|thị\s+trấn|huyện)(?=\s*:|,?\s+[a-zà-ỹđ])")
"""At the head of a sentence the communes, which elsewhere are but places."""
_AND_PLACES = re.compile(
    r"(?:,|\s+và)\s+(?P<many>(?:các\s+)?(?:xã(?!\s+hội)|phường|thị\s+trấn|huyện|thôn|bản)(?:(?:,|\s+và)\s+(?:các\s+)?(?:xã|phường|thị\s+trấn|thị\s+xã|thành\s+phố|đặc\s+khu|bản|khu\s+phố))*)(?=\s*:|,?\s+[a-zà-ỹđ])"
)
"""Behind bodies, the communes or villages beside them: "các phòng, ban và các xã báo cáo"."""
_EACH = re.compile(r"(?:Mỗi|Từng|Tất\s+cả(?:\s+các)?|Toàn\s+thể|Toàn\s+bộ)\s+(?:đồng\s+chí\s+)?(?=\S)", re.IGNORECASE)
"""Before those each of whom does it: "Từng thành viên Ban Chỉ đạo"."""
_POST = re.compile(
    r"(?:Phó\s+)?(?:Tổ\s+trưởng|Tổ\s+phó|Trưởng\s+(?:[Bb]an|[Đđ]oàn|[Nn]hóm|[Tt]iểu\s+ban)|Thư\s+ký|Thường\s+trực|Thành\s+viên)(?:\s+thường\s+trực)?\s*:\s+(?=[A-ZĐỦ])"
)
"""Before whoever has a post: "Tổ trưởng: Trưởng phòng Kinh tế, có nhiệm vụ …"."""
_GIVES = re.compile(r"(?<=[\w,] )(?:(?<!được )|(?<=này được )|(?<=trên được ))giao(?:\s+cho)?\s+(?:các\s+(?=[A-ZĐ]))?")
_IS_GIVEN = re.compile(rf"\s+{GIVEN}(?:\s+(?:nhiệm\s+vụ|trách\s+nhiệm))?\s+(?=[a-zà-ỹđ])")
_OFTEN = re.compile(r"(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm),?\s+", re.IGNORECASE)
_BESIDE = re.compile(r"(?:,|\s+và|,\s+và|\s+cùng)\s+")
_COUNCILS = ("UBND", "HĐND", "Ủy ban nhân dân", "Hội đồng nhân dân")


@dataclass
class Leaders:
    """Reads whom the sentences of a plan begin with."""

    bodies: Bodies
    bearers: Bearers
    beside: Beside

    def leader(
        self,
        text: str,
        part: Span,
        named: list[Named],
        assigns: bool,
        current: Bearer | None,
        perhaps: bool = False,
        reports: bool = False,
    ) -> tuple[list[Named], int, Degree] | None:
        """The bodies that a sentence begins with, where its verb begins; None where it begins otherwise.

        `assigns`: whether work is given out there; `perhaps`: whether it may be; `reports`: whether
        reporting is told of.
        """
        start, end = part
        if current is not None and self.beside_at(text, start, end, named):
            return None
        if (assigns or perhaps) and (passive := done_by(text, part, named)):
            return passive
        place = start
        if match := re.match(r"(?:và|đồng thời,?)\s+", text[place:end]):
            place += match.end()
        heads = [place]
        if number := re.match(
            r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|[-–+•])\s+", text[start:end]
        ):
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
            r"(?i:tháng|quý|ngày|trước|từ|đợt|đến|trong|vào)[^:;.]{1,45}:\s+|(?:Phân công|Tổ chức|Giao)(?:\s+(?:thực hiện|nhiệm vụ|trách nhiệm|việc))*\s*:\s+",
            text[start:end],
        ):
            heads.append(start + label.end())
        if post := _POST.match(text, start, end):
            heads = [post.end()]
        often = _OFTEN.match(text, place, end)
        if current is not None and TOGETHER.match(text, often.end() if often else place, end):
            return None  # "cùng Kho bạc rà soát …": it goes on with who is named already
        if passed := self.beside.passed(text, place, end, named):
            heads.append(passed)
        if (assigns or perhaps) and (several := self._several(text, place, end, named)):
            return several
        any_opening = current is None and (assigns or perhaps)
        opened = after_opening(text, part, named, any_opening=any_opening)
        heads += [one for one in opened if one not in heads]
        if concerned(text, part, named):
            heads = [one for one in heads if one != place]
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
            if (speaks := _SPEAKS.match(text, at, end)) and (led := listed(named, text, speaks.end())):
                names = [Named(at, led[0].end, text[at : led[0].end]), *led[1:]] if led[-1].end <= end else []
            each = _EACH.match(text, at, end)
            if not names and each:
                names = [one for one in listed(named, text, each.end()) if one.end <= end]
                if not names and (bare := BARE.match(text, each.end(), end)) and (assigns or perhaps):
                    names = [Named(at, bare.end(), text[at : bare.end()])]
                at = each.end() if names and names[0].start >= each.end() else at
            if not names and (assigns or asked):
                names = villages(text, at, end)
            many = _ALL_PLACES.match(text, at, end)
            some = many and perhaps and qualified(text, Named(*many.span(), many[0]), end)
            if not names and many and (assigns or asked or reports or some):
                names = [Named(*many.span(), many[0])] if " " in self.bodies.key(many[0]) else []
            if not names or (names[0].start - at > 5):
                continue
            stop = names[-1].end
            if (places := _AND_PLACES.match(text, stop, end)) and " " in self.bodies.key(places["many"]):
                names = [*names, Named(*places.span("many"), places["many"])]
                stop = places.end()
            names, stop = self._and_others(text, names, stop, end, named)
            if others := _AND_ANYBODY.match(text, stop, end):
                stop = others.end()
            if aside := _ASIDE.match(text, stop, end):
                stop = self.beside.passed(text, aside.end(), end, named) or stop
            if (assigns or perhaps or asked) and (which := qualified(text, names[-1], end)):
                last, stop = names[-1], which
                if not re.match(r"\s+được\s+(?:giao|phân\s+công)\b", text[last.end : which]):
                    names[-1] = Named(last.start, which, text[last.start : which])
            if is_given := _IS_GIVEN.match(text, stop, end):
                stop = is_given.end() - 1
            if PAST_VERB.match(text, stop, end) and not asked:
                return None
            gap = GAP.match(text, stop, end)
            verb = gap.end() if gap else stop
            told = re.match(r"\s+(?:phụ trách|theo|có\s[^:]*:)", text[stop:verb])
            for after in (verb,) if told else (stop, verb):
                space = re.match(r"\s*:?\s*", text[after:end])
                at_verb = after + (space.end() if space else 0)
                if at_verb < end and (verb_at(text, skipped(text, at_verb, end), end) or verb_at(text, at_verb, end)):
                    if (
                        text[at_verb : at_verb + 8].lower().startswith(("tổng hợp", "về "))
                        and not assigns
                        and not asked
                        and not re.match(
                            r"tổng hợp,?\s[^;.]{0,60}?(?:báo cáo|tham mưu|trình|gửi)\b", text[at_verb : at_verb + 160]
                        )
                    ):
                        return None
                    return names, at_verb, Degree.SURE
            if (assigns or perhaps) and len(names) == 1 and (whole := whole_subject(text, names[0], end)):
                return [Named(names[0].start, whole, text[names[0].start : whole])], whole + 1, Degree.LIKELY
            if asked or (assigns and gap and ":" in gap[0]):
                return names, verb, Degree.SURE
            if (assigns or perhaps) and (beyond := verb_beyond(text, stop, end))[0]:
                return names, beyond[0], Degree.SURE if beyond[1] else Degree.LIKELY
            if perhaps and gap and ":" in gap[0] and _WORK_BEHIND.match(text, verb, end):
                return names, verb, Degree.LIKELY
            may = (assigns and MAY_ACT.match(text, stop, end)) or (perhaps and ORDERS.match(text, stop + 1, end))
            if may or (perhaps and (head == place or head in opened) and may_act(text, stop, end)):
                return names, verb, Degree.LIKELY
        if assigns or perhaps:
            for head in (place, *(one for one in heads if one > place)):
                comrade = _COMRADE.match(text, head, end)
                head = comrade.end() if comrade and not KIND.match(text, head, end) else head
                if found := unknown_at(text, head, end):
                    return found if assigns or not _IS_TOLD_OF.search(found[0][0].name + " ") else None
            posted = posted_at(text, place, end) or (called_at(text, place, end) if assigns else None)
            own = {one.start for one in posted[0]} if posted else set()
            if posted and all(one.start in own for one in named if posted[0][0].start <= one.start < posted[0][-1].end):
                return posted
        if (
            (assigns or (perhaps and is_party(text, start)))
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
        if current is None and (given := self._given(text, part, named)):
            return given
        if current is None and (late := self._late(text, part, named)) and (assigns or reports):
            acts = verb_at(text, skipped(text, late[1], end), end)
            by_then = acts and acts[0] == "report" and _FIRST_WHEN.match(text, start, end)
            return late if assigns or by_then else None
        return None

    @staticmethod
    def _and_others(text: str, names: list[Named], stop: int, end: int, named: list[Named]) -> tuple[list[Named], int]:
        """The bodies that a sentence begins with, and whoever is told by a noun beside them, right before the verb."""
        place, found = stop, list(names)
        while joint := _BESIDE.match(text, place, end):
            other = actor_at(text, joint.end(), end)
            if other is None or any(one.start == joint.end() for one in named):
                break
            found.append(other)
            place = other.end
            gap = GAP.match(text, place, end)
            verb = gap.end() if gap else place
            if verb_at(text, skipped(text, verb, end), end):
                return found, place
        return names, stop

    def _several(self, text: str, start: int, end: int, named: list[Named]) -> tuple[list[Named], int, Degree] | None:
        """Several, some of them told by nouns alone: "Người có uy tín, già làng, trưởng bản vận động bà con"."""
        told = sorted((one for many in self.beside.listed_from(text, start, end, named) for one in many), key=_place)
        if len(told) < 2 or told[0].start != start or not is_party(text, start) or all(one in named for one in told):
            return None
        verb = acts_at(text, told[-1].end, end)
        return (told, verb, Degree.SURE if told[0] in named else Degree.LIKELY) if verb else None

    @staticmethod
    def _given(text: str, part: Span, named: list[Named]) -> tuple[list[Named], int, Degree] | None:
        """The bodies that something is given to in the middle of a sentence: "Nội dung này giao Phòng A tham mưu"."""
        for match in _GIVES.finditer(text, *part):
            names = [one for one in listed(named, text, match.end()) if one.end <= part[1]]
            gap = GAP.match(text, names[-1].end, part[1]) if names else None
            verb = gap.end() if gap else names[-1].end if names else part[1]
            if names and verb_at(text, skipped(text, verb, part[1]), part[1]):
                return names, verb, Degree.LIKELY
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
                return _with_those_before(text, one, named), verb, Degree.LIKELY
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


def _place(one: Named) -> int:
    return one.start


def _with_those_before(text: str, last: Named, named: Sequence[Named]) -> list[Named]:
    """The bodies of a list, by its last one: "các phòng, ban và các xã"."""
    found = [last]
    for one in reversed([one for one in named if one.end <= last.start]):
        if not re.fullmatch(r"(?:,|\s+và|,\s+và)\s+(?:các\s+)?", text[one.end : found[0].start]):
            break
        found.insert(0, one)
    return found
