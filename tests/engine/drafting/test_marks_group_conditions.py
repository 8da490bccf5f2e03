"""The whole condition of a group, where it speaks of support, sums of money, attestation, further conditions."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import LISTED, SAID, told


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Hộ nghèo có đất sản xuất và cam kết không bán tài sản được hỗ trợ.",
            [{"who": ["ho-ngheo"], "condition": "có đất sản xuất và cam kết không bán tài sản được hỗ trợ"}],
        ),
        (
            "Hộ cận nghèo đang cư trú từ 12 tháng trở lên, được Trưởng thôn xác nhận.",
            [{"who": ["ho-can-ngheo"], "condition": "đang cư trú từ 12 tháng trở lên, được Trưởng thôn xác nhận"}],
        ),
        ("Hộ chưa từng được hỗ trợ nhà ở.", [{"who": ["ho-chua-tung-duoc-ho-tro-nha-o"]}]),
        (
            "Người cao tuổi không có người có nghĩa vụ phụng dưỡng, hoặc người đó đang hưởng trợ cấp xã hội.",
            [
                {
                    "who": ["nguoi-cao-tuoi"],
                    "condition": "không có người có nghĩa vụ phụng dưỡng, hoặc người đó đang hưởng trợ cấp xã hội",
                }
            ],
        ),
        (
            "Nhóm hộ do Hội Phụ nữ thành lập, có ít nhất 10 hộ.",
            [{"who": ["nhom-ho"], "condition": "do Hội Phụ nữ thành lập, có ít nhất 10 hộ"}],
        ),
        (
            "Hộ gia đình có thu nhập dưới 2,2 triệu đồng/tháng.",
            [{"who": ["ho-gia-dinh-co-thu-nhap-duoi-2-2-trieu-dong-thang"]}],
        ),
        (
            "Ưu tiên: thứ nhất là hộ có người khuyết tật; tiếp đến hộ là thành viên hợp tác xã.",
            [
                {"who": ["ho-co-nguoi-khuyet-tat"], "priority": True},
                {"who": ["ho-la-thanh-vien-hop-tac-xa"], "priority": True},
            ],
        ),
        (
            "Không áp dụng với: hộ đang trong thời gian bị thu hồi vốn; hộ cố tình tách hộ để hưởng chính sách.",
            [
                {"who": ["ho-dang-trong-thoi-gian-bi-thu-hoi-von"], "excluded": True},
                {"who": ["ho-co-tinh-tach-ho-de-huong-chinh-sach"], "excluded": True},
            ],
        ),
        (
            "Xét theo thứ tự: hộ có nạn nhân chất độc hóa học, sau đó đến hộ người có công.",
            [
                {"who": ["ho-co-nan-nhan-chat-doc-hoa-hoc"], "priority": True},
                {"who": ["ho-nguoi-co-cong"], "priority": True},
            ],
        ),
        ("Người lao động từ đủ 18 tuổi.", [{"who": ["nguoi-lao-dong"], "age_from": 18}]),
    ],
)
def test_a_line_of_a_list_tells_the_whole_condition(text: str, groups: list[dict[str, Any]]):
    """Support, income and benefits of which a condition speaks are no gift of the plan's, and end it nowhere."""
    assert told(text, LISTED) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Hỗ trợ bò giống cho 25 hộ nghèo có lao động, có đất trồng cỏ.",
            [{"who": ["ho-ngheo"], "condition": "có lao động, có đất trồng cỏ"}],
        ),
        (
            "Hỗ trợ xây nhà cho hộ nghèo thuộc diện có nhà ở hư hỏng nặng, dột nát mà không thể tự sửa.",
            [{"who": ["ho-ngheo"], "condition": "thuộc diện có nhà ở hư hỏng nặng, dột nát mà không thể tự sửa"}],
        ),
        (
            "Hỗ trợ học phí cho người học là lao động nông thôn thuộc hộ nghèo.",
            [{"who": ["nguoi-hoc"], "condition": "là lao động nông thôn thuộc hộ nghèo"}],
        ),
        (
            "Dạy nghề, ưu tiên lao động nữ, lao động thuộc hộ nghèo.",
            [
                {"who": ["lao-dong-nu"], "priority": True},
                {"who": ["nguoi-lao-dong"], "of": ["ho-ngheo"], "priority": True},
            ],
        ),
        (
            "Hỗ trợ học phí cho trẻ em nhà trẻ, mẫu giáo và học sinh phổ thông có cha mẹ thuộc diện hộ nghèo.",
            [
                {
                    "who": ["tre-em-nha-tre-mau-giao", "hoc-sinh-pho-thong"],
                    "condition": "có cha mẹ thuộc diện hộ nghèo",
                }
            ],
        ),
        (
            "Không áp dụng đối với người đã học nghề từ ngân sách và cán bộ, công chức, viên chức.",
            [
                {"who": ["nguoi-da-hoc-nghe-tu-ngan-sach"], "excluded": True},
                {"who": ["can-bo-cong-chuc-vien-chuc"], "excluded": True},
            ],
        ),
    ],
)
def test_running_text_tells_the_whole_condition(text: str, groups: list[dict[str, Any]]):
    """A further condition goes on behind a comma; what is said of one of two groups of a noun is said of it alone."""
    assert told(text, SAID) == groups
