"""Tables of tasks with a cell that reaches down over several rows: its words are those of each of them."""

from __future__ import annotations

from drafting_plans import END, HEAD, document

from programme.drafting.marks import mark
from programme.drafting.outline.grids import grid_of
from programme.drafting.outline.outline import outline
from programme.drafting.proof import zones
from programme.drafting.shape import Draft, Grid, Head, Part
from programme.reading.document import Cell, Document, Table

HEADS = tuple(map(Cell, ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian")))
LED = Cell("Phòng Kinh tế", 1, 2)
"""Over two rows."""
TASKS = Table(
    (
        HEADS,
        (Cell("1"), Cell("Rà soát hộ nghèo"), LED, Cell("Công an xã"), Cell("Quý II/2026", 1, 3)),
        (Cell("2"), Cell("Lập danh sách hộ vay vốn"), Cell("Hội Nông dân xã", 1, 2)),
        (Cell("3"), Cell("Mở lớp dạy nghề"), Cell("Phòng Văn hóa - Xã hội")),
    ),
    "bảng 1",
)


def grid(table: Table) -> Grid:
    """The table as its plan marks it."""
    made = grid_of(table, [])
    assert made
    head = Head(["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], number="1", symbol="KH-UBND", title_lines=["Giảm nghèo năm 2026"])
    mark(Draft(head, parts=[Part("part", "III", heading="NHIỆM VỤ", tables=[made])]))
    return made


def test_a_lead_and_a_time_of_several_rows_are_those_of_each():
    """Who leads, who helps and when stand in every row that their cell reaches, and none of it is a guess."""
    found = grid(TASKS)
    assert found.rows[2] == ["3", "Mở lớp dạy nghề", "Phòng Văn hóa - Xã hội", "Hội Nông dân xã", "Quý II/2026"]
    when = {"start": "2026-04-01", "end": "2026-06-30"}
    assert [[(one.sets, one.degree.value) for one in marks] for marks in found.row_marks.values()] == [
        [({"bearers": ["phong-kinh-te"], "with": ["cong-an"], **when}, "sure")],
        [({"bearers": ["phong-kinh-te"], "with": ["hoi-nong-dan"], **when}, "sure")],
        [({"bearers": ["phong-van-hoa-xa-hoi"], "with": ["hoi-nong-dan"], **when}, "sure")],
    ]


def test_a_task_of_several_rows_is_that_of_each():
    """One task that two bodies do by two days: both rows say what is done."""
    rows = (
        HEADS,
        (Cell("1", 1, 2), Cell("Cấp thẻ bảo hiểm", 1, 2), Cell("Trạm Y tế xã"), Cell(""), Cell("Tháng 3/2026")),
        (Cell("Công an xã"), Cell("Các thôn"), Cell("Tháng 5/2026")),
    )
    found = grid(Table(rows, "bảng 1"))
    assert found.rows == [
        ["1", "Cấp thẻ bảo hiểm", "Trạm Y tế xã", "", "Tháng 3/2026"],
        ["", "Cấp thẻ bảo hiểm", "Công an xã", "Các thôn", "Tháng 5/2026"],
    ]
    assert found.row_marks[1][0].sets == {
        "bearers": ["cong-an"],
        "with": ["cac-thon"],
        "start": "2026-05-01",
        "end": "2026-05-31",
    }


def test_an_amount_of_several_rows_stands_once():
    """A number that reaches over rows is no number of each, nor are words of a table that gives nobody work."""
    rows = (
        tuple(map(Cell, ("TT", "Nội dung", "Kinh phí (triệu đồng)", "Nguồn"))),
        (Cell("1"), Cell("Nhà ở"), Cell("300", 1, 2), Cell("Ngân sách tỉnh", 1, 2)),
        (Cell("2"), Cell("Vệ sinh")),
    )
    assert grid(Table(rows, "bảng 1")).rows == [["1", "Nhà ở", "300", "Ngân sách tỉnh"], ["2", "Vệ sinh", "", ""]]


def test_the_text_of_the_source_has_those_words_in_each_row():
    """What the data is compared with says them as often as the data does."""
    lines = document(f"{HEAD}I. NHIỆM VỤ\nPhân công như sau:\n{END}").blocks
    place = next(at for at, one in enumerate(lines) if getattr(one, "text", "") == "Phân công như sau:") + 1
    whole = Document("docx", (*lines[:place], TASKS, *lines[place:]))
    draft = outline(whole)
    mark(draft)
    assert zones(whole, draft)["body"][3:7] == [
        "TT Nhiệm vụ Chủ trì Phối hợp Thời gian",
        "1 Rà soát hộ nghèo Phòng Kinh tế Công an xã Quý II/2026",
        "2 Lập danh sách hộ vay vốn Phòng Kinh tế Hội Nông dân xã Quý II/2026",
        "3 Mở lớp dạy nghề Phòng Văn hóa - Xã hội Hội Nông dân xã Quý II/2026",
    ]
