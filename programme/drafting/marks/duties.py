"""Sentences that give work: who bears it, in which role, with whom, by whose guidance, in which projects.

Where work is given out, the heading is the bearer; a body at the head of a sentence comes before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...vietnamese.slugs import fold
from ..shape import Degree, Part
from .bodies import Bodies, listed, spread
from .body_names import Named
from .fitting import Found
from .plan_context import Context, Place
from .reports import reports_in
from .roles import CUTS, Led, led_by, skipped, verb_at
from .words import UPPER, Span, bracketed, inside, quoted, sentences

_ASKED = re.compile(
    r"(?:(?:Đề nghị|Yêu cầu|Giao cho|Giao|Phân công|Trách nhiệm của|Nhiệm vụ của|Đối với|Về phía|Trân trọng đề nghị|UBND (?:xã|tỉnh|huyện) (?:giao|đề nghị|yêu cầu))(?:\s+cho)?\s+)+",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:\([^()]*\)\s*)?")
_GAP = re.compile(
    r"(?:\s*\([^()]*\))?,?(?:\s+(?:mỗi (?:đơn vị|cơ quan|thôn)|được (?:giao|phân công)[^,;.]*?(?=\s+(?:chủ động|tổ chức|có trách nhiệm|triển khai|thực hiện|xây dựng))|theo chức năng,? nhiệm vụ(?: được (?:giao|phân công))?(?: và [^,;.]*?)?(?=\s)|căn cứ [^;.]*?,|căn cứ chức năng, nhiệm vụ(?: được giao)?|theo (?:sự )?phân công|trong phạm vi [^,;.]*?,|có trách nhiệm|chịu trách nhiệm(?=\s+(?:tổ chức|thực hiện|tham mưu|hướng dẫn|chủ trì))|cùng|cần|phải|sẽ|là thành viên[^,;.]*?(?=\s+(?:theo|căn cứ))|,))*\s*:?\s*",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:phối hợp(?:\s+chặt chẽ)?(?:,?\s+(?:cùng|với))?|phối kết hợp\s+(?:với|cùng)|cùng(?:\s+với)?|cùng phối hợp với|với sự (?:tham gia|phối hợp) của)\s+(?:các\s+(?=(?-i:[A-ZĐ])))?",
    re.IGNORECASE,
)
_GUIDED = re.compile(
    r"(?:theo|và|dưới)\s+(?:sự\s+)?(?:hướng dẫn|chỉ đạo|lãnh đạo, chỉ đạo|chỉ đạo, hướng dẫn)(?:\s+(?:chuyên môn|nghiệp vụ))?\s+(?:của\s+)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:^|(?<=[;.,(\n])\s*|(?<=:)\s+)(?P<label>(?:Các\s+)?(?:cơ quan|đơn vị|sở, ngành|sở, ban, ngành|cấp)?\s*(?:(?P<lead>chủ trì(?:\s+(?:thực hiện|tham mưu|quản lý))?|đầu mối|thường trực|chủ đầu tư|chủ quản)|(?P<partner>phối hợp(?:\s+thực hiện)?)|(?P<act>(?:trực tiếp\s+|tổ chức\s+|triển khai\s+)?thực hiện)|(?P<guide>hướng dẫn)|(?P<watch>(?:kiểm tra, )?giám sát)))\s*:\s*",
    re.IGNORECASE,
)
_IFS = re.compile(
    r"(?:nếu|trường hợp|khi)\s+(?:có|gặp|phát sinh)?\s*[^;.]{0,40}?(?:khó khăn|vướng mắc|vấn đề)", re.IGNORECASE
)
_PAST_VERB = re.compile(
    r"\s+(?:đã|được(?!\s+(?:giao|phân\s+công))|còn|là\s+(?:xã|huyện|tỉnh|một|đơn vị hành chính)|có\s+\d|hiện|nằm|gồm)\b"
)
_A_BODY = re.compile(
    r"(?:các\s+)?(?:đồng chí\s+)?(?:công chức|cán bộ|bộ phận|tổ|đội|ban|trung tâm|trạm|hội|đoàn|phòng|sở|thành viên|hợp tác xã|doanh nghiệp|công ty|chi cục|văn phòng|cơ sở|trường|quỹ|chi hội|chi bộ|chi đoàn|trưởng|phó|bí thư|thủ trưởng|người có uy tín|già làng|liên đoàn|nhà|đài|đồn|hạt|báo|viện|xí nghiệp|ngân hàng)(?!\w)",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"muc dich|yeu cau|quan diem|nguyen tac|muc tieu")
_NO_BEARER = re.compile(
    r"^(?:che do|kiem tra|giam sat|thong tin|bao cao|ve |cong tac|kinh phi|giai phap|thoi gian|tuyen truyen|huy dong|to chuc thuc hien|nguyen tac|yeu cau|danh gia|so ket|phan cong|nhiem vu|noi dung|quy trinh|hinh thuc|lich |muc |bien phap|phuong |trach nhiem chung|dieu khoan|hieu luc|cac giai phap|cac buoc|doi tuong|dia ban|muc tieu|ket luan|ton tai|thi dua|khen thuong|tap huan|ra soat|phoi hop)"
)


_OTHER_LABEL = re.compile(
    r"(?:thời gian|kinh phí|sản phẩm|kết quả|địa điểm|nguồn vốn|nguồn kinh phí|tiến độ|hoàn thành)[^:;]{0,20}:",
    re.IGNORECASE,
)


def _role(label: re.Match[str]) -> str:
    return "lead" if label["lead"] else "implement" if label["act"] else "guide" if label["guide"] else "monitor"


@dataclass(frozen=True)
class Bearer:
    """Who bears the work under a heading."""

    ids: tuple[str, ...]
    degree: Degree = Degree.SURE
    why: str = ""


@dataclass
class Duties:
    """Reads the sentences of a plan that give work."""

    context: Context
    bodies: Bodies
    _headings: dict[int, Bearer | None] = field(default_factory=dict)

    # -- headings ----------------------------------------------------------

    def of_heading(self, part: Part, place: Place) -> Bearer | None:
        """Who a heading gives work to; None where it names nobody."""
        if id(part) not in self._headings:
            self._headings[id(part)] = self._of_heading(part, place)
        return self._headings[id(part)]

    def _of_heading(self, part: Part, place: Place) -> Bearer | None:
        heading = part.heading.strip()
        above = Place(place.above[-1], place.above[:-1]) if place.above else Place()
        if not heading or part.kind in ("project", "subproject", "part", "appendix"):
            return None
        if not above.assigns and not (self._covers(heading) and self._siblings(part, place)):
            return None
        return self.of_words(heading, self._siblings(part, place), given_out=above.assigns)

    def _siblings(self, part: Part, place: Place) -> bool:
        """Whether most headings beside this one are bodies."""
        beside = [
            one.heading for one in (place.above[-1].parts if place.above else []) if one is not part and one.heading
        ]
        known = [one for one in beside if self._covers(one)]
        return (len(known) * 2 > len(beside) and bool(known)) or len(known) > 2

    def _covers(self, heading: str) -> bool:
        return _rest_of(said := unasked(heading), self.bodies.find(said)) == ""

    def of_words(self, heading: str, beside: bool = True, given_out: bool = False) -> Bearer | None:
        """Who the words of a heading (or before a colon) are: bodies, or what stands among bodies."""
        said = unasked(heading).strip(" .:;")
        if names := spread(said):
            return Bearer(tuple(dict.fromkeys(self.bodies.alias(name, name.split(" ", 1)[1]) for name in names)))
        found = self.bodies.find(said)
        rest = _rest_of(said, found)
        if found and not rest:
            return Bearer(tuple(self.bodies.ids_of(one.name for one in found)))
        if (
            _NO_BEARER.match(fold(said))
            or len(said.split()) > 25
            or not re.match(UPPER, said)
            or verb_at(said, 0, len(said))
        ):
            return None
        pieces = self._pieces(said)
        ids: list[str] = []
        unknown: list[str] = []
        for piece in pieces:
            inner = self.bodies.find(piece)
            if inner and not _rest_of(piece, inner):
                ids += self.bodies.ids_of(one.name for one in inner)
            else:
                unknown.append(piece)
                ids.append(self.bodies.id_of(self.bodies.as_named(piece)))
        ids = list(dict.fromkeys(ids))
        known_kind = all(_A_BODY.match(piece) for piece in unknown)
        if unknown and (beside or len(unknown) < len(pieces) or (given_out and len(said.split()) < 16)):
            for piece in unknown:
                self.bodies.learn(self.bodies.as_named(piece))
            why = f"“{unknown[0]}” đứng ở chỗ của cơ quan được giao việc."
            return Bearer(
                tuple(ids),
                Degree.SURE
                if (beside and len(pieces) > len(unknown)) or (known_kind and (beside or given_out))
                else Degree.LIKELY,
                why,
            )
        if found and beside:
            return Bearer(
                tuple(self.bodies.ids_of(one.name for one in found)),
                Degree.LIKELY,
                f"“{said}” có thể không chỉ nêu người làm.",
            )
        return None

    def _pieces(self, said: str) -> list[str]:
        """The names of a heading that lists several: cut at ";", or at "," and "và" where a name begins."""
        if ";" in said:
            return [piece.strip(" .:") for piece in said.split(";") if piece.strip(" .:")]
        found: list[str] = []
        for piece in re.split(r"(,\s+|\s+và\s+)", said):
            if not found or not re.fullmatch(r",\s+|\s+và\s+", piece):
                if found and re.search(r"(?:,|và)\s+$", found[-1]) and not re.match(rf"{UPPER}|các\s|người\s", piece):
                    found[-1] += piece
                elif found and re.search(r"(?:,|và)\s+$", found[-1]):
                    found[-1] = re.sub(r"(?:,|\s+và)\s+$", "", found[-1])
                    found.append(piece)
                else:
                    found.append(piece)
            else:
                found[-1] += piece
        return [piece.strip(" .:,") for piece in found if piece.strip(" .:,")]

    def bearer_of(self, place: Place) -> Bearer | None:
        """Who bears what stands in a place, by the nearest heading that names somebody."""
        line = place.line
        for depth in range(len(line), 0, -1):
            part = line[depth - 1]
            if part.kind in ("project", "subproject"):
                return None
            if found := self.of_heading(part, Place(part, line[: depth - 1])):
                return found
        return None

    # -- sentences ---------------------------------------------------------

    def under_label(self, text: str, place: Place) -> list[Found]:
        """Bodies that stand alone under "Cơ quan chủ trì": who leads, carries out, or helps where nobody leads."""
        match = (
            _LABELLED.fullmatch(place.part.heading.strip(" .:") + ": ") if place.part and place.part.heading else None
        )
        names = self._listed(text, 0, len(text)) if match else []
        if not match or not names or _rest_of(text, names):
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

    def _helping(self, part: Part) -> list[str]:
        match = _LABELLED.fullmatch(part.heading.strip(" .:") + ": ")
        if not match or not match["partner"]:
            return []
        return self.bodies.ids_of(
            one.name for passage in part.passages() for one in self._listed(passage.text, 0, len(passage.text))
        )

    @staticmethod
    def _leads_beside(place: Place) -> bool:
        parts = place.above[-1].parts if place.above else []
        return any((match := _LABELLED.fullmatch(one.heading.strip(" .:") + ": ")) and match["lead"] for one in parts)

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
        stop = next((end for start, end in sentences(following) if start <= match.end() < end), len(following))
        return self.bodies.ids_of(one.name for one in self._listed(following, match.end(), stop))

    def labelled(self, text: str, taken: list[Span], *, after_lead: bool = False) -> list[Found]:
        """ "Cơ quan chủ trì: A; cơ quan phối hợp: B, C": who leads, with whom, who carries out."""
        matches = [match for match in _LABELLED.finditer(text) if not inside(match.start("label"), taken)]
        matches = [
            match
            for match in matches
            if re.match(r"(?i)(?:các\s+)?(?:cơ quan|đơn vị|sở|cấp)", match["label"]) or match.start("label") == 0
        ]
        found: list[Found] = []
        for match, after in zip(matches, [*matches[1:], None], strict=False):
            stop = (
                after.start("label")
                if after
                else next(
                    (
                        end
                        for start, end in sentences(text)
                        if start <= match.end() - 1 < end and text[end - 1 : end] in ".;"
                    ),
                    len(text),
                )
            )
            names = self._listed(text, match.end(), stop)
            if not names:
                continue
            span = (match.start("label"), names[-1].end)
            ids = self.bodies.ids_of(one.name for one in names)
            if match["partner"]:
                leader = next((one for one in reversed(found) if one.sets["roles"][0] in ("lead", "implement")), None)
                if leader:
                    found[found.index(leader)] = Found(
                        leader.core,
                        {**leader.sets, "with": [id for id in ids if id not in leader.sets["bearers"]]},
                        "bearer",
                        wide=(leader.wide or leader.core)[:1] + (span[1],),
                    )
                elif not after_lead:
                    found.append(Found(span, {"roles": ["coordinate"], "bearers": ids}, "bearer", wide=span))
                continue
            found.append(Found(span, {"roles": [_role(match)], "bearers": ids}, "bearer", wide=span))
        return found

    def _listed(self, text: str, start: int, stop: int) -> list[Named]:
        found = [one for one in self.bodies.find(text) if start <= one.start and one.end <= stop]
        taken = listed(found, text, start)
        left = text[taken[-1].end : stop].rstrip(" .;,") if taken else ""
        if left and re.fullmatch(r"(?: [^\s,;.()]+){1,5}", left) and not verb_at(text, taken[-1].end + 1, stop):
            taken[-1] = Named(taken[-1].start, taken[-1].end + len(left), taken[-1].name + left)
            self.bodies.learn(taken[-1].name)
        if taken or not text[start:stop].strip(" .;"):
            return taken
        pieces, place = [], start
        for piece in re.split(r"(?<=[,;])\s+", text[start:stop]):
            at = text.index(piece, place)
            word = piece.strip(" ,;.")
            if word and len(word.split()) <= 12 and re.match(UPPER, word):
                self.bodies.learn(word)
                pieces.append(Named(at, at + len(piece.rstrip(" ,;.")), word))
            place = at + len(piece)
        return pieces

    def in_sentences(self, text: str, place: Place, bearer: Bearer | None, taken: list[Span]) -> list[Found]:
        """The duties of a text; `taken` is where documents are named."""
        found: list[Found] = []
        current = bearer
        named = [one for one in self.bodies.find(text) if not inside(one.start, taken)]
        assigns = place.assigns or bearer is not None
        general = not assigns and any(_GENERAL.search(fold(one.heading)) for one in place.line)
        for span in _joined(text, sentences(text), self.bodies):
            if _IFS.search(text, *span):
                continue
            for part in self._parted(text, span, taken):
                if _OTHER_LABEL.match(text, *part):
                    continue
                leader = self._leader(text, part, named, assigns, current)
                start = part[0]
                if leader is not None:
                    if not self._is_head_of(leader[0], current):
                        current = Bearer(tuple(self.bodies.ids_of(one.name for one in leader[0])), leader[2])
                    start = leader[1]
                elif current is None:
                    continue
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
                led = led_by(text, start, part[1])
                if led is None:
                    if leader is None and not (place.assigns and bearer is not None):
                        continue
                    if leader is None and found and part[0] != span[0]:
                        continue
                    led = Led(("implement",), (start, start + 1), False)
                found.append(self._duty(text, part, start, led, current, named, taken, general))
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

    def _parted(self, text: str, span: Span, taken: list[Span]) -> list[Span]:
        """A half-sentence, cut where another duty begins: "… và tổ chức rà soát hộ nghèo"."""
        shut = [*bracketed(text), *quoted(text), *taken]
        cuts = []
        start = span[0]
        for match in CUTS.finditer(text, *span):
            if inside(match.start(), shut) or not _has_object(
                text, start, match.start(), match[0], text[match.end() :]
            ):
                continue
            cuts.append(
                (
                    match.start() + (1 if match[0].startswith(",") else 0),
                    match.end()
                    if match[0].strip() == ","
                    else match.start() + (len(match[0]) - len(match[0].lstrip(" ,"))),
                )
            )
            start = match.end()
        bounds = [span[0]]
        ends = []
        for end, begin in cuts:
            ends.append(end)
            bounds.append(begin)
        ends.append(span[1])
        return [(begin, end) for begin, end in zip(bounds, ends, strict=True)]

    def _leader(
        self, text: str, part: Span, named: list[Named], assigns: bool, current: Bearer | None
    ) -> tuple[list[Named], int, Degree] | None:
        """The bodies that a sentence begins with, where its verb begins; None where it begins otherwise."""
        start, end = part
        place = start
        if match := re.match(r"(?:và|đồng thời,?)\s+", text[place:end]):
            place += match.end()
        heads = [place]
        under = skipped(text, place, end)
        heads += [under] if under != place else []
        for match in re.finditer(r"(?:^|,)\s+", text[start:end]):
            if re.match(
                r"(?i)(?:căn cứ|theo|trên cơ sở|trong|định kỳ|hằng|hàng|trước|sau|để|bám sát|chậm nhất)\b",
                text[start:end],
            ):
                heads.append(start + match.end())
        if label := re.match(r"(?:Tháng|Quý|Ngày|Trước|Từ|Đợt)[^:;.]{1,45}:\s+", text[start:end]):
            heads.append(start + label.end())
        for head in heads:
            asked = _ASKED.match(text, head, end)
            at = asked.end() if asked else head
            names = [one for one in listed(named, text, at) if one.end <= end]
            if not names or (names[0].start - at > 5):
                continue
            stop = names[-1].end
            if _PAST_VERB.match(text, stop, end) and not asked:
                return None
            gap = _GAP.match(text, stop, end)
            verb = gap.end() if gap else stop
            for after in (stop, verb):
                space = re.match(r"\s*:?\s*", text[after:end])
                at_verb = after + (space.end() if space else 0)
                if at_verb < end and (verb_at(text, skipped(text, at_verb, end), end) or verb_at(text, at_verb, end)):
                    if (
                        text[at_verb : at_verb + 8].lower().startswith(("tổng hợp", "về "))
                        and not assigns
                        and not asked
                    ):
                        return None
                    return names, at_verb, Degree.SURE
            if asked or (assigns and gap and ":" in gap[0]):
                return names, verb, Degree.SURE
        if (
            assigns
            and current is None
            and not re.match(r"(?:Tháng|Quý|Ngày|Trước|Từ|Đợt|Năm|Giai đoạn)\b", text[start:end])
            and (colon := re.match(rf"({UPPER}[^:;.]{{3,110}}?)\s*:\s+", text[start:end]))
            and not _NO_BEARER.match(fold(colon[1]))
        ):
            bearer = self.of_words(colon[1], beside=True)
            if bearer and verb_at(text, skipped(text, start + colon.end(), end), end):
                names = [
                    one for one in self.bodies.find(text) if one.start < start + colon.end(1) and one.start >= start
                ]
                if names:
                    return names, start + colon.end(), bearer.degree
        if assigns and current is None:
            late = next(
                (
                    one
                    for one in named
                    if start < one.start < end
                    and verb_at(
                        text,
                        skipped(text, (_GAP.match(text, one.end, end) or re.match("", "")).end() or one.end, end),
                        end,
                    )
                ),
                None,
            )  # type: ignore[union-attr]
            if late and not re.search(r"(?:với|của|cho|về|và|cùng|tại|qua|,)\s*$", text[start : late.start]):
                return [late], (_GAP.match(text, late.end, end) or re.match("", "")).end(), Degree.LIKELY  # type: ignore[union-attr]
        return None

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
        for match in _WITH.finditer(text, *part):
            names = [one for one in listed(named, text, match.end()) if one.end <= part[1]]
            taken += [one for one in names if one not in taken]
        return taken

    def _guides(self, text: str, part: Span, named: list[Named]) -> list[Named]:
        for match in _GUIDED.finditer(text, *part):
            if names := listed(named, text, match.end()):
                return [one for one in names if one.end <= part[1]]
        return []


def _told(duty: Found) -> tuple[str, ...]:
    """To whom a duty reports."""
    reports = duty.sets.get("reports") or ()
    return tuple(dict.fromkeys(id for one in reports for id in one.get("to", ())))


def unasked(heading: str) -> str:
    """A heading without the words that ask or order: "Đề nghị Ủy ban MTTQ" is "Ủy ban MTTQ"."""
    match = _ASKED.match(heading)
    return heading[match.end() :] if match else heading


def _joined(text: str, spans: list[Span], bodies: Bodies) -> list[Span]:
    """Half-sentences, those that only list bodies joined with what follows: "Chánh Văn phòng; Giám đốc các sở … thi hành"."""
    found: list[Span] = []
    waiting: int | None = None
    for start, end in spans:
        begin = start if waiting is None else waiting
        piece = re.sub(r"^(?:Căn cứ|Theo|Trên cơ sở)[^,;]*,\s+", "", text[start:end])
        names = bodies.find(piece)
        if names and not _rest_of(piece, names) and end < len(text) and text[end - 1 : end] == ";":
            waiting = begin
            continue
        found.append((begin, end))
        waiting = None
    if waiting is not None:
        found.append((waiting, spans[-1][1]))
    return found


def _has_object(text: str, start: int, place: int, joint: str, after: str) -> bool:
    """Whether what stands before a cut is a duty of its own, and what follows another one."""
    before = text[start:place].strip()
    words = before.split()
    begins = fold(before)
    following = fold(after)
    if re.match(r"de tong hop", following):
        return bool(re.search(r"\b(?:bao cao|phan anh|gui)\b", begins))
    if re.search(r"\b(?:chu tri|chi tri|cung),?$", begins):
        return False
    report = re.match(r"(?:tong hop,? |dinh ky |kip thoi )*bao cao", following)
    if re.fullmatch(
        r"(?:va )?(?:tong hop|dinh ky|danh gia|thong tin|theo doi|nghien cuu|so ket|tong ket|kip thoi|, )+", begins
    ):
        return False
    if report and re.search(r"\bbao cao\b", begins):
        return False
    if report:
        return (
            not re.search(r"(?:tong hop|so ket|tong ket|che do|lap|thong tin|noi dung|gui|so lieu),?$", begins)
            and len(words) > 1
        )
    if len(words) < 4 or re.match(r"(?:va )?(?:tham muu|giup)", begins):
        return False
    if re.match(r"(?:va )?(?:(?:chu dong|tich cuc) )?phoi hop", begins):
        return "và" in joint and bool(re.match(r"to chuc|chu tri", following))
    if joint.startswith(",") and re.match(
        r"to chuc trien khai(?: to chuc)? thuc hien|trien khai to chuc thuc hien", following
    ):
        return True
    if re.match(r"(?:chu tri|la co quan)", begins):
        return (
            "và" in joint
            and bool(
                re.match(r"(?:to chuc|thuc hien cong tac|truc tiep|huong dan|kiem tra|chu tri|phoi hop)", following)
            )
            and ("phoi hop" not in following[:9] or "phoi hop" not in begins)
        )
    role_words = (
        "kiem tra",
        "giam sat",
        "danh gia",
        "don doc",
        "theo doi",
        "huong dan",
        "tuyen truyen",
        "van dong",
        "ra soat",
        "quan ly",
        "cong khai",
        "niem yet",
        "xay dung",
        "lap",
    )
    if not re.match(
        r"(?:to chuc|chu tri|phoi hop|tham muu|huong dan|kiem tra|giam sat|tuyen truyen|van dong|ra soat|cong khai|theo doi|xay dung|lap|truc tiep|thuc hien|thuong xuyen|kip thoi)",
        following,
    ):
        return False
    last = " ".join(fold(word) for word in words[-2:]).strip(",")
    if last in role_words:
        return False
    return (
        "và" in joint and bool(re.match(r"(?:to chuc|chu tri|thuc hien cong tac|truc tiep|phoi hop voi)", following))
    ) or (joint.startswith(",") and bool(re.match(r"(?:phoi hop voi|to chuc trien khai|dong thoi)", following)))


def _rest_of(text: str, found: Sequence[Named]) -> str:
    """What of a text is no body: "" if it only lists bodies."""
    rest = text
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = re.sub(r"\([^()]*\)", " ", rest)
    rest = re.sub(r"(?i)\b(?:và|các|cùng|với|hoặc|của xã|trên địa bàn)\b|[,;:./–-]", " ", rest)
    return rest.strip()
