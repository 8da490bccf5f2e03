"""Whether words stand in a long text, asked of many of them."""

from __future__ import annotations

import pytest

from programme.vietnamese.standing import Standing

LONG = "Hộ nghèo ở thôn. " * 20_000 + "“Sở Y tế”, (Phòng KTXD) và Hội-Nông dân xã."


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("Sở Y tế", True),
        ("“Sở Y", True),
        ("ộ nghèo", True),
        ("Phòng KT", True),
        ("Hội-Nông dân", True),
        ("Hội Nông dân", False),
        ("Sở Y tê", False),
        ("xã.", True),
        ("thôn. Hộ nghèo ở thôn. “Sở", True),
        ("nghèo thôn", False),
    ],
)
@pytest.mark.parametrize("text", [LONG, LONG[-100:]], ids=["long", "short"])
def test_words_stand_in_a_text_letter_by_letter(text: str, words: str, stand: bool):
    """Also words that begin or end within a word of the text."""
    assert (words in Standing(text)) == stand
