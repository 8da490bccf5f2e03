"""The grammar of what bodies are called in Vietnamese: of the centre, a province, a district, a commune, a village.

It knows kinds of bodies and fields of work, never the bodies of one plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ..verbs.roles import verb_at
from ..words import NAME, UPPER, one_spelling, quoted
from .body_fields import FIELD, NOUN
from .long_names import to_its_end
from .service_names import with_place

_OTHER = rf"{UPPER}[\w&]*(?:\s+(?!và\b|xã\b|huyện\b|tỉnh\b|thôn\b|các\b)[a-zà-ỹđ]+(?=\s*(?:[,;.:()]|$|\s-\s|\s(?:và|xã|huyện|tỉnh|thuộc)\b)))?"
"""A word with a capital that is no known field, with one small word if the name ends there."""
_UNIT = rf"(?:{FIELD}\b|{_OTHER})"
KINDS = r"(?:Phòng|Hội|Ban|Sở|UBND|HĐND|MTTQ|Trạm|Công\ an|Đoàn|Trung\ tâm|Trường|Văn\ phòng|Chi\ cục)\b"
"""How another body begins behind a stroke: "Hội ND - Phòng KT"."""
_NEXT = rf"""(?:
    \s+[-–]\s+(?:{FIELD}\b|(?!{KINDS}){_OTHER}) | [-–](?={UPPER})(?:{FIELD}\b|{_OTHER})
  | \s*&\s*(?:{FIELD}\b|{_OTHER})
  | \s+và\s+(?={UPPER})(?:{FIELD}\b|(?!UBND|HĐND|MTTQ|Công\ an|Công\ ty|Công\ chức|Văn\ phòng|Trung\ tâm|Ban\b|Bộ\ chỉ|Hội\b|Hiệp\ hội|Hợp\ tác\ xã|Hiệu\ trưởng|Giám\ đốc|Đoàn\b|Trạm\b|Phòng\b|Sở\b|Chủ\ tịch|Ủy\ ban|Uỷ\ ban|Ngân\ hàng|Agribank|Kho\ bạc|Bảo\ hiểm|Chi\b|Cục\b|Hạt\b|Viện\b|Đội\b|Đồn\b|Đài\b|Báo\b|Quỹ\b|Tổ\b|Tòa\b|Thanh\ tra|Thuế\b|Thống\ kê\ (?:khu|cơ)|Bưu\ điện|Điện\ lực|Bệnh\ viện|Trường\b|Trưởng\b|Bí\ thư|Già\b|Người\b|Các\b|Huyện\b|Mặt\ trận|Vườn\b|Liên\b|Nhà\b|Cán\ bộ){_OTHER})
  | \s+và\s+(?i:phát\s+triển\s+nông\s+thôn|phát\s+triển\s+rừng|thị\s+trường\s+bất\s+động\s+sản|phòng,?\s+chống\s+(?:thiên\s+tai|tham\s+nhũng|ma\s+túy|dịch\s+bệnh|tội\s+phạm(?:\s+(?:sử\s+dụng\s+công\s+nghệ\s+cao|về\s+ma\s+túy|ma\s+túy|mua\s+bán\s+người))?)|đào\s+tạo|môi\s+trường|vệ\s+sinh\s+môi\s+trường|trẻ\s+mồ\s+côi|xã\s+hội)\b
  | ,\s+(?:Thể\ thao|Thông\ tin|Khoa\ học|Gia\ đình)\b
  | \s+(?:{NOUN}\b|(?={UPPER}){FIELD}\b)
  | \s+(?=[A-ZĐ]{{2,}}\b){_OTHER}
)"""
_TAIL = rf"{_UNIT}{_NEXT}*"
_LEVEL = r"(?:tỉnh|thành\ phố|huyện|thị\ xã|quận|xã(?!\s+hội)|phường|thị\ trấn|đặc\ khu|thôn|bản|tổ\ dân\ phố|khu\ phố)"
_PLACE = rf"""(?:
    \s+(?i:chi\ nhánh)\s+(?:tỉnh|huyện|thành\ phố)\b(?:\s+{NAME})?
  | \s+(?:Việt\ Nam(?:\s+{_LEVEL}\b)?(?:\s+{NAME})?|(?:của\s+|cấp\s+)?{_LEVEL}\b(?:\s+{NAME})?(?:\s+\(cũ\))?|các\ cấp)
  | \s+(?i:chi\ nhánh|khu\ vực|vùng|liên\ xã)\s+(?:{_LEVEL}\s+)?(?:{NAME}|[IVX\d]+)(?:,?\s+(?:tỉnh|huyện)\b(?:\s+{NAME})?)?
  | \s+cơ\ sở\s+(?:{NAME}|\d+)(?:,?\s+(?:tỉnh|huyện|xã|phường)\b(?:\s+{NAME})?)?
  | \s+cơ\ sở(?=\s*(?:[,;.:()]|$)|\s+(?:phối\ hợp|chủ\ trì|và|tham\ gia)\b)
  | \s+các\s+(?:xã(?!\s+hội)|phường|huyện)(?:(?:,\s*|\s+và\s+)(?:thị\ xã|thành\ phố|thị\ trấn|phường|đặc\ khu|quận)\b(?!\s+{UPPER}))+
  | \s+các\s+(?:xã(?!\s+hội)|phường|huyện|thôn|bản|khu\ phố)\b(?!,|\s+và)
  | \s+khu\ vực(?!\s+(?:nông|miền|đô|biên|có|khó|nhà))
)?"""
_OWN_NAME = rf"(?!Phòng|Sở|Ban|Hội|Đoàn|Trung\ |Trạm|UBND|HĐND|MTTQ|Công|Kho|Ngân|Văn\ |Chi\ |Hạt|Đồn|Trưởng|Ủy|Các|Mặt)(?-i:{NAME})"
_COMMUNES = rf"""(?:
    (?:các\s+)?(?:xã|phường|thị\ trấn|trị\ trấn|đặc\ khu|huyện|thị\ xã|thành\ phố)(?:(?:,\s*|\s+và\s+)(?:các\s+)?(?:xã|phường|thị\ trấn|trị\ trấn|đặc\ khu|huyện|thị\ xã|thành\ phố)\b)+
  | (?:các|\d{{1,3}}(?:/\d{{1,3}})?)\s+(?:xã(?!\s+hội)|phường|huyện)(?:\s+{_OWN_NAME}(?:,\s+{_OWN_NAME})*(?:\s+và\s+{_OWN_NAME})?)? | cấp\s+(?:xã|huyện|tỉnh)
)"""
_COUNCIL = rf"""
    (?:UBND|HĐND|(?i:[ủu][ỷy]?\s+ban\s+nhân\s+dân|hội\s+đồng\s+nhân\s+dân))(?:\s+\((?:UBND|HĐND)\))?
    (?:\s+{_COMMUNES}(?:\s+trên\ địa\ bàn(?:\s+(?:tỉnh|huyện))?)?|\s+(?!VÀ\b){UPPER}[a-zà-ỹ]+(?:\s+{UPPER}[a-zà-ỹ]+)*|{_PLACE})
