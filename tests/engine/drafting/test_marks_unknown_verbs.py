"""Work given by words that no list knows: headings in capitals, verbs and parties by where they stand."""

from __future__ import annotations

import pytest
from drafting_duties import marked, plan, unassigned

from programme.drafting.marks.bodies.bodies import Bodies
from programme.drafting.marks.bodies.capitals import Capitals
from programme.drafting.marks.work.bearers import Bearers
from programme.drafting.outline.outline import outline
from programme.drafting.shape import Part, Passage
from programme.reading.document import Document, Line


def told(passage: Passage) -> list[tuple]:
    """(role, bearers, how sure) of each duty of a passage."""
    whole = next((one.sets["bearers"] for one in passage.marks if one.whole), [])
    return [
        (one.sets["roles"][0], one.sets.get("bearers", whole), one.degree.name)
        for one in passage.marks
        if "roles" in one.sets and one.kind != "who"
    ]


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội"),
        ("TRẠM Y TẾ PHƯỜNG, CÁC TRƯỜNG HỌC", "Trạm y tế phường, Các trường học"),
        ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("ĐỀ NGHỊ ỦY BAN MTTQ VIỆT NAM PHƯỜNG", "Ủy ban MTTQ Việt Nam phường"),
        ("ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG", "Ủy ban nhân dân các xã, phường"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Ủy ban Mặt trận tổ quốc Việt Nam tỉnh"),
        ("KINH PHÍ THỰC HIỆN", "KINH PHÍ THỰC HIỆN"),
        ("Phòng Kinh tế", "Phòng Kinh tế"),
    ],
)
def test_a_heading_in_capitals_is_the_name_it_is_in_ordinary_letters(heading: str, plain: str) -> None:
    """As the plan writes it elsewhere, else in small letters; what names no body stays as it is."""
    written = Capitals("Phòng Văn hóa - Xã hội chủ trì.\nKINH PHÍ THỰC HIỆN")
    assert Bearers(Bodies("commune", "phường Tân Lợi"), capitals=written).plain(heading) == plain


def test_a_heading_in_capitals_stands_below_the_empty_numbered_one_before_it() -> None:
    """The first without a number right behind "VII. TỔ CHỨC THỰC HIỆN" and those like it are its parts."""
    lines = [
        Line("Nội dung một.", label="I."),
        Line("Nâng thu nhập."),
        Line("TỔ CHỨC THỰC HIỆN", label="II."),
        Line("PHÒNG KINH TẾ"),
        Line("Lập dự toán.", label="-"),
        Line("TRƯỞNG CÁC THÔN"),
        Line("Họp dân.", label="-"),
        Line("CHẾ ĐỘ BÁO CÁO", label="III."),
        Line("Báo cáo hằng tháng."),
    ]
    parts = outline(Document("docx", tuple(lines))).parts
    assert [(one.number, [below.label for below in one.parts]) for one in parts] == [
        ("I", []),
        ("II", ["PHÒNG KINH TẾ", "TRƯỞNG CÁC THÔN"]),
        ("III", []),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Hội Nông dân xã và Công an xã đồng chủ trì bình xét tại thôn.",
            [("lead", ["hoi-nong-dan", "cong-an"], "SURE")],
        ),
        ("Đoàn Thanh niên xã xung kích dọn cỏ, trồng lại 2 ha tre.", [("implement", ["doan-thanh-nien"], "LIKELY")]),
        ("Trạm Khuyến nông cầm tay chỉ việc cho từng hộ.", [("implement", ["tram-khuyen-nong"], "LIKELY")]),
        ("Công an xã giám xát việc bình xét ở các thôn.", [("implement", ["cong-an"], "LIKELY")]),
        ("Phòng Kinh tế vừa được bổ sung hai người.", []),
        ("Thú y viên cơ sở bấm thẻ tai cho trâu, bò.", [("implement", ["thu-y-vien-co-so"], "LIKELY")]),
        ("Gia đình chính sách được tặng quà dịp Tết.", []),
        ("Trưởng thôn có nhà đang làm báo cáo UBND xã.", [("report", ["truong-thon-co-nha-dang-lam"], "SURE")]),
    ],
)
def test_a_word_in_the_place_of_the_verb_may_be_one(line: str, expected: list[tuple]) -> None:
    """A known verb behind unknown words counts; one that nobody knows is asked about, and none of who gets things."""
    assert told(unassigned(line)[0]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chùa Linh Quang nuôi dưỡng 05 cụ già neo đơn.", [("implement", ["chua-linh-quang"], "LIKELY")]),
        ("Bếp ăn từ thiện Tâm An nấu 40 suất cơm mỗi trưa.", [("implement", ["bep-an-tu-thien-tam-an"], "LIKELY")]),
        ("Tuyến đường Nà Hoi dài 3 km nối hai bản.", []),
    ],
)
def test_a_noun_and_a_name_before_the_verb_may_be_who_does_it(line: str, expected: list[tuple]) -> None:
    """Where work is given out; a road or a fund that has a name does nothing."""
    below = Part("clause", "1", heading="Phân công cụ thể", items=[Passage(line)])
    passages, _ = marked(plan(Part("part", "V", heading="TỔ CHỨC THỰC HIỆN", parts=[below])))
    assert told(passages[0]) == expected


def test_what_is_to_be_done_when_something_happens_is_its_bearers() -> None:
    """ "học sinh nghỉ quá 03 ngày thì báo cáo …" goes on with whoever the sentence began with."""
    line = "Trường Tiểu học vận động học sinh; em nào vắng ba buổi thì báo cáo UBND xã."
    assert [(role, bearers) for role, bearers, _ in told(unassigned(line)[0])] == [
        ("mobilise", ["truong-tieu-hoc"]),
        ("report", ["truong-tieu-hoc"]),
    ]
