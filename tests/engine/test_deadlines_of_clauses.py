"""A time is due from whoever does what its own half-sentence says, not from every body of the paragraph."""

from __future__ import annotations

import pytest
from support import Spoil

from programme import open_programme
from programme.derive import deadlines

FILE = "data/sections.yaml"
OLD = """\
        - bearers: [mat-tran-xa]
          text: Vận động mọi nhà cùng làm.
          roles: [mobilise]
"""
TWO = """\
        - phrases:
            - {text: Mặt trận xã vận động mọi nhà cùng làm;, roles: [mobilise], bearers: [mat-tran-xa]}
            - text: Trạm Y tế xã khám,
              roles: [implement]
              bearers: [tram-y-te]
"""


@pytest.mark.parametrize(
    ("rest", "due"),
    [
        ("phát thuốc trước ngày 30/5/2026.", {"tram-y-te"}),
        ("phát thuốc. Hoàn thành trước ngày 30/5/2026.", {"tram-y-te", "mat-tran-xa"}),
        ("phát thuốc. Ngân sách xã ủy thác cho ngân hàng 300 triệu đồng trước ngày 30/5/2026.", set()),
    ],
)
def test_a_time_is_for_the_half_sentence_it_stands_in(spoil: Spoil, rest: str, due: set[str]):
    """A short sentence of its own is for all of them, one that tells of something else for nobody."""
    first, _, last = rest.rpartition(". ") if ". " in rest else ("", "", rest)
    lines = [f'            - "{first}."\n'] if first else []
    lines.append(f'            - {{text: "{last}", timing: {{text: trước ngày 30/5/2026, end: 2026-05-30}}}}\n')
    programme = open_programme(spoil(FILE, OLD, TWO + "".join(lines)))
    found = [one for _, ones in deadlines.by_month(programme) for one in ones if one.ends == "2026-05-30"]
    assert [{body.id for body in one.bodies} for one in found] == [due]
