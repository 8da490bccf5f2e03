"""Those whom only their place tells, with what is said of each: one target for each of a list; all of them asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..words import Span, bracketed, inside, overlap
from .group_names import AGES, Hit, aged, hits, is_generic, plain
from .receivers import BARE, BESIDE, FEW, HEAD, JOINT, KINDS, MORE_OF, PLACES, WHICH, WORKS, Phrase, receivers
from .target_sense import rank
from .target_words import Target, target_at

_WITHIN = re.compile(
    rf"(?<!\w)(?:(?:là\s+)?con(?:\s+em)?(?:\s+(?:của|thuộc))?|có|nuôi|là|của|thuộc|gồm|cho|do|với|như|làm)\s+(?:từ\s+)?{FEW}(?P<head>{HEAD})[^,;]{{0,30}}$",
    re.IGNORECASE,
)
"""What somebody has or is of: what is listed behind it belongs to it."""
_NAME = re.compile(
    r"(?:\s+(?!(?:có|không|chưa|đang|đã|bị|là|thuộc|ở|tại|trong|trên|sống|cư|từ|dưới|phải|mới|vừa|còn|thiếu|mà|nào|do|được|mất|theo|với|tham|đi|cách|tự|đạt|đủ|gặp|mắc|sinh|thành|tuyển|tốt|nhận|gồm|về|tạm|thường|hoàn|làm|góp|nghỉ|nằm|bỏ|muốn|dùng|vẫn|nhà\s+(?:ở|cách|xa)|khi|nếu|học|vì|cho|cần|tròn|và|hoặc|hay|cùng|lẫn|ra)(?!\w))[^\W\d]+(?!\w)(?:(?<=lớp)\s+\d+)?){0,6}"
)
_CLAUSE = re.compile(rf"(?:{BARE}|{PLACES})(?!\w)", re.IGNORECASE)
_NAMED = re.compile(rf"{FEW}(?:{HEAD})?{_NAME.pattern}", re.IGNORECASE)
_ANY_JOINT = re.compile(rf"{BESIDE}\s+{FEW}(?={HEAD})|(?:,?\s+và|,\s+cùng)\s+{FEW}(?=[a-zà-ỹđ])", re.IGNORECASE)
"""In a list before a predicate whoever stands beside somebody is somebody: "cô nuôi và bảo vệ trường học"."""
_AT_HEAD = re.compile(HEAD, re.IGNORECASE)
_ANY_OF_THEM = re.compile(r"\s+(?:nào|ai)(?!\w)")
"""Behind a plain noun, that it is whoever of them: "nhà nào", "nhà ai"."""
_WORD = re.compile(r"\S+")


def with_placed(
    text: str, span: Span, found: Sequence[Target], *, listed: bool, taken: Sequence[Span], label: int = 0
) -> list[Target]:
    """The targets of a sentence with those that only their place tells; each of these is to be asked.

    What was guessed of a part of such words gives way to the whole; what is sure learns the condition behind it.
    """
    kept = list(found)
    phrases = receivers(text, span, listed=listed, label=label)
    named = hits(text) if phrases else []
    for phrase in phrases:
        listing = pieces(text, phrase)
        told = [_told(text, piece, named) for piece in listing]
        for piece, one, then in zip(listing, told, [*told[1:], None], strict=True):
            if inside(piece[0], taken):
                continue
            one.sure = phrase.gives and _is_plain(one, named)
            one.why = "" if one.sure else _WHY
            rank(one, text[span[0] : one.start], text, span)
            if phrase.refused:
                one.excluded, one.priority = True, False
            over = [other for other in kept if overlap(reach(other), piece)]
            is_one = is_told(text, one, phrase) or (then and _shares(text, one, then) and is_told(text, then, phrase))
            if is_one and (taking := _taking(text, one, piece, over, phrase)) is not None:
                kept = [other for other in kept if other not in over] + taking
    _share(text, kept)
    return kept


def _taking(text: str, one: Target, piece: Span, over: Sequence[Target], phrase: Phrase) -> list[Target] | None:
    """What stands in the place of those who were found in the same words; None where these stay."""
    if not over:
        return [one]
    if any(other.start < one.start for other in over):
        return None
    first = over[0]
    if first.start > one.start:  # told by what the words say of somebody else
        return [one] if phrase.firm or phrase.listed or not any(other.sure for other in over) else None
    if len(over) > 1 and first.start == one.start and not any(other.sure for other in over[1:]):
        one.sure, one.why = first.sure, first.why  # the others are what they have
        return [one] if len(first.who) == 1 and reach(over[-1])[1] <= piece[1] else None
    if len(over) > 1 or len(first.who) > 1:
        return None
    end = reach(first)[1]
    if phrase.firm and not first.sure and end > piece[1]:
        return [one]
    if (
        end > piece[1] < phrase.end and (first.who[0].written or first.condition) and phrase.firm
    ):  # it took in the next of a list
        one.sure, one.why = first.sure, first.why
        return [one]
    if first.sure:
        bare = not (first.condition or first.who[0].written) and len(first.of) == len(one.of)
        if bare and one.condition and (phrase.firm or (phrase.ends and _STATE.match(text, one.condition[0]))):
            first.condition, first.end = one.condition, max(first.end, one.condition[1])
        return None
    if end < piece[1] or (one.priority, one.excluded) != (first.priority, first.excluded):
        return [one]
    return None


def _is_plain(one: Target, named: Sequence[Hit]) -> bool:
    """Whether the noun of those who are given something needs no guess: it is known, and a clause behind it says which."""
    who = one.who[-1]
    known = who.written or _CLAUSE.fullmatch(who.name) or any(hit.name == who.name for hit in named)
    return bool(
        who.kind in ("household", "person", "woman_child") and known and one.condition and not _STAFF.match(who.name)
    )


def reach(one: Target) -> Span:
    """From where to where a target's words go, with its condition."""
    return one.start, max(one.end, one.condition[1] if one.condition and one.condition[0] >= one.start else 0)


