"""Who begins a sentence by a post or as a party, what is given on to others, and who stands in lists without a name."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan, unassigned

from programme.drafting.shape import Degree, Part, Passage


def given(*lines: str, **where: str) -> list[list[tuple]]:
    """(roles, bearers, degree) of each duty of lines that stand where no work is given out by name."""
    return [duties(one) for one in unassigned(*lines, **where)]


def duties(passage: Passage) -> list[tuple]:
    """(roles, bearers, degree) of each duty of a passage; those of the whole passage bear each."""
    whole = next((one.sets["bearers"] for one in passage.marks if one.whole), [])
    return [
        (one.sets["roles"], one.sets.get("bearers", whole), one.degree) for one in passage.marks if "roles" in one.sets
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Hiệu trưởng các trường phổ thông rà soát, lập danh sách học sinh bỏ học.",
            [(["review"], ["hieu-truong-cac-truong-pho-thong"], Degree.SURE)],
        ),
        (
            "Trường phổ thông dân tộc nội trú, bán trú tổ chức tốt ăn, ở; lồng ghép văn hóa cồng chiêng.",
            [
                (["implement"], ["truong-pho-thong-dan-toc-noi-tru-ban-tru"], Degree.SURE),
                (["implement"], ["truong-pho-thong-dan-toc-noi-tru-ban-tru"], Degree.SURE),
            ],
        ),
        (
            "Giáo viên chủ nhiệm điểm danh từng buổi; báo cáo hiệu trưởng các trường hợp nghỉ từ 03 buổi trở lên.",
            [
                (["implement"], ["giao-vien-chu-nhiem"], Degree.LIKELY),
                (["report"], ["giao-vien-chu-nhiem"], Degree.LIKELY),
            ],
        ),
        ("Cán bộ địa chính xã đo đạc cho từng hộ.", [(["implement"], ["can-bo-dia-chinh"], Degree.LIKELY)]),
        ("Chủ nhiệm câu lạc bộ lập danh sách.", [(["implement"], ["chu-nhiem-cau-lac-bo"], Degree.LIKELY)]),
        ("Tổ vận động đến từng nhà ít nhất 02 lần.", [(["implement"], ["to-van-dong"], Degree.LIKELY)]),
        (
            "Ban quản trị hợp tác xã mở sổ theo dõi, báo cáo UBND xã trước ngày 20 hằng tháng.",
            [
                (["implement"], ["ban-quan-tri-hop-tac-xa"], Degree.LIKELY),
                (["report"], ["ban-quan-tri-hop-tac-xa"], Degree.LIKELY),
            ],
        ),
        (
            "Nhân viên bưu điện chi trả trợ cấp tại nhà cho người cao tuổi.",
            [(["implement"], ["nhan-vien-buu-dien"], Degree.LIKELY)],
        ),
        (
            "Đoàn kiểm tra liên ngành kiểm tra đột xuất các cơ sở.",
            [(["monitor"], ["doan-kiem-tra-lien-nganh"], Degree.LIKELY)],
        ),
        ("Nhà trường thông báo mức hỗ trợ tại bảng tin.", [(["implement"], ["nha-truong"], Degree.SURE)]),
        (
            "Chi hội trưởng phụ nữ thôn lập sổ theo dõi.",
            [(["implement"], ["chi-hoi-truong-phu-nu-thon"], Degree.LIKELY)],
        ),
        ("Mỗi đảng viên nhận giúp 01 hộ nghèo.", [(["implement"], ["moi-dang-vien"], Degree.LIKELY)]),
        ("Lãnh đạo UBND xã trực tiếp phụ trách từng thôn.", [(["lead"], ["lanh-dao"], Degree.SURE)]),
        ("Bí thư Đoàn xã chịu trách nhiệm huy động thanh niên.", [(["implement"], ["bi-thu-doan"], Degree.SURE)]),
        (
            "Trạm Y tế cùng nhân viên y tế thôn, cộng tác viên dân số lập danh sách.",
            [(["implement"], ["tram-y-te", "nhan-vien-y-te-thon", "cong-tac-vien-dan-so"], Degree.SURE)],
        ),
        (
            "Nội dung này giao Phòng Kinh tế tham mưu, các thôn phối hợp thực hiện.",
            [(["advise"], ["phong-kinh-te"], Degree.LIKELY)],
        ),
        (
            "Từ ngày 01/3 đến 15/4/2026: các thôn rà soát; từ 16/4 đến 30/4/2026: Phòng Kinh tế thẩm định.",
            [(["review"], ["cac-thon"], Degree.SURE), (["approve"], ["phong-kinh-te"], Degree.SURE)],
        ),
        ("Tổ hợp tác được hỗ trợ 50 triệu đồng.", []),
        ("Đội ngũ cán bộ được kiện toàn.", []),
        ("Cán bộ, công chức được tập huấn 02 ngày.", []),
        ("Tổ công tác gồm 05 người.", []),
        ("Nhóm hộ nuôi bò góp vốn đối ứng 20%.", []),
    ],
)
def test_a_post_or_a_party_that_begins_a_sentence_bears_it(line: str, found: list[tuple]) -> None:
    """By its noun and the verb behind, asked about where nobody knows the name; who is given something does not."""
    assert given(line) == [found]


def test_a_post_does_not_do_what_stands_in_its_goals() -> None:
    """Where goals are told, nobody is given work."""
    assert given("Cán bộ địa chính xã đo đạc cho từng hộ.", heading="Mục tiêu cụ thể") == [[]]


def test_what_follows_a_task_given_on_is_the_giver_s_own_again() -> None:
    """ "…; giao Phòng B làm đầu mối; thành lập tổ"; who reports to the giver, or was ordered first, goes on."""
    passages, _ = marked(
        plan(
            assigned(
                "Đề nghị UBND các xã",
                "Chỉ đạo các trường; giao Phòng Nội vụ làm đầu mối; thành lập tổ vận động.",
                "Chỉ đạo các trường; giao Phòng Nội vụ làm đầu mối; tổng hợp, báo cáo UBND các xã.",
            ),
            Part(
                "part",
                "VI",
                heading="TỔ CHỨC THỰC HIỆN",
                items=[Passage("Giao Phòng Y tế chủ trì; giao Phòng Nội vụ đôn đốc; báo cáo UBND huyện kết quả.")],
            ),
            level="HUYỆN",
        )
    )
    assert [[bearers for _, bearers, _ in duties(one)] for one in passages] == [
        [["ubnd-cac-xa"], ["phong-noi-vu"], ["ubnd-cac-xa"]],
        [["ubnd-cac-xa"], ["phong-noi-vu"], ["phong-noi-vu"]],
        [["phong-y-te"], ["phong-noi-vu"], ["phong-noi-vu"]],
    ]


def test_who_is_told_to_work_is_directed() -> None:
    """ "Phân công cán bộ" is to direct, "kiểm tra lại" to review, "cử cán bộ" to carry out."""
    lines = ("Phân công cán bộ bám địa bàn.", "Kiểm tra lại kết quả.", "Cử cán bộ theo dõi.")
    passages, _ = marked(plan(assigned("Công an xã", *lines)))
    assert [roles for one in passages for roles, _, _ in duties(one)] == [["direct"], ["review"], ["implement"]]


@pytest.mark.parametrize(
    ("line", "partners"),
    [
        ("Phối hợp với Trạm Y tế, thôn, buôn nắm tình hình.", ["tram-y-te", "thon", "buon"]),
        ("Phối hợp với Công an xã, thôn, xóm và gia đình quản lý người nghiện.", ["cong-an", "thon", "xom"]),
        ("Phối hợp với Hội Nông dân, làng nghề mở lớp.", ["hoi-nong-dan"]),
        ("Phối hợp cùng các đơn vị: Hội Nông dân, Hội Phụ nữ tổ chức 04 lớp.", ["hoi-nong-dan", "hoi-phu-nu"]),
        ("Phối hợp với các đoàn thể gồm Hội Nông dân, Hội Phụ nữ vận động.", ["hoi-nong-dan", "hoi-phu-nu"]),
        ("Phối hợp với các đơn vị rà soát.", ["cac-don-vi"]),
    ],
)  # fmt: skip
def test_partners_without_a_name_and_those_that_a_collective_means(line: str, partners: list[str]) -> None:
    """A bare village in a list is a partner; of "các đơn vị: A, B" those named are."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", line)))
    assert [mark.sets["with"] for mark in one.marks if "roles" in mark.sets] == [partners]


