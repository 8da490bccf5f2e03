"""Whom a sentence names before its verb: which of many, behind an opening, by nouns, under a line that tells work."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, duties, marked, plan, unassigned

from programme.drafting.shape import Part, Passage


def found(*lines: str, **where: str) -> list[list[tuple]]:
    """(role, bearers, partners) of each duty of lines that stand where no work is given out by name."""
    return [duties(one) for one in unassigned(*lines, **where)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Các doanh nghiệp trong Cụm công nghiệp Thượng Cát tiếp nhận học viên thực tập.",
            [("implement", ["cac-doanh-nghiep-trong-cum-cong-nghiep-thuong-cat"], [])],
        ),
        (
            "UBND các xã có dự án lập danh sách hộ.",
            [("implement", ["ubnd-cac-xa-co-du-an"], [])],
        ),
        (
            "Trưởng các đoàn thể nơi có hộ nghèo phân công hội viên giúp đỡ.",
            [("direct", ["truong-cac-doan-the-noi-co-ho-ngheo"], [])],
        ),
        ("Đơn vị trúng thầu phải hoàn thành hạng mục trước 30/6.", [("implement", ["don-vi-trung-thau"], [])]),
        ("Trưởng các thôn có trách nhiệm thông báo đến từng hộ.", [("implement", ["cac-thon"], [])]),
        (
            "Hạt Kiểm lâm phối hợp với UBND các xã có rừng tổ chức ký cam kết.",
            [("coordinate", ["hat-kiem-lam"], ["ubnd-cac-xa-co-rung"])],
        ),
    ],
)
def test_a_phrase_behind_many_says_which_of_them(line: str, expected: list[tuple]) -> None:
    """It belongs to the name, up to the verb; an order right behind the name does not."""
    assert found(line, level="HUYỆN") == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Thứ Sáu hằng tuần, Phòng Kinh tế báo cáo Chủ tịch UBND xã tiến độ.", [("report", ["phong-kinh-te"], [])]),
        ("Có biến động, Trưởng thôn phải rà soát ngay.", [("review", ["truong-thon"], [])]),
        ("Đối với các xã khó khăn, Phòng Dân tộc cử cán bộ giúp.", [("implement", ["phong-dan-toc"], [])]),
        ("Nếu hộ không làm đúng thì Trưởng thôn lập biên bản.", [("implement", ["truong-thon"], [])]),
        ("Khi có dịch, cán bộ thú y báo ngay cho UBND xã.", [("report", ["can-bo-thu-y"], [])]),
        ("Hướng dẫn các hộ, Trưởng thôn, cộng tác viên (30 người), rà soát.", []),
    ],
)
def test_somebody_stands_behind_what_a_sentence_opens_with(line: str, expected: list[tuple]) -> None:
    """Behind when, for whom or on what ground; not in a list of those whom something is done for."""
    assert found(line) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Kinh phí 275 triệu đồng, Phòng Kinh tế chủ trì, Đoàn Thanh niên phối hợp thực hiện; Trưởng thôn rà soát.",
            [("lead", ["phong-kinh-te"], ["doan-thanh-nien"]), ("review", ["truong-thon"], [])],
        ),
        (
            "Cấp máy thu hình, do Trung tâm Văn hóa, Thông tin và Thể thao xã thực hiện, xong trong quý II.",
            [("implement", ["trung-tam-van-hoa-thong-tin-va-the-thao"], [])],
        ),
        (
            "Thẩm định dự toán (chủ trì: Phòng Kinh tế; phối hợp: Công an xã);",
            [("lead", ["phong-kinh-te"], ["cong-an"])],
        ),
        (
            "Hội Liên hiệp Phụ nữ (LHPN) xã vận động hội viên góp vốn.",
            [("mobilise", ["hoi-phu-nu"], [])],
        ),
        (
            "Người có uy tín, già làng, trưởng bản vận động bà con.",
            [("mobilise", ["nguoi-co-uy-tin", "gia-lang", "truong-ban"], [])],
        ),
        (
            "Phòng Kinh tế: chọn cơ sở dạy nghề; theo dõi việc làm của học viên.",
            [("implement", ["phong-kinh-te"], []), ("monitor", ["phong-kinh-te"], [])],
        ),
        ("Phòng Kinh tế: 50 triệu đồng.", []),
    ],
)
def test_who_does_it_is_told_at_either_end(line: str, expected: list[tuple]) -> None:
    """In the middle of a sentence, at its end, in brackets, by nouns, before a colon."""
    assert found(line) == [expected]


def test_a_line_that_tells_work_and_leads_to_more_gives_it_too() -> None:
    """ "UBND các xã chịu trách nhiệm …, có các nhiệm vụ:" bears the items that begin with a verb."""
    heading = "UBND các xã chịu trách nhiệm trước UBND huyện về danh sách, có các nhiệm vụ:"
    passages, _ = marked(plan(assigned(heading, "Xây dựng kế hoạch của cấp mình.", "Rà soát hộ nghèo."), level="HUYỆN"))
    assert [duties(one) for one in passages] == [[("plan", ["ubnd-cac-xa"], [])], [("review", ["ubnd-cac-xa"], [])]]


def test_duties_of_a_sentence_are_cut_where_another_begins() -> None:
    """Behind "trong đó", before the first that is counted, and where something is sent to somebody."""
    lines = (
        "Phòng Y tế và Trạm Y tế cùng chịu trách nhiệm về thuốc, trong đó Trạm Y tế hướng dẫn sử dụng.",
        "Phòng Y tế là cơ quan thường trực, có nhiệm vụ: (1) tham mưu UBND huyện thành lập tổ; (2) rà soát hộ.",
        "Trưởng thôn họp dân bình xét công khai, gửi kết quả về Phòng Y tế trong 03 ngày.",
    )
    part = Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line) for line in lines])
    passages, _ = marked(plan(part, level="HUYỆN"))
    assert [[(role, bearers) for role, bearers, _ in duties(one)] for one in passages] == [
        [("implement", ["phong-y-te", "tram-y-te"]), ("guide", ["tram-y-te"])],
        [("lead", ["phong-y-te"]), ("advise", ["phong-y-te"]), ("review", ["phong-y-te"])],
        [("implement", ["truong-thon"]), ("report", ["truong-thon"])],
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đơn vị nào 2 kỳ liền không báo cáo thì đề nghị Chủ tịch UBND xã phê bình.", []),
        ("Cán bộ để thất thoát tiền của dân thì xử lý theo quy định.", []),
        ("Cơ quan chưa báo cáo bị nhắc nhở.", []),
        ("Uỷ ban MTTQ xã giám xát việc bình xét ở các bản.", [["mttq"]]),
        ("Hội Nông dân xã vân động hội viên góp giống.", [["hoi-nong-dan"]]),
        ("Ban Quản lý chợ sắp xếp chỗ bán hàng.", [["bql-cho"]]),
    ],
)
def test_words_that_name_nobody_are_no_bearer(line: str, expected: list[list[str]]):
    """Of whom something is said to happen; a verb that is misspelt behind a whole name is no part of it."""
    passages, _ = marked(plan(assigned("Khen thưởng, kỷ luật", line), level="XÃ"))
    assert [bearers for one in passages for _, bearers, _ in duties(one)] == expected


def test_who_leads_with_whom_may_stand_behind_a_sentence():
    """In sentences of their own, as they stand in lines of their own elsewhere."""
    for line in (
        "Kinh phí 300 triệu đồng. Chủ trì: Phòng Kinh tế. Phối hợp: Đoàn Thanh niên xã, Công an xã.",
        "Làm bể nước. Cơ quan chủ trì: Phòng Kinh tế; phối hợp: Đoàn Thanh niên xã, Công an xã.",
    ):
        assert found(line) == [[("lead", ["phong-kinh-te"], ["doan-thanh-nien", "cong-an"])]]
