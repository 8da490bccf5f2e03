"""Whom a heading or a lead-in refuses gets nothing, whatever words it has for that."""

from __future__ import annotations

import pytest
from drafting_marks import only


@pytest.mark.parametrize(
    ("heading", "line", "refused"),
    [
        ("Không đưa vào danh sách:", "hộ tách khẩu để hưởng chính sách.", True),
        ("Không xét:", "hộ nghèo đã nhận nhà.", True),
        ("Những hộ không đưa vào danh sách", "hộ mới tách khẩu trong năm 2026.", True),
        ("Loại trừ:", "người lao động đã được hỗ trợ học nghề.", True),
        ("Đối tượng", "Không tuyển: người lao động đã được hỗ trợ học nghề.", True),
        ("Hỗ trợ không hoàn lại:", "hộ nghèo được cấp con giống.", False),
        ("Không để ai bị bỏ lại phía sau", "hỗ trợ hộ nghèo xây nhà.", False),
        ("Phấn đấu không còn hộ nghèo:", "hỗ trợ hộ nghèo xây nhà.", False),
    ],
)
def test_whom_a_heading_refuses_gets_nothing(heading: str, line: str, refused: bool):
    """It is no question: the heading says it. "Không" of another matter refuses nobody."""
    found = only(line, heading=heading, key="for_whom")
    assert [one.get("excluded", False) for _, each in found for one in each] == [refused]
