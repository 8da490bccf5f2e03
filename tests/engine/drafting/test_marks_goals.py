"""Figures to be reached: counts, rates with a number in what they measure, columns of tables; none of years before."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import draft_of, sets

from programme.drafting.marks import mark
from programme.drafting.marks.figures.figures import found_in
from programme.drafting.shape import Draft, Grid, Head, Part, Passage


def goals(heading: str, line: str) -> list[tuple[str, Any]]:
    part = Part("part", "I", heading=heading, paragraphs=[Passage(line)])
    mark(draft_of(part))
    return sets(part.paragraphs[0], "indicator")


@pytest.mark.parametrize(
    ("line", "words", "goal"),
    [
        (
            "Xây dựng 06 mô hình, mỗi mô hình từ 10 đến 15 hộ.",
            "Xây dựng 06 mô hình,",
            {"name": "Mô hình", "kind": "number", "unit": "mô hình"},
        ),
        (
            "Ít nhất 30 trạm y tế có góc tư vấn.",
            "Ít nhất 30 trạm y tế có góc tư vấn.",
            {"name": "Trạm y tế có góc tư vấn", "kind": "number", "unit": "trạm y tế", "at_least": True},
        ),
        (
            "Giảm tỷ lệ trẻ em dưới 5 tuổi thấp còi xuống dưới 20%.",
            "xuống dưới 20%.",
            {"name": "Tỷ lệ trẻ em dưới 5 tuổi thấp còi", "kind": "rate", "unit": "%", "at_most": True},
        ),
        (
            "Trên 95% phụ nữ mang thai được khám thai đủ 4 lần.",
            "Trên 95% phụ nữ mang thai được khám thai đủ",
            {"name": "Phụ nữ mang thai được khám thai đủ 4 lần", "kind": "coverage", "unit": "%", "at_least": True},
        ),
    ],
)
def test_a_goal_is_a_count_or_a_rate_of_its_own(line: str, words: str, goal: dict[str, Any]) -> None:
    """Its phrase holds one number, its name all of what is measured."""
    ((said, found),) = goals("MỤC TIÊU", line)
    assert (said, {key: found[key] for key in found if key not in ("id", "year", "group")}) == (words, goal)


@pytest.mark.parametrize(
    "heading",
    [
        "MỤC TIÊU NĂM 2025",
        "Kết quả thực hiện các chỉ tiêu giảm nghèo",
        "Tổng kết thực hiện mục tiêu",
    ],
)
def test_nothing_of_years_before_is_a_goal(heading: str) -> None:
    """A heading of a year before the plan's 2026, or of results."""
    assert goals(heading, "Tỷ lệ hộ nghèo giảm 2,1%.") == []


