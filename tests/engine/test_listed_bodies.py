"""A name for several bodies that lists one of them: what is given to all of them is given to that one."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.render.renderer import Renderer

SECTIONS, AGENCIES = "data/sections.yaml", "data/agencies.yaml"
WORK = """\
- number: IV-A
  heading: Việc của năm
  items:
    - text: Phòng Kinh tế cùng các trường học và Trạm Y tế xã phát thẻ.
      bearers: [phong-kinh-te]
      roles: [implement]
      with: [truong-va-tram]
    - text: Các trường học và Trạm Y tế xã treo biển trước ngày 15/4/2026.
      bearers: [truong-va-tram]
      roles: [publish]
      timing: {text: trước ngày 15/4/2026, end: 2026-04-15}
- number: V
"""
BODY = "- {id: truong-va-tram, name: Các trường học và Trạm Y tế xã, level: collective, kind: collective}\n"


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    root = spoil(SECTIONS, "- number: V\n", WORK)
    path = root / AGENCIES
    path.write_text(f"{path.read_text(encoding='utf-8')}{BODY}", encoding="utf-8")
    return open_programme(root, with_pages=False)


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


def test_a_body_that_a_collective_names_has_its_work(told: Programme):
    """Its own page has the task and its time, and where it works with others; the collective's page names it."""
    station, whole = told.agencies["tram-y-te"], told.agencies["truong-va-tram"]
    assert told.members_of(whole) == (station,) and told.wholes_of(station) == (whole,)
    page = words(Renderer(told).agency("tram-y-te"))
    assert "Nhiệm vụ giao chung cho các trường học và Trạm Y tế xã" in page
    assert "treo biển trước ngày 15/4/2026." in page and "Tháng 4 năm 2026 “trước ngày 15/4/2026”" in page
    assert "( mục IV-A )" in page.partition("Phối hợp với cơ quan khác")[2]
    assert "Gồm Trạm Y tế xã" in words(Renderer(told).agency("truong-va-tram"))


def test_with_whom_work_is_done_is_told_where_one_is_named(told: Programme):
    """On the page of all work too; a name that lists nobody is but described by the sentence."""
    assert "Cùng với: Các trường học và Trạm Y tế xã ." in words(Renderer(told).overview("phan-cong"))
