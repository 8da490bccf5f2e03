"""Several changes are written all or not at all, and can be taken back byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from programme.edit.nodes import EditError
from programme.edit.transaction import ChangedMeanwhile, Transaction

AGENCIES = b"\xef\xbb\xbf# C\xc6\xa1 quan\r\n- id: ubnd-xa\r\n  name: UBND x\xc3\xa3\r\n  level: commune"
SECTIONS = "- number: I\n  paragraphs:\n    - Một đoạn.\n".encode()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "agencies.yaml").write_bytes(AGENCIES)
    (folder / "sections.yaml").write_bytes(SECTIONS)
    return folder


def contents(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in data.iterdir()}


def test_two_files_are_written_together_and_taken_back(data: Path):
    """A record in a register as Windows writes it, without an end of the last line; then all is as before."""
    edit = Transaction(data)
    edit.append("agencies", {"id": "phong-kt", "name": "Phòng Kinh tế", "level": "commune", "names": ["Phòng KT"]})
    edit.set("sections.yaml", (0, "paragraphs", 0), {"text": "Một đoạn.", "bearers": ["phong-kt"]})
    assert contents(data) == {"agencies.yaml": AGENCIES, "sections.yaml": SECTIONS}
    written = edit.write()
    assert contents(data) == {
        "agencies.yaml": AGENCIES
        + "\r\n- id: phong-kt\r\n  name: Phòng Kinh tế\r\n  level: commune\r\n  names:\r\n    - Phòng KT".encode(),
        "sections.yaml": "- number: I\n  paragraphs:\n    - bearers: [phong-kt]\n      text: Một đoạn.\n".encode(),
    }
    again = written.undo()
    assert contents(data) == {"agencies.yaml": AGENCIES, "sections.yaml": SECTIONS}
    again.undo()
    assert b"phong-kt" in (data / "agencies.yaml").read_bytes()


def test_a_register_that_is_not_there_is_begun_and_goes_when_taken_back(data: Path):
    """A file of its own, with a line that says what it is."""
    edit = Transaction(data)
    edit.append("groups", {"id": "ho-ngheo", "name": "Hộ nghèo", "kind": "household"})
    written = edit.write()
    assert (data / "groups.yaml").read_text(encoding="utf-8") == (
        "# Nhóm đối tượng mà Kế hoạch nhằm tới.\n- id: ho-ngheo\n  name: Hộ nghèo\n  kind: household\n"
    )
    written.undo()
    assert sorted(contents(data)) == ["agencies.yaml", "sections.yaml"]


def test_what_somebody_edited_meanwhile_is_not_written_over(data: Path):
    """Neither by a change nor by taking one back; nothing is written then."""
    edit = Transaction(data)
    edit.set("sections.yaml", (0, "heading"), "MỘT")
    edit.append("agencies", {"id": "a", "name": "A", "level": "commune"})
    (data / "agencies.yaml").write_bytes(AGENCIES + b"\r\n")
    with pytest.raises(ChangedMeanwhile, match=r"agencies\.yaml vừa được sửa ở nơi khác"):
        edit.write()
    assert contents(data) == {"agencies.yaml": AGENCIES + b"\r\n", "sections.yaml": SECTIONS}
    edit = Transaction(data)
    edit.set("sections.yaml", (0, "heading"), "MỘT")
    written = edit.write()
    (data / "sections.yaml").write_bytes(b"- number: II\n")
    with pytest.raises(ChangedMeanwhile):
        written.undo()
    assert (data / "sections.yaml").read_bytes() == b"- number: II\n"


def test_nothing_outside_of_the_data_is_reached_and_a_broken_file_is_left(data: Path):
    """Another folder or kind of file, a key twice, no YAML, a value that would change another: refused, in words."""
    (data.parent / "outside.yaml").write_text("a: b\n", encoding="utf-8")
    (data / "twice.yaml").write_text("a: b\na: c\n", encoding="utf-8")
    (data / "broken.yaml").write_text("a: [b\n", encoding="utf-8")
    (data / "shared.yaml").write_text("b: &one y\na: *one\n", encoding="utf-8")
    said = []
    for file in ("../outside.yaml", "notes.txt", "twice.yaml", "broken.yaml", "shared.yaml"):
        with pytest.raises(EditError) as refused:
            Transaction(data).set(file, ("a",), "x")
        said.append(str(refused.value))
    assert said == [
        "../outside.yaml: tệp không nằm trong data/.",
        "notes.txt: tệp không nằm trong data/.",
        "Ở dòng 1 có khóa ghi hai lần; sửa chỗ ấy trước.",
        "Tệp đang có chỗ sai cách ghi (dòng 2); sửa chỗ ấy trước.",
        "Không sửa được chỗ này mà giữ nguyên các dòng khác; sửa tay trong tệp.",
    ]


def test_with_the_last_item_of_a_list_goes_its_key(data: Path):
    """No empty list is left behind."""
    edit = Transaction(data)
    edit.remove("sections.yaml", (0, "paragraphs", 0))
    assert edit.text("sections.yaml") == "- number: I\n"
