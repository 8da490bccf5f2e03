"""Who takes part under no name that the grammar of bodies knows: "lực lượng dân quân", "nhân dân các thôn", "nhà thầu".

Only where a text has just said that somebody is named: behind "phối hợp với", "cùng", beside other bodies.
"""

from __future__ import annotations

import re

from ..verbs.roles import verb_at
from .body_names import Named

_MANY = r"(?:(?:tất\s+cả|toàn\s+thể)\s+)?(?:(?:các|những|một\s+số|mọi|đội\s+ngũ)\s+)*"
_WHOLE = r"""(?:
    nhân\s+dân | bà\s+con | người\s+dân | cộng\s+đồng(?:\s+dân\s+cư)? | gia\s+đình | dòng\s+họ
  | nhà\s+(?:trường|thầu|hảo\s+tâm|tài\s+trợ|khoa\s+học) | chủ\s+(?:đầu\s+tư|rừng) | mạnh\s+thường\s+quân
  | dân\s+quân(?:\s+(?:tự\s+vệ|thường\s+trực|cơ\s+động))? | bộ\s+đội | phụ\s+huynh(?:\s+học\s+sinh)? | cha\s+mẹ\s+học\s+sinh
  | chính\s+quyền(?:\s+(?:các\s+cấp|cơ\s+sở))? | nghệ\s+nhân | già\s+làng | trưởng\s+(?:thôn|bản) | người\s+có\s+uy\s+tín | chức\s+sắc
  | doanh\s+nghiệp | hợp\s+tác\s+xã | đoàn\s+thể | kế\s+toán(?:\s+trưởng)? | thủ\s+quỹ
)"""
"""Nouns that name somebody by themselves: people, who builds or pays, who is looked up to, enterprises."""
_NO_ORGANISING = r"(?:chính\s+trị|xã\s+hội|đoàn|quần\s+chúng|tôn\s+giáo|cá\s+nhân|phi\s+chính|nhận|thành\s+viên|tín\s+dụng|khoa\s+học|hội)"
"""Behind "tổ chức", which is a verb too, where it is the noun."""
_KIND = rf"""(?:
    lực\s+lượng | (?:trung|tiểu|đại|hải)\s+đội | tiểu\s+đoàn | nghiệp\s+đoàn | nghệ\s+nhân | tổ(?!\s+chức\b(?!\s+{_NO_ORGANISING})) | đội | nhóm | ban | đoàn(?!\s+viên) | câu\s+lạc\s+bộ
  | hội(?!\s+nghị|\s+thảo|\s+viên) | chi\s+(?:hội|đoàn|bộ|ủy)
  | trung\s+tâm(?!\s+(?:xã|huyện|thôn|cụm|của)) | phòng(?!,?\s+(?:chống|ngừa|bệnh|học|ở|ngủ|trọ|cháy)) | chi\s+cục | chủ\s+(?:tịch|nhiệm)
  | cơ\s+sở | đơn\s+vị | cơ\s+quan | bộ\s+phận | thanh\s+tra | hạt | trạm | quỹ | công\s+ty
  | công\s+chức | cán\s+bộ | cộng\s+tác\s+viên | thành\s+viên | chuyên\s+gia | giáo\s+viên | lãnh\s+đạo | đại\s+diện
  | cá\s+nhân | trường | đại\s+học | bệnh\s+viện | khu\s+bảo\s+tồn | vườn | nhà
)"""
"""Nouns that need further words to say whom they mean: groups, associations, offices, posts, institutions."""
_HEAD = re.compile(rf"{_MANY}(?:(?P<whole>{_WHOLE})|(?P<kind>{_KIND})(?=\s+\w))(?!\w)", re.IGNORECASE | re.VERBOSE)
_POST = re.compile(
    r"(?P<noun>(?:[Cc]ác\s+)?[^\W\d_]+(?:\s+[^\W\d_A-ZĐ]+){0,2}?\s+(?P<last>viên|trưởng))(?P<where>\s+(?:cơ\s+sở|(?:các\s+)?(?:thôn|bản|ấp|xã|phường|khu\s+phố)))?(?=\s+[a-zà-ỹđ])"
)
"""A post by how its word is made: "thú y viên", "khu phố trưởng"."""
_NO_POST = re.compile(r"(?:đoàn|hội|học|sinh|công|thành|thuyền|động|phụ|tăng|gia)\s+(?:viên|trưởng)$", re.IGNORECASE)
"""Those who are many and are helped, and what ends like a post and is none."""


_PEOPLE = re.compile(
    rf"{_MANY}(?:nhân\s+dân|bà\s+con|người\s+dân|cộng\s+đồng|gia\s+đình|dòng\s+họ|phụ\s+huynh|cha\s+mẹ)(?!\w)",
    re.IGNORECASE | re.VERBOSE,
)
"""Those for whom a plan is made: of these a sentence tells what they get sooner than what they do."""


def post_at(text: str, place: int, end: int) -> Named | None:
    """A post told by how its word is made, or people whom a noun names by itself."""
    post = _POST.match(text, place, end)
    if post and not _NO_POST.search(post["noun"]) and not verb_at(text, place, end):
        return Named(place, post.end(), post[0])
    whole = None if _PEOPLE.match(text, place, end) else _HEAD.match(text, place, end)
    return actor_at(text, place, end) if whole and whole["whole"] else None


_STOP = re.compile(
    r"""(?:
        và | hoặc | cùng | với | để | nhằm | đến | tới | xuống | tận | trong | theo | về | khi | nếu | trước | sau | bằng | cho | từ | do | tại | nơi
      | trên(?!\s+địa) | qua | thông\s+qua | có | được | phải | là | thì | cũng | sẽ | tiến\s+hành | này | đó | nói\s+trên
      | định\s+kỳ | thường\s+xuyên | kịp\s+thời
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that end a name: they join, say when or how, or begin what somebody does."""
_OF_WHOLE = re.compile(
    r"""(?:
        trên\s+địa\s+bàn(?:\s+(?:xã|huyện|tỉnh|thôn|bản)\b)? | tại\s+(?:địa\s+phương|chỗ|cơ\s+sở) | địa\s+phương
      | (?:các\s+)?(?:thôn|bản|xã|xóm|huyện|ấp)(?:,\s+(?:thôn|bản|xóm|ấp))* | trong\s+(?:và\s+ngoài\s+)?(?:xã|huyện|tỉnh|vùng)
      | (?:có\s+)?liên\s+quan | dân\s+tộc\s+thiểu\s+số | DTTS | nông\s+nghiệp | dịch\s+vụ
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may stand behind a noun that names somebody by itself, as part of the name."""
_LONGEST = 7


def actor_at(text: str, place: int, end: int) -> Named | None:
    """Somebody told by a noun at a place and the words that follow it, up to a verb or the end of the clause."""
    head = _HEAD.match(text, place, end)
    if head is None:
        return None
    stop = head.end()
    if head["whole"]:
        more = _OF_WHOLE.match(text, stop + 1, end) if text[stop : stop + 1] == " " else None
        return Named(place, more.end() if more else stop, text[place : more.end() if more else stop])
    for number, word in enumerate(re.finditer(r"\s+(?P<word>[^\s,;.:()/+]+)", text[head.end() : end])):
        at = head.end() + word.start("word")
        if word.start() != stop - head.end() or number >= _LONGEST or _STOP.match(text, at, end):
            break
        if number and verb_at(text, at, end):
            break
        stop = head.end() + word.end()
    if stop == head.end():
        return None
    return Named(place, stop, text[place:stop])
