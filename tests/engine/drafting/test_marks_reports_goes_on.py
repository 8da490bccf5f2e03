"""Reports in the words that offices use for them: who sends them when, what goes on to the same, what is made known."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.shape import Draft, Head, Part, Passage


def reported(line: str, heading: str = "CHẾ ĐỘ BÁO CÁO", level: str = "XÃ") -> list[tuple]:
    """(bearers, reports) of each reporting duty of a line."""
    passages, _ = marked(plan(Part("part", "V", heading=heading, items=[Passage(line)]), level=level))
    marks = passages[0].marks
    whole = next((one.sets["bearers"] for one in marks if one.whole), [])
    return [(one.sets.get("bearers", whole), one.sets["reports"]) for one in marks if "reports" in one.sets]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Các trường báo cáo Sở Nội vụ (qua Phòng Y tế) hằng quý; báo cáo tổng kết năm học trước ngày 05/6/2026.",
            [
                (
                    ["cac-truong"],
                    [{"to": ["so-noi-vu"], "via": "phong-y-te", "frequency": "hằng quý", "every": "quarter"}],
                ),
                (
                    ["cac-truong"],
                    [
                        {
                            "to": ["so-noi-vu"],
                            "via": "phong-y-te",
                            "deadline": "trước ngày 05/6/2026",
                            "due": "2026-06-05",
                        }
                    ],
                ),
            ],
        ),
        (
            "Trước ngày 15/6/2026 các phòng gửi báo cáo về Phòng Y tế; báo cáo năm gửi UBND xã trước ngày 30/11/2026.",
            [
                (
                    ["cac-phong"],
                    [{"deadline": "Trước ngày 15/6/2026", "due": "2026-06-15", "to": ["phong-y-te"]}],
                ),
                (
                    ["cac-phong"],
                    [
                        {
                            "to": ["ubnd-xa"],
                            "frequency": "báo cáo năm",
                            "deadline": "trước ngày 30/11/2026",
                            "due": "2026-11-30",
                        }
                    ],
                ),
            ],
        ),
        (
            "Trước ngày 20 hằng tháng các thôn gửi kết quả về Phòng Kinh tế.",
            [
                (
                    ["cac-thon"],
                    [
                        {
                            "frequency": "hằng tháng",
                            "deadline": "Trước ngày 20 hằng tháng",
                            "every": "month",
                            "day": 20,
                            "to": ["phong-kinh-te"],
                        }
                    ],
                )
            ],
        ),
        (
            "Các thôn nộp báo cáo cho Phòng Kinh tế vào ngày 20 hằng tháng để tổng hợp, báo cáo UBND xã trước ngày 25.",
            [
                (
                    ["cac-thon"],
                    [
                        {
                            "to": ["phong-kinh-te"],
                            "frequency": "hằng tháng",
                            "deadline": "vào ngày 20 hằng tháng",
                            "every": "month",
                            "day": 20,
                        }
                    ],
                ),
                (
                    ["phong-kinh-te"],
                    [{"to": ["ubnd-xa"], "deadline": "trước ngày 25", "every": "month", "day": 25}],
                ),
            ],
        ),
    ],
)
def test_reports_that_go_on_and_those_sent_by_who_stands_behind_the_day(line: str, found: list[tuple]) -> None:
    """A further report goes where the one before goes; who stands between the day and the verb sends it."""
    assert reported(line) == found


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("Ngày 25 hằng tháng, thông báo tỷ lệ giải ngân đến Chủ tịch UBND tỉnh.", ["chu-tich-ubnd-tinh"]),
        ("Thông báo số hộ được cấp thẻ cho Bảo hiểm xã hội huyện.", ["bhxh"]),
        ("Thông báo tiến độ cho UBND tỉnh.", ["ubnd-tinh"]),
        ("Thông báo danh sách trúng tuyển đến các xã.", None),
        ("Thông báo rộng rãi chính sách đến người dân.", None),
    ],
)  # fmt: skip
def test_figures_made_known_to_a_body_are_reported(line: str, to: list[str] | None) -> None:
    """ "Thông báo tiến độ cho UBND huyện" is a report; what is made known to people is none."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line), level="HUYỆN"))
    reports = [report.get("to") for mark in one.marks for report in mark.sets.get("reports", ())]
    assert reports == ([to] if to else [])


def test_a_department_is_no_other_body_by_the_verb_behind_it() -> None:
    """In its own plan "Sở tổng hợp, báo cáo …" says what the department does."""
    head = Head(["ỦY BAN NHÂN DÂN TỈNH A", "SỞ NỘI VỤ"], number="1", symbol="KH-SNV", title_lines=["Kế hoạch năm 2026"])
    line = "Sở tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/6/2026."
    passages, registers = marked(
        Draft(head, parts=[Part("part", "V", heading="CHẾ ĐỘ BÁO CÁO", items=[Passage(line)])])
    )
    assert [one.sets["bearers"] for one in passages[0].marks if one.whole] == [["so-noi-vu"]]
    assert list(registers.agencies) == ["ubnd-tinh", "so-noi-vu"]
