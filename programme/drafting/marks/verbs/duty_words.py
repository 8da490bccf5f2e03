"""Words around a duty: what may stand between a body and its verb, who is beside it, what gives no work."""

from __future__ import annotations

import re

GAP = re.compile(
    r"(?:\s*\([^()]*\))?,?(?:\s+(?:mỗi (?:đơn vị|cơ quan|tổ chức|thôn|hội|bên|tổ|xã|ngành|trường|nơi)|được (?:giao|phân công)[^,;.]*?(?=\s+(?:chủ động|tổ chức|có trách nhiệm|triển khai|thực hiện|xây dựng|gửi|báo cáo|nộp|lập|tổng hợp|định kỳ|rà soát|theo dõi|phối hợp))|theo (?:chức năng,? )?nhiệm vụ(?: được (?:giao|phân công))?(?: và [^,;.]*?)?(?=\s)|căn cứ [^;.]*?,|căn cứ (?:chức năng,? )?(?:và )?nhiệm vụ(?: được (?:giao|phân công))?(?=\s)|theo (?:sự )?phân công|theo (?:lĩnh vực|thẩm quyền|địa bàn)[^,;.:]{0,25}?(?:phụ trách|được giao|quản lý|của mình|được phân công)|phụ trách [^,;.:]{3,40}?(?=\s+(?:trực tiếp|chỉ đạo|có trách nhiệm|chủ trì|theo dõi|giúp|đôn đốc)\b)|căn cứ [^,;.]{3,90}?(?=\s+(?:ban hành|xây dựng|tổ chức|chủ động|triển khai|lập)\b)|trong phạm vi [^,;.:]{3,60}?(?:được giao|được phân công|phụ trách|quản lý|của mình|của đơn vị)(?=\s+(?!được|của|theo|và)[a-zà-ỹđ])|trong phạm vi [^,;.]*?,|có (?:trách nhiệm|(?:các )?nhiệm vụ)(?:\s+(?:sau(?: đây)?|như sau)(?=:))?|chịu trách nhiệm(?=\s+(?:tổ chức|thực hiện|tham mưu|hướng dẫn|chủ trì|kiểm tra|theo dõi|đôn đốc|giám sát|rà soát|xây dựng|lập|tổng hợp|quản lý|báo cáo|tuyên truyền|vận động|bố trí|thẩm định|cập nhật|công khai|bảo đảm))|trên địa bàn(?:\s+(?:xã(?!\s+hội)|huyện|tỉnh|phường)\b)?(?=:)|cùng|cần|phải|sẽ|là thành viên[^,;.]*?(?=\s+(?:theo|căn cứ))|,))*\s*:?\s*",
    re.IGNORECASE,
)
_HOW = r"(?:\s+(?:chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|tốt|nhịp nhàng|tích cực|thống nhất)(?:,?\s+(?:và\s+)?(?:chặt chẽ|thường xuyên|kịp thời|đồng bộ|hiệu quả|thống nhất))*)?"
WITH = re.compile(
    rf"(?<!quy chế )(?:(?:cùng\s+)?phối hợp{_HOW}(?:(?:,?\s+(?:cùng|với|giữa|có|gồm|là))+|\s+(?!với|cùng|của|giữa)[^\s,;.:]+(?:\s+[^\s,;.:]+){{0,4}}\s+(?:có|gồm)(?=\s+(?-i:[A-ZĐỦ]))|)(?:\s*:)?|(?:phối )?kết hợp{_HOW}\s+(?:với|cùng)|(?:cùng|đồng)\s+(?:chủ trì|thực hiện|tổ chức|triển khai|thẩm định)\s+(?:với|cùng)|cùng(?:\s+với)?|cùng phối hợp với|(?:có|với) sự (?:tham gia,?\s+)?(?:và\s+)?(?:tham gia|phối hợp|hỗ trợ|giúp đỡ|chứng kiến)(?:,\s+phối hợp)?(?:\s+chặt chẽ)? của|trên cơ sở (?:sự\s+)?phối hợp (?:của|với|giữa))\s+(?:các\s+(?=(?-i:[A-ZĐ])))?",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:thôn|bản|xóm|làng|buôn|ấp|sóc|khu phố|tổ dân phố)(?=\s+(?!văn hóa|bản|nghèo|thân|bán|lậu|nghề|mạc|quê|cam|kế)[a-zà-ỹđ]|[,;.])"
)
"""A village that is beside somebody, without its name: "phối hợp với thôn vận động"."""
GUIDED = re.compile(
    r"(?:theo|và|dưới)\s+(?:sự\s+)?(?:hướng dẫn|chỉ đạo|lãnh đạo, chỉ đạo|chỉ đạo, hướng dẫn)(?:\s+(?:chuyên môn|nghiệp vụ))?\s+(?:của\s+)?",
    re.IGNORECASE,
)
IFS = re.compile(
    r"(?:nếu|(?<!những )(?<!các )trường hợp|khi|trong quá trình)\s+(?:có|gặp|phát sinh)?\s*[^;.]{0,60}?(?:khó khăn|vướng mắc|vấn đề)"
    r"|\bgặp\s+(?:khó khăn|vướng mắc)|(?:khó khăn|vướng mắc)\s+phát sinh,",
    re.IGNORECASE,
)
JOINS = (
    r"của|và|hoặc|ở|tại|trên|thuộc|với|cùng|cho|theo|trong|các|do|bằng|để|từ|đến|về|là|gồm|có|đã|đang|còn|được"
    r"|bị|chưa|không|nằm|này|đó|kia|khi|nếu|mà|như|nào|nêu|đạt|chiếm|vừa|hiện|sau|trước|năm|nói|ấy|vốn|qua|dưới"
)
"""Words that join a name to others or tell something of it: no verb of work."""
GIVEN = r"được\s+(?:giao|phân\s+công|đề\s+nghị|yêu\s+cầu|cử)"
"""How somebody is given work in the passive: "Hội B được phân công giữ đoạn đường"."""
PAST_VERB = re.compile(
    r"\s+(?:đã|được(?!\s+(?:giao|phân\s+công))|còn|là\s+(?:xã|huyện|tỉnh|một|đơn vị hành chính)|có\s+\d|hiện|nằm|gồm)\b"
)
NUMBERED = re.compile(r"(?:\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\)|[-–+•])\s+")
"""What counts duties within a paragraph: "a) hướng dẫn; b) kiểm tra", "(1) …", "- …"."""
MAY_ACT = re.compile(
    r"\s+(?!(?:của|và|là|được|đã|có|còn|gồm|nằm|theo|tại|trong|ở|do|như|để|với|về|cho|từ|đến|trên|khi|nếu|không|bị|thuộc|trực|hoặc|này|đó|nào|nêu|cùng|bằng|mà|thì|cũng|sau|trước|năm|hiện)\b)[^\W\d_A-ZĐ]+\s"
)
"""Behind a body a word that may be a verb nobody knows."""
KIND = re.compile(
    r"(?:(?:[Cc]ác|[Mm]ỗi|[Tt]ừng|[Nn]hững|[Mm]ột\s+số|[Tt]ất\s+cả(?:\s+các)?|[Tt]oàn\s+thể|[Đđ]ội\s+ngũ)\s+)?(?:[Tt]ổ(?!\s+(?:chức|hợp\s+tác))|[Đđ]ội(?!\s+ngũ)|[Bb]an(?=\s+(?:quản|giám|vận|phát|công|đại|bảo|điều|chỉ|tổ|khánh|lãnh|chấp|thanh)\s)|[Bb]ộ\s+phận|[Cc]ông\s+chức|[Cc]án\s+bộ(?:,\s+công\s+chức(?:,\s+viên\s+chức)?)?|[Vv]iên\s+chức|[Cc]hi\s+hội|[Nn]hóm|[Tt]hành\s+viên|[Nn]gười\s+có\s+uy\s+tín|[Gg]ià\s+làng|[Hh]ợp\s+tác\s+xã|[Tt]ổ\s+hợp\s+tác|[Dd]oanh\s+nghiệp|[Gg]iáo\s+viên|[Nn]hân\s+viên|[Cc]ộng\s+tác\s+viên|[Tt]ình\s+nguyện\s+viên|[Hh]uyện\s+ủy\s+viên|[Đđ]ảng\s+ủy\s+viên|[Đđ]ảng\s+viên|[Cc]hủ\s+nhiệm|[Tt]rưởng(?=\s+(?:nhóm|đoàn|ca|ban|khoa|các|phòng)\s)|[Nn]hà\s+(?:thầu|trường|tài\s+trợ|cung\s+cấp|cung\s+ứng)|[Cc]hủ\s+(?:đầu\s+tư|rừng|cơ\s+sở|đò|tàu)|[Đđ]oàn(?=\s+(?:kiểm|công|giám|khám)\s)"
    r"|[Ll]ực\s+lượng(?:\s+(?:dân\s+quân|công\s+an|vũ\s+trang))?|[Bb]ên(?=\s+(?:nhận|cung|giao|bán|mua|thuê|được|A|B)\s)|[Yy]\s+(?:sĩ|tá)|[Dd]ược\s+sĩ|[Cc]huyên\s+viên|[Nn]hóm\s+trưởng|[Hh]ội(?=\s+(?!nghị|thảo|viên|đồng|họp|thi|nhập|tụ)[a-zà-ỹđ])|[Uu]ỷ?\s+viên|[Ủủ]y\s+viên|[Kk]iểm\s+lâm\s+(?:địa\s+bàn|viên)|[Kk]huyến\s+nông\s+viên|[Tt]hú\s+y\s+viên|[Kk]ỹ\s+thuật\s+viên|[Cc]ông\s+an\s+viên|[Đđ]ơn\s+vị(?!\s+(?:phối|chủ\s+trì|thực\s+hiện|thường|đầu|tính)\b)|[Cc]ơ\s+sở(?!\s+(?:dữ|hạ|vật|pháp|lý|để))|[Cc]ơ\s+quan(?!\s+(?:phối|chủ\s+trì|thực\s+hiện|thường|đầu)\b)|[Kk]ế\s+toán(?:\s+trưởng)?|[Tt]hủ\s+quỹ|[Bb]ảo\s+vệ|[Bb]í\s+thư|[Cc]hi\s+(?:hội|đoàn)\s+trưởng|[Tt]ổ\s+trưởng|[Ll]ãnh\s+đạo|[Tt]iểu\s+ban|[Hh]ội\s+đồng|[Cc]hủ\s+tịch\s+[Hh]ội\s+đồng(?:\s+quản\s+(?:lý|trị)(?:\s+quỹ)?)?|[Dd]ân\s+quân|[Bb]ác\s+sĩ|[Hh]ướng\s+dẫn\s+viên|[Tt]rưởng\s+các|[Tt]hầy\s+(?:thuốc|cô)|[Gg]iám\s+sát\s+viên)(?!\w)"
)
"""How somebody is called whom no grammar knows: a party, an office, a post, who builds."""
ONLY_DONE = re.compile(
    r"(?:(?:phải\s+)?(?:hoàn thành|thực hiện|xong)\s+)?(?:xong\s+)?(?:trước|chậm nhất|trong|vào|từ|đến)\s+(?:ngày|tháng|quý|năm|hết)[\w\s/.-]{0,40}[;.)]*\s*",
    re.IGNORECASE,
)
"""A half-sentence that only says by when: it gives no work of its own."""
ALL_DONE = re.compile(
    r"(?:Hoàn thành|Hoàn tất|Kết thúc|Bàn giao|Nghiệm thu)(?:,?\s+[^\s,;.]+){0,6}?\s+(?:xong\s+)?(?:trước|chậm nhất|muộn nhất|trong|vào|đến hết)\s+(?:(?:là\s+)?(?:ngày|tháng|quý|năm)|hết|\d)[^,;]*$"
)
"""A sentence that says by when all is done that was told before: "Hoàn thành, bàn giao nhà trước 30/9/2026."."""
GENERAL = re.compile(r"muc dich|yeu cau|quan diem|nguyen tac|muc tieu")
OTHER_LABEL = re.compile(
    r"(?:thời gian|kinh phí|sản phẩm|kết quả|địa điểm|nguồn vốn|nguồn kinh phí|tiến độ|hoàn thành)[^:;]{0,20}:",
    re.IGNORECASE,
)
EVERYDAY = re.compile(
    r"(?:ứng\s+phó|phong\s+tỏa|khơi\s+thông|lo|ký|dừng|giữ|góp|dựng|kéo|tắt|bật|khuyên|coi|thảo|soạn|cắm|nhặt|trông|gọi|xin|thuê|bán|chở|đón|dắt|nấu|gánh|vá|khơi|đắp|đào|dẫn|tìm|rà|gom|dọn|đếm|báo|tự|đỡ|đứng\s+ra|đưa|chăm|nhắc|trả|bù|dạy|kèm|phát)\s+(?!(?:của|và|là|với|cùng)\s)\w"
)
"""Verbs of one syllable that are no part of a name."""
