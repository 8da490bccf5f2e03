"""Which role the words before a verb leave it, where a further duty begins, names with a field or a verb in them."""

from __future__ import annotations

import pytest
from drafting_duties import duties, marked, plan

from programme.drafting.shape import Part, Passage


def told(line: str) -> list[tuple[str, list[str], list[str]]]:
    """The duties of a line of a part about what is to be done."""
    part = Part("part", "II", heading="NỘI DUNG", items=[Passage(line)])
    passages, _ = marked(plan(part))
    return duties(passages[0])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trạm Y tế xã tự chấm điểm vệ sinh bếp ăn.", ["review"]),
        ("Đội dân phòng xã đi kiểm tra bình chữa cháy ở chợ.", ["monitor"]),
        ("Trạm Khuyến nông xã có mặt tại ruộng để hướng dẫn bà con ủ phân.", ["guide"]),
        ("Công an xã lập chốt ở đầu cầu, đồng thời báo cáo UBND xã trong ngày.", ["implement", "report"]),
        ("Tổ bảo vệ rừng kiểm tra các lán trại, thấy khói thì báo cáo Hạt Kiểm lâm.", ["monitor", "report"]),
        ("Phòng Kinh tế ghi công của từng tổ, đối chiếu bảng công với Kho bạc mỗi tháng.", ["implement", "review"]),
    ],
)
def test_a_duty_has_the_role_of_its_own_verb(line: str, expected: list[str]) -> None:
    """Words before a verb say how; behind "đồng thời", a case or a comma another verb is a duty of its own."""
    assert [role for role, _, _ in told(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cảnh sát giao thông phân luồng xe chở vật liệu.", ["canh-sat-giao-thong"]),
        ("Đoàn Kinh tế - Quốc phòng 31 giúp dân làm nhà.", ["doan-kinh-te-quoc-phong-31"]),
        ("Quỹ Bảo vệ và phát triển rừng chi trả tiền khoán.", ["quy-bao-ve-va-phat-trien-rung"]),
        (
            "Phòng Quản lý nhà và thị trường bất động sản kiểm tra chung cư.",
            ["phong-quan-ly-nha-va-thi-truong-bat-dong-san"],
        ),
    ],
)
def test_a_name_is_whole_with_the_field_it_is_named_for(line: str, expected: list[str]) -> None:
    """Though the field holds a verb, a comma or "và"."""
    assert told(line)[0][1] == expected


def test_a_deputy_is_told_with_a_field_only_before_what_they_do() -> None:
    """Else to have the field is the duty."""
    assert [told(f"Phó Chủ tịch UBND xã phụ trách nông nghiệp{end}")[0][0] for end in (" kiểm tra đê bao.", ".")] == [
        "monitor",
        "lead",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Công an xã nhập dữ liệu, phối hợp cấp tài khoản có Bưu điện xã và Đoàn xã.", ["buu-dien", "doan"]),
        ("Hội Nông dân xã mở lớp trồng nấm, mời Trạm Khuyến nông huyện cùng đứng lớp.", ["tram-khuyen-nong-huyen"]),
    ],
)
def test_who_is_beside_may_stand_behind_what_is_done_together(line: str, expected: list[str]) -> None:
    """ "phối hợp … có A và B", "mời A cùng đứng lớp"."""
    assert told(line)[0][2] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Thực hiện kết luận của Ban Thường vụ Huyện ủy, Phòng Nội vụ huyện khẩn trương tham mưu sắp xếp cán bộ.",
            ("advise", ["phong-noi-vu-huyen"], []),
        ),
        (
            "Hồ sơ đưa tới Trung tâm Y tế huyện; Trung tâm này trả lời trong ba ngày.",
            ("implement", ["trung-tam-y-te-huyen"], []),
        ),
        (
            "Bí thư Chi bộ kiêm Trưởng thôn Vạn Xuân nhắc bà con phát quang.",
            ("mobilise", ["bi-thu-chi-bo-kiem-truong-thon-van-xuan"], []),
        ),
        ("Về số liệu hộ, đầu mối duy nhất là Thống kê cơ sở.", ("lead", ["thong-ke-co-so"], [])),
        ("Việc kiểm tra bể nước được Trạm Y tế xã tiến hành mỗi quý.", ("monitor", ["tram-y-te"], [])),
        ("Công an xã (PA) truy vết kẻ gian.", ("implement", ["cong-an"], [])),
        ("Ao hồ bỏ hoang: rà soát, thu hồi trước mùa mưa (Phòng Kinh tế).", ("review", ["phong-kinh-te"], [])),
    ],
)
def test_who_does_what_in_further_places(line: str, expected: tuple[str, list[str], list[str]]) -> None:
    """On somebody's word, by a noun alone, with two offices, behind "là", behind a work that is told first."""
    assert expected in told(line)


@pytest.mark.parametrize(
    "line",
    [
        "Tu sửa nhà bia cho người có công; chủ trì: Phòng Văn hóa; phối hợp: Hội Cựu chiến binh xã, Đoàn xã.",
        "Tu sửa nhà bia bên sông (Phòng Văn hóa chủ trì, Hội Cựu chiến binh xã cử người giúp).",
    ],
)
def test_who_leads_a_work_is_marked_with_the_work(line: str) -> None:
    """Though they are told behind it, and it names whom it is for."""
    part = Part("part", "II", heading="NỘI DUNG", items=[Passage(line)])
    passages, _ = marked(plan(part))
    assert [one.start for one in passages[0].marks if one.sets.get("roles") == ["lead"]] == [0]


@pytest.mark.parametrize(
    "line",
    [
        "Đoàn xã, được Hội Nông dân xã tiếp sức, dọn kênh nội đồng.",
        "Đoàn xã nhờ Hội Nông dân xã giảng giúp hai buổi.",
        "Đoàn xã dọn kênh, có Hội Nông dân xã đi cùng.",
        "Đoàn xã dọn kênh, với sự trợ giúp của Hội Nông dân xã.",
        "Đoàn xã dọn kênh, phía Hội Nông dân xã cử 5 người cùng làm.",
    ],
)
def test_who_may_be_beside_is_asked(line: str) -> None:
    """In everyday words for help."""
    part = Part("part", "II", heading="NỘI DUNG", items=[Passage(line)])
    passages, _ = marked(plan(part))
    asked = [one.sets["with"] for one in passages[0].marks if one.kind == "with"]
    assert asked == [["hoi-nong-dan"]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trạm Khuyến nông xã chỉ cách ủ phân cho bà con.", "guide"),
        ("Hội Nông dân xã nói cho dân hiểu về bảo hiểm.", "mobilise"),
        ("Công an xã rà từng nhà trọ.", "review"),
        ("Phòng Kinh tế đứng mũi chịu sào việc làm đường.", "lead"),
        ("Chủ trì dọn kênh là Đoàn xã.", "lead"),
    ],
)
def test_everyday_verbs_have_the_role_they_mean(line: str, expected: str) -> None:
    """As the plain words for it have."""
    assert told(line)[0][0] == expected
