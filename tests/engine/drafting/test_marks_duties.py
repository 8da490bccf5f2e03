"""Who does what: the import reads bearers, roles, partners and reports from sentences that give work."""

from __future__ import annotations

from drafting_duties import assigned, marked, plan, said

from programme.drafting.marks import mark
from programme.drafting.shape import Degree, Part, Passage


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


def test_who_receives_the_plan_and_for_what():
    """The list "Nơi nhận" names bodies, short forms too, and a purpose in brackets."""
    draft = plan(assigned("Phòng Kinh tế", "Chủ trì."))
    draft.recipients = [Passage("Sở Nông nghiệp và Môi trường (b/c);"), Passage("Lưu: VT, KT."), Passage("Lưu VT.")]
    mark(draft)
    assert [one.marks[0].sets for one in draft.recipients] == [
        {"recipients": ["so-nong-nghiep-va-moi-truong"], "purpose": "report"},
        {"recipients": ["van-thu", "phong-kinh-te"], "purpose": "file"},
        {"recipients": ["van-thu"], "purpose": "file"},
    ]


def test_several_bodies_of_one_line_have_each_their_part():
    """A label before the first body, a body behind a comma with its own verb, a half-sentence of time only."""
    line = "Phân công: Phòng Kinh tế làm chủ đầu tư, các thôn giám sát; hoàn thành trước ngày 30/6/2026."
    (one,), _ = marked(plan(assigned("Ủy ban nhân dân xã", line)))
    assert [mark.sets for mark in one.marks if mark.kind == "role"] == [
        {"roles": ["implement"], "bearers": ["phong-kinh-te"]},
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


def test_a_body_with_a_verb_unheard_of_is_asked_about():
    """Where work is given out, what stands behind a body is likely what it does."""
    line = "Các thôn bầu 01 hộ làm điểm."
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", items=[Passage(line)])))
    assert [(mark.sets, mark.degree) for mark in one.marks] == [
        ({"roles": ["implement"], "bearers": ["cac-thon"]}, Degree.LIKELY)
    ]


def test_duties_may_be_counted_within_a_sentence():
    """ "a) …; b) …" are the duties of the body before them."""
    line = "Sở Y tế: a) hướng dẫn chuyên môn; b) kiểm tra các trạm."
    (one,), _ = marked(plan(Part("part", "V", heading="PHÂN CÔNG", items=[Passage(line)])))
    assert [mark.sets for mark in one.marks] == [{"roles": ["guide"]}, {"roles": ["monitor"]}, {"bearers": ["so-y-te"]}]
