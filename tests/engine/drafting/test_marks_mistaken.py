"""What looks like money, a place, a body or somebody who is given something, and is none."""

from __future__ import annotations

from typing import Any

import pytest
from drafting_marks import draft_of, in_project, only, sets
from drafting_plans import document

from programme.drafting.facts import facts_of
from programme.drafting.marks import mark
from programme.drafting.outline.outline import outline
from programme.drafting.shape import Degree, Draft, Grid, Head, Part, Passage, Registers


def province(*parts: Part, issuer: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "TỈNH LAM GIANG"), **more: Any) -> Draft:
    head = Head([*issuer], number="1", symbol="KH-UBND", title_lines=["Giảm nghèo năm 2026"])
    return Draft(head, parts=[*parts], **more)


# -- money ------------------------------------------------------------------------


def table(columns: list[str], rows: list[list[str]]) -> Grid:
    grid = Grid(columns, rows, unit_line="ĐVT: Triệu đồng")
    mark(province(Part("part", "I", heading="KINH PHÍ", tables=[grid])))
    return grid


def money(grid: Grid) -> dict[str, tuple[Any, Degree]]:
    """Head of each column that is, or may be, money -> what is said of it."""
    return {
        grid.columns[at]: (one.sets["money"], one.degree)
        for at, marks in grid.column_marks.items()
        for one in marks
        if "money" in one.sets
    }


def test_a_column_with_a_unit_of_its_own_is_no_money_though_the_table_is_in_millions() -> None:
    """People, households, classes and what one costs are not money; the last column adds up those beside it."""
    columns = ["STT", "Đơn vị", "Số lao động (người)", "Hộ nghèo (hộ)", "Số lượng lớp", "Định mức (triệu đồng/lớp)",
               "Ngân sách trung ương", "Ngân sách tỉnh", "Cộng"]  # fmt: skip
    rows = [
        ["", "Tổng cộng", "60", "50", "5", "132", "600", "60", "660"],
        ["1", "Huyện Khe Lau", "20", "20", "2", "110", "200", "20", "220"],
        ["2", "Huyện Khe Ngà", "40", "30", "3", "146", "400", "40", "440"],
    ]
    grid = table(columns, rows)
    assert money(grid) == {
        "Ngân sách trung ương": ({"source": "central"}, Degree.SURE),
        "Ngân sách tỉnh": ({"source": "province"}, Degree.SURE),
        "Cộng": ({"total": True}, Degree.SURE),
    }
    assert [dict(one.sets) for one in grid.row_marks[0]] == [{"total": True}]


def test_a_column_that_adds_up_those_beside_it_is_a_total_whatever_its_head_is() -> None:
    """ "Nhu cầu vốn" before its two sources is their sum; a head that says nothing of money is asked about."""
    rows = [["Xã Na", "30", "20", "10", "7"], ["Xã Lộc", "50", "15", "35", "4"]]
    assert money(table(["Địa phương", "Nhu cầu vốn", "Đầu tư", "Sự nghiệp", "Đường liên thôn"], rows)) == {
        "Nhu cầu vốn": ({"total": True}, Degree.SURE),
        "Đầu tư": ({"capital": "investment"}, Degree.SURE),
        "Sự nghiệp": ({"capital": "recurrent"}, Degree.SURE),
        "Đường liên thôn": ({}, Degree.LIKELY),
    }


def test_a_total_of_which_only_a_part_has_a_column_is_the_money_itself() -> None:
    """ "Tổng kinh phí, trong đó ngân sách tỉnh": the part is neither added to the whole nor stands for it."""
    rows = [["Xã Na", "30", "20"], ["Xã Lộc", "50", "15"]]
    columns = ["Địa phương", "Tổng kinh phí", "Trong đó: ngân sách tỉnh"]
    assert money(table(columns, rows)) == {"Tổng kinh phí": ({}, Degree.SURE)}


def test_the_row_of_the_plans_own_place_is_the_total_of_those_in_it() -> None:
    """ "Tỉnh Lam Giang" above its districts gets nothing beside them."""
    rows = [["Tỉnh Lam Giang", "80"], ["Huyện Na", "30"], ["Huyện Lộc", "50"]]
    grid = table(["Địa bàn", "Kinh phí"], rows)
    assert [[dict(one.sets) for one in grid.row_marks[at]] for at in range(3)] == [
        [{"total": True}],
        [{"place": "na"}],
        [{"place": "loc"}],
    ]


