"""A finding says what stood at its place in the last saved state, where Git knows one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from told import committed

from programme import FindingsError, check
from programme.history.before import with_before
from programme.load.findings import Finding

FILE = "data/mot.yaml"
SAVED = """\
- id: mot
  name: Hộ nghèo
  note: >-
    dài
    lắm
- id: hai
  name: Hộ cận nghèo
"""
TAKE_BACK = "lấy lại bản trước (bản sao lưu, hoặc nhờ người giữ dữ liệu), đừng gõ lại"


def after(root: Path, now: str, *lines: int, saved: str = SAVED) -> list[str]:
    """What is told with the faults in these lines, of a file that was saved and then edited."""
    path = root / FILE
    path.parent.mkdir()
    path.write_text(saved, encoding="utf-8")
    committed(root)
    path.write_text(now, encoding="utf-8", newline="")
    return [one.before or one.found for one in with_before(root, [Finding(FILE, line, "sai") for line in lines])]


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("name: Hộ nghèo", "nme: Hộ nghèo", 2, 'bản lưu trước ghi: "name: Hộ nghèo"'),
        ("name: Hộ nghèo", "name: 가난한", 2, 'bản lưu trước ghi: "name: Hộ nghèo"'),
        ("    lắm", "    @lắm", 3, 'bản lưu trước ghi ở dòng 5: "lắm"'),
        ("  note", "   note", 4, 'bản lưu trước ghi ở dòng 3: "note: >-"'),
        ("- id: hai", "  khác: thêm\n- id: hai", 6, "bản lưu trước không có dòng này."),
        ("    lắm\n", "    lắm\n    thêm\n", 3, "bản lưu trước không có dòng 6."),
        ("  name: Hộ nghèo\n", "", 1, 'sau dòng này bản lưu trước còn: "name: Hộ nghèo"'),
        ("  name: Hộ nghèo\n", "  a: 1\n  name: Hộ\n", 3, 'bản lưu trước ghi: "name: Hộ nghèo"'),
        ("  name: Hộ nghèo\n", "  a: 1\n  name: 가난한\n", 3, 'bản lưu trước ghi: "name: Hộ nghèo"'),
        (
            "  name: Hộ nghèo\n  note: >-\n",
            "  name:\n",
            2,
            'bản lưu trước ghi: "name: Hộ nghèo"; sau đó còn: "note: >-"',
        ),
        ("- id: hai", "- id: ba", 1, "sai"),
    ],
)
def test_what_an_edit_changed_is_shown_beside_the_fault(tmp_path: Path, old: str, new: str, line: int, told: str):
    """At the line, where its text goes on, in the line above; what is new, what is gone; else nothing is said."""
    assert after(tmp_path, SAVED.replace(old, new), line) == [told]


def test_it_is_said_once_in_a_line(tmp_path: Path):
    """Of two faults in a line the last shows it."""
    now = SAVED.replace("name: Hộ nghèo", "nme: Hộ nghèo")
    (tmp_path / "a").mkdir()
    assert after(tmp_path / "a", now, 2) == ['bản lưu trước ghi: "name: Hộ nghèo"']
    findings = [Finding(FILE, 2, "một"), Finding(FILE, 2, "hai")]
    assert [one.before for one in with_before(tmp_path / "a", findings)] == ['bản lưu trước ghi: "name: Hộ nghèo"', ""]


def test_a_file_that_was_overwritten_is_told_first(tmp_path: Path):
    """Eight lines and a sixth of them others than they were: the file is to be taken back, not mended by the line."""
    saved = "".join(f"- name: dòng {number}\n" for number in range(50))
    now = saved
    for number in range(10, 18):
        now = now.replace(f"dòng {number}\n", f"dòng {number} =1+1\n")
    assert after(tmp_path, now, 11, saved=saved) == [
        "Tệp có lỗi, và 8 trong 50 dòng của nó khác bản lưu trước.",
        'bản lưu trước ghi: "- name: dòng 10"',
    ]
    first = with_before(tmp_path, [Finding(FILE, 11, "sai")])[0]
    assert (first.severity, first.cause, first.expected) == (
        "warning", True, f"không cố ý sửa nhiều thế thì {TAKE_BACK}"
    )  # fmt: skip
    lost = Finding(FILE, 1, "Tệp hỏng.", TAKE_BACK)
    assert [one.found for one in with_before(tmp_path, [lost])] == ["Tệp hỏng."]


def test_a_file_in_another_encoding_was_not_overwritten(tmp_path: Path):
    """All its lines are others for Git; it is to be saved again, which the finding says."""
    saved = "".join(f"- name: dòng {number}\n" for number in range(50))
    assert after(tmp_path, saved, 1, saved=saved) == ["sai"]
    (tmp_path / FILE).write_bytes(saved.encode("utf-16"))
    wrong = Finding(FILE, 1, "Tệp không phải chữ Unicode UTF-8.")
    assert [one.found for one in with_before(tmp_path, [wrong])] == ["Tệp không phải chữ Unicode UTF-8."]


def test_lines_are_counted_as_git_counts_them(tmp_path: Path):
    """A sign that only some count as the end of a line is none."""
    saved = SAVED.replace("dài", "dài\u2028dài\u0085dài")
    assert after(tmp_path, saved.replace("lắm", "@lắm"), 3, saved=saved) == ['bản lưu trước ghi ở dòng 5: "lắm"']


def test_seven_lines_are_an_edit(tmp_path: Path):
    """Fewer lines than eight, or a smaller share, are told with their faults alone."""
    saved = "".join(f"- name: dòng {number}\n" for number in range(50))
    now = saved
    for number in range(10, 17):
        now = now.replace(f"dòng {number}\n", f"dòng {number} =1+1\n")
    assert after(tmp_path, now, 11, saved=saved) == ['bản lưu trước ghi: "- name: dòng 10"']


def test_what_is_no_error_is_left_as_it_is(tmp_path: Path):
    """A note stops nothing: where there are but notes, nothing is compared."""
    after(tmp_path, SAVED.replace("Hộ nghèo", "Hộ"), 2)
    note = Finding(FILE, 2, "nhắc", severity="warning")
    assert with_before(tmp_path, [note]) == [note]


def test_without_a_saved_state_nothing_is_said_of_one(tmp_path: Path):
    """A folder without Git, one where nothing was ever saved."""
    wrong = Finding(FILE, 2, "sai")
    assert with_before(tmp_path, [wrong]) == [wrong]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert with_before(tmp_path, [wrong]) == [wrong]


def test_a_file_that_is_new_is_told_from_one_that_was_edited(tmp_path: Path):
    """A second copy of a file beside it: it may go."""
    assert after(tmp_path, SAVED, 2) == ["sai"]
    (tmp_path / "data/hai.yaml").write_text(SAVED, encoding="utf-8")
    assert [one.before for one in with_before(tmp_path, [Finding("data/hai.yaml", 2, "sai")])] == [
        "bản lưu trước không có tệp này."
    ]


def test_a_check_says_it(copy: Path):
    """Whoever lost a text that no paper has reads it in the message."""
    committed(copy)
    path = copy / "data/questions.yaml"
    path.write_text(path.read_text("utf-8").replace("question: Vay vốn", "question:", 1), encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        check(copy)
    assert str(caught.value).splitlines() == [
        "data/questions.yaml:2: Câu hỏi (question): đang để trống.",
        "    Cần: chữ đứng sau dấu hai chấm",
        '    So sánh: bản lưu trước ghi: "question: Vay vốn"',
        "    Ví dụ đúng: question: …",
        "Có 1 lỗi cần sửa; chưa có gì được xuất bản.",
    ]
