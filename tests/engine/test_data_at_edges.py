"""Data at the edge of what is right: the last day, the last letter, the first number too many."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from programme import FindingsError, open_programme
from programme.rules import quoting

EDGE = yaml.safe_load(Path(__file__).with_name("edge-data.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", EDGE, ids=[row["what"] for row in EDGE])
def test_data_at_the_edge_is_right_or_wrong(spoil, row: dict[str, Any]):
    """The last day, the first clause out of order, the address that a device has: named where wrong, and only there."""
    root, found = spoil(row["file"], row["old"], row["new"]), []
    try:
        open_programme(root, with_pages=False)
    except FindingsError as wrong:
        found = [str(one).split("\n")[0] for one in wrong.findings]
    assert found == row["says"]


def test_every_wrong_share_is_told(spoil):
    """One that cannot be read does not hide the next: both are named."""
    spoil("data/projects/gn-1.yaml", "investment}", 'investment, share: "12.316 triệu"}')
    root = spoil("data/projects/ntm-5.yaml", 'share: "98,1 %"', 'share: "8,1 %"')
    with pytest.raises(FindingsError) as caught:
        open_programme(root)
    assert [one.found for one in caught.value.findings] == [
        'không đọc được tỷ trọng "12.316 triệu".',
        "tỷ trọng ghi là 8,1 %, tính ra 98,1 %.",
    ]


@pytest.mark.parametrize("order", [
    ["I", "II", "III", "IV", "V", "VI", "VIII", "IX", "X", "XIV", "XIX", "XL", "L", "LX"],
    ["1", "2", "9", "10", "1.11", "1.12"],
    ["a", "b", "c", "d", "đ", "e", "g", "ô", "ơ", "y"],
])  # fmt: skip
def test_numbers_go_up(order: list[str]):
    """IV stands before V and XL before L; 9 before 10; đ between d and e."""
    ranks = [quoting._rank(one) for one in order]
    assert None not in ranks and all(one < two for one, two in pairwise(ranks))  # type: ignore[operator]
    assert quoting._rank("") is quoting._rank("b1") is quoting._rank("Phụ") is None
