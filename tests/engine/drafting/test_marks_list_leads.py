"""Lists in which a line names who bears the lines below it, and headings that only look like bodies."""

from __future__ import annotations

from typing import Any

from drafting_duties import marked, plan

from programme.drafting.marks import mark
from programme.drafting.shape import WHO, Part, Passage


def borne(*lines: str, paragraphs: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """The lines of a list where work is given out ("+ ..."), each with who bears it."""
    items = [Passage(text, label=sign) for sign, _, text in (one.partition(" ") for one in lines)]
    part = Part("part", "III", heading="TỔ CHỨC THỰC HIỆN", paragraphs=[*map(Passage, paragraphs)], items=items)
    mark(plan(part))
    told = [(one.text, [mark.sets["bearers"] for mark in one.marks if "bearers" in mark.sets]) for one in items]
    return [(text, ids[0] if ids else None) for text, ids in told]


def test_items_are_borne_by_the_item_that_they_stand_in():
    """A new sign stands in the line that leads on to it; a line with words of its own bears those."""
    assert borne(
        "- Phòng Kinh tế:",
        "+ Lập dự toán.",
        "+ Chủ trì nghiệm thu.",
        "- Công an xã: giữ trật tự.",
        "- Vận động Nhân dân.",
        "- Đề nghị Hội Nông dân xã:",
        "+ Tuyên truyền hội viên.",
    ) == [
        ("Phòng Kinh tế:", None),
        ("Lập dự toán.", ["phong-kinh-te"]),
        ("Chủ trì nghiệm thu.", ["phong-kinh-te"]),
        ("Công an xã: giữ trật tự.", ["cong-an"]),
        ("Vận động Nhân dân.", None),
        ("Đề nghị Hội Nông dân xã:", None),
        ("Tuyên truyền hội viên.", ["hoi-nong-dan"]),
    ]


def test_items_of_one_sign_are_borne_by_the_line_before_them():
    """Where all have a dash, and below a paragraph that names bodies."""
    lines = ("- Lập dự toán.", "- Các cơ quan, đơn vị: Công an xã, Trạm Y tế:", "- Cử cán bộ tham gia.")
    assert borne(*lines, paragraphs=("Phòng Kinh tế:",)) == [
        ("Lập dự toán.", ["phong-kinh-te"]),
        ("Các cơ quan, đơn vị: Công an xã, Trạm Y tế:", None),
        ("Cử cán bộ tham gia.", ["cong-an", "tram-y-te"]),
    ]


def test_headings_that_name_a_side_of_each_part_are_no_bodies():
    """ "Khi nào" stands in several parts; "Chuyển đổi nghề" stands among headings of which none is a body."""

    def side(number: str, heading: str, text: str) -> Part:
        return Part("clause", number, heading=heading, paragraphs=[Passage(text)])

    def work(number: str, heading: str, when: str, who: str) -> Part:
        return Part("clause", number, heading=heading, parts=[side("a", "Khi nào:", when), side("b", "Ai làm:", who)])

    works = [
        work("1", "Chuyển đổi nghề", "Trong tháng 3.", "Phòng Kinh tế (chủ trì), Hội Nông dân xã (phối hợp)."),
        work("2", "Nước sạch", "Trong tháng 4.", "Phòng Kinh tế phụ trách; Trạm Y tế và các thôn cùng tham gia."),
        side("3", "Bình đẳng giới", "Tổ chức sinh hoạt tại 22 buôn."),
    ]
    passages, registers = marked(plan(Part("part", "II", heading="NỘI DUNG VÀ PHÂN CÔNG", parts=works)))
    told = [
        {
            key: mark.sets[key]
            for mark in one.marks
            for key in ("bearers", "with", "roles")
            if key in mark.sets and mark.kind != WHO
        }
        for one in passages
    ]
    led = {"bearers": ["phong-kinh-te"], "roles": ["lead"]}
    assert told == [
        {},
        {**led, "with": ["hoi-nong-dan"]},
        {},
        {**led, "with": ["tram-y-te", "cac-thon"]},
        {},
    ]
    assert sorted(registers.agencies) == ["cac-thon", "hoi-nong-dan", "phong-kinh-te", "tram-y-te"]
