"""What the words of a draft mean: amounts, documents, deadlines, groups, figures, places."""

from __future__ import annotations

from typing import Any

import pytest

from programme.drafting.cutting import footnote_of
from programme.drafting.marks import mark
from programme.drafting.marks.timing import times
from programme.drafting.shape import Degree, Draft, Grid, Head, Part, Passage
from programme.reading.document import Footnote


def draft_of(*parts: Part, **more: Any) -> Draft:
    """A draft of a commune's plan of one year."""
    head = Head(["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], number="1", symbol="KH-UBND", title_lines=["Giảm nghèo năm 2026"])
    return Draft(head, parts=[*parts], **more)


def in_project(heading: str, *lines: str, code: str = "1") -> Part:
    """A project with one clause."""
    clause = Part("clause", "a", heading=heading, paragraphs=[Passage(line) for line in lines])
    return Part("project", code, f"Dự án {code}:", "Làm nhà", code=code, parts=[clause])


def sets(passage: Passage, key: str) -> list[tuple[str, Any]]:
    """The words and the value of each mark that sets a key."""
    return [(passage.text[one.start : one.end], one.sets[key]) for one in passage.marks if key in one.sets]


def only(*lines: str, heading: str, key: str) -> list[tuple[str, Any]]:
    """The same for the first line of a project's clause."""
    part = in_project(heading, *lines)
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    return sets(part.parts[0].paragraphs[0], key)


def test_a_footnote_cites_and_says_by_when_and_how_much_one_gets() -> None:
    """Its words are one phrase, with the documents, the day and the norm that they name."""
    part = Part("part", "I", heading="NHIỆM VỤ", paragraphs=[Passage("Làm nhà cho hộ nghèo.", notes=("0", "1"))])
    one = "Không quá 60 triệu đồng/căn theo Nghị quyết số 12/NQ-HĐND và Quyết định số 7/QĐ-TTg."
    notes = {"0": Footnote("1", one), "1": Footnote("2", "Xong trước ngày 30/6/2026.")}
    draft = draft_of(part, footnotes=notes)
    mark(draft)
    assert [footnote_of(notes[key], draft.note_marks[key]) for key in notes] == [
        {"mark": "1", "text": one, "cites": [{"document": "nq-12"}, {"document": "qd-7"}], "money": {"norm": True}},
        {
            "mark": "2",
            "text": "Xong trước ngày 30/6/2026.",
            "timing": {"text": "trước ngày 30/6/2026", "end": "2026-06-30"},
        },
    ]


# -- money ------------------------------------------------------------------------


def test_shares_of_sources_are_lines_and_what_they_add_up_to_is_a_total():
    """A sum with its parts: each part has its source, the sum is no line."""
    parts = "ngân sách trung ương 900 triệu đồng, ngân sách xã 250 triệu đồng, huy động 100 triệu đồng."
    text = f"1,25 tỷ đồng, trong đó {parts}"
    assert only(text, heading="Kinh phí:", key="money") == [
        ("1,25 tỷ đồng,", {"total": True}),
        ("trong đó ngân sách trung ương 900 triệu đồng,", {"source": "central"}),
        ("ngân sách xã 250 triệu đồng,", {"source": "commune"}),
        ("huy động 100 triệu đồng.", {"source": "other"}),
    ]


def test_a_row_above_its_parts_is_a_total_where_they_add_up_to_it():
    """ "A" above "1", "2" and the whole below all of it; "B", whose parts are more than it says, is a row as others."""
    rows = [["A", "Đầu tư", "30"], ["1", "Đường", "10"], ["2", "Nước", "20"], ["B", "Sự nghiệp", "6"], ["1", "Bò", "5"],
            ["", "Tổng cộng", "35"]]  # fmt: skip

    def totals() -> list[int]:
        grid = Grid(["TT", "Nội dung", "Số tiền"], rows, unit_line="Đơn vị tính: triệu đồng")
        mark(draft_of(Part("part", "I", heading="KINH PHÍ", tables=[grid])))
        return [at for at, marks in sorted(grid.row_marks.items()) if any("total" in one.sets for one in marks)]

    assert totals() == [0]
    rows[3][2] = "5"
    assert totals() == [0, 3, 5]


def test_a_sum_that_its_parts_do_not_add_up_to_is_asked_about():
    """Nothing is stated as a total that the check would refuse."""
    part = in_project("Kinh phí:", "1.000 triệu đồng, gồm ngân sách tỉnh 700 triệu đồng, ngân sách xã 200 triệu đồng.")
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    assert [one.degree for one in part.parts[0].paragraphs[0].marks] == [Degree.LIKELY, Degree.SURE, Degree.SURE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mức hỗ trợ không quá 20 triệu đồng/hộ.", [("Mức hỗ trợ không quá 20 triệu đồng/hộ.", {"norm": True})]),
        ("Mỗi hộ được 5.000.000 đồng.", [("Mỗi hộ được 5.000.000 đồng.", {"norm": True})]),
        (
            "Kinh phí 711,34 tỷ từ ngân sách trung ương.",
            [("Kinh phí 711,34 tỷ từ ngân sách trung ương.", {"amount": "711,34 tỷ đồng", "source": "central"})],
        ),
        ("Hỗ trợ 200 đồng bào.", []),
    ],
)
def test_norms_short_amounts_and_what_is_none(text: str, found: list[Any]):
    """What one of many gets is a norm; an amount without "đồng" is given as the data reads it."""
    assert only(text, heading="Kinh phí:", key="money") == found


def test_a_table_that_says_the_same_again_restates_it():
    """Amounts of projects that words have too are no lines of their own; a total row is one where it adds up."""
    projects = [
        in_project("Kinh phí:", "Ngân sách tỉnh 300 triệu đồng, ngân sách xã 200 triệu đồng."),
        in_project("Kinh phí:", "Ngân sách tỉnh 250 triệu đồng.", code="2"),
    ]
    rows = [
        ["1", "Dự án 1", "300", "200", "500"],
        ["2", "Dự án 2", "250", "-", "250"],
        ["", "Cộng", "550", "200", "750"],
    ]
    grid = Grid(["TT", "Nội dung", "Tỉnh", "Xã", "Cộng"], rows, unit_line="ĐVT: triệu đồng")
    money = Part("part", "IV", heading="KINH PHÍ", tables=[grid])
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=projects), money))
    assert [one.sets for one in grid.marks] == [{"restates": True}]
    assert {at: marks[0].sets for at, marks in grid.column_marks.items()} == {
        2: {"unit": "million", "money": {"source": "province"}},
        3: {"unit": "million", "money": {"source": "commune"}},
        4: {"unit": "million", "money": {"total": True}},
    }
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        0: {"project": "1"},
        1: {"project": "2"},
        2: {"total": True},
    }


