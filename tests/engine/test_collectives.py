"""Whom a collective means that the plan does not list, what is due from it, and what its own page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import Spoil, spoiled

from programme import open_programme
from programme.derive.collectives import means
from programme.load.registries import Agency
from programme.load.vocabulary import AgencyKind, Level
from programme.render.renderer import Renderer

BODIES = (
    "Phòng Kinh tế",
    "Văn phòng HĐND và UBND xã",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Dịch vụ tổng hợp",
    "Phòng giao dịch Ngân hàng Chính sách xã hội",
    "Hội Nông dân xã",
    "Ủy ban MTTQ Việt Nam xã",
)
REPORTS = """\
- number: IV-A
  heading: BÁO CÁO
  items:
    - text: Các phòng báo cáo UBND xã trước ngày 10/10/2026.
      bearers: [cac-phong]
      roles: [report]
      reports: [{to: [ubnd-xa], deadline: trước ngày 10/10/2026, due: 2026-10-10}]
    - Các trạm thuộc xã đều có điện.
- number: V
"""
OTHERS = """\
- {id: cac-phong, name: Các phòng, level: collective, kind: collective}
- {id: cac-tram, name: Các trạm thuộc xã, level: collective, kind: collective}
- {id: chu-tich-xa,"""


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Các phòng", BODIES[:1]),
        ("Các phòng, trung tâm thuộc xã", (BODIES[0], BODIES[3])),
        ("Các phòng, ban chuyên môn của xã", (BODIES[0], BODIES[2])),
        ("Các cơ quan, đơn vị", BODIES[:5]),
        ("Các đoàn thể", BODIES[5:]),
        ("Các ban, ngành, đoàn thể xã", BODIES),
        ("Các đơn vị có liên quan", ()),
        ("Các đơn vị được giao vốn", ()),
        ("Các cấp, các ngành", ()),
        ("Các phòng, ban, ngành là thành viên Ban chỉ đạo", ()),
    ],
)
def test_a_collective_means_those_of_the_kinds_that_it_is_called_by(name: str, meant: tuple[str, ...]):
    """Every body where it names no kind, those with members where it says so; none where it says more of them."""
    whole = Agency(id="w", name=name, level=Level.COLLECTIVE, kind=AgencyKind.COLLECTIVE)
    bodies = [Agency(id="b", name=one, level=Level.COMMUNE) for one in BODIES]
    assert tuple(one.name for one in bodies if means(whole, one)) == meant


@pytest.fixture
def root(spoil: Spoil) -> Path:
    there = spoil("data/sections.yaml", "- number: V\n", REPORTS)
    return spoiled(there, "data/agencies.yaml", "- {id: chu-tich-xa,", OTHERS)


def test_what_is_due_from_all_of_a_kind_stands_on_the_page_of_each(root: Path):
    """Apart from what is its own, for the plan does not list them; nothing on the page of the receiver."""
    renderer = Renderer(open_programme(root, with_pages=False))
    said = "Hạn giao chung cho nhiều nơi không kể tên, nơi này có thể ở trong đó:"
    page = BeautifulSoup(renderer.agency("phong-van-hoa"), "html.parser")
    found = next(one for one in page.select("p.ours") if one.get_text() == said).find_next("li")
    assert " ".join(found.get_text().split()).startswith("“trước ngày 10/10/2026”: báo cáo UBND xã, BÁO CÁO")
    assert "Hạn giao chung cho nhiều nơi" not in renderer.agency("ubnd-xa")


def test_a_collective_without_work_as_such_leads_to_those_that_it_may_mean(root: Path):
    """It is not said to have none, as a body is that the plan only names."""
    renderer = Renderer(open_programme(root, with_pages=False))
    told = " ".join(BeautifulSoup(renderer.agency("cac-tram"), "html.parser").find_all("p")[-1].get_text().split())
    assert told == (
        "Kế hoạch có nhắc tới cách gọi chung “Các trạm thuộc xã” nhưng không giao việc theo cách gọi này. Kế hoạch "
        "không kể tên từng nơi; có thể gồm Trạm Y tế xã. Việc của từng nơi ở trang của nơi ấy."
    )
    assert "Kế hoạch có nhắc tên nhưng không giao nhiệm vụ nào cho Lưu trữ." in renderer.agency("luu-tru")
