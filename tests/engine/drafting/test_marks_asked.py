"""What a draft finds by many ways of saying it, and what it only asks about."""

from __future__ import annotations

from typing import Any

import pytest

from programme.drafting.marks import mark
from programme.drafting.marks.bodies.bodies import Bodies
from programme.drafting.marks.tables.task_columns import columns_of
from programme.drafting.marks.timing.cell_times import listed_times
from programme.drafting.marks.words import one_spelling
from programme.drafting.outline.headings import project_of
from programme.drafting.shape import Degree, Draft, Grid, Head, Part, Passage
from programme.vietnamese.slugs import fold

HEAD = Head(["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], number="1", symbol="KH-UBND", title_lines=["Giảm nghèo năm 2026"])


def found(text: str, key: str, heading: str = "Phòng Kinh tế", above: str = "TỔ CHỨC THỰC HIỆN") -> tuple[Any, Any]:
    """What the marks of a line under a heading set for a key: the sure ones, and those that are asked about."""
    below = Part("clause", "1", heading=heading, items=[Passage(text)])
    mark(Draft(HEAD, parts=[Part("part", "V", heading=above, parts=[below])]))
    told = [(one.sets[key], one.degree) for one in below.items[0].marks if key in one.sets]
    return [value for value, degree in told if degree is Degree.SURE], [
        value for value, degree in told if degree is not Degree.SURE
    ]


# -- who works beside a bearer ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "with_"),
    [
        ("Phối hợp chặt chẽ, kịp thời với Công an xã rà soát hộ nghèo.", ["cong-an"]),
        ("Kết hợp với Hội Nông dân mở lớp tập huấn.", ["hoi-nong-dan"]),
        ("Rà soát hộ nghèo (phối hợp: Hội Nông dân, các thôn).", ["hoi-nong-dan", "cac-thon"]),
        ("Theo dõi tiến độ (Văn phòng HĐND và UBND phối hợp).", ["van-phong-hdnd-ubnd-xa"]),
        ("Chủ trì thực hiện, có Hội Nông dân và Công an xã cùng tham gia.", ["hoi-nong-dan", "cong-an"]),
        ("Huy động Hội Nông dân, Đoàn Thanh niên cùng tham gia vận động.", ["hoi-nong-dan", "doan-thanh-nien"]),
    ],
)
def test_plain_words_for_working_together_are_sure(text: str, with_: list[str]):
    """Behind "phối hợp với" and "kết hợp với", or before "phối hợp", "cùng tham gia"."""
    assert found(text, "with") == ([with_], [])


@pytest.mark.parametrize(
    ("text", "with_"),
    [
        ("Mời Công an xã tham gia đoàn kiểm tra.", [["cong-an"]]),
        ("Thống nhất với Hội Nông dân việc giao vốn.", [["hoi-nong-dan"]]),
        ("Thành lập đoàn kiểm tra gồm Công an xã, Hội Nông dân.", [["cong-an"], ["hoi-nong-dan"]]),
        ("Phối hợp với lực lượng dân quân bảo vệ công trình.", [["luc-luong-dan-quan"]]),
        ("Phối hợp với các nhà hảo tâm hỗ trợ con giống.", [["cac-nha-hao-tam"]]),
    ],
)
def test_other_words_and_names_without_a_grammar_are_asked_about_one_by_one(text: str, with_: list[list[str]]):
    """So that the same body is one question, in however many sentences it stands."""
    assert found(text, "with") == ([], with_)


@pytest.mark.parametrize(
    "text", ["Vận động người dân tham gia bảo hiểm y tế.", "Ban hành quy chế phối hợp giữa các cơ quan."]
)
def test_who_is_only_spoken_of_is_beside_nobody(text: str):
    """Whoever is won over for something, and a rule that is called so."""
    assert found(text, "with") == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Cùng với Hội Nông dân, Công an xã chủ trì tuyên truyền.",
        "Công an xã, với sự phối hợp của Hội Nông dân, chủ trì tuyên truyền.",
        "Chủ trì là Công an xã; phối hợp thực hiện là Hội Nông dân.",
    ],
)
def test_who_helps_may_be_named_before_who_leads_and_in_between(text: str):
    """The bearer is whoever leads, wherever it stands."""
    assert (found(text, "bearers", "Tuyên truyền"), found(text, "with", "Tuyên truyền")) == (
        ([["cong-an"]], []),
        ([["hoi-nong-dan"]], []),
    )


