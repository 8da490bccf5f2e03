"""Who does what: the import reads bearers, roles, partners and reports from sentences that give work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Draft, Grid, Head, Part, Passage, Registers


def plan(*parts: Part, level: str = "XÃ", place: str = "AN BÌNH", title: str = "Giảm nghèo năm 2026") -> Draft:
    """A draft with a letterhead and these parts."""
    head = Head(["ỦY BAN NHÂN DÂN", f"{level} {place}"], number="1", symbol="KH-UBND", title_lines=[title])
    return Draft(head, parts=[*parts])


def assigned(heading: str, *lines: str) -> Part:
    """A part that gives out work, with one heading and its lines."""
    below = Part("clause", "1", heading=heading, items=[Passage(line) for line in lines])
    return Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", parts=[below])


def said(passage: Passage) -> list[tuple[str, Mapping[str, Any]]]:
    """The words of each mark on a passage and its keys; "*" for the whole of it."""
    return [("*" if one.whole else passage.text[one.start : one.end], one.sets) for one in passage.marks]


def marked(draft: Draft) -> tuple[list[Passage], Registers]:
    """All passages of a draft with their marks, and the registers."""
    registers = mark(draft)
    return [passage for part in draft.walk() for passage in part.passages()], registers


def test_the_heading_bears_what_stands_under_it():
    """Each sentence under a body's name is its duty, in the role of the verb that it begins with."""
    (one,), registers = marked(plan(assigned("Phòng Kinh tế", "Hướng dẫn lập dự toán; công khai danh sách hộ.")))
    assert said(one) == [
        ("Hướng dẫn lập dự toán;", {"roles": ["guide"]}),
        ("công khai danh sách hộ.", {"roles": ["publish"]}),
        ("*", {"bearers": ["phong-kinh-te"]}),
    ]
    assert registers.agencies == {"phong-kinh-te": {"id": "phong-kinh-te", "name": "Phòng Kinh tế", "level": "commune"}}


def test_a_heading_without_a_known_name_bears_too_and_is_asked_about():
    """Where work is given out the heading is the bearer, whatever its words; nobody is sure of a name unheard of."""
    (one,), _ = marked(plan(assigned("Đề nghị Dòng họ Đinh", "Vận động con cháu góp công.")))
    assert [(mark.sets, mark.degree) for mark in one.marks] == [
        ({"roles": ["mobilise"], "bearers": ["dong-ho-dinh"]}, Degree.LIKELY)
    ]


def test_a_heading_that_names_no_body_gives_nobody_work():
    """ "Chế độ báo cáo" among the bodies is no body."""
    (one,), registers = marked(plan(assigned("Chế độ báo cáo", "Kịp thời, đúng quy định.")))
    assert (one.marks, registers.agencies) == ([], {})


def test_a_body_at_the_head_of_a_sentence_comes_before_the_heading():
    """Two bodies asked together have each their own sentence."""
    lines = ("Hội Nông dân, Hội Phụ nữ xã mỗi đơn vị phụ trách 01 mô hình; Đoàn Thanh niên xã vận động đoàn viên.",)
    (one,), _ = marked(plan(assigned("Đề nghị các tổ chức chính trị - xã hội", *lines)))
    assert [mark.sets for mark in one.marks] == [
        {"roles": ["lead"], "bearers": ["hoi-nong-dan", "hoi-phu-nu"]},
        {"roles": ["mobilise"], "bearers": ["doan-thanh-nien"]},
    ]


def test_whoever_heads_the_body_is_no_other_bearer():
    """ "Trưởng thôn" under "Các thôn" is the village."""
    (one,), _ = marked(plan(assigned("Các thôn", "Trưởng thôn tổ chức họp bình xét.")))
    assert said(one)[-1] == ("*", {"bearers": ["cac-thon"]})


def test_partners_and_guides_are_read_from_their_phrases():
    """ "phối hợp với", "theo hướng dẫn của" name those beside and above the bearer."""
    line = "Chủ trì, phối hợp với các thôn và Công an xã rà soát hộ nghèo theo hướng dẫn của Phòng Văn hóa - Xã hội."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert one.marks[0].sets == {
        "roles": ["lead", "coordinate"],
        "with": ["cac-thon", "cong-an"],
        "guided_by": ["phong-van-hoa-xa-hoi"],
    }


