"""Who reports what to whom and how often: the import reads it from sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from drafting_duties import assigned, marked, plan, said

from programme.drafting.shape import Degree, Part, Passage


def test_a_report_says_to_whom_through_whom_and_when():
    """Frequency, deadline and form are quoted; what comes again is said for machines."""
    line = "Báo cáo UBND xã (qua Văn phòng HĐND và UBND xã) chậm nhất ngày 25 hằng tháng theo Mẫu số 02/GN-VON."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert one.marks[0].sets["reports"] == [
        {
            "to": ["ubnd-xa"],
            "via": "van-phong-hdnd-ubnd-xa",
            "frequency": "hằng tháng",
            "deadline": "chậm nhất ngày 25 hằng tháng",
            "every": "month",
            "day": 25,
            "form": "Mẫu số 02/GN-VON",
        }
    ]


def test_a_second_report_is_one_of_its_own():
    """Two deadlines in a sentence are two reports to the same body."""
    line = (
        "Các đơn vị báo cáo 6 tháng trước ngày 10/6/2026, báo cáo năm trước ngày 25/11/2026 gửi Phòng Kinh tế tổng hợp."
    )
    (one,), _ = marked(plan(Part("part", "VI", heading="BÁO CÁO", paragraphs=[Passage(line)])))
    assert [(report["frequency"], report["due"]) for report in one.marks[0].sets["reports"]] == [
        ("báo cáo 6 tháng", "2026-06-10"),
        ("báo cáo năm", "2026-11-25"),
    ]


def test_who_gathers_reports_passes_them_on():
    """ "… về Phòng A để tổng hợp, báo cáo UBND xã": the second report is Phòng A's."""
    line = "Các thôn báo cáo kết quả về Phòng Kinh tế để tổng hợp, báo cáo UBND xã."
    (one,), _ = marked(plan(Part("part", "VI", heading="BÁO CÁO", paragraphs=[Passage(line)])))
    assert [(mark.sets["bearers"], mark.sets["reports"]) for mark in one.marks] == [
        (["cac-thon"], [{"to": ["phong-kinh-te"]}]),
        (["phong-kinh-te"], [{"to": ["ubnd-xa"]}]),
    ]


def test_what_is_told_to_who_gathers_it_is_a_report_to_them():
    """Also in the half of a sentence that names nobody; to whom that body reports is its own matter."""
    line = (
        "Đề nghị các thôn làm đúng Kế hoạch; quá trình thực hiện có điều chưa rõ, phản ánh kịp thời về Phòng Kinh tế "
        "để tổng hợp, báo cáo UBND xã."
    )
    (one,), _ = marked(plan(Part("part", "VI", heading="TỔ CHỨC", paragraphs=[Passage(line)])))
    assert [(mark.sets["bearers"], mark.sets.get("reports")) for mark in one.marks] == [
        (["cac-thon"], None),
        (["cac-thon"], [{"to": ["phong-kinh-te"]}]),
        (["phong-kinh-te"], [{"to": ["ubnd-xa"]}]),
    ]


def test_each_deadline_of_a_report_has_its_frequency():
    """Two times in brackets are two reports; words of time before a comma are no duty of their own."""
    lines = (
        "Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 10/12) tổng hợp báo cáo UBND tỉnh.",
        "Hằng tháng, trước ngày 20, báo cáo tiến độ về UBND xã.",
    )
    (first, second), _ = marked(plan(assigned("Phòng Kinh tế", *lines)))
    assert first.marks[0].sets["reports"] == [
        {
            "to": ["ubnd-tinh"],
            "frequency": "Định kỳ 6 tháng",
            "deadline": "trước ngày 10/6",
            "due": "2026-06-10",
        },
        {"to": ["ubnd-tinh"], "frequency": "năm", "deadline": "trước ngày 10/12", "due": "2026-12-10"},
    ]
    assert [mark.sets.get("reports") for mark in second.marks if not mark.whole] == [
        [
            {
                "to": ["ubnd-xa"],
                "frequency": "Hằng tháng",
                "deadline": "Hằng tháng, trước ngày 20",
                "every": "month",
                "day": 20,
            }
        ]
    ]


def test_sending_something_to_a_body_is_reporting():
    """Papers sent to a body by a day are a report; a report that says nothing more belongs to the one before it."""
    line = "Gửi phiếu biến động về Phòng Kinh tế trước ngày 15 hằng tháng; báo cáo UBND xã; gửi báo cáo đầy đủ."
    (one,), _ = marked(plan(assigned("Các thôn", line)))
    assert [mark.sets.get("reports") for mark in one.marks if "roles" in mark.sets] == [
        [
            {
                "to": ["phong-kinh-te"],
                "frequency": "hằng tháng",
                "deadline": "trước ngày 15 hằng tháng",
                "every": "month",
                "day": 15,
            }
        ],
        [{"to": ["ubnd-xa"]}],
    ]


