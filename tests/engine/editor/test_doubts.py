"""What the reader of a document noted: each leads to its words, and is ticked off once somebody has looked."""

from __future__ import annotations

from pathlib import Path

import yaml

from programme.editor.desk import Desk
from programme.editor.offers import doubts
from programme.editor.view.files import Files

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
    assert doubts.unseen(Files(root)) == 4
    assert doubts.tick(root, 3, is_seen=True) and not doubts.tick(root, 0, is_seen=True)
    assert path.read_text(encoding="utf-8").split("\n")[3] == "- [x] trang 3, dòng 14: tách."
    assert [one.is_seen for one in doubts.doubts(Files(root))] == [False, True, False, False]
    assert doubts.unseen(Files(root)) == 3
    assert doubts.tick(root, 3, is_seen=False)
    assert path.read_text(encoding="utf-8") == TEXT


def test_no_notes_are_none(root: Path):
    """Most plans were never imported."""
    assert doubts.doubts(Files(root)) == [] and doubts.unseen(Files(root)) == 0
    assert not doubts.tick(root, 0, is_seen=True)


def test_a_note_names_a_list_of_the_editor_and_no_file(root: Path):
    """Also one that an older draft has: what it says of files is left out, and it leads to the list."""
    path = root / "import/doubts.txt"
    path.parent.mkdir(exist_ok=True)
    words = "chưa rõ chữ viết tắt: CA. Điền ở mục Chữ viết tắt của trang sửa"
    path.write_text(f"- {words} (make serve), hoặc ở data/abbreviations.yaml.\n", encoding="utf-8")
    assert [(one.words, one.page) for one in doubts.doubts(Files(root))] == [(f"{words}.", "so/abbreviations")]


def test_a_collective_with_work_is_asked_whom_it_means(desk: Desk, root: Path):
    """Of a plan that was read from a document; once it says so, or somebody has looked, it is asked no more."""
    whole = next(one.value for one in desk.page("so/agencies").blocks if one.value.get("members"))
    path = root / "data/agencies.yaml"
    kept = [{key: one for key, one in held.items() if one is not None and not (held is whole and key == "members")}
            for held in (one.value for one in desk.page("so/agencies").blocks)]  # fmt: skip
    path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    joined = desk.look().seen.joined
    assert doubts.doubts(desk.files, joined) == []  # this one was typed by a person
    (root / "import").mkdir()
    found = doubts.doubts(desk.files, joined)
    asked = next(one for one in found if one.page == f"co-quan/{whole['id']}")
    assert asked.words == f"Cách gọi chung “{whole['name']}” được giao việc mà chưa ghi gồm những cơ quan nào."
    assert "Kế hoạch kể ra thì ghi ở “Gồm”" in asked.how
    count = doubts.unseen(Files(root), joined)
    assert (asked.line, asked.is_seen, count) == (-1, False, len(found))
    assert doubts.tick(root, -1, is_seen=True, words=asked.words) and not doubts.tick(root, -1, is_seen=True, words="x")
    assert [one.is_seen for one in doubts.doubts(desk.files, joined) if one.page == asked.page] == [True]
    assert doubts.unseen(Files(root), joined) == count - 1
