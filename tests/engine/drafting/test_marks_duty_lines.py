"""Who leads a line of work and who stands beside: verbs, brackets, labels, lists; goals, headings without numbers."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan, said

from programme.drafting.shape import Degree, Part, Passage


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


def test_heads_of_bodies_that_share_their_first_words_bear_together():
    """ "Giám đốc các Sở: Tài chính, Y tế" are two, among others before one verb."""
    line = "Chánh Văn phòng UBND xã; Giám đốc các Sở: Tài chính, Y tế; Trưởng các thôn chịu trách nhiệm thi hành."
    (one,), _ = marked(plan(assigned("Thi hành", line)))
    assert one.marks[-1].sets == {
        "bearers": ["chanh-van-phong", "giam-doc-so-tai-chinh", "giam-doc-so-y-te", "cac-thon"]
    }


@pytest.mark.parametrize(
    ("line", "beside", "asked"),
    [
        (
            "Phối hợp với Ủy ban MTTQ xã và các tổ chức thành viên, Công an xã, cùng các thôn tuyên truyền.",
            ["mttq", "cong-an", "cac-thon"],
            ["cac-to-chuc-thanh-vien"],
        ),
        (
            "Phối hợp với các chi hội nông dân thôn, Trạm Y tế xã vận động hội viên.",
            ["cac-chi-hoi", "tram-y-te"],
            [],
        ),
        ("Phối hợp với Công an, Quân sự, các đoàn thể xã tổ chức ra quân.", ["cong-an", "cac-doan-the"], ["qs"]),
        ("Phối hợp với: Công an xã; Trạm Y tế; các thôn rà soát.", ["cong-an", "tram-y-te", "cac-thon"], []),
        ("Vận động đoàn viên, hội viên tham gia các mô hình.", [], []),
    ],
)
def test_a_list_of_those_beside_goes_on_over_what_no_grammar_knows(line: str, beside: list[str], asked: list[str]):
    """Unknown names, and words that say more of a name, end no list; unknown ones are asked about."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    told = [(mark.degree, id) for mark in one.marks for id in mark.sets.get("with", ())]
    assert [id for degree, id in told if degree is Degree.SURE] == beside
    assert [id for degree, id in told if degree is not Degree.SURE] == asked


