"""The short name that is proposed for a plan, made of the words of its title: kind, matter, year, place."""

from __future__ import annotations

import re
from collections.abc import Callable

LONGEST = 80
"""Letters up to which a title is short enough as it is."""
_YEARS = re.compile(r",?\s*(?:giai đoạn|thời kỳ|các năm|năm)\s*20\d\d(?:\s*[-–]\s*20\d\d)?", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:(?:về việc|về|ban hành|tổ chức|tiếp tục|triển khai|thực hiện|(?:các\s+)?hoạt động|nội dung|nhiệm vụ)\s+"
    r"(?!và\b))+",
    re.IGNORECASE,
)
"""Words before the matter of a title."""
_CARRIED = re.compile(
    r"(?:chương trình|nghị quyết|quyết định|chỉ thị|đề án|dự án|tiểu dự án|kết luận|kế hoạch)\b", re.IGNORECASE
)
"""What is carried out, not done: "Kế hoạch thực hiện Chương trình …"."""
_AROUND = re.compile(
    r",?\s+(?:trên địa bàn|thuộc|theo|nhằm|để|góp phần|gắn với|hướng tới|tại|cho|của)\b.*|\s*\(.*|[;:].*", re.IGNORECASE
)
"""What a title says besides its matter."""
_NATIONAL = re.compile(r"\b(chương trình) mục tiêu quốc gia(?= \S+ \S+ )", re.IGNORECASE)
_FEWEST = 3


def short_title(kind: str, words: str, place: str, as_written: Callable[[str], str]) -> str:
    """A short name for the plan of a `kind` ("KẾ HOẠCH") whose title is `words`.

    `as_written` gives words the letters that the text has them in. A title that is short is the name.
    """
    whole = _whole(kind, words)
    if len(whole) <= LONGEST:
        return whole
    years = [one[0].strip(" ,").lower() for one in _YEARS.finditer(words)]
    year = next((one for one in years if re.fullmatch(r"năm\s*20\d\d", one)), "") or "".join(years[:1])
    said = _YEARS.sub("", words)
    whose = rf"(?P<of>của\s+)?{re.escape(place)}(?!\w)(?:,\s*(?:tỉnh|huyện|thành phố|thị xã)\s[^,;]*)?"
    told = re.search(rf",?\s*(?:(?:trên địa bàn|tại)\s+)?{whose}", said, re.IGNORECASE) if place else None
    if told:
        said = f"{said[: told.start()]} {said[told.end() :]}"
        place = f"của {place}" if told["of"] else place
    begins = _BEGINS.match(said)
    matter = _matter(said[begins.end() :] if begins else said)
    if words.isupper():
        matter = as_written(matter.lower())
    if _CARRIED.match(matter):
        matter = f"thực hiện {matter}"
    name = f"{(kind or 'Kế hoạch').capitalize()} {matter if matter[1:2].isupper() else matter[:1].lower() + matter[1:]}"
    if year:
        name += f" {year}"
    if len(name) > LONGEST:
        name = _NATIONAL.sub(r"\1", name)
    return f"{name} {place}" if place and len(f"{name} {place}") <= LONGEST + 10 else name


def _whole(kind: str, words: str) -> str:
    if not kind:
        return words
    return f"{kind.capitalize()}: {words}" if words.isupper() else f"{kind.capitalize()} {words[:1].lower()}{words[1:]}"


def _matter(said: str) -> str:
    """The head of a title: up to where it says whose, where, for what, then to a comma, if it is still long."""
    said = " ".join(said.split()).strip(" ,.;:–-")
    around = _AROUND.search(said)
    while around and len(said[: around.start()].split()) < _FEWEST:
        around = _AROUND.search(said, around.start() + 1)
    if around and len(said) > LONGEST - 25:
        said = said[: around.start()]
    for joint in (r",\s", r"\s+và\s"):
        cut = next((one for one in re.finditer(joint, said) if len(said[: one.start()].split()) >= _FEWEST), None)
        if len(said) > LONGEST - 20 and cut:
            said = said[: cut.start()]
    return said.strip(" ,.;:–-")
