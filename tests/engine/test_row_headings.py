"""Headings between the rows of a table of tasks say what the rows below them are about."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import deadlines, task_rows
from programme.load.tables import Column, Row, Table
from programme.load.vocabulary import TaskPart
from programme.render.renderer import Renderer

TASKS = """\
- number: IV-A
  heading: PHÂN CÔNG
  tables:
    - columns: [{text: TT}, {text: Việc, says: task}, {text: Chủ trì, says: lead}, {text: Hạn, says: timing}]
      rows:
        - cells: [II, Làm nhà ở, "", ""]
        - {cells: ["1", Lập danh sách, Phòng Kinh tế xã, 15/4/2026], bearers: [phong-kinh-te], end: 2026-04-15}
- number: V
"""


def above(*rows: tuple[str, ...], head: tuple[str, ...] = ("TT", "Việc", "Chủ trì")) -> list[tuple[str, ...]]:
    """The headings above each row whose last cell names somebody."""
    says = {"Việc": TaskPart.TASK, "Chủ trì": TaskPart.LEAD}
    columns = tuple(Column(text=one, says=says.get(one)) for one in head)
    held = tuple(Row(cells=cells, bearers=("x",) if cells[-1] == "Phòng A" else ()) for cells in rows)
    return [row.headings for row in task_rows.read(Table(columns=columns, rows=held))]


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    programme = open_programme(spoil("data/sections.yaml", "- number: V\n", TASKS), with_pages=False)
    sections = tuple(one for one in programme.data.sections if one.number == "IV-A")
    plan = programme.plan.model_copy(update={"programmes": ()})
    without = {"plan": plan, "projects": (), "needs": (), "questions": (), "sections": sections}
    return Programme(programme.data.model_copy(update=without))


def test_a_row_stands_under_the_heading_before_it_and_the_wider_ones():
    """A heading of the same kind takes the place of the one before; a wider one ends those below it."""
    assert above(
        ("", "Trước mọi đầu mục", "Phòng A"),
        ("A", "Sinh kế", ""),
        ("I", "Trồng trọt", ""),
        ("1", "Mua giống", "Phòng A"),
        ("II", "Chăn nuôi", ""),
        ("1", "Mua dê", "Phòng A"),
        ("B", "Nhà ở", ""),
        ("1", "Xây nhà", "Phòng A"),
    ) == [(), ("Sinh kế", "Trồng trọt"), ("Sinh kế", "Chăn nuôi"), ("Nhà ở",)]


def test_a_cell_over_all_columns_is_a_heading_and_what_is_numbered_as_the_work_is_none():
    """Merged cells hold it once or in each; work that names nobody, a sum, a row of numbers are no headings."""
    assert (
        above(
            ("I. Nhà ở", "", ""),
            ("1", "Xây nhà", "Phòng A"),
            ("2", "Sửa nhà", ""),
            ("3", "Nghiệm thu", "Phòng A"),
            ("Cộng", "", ""),
            ("4", "Bàn giao", "Phòng A"),
        )
        == [("I. Nhà ở",)] * 3
    )
    lines = ("Nhà ở", "Nhà ở"), ("Xây nhà", "Phòng A"), ("Việc làm", ""), ("Mở lớp", "Phòng A")
    assert above(*lines, head=("Việc", "Chủ trì")) == [("Nhà ở",), ("Việc làm",)]


@pytest.mark.parametrize("body", [None, "phong-kinh-te"])
def test_the_heading_stands_with_the_row_on_the_pages_of_work(told: Programme, body: str | None):
    """On that of the body and that of all work; its deadline is told by it too."""
    renderer = Renderer(told)
    made = renderer.agency(body) if body else renderer.overview("phan-cong")
    quotes = BeautifulSoup(made, "html.parser").select(".duty blockquote")
    assert ["Làm nhà ở", "Lập danh sách"] in [[one.get_text() for one in quote.select("p")] for quote in quotes]
    due = [one for _, ones in deadlines.by_month(told) for one in ones if one.text == "15/4/2026"]
    assert [deadlines.about(told, one) for one in due] == ["Làm nhà ở"]
