"""Groups and conditions in further ways of telling them: behind "gồm:", with how many they are, behind an age."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import LISTED, SAID, draft_of, told

from programme.drafting.marks import mark
from programme.drafting.marks.groups.groups import Groups
from programme.drafting.shape import Degree, Part, Passage


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Học sinh có nguy cơ bỏ học gồm: (1) học sinh nghỉ không phép từ 05 buổi; (2) học sinh đã lập gia đình.",
            [
                {"who": ["hoc-sinh"], "condition": "nghỉ không phép từ 05 buổi"},
                {"who": ["hoc-sinh"], "condition": "đã lập gia đình"},
            ],
        ),
        (
            "Các hộ được xem là khó khăn bao gồm các trường hợp sau: hộ nghèo; hộ có người khuyết tật nặng.",
            [{"who": ["ho-ngheo"]}, {"who": ["ho-co-nguoi-khuyet-tat-nang"]}],
        ),
        (
            "480 xe đạp cho học sinh nhà cách trường từ 05 km trở lên.",
            [{"who": ["hoc-sinh"], "condition": "nhà cách trường từ 05 km trở lên"}],
        ),
        (
            "Hỗ trợ tiền đi lại cho người học ở xa trung tâm trên 15 km.",
            [{"who": ["nguoi-hoc"], "condition": "ở xa trung tâm trên 15 km"}],
        ),
        (
            "Mở lớp cho 360 lao động là người DTTS, người dân tộc Kinh thuộc hộ nghèo, hộ cận nghèo.",
            [
                {"who": ["lao-dong-la-nguoi-dan-toc-thieu-so"]},
                {"who": ["nguoi-dan-toc-kinh"], "of": ["ho-ngheo", "ho-can-ngheo"]},
            ],
        ),
        (
            "Hỗ trợ phụ nữ DTTS sinh con tại cơ sở y tế và chăm sóc trẻ em dưới 05 tuổi.",
            [
                {"who": ["phu-nu-dan-toc-thieu-so"], "condition": "sinh con tại cơ sở y tế"},
                {"who": ["tre-em"], "age_under": 5},
            ],
        ),
        (
            "Bố trí dân cư cho 35 hộ/140 khẩu sinh sống tại khu vực bị lũ quét.",
            [{"who": ["ho-sinh-song-tai-khu-vuc-bi-lu-quet"]}],
        ),
        (
            "Di dời 42 hộ với 168 nhân khẩu đang sống trong vùng sạt lở; hỗ trợ cho 12 hộ (51 khẩu) chưa có đất ở.",
            [{"who": ["ho-dang-song-trong-vung-sat-lo"]}, {"who": ["ho-chua-co-dat-o"]}],
        ),
        (
            "Khoán rừng cho các cộng đồng làng, hộ gia đình.",
            [{"who": ["cong-dong-lang"]}, {"who": ["ho-gia-dinh"]}],
        ),
        (
            "Ưu tiên hộ dân tộc thiểu số sống ở vùng sạt lở.",
            [{"who": ["ho-dan-toc-thieu-so"], "condition": "sống ở vùng sạt lở", "priority": True}],
        ),
        (
            "Tặng học bổng cho học sinh mồ côi, học sinh nghèo vượt khó.",
            [{"who": ["hoc-sinh-mo-coi", "hoc-sinh-ngheo-vuot-kho"]}],
        ),
        ("Trao 25 xe lăn cho người khuyết tật vận động.", [{"who": ["nguoi-khuyet-tat-van-dong"]}]),
        (
            "Hỗ trợ tiền thuê nhà cho công nhân xa quê có con nhỏ.",
            [{"who": ["cong-nhan-xa-que"], "condition": "có con nhỏ"}],
        ),
        (
            "Trợ cấp 3 triệu đồng cho gia đình có người chết, 1,5 triệu đồng cho người bị thương nặng.",
            [{"who": ["gia-dinh-co-nguoi-chet"]}, {"who": ["nguoi-bi-thuong-nang"]}],
        ),
        (
            "Hỗ trợ máy móc cho tổ hợp tác do phụ nữ làm chủ.",
            [{"who": ["to-hop-tac"], "condition": "do phụ nữ làm chủ"}],
        ),
        (
            "Trẻ em dưới 6 tuổi, người cao tuổi và người thuộc hộ nghèo được khám miễn phí.",
            [
                {"who": ["tre-em"], "age_under": 6},
                {"who": ["nguoi-cao-tuoi"]},
                {"who": ["nguoi-thuoc-ho-ngheo"], "of": ["ho-ngheo"]},
            ],
        ),
        (
            "Chăm sóc bà mẹ trước, trong và sau sinh; phát sữa cho trẻ em suy dinh dưỡng thể thấp còi.",
            [{"who": ["ba-me-truoc-trong-va-sau-sinh"]}, {"who": ["tre-em-suy-dinh-duong-the-thap-coi"]}],
        ),
        (
            "Đối với hộ không tự làm được nhà (người già, người khuyết tật), thôn giúp công.",
            [{"who": ["ho-khong-tu-lam-duoc-nha-nguoi-gia-nguoi-khuyet-tat"]}],
        ),
        ("Hộ vay phải có phương án sản xuất và được tổ tiết kiệm bình xét.", []),
        ("Kinh phí chi cho giáo viên phụ đạo là 2 tỷ đồng.", []),
        ("Kinh phí hỗ trợ cho hộ nghèo làm nhà là 640 triệu đồng.", [{"who": ["ho-ngheo"]}]),
    ],
)
def test_groups_in_running_text(text: str, groups: list[dict[str, Any]]) -> None:
    """Whom a sentence of a project is for, each with its condition and no further words."""
    assert told(text, SAID) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Lao động từ 18 tuổi trở lên, có nhu cầu học nghề, trừ người đang hưởng lương hưu.",
            [
                {"who": ["nguoi-lao-dong"], "condition": "có nhu cầu học nghề", "age_from": 18},
                {"who": ["nguoi-dang-huong-luong-huu"], "excluded": True},
            ],
        ),
        (
            "người Kinh là hộ nghèo, hộ cận nghèo sinh sống tại thôn đặc biệt khó khăn.",
            [
                {
                    "who": ["nguoi-kinh"],
                    "of": ["ho-ngheo", "ho-can-ngheo"],
                    "condition": "sinh sống tại thôn đặc biệt khó khăn",
                }
            ],
        ),
        (
            "Hộ nghèo (có trong danh sách ít nhất 12 tháng) chưa có nhà ở.",
            [{"who": ["ho-ngheo"], "condition": "(có trong danh sách ít nhất 12 tháng) chưa có nhà ở"}],
        ),
        (
            "Người khuyết tật (không có sinh kế ổn định) trên địa bàn huyện.",
            [{"who": ["nguoi-khuyet-tat"], "condition": "không có sinh kế ổn định"}],
        ),
        (
            "- Trừ đối tượng đã hưởng chính sách cùng loại.",
            [{"who": ["doi-tuong-da-huong-chinh-sach-cung-loai"], "excluded": True}],
        ),
        (
            "Trẻ mồ côi, trẻ bị bỏ rơi.",
            [{"who": ["tre-mo-coi", "tre-em"], "condition": "bị bỏ rơi"}],
        ),
        (
            "Người có công với cách mạng và thân nhân đang ở nhà tạm.",
            [{"who": ["nguoi-co-cong-voi-cach-mang", "than-nhan"], "condition": "đang ở nhà tạm"}],
        ),
        (
            "Học sinh THCS, THPT là con hộ nghèo, học lực khá trở lên.",
            [{"who": ["hoc-sinh-thcs-thpt"], "of": ["ho-ngheo"], "condition": "học lực khá trở lên"}],
        ),
    ],
)
def test_groups_in_a_list(text: str, groups: list[dict[str, Any]]) -> None:
    """Where it is listed whom something is for, all words behind a group tell which of it."""
    assert told(text, LISTED) == groups


def test_a_sentence_that_gives_no_work_is_read_as_one_beside_others_that_do() -> None:
    """ "Khoán rừng cho các cộng đồng làng. Phòng B nghiệm thu": the order changes nothing of whom it is for."""
    line = Passage(
        "Khoán rừng cho các cộng đồng làng, hộ gia đình. Hạt Kiểm lâm huyện phối hợp với UBND các xã nghiệm thu."
    )
    project = Part("project", "1", "Dự án 1:", "Rừng", code="1", paragraphs=[line])
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[project])))
    assert [one.sets["for_whom"] for one in line.marks if "for_whom" in one.sets] == [
        [{"who": ["cong-dong-lang"]}],
        [{"who": ["ho-gia-dinh"]}],
    ]


def test_an_area_that_a_rate_holds_for_is_asked_about() -> None:
    """ "Mức hỗ trợ tối đa 95% … đối với địa bàn đặc biệt khó khăn" may say where, not who is given something."""
    found = Groups().marks(
        "Mức hỗ trợ tối đa 95% kinh phí một dự án đối với địa bàn đặc biệt khó khăn.", SAID, duties=(), taken=()
    )
    assert [(one.sets["for_whom"], one.degree) for one in found] == [
        ([{"who": ["dia-ban-dac-biet-kho-khan"]}], Degree.LIKELY)
    ]