def test_what_each_of_those_spoken_of_is_given_is_a_norm():
    """ "hộ nghèo được hỗ trợ thêm 10 triệu đồng" is no budget; so many households together have one."""
    text = "Hộ nghèo được hỗ trợ thêm 10 triệu đồng; 09 hộ được hỗ trợ 405 triệu đồng."
    assert [value for _, value in only(text, heading="Nội dung:", key="money")] == [{"norm": True}, {}]


# -- documents ----------------------------------------------------------------------


def test_documents_have_kind_number_date_issuer_part_and_subject():
    """The basis: each document once, what it is about quoted; who issues a decree is known by its number."""
    basis = [
        Passage("Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 quy định chính sách trợ giúp xã hội;"),
        Passage("Theo khoản 2 Điều 4 Nghị quyết số 47-NQ/TU ngày 02 tháng 01 năm 2026 của Tỉnh ủy."),
        Passage("(Kèm theo Kế hoạch số 1/KH-UBND ngày 05/02/2026)"),
    ]
    registers = mark(draft_of(basis=basis))
    assert [(one.start, one.sets) for passage in basis for one in passage.marks] == [
        (0, {"cites": [{"document": "nd-20-2021"}]}),
        (49, {"subject_of": "nd-20-2021"}),
        (0, {"cites": [{"document": "nq-47-2026", "part": "khoản 2 Điều 4"}]}),
    ]
    assert registers.documents == {
        "nd-20-2021": {
            "id": "nd-20-2021",
            "kind": "decree",
            "number": "20/2021/NĐ-CP",
            "date": "2021-03-15",
            "issuer": "chinh-phu",
        },
        "nq-47-2026": {
            "id": "nq-47-2026",
            "kind": "resolution",
            "number": "47-NQ/TU",
            "date": "2026-01-02",
            "issuer": "tinh-uy",
        },
    }
    assert registers.agencies["chinh-phu"] == {
        "id": "chinh-phu",
        "name": "Chính phủ",
        "level": "central",
        "names": ["CP"],
    }