def _share(text: str, found: list[Target]) -> None:
    """Names of a list have the condition at its end: "cô nuôi và bảo vệ trường học có lương dưới 5,5 triệu đồng"."""
    found.sort(key=lambda one: one.start)
    for before, one in reversed(list(pairwise(found))):
        same = (before.excluded, before.priority, before.sure) == (one.excluded, one.priority, one.sure)
        if same and not one.sure and _shares(text, before, one):
            before.condition = one.condition


def _shares(text: str, before: Target, one: Target) -> bool:
    """Whether a bare name has the condition that stands behind the next of its list."""
    bare = not before.condition and not before.of and not before.who[-1].clause and not before.who[-1].written
    bare = bare and before.who[-1].age_from is None and before.who[-1].age_under is None
    named = not one.who[0].written and not one.of and one.condition and not _CLAUSE.match(one.who[0].name)
    return bool(
        bare and named and re.fullmatch(rf"(?i)\s*(?:,|và|hoặc|hay|,\s+và)\s*{FEW}", text[before.end : one.start])
    )


_WHY = "Đứng ở chỗ của người được hưởng; có thể không phải một nhóm đối tượng."


def is_told(text: str, one: Target, phrase: Phrase) -> bool:
    """Whether words tell who in particular: those who are told by a common noun alone are spoken of."""
    who = one.who[0]
    if _CUT.search(text[who.start : one.end]) or (_STAFF.match(who.name) and not phrase.firm):
        return False
    has_age = who.age_from is not None or who.age_under is not None
    if text[who.end : one.end].startswith(",") and not (has_age or phrase.firm or phrase.listed):
        return False
    said = text[slice(*one.condition)] if one.condition else ""
    if re.match(r"một\s|\d|theo\s+(?!chuẩn|danh)|(?:vào|trong)\s+(?:ngày|tháng|quý|năm|\d)", said) or (
        said and " " not in said and not phrase.firm
    ):
        return False
    if one.condition and who.kind == "organisation":
        search = _NARROWS.search if phrase.firm else _NARROWS.match
        few = phrase.firm and len(text[slice(*one.condition)].split()) <= _FEW_WORDS
        if WORKS.search(text, *one.condition) or not (few or search(text, *one.condition)):
            return False
    if is_generic(who.name) and not phrase.firm and re.fullmatch(r"(?:tại|ở|trên|trong)(?:\s+[a-zà-ỹđ]+){1,2}", said):
        return False
    if one.condition or one.of or has_age:
        return True
    if phrase.firm and len(who.name.split()) > _FEW_WORDS:
        return True
    if who.kind == "organisation" and not (phrase.firm or phrase.listed):
        return False
    return not is_generic(who.name) and who.kind != "area" and " " in who.name