def test_a_report_says_to_whom_through_whom_and_when():
    """Frequency, deadline and form are quoted; what comes again is said for machines."""
    line = "Báo cáo UBND xã (qua Văn phòng HĐND và UBND xã) chậm nhất ngày 25 hằng tháng theo Mẫu số 02/GN-VON."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert one.marks[0].sets["reports"] == [
        {
            "to": ["ubnd-xa"],
            "via": "van-phong-hdnd-va-ubnd-xa",
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


def test_lines_with_a_label_say_who_leads_and_who_helps():
    """ "Cơ quan chủ trì: …" and "Cơ quan phối hợp: …" are one duty, on one line or on two."""
    below = Part("clause", "a", heading="Phân công:")
    below.items = [
        Passage("Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Tài chính, Hội Nông dân tỉnh."),
        Passage("Đơn vị chủ trì: Sở Xây dựng."),
        Passage("Đơn vị phối hợp: Công an tỉnh."),
    ]
    project = Part("project", "1", "Dự án 1:", "Nhà ở", code="1", parts=[below])
    (one, two, three), _ = marked(plan(Part("part", "III", heading="DỰ ÁN", parts=[project]), level="TỈNH"))
    assert said(one)[0][1] == {"roles": ["lead"], "with": ["so-tai-chinh", "hoi-nong-dan"]}
    assert said(two) == [
        ("Đơn vị chủ trì: Sở Xây dựng.", {"roles": ["lead"], "with": ["cong-an"]}),
        ("*", {"bearers": ["so-xay-dung"]}),
    ]
    assert three.marks == []


def test_projects_that_a_duty_names_are_its_projects():
    """Outside of the projects, their codes say what the work is for."""
    project = Part("project", "1", "Dự án GN-01:", "Xóa nhà tạm", code="GN-01", programme="ct-tinh")
    draft = plan(
        Part("part", "III", heading="DỰ ÁN", parts=[project]), assigned("Phòng Kinh tế", "Chủ trì Dự án GN-01.")
    )
    (one,), _ = marked(draft)
    assert one.marks[0].sets == {"roles": ["lead"], "projects": ["ct-tinh/GN-01"]}


def test_a_general_demand_is_asked_about():
    """What stands under "Yêu cầu" may give nobody work."""
    below = Part(
        "clause", "2", heading="Yêu cầu", items=[Passage("Các cơ quan, đơn vị chủ động triển khai thực hiện.")]
    )
    (one,), _ = marked(plan(Part("part", "I", heading="MỤC ĐÍCH, YÊU CẦU", parts=[below])))
    assert [mark.degree for mark in one.marks] == [Degree.LIKELY]


def test_the_state_of_things_gives_no_work():
    """What a body did is no duty."""
    past = Part("part", "I", heading="ĐẶC ĐIỂM TÌNH HÌNH", paragraphs=[Passage("UBND xã chỉ đạo các thôn rà soát.")])
    (one,), _ = marked(plan(past))
    assert one.marks == []


def test_one_body_has_one_record_however_it_is_written():
    """Short and long forms, with and without the place, are one body with all its names."""
    lines = (
        "Báo cáo Ủy ban nhân dân xã An Bình hằng quý.",
        "Phối hợp với Phòng VH-XH vận động.",
        "Phối hợp với Phòng Văn hóa - Xã hội xã rà soát.",
        "Báo cáo UBND xã hằng năm.",
    )
    _, registers = marked(plan(assigned("Phòng Kinh tế", *lines)))
    found = {id: (record["name"], record.get("names", [])) for id, record in registers.agencies.items()}
    assert found == {
        "phong-kinh-te": ("Phòng Kinh tế", []),
        "ubnd-xa": ("Ủy ban nhân dân xã An Bình", ["UBND xã"]),
        "phong-vh-xh": ("Phòng Văn hóa - Xã hội xã", ["Phòng VH-XH"]),
    }


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
    return [{key: value for one in grid.row_marks[at] for key, value in one.sets.items()} for at in range(len(rows))]


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


def test_who_receives_the_plan_and_for_what():
    """The list "Nơi nhận" names bodies, short forms too, and a purpose in brackets."""
    draft = plan(assigned("Phòng Kinh tế", "Chủ trì."))
    draft.recipients = [Passage("Sở Nông nghiệp và Môi trường (b/c);"), Passage("Lưu: VT, KT.")]
    mark(draft)
    assert [one.marks[0].sets for one in draft.recipients] == [
        {"recipients": ["so-nong-nghiep-va-moi-truong"], "purpose": "report"},
        {"recipients": ["van-thu", "phong-kinh-te"], "purpose": "file"},
    ]


def test_several_bodies_of_one_line_have_each_their_part():
    """A label before the first body, a body behind a comma with its own verb, a half-sentence of time only."""
    line = "Phân công: Phòng Kinh tế làm chủ đầu tư, các thôn giám sát; hoàn thành trước ngày 30/6/2026."
    (one,), _ = marked(plan(assigned("Ủy ban nhân dân xã", line)))
    assert [mark.sets for mark in one.marks if mark.kind == "role"] == [
        {"roles": ["lead"], "bearers": ["phong-kinh-te"]},
        {"roles": ["monitor"], "bearers": ["cac-thon"]},
    ]


def test_a_body_unheard_of_at_the_head_of_a_sentence_bears_it_and_is_asked_about():
    """Its first word and the verb behind it show that it is one."""
    (one,), _ = marked(plan(assigned("Các thôn", "Tổ gác rừng kiểm tra việc cấp phát.")))
    assert [(mark.sets, mark.degree) for mark in one.marks] == [
        ({"roles": ["monitor"], "bearers": ["to-gac-rung"]}, Degree.LIKELY)
    ]


def test_the_verb_behind_a_list_of_villages_is_not_part_of_their_name():
    """ "các thôn tổ chức thực hiện" names the villages."""
    line = "Chủ trì, phối hợp với Hội Nông dân xã và các thôn tổ chức thực hiện."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert one.marks[0].sets["with"] == ["hoi-nong-dan", "cac-thon"]


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


def test_a_body_of_three_fields_is_one():
    """ "Phòng Kinh tế, Hạ tầng và Đô thị" is no list of bodies."""
    line = "Phòng Kinh tế, Hạ tầng và Đô thị phối hợp với Bảo hiểm xã hội cơ sở Tân Lập và các trường học rà soát."
    (one,), registers = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line)])))
    assert [registers.agencies[id]["name"] for id in [*one.marks[-1].sets["bearers"], *one.marks[0].sets["with"]]] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Bảo hiểm xã hội cơ sở Tân Lập",
        "Các trường học",
    ]


