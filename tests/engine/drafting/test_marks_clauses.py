"""Who acts in a clause is told by where they stand, whatever noun and verb it is; whose work it is may be told last."""

from __future__ import annotations

import pytest
from drafting_duties import duties, marked, plan

from programme.drafting.marks import mark
from programme.drafting.questions.grouping import grouped
from programme.drafting.questions.questions import Spot
from programme.drafting.shape import Degree, Mark, Part, Passage, Registers


def told(line: str) -> list[tuple[list[str], list[str]]]:
    """Who does something in a line of a part about what is to be done, and who is beside them."""
    part = Part("part", "II", heading="NỘI DUNG", items=[Passage(line)])
    passages, _ = marked(plan(part))
    return [(bearers, beside) for _, bearers, beside in duties(passages[0])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Khi trời rét đậm, Trạm Thú y đắp ủ rơm quanh chuồng, thủ quỹ xuất tiền mua bạt.", ["tram-thu-y", "thu-quy"]),
        ("Cổng chào thì Đoàn xã quét vôi, còn Hội Nông dân xã rào dậu.", ["doan", "hoi-nong-dan"]),
        ("Từng giếng khoan được Phòng Kinh tế gắn biển số.", ["phong-kinh-te"]),
        ("Mẫu chuồng nuôi do Trạm Thú y vẽ, in sẵn cho dân.", ["tram-thu-y"]),
        ("Lịch cấp nước phải trình Phòng Kinh tế duyệt mỗi tuần.", ["phong-kinh-te"]),
        ("Cuối tháng Chi cục Thuế khu vực đọc lại sổ bộ.", ["chi-cuc-thue-khu-vuc"]),
        ("Chợ mở lại từ tháng 5; hội viên Hội Nông dân xã nhường chỗ cho người già.", ["hoi-vien-hoi-nong-dan"]),
        ("Đầu vụ, xã Đông Khê nhịn thu phí chợ.", ["xa-dong-khe"]),
    ],
)
def test_who_acts_is_told_by_where_they_stand(line: str, expected: list[str]) -> None:
    """Behind a time or a condition, "thì", "còn", "do", "được", in a further clause; by whatever verb."""
    assert [one for bearers, _ in told(line) for one in bearers] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sân bãi đã sẵn; lo loa đài: Đoàn xã; lo xe đưa đón: Công an xã.", ["doan", "cong-an"]),
        ("Về số liệu giếng khoan, đầu mối duy nhất là Phòng Kinh tế.", ["phong-kinh-te"]),
        ("Vớt bèo trên kênh, giao khoán cho Hợp tác xã Nông nghiệp Đông Khê.", ["hop-tac-xa-nong-nghiep-dong-khe"]),
        ("Gom vỏ thuốc ngoài ruộng (phần việc của Hội Nông dân xã) làm gọn trong tuần.", ["hoi-nong-dan"]),
    ],
)
def test_whose_work_it_is_may_be_told_last(line: str, expected: list[str]) -> None:
    """Behind a colon, "là", "giao khoán cho", in brackets: without a verb of theirs."""
    assert [one for bearers, _ in told(line) for one in bearers] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Mức hỗ trợ theo nghị quyết do Hội đồng nhân dân xã ban hành.",
        "Hộ do Trưởng thôn chọn được vay trước.",
        "Trạm Y tế xã đã rào lại vườn thuốc.",
        "Hồ sơ gồm đơn, bản cam kết.",
        "Mở lớp cho cán bộ xã, trưởng thôn, cộng tác viên khuyến nông.",
    ],
)
def test_who_is_only_told_of_does_nothing(line: str) -> None:
    """By whose rule, who was chosen by whom, what has been done, whom a thing is for."""
    assert told(line) == []


def test_all_that_is_said_of_a_further_body_is_that_it_helps() -> None:
    """It is beside the one before it."""
    assert told("Trạm Thú y rắc vôi quanh chuồng, Công an xã phối hợp.") == [(["tram-thu-y"], ["cong-an"])]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ban Chỉ huy Phòng thủ dân sự xã Đông Khê kê sẵn bao cát.", "Ban Chỉ huy Phòng thủ dân sự xã Đông Khê"),
        ("Trường Cao đẳng Nông lâm Bắc Hà mở thêm lớp ghép cây.", "Trường Cao đẳng Nông lâm Bắc Hà"),
    ],
)
def test_a_name_goes_on_to_its_place(line: str, name: str) -> None:
    """Small syllables stand between its capitals."""
    draft = plan(Part("part", "II", heading="NỘI DUNG", items=[Passage(line)]))
    assert [one["name"] for one in mark(draft).agencies.values()] == [name]


def test_who_acts_by_their_place_is_asked_of_many_sentences_at_once() -> None:
    """Eight at most, each with what is guessed of it."""
    line = "Phòng Kinh tế đi đầu."
    marks = [
        Mark(0, 20, {"roles": ["implement"], "bearers": [f"b-{number}"]}, "placed", Degree.LIKELY)
        for number in range(9)
    ]
    asked = [(one, Spot.of_mark(one, "sections.yaml", f"II.{number}", line)) for number, one in enumerate(marks)]
    first, second = grouped(asked, Registers())
    assert (first.question, len(first.spots)) == ("Máy đoán ai làm việc gì ở 8 câu sau; có đúng không?", 8)
    assert (first.spots[0].say, len(second.spots)) == ("Vai trò: Triển khai thực hiện; Ai làm: b-0", 1)
