"""Who does what in clauses that give work and of which nothing was found: what stands first, who acts, what they do.

A body acts where somebody who acts stands (at the head of a sentence or clause, behind a time or a condition, behind "thì",
"còn", "giao", "do" …), whatever its verb is. What is found by its place alone is asked, many sentences in one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..verbs.duty_words import GAP, GIVEN, IFS, JOINS
from ..verbs.roles import skipped, verb_at
from ..words import Span, bracketed, holding, inside, quoted, sentences


@dataclass(frozen=True)
class Acting:
    """Those who act in a clause: `names`, the place of their verb, and the words of the clause."""

    names: tuple[Named, ...]
    verb: int
    clause: Span


_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|[-–+•*])\s+")
_WHO = r"(?:(?:các\s+)?(?:đồng\s+chí|đ/c|ông|bà|anh|chị)\s+|chính\s+|(?:tất\s+cả\s+)?các\s+(?=[A-ZĐ])|cả\s+|mỗi\s+|từng\s+|lãnh\s+đạo\s+)?"
_TIME = r"(?:(?:định\s+kỳ|hằng|hàng|mỗi|cứ|vào|đến|từ|trước|sau|trong|ngay|chậm\s+nhất|cuối|đầu|giữa|sáng|chiều|tối|trưa|đêm|ban\s+(?:ngày|đêm)|tháng|quý|năm|tuần|ngày|thứ|vụ|mùa|kỳ)(?:\s+(?!(?:để|thì|cho|báo|gửi|nộp|trình|của|với|về|cùng|qua|và|do|được|giao|mời)\b)[^\s,;:.()]+){1,5}|bây\s+giờ|lúc\s+(?:ấy|đó|này)|khi\s+(?:ấy|đó)|từ\s+đó)"
_FIRST = re.compile(
    rf"(?:(?:và|nhưng|còn|riêng|đồng\s+thời|ngoài\s+ra|muốn\s+vậy|trên\s+cơ\s+sở\s+đó|vì\s+vậy|do\s+đó)[,\s]+)*(?:{_TIME},?\s+)?(?:(?:(?:xin|kính|trân\s+trọng)\s+)?(?:mời|đề\s+nghị|yêu\s+cầu|giao(?:\s+cho)?|phân\s+công|huy\s+động|nhờ|ủy\s+quyền\s+cho)\s+)?{_WHO}",
    re.IGNORECASE,
)
"""What may stand between the beginning of a clause and whoever acts in it."""
_BEHIND = re.compile(
    rf"(?:^|\s)(?P<word>thì(?:\s+(?:giao|mời|xin\s+mời|do))?|còn|riêng|khi\s+đó|do|bởi|được|qua|nhờ|giao(?:\s+cho)?|khoán\s+cho|mời|để|có|trình|(?:cần|tốt)\s+nhất\s+là)\s+{_WHO}$",
    re.IGNORECASE,
)
"""Right before whoever acts in the middle of a clause, the word that brings them in."""
_ASIDE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,\s+(?:với|theo|được|mỗi|trong|cùng|căn\s+cứ|do|nhờ|khi|qua|bằng|tùy|dưới|ngoài|phối\s+hợp)\s[^,;.:]{3,90},(?=\s)"
)
"""Behind those who act what is said besides, between commas."""
_HOW = re.compile(
    rf"(?:\s+(?:{GIVEN}|được\s+(?:ủy\s+quyền|phân\s+cấp|mời|quyền)|trực\s+tiếp|tự(?:\s+mình)?|cùng(?:\s+nhau)?|đều|cũng|vẫn|luôn|cứ\s+thế|phải|cần|sẽ|nên|liên\s+đới|lần\s+lượt|thay\s+phiên(?:\s+nhau)?|mỗi\s+(?:người|bên|đơn\s+vị|nơi|hộ|thôn|bản)|mà|đứng\s+ra|chủ\s+động|khẩn\s+trương|tích\s+cực|có\s+(?:trách\s+nhiệm|nhiệm\s+vụ))(?=\s))+",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    rf"(?:{JOINS}|mới|chẳng|thì|những|giảm|tăng|số|trở|gần|xa|khác|vì|nhằm|bình|quân|tham\s+gia|thường\s+trực|quản\s+lý\s+và)(?!\w)"
)
"""Behind whoever acts, what is no verb of work."""
_TOLD_OF = re.compile(
    r"(?i)\b(?:đã|từng\s+(?:được|bị|là)|cơ\s+bản|không\s+(?:còn|tính|thuộc)|năm\s+ngoái|trước\s+đây|vừa\s+qua|thời\s+gian\s+qua|phấn\s+đấu|đạt\s+(?:ít|từ|trên|tỷ))\b"
)
"""What has been done, or is to be reached, is no work that is given."""
_BY_RULE = re.compile(r"(?i)\b(?:theo|căn\s+cứ|áp\s+dụng|nghị\s+quyết|quyết\s+định|quy\s+định|thông\s+tư)\b[^,;:]*$")
"""Before "do" or "được" what is done by rule: "theo nghị quyết do HĐND ban hành"."""
_OF_PAPERS = re.compile(
    r"\s+(?:xác\s+nhận|công\s+nhận|chứng\s+nhận|cho\s+phép|đánh\s+giá|ban\s+hành|phê\s+duyệt|thông\s+qua|quy\s+định|công\s+bố|quyết\s+định|cấp\s*[.,;]|quản\s+lý\s*[.,;])"
)
_PEOPLE = re.compile(
    r"(?i)\b(?:hộ|người|trẻ|học\s+sinh|lao\s+động|đối\s+tượng|thành\s+phần|đại\s+biểu|cá\s+nhân)\b[^,;:]*$"
)
"""Before "do" or "được" people of whom somebody says which they are: "hộ do UBND xã chọn"."""
_A_WORK = re.compile(r"(?i)(?:^|,\s)(?:việc|công\s+tác|phần|khâu|tổng|từng|mỗi|mọi|toàn\s+bộ|danh\s+sách)\s")
_LOOKS_AFTER = re.compile(
    r"\s+(?:lo(?:\s+liệu)?|trông(?:\s+coi)?|gánh|đảm\s+nhận|đảm\s+đương|phụ\s+trách|đứng\s+ra|chịu|làm|trực|giữ|canh)(?!\w)"
)
_TELLS_ON = re.compile(r"\s(?:được|bị|là|gồm|phải|thì|đã)\s")
"""Behind who did something to a thing, what the sentence really tells of it: "danh sách do thôn lập được niêm yết"."""
_DECIDES = re.compile(r"\s+(?:duyệt|phê\s+duyệt|thẩm\s+định|quyết\s+định|ký|thông\s+qua)(?!\w)")
_TO_KNOW = re.compile(
    r"\s+(?:(?:kịp\s+thời|có\s+cơ\s+sở|có\s+hướng)\s+)*(?:biết|theo\s+dõi|tổng\s+hợp|báo\s+cáo|xem\s+xét|xử\s+lý|chỉ\s+đạo|giải\s+quyết|phối\s+hợp|nắm|trình|thực\s+hiện|triển\s+khai|tham\s+mưu|cho\s+ý\s+kiến|có)(?!\w)"
)
"""Behind "để" and a body, what it gets something for."""
_HELPS = re.compile(
    r"(?:cùng\s+)?(?:phối\s+(?:kết\s+)?hợp|tham\s+gia|hỗ\s+trợ|giúp\s+(?:đỡ|sức)|phụ\s+giúp|(?:chung|tiếp|góp|trợ)\s+(?:tay|sức)|đi\s+cùng|đồng\s+hành)(?:,?\s+(?:thực\s+hiện|tham\s+gia|triển\s+khai|giúp\s+đỡ))?\s*(?=[.;,)]|$)"
)
"""All that is said of a body that only helps."""
_LISTED = re.compile(
    r"(?i)\b(?:với|cùng|giữa|gồm|như|cho|gửi|hướng\s+dẫn|vận\s+động|đôn\s+đốc|chỉ\s+đạo)\s+(?:[^\s,;]+\s+){0,7}[^\s,;]+,\s*$"
)
"""Before a comma, words whose object a body behind it may be too."""
_TOLD_BEFORE = re.compile(r"\s+(?:này|đó|ấy)(?=\s)")
"""Behind the name of somebody who was named before."""
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)(?=\s)")
_TOGETHER = re.compile(r"\s+cùng(?:\s+với)?\s+(?=[^,;:.()]+)")
"""Behind those who act, with whom they do it, where no grammar knows these."""
_FURTHEST = 10
"""So many words these may have."""
_WORD = re.compile(r"\s+(?P<word>[a-zà-ỹđ]+)")


def acting(text: str, named: Sequence[Named]) -> list[Acting]:
    """Those who act in the sentences of a text, from left to right."""
    shut = quoted(text)
    found: list[Acting] = []
    for sentence in sentences(text, colon=True):
        if _TOLD_OF.search(text, *sentence) or IFS.search(text, *sentence):
            continue
        found += _of_sentence(text, sentence, named, shut)
    acts = [one for number, one in enumerate(found) if not _gives(text, one, found[number + 1 :])]
    return [_up_to_next(text, one, acts[number + 1 :]) for number, one in enumerate(acts)]


_GIVES = re.compile(
    r"(?:giao|phân\s+công|đề\s+nghị|yêu\s+cầu|mời|cử|thống\s+nhất|đồng\s+ý|cho\s+phép|ủy\s+quyền|quyết\s+định)(?!\w)"
)


def _gives(text: str, one: Acting, later: Sequence[Acting]) -> bool:
    """Whether somebody only gives to others what these do: "UBND xã giao Phòng A lập …", "… giao như sau:"."""
    if not _GIVES.match(text, one.verb):
        return False
    rest = text[one.verb : one.clause[1]]
    return bool(re.search(r"(?::|\ssau\s*[;.])\s*$", rest)) or any(
        one.verb < other.names[0].start < one.clause[1]
        and not re.search(r"[,;]", text[one.verb : other.names[0].start])
        for other in later
    )


def _of_sentence(text: str, sentence: Span, named: Sequence[Named], shut: Sequence[Span]) -> Iterator[Acting]:
    start, end = sentence
    label = _LABEL.match(text, start, end)
    start = label.end() if label else start
    brackets = bracketed(text)
    passed = start
    for one in named:
        if not start <= one.start < end or one.start < passed or inside(one.start, shut):
            continue
        names = [other for other in listed([*named], text, one.start) if other.end <= end]
        if not names:
            continue
        passed = names[-1].end
        within = holding(brackets, one.start)
        last = within[1] - 1 if within and within[0] >= start else end
        begin = within[0] + 1 if within and within[0] >= start else start
        if not _may_stand(text, begin, one, named, names[-1].end):
            continue
        if verb := _verb(text, names[-1].end, last):
            opens = _clause_start(text, begin, one)
            before = any(start <= other.start < begin for other in named)
            if within and opens == one.start == begin and not before and verb_at(text, verb, last):
                opens = start  # "Mở lớp cho 20 chị (Hội A chủ trì, …)"
            yield Acting(tuple(names), verb, (opens, last))


def _clause_start(text: str, start: int, one: Named) -> int:
    """Where the clause begins that somebody acts in."""
    joints = [joint.end() for joint in re.finditer(r",\s+|\s[-–]\s+", text[start : one.start])]
    return start + joints[-1] if joints and _FIRST.fullmatch(text, start + joints[-1], one.start) else start


def _may_stand(text: str, start: int, one: Named, named: Sequence[Named], stop: int) -> bool:
    """Whether somebody who acts may stand there: at the head of a clause, or behind a word that brings them in."""
    before = text[start : one.start]
    if _FIRST.fullmatch(before):
        return True
    if by := _BEHIND.search(before):
        word = by["word"].lower()
        if word in ("do", "bởi", "được", "qua", "nhờ"):
            thing = before[: by.start()]
            people = _PEOPLE.search(thing) and not _A_WORK.search(thing)
            if _TELLS_ON.search(re.split(r"[,;]", text[stop:])[0] + " "):
                return False
            return not (_BY_RULE.search(thing) or people or _OF_PAPERS.match(text, stop)) and (
                word != "được" or not re.search(r",\s*$", thing)
            )
        if word == "trình":
            return before[: by.start()].endswith(" phải") and bool(_DECIDES.match(text, stop))
        if word == "có":
            return bool(_LOOKS_AFTER.match(text, stop))
        return word != "để" or not _TO_KNOW.match(text, stop)
    joints = list(re.finditer(r",\s+|\s[-–]\s+", before))
    if not joints or not _FIRST.fullmatch(before, joints[-1].end()):
        return False
    if joints[-1][0].strip() != ",":
        return True
    comma = start + joints[-1].start()
    fronted = len(joints) == 1 and not any(other.start <= start < other.end for other in named)
    fronted = fronted and not verb_at(text, start, comma)
    if any(other.end == comma for other in named) and not fronted:
        return False
    return fronted or not _LISTED.search(before[: joints[-1].end()])


def _verb(text: str, place: int, end: int) -> int:
    """Where what somebody does begins behind their name, by whatever verb; 0 where something else follows."""
    if told_before := _TOLD_BEFORE.match(text, place, end):
        place = told_before.end()
    if bracket := _BRACKET.match(text, place, end):
        place = bracket.end()
    if together := _TOGETHER.match(text, place, end):
        words = (together.end() + word.start() for word in re.finditer(r"\S+", text[together.end() : end]))
        place = next((at - 1 for at in [*words][2:_FURTHEST] if verb_at(text, at, end)), place)
    aside = _ASIDE.match(text, place, end)
    for behind in (aside.end() if aside else place, place):
        gap = GAP.match(text, behind, end)
        for at in (gap.end() if gap else behind, behind):
            at += len(text[at:end]) - len(text[at:end].lstrip())
            if (
                at < end
                and text[at - 1] == " "
                and (verb_at(text, skipped(text, at, end), end) or verb_at(text, at, end))
            ):
                return at
        how = _HOW.match(text, behind, end)
        word = _WORD.match(text, how.end() if how else behind, end)
        if word and not _NO_VERB.match(text, word.start("word"), end):
            return word.start("word")
    return 0


def only_helps(text: str, one: Acting) -> bool:
    """Whether all that is said of those who act is that they help."""
    return bool(_HELPS.match(text, one.verb, one.clause[1]))


def _up_to_next(text: str, one: Acting, later: Sequence[Acting]) -> Acting:
    """A clause up to where somebody else acts in the same sentence."""
    start, end = one.clause
    begins = [other.clause[0] if other.clause[0] > one.verb else other.names[0].start for other in later]
    stop = min([end, *(place for place in begins if one.verb < place < end)])
    return Acting(one.names, one.verb, (start, start + len(text[start:stop].rstrip(" ,–-(")) if stop < end else end))
