"""The document beside the data: how it is read, and where data/ stops saying what it says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import Spoil, commanded
from told import GN_7, told

from programme import Programme, check
from programme.load.loader import load
from programme.pages.source import compare


def test_a_heading_of_two_lines_is_told(spoil: Spoil):
    """It would be a heading and a paragraph; the ends of a text may have lines of YAML's own."""
    root = spoil(GN_7, 'heading: "Mục tiêu:"', 'heading: "\\nMục tiêu:\\n\\n"')
    assert check(root)[1] == ()
    root = spoil(GN_7, 'heading: "\\nMục tiêu:\\n\\n"', 'heading: "Mục tiêu:\\nchung"')
    assert told(root) == [
        (f'{GN_7}:9: xuống dòng sau "Mục tiêu:".', "lời liền một dòng, đúng như văn bản; phần thừa thì xóa")
    ]


def test_a_document_in_another_encoding_is_told(copy: Path):
    """Notepad saves so: no traceback, and nothing is compared."""
    path = copy / "source/ke-hoach.txt"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    assert told(copy) == [
        (
            "source/ke-hoach.txt:1: Tệp không phải chữ Unicode UTF-8.",
            "lưu lại tệp bằng mã UTF-8. Notepad: Lưu thành… → Mã hóa: UTF-8",
        )
    ]


@pytest.mark.parametrize(
    ("cell", "differs"),
    [("Duy tu đường", ""), ("Duy tu kênh", 'văn bản ghi "5", data/ ghi "Duy".'), ("", "")],
)
def test_a_cell_of_several_rows_stands_once_in_the_document(spoil: Spoil, cell: str, differs: str):
    """In data/ it may stand in each of its rows, or be blank in all but the first; other words are told."""
    row = '        - {cells: [Duy tu đường, "81,119 triệu đồng"], project: "5", programme: nong-thon-moi}\n'
    root = spoil("data/sections.yaml", row, f'{row}        - {{cells: ["{cell}", "5 triệu đồng"], project: "5"}}\n')
    path = root / "source/ke-hoach.txt"
    words = "Duy tu đường 81,119 triệu đồng"
    path.write_text(path.read_text(encoding="utf-8").replace(words, f"{words}\n5 triệu đồng"), encoding="utf-8")
    found = next(compare(Programme(load(root / "data")[0]), root), "")
    assert found.endswith(differs) and bool(found) is bool(differs)


def test_the_mark_that_notepad_writes_is_no_word(copy: Path):
    """A document saved with a mark of its encoding says the same."""
    path = copy / "source/ke-hoach.txt"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check(copy)[1] == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "data/projects/gn-7.yaml", 'heading: "Mục tiêu:"', 'heading: "Mục tiêu: chung"',
            'data/projects/gn-7.yaml:9: Lưu ý: lời ở đây khác văn bản. source/ke-hoach.txt:121: sau "7. Tập huấn, giám '
            'sát a) Mục tiêu:" văn bản ghi "Làm", data/ ghi "chung".',
        ),
        (
            "data/projects/gn-7.yaml", "text: nhất là ở thôn khó khăn", "text: nhất là thôn khó khăn",
            'data/projects/gn-7.yaml:20: Lưu ý: lời ở đây khác văn bản. source/ke-hoach.txt:123: sau "Cán bộ của xã, '
            'của thôn, nhất là" văn bản ghi "ở", data/ ghi "thôn".',
        ),
        (
            "source/ke-hoach.txt", "Sở Kinh tế và Đầu tư./.", "Sở Kinh tế và Đầu tư./. Hết",
            'data/sections.yaml:44: Lưu ý: lời ở đây khác văn bản. source/ke-hoach.txt:170: sau "tỉnh và Sở Kinh tế và '
            'Đầu tư./." văn bản ghi "Hết", data/ ghi "Gồm".',
        ),
        (
            "source/ke-hoach.txt", "Gồm công và vật liệu.", "Gồm công và vật liệu. Hết",
            'data/sections.yaml:44: Lưu ý: lời ở đây khác văn bản. source/ke-hoach.txt:171: sau "và Đầu tư./. Gồm công '
            'và vật liệu." văn bản ghi "Hết", data/ hết lời ở đây.',
        ),
    ],
)  # fmt: skip
def test_words_that_are_not_the_documents_are_noted(spoil, file: str, old: str, new: str, said: str):
    """A heading, a text, the end: the first word that differs, at its line in data/ and in the document."""
    root = spoil(file, old, new)
    checked = commanded("--root", str(root), "check")
    assert checked.returncode == 0, checked.stderr
    assert said in checked.stdout.split("\n")
    assert "Không có lỗi nào phải sửa; có " in checked.stdout
    shutil.rmtree(root / "source")
    assert commanded("--root", str(root), "check").stdout.count("khác văn bản") == 0
