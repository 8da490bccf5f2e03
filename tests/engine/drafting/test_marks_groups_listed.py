"""Whom a plan is for, told in lists, by what they have, by the turn they take: each to the end of its clause."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import SAID, draft_of, told

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Diện được mượn máy tuốt lúa gồm: hộ làm ruộng trên 1 ha, gia đình bệnh binh neo đơn.",
            [{"who": ["ho-lam-ruong-tren-1-ha"]}, {"who": ["gia-dinh-benh-binh-neo-don"]}],
        ),
        (
            "Được tặng vé xe: thợ mỏ quê ở tỉnh khác; cô giáo mầm non dạy điểm lẻ.",
            [{"who": ["tho-mo-que"], "condition": "ở tỉnh khác"}, {"who": ["co-giao-mam-non-day-diem-le"]}],
        ),
        (
            "Cấp đèn pin cho học sinh là người dân tộc Thái, Mường; học sinh lớp 5 của điểm trường Suối Đá.",
            [
                {"who": ["hoc-sinh-la-nguoi-dan-toc-thai"]},
                {"who": ["hoc-sinh"], "condition": "lớp 5 của điểm trường Suối Đá"},
            ],
        ),
        (
            "Ưu tiên cả hộ nghèo lẫn hộ cận nghèo chưa có giếng.",
            [{"who": ["ho-ngheo", "ho-can-ngheo"], "condition": "chưa có giếng", "priority": True}],
        ),
    ],
)
def test_a_list_of_receivers_is_read_to_its_end(text: str, groups: list[dict[str, Any]]) -> None:
    """Each of a list behind "gồm", a colon, a semicolon or "lẫn" is one of those who get something."""
    assert told(text, SAID) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Các cụ, các cháu ở xa thì trạm y tế cử người đưa thuốc đến nhà.",
            [{"who": ["cu"], "condition": "ở xa"}, {"who": ["chau"], "condition": "ở xa"}],
        ),
        (
            "Hỗ trợ cây giống cho diện tích trồng rừng của hộ nhận khoán đất dốc.",
            [{"who": ["ho-nhan-khoan-dat-doc"]}],
        ),
        (
            "Trợ cấp cho hộ chăn vịt, trừ trường hợp hộ người Dao đã nhận vốn.",
            [
                {"who": ["ho-chan-vit"]},
                {"who": ["ho-nguoi-dao"], "condition": "đã nhận vốn", "excluded": True},
            ],
        ),
        (
            "Nam sinh lớp 9 học xa nhà được cấp chăn bông.",
            [{"who": ["nam-sinh-lop-9"], "condition": "học xa nhà"}],
        ),
        (
            "Không xét hộ đã có nhà được hỗ trợ trước đây.",
            [{"who": ["ho-da-co-nha-duoc-ho-tro-truoc-day"], "excluded": True}],
        ),
        (
            "Sinh viên thuộc hộ nghèo, đang học năm cuối, được thưởng 2 triệu đồng.",
            [{"who": ["sinh-vien"], "of": ["ho-ngheo"], "condition": "đang học năm cuối"}],
        ),
    ],
)
def test_who_stands_where_something_is_given(text: str, groups: list[dict[str, Any]]) -> None:
    """Before "thì" and what others bring, behind "của", behind "trừ trường hợp"; what was got before says which."""
    assert told(text, SAID) == groups


def test_a_table_of_receivers_says_when_they_get_it():
    """Whatever its heads are called: who gets something, and a column whose cells are times."""
    rows = [["1", "Hộ nghèo", "Bể nước", "Tháng 7/2026"], ["2", "Người cao tuổi", "Chăn", "20/11/2026"]]
    grid = Grid(["TT", "Ai được nhận", "Vật cấp", "Trao xong"], rows)
    mark(draft_of(Part("part", "I", heading="VẬT CẤP", tables=[grid])))
    assert [grid.column_marks[at][0].sets for at in (1, 3)] == [{"says": "whom"}, {"says": "timing"}]
    assert [one.sets for one in grid.row_marks[0]] == [
        {"for_whom": [{"who": ["ho-ngheo"]}]},
        {"start": "2026-07-01", "end": "2026-07-31"},
    ]
    assert grid.row_marks[1][1].sets == {"end": "2026-11-20"}
