"""Which items of an imported list stand in which."""

from __future__ import annotations

from typing import Any

import pytest

from programme.drafting.outline.nesting import nested
from programme.drafting.shape import Passage


def shown(passages: list[Passage], above: str = "") -> list[Any]:
    """Texts; of what holds others the text and what it holds."""
    return [(one.text, shown(held, one.label)) if held else one.text for one, held in nested(passages, above)]


def listed(*lines: str) -> list[Passage]:
    return [Passage(text, label=label) for label, _, text in (one.partition(" ") for one in lines)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("- Nhà.", "+ Cột.", "+ Mái.", "- Nước."), [("Nhà.", ["Cột.", "Mái."]), "Nước."]),
        (("- Nhà.", "+ Cột.", "* Gỗ.", "* Đá.", "+ Mái."), [("Nhà.", [("Cột.", ["Gỗ.", "Đá."]), "Mái."])]),
        (("* Nhà gồm:", "- Cột.", "+ Gỗ.", "* Nước."), [("Nhà gồm:", [("Cột.", ["Gỗ."])]), "Nước."]),
        (("- Nhà.", "• Nước.", "- Đường."), ["Nhà.", "Nước.", "Đường."]),
        (("- Nhà.", "– Nước."), ["Nhà.", "Nước."]),
        (("- Nhà.", " Nước.", "+ Đường."), ["Nhà.", "Nước.", "Đường."]),
        (("+ Nhà.", "+ Nước."), ["Nhà.", "Nước."]),
    ],
)
def test_signs_tell_what_stands_in_what(lines: tuple[str, ...], expected: list[Any]) -> None:
    """A plus stands in a dash, a new sign in what leads on to it; other signs stand side by side, order is kept."""
    assert shown(listed(*lines)) == expected


def test_a_sign_that_stays_the_same_is_deeper_where_level_and_indent_are() -> None:
    """A list of the word processor with one sign on two levels is two lists where it is seen to be."""
    places = (("Nhà.", 0, 18.0), ("Cột.", 1, 36.0), ("Mái.", 1, 18.0), ("Nước.", 1, 36.0))
    passages = [Passage(text, label="-", level=level, indent=indent) for text, level, indent in places]
    assert shown(passages) == [("Nhà.", ["Cột."]), "Mái.", "Nước."]
