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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Chi phí in ấn là 12 triệu đồng, lấy từ ngân sách xã.", "commune"),
        ("Chi phí in ấn là 12 triệu đồng, được bố trí trong dự toán ngân sách tỉnh năm 2026.", "province"),
        ("Chi phí in ấn là 12 triệu đồng, lấy từ ngân sách tỉnh, ngân sách xã.", "province"),
        ("Chi phí in ấn là 12 triệu đồng, trích từ nguồn tiết kiệm.", ""),
        ("Chi phí in ấn là 12 triệu đồng, ngân sách xã không chi.", ""),
    ],
)
def test_where_an_amount_is_taken_from_may_be_told_behind_it(text: str, source: str):
    """Behind a comma only where words say so."""
    assert [one.source for one in amounts(text)] == [source]