# -- time -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("trước ngày 31/3/2026", [{"end": "2026-03-31"}]),
        ("xong trong quý II/2026", [{"start": "2026-04-01", "end": "2026-06-30"}]),
        ("Quý II và quý III/2026", [{"start": "2026-04-01", "end": "2026-09-30"}]),
        ("từ ngày 01/9/2026 đến ngày 31/10/2026", [{"start": "2026-09-01", "end": "2026-10-31"}]),
        ("Từ 01/9 đến 31/10/2026", [{"start": "2026-09-01", "end": "2026-10-31"}]),
        ("6 tháng đầu năm", [{"start": "2026-01-01", "end": "2026-06-30"}]),
        ("trước ngày 25 hằng tháng", [{"every": "month", "day": 25}]),
        ("chậm nhất ngày 20 của tháng cuối quý", [{"every": "quarter", "day": 20}]),
        ("trước ngày 10 tháng 12 hằng năm", [{"every": "year", "day": 10}]),
        ("trước ngày 15 tháng 6 và 15 tháng 12 hằng năm", [{"every": "half", "day": 15}]),
        ("Trước 15/6/2026 và 05/12/2026", [{"end": "2026-06-15"}, {"end": "2026-12-05"}]),
        ("phiên đầu ngày 18/4/2026", [{"end": "2026-04-18"}]),
        ("6 tháng (trước 15/6), 01 năm (trước 15/12)", [{"end": "2026-06-15"}, {"end": "2026-12-15"}]),
        (
            "bắt đầu từ ngày 01/9/2026, kết thúc chậm nhất ngày 14/12/2026",
            [{"start": "2026-09-01", "end": "2026-12-14"}],
        ),
        ("xong trong tháng 9 hằng năm", [{"every": "year"}]),
        ("trước ngày 30/2/2026", [{}]),
        ("ngày 05 tháng 02 năm 2026", []),
    ],
)
def test_when_work_is_to_be_done(text: str, says: list[dict[str, object]]):
    """Deadlines in words, as dates or as what comes again; the date of a document is none."""
    assert [one.says for one in times(text, (2026, 2026))] == says


def test_a_deadline_is_marked_on_its_half_sentence():
    """Two deadlines in a sentence are cut apart; a date outside of the plan's years is none."""
    text = "Phê duyệt trước ngày 31/3/2026; giải ngân hết trước ngày 15/11/2026; số liệu trước ngày 31/12/2025."
    assert only(text, heading="Thời gian:", key="timing") == [
        ("Phê duyệt trước ngày 31/3/2026;", {"text": "trước ngày 31/3/2026", "end": "2026-03-31"}),
        ("giải ngân hết trước ngày 15/11/2026;", {"text": "trước ngày 15/11/2026", "end": "2026-11-15"}),
    ]


