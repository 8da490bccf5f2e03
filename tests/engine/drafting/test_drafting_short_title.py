"""The short name that is proposed for a plan is made of the words of its title."""

from __future__ import annotations

import pytest

from programme.drafting.outline.short_title import short_title


def named(words: str, place: str) -> str:
    return short_title("KẾ HOẠCH", words, place, lambda said: said)


@pytest.mark.parametrize(
    ("words", "place", "name"),
    [
        ("Giảm nghèo bền vững năm 2031", "xã Tân Phú", "Kế hoạch giảm nghèo bền vững năm 2031"),
        (
            "Triển khai thực hiện các hoạt động cải thiện dinh dưỡng thuộc Chương trình mục tiêu quốc gia chăm sóc sức "
            "khỏe, dân số và phát triển năm 2031 trên địa bàn tỉnh Đồng Sơn",
            "tỉnh Đồng Sơn",
            "Kế hoạch cải thiện dinh dưỡng năm 2031 tỉnh Đồng Sơn",
        ),
        (
            "Hỗ trợ phát triển sản xuất, đa dạng hóa sinh kế, nhân rộng mô hình giảm nghèo theo Chương trình giảm "
            "nghèo năm 2031 của huyện Mường Lạ, tỉnh Đồng Sơn",
            "huyện Mường Lạ",
            "Kế hoạch hỗ trợ phát triển sản xuất năm 2031 của huyện Mường Lạ",
        ),
        (
            "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững giai đoạn 2026 - "
            "2030 trên địa bàn xã Tân Phú năm 2031",
            "xã Tân Phú",
            "Kế hoạch thực hiện Chương trình xây dựng nông thôn mới năm 2031 xã Tân Phú",
        ),
    ],
)
def test_a_long_title_is_named_by_kind_matter_year_and_place(words: str, place: str, name: str) -> None:
    """What a title says besides goes; one that is short is the name; the year of the plan comes before its period."""
    assert named(words, place) == name


def test_capitals_of_a_title_are_those_of_the_text() -> None:
    """A long title in capitals gives a name in the letters that the text has."""
    title = "HỖ TRỢ PHÁT TRIỂN SẢN XUẤT, ĐA DẠNG HÓA SINH KẾ, NHÂN RỘNG MÔ HÌNH GIẢM NGHÈO THEO CHƯƠNG TRÌNH NĂM 2031"
    assert short_title("KẾ HOẠCH", title, "", lambda one: one) == "Kế hoạch hỗ trợ phát triển sản xuất năm 2031"