# -- places -----------------------------------------------------------------------


def places(*lines: str, cells: list[str] | None = None) -> list[str]:
    grids = [Grid(["Địa bàn", "Việc"], [[one, "Làm"] for one in cells])] if cells else []
    part = Part("part", "I", heading="NHIỆM VỤ", paragraphs=[Passage(line) for line in lines], tables=grids)
    return [str(one["name"]) for one in mark(province(part)).places.values()][1:]


def test_common_nouns_that_begin_like_a_place_are_none() -> None:
    """ "Xã Hội", "Bản Cam kết", "Thôn Văn hóa", "Tỉnh Ủy" are no places, "bản Cam" and "thôn Văn" are."""
    lines = (
        "Bộ Lao động - Thương binh và Xã Hội; Xã Viên; Phường Hội; Tỉnh Ủy, Huyện Đoàn; Thôn Bản; Bản Đồ hiện trạng.",
        "Ký Bản Cam kết; Thôn Văn hóa; Khu Công nghiệp; Bản Kế hoạch; Khu Dân cư; Làng Nghề; Thành phố Thông minh.",
        "Làm đường ở bản Cam, thôn Văn, xã Na Hội.",
    )
    assert places(*lines) == ["bản Cam", "thôn Văn", "xã Na Hội"]


def test_what_the_plan_mostly_writes_in_small_letters_is_no_name() -> None:
    """One "Xã Kết nghĩa" among "xã kết nghĩa" is a noun."""
    assert places("Giúp xã kết nghĩa; các xã kết nghĩa.", "Xã Kết nghĩa có 20 hộ; xã Na có 30 hộ.") == ["xã Na"]


def test_a_cell_of_a_column_of_places_is_one_only_with_a_name() -> None:
    """ "Xã hội hóa", "Thôn, bản" and "Đạt" are none."""
    assert places(cells=["Xã hội hóa", "Thôn bản", "Xã Na", "Huyện Lộc"]) == ["xã Na", "huyện Lộc"]


def test_a_city_within_a_province_is_no_province() -> None:
    """It stands as high as a district, and so do its bodies, and a town's ("thị xã" is no "xã")."""
    lines = (
        "UBND thành phố Thanh Khê chủ trì.",
        "UBND thị xã Na phối hợp.",
        "Ban Dân tộc theo dõi.",
        "Phòng Bảo trợ xã hội hướng dẫn.",
    )
    part = Part("part", "I", heading="PHÂN CÔNG", paragraphs=[Passage(line) for line in lines])
    registers = mark(province(part))
    assert [one["kind"] for one in registers.places.values()] == ["province", "city", "town"]
    assert {one["name"]: one["level"] for one in registers.agencies.values()} == {
        "UBND thành phố Thanh Khê": "district",
        "UBND thị xã Na": "district",
        "Ban Dân tộc": "province",
        "Phòng Bảo trợ xã hội": "province",
    }


SO = """\
ỦY BAN NHÂN DÂN TỈNH LAM GIANG
SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/KH-SLĐTBXH
Lam Giang, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
Giảm nghèo năm 2026
Sở Lao động - Thương binh và Xã hội ban hành kế hoạch:
I. TỔ CHỨC THỰC HIỆN
1. Phòng Bảo trợ xã hội
Định kỳ hằng quý báo cáo Giám đốc Sở kết quả thực hiện.
2. Thanh tra Sở
Gửi báo cáo về Sở trước ngày 10 tháng 12 năm 2026.
3. Phòng Lao động - Thương binh và Xã hội các huyện, thành phố
Báo cáo: kết quả, khó khăn.
"""


def test_a_department_with_society_in_its_name_issues_for_its_province() -> None:
    """ "THƯƠNG BINH VÀ XÃ HỘI" of a letterhead names no commune; the text tells the letters of the name."""
    told = facts_of(outline(document(SO)))
    assert (told["level"], told["place"]) == ("tỉnh", "tỉnh Lam Giang")
    assert told["issuer"] == "Sở Lao động - Thương binh và Xã hội tỉnh Lam Giang"