# -- groups ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Trẻ em dưới 16 tuổi thuộc hộ nghèo, hộ cận nghèo.",
            [{"who": ["tre-em"], "of": ["ho-ngheo", "ho-can-ngheo"], "age_under": 16}],
        ),
        (
            "Hộ nghèo, hộ mới thoát nghèo trong thời hạn 36 tháng có lao động.",
            [
                {"who": ["ho-ngheo"], "condition": "có lao động"},
                {"who": ["ho-moi-thoat-ngheo"], "condition": "trong thời hạn 36 tháng có lao động"},
            ],
        ),
        (
            "96 hộ chưa có nước sạch, trước hết là hộ nghèo.",
            [{"who": ["ho-chua-co-nuoc-sach"]}, {"who": ["ho-ngheo"], "priority": True}],
        ),
        (
            "Ưu tiên hộ nghèo có thành viên là người khuyết tật nặng.",
            [{"who": ["ho-ngheo-co-thanh-vien-la-nguoi-khuyet-tat-nang"], "priority": True}],
        ),
        (
            "Không hỗ trợ hộ đã được hỗ trợ nhà ở trong vòng 10 năm.",
            [{"who": ["ho-da-duoc-ho-tro-nha-o"], "condition": "trong vòng 10 năm", "excluded": True}],
        ),
        (
            "Người cao tuổi không nơi nương tựa tại thôn Đông.",
            [{"who": ["nguoi-cao-tuoi"], "condition": "không nơi nương tựa", "place": "thon-dong"}],
        ),
        (
            "Làm nhà cho hộ nghèo đang ở nhà tạm, nhà dột nát, chưa được hỗ trợ nhà ở.",
            [{"who": ["ho-ngheo"], "condition": "đang ở nhà tạm, nhà dột nát, chưa được hỗ trợ nhà ở"}],
        ),
        (
            "Hộ có phụ nữ làm chủ hộ; học sinh tốt nghiệp lớp 9 không học tiếp.",
            [
                {"who": ["ho-co-phu-nu-lam-chu-ho"]},
                {"who": ["hoc-sinh"], "condition": "tốt nghiệp lớp 9 không học tiếp"},
            ],
        ),
        (
            "Cấp sữa cho trẻ em bị suy dinh dưỡng; cấp chăn cho người cao tuổi không có lương hưu.",
            [
                {"who": ["tre-em"], "condition": "bị suy dinh dưỡng"},
                {"who": ["nguoi-cao-tuoi"], "condition": "không có lương hưu"},
            ],
        ),
    ],
)
def test_whom_a_project_is_for(text: str, found: list[dict[str, object]]):
    """Who, of which households, under which condition, where, how old, before others, or not at all."""
    got = [one for _, listed in only(text, heading="Đối tượng:", key="for_whom") for one in listed]
    assert got == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hộ làm nghề đánh bắt gần bờ bị chìm tàu được hỗ trợ một lần 30 triệu đồng.",
            [{"who": ["ho-lam-nghe-danh-bat-gan-bo-bi-chim-tau"]}],
        ),
        (
            "Học sinh mồ côi cả cha lẫn mẹ được nhận học bổng; riêng người già neo đơn được tặng quà.",
            [{"who": ["hoc-sinh"], "condition": "mồ côi cả cha lẫn mẹ"}, {"who": ["nguoi-gia-neo-don"]}],
        ),
        (
            "Hộ nghèo vay làm ăn theo nhóm được ưu tiên giải ngân trước.",
            [{"who": ["ho-ngheo"], "condition": "vay làm ăn theo nhóm", "priority": True}],
        ),
        (
            "Người đang nợ quá hạn tại tổ chức tín dụng không thuộc diện được vay.",
            [{"who": ["nguoi-dang-no-qua-han-tai-to-chuc-tin-dung"], "excluded": True}],
        ),
        (
            "Hộ nghèo đang có tranh chấp về đất ở chưa được xét.",
            [{"who": ["ho-ngheo"], "condition": "đang có tranh chấp về đất ở", "excluded": True}],
        ),
        (
            "Mức hỗ trợ 18 triệu đồng/hộ nghèo, 12 triệu đồng/hộ cận nghèo.",
            [{"who": ["ho-ngheo"]}, {"who": ["ho-can-ngheo"]}],
        ),
        (
            "Người từ đủ 65 tuổi đến dưới 75 tuổi chưa có thẻ được hỗ trợ 50% mức đóng.",
            [
                {
                    "who": ["nguoi-tu-du-65-tuoi-den-duoi-75-tuoi"],
                    "condition": "chưa có thẻ",
                    "age_from": 65,
                    "age_under": 75,
                }
            ],
        ),
        (
            "Không chi trả từ nguồn này cho người đã được doanh nghiệp tổ chức khám.",
            [{"who": ["nguoi-da-duoc-doanh-nghiep-to-chuc-kham"], "excluded": True}],
        ),
        (
            "Không hỗ trợ các trường hợp sau: hộ đã bán nhà; người đang chấp hành án phạt tù.",
            [
                {"who": ["ho-da-ban-nha"], "excluded": True},
                {"who": ["nguoi-dang-chap-hanh-an-phat-tu"], "excluded": True},
            ],
        ),
        ("Cấp giống lúa cho các hộ trồng lúa bị ngập.", [{"who": ["ho-trong-lua-bi-ngap"]}]),
        ("Đối với hộ bị thu hồi đất sản xuất, hỗ trợ học nghề.", [{"who": ["ho-bi-thu-hoi-dat-san-xuat"]}]),
    ],
)
def test_whom_a_sentence_entitles(text: str, found: list[dict[str, object]]):
    """Whoever stands before "được hỗ trợ", "không được xét", behind "đối với" or "/", however told."""
    assert [one for _, listed in only(text, heading="Nội dung:", key="for_whom") for one in listed] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Hộ nghèo được Chủ tịch UBND xã công nhận, đang thường trú tại xã; học sinh là con của hộ nghèo.",
            [
                {"who": ["ho-ngheo"], "condition": "được Chủ tịch UBND xã công nhận, đang thường trú tại xã"},
                {"who": ["hoc-sinh"], "of": ["ho-ngheo"]},
            ],
        ),
        (
            "Hộ nghèo có tên trong danh sách hộ nghèo, hộ cận nghèo tối thiểu 03 năm.",
            [{"who": ["ho-ngheo"], "condition": "có tên trong danh sách hộ nghèo, hộ cận nghèo tối thiểu 03 năm"}],
        ),
        (
            "Ưu tiên hộ vừa bị thiên tai, hộ tự viết đơn xin thoát nghèo, trừ hộ bảo trợ xã hội.",
            [
                {"who": ["ho-vua-bi-thien-tai"], "priority": True},
                {"who": ["ho-tu-viet-don-xin-thoat-ngheo"], "priority": True},
                {"who": ["ho-bao-tro-xa-hoi"], "excluded": True},
            ],
        ),
        (
            "Là hộ nghèo, có đất ở, chưa được hỗ trợ nhà ở.",
            [{"who": ["ho-ngheo"], "condition": "có đất ở, chưa được hỗ trợ nhà ở"}],
        ),
    ],
)
def test_beneficiaries_in_words_of_their_own(text: str, found: list[dict[str, object]]):
    """In a list of beneficiaries a clause tells who is meant, and what is demanded of them."""
    assert [one for _, listed in only(text, heading="Đối tượng:", key="for_whom") for one in listed] == found


