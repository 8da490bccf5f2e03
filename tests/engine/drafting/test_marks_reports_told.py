"""Reports told by other verbs, in lists, in tables, through somebody, by a department's own short name."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.shape import Degree, Draft, Grid, Head, Part, Passage


def reports(*lines: str, heading: str = "Phòng Văn hóa - Xã hội") -> list[list[dict[str, Any]]]:
    """The reports of each duty of the lines."""
    passages, _ = marked(plan(assigned(heading, *lines)))
    return [one.sets["reports"] for passage in passages for one in passage.marks if "reports" in one.sets]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Tham mưu UBND xã báo cáo Sở Y tế định kỳ hằng quý.",
            {"to": ["so-y-te"], "via": "ubnd-xa", "frequency": "định kỳ hằng quý", "every": "quarter"},
        ),
        (
            "Hằng tháng cung cấp số liệu cho vay cho Phòng Kinh tế.",
            {"to": ["phong-kinh-te"], "frequency": "Hằng tháng", "every": "month"},
        ),
        ("Khi có biến động phải báo ngay cho Công an xã bằng văn bản.", {"to": ["cong-an"], "deadline": "ngay"}),
        (
            "Định kỳ ba tháng một lần thông báo kết quả bảo vệ rừng đến Hạt Kiểm lâm khu vực III.",
            {
                "to": ["hat-kiem-lam-khu-vuc-iii"],
                "frequency": "Định kỳ ba tháng một lần",
                "deadline": "Định kỳ ba tháng một lần",
                "every": "quarter",
            },
        ),
        (
            "Kết quả thực hiện gửi về UBND xã trước 16 giờ ngày 25/3/2026.",
            {"to": ["ubnd-xa"], "deadline": "trước 16 giờ ngày 25/3/2026", "due": "2026-03-25"},
        ),
        (
            "Báo cáo UBND xã chậm nhất 05 ngày sau khi kết thúc mỗi đợt.",
            {
                "to": ["ubnd-xa"],
                "frequency": "kết thúc mỗi đợt",
                "deadline": "chậm nhất 05 ngày sau khi kết thúc mỗi đợt",
            },
        ),
        (
            "Báo cáo về Phòng Kinh tế chậm nhất ngày 05 tháng sau.",
            {"to": ["phong-kinh-te"], "deadline": "chậm nhất ngày 05 tháng sau", "every": "month", "day": 5},
        ),
        (
            "Báo cáo UBND xã (qua Phòng Kinh tế), Sở Tài chính trước ngày 15/12/2026.",
            {
                "to": ["ubnd-xa", "so-tai-chinh"],
                "via": "phong-kinh-te",
                "deadline": "trước ngày 15/12/2026",
                "due": "2026-12-15",
            },
        ),
        (
            "Các thôn báo cáo tiến độ về UBND xã trước 15 giờ thứ Năm hằng tuần.",
            {"to": ["ubnd-xa"], "frequency": "hằng tuần", "deadline": "trước 15 giờ thứ Năm hằng tuần"},
        ),
    ],
)
def test_a_report_is_told_by_many_verbs(line: str, told: dict[str, Any]):
    """To whom, through whom, how often, by when; who only signs passes it on."""
    assert reports(line) == [[told]]


def test_what_goes_on_after_a_report_goes_to_the_same_body():
    """Half-sentences that begin with a period are reports, whatever verb they lack."""
    line = "Gửi Sở Y tế báo cáo tháng trước ngày 18; báo cáo 6 tháng trước ngày 12/6; tổng kết năm: ngày 01/12/2026."
    assert reports(line) == [
        [{"to": ["so-y-te"], "frequency": "báo cáo tháng", "deadline": "trước ngày 18", "every": "month", "day": 18}],
        [
            {
                "to": ["so-y-te"],
                "frequency": "báo cáo 6 tháng",
                "deadline": "trước ngày 12/6",
                "due": "2026-06-12",
            }
        ],
        [{"to": ["so-y-te"], "deadline": "ngày 01/12/2026", "due": "2026-12-01"}],
    ]


def test_a_report_at_set_times_behind_other_work_is_a_duty_of_its_own():
    """Who supervises and then reports does two things; so does who supervises, and whose findings are sent."""
    lines = (
        "Theo dõi, đôn đốc việc thực hiện, định kỳ 6 tháng (trước ngày 15/6) tham mưu UBND xã báo cáo UBND tỉnh.",
        "Giám sát việc bình xét, kết quả giám sát thông báo tới UBND xã.",
    )
    passages, _ = marked(plan(assigned("Phòng Kinh tế", *lines)))
    assert [[one.sets["roles"] for one in passage.marks if not one.whole] for passage in passages] == [
        [["monitor"], ["report"]],
        [["monitor"], ["report"]],
    ]


def test_reporting_in_general_is_asked_about():
    """A sentence that says neither to whom nor when may tell of no report at all."""
    passages, _ = marked(plan(assigned("Phòng Kinh tế", "Thực hiện chế độ báo cáo theo quy định.")))
    (mark, *_) = passages[0].marks
    assert (mark.degree, mark.sets["reports"]) == (Degree.LIKELY, [{}])


def test_a_department_is_called_by_its_first_word_in_its_own_plan():
    """ "về Sở" is to whoever issues the plan, "về Sở Tài chính" is not."""
    head = Head(["UBND TỈNH BẮC LINH", "SỞ NỘI VỤ"], number="1", symbol="KH-SNV", title_lines=["Việc làm năm 2026"])
    part = assigned("Trung tâm Dịch vụ việc làm", "Báo cáo kết quả về Sở.", "Báo cáo quyết toán về Sở Tài chính.")
    passages, registers = marked(Draft(head, parts=[part, Part("part", "VI", heading="Sở Nội vụ")]))
    assert [one.marks[0].sets["reports"] for one in passages] == [[{"to": ["so-noi-vu"]}], [{"to": ["so-tai-chinh"]}]]
    assert registers.agencies["so-noi-vu"]["name"] == "Sở Nội vụ"


def table(columns: list[str], *rows: list[str], heading: str = "Chế độ báo cáo") -> Grid:
    """A marked table of a clause with that heading."""
    grid = Grid(columns, [*rows])
    marked(plan(Part("part", "VI", heading=heading, paragraphs=[Passage("Như sau:")], tables=[grid])))
    return grid


def test_a_table_of_reports_says_who_reports_what_to_whom_by_when():
    """Each row is a report; the name of the report says how often, "nt" is what stands above."""
    grid = table(
        ["TT", "Loại báo cáo", "Đơn vị báo cáo", "Nơi nhận", "Thời hạn gửi", "Biểu mẫu"],
        ["1", "Báo cáo tháng", "Trạm Y tế xã", "UBND xã", "Ngày 22 hằng tháng", "Mẫu số 01"],
        ["2", "Báo cáo 6 tháng", "Các thôn", "nt", "Trước ngày 12/6", ""],
    )
    assert [marks[0].sets for marks in grid.row_marks.values()] == [
        {
            "bearers": ["tram-y-te"],
            "roles": ["report"],
            "reports": [
                {
                    "to": ["ubnd-xa"],
                    "frequency": "Báo cáo tháng",
                    "deadline": "Ngày 22 hằng tháng",
                    "every": "month",
                    "day": 22,
                    "form": "Mẫu số 01",
                }
            ],
        },
        {
            "bearers": ["cac-thon"],
            "roles": ["report"],
            "reports": [
                {
                    "to": ["ubnd-xa"],
                    "frequency": "Báo cáo 6 tháng",
                    "deadline": "Trước ngày 12/6",
                    "due": "2026-06-12",
                }
            ],
        },
    ]
    assert [(at, marks[0].sets) for at, marks in grid.column_marks.items()] == [(1, {"says": "task"})]


def test_a_table_of_reports_without_senders_is_asked_about():
    """Nobody is named who sends them; a table of tasks is none of reports."""
    grid = table(["Báo cáo", "Nơi nhận", "Thời hạn"], ["Báo cáo quý", "UBND xã", "Trước ngày 18 tháng cuối quý"])
    (mark,) = grid.row_marks[0]
    assert (mark.degree, mark.sets["no_bearer"], mark.sets["reports"][0]["to"]) == (Degree.LIKELY, True, ["ubnd-xa"])
    columns = ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    tasks = table(columns, ["Rà soát hộ nghèo", "Phòng Kinh tế", "Trước ngày 30/9/2026"], heading="Phân công")
    assert tasks.row_marks[0][0].sets == {"bearers": ["phong-kinh-te"], "end": "2026-09-30"}


def test_a_report_told_by_a_later_verb_is_asked_about():
    """Other work goes first; that something is reported to another besides is asked, with a guess."""
    line = "Đối chiếu nhân khẩu hộ nghèo với dữ liệu dân cư và gửi báo cáo cho Phòng Kinh tế trước ngày 10/11/2026."
    (passage,), _ = marked(plan(assigned("Công an xã", line)))
    assert [(one.degree.value, one.sets) for one in passage.marks if "reports" in one.sets] == [
        (
            "likely",
            {
                "roles": ["report"],
                "reports": [
                    {"to": ["phong-kinh-te"], "deadline": "trước ngày 10/11/2026", "due": "2026-11-10"},
                ],
            },
        )
    ]
