"""Whom words are for: groups with what they must belong to, their conditions, place, age, priority, exclusion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ....vietnamese.slugs import fold
from ...shape import Degree
from ..fitting import Found
from ..lead_lines import LISTS_WHOM, lead_line
from ..plan_context import Place, kind_of, label_of, words_of
from ..words import NAME, Span, inside, sentences
from .granting import grants, is_granted, open_spots, refused_from, refuses
from .group_names import Hit, hits, is_generic
from .leading import LEADS, LED, PROVIDED
from .placed import reach, with_placed
from .target_sense import CALLED, CALLS, is_meant, may_be_meant, rank
from .target_words import JOINT, Target, target_at
from .told_people import settled

_PLAIN = {"lao-dong": "nguoi-lao-dong", "ho-vua": "ho-moi", "ho-gia-dinh": "ho"}
_SAME_GROUP = re.compile(r"^(?:lao-dong|ho-vua|ho-gia-dinh)(?=-)")
"""How an id begins, for words that say the same: "lao động nông thôn" is "người lao động nông thôn"."""


@dataclass
class Groups:
    """The groups of a plan, each once."""

    records: dict[str, dict[str, object]] = field(default_factory=dict)
    _same: dict[str, str] = field(default_factory=dict)
    """What the words of a group come to -> the id of the first that said them."""
    places: dict[str, str] = field(default_factory=dict)
    """Name of a place as words have it -> its id."""

    def id_of(self, hit: Hit, text: str) -> str:
        """The id of a group; its record is made, or learns another way of writing it."""
        id = self._same.setdefault(_SAME_GROUP.sub(lambda one: _PLAIN[one[0].strip("-")], hit.id), hit.id)
        record = self.records.setdefault(
            id, {"id": id, "name": hit.name[:1].upper() + hit.name[1:], "kind": hit.kind, "names": []}
        )
        names: list[str] = record["names"]  # type: ignore[assignment]
        for written in hit.written or (text[hit.start : hit.end].strip(" ,;.:"),):
            if written and written.casefold() not in {one.casefold() for one in (*names, str(record["name"]))}:
                names.append(written)
        return id

    def marks(self, text: str, place: Place, *, duties: Sequence[Span], taken: Sequence[Span]) -> list[Found]:
        """The marks of whom a text is for; `duties` is where work is given in it."""
        found: list[Found] = []
        for one in settled(targets(text, place, duties=duties, taken=taken), text):
            for keys in self._keys(one, text):
                degree = Degree.SURE if one.sure else Degree.LIKELY
                found.append(Found((one.start, one.end), {"for_whom": [keys]}, "for_whom", degree, why=one.why))
        return found

    def _keys(self, one: Target, text: str) -> list[dict[str, object]]:
        condition = text[slice(*one.condition)].strip(" ,;.") if one.condition else ""
        condition = _DONE_IN.sub("", condition)
        parts: list[tuple[list[Hit], str]] = [(one.who, condition)]
        span = re.match(r"trong (?:thời (?:hạn|gian)|vòng) \d+ tháng(?: kể từ [^,;.]*?)?(?= có\b|,|;|$)", condition)
        escaped = [hit for hit in one.who if "mới thoát nghèo" in hit.name]
        if span and escaped and len(one.who) > len(escaped):
            parts = [
                ([hit for hit in one.who if hit not in escaped], condition[span.end() :].strip(" ,")),
                (escaped, condition),
            ]
        found: list[dict[str, object]] = []
        for who, said in [(same, said) for listed, said in parts for same in _of_one_age(listed)]:
            keys: dict[str, object] = {"who": list(dict.fromkeys(self.id_of(hit, text) for hit in who))}
            if one.of:
                named = dict.fromkeys(self.id_of(hit, text) for hit in who)
                of = [id for id in dict.fromkeys(self.id_of(hit, text) for hit in one.of) if id not in named]
                keys |= {"of": of} if of else {}
            if said and (home := self._place(said)):
                keys["place"] = home
                rest = _IN_ONE_OF.sub("", _IN.sub("", said)).strip(" ,")
                said = rest if rest in said and len(rest) > 3 else ""
            if said:
                keys["condition"] = said
            for key in ("priority", "excluded", "indirect"):
                if getattr(one, key):
                    keys[key] = True
            if who:
                if who[0].age_from is not None:
                    keys["age_from"] = who[0].age_from
                if who[0].age_under is not None:
                    keys["age_under"] = who[0].age_under
            found.append(keys)
        return found

    def _place(self, words: str) -> str | list[str]:
        """The place that words end with, or those of a list: "tại các xã A, B"; "" where one is not known."""
        if match := _IN_ONE_OF.search(words):
            names = re.split(r",\s+|\s+và\s+", match["names"])
            ids = [self.places.get(f"{match['kind']} {name}".lower(), "") for name in names]
            return ids if all(ids) else ""
        match = _IN.search(words)
        return self.places.get(match["place"].lower(), "") if match else ""


def _of_one_age(who: Sequence[Hit]) -> list[list[Hit]]:
    """Groups apart by the ages that are said of them."""
    found: dict[tuple[int | None, int | None], list[Hit]] = {}
    for hit in who:
        found.setdefault((hit.age_from, hit.age_under), []).append(hit)
    return list(found.values())


_DONE_IN = re.compile(r"(?<=\w{3})\s+trong\s+(?:quý\s+[IV]+|tháng\s+\d{1,2})(?:(?:/|\s+năm\s+)20\d\d)?$")
"""Behind a condition, when something is done for a group: no part of whom it is for."""
_IN = re.compile(
    rf"(?:(?:cư\s+trú|sinh\s+sống)\s+)?(?:tại|ở|trên\s+địa\s+bàn|thuộc|trong)\s+(?P<place>(?:xã|thôn|bản|huyện|tỉnh|phường|thị\s+trấn|xóm|ấp|buôn|làng|khu\s+phố|tổ\s+dân\s+phố)\s+(?:{NAME}))$"
)

_IN_ONE_OF = re.compile(
    rf"(?:(?:cư\s+trú|sinh\s+sống)\s+)?(?:tại|ở|trên\s+địa\s+bàn|thuộc|trong)\s+(?:các\s+)?(?P<kind>xã|thôn|bản|phường|xóm|ấp|buôn|làng|khu\s+phố)\s+(?P<names>{NAME}(?:(?:,\s+|\s+và\s+){NAME})+)$"
)


def targets(text: str, place: Place, *, duties: Sequence[Span], taken: Sequence[Span]) -> list[Target]:
    """Whom a text is for, from left to right; a sentence that gives work tells otherwise of it than one that does not."""
    label = label_of(text)
    kind = (kind_of(label) if label else "") or place.kind
    nearest = next((words for one in reversed(place.line) if (words := words_of(one))), "")
    lead = fold(lead_line(text, place))
    headings = [fold(nearest), fold(label), lead]
    heading = " ".join(headings)
    listed = kind == "beneficiaries" or bool(
        re.search(r"doi tuong|thu tu uu tien|khong (?:ho tro|ap dung|xem xet)|^ *uu tien", heading)
    )
    listed = listed or bool(LISTS_WHOM.match(lead) or LISTS_WHOM.match(fold(text)))
    listed = listed or bool(
        re.match(r"(?:cac )?(?:doi tuong|nguoi (?:huong|thu huong))[^:;.,]{0,50} (?:la|gom|bao gom)\b", fold(text))
    )
    all_first = (
        bool(re.search(r"uu tien", heading)) and "doi tuong uu tien" not in heading
    ) or "doi tuong uu tien" in heading
    none = bool(re.search(r"khong (?:ho tro|ap dung|xem xet|thuoc)|ngoai tru|khong duoc", heading)) or any(
        map(refuses, headings)
    )
    listed = listed or none
    led = bool(place.part and LED.match(fold(place.part.heading)))
    found: list[Target] = []
    carried, ranked, leads = False, False, None
    for span in sentences(text):
        leads = LEADS.match(text, *span) or (leads if span[0] and text[: span[0]].rstrip().endswith(";") else None)
        if kind == "budget" and not listed and not leads:
            continue
        duty = any(start < span[1] and span[0] < end for start, end in duties)
        first = led and not span[0] and not duty
        at = leads.end() if leads and leads.end() > span[0] else span[0]
        here = _in_sentence(text, span, listed or bool(leads) or first, duty, taken, kind, carried, at)
        here = [one for one in here if not leads or not leads[0].endswith(":") or one.start >= leads.end()]
        refused = refused_from(text, span)
        if refused is not None:
            for one in here:
                one.excluded = one.excluded or one.start >= refused
        if proviso := PROVIDED.search(text, *span):
            for one in here:
                if not one.condition and not one.excluded and one.end <= proviso.start():
                    one.condition = proviso.span("what")
        for one in here if leads and re.search(r"(?i)ưu tiên|xét chọn|thứ tự|trước", leads[0]) else ():
            one.priority = not one.excluded
        if here and found and ranked and not here[0].excluded and _goes_on(text, found[-1], here[0]):
            here[0].priority, here[0].excluded = found[-1].priority, found[-1].excluded
        else:
            ranked = bool(_RANKED.match(text, *span))
        found += here
        # "… cho trẻ em thuộc hộ nghèo; người dân sinh sống …": what is given goes on behind the semicolon.
        carried = bool(here) and bool(_GOES_ON.fullmatch(text, reach(here[-1])[1], span[1]))
    if not found and not duties and place.project is not None and kind in ("content", ""):
        found = _only_named(text, taken, kind)
    for one in found:
        if not one.excluded and re.match(
            r"\s+(?:\([^()]*\)\s+)?(?:sẽ\s+)?(?:thì\s+)?được\s+(?:\S+\s+)?ưu\s+tiên", text[one.end : one.end + 120]
        ):
            one.priority = True
        one.priority = one.priority or (all_first and not one.excluded)
        one.excluded = (one.excluded or none) and not _is_kept(text, one.start)
        if one.excluded:
            one.priority = False
    return found


def _is_kept(text: str, start: int) -> bool:
    """Whether a group is what a refusal leaves out: "Không hỗ trợ người đã học nghề, trừ lao động mất việc làm"."""
    before = re.split(r"[;.]\s", text[:start])[-1]
    return bool(_BUT_FOR.search(before) and _REFUSES.search(before))


_GOES_ON = re.compile(rf"(?:(?:,|\s+và)\s+{NAME})*\s?;")
"""Behind somebody, where a list goes on: "người dân tộc Dao, Mông; …"."""
_BUT_FOR = re.compile(r"(?:\btrừ|ngoại\s+trừ|không\s+kể)\s+(?:(?:các|những|trường\s+hợp)\s+)*$", re.IGNORECASE)
_REFUSES = re.compile(
    r"\b(?:không|chưa)\s+(?:hỗ\s+trợ|áp\s+dụng|xem\s+xét|cấp|cho\s+vay|thuộc|được|xét|chi|giải\s+quyết)(?!\w)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:đối\s+với|áp\s+dụng\s+(?:cho|với))\s+(?:(?:các|những|mỗi|\d+)\s+)*$", re.IGNORECASE)
"""Before those whom something is for: all words behind them tell which."""
_RANKED = re.compile(
    r"(?:[-–+]\s*)?(?:(?:Thứ\s+tự\s+)?ưu\s+tiên|trước\s+hết|(?:tạm\s+thời\s+)?(?:không|chưa)\s+(?:hỗ|áp|xét|xem|giải|cho|bao|chi|thực)|(?:ngoại\s+)?trừ)\b",
    re.IGNORECASE,
)
"""What a half-sentence begins with that says of all it lists, and of what goes on behind it, how they rank."""


def _goes_on(text: str, before: Target, one: Target) -> bool:
    """Whether a list goes on behind a semicolon: "Ưu tiên hộ A; hộ B" puts both first, "Không hỗ trợ …" neither."""
    return bool(
        re.fullmatch(
            r"\s*;\s*(?:và\s+)?(?:các\s+|những\s+)?", text[max(before.end, (before.condition or (0, 0))[1]) : one.start]
        )
    )


def _only_named(text: str, taken: Sequence[Span], kind: str) -> list[Target]:
    """The groups of a sentence of a project that does nothing but name them: no word is left beside."""
    found = _in_sentence(text, (0, len(text)), True, False, taken, kind, False)
    place = 0
    for one in found:
        if one.who[0].clause or one.who[0].written:
            return []
        if not JOINT.fullmatch(text, place, one.start) and text[place : one.start].strip(" ,;.:-–()"):
            return []
        place = max(one.end, one.condition[1] if one.condition else 0)
    return found if not text[place:].strip(" ,;.)") else []


_HOLDS = re.compile(r"\s+được\s+giao\s+(?:khoán\s+)?(?:đất|rừng)(?:\s+(?!để\b|hỗ\b)[^\s,;.:]+)*\s*(?:[;.,]|$)")
"""In a list of whom something is for, the land or forest they hold: it says which of them, not what they get."""
_HOW_MANY = re.compile(r"\((?:khoảng\s+|dự\s+kiến\s+|gồm\s+)?\d[\d.]*\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\)")
"""A number of somebody, alone in brackets: how many get what is said before ("(134 học sinh)"), nobody else."""


_TRAINED = re.compile(
    r"(?:tập\s+huấn|bồi\s+dưỡng|đào\s+tạo)[^;.:]{0,60}?\scho\s+(?:(?:các|những|toàn\s+thể|đội\s+ngũ|ít\s+nhất|\d[\d.]*)\s+)*$",
    re.IGNORECASE,
)
"""Right before those whom training is for: "Tập huấn cho 45 cán bộ ấp"."""


_DONE = re.compile(
    r"(?:^|[,;]\s)(?:[^,;]{0,60}\s)?đã\s+(?:cấp|hỗ\s+trợ|bàn\s+giao|xây|xóa|trao|tặng|giải\s+ngân|cho\s+vay|giúp)(?!\w)[^,;]*$",
    re.IGNORECASE,
)
"""Before those who were given something already."""


def _is_office(one: Target) -> bool:
    """Whether somebody among those who are named is an organisation or an officer."""
    return any(hit.kind in ("organisation", "officer") for hit in one.who)


def _in_sentence(
    text: str, span: Span, listed: bool, duty: bool, taken: Sequence[Span], kind: str, carried: bool, label: int = 0
) -> list[Target]:
    granted = grants(text, span) if kind != "objective" else []
    granted = [one for one in granted if not (listed and _HOLDS.match(text, one.end, span[1]))]
    spots = [
        at
        for at in open_spots(text)
        if listed
        or (carried and not text[span[0] : at].strip(" (,"))
        or is_granted(at, granted)
        or (
            not duty and kind != "objective" and (CALLS.search(text[span[0] : at]) or CALLED.search(text[span[0] : at]))
        )
    ]
    counted = [one.span() for one in _HOW_MANY.finditer(text, *span)]
    named = [
        one
        for one in hits(text, spots)
        if span[0] <= one.start < span[1]
        and not inside(one.start, taken)
        and not (is_generic(one.name) and inside(one.start, counted))
    ]
    found: list[Target] = []
    asked: list[Target] = []
    place = 0
    end_before = span[0]
    refused = -1
    while place < len(named):
        hit = named[place]
        if hit.start < end_before:
            place += 1
            continue
        at, given = place, is_granted(hit.start, granted)
        at_whom = (
            listed
            or (carried and not text[span[0] : hit.start].strip(" -–"))
            or bool(_ABOUT.search(text, span[0], hit.start))
        )
        one, place = target_at(text, span, named, place, at_whom, given.end if given else 0)
        before = text[span[0] : one.start]
        rank(one, before, text, span)
        beside = refused >= 0 and bool(JOINT.fullmatch(text, refused, one.start))
        follows = (
            found
            and found[-1].end <= one.start
            and (
                not duty
                or (one.who[0].kind in ("household", "person", "woman_child") and not is_generic(one.who[0].name))
            )
            and bool(JOINT.fullmatch(text, found[-1].end, one.start))
            and not one.who[0].clause
        )
        if follows:
            organised = any(hit.kind == "organisation" for hit in one.who)
            one.priority = not organised and (one.priority or found[-1].priority)
        if (
            not duty
            and found
            and one.who[0].clause
            and found[-1].end <= one.start
            and JOINT.fullmatch(text, found[-1].end, one.start)
        ):
            follows, one.sure, one.why = True, False, "Đứng sau một nhóm đối tượng; có thể không phải một nhóm riêng."
        meant = not beside and (
            follows or is_meant(text, span, one, before, listed, duty, kind, carried, given is not None)
        )
        if given and given.refused and not one.priority:
            one.excluded = True
            meant = meant and one.who[0].kind != "officer"
        if not meant and not beside and not one.excluded and may_be_meant(one, before, kind):
            one.sure, one.priority = False, False
            one.why = "Câu này nhắc tới nhóm này; có thể không nêu ai được hưởng."
            asked.append(one)
        refused = -1 if meant else one.end
        if one.sure and not one.excluded and _is_office(one) and not (_TRAINED.search(before) and kind != "objective"):
            one.sure, one.why = False, "Câu này nêu tổ chức hay cán bộ; có thể không phải đối tượng được hưởng."
        if meant and one.narrower and one.condition and not one.excluded:
            one.sure, one.why = False, f"Lời “{text[slice(*one.condition)]}” có thể chỉ nói ai trong nhóm này."
        if meant:
            found.append(one)
            end_before = max(one.end, one.condition[1] if one.condition else 0)
        else:
            end_before = hit.end if hit.clause else one.end
            place = at + 1 if hit.clause else place
    free = [one for one in asked if not any(one.start < other.end and other.start < one.end for other in found)]
    found += free
    found = [one for one in found if one.excluded or not _DONE.search(text[span[0] : one.start])]
    if kind not in ("objective", "timing", "budget"):
        found = with_placed(text, span, found, listed=listed or carried, taken=taken, label=label)
    return sorted(found, key=lambda one: one.start)
