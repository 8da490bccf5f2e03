"""Work given out inside other words: behind what a text is about, to a list of bodies, beside other duties."""

from __future__ import annotations

from drafting_duties import assigned, marked, plan

from programme.drafting.marks.bodies.bodies import Bodies
from programme.drafting.shape import Part, Passage

Roles = list[tuple[list[str], list[str], list[str]]]


def roles_of(passage: Passage) -> Roles:
    """Roles, bearers and partners of each duty of a passage."""
    whole = next((one.sets["bearers"] for one in passage.marks if one.whole and "bearers" in one.sets), [])
    return [
        (one.sets["roles"], one.sets.get("bearers", whole), one.sets.get("with", []))
        for one in passage.marks
        if "roles" in one.sets
    ]


def test_an_order_behind_the_words_on_whom_it_is_for_gives_work() -> None:
    """ "Đối tượng: …. Kinh phí …. Giao A chủ trì, B phối hợp": its label is of its first words."""
    told = "Đối tượng: lao động cần việc. Kinh phí 640 triệu đồng. Giao Phòng Kinh tế chủ trì, Công an xã phối hợp."
    project = Part("project", "1", "Dự án 1:", "Dạy nghề", code="1", paragraphs=[Passage(told)])
    (one,), _ = marked(plan(Part("part", "II", heading="DỰ ÁN", parts=[project])))
    assert roles_of(one) == [(["lead"], ["phong-kinh-te"], ["cong-an"])]
    plain = Part(
        "project", "1", "Dự án 1:", "Dạy nghề", code="1", paragraphs=[Passage("Đối tượng: hộ do UBND xã chọn.")]
    )
    (other,), _ = marked(plan(Part("part", "II", heading="DỰ ÁN", parts=[plain])))
    assert roles_of(other) == []


def test_all_who_are_bound_bear_it_though_the_list_says_where_they_are_named() -> None:
    """ "Giám đốc các Sở: …; Chủ tịch UBND các xã có tên tại Phụ lục và thủ trưởng … chịu trách nhiệm thi hành"."""
    bound = (
        "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Tài chính, Y tế; Chủ tịch UBND các xã, phường có tên tại Phụ lục"
        " và thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này."
    )
    (one,), _ = marked(plan(Part("article", "4", "Điều 4.", paragraphs=[Passage(bound)]), level="TỈNH"))
    assert roles_of(one) == [
        (
            ["implement"],
            [
                "chanh-van-phong",
                "giam-doc-so-tai-chinh",
                "giam-doc-so-y-te",
                "chu-tich-ubnd-cac-xa-phuong",
                "thu-truong-cac-co-quan-lien-quan",
            ],
            [],
        )
    ]


def test_councils_may_be_counted_and_boards_named_for_the_programmes() -> None:
    """ "UBND 3 xã" and "Tổ công tác các chương trình MTQG huyện" are bodies, whole."""
    text = "UBND 3 xã công khai danh sách; Tổ công tác các chương trình MTQG huyện kiểm tra mỗi xã."
    assert [one.name for one in Bodies("district", "huyện An Bình").find(text)] == [
        "UBND 3 xã",
        "Tổ công tác các chương trình MTQG huyện",
    ]


def test_duties_beside_each_other_are_told_apart() -> None:
    """A verb with a short object of its own, and what has a day of its own behind "đúng quy định"."""
    lines = (
        "Chủ trì tập huấn cho 60 cán bộ, rà soát hộ nghèo, hộ cận nghèo cuối năm.",
        "Quản lý vốn, công trình đúng quy định, giải ngân hết vốn được giao trước ngày 31/12/2031.",
        "Quản lý vốn, công trình đúng quy định, thực hiện đầy đủ hồ sơ.",
    )
    (one, two, three), _ = marked(plan(assigned("Phòng Kinh tế", *lines)))
    assert [roles for roles, _, _ in roles_of(one)] == [["lead"], ["review"]]
    assert [roles for roles, _, _ in roles_of(two)] == [["manage"], ["implement"]]
    assert [roles for roles, _, _ in roles_of(three)] == [["manage"]]


def test_who_examines_reviews_and_who_has_it_built_carries_it_out() -> None:
    """ "Thẩm tra" is to review; "làm chủ đầu tư" is to carry out, "chủ trì" to lead."""
    lines = ("Thẩm tra quyết toán.", "Làm chủ đầu tư các công trình.", "Chủ trì các công trình.")
    passages, _ = marked(plan(assigned("Phòng Kinh tế", *lines)))
    assert [roles for one in passages for roles, _, _ in roles_of(one)] == [["review"], ["implement"], ["lead"]]
