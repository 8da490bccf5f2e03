"""Tables of tasks: who leads, with whom, by when, and for whom."""

from __future__ import annotations

from typing import Any

from drafting_duties import marked, plan

from programme.drafting.marks import mark
from programme.drafting.shape import Grid, Part, Passage


def test_a_table_of_tasks_says_who_leads_with_whom_and_when():
    """Columns are roles; "nt" is the cell above; a row that only heads others is no task."""
    columns = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm"]
    rows = [
        ["I", "TUYÊN TRUYỀN", "", "", "", ""],
        ["1", "Mở hội nghị", "Phòng Kinh tế", "Công an xã; các thôn", "Quý II/2026", "Biên bản"],
        ["2", "Phát tin", "nt", "", "Ngày 25 hằng tháng", "nt"],
    ]
    grid = Grid(columns, rows)
    mark(plan(Part("part", "III", heading="NHIỆM VỤ", tables=[grid])))
    assert {at: marks[0].sets["says"] for at, marks in grid.column_marks.items()} == {
        1: "task",
        2: "lead",
        3: "partners",
        4: "timing",
        5: "product",
    }
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        1: {
            "bearers": ["phong-kinh-te"],
            "with": ["cong-an", "cac-thon"],
            "start": "2026-04-01",
            "end": "2026-06-30",
        },
        2: {"bearers": ["phong-kinh-te"], "every": "month", "day": 25},
    }


def rows_said(columns: list[str], *rows: list[str]) -> list[dict[str, Any]]:
    """The keys that each row of a table of tasks gets."""
    grid = Grid(columns, [*rows])
    mark(plan(Part("part", "III", heading="NHIỆM VỤ", tables=[grid])))
    return [
        {key: value for one in grid.row_marks.get(at, ()) for key, value in one.sets.items()} for at in range(len(rows))
    ]


def test_a_row_of_tasks_says_whom_it_is_for_what_is_reported_and_several_times():
    """Groups and norms of the task, reports with their days, two times of one cell."""
    columns = ["TT", "Nội dung nhiệm vụ", "Chủ trì", "Thời gian"]
    house = "Xây 09 nhà (60 triệu đồng/nhà) cho hộ nghèo"
    started = "Khởi công trước 15/3/2026, hoàn thành trước 31/7/2026"
    reported = "Báo cáo kết quả về UBND tỉnh"
    assert rows_said(
        columns,
        ["1", house, "Phòng Kinh tế", started],
        ["2", reported, "Phòng Kinh tế", "6 tháng: trước 18/6/2026; năm: trước 08/12/2026"],
    ) == [
        {
            "bearers": ["phong-kinh-te"],
            "timings": [
                {"text": "trước 15/3/2026", "end": "2026-03-15"},
                {"text": "trước 31/7/2026", "end": "2026-07-31"},
            ],
            "for_whom": [{"who": ["ho-ngheo"]}],
            "norms": ["60 triệu đồng/nhà"],
        },
        {
            "bearers": ["phong-kinh-te"],
            "reports": [
                {"to": ["ubnd-tinh"], "frequency": "6 tháng", "deadline": "trước 18/6/2026", "due": "2026-06-18"},
                {"to": ["ubnd-tinh"], "frequency": "năm", "deadline": "trước 08/12/2026", "due": "2026-12-08"},
            ],
        },
    ]


def test_one_column_says_who_leads_and_who_helps():
    """By labels, by brackets, by a stroke."""
    columns = ["TT", "Công việc", "Đơn vị chủ trì/phối hợp"]
    both = {"bearers": ["phong-kinh-te"], "with": ["cong-an"]}
    assert rows_said(
        columns,
        ["1", "Mở lớp", "Chủ trì: Phòng Kinh tế; Phối hợp: Công an xã"],
        ["2", "Mở lớp", "Phòng Kinh tế (chủ trì); Công an xã (phối hợp)"],
        ["3", "Mở lớp", "Phòng Kinh tế/Công an xã"],
    ) == [both, both, both]


