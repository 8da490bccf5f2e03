"""The document, put together again from the data: in its order, line by line."""

from __future__ import annotations

import pytest

from programme import Programme
from programme.derive.full_text import mark, rebuild
from programme.derive.support import places_around


def test_a_decision_comes_before_what_it_carries(programme: Programme):
    """Head, basis, articles, recipients, signature; then the plan that is annexed to it, with no end of its own."""
    lines = rebuild(programme.data).splitlines()
    assert lines[:7] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ MINH HỌA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 51/QĐ-UBND Minh Họa, ngày 01 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch thực hiện hai chương trình giai đoạn 2026 - 2030",
    ]
    assert lines[10:26] == [
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch, thuộc giai đoạn 2021 - 2030.",
        "Điều 2. Trách nhiệm",
        "Chủ tịch UBND xã chỉ đạo thực hiện Quyết định này.",
        "Điều 3. Hiệu lực",
        "Quyết định này có hiệu lực từ ngày 15/3/2026.",
        "Nơi nhận:",
        "- Như trên; UBND tỉnh, Sở KT&ĐT (báo cáo);",
        "- Phòng Kinh tế; VHXH (thực hiện);",
        "- Mặt trận xã (phối hợp);",
        "- Trưởng các thôn;",
        "- Lưu: LT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn Thử",
        "KẾ HOẠCH",
        "Thực hiện hai chương trình giai đoạn 2026 - 2030",
    ]
    assert len(lines) == 141


@pytest.mark.parametrize(("number", "written"), [("a", "a)"), ("đ", "đ)"), ("1", "1."), ("II", "II."), ("b1", "b1.")])
def test_a_number_stands_before_its_heading_as_plans_write_it(number: str, written: str):
    """Letters with a bracket, all else with a full stop."""
    assert mark(number) == written


def test_a_phrase_knows_its_project_and_its_clause(programme: Programme):
    """One that stands right in a project is in no clause; one of a clause within another is of the same project."""
    own = {(spot.ref, spot.node.key if spot.node else "", spot.clause is None) for spot in programme.spots}
    assert ("II.4", "giam-ngheo/5", True) in own
    assert ("II.2.1.b", "giam-ngheo/2.1", False) in own
    assert ("can-cu", "", True) in own
    assert ("I", "", False) in own
    within = {clause.number: node.key for clause, node in programme.owners.items()}
    assert within["b1"] == "giam-ngheo/1"  # a clause within a clause of its project


def test_a_place_is_in_all_it_is_part_of(programme: Programme):
    """A village is in its commune, its district, its province."""
    village = programme.places["thon-ha"]
    assert sorted(places_around(programme, [village])) == ["thon-ha", "tinh-thu", "xa-minh-hoa"]
