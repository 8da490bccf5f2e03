"""A plan whose parts say in every sentence whose work it is: they are about the work, not about the offices."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.derive import work_parts
from programme.derive.looking_back import looks_back
from programme.derive.support_sentences import parts
from programme.load.dataset import Clause
from programme.render.renderer import Renderer

SECTIONS = "data/sections.yaml"
PARTS = """\
- number: IV-A
  heading: NHIỆM VỤ, GIẢI PHÁP
  clauses:
    - number: "1"
      heading: Nhà ở
      paragraphs:
        - text: Phòng Kinh tế xã làm nhà cho hộ nghèo.
          bearers: [phong-kinh-te]
          roles: [implement]
          for_whom: [{who: [gia-dinh-ngheo]}]
    - number: "2"
      heading: Sức khỏe
      clauses:
        - number: a
          heading: "Trách nhiệm thực hiện:"
          paragraphs:
            - text: Phòng Kinh tế xã khám cho người già.
              bearers: [phong-kinh-te]
              roles: [implement]
              for_whom: [{who: [nguoi-gia]}]
- number: IV-B
  heading: TỔ CHỨC THỰC HIỆN
  clauses:
    - number: "1"
      heading: Phòng Kinh tế xã
      items:
        - text: Giúp hộ nghèo.
          bearers: [phong-kinh-te]
          roles: [implement]
          for_whom: [{who: [gia-dinh-ngheo]}]
- number: IV-C
  heading: VIỆC CỤ THỂ
  tables:
    - columns:
        - {text: Việc, says: task}
        - {text: Ai làm, says: lead}
        - {text: Cùng ai, says: partners}
        - {text: Bao giờ, says: timing}
      rows:
        - cells: [Trao quà, Phòng Kinh tế xã, Đơn vị khác, 15/9/2026]
          bearers: [phong-kinh-te]
          with: [don-vi-khac]
          end: 2026-09-15
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    return open_programme(spoil(SECTIONS, "- number: V\n", PARTS), with_pages=False)


def test_a_part_is_about_its_work_though_every_sentence_gives_it_to_somebody(told: Programme):
    """Unlike one under the name of an office; "Trách nhiệm thực hiện" is no work of its own."""
    found = [(one.ref, one.clause.name, one.gives_work) for one in parts(told) if one.ref.startswith("IV-")]
    assert found == [
        ("IV-A.1", "Nhà ở", False),
        ("IV-A.2", "Sức khỏe", False),
        ("IV-B.1", "Phòng Kinh tế xã", True),
    ]
    works = [one.ref for one in work_parts.works(told) if one.ref.startswith("IV-")]
    assert works == ["IV-A.1", "IV-A.2"]


def test_who_works_beside_a_row_is_told_what_the_row_is(told: Programme):
    """With its time; also "Các đơn vị khác", which no word of the row tells of."""
    renderer = Renderer(told)
    _, beside = renderer.agency("don-vi-khac").split("## Phối hợp với cơ quan khác")
    assert "Phòng Kinh tế : “Trao quà”, “15/9/2026” ( mục IV-C )" in words(beside)
    page = words(renderer.agency("phong-kinh-te"))
    assert "Trao quà Cùng với: Các đơn vị khác . Thời gian: “15/9/2026”." in page


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


@pytest.mark.parametrize(
    ("heading", "is_before"),
    [
        ("TÌNH HÌNH", True),
        ("TÌNH HÌNH VÀ MỤC TIÊU", False),
        ("Thực trạng và các giải pháp", False),
        ("Tình hình thực hiện mục tiêu và nhiệm vụ", True),
    ],
)
def test_a_heading_that_tells_of_both_tells_of_what_comes(heading: str, is_before: bool):
    """How things are and what is to be reached."""
    assert looks_back(Clause(number="I", heading=heading), "2026-01-01") == is_before
