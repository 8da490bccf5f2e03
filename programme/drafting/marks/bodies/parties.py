"""Nouns that name a body, a party or a post, where a name begins that no grammar knows."""

from __future__ import annotations

import re

A_BODY = re.compile(
    r"(?:các\s+)?(?:(?:đồng chí|đ/c|ông|bà)\s+)?(?:công chức|cán bộ|bộ phận|tổ|đội|ban|trung tâm|trạm|hội|đoàn|phòng|sở|thành viên|hợp tác xã|doanh nghiệp|công ty|chi cục|văn phòng|cơ sở|trường|quỹ|chi hội|chi bộ|chi đoàn|trưởng|phó|bí thư|thủ trưởng|người có uy tín|già làng|liên đoàn|nhà|đài|đồn|hạt|báo|viện|xí nghiệp|ngân hàng|kế toán|thủ quỹ|chủ nhiệm|chủ tịch|bệnh viện|bưu điện|điện lực)(?!\w)",
    re.IGNORECASE,
)
_NO_BODY = re.compile(
    r"(?:tổ chức|ban hành|hội nhập|hội nghị|hội thảo|đội ngũ|báo cáo|nhà ở|trường hợp|viện trợ|đoàn kết|phòng,|phòng chống|phòng ngừa|đài thọ|cơ sở (?:hạ|vật|pháp)|quỹ đất)",
    re.IGNORECASE,
)


def is_party(text: str, start: int = 0) -> bool:
    """Whether words begin with a noun for a body, a party or a post."""
    return bool(A_BODY.match(text, start)) and not _NO_BODY.match(text, start)
