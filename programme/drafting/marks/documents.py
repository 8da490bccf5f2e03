"""Documents that the words cite: kind, number, date, issuer, the cited part, and the words that quote their subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...vietnamese.slugs import fold, slugify
from ..shape import Degree, Mark
from .bodies import Bodies
from .dates import DATE, MONTH_OF, iso
from .words import Span, bracketed

KINDS = {
    "Luật": "law", "Bộ luật": "law", "Pháp lệnh": "ordinance", "Nghị định": "decree", "Nghị quyết": "resolution",
    "Quyết định": "decision", "Thông tư liên tịch": "circular", "Thông tư": "circular", "Chỉ thị": "directive",
    "Kết luận": "conclusion", "Kế hoạch": "plan", "Chương trình": "programme", "Công văn": "letter", "Văn bản": "letter",
    "Hướng dẫn": "guidance", "Thông báo": "notice", "Tờ trình": "submission", "Báo cáo": "report", "Đề án": "scheme",
    "Quy định": "regulation", "Quy chế": "regulation",
}  # fmt: skip
"""Kind in words -> the key of `DocumentKind`, or one of the plan's own."""
OWN = {"report": "Báo cáo", "scheme": "Đề án", "regulation": "Quy định"}
"""Kinds that the closed list has not: their labels."""
_SHORT = {"law": "luat", "ordinance": "pl", "decree": "nd", "resolution": "nq", "decision": "qd", "circular": "tt", "directive": "ct", "conclusion": "kl", "plan": "kh", "programme": "ctr", "letter": "cv", "guidance": "hd", "notice": "tb", "submission": "ttr", "report": "bc", "scheme": "da", "regulation": "quy-dinh"}  # fmt: skip
_NUMBER = r"\d+[a-z]?(?:/\d{4})?(?:/\s?|-)(?:[A-ZĐƯ][\w&Đđ.]*)(?:\s?[-–/&]\s?(?:[A-ZĐ][\w&.]*))*"
_LAW = r"\d+/\d{4}/(?:QH|UBTVQH)\d+"
_PART = r"(?:(?:điểm|[Kk]hoản|[Mm]ục|[Đđ]iều|[Cc]hương|[Pp]hụ\s+lục|[Pp]hần|[Bb]iểu|[Mm]ẫu)\s+(?:số\s+)?(?:[IVX]+|\d+[a-z]?(?:\.\d+)*|[a-zđ])\b(?:,\s*|\s+và\s+|\s+của\s+|\s+)?)"
_ANY = "|".join(sorted(KINDS, key=len, reverse=True)).replace(" ", "\\ ")
_CITE = re.compile(
    rf"""(?P<part>{_PART}{{1,4}}(?:\s*(?:của|ban\s+hành\s+kèm\s+theo)\s+)?)?
    \b(?:
        (?P<law>Bộ\ luật|Luật|Pháp\ lệnh)\s+(?:(?:(?!số\b|(?:{_ANY})\b)[^\s;:.()\d]+\s+){{1,16}}?)?(?=số|\d)
      | (?P<act>Chương\ trình|Kế\ hoạch|Đề\ án|Báo\ cáo)\s+(?:(?:(?!số\b|(?:{_ANY})\b)[^\s;:.()\d]+\s+){{1,6}}?)?(?=số\s)
      | (?P<kind>{_ANY})(?:\s+(?:hành\ động|liên\ tịch|chung|chuyên\ đề|của\ [^;,.\d]{{3,40}}?))?\s+
    )
    (?:số\s*:?\s*)?(?P<number>{_LAW}|{_NUMBER})
    (?:\s*,?\s*(?:ký\s+)?(?:(?P<day>ngày\s+{DATE})|(?P<month>(?:ngày\s+)?tháng\s+{MONTH_OF})|(?P<year>năm\s+(?:19|20)\d\d)))?""",
    re.VERBOSE,
)
_SUBJECT = re.compile(
    r"(?:về\s+việc|về|quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|phân\s+bổ|giao|quy\s+chuẩn|V/v|v/v|triển\s+khai|thực\s+hiện|thông\s+qua|công\s+bố)\b"
)
_AND_NUMBER = re.compile(
    rf"\s*(?:,|;|và)\s+(?P<start>số\s+(?P<number>{_LAW}|{_NUMBER})(?:\s*,?\s*(?P<date>ngày\s+{DATE}))?)"
)
_PROPOSED = re.compile(r"(?:đề nghị|đề xuất)\s+của\s+(?P<who>[^;.]{3,120}?)\s+tại\s+(?:\S+\s+){0,3}$")
_NEXT = re.compile(
    rf"[,;]\s+(?:và\s+)?(?=(?:{'|'.join(KINDS)})\s+(?:số\b|[^;.]{{0,60}}?\bsố\s+\d|\d))|\s+và\s+(?=(?:{'|'.join(KINDS)})\s+(?:số\s+)?\d)"
)
_CALLED = re.compile(r"\s*\((?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung)")
_BY_SYMBOL = (
    (r"QĐ-TTg$|CT-TTg$|CĐ-TTg$", "Thủ tướng Chính phủ"), (r"NĐ-CP$|NQ-CP$", "Chính phủ"), (r"/UBTVQH\d*$|UBTVQH\d+$", "Ủy ban Thường vụ Quốc hội"),
    (r"/QH\d+$", "Quốc hội"), (r"-CT/TW$|-NQ/TW$|-KL/TW$|-QĐ/TW$", "Ban Chấp hành Trung ương Đảng"),
    (r"TT-BTC$|QĐ-BTC$", "Bộ Tài chính"), (r"-BLĐTBXH$", "Bộ Lao động - Thương binh và Xã hội"), (r"-BNNPTNT$|-BNN$", "Bộ Nông nghiệp và Phát triển nông thôn"),
    (r"-BNNMT$", "Bộ Nông nghiệp và Môi trường"), (r"-BXD$", "Bộ Xây dựng"), (r"-BYT$", "Bộ Y tế"), (r"-BGDĐT$", "Bộ Giáo dục và Đào tạo"),
    (r"-UBDT$", "Ủy ban Dân tộc"), (r"-BDTTG$", "Bộ Dân tộc và Tôn giáo"), (r"-BNV$", "Bộ Nội vụ"), (r"-BTTTT$", "Bộ Thông tin và Truyền thông"),
    (r"-BKHĐT$", "Bộ Kế hoạch và Đầu tư"), (r"-BTNMT$", "Bộ Tài nguyên và Môi trường"), (r"-BVHTTDL$", "Bộ Văn hóa, Thể thao và Du lịch"), (r"-BKHCN$", "Bộ Khoa học và Công nghệ"),
)  # fmt: skip
"""End of a number -> who alone uses it."""


