"""Groups told apart: a number in brackets is nobody, who comes next is another, what they hold says which of them."""

from __future__ import annotations

from typing import Any

import pytest

from programme.drafting.marks.groups.groups import Groups
from programme.drafting.marks.plan_context import Place
from programme.drafting.shape import Part

LISTED = Place(Part("clause", "1", heading="Đối tượng hỗ trợ"))
SAID = Place(Part("clause", "1", heading="Nội dung hỗ trợ"))


def told(text: str, place: Place) -> list[dict[str, Any]]:
    """Each "for whom" of a text of that clause."""
    found = Groups().marks(text, place, duties=(), taken=())
    return [dict(keys) for one in found for keys in one.sets["for_whom"]]


def test_a_number_alone_in_brackets_says_how_many_and_nobody_else():
    """ "(120 học sinh)" tells no group of its own; "(15 hộ nghèo)" says more than how many."""
    text = "Học sinh bán trú được hỗ trợ tiền ăn, không quá 09 tháng (120 học sinh)."
    assert told(text, LISTED) == [{"who": ["hoc-sinh-ban-tru"]}]


@pytest.mark.parametrize("next_", ["tiếp đến là", "tiếp theo", "kế đến", "rồi đến", "cuối cùng là"])
def test_who_comes_next_is_no_condition_of_who_comes_first(next_: str):
    """An order of priority within one sentence, whatever words lead from one to the next."""
    text = f"Thứ tự ưu tiên: trước hết là hộ nghèo ở vùng sạt lở, {next_} hộ có người khuyết tật."
    assert told(text, LISTED) == [
        {"who": ["ho-ngheo"], "condition": "ở vùng sạt lở", "priority": True},
        {"who": ["ho-co-nguoi-khuyet-tat"], "priority": True},
    ]


@pytest.mark.parametrize(
    ("text", "place", "groups"),
    [
        (
            "Cộng đồng thôn được giao rừng phòng hộ; hộ nghèo được giao đất trồng rừng.",
            LISTED,
            [
                {"who": ["cong-dong-thon"], "condition": "được giao rừng phòng hộ"},
                {"who": ["ho-ngheo"], "condition": "được giao đất trồng rừng"},
            ],
        ),
        (
            "Cấp bò giống cho hộ nghèo, hộ cận nghèo đã được bình chọn.",
            SAID,
            [{"who": ["ho-ngheo", "ho-can-ngheo"], "condition": "đã được bình chọn"}],
        ),
        (
            "Sinh viên thuộc hộ nghèo không thuộc diện hưởng chính sách của tỉnh được hỗ trợ 01 triệu đồng.",
            SAID,
            [
                {
                    "who": ["sinh-vien"],
                    "of": ["ho-ngheo"],
                    "condition": "không thuộc diện hưởng chính sách của tỉnh",
                }
            ],
        ),
        ("Ưu tiên hộ gia đình liệt sĩ.", LISTED, [{"who": ["ho-gia-dinh-liet-si"], "priority": True}]),
    ],
)
def test_what_a_group_holds_or_went_through_is_its_condition(text: str, place: Place, groups: list[dict[str, Any]]):
    """Land given before, a choice made before, another policy: these say which of them, not what they get."""
    assert told(text, place) == groups
