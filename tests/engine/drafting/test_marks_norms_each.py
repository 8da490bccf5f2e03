"""What each of them costs or gets is a norm, whatever they are: "mỗi đồng hồ 1,8 triệu đồng"."""

from __future__ import annotations

import pytest

from programme.drafting.marks.money.amounts import amounts


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("lắp 40 đồng hồ nước (mỗi đồng hồ 1,8 triệu đồng), kinh phí 72 triệu đồng", [True, False]),
        ("cấp bồn chứa nước, mỗi bồn 2.830.000 đồng", [True]),
        ("Tặng 15 xe đạp, trị giá mỗi xe 2 triệu đồng.", [True]),
        ("Mỗi ấp được phân bổ 10 triệu đồng để tuyên truyền.", [True]),
        ("vận động mỗi doanh nghiệp 5 triệu đồng, tổng 50 triệu đồng", [True, False]),
        ("Hỗ trợ 1,8 triệu đồng cho mỗi đồng hồ, 2,8 triệu đồng cho mỗi bồn.", [True, True]),
        ("Ngân sách xã mỗi năm 300 triệu đồng.", [False]),
        ("Mỗi đợt 50 triệu đồng.", [False]),
    ],
)
def test_what_each_of_them_costs_is_a_norm(text: str, norms: list[bool]):
    """A budget of each year is none."""
    assert [one.norm for one in amounts(text)] == norms