"""
_FRONT = rf"(?:(?:UB|[ỦU][ỷy]?\ ban)\s*)?(?:(?:UB)?MTTQVN|MTTQ|UBMTTQ|UBMT|Mặt\ trận\ [Tt]ổ\ quốc|Mặt\ trận)(?:\s+\(MTTQ\))?(?:\s+(?:Việt\ Nam|VN))?{_PLACE}"
_HEADED = rf"""
    (?:(?:Phòng|Sở|Bộ(?!\s+(?:luật|phận|tiêu|máy|tài\ liệu|chỉ\ số))|Ban|Cục|Chi\ cục|Tổng\ cục|Trung\ tâm|Trạm|Văn\ phòng|Hội(?!\s+nghị|\s+đồng|\s+trường|\s+thảo|\s+viên)|Đoàn(?!\s+viên|\s+kết|\s+thể|\s+kiểm)|Liên\ đoàn|Liên\ minh|Hiệp\ hội|Tập\ đoàn|Viện|Hạt|Báo|Đài|Thanh\ tra|Liên\ hiệp)
      |(?:phòng|sở|trung\ tâm|trạm|hội|chi\ cục|văn\ phòng)(?=\s+{UPPER})
      |Phòng\s+[Gg]iao\ dịch\s+(?:Ngân\ hàng|NHCSXH)|Phòng\s+[Gg]iao\ dịch|Chi\ nhánh(?:\s+(?:Ngân\ hàng|Văn\ phòng|Kho\ bạc))?|Ngân\ hàng)
    \s+(?:(?:(?:Ủy|Uỷ)\ ban\ nhân\ dân|Hội\ đồng\ nhân\ dân|HĐND|UBND|Đảng\ ủy)(?:,\s*(?:HĐND|UBND))?(?:\s*(?:và|[-–&])\s*(?:HĐND|UBND))?|{_TAIL})(?:\s+(?:Tỉnh|Thành|Huyện|Đảng)\ ủy(?:\s+(?:xã|phường))?)?{_PLACE}
"""
_OF_COUNCILS = (
    r"(?:UBND|HĐND|(?i:[ủu][ỷy]?\ ban\ nhân\ dân|hội\ đồng\ nhân\ dân|đoàn\ đại\ biểu\ quốc\ hội|đoàn\ ĐBQH))"
)
_TWO_COUNCILS = rf"""
    (?:(?i:chánh|phó\s+chánh)\s+)?(?:Văn\ phòng|VP|văn\ phòng)\s+{_OF_COUNCILS}(?:(?:,\s*|\s+và\s+|\s*[-–&/]\s*){_OF_COUNCILS})+{_PLACE}
"""
"""The one office of two councils: "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"."""
_THREE = rf"""
    (?<!ác\ )(?:Phòng|Sở|Ban|Ủy\ ban|Trung\ tâm|Chi\ cục|Trường)\s+(?={UPPER}){FIELD}(?:,\s+(?={UPPER}){FIELD})+\s+(?:và|[-–])\s+(?={UPPER}){FIELD}\b{_PLACE}
