"""How often, to the end of the list that tells it: "hằng tuần, hằng tháng và đột xuất"."""

from __future__ import annotations

import re

_MORE = re.compile(
    r"(?:,\s+|\s+và\s+|\s+hoặc\s+|,\s+và\s+)(?:báo\s+cáo\s+)?(?:(?:định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|(?:0?6|sáu|0?9|chín|0?3|ba)\s+tháng(?:\s+đầu\s+năm)?|(?:cả\s+)?năm|(?:khi\s+)?đột\s+xuất(?:\s+khi\s+(?:có\s+)?yêu\s+cầu)?|khi\s+(?:có\s+)?yêu\s+cầu)(?!\w|\s+(?:\d|\())",
    re.IGNORECASE,
)


def whole(text: str, start: int, end: int) -> str:
    """The words `text[start:end]` that tell how often, with what the list behind them adds."""
    while match := _MORE.match(text, end):
        end = match.end()
    return text[start:end]