def test_a_name_is_the_same_with_the_tone_on_either_vowel():
    """Only at the end of a word: "hoàn" has its tone where it must be."""
    assert one_spelling("Huyện uỷ HOÁ hoàn quý thuỷ") == "Huyện ủy HÓA hoàn quý thủy"
    assert found("Báo cáo Thường trực Đảng uỷ hằng quý.", "reports") == (
        [[{"to": ["tt-dang-uy"], "frequency": "hằng quý", "every": "quarter"}]],
        [],
    )


def test_a_verb_with_its_object_behind_a_comma_is_a_duty_of_its_own():
    """Not where verbs only stand in a row."""
    text = "Tổ chức họp dân bình xét, niêm yết công khai danh sách tại nhà văn hóa."
    assert found(text, "roles") == ([["implement"], ["publish"]], [])
    assert found("Hướng dẫn, kiểm tra, giám sát việc thực hiện.", "roles") == ([["guide", "monitor"]], [])


# -- tables of tasks ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "ends"),
    [
        ("Tháng 5, 11", ["2026-05-31", "2026-11-30"]),
        ("Tháng 9, tháng 10", ["2026-10-31"]),
        ("Tháng 3 - 5", ["2026-05-31"]),
        ("Quý II, IV", ["2026-06-30", "2026-12-31"]),
        ("Quý II, III", ["2026-09-30"]),
        ("15/3 - 30/4", ["2026-04-30"]),
        ("30/6", ["2026-06-30"]),
        ("Thường xuyên", []),
        ("Cả năm", []),
        ("31/2", []),
    ],
)
def test_a_cell_tells_days_without_a_year_in_a_plan_of_one(cell: str, ends: list[str]):
    """Months and quarters one behind the other are one span, others a deadline each."""
    assert [one["end"] for one in listed_times(cell, (2026, 2026))] == ends
    assert listed_times(cell, (2026, 2030)) == []


def test_columns_are_known_by_their_heads_and_by_their_cells():
    """ "Cùng thực hiện" is who helps; "Ai giúp" is it by the bodies in its cells, "Khi" by the days."""

    def says(*heads: str) -> list[str]:
        rows = [["1", "Rà soát", "Công an xã", "Hội Nông dân", "30/6"], ["2", "Mở lớp", "Công an xã", "", "Quý III"]]
        rows.append(["3", "Tổng kết", "Công an xã", "Các thôn", "15/12"])
        columns = columns_of([*map(fold, heads)], rows, Bodies("commune", "xã An Bình"), (2026, 2026))
        return [columns.get(at, "") for at in range(len(heads))]

    assert says("TT", "Nội dung thực hiện", "Thực hiện", "Cùng thực hiện", "Mốc") == [
        "",
        "task",
        "lead",
        "partners",
        "timing",
    ]
    assert says("TT", "Việc", "Chủ trì", "Ai giúp", "Khi") == ["", "task", "lead", "partners", "timing"]
    assert says("TT", "Việc", "Chủ trì", "Nơi nhận", "Ghi chú") == ["", "task", "lead", "", ""]


