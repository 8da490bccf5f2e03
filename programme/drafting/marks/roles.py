"""What a sentence that gives work makes its bearer do: the verb it begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import Span

_ADVERB = r"(?:chủ động|tích cực|thường xuyên|kịp thời|trực tiếp|tiếp tục|định kỳ|có trách nhiệm|chịu trách nhiệm(?=\s+(?:tổ chức|tham mưu|hướng dẫn|kiểm tra|thi hành|thực hiện|triển khai))|được giao|phải|cần|cùng|tăng cường|đẩy mạnh|làm tốt|thực hiện tốt|tập trung|khẩn trương|nghiêm túc|đồng thời|hằng năm|hàng năm|hằng quý|hằng tháng|trên cơ sở đó|và|nhiệm vụ|công tác|các hoạt động|hoạt động|việc|quán triệt và|phát huy vai trò|có kế hoạch|mỗi (?:đơn vị|cơ quan|tổ chức|hội|thôn|bản|cán bộ)|nhận(?=\s+(?:giúp|đỡ đầu))|sẽ|tiến hành|tổ chức tốt|tổ chức|thực hiện(?=\s+(?:việc|công tác|tốt|nhiệm vụ)\b)|để|nhằm|chịu trách nhiệm(?=\s+chủ trì)|đề nghị|yêu cầu|giao|các đơn vị|tốt)"
_LEADING = re.compile(rf"(?:{_ADVERB}[,\s]+)*", re.IGNORECASE)
"""Words before the verb that say how, not what."""
_UNDER = re.compile(
    r"(?:căn cứ\s[^,;.]{3,90}?\s(?=(?:xây dựng\s+kế hoạch|chủ động|tổ chức\s+triển khai|triển khai\s+thực hiện)\b)|(?:(?:căn cứ|theo)(?!\s+(?:dõi|chức năng,\s+nhiệm vụ))|trên cơ sở|trong phạm vi|bám sát|ngoài|trong quá trình|để)\s[^;.:]*?,\s+|(?:căn cứ|theo)\s+(?:chức năng,\s+nhiệm vụ|kế hoạch của huyện|việc)\s?(?:và\s+[^,;.]*?(?=\s+(?:xây dựng|tổ chức|chủ động|triển khai))\s+|(?:(?:được (?:phân công|giao)|của (?:mình|ngành mình|đơn vị mình|từng (?:ngành|đơn vị)|ngành|đơn vị)))?,?\s*(?:mà\s+)?)|(?:định kỳ\s+)?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)(?:\s+(?:và|hoặc|hằng|hàng|trước|vào|chậm|căn cứ|theo|ngày|có|0?6|\()[^,;.]*)?,\s+|(?:vào\s+)?(?:các\s+)?ngày\s+\d[^,;.]{0,30}?(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng),?\s+|định kỳ\s(?:(?!báo cáo|gửi)[^,;])*,\s+|(?:trước|sau|chậm nhất)\s+[^,;]*,\s+)",
    re.IGNORECASE,
)

_VERBS: tuple[tuple[str, str], ...] = (
    ("report", r"(?:(?:là|làm)\s+)?(?:cơ quan\s+|đơn vị\s+)?đầu mối\s+tổng hợp[^;.:]{0,70}?báo cáo(?!\s+viên)"),
    ("report", r"(?:thực hiện|chấp hành|duy trì|bảo đảm)\s+(?:(?:nghiêm(?:\s+túc)?|tốt|đầy đủ|kịp thời),?\s+)*(?:các\s+)?chế độ\s+(?:thông tin,?\s+(?:và\s+)?)?báo cáo"),
    ("report", r"(?:tham mưu|giúp|trình)\s+(?:cho\s+)?(?:(?-i:[A-ZĐỦ])[^,;.]{1,40}?\s+)?(?:ký\s+)?(?:(?:tổng hợp|sơ kết|tổng kết|đánh giá),?\s+)*báo cáo(?!\s+viên)"),
    ("report", r"cung cấp\s+(?:(?:kịp thời|đầy đủ|thường xuyên|các),?\s+)*(?:thông tin|số liệu|dữ liệu|tình hình|danh sách|kết quả)[^;.]{0,90}?\s(?:cho|về|tới|đến)(?=\s+(?-i:[A-ZĐỦ]))"),
    ("report", r"(?:chuẩn bị|hoàn thiện|hoàn chỉnh|dự thảo|xây dựng|viết|có)\s+(?:các\s+|dự thảo\s+)?báo cáo(?!\s+viên)"),
    ("report", r"(?:thông tin|phản ánh(?=[^;.]{2,90}\s(?:cho|về|tới|đến|với|lên)\s+[A-ZĐỦ]))\s+(?:(?:ngay|kịp thời|thường xuyên)\s+)*(?:[^;.,]{2,60}?\s+|(?<=ánh\s)[^;.]{2,90}?\s+)?(?:cho|về|tới|đến|với|lên)(?=\s+(?:(?-i:[A-ZĐỦ])|công chức))"),
    ("lead", r"(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối|thường trực)[^,;]*|chủ trì|phụ trách|(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|đầu mối)|là\s+chủ đầu tư|(?:làm\s+)?(?:đầu mối|chủ đầu tư)|(?:là|làm|giữ vai trò|phát huy vai trò)\s+(?:lực lượng\s+)?nòng cốt|cơ quan chủ trì|đơn vị chủ trì|chịu trách nhiệm\s+(?:chính|chung|toàn diện|trước)"),
    ("coordinate", r"phối hợp|phối kết hợp|tham gia\s+phối hợp|hiệp đồng|cơ quan phối hợp|đơn vị phối hợp"),
    ("monitor", r"theo dõi(?!,?\s+(?:và\s+)?(?:quản lý|lưu|cập nhật|tổng hợp))"),
    ("report", r"thông báo\s+(?:kết quả|tình hình)(?=[^;.]{0,60}?\s(?:về|tới|đến|cho)\s+(?:[A-ZĐỦ]|các))"),
    ("report", r"báo(?=\s+(?:(?:ngay|kịp thời|nhanh|sớm)\s+)?(?:bằng văn bản\s+)?(?:qua|cho|về|với|tình hình|kết quả)\b)|(?:(?:là|làm)\s+(?:cơ quan\s+|đơn vị\s+)?đầu mối\s+)?tổng hợp,?\s+(?:và\s+)?báo cáo|(?:gửi|nộp)\s+(?:[^;.,]{2,60}?\s+)?(?:về|cho|tới|đến)(?=\s+(?:[A-ZĐỦ]|các|công chức|cán bộ))|(?:gửi|nộp)(?=\s+(?:[A-ZĐỦ]|các [A-ZĐ]))|tổng hợp\s+[^;.]{2,60}?\s+(?:gửi|nộp)\b(?!\s+hồ)"),
    ("report", r"(?:tổng hợp|định kỳ|đánh giá|sơ kết|tổng kết)[^;]{0,60}?báo cáo\b|báo cáo|(?:gửi|nộp|lập)\s+báo cáo|thông tin,\s+báo cáo"),
    ("advise", r"tham mưu|giúp\s+(?:UBND|Ủy ban|Chủ tịch|Ban)|trình\s+(?:UBND|HĐND|Chủ tịch|cấp)"),
    ("plan", r"(?:xây dựng|lập|ban hành|cụ thể hóa|hoàn thiện)(?:\s+và\s+ban hành|,\s+ban hành)?\s+(?:các\s+|đề cương\s+)?(?:[Kk]ế hoạch|dự toán|phương án|chương trình|đề án|dự án|danh mục|nghị quyết|nội dung|mục tiêu)|(?:xây dựng|lập),\s+(?:ban hành|phê duyệt|trình|thẩm định)[^;]{0,25}?(?:kế hoạch|dự toán|danh mục)|xây dựng\s+(?!nông thôn|các\s+mô hình|mô hình|nhà|công trình|cơ sở|mới)[^;,]{0,30}?kế hoạch|đề xuất|kế hoạch hóa|đưa\s+[^;,]{3,50}?vào\s+(?:kế hoạch|chương trình|nghị quyết)"),
    ("guide", r"hướng dẫn"),
    ("approve", r"(?:quyết định\s+)?phê duyệt|thẩm định|quyết định|xem xét,\s+(?:quyết định|phê duyệt|thông qua)|thông qua|công nhận|chấp thuận|ban hành\s+quyết định"),
    ("monitor", r"kiểm tra|giám sát|thanh tra|đôn đốc|phản biện|kiểm soát|đánh giá|thực hiện (?:chức năng )?giám sát"),
    ("publish", r"công khai|niêm yết|đăng tải|công bố"),
    ("mobilise", r"tuyên truyền|vận động|huy động|truyền thông|phổ biến|phát động|kêu gọi|thông tin,\s+tuyên truyền|quán triệt|mở\s+chuyên\s+(?:mục|trang)|đưa tin|thành lập\s+đội\s+tình nguyện|tranh thủ"),
    ("review", r"rà soát|đối chiếu|xác minh|điều tra|bình xét|khảo sát|tổng\s+rà\s+soát"),
    ("direct", r"lãnh đạo|chỉ đạo"),
    ("manage", r"theo dõi|quản lý|lưu trữ|lưu giữ|cập nhật|nhận\s+và\s+giữ"),
)  # fmt: skip
_RX = tuple((role, re.compile(rf"(?:{pattern})(?!\w)", re.IGNORECASE)) for role, pattern in _VERBS)
_ACTS = re.compile(
    r"(?:tổ chức|thực hiện|triển khai|ban hành|tiếp nhận|bố trí|hoàn thành|bảo đảm|đảm bảo|thành lập|phân công|hỗ trợ|giải quyết|cho vay|cấp|chi trả|giải ngân|lồng ghép|ưu tiên|kiện toàn|duy trì|nâng cao|đào tạo|dạy|mở|khám|chăm sóc|xây dựng|sửa chữa|đầu tư|cải tạo|tăng cường|chuẩn bị|cử|giúp|giúp đỡ|bàn giao|thanh toán|quyết toán|thu(?!\s+nhập)|chi(?!\s+(?:phí|tiết|hội|bộ|cục|nhánh|đoàn|ủy|trả))|ghi(?!\s+chú)|nhận|lựa chọn|giới thiệu|giải phóng|kết nối|khai thác|vận hành|bảo quản|sử dụng|áp dụng|chấp hành|đăng|cung cấp|chuyển|tạo|biểu dương|khen thưởng|nhân rộng|phát triển|phát huy|trợ giúp|tín chấp|ủy thác|phát|in|nêu|sơ kết|tổng kết|kịp thời|chủ động|thu hút|mời|đối chiếu|xác minh|cân|ứng|nghiêm túc|chịu trách nhiệm|có trách nhiệm|thi hành|tham gia|đối thoại|phản ánh|đấu tranh|xử lý|ngăn chặn|giữ(?: gìn| vững)?|nộp|viết|cân|đo|nhắc|xuống|chi trả|nêu gương|giao|đề nghị|khuyến khích|phân loại|tháo gỡ|củng cố|hoàn thiện|mở rộng|góp|họp|gắn|làm|chỉ|thẩm tra|hòa giải|gửi|truyền|phòng,?\s+chống|dự báo|thực hành|nghiệm thu|tổng hợp|đưa|đặt|rút|tư vấn|tập huấn|bồi dưỡng|cân đối|phân bổ|đăng ký|thống kê|lập|xác định|xác nhận|nghiên cứu|đỡ đầu|bám sát|nắm|nắm bắt|chăm lo|lồng|kêu|ký|trao|tặng|thăm|bảo vệ|quan tâm|gương mẫu|đoàn kết|tự|ủng hộ|trực|kiến nghị|thẩm tra|bao tiêu|tiêu thụ|đảm nhận|góp vốn|phát hiện|khắc phục|cải thiện|mua|trồng|nuôi|vệ sinh|hưởng ứng|ứng dụng|số hóa|đồng bộ|kết hợp|chủ|điều|in ấn|tu|duy|giao|xét|tạo điều kiện|cho|thúc đẩy|hỗ|phân|bố|bảo|đảm|tiếp|bàn|chuyển)(?!\w)",
    re.IGNORECASE,
)
"""Other verbs that work begins with: to carry it out."""
_AND_GUIDE = re.compile(r",?\s*(?:và\s+)?")


@dataclass(frozen=True)
class Led:
    """The role of a sentence, with the place of its verb."""

    roles: tuple[str, ...]
    verb: Span
    known: bool
    """Whether the verb is one of a list, not just taken for work."""


def skipped(text: str, start: int, end: int) -> int:
    """The place of the verb of a sentence: behind "Căn cứ chức năng, nhiệm vụ được giao", "chủ động", "tổ chức"."""
    place = start
    while match := _UNDER.match(text, place, end):
        if match.end() == place:
            break
        place = match.end()
    match = _LEADING.match(text, place, end)
    after = match.end() if match else place
    return after if after < end else place


_FIRST_TO_ADVISE = re.compile(
    r"(?:(?:là|làm)\s+)?đầu mối,?\s+(?:giúp\s+[^,;.]{2,40}?\s+)?tham mưu(?!\w)",
    re.IGNORECASE,
)
"""Who is the first to advise leads nothing ("Là đầu mối tham mưu lãnh đạo Sở"); "cơ quan đầu mối" does."""


def verb_at(text: str, place: int, end: int) -> tuple[str, int] | None:
    """The role of the verb that stands at a place, and where it ends; "implement" for other verbs of work."""
    if match := _FIRST_TO_ADVISE.match(text, place, end):
        return "advise", match.end()
    for role, pattern in _RX:
        if match := pattern.match(text, place, end):
            return role, match.end()
    if match := _ACTS.match(text, place, end):
        return "implement", match.end()
    return None


def led_by(text: str, start: int, end: int) -> Led | None:
    """The roles that a sentence gives: that of its first verb, and those that stand beside it ("chủ trì, phối hợp")."""
    place = skipped(text, start, end)
    found = verb_at(text, place, end)
    if found is None and place != start:
        place = start
        found = verb_at(text, start, end)
    if found is None and (later := _later(text, start, end)):
        place, found = later
    if (found is None or found[0] == "implement") and (sent := SENT.match(text, start, end)):
        return Led(("report",), (start, sent.end()), True)
    if found is None:
        return None
    role, after = found
    roles = [role]
    if role == "implement" and (inner := _inside(text, after, end)):
        roles, after = [inner[0]], inner[1]
        role = inner[0]
    joint = _AND_GUIDE.match(text, after, end)
    following = joint.end() if joint else after
    beside = verb_at(text, following, end) if following > after or role == "lead" else None
    if role == "lead" and re.match(r",?\s*(?:và\s+)?(?:phối hợp|hướng dẫn)\b", text[after:end]):
        assert beside
        roles.append(beside[0])
    elif role == "lead" and re.match(r"\s+(?:xây dựng|lập)\s+(?:[Kk]ế hoạch|dự toán)", text[after:end]):
        roles.append("plan")
    elif role == "lead" and _SUMS_UP.match(text, after, end):
        roles.append("report")
    elif role in ("guide", "monitor") and beside and beside[0] in ("monitor", "guide") and beside[0] not in roles:
        roles.append(beside[0])
    return Led(tuple(roles), (place, after), True)


_SUMS_UP = re.compile(
    r"[,\s]*(?:(?:là|làm)\s+)?(?:chủ trì,?\s+)?(?:tổng hợp|lập)[^;.:,]{0,40}(?:,\s+)?(?:và\s+)?báo cáo(?!\s+viên)",
    re.IGNORECASE,
)
"""Behind who leads, what they sum up and report: "Cơ quan thường trực, chủ trì tổng hợp báo cáo"."""
_WHEN = re.compile(
    r"(?:định kỳ|hằng|hàng|mỗi|cứ|thứ|chiều|sáng|ngày|trước|sau|cuối|kết thúc|khi|0?6 tháng|sáu tháng|0?3 tháng|ba tháng|chậm nhất|vào|trong)\s",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:tổng hợp|báo cáo|rà soát|tổ chức|kiểm tra|giám sát|gửi|nộp|lập|xây dựng|tham mưu|công khai|cập nhật|thống kê|đánh giá|thông báo|cung cấp|phản ánh|thông tin|báo)\b",
    re.IGNORECASE,
)


SENT = re.compile(
    r"(?i:(?:các\s+)?(?:kết quả|biên bản|báo cáo|số liệu|danh sách|hồ sơ|phiếu|biểu|thông tin|dự thảo|văn bản|đề xuất|nhu cầu|quyết toán|tài liệu|ý kiến|nội dung))\b[^;.:]{0,80}?\s(?:gửi|nộp|báo cáo|thông báo|chuyển)\s+(?:(?:về|cho|tới|đến|lên)\s+)?(?=[A-ZĐỦ])",
)
"""What is sent to somebody, told before the verb: "biên bản họp gửi về UBND xã"."""


_EVENT = re.compile(
    r"sau\s+(?:mỗi|từng|các|khi\s+kết\s+thúc)\s+(?:đợt|lần|cuộc|buổi|kỳ|chuyến|khóa|lớp|hội nghị)\s+\S+(?:\s+\S+)?(?=\s)",
    re.IGNORECASE,
)
"""What a duty follows, with the word that says what it is: "Sau mỗi đợt giám sát"."""


def _later(text: str, start: int, end: int) -> tuple[int, tuple[str, int]] | None:
    """The verb of a sentence that begins by saying when: "Định kỳ hằng tháng (trước ngày 20) tổng hợp, báo cáo"."""
    if not _WHEN.match(text, start, end):
        return None
    event = _EVENT.match(text, start, end)
    for match in _STRONG.finditer(text, event.end() if event else start, end):
        if found := verb_at(text, match.start(), end):
            return match.start(), found
    return None


def _inside(text: str, after: int, end: int) -> tuple[str, int] | None:
    """The real verb behind "tổ chức", "thực hiện tốt công tác", "tăng cường"."""
    if not re.search(
        r"(?i)(?:tổ chức|tăng cường|đẩy mạnh|thực hiện|làm|triển khai|bảo đảm|nâng cao|chủ động|kịp thời|quan tâm)$",
        text[:after],
    ):
        return None
    match = re.match(
        r"\s+(?:thực hiện\s+|triển khai\s+)?(?:tốt\s+|đầy đủ\s+|nghiêm túc\s+|kịp thời\s+)?(?:công tác\s+|các hoạt động\s+|việc\s+|chất lượng\s+công tác\s+|các cuộc\s+)?",
        text[after:end],
    )
    place = after + (match.end() if match else 0)
    for role, pattern in _RX:
        if found := pattern.match(text, place, end):
            return role, found.end()
    return None


CUTS = re.compile(
    r"\s+(?=để\s+tổng hợp,?\s+báo cáo)|(?:,\s+(?:đồng thời\s+)?(?:và\s+)?|\s+và\s+)(?=(?:(?:trực tiếp|tổ chức|thực hiện công tác|định kỳ|thường xuyên|kịp thời|(?:hằng|hàng)\s+(?:tháng|quý|năm)|0?6 tháng|(?:trước|chậm nhất|vào)(?:\s+(?:là|ngày))*\s+\d[\w/]*(?:\s+(?:(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|tháng\s+cuối\s+(?:mỗi\s+)?quý))?)\s+)*"
    r"(?:tổng hợp|đôn đốc|cập nhật|báo cáo|báo\s+(?:về|cho|ngay)|rà soát|kiểm tra|giám sát|hướng dẫn|tham mưu|chủ trì|phối hợp(?:\s+(?:với|cùng))?|cử\s+(?:cán bộ|công chức|người|đại diện)|công khai|niêm yết|tuyên truyền|vận động|theo dõi|xây dựng kế hoạch|lập kế hoạch)\b)",
    re.IGNORECASE,
)
"""Where a half-sentence may begin another duty."""
