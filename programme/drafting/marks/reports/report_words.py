"""The words of reports: to whom, through whom, how often, by when, in which form."""

from __future__ import annotations

import re

from ..timing.dates import DATE, DAY, MONTH

_TO_VERB = r"báo cáo(?:\s+(?:định kỳ|kết quả|nhanh|đột xuất|ngay|kịp thời|bằng văn bản|trực tiếp))*(?:\s+(?:về|cho|với|gửi|lên|gửi về))?"
_SEND = r"(?:(?-i:báo)(?=\s+(?-i:[A-ZĐỦ]))|gửi|nộp(?=\s+(?:cho\s+|về\s+)?(?-i:[A-ZĐỦ]))|nơi\s+nhận(?:\s+báo\s+cáo)?(?:\s+là|\s*:))(?:\s+(?:báo cáo\s+)?(?:về|cho|tới))?"
_TOWARDS = r"về|trình|tới|lên|đến(?=\s+(?-i:[A-ZĐỦ]))|(?<!hợp )(?<!cùng )(?<!so )với|cho(?=\s+(?-i:[A-ZĐỦ]))"
TO = re.compile(
    rf"(?:{_TO_VERB}|\b(?:{_SEND}|{_TOWARDS})|gửi(?:\s+về)?|trước(?=\s+(?-i:H)))\s+(?:các\s+)?(?:(?:Thường\s+trực|lãnh\s+đạo)\s+(?=(?-i:Ban\s)))?",
    re.IGNORECASE,
)
"""Before those whom a report goes to."""
VIA = re.compile(r"\(?(?:thông\s+qua|qua)\s+(?:cơ quan thường trực(?:\s+là)?\s+)?", re.IGNORECASE)
"""Before those who pass a report on."""
_LOOKED_BACK = r"(?:ký\s+)?(?:(?:tổng\s+hợp|sơ\s+kết|tổng\s+kết|đánh\s+giá),?\s+)*"
THROUGH = re.compile(
    rf"\b(?:trình|tham\s+mưu(?:\s+cho)?|giúp)\s+(?P<via>[^,;.]{{2,40}}?)\s+(?={_LOOKED_BACK}(?:(?-i:báo)\s+cáo(?!\s+(?:chung|tổng\s+hợp|kết\s+quả|quý|năm|tháng|định\s+kỳ)(?![^;.]*\s(?:cho|về|lên|với|gửi|UBND|Sở|Tỉnh|Ban|Bộ)\b))|gửi))",
    re.IGNORECASE,
)
"""Who reports in the end: "trình UBND xã báo cáo UBND tỉnh"; "trình UBND tỉnh Báo cáo …" is sent to them."""
FORM = re.compile(
    r"(?:Mẫu|mẫu|Biểu|biểu|Biểu mẫu|biểu mẫu|Phụ lục|Đề cương)(?:\s+biểu)?(?:\s+số)?\s+(?:số\s+)?[0-9A-ZĐ][\w]*(?:\.\d+)*(?:[/-][\w-]+)*"
)
_HALF = r"(?:0?6|sáu|0?9)\s+tháng"
_PERIOD = rf"(?:{_HALF}|quý|năm)"
_EACH = r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?:\s+(?:một|0?1)\s+lần)?"
_MONTHS = r"(?:0?6|sáu|ba|0?3|9|0?9)\s+tháng(?:\s+(?:đầu năm|một lần))?"
_TIMES = r"(?:0?\d|một|hai)\s+lần/(?:tháng|quý|năm)"
_DUE_BETWEEN = r"(?:\s+\([^()]{3,60}\)(?=,\s+(?:0?6\s+tháng|sáu\s+tháng|năm)(?!\s*\()))?"
_AND_OTHERS = rf"(?:(?:,|\s+và)\s+(?:(?:hằng|hàng|cả)\s+)?(?:{_HALF}|tháng|quý|năm)(?!\s+\d)){{0,3}}"
_AFTER_EACH = r"sau\s+(?:mỗi|từng)\s+(?:đợt|lần|khóa|kỳ|vụ)(?:\s+(?!tổng|báo|gửi|thông|lập|phải|có|không)\w+){0,3}"
_ONE_MORE = r"(?:,|\s+và)\s+(?:0?6\s+tháng|9\s+tháng|quý|năm)(?!\s+\d)(?!\s+\()"
_AT_THE_END = r"(?:cuối|kết\s+thúc)\s+(?:mỗi\s+|từng\s+)?(?:năm|quý|tháng|tuần|khóa|đợt|học\s+kỳ)(?!\s+(?:\d|học))"
_OFTEN = (
    rf"(?:báo cáo\s+(?!định kỳ)|định kỳ\s+)?(?:{_EACH}|{_MONTHS}|{_TIMES}){_DUE_BETWEEN}{_AND_OTHERS}",
    rf"(?:(?<=\),\s)|(?<=\)\s)|(?<=\);\s))(?:và\s+)?(?:báo cáo\s+)?{_PERIOD}(?=\s+\((?:trước|chậm|vào|ngày))",
    rf"(?<=[,;]\s)(?:và\s+)?{_PERIOD}(?=,?\s+(?:trước|chậm\s+nhất|vào)\s)",
    _AFTER_EACH,
    rf"báo cáo\s+(?:quý|tháng|năm)(?!\s+\d)(?:{_ONE_MORE})*",
    r"(?:0?1|một)\s+năm(?=,?\s+\((?:trước|chậm|vào))",
    r"sơ kết\s+6\s+tháng",
    r"đột xuất(?:\s+khi[^,;.]*)?",
    rf"(?<!tháng\s)(?<!của\s)(?:(?:kỳ\s+họp\s+)?giữa\s+năm(?:,|\s+và)\s+(?:kỳ\s+họp\s+)?)?{_AT_THE_END}",
)
FREQUENCY = re.compile("|".join(_OFTEN), re.IGNORECASE)
"""How often a report is sent."""
BRACKETED = re.compile(
    rf"\(((?:trước|chậm nhất|muộn nhất|vào|hạn)\s+(?:là\s+)?(?:ngày\s+)?{DAY}/{MONTH})\)", re.IGNORECASE
)
"""A day of every year behind how often: "01 năm (trước 15/12)"."""
OF_A_MONTH = re.compile(
    rf"(?:(?:trước|chậm nhất|muộn nhất|vào)\s+(?:là\s+|vào\s+)?|(?<=\())ngày\s+{DAY}(?![\d/-]|\.\d)(?!\s+(?:tháng|hằng|hàng|của|mỗi|cuối|quý))",
    re.IGNORECASE,
)
"""A day without its month, of what is said to be each month: "hằng tháng (trước ngày 20)"."""
THEN_BY = re.compile(r"\s*[(,:]?\s*(?:trước|chậm nhất|muộn nhất|vào)\s", re.IGNORECASE)
"""Behind "6 tháng đầu năm" the day that it is due by."""
_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)\s+)?"
SET_OUT = re.compile(
    rf"(?:(?<=:\s)|(?<=\()|(?<=/\d\svà\s)|(?<=/\d\d\svà\s)|(?<=/\d\d\d\d\svà\s))(?:(?:vào|hạn)\s+)?(?:{_HOUR}(?:ngày\s+)?(?:{DATE}|{DAY}/{MONTH}(?![/\d]|\s*[-–]))|ngày\s+{DAY}\s+tháng\s+{MONTH}(?!\s+năm))"
)
"""A day that stands alone behind a colon or in brackets: "Báo cáo năm: ngày 01/12/2026"."""
_AT_AN_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{2}(?:\s*phút)?)?,?\s+)?"
WEEKLY = re.compile(
    rf"(?:(?:trước|chậm\s+nhất|vào|muộn\s+nhất)\s+)?(?:{_AT_AN_HOUR}(?:ngày\s+)?(?:thứ\s+\w+|[Cc]hủ\s+nhật)|\d{{1,2}}\s*(?:giờ|h))\s+(?:hằng|hàng|mỗi)\s+tuần",
    re.IGNORECASE,
)
"""A day of every week: "trước 16 giờ ngày thứ Sáu hằng tuần"."""
AT_ONCE = re.compile(
    r"\b(?:báo(?:\s+cáo)?|thông\s+(?:báo|tin)|phản\s+ánh|gửi|điện)\s+(?P<when>ngay(?:\s+lập\s+tức|\s+(?:sau\s+)?khi\s+[^,;.()]{3,60})?)(?=[\s,;.])",
    re.IGNORECASE,
)
"""A report that is due at once: "báo cáo ngay UBND xã"."""
LABEL = re.compile(
    r"(?:Chế\s+độ|Thời\s+(?:gian|hạn))\s+(?:thông\s+tin,?\s+)?(?:gửi\s+)?báo\s+cáo[^:;.]{0,30}:\s+", re.IGNORECASE
)
"""What a line of reports begins with: "Chế độ báo cáo: …"."""
_KIND = r"(?:tuần|tháng|quý|(?:0?6|sáu|0?9|chín)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:cả\s+)?năm(?:\s+học)?|học\s+kỳ(?:\s+(?:I{1,2}|\d))?|đột\s+xuất|chuyên\s+đề|giữa\s+kỳ|cuối\s+kỳ)"
PERIOD = re.compile(
    rf"(?:và\s+)?(?:báo\s+cáo\s+)?(?:(?:sơ|tổng)\s+kết\s+)?{_KIND}(?=\s*[:(]|,?\s+(?:trước|chậm|muộn|vào|ngày|gửi|khi)\s)",
    re.IGNORECASE,
)
"""A half-sentence that goes on telling of reports: "báo cáo năm trước ngày 10/12", "tổng kết năm: ngày 01/12"."""
_DAYS = r"\d+\s+(?:ngày|giờ)(?:\s+làm\s+việc)?"
_DAYS_AFTER = rf"(?:(?:chậm\s+nhất|tối\s+đa|không\s+quá|muộn\s+nhất|trong)\s+(?:là\s+|vòng\s+|thời\s+hạn\s+)?|sau\s+){_DAYS},?\s+(?:sau|kể\s+từ|từ)\s[^;.,]*"
AFTER = re.compile(
    rf"{_DAYS_AFTER}|sau\s+(?:mỗi|khi|từng)\s[^;.,]*?không\s+quá\s+{_DAYS}|trong\s+(?:thời\s+hạn|vòng)\s+{_DAYS}[^;.,]*|không\s+quá\s+\d+\s+giờ(?!\s+làm)",
    re.IGNORECASE,
)
"""So many days after something: "chậm nhất 05 ngày sau khi kết thúc mỗi đợt"."""