def test_a_list_of_reports_is_borne_by_whom_its_first_line_names():
    """ "Các phòng báo cáo như sau:" says who sends each report of the list."""
    items = [Passage("Báo cáo tháng: trước ngày 18 hằng tháng."), Passage("Báo cáo quý: trước ngày 15 tháng cuối quý.")]
    lead = Passage("Trạm Y tế xã báo cáo kết quả thực hiện:")
    (_, one, two), _ = marked(plan(Part("part", "V", heading="CHẾ ĐỘ BÁO CÁO", paragraphs=[lead], items=items)))
    assert said(two)[1] == ("*", {"bearers": ["tram-y-te"]})
    assert one.marks[0].sets["reports"] == [
        {"frequency": "Báo cáo tháng", "deadline": "trước ngày 18 hằng tháng", "every": "month", "day": 18}
    ]


def test_each_deadline_of_a_report_has_its_own_frequency():
    """ "hằng tháng (trước ngày 20), quý (…)": a day without a month is one of each month."""
    line = "Báo cáo hằng tháng (trước ngày 20), quý (trước ngày 15 tháng cuối quý)."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert one.marks[0].sets["reports"] == [
        {"frequency": "Báo cáo hằng tháng", "deadline": "trước ngày 20", "every": "month", "day": 20},
        {"frequency": "quý", "deadline": "trước ngày 15 tháng cuối quý", "every": "quarter", "day": 15},
    ]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Chuẩn bị báo cáo sơ kết gửi UBND tỉnh trước ngày 20/6/2026.", {"due": "2026-06-20", "to": ["ubnd-tinh"]}),
        ("Thông tin kịp thời cho Phòng Kinh tế khi có biến động.", {"to": ["phong-kinh-te"]}),
        ("Ngày 20 hằng tháng gửi báo cáo về Phòng Kinh tế.", {"every": "month", "day": 20, "to": ["phong-kinh-te"]}),
        ("Mỗi tháng một lần, báo cáo Phòng Kinh tế.", {"every": "month", "to": ["phong-kinh-te"]}),
    ],
)
def test_what_is_told_or_sent_to_a_body_is_a_report(line: str, keys: Mapping[str, Any]):
    """Whatever the verb, and though the sentence begins by saying when."""
    (one,), _ = marked(plan(assigned("Công an xã", line)))
    (report,) = next(found.sets["reports"] for found in one.marks if "reports" in found.sets)
    assert {key: report[key] for key in ("every", "day", "due", "to") if key in report} == keys


def test_a_report_that_names_nobody_is_borne_by_who_reports_beside_it_and_is_asked_about():
    """In a part about reporting: the clauses after the one that names them; quotes stand in the clause's own words."""
    lines = (
        ("Báo cáo định kỳ:", "Các thôn báo cáo UBND xã trước ngày 15 hằng tháng."),
        ("", "Báo cáo năm gửi trước ngày 05/12/2026."),
        ("Báo cáo đột xuất:", "Thực hiện khi có yêu cầu."),
    )
    below = [
        Part("clause", str(number), heading=heading, paragraphs=[Passage(line)])
        for number, (heading, line) in enumerate(lines, 1)
    ]
    (_, year, at_once), _ = marked(plan(Part("part", "III", heading="CHẾ ĐỘ BÁO CÁO", parts=below)))
    due = {"frequency": "Báo cáo năm", "deadline": "trước ngày 05/12/2026", "due": "2026-12-05"}
    assert [(one.sets["bearers"], one.sets["reports"], one.degree) for one in (*year.marks, *at_once.marks)] == [
        (["cac-thon"], [due], Degree.LIKELY),
        (["cac-thon"], [{}], Degree.LIKELY),
    ]


def test_which_report_it_is_does_not_stand_in_its_deadline() -> None:
    """ "báo cáo 6 tháng trước ngày 12/6" is due "trước ngày 12/6", not six months before."""
    line = "Các thôn gửi báo cáo 6 tháng trước ngày 12/6, báo cáo năm trước ngày 05/12 về Phòng Kinh tế."
    passages, _ = marked(plan(assigned("Các thôn", line)))
    told = [one for mark in passages[-1].marks for one in mark.sets.get("reports", ())]
    assert [(one["frequency"], one["deadline"]) for one in told] == [
        ("báo cáo 6 tháng", "trước ngày 12/6"),
        ("báo cáo năm", "trước ngày 05/12"),
    ]