def test_what_a_collective_is_given_belongs_to_its_name():
    """ "Các đơn vị được giao nhiệm vụ" and "các đơn vị sử dụng vốn" are who they are by what they were given."""
    line = "Các đơn vị sử dụng vốn báo cáo Sở Tài chính; các đơn vị được giao nhiệm vụ gửi báo cáo về Sở Nội vụ."
    (one,), registers = marked(plan(Part("part", "VI", heading="BÁO CÁO", paragraphs=[Passage(line)])))
    assert [registers.agencies[mark.sets["bearers"][0]]["name"] for mark in one.marks] == [
        "Các đơn vị sử dụng vốn",
        "Các đơn vị được giao nhiệm vụ",
    ]


def test_a_heading_that_gives_out_work_names_no_part_that_somebody_plays():
    """Under "TỔ CHỨC THỰC HIỆN" a sentence without a body gives nobody work."""
    line = "Kế hoạch này thay thế Kế hoạch năm trước."
    (one,), registers = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line)])))
    assert (one.marks, registers.agencies) == ([], {})


def test_an_article_with_another_subject_gives_out_no_work():
    """ "Điều 3. Mức hỗ trợ" has clauses, none of whose headings is a body."""
    clause = Part("clause", "1", heading="Xây mới nhà ở", paragraphs=[Passage("Hỗ trợ 50 triệu đồng/hộ.")])
    (one,), _ = marked(plan(Part("article", "3", heading="Mức hỗ trợ", parts=[clause])))
    assert [mark.kind for mark in one.marks] == ["money"]


def test_villages_bear_work_by_their_numbers():
    """ "Riêng khu phố 4, khu phố 9" are two bearers."""
    line = "Riêng khu phố 4, khu phố 9 bố trí mặt bằng."
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", items=[Passage(line)])))
    assert one.marks[-1].sets == {"bearers": ["khu-pho-4", "khu-pho-9"]}


def test_what_follows_a_date_is_a_duty_of_its_own():
    """ "… trước ngày 15/4/2026, chỉ đạo …" has two verbs."""
    (one,), _ = marked(
        plan(assigned("Các thôn", "Niêm yết danh sách hộ trước ngày 15/4/2026, chỉ đạo các tổ sửa nhà."))
    )
    assert [mark.sets["roles"] for mark in one.marks if "roles" in mark.sets] == [["publish"], ["direct"]]


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