def test_how_often_and_by_when_may_stand_in_a_row():
    """ "6 tháng (trước 15/6), 01 năm (trước 15/12)" are two reports."""
    line = "Các thôn báo cáo định kỳ 6 tháng (trước 15/6), 01 năm (trước 15/12) về Phòng Kinh tế."
    (one,), _ = marked(plan(Part("part", "VI", heading="BÁO CÁO", paragraphs=[Passage(line)])))
    assert [(report["frequency"], report["deadline"]) for report in one.marks[0].sets["reports"]] == [
        ("định kỳ 6 tháng", "trước 15/6"),
        ("01 năm", "trước 15/12"),
    ]


def test_a_table_may_tick_in_a_column_of_each_body_what_it_does():
    """Whoever has "CT" leads, "PH" or a cross is beside; where nobody leads, all with a cross carry it out."""
    rows = [
        ["1", "Rà soát", "PH", "CT", "x", "Quý II"],
        ["2", "Cấp thẻ", "x", "", "X", "Trước 31/3/2026"],
        ["3", "Nghỉ", "", "", "", ""],
    ]
    grid = Grid(["TT", "Nhiệm vụ", "Phòng Kinh tế", "Công an xã", "Các thôn", "Thời gian"], rows)
    mark(plan(Part("part", "I", heading="PHÂN CÔNG", tables=[grid])))
    assert {at: [one.sets for one in marks] for at, marks in grid.column_marks.items()} == {
        1: [{"says": "task"}],
        5: [{"says": "timing"}],
    }
    first = {"bearers": ["cong-an"], "with": ["phong-kinh-te", "cac-thon"], "roles": ["lead"]}
    second = {"bearers": ["phong-kinh-te", "cac-thon"], "roles": ["implement"], "end": "2026-03-31"}
    assert {at: [one.sets for one in marks] for at, marks in grid.row_marks.items()} == {
        0: [{**first, "start": "2026-04-01", "end": "2026-06-30"}],
        1: [second],
    }


def test_a_table_that_only_says_whose_the_work_is_has_its_roles_in_the_verbs():
    """Each line of the cell is a work; who is beside stands in it too."""
    rows = rows_said(
        ["Cơ quan, đơn vị", "Việc được giao"],
        ["Phòng Kinh tế", "- Tham mưu phân bổ vốn.\n- Hướng dẫn các thôn lập hồ sơ."],
        ["Công an xã", "Phối hợp với Trạm Y tế xã xác minh cư trú"],
        ["Trạm Y tế xã", "- Báo cáo Phòng Kinh tế.\n- Đăng tin trên loa."],
    )
    assert rows == [
        {"roles": ["advise", "guide"], "bearers": ["phong-kinh-te"]},
        {"roles": ["coordinate"], "bearers": ["cong-an"], "with": ["tram-y-te"]},
        {"roles": ["report", "publish"], "bearers": ["tram-y-te"], "reports": [{"to": ["phong-kinh-te"]}]},
    ]


def test_offices_beside_names_bear_what_is_given_to_them():
    """ "Họ và tên", "Chức vụ", "Nhiệm vụ được phân công"; whoever only looks after a village gets no work of it."""
    columns = ["TT", "Họ và tên", "Chức vụ", "Nhiệm vụ được phân công"]
    assert rows_said(
        columns,
        ["1", "Lê Văn An", "Chủ tịch UBND xã", "Chỉ đạo chung"],
        ["2", "Trần Thị Bình", "Phó Chủ tịch UBND xã", "Kiểm tra các thôn"],
    ) == [
        {"roles": ["direct"], "bearers": ["chu-tich-ubnd-xa"]},
        {"roles": ["monitor"], "bearers": ["pct-ubnd-xa"]},
    ]
    looked_after = [*columns[:3], "Phụ trách thôn"]
    assert rows_said(looked_after, ["1", "Lê Văn An", "Chủ tịch UBND xã", "Đồi Chè, Gò Sim"]) == [{}]


