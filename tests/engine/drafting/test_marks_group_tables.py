"""Tables that say row by row whom something is for, and give nobody work."""

from __future__ import annotations

from drafting_marks import draft_of

from programme.derive.task_rows import read
from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Grid, Part
from programme.load.tables import Table

ROWS = [
    ["1", "Hộ cận nghèo", "Có con đang học trung học phổ thông", "750.000 đồng/em/tháng"],
    ["2", "Người cao tuổi từ đủ 80 tuổi", "-", "300.000 đồng/tháng"],
    ["", "Cộng", "", ""],
]


def marked(*columns: str, rows: list[list[str]] = ROWS) -> Grid:
    """A table of a part, with its marks."""
    grid = Grid([*columns], rows)
    mark(draft_of(Part("part", "I", heading="MỨC HỖ TRỢ", tables=[grid])))
    return grid


def test_each_row_says_whom_it_is_for_with_the_condition_of_another_cell():
    """The column of groups is marked, and each row but the sum; an empty condition is none."""
    grid = marked("TT", "Đối tượng hỗ trợ", "Điều kiện", "Định mức")
    assert grid.column_marks[1][0].sets == {"says": "whom"}
    told = {at: [one.sets for one in marks if "for_whom" in one.sets] for at, marks in grid.row_marks.items()}
    assert told == {
        0: [{"for_whom": [{"who": ["ho-can-ngheo"], "condition": "Có con đang học trung học phổ thông"}]}],
        1: [{"for_whom": [{"who": ["nguoi-cao-tuoi"], "age_from": 80}]}],
        2: [],
    }
    assert grid.row_marks[0][0].degree is Degree.SURE


def test_a_table_that_gives_work_is_no_table_of_groups():
    """Its rows are duties; whom they are for stands in the words of the task."""
    columns = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Đối tượng")
    grid = marked(*columns, rows=[["1", "Tập huấn", "Phòng Kinh tế", "Hộ nghèo"]])
    assert 3 not in grid.column_marks
    assert [one.sets for one in grid.row_marks[0] if "for_whom" in one.sets] == []


def test_such_a_row_is_a_sentence_of_its_cells():
    """What it is for stands on the cell of the group; nobody is given work, and a row without a mark is no sentence."""
    table = Table.model_validate(
        {
            "columns": [{"text": "Đối tượng", "says": "whom"}, {"text": "Điều kiện"}],
            "rows": [
                {"cells": ["Hộ nghèo", "Chưa có nhà vệ sinh"], "for_whom": [{"who": ["ho-ngheo"]}]},
                {"cells": ["Hộ khác", ""]},
            ],
        }
    )
    one = next(read(table)).paragraph
    assert [(phrase.text, [target.who for target in phrase.for_whom], phrase.roles) for phrase in one.phrases] == [
        ("Hộ nghèo", [("ho-ngheo",)], ()),
        ("Chưa có nhà vệ sinh", [], ()),
    ]
