"""Short forms that nothing explains are those words of the plan whose initials they are."""

from __future__ import annotations

import pytest

from programme.drafting.writing.initials import full_of


@pytest.mark.parametrize(
    ("short", "texts", "full"),
    [
        ("CSVC", ["Đầu tư cơ sở vật chất cho trường học."], "cơ sở vật chất"),
        ("SXKD", ["Vay vốn sản xuất, kinh doanh.", "Hộ sản xuất kinh doanh giỏi."], "sản xuất kinh doanh"),
        ("VS&ATTP", ["Bảo đảm vệ sinh và an toàn thực phẩm."], "vệ sinh và an toàn thực phẩm"),
        ("BVR", ["Giao khoán bảo vệ rừng.", "Tổ bảo vệ rừng của thôn."], "bảo vệ rừng"),
        ("BVR", ["Giao khoán bảo vệ rừng."], ""),
        ("CSVC", ["Cấp sổ vay cho hộ nghèo."], ""),
        ("CSVC", ["Cơ sở vật chất; chăm sóc vườn chè."], ""),
    ],
)
def test_words_with_the_initials_are_what_a_short_form_stands_for(short: str, texts: list[str], full: str) -> None:
    """Four letters need them once, three twice; words that differ, or end in "cho", tell nothing."""
    assert full_of(short, texts) == full
