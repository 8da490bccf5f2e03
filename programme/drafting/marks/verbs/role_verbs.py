"""The verbs of work, by role: what a sentence makes its bearer do. Each pattern says one thing; the first that fits counts."""

from __future__ import annotations

import re

_TO = r"(?:về|cho|tới|đến)"
"""Before whom something is sent to."""
_A_NAME = r"(?-i:[A-ZĐỦ])"
"""How the name of a body begins, where the letters of the pattern may be large or small."""
_REPORT = r"báo cáo(?!\s+viên)"
"""To report; not a "báo cáo viên", who speaks at meetings."""

_WELL = r"(?:(?:nghiêm(?:\s+túc)?|tốt|đầy đủ|kịp thời),?\s+)*"
_KEEPS_REPORTING = (
    rf"(?:thực hiện|chấp hành|duy trì|bảo đảm)\s+{_WELL}(?:các\s+)?chế độ\s+(?:thông tin,?\s+(?:và\s+)?)?báo cáo"
)
_SUMS_UP_AS_FIRST = rf"(?:(?:là|làm)\s+)?(?:cơ quan\s+|đơn vị\s+)?đầu mối\s+tổng hợp[^;.:]{{0,70}}?{_REPORT}"
_HAS_IT_SIGNED = rf"(?:tham mưu|giúp|trình)\s+(?:cho\s+)?(?:{_A_NAME}[^,;.]{{1,40}}?\s+)?(?:ký\s+)?(?:(?:tổng hợp|sơ kết|tổng kết|đánh giá),?\s+)*{_REPORT}"
_KNOWN_THINGS = r"(?:thông tin|số liệu|dữ liệu|tình hình|danh sách|kết quả)"
_GIVES_FIGURES = rf"cung cấp\s+(?:(?:kịp thời|đầy đủ|thường xuyên|các),?\s+)*{_KNOWN_THINGS}[^;.]{{0,90}}?\s(?:cho|về|tới|đến)(?=\s+{_A_NAME})"
_WRITES_A_REPORT = (
    rf"(?:chuẩn bị|hoàn thiện|hoàn chỉnh|dự thảo|xây dựng|viết|có)\s+(?:các\s+|dự thảo\s+|văn bản\s+)?{_REPORT}"
)
_WRITES = r"có\s+văn\s+bản\s+(?:gửi|phản ánh|thông báo)"
_UP_TO = r"(?:cho|về|tới|đến|với|lên)"
_TELLS = rf"(?:thông tin|phản ánh(?=[^;.]{{2,90}}\s{_UP_TO}\s+[A-ZĐỦ]))"
_TELLS_SOMEBODY = rf"{_TELLS}\s+(?:(?:ngay|kịp thời|thường xuyên)\s+)*(?:[^;.,]{{2,60}}?\s+|(?<=ánh\s)[^;.]{{2,90}}?\s+)?{_UP_TO}(?=\s+(?:{_A_NAME}|công chức))"
_MAKES_KNOWN = (
    rf"thông báo\s+(?:kết quả|tình hình)(?=[^;.]{{0,60}}?\s(?:về|tới|đến|cho)\s+(?:{_A_NAME}|các))"
    rf"|thông báo\s+(?:(?:ngay|kịp thời)\s+)?(?:đến|tới|cho|với)(?=\s+{_A_NAME})"
    rf"|thông báo\s+(?:tỷ lệ|tiến độ|số liệu|số\s+(?:hộ|vốn|tiền|dư|kinh phí)|danh sách|nhu cầu)(?=[^;.]{{0,80}}?\s(?:về|tới|đến|cho|với)\s+{_A_NAME})"
)
_TELLS_AT_ONCE = (
    r"báo(?=\s+(?:(?:ngay|kịp thời|nhanh|sớm)\s+)?(?:bằng văn bản\s+)?(?:qua|cho|về|với|tình hình|kết quả)\b)"
    rf"|(?-i:báo)(?=\s+(?:(?:ngay|kịp thời)\s+)?{_A_NAME})"
    rf"|báo\s+(?!cáo|chí|động|đài|hiệu|giá)[^;.,:]{{2,60}}?\s{_UP_TO}(?=\s+{_A_NAME})"
)
_SUMS_UP = r"(?:(?:là|làm)\s+(?:cơ quan\s+|đơn vị\s+)?đầu mối\s+)?tổng hợp,?\s+(?:và\s+)?báo cáo"
_SENDS_IT = rf"(?:gửi|nộp)\s+(?:[^;.,]{{2,60}}?\s+)?{_TO}(?=\s+(?:[A-ZĐỦ]|các|công chức|cán bộ))"
_SENDS_SOMEBODY = r"(?:gửi|nộp)(?=\s+(?:[A-ZĐỦ]|các [A-ZĐ]))"
_SUMS_UP_TO_SEND = rf"tổng hợp\s+[^;.]{{2,60}}?\s+(?:gửi|nộp)\b(?!\s+hồ)|tổng hợp,?\s+(?:rồi\s+|và\s+)?(?:gửi|nộp)(?=\s+(?:{_TO}\s+)?{_A_NAME})"
_LOOKS_BACK = r"(?:tổng hợp|định kỳ|đánh giá|sơ kết|tổng kết)[^;]{0,60}?báo cáo\b"