def test_communes_at_the_head_of_a_sentence_bear_it() -> None:
    """Alone, and in a list behind bodies; elsewhere they are places."""
    lines = (
        "Các xã tổ chức rà soát.",
        "Đề nghị các phòng, ban, ngành và các xã báo cáo về Phòng Dân tộc.",
        "Phòng Dân tộc kiểm tra các xã.",
    )
    part = Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line) for line in lines])
    passages, _ = marked(plan(part, level="HUYỆN"))
    assert [bearers for one in passages for _, bearers, _ in duties(one)] == [
        ["cac-xa"],
        ["cac-phong-ban-nganh", "cac-xa"],
        ["phong-dan-toc"],
    ]


def test_whom_a_decision_binds_with_people_at_the_end_of_the_list() -> None:
    """ "…; Trưởng các thôn; các hộ có tên trong danh sách chịu trách nhiệm thi hành": the bodies bear it."""
    line = "Thủ trưởng các cơ quan, đơn vị; Trưởng các thôn; các hộ có tên trong danh sách chịu trách nhiệm thi hành."
    passages, _ = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line)])))
    assert duties(passages[0]) == [(["implement"], ["thu-truong-cac-co-quan-don-vi", "cac-thon"], Degree.SURE)]


def test_a_credit_fund_s_office_is_one_name() -> None:
    """ "Phòng Giao dịch Ngân hàng Chính sách xã hội", with a large letter or a small one."""
    for name in ("Phòng Giao dịch Ngân hàng Chính sách xã hội", "Phòng giao dịch Ngân hàng Chính sách xã hội"):
        assert given(f"{name} huyện giải ngân vốn vay.", level="HUYỆN") == [
            [(["implement"], ["phong-giao-dich-nhcsxh"], Degree.SURE)]
        ]


