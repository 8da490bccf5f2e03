"""Counts to be reached, as objectives tell them: "Xây dựng 06 mô hình", "Ít nhất 30 trạm y tế có góc tư vấn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..words import Span

_DO = (
    "phấn đấu", "phấn đấu có", "có", "có thêm", "thêm", "xây dựng", "xây dựng mới", "xây dựng được", "làm mới", "mở", "mở mới", "mở được",
    "tổ chức", "tổ chức được", "duy trì", "thành lập", "thành lập mới", "đào tạo", "đào tạo nghề cho", "tập huấn", "tập huấn cho", "hỗ trợ",
    "hỗ trợ cho", "giải quyết việc làm cho", "giải quyết việc làm mới cho", "tạo việc làm cho", "tạo việc làm mới cho", "trồng", "trồng mới",
    "sửa chữa", "cứng hóa", "nâng cấp", "công nhận", "công nhận mới", "hoàn thành", "giúp", "vận động", "phát triển", "phát triển mới",
    "nhân rộng", "đưa", "cấp", "lắp đặt", "cải tạo", "khám sàng lọc cho", "tư vấn cho", "tuyển sinh", "bồi dưỡng", "in",
)  # fmt: skip
"""What a plan does to have so many of something."""
UNITS = (
    "hộ", "hộ gia đình", "người", "lượt người", "lượt hộ", "lao động", "lượt lao động", "học viên", "học sinh", "trẻ em", "hội viên", "đoàn viên",
    "cán bộ", "cộng tác viên", "lớp", "khóa", "buổi", "cuộc", "hội nghị", "đợt", "mô hình", "dự án", "công trình", "căn nhà", "nhà", "ngôi nhà",
    "km", "ha", "m2", "xã", "phường", "thôn", "bản", "khu phố", "tổ dân phố", "trường", "trường học", "trạm y tế", "điểm", "điểm trường", "sản phẩm",
    "tổ hợp tác", "hợp tác xã", "tổ", "nhóm", "câu lạc bộ", "đội", "cơ sở", "doanh nghiệp", "con", "con bò", "cây", "bể", "giếng", "bộ", "thiết bị",
    "phòng học", "nhà văn hóa", "tuyến đường", "cây cầu", "cầu", "tủ sách", "tin", "bài", "tin, bài", "chuỗi liên kết", "vườn mẫu",
)  # fmt: skip
"""What is counted."""


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(words, key=len, reverse=True))


_COUNT = re.compile(
    rf"(?:(?<=^)|(?<=[;:.,]\s)|(?<=-\s))(?:và\s+)?(?:trong\s+đó,?\s+)?(?:(?:phấn\s+đấu\s+)?(?P<do>{_any(_DO)})\s+)?(?:được\s+)?"
    r"(?:(?P<least>ít\s+nhất|tối\s+thiểu|trên|từ)\s+|(?P<most>không\s+quá|tối\s+đa)\s+|khoảng\s+)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d+)(?P<up>\s+trở\s+lên)?\s+(?P<what>(?P<unit>{_any(UNITS)})(?!\w)"
    r"(?:\s(?:[^;.,:()\d%]|,(?=\s(?:hộ|người|trẻ|phụ\s+nữ|xã|thôn|bản)\s)){0,140})?)",
    re.IGNORECASE,
)
_NO_GOAL = re.compile(r"\s(?:còn|chiếm|hiện có|so với)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Count:
    """A count to be reached: where it stands, what of it, what it is called, in which unit, whether at least or at most so many."""

    span: Span
    what: str
    name: str
    unit: str
    least: bool
    most: bool


def counts(text: str) -> Iterator[Count]:
    """The counts that a text of objectives wants, at the head of its sentences and half-sentences."""
    for match in _COUNT.finditer(text):
        what = re.split(r"\s+(?:và|để|nhằm)\s+(?=\S+\s+\d|$)", match["what"])[0].strip(" ,-–")
        if _NO_GOAL.search(f" {what} "):
            continue
        yield Count(
            (match.start(), match.start("what") + len(what)),
            what,
            _called(what, match["unit"], match["do"] or ""),
            " ".join(match["unit"].lower().split()),
            bool(match["least"] or match["up"]),
            bool(match["most"]),
        )


def _called(what: str, unit: str, done: str) -> str:
    """What is counted, with what is done where no more is said of it: "giải quyết việc làm cho lao động"."""
    more = " ".join(done.lower().split())
    return f"{more} {what}" if what == unit and more.endswith(" cho") else what