def test_a_line_that_excludes_leads_the_lines_below_it():
    """ "Không hỗ trợ các trường hợp sau:" holds for each of its items."""
    items = [Passage("Hộ đã bán nhà được cấp;"), Passage("Người đang chấp hành án phạt tù.")]
    clause = Part(
        "clause", "2", "", "Nguyên tắc", paragraphs=[Passage("Không hỗ trợ các trường hợp sau:")], items=items
    )
    mark(draft_of(Part("part", "II", heading="NỘI DUNG", parts=[clause])))
    assert [value for one in items for _, value in sets(one, "for_whom")] == [
        [{"who": ["ho-da-ban-nha"], "excluded": True}],
        [{"who": ["nguoi-dang-chap-hanh-an-phat-tu"], "excluded": True}],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giảm tỷ lệ hộ nghèo; rà soát hộ nghèo, hộ cận nghèo.",
        "Vận động Quỹ “Vì người nghèo”; nâng cao nhận thức của người dân.",
        "Số hộ nghèo cuối năm còn 184 hộ.",
        "Người đứng đầu đơn vị được giao chủ trì chịu trách nhiệm về tiến độ.",
        "Dự án được phê duyệt, người dân được thông báo công khai.",
        "Mức vay tối đa 100 triệu đồng/người lao động; giúp 21 hộ thoát nghèo.",
    ],
)
def test_who_is_only_spoken_of_is_no_target(text: str):
    """Rates, reviews, slogans: nobody is given anything."""
    assert only(text, heading="Nội dung:", key="for_whom") == []


def test_a_share_that_is_to_be_served_is_asked_about():
    """ "100% hộ nghèo được …" is a figure to be reached, and perhaps says whom the plan is for."""
    goal = Part("clause", "2", heading="Chỉ tiêu", paragraphs=[Passage("100% hộ nghèo được tư vấn việc làm.")])
    mark(draft_of(Part("part", "II", heading="MỤC TIÊU", parts=[goal])))
    found = {one.kind: one.degree for one in goal.paragraphs[0].marks}
    assert found == {"for_whom": Degree.LIKELY, "indicator": Degree.SURE}


# -- figures, places, short forms ---------------------------------------------------------


def test_figures_to_be_reached_have_one_number_each():
    """A reduction and a rate from one level to another, each a phrase of its own; the place of one is kept."""
    text = "Giảm 54 hộ nghèo, đưa tỷ lệ hộ nghèo từ 9,96% xuống còn 7,03%; riêng thôn Đông giảm ít nhất 03 hộ nghèo."
    goal = Part("clause", "2", heading="Chỉ tiêu", paragraphs=[Passage(text)])
    mark(draft_of(Part("part", "II", heading="MỤC TIÊU", parts=[goal])))
    found = [(words, one["kind"], one.get("place", "")) for words, one in sets(goal.paragraphs[0], "indicator")]
    assert found == [
        ("Giảm 54 hộ nghèo,", "reduction", ""),
        ("đưa tỷ lệ hộ nghèo từ 9,96% xuống còn 7,03%;", "from_to", ""),
        ("riêng thôn Đông giảm ít nhất 03 hộ nghèo.", "reduction", "thon-dong"),
    ]