def test_a_heading_without_a_number_bears_what_stands_under_it():
    """Its words are the label of its part; a body in brackets says more of it and bears nothing."""
    below = Part("clause", "phong-kinh-te", "Phòng Kinh tế (Thường trực BCĐ xã)", items=[Passage("Lập dự toán.")])
    (one,), registers = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", parts=[below])))
    assert said(one) == [("Lập dự toán.", {"roles": ["plan"]}), ("*", {"bearers": ["phong-kinh-te"]})]
    assert [*registers.agencies] == ["phong-kinh-te"]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Đầu mối tham mưu UBND xã.", [["advise"]]),
        ("Là cơ quan đầu mối tham mưu UBND xã.", [["lead"]]),
        ("Đầu mối triển khai Đề án.", [["lead"]]),
        ("Sau mỗi đợt giám sát báo cáo Chủ tịch UBND xã.", [["report"]]),
        ("Làm nòng cốt thực hiện Đề án.", [["lead"]]),
        ("Hàng tháng tổng hợp kết quả của các ấp, các ngành, báo cáo UBND xã.", [["report"]]),
        ("Phối hợp cùng Công an xã rà soát nguồn vốn, tham mưu điều chỉnh.", [["coordinate"], ["advise"]]),
        ("Phối hợp cùng Công an xã rà soát, tham mưu điều chỉnh.", [["coordinate"]]),
    ],
)
def test_the_verb_of_a_duty_is_found(line: str, roles: list[list[str]]):
    """Who is the point of contact leads, but for advice; to sum up at set times before a report is one work with it."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert [mark.sets["roles"] for mark in one.marks if "roles" in mark.sets] == roles


def test_an_office_before_a_colon_bears_what_follows():
    """ "Đ/c Phó Trưởng Ban: thay mặt ..." where work is given out, whatever the verb."""
    line = "Đ/c Phó Trưởng Ban Thường trực: thay mặt Trưởng Ban giải quyết công việc; trực tiếp theo dõi tiêu chí."
    part = Part("part", "V", heading="PHÂN CÔNG TRÁCH NHIỆM", paragraphs=[Passage(line)])
    (one,), registers = marked(plan(part))
    assert [*registers.agencies] == ["pho-truong-ban-tt"]
    assert said(one)[-1] == ("*", {"bearers": ["pho-truong-ban-tt"]})


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        ("Hội Phụ nữ tổ chức 12 buổi, các thôn chuẩn bị địa điểm.", [["hoi-phu-nu"], ["cac-thon"]]),
        ("Trạm Y tế hướng dẫn Hội Phụ nữ, các thôn chuẩn bị địa điểm.", [["tram-y-te"]]),
        ("Hội Phụ nữ tổ chức 12 buổi. Chi phí 12 triệu đồng.", [["hoi-phu-nu"]]),
    ],
)
def test_another_body_with_its_verb_behind_a_comma_has_a_duty_of_its_own(line: str, bearers: list[list[str]]):
    """Where it is not among those whom the first one helps or asks; "Chi phí" is no verb."""
    part = Part("part", "II", heading="HOẠT ĐỘNG", paragraphs=[Passage(line)])
    (one,), _ = marked(plan(part))
    assert [mark.sets["bearers"] for mark in one.marks if "bearers" in mark.sets] == bearers


@pytest.mark.parametrize(
    ("line", "said_of"),
    [
        (
            "Chịu trách nhiệm: Phòng Kinh tế; cùng thực hiện: Công an xã, Trạm Y tế xã.",
            {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["cong-an", "tram-y-te"]},
        ),
        (
            "Mở 06 lớp dạy nghề (chủ trì: Phòng Kinh tế; phối hợp: Công an xã).",
            {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["cong-an"]},
        ),
        (
            "Mở 06 lớp dạy nghề (Phòng Kinh tế chủ trì; các trường cao đẳng, trung cấp phối hợp).",
            {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["truong-cao-dang-trung-cap"]},
        ),
        (
            "Thành lập Tổ công tác (Văn phòng HĐND và UBND xã tham mưu).",
            {"roles": ["advise"], "bearers": ["van-phong-hdnd-ubnd-xa"]},
        ),
        (
            "Tập huấn cho 60 hộ - Phòng Kinh tế chủ trì, phối hợp với Công an xã.",
            {"roles": ["lead"], "bearers": ["phong-kinh-te"], "with": ["cong-an"]},
        ),
        ("Tặng quà dịp Tết do Trạm Y tế xã phụ trách.", {"roles": ["lead"], "bearers": ["tram-y-te"]}),
    ],
)
def test_who_leads_may_be_told_behind_the_work(line: str, said_of: dict[str, object]):
    """By a label of answering for it, in brackets, or at the end of the sentence."""
    (one,), _ = marked(plan(in_goals(line)))
    assert {key: value for mark in one.marks for key, value in mark.sets.items()} == said_of


def under_work(*lines: str) -> Part:
    """A part that gives out work in lines that name their bearers themselves."""
    return Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", paragraphs=[Passage(line) for line in lines])


def test_a_line_that_says_that_bodies_have_work_leads_its_list():
    """ "- Công an xã có trách nhiệm:" stands over dashes of its own."""
    items = [Passage("Phòng Kinh tế có trách nhiệm:", label="-"), Passage("Lập hồ sơ.", label="+")]
    part = Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=items)
    (lead, below), _ = marked(plan(part))
    assert said(lead) == []
    assert said(below) == [("Lập hồ sơ.", {"roles": ["implement"]}), ("*", {"bearers": ["phong-kinh-te"]})]


def test_a_line_that_only_leads_in_gives_no_work():
    """ "UBND xã phân công như sau:" """
    (one,), _ = marked(plan(under_work("Ủy ban nhân dân xã phân công như sau:")))
    assert said(one) == []


def test_what_a_body_is_and_what_it_has_to_do_are_two_duties():
    """Behind "là cơ quan tham mưu", ", có trách nhiệm …"; whoever leads a meeting stands behind "do"."""
    (one, two), _ = marked(
        plan(
            under_work(
                "Phòng Kinh tế là cơ quan tham mưu chính, có trách nhiệm xây dựng kế hoạch từng năm.",
                "Công an xã thay mặt Chủ tịch UBND xã kiểm tra các thôn.",
            )
        )
    )
    assert [(words, sets.get("roles")) for words, sets in said(one)] == [
        ("Phòng Kinh tế là cơ quan tham mưu chính,", ["advise"]),
        ("có trách nhiệm xây dựng kế hoạch từng năm.", ["plan"]),
        ("*", None),
    ]
    assert said(two)[0] == ("Công an xã thay mặt Chủ tịch UBND xã kiểm tra các thôn.", {"roles": ["monitor"]})
    (three,), _ = marked(
        plan(under_work("Phòng Kinh tế họp hai lần, do Công an xã chủ trì, các cơ quan liên quan cùng dự."))
    )
    led = {"roles": ["lead"], "bearers": ["cong-an"], "with": ["cac-co-quan-lien-quan"]}
    assert [sets for _, sets in said(three)][-1] == led


@pytest.mark.parametrize(
    ("line", "roles", "bearers"),
    [
        ("Phòng Kinh tế chịu trách nhiệm theo dõi, đôn đốc các thôn.", ["monitor"], ["phong-kinh-te"]),
        ("Hội Nông dân/Hội Phụ nữ: vận động hội viên.", ["mobilise"], ["hoi-nong-dan", "hoi-phu-nu"]),
        (
            "Chánh Văn phòng, Trưởng Công an xã chịu trách nhiệm thi hành.",
            ["implement"],
            ["chanh-van-phong", "truong-cong-an"],
        ),
        (
            "Trạm trưởng Trạm Y tế phối hợp tuyên truyền.",
            ["coordinate"],
            ["tram-truong-tram-y-te"],
        ),
        ("Bộ phận tham mưu: Phòng Kinh tế.", ["advise"], ["phong-kinh-te"]),
    ],
)
def test_whoever_answers_does_what_the_next_verb_says(line: str, roles: list[str], bearers: list[str]):
    """ "chịu trách nhiệm theo dõi" is to watch; offices and bodies beside a stroke are several."""
    (one,), _ = marked(plan(under_work(line)))
    assert {key: value for mark in one.marks for key, value in mark.sets.items()} == {
        "roles": roles,
        "bearers": bearers,
    }


def test_what_a_duty_is_about_stands_before_it():
    """ "Về giảm nghèo: rà soát": the verb stands behind the colon."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", "Về giảm nghèo: rà soát hộ nghèo hằng năm.")))
    assert said(one)[0] == ("Về giảm nghèo: rà soát hộ nghèo hằng năm.", {"roles": ["review"]})


def test_who_holds_an_office_below_a_heading_bears_what_stands_there():
    """ "Đồng chí Trưởng Ban:" below "Thành viên Ban Chỉ đạo:"."""
    below = Part("clause", "a", heading="Đồng chí Trưởng Ban:", paragraphs=[Passage("Chỉ đạo chung.")])
    members = Part("clause", "1", heading="Thành viên Ban Chỉ đạo:", parts=[below])
    (one,), _ = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", parts=[members])))
    assert [sets.get("bearers") for _, sets in said(one)] == [None, ["truong-ban"]]


def test_whoever_comes_for_a_body_is_that_body():
    """ "có sự tham gia của đại diện Công an xã"."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", "Rà soát hộ nghèo, có sự tham gia của đại diện Công an xã.")))
    assert said(one)[0][1] == {"roles": ["review"], "with": ["cong-an"]}


def test_what_somebody_else_guides_by_is_no_duty():
    """ "theo quy định và hướng dẫn của Sở Y tế"."""
    line = "Tổ chức triển khai các nội dung được giao theo quy định và hướng dẫn của Sở Y tế."
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert [sets.get("roles") for _, sets in said(one)] == [["implement"], None]
