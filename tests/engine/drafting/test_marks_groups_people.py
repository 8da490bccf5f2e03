"""People told by a clause: their age, their households, their places under keys of their own."""

from __future__ import annotations

import pytest
from drafting_marks import only

HEADING = "Đối tượng:"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Lao động từ đủ 18 tuổi trở lên thuộc hộ nghèo tại thôn Đông.",
            [{"who": ["nguoi-lao-dong"], "of": ["ho-ngheo"], "place": "thon-dong", "age_from": 18}],
        ),
        (
            "Lao động từ đủ 18 tuổi trở lên thuộc hộ nghèo, hộ cận nghèo tại các thôn Đông, Tây.",
            [
                {
                    "who": ["nguoi-lao-dong"],
                    "of": ["ho-ngheo", "ho-can-ngheo"],
                    "place": ["thon-dong", "thon-tay"],
                    "age_from": 18,
                }
            ],
        ),
        (
            "Người thuộc hộ nghèo, hộ cận nghèo có nhu cầu vay vốn.",
            [
                {
                    "who": ["nguoi-thuoc-ho-ngheo", "nguoi-thuoc-ho-can-ngheo"],
                    "of": ["ho-ngheo", "ho-can-ngheo"],
                    "condition": "có nhu cầu vay vốn",
                }
            ],
        ),
        (
            "Hộ nghèo, hộ mới thoát nghèo trong vòng 36 tháng có lao động.",
            [
                {"who": ["ho-ngheo"], "condition": "có lao động"},
                {"who": ["ho-moi-thoat-ngheo"], "condition": "trong vòng 36 tháng có lao động"},
            ],
        ),
        (
            "Hộ nghèo; hộ cận nghèo có đất.",
            [{"who": ["ho-ngheo"]}, {"who": ["ho-can-ngheo"], "condition": "có đất"}],
        ),
    ],
)
def test_what_a_clause_tells_of_people_has_keys_of_its_own(text: str, found: list[dict[str, object]]) -> None:
    """Age, households, places; a list of households goes on behind a comma, not behind a semicolon."""
    assert [one for _, listed in only(text, heading=HEADING, key="for_whom") for one in listed] == found