_IS_TO_ADVISE = r"(?:là|làm)\s+(?:cơ quan|đơn vị|bộ phận)\s+tham mưu"
_FIRST_TO_ADVISE = r"(?:(?:là|làm)\s+)?đầu mối,?\s+(?:giúp\s+[^,;.]{2,40}?\s+)?tham mưu"
"""Who is the first to advise leads nothing: "Là đầu mối tham mưu lãnh đạo Sở"; "cơ quan đầu mối" does."""
_IS_THE_BODY = r"(?:là|làm)\s+(?:cơ quan|đơn vị|đầu mối|thường trực)[^,;]*"
_THE_STANDING_BODY = r"(?:cơ quan|đơn vị|bộ phận)\s+(?:thường trực|đầu mối)"
_AT_THE_CORE = r"(?:là|làm|giữ vai trò|phát huy vai trò)\s+(?:lực lượng\s+)?nòng cốt"
_ANSWERS_FOR = r"chịu trách nhiệm\s+(?:chính|chung|toàn diện|trước)"

_MAKES = r"(?:xây dựng|lập|ban hành|cụ thể hóa|hoàn thiện)"
_A_PLAN = r"(?:[Kk]ế hoạch|dự toán|phương án|chương trình|đề án|dự án|danh mục|nghị quyết|nội dung|mục tiêu)"
_MAKES_A_PLAN = rf"{_MAKES}(?:\s+và\s+ban hành|,\s+ban hành)?\s+(?:các\s+|đề cương\s+)?{_A_PLAN}"
_MAKES_AND_ISSUES = (
    r"(?:xây dựng|lập),\s+(?:ban hành|phê duyệt|trình|thẩm định)[^;]{0,25}?(?:kế hoạch|dự toán|danh mục)"
)
_NO_PLAN = r"nông thôn|các\s+mô hình|mô hình|nhà|công trình|cơ sở|mới"
_BUILDS_A_PLAN = rf"xây dựng\s+(?!{_NO_PLAN})[^;,]{{0,30}}?kế hoạch"
_PUTS_INTO_A_PLAN = r"đưa\s+[^;,]{3,50}?vào\s+(?:kế hoạch|chương trình|nghị quyết)"

