"""What the target groups of the national programmes are called: households, people, women and children, areas, bodies.

A small general lexicon and patterns ("hộ … chưa có nước sạch"); never the groups of one plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ....vietnamese.slugs import slugify
from ..words import NAME, UPPER, bracketed, inside, quoted

_PEOPLES = rf"(?:(?:là\s+)?(?:người\s+)?(?:DTTS|dân\s+tộc\s+thiểu\s+số)(?:\s+rất\s+ít\s+người)?|(?:là\s+)?người\s+dân\s+tộc\s+rất\s+ít\s+người|(?:là\s+)?người\s+dân\s+tộc\s+(?-i:{NAME})|(?:là\s+)?(?:dân\s+tộc|người)\s+(?-i:{NAME})(?:(?:,|\s+và)\s+(?-i:{NAME})(?=\s*[,;.)]|$|\s+[a-zà-ỹ]))*)"
_HOUSEHOLD = rf"""
    hộ\s+(?:gia\s+đình\s+)?(?:nghèo(?:\s+đa\s+chiều)?|cận\s+nghèo|mới\s+thoát\s+(?:cận\s+)?nghèo|thoát\s+nghèo|tái\s+nghèo|chính\s+sách(?:\s+xã\s+hội)?|(?:neo|cô)\s+đơn|già\s+yếu|có\s+mức\s+sống\s+trung\s+bình|làm\s+nông\s+nghiệp[^,;.]{{0,40}}?(?=[,;.]|$)|kinh\s+doanh(?:\s+cá\s+thể)?|sản\s+xuất(?:,?\s+kinh\s+doanh)?|di\s+cư\s+tự\s+do|đồng\s+bào\s+(?:dân\s+tộc\s+thiểu\s+số|DTTS)|dân\s+tộc\s+thiểu\s+số(?:\s+nghèo)?|DTTS(?:\s+nghèo)?|khó\s+khăn(?:\s+về\s+nhà\s+ở)?|mới\s+khá|(?:có\s+)?người\s+có\s+công(?:\s+với\s+cách\s+mạng)?|có\s+công(?:\s+với\s+cách\s+mạng)?|có\s+hoàn\s+cảnh\s+(?:đặc\s+biệt\s+)?khó\s+khăn)(?:\s+(?:{_PEOPLES}|(?:là\s+)?(?:gia\s+đình\s+)?người\s+có\s+công(?:\s+với\s+cách\s+mạng)?|là\s+gia\s+đình\s+chính\s+sách|đơn\s+thân|neo\s+đơn))*
  | hộ\s+gia\s+đình\s+{_PEOPLES}(?:\s+nghèo)? | hộ\s+gia\s+đình(?!\s+(?:thương\s+binh|liệt\s+sĩ|thân\s+nhân|có|thuộc|đang|chưa|nhận|tham\s+gia|sinh\s+sống)) | hộ\s+dân(?!\s+tộc) | hộ\s+{_PEOPLES} | (?<=nghèo,\s)cận\s+nghèo | (?<=nghèo\svà\s)cận\s+nghèo
  | (?:hộ\s+)?gia\s+đình\s+(?:(?:thân\s+nhân\s+)?(?:thương\s+binh(?:,\s+liệt\s+sĩ)?|liệt\s+sĩ)|chính\s+sách|có\s+công(?:\s+với\s+cách\s+mạng)?|người\s+có\s+công|nghèo|khó\s+khăn)
