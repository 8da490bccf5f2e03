"""What stands before the verb of a sentence that gives work: how, when, by what right it is done."""

from __future__ import annotations

import re

_ANSWERING = r"chịu trách nhiệm(?=\s+(?:tổ chức|tham mưu|hướng dẫn|kiểm tra|thi hành|thực hiện|triển khai|chủ trì|theo dõi|đôn đốc|giám sát|rà soát|xây dựng|lập|tổng hợp|quản lý|báo cáo|tuyên truyền|vận động|bố trí|thẩm định|cập nhật|công khai|bảo đảm))"
_EACH = r"mỗi (?:đơn vị|cơ quan|tổ chức|hội|thôn|bản|cán bộ)"
_OFTEN = (
    r"(?:định kỳ\s+)?(?:ít nhất\s+)?(?:mỗi|hằng|hàng|cứ)\s+(?:ngày|tuần|tháng|quý|năm|vụ|(?:0?[369]|ba|sáu) tháng)"
    r"(?:\s+(?:ít nhất\s+|tối thiểu\s+)?(?:một|hai|ba|0?[1-9])\s+(?:lần|lượt|đợt))?"
)
"""How often, between a body and its verb: "hằng ngày", "mỗi quý ít nhất một lần", "định kỳ 6 tháng" has none of it."""
_ADVERBS = (
    _OFTEN,
    r"chủ động|tích cực|thường xuyên|kịp thời|trực tiếp|tiếp tục|định kỳ|khẩn trương|nghiêm túc|đồng thời|sẽ|tiến hành",
    rf"có trách nhiệm|có nhiệm vụ|{_ANSWERING}|được giao|phải|cần|cùng|có kế hoạch|đề nghị|yêu cầu|giao|các đơn vị|{_EACH}",
    r"tăng cường|đẩy mạnh|làm tốt|thực hiện tốt|tập trung|tổ chức tốt|tổ chức|tốt|phát huy vai trò|quán triệt và",
    r"trên cơ sở đó|và|để|nhằm",
    r"nhiệm vụ|công tác|các hoạt động|hoạt động|việc|thực hiện(?=\s+(?:việc|công tác|tốt|nhiệm vụ)\b)",
    r"nhận(?=\s+(?:giúp|đỡ đầu))|tự(?:\s+mình)?|đi(?:\s+lưu\s+động)?|lo|đứng\s+ra|có\s+mặt\s+[^;.:,]{2,50}?\s+để",
)
_IN_STEAD = r"thay mặt\s+(?:(?:UBND|Ủy ban nhân dân|Thường trực|Ban|Trưởng|Phó|Chủ tịch|Bí thư|Giám đốc)\s+(?:(?:nhân dân|Ban|ban|Chỉ đạo|chỉ đạo|UBND|xã|huyện|tỉnh)\s+)*)"
HOW = re.compile(rf"(?:(?:{'|'.join(_ADVERBS)})[,\s]+|{_IN_STEAD})*", re.IGNORECASE)
"""Words before the verb that say how, not what."""

