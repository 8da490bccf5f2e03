"""Groups that a refusal leaves out; citizens by their age, people by what they live on."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import marked, plan

from programme.drafting.marks.groups.groups import Groups
from programme.drafting.marks.plan_context import Place
from programme.drafting.shape import Part, Passage


def told(text: str) -> list[dict[str, Any]]:
    return [keys for one in Groups().marks(text, Place(), duties=(), taken=()) for keys in one.sets["for_whom"]]


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("Không hỗ trợ hộ đã được hỗ trợ nhà ở, trừ hộ bị thiên tai.", [True, False]),
        ("Không áp dụng đối với người đã học nghề, trừ người khuyết tật.", [True, False]),
        ("Hỗ trợ hộ nghèo, trừ hộ đã được hỗ trợ nhà ở.", [False, True]),
        ("Hỗ trợ hộ nghèo, ngoại trừ hộ mới tách hộ.", [False, True]),
    ],
)
def test_what_a_refusal_leaves_out_gets_it(text: str, excluded: list[bool]):
    """Left out of those who get nothing is who gets something."""
    assert [bool(one.get("excluded")) for one in told(text)] == excluded


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Trợ cấp đối với công dân từ đủ 75 tuổi trở lên.", {"who": ["cong-dan"], "age_from": 75}),
        ("Hỗ trợ người bán vé số.", {"who": ["nguoi-ban-ve-so"]}),
        ("Hỗ trợ người lang thang, cơ nhỡ.", {"who": ["nguoi-lang-thang-co-nho"]}),
        ("Hỗ trợ bà mẹ sau sinh.", {"who": ["ba-me-sau-sinh"]}),
        ("Hỗ trợ người nhặt ve chai.", {"who": ["nguoi-nhat-ve-chai"]}),
    ],
)
def test_people_are_told_by_their_age_and_by_what_they_live_on(text: str, keys: dict[str, Any]):
    """Each is a group of its own."""
    assert told(text) == [keys]


@pytest.mark.parametrize("lead", ["Tham gia dự án gồm:", "Được hỗ trợ vay vốn gồm:", "Thụ hưởng chính sách gồm:"])
def test_a_list_of_who_takes_part_gives_no_work(lead: str):
    """Its lines are groups, even where a verb of work stands in them."""
    lines = ["Hộ nghèo có đơn đăng ký;", "Tổ hợp tác, hợp tác xã bao tiêu sản phẩm cho tối thiểu 10 hộ nghèo."]
    part = Part("clause", "1", heading="Sinh kế", paragraphs=[Passage(lead)], items=[Passage(line) for line in lines])
    first, second = marked(plan(Part("part", "III", heading="NỘI DUNG", parts=[part])))[0][1:]
    assert [one.sets["for_whom"] for one in first.marks] == [[{"who": ["ho-ngheo"], "condition": "có đơn đăng ký"}]]
    assert {key for one in second.marks for key in one.sets} == {"for_whom"}
    assert second.marks[0].sets["for_whom"][0]["who"] == ["to-hop-tac", "hop-tac-xa"]
