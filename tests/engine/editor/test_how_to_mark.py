"""The pages of the editor that gather marks: what is said where there are none, and what decides the page of aims."""

from __future__ import annotations

from pathlib import Path

from support import SECOND

from programme.editor.view import shown
from programme.editor.view.files import Files


def test_the_page_of_aims_says_what_decides_it_and_shows_the_parts_that_can_be_marked():
    """Whatever stands there; the heading of each part outside the projects is there once."""
    page = shown.page(Files(SECOND), "muc-tieu")
    assert page.hint.startswith("Trang Mục tiêu chép nguyên văn các mục mà tiêu đề nói mục tiêu.")
    assert "ghi “Mục này nói gì” là “Mục tiêu”" in page.hint
    titles = [one.title for one in page.blocks if one.what == "heading"]
    for title in ("I. MỤC TIÊU", "IV. KINH PHÍ THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN"):
        assert titles.count(title) == 1, titles
    assert shown.page(Files(SECOND), "bao-cao").hint == ""


def test_a_page_without_marks_says_how_one_is_made(tmp_path: Path):
    """Not only that nothing is there."""
    (tmp_path / "data").mkdir()
    assert {name: shown.page(Files(tmp_path), name).empty for name in ("kinh-phi", "phan-cong", "bao-cao")} == {
        "kinh-phi": "Chưa có câu nào được đánh dấu là tiền. Mở Toàn văn, chọn các chữ của số tiền, rồi chọn “Số tiền”.",
        "phan-cong": "Chưa có câu nào được đánh dấu là giao việc. Mở Toàn văn, chọn các chữ giao việc, "
        "rồi chọn “Ai làm, việc gì”.",
        "bao-cao": "Chưa có câu nào được đánh dấu là báo cáo. Mở Toàn văn, chọn các chữ giao báo cáo, "
        "rồi chọn “Báo cáo”.",
    }