_BY_ROLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("report", (_SUMS_UP_AS_FIRST, _KEEPS_REPORTING, _HAS_IT_SIGNED, _GIVES_FIGURES, _WRITES_A_REPORT, _WRITES)),
    ("report", (_TELLS_SOMEBODY,)),
    ("advise", (_IS_TO_ADVISE, _FIRST_TO_ADVISE)),
    ("implement", (r"làm\s+chủ đầu tư",)),
    ("lead", (_IS_THE_BODY, "chủ trì", "phụ trách", _THE_STANDING_BODY, r"là\s+chủ đầu tư")),
    ("lead", (r"(?:làm\s+)?đầu mối", "chủ đầu tư", _AT_THE_CORE, "cơ quan chủ trì", "đơn vị chủ trì", _ANSWERS_FOR)),
    (
        "coordinate",
        (
            "phối hợp",
            "phối kết hợp",
            r"tham gia\s+phối hợp",
            "hiệp đồng",
            "(?:cơ quan|đơn vị) phối hợp",
            r"liên hệ,?\s+(?:và\s+)?phối hợp",
        ),
    ),
    ("monitor", (r"theo dõi(?!,?\s+(?:và\s+)?(?:quản lý|lưu|cập nhật|tổng hợp))",)),
    ("report", (_MAKES_KNOWN, _TELLS_AT_ONCE, _SUMS_UP, _SENDS_IT, _SENDS_SOMEBODY, _SUMS_UP_TO_SEND)),
    ("report", (_LOOKS_BACK, "báo cáo", r"(?:gửi|nộp|lập)\s+báo cáo", r"thông tin,\s+báo cáo")),
    (
        "advise",
        (
            "tham mưu",
            r"giúp\s+(?:UBND|Ủy ban|Chủ tịch|Ban)",
            r"trình\s+(?:UBND|HĐND|Chủ tịch|cấp|Giám đốc|lãnh đạo|Thường trực|Ban|Hội đồng|Thủ tướng|Chính phủ|Bộ|(?:Đảng|Huyện|Tỉnh|Thành) [ủu][ỷy])",
        ),
    ),
    ("plan", (_MAKES_A_PLAN, _MAKES_AND_ISSUES, _BUILDS_A_PLAN, "đề xuất", "kế hoạch hóa", _PUTS_INTO_A_PLAN)),
    ("guide", ("hướng dẫn", "chỉ dẫn")),
    ("approve", (r"(?:quyết định\s+)?phê duyệt", "thẩm định", "quyết định", "thông qua", "công nhận", "chấp thuận")),
    ("approve", (r"xem xét,\s+(?:quyết định|phê duyệt|thông qua)", r"ban hành\s+quyết định")),
    ("review", (r"(?:kiểm tra|thẩm định|đánh giá|xem xét)\s+lại",)),
    ("monitor", ("kiểm tra", "giám sát", "thanh tra", "đôn đốc", "phản biện", "kiểm soát", "đánh giá")),
    ("monitor", ("thực hiện (?:chức năng )?giám sát",)),
    (
        "publish",
        (
            "công khai",
            "niêm yết",
            "đăng tải",
            r"đăng\s+(?:tin|bài|ảnh)",
            r"(?:đăng|phát|đưa|đọc|treo|dán|ghi)\s+[^;.,]{2,40}?\s(?:trên|lên|qua)\s+(?:trang|cổng|mạng|báo|loa|đài|bảng tin|sóng)",
            "công bố",
        ),
    ),
    ("mobilise", ("tuyên truyền", "vận động", "huy động", "truyền thông", "phổ biến", "phát động", "kêu gọi")),
    ("mobilise", (r"thông tin,\s+tuyên truyền", "quán triệt", r"mở\s+chuyên\s+(?:mục|trang)")),
    ("mobilise", (r"thành lập\s+đội\s+tình nguyện", "tranh thủ")),
    (
        "review",
        (
            "rà soát",
            "đối chiếu",
            "đối soát",
            "xác minh",
            "thẩm tra",
            "điều tra",
            "bình xét",
            "khảo sát",
            r"tổng\s+rà\s+soát",
        ),
    ),
    ("direct", ("lãnh đạo", "chỉ đạo", r"phân công(?=\s+\w)(?!\s+(?:giúp|đỡ|phụ trách|theo dõi|hỗ trợ|thực hiện))")),
    ("manage", ("theo dõi", "quản lý", "lưu trữ", "lưu giữ", "cập nhật", r"nhận\s+và\s+giữ")),
    (
        "lead",
        (
            r"đồng\s+chủ trì",
            r"cầm\s+(?:trịch|lái|đầu)",
            r"đứng\s+mũi\s+chịu\s+sào",
            r"làm\s+(?:tổ\s+trưởng|trưởng\s+(?:ban|đoàn|nhóm))",
            r"coi(?:\s+sóc)?\s+mảng",
            r"làm\s+chủ\s+(?:dự án|nhiệm vụ|đề tài)",
        ),
    ),
    (
        "lead",
        (
            r"(?:phải\s+)?trả lời\s+trước(?=\s+(?:[A-ZĐ]|cấp|pháp|dân))",
            r"(?:liên\s+đới\s+)?chịu trách nhiệm(?=\s*[.;]|$)",
        ),
    ),
    (
        "guide",
        (
            "giải đáp",
            "huấn luyện",
            r"chỉ\s+bảo",
            r"(?:chỉ|bày)\s+(?:cách|cho)(?=\s)",
            r"bày\s+cách",
        ),
    ),
    ("approve", (r"ký\s+duyệt", r"ký\s+giấy\s+xác nhận", r"duyệt(?!\s+binh)", r"chứng nhận", r"cho\s+phép")),
    (
        "monitor",
        (
            "chứng kiến",
            r"hậu\s+kiểm",
            r"tuần\s+tra",
            r"(?:canh\s+)?gác(?!\s+(?:lại|bút|chắn))",
            r"để\s+mắt",
            r"(?:trông|canh|coi)\s+chừng",
            r"nắm\s+(?:chắc|danh\s+sách|số)",
            r"kiểm\s+soát",
        ),
    ),
    (
        "report",
        (
            r"(?:giải|khai)\s+trình",
            r"trình(?=\s+(?-i:Sở|Phòng|Chi cục)\s)",
            r"chuyển\s+ngay\s+(?:cho|về)(?=\s+(?-i:[A-ZĐỦ]))",
            r"báo\s+tin",
        ),
    ),
    (
        "mobilise",
        (
            r"khuyên(?:\s+(?:bảo|nhủ|răn|can))?",
            r"quảng\s+bá",
            r"cổ\s+động",
            r"(?:nói|giảng|giải\s+thích)\s+(?:rõ\s+)?cho\s+[^;.,]{2,30}?\s+(?:hiểu|biết|nghe)",
            r"nhắc(?:\s+nhở)?(?=\s+(?:phụ nữ|bà con|nhân dân|người|hộ|các hộ|dân|học sinh)(?!\w))",
            r"rủ(?=\s)",
        ),
    ),
    (
        "publish",
        (
            r"phát\s+tin",
            r"(?:tải|đẩy)\s+[^;.,]{2,40}?\s(?:lên|trên)(?=\s)",
            r"lên\s+tiếng",
            r"dán(?=\s+(?:bản|danh sách|thông báo|tờ|kết quả)(?!\w))",
            "đưa tin",
            r"bêu\s+tên",
            r"yết(?=\s)",
        ),
    ),
    (
        "manage",
        (
            r"vận hành(?=\s+(?:hệ thống|phần mềm|cổng|cơ sở dữ liệu|trang|nền tảng|kho|quỹ|tủ))",
            r"giữ\s+(?:sổ|chìa|quỹ|con\s+dấu|hồ\s+sơ)",
            r"(?:ghi|vào)\s+sổ",
            r"làm\s+chủ\s+tài\s+khoản",
        ),
    ),
    (
        "plan",
        (
            r"(?:soạn|khởi)\s+thảo",
            r"thảo(?=\s)",
            r"soạn(?!\s+giảng)",
            "thiết kế",
            "kiến nghị",
            r"tính\s+toán",
            r"đặt\s+(?:ra\s+)?(?:chỉ tiêu|mục tiêu|hương ước|quy ước)",
        ),
    ),
    (
        "review",
        (
            r"(?:đếm|tính|xem|soát|kiểm|rà)\s+lại",
            "kiểm điểm",
            r"rà(?=\s+(?:từng|các|hết|kỹ)\s)",
            r"xem\s+(?:hồ\s+sơ|sổ)",
            r"chấm\s+(?:điểm|công)",
            r"bóc\s+tách",
            r"xếp\s+hạng",
        ),
    ),
)
ROLES = tuple((role, re.compile(rf"(?:{'|'.join(verbs)})(?!\w)", re.IGNORECASE)) for role, verbs in _BY_ROLE)
"""Each role with a pattern of its verbs, in the order in which they are tried."""

