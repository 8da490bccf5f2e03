"""The pages of groups: what a plan without projects says of one, whom one asks, and who is only refused."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from support import Spoil

from programme import Programme, open_programme
from programme.render.renderer import Renderer

PARTS = """\
- number: IV-A
  heading: NỘI DUNG THỰC HIỆN
  clauses:
    - number: "1"
      heading: Làm nhà
      clauses:
        - number: a
          heading: "Đối tượng:"
          items:
            - text: Hộ nghèo ở thôn Hạ chưa có nhà.
              for_whom: [{who: [gia-dinh-ngheo], place: thon-ha, condition: chưa có nhà}]
            - text: Không xét nhóm hộ.
              for_whom: [{who: [nhom-ho], excluded: true}]
        - number: b
          heading: "Phân công:"
          paragraphs:
            - text: Phòng Kinh tế xã làm nhà.
              bearers: [phong-kinh-te]
              roles: [implement]
    - number: "2"
      heading: Thẻ khám bệnh
      paragraphs:
        - text: Cấp thẻ cho hộ nghèo.
          for_whom: [{who: [gia-dinh-ngheo]}]
- number: IV-B
  heading: PHÂN CÔNG
  paragraphs:
    - text: Trạm Y tế xã khám cho con hộ nghèo.
      bearers: [tram-y-te]
      roles: [implement]
      for_whom: [{who: [gia-dinh-ngheo]}]
- number: V
"""


@pytest.fixture
def told(spoil: Spoil) -> Programme:
    programme = open_programme(spoil("data/sections.yaml", "- number: V\n", PARTS), with_pages=False)
    sections = tuple(one for one in programme.data.sections if one.number in ("IV-A", "IV-B"))
    plan = programme.plan.model_copy(update={"programmes": ()})
    without = {"plan": plan, "projects": (), "needs": (), "questions": (), "sections": sections}
    return Programme(programme.data.model_copy(update=without))


def words(text: str) -> str:
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


def test_a_group_finds_each_part_by_its_name_and_whom_to_ask_there(told: Programme):
    """Under the part's heading, with the conditions and who has work there; in work given out, whose it is."""
    page = words(Renderer(told).group("gia-dinh-ngheo"))
    said = page[page.index("##") :].partition(" ## Kế hoạch còn gọi")[0]
    assert said == (
        "## Làm nhà {: #chung-1 } Điều kiện: ở thôn Hạ; Kế hoạch viết “chưa có nhà” Hộ nghèo ở thôn Hạ chưa có nhà. "
        "Nguồn: mục IV-A.1.a Cơ quan có việc ở phần này Phòng Kinh tế "
        "## Thẻ khám bệnh {: #chung-1-2 } Cấp thẻ cho hộ nghèo. Nguồn: mục IV-A.2 "
        "## PHÂN CÔNG {: #chung-1-3 } Trạm Y tế xã khám cho con hộ nghèo. Nguồn: mục IV-B Ai làm: Trạm Y tế xã ."
    )


def test_who_is_only_refused_stands_apart(told: Programme):
    """Not among those whom something is for, and their page says so."""
    page = words(Renderer(told).overview("doi-tuong"))
    assert page.count("Nhóm hộ cùng làm") == 1
    assert page.endswith("## Chỉ được nêu ở chỗ không hoặc chưa hỗ trợ {: #khong-ho-tro } Nhóm hộ cùng làm")
    page = words(Renderer(told).group("nhom-ho"))
    assert "Những chỗ ấy đều nói không hoặc chưa hỗ trợ" in page and "đương nhiên được hưởng" not in page
    assert "Không hỗ trợ Không xét nhóm hộ." in page
    page = words(Renderer(told).group("gia-dinh-ngheo"))
    assert "không hoặc chưa hỗ trợ" not in page
