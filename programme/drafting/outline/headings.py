"""Whether a line is a heading, where a heading run into its paragraph ends, and what names a project."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...reading.document import Block, Line, Table
from . import labels
from .labels import Label

_LONGEST = 30
"""Words of a heading that a colon or its place makes one."""
_LONGEST_OVER_LIST = 50
"""Words of a heading without any stop that items stand below."""
_LONGEST_RUN_IN = 14
"""Words of a heading that a colon parts from the paragraph in the same line."""
_LEADS_ON = re.compile(r"(như sau|sau đây|dưới đây|sau|cụ thể|gồm|bao gồm|là|trong đó|gồm có)\s*:$", re.IGNORECASE)
"""A colon after these leads on within a sentence."""
_AMOUNT = re.compile(r"\d[\d.,]*\s*(%|triệu|tỷ|tỉ|đồng|hộ\b|người\b)", re.IGNORECASE)

_LISTS_BODIES = re.compile(
    r"Các\s+(?:sở|phòng|ban|ngành|hội|đoàn|cơ quan|đơn vị|trường|trung tâm|tổ chức|thôn|bản|xã|phường)[^:;.]{0,30}:\s+"
    r"(?=[^\W\d_a-zà-ỹ])"
)
"""What goes on after its colon with names, "Các sở: Tài chính, Nội vụ", is one heading."""


@dataclass(frozen=True)
class Split:
    """A line as heading and paragraph; either may be ""."""

    heading: str
    rest: str


def split(line: Line, label: Label, after: Block | None) -> Split:
    """A numbered line as heading and paragraph."""
    text = line.text
    words = len(text.split())
    if not any(char.isalnum() for char in text):
        return Split("", text)
    if label.kind in (labels.PART, labels.CHAPTER, labels.SECTION, labels.ROMAN, labels.ALPHA):
        return _of_a_part(line, text, words, after)
    if (line.bold or line.underlined) and words <= 60 and not text.endswith(";"):
        return Split(text, "")
    if text.endswith(":"):
        leads_on = (_LEADS_ON.search(text) and not line.bold) or _AMOUNT.search(text)
        return Split("", text) if leads_on or words > _LONGEST else Split(text, "")
    goes_on = _goes_on(line, label, after)
    if _LISTS_BODIES.match(text) and goes_on and words <= _LONGEST and text[-1] not in ".;,":
        return Split(text, "")
    if (found := _run_in(text)) and not _lists_who(label, found.heading):
        return found
    if not re.search(r"[.;,!?…/]$", text):
        most = _LONGEST_OVER_LIST if isinstance(after, Line) and after.label else _LONGEST
        is_one = goes_on and words <= most and text[:1].isupper()
        return Split(text, "") if is_one else Split("", text)
    if text.endswith(".") and goes_on and words <= 10 and not re.search(r"[,;]|\d", text) and text[:1].isupper():
        return Split(text, "")
    return Split("", text)


def _of_a_part(line: Line, text: str, words: int, after: Block | None) -> Split:
    if text.isupper() or line.bold:
        return Split(text, "")
    if (found := _run_in(text)) and not text.endswith(":"):
        head = found.heading
        return found if len(found.rest.split()) > 3 or head.isupper() else Split(text, "")
    if words > 45 or (words > 18 and re.search(r"[.;]$", text)):
        return Split("", text)
    return Split(text, "")


def _run_in(text: str) -> Split | None:
    """ "Mục tiêu: Xây dựng ..." and "Mục tiêu. Xây dựng ..."."""
    found = re.match(r"([^:.;?!]{2,140}:)\s+(\S.*)$", text)
    if found and len(found[1].split()) <= _LONGEST_RUN_IN and _names(found[1]):
        return Split(found[1], found[2])
    found = re.match(r"([^:.;,?!\d]{2,60}\.)\s+([^\W\d_a-z]\S*\s.*)$", text)
    if found and len(found[1].split()) <= 6 and any(map(str.isalpha, found[1])):
        return Split(found[1], found[2])
    return None


def _lists_who(label: Label, head: str) -> bool:
    """Whether the colon of an article leads on in a list of whom it binds: "Chánh Văn phòng, Giám đốc các Sở: …"."""
    return label.kind == labels.ARTICLE and "," in head and head.endswith(":")


def _names(head: str) -> bool:
    """Whether words before a colon are a heading: no amount, no open bracket, no words that lead on."""
    is_whole = head.count("(") == head.count(")") and any(char.isalpha() for char in head)
    return is_whole and not _LEADS_ON.search(head) and not _AMOUNT.search(head)


def _goes_on(line: Line, label: Label, after: Block | None) -> bool:
    """Whether what comes next stands below a line: a paragraph, an item, a table, a deeper number."""
    if after is None:
        return False
    if isinstance(after, Table):
        return True
    if after.bold and not after.label and not line.bold:  # a heading of its own
        return False
    below = labels.understood(after.label)
    if below is None or below.is_item:
        return True
    return below.style != label.style and below.rank >= label.rank


_SHORT = 10
"""Words of a line that only the items below it make a heading."""
_BARE = 25
_CONTENT = re.compile(
    r"(mục (tiêu|đích)|yêu cầu|đối tượng|phạm vi|địa bàn|nội dung|nhiệm vụ|giải pháp|kinh phí|nguồn vốn|dự toán"
    r"|định mức|thời gian|tiến độ|phân công|tổ chức thực hiện|cơ sở|căn cứ|kết quả|hiệu quả|chỉ tiêu|quy mô)"
    r"\b[^:]{0,60}:$",
    re.IGNORECASE,
)
"""What headings of clauses are of, in plans of every kind; with a colon at the end, alone in its line."""


def is_bare(line: Line, after: Block | None, *, tells_bold: bool) -> bool:
    """Whether a line without a number is a heading all the same."""
    text, words = line.text, len(line.text.split())
    if line.label or after is None or words > _BARE or re.search(r"[.;,]$", text):
        return False
    if not any(char.isalpha() for char in text) or is_caption(text) or text.startswith("("):
        return False
    if line.bold:
        return text[:1].isupper()
    if not tells_bold and _over_items(text, words, after):
        return True
    if text.isupper() and sum(one.isalpha() and len(one) > 1 for one in text.split()) * 2 > max(words, 2):
        return True
    return bool(not tells_bold and words <= 8 and text[:1].isupper() and _CONTENT.match(text))


def _over_items(text: str, words: int, after: Block) -> bool:
    """Whether a short line without an end stands right over items: "Phòng Kinh tế", then dashes."""
    below = labels.understood(after.label) if isinstance(after, Line) else None
    is_short = 1 < words <= _SHORT and text[:1].isupper() and not re.search(r"[.;:,!?/…]$|\d", text)
    return is_short and below is not None and below.is_item


def run_in(line: Line) -> Split | None:
    """A line without a number as heading and paragraph: "Phòng Kinh tế: tham mưu …"."""
    found = _run_in(line.text) if not line.label and line.text[:1].isupper() else None
    return found if found and found.heading.endswith(":") else None


def leads_on(text: str) -> bool:
    """Whether the colon at the end of a text leads on within a sentence: "… như sau:", not "Mục tiêu cụ thể:"."""
    return bool(_LEADS_ON.search(text)) and not _CONTENT.match(text)


def is_caption(text: str) -> bool:
    """Whether a line names a table or says its unit."""
    return bool(re.match(r"(Bảng|Biểu)\s+(số\s+)?\d", text, re.IGNORECASE)) or is_unit_line(text)


def is_unit_line(text: str) -> bool:
    """ "Đơn vị tính: triệu đồng", "(ĐVT: triệu đồng)"."""
    found = re.match(r"[(\[]?\s*(Đơn vị(\s+tính)?|ĐVT)\b", text, re.IGNORECASE)
    return bool(found) and len(text.split()) <= 12


_CODE = r"(?:[A-ZĐ]{1,6}[-–]?\d{1,3}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})"
PROJECT = re.compile(
    rf"""(?P<label>
      (?:(?:(?P<sub>Tiểu\ dự\ án|TDA|Tiểu\ hợp\ phần)|(?P<part>Nội\ dung(?:\ thành\ phần)?)
        |Dự\ án(?:\ thành\ phần)?|Hợp\ phần|DATP|DA)
      \s*(?:số\s*)?(?P<n>{_CODE})(?![\w/])|(?P<bare>(?-i:[A-ZĐ]{{2,6}})[-–]\d{{1,2}})(?=\s*[.:]\s))
      (?:\s*(?:[-–,]|thuộc|của)\s*(?P<upword>Dự\ án|DA|Nội\ dung(?:\ thành\ phần)?)\s*(?:số\s*)?(?P<up>{_CODE}))?
      (?:\s*\((?P<code>[\wĐđ.-]{{2,20}})\))?
      \s*[:.–-]?)
      \s*(?P<title>\S.*)?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A label of a project, with its own number or code, that of the project above it, and the title; a code with letters