_BY_OTHERS = (
    r"cân đo|thăm khám|cam kết|sửa(?=\s+(?:đường|nhà|cầu|chữa))|dọn (?:vệ sinh|dẹp)|làm (?:đất|đường|nhà)|chịu(?=\s+(?:mọi|toàn|chi|kinh))|dàn dựng|biểu diễn|kiểm điểm|dự toán(?=\s+(?:chi|kinh|nhu))|nhập liệu|ký duyệt|ra quân|phân chia|đốc thúc|sát hạch|thuê|kèm cặp|phụ đạo|bảo vệ rừng",
    r"kéo(?=\s+(?:điện|đường|dây|nước|cáp))|đấu nối|tiêm phòng|tuyển dụng|phúc tra|trả lời|cấp phát|cấp đổi|bình chọn|tuyên dương|gia hạn|phủ sóng|phát sóng|phát quang|chuyển giao|chuyển đổi|trợ cấp|cứu trợ|chiêu sinh|bảo lãnh|tài trợ|bổ sung|nhắc nhở|trích lập|lấy mẫu|kiểm nghiệm|xét nghiệm|cưỡng chế|đình chỉ|tạm dừng|nâng cấp|tu bổ|khoan|dựng(?=\s+(?:nhà|lều|pano|biển|lại))|thu mua|sơ chế|đóng gói|quảng bá|trưng bày|giới thiệu|phân nhóm|phân tuyến|phân vùng|đo đếm|đo đạc|khử khuẩn|phun khử|nhân giống|chẩn đoán|tẩy giun|thẩm vấn",
    r"tổ chức|thực hiện|triển khai|thi hành|chấp hành|vận hành|hoàn thành|hoàn thiện|tiếp nhận|bố trí|bảo đảm|đảm bảo",
    r"ban hành|lập|xác định|xác nhận|nghiên cứu|thống kê|đăng ký|nghiệm thu|tổng hợp|viết|ghi(?!\s+chú)|ký|in|in ấn|nêu",
    r"thành lập|kiện toàn|củng cố|phân công|phân loại|phân bổ|cử|giao|lựa chọn|giới thiệu|điều|mời|nhắc|họp|đối thoại",
    r"hỗ trợ|giúp|giúp đỡ|trợ giúp|đỡ đầu|quan tâm|chăm lo|chăm sóc|thăm|trao|tặng|ủng hộ|góp|góp vốn|đối chiếu|xác minh",
    r"cho vay|cấp|chi trả|giải ngân|thanh toán|quyết toán|cân đối|ứng|ủy thác|tín chấp|thu(?!\s+nhập)|chi(?!\s+(?:phí|tiết|hội|bộ|cục|nhánh|đoàn|ủy|trả))",
    r"lồng ghép|lồng|ưu tiên|duy trì|nâng cao|tăng cường|mở|mở rộng|cải thiện|phát triển|phát huy|phát|phát hiện|thúc đẩy|nhân rộng",
    r"đào tạo|dạy|tập huấn|bồi dưỡng|tư vấn|khám|cân|đo|vệ sinh|phòng,?\s+chống|dự báo|thực hành|áp dụng|sử dụng|ứng dụng|số hóa|đồng bộ",
    r"xây dựng|sửa chữa|đầu tư|cải tạo|chuẩn bị|bàn giao|bàn|giải phóng|kết nối|khai thác|bảo quản|tu|duy|mua|trồng|nuôi|bao tiêu|tiêu thụ",
    r"nhận|nộp|gửi|cung cấp|cung ứng|chuyển|đăng|truyền|đưa|đặt|rút|xuống|xét|tạo|tạo điều kiện|thu hút|kêu|khuyến khích|đề nghị|kiến nghị|phản ánh",
    r"giải quyết|xử lý|ngăn chặn|đấu tranh|khắc phục|tháo gỡ|hòa giải|giữ(?: gìn| vững)?|bảo vệ|trực|gắn|làm|kết hợp|tham gia|hưởng ứng",
    r"biểu dương|khen thưởng|nêu gương|gương mẫu|đoàn kết|tự|sơ kết|tổng kết|kịp thời|chủ động|nghiêm túc|chịu trách nhiệm|có trách nhiệm",
    r"biên tập|phê phán|đứng ra|ghi nhận|tiếp thu|tôn vinh|đảm nhận|bám sát|nắm|nắm bắt|thông báo|điểm danh|liên hệ|biên soạn|soạn|lắng nghe|gặp gỡ|lắp đặt|trả|chấm|tính|thi công|khởi công|khai giảng|tiêm|kê khai|tuần tra|canh gác|đến(?=\s+(?:từng|tận|tại|nhà|thăm|hộ)\b)",
    r"chọn|tuyển|miễn|luân phiên|xét duyệt|lấy|khai|cụ thể hóa|trao tặng|tuyển sinh|ký kết|thu gom|kiểm dịch|kiểm kê|kiểm định|bảo hành|bảo trì|bảo dưỡng|sắp xếp|treo|dán|in ấn|nhập|rải|cắm|dọn|nạo vét|san|phun|khoanh|di dời|sơ tán|cứu|điều trị|điều hành|điều phối|điều chỉnh|điều tiết|vận chuyển|phân phối|phân tích|phân luồng|tách|khai báo|giải trình|giải đáp|cảnh báo|thông tin|ươm|sản xuất|chế biến|tiêu hủy|hoàn tất|hoàn trả|đẩy nhanh|đẩy mạnh|tập trung|sẵn sàng|ứng cứu|ứng phó|quyên góp|đóng góp|hiến|tuân thủ|cam kết|tra cứu|đính chính|trích|bù|nêu cao|theo sát|phục vụ|phục hồi|khôi phục|truy thu|thu hồi|xóa|đào|đắp|lát|đổ|ghép|tích hợp|liên thông|dự trữ|cắt giảm|xử phạt|gia cố|chằng chống|rút kinh nghiệm|làm việc|giao ban",
    r"tiếp|bố|bảo|đảm|cho|hỗ|phân|chỉ|chủ",  # the first syllable alone, behind the whole words
)
OTHERS = re.compile(rf"(?:{'|'.join(_BY_OTHERS)})(?!\w)", re.IGNORECASE)
"""Other verbs that work begins with: to carry it out."""

