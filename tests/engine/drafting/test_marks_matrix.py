"""Tables with a column for each body, and signs that say what it does."""

from __future__ import annotations

from typing import Any

from drafting_duties import plan

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part, Passage

HEADS = ["TT", "Việc phải làm", "VP Đảng ủy", "Phòng VH-XH", "Công an xã", "Đoàn TN"]


def rows_of(grid: Grid, *before: str) -> list[dict[str, Any]]:
    """The keys of each row of a table that stands behind some words."""
    said = [Passage(one) for one in before]
    mark(plan(Part("part", "I", heading="PHÂN CÔNG", paragraphs=said, tables=[grid])))
    return [{key: value for one in grid.row_marks.get(at, []) for key, value in one.sets.items()} for at in range(2)]


def test_the_words_around_a_table_say_what_its_signs_mean():
    """ "X: ...; o: ..." in the paragraph above; a head that is no name of the grammar is a body among bodies."""
    grid = Grid(HEADS, [["1", "Lập tổ công nghệ số", "", "X", "o", "o"], ["2", "Cấp chữ ký số", "X", "", "", "o"]])
    assert rows_of(grid, "Giao cho các ngành theo bảng dưới đây (X: chịu trách nhiệm chính; o: cùng làm):") == [
        {"bearers": ["phong-vh-xh"], "with": ["cong-an", "doan-thanh-nien"], "roles": ["lead"]},
        {"bearers": ["van-phong-dang-uy"], "with": ["doan-thanh-nien"], "roles": ["lead"]},
    ]


def test_a_note_below_may_say_it_too():
    """ "● là đơn vị chủ trì, ○ là đơn vị phối hợp"."""
    grid = Grid(HEADS, [["1", "Rà soát", "", "●", "○", ""], ["2", "Cấp thẻ", "", "○", "●", ""]])
    grid.notes = [Passage("Ghi chú: ● là đơn vị chủ trì, ○ là đơn vị phối hợp.")]
    assert rows_of(grid) == [
        {"bearers": ["phong-vh-xh"], "with": ["cong-an"], "roles": ["lead"]},
        {"bearers": ["cong-an"], "with": ["phong-vh-xh"], "roles": ["lead"]},
    ]


def test_bodies_under_one_head_are_told_without_it():
    """Of two rows of a head that became one the upper one stands before each body."""
    above = "Cơ quan thực hiện"
    heads = ["TT", "Hoạt động", f"{above} Phòng Kinh tế", f"{above} Tổ tự quản Bến Đò", "Hạn"]
    grid = Grid(heads, [["1", "Cắm mốc", "CT", "PH", "Quý II"], ["2", "Trồng cây", "PH", "CT", "Quý III"]])
    assert rows_of(grid) == [
        {"bearers": ["phong-kinh-te"], "with": ["to-tu-quan-ben-do"], "roles": ["lead"]}
        | {"start": "2026-04-01", "end": "2026-06-30"},
        {"bearers": ["to-tu-quan-ben-do"], "with": ["phong-kinh-te"], "roles": ["lead"]}
        | {"start": "2026-07-01", "end": "2026-09-30"},
    ]


def test_a_table_that_ticks_other_things_gives_no_work():
    """Columns that are no bodies, with crosses."""
    heads = ["TT", "Hoạt động", "Có", "Không"]
    assert rows_of(Grid(heads, [["1", "Cắm mốc", "x", ""], ["2", "Trồng cây", "", "x"]])) == [{}, {}]