_CUT = re.compile(r"\s(?:đã|đang|chưa|là|và|được|không|có|từ|của|cho)$", re.IGNORECASE)
_STATE = re.compile(r"(?:đã|đang|chưa|không\s+có|còn|bị)\s")
_STAFF = re.compile(r"(?:giáo|nhân|chuyên|cộng\s+tác|tuyên\s+truyền|báo\s+cáo)\s+viên")
_NARROWS = re.compile(rf"(?<!\w)(?:{WHICH}|từ|ít\s+nhất)(?!\w)", re.IGNORECASE)
_FEW_WORDS = 3
_LONGEST_NAME = 6


def pieces(text: str, phrase: Phrase) -> list[Span]:
    """The members of a list of receivers, each with what is said of it."""
    shut = bracketed(text)
    found: list[Span] = []
    start = phrase.start
    joints = JOINT if not phrase.firm else _ANY_JOINT
    for joint in joints.finditer(text, phrase.start, phrase.end):
        before = text[start : joint.start()]
        known = bool(_AT_HEAD.match(text, joint.end()))
        if inside(joint.start(), shut) or " gồm " in before or _is_within(text, start, joint):
            continue
        if not known and (_broad(text, start) == "organisation" or not _NAMED.fullmatch(before)):
            continue
        found.append((start, joint.start()))
        start = joint.end()
    found.append((start, phrase.end))
    return [(a, a + len(text[a:b].rstrip(" ,;.:"))) for a, b in found]


def _is_within(text: str, start: int, joint: re.Match[str]) -> bool:
    """Whether what a list goes on with belongs to what somebody has or is of: "hộ có người già và trẻ nhỏ"."""
    inner = _WITHIN.search(text, start, joint.start())
    kinds = [_broad(text, at) for at in (start, inner.start("head"), joint.end())] if inner else []
    return len(kinds) == 3 and kinds[1] == kinds[2] != kinds[0]


def _broad(text: str, at: int) -> str:
    """What kind of somebody a noun names, children among people."""
    kind = next(kind for kind, pattern in KINDS if pattern.match(text, at))
    return "person" if kind == "woman_child" else kind


def _told(text: str, piece: Span, known: Sequence[Hit]) -> Target:
    start, end = piece
    named = [one for one in known if start <= one.start < end]
    if named and named[0].start == start and not named[0].clause:
        one = target_at(text, piece, named, 0, True, end)[0]
        if one.of and not one.condition and (more := MORE_OF.match(text, one.end, end)):
            one.condition = (more.end(), end)
        return one
    kind = next(kind for kind, pattern in KINDS if pattern.match(text, start))
    head = _AT_HEAD.match(text, start) or _WORD.match(text, start)
    at = min(head.end(), end) if head else end
    name = _ANY_OF_THEM.match(text, at, end) if _CLAUSE.match(text, start) else _NAME.match(text, at, end)
    if name and text[name.end() : end].startswith(" ") and len(name[0].split()) == _LONGEST_NAME:
        name = None  # the end of a name was not seen
    stop = name.end() if name else at
    aging = AGES.match(text, stop, end)
    last = aging.end() if aging else stop
    who = Hit(start, last, kind, plain(text[start:last]), False, *aged(text[start:last]))
    one = Target(start, end, [who])
    if text[last:end].strip(" ,"):
        one.condition = (last + len(text[last:end]) - len(text[last:end].lstrip(" ,")), end)
    return one
