"""`programme new` refuses what cannot be, asks for what is not given, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from new_plans import GIVEN
from support import SECOND, commanded, run, spoiled

from programme import check, open_programme
from programme.pages import page_files

OF_A_COMMUNE = "Cần: tên nơi ở cấp xã, bắt đầu bằng: xã, phường, thị trấn, đặc khu."


WITH_FROM = "Cần: thêm --from và thư mục của Kế hoạch trước."


A_YEAR = "Cần: một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030."


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path):
    """A folder with something in it, an unknown level, a year that is none, no name, a foreign address: six lines."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    made = commanded(
        "new", str(tmp_path), "LEVEL=thôn", "YEAR=27", "ISSUER=123", "PLACE=huyện B", f"FROM={tmp_path / 'no'}",
        "OLD_SITE=xa.example",
    )  # fmt: skip
    assert (made.returncode, made.stdout) == (1, "")
    assert made.stderr == (
        "Chưa tạo gì.\n"
        f"DIR: {tmp_path} đã có và không trống. Cần: một thư mục chưa có, hoặc trống.\n"
        '--old-site: ghi là "xa.example". Cần: địa chỉ bắt đầu bằng https:// hoặc http://.\n'
        f"--from: {tmp_path / 'no'} không có data/plan.yaml. Cần: thư mục của một Kế hoạch.\n"
        "--name: còn thiếu. Cần: Tên gọi của Kế hoạch, ví dụ: Kế hoạch giảm nghèo năm 2027 của xã Bình Minh.\n"
        '--level: ghi là "thôn". Cần: một trong: tỉnh, huyện, xã.\n'
        '--year: ghi là "27". Cần: một năm, như 2027, hoặc năm đầu và năm cuối, như 2026-2030.\n'
        '--issuer: ghi là "123". Cần: lời có chữ.\n'
    )
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("PLACE=huyện B", f'--place: ghi là "huyện B". {OF_A_COMMUNE}'),
        ("PLACE=Bình Minh", f'--place: ghi là "Bình Minh". {OF_A_COMMUNE}'),
        ("YEAR=2031-2030", f'--year: ghi là "2031-2030". {A_YEAR}'),
        ("NAME=", "--name: đang để trống. Cần: lời có chữ."),
        (f"NAME={'a' * 201}", f'--name: ghi là "{"a" * 201}". Cần: không quá 200 chữ.'),
        ("NAME=a\nb", '--name: ghi là "a\nb". Cần: lời liền một dòng.'),
        ("OLD_SITE=https://a.example/", f"--old-site: chỉ ghi cùng --from. {WITH_FROM}"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(tmp_path: Path, changed: str, said: str):
    """Said with what was found and what is expected; nothing is made."""
    made = commanded("new", str(tmp_path / "a"), *GIVEN, changed)
    assert (made.returncode, made.stderr) == (1, f"Chưa tạo gì.\n{said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_plan_before_that_is_wrong_is_refused_with_its_faults(copy: Path, tmp_path: Path):
    """`--from` a plan that cannot be read says what is wrong with it, with file and line."""
    spoiled(copy, "data/agencies.yaml", "level: commune", "level: comune")
    made = commanded("new", str(tmp_path / "a"), *GIVEN, f"FROM={copy}")
    assert made.returncode == 1
    assert made.stderr.startswith(f"Chưa tạo gì.\n--from: {copy} có lỗi. Cần: sửa các lỗi này trước.\n")
    assert '    data/agencies.yaml:1: Cấp (level): ghi là "comune". Ý bạn là "commune"?\n' in made.stderr


def test_no_folder_and_a_file_are_refused(tmp_path: Path):
    """Neither `make new` without DIR nor the name of a file makes anything."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    none = commanded("new", "DIR=", *GIVEN)
    assert none.stderr == "Chưa tạo gì.\nDIR: còn thiếu. Cần: thư mục của Kế hoạch mới, chưa có hoặc trống.\n"
    file = commanded("new", str(tmp_path / "x"), *GIVEN)
    assert file.stderr == f"Chưa tạo gì.\nDIR: {tmp_path / 'x'} là một tệp. Cần: một thư mục chưa có, hoặc trống.\n"


def test_what_is_not_given_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """At a terminal: each question with an example; what cannot be is said and asked again."""
    answers = iter(["", "Kế hoạch thử", "thôn", "xã", "31", "2031", "UBND xã A", "huyện A", "xã A"])
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    made = commanded("new", str(tmp_path / "a"))
    assert made.returncode == 0, made.stderr
    assert list(dict.fromkeys(asked)) == [
        "Tên gọi của Kế hoạch (ví dụ: Kế hoạch giảm nghèo năm 2027 của xã Bình Minh): ",
        "Cấp ban hành (tỉnh, huyện, xã) (ví dụ: xã): ",
        "Năm của Kế hoạch, hoặc năm đầu và năm cuối (ví dụ: 2027): ",
        "Cơ quan ban hành (ví dụ: Ủy ban nhân dân xã Bình Minh): ",
        "Nơi (ví dụ: xã Bình Minh): ",
    ]
    for said in (
        "Còn trống; cần lời có chữ.\n",
        'Đang ghi "thôn"; cần một trong: tỉnh, huyện, xã.\n',
        'Đang ghi "huyện A"; cần tên nơi ở cấp xã, bắt đầu bằng: xã, phường, thị trấn, đặc khu.\n',
    ):
        assert said in made.stdout
    assert open_programme(tmp_path / "a").plan.short_title == "Kế hoạch thử"


def test_the_plan_before_answers_what_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With `--from`, level, body and place are shown in brackets, and Enter keeps them."""
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "Kế hoạch thử" if question.startswith("Tên") else "2031" if question.startswith("Năm") else ""

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"isatty": lambda self: True})())
    assert commanded("new", str(tmp_path / "a"), f"FROM={SECOND}").returncode == 0
    assert asked[1:2] + asked[3:] == [
        "Cấp ban hành (tỉnh, huyện, xã) [xã]: ", "Cơ quan ban hành [UBND xã]: ", "Nơi [xã Minh Họa]: ",
    ]  # fmt: skip