"""
_HEADS = r"\s*(?:với|gồm|,|/|\(|–|-)\s*\d[\d.]*\s+(?:nhân\s+)?khẩu\)?,?"
"""Behind a number of households, how many people they are: "42 hộ/168 khẩu", "42 hộ với 168 nhân khẩu"."""
_CLAUSE = rf"hộ(?:\s+gia\s+đình)?(?:{_HEADS})?\s+(?=(?:thuộc|đã|tự\s+(?:ý|nguyện)|vi\s+phạm|cố\s+tình|gặp|thiếu|chưa|có\s+(?!nhu)|đang|không|bị|sinh\s+sống|nhận\s+(?:khoán|hỗ)|nằm|do|ở\s|trong\s+vùng|tham\s+gia)\b)"
"""A household that is told by what it does or lacks; its name is the clause that follows."""
_PERSON = rf"""
    người\s+trên\s+\d+\s+tuổi |    người(?=\s+thuộc\s+(?:diện\s+)?hộ\s+(?:nghèo|cận\s+nghèo|(?:mới\s+)?thoát\s+nghèo)(?!\w|\s*(?:,|và\s|hoặc\s)\s*(?:hộ\s+)?(?:nghèo|cận|mới|thoát)\b)) |    người(?=\s+(?:từ\s+(?:đủ\s+)?|dưới\s+|trên\s+)\d+\s+(?:tuổi|đến)) | người\s+(?:nghèo|cận\s+nghèo|khuyết\s+tật(?:\s+(?:vận\s+động|nghe,?\s+nói|nhìn|trí\s+tuệ))?(?:\s+(?:đặc\s+biệt\s+)?nặng)?|cao\s+tuổi(?:\s+(?:neo\s+đơn|cô\s+đơn))?|già(?:\s+(?:neo\s+đơn|cô\s+đơn|yếu))?|có\s+công(?:\s+với\s+cách\s+mạng)?|có\s+uy\s+tín|yếu\s+thế(?:,\s+dễ\s+bị\s+tổn\s+thương)?(?:,\s+có\s+hoàn\s+cảnh\s+khó\s+khăn)?|học(?:\s+(?:nghề|việc))?|sản\s+xuất|tâm\s+thần|làm\s+thuê|bán\s+dâm|nhiễm\s+HIV|bị\s+thu\s+hồi\s+đất|chưa\s+biết\s+chữ|mù\s+chữ|tái\s+mù\s+chữ|sau\s+cai\s+nghiện(?:\s+ma\s+túy)?|chấp\s+hành\s+xong\s+án\s+phạt\s+tù|có\s+hoàn\s+cảnh\s+khó\s+khăn|thất\s+nghiệp|thiếu\s+việc\s+làm|mắc\s+bệnh\s+hiểm\s+nghèo|bệnh|sử\s+dụng\s+lao\s+động)
  | người\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số)(?:\s+(?:nghèo|rất\s+ít\s+người))? | người\s+dân\s+tộc\s+(?-i:{NAME})(?:(?:,|\s+và)\s+(?-i:{NAME})(?=\s*[,;.)]|$|\s+[a-zà-ỹ]))* | người\s+(?-i:{NAME})(?=\s+(?:thuộc|là|cư|sinh|sống)\s)
  | người\s+lao\s+động(?:\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số|tự\s+do|có\s+thu\s+nhập\s+thấp|nông\s+thôn|nghèo|đi\s+làm\s+việc\s+ở\s+nước\s+ngoài(?:\s+theo\s+hợp\s+đồng)?|là\s+người\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số)))?
  | lao\s+động\s+(?:nông\s+thôn|nữ|trẻ|nghèo|(?:là\s+)?người\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số)|thất\s+nghiệp|tự\s+do) | lao\s+động(?=\s+(?:thuộc|ở|của)\s)
  | công\s+dân(?=\s+(?:từ|đủ|trên|dưới|thuộc|cư\s+trú|đang|không|chưa|có)\s) | người\s+(?:bán\s+(?:vé\s+số|hàng\s+rong|dạo)|nhặt\s+(?:rác|ve\s+chai|phế\s+liệu)|lang\s+thang(?:,?\s+cơ\s+nhỡ)?|vô\s+gia\s+cư|đơn\s+thân)
  | học\s+viên | công\s+nhân(?!\s+viên|\s+kỹ)(?:\s+(?:lao\s+động|xa\s+quê))? | cá\s+nhân(?=,\s+(?:hộ|tổ|nhóm|doanh|hợp)) | (?:hội|đoàn)\s+viên(?:\s+(?:nghèo|khó\s+khăn|có\s+hoàn\s+cảnh\s+khó\s+khăn))? | nghệ\s+nhân(?:\s+(?:ưu\s+tú|nhân\s+dân|dân\s+gian))? | ngư\s+dân | diêm\s+dân | nhân\s+khẩu
  | người\s+trong\s+xã | người\s+dân(?!\s+tộc) | (?:đồng\s+)?bào\s+(?:dân\s+tộc\s+(?:thiểu\s+số|rất\s+ít\s+người|có\s+khó\s+khăn\s+đặc\s+thù)|DTTS|các\s+dân\s+tộc)(?:\s+(?:nghèo|rất\s+ít\s+người))?
  | đối\s+tượng\s+(?:bảo\s+trợ\s+xã\s+hội|yếu\s+thế|chính\s+sách|khó\s+khăn|trợ\s+giúp\s+xã\s+hội|đặc\s+thù)(?:,\s+(?:dễ\s+bị\s+tổn\s+thương|có\s+hoàn\s+cảnh\s+khó\s+khăn))* | (?<=mạng\svà\s)thân\s+nhân(?!\s+(?:của|người|liệt)) | thân\s+nhân\s+(?:của\s+)?(?:người\s+(?:lao\s+động|có\s+công(?:\s+với\s+cách\s+mạng)?)|liệt\s+sĩ) | nạn\s+nhân\s+(?:(?:của\s+)?(?:chất\s+độc\s+da\s+cam|bom\s+mìn|bạo\s+lực(?:\s+gia\s+đình)?|tảo\s+hôn)|bị\s+(?:mua\s+bán|bạo\s+lực|xâm\s+hại)) | (?:cặp\s+)?vợ\s+chồng(?:\s+(?:tảo\s+hôn|trẻ|nghèo|hiếm\s+muộn))? | vị\s+thành\s+niên | (?<!đình\s)(?<!-\s)(?:thương|bệnh)\s+binh | người\s+hoạt\s+động\s+(?:kháng\s+chiến|cách\s+mạng)(?:\s+bị\s+nhiễm\s+chất\s+độc\s+hóa\s+học)? | chức\s+sắc(?:,\s+chức\s+việc)?(?:\s+(?:các\s+)?tôn\s+giáo)? | (?<!làm\s)chủ\s+(?:thể\s+(?:OCOP|sản\s+xuất|tham\s+gia)|cơ\s+sở|hộ)(?:\s+OCOP)? | (?:quân\s+nhân|bộ\s+đội)\s+xuất\s+ngũ
  | (?<!đoàn\s)(?<!trình\s)(?<!toàn\s)thanh,?\s+(?:thiếu\s+)?niên(?:\s+(?:nông\s+thôn|là\s+người\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số)|người\s+(?:DTTS|dân\s+tộc\s+thiểu\s+số)|thất\s+nghiệp|xuất\s+ngũ|nghèo|khởi\s+nghiệp|lập\s+nghiệp|DTTS|dân\s+tộc\s+thiểu\s+số|hoàn\s+thành\s+nghĩa\s+vụ\s+quân\s+sự))?
