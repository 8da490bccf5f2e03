"""Reports under a line that says to whom they go, in tables with a column of periods; how often other work is done."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Grid, Part, Passage


def timings(line: str) -> list[tuple[str, dict[str, Any]]]:
    """The degree and keys of the times of a line of a body's work."""
    passages, _ = marked(plan(assigned("Phòng Kinh tế", line)))
    return [(m.degree.value, m.sets["timing"]) for one in passages for m in one.marks if "timing" in m.sets]


def test_reports_of_a_list_go_to_those_whom_its_line_names():
    """The heading above the list, which ends with a colon, says to whom; each line says when."""
    items = [Passage("Báo cáo tháng: trước ngày 22;", label="-"), Passage("Báo cáo quý: ngày 20/12.", label="-")]
    heading = "Báo cáo theo các kỳ sau, gửi về Sở Y tế:"
    part = Part("clause", "1", heading="Phòng Kinh tế", parts=[Part("clause", "a", heading=heading, items=items)])
    mark(plan(part))
    reports = [one.sets["reports"] for item in items for one in item.marks if "reports" in one.sets]
    assert [[(one["to"], one["deadline"]) for one in many] for many in reports] == [
        [(["so-y-te"], "trước ngày 22")],
        [(["so-y-te"], "ngày 20/12")],
    ]


def test_a_line_that_leads_to_a_table_of_reports_is_no_report_to_ask_about():
    """Its rows tell who reports what."""
    line = Passage("Các báo cáo định kỳ gửi UBND xã theo bảng sau:")
    mark(plan(Part("part", "VI", heading="Chế độ báo cáo", paragraphs=[line])))
    assert line.marks == []


@pytest.mark.parametrize(
    ("period", "when", "keys"),
    [
        ("Tháng", "Ngày 20", {"deadline": "Ngày 20", "every": "month", "day": 20}),
        ("Quý", "Ngày 10 tháng cuối quý", {"deadline": "Ngày 10 tháng cuối quý", "every": "quarter", "day": 10}),
        ("6 tháng", "15/6", {"deadline": "15/6", "due": "2026-06-15"}),
        ("Năm", "Theo yêu cầu", {"every": "year"}),
    ],
)
def test_a_column_says_how_often_and_another_by_when(period: str, when: str, keys: dict[str, Any]):
    """A day without its month is one of each month where the period says so, a day of the year one of this plan's."""
    columns = ["Nội dung báo cáo", "Kỳ", "Cơ quan báo cáo", "Cơ quan nhận", "Hạn cuối"]
    grid = Grid(columns, [["Kết quả hỗ trợ nhà ở", period, "Phòng Kinh tế", "Sở Xây dựng", when]])
    marked(plan(Part("part", "VI", heading="Chế độ báo cáo", tables=[grid])))
    (report,) = grid.row_marks[0][0].sets["reports"]
    assert report == {"to": ["so-xay-dung"], "frequency": period, **keys}


@pytest.mark.parametrize(
    ("line", "degree", "report"),
    [
        (
            "Kết luận giám sát gửi Sở Y tế sau mỗi cuộc.",
            Degree.SURE,
            {"to": ["so-y-te"]},
        ),
        ("Kết quả kiểm tra thông báo cho UBND tỉnh.", Degree.SURE, {"to": ["ubnd-tinh"]}),
        ("Báo cáo kết quả trước Hội đồng nhân dân xã.", Degree.SURE, {"to": ["hdnd-xa"]}),
        ("Kịp thời báo cáo Thường trực Ban Chỉ đạo khó khăn.", Degree.SURE, {"to": ["bcd"]}),
        (
            "Dự toán năm sau lập và gửi Sở Tài chính trước ngày 15/7/2026.",
            Degree.SURE,
            {"to": ["so-tai-chinh"], "deadline": "trước ngày 15/7/2026", "due": "2026-07-15"},
        ),
        (
            "Làm đầu mối trình UBND tỉnh Báo cáo tổng kết trước ngày 15/12/2026.",
            Degree.LIKELY,
            {"to": ["ubnd-tinh"], "deadline": "trước ngày 15/12/2026", "due": "2026-12-15"},
        ),
        (
            "Có văn bản báo cáo kết quả về Sở Y tế trước ngày 25/11/2026.",
            Degree.SURE,
            {"to": ["so-y-te"], "deadline": "trước ngày 25/11/2026", "due": "2026-11-25"},
        ),
    ],
)
def test_what_is_sent_is_a_report(line: str, degree: Degree, report: dict[str, Any]):
    """Told before the verb, as a document laid before somebody, or in writing."""
    passages, _ = marked(plan(assigned("Phòng Kinh tế", line)))
    told = [(m.degree, m.sets["reports"]) for one in passages for m in one.marks if "reports" in m.sets]
    assert told == [(degree, [report])]


def test_periods_with_their_days_in_brackets_are_reports_each():
    """ "tháng (ngày 18), quý (…), năm (…)" are three, sent to one."""
    line = "Báo cáo: tháng (ngày 18), quý (ngày 15 tháng cuối quý), năm (ngày 30/11) gửi Sở Y tế."
    (passage,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    (reports,) = [one.sets["reports"] for one in passage.marks if "reports" in one.sets]
    assert [(one["to"], one["deadline"], one.get("every"), one.get("due")) for one in reports] == [
        (["so-y-te"], "ngày 18", "month", None),
        (["so-y-te"], "ngày 15 tháng cuối quý", "quarter", None),
        (["so-y-te"], "ngày 30/11", None, "2026-11-30"),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Hằng tháng rà soát hộ nghèo.", [("sure", {"text": "Hằng tháng", "every": "month"})]),
        ("Giám sát chất lượng nước hằng quý.", [("sure", {"text": "hằng quý", "every": "quarter"})]),
        ("Rà soát, định kỳ 6 tháng đánh giá kết quả.", [("sure", {"text": "định kỳ 6 tháng", "every": "half"})]),
        ("Phát sóng mỗi tháng 02 phóng sự về gương thoát nghèo.", []),
        ("Giám sát việc chi trả, mỗi quý ít nhất 03 khu phố.", []),
        ("Phát sóng ít nhất 02 kỳ mỗi tháng.", []),
        ("Kiểm điểm tại hội nghị giao ban hằng tháng.", []),
    ],
)
def test_how_often_work_is_done_is_not_asked(line: str, found: list[tuple[str, dict[str, Any]]]):
    """Where it opens or ends the work it is sure; so many within a time, and which meeting, are no deadline."""
    assert timings(line) == found