@dataclass
class Cited:
    """A citation: `text[start:end]`, from the cited part to the issuer."""

    start: int
    end: int
    kind: str
    number: str
    date: str
    issuer: str
    part: str
    core: Span
    """Kind and number alone."""
    subject: Span | None = None


@dataclass
class Documents:
    """The documents of a plan; `own` is its own number, which is no citation."""

    bodies: Bodies
    own: str = ""
    records: dict[str, dict[str, object]] = field(default_factory=dict)
    issuers: dict[str, str] = field(default_factory=dict)
    """Id -> the name of the issuer, as the text has it or as the number's symbol says."""
    _guessed: set[str] = field(default_factory=set)
    _by_number: dict[tuple[str, str], str] = field(default_factory=dict)

    def cited(self, text: str) -> list[Cited]:
        """The citations in a text, in order; that of the plan's own number is left out."""
        found: list[Cited] = []
        for match in _CITE.finditer(text):
            number = re.sub(r"\s*([/–-])\s*", lambda one: one[1], match["number"]).rstrip(".,-")
            written = match["number"].rstrip(".,- ")
            kind = match["law"] or match["act"] or match["kind"]
            at_kind = next(match.start(one) for one in ("law", "act", "kind") if match[one])
            if written == self.own or number == self.own:
                continue
            end, issuer = match.start("number") + len(written), ""
            date = next((match[one] for one in ("day", "month", "year") if match[one]), "")
            if date:
                end = max(match.end(one) for one in ("day", "month", "year") if match[one])
            if tail := re.match(r"\s*,?\s*của\s+(?:liên\s+)?", text[end:]):
                at = end + tail.end()
                body = next((one for one in self.bodies.find(text) if one.start == at), None)
                if body:
                    end, issuer = body.end, body.name
            part = (match["part"] or "").strip()
            part = re.sub(r"[\s,]*(?:của|ban\s+hành\s+kèm\s+theo|và)?\s*$", "", part)
            if not issuer and (asked := _PROPOSED.search(text[:at_kind])):
                body = next((one for one in self.bodies.find(asked["who"])), None)
                issuer = (
                    re.sub(r"^(?:Trưởng|Giám đốc|Chánh|Chủ tịch)\s+(?=Phòng|Sở|Ban|Văn|Chi)", "", body.name)
                    if body
                    else ""
                )
            start = match.start("part") if part else at_kind
            found.append(
                Cited(
                    start,
                    end,
                    KINDS[kind],
                    written,
                    iso(date) if date else "",
                    issuer,
                    part,
                    (at_kind, match.start("number") + len(written)),
                )
            )
        found = sorted([*found, *self._continued(text, found)], key=lambda one: one.start)
        for one, after in zip(found, [*found[1:], None], strict=False):
            one.subject = _subject(text, one, after)
        return found

    @staticmethod
    def _continued(text: str, found: list[Cited]) -> list[Cited]:
        """Further numbers behind a document: "Nghị định số 20/2021/NĐ-CP ngày …, số 76/2024/NĐ-CP ngày …"."""
        more: list[Cited] = []
        for one in found:
            place = one.end
            while match := _AND_NUMBER.match(text, place):
                number = match["number"].rstrip(".,- ")
                end = match.start("number") + len(number)
                end = match.end("date") if match["date"] else end
                more.append(
                    Cited(
                        match.start("start"),
                        end,
                        one.kind,
                        number,
                        iso(match["date"] or ""),
                        one.issuer,
                        "",
                        (match.start("start"), end),
                    )
                )
                place = end
        return more

    def id_of(self, one: Cited) -> str:
        """The id of the cited document, its record made or completed."""
        key = fold(one.number).replace(" ", "")
        id = self._by_number.get((one.kind, key), "")
        if not id:
            year = re.search(r"/((?:19|20)\d\d)\b", one.number)
            first = re.match(r"\d+", one.number)
            base = "-".join(
                filter(
                    None,
                    [
                        _SHORT.get(one.kind, one.kind),
                        first[0] if first else "",
                        year[1] if year else (one.date[:4] if one.date else ""),
                    ],
                )
            )
            id = base if base not in self.records else slugify(f"{_SHORT.get(one.kind, one.kind)} {one.number}")
            self.records[id] = {"id": id, "kind": one.kind, "number": one.number}
            self._by_number[one.kind, key] = id
        record = self.records[id]
        if one.date and "date" not in record:
            record["date"] = one.date
        if one.issuer and (id not in self.issuers or id in self._guessed):
            self.issuers[id] = one.issuer
            self._guessed.discard(id)
        elif id not in self.issuers and (by_symbol := self._by_symbol(one.number)):
            self.issuers[id] = by_symbol
            self._guessed.add(id)
        return id

    def _by_symbol(self, number: str) -> str:
        """Who uses a number like this, where the text does not say who issued it; "" where that is not known."""
        known = next((name for pattern, name in _BY_SYMBOL if re.search(pattern, number)), "")
        if known:
            return known
        tail = re.split(r"[-/–]", number)[-1]
        level = {"TU": "Tỉnh ủy", "HU": "Huyện ủy", "ĐU": "Đảng ủy"}.get(tail)
        if level or tail not in ("UBND", "HĐND"):
            return level or ""
        if re.search(r"/(?:19|20)\d\d/", number) and self.bodies.level != "province":
            return f"{tail} tỉnh"
        return f"{tail} {self.bodies.place}" if self.bodies.place else ""

    def symbol_of(self, id: str) -> str:
        """How the number of a document names its issuer, where nothing else in the text does: "QH15"."""
        return re.split(r"[-/–]", str(self.records[id]["number"]))[-1] if id in self._guessed else ""

    def marks(self, text: str, cited: list[Cited]) -> list[Mark]:
        """The marks of all citations in a text: `cites`, and `subject_of` on what quotes the subject."""
        found: list[Mark] = []
        for one in cited:
            id = self.id_of(one)
            cites: dict[str, object] = {"document": id}
            if one.part:
                cites["part"] = one.part
            if sources := _based(text, one.start):
                cites["basis_of"] = sources
            found.append(Mark(one.start, one.end, {"cites": [cites]}, "cite"))
            if one.subject:
                found.append(Mark(*one.subject, {"subject_of": id}, "subject"))
        return found

    @staticmethod
    def spans(cited: list[Cited]) -> list[Span]:
        """Where documents are named, with their dates, issuers and subjects: no duty, no deadline, no group is there."""
        return [(one.start, one.subject[1] if one.subject else one.end) for one in cited]


