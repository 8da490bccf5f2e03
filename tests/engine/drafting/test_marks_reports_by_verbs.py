"""Reports told by verbs of every day: something told to somebody, summed up and sent, made known, handed in."""

from __future__ import annotations

import pytest
from drafting_duties import marked, plan

from programme.drafting.shape import Degree, Part, Passage


def reports(line: str) -> list[tuple[list[str], str | None]]:
    """To whom the reports of a line go, and by which day."""
    (one,), _ = marked(plan(Part("part", "V", heading="CHẾ ĐỘ BÁO CÁO", items=[Passage(line)])))
    listed = [report for mark in one.marks for report in mark.sets.get("reports", ())]
    return [(report.get("to", []), report.get("due")) for report in listed]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Trạm Y tế xã báo số ca sốt xuất huyết cho Sở Y tế trong tháng 7.", [(["so-y-te"], "2026-07-31")]),
        ("Phòng Kinh tế tổng hợp gửi Sở Tài chính trước 30/9/2026.", [(["so-tai-chinh"], "2026-09-30")]),
        ("Phòng Kinh tế trình UBND xã báo cáo chung mỗi quý một lần.", [(["ubnd-xa"], None)]),
        ("Công an xã thông báo đến Thường trực HĐND xã sau mỗi đợt.", [(["tt-hdnd-xa"], None)]),
        (
            "Số liệu dân cư, nhà ở do Công an xã cung cấp cho Phòng Kinh tế trước 15/6/2026.",
            [(["phong-kinh-te"], "2026-06-15")],
        ),
        (
            "Thủ quỹ lập bảng kê nộp cho Phòng Kinh tế trước 30/6/2026.",
            [(["phong-kinh-te"], "2026-06-30")],
        ),
        (
            "Phòng Kinh tế báo cáo UBND tỉnh qua Sở Tài chính hằng quý, hằng năm.",
            [(["ubnd-tinh"], None), (["ubnd-tinh"], None)],
        ),
        ("Trạm Y tế xã báo cáo qua điện thoại cho Sở Y tế.", [(["so-y-te"], None)]),
        (
            "Trạm Y tế xã gửi Sở Y tế số liệu (hạn 15/6 và 10/12).",
            [(["so-y-te"], "2026-06-15"), (["so-y-te"], "2026-12-10")],
        ),
        ("Trạm Y tế xã báo cáo Ban Chỉ huy Phòng thủ dân sự thành phố.", [(["bch-phong-thu-dan-su-thanh-pho"], None)]),
    ],
)
def test_reports_by_many_verbs(line: str, found: list[tuple[list[str], str | None]]) -> None:
    """Each goes to whom the verb names, by the day that stands with it."""
    assert reports(line) == found


def test_a_report_behind_another_verb_is_asked():
    """What is sent behind a first work is worth a question, not data."""
    line = "Phòng Kinh tế lập biểu, gửi về Sở Nội vụ."
    (one,), _ = marked(plan(Part("part", "V", heading="CHẾ ĐỘ BÁO CÁO", items=[Passage(line)])))
    assert [mark.degree for mark in one.marks if "reports" in mark.sets] == [Degree.LIKELY]
