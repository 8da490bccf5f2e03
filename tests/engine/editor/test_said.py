"""What the check finds, as the editor says it: in words, without names of files, keys or code."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from mutations import KINDS, Unfit
from support import SECOND, WHOLE, copied

from programme.editor.keeping import tried
from programme.editor.telling.said import said
from programme.load.findings import Finding
from programme.load.keys import KEYS

LONG = {one for one in (name.rpartition(".")[2] for name in KEYS) if len(one) > 3}


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (
            Finding("data/agencies.yaml", 3, 'ghi là "xa".', "một trong các từ: district (cấp huyện); commune (cấp xã)",
                    "", "level", "Agency"),
            'Cấp: ghi là "xa". Cần: một trong các từ: “cấp huyện”; “cấp xã”.',
        ),
        (
            Finding("data/sections.yaml", 9, "không có người làm.", "mã cơ quan ở bearers của đoạn hoặc của cụm từ"),
            "Không có người làm. Cần: mã cơ quan ở “ai làm” của đoạn hoặc của cụm từ.",
        ),
        (
            Finding("data", 0, "một mã có trong data/groups.yaml", "thêm roles hoặc timing"),
            "Một mục trong mục “Nhóm đối tượng” Cần: thêm “vai trò” hoặc “thời gian làm”.",
        ),
        (
            Finding("data/a.yaml", 1, 'lời ở đây khác văn bản. Sau "hộ" văn bản có "nghèo", data/ ghi "cận".',
                    "sửa chỗ chép sai; văn bản đúng như trong data/ thì sửa tệp của văn bản"),
            'Lời ở đây khác văn bản. Sau "hộ" văn bản có "nghèo", ở đây ghi "cận". '
            "Cần: sửa chỗ chép sai; ở đây đúng như văn bản đã ký thì để vậy, vẫn lưu và phát hành được; bản chữ kèm "
            "theo nhờ người quản trị thay sau.",
        ),
        (
            Finding("data/a.yaml", 1, 'dự án "4.1" có tiền nhưng không có văn bản.', "", "", "code", "Project"),
            'Dự án "4.1" có tiền nhưng không có văn bản.',
        ),
        (
            Finding("import/questions.yaml", 0, "Bản nháp: còn 2 câu hỏi.", "gõ make questions để trả lời từng câu"),
            "Bản nháp: còn 2 câu hỏi. Cần: trả lời từng câu ở đầu trang sửa.",
        ),
        (Finding("data/a.yaml", 1, 'Tên "roles: lead" ở dòng 12.'), 'Tên "roles: lead" ở dòng.'),
    ],
)  # fmt: skip
def test_keys_and_files_are_said_by_their_names(finding: Finding, expected: str):
    """What stands in quotes was typed: it stays."""
    assert said(finding) == expected


def test_no_word_of_code_is_left(tmp_path: Path):
    """Of plans spoiled in many ways: outside of quotes no key, no file, nothing with an underscore."""
    chance, asked = Random(5), 0
    for number in range(150 if WHOLE else 8):
        root = copied(tmp_path / str(number), SECOND)
        try:
            chance.choice(KINDS).change(chance, root)
        except (Unfit, UnicodeDecodeError):
            continue
        seen = tried.look(root / "data")
        for one in (*seen.errors, *seen.notes):
            words = re.sub(r'"[^"]*"|“[^”]*”', "", said(one))
            found = re.findall(r"[A-Za-z_./]+", words)
            assert not [word for word in found if word in LONG or ".yaml" in word or "_" in word], said(one)
            asked += 1
    assert asked