def test_villages_of_a_table_are_places_of_the_commune():
    """Names in a column of villages are villages, and each row is about its own; a total is none."""
    grid = Grid(["TT", "Thôn", "Số hộ"], [["1", "Đồng Chè", "12"], ["2", "Khe Hạ", "8"], ["", "Cộng", "20"]])
    registers = mark(draft_of(Part("part", "II", heading="CHỈ TIÊU", tables=[grid])))
    assert {id: record["name"] for id, record in registers.places.items()} == {
        "an-binh": "xã An Bình",
        "thon-dong-che": "thôn Đồng Chè",
        "thon-khe-ha": "thôn Khe Hạ",
    }
    assert {at: marks[0].sets for at, marks in grid.row_marks.items()} == {
        0: {"place": "thon-dong-che"},
        1: {"place": "thon-khe-ha"},
        2: {"total": True},
    }


def test_short_forms_that_the_plan_explains():
    """In brackets behind the words, or by the name of a body."""
    lines = [Passage("Hộ đồng bào dân tộc thiểu số (DTTS)."), Passage("Tờ trình của Phòng Văn hóa - Xã hội (PVHXH).")]
    registers = mark(draft_of(Part("part", "II", heading="NỘI DUNG", paragraphs=lines)))
    assert {short: one["full"] for short, one in registers.abbreviations.items()} == {
        "DTTS": "dân tộc thiểu số",
        "PVHXH": "Phòng Văn hóa - Xã hội",
    }


def test_clauses_of_a_project_say_what_they_are_about():
    """By their headings, in whatever words; a clause outside of projects has no kind."""
    headings = [
        "Mục tiêu:",
        "Đối tượng:",
        "Nội dung hỗ trợ:",
        "Kinh phí thực hiện:",
        "Phân công thực hiện:",
        "Định mức:",
    ]
    clauses = [Part("clause", str(at), heading=one) for at, one in enumerate(headings)]
    project = Part("project", "1", "Dự án 1:", "Làm nhà", code="1", parts=clauses)
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[project])))
    kinds = ["objective", "beneficiaries", "content", "budget", "assignment", "norm"]
    assert [one.marks[0].sets["kind"] for one in clauses] == kinds


def test_a_share_of_households_is_no_amount():
    """ "năm 2026 tỷ lệ hộ nghèo" is not 2026 billion."""
    assert only("Đến cuối năm 2026 tỷ lệ hộ nghèo còn 4,2%.", heading="Kinh phí:", key="money") == []


def test_a_time_that_tells_a_group_is_no_deadline():
    """ "trong thời hạn 36 tháng" says which households are meant."""
    (part,) = [in_project("Đối tượng:", "Hộ mới thoát nghèo (trong thời hạn 36 tháng).")]
    mark(draft_of(Part("part", "III", heading="DỰ ÁN", parts=[part])))
    passage = part.parts[0].paragraphs[0]
    assert (sets(passage, "timing"), [value for _, value in sets(passage, "for_whom")]) == (
        [],
        [[{"who": ["ho-moi-thoat-ngheo"], "condition": "trong thời hạn 36 tháng"}]],
    )


def test_conditions_that_follow_each_other_are_one():
    """A second condition behind a comma belongs to the first."""
    line = "Hỗ trợ 35 hộ nghèo có nhà ở hư hỏng nặng, chưa được hỗ trợ từ chương trình khác; mức 60 triệu đồng/căn."
    ((_, value),) = only(line, heading="Nội dung:", key="for_whom")
    assert value == [{"who": ["ho-ngheo"], "condition": "có nhà ở hư hỏng nặng, chưa được hỗ trợ từ chương trình khác"}]


def test_groups_told_by_nouns_that_no_list_has():
    """Right behind what is given, and in the list it leads, whoever is named is a group."""
    line = "Chi trả dịch vụ môi trường rừng cho các chủ rừng, tổ bảo vệ rừng."
    found = only(line, heading="Nội dung", key="for_whom")
    assert [value for _, value in found] == [[{"who": ["chu-rung"]}], [{"who": ["to-bao-ve-rung"]}]]


def test_who_benefits_is_a_list_of_groups():
    """ "Người hưởng lợi" heads a list of groups as "Đối tượng" does."""
    found = only("Học sinh bán trú, trẻ mẫu giáo.", heading="Người hưởng lợi", key="for_whom")
    assert [value for _, value in found] == [[{"who": ["hoc-sinh-ban-tru", "tre-mau-giao"]}]]
