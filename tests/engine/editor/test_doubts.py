"""What the reader of a document noted: each leads to its words, and is ticked off once somebody has looked."""

from __future__ import annotations

from pathlib import Path

from programme.editor import doubts
from programme.editor.files import Files

TEXT = (
    "Những chỗ máy chưa chắc.\n\n"
    "- Ở “Đề nghị Phòng giao dịch Ngân hàng Chính sách xã …” (đoạn 67): nối thành một đoạn.\n"
    "- trang 3, dòng 14: tách.\n"
    "- văn bản không nêu rõ nơi; sửa ở mục Khung của Kế hoạch của trang sửa.\n"
    "- Bảng có ô “Khe Thượng” (bảng 4): thiếu ô.\n"
)


def test_notes_lead_to_their_words_and_are_ticked_off(root: Path):
    """A heading, a cell, the page of the plan's frame; without words it leads nowhere. A tick is in the file."""
    path = root / "import/doubts.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    found = doubts.doubts(Files(root))
    assert [(one.line, one.page.partition("#")[0], one.is_seen) for one in found] == [
        (2, "toan-van", False),
        (3, "", False),
        (4, "so/plan", False),
        (5, "toan-van", False),
    ]
    assert doubts.unseen(root) == 4
    assert doubts.tick(root, 3, is_seen=True) and not doubts.tick(root, 0, is_seen=True)
    assert path.read_text(encoding="utf-8").split("\n")[3] == "- [x] trang 3, dòng 14: tách."
    assert [one.is_seen for one in doubts.doubts(Files(root))] == [False, True, False, False]
    assert doubts.unseen(root) == 3
    assert doubts.tick(root, 3, is_seen=False)
    assert path.read_text(encoding="utf-8") == TEXT


def test_no_notes_are_none(root: Path):
    """Most plans were never imported."""
    assert doubts.doubts(Files(root)) == [] and doubts.unseen(root) == 0
    assert not doubts.tick(root, 0, is_seen=True)