_SENT_THINGS = r"(?i:(?:các\s+)?(?:kết quả|biên bản|bản\s+(?:giấy|cứng|mềm|chính|in)|báo cáo|số liệu|danh sách|hồ sơ|phiếu|biểu|thông tin|dự thảo|dự toán|văn bản|đề xuất|đề nghị|kiến nghị|kết luận|nhu cầu|quyết toán|tài liệu|ý kiến|nội dung|sổ|bảng))"
SENT = re.compile(
    rf"{_SENT_THINGS}\b[^;.:]{{0,80}}?\s(?:gửi|nộp|báo cáo|thông báo|chuyển)\s+(?:(?:về|cho|tới|đến|lên)\s+)?(?=[A-ZĐỦ])"
)
"""What is sent to somebody, told before the verb: "biên bản họp gửi về UBND xã"."""

_EVERY = r"(?:hằng|hàng)\s+(?:tháng|quý|năm)"
_BY_A_DAY = r"(?:trước|chậm nhất|vào)(?:\s+(?:là|ngày))*\s+\d[\w/]*(?:\s+(?:(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm)|tháng\s+cuối\s+(?:mỗi\s+)?quý))?"
_HOW = rf"(?:trực tiếp|tổ chức|thực hiện công tác|định kỳ|thường xuyên|kịp thời|{_EVERY}|0?6 tháng|{_BY_A_DAY})"
_NEW_DUTIES = (
    r"tổng hợp|đôn đốc|cập nhật|báo cáo|báo\s+(?:về|cho|ngay)|rà soát|kiểm tra|giám sát|hướng dẫn|tham mưu|chủ trì",
    r"phối hợp(?:\s+(?:với|cùng))?|cử\s+(?:cán bộ|công chức|người|đại diện)|công khai|niêm yết|công bố|tuyên truyền|vận động",
    r"đối chiếu|lưu trữ|xác minh|khảo sát|giải trình|khai trình|đăng tải|theo dõi|xây dựng kế hoạch|lập kế hoạch|quản lý|phát động|huy động|chỉ đạo|phân công(?=\s+\S)",
)
CUTS = re.compile(
    rf"\s+(?=để\s+tổng hợp,?\s+báo cáo)|(?:,\s+(?:đồng thời\s+)?(?:và\s+)?|\s+và\s+)(?=(?:{_HOW}\s+)*(?:{'|'.join(_NEW_DUTIES)})\b)",
    re.IGNORECASE,
)
"""Where a half-sentence may begin another duty."""