def test_what_a_body_has_to_do_behind_a_colon_and_when_before_its_verb() -> None:
    """ "Phòng A có nhiệm vụ: …" bears each half-sentence; a day right before a verb leaves no doubt of it."""
    lines = (
        "Phòng Nội vụ có nhiệm vụ: rà soát hộ nghèo; theo dõi bảo hiểm y tế.",
        "Hội Nông dân có trách nhiệm sau: Vận động hội viên.",
    )
    part = Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", items=[Passage(line) for line in lines])
    passages, _ = marked(plan(part))
    assert [duties(one) for one in passages] == [
        [(["review"], ["phong-noi-vu"], Degree.SURE), (["monitor"], ["phong-noi-vu"], Degree.SURE)],
        [(["mobilise"], ["hoi-nong-dan"], Degree.SURE)],
    ]
    (one,), _ = marked(
        plan(assigned("Phòng Kinh tế", "Trước 31/3/2026 hoàn thành việc lựa chọn hộ; quý II cấp giống."))
    )
    assert [(roles, degree) for roles, _, degree in duties(one)] == [(["implement"], Degree.SURE)] * 2
    assert [mark.sets["timing"]["end"] for mark in one.marks if "timing" in mark.sets] == ["2026-03-31", "2026-06-30"]


def test_a_bare_day_behind_done_is_a_deadline() -> None:
    """ "hoàn thành 30/11/2026", "xong: 15/4/2026"; a day of a paper is none."""
    (one,), _ = marked(plan(assigned("Phòng Kinh tế", "Khởi công, hoàn thành 30/11/2026; lập hồ sơ xong: 15/4/2026.")))
    assert [mark.sets["timing"]["end"] for mark in one.marks if "timing" in mark.sets] == ["2026-11-30", "2026-04-15"]
