"""Whose a report and a time are: collectives given work, times that end the work of several, quarters apart."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import marked, plan, said

from programme.drafting.shape import Part, Passage


def told(heading: str, line: str) -> list[tuple[str, Any]]:
    """The marks of a line under a heading."""
    (one,), _ = marked(plan(Part("part", "V", heading=heading, items=[Passage(line)])))
    return said(one)


@pytest.mark.parametrize(
    ("line", "bearers", "reports"),
    [
        (
            "Các đơn vị được phân công gửi báo cáo 6 tháng trước ngày 10/6/2026, "
            "báo cáo năm trước ngày 05/12/2026 về Phòng Kinh tế xã.",
            ["cac-don-vi-duoc-phan-cong"],
            [("2026-06-10", ["phong-kinh-te"]), ("2026-12-05", ["phong-kinh-te"])],
        ),
        (
            "Các phòng, đơn vị được phân công chủ trì nội dung gửi báo cáo về Phòng Kinh tế trước ngày 15/6/2026.",
            ["cac-phong-don-vi-duoc-phan-cong-chu-tri-noi-dung"],
            [("2026-06-15", ["phong-kinh-te"])],
        ),
        (
            "Đơn vị được phân công báo cáo Ủy ban nhân dân xã trước ngày 18/6/2026.",
            ["don-vi-duoc-phan-cong"],
            [("2026-06-18", ["ubnd-xa"])],
        ),
        (
            "Các cơ quan, đơn vị theo nhiệm vụ được phân công gửi báo cáo về Phòng Kinh tế trước ngày 10/12/2026.",
            ["cac-co-quan-don-vi"],
            [("2026-12-10", ["phong-kinh-te"])],
        ),
        (
            "Các ban, ngành căn cứ nhiệm vụ được phân công báo cáo kết quả về Phòng Kinh tế trước ngày 05/6/2026.",
            ["cac-ban-nganh"],
            [("2026-06-05", ["phong-kinh-te"])],
        ),
        (
            "Các sở, ngành được phân công tại Phụ lục I báo cáo Sở Nội vụ trước ngày 15/3/2026.",
            ["cac-so-nganh"],
            [("2026-03-15", ["so-noi-vu"])],
        ),
        (
            "Các hội, đoàn thể được phân công giúp đỡ hộ nghèo gửi báo cáo về Hội Nông dân xã trước ngày 01/12/2026.",
            ["cac-hoi-doan-the-duoc-phan-cong"],
            [("2026-12-01", ["hoi-nong-dan"])],
        ),
    ],
)
def test_those_who_are_given_work_report(line: str, bearers: list[str], reports: list[tuple[str, list[str]]]):
    """ "được phân công" says which of them, as "được giao" does."""
    keys = {key: value for _, sets in told("CHẾ ĐỘ BÁO CÁO", line) for key, value in sets.items()}
    assert (keys["bearers"], [(one["due"], one["to"]) for one in keys["reports"]]) == (bearers, reports)


def test_a_report_of_nobody_with_another_behind_it_is_no_fault():
    """A sentence that names no bearer where work is given out, and sends something besides."""
    line = "Định kỳ hằng tháng tổng hợp, kết quả gửi về Phòng Kinh tế và báo cáo Ủy ban nhân dân xã."
    assert any("reports" in sets for _, sets in told("TỔ CHỨC THỰC HIỆN", line))


@pytest.mark.parametrize(
    ("last", "roles"),
    [
        ("Hoàn thành, bàn giao nhà trước 30/9/2026.", None),
        ("Hoàn thành việc hỗ trợ chậm nhất trong quý III/2026.", None),
        ("Bàn giao nhà trước ngày 30/9/2026.", None),
        ("Bàn giao nhà cho hộ nghèo, lập biên bản.", ["implement"]),
    ],
)
def test_when_the_work_of_several_is_done_is_no_work_of_the_last_of_them(last: str, roles: list[str] | None):
    """A sentence of its own that only says by when."""
    line = f"Phòng Kinh tế chủ trì lập danh sách; Trạm Y tế khám sức khỏe. {last}"
    marks = [sets for words, sets in told("NỘI DUNG THỰC HIỆN", line) if words in last]
    assert next((sets["roles"] for sets in marks if "roles" in sets), None) == roles


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("vào quý II và quý IV/2026", [("quý II", "2026-06-30"), ("quý IV/2026", "2026-12-31")]),
        ("vào quý I, III/2026", [("quý I", "2026-03-31"), ("III/2026", "2026-09-30")]),
        ("trong quý 1 và quý 3", [("trong quý 1", "2026-03-31"), ("quý 3", "2026-09-30")]),
        ("trong quý II và quý III/2026", [("trong quý II và quý III/2026", "2026-09-30")]),
        ("từ quý II đến quý IV/2026", [("từ quý II đến quý IV/2026", "2026-12-31")]),
    ],
)
def test_two_quarters_that_do_not_follow_each_other_are_two_times(words: str, times: list[tuple[str, str]]):
    """ "quý II và quý IV" is not from April to December."""
    found = [sets["timing"] for _, sets in told("NỘI DUNG", f"Tổ chức kiểm tra {words}.") if "timing" in sets]
    assert [(one["text"], one["end"]) for one in found] == times


@pytest.mark.parametrize(
    "words",
    [
        "trước mùa mưa bão",
        "trước mùa lũ",
        "trước mùa khô",
        "trước năm học mới",
        "trước Tết Nguyên đán 2026",
        "trước Tết",
    ],
)
def test_a_season_is_a_time_without_a_day(words: str):
    """Work is due before it, on no day that a calendar has."""
    found = [sets["timing"] for _, sets in told("NỘI DUNG", f"Phòng Kinh tế sửa nhà {words}.") if "timing" in sets]
    assert found == [{"text": words}]
