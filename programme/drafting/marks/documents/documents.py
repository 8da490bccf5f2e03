"""Documents that the words cite: kind, number, date, issuer, the cited part, and the words that quote their subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ....vietnamese.slugs import fold, slugify
from ...shape import Degree, Mark
from ..bodies.bodies import Bodies
from ..timing.dates import iso
from ..words import UPPER, Span, bracketed
from .document_kinds import KINDS, SHORT, SYMBOLS, tail_of
from .document_numbers import DAY_OF, LAW, NUMBER, Numbered, alone, called, dated, listed_before, named_short

_PART = r"(?:(?:[Đđ]iểm|[Kk]hoản|[Mm]ục|[Đđ]iều|[Cc]hương|[Pp]hụ\s+lục|[Pp]hần|[Bb]iểu|[Mm]ẫu)\s+(?:số\s+)?(?:[IVX]+|\d+[a-z]?(?:\.\d+)*|[a-zđ])\b(?:,\s*|\s+và\s+|\s+của\s+|\s+)?)"
_PART_BEFORE = re.compile(rf"(?<!\w){_PART}{{1,4}}(?:\s*của\s+)?$")
_ANY = "|".join(sorted(KINDS, key=len, reverse=True)).replace(" ", "\\ ")
_CITE = re.compile(
    rf"""(?P<part>{_PART}{{1,4}}(?:\s*(?:của|ban\s+hành\s+kèm\s+theo)\s+)?)?
    \b(?:
        (?P<law>Bộ\ luật|Luật|Pháp\ lệnh)\s+(?:(?:(?!số\b|(?:{_ANY})\b)[^\s;:.()\d]+\s+){{1,16}}?)?(?=số|\d)
      | (?P<act>Chương\ trình|Kế\ hoạch|Đề\ án|Báo\ cáo)\s+(?:(?:(?!số\b|(?:{_ANY})\b)[^\s;:.()\d]+\s+){{1,6}}?)?(?=số\s)
      | (?P<kind>{_ANY})(?:\s+(?:hành\ động|liên\ tịch|liên\ ngành|chung|chuyên\ đề|của\ [^;,.\d]{{3,40}}?))?\s+\(?
      | (?P<short>(?-i:{"|".join(SYMBOLS)}|VB))\s+
    )
    (?:số\s*:?\s*)?(?P<number>{LAW}|{NUMBER})
    (?:{DAY_OF})?""",
    re.VERBOSE,
)
_SUBJECT = re.compile(
    r"(?:về\s+việc|về|quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|phân\s+bổ|giao|quy\s+chuẩn|V/v|v/v|triển\s+khai|thực\s+hiện|thông\s+qua|công\s+bố)\b"
)
_PROPOSED = re.compile(r"(?:đề nghị|đề xuất)\s+của\s+(?P<who>[^;.]{3,120}?)\s+tại\s+(?:\S+\s+){0,3}$")
_UNKNOWN = re.compile(
    rf"(?!(?:{_ANY}|Dự\ án|Phụ\ lục)\b){UPPER}[^\W\d_]+(?:\s+(?!(?:về|ban|quy|phê|hướng|sửa|phân|giao|triển|thực|thông|công|và|đã|được|có|để|tại|trong|theo|trên)\b)[^\W\d_]+){{0,7}}(?=\s*(?:[,;.()]|$|\s(?:về|ban\s+hành|quy\s+định|phê\s+duyệt|hướng\s+dẫn|sửa|phân\s+bổ|giao|triển\s+khai|V/v)\b))"
)
"""Behind "của", whoever issues a document and is no body that the grammar knows: "Thống kê tỉnh"."""
_NEXT = re.compile(
    rf"[,;]\s+(?:và\s+)?(?=(?:{'|'.join(KINDS)})\s+(?:số\b|[^;.]{{0,60}}?\bsố\s+\d|\d))|\s+và\s+(?=(?:{'|'.join(KINDS)})\s+(?:số\s+)?\d)"
)
_CALLED = re.compile(r"\s*\((?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung|là|ngắn)")
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
    is_sure: bool = True


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
    _known: dict[tuple[str, str], None] = field(default_factory=dict)
    """Kinds and numbers of all documents that the plan cites in full."""
    _names: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Short name that the plan gives a document -> its kind and number."""

    def learn(self, texts: Iterable[str]) -> None:
        """Which documents all texts of the plan cite, and by which short names they call them."""
        for text in texts:
            for one in self._in_full(text):
                self._known[one.kind, one.number] = None
                for end in (one.end, one.subject[1] if one.subject else one.end):
                    if name := called(text, end, self._known):
                        self._names.setdefault(*name)

    def cited(self, text: str) -> list[Cited]:
        """The citations in a text, in order, those by a short name too; the plan's own number is left out."""
        found = self._in_full(text)
        taken = [(one.start, one.subject[1] if one.subject else one.end) for one in found]
        short = [self._short(text, one) for one in named_short(text, self._names, self._known, taken)]
        found += [*short, *self._dated(text, [*taken, *((one.start, one.end) for one in short)])]
        return sorted(found, key=lambda one: one.start)

    def _dated(self, text: str, taken: list[Span]) -> list[Cited]:
        """The citations by a number without letters, whose day or year and issuer the text gives."""
        found = []
        for one in dated(text, self._known, taken):
            end, issuer = self._issued(text, one.end)
            if issuer or (one.kind, one.number) in self._known:
                core = (one.start, one.end)
                found.append(
                    Cited(one.start, end, one.kind, one.number, iso(one.date) if one.date else "", issuer, "", core)
                )
        return found

    @staticmethod
    def _short(text: str, one: Numbered) -> Cited:
        before = _PART_BEFORE.search(text[: one.start])
        start, part = (before.start(), re.sub(r"[\s,]*(?:của|và)?\s*$", "", before[0])) if before else (one.start, "")
        core = (one.start, one.end)
        return Cited(start, one.end, one.kind, one.number, "", "", part, core, is_sure=one.is_sure)

    def _in_full(self, text: str) -> list[Cited]:
        """The citations with a number in a text, in order."""
        found: list[Cited] = []
        for match in _CITE.finditer(text):
            number = re.sub(r"\s*([/–-])\s*", lambda one: one[1], match["number"]).rstrip(".,-")
            written = match["number"].rstrip(".,- ")
            said = next(one for one in ("law", "act", "kind", "short") if match[one])
            kind = SYMBOLS.get(match[said], "letter") if said == "short" else KINDS[match[said]]
            at_kind = match.start(said)
            if self.own in (written, number):
                continue
            end = match.start("number") + len(written)
            date = next((match[one] for one in ("day", "month", "year") if match[one]), "")
            if date:
                end = max(match.end(one) for one in ("day", "month", "year") if match[one])
            end, issuer = self._issued(text, end, at_kind)
            issuer = issuer or self._issued_before(text[match.end(said) : match.start("number")])
            part = (match["part"] or "").strip()
            part = re.sub(r"[\s,]*(?:của|ban\s+hành\s+kèm\s+theo|và)?\s*$", "", part)
            start = match.start("part") if part else at_kind
            core = (at_kind, match.start("number") + len(written))
            found.append(Cited(start, end, kind, written, iso(date) if date else "", issuer, part, core))
        found = sorted([*found, *self._alone(text, found)], key=lambda one: one.start)
        for one, after in zip(found, [*found[1:], None], strict=False):
            one.subject = _subject(text, one, after)
        return found

    def _issued(self, text: str, end: int, at_kind: int = 0) -> tuple[int, str]:
        """Where a citation ends with who issued the document, and who that is: "… của UBND tỉnh"."""
        if tail := re.match(r"\s*\)?\s*,?\s*của\s+(?:liên\s+)?", text[end:]):
            at = end + tail.end()
            if body := next((one for one in self.bodies.find(text) if one.start == at), None):
                return body.end, body.name
            if unknown := _UNKNOWN.match(text, at):
                return unknown.end(), unknown[0]
        asked = _PROPOSED.search(text[:at_kind])
        if asked and (body := next((one for one in self.bodies.find(asked["who"])), None)):
            return end, re.sub(r"^(?:Trưởng|Giám đốc|Chánh|Chủ tịch)\s+(?=Phòng|Sở|Ban|Văn|Chi)", "", body.name)
        return end, ""

    def _issued_before(self, between: str) -> str:
        """Who issued a document by the words between its kind and its number: "Kế hoạch của UBND tỉnh số 12/KH-UBND"."""
        of = re.match(r"\s*của\s+", between)
        body = next(iter(self.bodies.find(between)), None) if of else None
        return body.name if of and body and body.start == of.end() else ""

    def _alone(self, text: str, found: list[Cited]) -> list[Cited]:
        """Further documents, named by their numbers alone: "…, số 76/2024/NĐ-CP ngày …"."""
        named = [Numbered(one.start, one.end, one.kind, one.number) for one in found]
        more: list[Cited] = []
        for one in alone(text, named):
            if self.own in (one.number, re.sub(r"\s", "", one.number)):
                continue
            end, issuer = self._issued(text, one.end)
            before = max((c for c in (*found, *more) if c.end <= one.start), key=lambda c: c.end, default=None)
            if not issuer and before and before.kind == one.kind and _tail(before.number) == _tail(one.number):
                issuer = before.issuer
            core = (one.start, one.end)
            more.append(Cited(one.start, end, one.kind, one.number, iso(one.date), issuer, "", core))
        for last in [*found, *more]:
            for one in listed_before(text, Numbered(last.start, last.end, last.kind, last.number)):
                core = (one.start, one.end)
                more.append(Cited(*core, one.kind, one.number, "", last.issuer, "", core))
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
                        SHORT.get(one.kind, one.kind),
                        first[0] if first else "",
                        year[1] if year else (one.date[:4] if one.date else ""),
                    ],
                )
            )
            id = base if base not in self.records else slugify(f"{SHORT.get(one.kind, one.kind)} {one.number}")
            self.records[id] = {"id": id, "kind": one.kind, "number": one.number}
            self._by_number[one.kind, key] = id
        record = self.records[id]
        if names := [name for name, told in self._names.items() if told == (one.kind, one.number)]:
            record["aliases"] = names
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
        return tail_of(str(self.records[id]["number"])) if id in self._guessed else ""

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
            degree, why = (Degree.SURE, "") if one.is_sure else (Degree.LIKELY, _IN_SHORT)
            found.append(Mark(one.start, one.end, {"cites": [cites]}, "cite", degree, why=why))
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


