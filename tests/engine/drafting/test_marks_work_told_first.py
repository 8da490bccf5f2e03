"""Work that is told first and who does it behind it; work given out in one sentence; parties that no grammar knows."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import assigned, duties, marked, plan, unassigned

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Danh sách hộ do Trưởng thôn lập, Ban Công tác Mặt trận thôn giám sát.",
            [("implement", ["truong-thon"], []), ("monitor", ["ban-cong-tac-mttq-thon"], [])],
        ),
        (
            "Hội Nông dân xã hướng dẫn hộ, việc kiểm dịch con giống do Trạm Thú y thực hiện.",
            [("guide", ["hoi-nong-dan"], []), ("implement", ["tram-thu-y"], [])],
        ),
        (
            "Trạm Y tế xã hướng dẫn hộ; việc chi trả do Bưu điện xã thực hiện.",
            [("guide", ["tram-y-te"], []), ("implement", ["buu-dien"], [])],
        ),
        ("Danh sách do Trưởng thôn lập được niêm yết 07 ngày.", []),
        ("Theo danh sách do UBND xã lập, Trạm Y tế cấp thẻ.", [("implement", ["tram-y-te"], [])]),
    ],
)
def test_who_does_work_that_is_told_first_stands_behind_do(line: str, expected: list[tuple]) -> None:
    """Whose list it is that something is done by, or with, is given no work."""
    assert duties(unassigned(line)[0]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Việc thực hiện được phân công như sau: (1) Phòng Kinh tế lập dự án; (2) đề nghị Hội Nông dân xã phối hợp "
            "với Trạm Y tế giám sát.",
            [("plan", ["phong-kinh-te"], []), ("coordinate", ["hoi-nong-dan"], ["tram-y-te"])],
        ),
        (
            "UBND xã giao nhiệm vụ cho các đơn vị như sau: Phòng Kinh tế lập dự án; Công an xã rà soát cư trú.",
            [("plan", ["phong-kinh-te"], []), ("review", ["cong-an"], [])],
        ),
        (
            "Tổ chức hội thi; giao Hội Nông dân xã chủ trì, Trạm Y tế xã phối hợp.",
            [("lead", ["hoi-nong-dan"], ["tram-y-te"])],
        ),
        (
            "Phân công đồng chí Chủ tịch Hội Nông dân phụ trách thôn A, đồng chí Bí thư Đoàn xã theo dõi thôn B.",
            [("lead", ["chu-tich-hoi-nong-dan"], []), ("monitor", ["bi-thu-doan"], [])],
        ),
        (
            "Khảo sát nhu cầu học nghề: Hội Nông dân xã, hoàn thành trước 30/4/2026.",
            [("review", ["hoi-nong-dan"], [])],
        ),
        ("Rà soát hộ nghèo theo quy trình: Trạm Y tế, các thôn có khó khăn.", []),
    ],
)
def test_one_sentence_gives_out_work_to_several(line: str, expected: list[tuple]) -> None:
    """Behind what leads to them; who only helps is beside; a line may end with who does it."""
    assert duties(unassigned(line)[0]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đơn vị thi công có trách nhiệm thu dọn mặt bằng.", ("implement", ["don-vi-thi-cong"], [])),
        ("Kế toán trưởng và thủ quỹ mở sổ theo dõi.", ("implement", ["ke-toan-truong", "thu-quy"], [])),
        ("Cán bộ thú y xã tiêm phòng cho đàn gia súc.", ("implement", ["can-bo-thu-y"], [])),
        (
            "Công ty Cổ phần Giống cây trồng Hòa An cung cấp giống.",
            ("implement", ["cong-ty-co-phan-giong-cay-trong-hoa-an"], []),
        ),
        ("Công chức Địa chính theo dõi công trình nước.", ("monitor", ["cong-chuc-dia-chinh"], [])),
        (
            "Phòng Kinh tế trong phạm vi lĩnh vực được giao công bố danh mục giống.",
            ("publish", ["phong-kinh-te"], []),
        ),
        (
            "Trong quá trình thực hiện, cán bộ, công chức được phân công phụ trách thôn thường xuyên bám sát cơ sở.",
            ("implement", ["can-bo-cong-chuc-duoc-phan-cong-phu-trach-thon"], []),
        ),
    ],
)
def test_parties_by_trade_or_post_begin_a_sentence(line: str, expected: tuple) -> None:
    """A verb that says their trade is part of the name, the one behind it is what they do."""
    assert duties(unassigned(line)[0]) == [expected]


def test_what_a_body_sends_on_is_its_work_though_a_comma_stands_before_the_verb() -> None:
    """To sum up figures and send them is a report, also where the plan tells of money."""
    text = "Phòng Kinh tế tổng hợp nhu cầu vốn năm 2027, gửi Sở Tài chính trước ngày 20/7/2026."
    assert [duties(one)[0][1] for one in unassigned(text, heading="Nguồn vốn")] == [["phong-kinh-te"]]


def test_bodies_within_their_field_come_before_the_heading() -> None:
    """ "trong phạm vi lĩnh vực được giao" ends without a comma."""
    line = "Trạm Thú y, Hạt Kiểm lâm trong phạm vi lĩnh vực được giao công bố danh mục giống."
    passages, _ = marked(plan(assigned("Các đơn vị khác", line)))
    assert [duties(one) for one in passages] == [[("publish", ["tram-thu-y", "hat-kiem-lam"], [])]]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Bắt đầu", "Hoàn thành"), {"start": "2026-03-09", "end": "2026-03-20"}),
        (("Thời gian: Bắt đầu", "Thời gian: Kết thúc"), {"start": "2026-03-09", "end": "2026-03-20"}),
        (("Từ ngày", "Đến ngày"), {"start": "2026-03-09", "end": "2026-03-20"}),
    ],
)
def test_of_two_columns_of_times_one_says_when_work_begins(heads: tuple[str, str], expected: dict[str, Any]) -> None:
    """The other says by when it is done."""
    grid = Grid(
        ["TT", "Nội dung", "Đơn vị chủ trì", *heads], [["1", "Lập dự án", "Phòng Kinh tế", "09/3/2026", "20/3/2026"]]
    )
    mark(plan(Part("part", "III", heading="NHIỆM VỤ", tables=[grid])))
    told = {key: value for one in grid.row_marks[0] for key, value in one.sets.items()}
    assert told == {"bearers": ["phong-kinh-te"], **expected}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giao trách nhiệm cho Trạm Thú y thống kê đàn lợn.", [("implement", ["tram-thu-y"], [])]),
        ("Ủy quyền cho Trưởng phòng Kinh tế ký hợp đồng.", [("implement", ["truong-phong-kinh-te"], [])]),
        ("UBND xã giao: Phòng Kinh tế rà soát vùng thiên tai.", [("review", ["phong-kinh-te"], [])]),
        ("Đề án này được giao cho Trạm Y tế chủ trì xây dựng.", [("lead", ["tram-y-te"], [])]),
        ("Trách nhiệm giải ngân thuộc về Phòng Kinh tế.", [("implement", ["phong-kinh-te"], [])]),
        (
            "Cùng với việc hỗ trợ vốn, Trạm Khuyến nông cử cán bộ theo dõi từng hộ.",
            [("implement", ["tram-khuyen-nong"], [])],
        ),
        (
            "(Phân công: Phòng Kinh tế chủ trì; Hội Nông dân, Hội Phụ nữ phối hợp).",
            [("lead", ["phong-kinh-te"], ["hoi-nong-dan", "hoi-phu-nu"])],
        ),
        (
            "Phòng Kinh tế, trong phạm vi quản lý, chỉ đạo các trường miễn học phí.",
            [("direct", ["phong-kinh-te"], [])],
        ),
        ("Bên nhận khoán phải tuần tra rừng.", [("monitor", ["ben-nhan-khoan"], [])]),
        ("Doanh nghiệp cung ứng giống chịu mọi chi phí.", [("implement", ["doanh-nghiep-cung-ung-giong"], [])]),
        ("Công tác vận động do Hội Nông dân đảm nhiệm, các chi hội thực hiện.", None),
    ],
)
def test_work_is_given_in_words_of_many_kinds(line: str, expected: list[tuple] | None) -> None:
    """Entrusted, belonging to somebody, told behind another work, in brackets with a label; parties of a contract."""
    found = duties(unassigned(line)[0])
    assert found == expected if expected else [one[1] for one in found] == [["hoi-nong-dan"], ["cac-chi-hoi"]]


def test_whoever_has_a_post_bears_what_is_told_behind_it() -> None:
    """ "Tổ trưởng: Trưởng phòng Kinh tế, có nhiệm vụ …" gives it to the second."""
    line = "Tổ trưởng: Trưởng phòng Kinh tế, có nhiệm vụ điều hành chung."
    passages, _ = marked(plan(assigned("Thành lập Tổ giúp việc", line)))
    assert [duties(one) for one in passages] == [[("implement", ["truong-phong-kinh-te"], [])]]


def test_together_with_another_body_after_how_often_it_goes_on_with_the_heading() -> None:
    """ "Định kỳ hằng quý cùng Công an xã đánh giá": Công an is beside who bears it."""
    line = "Định kỳ hằng quý cùng Công an xã đánh giá kết quả."
    passages, _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert [duties(one) for one in passages] == [[("monitor", ["phong-kinh-te"], ["cong-an"])]]


def test_how_something_is_done_is_nobodys_work() -> None:
    """ "việc thanh toán thực hiện theo Thông tư" behind a body's work is a rule."""
    found = duties(unassigned("Trạm Y tế khám cho người già; việc thanh toán thực hiện theo Thông tư đã nêu.")[0])
    assert found == [("implement", ["tram-y-te"], [])]


