"""A plan without projects: its pages promise none, and tell of its parts of work instead."""

from __future__ import annotations

from typing import cast

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.built import search_entries
from programme.built.site import BuiltSite
from programme.derive import work_parts
from programme.derive.generic_headings import kind_of
from programme.derive.looking_back import looks_back
from programme.load.dataset import Clause
from programme.pages import page_files
from programme.render.renderer import Renderer

PARTS = """\
- number: IV-A
  heading: NỘI DUNG THỰC HIỆN
  clauses:
    - number: "1"
      heading: Làm nhà
      clauses:
        - number: a
          heading: "Kinh phí:"
          paragraphs:
            - phrases:
                - {text: "690 triệu đồng,", money: {}}
                - {text: mức 60 triệu đồng/căn., money: {norm: true}}
        - number: b
          heading: "Phân công:"
          paragraphs:
            - text: Phòng Kinh tế xã làm nhà trước ngày 15/4/2026.
              bearers: [phong-kinh-te]
              roles: [implement]
              timing: {text: trước ngày 15/4/2026, end: 2026-04-15}
            - Ai cũng được xem.
            - text: Phòng Kinh tế xã cùng Trạm Y tế xã gửi báo cáo cho UBND xã hằng quý.
              bearers: [phong-kinh-te]
              roles: [report]
              with: [tram-y-te]
              reports: [{to: [ubnd-xa], frequency: hằng quý}]
    - number: "2"
      heading: Đường làng
      paragraphs: [Đắp đường.]
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    programme = open_programme(spoil("data/sections.yaml", "- number: V\n", PARTS), with_pages=False)
    sections = tuple(one for one in programme.data.sections if one.number == "IV-A")
    plan = programme.plan.model_copy(update={"programmes": ()})
    without = {"plan": plan, "projects": (), "needs": (), "questions": (), "sections": sections}
    return Programme(programme.data.model_copy(update=without))


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


def test_its_parts_of_work_stand_where_others_have_projects(told: Programme):
    """Each with the words that state money, who has work in it, and the clause."""
    found = [(one.ref, [p.text for p in one.money], [b.id for b in one.bearers]) for one in work_parts.works(told)]
    assert found == [
        ("IV-A.1", ["690 triệu đồng,", "mức 60 triệu đồng/căn."], ["phong-kinh-te"]),
        ("IV-A.2", [], []),
    ]
    page = words(Renderer(told).overview("du-an"))
    assert page.startswith("# Các phần việc {: .overview } Kế hoạch không chia thành dự án;")
    assert "Làm nhà “690 triệu đồng”; “mức 60 triệu đồng/căn” Phòng Kinh tế mục IV-A.1 Đường làng mục IV-A.2" in page


def test_its_money_has_a_page_though_no_project_has_any(told: Programme):
    """Nothing is added up."""
    assert "kinh-phi" in page_files.overviews(told)
    page = words(Renderer(told).overview("kinh-phi"))
    assert "Số tiền ghi trong Kế hoạch, nguyên văn; trang web không cộng." in page
    assert "Theo phần việc" in page and "“690 triệu đồng”" in page and "Dự án" not in page


@pytest.mark.parametrize("name", ["index", "tim-kiem", "phan-cong", "du-an", "kinh-phi"])
def test_no_page_promises_projects(told: Programme, name: str):
    """Nor a programme, in words, captions or links."""
    page = words(Renderer(told).overview(name)).replace("không chia thành dự án", "")
    assert "dự án" not in page.lower() and "chương trình" not in page.lower()


def test_a_deadline_of_its_work_is_told_with_what_the_work_is(told: Programme):
    """Not with "Phân công", which every work may have."""
    assert "“trước ngày 15/4/2026”: Làm nhà ( mục IV-A.1.b )" in words(Renderer(told).agency("phong-kinh-te"))


@pytest.mark.parametrize(
    ("heading", "told"),
    (
        ("MẤY NÉT VỀ TÌNH HÌNH XÃ", True),
        ("Khái quát chung về tình hình kinh tế - xã hội", True),
        ("Đánh giá thực trạng nghèo", True),
        ("Một số nét chính về đặc điểm tự nhiên", True),
        ("Tình hình chung", True),
        ("Đánh giá, giám sát", False),
        ("Một số nhiệm vụ về tình hình mới", False),
        ("Khái toán kinh phí", False),
    ),
)
def test_a_part_that_tells_how_things_are_is_no_part_of_work(heading: str, told: bool):
    """By the words that its heading begins with."""
    assert looks_back(Clause(number="I", heading=heading), "2026-01-01") == told


def test_what_each_gets_is_of_the_work_above_it():
    """A heading that says no more than "Mức", as "Định mức" does."""
    headings = ("Mức", "Mức hỗ trợ:", "Định mức", "Mức nước")
    kinds = [kind_of(Clause(number="d", heading=heading)) for heading in headings]
    assert [kind.label if kind else None for kind in kinds] == ["Định mức", "Định mức", "Định mức", None]


def test_the_work_of_a_body_stands_under_the_part_that_it_is_of(told: Programme):
    """By the part's heading; what an article of the decision gives is of the whole plan."""
    page = BeautifulSoup(Renderer(told).agency("phong-kinh-te"), "html.parser")
    assert [(one["id"], one.get_text(" ", strip=True)) for one in page.select(".duties-in h3")] == [
        ("viec-iv-a-1-b", "Làm nhà"),
        ("viec-ca-ke-hoach", "Chung cho cả Kế hoạch"),
    ]


def test_reports_and_work_with_others_are_told_by_their_own_words(told: Programme):
    """Of a report in the list, whom it reaches, and who works along: no "Cả Kế hoạch" for what is about one thing."""
    quoted = "“Phòng Kinh tế xã cùng Trạm Y tế xã gửi báo cáo cho UBND xã hằng quý”"
    pages = Renderer(told)
    reports = words(pages.overview("bao-cao"))
    assert f"“hằng quý” {quoted}; mục IV-A.1.b" in reports and "Cả Kế hoạch" not in reports
    assert f"Phòng Kinh tế , “hằng quý”: {quoted} ( mục IV-A.1.b )" in words(pages.agency("ubnd-xa"))
    assert f"Phòng Kinh tế : {quoted} ( mục IV-A.1.b )" in words(pages.agency("tram-y-te"))


def test_work_stands_under_the_headings_of_its_parts(told: Programme):
    """On the page of who does what, that of the articles too."""
    page = BeautifulSoup(Renderer(told).overview("phan-cong"), "html.parser")
    assert [one.get_text() for one in page.select(".duties-in > h3")] == ["Trách nhiệm", "Làm nhà"]


class FullText:
    """A built site of which only the full text is asked."""

    file = "toan-van.html"
    anchors = frozenset(("IV-A.1", "IV-A.2"))

    def page(self, _address: str) -> FullText:
        return self


def test_the_search_knows_its_parts_by_name(told: Programme):
    """As it knows the projects of others: the clause, who does the work; a clause without a heading has that above."""
    found = [(one.link, one.title, one.hint) for one in search_entries.works(told, cast("BuiltSite", FullText()))]
    assert found == [
        ("toan-van.html#IV-A.1", "Làm nhà", "Mục IV-A.1 · Phòng Kinh tế"),
        ("toan-van.html#IV-A.2", "Đường làng", "Mục IV-A.2"),
    ]
