"""Times told in words, without a year, or without a word before them: what they say for machines."""

from __future__ import annotations

import pytest

from programme.drafting.marks.timing.number_words import numbered
from programme.drafting.marks.timing.timing import times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phát sách vào cuối tháng Bảy.", {"vào cuối tháng Bảy": ("2026-07-01", "2026-07-31")}),
        (
            "Mở thầu ngày mùng năm tháng Mười một năm 2026.",
            {"ngày mùng năm tháng Mười một năm 2026": (None, "2026-11-05")},
        ),
        ("Nửa cuối tháng 8, các thôn họp.", {"Nửa cuối tháng 8": ("2026-08-16", "2026-08-31")}),
        ("Niêm yết trong 10 ngày đầu tháng 9/2026.", {"trong 10 ngày đầu tháng 9/2026": ("2026-09-01", "2026-09-10")}),
        ("Trao quà dịp 20/11.", {"dịp 20/11": (None, "2026-11-20")}),
        ("Từ 15/4 đến 20/5, tiêm phòng.", {"Từ 15/4 đến 20/5": ("2026-04-15", "2026-05-20")}),
        ("Đắp đập từ tháng 2 đến tháng 4.", {"từ tháng 2 đến tháng 4": ("2026-02-01", "2026-04-30")}),
        (
            "Khởi công tháng 4, hoàn thành tháng 12.",
            {"tháng 4": ("2026-04-01", "2026-04-30"), "tháng 12": ("2026-12-01", "2026-12-31")},
        ),
        ("Khóa sổ ngày 15/12/2026.", {"ngày 15/12/2026": (None, "2026-12-15")}),
        (
            "Trong tuần đầu của tháng Năm, phát phiếu.",
            {"Trong tuần đầu của tháng Năm": ("2026-05-01", "2026-05-07")},
        ),
        ("Tuần cuối tháng 2, tổng vệ sinh.", {"Tuần cuối tháng 2": ("2026-02-22", "2026-02-28")}),
        ("Hết năm giải ngân xong.", {"Hết năm": (None, "2026-12-31")}),
        (
            "Phát quà vào tháng 4 và tháng 9.",
            {"tháng 4": ("2026-04-01", "2026-04-30"), "tháng 9": ("2026-09-01", "2026-09-30")},
        ),
        ("Ba năm 2026 - 2028 trồng 5 ha.", {"Ba năm 2026 - 2028": ("2026-01-01", "2028-12-31")}),
        (
            "Thu nợ từ tháng 02 đến hết quý II năm 2027.",
            {"từ tháng 02 đến hết quý II năm 2027": ("2027-02-01", "2027-06-30")},
        ),
        ("Thu phí từ quý III/2026.", {"từ quý III/2026": ("2026-07-01", None)}),
        ("Trong 9 tháng đầu năm giải ngân 70%.", {"Trong 9 tháng đầu năm": ("2026-01-01", "2026-09-30")}),
        (
            "Trong ba năm 2026, 2027 và 2028, trồng rừng.",
            {"Trong ba năm 2026, 2027 và 2028": ("2026-01-01", "2028-12-31")},
        ),
        ("Trong 45 ngày tính từ ngày ký hợp đồng, giao máy.", {"Trong 45 ngày tính từ ngày ký hợp đồng": (None, None)}),
        ("Mỗi tháng hai lần, tổ đi thu vỏ chai.", {}),
        ("Luật được ký ngày 15/6/2026.", {}),
    ],
)
def test_times_in_words(text: str, found: dict[str, tuple[str | None, str | None]]) -> None:
    """Each with its first and last day; a number of times, or the day of a paper, is no deadline."""
    told = {
        text[one.start : one.end]: (one.says.get("start"), one.says.get("end")) for one in times(text, (2026, 2026))
    }
    assert told == found


def test_numbers_in_words_keep_the_places_of_all_letters():
    """A word becomes a number at its end, and only where it names a month or a day of one."""
    assert numbered("ngày mồng hai tháng Tư, ba tháng sau") == "ngày        2 tháng  4, ba tháng sau"
    assert numbered("ghi ngày tháng năm sinh; tháng hai lần") == "ghi ngày tháng năm sinh; tháng hai lần"


def test_a_month_each_year_comes_again():
    """The words for each year may stand before a month of it."""
    assert [one.says for one in times("Hằng năm, vào tháng 11, kiểm định trạm bơm.", (2026, 2026))] == [
        {"every": "year"}
    ]