"""
_WOMAN_CHILD = rf"""
    (?<!hội\s)(?<!hiệp\s)phụ\s+nữ(?:\s+(?:mang\s+thai(?:\s+và\s+(?:đang\s+)?cho\s+con\s+bú)?|có\s+thai|(?:đang\s+)?cho\s+con\s+bú|sau\s+sinh|nghèo|đơn\s+thân(?:\s+nuôi\s+con\s+nhỏ)?|khuyết\s+tật|là\s+chủ\s+hộ|trong\s+xã|{_PEOPLES}))* | thai\s+phụ | (?:bà\s+)?mẹ\s+Việt\s+Nam\s+anh\s+hùng
  | (?:bà\s+)?mẹ(?=\s+(?:nuôi|đang|mang|cho)|,\s+trẻ|\s+và\s+trẻ|\s+nghèo)(?:\s+(?:mang\s+thai|nghèo|(?:đang\s+)?(?:cho\s+con\s+bú|nuôi\s+con\s+nhỏ|nuôi\s+con\s+dưới\s+\w+\s+(?:tháng\s+)?tuổi)))* | bà\s+mẹ(?:\s+(?:trước,\s+trong\s+và\s+)?sau\s+(?:khi\s+)?sinh)?
  | trẻ(?:\s+em)?(?:\s+(?:sơ\s+sinh|dưới\s+\d+\s+(?:tháng\s+)?tuổi|từ\s+(?:đủ\s+)?\d+\s+(?:(?:tháng\s+)?tuổi\s+|tháng\s+)?đến\s+(?:dưới\s+)?\d+\s+(?:tháng\s+)?tuổi|\d+\s*[-–]\s*\d+\s+(?:tháng\s+)?tuổi|mồ\s+côi(?:\s+(?:cả\s+)?cha(?:\s+(?:và|lẫn|hoặc)\s+mẹ)?)?|khuyết\s+tật(?:\s+(?:đặc\s+biệt\s+)?nặng)?|gái|có\s+hoàn\s+cảnh\s+(?:đặc\s+biệt(?:\s+khó\s+khăn)?|khó\s+khăn)|học\s+đường|mẫu\s+giáo|mầm\s+non|nhà\s+trẻ(?:,\s+mẫu\s+giáo)?|nghèo|suy\s+dinh\s+dưỡng(?:\s+(?:nặng|(?:thể\s+)?(?:thấp\s+còi|nhẹ\s+cân|gầy\s+còm)))?|em\s+gái|{_PEOPLES}))+ | trẻ\s+em | trẻ(?=\s+(?:suy\s+dinh\s+dưỡng|bị|nhiễm|chưa|không|đang|có|sống|thuộc|là)\s)
  | học\s+sinh(?:,?\s+sinh\s+viên)?(?:\s+(?:nghèo|vượt\s+khó|hiếu\s+học|mồ\s+côi(?:\s+(?:cả\s+)?cha(?:\s+(?:và|lẫn|hoặc)\s+mẹ)?)?|bán\s+trú|nội\s+trú|dân\s+tộc\s+nội\s+trú|mầm\s+non|tiểu\s+học|trung\s+học(?:\s+(?:cơ\s+sở|phổ\s+thông))?|(?-i:THCS|THPT|TH)(?:(?:,|\s+và)\s+(?-i:THCS|THPT))*|phổ\s+thông|(?:ở\s+)?các\s+cấp(?:\s+học)?|(?:người\s+)?khuyết\s+tật|{_PEOPLES}))* | sinh\s+viên(?:\s+(?:nghèo|{_PEOPLES}))* | học\s+trò
