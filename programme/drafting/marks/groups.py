"""Whom words are for: groups with what they must belong to, their conditions, place, age, priority, exclusion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...vietnamese.slugs import fold
from ..shape import Degree
from .fitting import Found
from .group_names import Hit, hits, is_generic
from .plan_context import Place, kind_of, label_of
from .words import NAME, Span, bracketed, inside, sentences

_JOINT = re.compile(
    r"\s*(?:,|;(?=\s*(?:các\s+)?(?:cơ|tổ))|và|hoặc|hay|,\s+và|cùng|với)\s*(?:các\s+|những\s+|mọi\s+|là\s+)?(?:(?:ít\s+nhất|khoảng|trên|hơn)\s+)?(?:\d+(?:[.,]\d+)*%?\s+)?"
)
_QUANTITY = re.compile(
    r"(?:(?:ít\s+nhất|khoảng|trên|hơn|toàn\s+bộ|tất\s+cả|100%|\d+(?:[.,]\d+)*\s*%?)\s+)*(?:số\s+)?(?:các\s+|những\s+|mọi\s+|một\s+số\s+|lượt\s+|con\s+em\s+)*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:là\s+lao\s+động\s+)?(?:thuộc|của|trong|là\s+thành\s+viên|là\s+con\s+em)\s+(?:diện\s+|các\s+)?")
_THROUGH = re.compile(r"\s+(?:có\s+(?:thành\s+viên\s+(?:là\s+)?)?|do\s+)(?:các\s+)?")
_CONDITION = re.compile(
    r"\s+(?P<all>(?:trong\s+(?:thời\s+(?:hạn|gian)|độ\s+tuổi|vòng)|chưa|đang|không|bị|còn|thiếu|đủ\s+điều\s+kiện|theo\s+danh\s+sách|theo\s+(?:các\s+)?hiệp\s+định|gặp|tham\s+gia|cư\s+trú|sinh\s+sống|có\s+(?:khó\s+khăn|nhu\s+cầu|hoàn\s+cảnh|tên|lao\s+động|dự\s+án|đất|khả\s+năng|người|thành\s+tích|đơn|hộ\s+khẩu|cam\s+kết|nguy\s+cơ|điều\s+kiện)|làm\s+chủ\s+hộ|nuôi|tại|ở|trên\s+(?:địa\s+bàn|phạm\s+vi)|trong\s+xã|đi\s+làm\s+việc|suy\s+dinh\s+dưỡng|cô\s+đơn|trước\s+khi\s+đi|đã|mới)\b)"
)
_MORE = re.compile(r"\s+(?:có|thuộc\s+(?!hộ)|với)\b")
"""Words that begin a condition only where a clause tells whom it is for."""
_STOPS = re.compile(
    r"[;.]|:(?=\s)|,\s+(?=trong\s+đó|ưu\s+tiên|trước\s+hết|nhất\s+là|đặc\s+biệt|riêng|góp\s+phần|đồng\s+thời|gắn|bảo\s+đảm|tạo|nâng|hỗ\s+trợ|được|phù\s+hợp|từng\s+bước|giảm|tăng)|\s+(?:được\s+(?!công\s+nhận|cấp|hưởng)|nhằm|để|thì|vươn\s+lên|phát\s+triển|tiếp\s+cận|thông\s+qua|bằng\s)|\)|\s+và\s+(?=ưu\s+tiên|không)|$"
)
_PRIORITY = re.compile(
    r"ưu\s+tiên|trước\s+hết(?:\s+là)?|nhất\s+là|chú\s+trọng|đặc\s+biệt\s+là|tập\s+trung\s+vào", re.IGNORECASE
)
_EXCLUDED = re.compile(
    r"không\s+(?:hỗ\s+trợ|áp\s+dụng|xem\s+xét|giải\s+quyết|xét|thực\s+hiện\s+hỗ\s+trợ|thuộc\s+đối\s+tượng|cho\s+vay|bao\s+gồm|tính)(?:\s+(?:lặp\s+lại|trùng(?:\s+lặp)?|thêm|các\s+trường\s+hợp))?(?:\s+(?:đối\s+với|cho|là))?|\btrừ\s+(?:các\s+)?(?:trường\s+hợp\s+)?|ngoại\s+trừ",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"(?:\bcho|trên\s+địa\s+bàn|hỗ\s+trợ|giúp|giúp\s+đỡ|đối\s+với|ưu\s+tiên|trước\s+hết\s+là|nhất\s+là(?:\s+với)?|trợ\s+giúp|tạo\s+điều\s+kiện\s+(?:cho|để)|thu\s+nhập\s+của|đời\s+sống\s+(?:của|cho)|tầm\s+vóc\s+của|đưa|giữa|tiếp\s+nhận|quan\s+tâm|chăm\s+lo|nhằm\s+hỗ\s+trợ|chú\s+trọng(?:\s+nâng\s+cao\s+năng\s+lực\s+cho)?|đào\s+tạo|chăm\s+sóc|bảo\s+vệ|khen\s+thưởng|lập\s+danh\s+sách|nguồn\s+lực\s+cho|không\s+còn|phụng\s+dưỡng|nuôi\s+dưỡng|để|dạy\s+nghề\s+cho|phát\s+sữa\s+cho)\s*$",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"(?:\bsố|tỷ\s+lệ|tỉ\s+lệ|giảm(?:\s+(?:ít\s+nhất|khoảng|thêm))?(?:\s+\d[\d.,]*)?|rà\s+soát(?:,\s+[^,;]{3,30})?|công\s+nhận|phát\s+sinh|tiêu\s+chí|chuẩn|đối\s+thoại\s+với|danh\s+sách(?:\s+các)?|thành\s+viên|còn(?:\s+khoảng)?\s+\d[\d.,]*|có\s+\d[\d.,]*|quản\s+lý(?:\s+chặt\s+chẽ)?(?:\s+số)?|nhận\s+thức[^;.]{0,60}(?:của|cho)|ý\s+thức\s+(?:của|cho)|vai\s+trò[^;.]{0,30}của|huy\s+động(?:\s+\S+){0,3}|đóng\s+góp(?:\s+\S+){0,5}|từ|vì|liên\s+kết(?:\s+\S+){0,5}\s+với|(?<!đối)(?<!đối\s)\bvới|điều\s+tra|xác\s+định|thu\s+nhập\s+bình\s+quân|biến\s+động|bình\s+xét|thoát|tham\s+gia\s+của|phản\s+ánh\s+của|lắng\s+nghe|hướng\s+dẫn(?:\s+các\s+\S+,)?|vận\s+động|tuyên\s+truyền|phân\s+hạng|hợp\s+đồng\s+với|đơn\s+của|sự\s+tham\s+gia\s+của|tinh\s+thần(?:\s+\S+){0,9}\s+của|phối\s+hợp\s+với|chất\s+lượng)\s*$",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\s+(?:[^;.,]{0,60}?\s)?(?:được|có\s+(?:thẻ|sinh\s+kế|việc\s+làm|nhà)|đi\s+học|tham\s+gia|tiếp\s+cận|sử\s+dụng)\b"
)
_SHARE = re.compile(
    r"(?:(?:phấn\s+đấu|tối\s+thiểu|ít\s+nhất|trên|đạt|có|bảo\s+đảm|đảm\s+bảo|khoảng|hơn)\s+)*(?:\d+(?:[.,]\d+)*\s*%?\s+)?(?:số\s+)?(?:các\s+)?$",
    re.IGNORECASE,
)
_PREDICATE = re.compile(r"\s+(?:được|phải|có\s+trách|tự\s+nguyện)\b")
_FIELD = ("beneficiaries",)


@dataclass
class Target:
    """One "for whom" with the words that tell it."""

    start: int
    end: int
    who: list[Hit]
    of: list[Hit] = field(default_factory=list)
    condition: Span | None = None
    priority: bool = False
    excluded: bool = False
    indirect: bool = False
    sure: bool = True
    why: str = ""
    brackets: Span | None = None


@dataclass
class Groups:
    """The groups of a plan, each once."""

    records: dict[str, dict[str, object]] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    """Name of a place as words have it -> its id."""

    def id_of(self, hit: Hit, text: str) -> str:
        """The id of a group; its record is made, or learns another way of writing it."""
        record = self.records.setdefault(
            hit.id, {"id": hit.id, "name": hit.name[:1].upper() + hit.name[1:], "kind": hit.kind, "names": []}
        )
        names: list[str] = record["names"]  # type: ignore[assignment]
        for written in hit.written or (text[hit.start : hit.end].strip(" ,;.:"),):
            if written and written.casefold() not in {one.casefold() for one in (*names, str(record["name"]))}:
                names.append(written)
        return hit.id

    def marks(self, text: str, place: Place, *, duty: bool, taken: Sequence[Span]) -> list[Found]:
        """The marks of whom a text is for."""
        found: list[Found] = []
        for one in targets(text, place, duty=duty, taken=taken):
            for keys in self._keys(one, text):
                degree = Degree.SURE if one.sure else Degree.LIKELY
                found.append(Found((one.start, one.end), {"for_whom": [keys]}, "for_whom", degree, why=one.why))
        return found

    def _keys(self, one: Target, text: str) -> list[dict[str, object]]:
        condition = text[slice(*one.condition)].strip(" ,;.") if one.condition else ""
        parts: list[tuple[list[Hit], str]] = [(one.who, condition)]
        span = re.match(r"trong thời (?:hạn|gian) \d+ tháng(?: kể từ [^,;.]*?)?(?= có\b|,|;|$)", condition)
        escaped = [hit for hit in one.who if "mới thoát nghèo" in hit.name]
        if span and escaped and len(one.who) > len(escaped):
            parts = [
                ([hit for hit in one.who if hit not in escaped], condition[span.end() :].strip(" ,")),
                (escaped, condition),
            ]
        found: list[dict[str, object]] = []
        for who, said in [(same, said) for who, said in parts for same in _of_one_age(who)]:
            keys: dict[str, object] = {"who": list(dict.fromkeys(self.id_of(hit, text) for hit in who))}
            if one.of:
                keys["of"] = [
                    id for id in dict.fromkeys(self.id_of(hit, text) for hit in one.of) if id not in keys["who"]
                ]  # type: ignore[operator]
                if not keys["of"]:
                    del keys["of"]
            if said and (id := self._place(said)):
                keys["place"] = id
                rest = _IN.sub("", said).strip(" ,")
                said = said if rest and rest in said and len(rest) > 3 else ""
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

    def _place(self, words: str) -> str:
        match = _IN.search(words)
        return self.places.get(match["place"].lower(), "") if match else ""


def _of_one_age(who: Sequence[Hit]) -> list[list[Hit]]:
    """Groups apart by the ages that are said of them."""
    found: dict[tuple[int | None, int | None], list[Hit]] = {}
    for hit in who:
        found.setdefault((hit.age_from, hit.age_under), []).append(hit)
    return list(found.values())


_IN = re.compile(
    rf"(?:(?:cư\s+trú|sinh\s+sống)\s+)?(?:tại|ở|trên\s+địa\s+bàn|thuộc|trong)\s+(?P<place>(?:xã|thôn|bản|huyện|tỉnh|phường|thị\s+trấn|xóm)\s+(?:{NAME}))$"
)


def targets(text: str, place: Place, *, duty: bool, taken: Sequence[Span]) -> list[Target]:
    """Whom a text is for, from left to right."""
    label = label_of(text)
    kind = (kind_of(label) if label else "") or place.kind
    heading = next((fold(one.heading) for one in reversed(place.line) if one.heading), "") + " " + fold(label)
    listed = kind == "beneficiaries" or bool(
        re.search(r"doi tuong|thu tu uu tien|khong (?:ho tro|ap dung|xem xet)|^ *uu tien", heading)
    )
    all_first = (
        bool(re.search(r"uu tien", heading)) and "doi tuong uu tien" not in heading
    ) or "doi tuong uu tien" in heading
    none = bool(re.search(r"khong (?:ho tro|ap dung|xem xet|thuoc)|ngoai tru|khong duoc", heading))
    if kind == "budget" and not listed:
        return []
    found: list[Target] = []
    for span in sentences(text):
        found += _in_sentence(text, span, listed, duty, taken, kind)
    for one in found:
        one.priority = one.priority or (all_first and not one.excluded)
        one.excluded = one.excluded or none
        if one.excluded:
            one.priority = False
    return found


def _in_sentence(text: str, span: Span, listed: bool, duty: bool, taken: Sequence[Span], kind: str) -> list[Target]:
    named = [one for one in hits(text) if span[0] <= one.start < span[1] and not inside(one.start, taken)]
    found: list[Target] = []
    place = 0
    end_before = span[0]
    refused = -1
    while place < len(named):
        hit = named[place]
        if hit.start < end_before:
            place += 1
            continue
        one, place = _target(text, span, named, place, listed)
        before = text[span[0] : one.start]
        _rank(one, before, text, span)
        beside = refused >= 0 and bool(_JOINT.fullmatch(text, refused, one.start))
        follows = (
            found
            and found[-1].end <= one.start
            and not duty
            and bool(_JOINT.fullmatch(text, found[-1].end, one.start))
            and not one.who[0].clause
        )
        if follows and found[-1].priority and not any(hit.kind == "organisation" for hit in one.who):
            one.priority = True
        if follows and any(hit.kind == "organisation" for hit in one.who):
            one.priority = False
        meant = not beside and (follows or _is_meant(text, span, one, before, listed, duty, kind))
        refused = -1 if meant else one.end
        if one.sure and not one.excluded and all(hit.kind in ("organisation", "officer") for hit in one.who):
            one.sure, one.why = False, "Câu này nêu tổ chức hay cán bộ; có thể không phải đối tượng được hưởng."
        if meant:
            found.append(one)
            end_before = max(one.end, one.condition[1] if one.condition else 0)
        else:
            end_before = one.end
    return found


def _target(text: str, span: Span, named: Sequence[Hit], place: int, listed: bool) -> tuple[Target, int]:
    first = named[place]
    one = Target(first.start, first.end, [first])
    place += 1
    if first.clause:
        _clause(text, span, one, named)
        return one, next((at for at in range(place, len(named)) if named[at].start >= one.end), len(named))
    while place < len(named):
        joint = _JOINT.fullmatch(text, one.end, named[place].start) or (
            re.fullmatch(r"\s*\([^)]*\)\s*,\s*", text[one.end : named[place].start]) and None
        )
        if not joint or named[place].clause:
            break
        if _OF.match(text, named[place].end) and named[place].kind != "household" and one.who[-1].kind == "household":
            break
        if one.who[-1].kind in ("area",) and named[place].kind == "household":
            break
        one.who.append(named[place])
        one.end = named[place].end
        place += 1
    if (
        (through := _THROUGH.match(text, one.end))
        and place < len(named)
        and named[place].start == through.end()
        and all(hit.kind == "household" for hit in one.who)
    ) or (one.who[-1].name == "hộ" and through):
        start = one.who[-1].start
        link = text[one.who[-1].end : through.end()]
        household = one.who[-1]
        inner = named[place]
        if heads := re.match(r"\s+làm\s+chủ\s+hộ", text[inner.end :]):
            inner = replace(inner, end=inner.end + heads.end())
        one.who[-1] = Hit(
            start, inner.end, "household", _short(text[start : inner.end]), written=(text[start : inner.end],)
        )
        one.end = inner.end
        place += 1
        while (
            place < len(named)
            and _JOINT.fullmatch(text, one.end, named[place].start)
            and named[place].kind != "household"
            and not _OF.match(text, named[place].end)
        ):
            inner = named[place]
            one.who.append(
                Hit(
                    inner.start,
                    inner.end,
                    "household",
                    f"{household.name}{link}{inner.name}",
                    written=(text[inner.start : inner.end],),
                )
            )
            one.end = inner.end
            place += 1
    elif (
        (of := _OF.match(text, one.end))
        and place < len(named)
        and named[place].start == of.end()
        and named[place].kind in ("household", "area")
    ):
        while place < len(named):
            one.of.append(named[place])
            one.end = named[place].end
            place += 1
            if place < len(named) and (
                not _JOINT.fullmatch(text, one.end, named[place].start) or named[place].kind != "household"
            ):
                break
            if place < len(named) and _OF.match(text, named[place].end):
                break
    _brackets(text, one)
    _condition(text, span, one, listed, named[place:])
    limit = one.condition[1] if one.condition else one.end
    while place < len(named) and named[place].start < limit:
        place += 1
    return one, place


def _clause(text: str, span: Span, one: Target, named: Sequence[Hit]) -> None:
    """A household told by a clause: its name is the clause, without the time and the place it ends with."""
    first = one.who[0]
    rest = text[first.end : span[1]]
    if (inner := re.match(r"\s*(?:có\s+(?:thành\s+viên\s+(?:là\s+)?)?|do\s+)", text[first.end - 1 : span[1]])) and (
        hit := next((h for h in named if h.start == first.end - 1 + inner.end()), None)
    ):
        one.who = [
            Hit(
                first.start,
                hit.end,
                "household",
                _short(text[first.start : hit.end]),
                written=(text[first.start : hit.end],),
            )
        ]
        one.end = hit.end
        _condition(text, span, one, True, [h for h in named if h.start >= hit.end])
        return
    stop = re.search(
        r"[;.]|:(?=\s)|,\s+(?=(?:hộ|người|trẻ|phụ\s+nữ|trong\s+đó|trước\s+hết|ưu\s+tiên|nhất\s+là)\b)|(?<!đã)(?<!chưa)\s+(?:được\s+(?:xem|hỗ|vay|miễn|ưu)|theo\s+danh\s+sách|thì\s)|\)|$",
        rest,
    )
    end = first.end + (stop.start() if stop else len(rest))
    words = text[first.start : end].rstrip(" ,")
    tail = re.search(
        r"\s+(?:trong\s+(?:vòng|năm|thời)|sau\s+ngày|từ\s+(?:năm|ngày|chương\s+trình)|tại\s+(?:bản|thôn|xã|các|thời)|theo\s+|trước\s+ngày)\s?.*$",
        words,
    )
    name_end = first.start + (tail.start() if tail else len(words))
    one.who = [
        Hit(
            first.start,
            name_end,
            "household",
            _short(text[first.start : name_end]),
            written=tuple(dict.fromkeys((text[first.start : name_end], words))),
        )
    ]
    one.end = first.start + len(words)
    if tail:
        one.condition = (name_end, one.end)


def _short(words: str) -> str:
    name = " ".join(words.split()).strip(" ,;.:")
    name = re.sub(r"\bDTTS\b", "dân tộc thiểu số", name)
    return name[:1].lower() + name[1:]


def _brackets(text: str, one: Target) -> None:
    """ "(không có sinh kế ổn định)" behind a group is its condition; of an explained short form it is none."""
    match = re.match(r"\s+\(([^()]{4,120})\)", text[one.end :])
    if match and not re.match(r"(?:sau đây|gọi|viết|xã|bản|thôn|\d|nếu)", match[1]) and not match[1].isupper():
        one.brackets = (one.end + match.start(1), one.end + match.end(1))
        one.condition = one.brackets
        one.end += match.end()


def _condition(text: str, span: Span, one: Target, listed: bool, following: Sequence[Hit]) -> None:
    if one.condition:
        return
    match = _CONDITION.match(text, one.end) or (listed and _MORE.match(text, one.end)) or None
    if not match:
        return
    if (
        not listed
        and re.match(r"\s+(?:không|còn|đã|tại|ở|bị)\b", match[0])
        and not re.match(r"\s+(?:còn\s+khả|ở\s+phân|đã\s+nhận|đã\s+được|tại|ở\s)", text[one.end : one.end + 20])
    ):
        return
    start = one.end
    end = span[1]
    for stop in _STOPS.finditer(text, start, span[1]):
        if not any(a <= stop.start() < b for a, b in bracketed(text) if a > start):
            end = stop.start()
            break
    for hit in following:
        if hit.start >= end:
            break
        joint = re.search(r"(?:,\s*|;\s*|\s+và\s+)(?:các\s+|những\s+)?$", text[start : hit.start])
        if joint and hit.start - joint.end() + joint.start() >= 0 and (listed or hit.kind != "area"):
            between = text[start : start + joint.start()]
            if (
                hit.kind in ("household", "person", "woman_child", "organisation")
                and len(between.split()) > 1
                and not re.search(r"(?:là|của|thuộc|tổ|cho)$", between)
            ):
                end = start + joint.start()
                break
    if not listed:
        comma = text.find(",", start, end)
        end = comma if comma != -1 and not re.search(r"\d$", text[start:comma]) else end
    while end > start and text[end - 1] in " ,;.:":
        end -= 1
    words = text[start:end]
    if len(words.split()) < 2 or len(words) > 220:
        return
    one.condition = (start + 1, end)
    one.end = end


def _rank(one: Target, before: str, text: str, span: Span) -> None:
    first, last = None, None
    for match in _PRIORITY.finditer(before):
        first = match
    for match in _EXCLUDED.finditer(before):
        last = match
    if first and not re.search(r"lồng\s+ghép|công\s+trình", before[first.end() :]):
        one.priority = True
    if last and (not first or last.start() > first.start()):
        one.excluded, one.priority = True, False
    if re.search(r"cán\s+bộ[^;.]*\s+(?:nhằm|để|giải\s+quyết)[^;.]*$", before) and one.who[0].kind != "officer":
        one.indirect = True


def _is_meant(text: str, span: Span, one: Target, before: str, listed: bool, duty: bool, kind: str) -> bool:
    """Whether somebody is given something here, and not only spoken of."""
    near = _QUANTITY.sub("", before).rstrip() if _QUANTITY.search(before) else before.rstrip()
    quantity = before[len(near) :]
    after = text[one.end : span[1]]
    name = one.who[0].name
    if name == "hộ":
        return False
    if one.excluded:
        return True
    if (
        one.who[0].written
        and not listed
        and not re.match(
            r"(?i)hộ(?:\s+gia\s+đình)?\s+(?:nghèo|cận|mới|chưa|thiếu|bị|gặp|không\s+có|đang\s+ở|có\s+(?:người|thành|trẻ|phụ))",
            text[one.start : one.end],
        )
    ):
        return False
    if _NO_GROUP.search(near + " ") and not re.search(r"lập\s+danh\s+sách$", near):
        return bool(re.search(r"\bcho\s*$", near))
    gives = bool(_GIVES.search(near + " ")) or (one.priority and bool(_PRIORITY.search(near[-60:])))
    starts = not near.strip(' ,;:-–"“(') or bool(re.search(r"(?:[;.:,(]|và|hoặc)\s*$", near))
    if re.search(r"số\s+hộ[^,;.]*là$", near):
        return False
    if listed:
        return bool(gives or starts or re.search(r"(?:là|gồm|với|các|của|số)\s*$", near) or not near)
    specific = not is_generic(name) or bool(one.of)
    if any(hit.kind in ("officer", "organisation") for hit in one.who) and not gives:
        return False
    if duty:
        one.sure = specific
        if re.search(r"lập\s+danh\s+sách$", near):
            return specific
        return (
            gives
            and specific
            and one.who[0].kind not in ("area", "organisation", "officer")
            and not re.search(r"(?:tuyên\s+truyền|tập\s+huấn|hướng\s+dẫn)[^;.,]*\bcho$", near)
        )
    if any(hit.kind == "area" for hit in one.who) and not re.search(
        r"(?:cho|hỗ\s+trợ|đối\s+với|trên\s+địa\s+bàn(?:\s+các)?|ưu\s+tiên|trước\s+hết\s+là)$", near
    ):
        return False
    if gives:
        if re.search(r"lượt\s+$", quantity):
            return False
        one.sure = specific
        one.why = "" if specific else f"Có thể chỉ nhắc tới “{name}”."
        return True
    share = _SHARE.search(before)
    begins = starts or bool(share and not before[: share.start()].strip(' ,;:-–"“('))
    if begins and specific and _SERVED.match(after) and not any(hit.kind == "area" for hit in one.who):
        one.sure = not re.search(r"\d", before[share.start() :] if share else quantity)
        one.why = "" if one.sure else "Câu này là chỉ tiêu; có thể không nêu ai được hưởng."
        return kind in ("objective", "content", "beneficiaries", "norm", "")
    return starts and specific and kind in ("content", "norm") and bool(_PREDICATE.match(after))
