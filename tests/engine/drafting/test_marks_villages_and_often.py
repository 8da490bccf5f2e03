"""Villages told by their number or by who heads them; how often something is done; short forms with two senses."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import assigned, marked, plan, said

from programme.drafting.marks.words import sentences
from programme.drafting.writing.short_forms import completed


def told(line: str, heading: str = "Phòng Kinh tế") -> list[tuple[str, dict[str, Any]]]:
    """What a line under a heading that gives work is marked with."""
    return [(words, dict(sets)) for words, sets in said(marked(plan(assigned(heading, line)))[0][0])]


@pytest.mark.parametrize("name", ["Các ấp", "09 ấp", "Trưởng các ấp", "Trưởng 9 ấp", "Các trưởng ấp"])
def test_all_villages_are_one_body_however_they_are_told(name: str):
    """By a word for all, by their number, by those who head them."""
    texts, registers = marked(plan(assigned(name, f"{name} rà soát hộ nghèo."), assigned("Các ấp", "Họp dân.")))
    assert [one.sets["bearers"] for text in texts for one in text.marks if "bearers" in one.sets] == [
        ["cac-ap"],
        ["cac-ap"],
    ]
    assert registers.agencies["cac-ap"]["name"] == "Các ấp"
    assert registers.agencies["cac-ap"]["kind"] == "collective"


def test_the_head_of_one_village_is_an_office():
    """“Trưởng bản” is whoever heads a village, and no board: “Trưởng các bản” are the villages."""
    _, registers = marked(plan(assigned("Trưởng bản", "Lập danh sách hộ nghèo."), assigned("Trưởng 7 bản", "Họp dân.")))
    assert {id: one["kind"] for id, one in registers.agencies.items()} == {
        "truong-ban": "office",
        "cac-ban": "collective",
    }


@pytest.mark.parametrize(
    "often",
    ["mỗi quý 1 lần", "mỗi quý một lần", "hằng quý", "định kỳ mỗi quý ít nhất một lần", "mỗi quý tối thiểu 01 lần"],
)
def test_how_often_stands_between_a_body_and_its_verb(often: str):
    """A number of times in a quarter is no first quarter, and no part of a name."""
    line = f"Trạm Y tế xã {often} kiểm tra bếp ăn của các trường."
    assert told(line, "Phân công") == [
        (line, {"timing": {"text": often, "every": "quarter"}}),
        (line, {"roles": ["monitor"]}),
        ("*", {"bearers": ["tram-y-te"]}),
    ]


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ("Báo cáo UBND xã hằng ngày.", {"to": ["ubnd-xa"], "frequency": "hằng ngày"}),
        ("Báo cáo ngay UBND xã.", {"to": ["ubnd-xa"], "deadline": "ngay"}),
        ("Báo cáo UBND xã ngay.", {"to": ["ubnd-xa"]}),
        (
            "Gửi số liệu về UBND xã trước 25 hằng tháng.",
            {
                "to": ["ubnd-xa"],
                "frequency": "hằng tháng",
                "deadline": "trước 25 hằng tháng",
                "every": "month",
                "day": 25,
            },
        ),
        ("Báo cáo UBND xã trong vòng 24 giờ.", {"to": ["ubnd-xa"], "deadline": "trong vòng 24 giờ"}),
    ],
)  # fmt: skip
def test_when_a_report_is_due(line: str, report: dict[str, Any]):
    """Each day, at once, by a day of each month, within so many hours."""
    assert [sets["reports"] for _, sets in told(line) if "reports" in sets] == [[report]]


def test_a_short_form_with_a_stop_does_not_end_a_sentence():
    """ "TT. Đảng ủy" is one name."""
    assert len(sentences("Báo cáo TT. Đảng ủy trước ngày 10 hằng tháng.")) == 1


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Báo cáo TT Đảng uỷ xã.", "Thường trực"),
        ("Báo cáo TT. Đảng ủy.", "Thường trực"),
        ("Xin ý kiến TT HU.", "Thường trực"),
        ("Theo TT số 07 của Bộ.", "Thông tư"),
    ],
)
def test_two_letters_with_two_senses(text: str, full: str):
    """What stands behind them tells."""
    assert completed({}, [text])[0]["TT"]["full"] == full
