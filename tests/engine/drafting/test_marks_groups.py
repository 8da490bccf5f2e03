"""Whom the words of a draft are about: groups with their conditions, and who is only spoken of."""

from __future__ import annotations

import pytest
from drafting_marks import draft_of, in_project, only, sets

from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Part, Passage


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo.",
            [{"who": ["tre-em"], "of": ["ho-ngheo", "ho-can-ngheo"], "age_under": 16}],
        ),
        (
            "Hộ nghèo, hộ mới thoát nghèo trong thời hạn 36 tháng có lao động.",
            [
                {"who": ["ho-ngheo"], "condition": "có lao động"},
                {"who": ["ho-moi-thoat-ngheo"], "condition": "trong thời hạn 36 tháng có lao động"},
            ],
        ),
        (
            "96 hộ chưa có nước sạch, trước hết là hộ nghèo.",
            [{"who": ["ho-chua-co-nuoc-sach"]}, {"who": ["ho-ngheo"], "priority": True}],
        ),
        (
            "Ưu tiên hộ nghèo có thành viên là người khuyết tật nặng.",
            [{"who": ["ho-ngheo-co-thanh-vien-la-nguoi-khuyet-tat-nang"], "priority": True}],
        ),
        (
            "Không hỗ trợ hộ đã được hỗ trợ nhà ở trong vòng 10 năm.",
            [{"who": ["ho-da-duoc-ho-tro-nha-o"], "condition": "trong vòng 10 năm", "excluded": True}],
        ),
        (
            "Người cao tuổi không nơi nương tựa tại thôn Đông.",
            [{"who": ["nguoi-cao-tuoi"], "condition": "không nơi nương tựa", "place": "thon-dong"}],
        ),
        (
            "Làm nhà cho hộ nghèo đang ở nhà tạm, nhà dột nát, chưa được hỗ trợ nhà ở.",
            [{"who": ["ho-ngheo"], "condition": "đang ở nhà tạm, nhà dột nát, chưa được hỗ trợ nhà ở"}],
        ),
        (
            "Hộ có phụ nữ làm chủ hộ; học sinh tốt nghiệp lớp 9 không học tiếp.",
            [
                {"who": ["ho-co-phu-nu-lam-chu-ho"]},
                {"who": ["hoc-sinh"], "condition": "tốt nghiệp lớp 9 không học tiếp"},
            ],
        ),
        (
            "Cấp sữa cho trẻ em bị suy dinh dưỡng; cấp chăn cho người cao tuổi không có lương hưu.",
            [
                {"who": ["tre-em"], "condition": "bị suy dinh dưỡng"},
                {"who": ["nguoi-cao-tuoi"], "condition": "không có lương hưu"},
            ],
        ),
    ],
)
def test_whom_a_project_is_for(text: str, found: list[dict[str, object]]):
    """Who, of which households, under which condition, where, how old, before others, or not at all."""
    got = [one for _, listed in only(text, heading="Đối tượng:", key="for_whom") for one in listed]
    assert got == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hộ làm nghề đánh bắt gần bờ bị chìm tàu được hỗ trợ một lần 30 triệu đồng.",
            [{"who": ["ho-lam-nghe-danh-bat-gan-bo-bi-chim-tau"]}],
        ),
        (
            "Học sinh mồ côi cả cha lẫn mẹ được nhận học bổng; riêng người già neo đơn được tặng quà.",
            [{"who": ["hoc-sinh-mo-coi-ca-cha-lan-me"]}, {"who": ["nguoi-gia-neo-don"]}],
        ),
        (
            "Hộ nghèo vay làm ăn theo nhóm được ưu tiên giải ngân trước.",
            [{"who": ["ho-ngheo"], "condition": "vay làm ăn theo nhóm", "priority": True}],
        ),
        (
            "Người đang nợ quá hạn tại tổ chức tín dụng không thuộc diện được vay.",
            [{"who": ["nguoi-dang-no-qua-han-tai-to-chuc-tin-dung"], "excluded": True}],
        ),
        (
            "Hộ có đất đang tranh chấp thì chưa hỗ trợ.",
            [{"who": ["ho-co-dat-dang-tranh-chap"], "excluded": True}],
        ),
        (
            "Hộ có đất đang tranh chấp thì tạm chưa xét hỗ trợ.",
            [{"who": ["ho-co-dat-dang-tranh-chap"], "excluded": True}],
        ),
        (
            "Hộ nghèo đang có tranh chấp về đất ở chưa được xét.",
            [{"who": ["ho-ngheo"], "condition": "đang có tranh chấp về đất ở", "excluded": True}],
        ),
        (
            "Mức hỗ trợ 18 triệu đồng/hộ nghèo, 12 triệu đồng/hộ cận nghèo.",
            [{"who": ["ho-ngheo"]}, {"who": ["ho-can-ngheo"]}],
        ),
        (
            "Người từ đủ 65 tuổi đến dưới 75 tuổi chưa có thẻ được hỗ trợ 50% mức đóng.",
            [
                {
                    "who": ["nguoi-tu-du-65-tuoi-den-duoi-75-tuoi"],
                    "condition": "chưa có thẻ",
                    "age_from": 65,
                    "age_under": 75,
                }
            ],
        ),
        (
            "Không chi trả từ nguồn này cho người đã được doanh nghiệp tổ chức khám.",
            [{"who": ["nguoi-da-duoc-doanh-nghiep-to-chuc-kham"], "excluded": True}],
        ),
        (
            "Không hỗ trợ các trường hợp sau: hộ đã bán nhà; người đang chấp hành án phạt tù.",
            [
                {"who": ["ho-da-ban-nha"], "excluded": True},
                {"who": ["nguoi-dang-chap-hanh-an-phat-tu"], "excluded": True},
            ],
        ),
        ("Cấp giống lúa cho các hộ trồng lúa bị ngập.", [{"who": ["ho-trong-lua-bi-ngap"]}]),
        ("Đối với hộ bị thu hồi đất sản xuất, hỗ trợ học nghề.", [{"who": ["ho-bi-thu-hoi-dat-san-xuat"]}]),
    ],
)
def test_whom_a_sentence_entitles(text: str, found: list[dict[str, object]]):
    """Whoever stands before "được hỗ trợ", "không được xét", behind "đối với" or "/", however told."""
    assert [one for _, listed in only(text, heading="Nội dung:", key="for_whom") for one in listed] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hộ nghèo được Chủ tịch UBND xã công nhận, đang thường trú tại xã; học sinh là con của hộ nghèo.",
            [
                {"who": ["ho-ngheo"], "condition": "được Chủ tịch UBND xã công nhận, đang thường trú tại xã"},
                {"who": ["hoc-sinh"], "of": ["ho-ngheo"]},
            ],
        ),
        (
            "Hộ nghèo có tên trong danh sách hộ nghèo, hộ cận nghèo tối thiểu 03 năm.",
            [{"who": ["ho-ngheo"], "condition": "có tên trong danh sách hộ nghèo, hộ cận nghèo tối thiểu 03 năm"}],
        ),
        (
            "Ưu tiên hộ vừa bị thiên tai, hộ tự viết đơn xin thoát nghèo, trừ hộ bảo trợ xã hội.",
            [
                {"who": ["ho-vua-bi-thien-tai"], "priority": True},
                {"who": ["ho-tu-viet-don-xin-thoat-ngheo"], "priority": True},
                {"who": ["ho-bao-tro-xa-hoi"], "excluded": True},
            ],
        ),
        (
            "Là hộ nghèo, có đất ở, chưa được hỗ trợ nhà ở.",
            [{"who": ["ho-ngheo"], "condition": "có đất ở, chưa được hỗ trợ nhà ở"}],
        ),
    ],
)
def test_beneficiaries_in_words_of_their_own(text: str, found: list[dict[str, object]]):
    """In a list of beneficiaries a clause tells who is meant, and what is demanded of them."""
    assert [one for _, listed in only(text, heading="Đối tượng:", key="for_whom") for one in listed] == found