@pytest.mark.parametrize(("error", "status"), [(OSError(28, "full"), 1), (KeyboardInterrupt(), 130)])
def test_nothing_is_left_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int
):
    """A full disk, Ctrl+C in the middle: no folder, none made above it, nothing half-written beside it."""

    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(page_files, "create_missing", fails)
    made = commanded("new", str(tmp_path / "a/b/c"), *GIVEN)
    assert made.returncode == status
    assert list(tmp_path.iterdir()) == []
    empty = tmp_path / "empty"
    empty.mkdir()
    assert commanded("new", str(empty), *GIVEN).returncode == status
    assert [path.name for path in tmp_path.iterdir()] == ["empty"] and list(empty.iterdir()) == []


def test_an_empty_folder_is_taken(tmp_path: Path):
    """A folder that was made for the plan is filled."""
    assert commanded("new", str(tmp_path), *GIVEN).returncode == 0
    assert (tmp_path / "data/plan.yaml").is_file() and list(tmp_path.parent.glob(".new-*")) == []


def test_without_a_name_git_is_begun_all_the_same(tmp_path: Path):
    """Git that knows no author: the commit has the neutral name, and that is said."""
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    made = run("programme", "new", str(tmp_path / "a"), *GIVEN, **nobody, GIT_CONFIG_NOSYSTEM="1")
    assert made.returncode == 0, made.stderr
    assert "với một lần ghi mang tên “Người sửa dữ liệu”, vì Git trên máy này chưa biết tên bạn" in made.stdout
    log = ["git", "log", "--format=%an"]
    assert subprocess.run(log, cwd=tmp_path / "a", capture_output=True, text=True).stdout == "Người sửa dữ liệu\n"


def test_without_git_the_folder_is_made_and_that_is_said(tmp_path: Path):
    """No Git on the machine: no history, one sentence about it, and a plan that is right."""
    made = run("programme", "new", str(tmp_path / "a"), *GIVEN, PATH=str(tmp_path))
    assert made.returncode == 0, made.stderr
    assert "Lịch sử: máy này không có Git, hoặc Git không ghi được, nên thư mục chưa có lịch sử." in made.stdout
    assert not (tmp_path / "a/.git").exists() and check(tmp_path / "a")[1] == ()
