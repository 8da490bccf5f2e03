"""What the check finds, in words of the editor: no file names, no keys, no words of code."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ...load.findings import Finding
from ...load.keys import KEYS, key_of
from ...load.loader import LISTS, SINGLE
from ...load.vocabulary import Term
from ...vietnamese.formats import lower_first
from ..view import fields, shown

_QUOTED = re.compile(r'("[^"]*"|“[^”]*”)')
"""What stands in quotes is of the plan, or was typed: it stays."""
_ALSO_WORDS = {"to", "say", "day", "by", "of", "end", "now", "page", "form", "text", "plan", "notice", "search"}
"""Keys that are Vietnamese syllables or too short to be sure: replaced only before a colon."""
_LABELLED = re.compile(r"\b([a-z_]+) \(([^()]+)\)")
"""A word of a closed list with its label: "budget (kinh phí)"."""
_PHRASES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"source/[\w./-]+:\d+: (\w)"), lambda found: str(found[1]).upper()),
    (
        re.compile(r"mục ấy bỏ hẳn thì gõ (make|programme) pages DROP=1 .*"),
        "mục ấy bỏ hẳn thì bấm “Chọn trang thay…” (hoặc “Xóa trang thừa…”) ở đầu trang sửa",
    ),
    (re.compile(r"gõ (make|programme) pages DROP=1( để xóa)?"), "bấm “Xóa trang thừa…” ở đầu trang sửa"),
    (re.compile(r"gõ (make|programme) pages"), "bấm “Tạo trang còn thiếu” ở đầu trang sửa"),
    (re.compile(r"gõ (make|programme) questions để trả lời từng câu"), "trả lời từng câu ở đầu trang sửa"),
    (re.compile(r"\bmột khóa có trong bảng ở trang /huong-dan/khoa, đặt đúng chỗ"), "bỏ phần này"),
    (re.compile(r"\b(từ true hoặc false|true hoặc false)\b"), "có hoặc không"),
    (
        re.compile(r"văn bản đúng như trong data/ thì sửa tệp của văn bản"),
        "ở đây đúng như văn bản đã ký thì để vậy, vẫn lưu và phát hành được; bản chữ kèm theo nhờ người quản trị "
        "thay sau",
    ),
    (re.compile(r"\bdata/ (ghi|có|hết lời)"), r"ở đây \1"),
    (re.compile(r"\bcụm từ này\b"), "các chữ này"),
    (re.compile(r"\btrong cụm từ\b"), "trong các chữ đang đánh dấu"),
    (
        re.compile(r"^chép đúng từng chữ từ lời của Kế hoạch$"),
        "chép đúng từng chữ; các chữ ấy ở ngoài thì bôi đen lại cho gồm cả chúng, rồi bấm Lấy chữ vừa bôi đen",
    ),
    (re.compile(r"\bmột mã có trong\b"), "một mục trong"),
    (re.compile(r"^mã cơ quan báo cáo$"), "chọn cơ quan ở ô “Cơ quan gửi báo cáo”"),
    (
        re.compile(
            r"^mã cơ quan ở bearers của đoạn hoặc của cụm từ; Kế hoạch không nêu ai làm thì ghi no_bearer: true$"
        ),
        "chọn cơ quan ở ô “Ai làm”; Kế hoạch không nêu ai làm thì chọn “Không ghi ai làm”",
    ),
    (re.compile(r" \(dòng \d+\)"), ""),
    (re.compile(r"\b(dòng|Dòng) (\d+)\b"), r"\1"),
    (re.compile(r"\bkhóa này\b"), "phần này"),
    (re.compile(r"Thiếu khóa này"), "Chưa ghi"),
    (re.compile(r"\bcác khóa\b"), "các phần"),
)


@cache
def _files() -> tuple[tuple[re.Pattern[str], str], ...]:
    named = {**SINGLE, **LISTS}
    known = [
        (re.compile(rf"(data/)?\b{re.escape(file)}"), f"mục “{shown.LISTED[top][0]}”") for top, file in named.items()
    ]
    other = [
        (re.compile(r"data/projects/[\w.*-]+"), "phần của dự án"),
        (re.compile(r"\bmkdocs\.yml\b"), "phần cài đặt"),
        (re.compile(r"\breleased\.txt\b"), "danh sách địa chỉ đã phát hành"),
        (re.compile(r"\bsource/[\w.-]*"), "bản gốc"),
        (re.compile(r"\bdocs/[\w./-]*"), "trang"),
        (re.compile(r"\bdata/(?![\w])"), "dữ liệu"),
    ]
    return (*known, *other)


@cache
def _keys() -> re.Pattern[str]:
    plain = sorted({name.rpartition(".")[2] for name in KEYS}, key=len, reverse=True)
    sure = "|".join(one for one in plain if one not in _ALSO_WORDS and len(one) > 2)
    return re.compile(
        rf"(?<![\w/-])(?:({sure})\b(?!-)|({'|'.join(plain)})(?=:))(: (?!\w*[^\x00-\x7f])[a-z_]+|: \{{\}})?"
    )


@cache
def _terms() -> dict[str, str]:
    return {term.value: term.label for kind in Term.__subclasses__() for term in kind}


def plainly(text: str, record: str = "") -> str:
    """Words of a finding as the editor says them."""
    return "".join(
        part if _QUOTED.fullmatch(part) else _without_code(part, record) for part in _QUOTED.split(text)
    ).strip()


_OF_COMMANDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:Kiểm tra dữ liệu và dựng trang|Xem lại trang vừa dựng)…$"), ""),
    (re.compile(r", máy chủ lấy từ: .*"), "."),
    (re.compile(r"(Nếu có gì sai), quay về bản .*"), r"\1: bấm Lưu…, rồi Quay về bản phát hành trước."),
    (re.compile(r"\bgõ (?:make|programme) save\b"), "bấm Lưu vào lịch sử"),
    (re.compile(r"\bGõ (?:make|programme) questions để trả lời"), "Trả lời các câu hỏi ấy ở đầu trang sửa"),
    (re.compile(r"\bgõ lại lệnh(?:, thêm \S+ ở cuối)?"), "nhờ người quản trị"),
    (re.compile(r"; xem lại DEST\b"), ""),
    (re.compile(r"\bgõ: chmod .*"), "nhờ người quản trị."),
)
"""What commands say of publishing, and what it is where buttons are pressed."""


def of_command(text: str) -> str:
    """What a command says, for somebody who presses a button."""
    return fields.replaced(text, _OF_COMMANDS).strip()


def _without_code(text: str, record: str) -> str:
    text = fields.replaced(text, (*_PHRASES, *_files()))
    text = _LABELLED.sub(lambda one: f"“{one[2]}”" if one[1] in _terms() else one[0], text)

    def named(found: re.Match[str]) -> str:
        known = key_of(found[1] or found[2], record)
        name = lower_first(known.name) if known else found[0]
        value = (found[3] or "").removeprefix(": ").strip("{}")
        label = _terms().get(value, {"true": "có", "false": "không"}.get(value, ""))
        return f"“{name}: {lower_first(label)}”" if label else f"“{name}”"

    text = _keys().sub(named, text)
    return re.sub(r"\bvai trò ([a-z_]+)\b", lambda one: f"vai trò “{_terms().get(one[1], one[1])}”", text)


def said(finding: Finding) -> str:
    """A finding in a sentence or two: what is wrong, what is asked for."""
    return " ".join(filter(None, (found(finding), wanted(finding))))


_SUBJECT = re.compile(
    r"(?:tiểu )?(?:dự án|nhóm|cơ quan|văn bản|nơi|mục|bảng|địa chỉ) [\"“]|\d+ phần|không phần nào", re.I
)
"""How what is found begins where it says itself what it is about."""


def found(finding: Finding) -> str:
    """What is wrong."""
    name = finding.name if finding.name != finding.field and not _SUBJECT.match(finding.found) else ""
    words = plainly(finding.found, finding.record)
    return _sentence(f"{name}: {words}" if name else words)


def wanted(finding: Finding) -> str:
    """What is asked for; "" where nothing is."""
    return _sentence(f"cần: {plainly(finding.expected, finding.record)}.") if finding.expected else ""


def _sentence(words: str) -> str:
    return (words[:1].upper() + words[1:]).replace("..", ".")