and a stroke ("NTM-01.") needs no word for it."""


@dataclass(frozen=True)
class ProjectLabel:
    """How a line names a project."""

    label: str
    title: str
    code: str
    """The programme's: "1", "NDTP-03"; of a sub-project its own number alone."""
    above: str
    """The code of the project it says it is part of; "" if it says none."""
    sub: bool


def project_of(text: str) -> ProjectLabel | None:
    """The project that a line names at its beginning."""
    found = PROJECT.match(text)
    if not found or not found["title"]:
        return None
    title = found["title"]
    if not any(char.isalpha() for char in title) or title[:1].islower():
        return None  # "Dự án 2 được giao ...": a sentence about it
    label = found["label"].strip()
    own = (found["n"] or found["bare"]).replace("–", "-")
    code = (found["code"] or own).replace("–", "-")
    if found["code"] and not re.fullmatch(r"[A-Za-zĐđ0-9]+([.-][A-Za-zĐđ0-9]+)*", found["code"]):
        code = own
    return ProjectLabel(label, title, code, (found["up"] or "").replace("–", "-"), bool(found["sub"]))


def title_and_rest(title: str) -> Split:
    """The title of a project, and the sentences that follow it in the same line."""
    if found := re.match(r"([^.]{8,240}\.)\s+([^\W\d_a-z].{20,})$", title):
        return Split(found[1], found[2])
    return Split(title, "")
