"""The everyday words of this plan: the engine's and its own, in one list."""

from __future__ import annotations

from programme import Programme
from programme.derive.search_words import search_words


def test_the_everyday_words_of_this_plan(programme: Programme):
    """It speaks of women with child first, and ends with its own: its title's year, who asks for its targets."""
    real = search_words(programme)
    assert real.everyday[0].means == "phụ nữ mang thai" and real.everyday[0].say[:2] == ("bà bầu", "thai phụ")
    assert real.everyday[-1].means == "xã mới"
    assert real.fillers[-2:] == ("năm 2023", "huyện Hậu Lộc")
    goals = next(one for one in real.pages if one.page == "muc-tieu").aliases
    assert (len(goals), goals[0], goals[-2:]) == (17, "chỉ tiêu", ("giảm bao nhiêu hộ", "tỷ lệ giảm nghèo"))