"""
_AREA = rf"""
    (?:xã|thôn|bản|huyện|ấp|buôn|làng|địa\s+bàn)\s+(?:nghèo|(?:có\s+điều\s+kiện\s+kinh\s+tế\s*-\s*xã\s+hội\s+)?(?:đặc\s+biệt\s+khó\s+khăn|ĐBKK)(?:\s+vùng\s+bãi\s+ngang(?:,?\s+ven\s+biển(?:\s+và\s+hải\s+đảo)?)?)?|khu\s+vực\s+III|biên\s+giới|an\s+toàn\s+khu|đảo)(?:\s+(?-i:{NAME})(?![\w’']|[ -](?-i:{UPPER})|,\s+(?-i:{UPPER})|\s+và\s+(?-i:{UPPER})))?
  | cộng\s+đồng(?:\s+dân\s+cư)?(?:\s+(?:thôn|bản|xóm|buôn|làng|ấp|sóc)(?:,\s+(?:bản|buôn|làng|xóm|ấp|sóc))*)?(?!\s+(?:doanh|các)) | xóm\s+làng | khu\s+tái\s+định\s+cư
"""
_ORGANISATION = r"""
    (?:tổ,\s+nhóm\s+hợp\s+tác|tổ\s+hợp\s+tác|hợp\s+tác\s+xã(?:\s+nông\s+nghiệp)?|doanh\s+nghiệp(?:\s+(?:nhỏ\s+và\s+vừa|siêu\s+nhỏ))?|liên\s+hiệp\s+hợp\s+tác\s+xã|trang\s+trại|nhóm\s+hộ(?:\s+cùng\s+làm)?|tổ,\s+nhóm\s+(?:hộ|cộng\s+đồng)|tổ\s+nhóm|chủ\s+trang\s+trại)
  | cơ\s+sở\s+(?:giáo\s+dục\s+nghề\s+nghiệp|đào\s+tạo|sản\s+xuất,?\s+kinh\s+doanh(?:\s+khác)?|y\s+tế|trợ\s+giúp\s+xã\s+hội|giáo\s+dục)(?:\s+công\s+lập)? | trường\s+học | trạm\s+y\s+tế | điểm\s+trường | trung\s+tâm\s+nghiên\s+cứu(?:,\s+khoa\s+học,\s+công\s+nghệ,\s+kỹ\s+thuật)?
  | (?:đội\s+văn\s+nghệ|câu\s+lạc\s+bộ|đội\s+chiêng|đội\s+bóng)(?:\s+(?:truyền\s+thống|quần\s+chúng|văn\s+hóa\s+dân\s+gian|văn\s+hóa))* | (?:các\s+)?trường(?=\s+(?:phổ\s+thông\s+dân\s+tộc|PTDT|THCS|THPT|tiểu\s+học|mầm\s+non))(?:\s+(?:phổ\s+thông\s+dân\s+tộc\s+(?:nội|bán)\s+trú|PTDTBT|PTDTNT|THCS|THPT|tiểu\s+học|mầm\s+non))+ | ban\s+quản\s+lý\s+rừng\s+cộng\s+đồng
  | cơ\s+quan\s+báo\s+chí(?:,\s+xuất\s+bản)? | (?:cơ\s+quan,\s+(?:đơn\s+vị,\s+)?)?tổ\s+chức(?:,|\s+và)\s+cá\s+nhân(?:\s+(?:có\s+)?liên\s+quan)? | cơ\s+quan,\s+tổ\s+chức\s+có\s+liên\s+quan
"""
_OFFICER = r"""
    (?:đội\s+ngũ\s+)?cán\s+bộ(?:,\s+công\s+chức(?:,\s+viên\s+chức)?)?\s+(?:làm\s+công\s+tác\s+[^;.,]{3,70}?(?=\s+(?:nhằm|để|về|trong)\b|[;.,]|$)|giảm\s+nghèo|nữ|cơ\s+sở|(?:thôn|bản|ấp|xóm|buôn|khu\s+phố|tổ\s+dân\s+phố)(?:,\s+(?:bản|ấp|xóm|buôn|khu\s+phố|tổ\s+dân\s+phố))*|xã|của\s+xã(?:,\s+của\s+thôn)?|được\s+phân\s+công[^;.]{0,80}?(?=[;.,]|$)|các\s+cấp|thông\s+tin\s+và\s+truyền\s+thông|quản\s+lý|y\s+tế|khuyến\s+nông)
  | (?:đội\s+ngũ\s+)?cộng\s+tác\s+viên(?:\s+(?:giảm\s+nghèo|công\s+tác\s+xã\s+hội|dân\s+số|y\s+tế))?(?:\s+cấp\s+(?:xã|huyện|thôn)|\s+(?:các\s+)?thôn,?\s+bản)? | người\s+làm\s+công\s+tác\s+(?:giảm\s+nghèo|xã\s+hội|dân\s+số|y\s+tế) | trưởng\s+(?:các\s+)?(?:thôn|bản|ấp|khu\s+phố)(?:,\s+(?:thôn|bản|ấp|khu\s+phố|tổ\s+dân\s+phố))* | (?:đội\s+ngũ\s+)?cán\s+bộ,\s+công\s+chức(?:,\s+viên\s+chức)?(?:\s+(?:cấp\s+(?:xã|huyện|tỉnh|cơ\s+sở)|các\s+cấp))? | cô\s+đỡ(?:\s+thôn,?\s+bản)? | già\s+làng | bí\s+thư\s+chi\s+bộ | (?:nhà\s+giáo|giáo\s+viên(?:\s+(?:dạy\s+nghề|mầm\s+non|tiểu\s+học|phổ\s+thông))?|nhân\s+viên\s+y\s+tế\s+(?:thôn,?\s+bản|thôn|bản|ấp|buôn|khu\s+phố)|(?:tuyên\s+truyền\s+viên|tình\s+nguyện\s+viên)(?:\s+(?:thôn|bản|ấp|khu\s+phố|cơ\s+sở))?)
"""
KINDS = (("household", _HOUSEHOLD), ("household", _CLAUSE), ("woman_child", _WOMAN_CHILD), ("person", _PERSON), ("area", _AREA), ("organisation", _ORGANISATION), ("officer", _OFFICER))  # fmt: skip
_RX = tuple(
    (
        kind,
        "clause" if pattern is _CLAUSE else "",
        re.compile(
            rf"(?<!\w)(?:{pattern}){'' if pattern is _CLAUSE else chr(40) + '?!' + chr(92) + 'w)'}",
            re.VERBOSE | re.IGNORECASE,
        ),
    )
    for kind, pattern in KINDS
)
_AGE_UNDER = re.compile(r"dưới\s+(\d+)\s+tuổi")
_AGE_FROM = re.compile(
    r"(?:từ\s+)?(?:đủ\s+)?(\d+)\s*(?:tuổi\s+)?(?:đến|[-–]|trở\s+lên|tuổi\s+trở\s+lên)|từ\s+(?:đủ\s+)?(?P<plain>\d+)\s+tuổi$"
)
AGES = re.compile(
    r"\s*(?:trong\s+độ\s+tuổi\s+)?(?:từ\s+(?:đủ\s+)?\d+\s+(?:(?:tháng\s+)?tuổi\s+|tháng\s+)?đến\s+(?:dưới\s+)?\d+\s+(?:tháng\s+)?tuổi|dưới\s+\d+\s+(?:tháng\s+)?tuổi|(?:từ\s+)?\d+\s*[-–]\s*\d+\s+(?:tháng\s+)?tuổi|(?:từ\s+)?(?:đủ\s+)?\d+\s+tuổi\s+trở\s+lên|từ\s+(?:đủ\s+)?\d+\s+tuổi)"
)
GENERIC = (
    "người dân",
    "cộng đồng",
    "hộ gia đình",
    "hộ dân",
    "doanh nghiệp",
    "hợp tác xã",
    "học sinh",
    "trường học",
    "tổ chức",
    "cộng tác viên",
    "thanh niên",
    "trẻ em",
    "phụ nữ",
    "cơ sở",
    "học viên",
    "hội viên",
    "đoàn viên",
    "nhân khẩu",
)
"""Beginnings of names that are often said in passing."""


@dataclass(frozen=True)
class Hit:
    """A group named at `text[start:end]`."""

    start: int
    end: int
    kind: str
    name: str
    """Its name: small first letter, "DTTS" spelled out, without age."""
    clause: bool = False
    """Told by a clause that `end` does not take in yet."""
    age_from: int | None = None
    age_under: int | None = None
    written: tuple[str, ...] = ()
    """Ways the text writes it, where that is not `text[start:end]`."""

    @property
    def id(self) -> str:
        return slugify(self.name)[:70].strip("-")


_RANKED = re.compile(r"\(\s*(?:ưu\s+tiên|trừ|ngoại\s+trừ|không\s+(?:bao\s+)?gồm|kể\s+cả|nhất\s+là)\s", re.IGNORECASE)
_OPEN_HEAD = re.compile(
    r"(hộ|gia\s+đình|người|cá\s+nhân|lao\s+động|thôn|bản|ấp|cán\s+bộ|công\s+chức|phóng\s+viên|nhân\s+viên|tuyên\s+truyền\s+viên|phụ\s+huynh|cô\s+đỡ|chủ|tổ|đội|câu\s+lạc\s+bộ|nhóm|ban|hội\s+viên|nam,\s+nữ|thành\s+viên|đơn\s+vị|cơ\s+sở|đối\s+tượng|xã|giáo\s+viên|tình\s+nguyện\s+viên)(?:,\s+(?:thôn|bản|ấp|xã))*\s+",
    re.IGNORECASE,
)
_OPEN_KINDS = (
    ("hộ", "household"),
    ("gia", "household"),
    ("thôn", "area"),
    ("bản", "area"),
    ("ấp", "area"),
    ("cán", "officer"),
    ("công", "officer"),
    ("phóng", "officer"),
    ("nhân", "officer"),
    ("tuyên", "officer"),
    ("tổ", "organisation"),
    ("đội", "organisation"),
    ("câu", "organisation"),
    ("nhóm", "organisation"),
    ("ban", "organisation"),
    ("đơn", "organisation"),
    ("cơ", "organisation"),
    ("xã", "area"),
    ("giáo", "officer"),
    ("tình", "officer"),
    ("", "person"),
)


def hits(text: str, spots: Sequence[int] = ()) -> list[Hit]:
    """The groups named in a text, from left to right, the longest name at each place; not those in quotation marks.

    `spots`: where a noun for people begins a group that a clause tells, if no name stands there.
    """
    found: list[tuple[int, int, str, bool]] = []
    for kind, clause, pattern in _RX:
        for match in pattern.finditer(text):
            found.append((match.start(), match.end(), kind, bool(clause)))
    for start in spots:
        if head := _OPEN_HEAD.match(text, start):
            found.append(
                (start, head.end(), next(kind for word, kind in _OPEN_KINDS if head[1].lower().startswith(word)), True)
            )
    shut = quoted(text)
    lists = [span for span in bracketed(text) if "," in text[slice(*span)] and not _RANKED.match(text, span[0])]
    chosen: list[Hit] = []
    for start, end, kind, is_clause in sorted(found, key=lambda one: (one[0], one[3], -one[1])):
        if (
            any(one.start < end and start < one.end for one in chosen)
            or any(a < start < b for a, b in shut)
            or inside(start, lists)
        ):
            continue
        end = end if is_clause else start + len(text[start:end].rstrip())
        if not is_clause and (age := AGES.match(text, end)):
            end = age.end()
        chosen.append(_hit(text, start, end, kind, is_clause))
    return chosen


def _hit(text: str, start: int, end: int, kind: str, clause: bool) -> Hit:
    words = text[start:end]
    return Hit(start, end, kind, plain(words), clause, *aged(words))


def aged(words: str) -> tuple[int | None, int | None]:
    """From which age on, and under which, in years, words say somebody is."""
    under, first = _AGE_UNDER.search(words), _AGE_FROM.search(words)
    upper = re.search(r"(?:đến|[-–])\s*(?:dưới\s+)?(\d+)\s+tuổi", words)
    if re.search(r"\d\s+tháng\s+(?:tuổi|đến)", words):  # months are no years
        first = None
    age_under = int(under[1]) if under else int(upper[1]) + (0 if "dưới" in upper[0] else 1) if upper else None
    return int(first[1] or first["plain"]) if first else None, age_under


def plain(words: str) -> str:
    """A name of a group as its record has it."""
    name = " ".join(words.split()).strip(" ,;.:")
    name = name[:1].lower() + name[1:] if not name[1:2].isupper() else name
    name = re.sub(
        r"\s+(?:từ (?:đủ )?\d+ (?:tuổi )?đến (?:dưới )?\d+ tuổi|dưới \d+ tuổi|từ (?:đủ )?\d+ tuổi(?: trở lên)?|(?:từ )?\d+ ?[-–] ?\d+ tuổi|(?:đủ )?\d+ tuổi trở lên|trong độ tuổi)$",
        "",
        name,
    )
    if name == "người":
        name = short(words)
    name = re.sub(r"\bDTTS\b", "dân tộc thiểu số", name)
    name = re.sub(r"\bĐBKK\b", "đặc biệt khó khăn", name)
    name = re.sub(r"^hộ gia đình (?=nghèo|cận nghèo|mới thoát)", "hộ ", name)
    name = re.sub(r"^cận nghèo$", "hộ cận nghèo", name)
    name = re.sub(r"^thai phụ$|^phụ nữ có thai$", "phụ nữ mang thai", name)
    name = re.sub(r"^lao động$", "người lao động", name)
    return re.sub(r"^trẻ$", "trẻ em", name)


def is_generic(name: str) -> bool:
    """Whether a name is often said in passing, where nobody is given anything."""
    return any(
        name == one or (name.startswith(one) and one in ("tổ chức", "cơ sở", "cộng tác viên")) for one in GENERIC
    )


def short(words: str) -> str:
    """A name as its record has it, with nothing cut off."""
    name = " ".join(words.split()).strip(" ,;.:")
    name = re.sub(r"\bDTTS\b", "dân tộc thiểu số", name)
    name = re.sub(rf"^(hộ(?:\s+gia\s+đình)?){_HEADS}(?=\s)", r"\1", name)
    return name[:1].lower() + name[1:]