def test_a_line_that_excludes_leads_the_lines_below_it():
    """ "Không hỗ trợ các trường hợp sau:" holds for each of its items."""
    items = [Passage("Hộ đã bán nhà được cấp;"), Passage("Người đang chấp hành án phạt tù.")]
    clause = Part(
        "clause", "2", "", "Nguyên tắc", paragraphs=[Passage("Không hỗ trợ các trường hợp sau:")], items=items
    )
    mark(draft_of(Part("part", "II", heading="NỘI DUNG", parts=[clause])))
    assert [value for one in items for _, value in sets(one, "for_whom")] == [
        [{"who": ["ho-da-ban-nha"], "excluded": True}],
        [{"who": ["nguoi-dang-chap-hanh-an-phat-tu"], "excluded": True}],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giảm tỷ lệ hộ nghèo; rà soát hộ nghèo, hộ cận nghèo.",
        "Vận động Quỹ “Vì người nghèo”; nâng cao nhận thức của người dân.",
        "Số hộ nghèo cuối năm còn 184 hộ.",
        "Người đứng đầu đơn vị được giao chủ trì chịu trách nhiệm về tiến độ.",
        "Dự án được phê duyệt, người dân được thông báo công khai.",
        "Mức vay tối đa 100 triệu đồng/người lao động; giúp 21 hộ thoát nghèo.",
    ],
)
def test_who_is_only_spoken_of_is_no_target(text: str):
    """Rates, reviews, slogans: nobody is given anything."""
    assert only(text, heading="Nội dung:", key="for_whom") == []


