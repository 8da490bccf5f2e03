"""Where the plan names a group and does nothing for it: it tells of before, aims, counts, looks at or reports."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..load.dataset import Clause
from ..load.texts import Paragraph, Phrase
from ..load.vocabulary import ClauseKind, Role

_AIM = re.compile(r"(quan điểm|mục đích|yêu cầu|mục tiêu|chỉ tiêu|phương hướng)\b", re.IGNORECASE)
_WORK = re.compile(r"\b(nhiệm vụ|giải pháp|nội dung|hoạt động|chính sách|hỗ trợ|thực hiện)\b", re.IGNORECASE)
_OFFICE = frozenset(
    (
        *(Role.REVIEW, Role.MONITOR, Role.REPORT, Role.MANAGE),
        *(Role.ADVISE, Role.PLAN, Role.APPROVE, Role.PUBLISH, Role.DIRECT),
    )
)
"""What offices do among themselves, whomever they do it about."""
_LOOKS_AT = (
    r"khảo sát|rà soát|điều tra|thống kê|thu thập|tổng hợp|phân loại|bình xét|xét duyệt|xác định|xác minh|xác nhận"
    r"|đối chiếu|lập danh sách|lập hồ sơ|lập phiếu|cập nhật|theo dõi|kiểm tra|giám sát|đánh giá|báo cáo|công nhận"
)
_GIVES = (
    r"hỗ trợ|giúp|trợ giúp|trợ cấp|cấp|tặng|trao|thăm|cho vay|vay|chi trả|miễn|giảm|đóng|mua|xây|sửa|lắp|dạy|đào tạo"
    r"|bồi dưỡng|tập huấn|khám|chăm sóc|tư vấn|hướng dẫn|giới thiệu|giải quyết|bố trí|khen thưởng|vận động|tuyên truyền"
)
_NO_ACT = "".join(
    rf"(?<!\b{noun} )"
    for noun in [
        "danh sách",
        "kết quả",
        "phiếu",
        "biên bản",
        "đợt",
        "kỳ",
        "hồ sơ",
        "sau",
        "qua",
        "khi",
        "được",
        "đã",
        "chờ",
    ]
)
"""Before a word that looks at somebody, what makes it tell of a paper or a time: "có tên trong danh sách rà soát"."""
_FIRST = re.compile(
    rf"(?<!\w)(?:{_NO_ACT}(?P<looks>{_LOOKS_AT})(?!\w)(?!\s*(?:,|và)\s+(?:{_GIVES})(?!\w))|(?P<gives>{_GIVES})(?!\w))",
    re.IGNORECASE,
)
"""The first word that says what is done: "Khảo sát nhu cầu …" looks, "Rà soát, hỗ trợ …" gives."""


def is_aim(clause: Clause) -> bool:
    """Whether a clause says what is to be reached, by its kind or its heading, and not what is done for it."""
    heading = clause.heading or ""
    return clause.kind is ClauseKind.OBJECTIVE or bool(_AIM.match(heading) and not _WORK.search(heading))


def only_names(paragraph: Paragraph, phrase: Phrase) -> bool:
    """Whether a phrase that names a group but counts it as a target, or gives work about it in offices."""
    if phrase.indicator:
        return True
    roles, words = _said_with(paragraph.phrases, phrase)
    first = _FIRST.search(words)
    return (bool(roles) and _OFFICE.issuperset(roles)) or bool(first and first["looks"])


def _said_with(phrases: Iterable[Phrase], phrase: Phrase) -> tuple[tuple[Role, ...], str]:
    """The roles and words of what a phrase says, with those before it in the same part of the sentence."""
    roles: tuple[Role, ...] = ()
    words: list[str] = []
    for one in phrases:
        if one.roles:
            roles, words = one.roles, []
        words.append(one.text)
        if one is phrase:
            break
        if one.text.endswith((";", ".", ":")):
            roles, words = (), []
    return roles, " ".join(words)