def _subject(text: str, one: Cited, after: Cited | None) -> Span | None:
    """The words after a citation that say what the document is about."""
    space = re.match(r"\s*,?\s*", text[one.end :])
    start = one.end + (space.end() if space else 0)
    if not _SUBJECT.match(text[start:]):
        return None
    stop = after.start if after else len(text)
    shut = bracketed(text)
    end = stop
    for match in re.finditer(r"[;.](?=\s|$)|:(?=\s)", text[start:stop]):
        place = start + match.start()
        if not any(a <= place < b for a, b in shut):
            end = start + match.end() if match[0] in ";." else place
            break
    if called := _CALLED.search(text[start:end]):
        end = start + called.start()
    if following := _NEXT.search(text[start:end]):
        end = start + following.start() + 1
    said = text[start:end].rstrip(" ,")
    if len(said.split()) < 3:
        return None
    return start, start + len(said)


_BASED = re.compile(r"(?:bố trí|giao|phân bổ|cấp|thực hiện|phân khai)\s+(?:theo|tại)\s+$")
_BUDGETS = (("central", r"ngân sách (?:nhà nước )?trung ương|NSTW"), ("province", r"ngân sách (?:cấp )?tỉnh"), ("district", r"ngân sách (?:cấp )?huyện"), ("commune", r"ngân sách (?:cấp )?xã"))  # fmt: skip


def _based(text: str, start: int) -> list[str]:
    """The sources whose money rests on a document: "Ngân sách xã bố trí theo Nghị quyết …"."""
    if not _BASED.search(text[:start]) or re.search(r"\d\s+(?:tỷ|triệu)?\s*đồng", text[:start]):
        return []
    sentence = re.split(r"[;.]\s", text[:start])[-1]
    return [source for source, pattern in _BUDGETS if re.search(pattern, sentence, re.IGNORECASE)]


def surely(one: Cited) -> Degree:
    """How sure a citation is."""
    return Degree.SURE if one.number else Degree.LIKELY
