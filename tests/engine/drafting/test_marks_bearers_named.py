"""Bearers and partners named with more words: by a table, with a comma, in a row; reports that follow something."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part


def keys(heading: str, line: str) -> dict[str, Any]:
    """All keys of the marks of a line under a heading that gives out work."""
    (one,), _ = marked(plan(assigned(heading, line)))
    return {key: value for told in one.marks for key, value in told.sets.items()}


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        ("Các đơn vị nêu tại Biểu 2 gửi báo cáo về Phòng Kinh tế.", ["cac-don-vi-neu-tai-bieu-2"]),
        ("Các phòng, ban có tên tại Phụ lục I báo cáo Phòng Kinh tế.", ["cac-phong-ban-co-ten-tai-phu-luc-i"]),
    ],
)
def test_where_the_plan_tells_of_them_belongs_to_the_name(line: str, bearers: list[str]):
    """ "Các đơn vị nêu tại Biểu 2" report: no other unit does."""
    assert keys("Hội Nông dân xã", line) == {
        "roles": ["report"],
        "bearers": bearers,
        "reports": [{"to": ["phong-kinh-te"]}],
    }


@pytest.mark.parametrize(
    ("heading", "bearers"),
    [
        ("Bản Nà Hin, bản Huổi Lếch", ["ban-na-hin", "ban-huoi-lech"]),
        ("Thôn 1, thôn 3 và thôn Đoài", ["thon-1", "thon-3", "thon-doai"]),
    ],
)
def test_a_heading_that_says_the_same_noun_again_names_another(heading: str, bearers: list[str]):
    """The noun stands small behind the comma: it is a name of its own all the same."""
    assert keys(heading, "Thành lập tổ tự quản nguồn nước.")["bearers"] == bearers


@pytest.mark.parametrize(
    ("line", "roles", "partners"),
    [
        (
            "Cùng Tổ bảo vệ an ninh, trật tự các bản xác minh nơi cư trú của hộ đề nghị hỗ trợ.",
            ["review"],
            ["to-bao-ve-an-ninh-trat-tu-cac-ban"],
        ),
        ("Phối hợp với cô đỡ thôn bản quản lý thai nghén.", ["coordinate"], ["co-do-thon-ban"]),
        ("Phối hợp với y tế thôn, bản cân trẻ.", ["coordinate"], ["y-te-thon-ban"]),
        ("Phối hợp với các hợp tác xã rà soát hộ trồng chè.", ["coordinate"], ["cac-hop-tac-xa"]),
    ],
)
def test_partners_of_a_village_are_named_whole(line: str, roles: list[str], partners: list[str]):
    """A comma within a name ends it not; the verb behind it says what is done."""
    assert keys("Công an xã", line) == {"roles": roles, "with": partners, "bearers": ["cong-an"]}


def test_who_reports_after_each_time_reports():
    """The verb stands right behind "sau mỗi đợt"."""
    assert keys("Trạm Y tế xã", "Sau mỗi đợt gửi báo cáo cho Phòng Kinh tế trong vòng 07 ngày.") == {
        "roles": ["report"],
        "reports": [{"to": ["phong-kinh-te"], "frequency": "Sau mỗi đợt", "deadline": "trong vòng 07 ngày"}],
        "bearers": ["tram-y-te"],
    }


def test_a_row_whose_result_is_a_report_sent_to_somebody_is_a_report():
    """The work says nobody; the column of results does, under whatever words for a result."""
    columns = ["TT", "Đầu việc", "Chịu trách nhiệm chính", "Xong trước", "Kết quả phải có"]
    rows = [
        ["1", "Lập báo cáo kết quả năm", "Phòng Kinh tế", "05/12/2026", "Báo cáo gửi UBND tỉnh"],
        ["2", "Rà soát hộ nghèo", "Phòng Kinh tế", "20/11/2026", "Báo cáo kết quả"],
    ]
    grid = Grid(columns, rows)
    mark(plan(Part("part", "III", heading="NHIỆM VỤ", tables=[grid])))
    told = [
        {key: value for one in grid.row_marks[at] for key, value in one.sets.items() if key in ("reports", "end")}
        for at in range(2)
    ]
    assert told == [
        {"reports": [{"to": ["ubnd-tinh"], "deadline": "05/12/2026", "due": "2026-12-05"}]},
        {"end": "2026-11-20"},
    ]
