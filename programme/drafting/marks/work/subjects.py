"""What stands around those whom a sentence begins with: which of them are meant, and what is said before them.

"UBND các xã có dự án lập danh sách", "các doanh nghiệp trong cụm công nghiệp tiếp nhận …"; "Mỗi tháng một lần, Trạm Y tế
báo cáo …", "hộ nào bỏ dở thì Hội Nông dân thu hồi …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..bodies.body_lists import listed
from ..bodies.body_names import Named
from ..verbs.duty_words import EVERYDAY, GAP, MAY_ACT, WITH
from ..verbs.roles import skipped, verb_at
from ..words import Span, bracketed, inside

_MANY = re.compile(
    r"(?i)(?:tất cả\s+|toàn bộ\s+)?(?:các|những|mỗi|từng|mọi|một số|\d+)\s|(?:ubnd|hđnd|ủy ban nhân dân|chủ tịch ubnd|trưởng|hiệu trưởng|giám đốc|thủ trưởng|bí thư|lãnh đạo)\s+(?:\S+\s+){0,3}?(?:các|cấp)\s|thủ trưởng\s|lãnh đạo\s|đơn vị\s|cơ quan\s|doanh nghiệp|hợp tác xã(?!\s+(?-i:[A-ZĐ]))|cơ sở\s|địa phương|nhà thầu|thành viên\s|cán bộ[\s,]|công chức\s|đảng viên\s|người\s|(?:tổ\s+)?trưởng\s+(?:thôn|bản|ấp|xóm|khóm|buôn|khu|tổ dân)\b"
)
"""Names of many, of whom a phrase behind them says which."""
_WHICH_BY_NOUN = r"có|không có|chưa có|trong|trên|ở|tại|thuộc|ngoài|ven|gần|nơi|chưa|không|đã|đang|còn|nằm|nào|khác|cùng|do|như|theo|vùng|miền|khu vực|biên giới|bãi ngang|giáp|đủ"
_OBJECTS = r"(?:các\s+|những\s+|một\s+)?(?:(?:tiểu\s+)?dự\s+án|nhiệm\s+vụ|chuỗi|vốn|nguồn|ủy\s+thác|công\s+trình|chương\s+trình|địa\s+bàn|thôn|bản|xã|khu|hợp\s+đồng|đào\s+tạo|liên\s+kết|nước|rừng|lĩnh\s+vực|mô\s+hình|nội\s+dung|khoán|kinh\s+tế|ngân\s+sách|kinh\s+phí|thành\s+viên|đầu\s+mối|chủ\s+đầu\s+tư)(?!\w)"
_WHICH_BY_VERB = rf"(?:được|đã|đang)\s+(?:giao|phân công|hưởng|hỗ trợ|thụ hưởng|chọn|đầu tư|phê duyệt|công nhận|đăng ký|cấp)|(?:tham gia|thực hiện|sử dụng|quản lý|phụ trách|chủ trì|thụ hưởng|nhận|ký|làm|là)(?=\s+{_OBJECTS})|trúng(?:\s+thầu)?|hoạt động|đóng"
_WHICH = re.compile(rf"\s+(?:(?P<noun>{_WHICH_BY_NOUN})|(?P<verb>{_WHICH_BY_VERB}))(?=\s+\S)", re.IGNORECASE)
"""How a phrase begins that says which of many are meant; behind a verb more words belong to it than behind "có"."""
ORDERS = re.compile(
    r"(?:phải|có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|chịu\s+trách\s+nhiệm|chủ\s+động|thì|khẩn\s+trương|tiếp\s+tục|thường\s+xuyên|kịp\s+thời|định\s+kỳ|nghiêm\s+túc)\s"
)
_LONGEST = 9
_BESIDES = re.compile(r"(?:cùng|song\s+song)\s+với\s+(?:việc|đó|quá\s+trình)\s", re.IGNORECASE)
"""How a sentence begins that tells another work first: "Cùng với việc hỗ trợ vốn, Phòng A …"."""


def qualified(text: str, name: Named, end: int) -> int:
    """Where a phrase behind a name of many ends that says which of them do what follows; 0 where there is none."""
    which = _WHICH.match(text, name.end, end) if _MANY.match(text[name.start : name.end] + " ") else None
    if which is None or ORDERS.match(text, name.end + 1, end):
        return 0
    if which["noun"] == "theo" and (gap := GAP.match(text, name.end, end)) and verb_at(text, gap.end(), end):
        return 0  # "theo nhiệm vụ được phân công": by what right
    passed = 0
    needed = 2 if which["verb"] else 1
    for number, word in enumerate(re.finditer(r"\s+([^\s]+)", text[which.end() : end])):
        place = which.end() + word.start(1)
        if re.search(r"[,;:().]", text[which.end() : place]) or number > _LONGEST:
            return 0
        if ORDERS.match(text, place, end) and (number or which["verb"]):
            return _named(text, name, place)
        if number >= needed and not inside(place, [passed_to(text, place, passed)]) and _acts(text, place, end):
            return _named(text, name, place)
        if whole := verb_at(text, place, end):
            passed = max(passed, whole[1])
    return 0


def _named(text: str, name: Named, verb: int) -> int:
    """Where a name ends that reaches to a verb; 0 where the words name nobody who does it."""
    return verb - 1 if may_name(text[name.start : verb - 1]) else 0


def passed_to(text: str, place: int, passed: int) -> Span:
    """The rest of a verb of several syllables that began before a place."""
    return (place, passed) if passed > place else (0, 0)


def _acts(text: str, place: int, end: int) -> bool:
    """Whether a verb of work of two syllables or one with its object, or an order, begins here."""
    if ORDERS.match(text, place, end):
        return True
    verb = text[place : led_end(text, place, end)]
    return " " in verb or verb.lower() in _SHORT_VERBS


_SHORT_VERBS = ("lập", "cử", "gửi", "nộp", "ký", "mở", "cấp", "họp", "báo", "chọn")
_CALLS = re.compile(
    r"(?i)\b(?:cho|của|tại|giữa|gồm|giúp|hỗ trợ|đề nghị|yêu cầu|mời|giao|chỉ đạo|hướng dẫn|vận động|đôn đốc|để|với|đối với|do|bởi|từ|là|theo|thuộc|qua|về|tuyên truyền|phối hợp|báo cáo|gửi|nộp|trình)\s+(?:[^\s,;]+\s+){0,8}[^\s,;]+,\s$"
)
"""Right before a comma, words whose object a body behind it may be too: "hướng dẫn các hộ, các thôn …"."""
_SETS_OUT = re.compile(
    r"(?i)(?:định kỳ|hằng|hàng|mỗi|cứ|vào|đến|từ|trước|sau|trong|ngoài|khi|nếu|lúc|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|sáng|chiều|ngày|tháng|quý|năm|cuối|đầu|giữa|tuần|chậm nhất|muộn nhất|nhân dịp|dịp|căn cứ|theo|trên cơ sở|để|nhằm|với|qua|bám sát|đối với|riêng|tại|ở|có|trường hợp|hễ|do|vì|bên cạnh|cùng với|song song|ngay|khoảng|sau khi|nơi|hộ nào|ai|không (?:để )?(?:quá|muộn|chậm)|thực hiện (?:kết luận|ý kiến|chỉ đạo|nghị quyết|kế hoạch|quyết định|chủ trương|chỉ thị))\s"
)
"""How a phrase begins that says when, on what ground, for what, before somebody is named."""


_BY_WORD = re.compile(
    r"(?:thực hiện|theo|căn cứ|trên cơ sở)\s+(?:kết luận|ý kiến|chỉ đạo|nghị quyết|đề nghị|yêu cầu|thông báo|kiến nghị)\s+(?:chỉ đạo\s+)?của\s",
    re.IGNORECASE,
)
"""How a phrase begins that says on whose word something is done."""
_CONCERNS = re.compile(r"(?:đối với|riêng|về phía|với)\s", re.IGNORECASE)
"""How a phrase begins that may name those whom a work is about, before whoever does it: "Đối với các xã, Phòng A …"."""


def concerned(text: str, part: Span, named: Sequence[Named]) -> bool:
    """Whether a sentence names first those whom its work is about, and behind a comma who does it."""
    start, end = part
    first = _CONCERNS.match(text, start, end)
    return bool(first) and any(
        text[start : one.start].endswith(", ")
        and text[start : one.start].count(",") == 1
        and not any(other.end + 2 == one.start and other.name[:3].lower() == one.name[:3].lower() for other in named)
        and acts_at(text, one.end, end)
        for one in named
        if start < one.start < end
    )


def after_opening(text: str, part: Span, named: list[Named], *, any_opening: bool) -> list[int]:
    """Where somebody stands whom a sentence names behind its first phrase; `any_opening`: whatever that phrase says."""
    start, end = part
    shut = bracketed(text)
    found: list[int] = []
    for one in named:
        if not start < one.start < end or inside(one.start, shut):
            continue
        before = text[start : one.start]
        if before.endswith(" thì "):
            found.append(one.start)
            continue
        by_word = before.count(", ") == 1 and _BY_WORD.match(before)
        if not before.endswith(", ") or (any(other.end + 2 == one.start for other in named) and not by_word):
            continue
        sets_out = bool(_SETS_OUT.match(text, start, end))
        if not (sets_out or any_opening) or (WITH.search(before) and not _BESIDES.match(before)):
            continue
        if not sets_out and re.match(r"\s*(?:[,(]|và\s|cùng\s)", text[listed(named, text, one.start)[-1].end : end]):
            continue
        if _CALLS.search(before) and not (sets_out and before.count(", ") == 1):
            continue
        if re.search(r"(?i)(?:báo cáo|gửi|nộp|trình)\s", before) and not re.match(
            r"(?i)(?:ngoài|sau khi|khi|theo)\s", before
        ):
            continue
        found.append(one.start)
    return found


def acts_at(text: str, place: int, end: int) -> int:
    """Where the verb of work stands behind a name; 0 where none does."""
    gap = GAP.match(text, place, end)
    for verb in (gap.end() if gap else place, place):
        at = verb + len(text[verb:end]) - len(text[verb:end].lstrip())
        if at < end and (verb_at(text, skipped(text, at, end), end) or verb_at(text, at, end)):
            return at
    return 0


def whole_subject(text: str, name: Named, end: int) -> int:
    """Where a name ends that goes on with words the grammar does not know, right before a verb: "Ban Quản lý chợ sắp xếp"; 0 for others."""
    more = _MORE_OF_NAME.match(text, name.end, end)
    if not more or verb_at(text, name.end + 1, end) or _WITH_LEVEL.search(name.name):
        return 0
    if EVERYDAY.match(text, name.end + 1, end) or re.match(r"\s+mỗi\s", text[name.end : end]):
        return 0
    for word in list(re.finditer(r"\s+(\S+)", more[0] + text[more.end() : more.end() + 1]))[1:]:
        place = name.end + word.start(1)
        if place < end and _acts(text, place, end):
            return place - 1
        if verb_at(text, place, end):
            return 0
    return 0


_WITH_LEVEL = re.compile(r"\s(?:xã|phường|đặc khu|thị trấn|thị xã|thành phố|huyện|quận|tỉnh|khu vực)$")
"""How a name ends that is whole: what follows is what it does, though it may be misspelt."""
_NO_NAME = re.compile(r"\s(?:để\s|thì\s|(?:không|chưa|chẳng|thì|bị|để)$)")
"""What makes words no name: "cán bộ để thất thoát tiền thì …", "đơn vị nào hai kỳ không …" tell of whom something happens to."""


BY_ITSELF = re.compile(
    r"(?:(?:các|những|mỗi|từng)\s+)?(?:nhà\s+(?:thầu|tài\s+trợ)|già\s+làng|thủ\s+(?:nhang|quỹ|kho)|thương\s+lái|dân\s+quân|kế\s+toán\s+trưởng|trưởng\s+(?:dòng\s+họ|tộc))(?=\s)",
    re.IGNORECASE,
)
"""Nouns that name somebody without further words."""


def own_end(text: str, start: int, end: int) -> int:
    """Where a name ends that was read up to a verb, though it is whole before, or another verb stands in it."""
    alone = BY_ITSELF.match(text, start, end)
    if alone and (EVERYDAY.match(text, alone.end() + 1) or led_end(text, alone.end() + 1, len(text)) < end):
        return alone.end()
    for space in list(re.finditer(r"\s+", text[start:end]))[1:]:
        place = start + space.end()
        if re.match(r"(?:đứng\s+ra|mỗi\s+(?:người|bên|nơi))(?!\w)", text[place:end]):
            return start + space.start()
    return end


def may_name(words: str) -> bool:
    """Whether words before a verb may name who does it."""
    return not _NO_NAME.search(words)


_MORE_OF_NAME = re.compile(
    r"(?:\s+(?!(?:của|và|là|được|đã|có|còn|gồm|nằm|theo|tại|trong|ở|do|như|để|với|về|cho|từ|đến|trên|khi|nếu|không|bị|thuộc|hoặc|này|đó|nào|nêu|cùng|bằng|mà|thì|cũng|sau|trước|năm|hiện|phải|cần|sẽ|đi|các|những|mọi|nhận)\b)[a-zà-ỹđ]+){2,5}"
)


def led_end(text: str, place: int, end: int) -> int:
    """Where the verb that stands at a place ends; the place itself where none does."""
    verb = verb_at(text, place, end)
    return verb[1] if verb else place


def verb_beyond(text: str, place: int, end: int) -> tuple[int, bool]:
    """Where the verb of work stands behind some words that nobody knows: "đồng chủ trì", "xung kích dọn dẹp".

    And whether it tells a role of its own; (0, False) where there is none within three words.
    """
    gap = GAP.match(text, place, end)
    place = gap.end() - 1 if gap and gap.end() > place and text[gap.end() - 1] == " " else place
    for _ in range(_WORDS_BETWEEN):
        word = MAY_ACT.match(text, place, end)
        if not word or _OBJECT.fullmatch(word[0].strip()):
            return 0, False
        place = word.end() - 1
        verb = verb_at(text, word.end(), end)
        if verb and verb[0] != "implement":
            return word.end(), True
        if verb and " " in text[word.end() : verb[1]]:
            return word.end(), False
    return 0, False


_OBJECT = re.compile(r"việc|công|cuộc|kết|các|những|từng|mọi|danh|hồ|một|hai|cái|chiếc|người|hộ|trẻ")
"""How what is done begins: the verb stood before it, whichever it was."""
_CLAUSE = 4
"""So many words behind a name may be what it does."""
_RECEIVES = re.compile(r"\s(?:được|bị|gồm|là|thuộc|có|chưa|không)\s")
"""What a clause has that tells of somebody, and gives no work."""


def may_act(text: str, place: int, end: int) -> bool:
    """Whether what follows a name may be what it does, by a verb that nobody knows: a clause that says of it nothing else."""
    clause = re.split(r"[;:.]\s", text[place:end])[0]
    first = clause.split(", ")[0]
    return (
        bool(MAY_ACT.match(text, place, end)) and len(clause.split()) >= _CLAUSE and not _RECEIVES.search(first + " ")
    )


_WORDS_BETWEEN = 3
"""So many words may stand between a name and its verb that nobody knows."""
