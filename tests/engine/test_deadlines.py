"""What is due is told in the plan's words, with the part that says it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import deadlines
from programme.render.renderer import Renderer

SECTIONS = "data/sections.yaml"
LONG = "xong " + "việc rất dài " * 20 + "của xã"
WORK = f"""\
- number: IV-A
  heading: Việc của năm
  items:
    - bearers: [phong-kinh-te]
      phrases:
        - text: "Rà soát: lập sổ trước ngày 15/4/2026;"
          roles: [plan]
          timing: {{text: trước ngày 15/4/2026, end: 2026-04-15}}
        - text: Ngân sách xã ủy thác 300 triệu đồng
        - text: trong quý I/2026.
          timing: {{text: trong quý I/2026, end: 2026-03-31}}
        - text: Trước ngày 20/5/2026, {LONG}.
          timing: {{text: Trước ngày 20/5/2026, end: 2026-05-20}}
        - text: Xây cầu. Tháng 6/2026.
          timing: {{text: Tháng 6/2026, end: 2026-06-30}}
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    return open_programme(spoil(SECTIONS, "- number: V\n", WORK), with_pages=False)


def test_a_deadline_quotes_its_part_of_the_sentence(told: Programme):
    """From the sign before it to the one after it, "…" where a sentence goes on; with the one before it if alone."""
    found = {one.text: one.what for _, ones in deadlines.by_month(told) for one in ones if one.statement.ref == "IV-A"}
    assert found == {
        "trước ngày 15/4/2026": "… lập sổ trước ngày 15/4/2026 …",
        "trong quý I/2026": "… Ngân sách xã ủy thác 300 triệu đồng trong quý I/2026",
        "Trước ngày 20/5/2026": "Trước ngày 20/5/2026, xong " + "việc rất dài " * 9 + "việc …",
        "Tháng 6/2026": "Xây cầu. Tháng 6/2026",
    }


def test_a_deadline_of_no_project_is_told_with_its_heading(told: Programme):
    """On the page of the body, with the clause; no programme is named where the words name none."""
    page = BeautifulSoup(Renderer(told).agency("phong-kinh-te"), "html.parser").get_text(" ")
    said = " ".join(page.split())
    assert "“trước ngày 15/4/2026”: Việc của năm ( mục IV-A ): “… lập sổ trước ngày 15/4/2026 …”" in said


def test_no_purpose_is_said_to_be_none(told: Programme):
    """Who stands among those who receive the plan, and for what the plan does not say."""
    page = BeautifulSoup(Renderer(told).agency("truong-cac-thon"), "html.parser").get_text(" ")
    assert "Nhận Kế hoạch có tên ở Nơi nhận, không ghi mục đích ( Nơi nhận )" in " ".join(page.split())


PART = """\
- number: IV-A
  heading: Làm nhà
  paragraphs:
    - text: San nền xong trước ngày 30/4/2026.
      timing: {text: trước ngày 30/4/2026, end: 2026-04-30}
    - Nhà có ba gian.
    - text: Trạm Y tế xã khám thợ.
      bearers: [tram-y-te]
      roles: [implement]
LEADS- number: IV-B
  heading: PHÂN CÔNG
  clauses:
    - number: "1"
      heading: Phòng Kinh tế (Thường trực)
      paragraphs:
        - text: Lập sổ trước ngày 15/5/2026.
          bearers: [phong-kinh-te]
          roles: [plan]
          timing: {text: trước ngày 15/5/2026, end: 2026-05-15}
- number: V
"""
LEADS = """\
    - text: Phòng Văn hóa chủ trì.
      bearers: [phong-van-hoa]
      roles: [lead]
"""


def due_in_parts(programme: Programme, body: str) -> list[str]:
    agency = programme.agencies[body]
    found = [one for _, ones in deadlines.of_parts(programme, agency) for one in ones]
    return [one.text for one in found if one.statement.ref == "IV-A"]


@pytest.mark.parametrize(
    ("leads", "bodies"), [("", ["tram-y-te"]), (LEADS, ["phong-van-hoa"])], ids=["nobody leads", "one leads"]
)
def test_what_a_part_asks_of_nobody_is_told_who_leads_it(spoil: Spoil, leads: str, bodies: list[str]):
    """Else of all who have work in it; apart from what is asked of the body itself."""
    told = open_programme(spoil(SECTIONS, "- number: V\n", PART.replace("LEADS", leads)), with_pages=False)
    asked = ("tram-y-te", "phong-van-hoa", "phong-kinh-te")
    assert [body for body in asked if due_in_parts(told, body)] == bodies
    page = BeautifulSoup(Renderer(told).agency(bodies[0]), "html.parser").get_text(" ")
    said = " ".join(page.split()).split("Hạn ghi chung ở phần có việc của nơi này, không ghi cho riêng ai: ")[1]
    assert "Tháng 4 năm 2026 “trước ngày 30/4/2026”: Làm nhà ( mục IV-A ): “San nền xong trước ngày 30/4/2026”" in said


def test_a_heading_that_names_the_body_is_no_work(spoil: Spoil):
    """In a plan without projects what a part gives out stands under its heading, what all of it ends with does not."""
    read = open_programme(spoil(SECTIONS, "- number: V\n", PART.replace("LEADS", "")), with_pages=False)
    plan = read.plan.model_copy(update={"programmes": ()})
    sections = tuple(one for one in read.data.sections if one.number in ("IV-A", "IV-B"))
    without = {"plan": plan, "projects": (), "needs": (), "questions": (), "sections": sections}
    told = Programme(read.data.model_copy(update=without))
    page = BeautifulSoup(Renderer(told).agency("phong-kinh-te"), "html.parser")
    said = " ".join(page.get_text(" ").split())
    assert "“trước ngày 15/5/2026” ( mục IV-B.1 ): “Lập sổ trước ngày 15/5/2026”" in said
    parts = [one for one in page.select("section") if one.h3]
    heads = {" ".join(one.h3.get_text().split()): one.select_one("a.source").text for one in parts}
    assert heads == {"PHÂN CÔNG": "mục IV-B.1", "Chung cho cả Kế hoạch": "đoạn kết"}