def test_a_sentence_tells_of_two_reports_to_two_bodies() -> None:
    """Each goes to its own, as often as stands behind it."""
    line = "Phòng Kinh tế báo cáo Chủ tịch UBND xã vào ngày 05 hằng tháng, báo cáo Sở Tài chính hằng quý."
    passages, _ = marked(plan(assigned("Chế độ báo cáo", line)))
    told = [one.sets["reports"] for one in passages[0].marks if "reports" in one.sets]
    assert told == [
        [
            {
                "to": ["chu-tich-ubnd-xa"],
                "frequency": "hằng tháng",
                "deadline": "vào ngày 05 hằng tháng",
                "every": "month",
                "day": 5,
            },
            {"to": ["so-tai-chinh"], "frequency": "hằng quý", "every": "quarter"},
        ]
    ]


def test_for_whose_report_a_report_is_made_is_a_report_of_its_own() -> None:
    """ "… để Phòng Kinh tế tổng hợp, báo cáo UBND xã": Phòng Kinh tế reports."""
    line = "Trạm Y tế gửi báo cáo về Phòng Kinh tế trước ngày 20 hằng tháng để Phòng Kinh tế tổng hợp, báo cáo HĐND xã."
    passages, _ = marked(plan(assigned("Chế độ báo cáo", line)))
    told = [(one.sets["bearers"], one.sets["reports"][0]["to"]) for one in passages[0].marks if "reports" in one.sets]
    assert told == [(["tram-y-te"], ["phong-kinh-te"]), (["phong-kinh-te"], ["hdnd-xa"])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Không khoán rừng cho hộ có người bị xử phạt.", [{"who": ["ho-co-nguoi-bi-xu-phat"], "excluded": True}]),
        (
            "Hộ đã bán con giống được cấp thì không được xét.",
            [{"who": ["ho-da-ban-con-giong-duoc-cap"], "excluded": True}],
        ),
        (
            "Tư vấn lưu động cho trẻ em bị xâm hại trong quý III năm 2026.",
            [{"who": ["tre-em"], "condition": "bị xâm hại"}],
        ),
    ],
)
def test_who_gets_nothing_and_when_a_group_gets_something(line: str, expected: list[dict]) -> None:
    """What had been given to somebody is no grant; when it is done is no condition."""
    assert [keys for one in unassigned(line)[0].marks for keys in one.sets.get("for_whom", ())] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Giao khoán rừng (Đơn vị chủ trì: Hạt Kiểm lâm; đơn vị phối hợp: các Ban Quản lý rừng phòng hộ, UBND các "
            "xã có rừng; thời hạn: trước ngày 31/5/2026).",
            [("lead", ["hat-kiem-lam"], ["cac-bql-rung-phong-ho", "ubnd-cac-xa-co-rung"])],
        ),
        ("Đại học Hồng Đức tiếp nhận học sinh cử tuyển.", [("implement", ["dai-hoc-hong-duc"], [])]),
        ("Bệnh viện Phụ sản tập huấn cô đỡ thôn bản.", [("implement", ["benh-vien-phu-san"], [])]),
    ],
)
def test_names_are_whole(line: str, expected: list[tuple]) -> None:
    """Behind a label in brackets with others, and of places of learning and healing."""
    assert duties(unassigned(line)[0]) == expected