def test_a_department_is_reported_to_by_its_short_name_and_by_its_head() -> None:
    """ "Giám đốc Sở", "về Sở"; "Thanh tra Sở" and a department "các huyện, thành phố" are one body each."""
    draft = outline(document(SO))
    registers = mark(draft)
    lines = [line for part in draft.walk() for line in part.passages() if line.marks]
    assert [value for line in lines for _, value in sets(line, "reports")] == [
        [{"to": ["giam-doc-so"], "frequency": "Định kỳ hằng quý", "every": "quarter"}],
        [
            {
                "to": ["so-lao-dong-thuong-binh-va-xa-hoi"],
                "deadline": "trước ngày 10 tháng 12 năm 2026",
                "due": "2026-12-10",
            }
        ],
        [{}],
    ]
    assert [one.degree for one in lines[-1].marks if "reports" in one.sets] == [Degree.LIKELY]
    assert [one["name"] for one in registers.agencies.values() if one["level"] == "district"] == [
        "Phòng Lao động - Thương binh và Xã hội các huyện, thành phố"
    ]


# -- bodies -----------------------------------------------------------------------


def names(registers: Registers) -> list[str]:
    return [str(one["name"]) for one in registers.agencies.values()]


def test_what_a_body_is_said_to_do_is_no_part_of_its_name() -> None:
    """ "UBND chỉ đạo" among those who receive the plan, or in a cell, is "UBND"."""
    draft = draft_of(
        Part("part", "I"), recipients=[Passage("HĐND, UBND chỉ đạo;"), Passage("Phòng Kinh tế thực hiện;")]
    )
    assert names(mark(draft)) == ["HĐND", "UBND", "Phòng Kinh tế"]


def test_headings_in_capitals_among_bodies_name_only_bodies() -> None:
    """ "HUY ĐỘNG NGUỒN LỰC", "ỨNG DỤNG CÔNG NGHỆ" beside bodies are nobody."""
    headings = ("Phòng Kinh tế", "ỨNG DỤNG CÔNG NGHỆ", "Phòng Nội vụ", "Trạm Y tế", "ĐỘI NGŨ CÁN BỘ")
    clauses = [Part("clause", str(at), heading=one, paragraphs=[Passage("Rà soát hộ nghèo.")])
               for at, one in enumerate(headings, 1)]  # fmt: skip
    assert names(mark(draft_of(Part("part", "I", heading="TỔ CHỨC THỰC HIỆN", parts=clauses)))) == [
        "Phòng Kinh tế",
        "Phòng Nội vụ",
        "Trạm Y tế",
    ]


def test_the_letters_of_a_number_are_a_body_that_the_plan_names() -> None:
    """ "77/KH-SNV" is of the plan's "Sở Nội vụ", "5/QĐ-BCĐGN" of its board; nothing is made of "9/QĐ-XYZ"."""
    lines = (
        "Sở Nội vụ phối hợp Ban Chỉ đạo giảm nghèo.",
        "Theo Kế hoạch số 77/KH-SNV, Quyết định số 5/QĐ-BCĐGN và Quyết định số 9/QĐ-XYZ.",
    )
    part = Part("part", "I", heading="CĂN CỨ", paragraphs=[Passage(line) for line in lines])
    registers = mark(province(part))
    issuers = {str(one["number"]): str(one.get("issuer", "")) for one in registers.documents.values()}
    assert issuers == {"77/KH-SNV": "so-noi-vu", "5/QĐ-BCĐGN": "bcd-giam-ngheo", "9/QĐ-XYZ": ""}


@pytest.mark.parametrize(
    "other",
    ["Bộ lao động - thương binh và xã hội", "Bộ LĐTB và XH", "Bộ LĐ-TB&XH", "Bộ LĐTBXH", "Bộ Lao động - TB và XH"],
)
def test_one_ministry_is_one_body_however_it_is_written(other: str) -> None:
    """By small letters, short letters for all words or for some."""
    whole = "Bộ Lao động - Thương binh và Xã hội"
    draft = province(Part("part", "I"), recipients=[Passage(f"{whole};"), Passage(f"{other};"), Passage(f"{whole}.")])
    assert names(mark(draft)) == [whole]


def test_of_two_spellings_the_usual_one_is_the_name() -> None:
    """Else the one with capitals: "Bộ Y tế", not "Bộ y tế"."""
    for lines in (("Bộ y tế;", "Bộ Y tế;"), ("Bộ y Tế;", "Bộ Y tế;", "Bộ Y tế.")):
        draft = province(Part("part", "I"), recipients=[Passage(line) for line in lines])
        assert names(mark(draft)) == ["Bộ Y tế"]


