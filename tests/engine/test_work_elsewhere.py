"""Who works on a part that names nobody: rows of a table of tasks, or who leads, name it by its words elsewhere."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import work_parts
from programme.render.renderer import Renderer

PARTS = """\
- number: IV-A
  heading: NỘI DUNG
  clauses:
    - number: "1"
      heading: Hỗ trợ làm nhà ở theo nhóm hộ
      paragraphs: [{phrases: [{text: "90 triệu đồng.", money: {}}]}]
    - {number: "2", heading: "Học nghề, giới thiệu việc làm", paragraphs: ["Mở 03 lớp nghề mộc, mỗi lớp 20 người."]}
    - {number: "3", heading: "Nước sạch, vệ sinh", paragraphs: [Đào giếng.]}
    - {number: "4", heading: Đường làng, paragraphs: [Đắp đường.]}
- number: IV-B
  heading: PHÂN CÔNG
  items:
    - phrases:
        - {text: "Chủ trì công tác nước sạch và đường sá;", roles: [lead], bearers: [phong-kinh-te]}
        - {text: giám sát việc làm đường làng., roles: [monitor], bearers: [tram-y-te]}
  tables:
    - columns: [{text: TT}, {text: Việc, says: task}, {text: Chủ trì, says: lead}]
      rows:
        - cells: [I, Làm nhà ở, ""]
        - {cells: ["1", Lập danh sách, Trạm Y tế xã], bearers: [tram-y-te]}
        - cells: [II, "Học nghề, đường làng", ""]
        - {cells: ["1", Mở 03 lớp nghề mộc, UBND xã], bearers: [ubnd-xa]}
        - {cells: ["2", Rải đá, Phòng Kinh tế xã], bearers: [phong-kinh-te]}
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    programme = open_programme(spoil("data/sections.yaml", "- number: V\n", PARTS), with_pages=False)
    sections = tuple(one for one in programme.data.sections if one.number in ("IV-A", "IV-B"))
    plan = programme.plan.model_copy(update={"programmes": ()})
    without = {"plan": plan, "projects": (), "needs": (), "questions": (), "sections": sections}
    return Programme(programme.data.model_copy(update=without))


def test_who_works_on_a_part_is_read_where_the_plan_gives_it(told: Programme):
    """By the heading of rows, by a task in its own words, by who leads it; a heading of two works is of neither."""
    found = [
        (one.clause.name, {ref: [body.id for body in bodies] for ref, bodies in one.elsewhere.items()})
        for one in work_parts.works(told)
    ]
    assert found == [
        ("Hỗ trợ làm nhà ở theo nhóm hộ", {"IV-B": ["tram-y-te"]}),
        ("Học nghề, giới thiệu việc làm", {"IV-B": ["ubnd-xa"]}),
        ("Nước sạch, vệ sinh", {"IV-B": ["phong-kinh-te"]}),
        ("Đường làng", {}),
    ]


def test_it_is_shown_with_the_clause_that_gives_it(told: Programme):
    """On the page of money, and where others have projects; nobody where the plan gives it to nobody."""
    renderer = Renderer(told)
    for page in ("kinh-phi", "index"):
        shown = BeautifulSoup(renderer.overview(page), "html.parser").select("td[data-label='Ai làm']")
        assert " ".join(shown[0].get_text().split()) == "Trạm Y tế xã (mục IV-B)"
    assert shown[3].get_text().strip() == ""
