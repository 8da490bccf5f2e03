"""Whom a plan is for, told in words that no lexicon has: what they lack and do, who gets nothing, who comes first."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import LISTED, SAID, told

from programme.drafting.marks.groups.groups import Groups
from programme.drafting.marks.plan_context import Place
from programme.drafting.shape import Part


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Hộ gia đình đăng ký làm vườn mẫu, có diện tích vườn tối thiểu 300 m2, cam kết đối ứng 50% kinh phí.",
            [
                {
                    "who": ["ho-gia-dinh"],
                    "condition": "đăng ký làm vườn mẫu, có diện tích vườn tối thiểu 300 m2, cam kết đối ứng 50% kinh "
                    "phí",
                }
            ],
        ),
        (
            "Sinh viên tốt nghiệp trong thời hạn 02 năm chưa tìm được việc làm.",
            [{"who": ["sinh-vien"], "condition": "tốt nghiệp trong thời hạn 02 năm chưa tìm được việc làm"}],
        ),
        (
            "(1) phụ nữ là chủ hộ, (2) người chấp hành xong hình phạt tù về địa phương, (3) hộ dân tộc Dao, Sán Chay.",
            [
                {"who": ["phu-nu-la-chu-ho"]},
                {"who": ["nguoi-chap-hanh-xong-hinh-phat-tu-ve-dia-phuong"]},
                {"who": ["ho-dan-toc-dao-san-chay"]},
            ],
        ),
        (
            "Trường học, trạm y tế ở thôn, bản đặc biệt khó khăn.",
            [{"who": ["truong-hoc", "tram-y-te"], "condition": "ở thôn, bản đặc biệt khó khăn"}],
        ),
        (
            "Phụ nữ từ 15 - 49 tuổi; trẻ em từ 6 - 59 tháng tuổi; người từ đủ 75 tuổi trở lên.",
            [
                {"who": ["phu-nu"], "age_from": 15, "age_under": 50},
                {"who": ["tre-em-tu-6-59-thang-tuoi"]},
                {"who": ["nguoi-tu-du-75-tuoi-tro-len"], "age_from": 75},
            ],
        ),
        ("Huyện nghèo Mường Cẩm.", [{"who": ["huyen-ngheo-muong-cam"]}]),
    ],
)
def test_a_list_of_whom_something_is_for_says_which_of_them(text: str, groups: list[dict[str, Any]]):
    """Any words behind a name are its condition; a count in brackets ends it; months are no years of age."""
    assert told(text, LISTED) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Ưu tiên hộ có phụ nữ làm chủ; hộ dân tộc thiểu số có khó khăn đặc thù. Hộ nghèo được vay vốn.",
            [
                {"who": ["ho-co-phu-nu"], "condition": "làm chủ", "priority": True},
                {"who": ["ho-dan-toc-thieu-so"], "condition": "có khó khăn đặc thù", "priority": True},
                {"who": ["ho-ngheo"]},
            ],
        ),
        (
            "Chưa xem xét đối với hộ đang vay vốn chưa trả hết.",
            [{"who": ["ho-dang-vay-von-chua-tra-het"], "excluded": True}],
        ),
        (
            "Không xét các nhóm không hoàn trả vốn và đơn vị đã bị thu hồi vốn.",
            [
                {"who": ["nhom-khong-hoan-tra-von"], "excluded": True},
                {"who": ["don-vi-da-bi-thu-hoi-von"], "excluded": True},
            ],
        ),
        (
            "Không bao gồm người đang được nuôi dưỡng tập trung tại cơ sở trợ giúp xã hội.",
            [
                {"who": ["nguoi-dang-duoc-nuoi-duong-tap-trung-tai-co-so-tro-giup-xa-hoi"], "excluded": True},
            ],
        ),
        (
            "Các bản thường xuyên thiếu nước (Pa Tết, Nậm Xả) được ưu tiên đầu tư công trình.",
            [{"who": ["ban-thuong-xuyen-thieu-nuoc"], "priority": True}],
        ),
        (
            "Cấp thẻ bảo hiểm y tế cho người thuộc hộ nghèo.",
            [{"who": ["nguoi-thuoc-ho-ngheo"], "of": ["ho-ngheo"]}],
        ),
        (
            "Hỗ trợ bữa ăn cho học sinh bán trú con hộ nghèo; tặng quà cho bà mẹ có con dưới 2 tuổi.",
            [
                {"who": ["hoc-sinh-ban-tru"], "of": ["ho-ngheo"]},
                {"who": ["ba-me"], "condition": "có con dưới 2 tuổi"},
            ],
        ),
        ("Tập trung hỗ trợ giúp hộ nghèo có việc làm ổn định.", [{"who": ["ho-ngheo"]}]),
        (
            "Không đưa vào danh sách các hộ cho thuê lại đất, hộ bỏ đi khỏi địa phương trên 6 tháng.",
            [
                {"who": ["ho-cho-thue-lai-dat"], "excluded": True},
                {"who": ["ho-bo-di-khoi-dia-phuong-tren-6-thang"], "excluded": True},
            ],
        ),
        (
            "Trợ cấp cho người già không nơi nương tựa 500.000 đồng/tháng.",
            [{"who": ["nguoi-gia"], "condition": "không nơi nương tựa"}],
        ),
    ],
)
def test_running_text_says_who_comes_first_and_who_gets_nothing(text: str, groups: list[dict[str, Any]]):
    """What a half-sentence says of all it lists holds behind its semicolon; what is to be reached is no condition."""
    assert told(text, SAID) == groups


def test_words_that_may_narrow_a_group_are_asked_about():
    """Few words that nothing tells apart from a condition; what something is given for is none."""
    found = Groups().marks(
        "Dạy sử dụng dịch vụ công cho phụ nữ làm nông; hỗ trợ cho hộ nghèo phát triển sản xuất.",
        SAID,
        duties=(),
        taken=(),
    )
    assert [(one.degree.value, *one.sets["for_whom"]) for one in found] == [
        ("likely", {"who": ["phu-nu"], "condition": "làm nông"}),
        ("sure", {"who": ["ho-ngheo"]}),
    ]


def test_a_heading_that_says_what_is_given_leads_to_those_who_get_it():
    """Up to the first semicolon; what is said behind it is judged by itself."""
    place = Place(Part("clause", "1", heading="Hỗ trợ xi măng làm đường:"))
    text = "các xã chưa đạt tiêu chí giao thông, thôn có trên 50% số hộ nghèo; mức 170 tấn/km, xã tự làm."
    assert told(text, place) == [
        {"who": ["xa-chua-dat-tieu-chi-giao-thong"]},
        {"who": ["thon-co-tren-50-so-ho-ngheo"]},
    ]
