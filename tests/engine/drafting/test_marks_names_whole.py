"""Names of newspapers, schools and councils are whole; work of several bodies in one bracket; what is to be raised."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan, unassigned

from programme.drafting.marks.bodies.bodies import Bodies
from programme.drafting.marks.money.amounts import amounts
from programme.drafting.marks.plan_context import context_of, kind_of
from programme.drafting.marks.tables.task_tables import TaskTables


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Báo Hà Sơn Bắc mở chuyên mục", ["Báo Hà Sơn Bắc"]),
        ("Báo cáo Sở Tài chính", ["Sở Tài chính"]),
        ("Trường Cao đẳng Kỹ thuật Hà Sơn Bắc dạy nghề", ["Trường Cao đẳng Kỹ thuật Hà Sơn Bắc"]),
        ("Trường Trung cấp Kinh tế - Kỹ thuật Bắc Sơn dạy nghề", ["Trường Trung cấp Kinh tế - Kỹ thuật Bắc Sơn"]),
        ("Các trường tiểu học tổ chức ăn trưa", ["Các trường tiểu học"]),
        ("Hội đồng Nghĩa vụ quân sự xã lồng ghép tuyên truyền", ["Hội đồng Nghĩa vụ quân sự xã"]),
        ("Hội đồng xét duyệt trợ giúp xã hội xã họp", ["Hội đồng xét duyệt trợ giúp xã hội xã"]),
        ("trình Hội đồng Thi đua - Khen thưởng xã xét", ["Hội đồng Thi đua - Khen thưởng xã"]),
    ],
)  # fmt: skip
def test_a_name_is_whole(text: str, names: list[str]):
    """To its place, its field, the word for its level."""
    assert [one.name for one in Bodies("province", "tỉnh Hà Sơn Bắc").find(text)] == names


def test_a_bracket_tells_the_work_of_several_bodies():
    """Each with its verb; those who lead and those who help are read as before."""
    line = "Thí điểm giao vốn (Phòng Kinh tế hướng dẫn; Trạm Y tế xã xây dựng phương án, trình UBND xã)."
    (passage,) = unassigned(line)
    assert [(one.sets["bearers"], one.sets["roles"]) for one in passage.marks if "roles" in one.sets] == [
        (["phong-kinh-te"], ["guide"]),
        (["tram-y-te"], ["plan"]),
    ]


def test_hardship_cases_are_no_condition():
    """ "những trường hợp khó khăn" is work's object; "trường hợp có khó khăn" says what to do then."""
    line = "Nắm tình hình, đề xuất những trường hợp khó khăn đột xuất."
    (passage, other), _ = marked(
        plan(assigned("Trạm Y tế xã", line, "Trường hợp có khó khăn thì phản ánh về UBND xã."))
    )
    assert [one.sets.get("bearers") for one in passage.marks if "bearers" in one.sets] == [["tram-y-te"]]
    assert other.marks == []


@pytest.mark.parametrize(
    ("text", "is_norm"),
    [
        ('Vận động Quỹ "Vì người nghèo" đạt ít nhất 250 triệu đồng trong năm.', False),
        ("Bảo đảm doanh số cho vay tối thiểu 420 tỷ đồng.", False),
        ("Huy động ít nhất 2 tỷ đồng.", False),
        ("Vận động mỗi hộ ủng hộ ít nhất 20.000 đồng.", True),
        ("Trợ cấp xã hội (mức chuẩn 500.000 đồng).", True),
        ("Hỗ trợ tối thiểu 2 triệu đồng/hộ.", True),
    ],
)
def test_what_is_to_be_raised_in_all_is_what_nobody_gets(text: str, is_norm: bool):
    """An amount at least, of a fund or of loans, is no norm; one of each is."""
    assert [one.norm for one in amounts(text)] == [is_norm]


def test_a_heading_about_finding_who_is_meant_tells_of_work():
    """ "Quản lý đối tượng" is done by somebody; "Đối tượng" says who gets something."""
    assert kind_of("Về rà soát, quản lý đối tượng") != "beneficiaries"
    assert kind_of("Đối tượng thụ hưởng") == "beneficiaries"


def test_a_cell_may_begin_with_a_day_and_go_on():
    """Both times are told."""
    draft = plan(assigned("Phòng Kinh tế", "Rà soát hộ nghèo."))
    tables = TaskTables(context_of(draft), Bodies("commune", "xã An Bình"))
    assert tables.when("30/4/2026, cập nhật lại trong tháng 10") == {
        "timings": [
            {"text": "30/4/2026", "end": "2026-04-30"},
            {"text": "trong tháng 10", "start": "2026-10-01", "end": "2026-10-31"},
        ]
    }