def test_who_builds_and_who_answers_lead_too():
    """ "Đơn vị làm chủ đầu tư", "Trách nhiệm"; a cell may end with the verb, two bodies may stand beside a stroke."""
    assert rows_said(
        ["TT", "Công trình", "Đơn vị làm chủ đầu tư", "Đơn vị tham gia"],
        ["1", "Rãnh thoát nước", "Phòng Kinh tế", "Thôn Đình, ban quản lý di tích"],
    ) == [{"bearers": ["phong-kinh-te"], "with": ["thon-dinh", "bql-di-tich"]}]
    assert rows_said(
        ["Nội dung", "Trách nhiệm"],
        ["Cấp thẻ bảo hiểm", "Trạm Y tế xã thực hiện"],
        ["Rà soát hộ nghèo", "Phòng Kinh tế chủ trì, các thôn phối hợp"],
        ["Nuôi bò", "Hội ND - Phòng Kinh tế"],
    ) == [
        {"bearers": ["tram-y-te"]},
        {"bearers": ["phong-kinh-te"], "with": ["cac-thon"]},
        {"bearers": ["hoi-nong-dan", "phong-kinh-te"]},
    ]


def test_beside_who_helps_the_other_bodies_lead_however_their_column_is_called():
    """Its cells say so; a column of places or of nothing known is none."""
    for head in ("Người làm chính", "Gánh việc", "Tổ"):
        rows = rows_said(
            ["TT", "Việc", head, "Người giúp", "Hạn xong"],
            ["1", "Họp bình xét", "Trưởng các bản", "Hội Phụ nữ xã", "31/3/2026"],
            ["2", "Đo đất", "Phòng Kinh tế", "Công an xã", "10/4/2026"],
        )
        assert [(row.get("bearers"), row.get("with")) for row in rows] == [
            (["cac-ban"], ["hoi-phu-nu"]),
            (["phong-kinh-te"], ["cong-an"]),
        ]
    rows = rows_said(
        ["TT", "Việc", "Địa bàn", "Người giúp"],
        ["1", "Họp", "Phòng Kinh tế", "Công an xã"],
        ["2", "Đo", "Phòng Kinh tế", "Công an xã"],
    )
    assert [row.get("bearers") for row in rows] == [None, None]


def test_heads_and_times_of_tables_in_short_or_everyday_words():
    """ "Ai giúp?" heads partners, "tham mưu, thực hiện" whoever does it; "T12/2026", a bare "3" are times."""
    assert rows_said(["TT", "Việc", "Ai làm?", "Ai giúp?"], ["1", "Họp thôn", "Trưởng thôn", "Hội Nông dân"]) == [
        {"bearers": ["truong-thon"], "with": ["hoi-nong-dan"]}
    ]
    columns = ["TT", "Nhiệm vụ trọng tâm", "Bộ phận tham mưu, thực hiện", "Thời hạn"]
    assert rows_said(
        columns,
        ["1", "Cấp thẻ", "Phòng Y tế (chủ trì); Trạm Y tế (phối hợp)", "T12/2026"],
        ["2", "Sơ kết", "Phòng Y tế", "Q.III/2026"],
        ["3", "Tổng kết", "Phòng Y tế", "12"],
    ) == [
        {
            "bearers": ["phong-y-te"],
            "roles": ["implement"],
            "with": ["tram-y-te"],
            "start": "2026-12-01",
            "end": "2026-12-31",
        },
        {"bearers": ["phong-y-te"], "roles": ["implement"], "start": "2026-07-01", "end": "2026-09-30"},
        {"bearers": ["phong-y-te"], "roles": ["implement"]},
    ]
    assert rows_said(
        ["Tháng", "Công việc", "Phụ trách"], ["01/2026", "Rà soát", "Hội A"], ["3", "Tập huấn", "Hội A"]
    ) == [
        {"bearers": ["hoi-a"], "start": "2026-01-01", "end": "2026-01-31"},
        {"bearers": ["hoi-a"], "start": "2026-03-01", "end": "2026-03-31"},
    ]
