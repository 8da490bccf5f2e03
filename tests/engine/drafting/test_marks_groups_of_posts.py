"""Posts of a village are each a group of officers; who is called upon is no group, who is helped by others is one."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.shape import Part, Passage


def content(line: str) -> tuple[list[str], set[str]]:
    """The names of those whom a line of content is for, and their kinds."""
    (one,), registers = marked(plan(Part("part", "IV", heading="NỘI DUNG", items=[Passage(line)])))
    ids = [id for mark in one.marks for keys in mark.sets.get("for_whom", ()) for id in keys["who"]]
    return [str(registers.groups[id]["name"]) for id in ids], {str(registers.groups[id]["kind"]) for id in ids}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "Tổ chức tập huấn cho 45 cán bộ ấp và cộng tác viên giảm nghèo.",
            ["Cán bộ ấp", "Cộng tác viên giảm nghèo"],
        ),
        ("Tập huấn cho 30 cán bộ khu phố và tình nguyện viên.", ["Cán bộ khu phố", "Tình nguyện viên"]),
        ("Tập huấn cho 45 giáo viên dạy nghề và cán bộ quản lý.", ["Giáo viên dạy nghề", "Cán bộ quản lý"]),
        ("Mở lớp cho cán bộ thôn, bản và cộng tác viên.", ["Cán bộ thôn, bản", "Cộng tác viên"]),
        ("Tập huấn cho nhân viên y tế ấp về kỹ năng.", ["Nhân viên y tế ấp"]),
        ("Tập huấn cho tuyên truyền viên ấp.", ["Tuyên truyền viên ấp"]),
    ],
)
def test_posts_of_a_list_are_each_a_group_of_officers(line: str, names: list[str]):
    """Not one long group of households."""
    assert content(line) == (names, {"officer"})


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Vận động hộ có điều kiện khá đăng ký thoát nghèo, không chạy theo số lượng.", []),
        ("Khuyến khích các hộ có đất rộng đăng ký tham gia mô hình.", []),
        ("Vận động hộ khá giúp đỡ hộ nghèo, không để ai đứng ngoài.", ["ho-ngheo"]),
        ("Huy động dân quân giúp hộ neo đơn sửa nhà trước mùa mưa bão.", ["ho-neo-don"]),
        ("Huy động thanh niên giúp hộ già yếu thu hoạch lúa.", ["ho-gia-yeu"]),
        ("Rà soát, huy động nguồn lực cho hộ nghèo.", ["ho-ngheo"]),
    ],
)
def test_who_is_called_upon_is_no_group_and_who_is_helped_is_one(line: str, who: list[str]):
    """What a clause tells of those who are called upon is what they are to do: nothing to ask about."""
    (one,), _ = marked(plan(assigned("Trưởng các ấp", line)))
    assert [id for mark in one.marks for keys in mark.sets.get("for_whom", ()) for id in keys["who"]] == who


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        (
            "Đối chiếu thông tin hộ nghèo với cơ sở dữ liệu, hỗ trợ làm căn cước cho người già yếu.",
            [["review"], ["implement"]],
        ),
        (
            "Rà soát nhu cầu vay vốn của hội viên, hỗ trợ thủ tục vay vốn cho hộ nghèo.",
            [["review"], ["implement"]],
        ),
        ("Theo dõi, giám sát việc cấp gạo, tặng quà Tết cho hộ nghèo.", [["monitor"], ["implement"]]),
        ("Rà soát, hỗ trợ thẻ bảo hiểm y tế cho hộ nghèo.", [["review"]]),
        ("Tuyên truyền chính sách, hỗ trợ pháp lý cho người nghèo.", [["mobilise"]]),
        ("Lập hồ sơ hỗ trợ, cấp con giống cho hộ nghèo.", [["implement"]]),
    ],
)
def test_what_is_given_to_people_behind_a_check_is_another_duty(line: str, roles: list[list[str]]):
    """Where the check has an object of its own."""
    (one,), _ = marked(plan(assigned("Công an xã", line)))
    assert [mark.sets["roles"] for mark in one.marks if "roles" in mark.sets] == roles


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Tập huấn cho 45 cán bộ ấp.", True),
        ("Bồi dưỡng kiến thức cho đội ngũ cộng tác viên giảm nghèo.", True),
        ("Cấp máy tính cho cán bộ quản lý.", False),
    ],
)
def test_training_of_officers_is_sure(line: str, sure: bool):
    """What else is for officers is asked about."""
    (one,), _ = marked(plan(Part("part", "IV", heading="NỘI DUNG", items=[Passage(line)])))
    assert [mark.degree.name == "SURE" for mark in one.marks if "for_whom" in mark.sets] == [sure]
