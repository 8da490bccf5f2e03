"""What the words of a question stand under is told, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from programme.drafting.questions.questions import Spot
from programme.edit.address import PASSAGE, ROW
from programme.editor.offers.stands_in import stands_in

ROWS = [["1", "Mở lớp", "Trạm Y tế"], ["2", "Khám mắt", "Hội Người mù"]]
SECTIONS: list[dict[str, Any]] = [
    {
        "number": "V",
        "heading": "PHÂN CÔNG",
        "paragraphs": ["Hỗ trợ:", "Hộ nghèo được vay vốn."],
        "tables": [{"title": "Bảng 1", "columns": ["STT", "Việc", "Ai"], "rows": [{"cells": row} for row in ROWS]}],
    }
]


@pytest.mark.parametrize(
    ("of", "passage", "said"),
    [
        (PASSAGE, "Hộ nghèo được vay vốn.", "“PHÂN CÔNG”, “Hỗ trợ:”"),
        (ROW, "2 | Khám mắt | Hội Người mù", "“Bảng 1”"),
    ],
)
def test_a_sentence_and_a_row_say_what_they_stand_under(of: str, passage: str, said: str):
    spot = Spot("sections.yaml", "V", passage, 0, len(passage), {"for_whom": [{"who": ["ho-ngheo"]}]}, of=of)
    assert stands_in({"sections.yaml": SECTIONS}, spot) == said