_OWN = r"(?:mình|ngành mình|đơn vị mình|từng (?:ngành|đơn vị)|ngành|đơn vị)"
_NEXT_VERB = r"(?:xây dựng\s+kế hoạch|chủ động|tổ chức\s+triển khai|triển khai\s+thực hiện)"
_ON_A_GROUND = rf"căn cứ\s[^,;.]{{3,90}}?\s(?={_NEXT_VERB}\b)"
_WITHIN = r"(?:(?:căn cứ|theo)(?!\s+(?:dõi|chức năng,\s+nhiệm vụ))|trên cơ sở|trong phạm vi|bám sát|ngoài|trong quá trình|để)\s[^;.:]*?,\s+"
_AND_MORE = r"và\s+[^,;.]*?(?=\s+(?:xây dựng|tổ chức|chủ động|triển khai))\s+"
_AS_GIVEN = rf"(?:(?:được (?:phân công|giao)|của {_OWN}))?,?\s*(?:mà\s+)?"
_BY_ITS_OFFICE = rf"(?:căn cứ|theo)\s+(?:chức năng,\s+nhiệm vụ|kế hoạch của huyện|việc)\s?(?:{_AND_MORE}|{_AS_GIVEN})"
_PERIOD = r"(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)"
_EVERY_PERIOD = (
    rf"(?:định kỳ\s+)?{_PERIOD}(?:\s+(?:và|hoặc|hằng|hàng|trước|vào|chậm|căn cứ|theo|ngày|có|0?6|\()[^,;.]*)?,\s+"
)
_ON_A_DAY = rf"(?:vào\s+)?(?:các\s+)?ngày\s+\d[^,;.]{{0,30}}?{_PERIOD},?\s+"
_REGULARLY = r"định kỳ\s(?:(?!báo cáo|gửi)[^,;])*,\s+"
_BY_THEN = r"(?:trước|sau|chậm nhất)\s+[^,;]*,\s+"
_IF_THEN = r"(?:mà\s+)?(?:khi|nếu|hễ|lúc|trường hợp|có|phát hiện|xảy ra|gặp|thấy|vượt|hết|hỏng)(?:\s[^;.:,]*?)?,?\s+thì\s+(?:(?:phải|cần|kịp thời|lập tức)\s+)*"
_AS_SOON_AS = r"hễ\s[^;.:]*?\slà\s+(?=báo|gọi|phải|\S+\s+ngay)"
_IN_CASE_THEN = r"(?:khi|nếu|hễ|lúc|trường hợp)\s[^;.:]*?,?\s+thì\s+(?:(?:phải|cần|kịp thời|lập tức)\s+)*"
_SOMEBODY_THEN = r"[^\W\d_]+(?:\s+[^\s;.:,]+){2,12}?,?\s+thì\s+(?:(?:phải|cần|kịp thời|lập tức)\s+)*(?=(?:báo cáo|báo|thông báo|phản ánh)\s+(?:(?:ngay|kịp thời|về|cho|với)\s+)*(?-i:[A-ZĐỦ]))"
"""What happens to somebody, and what is to be done then: "học sinh nghỉ quá 03 ngày thì báo cáo …"."""
_BESIDES = r"ngoài\s[^;.:]*?,?\s+còn\s+(?:phải\s+)?"
_AT_AN_HOUR = r"(?:(?:trước|vào|đúng)\s+)?\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?(?:\s+(?:sáng|trưa|chiều|tối))?\s+(?:mỗi|hằng|hàng)\s+(?:ngày|tuần),?\s+"
UNDER = re.compile(
    "|".join(
        (
            _IF_THEN,
            _IN_CASE_THEN,
            _AS_SOON_AS,
            _SOMEBODY_THEN,
            _BESIDES,
            _AT_AN_HOUR,
            _ON_A_GROUND,
            _WITHIN,
            _BY_ITS_OFFICE,
            _EVERY_PERIOD,
            _ON_A_DAY,
            _REGULARLY,
            _BY_THEN,
        )
    ),
    re.IGNORECASE,
)
"""A phrase before the verb: "Căn cứ chức năng, nhiệm vụ được giao", "Trước ngày 20 hằng tháng,"."""

WHEN = re.compile(
    r"(?:định kỳ|hằng|hàng|mỗi|cứ|quý|kỳ|thứ|chiều|sáng|ngày|trước|sau|cuối|kết thúc|khi|0?6 tháng|sáu tháng|0?3 tháng|ba tháng|chậm nhất|vào|trong)\s",
    re.IGNORECASE,
)
"""How a sentence begins that says first when."""
_SENT = r"(?:gửi|báo|nộp|tổng\s+hợp|lập)(?!\w)"
EVENT = re.compile(
    rf"sau\s+(?:mỗi|từng|các|khi\s+kết\s+thúc)\s+(?:đợt|lần|cuộc|buổi|kỳ|chuyến|khóa|lớp|hội nghị)\s+(?!{_SENT})\S+(?:\s+(?!{_SENT})\S+)?(?=\s)",
    re.IGNORECASE,
)
"""What a duty follows, with the word that says what it is: "Sau mỗi đợt giám sát"."""
STRONG = re.compile(
    r"\b(?:tổng hợp|báo cáo|rà soát|tổ chức|kiểm tra|giám sát|gửi|nộp|lập|xây dựng|tham mưu|công khai|cập nhật|thống kê|đánh giá|thông báo|cung cấp|phản ánh|thông tin|báo)\b",
    re.IGNORECASE,
)
"""Verbs that are looked for behind the words that say when."""
