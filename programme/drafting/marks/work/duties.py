"""Sentences that give work: who bears it, in which role, with whom, by whose guidance.

Where work is given out, the heading is the bearer; a body at the head of a sentence comes before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ....vietnamese.slugs import fold
from ...shape import PLACED, Degree
from ..bodies.bodies import Bodies
from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..fitting import Found
from ..plan_context import NAMED_FOR_GOALS, Context, Place, words_of
from ..reports.report_words import LABEL, PERIOD
from ..reports.reports import addressed_as, reports_in
from ..verbs.duty_words import ALL_DONE, GAP, GENERAL, GUIDED, IFS, NUMBERED, ONLY_DONE, OTHER_LABEL, WITH
from ..verbs.roles import Led, led_by, verb_at
from ..words import Span, inside, sentences
from .bearers import ASKED, Bearer, Bearers
from .beside import Beside
from .duty_parts import asked_in, is_for_all, is_told, joined, parted, told_to
from .leaders import TOGETHER, Leaders
from .passive_work import behind_lead_in, done_by
from .shown_parties import is_village, shown, with_shown
from .subjects import may_act


@dataclass
class Duties:
    """Reads the sentences of a plan that give work."""

    context: Context
    bodies: Bodies
    bearers: Bearers

    def __post_init__(self) -> None:
        self.beside = Beside(self.bodies)
        self.leaders = Leaders(self.bodies, self.bearers, self.beside)

    def in_sentences(self, text: str, place: Place, bearer: Bearer | None, taken: list[Span]) -> list[Found]:
        """The duties of a text; `taken` is where documents are named."""
        found: list[Found] = []
        current = bearer
        named = [one for one in self.bodies.find(text) if not inside(one.start, taken)]
        assigns = place.assigns or bearer is not None
        perhaps = not assigns and place.kind in ("content", "", "budget")
        parties = [one for one in shown(text, named) if not inside(one.start, taken)]
        named = with_shown(named, parties)
        general = not assigns and any(
            GENERAL.search(NAMED_FOR_GOALS.sub("", fold(words_of(one)))) for one in place.line
        )
        giver: Bearer | None = None  # who has just given one of its own tasks to somebody else
        owns = bearer is not None
        for whole in joined(text, sentences(text), self.bodies):
            span = behind_lead_in(text, asked_in(text, whole), named)
            if IFS.search(text, *span):
                continue
            for part in self._by_body(text, parted(text, span, taken), named):
                if OTHER_LABEL.match(text, *part) or (
                    part != (0, len(text)) and ONLY_DONE.fullmatch(text, *part) and len(text[slice(*part)].split()) < 10
                ):
                    continue
                leader = self.leaders.leader(text, part, named, assigns, current, perhaps, place.reports)
                if leader is None and is_for_all(found) and ALL_DONE.match(text[slice(*part)]):
                    continue
                start = part[0]
                if giver is not None and leader is None and not self._is_told_to(text, part, named, giver):
                    current, owns = giver, True
                giver = None
                if leader is not None:
                    if not self.leaders.is_head_of(leader[0], current):
                        giver = current if found and owns and _DELEGATES.match(text, *part) else None
                        owns = not ASKED.match(text, *part)
                        guessed = any(one in parties and not is_village(one.name) for one in leader[0])
                        ids = tuple(self.bodies.ids_of(one.name for one in leader[0]))
                        current = Bearer(ids, Degree.LIKELY, BY_PLACE) if guessed else Bearer(ids, leader[2])
                    start = leader[1]
                elif current is None:
                    continue
                elif beyond := self.leaders.beside_at(text, start, part[1], named):
                    start = beyond
                if found and re.match(r"để\s+tổng hợp", text[part[0] : part[1]]) and (to := told_to(found[-1])):
                    found.append(
                        self.duty(
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
                if current is None or (leader is None and _BY_RULE.match(text, *part)):
                    continue
                if leader is None and (beside := TOGETHER.match(text, start, part[1])):
                    helpers = listed(named, text, beside.end())
                    start = helpers[-1].end + 1 if helpers and helpers[-1].end < part[1] - 1 else start
                if numbered := NUMBERED.match(text, start, part[1]):
                    start = numbered.end()
                if label := LABEL.match(text, start, part[1]):
                    start = label.end()
                led = led_by(text, start, part[1])
                if led is None and _GATHERED.match(text, part[1]) and (told := _TOLD_UP.search(text, start, part[1])):
                    led, start = Led(("report",), told.span(), True), told.start()
                if (led is None or led.roles == ("implement",)) and (about := _ABOUT.match(text, start, part[1])):
                    led = led_by(text, about.end(), part[1]) or led
                follows = leader is None and bool(found) and "reports" in found[-1].sets
                if follows and (period := PERIOD.match(text, start, part[1])):
                    led = Led(("report",), period.span(), True)
                if led is None:
                    if leader is None and not (place.assigns and bearer is not None):
                        continue
                    if leader is None and found and part[0] != span[0]:
                        continue
                    led = Led(("implement",), (start, start + 1), False)
                duty = self.duty(text, part, start, led, current, named, taken, general)
                if duty.sets.get("reports") == [{}] and re.match(r"\s*để\s", text[part[1] :]):
                    duty = replace(duty, sets={key: value for key, value in duty.sets.items() if key != "reports"})
                again = _REPORTS_TOO.match(text, start, part[1])
                if follows and "reports" in duty.sets and (again or PERIOD.match(text, start, part[1])):
                    duty = replace(
                        duty,
                        sets={**duty.sets, "reports": addressed_as(found[-1].sets["reports"], duty.sets["reports"])},
                    )
                if duty.sets.get("reports") == [{}] and is_told(found, duty):
                    found[-1] = replace(found[-1], wide=((found[-1].wide or found[-1].core)[0], part[1]))
                else:
                    sent = self._perhaps_reported(text, part, duty)
                    if sent and not led.known:  # a verb that nobody knows, and a report: one question, about the report
                        duty, sent = (
                            replace(duty, core=sent[0].core, sets={**duty.sets, **sent[0].sets}, why=sent[0].why),
                            [],
                        )
                    found += [duty, *sent]
        return found

    def _is_told_to(self, text: str, part: Span, named: list[Named], bearer: Bearer) -> bool:
        """Whether words name a bearer: who has work from it reports to it, and goes on."""
        ids = self.bodies.ids_of(one.name for one in named if part[0] <= one.start < part[1])
        return bool(set(ids) & set(bearer.ids))

    def _perhaps_reported(self, text: str, part: Span, duty: Found) -> list[Found]:
        """What a duty that is no report may send to somebody besides, by a later verb of it: worth a question."""
        sends = None if "reports" in duty.sets else _SENDS.search(text, *part)
        if not sends or (_SENT_ON.match(sends[0]) and _A_PLAN.search(text, part[0], sends.start())):
            return []
        reports = reports_in(text, (sends.start(), part[1]), self.bodies, self.context.years)
        own = set(duty.sets["bearers"])
        if not any(set(one.get("to", ())) - own for one in reports):  # type: ignore[call-overload]
            return []
        sets = {"roles": ["report"], "reports": reports}
        return [Found(sends.span(), sets, "report", Degree.LIKELY, part, why=_SENT_BESIDES)]

    def _by_body(self, text: str, parts: list[Span], named: list[Named]) -> list[Span]:
        """Parts that begin with a body, cut where another body with its own verb follows: "Phòng A làm chủ đầu tư, các thôn giám sát"."""
        found: list[Span] = []
        for start, end in parts:
            begin = start
            for one in named:
                if (
                    begin < one.start < end
                    and _SO_THAT.search(text, begin, one.start)
                    and _REPORT.match(text, one.end, end)
                ):
                    cut = text.rfind("để", begin, one.start)
                    found.append((begin, len(text[:cut].rstrip())))
                    begin = start = one.start
                    break
            passive = done_by(text, (start, end), named)
            if (
                any(
                    re.fullmatch(
                        rf"(?:[^:;,.]{{2,30}}:\s+)?(?:{ASKED.pattern})?(?:{_COMRADE})?",
                        text[start : one.start],
                        re.IGNORECASE,
                    )
                    for one in named
                    if one.start >= start
                )
                or passive
            ):
                for one in named:
                    before = re.sub(rf"(?<=, )(?:{_COMRADE}|{_ALSO_ASKED})$", "", text[begin : one.start])
                    among = _AMONG_THEM.search(before)
                    if not begin < one.start < end or not (before.endswith(", ") or among) or len(before.split()) < 4:
                        continue
                    if any(other.end + 2 == one.start for other in named) or (WITH.search(before) and not among):
                        continue
                    told, _ = self.beside.listed_from(text, begin, end, named)
                    if one in told:  # the last of those that the part begins with
                        continue
                    gap = GAP.match(text, one.end, end)
                    verb = verb_at(text, gap.end() if gap else one.end, end)
                    if verb and _ONLY_HELPS.match(text, gap.end() if gap else one.end, end):
                        continue
                    alone = verb and not re.match(
                        r"(?:làm|thực hiện(?!\s*[.;]|$)|triển khai|tham gia|để)\b", text[one.end + 1 : end]
                    )
                    own = _own_object(text, one, before)
                    unknown = not verb and own and may_act(text, one.end, end)
                    calls = _CALLS.search(before) and not own
                    if unknown or (verb and (verb[0] != "implement" or (alone and (among or passive or not calls)))):
                        found.append((begin, begin + len(before.rstrip())))
                        begin += len(before)
            found.append((begin, end))
        return found

    def duty(
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
        beside, maybe = self.beside.found_in(text, part, named, start)
        if with_ := [id for id in self.bodies.ids_of(one.name for one in beside) if id not in bearer.ids]:
            sets["with"] = with_
        known = {*bearer.ids, *with_}
        if guides := self._guides(text, part, named):
            sets["guided_by"] = self.bodies.ids_of(one.name for one in guides)
        reports: list[dict[str, object]] = []
        if "report" in led.roles:
            reports = reports_in(text, (start, part[1]), self.bodies, self.context.years)
            if part[0] < start and not any("deadline" in one for one in reports):
                wide = reports_in(text, part, self.bodies, self.context.years)
                reports = [
                    {
                        **{key: value for key, value in one.items() if key not in _OF_VERB},
                        **{key: reports[0][key] for key in _OF_VERB if key in reports[0]},
                    }
                    for one in wide
                ]
            sets["reports"] = reports
        bare = sets.get("reports") == [{}]
        is_label = text[led.verb[1] : part[1]].lstrip().startswith(":")  # "Báo cáo: kết quả, khó khăn"
        vague = bare and bool(
            is_label or _IN_GENERAL.search(text, *part) or "báo cáo" not in text[slice(*part)].lower()
        )
        degree = bearer.degree if led.known and not general and not vague else Degree.LIKELY
        why = bearer.why or (
            "Câu này nêu yêu cầu chung; có thể không giao việc."
            if general
            else _VAGUE
            if vague
            else ""
            if led.known
            else "Không rõ việc này thuộc vai trò nào."
        )
        return Found(
            (led.verb[0], max(led.verb[1], led.verb[0] + 1)),
            sets,
            PLACED if degree is Degree.LIKELY and not general and not reports else "role",
            degree,
            part,
            why=why,
            firm=bearer.degree is Degree.SURE and not general,
            beside=tuple(id for id in self.bodies.ids_of(one.name for one in maybe) if id not in known),
        )

    def _guides(self, text: str, part: Span, named: list[Named]) -> list[Named]:
        for match in GUIDED.finditer(text, *part):
            if names := listed(named, text, match.end()):
                return [one for one in names if one.end <= part[1]]
        return []


_COMRADE = r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+"
_SO_THAT = re.compile(r"\sbáo\s+cáo\b[^;.]*\sđể\s+$", re.IGNORECASE)
_REPORT = re.compile(r"\s+(?:tổng\s+hợp,?\s+)?báo\s+cáo\s+(?=[A-ZĐỦ])")
"""Behind a report, for whose own report it is: "dự thảo báo cáo để Sở báo cáo UBND tỉnh"."""
_BY_RULE = re.compile(r"(?:riêng\s+|còn\s+)?việc\s[^;.]{3,90}?\s(?:được\s+)?thực\s+hiện\s+theo\s", re.IGNORECASE)
"""How something is done is a rule, and no work of whoever is named before it."""
_ONLY_HELPS = re.compile(
    r"(?:cùng\s+)?(?:phối\s+hợp|tham\s+gia)(?:,?\s+(?:thực\s+hiện|tham\s+gia|triển\s+khai))?\s*(?=[.;]|$)"
)
"""All that is said of a further body: it is beside the one before ("A chủ trì, B phối hợp")."""
_DELEGATES = re.compile(r"(?:giao(?:\s+cho)?|phân\s+công|cử|ủy\s+quyền(?:\s+cho)?)\s")
"""One of several things that a body does: to have another do something. What follows is its own work again."""
_REPORTS_TOO = re.compile(
    r"(?:(?:và|đồng thời)\s+)?báo\s+cáo\s+(?:sơ kết|tổng kết|đột xuất|chuyên đề|kết quả|định kỳ|năm|quý|0?6 tháng)",
    re.IGNORECASE,
)
"""A further report: to whom the one before goes, where it says nothing else."""
_OF_VERB = ("to", "via", "form")
"""What of a report stands behind its verb; before it, whoever reports may be named by a table."""
_AMONG_THEM = re.compile(r",\s+(?:trong\s+đó,?|riêng|còn)\s+$")
"""Before one of several who bear a work together, and what it does of it."""
_CALLS = re.compile(
    r"(?i)\b(?:cho|của|tại|giữa|gồm|giúp|hỗ trợ|đề nghị|yêu cầu|mời|giao|chỉ đạo|hướng dẫn|vận động|đôn đốc|để|với)\s+(?:[^\s,;]+\s+){0,6}[^\s,;]+,\s$"
)
"""Right before a comma, words whose object a body behind it may be too: "hướng dẫn các hộ, các thôn …"."""
_ALSO_ASKED = r"(?:(?:và|đồng thời|riêng|còn)\s+)?(?:đề nghị|yêu cầu|giao|phân công|riêng|còn)\s+"
"""Behind a comma, before a further body that is given work."""
_MANY_BEFORE = re.compile(r"\s(?:các|những|cho|với|của|giữa|gồm|từng)\s[^,;]*,\s$")
"""Before a comma, words that a body behind it may go on with: "… cho các thôn, Trạm Y tế"."""
_ABOUT = re.compile(r"(?:[Vv]ề|[Đđ]ối với|[Tt]rong|[Cc]ông tác)\s[^:;.]{2,60}:\s+")
"""Before a duty, what it is about: "Về giảm nghèo: rà soát hộ nghèo"."""
_SENDS = re.compile(
    r"\b(?:trình\s+(?-i:[A-ZĐỦ])[^,;.]{1,60}?\s+báo\s+cáo|báo\s+cáo(?!\s+viên)|phản\s+ánh|(?:gửi|nộp)\s+báo\s+cáo|thông\s+báo\s+kết\s+quả"
    r"|(?:kết\s+quả|số\s+liệu|tình\s+hình|thông\s+tin|đề\s+xuất|nhu\s+cầu|kiến\s+nghị|quyết\s+toán|thống\s+kê|bảng\s+kê|phiếu|biểu)\s(?:[^,;.]{0,60}?(?:gửi|nộp)|[^;.]{0,90}?\sdo\s[^;.]{2,60}?(?:gửi|nộp|chuyển|cung\s+cấp))(?:\s+(?:về|cho|tới|đến|lên))?(?=\s+(?-i:[A-ZĐỦ]))"
    r"|(?<=,\s)(?:rồi\s+)?(?:(?:gửi|nộp)(?:\s+(?:về|cho|tới|đến|lên))?|báo\s+(?!cáo)[^,;.]{2,60}?\s(?:cho|với|về|lên))(?=\s+(?-i:[A-ZĐỦ])))\b",
    re.IGNORECASE,
)
_SENT_ON = re.compile(r"(?:rồi\s+)?(?:gửi|nộp)", re.IGNORECASE)
_A_PLAN = re.compile(r"kế\s+hoạch|dự\s+toán|phương\s+án|đề\s+án|danh\s+mục|hồ\s+sơ", re.IGNORECASE)
"""What is drawn up and sent on, and is no report."""
_SENT_BESIDES = "Câu này còn nói gửi, báo cáo cho nơi khác; có thể giao thêm việc báo cáo."
_GATHERED = re.compile(r"\s*để\s+tổng\s+hợp", re.IGNORECASE)
_TOLD_UP = re.compile(
    r"\b(?:phản\s+ánh|thông\s+tin|thông\s+báo)(?:\s+(?:ngay|kịp\s+thời|bằng\s+văn\s+bản))*\s+(?:về|tới|đến|cho|với)"
    r"(?=\s+(?-i:[A-ZĐỦ]))",
    re.IGNORECASE,
)
"""What is told to those who gather it and report: "… có vướng mắc, phản ánh về Phòng Kinh tế để tổng hợp, báo cáo"."""
_IN_GENERAL = re.compile(r"chế độ\s+(?:thông tin,?\s+(?:và\s+)?)?báo cáo", re.IGNORECASE)
BY_PLACE = "Tên này máy đoán theo chỗ nó đứng trong câu; có thể chưa trọn, hoặc không phải người làm."
"""Why a bearer is asked of whom only the place tells."""
_VAGUE = "Câu này nói chung về chế độ báo cáo, không nêu báo cáo ai, khi nào."


def _own_object(text: str, one: Named, before: str) -> bool:
    """Whether a body behind a comma stands by itself: called by one name, behind a verb that has its object already."""
    return text[one.start].isupper() and not _MANY_BEFORE.search(before)