# -- whom words are for -------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "excluded"),
    [
        ("Hộ nghèo có nhà kiên cố thì không hỗ trợ.", [True]),
        ("Hộ nghèo đã được hỗ trợ nhà ở thì thôi.", [True]),
        ("Hộ nghèo đã có đất ở thì loại khỏi danh sách.", [True]),
        ("Hộ mới thoát nghèo không phải là đối tượng được hỗ trợ.", [True]),
        ("Hộ nghèo đã nhận hỗ trợ không thuộc diện này.", [True]),
        ("Hộ nghèo chưa có nhà vệ sinh được hỗ trợ 3 triệu đồng; hộ nghèo đã có thì không hỗ trợ.", [False, True]),
        ("Hộ nghèo không có đất sản xuất được hỗ trợ.", [False]),
    ],
)
def test_a_sentence_that_ends_with_a_refusal_excludes_whom_it_names(line: str, excluded: list[bool]) -> None:
    """Whoever stands before "thì không hỗ trợ" gets nothing, whoever is given something before that does."""
    told = only(line, heading="Đối tượng:", key="for_whom")
    assert [bool(keys.get("excluded")) for _, listed in told for keys in listed] == excluded


def test_groups_told_in_two_ways_are_one() -> None:
    """ "Lao động nông thôn" is "người lao động nông thôn", "hộ vừa thoát nghèo" is "hộ mới thoát nghèo"."""
    lines = ("Người lao động nông thôn.", "Lao động nông thôn.", "Hộ vừa thoát nghèo.", "Hộ mới thoát nghèo.")
    part = in_project("Đối tượng:", *lines)
    registers = mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    assert [[one["name"], *one.get("names", [])] for one in registers.groups.values()] == [
        ["Người lao động nông thôn", "Lao động nông thôn"],
        ["Hộ vừa thoát nghèo", "Hộ mới thoát nghèo"],
    ]


def test_all_districts_of_a_province_are_one_body() -> None:
    """However they are told."""
    lines = ("UBND các huyện, thành phố;", "UBND huyện, thành phố;", "UBND cấp huyện.")
    registers = mark(province(Part("part", "I"), recipients=[Passage(line) for line in lines]))
    assert [(one["level"], len(one.get("names", []))) for one in registers.agencies.values()] == [("district", 2)]


# -- goals ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "goals"),
    [
        ("Tỷ lệ lao động qua đào tạo đạt 80 % trở lên.", [("coverage", {"at_least": True})]),
        ("Phấn đấu 80 % trở lên hộ nghèo có nhu cầu được vay vốn.", [("coverage", {"at_least": True})]),
        ("Giảm tỷ lệ hộ nghèo bình quân 1,5%.", [("rate_reduction", {})]),
        ("Giảm tỷ lệ hộ nghèo xuống còn dưới 3%.", [("rate", {"at_most": True})]),
        ("Năm 2025 tỷ lệ hộ nghèo giảm từ 5,2% xuống 3,1%.", []),
        ("Tỷ lệ hộ nghèo đã giảm 2,1%.", []),
    ],
)
def test_rates_to_be_reached_are_goals_and_results_of_a_past_year_are_none(line: str, goals: list[Any]) -> None:
    """A rate by what it is to be, with its bound; what was reached before 2026 is no goal of 2026."""
    part = Part("part", "I", heading="MỤC TIÊU", paragraphs=[Passage(line)])
    mark(draft_of(part))
    told = [value for _, value in sets(part.paragraphs[0], "indicator")]
    assert [(one["kind"], {key: one[key] for key in ("at_least", "at_most") if key in one}) for one in told] == goals


def test_a_part_about_what_was_reached_has_no_goals() -> None:
    """ "Kết quả năm 2025" within "MỤC TIÊU"."""
    clause = Part("clause", "1", heading="Kết quả 2025", paragraphs=[Passage("Tỷ lệ hộ nghèo giảm 2,1 %.")])
    mark(draft_of(Part("part", "I", heading="MỤC TIÊU", parts=[clause])))
    assert sets(clause.paragraphs[0], "indicator") == []
