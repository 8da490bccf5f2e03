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