@pytest.mark.parametrize(
    ("heading", "line", "year"),
    [
        ("Mục tiêu đến hết năm 2027", "Ít nhất 30 trạm y tế có góc tư vấn.", "2027"),
        ("Mục tiêu đến năm 2030", "Đến hết năm 2028, ít nhất 30 trạm y tế có góc tư vấn.", "2028"),
        ("Mục tiêu", "Ít nhất 30 trạm y tế có góc tư vấn, tăng so với năm 2026.", "2030"),
    ],
)
def test_a_goal_is_of_the_year_that_its_sentence_or_its_heading_tells(heading: str, line: str, year: str) -> None:
    """Else of the last of the plan; a year that it is compared with is none."""
    part = Part("part", "I", heading=heading, paragraphs=[Passage(line)])
    title = ["Chăm sóc sức khỏe giai đoạn 2026 - 2030"]
    head = Head(["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], number="1", symbol="KH-UBND", title_lines=title)
    mark(Draft(head, parts=[part]))
    assert [one["year"] for _, one in sets(part.paragraphs[0], "indicator")] == [year]


def test_columns_of_goals_are_figures_to_be_reached() -> None:
    """In a table of places: by the head, with its unit; what was reached the year before is none."""
    grid = Grid(
        ["TT", "Thôn", "Kết quả năm 2025 (%)", "Chỉ tiêu năm 2026 (%)", "Số lớp tập huấn"],
        [["1", "Đồng Chè", "12,1", "11,5", "2"], ["2", "Khe Hạ", "25,3", "24,0", "5"]],
        caption="Biểu 1. Chỉ tiêu giao các thôn",
    )
    mark(draft_of(Part("part", "II", heading="CHỈ TIÊU", tables=[grid])))
    assert {at: marks[0].sets["indicator"] for at, marks in grid.column_marks.items()} == {
        3: {"id": "chi-tieu-nam-2026", "name": "Chỉ tiêu năm 2026", "kind": "coverage", "unit": "%", "year": "2026"},
        4: {"id": "so-lop-tap-huan", "name": "Số lớp tập huấn", "kind": "number", "unit": "lớp", "year": "2026"},
    }


def test_rows_of_bodies_of_a_place_are_about_that_place() -> None:
    """ "UBND xã A" and "Trạm Y tế xã B" in a table; columns named like a project are about it."""
    grid = Grid(
        ["TT", "Đơn vị", "Đa dạng hóa sinh kế", "Dạy nghề"],
        [["1", "UBND xã Tân Phú", "40", "10"], ["2", "Trạm Y tế xã Bình An", "10", "10"]],
        unit_line="ĐVT: triệu đồng",
    )
    projects = [
        Part("project", "1", "Dự án 1:", "Đa dạng hóa sinh kế, phát triển mô hình", code="1"),
        Part("project", "2", "Dự án 2:", "Dạy nghề", code="2"),
    ]
    mark(
        draft_of(Part("part", "II", heading="DỰ ÁN", parts=projects), Part("part", "III", heading="VỐN", tables=[grid]))
    )
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        0: {"place": "tan-phu"},
        1: {"place": "binh-an"},
    }
    assert {at: marks[0].sets.get("project") for at, marks in grid.column_marks.items()} == {2: "1", 3: "2"}


def test_the_number_of_a_row_is_not_that_of_a_village() -> None:
    """The third row is of "Bản Lò Cao", though there is a "Tiểu khu 3" too."""
    grid = Grid(
        ["TT", "Bản, tiểu khu", "Giảm hộ nghèo"],
        [["1", "Bản Nậm Tốc", "4"], ["2", "Tiểu khu 3", "2"], ["3", "Bản Lò Cao", "6"]],
        caption="Biểu 1. Chỉ tiêu giao các bản, tiểu khu",
    )
    mark(draft_of(Part("part", "II", heading="CHỈ TIÊU", tables=[grid])))
    assert [marks[0].sets["place"] for _, marks in sorted(grid.row_marks.items())] == [
        "ban-nam-toc", "tieu-khu-3", "ban-lo-cao",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        (
            "Giảm 64 hộ nghèo, 82 hộ cận nghèo (chi tiết tại Bảng 1).",
            [("Giảm 64 hộ nghèo", "Giảm số hộ nghèo"), ("82 hộ cận nghèo", "Giảm số hộ cận nghèo")],
        ),
        (
            "Giảm 12 hộ nghèo và 20 hộ cận nghèo trở lên.",
            [("Giảm 12 hộ nghèo", "Giảm số hộ nghèo"), ("20 hộ cận nghèo trở lên", "Giảm số hộ cận nghèo")],
        ),
        ("Giảm 64 hộ nghèo, 82 hộ cận nghèo còn nhà tạm được sửa nhà.", [("Giảm 64 hộ nghèo", "Giảm số hộ nghèo")]),
        (
            "100% người thuộc hộ nghèo, hộ cận nghèo có thẻ bảo hiểm y tế.",
            [
                (
                    "100% người thuộc hộ nghèo, hộ cận nghèo có thẻ bảo hiểm y tế",
                    "Người thuộc hộ nghèo, hộ cận nghèo có thẻ bảo hiểm y tế",
                )
            ],
        ),
        (
            "Ít nhất 97% hộ nghèo, hộ cận nghèo được dùng nước sạch.",
            [("Ít nhất 97% hộ nghèo, hộ cận nghèo được dùng nước sạch", "Hộ nghèo, hộ cận nghèo được dùng nước sạch")],
        ),
        (
            "100% hộ nghèo có nhà vệ sinh, hộ cận nghèo được vay vốn.",
            [("100% hộ nghèo có nhà vệ sinh", "Hộ nghèo có nhà vệ sinh")],
        ),
        (
            "Giải quyết việc làm cho 320 lao động, trong đó có 25 lao động đi làm việc ở nước ngoài.",
            [
                ("Giải quyết việc làm cho 320 lao động", "Giải quyết việc làm cho lao động"),
                ("trong đó có 25 lao động đi làm việc ở nước ngoài", "Lao động đi làm việc ở nước ngoài"),
            ],
        ),
    ],
)
def test_goals_of_a_list_are_each_found(text: str, goals: list[tuple[str, str]]):
    """What else is to be less, those whom a share is of, what is counted within a count."""
    found = found_in(text, (2026, 2026), lambda hit, _: hit.id, set(), {})
    assert [(text[slice(*one.core)], one.sets["indicator"]["name"]) for one in found] == goals


def test_a_share_of_several_groups_is_of_none_of_them_alone():
    """Its name says of whom it is."""
    text = "97% hộ nghèo, hộ cận nghèo có nhà vệ sinh; 95% hộ nghèo có thẻ bảo hiểm y tế."
    found = found_in(text, (2026, 2026), lambda hit, _: hit.id, set(), {})
    assert [one.sets["indicator"].get("group") for one in found] == [None, "ho-ngheo"]


def test_a_share_of_communes_in_need_goes_on_to_what_they_are_to_have():
    """ "có điều kiện …" says which communes; a long name ends with a whole word."""
    head = "100% xã có điều kiện kinh tế - xã hội đặc biệt khó khăn, xã đảo có hệ thống đài truyền thanh hoạt động"
    text = f"{head}, phục vụ."
    (one,) = found_in(text, (2026, 2026), lambda hit, _: hit.id, set(), {})
    assert text[slice(*one.core)] == head
    assert str(one.sets["indicator"]["name"]).endswith("xã đảo có hệ thống đài truyền thanh")
