"""How far a condition reaches: further places and causes behind a comma, people beside households; places of tables."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import marked, plan

from programme.drafting.marks.places.places import Places
from programme.drafting.shape import Grid, Part, Passage


def whom(line: str) -> list[dict[str, Any]]:
    """Whom a line of content is for."""
    (one,), _ = marked(plan(Part("part", "IV", heading="NỘI DUNG THỰC HIỆN", items=[Passage(line)])))
    return [keys for mark in one.marks for keys in mark.sets.get("for_whom", ())]


@pytest.mark.parametrize(
    ("line", "condition"),
    [
        (
            "Hỗ trợ hộ nghèo có nhà ở bị hư hỏng nặng do triều cường, dông lốc; trong đó xây mới 09 căn.",
            "có nhà ở bị hư hỏng nặng do triều cường, dông lốc",
        ),
        ("Hỗ trợ hộ nghèo bị hại do thiên tai, dịch bệnh, hỗ trợ mỗi hộ 3 triệu.", "bị hại do thiên tai, dịch bệnh"),
        ("Hỗ trợ hộ nghèo có nhà hư hỏng do bão, lũ quét và sạt lở.", "có nhà hư hỏng do bão, lũ quét và sạt lở"),
        ("Hỗ trợ hộ nghèo gặp rủi ro do tai nạn, được xét ngay trong tháng.", "gặp rủi ro do tai nạn"),
        ("Hỗ trợ sửa nhà cho hộ nghèo ở khu phố Đoài, Hạ; làm chuồng trại.", None),
    ],
)  # fmt: skip
def test_a_condition_goes_on_with_further_causes(line: str, condition: str | None):
    """ "do triều cường, dông lốc" is one condition; what begins with a verb, or gives something, is none."""
    assert [one.get("condition") for one in whom(line)] == [condition]


def test_a_condition_goes_on_with_further_places():
    """ "ở ấp Bãi Bùn, Sóc Dừa" are two places; a body behind a comma is none."""
    line = (
        "Lắp cho hộ nghèo chưa có nước máy ở ấp Bãi Bùn, Sóc Dừa; cấp bồn cho hộ nghèo ở ấp Giồng, Phòng Kinh tế làm."
    )
    assert whom(line) == [
        {"who": ["ho-ngheo"], "place": ["ap-bai-bun", "ap-soc-dua"], "condition": "chưa có nước máy"},
        {"who": ["ho-ngheo"], "place": "ap-giong"},
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Mở lớp ưu tiên người thuộc hộ nghèo, hộ cận nghèo, người khuyết tật còn khả năng lao động.",
            [
                {
                    "who": ["nguoi-thuoc-ho-ngheo", "nguoi-thuoc-ho-can-ngheo"],
                    "of": ["ho-ngheo", "ho-can-ngheo"],
                    "priority": True,
                },
                {"who": ["nguoi-khuyet-tat"], "condition": "còn khả năng lao động", "priority": True},
            ],
        ),
        (
            "Tặng quà cho hộ nghèo, người cao tuổi sống một mình.",
            [{"who": ["ho-ngheo"]}, {"who": ["nguoi-cao-tuoi"], "condition": "sống một mình"}],
        ),
        (
            "Tặng quà cho hộ nghèo, hộ cận nghèo, trẻ em mồ côi không nơi nương tựa.",
            [{"who": ["ho-ngheo", "ho-can-ngheo"]}, {"who": ["tre-em-mo-coi"], "condition": "không nơi nương tựa"}],
        ),
        (
            "Khám bệnh cho hộ nghèo, người khuyết tật ở ấp Sóc Dừa.",
            [{"who": ["ho-ngheo", "nguoi-khuyet-tat"], "place": "ap-soc-dua"}],
        ),
        (
            "Hỗ trợ hộ nghèo, hộ cận nghèo chưa có nhà vệ sinh.",
            [{"who": ["ho-ngheo", "ho-can-ngheo"], "condition": "chưa có nhà vệ sinh"}],
        ),
    ],
)
def test_what_is_said_of_people_is_not_said_of_the_households_before_them(line: str, expected: list[dict[str, Any]]):
    """But where they live is said of all."""
    assert whom(line) == expected


def test_what_something_costs_is_no_condition():
    """In brackets behind a group."""
    assert whom("Lắp đồng hồ cho hộ nghèo (mỗi đồng hồ 1,8 triệu đồng).") == [{"who": ["ho-ngheo"]}]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nuôi dê ở ấp Giồng Lớn, Giồng Nhỏ; đan lưới ở ấp Sóc Dừa", ["ấp Giồng Lớn", "ấp Giồng Nhỏ", "ấp Sóc Dừa"]),
        ("ở bản Nà Hin và Huổi Lếch, mỗi bản 3 hộ", ["bản Nà Hin", "bản Huổi Lếch"]),
        ("ở ấp Vàm Tre 1, ấp Vàm Tre 2", ["ấp Vàm Tre 1", "ấp Vàm Tre 2"]),
        ("tại ấp 3 và xóm 5; ấp 12 hộ", ["ấp 3", "xóm 5"]),
        ("ấp Bãi Bùn 12 hộ", ["ấp Bãi Bùn"]),
        ("ở thôn Đoài, Phòng Kinh tế theo dõi; ở thôn Hạ, Trong năm", ["thôn Đoài", "thôn Hạ"]),
        ("xã Hải Thuận 2, xã An Phú", ["xã Hải Thuận", "xã An Phú"]),
    ],
)
def test_villages_with_numbers_and_in_lists_are_places(text: str, names: list[str]):
    """ "ấp Vàm Tre 1", and the second of "ở ấp A, B"."""
    places = Places("xã An Bình")
    places.learn([text], [])
    assert [one["name"] for one in places.records.values()][1:] == names


def test_villages_with_numbers_of_a_column_are_places():
    """A cell of a column of villages may end with a number."""
    places = Places("xã An Bình")
    places.learn([], [Grid(columns=["TT", "Ấp"], rows=[["1", "Vàm Tre 1"], ["2", "Vàm Tre 2"], ["", "Tổng cộng"]])])
    assert [one["name"] for one in places.records.values()][1:] == ["ấp Vàm Tre 1", "ấp Vàm Tre 2"]