def test_a_share_that_is_to_be_served_is_asked_about():
    """ "100% hộ nghèo được …" is a figure to be reached, and perhaps says whom the plan is for."""
    goal = Part("clause", "2", heading="Chỉ tiêu", paragraphs=[Passage("100% hộ nghèo được tư vấn việc làm.")])
    mark(draft_of(Part("part", "II", heading="MỤC TIÊU", parts=[goal])))
    found = {one.kind: one.degree for one in goal.paragraphs[0].marks}
    assert found == {"for_whom": Degree.LIKELY, "indicator": Degree.SURE}


def test_a_time_that_tells_a_group_is_no_deadline():
    """ "trong thời hạn 36 tháng" says which households are meant."""
    (part,) = [in_project("Đối tượng:", "Hộ mới thoát nghèo (trong thời hạn 36 tháng).")]
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    passage = part.parts[0].paragraphs[0]
    assert (sets(passage, "timing"), [value for _, value in sets(passage, "for_whom")]) == (
        [],
        [[{"who": ["ho-moi-thoat-ngheo"], "condition": "trong thời hạn 36 tháng"}]],
    )


def test_conditions_that_follow_each_other_are_one():
    """A second condition behind a comma belongs to the first."""
    line = "Hỗ trợ 35 hộ nghèo có nhà ở hư hỏng nặng, chưa được hỗ trợ từ chương trình khác; mức 60 triệu đồng/căn."
    ((_, value),) = only(line, heading="Nội dung:", key="for_whom")
    assert value == [{"who": ["ho-ngheo"], "condition": "có nhà ở hư hỏng nặng, chưa được hỗ trợ từ chương trình khác"}]


def test_groups_told_by_nouns_that_no_list_has():
    """Right behind what is given, and in the list it leads, whoever is named is a group."""
    line = "Chi trả dịch vụ môi trường rừng cho các chủ rừng, tổ bảo vệ rừng."
    found = only(line, heading="Nội dung", key="for_whom")
    assert [value for _, value in found] == [[{"who": ["chu-rung"]}], [{"who": ["to-bao-ve-rung"]}]]


def test_who_benefits_is_a_list_of_groups():
    """ "Người hưởng lợi" heads a list of groups as "Đối tượng" does."""
    found = only("Học sinh bán trú, trẻ mẫu giáo.", heading="Người hưởng lợi", key="for_whom")
    assert [value for _, value in found] == [[{"who": ["hoc-sinh-ban-tru", "tre-mau-giao"]}]]