"""
"""One body of three fields of work: "Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Văn hóa, Thể thao và Du lịch huyện"."""
_FIXED = rf"""
    (?:(?:Phòng\s+[Gg]iao\ dịch|Chi\ nhánh)\s+)?(?:NHCSXH|Ngân\ hàng\ (?:CSXH|Chính\ sách\ [Xx]ã\ hội|Nhà\ nước)|Agribank){_PLACE}
  | (?:Công\ an|Bộ\ đội\ [Bb]iên\ phòng|Đồn\ [Bb]iên\ phòng(?:\s+{NAME})?|BCH\ ?(?:Quân\ sự|QS)|(?:Ban|Bộ)\ [Cc]hỉ\ huy\ (?:[Qq]uân\ sự|[Pp]hòng\ thủ\ dân\ sự)|Bưu\ (?:điện(?:\ [Vv]ăn\ hóa)?|cục)|Viettel|Kho\ bạc(?:\ [Nn]hà\ nước)?|BHXH|Bảo\ hiểm\ [Xx]ã\ hội|Điện\ lực|Viễn\ thông|Thuế\ cơ\ sở|Thống\ kê\ cơ\ sở|Thanh\ tra|Bệnh\ viện(?:\ (?:[Đđ]a\ khoa|Phụ\ sản|Sản(?:\ nhi)?|Nhi|Mắt|Phổi|Tâm\ thần|Y\ (?:học|dược)\ cổ\ truyền|Phục\ hồi\ chức\ năng))?|Quỹ\ [Tt]ín\ dụng(?:\ nhân\ dân)?|(?:Toà|Tòa)\ án(?:\ nhân\ dân)?|Viện\ [Kk]iểm\ sát(?:\ nhân\ dân)?){_PLACE}
  | (?:Đại\ học|Học\ viện)(?:\s+{FIELD})?\s+{NAME}
  | Báo\s+(?!Cáo\b){NAME}(?=\s*[,;.:()]|\s+[a-zà-ỹđ]|$)
  | Báo\s+và\s+(?:[Đđ]ài\s+)?[Pp]hát\ thanh(?:,|\s+-|\s+và)\s+[Tt]ruyền\ hình(?:\s+(?:tỉnh(?:\s+{NAME})?|{NAME}))?
  | (?:Ủy|Uỷ)\ ban\ [Kk]iểm\ tra\s+(?:Tỉnh|Thành|Huyện|Đảng)\ ủy(?:\s+{_COMMUNES}|{_PLACE})
  | Liên\ hiệp\ [Cc]ác\ (?:[Hh]ội|[Tt]ổ\ chức)\s+{_TAIL}{_PLACE}
  | Phòng\ [Gg]iao\ dịch\ số\ \d+
  | Đoàn\ [Kk]inh\ tế\s*[-–]\s*[Qq]uốc\ phòng(?:\s+\d+)?
  | Cảnh\ sát\ (?:[Pp]hòng\ cháy,?\s+chữa\ cháy(?:\s+và\ cứu\ nạn,?\s+cứu\ hộ)?|[Gg]iao\ thông|[Tt]rật\ tự|[Mm]ôi\ trường|[Cc]ơ\ động){_PLACE}
  | Quỹ\s+(?=Bảo\ vệ|Đầu\ tư|Phát\ triển){FIELD}{_PLACE}
  | Đoàn\ (?:xã|phường|thị\ trấn)\b(?!\s+hội)
  | Đoàn\ (?:TNCS|Thanh\ niên(?:\ [Cc]ộng\ sản)?)(?:\ Hồ\ Chí\ Minh|\ HCM)?{_PLACE}
  | (?:[Hh]ợp\ tác\ xã|HTX|Công\ ty(?:\ TNHH|\ [Cc]ổ\ phần|\ CP)?)\s+(?={UPPER})(?:{FIELD}\b(?:\s+(?:{NOUN})\b)*(?:\s+{NAME})?|{NAME}){_PLACE}
  | (?:Thường\ trực|[Cc]ác\ (?:đại\ biểu|[Bb]an|[Tt]ổ\ đại\ biểu)|[Đđ]ại\ biểu|[Tt]ổ\ đại\ biểu)\s+(?:của\s+)?(?:HĐND|Hội\ đồng\ nhân\ dân){_PLACE}
  | (?:Ban\ )?Thường\ trực\s+(?:(?:Ủy|Uỷ)\ ban\s+)?(?:MTTQ|UBMTTQ|Mặt\ trận\ Tổ\ quốc){_PLACE}
  | Ban\ [Gg]iám\ (?:hiệu(?:\s+(?:các\s+trường|nhà\s+trường|[Tt]rường\s+(?i:mầm\ non|mẫu\ giáo|tiểu\ học|trung\ học(?:\ cơ\ sở|\ phổ\ thông)?|THCS|THPT|TH)(?:\s+{NAME})?))?|sát\ đầu\ tư(?:\ của)?\ cộng\ đồng){_PLACE}
  | Thủ\ tướng\ Chính\ phủ | Chính\ phủ(?!\s+Việt) | Ủy\ ban\ [Tt]hường\ vụ\ Quốc\ hội | Quốc\ hội | UBTVQH
  | (?:(?:Ban\ (?:Thường\ vụ|Chấp\ hành(?:\ Đảng\ bộ)?)|Thường\ trực|TT|BTV|BCH)\.?\s+)?(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\ ủy(?!\ viên)(?:\s+(?:xã|phường|tỉnh|huyện)\b)?(?:\s+{NAME})?
  | (?:Thường\ trực|TT)\.?\s+HĐND{_PLACE} | (?:Tỉnh|Huyện|Xã|Thành|Thị)\ đoàn(?:\s+{NAME})?
  | (?:Ban\ (?:Thường\ vụ|Chấp\ hành)\s+)?Đảng\ bộ{_PLACE} | Ban\ Chấp\ hành\ Trung\ ương(?:\ Đảng)? | Trung\ ương\ Đảng | Ban\ Bí\ thư(?:\ Trung\ ương(?:\ Đảng)?)? | Bộ\ Chính\ trị
"""
_BOARD = rf"""
    [Bb]ộ\ phận\s+(?:(?:[Tt]iếp\ nhận|TN)\s*(?:và|&)\s*(?:[Tt]rả|T)\s*(?:kết\ quả|KQ)(?:\s+giải\ quyết\ thủ\ tục\ hành\ chính)?|[Mm]ột\ cửa){_PLACE} |
    (?:BCĐ|Ban\ [Cc]hỉ\ đạo|(?:[Cc]ác\s+)?(?:[Bb]an\ [Qq]uản\ lý|BQL)|Tổ\ (?:công\ tác(?:\ liên\ ngành)?|giúp\ việc|công\ nghệ\ số\ cộng\ đồng|tiết\ kiệm\ và\ vay\ vốn|hòa\ giải|bảo\ vệ\ an\ ninh,?\ trật\ tự)|Ban\ [Gg]iám\ sát\ đầu\ tư(?:\ của)?\ cộng\ đồng|Ban\ [Cc]ông\ tác\ [Mm]ặt\ trận|Ban\ [Pp]hát\ triển|[Bb]an\ (?:[Đđ]iều\ hành|[Vv]ận\ động(?:\ [Qq]uỹ\ ["“”]?[Vv]ì\ người\ nghèo["“”]?)?|[Tt]ự\ quản|thanh\ tra\ nhân\ dân|[Đđ]ại\ diện\ cha\ mẹ\ học\ sinh(?:\s+(?:từng|các|mỗi)\ (?:trường|lớp))?)|Ban\ Thanh\ tra\ nhân\ dân|[Tt]ổ\ (?:(?:quản\ lý|giám\ sát)(?:,?\s+(?:vận\ hành|bảo\ vệ))*\s+(?:cộng\ đồng|công\ trình)|tự\ quản))
    (?:\s+(?:các\s+)?(?:[Cc]hương\ trình\ mục\ tiêu\ quốc\ gia|CTMTQG|[Cc]hương\ trình\ MTQG|rà\ soát\ hộ\ nghèo(?:,\ hộ\ cận\ nghèo)?|(?:công\ tác\s+)?giảm\ nghèo(?:\ bền\ vững)?|xây\ dựng\ nông\ thôn\ mới|(?:công\ trình|dự\ án)(?:\s+đầu\ tư\ xây\ dựng|\s+cấp\ nước)?|khu\s+(?:bảo\ tồn|công\ nghiệp|kinh\ tế|du\ lịch|di\ tích)(?:\s+thiên\ nhiên)?|chợ(?:\ đầu\ mối)?|rừng\s+(?:phòng\ hộ|đặc\ dụng)|{UPPER}[\w-]*(?:\s+{UPPER}[\w-]*)*))*{_PLACE}
"""
_PARTS = r"""(?:
    tổ\ chức\ chính\ trị\s*[-–]\s*xã\ hội(?:\s*[-–]\s*nghề\ nghiệp)?
  | phòng(?:\ chuyên\ môn)? | ban | ngành | sở | cơ\ quan(?:\ chuyên\ môn|\ báo\ chí)? | đơn\ vị(?:\ sự\ nghiệp)? | bộ\ phận(?:\ chuyên\ môn)?
  | địa\ phương | đoàn\ thể | tổ\ chức(?:\ chính\ trị|\ đoàn\ thể|\ xã\ hội)? | hội(?!\ (?:nghị|thảo|viên|đồng))
  | thôn | bản | xóm | làng | buôn | bon | ấp | khóm | sóc | tiểu\ khu | tổ\ dân\ phố | khu\ phố | khu\ dân\ cư
  | xã(?!\ hội) | phường | thị\ trấn | huyện | trường(?:\ học)? | trường\ mầm\ non | tiểu\ học | trung\ học\ cơ\ sở
  | cơ\ sở\ giáo\ dục(?:\ nghề\ nghiệp)? | cơ\ sở\ y\ tế | cơ\ sở\ khám(?:\ bệnh)?,?\ chữa\ bệnh(?:\ (?:ngoài\ )?công\ lập|\ tư\ nhân)? | trạm\ y\ tế | cấp(?:\ ủy)? | chính\ quyền
  | chủ\ đầu\ tư | cá\ nhân | doanh\ nghiệp | hợp\ tác\ xã | chi\ bộ | chi\ hội(?!\ trưởng) | lực\ lượng\ vũ\ trang
)"""
"""What "các" stands before: offices, associations, villages and communes, schools, enterprises."""
_GIVEN = r"""(?:
    nhiệm\ vụ | dự\ án | tiểu\ dự\ án | nội\ dung | chương\ trình | vốn | nguồn\ vốn | kinh\ phí | ngân\ sách | dự\ toán
  | công\ trình | chính\ sách | ủy\ thác | địa\ bàn | thôn | bản | xã
)"""
_THEIR_VERB = r"""(?:
    báo\ cáo | gửi | nộp | cử | hỗ\ trợ | giúp\ | thường\ xuyên | bám\ sát | kịp\ thời | cập\ nhật | thực\ hiện | tiếp\ tục | ban\ hành | có\ trách\ nhiệm | chịu\ trách\ nhiệm | xây\ dựng | tổ\ chức | định\ kỳ | tổng\ hợp | lập
  | chủ\ động | căn\ cứ | rà\ soát | nắm | theo\ dõi | phải | kiểm\ tra | đôn\ đốc | cân\ đối | bố\ trí | triển\ khai
  | tham\ mưu | hướng\ dẫn | phối\ hợp | đề\ xuất | hằng | hàng
)"""
"""What such a collective does: where "được giao nhiệm vụ" is part of its name, one of these follows."""
_OF_THEM = rf"""(?:\s+(?:
    # which of them: "có liên quan", "đóng trên địa bàn xã", "chuyên môn"
    (?:có\s+)?liên\ quan
  | (?:(?-i:Trung\ ương|TW)\s+)?đóng\ trên\ địa\ bàn(?:\s+(?:xã(?!\ hội)|huyện|tỉnh|phường)\b)?
  | (?-i:Trung\ ương|TW) | có\ liên(?=\s) | chuyên\ môn | trực\ thuộc | khác | còn\ lại
  | chính\ trị\s*[-–]\s*xã\ hội | chính\ trị | nêu\ trên | đặc\ thù
    # of which place: "thuộc huyện A", "cấp xã"
  | (?:thuộc|của|trên\ địa\ bàn|ở|tại)\s+(?:UBND\s+)?(?:xã(?!\ hội)|huyện|tỉnh|phường|thị\ trấn)(?:\s+(?-i:{NAME}))?
  | (?:cấp\s+)?(?:xã(?!\ hội)|huyện|tỉnh|phường)\b(?:\s+(?-i:{NAME}))? | địa\ phương | nhận\ [ủu][ỷy]\ thác
    # by what they are given: "được giao vốn" before a verb, "được giao chủ trì …" up to one
  | (?:được\ giao|được\ phân\ công|chủ\ trì|chủ\ quản|sử\ dụng|quản\ lý|phụ\ trách|thụ\ hưởng|nhận|thực\ hiện|tham\ gia|có)\s+(?:các\s+)?
      {_GIVEN}\b(?:\s+thành\ phần)?(?:,\s+(?:tiểu\ dự\ án|nội\ dung|nhiệm\ vụ))?
      (?=\s+{_THEIR_VERB}|\s+và\s+(?-i:{UPPER}))
  | được\ (?:giao|phân\ công(?!\s+(?:tại|ở|trong|theo)\b))(?:\s+(?:chủ\ trì|nhiệm\ vụ|thực\ hiện|phụ\ trách|theo\ dõi)[^,;.:]{{0,60}}?
      (?=\s+{_THEIR_VERB}|[,;.:]|$))?
    # by where they sit: "là thành viên Ban Chỉ đạo"
    # by where the plan tells of them: "nêu tại Biểu 2", "có tên trong Phụ lục I"
  | (?:được\ )?(?:nêu|ghi|có)(?:\ tên)?\s+(?:tại|ở|trong)\s+(?:Biểu|Bảng|Phụ\ lục|Danh\ mục|Mục)(?:\ số)?\s+[\dIVX]+\b
  | là\ thành\ viên[^;.:]{{3,160}}?(?=\s+(?:theo\ chức\ năng|căn\ cứ|có\ trách\ nhiệm|chủ\ động)|[;.:]|$)
))*"""
_MANY = rf"""
    (?i:(?:\d+\s+|(?:tất\ cả\s+)?(?:các|những)\s+|giám\ đốc\s+các\s+|hiệu\ trưởng\s+các\s+|chủ\ tịch\s+các\s+(?=hội)|thủ\ trưởng\s+(?:các\s+)?|người\ đứng\ đầu\s+(?:các\s+)?|trưởng\s+các\s+|bí\ thư\s+(?:các\s+)?(?=chi\ bộ)))
    (?i:{_PARTS})\b(?:(?!,\s*các\s+(?:thôn|bản|ấp|xóm|buôn|khu|xã|trường|tổ|cơ\s+sở|hợp|doanh)\b)(?!(?:,|\s+và)\s+Trạm\ [Yy]\ tế(?!\s+các))(?:(?:,\s*|\s+và\s+(?!các\b|địa\b)|\s*[-–/]\s*|\s+(?!tổ\s+chức(?!\s+(?:liên|có\s+liên|chính\s+trị|đoàn|xã))))(?:các\s+|người\ đứng\ đầu\s+)?)(?i:{_PARTS})\b(?!\s+{UPPER}|\s+giao\ dịch))*(?i:{_OF_THEM})(?:\s+{NAME}(?:(?:,\s*|\s+và\s+){NAME})*(?=\s+[a-zà-ỹ]|[:.;]|$))?
  | (?i:cấp\ ủy,\s+chính\ quyền)(?:\s+và\s+người\ đứng\ đầu\s+cơ\ quan,\ đơn\ vị,\ địa\ phương|\s+(?:các\ cấp|địa\ phương|cơ\ sở|cấp\ xã))?
  | (?i:cơ\ quan,\s+đơn\ vị|cơ\ quan|đơn\ vị|phòng,\ ban|địa\ phương)\s+(?i:có\ liên\ quan|liên\ quan) | (?<=và\s)địa\ phương(?!\s+(?:có|khác)) | cấp\ trên(?!\s+địa) | (?<!là\s)(?:đơn\ vị|cơ\ quan)\ chủ\ trì(?!\s+(?:thực|các|Chương|dự))
  | (?i:(?:các\s+)?thành\ viên)\s+(?:Ban\ [Cc]hỉ\ đạo|BCĐ)(?:\s+(?:xã|huyện|tỉnh|phường)\b)?(?:\s+phụ\ trách\s+(?:thôn|bản|địa\ bàn|xã|khu\ phố|cụm)|[^,;.:()]*?)(?=\s+(?:(?:hằng|hàng|mỗi|định\ kỳ)\s|báo\ cáo|nắm|theo\ dõi|có\ trách\ nhiệm|chịu\ trách\ nhiệm|kiểm\ tra|chỉ\ đạo|trực\ tiếp|chủ\ động|tổ\ chức|đôn\ đốc|thường\ xuyên|bám\ sát|kịp\ thời|căn\ cứ|phải|cần)|[,;.:()]|$)
  | (?i:cơ\ quan)\s+(?i:soạn\ thảo|thẩm\ định)(?=\s+(?:giải\ trình|trình|tiếp\ thu|gửi|báo\ cáo|có\ trách))
  | (?i:đơn\ vị|cơ\ quan)\s+(?i:thực\ hiện|chủ\ trì|được\ (?:giao|phân\ công)(?:\s+(?:nhiệm\ vụ|chủ\ trì))?)(?=\s+(?:báo\ cáo|gửi|nộp|có\ trách\ nhiệm|chịu\ trách\ nhiệm|định\ kỳ))
"""
_SCHOOL_KIND = r"""(?:
    (?i:mầm\ non|mẫu\ giáo|tiểu\ học|trung\ học(?:\ cơ\ sở|\ phổ\ thông)?|cao\ đẳng|đại\ học|trung\ cấp|liên\ cấp|chuyên\ biệt|nghề
      |phổ\ thông(?:\ dân\ tộc)?(?:\ (?:nội|bán)\ trú)?(?:\ (?:cơ\ sở|trung\ học|có\ nhiều\ cấp\ học))?|(?:dân\ tộc\ )?(?:nội|bán)\ trú)
  | TH&THCS | THCS | THPT | TH | PTDTBT | PTDTNT | MN
)"""
_SCHOOL = rf"""(?:[Cc]ác\s+)?[Tt]rường\s+(?!nghề\b){_SCHOOL_KIND}(?:(?:,\s*|\s+và\s+|\s*[-–&]\s*|\s+){_SCHOOL_KIND})*
    (?:\s+(?={UPPER}){FIELD}\b(?:(?:,|\s+và|\s*[-–])?\s+(?={UPPER}){FIELD}\b)*)?(?:\s+{NAME})?(?:\s+trên\ địa\ bàn(?:\s+(?:xã(?!\s+hội)|phường|huyện|tỉnh)\b)?)?"""
_OFFICE = rf"""
    (?:(?:[Cc]ác\s+)?(?:Phó\s+Chủ\ tịch|PCT|Phó\ CT)|(?:Đồng\ chí\s+)?Chủ\ tịch|CT)\.?\s+(?:{_COUNCIL}|(?:{_FRONT}))
  | (?:Phó\s+)?(?:Giám\ đốc|Trưởng|Chánh|(?:Trạm|Đội|Đồn|Hạt|Chi\ cục)\ trưởng|Cục\ trưởng|Chủ\ tịch(?=\s+(?:Hội|Liên|Hiệp|Công\ đoàn))|Bí\ thư|Bộ\ trưởng|Hiệu\ trưởng|Viện\ trưởng)\s+(?:{_HEADED}|{_FIXED})
  | (?:(?:[Cc]ác\s+)?[Tt]rưởng|[Bb]í\ thư\ chi\ bộ|[Cc]ông\ an\ viên)\s+(?:các\s+|\d+\s+)?(?:thôn|bản|xóm|làng|buôn|bon|ấp|khóm|sóc|tiểu\ khu|tổ\ dân\ phố|khu\ phố)(?:,\s*(?:thôn|bản|xóm|tổ\ dân\ phố|khu\ phố))*(?:\s+{NAME}(?:(?:,|\s+và)\s+(?:bản\s+|thôn\s+)?(?!UBND|Công\ an|Trạm|Hội|Ban\b|Phòng)(?:{NAME})(?=\s+[a-zà-ỹ]|,|:|$))*)?
  | (?:[Pp]hó\s+)?[Hh]iệu\ trưởng(?:\s+(?:{_SCHOOL}|(?:các\s+|nhà\s+)?trường(?:\ học)?(?!\s+hợp)))?(?:\s+trên\ địa\ bàn(?:\s+xã)?)?
  | (?:[Cc]ác\s+)?(?:[Đđ]ồng\ chí\s+)?(?:Ủy\ viên|[Tt]hành\ viên)\s+Ban\ [Cc]hỉ\ đạo(?=\s+theo\s)
  | (?:[Cc]ác\s+)?(?:[Đđ]ồng\ chí\s+)?Ủy\ viên\s+(?:Ban\ [Cc]hỉ\ đạo|BCĐ)(?:\s+(?:xã|huyện|tỉnh|phường)\b)?(?:\s+phụ\ trách\s+(?:các\s+)?(?:thôn|bản|địa\ bàn|xã|khu\ phố|cụm)\b)?
  | [Tt]ổ\ trưởng(?:\s+(?:các\s+)?(?:tổ\ dân\ phố|khu\ phố|tổ\ tiết\ kiệm\ và\ vay\ vốn|[Tt]ổ\ công\ nghệ\ số(?:\ cộng\ đồng)?))?
  | (?:[Cc]ác\s+)?[Cc]hi\ (?:bộ|ủy)(?:\s+(?:các\s+)?(?:thôn|bản|khu\ phố|tổ\ dân\ phố|trường))? | (?:[Cc]ác\s+|[Nn]hững\s+)?[Nn]gười\ có\ uy\ tín(?:\s+trong\ cộng\ đồng)? | (?:(?:[Cc]ác\s+)?[Cc]ô\ đỡ|(?:[Nn]hân\ viên\s+)?[Yy]\ tế)\s+(?:thôn(?:,?\s+(?:bản|buôn|làng|xóm))?|bản|buôn|ấp|khu\ phố|tổ\ dân\ phố)
  | [Cc]hính\ quyền\ (?:địa\ phương|cơ\ sở|(?:các\ )?(?:cấp|xã|phường|thôn|bản|huyện)\b(?!\ hội)) | [Nn]hà\ trường
  | (?:[Bb]ộ\ phận|[Cc]ông\ chức|[Cc]án\ bộ)\s+(?={UPPER}){_TAIL}{_PLACE}
  | (?:Phó\s+)?Chánh\ Văn\ phòng | Văn\ thư | Chủ\ tịch(?=\s*[,;.(]|$|\s+(?:khi|trước\ ngày|kết\ quả|định\ kỳ|hằng|hàng|để|xem\ xét|tình\ hình)\b)
"""
_A_VILLAGE = re.compile(
    rf"(?:[Tt]hôn|[Bb]ản|[Xx]óm|[Tt]ổ\ dân\ phố|[Kk]hu\ phố|[Bb]uôn|Ấp|[Ll]àng)\s+(?:{NAME}|\d+)(?!\w)", re.VERBOSE
)
_WHO = re.compile(
    rf"(?<![\w-])(?<![^a-zà-ỹđ]/)(?:{_TWO_COUNCILS}|{_OFFICE}|{_SCHOOL}|{_BOARD}|{_FIXED}|{_THREE}|{_HEADED}|{_COUNCIL}|{_FRONT}|{_MANY})(?![\w])",
    re.VERBOSE,
)
_LONG = re.compile(
    rf"(?<![\w/-])(?:Trung\ tâm|Bộ\ phận|Tổ|Đội|Quỹ|Công\ chức|Cán\ bộ|Ban|Hội\ đồng|Nhà|Câu\ lạc\ bộ|Bệnh\ viện|Hợp\ tác\ xã|Công\ ty(?:\ TNHH|\ cổ\ phần)?)\s+{UPPER}\w*(?:\s+(?:[-–]\s+)?[^\W\d_]+){{0,9}}?\s+(?:xã|phường|huyện|tỉnh)(?!\s+hội)(?!\w)",
    re.VERBOSE,
)
"""A name that the grammar does not know, up to the word for its level: taken where no verb is in it."""
_CALLED = re.compile(
    rf"(?<![\w/-])(?:(?:Công\ ty|[Hh]ợp\ tác\ xã|HTX|Doanh\ nghiệp|Xí\ nghiệp|Tập\ đoàn|Tổng\ công\ ty|Quỹ|Nhà\ máy|Lâm\ trường|Nông\ trường)(?:\ TNHH|\ [Cc]ổ\ phần|\ CP|\ tư\ nhân|\ MTV|\ một\ thành\ viên)*)(?:\s+(?:[-–]\s+|và\s+(?={UPPER}))?[^\W\d_]+){{1,7}}?\s+{NAME}(?=\s+[a-zà-ỹđ]|\s*[,;.:()]|$)",
    re.VERBOSE,
)
"""An enterprise by its trade and its own name: "Công ty Cổ phần Giống cây trồng Hòa An"."""
_COUNCIL_FOR = re.compile(
    r"(?<!\w)Hội\ đồng\s+(?i:xét|tư\ vấn|thẩm\ định|nghiệm\ thu|giáo\ dục|nghĩa\ vụ|thi\ đua|phối\ hợp|khoa\ học|đánh\ giá|bình\ xét|xác\ định|quản\ lý)\b(?:,?\s+(?:[-–]\s+)?[^\W\d_]+){0,8}?\s+(?:xã|phường|huyện|tỉnh)(?!\s+hội)(?!\w)",
    re.VERBOSE,
)
"""A council by what it is for, up to the word for its level."""
_NO_BODY = re.compile(
    r"(?i)(?:UBND|HĐND)$(?<=x)|chính phủ (?:số|điện tử)|kho bạc$(?<=x)|"
    r"(?:các|những)\s+(?:tổ chức|doanh nghiệp|hợp tác xã|cấp|xã|huyện|phường|hội)$"
)
"""What looks like a body and, standing alone, mostly is none ("các xã" are a place, "các tổ chức" anybody)."""


@dataclass(frozen=True)
class Named:
    """A body named in a text: `text[start:end]`."""

    start: int
    end: int
    name: str


def named(text: str, learned: re.Pattern[str] | None = None) -> list[Named]:
    """The bodies that a text names, from left to right; `learned` finds names that the plan itself gives."""
    shut = quoted(text)
    found: list[tuple[int, int]] = []
    if learned:
        found += [match.span() for match in learned.finditer(text)]
    text, written = one_spelling(text), text
    found += [match.span() for match in _WHO.finditer(text)]
    found += [match.span() for match in _COUNCIL_FOR.finditer(text)]
    found += [match.span() for match in _LONG.finditer(text) if not _acts(match[0]) and not _SEVERAL.search(match[0])]
    found += [match.span() for match in _CALLED.finditer(text) if not _acts(match[0]) and not _SEVERAL.search(match[0])]
    chosen: list[Named] = []
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        end = _whole_name(text, start, end)
        if goes_on := _BEHIND_SHORT.match(text, end):
            end = goes_on.end()
        end = to_its_end(text, start, with_place(text, start, _with_syllable(text, start, end)))
        end = _with_charge(text, start, end)
        name = text[start:end].rstrip(" ,-–")
        if any(one.start < start + len(name) and start < one.end for one in chosen) or _NO_BODY.fullmatch(name):
            continue
        if any(a < start and start + len(name) < b for a, b in shut) or _NUMBER_BEFORE.match(name):
            continue
        between = text[chosen[-1].end : start] if chosen else ""
        if between == " kiêm " or (between == " - " and name.startswith("Phòng Giao dịch số")):  # two names of one
            start, name = chosen[-1].start, text[chosen.pop().start : start + len(name)]
        chosen.append(Named(start, start + len(name), written[start : start + len(name)]))
    return chosen


_DEPUTY = re.compile(r"(?:(?:[Cc]ác\s+)?[Đđ]ồng\s+chí\s+)?(?:Phó\s+|PCT|Ủy\s+viên|Uỷ\s+viên)")
_CHARGE = re.compile(
    rf"\s+phụ\s+trách\s+(?:(?:các\s+)?(?:lĩnh\s+vực|khối|mảng)\s+)?{FIELD}(?:(?:\s*[-–,]\s*|\s+và\s+){FIELD})*(?!\w)",
    re.VERBOSE,
)
_THEN = re.compile(r"\s*[:(]|\s+(?:cùng|và|trực\s+tiếp|chịu|phải|thay\s+mặt|ký|có\s+trách)\s")


def _with_charge(text: str, start: int, end: int) -> int:
    """Where an office ends that is told with its field, right before what it does: "Phó Chủ tịch UBND xã phụ trách kinh tế"."""
    charge = _CHARGE.match(text, end) if _DEPUTY.match(text, start) else None
    if charge is None:
        return end
    acts = _THEN.match(text, charge.end()) or verb_at(text, charge.end() + 1, len(text))
    return charge.end() if acts and text[charge.end() : charge.end() + 1] != "," else end


_NUMBER_BEFORE = re.compile(rf"\d+\s+{UPPER}[a-zà-ỹ]+\s+{UPPER}")
"""A number that stands right before a name is no part of it: "tháng 5 Trường Cao đẳng …"."""
_BEHIND_SHORT = re.compile(
    rf"\s*\((?:[A-ZĐ][A-ZĐ&-]+|sau\ đây[^()]{{0,40}})\)(?=\s)(?:\s+Việt\ Nam)?\s+(?:{_LEVEL})(?!\w)(?:\s+{NAME})?",
    re.VERBOSE,
)
"""Behind a name its short form in brackets, and the place that still belongs to it: "Hội Liên hiệp Phụ nữ (LHPN) huyện"."""
_CUT_NAME = re.compile(
    rf"(?:Trung\ tâm|Chi\ cục|Chi\ nhánh|Ban|Quỹ|Trạm|Hạt|Viện|Văn\ phòng)\s+{UPPER}[a-zà-ỹđ]+", re.VERBOSE
)
_NAME_GOES_ON = re.compile(r"(?:\s+[a-zà-ỹđ]+){2,8}(?=\s*(?:[,;.:()]|$|\s-\s|\svà\s))")


def _whole_name(text: str, start: int, end: int) -> int:
    """Where a name ends of which the grammar knows only the first word: "Trung tâm Cung ứng dịch vụ sự nghiệp công"."""
    more = _NAME_GOES_ON.match(text, end) if _CUT_NAME.fullmatch(text[start:end]) else None
    if not more or re.search(
        r"\s(?:để|theo|về|trong|tại|cùng|với|là|có|được|của|cho|các|những|tổ\schức)\s", more[0] + " "
    ):
        return end
    words = [end + match.start() for match in re.finditer(r"\S+", more[0])]
    first = verb_at(text, words[0], more.end())
    if first and " " in text[words[0] : first[1]]:
        return end
    return end if any(verb_at(text, place, more.end()) for place in words[1:2]) else more.end()


_ONE_SYLLABLE = re.compile(
    rf"(?:Phòng|Sở|Trung\ tâm|Chi\ cục|(?i:công\ chức|cán\ bộ|bộ\ phận)|Công\ an\ viên)\s+(?:.*\s)?{UPPER}[a-zà-ỹđ]+",
    re.VERBOSE,
)
_ITS_SECOND = re.compile(
    r"\s+(?!(?:xã|phường|huyện|tỉnh|thôn|và|của|các|là|có|thì|cùng|với|để|sẽ|phải|cần|đã|được|theo|về|trong|tại)\b)[a-zà-ỹđ]+(?=\s+[a-zà-ỹđ])"
)


def _with_syllable(text: str, start: int, end: int) -> int:
    """Where a name ends of whose last word the grammar knows one syllable: "công chức Địa chính" before a verb."""
    second = _ITS_SECOND.match(text, end) if _ONE_SYLLABLE.fullmatch(text[start:end]) else None
    if not second or re.search(rf"(?:{FIELD})$", text[start:end]):
        return end
    word = end + len(second[0]) - len(second[0].lstrip())
    acts = verb_at(text, word, len(text))
    behind = verb_at(text, second.end() + 1, len(text))
    return second.end() if behind and not acts and " " in text[second.end() + 1 : behind[1]] else end


_SEVERAL = re.compile(
    r"\s(?:và|huyện|xã|tỉnh|phường)\s+(?:các\s+)?(?:UBND|HĐND|MTTQ|Phòng|Sở|Ban|Hội|Công\ an|Trung\ tâm|và)\b",
    re.VERBOSE,
)
"""Within what looks like one long name, another body."""


def _acts(name: str) -> bool:
    """Whether a verb of work stands in what looks like a name."""
    words = [match.start() for match in re.finditer(r"\S+", name)]
    inner = [place for before, place in pairwise(words[2:]) if not _goes_over(name, before, place)]
    return any(verb_at(name, place, len(name)) for place in inner) or bool(
        re.search(r"\s(?:để|theo|về|trong|tại|cùng|với|là|có|được|của)\s", name)
    )


def _goes_over(name: str, before: int, place: int) -> bool:
    """Whether a place is the second syllable of a verb that begins at the word before it: "ứng" of "Cung ứng"."""
    verb = verb_at(name, before, len(name))
    return verb is not None and verb[1] > place


def villages(text: str, start: int, end: int) -> list[Named]:
    """The villages listed from a place on: "khu phố 4, khu phố 9"."""
    found: list[Named] = []
    while match := _A_VILLAGE.match(text, start, end):
        found.append(Named(match.start(), match.end(), match[0]))
        joint = re.compile(r"(?:,|\s+và)\s+").match(text, match.end(), end)
        if not joint:
            break
        start = joint.end()
    return found
