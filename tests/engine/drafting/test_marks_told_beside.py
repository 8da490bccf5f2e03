"""Work that is told beside what is to be done: in brackets, on a line of its own, in a heading, in a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part, Passage


def keys(passage: Passage) -> dict[str, Any]:
    """All keys of a passage's marks about who does it."""
    told = [one.sets for one in passage.marks]
    return {key: one[key] for one in told for key in ("roles", "bearers", "with") if key in one}


def content(heading: str, line: str) -> Mapping[str, Any]:
    """The keys of a line under a heading that gives out no work."""
    below = Part("clause", "1", heading=heading, paragraphs=[Passage(line)])
    (one,), _ = marked(plan(Part("part", "II", heading="NỘI DUNG", parts=[below])))
    return keys(one)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Phát tin bài (Văn phòng HĐND và UBND chủ trì, phối hợp Phòng Kinh tế; xong trong quý II).",
            {"roles": ["lead"], "bearers": ["van-phong-hdnd-ubnd-xa"], "with": ["phong-kinh-te"]},
        ),
        (
            "Cấp giống (do Phòng Kinh tế thực hiện; các thôn phối hợp).",
            {"roles": ["implement"], "bearers": ["phong-kinh-te"], "with": ["cac-thon"]},
        ),
        ("Cấp giống (Phòng Kinh tế đã cấp năm trước).", {}),
        (
            "Do Phòng Kinh tế chủ trì, với sự tham gia của Công an xã.",
            {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["cong-an"]},
        ),
        (
            "Trách nhiệm thực hiện: Phòng Kinh tế; Công an xã; các thôn.",
            {"roles": ["implement"], "bearers": ["phong-kinh-te", "cong-an", "cac-thon"]},
        ),
        ("Ghi chú: KT: Phòng Kinh tế; CA: Công an xã.", {}),
    ],
)
def test_who_does_it_stands_behind_what_is_done(line: str, expected: dict[str, Any]):
    """In brackets, behind "Do", on a line that names bodies and nothing else; what only explains gives no work."""
    assert content("Truyền thông", line) == expected


def test_a_label_before_a_sentence_is_no_list_of_names():
    """ "Phân công: Trạm Y tế làm đầu mối, …": the sentence says who leads."""
    line = "Phân công: Trạm Y tế xã làm đầu mối, cùng với Hội Phụ nữ thực hiện."
    assert content("Cân đo trẻ", line) == {"roles": ["lead"], "bearers": ["tram-y-te"], "with": ["hoi-phu-nu"]}


def test_a_heading_that_is_a_verb_makes_nobody_of_the_words_below():
    """ "Giám sát" is no label of names: "Do Phòng Kinh tế …" is a sentence."""
    line = "Do Phòng Dân tộc và Tôn giáo chủ trì."
    assert content("Giám sát", line) == {"roles": ["lead"], "bearers": ["phong-dan-toc-va-ton-giao"]}


@pytest.mark.parametrize(
    ("heading", "bearers"),
    [
        ("Giao Phòng Kinh tế là cơ quan thường trực, có nhiệm vụ:", ["phong-kinh-te"]),
        ("Đào tạo nghề (Phòng Văn hóa - Xã hội phụ trách)", ["phong-van-hoa-xa-hoi"]),
    ],
)
def test_a_heading_says_more_than_the_name_of_who_bears(heading: str, bearers: list[str]):
    """What a body is, or what it is to do, is no part of its name."""
    (one,), registers = marked(plan(assigned(heading, "Mở 03 lớp nghề.")))
    assert (keys(one), [*registers.agencies]) == ({"roles": ["implement"], "bearers": bearers}, bearers)


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        (
            "Đề nghị Ủy ban MTTQ xã; Hội Phụ nữ; Đoàn Thanh niên: tuyên truyền.",
            ["mttq", "hoi-phu-nu", "doan-thanh-nien"],
        ),
        ("Đồng chí Trần Thị B - Trưởng phòng Kinh tế theo dõi các thôn.", ["truong-phong-kinh-te"]),
    ],
)
def test_bodies_are_asked_one_after_the_other_and_offices_have_holders(line: str, bearers: list[str]):
    """Half-sentences that only list bodies belong to what follows; the name of a person is no body."""
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", paragraphs=[Passage(line)])))
    assert keys(one)["bearers"] == bearers