def test_how_often_and_by_when_may_stand_in_a_row():
    """ "6 tháng (trước 15/6), 01 năm (trước 15/12)" are two reports."""
    line = "Các thôn báo cáo định kỳ 6 tháng (trước 15/6), 01 năm (trước 15/12) về Phòng Kinh tế."
    (one,), _ = marked(plan(Part("part", "VI", heading="BÁO CÁO", paragraphs=[Passage(line)])))
    assert [(report["frequency"], report["deadline"]) for report in one.marks[0].sets["reports"]] == [
        ("định kỳ 6 tháng", "trước 15/6"),
        ("01 năm", "trước 15/12"),
    ]


def test_a_body_with_a_verb_unheard_of_is_asked_about():
    """Where work is given out, what stands behind a body is likely what it does."""
    line = "Các thôn chọn 01 hộ làm điểm."
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", items=[Passage(line)])))
    assert [(mark.sets, mark.degree) for mark in one.marks] == [
        ({"roles": ["implement"], "bearers": ["cac-thon"]}, Degree.LIKELY)
    ]


def test_duties_may_be_counted_within_a_sentence():
    """ "a) …; b) …" are the duties of the body before them."""
    line = "Sở Y tế: a) hướng dẫn chuyên môn; b) kiểm tra các trạm."
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", items=[Passage(line)])))
    assert [mark.sets for mark in one.marks] == [{"roles": ["guide"]}, {"roles": ["monitor"]}, {"bearers": ["so-y-te"]}]


def in_goals(*lines: str) -> Part:
    """A clause in a part whose heading names a national target programme."""
    below = Part("clause", "1", heading="Phát triển hạ tầng", paragraphs=[Passage(line) for line in lines])
    return Part("part", "B", heading="CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI", parts=[below])


def test_a_programme_that_has_goals_in_its_name_still_gives_work():
    """ "Chương trình mục tiêu quốc gia" heads no list of goals: work is given out under it."""
    (one,), _ = marked(plan(in_goals("Giao Phòng Kinh tế chủ trì, phối hợp cùng Công an xã rà soát.")))
    assert said(one) == [
        (
            "Giao Phòng Kinh tế chủ trì, phối hợp cùng Công an xã rà soát.",
            {"roles": ["lead", "coordinate"], "with": ["cong-an"]},
        ),
        ("*", {"bearers": ["phong-kinh-te"]}),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Phòng Kinh tế (chủ trì), Công an xã, Trạm Y tế xã (phối hợp).",
        "Phòng Kinh tế chủ trì, Công an xã và Trạm Y tế xã phối hợp.",
        "Chủ trì: Phòng Kinh tế; phối hợp: Công an xã, Trạm Y tế xã.",
        "Phòng chủ trì: Phòng Kinh tế, cùng với Công an xã, Trạm Y tế xã.",
        "Phòng Kinh tế (chủ trì) cùng Công an xã, Trạm Y tế xã.",
    ],
)
def test_one_leads_and_the_others_help_however_the_line_says_it(line: str):
    """Brackets, verbs and labels say alike who leads and with whom."""
    (one,), _ = marked(plan(in_goals(line)))
    assert {key: value for mark in one.marks for key, value in mark.sets.items()} == {
        "roles": ["lead"],
        "bearers": ["phong-kinh-te"],
        "with": ["cong-an", "tram-y-te"],
    }


def test_bodies_that_share_their_first_word_are_several():
    """ "các phòng Nội vụ, Tư pháp" are two bodies, each with its whole name."""
    heading = "Phòng Dân tộc"
    (one,), registers = marked(
        plan(assigned(heading, "Chủ trì cùng các phòng Nội vụ, Tư pháp rà soát."), level="HUYỆN")
    )
    assert one.marks[0].sets["with"] == ["phong-noi-vu", "phong-tu-phap"]
    assert [registers.agencies[id]["name"] for id in ("phong-noi-vu", "phong-tu-phap")] == [
        "Phòng Nội vụ",
        "Phòng Tư pháp",
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


def test_heads_of_bodies_that_share_their_first_words_bear_together():
    """ "Giám đốc các Sở: Tài chính, Y tế" are two, among others before one verb."""
    line = "Chánh Văn phòng UBND xã; Giám đốc các Sở: Tài chính, Y tế; Trưởng các thôn chịu trách nhiệm thi hành."
    (one,), _ = marked(plan(assigned("Thi hành", line)))
    assert one.marks[-1].sets == {
        "bearers": ["chanh-van-phong", "giam-doc-so-tai-chinh", "giam-doc-so-y-te", "truong-thon"]
    }


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