@pytest.mark.parametrize(
    "cell",
    [
        "Công an xã chủ trì; Hội Nông dân phối hợp",
        "Công an xã (Hội Nông dân phối hợp)",
        "CT: Công an xã; PH: Hội Nông dân",
        "Công an xã, cùng Hội Nông dân",
    ],
)
def test_one_cell_says_in_words_who_leads_and_who_helps(cell: str):
    grid = Grid(["TT", "Nhiệm vụ", "Đơn vị thực hiện"], [["1", "Rà soát hộ nghèo", cell]])
    mark(Draft(HEAD, parts=[Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", tables=[grid])]))
    (keys,) = (one.sets for one in grid.row_marks[0] if "bearers" in one.sets)
    assert (keys["bearers"], keys["with"]) == (["cong-an"], ["hoi-nong-dan"])


# -- groups -----------------------------------------------------------------------


def groups(text: str) -> tuple[list[str], list[str]]:
    """The groups of a sentence of a project, sure and asked about."""
    clause = Part("clause", "a", heading="Nội dung", paragraphs=[Passage(text)])
    project = Part("project", "1", "Dự án 1:", "Làm nhà", code="1", parts=[clause])
    mark(Draft(HEAD, parts=[Part("part", "III", heading="DỰ ÁN", parts=[project])]))
    told = [(who, one.degree) for one in clause.paragraphs[0].marks
            for keys in one.sets.get("for_whom", ()) for who in keys["who"]]  # fmt: skip
    return [who for who, degree in told if degree is Degree.SURE], [
        who for who, degree in told if degree is not Degree.SURE
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kèm cặp 12 hộ nghèo thiếu kinh nghiệm làm ăn.", ["ho-ngheo"]),
        ("Thăm khám định kỳ phụ nữ mang thai.", ["phu-nu-mang-thai"]),
        ("Giải quyết nhu cầu vay vốn của hộ cận nghèo.", ["ho-can-ngheo"]),
    ],
)
def test_who_may_be_given_something_is_asked_about(text: str, who: list[str]):
    assert groups(text) == ([], who)


def test_a_sentence_that_lists_whom_something_is_for_does_so_wherever_it_stands():
    """Behind the money; what is first in a list of rank comes first as a whole."""
    text = "Kinh phí: 512 triệu đồng. Đối tượng là người lao động, học sinh bán trú."
    assert groups(text)[0] == ["nguoi-lao-dong", "hoc-sinh-ban-tru"]
    text = "Mức hỗ trợ như năm trước. Thứ tự xét chọn: (1) hộ nghèo có trẻ nhỏ; (2) hộ cận nghèo."
    clause = Part("clause", "a", heading="Nội dung", paragraphs=[Passage(text)])
    mark(Draft(HEAD, parts=[Part("project", "1", "Dự án 1:", "Làm nhà", code="1", parts=[clause])]))
    assert [keys.get("priority") for one in clause.paragraphs[0].marks for keys in one.sets["for_whom"]] == [True, True]


@pytest.mark.parametrize(
    "text",
    ["Ít nhất 70% số hộ tham gia là hộ nghèo.", "Việc giám sát giao cho Ban Giám sát đầu tư của cộng đồng thực hiện."],
)
def test_a_share_and_who_is_given_work_are_no_groups(text: str):
    assert groups(text) == ([], [])


# -- projects -----------------------------------------------------------------------


def test_a_code_with_letters_and_a_stroke_names_a_project_by_itself():
    """ "NTM-01." needs no "Dự án" before it; a number of a document is no such code."""
    told = project_of("NTM-01. Cứng hóa đường trục thôn")
    assert told and (told.label, told.code, told.title) == ("NTM-01.", "NTM-01", "Cứng hóa đường trục thôn")
    assert project_of("QH15 ban hành Luật") is None


def test_a_report_that_nobody_is_given_is_asked_about():
    """Where work is given out: with a guess where it says to whom or by when; a measure without a bearer is none."""
    text = "Định kỳ hằng quý báo cáo UBND tỉnh. Tuyên truyền rộng rãi."
    sure, asked = found(text, "no_bearer", heading="Chế độ báo cáo")
    assert (sure, asked) == ([], [True])
    assert found(text, "reports", heading="Chế độ báo cáo")[1] == [
        [{"to": ["ubnd-tinh"], "frequency": "Định kỳ hằng quý", "every": "quarter"}]
    ]