def test_a_column_of_bodies_beside_the_tasks_says_who_does_them():
    """ "Đơn vị | Nhiệm vụ": whoever stands there carries it out; of other columns nobody does."""
    rows = [["Phòng Kinh tế", "Nghiệm thu công trình", "Quý II"], ["Các thôn", "Họp dân", "Quý III"]]
    who = Grid(["Đơn vị", "Nhiệm vụ", "Thời hạn"], rows)
    where = Grid(["Nơi làm", "Nhiệm vụ", "Thời hạn"], rows)
    mark(plan(Part("part", "I", heading="NHIỆM VỤ", tables=[who]), Part("part", "II", heading="KHÁC", tables=[where])))
    assert who.row_marks[0][0].sets == {
        "bearers": ["phong-kinh-te"],
        "roles": ["implement"],
        "start": "2026-04-01",
        "end": "2026-06-30",
    }
    assert [one for marks in where.row_marks.values() for one in marks if "bearers" in one.sets] == []


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        ("Trên đây là Kế hoạch, yêu cầu các bộ phận, các thôn nghiêm túc thực hiện./.", ["cac-bo-phan", "cac-thon"]),
        ("Trên đây là Kế hoạch năm 2026. UBND xã yêu cầu các phòng, ban triển khai.", ["cac-phong-ban"]),
        ("Hộ gia đình có nhu cầu đề nghị UBND xã xem xét.", None),
    ],
)
def test_the_closing_asks_in_the_middle_of_a_sentence(line: str, bearers: list[str] | None):
    """Behind "Trên đây là …," and behind who asks; who is asked by anybody else is given no work."""
    draft = plan(Part("part", "I", heading="MỤC TIÊU", paragraphs=[Passage("Giảm nghèo.")]))
    draft.closing = [Passage(line)]
    mark(draft)
    assert keys(draft.closing[0]).get("bearers") == bearers


def test_a_report_due_by_a_day_is_a_duty_of_its_own():
    """ "…, định kỳ trước ngày 20 hằng tháng báo cáo kết quả"."""
    line = "Tổ chức triển khai kế hoạch, định kỳ trước ngày 20 hằng tháng báo cáo kết quả về Phòng Kinh tế."
    (one,), _ = marked(plan(assigned("Các thôn", line)))
    assert [mark.sets["roles"] for mark in one.marks if "roles" in mark.sets] == [["implement"], ["report"]]


@pytest.mark.parametrize(
    ("line", "role", "beside"),
    [
        ("Căn cứ chức năng, nhiệm vụ của mình phối hợp với Công an xã tuyên truyền.", "coordinate", ["cong-an"]),
        ("Căn cứ chức năng, nhiệm vụ được giao, chủ động xây dựng kế hoạch.", "plan", None),
        ("Theo chức năng, nhiệm vụ hướng dẫn các thôn.", "guide", None),
    ],
)
def test_by_what_office_somebody_acts_stands_before_the_verb(line: str, role: str, beside: list[str] | None):
    """With a comma or without, "của mình" or "được giao"."""
    (one,), _ = marked(plan(assigned("Hội Nông dân xã", line)))
    assert (keys(one)["roles"], keys(one).get("with")) == ([role], beside)


def test_lines_of_parts_have_many_names():
    """ "Đầu mối thực hiện", then "Tham gia phối hợp": who leads, with whom."""
    lines = ["Đầu mối thực hiện: Phòng Kinh tế.", "Tham gia phối hợp: Mặt trận; các đoàn thể."]
    below = Part("clause", "1", heading="Nhà ở", items=[Passage(one, label="-") for one in lines])
    (first, second), _ = marked(plan(Part("part", "II", heading="NỘI DUNG", parts=[below])))
    assert keys(first) == {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["mttq", "cac-doan-the"]}
    assert keys(second) == {}