def _tail(number: str) -> str:
    """The letters of a number, without what it counts: "QĐ-UBND" of "12/QĐ-UBND"."""
    return re.sub(r"^[\d/\s]+", "", number)


_IN_SHORT = "Câu này gọi văn bản bằng số ngắn; trong Kế hoạch chỉ một văn bản cùng loại có số ấy."
_BASED = re.compile(r"(?:bố trí|giao|phân bổ|cấp|thực hiện|phân khai)\s+(?:theo|tại)\s+$")
_BUDGETS = (("central", r"ngân sách (?:nhà nước )?trung ương|NSTW"), ("province", r"ngân sách (?:cấp )?tỉnh"), ("district", r"ngân sách (?:cấp )?huyện"), ("commune", r"ngân sách (?:cấp )?xã"))  # fmt: skip


def _based(text: str, start: int) -> list[str]:
    """The sources whose money rests on a document: "Ngân sách xã bố trí theo Nghị quyết …"."""
    if not _BASED.search(text[:start]) or re.search(r"\d\s+(?:tỷ|triệu)?\s*đồng", text[:start]):
        return []
    sentence = re.split(r"[;.]\s", text[:start])[-1]
    return [source for source, pattern in _BUDGETS if re.search(pattern, sentence, re.IGNORECASE)]
