"""A project whose sentences stand right below its heading, without a), b): it is told as fully as any other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from programme import Programme, open_programme
from programme.derive import duty_places, support
from programme.load.dataset import Project
from programme.render.renderer import Renderer

TOLD = """\
code: "7"
number: "5"
programme: giam-ngheo
label: "Dự án 7."
title: Làm nhà
paragraphs:
  - text: "Đối tượng: hộ nghèo chưa có nhà."
    for_whom: [{who: [gia-dinh-ngheo], condition: chưa có nhà}]
  - "Nội dung: làm nhà."
  - "Mục tiêu: nhà nào cũng vững."
  - phrases:
      - {text: "Kinh phí: ngân sách trung ương 90 triệu đồng,", money: {source: central}}
      - {text: ngân sách tỉnh 6 triệu đồng., money: {source: province}}
  - text: "Đơn vị thực hiện: Phòng Kinh tế chủ trì."
    bearers: [phong-kinh-te]
    roles: [lead]
  - text: Thôn Hạ dành công làm nhà cho người già.
    for_whom: [{who: [nguoi-gia]}]
"""


@pytest.fixture
def told(copy: Path) -> Programme:
    data = open_programme(copy, with_pages=False).data
    project = Project.model_validate(yaml.safe_load(TOLD))
    projects = tuple(project if (one.programme, one.code) == ("giam-ngheo", "7") else one for one in data.projects)
    return Programme(data.model_copy(update={"projects": projects}))


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


def test_the_finder_shows_what_it_is_for(told: Programme):
    """Its sentences about people and about what is done, each with what it is; its aim and its money are no support."""
    (shown,) = [one for one in support.shown(told) if one.node.key == "giam-ngheo/7"]
    assert [(one.label, one.paragraph.text) for one in shown.sentences] == [
        ("Đối tượng", "Đối tượng: hộ nghèo chưa có nhà."),
        ("Nội dung", "Nội dung: làm nhà."),
        ("", "Thôn Hạ dành công làm nhà cho người già."),
    ]


def test_its_page_says_who_leads_for_whom_and_whose_money(told: Programme):
    """As that of a project with clauses; the table of bodies leads to its words."""
    node = next(one for one in told.nodes if one.key == "giam-ngheo/7")
    page = Renderer(told).project("giam-ngheo/7")
    said = words(page)
    assert "Chủ trì Phòng Kinh tế" in said
    assert "Tóm tắt: dành cho ai (trang web ghi): Hộ nghèo (điều kiện: Kế hoạch viết “chưa có nhà” )" in said
    assert "Ngân sách Trung ương; Vốn sự nghiệp 90 triệu đồng 93,8 %" in said
    body = told.agencies["phong-kinh-te"]
    assert duty_places.place_on_page(told, body, node) == "loi-van"
    assert '<div id="loi-van">' in page
