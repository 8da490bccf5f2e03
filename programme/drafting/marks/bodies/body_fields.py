"""The fields of work that bodies are named for, in their general words: "nông nghiệp", "lao động", "kiểm lâm"."""

from __future__ import annotations

from ..words import either

_FIELDS = (
    """
nông nghiệp|phát triển nông thôn|nông thôn mới|nông thôn|môi trường|tài nguyên|tài chính|kế hoạch|đầu tư|lao động
thương binh|xã hội|xh|văn hóa|văn hoá|thông tin|thể thao|thể dục|du lịch|truyền thông|giáo dục|đào tạo|nghề nghiệp
thường xuyên|dạy nghề|y tế|dự phòng|tư pháp|nội vụ|dân tộc|tôn giáo|kinh tế|hạ tầng|đô thị|quản lý đô thị|xây dựng
giao thông|vận tải|công thương|công nghiệp|thương mại|khoa học|công nghệ|chuyển đổi số|phục vụ|hành chính công|hành chính
dịch vụ|dịch vụ công|nghiệp vụ y|nghiệp vụ dược|nghiệp vụ|dịch vụ tổng hợp|sự nghiệp công|tổng đài|phát triển cộng đồng|công ích|việc làm|bảo trợ|công tác xã hội|quân sự|biên phòng
chính sách xã hội|chính sách|thống kê|kiểm lâm|khuyến nông|khuyến công|thú y|chăn nuôi|trồng trọt|bảo vệ thực vật
kỹ thuật nông nghiệp|kỹ thuật|thủy lợi|lâm nghiệp|thủy sản|nước sạch|vệ sinh môi trường|dân số|kiểm soát bệnh tật
trợ giúp pháp lý|nhà nước|phát triển quỹ đất|quỹ đất|tổ chức|tuyên giáo|dân vận|kiểm tra|nội chính|xúc tiến
xúc tiến đầu tư|hợp tác xã|phát thanh|truyền hình|truyền thanh|bảo hiểm|ngoại vụ|quản lý dự án|đầu tư xây dựng|giảm nghèo
tổng hợp|chính trị|cựu chiến binh|người cao tuổi|chữ thập đỏ|khuyến học|nông dân|liên hiệp phụ nữ|phụ nữ|thanh niên
cộng sản hồ chí minh|thanh niên xung phong|người khuyết tật|người mù|trẻ mồ côi|từ thiện|đông y|luật gia|doanh nghiệp
công chức|bình đẳng giới|trẻ em|gia đình|đa khoa|phát triển|quản lý|phổ thông|mầm non|quản lý rừng|rừng phòng hộ|rừng đặc dụng|học tập cộng đồng
điều phối|chương trình|mục tiêu quốc gia|quốc gia|dữ liệu|an ninh|trật tự|giám sát|cộng đồng|công tác mặt trận|mặt trận
doanh nhân trẻ|nữ doanh nhân|doanh nhân|nạn nhân chất độc da cam|cựu giáo chức|nhà báo|làm vườn|thầy thuốc trẻ|đất đai|địa chính|hộ tịch|pháp chế|biển đảo|khí tượng thủy văn|đo lường|kiểm định|kiểm nghiệm|giống|cây trồng|vật nuôi|cấp nước|cấp thoát nước
bảo tồn thiên nhiên|phòng, chống thiên tai|phòng chống thiên tai|tìm kiếm cứu nạn|lưu trữ|thi đua|khởi nghiệp|năng lượng|dinh dưỡng|sinh thái
an toàn vệ sinh thực phẩm|an toàn thực phẩm|vệ sinh thực phẩm|văn học|nghệ thuật|bất động sản|quản lý thị trường|thị trường|nhà ở
an ninh mạng|phòng, chống tội phạm|công nghệ cao|cảnh sát|phòng cháy, chữa cháy|phòng cháy chữa cháy|cứu nạn, cứu hộ|xuất nhập cảnh
tiêu chuẩn|chất lượng|sở hữu trí tuệ|kiểm ngư|đê điều|ngân sách|hải quan|dự trữ nhà nước|đấu giá|công chứng|thi hành án|bổ trợ tư pháp
người lao động|sức khỏe sinh sản|sức khỏe|phục hồi chức năng|tâm thần|sản nhi|y dược cổ truyền|y học cổ truyền|cổ truyền|y dược|dược liệu
giám định|pháp y|cấp cứu|quan trắc|khoáng sản|tài nguyên nước|biến đổi khí hậu|khí tượng|đăng ký đất đai|giải phóng mặt bằng|tái định cư
khu công nghiệp|khu kinh tế|cụm công nghiệp|đường bộ|đường thủy|đăng kiểm|bảo tàng|di tích|di sản|điện ảnh|xuất bản|báo chí|thông tin cơ sở
công nghệ thông tin|viễn thông|bưu chính|thiếu nhi|sinh viên|hướng nghiệp|nội trú|ngoại ngữ|tin học|khảo thí|khoa giáo|văn xã|bảo vệ môi trường
bảo vệ và phát triển rừng|đầu tư phát triển|quốc phòng|quản lý nhà|quản lý chất lượng giáo dục|quản lý chất lượng|quản lý hành chính về trật tự xã hội|quản lý hành chính|phát triển rừng|bảo vệ rừng|phòng thủ dân sự|cựu thanh niên xung phong|dự án
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
_VERBS = {
    "tổng hợp",
    "bảo hiểm",
    "giám sát",
    "tuyên giáo",
    "tổ chức",
    "kiểm tra",
    "đào tạo",
    "phục vụ",
    "xây dựng",
    "đầu tư",
    "quản lý",
    "quản lý nhà",
    "quản lý chất lượng",
    "quản lý chất lượng giáo dục",
    "quản lý hành chính",
    "đầu tư phát triển",
    "thống kê",
    "phát triển",
    "điều phối",
    "lưu trữ",
    "kiểm định",
    "kiểm nghiệm",
    "thi đua",
    "khởi nghiệp",
}
"""Fields that are verbs too: they belong to a name only at its head, or with a capital."""
FIELD = f"(?i:{either(_FIELDS)})"
NOUN = f"(?i:{either(word for word in _FIELDS if word not in _VERBS)})"
"""A pattern of any field, and of one that is no verb."""
