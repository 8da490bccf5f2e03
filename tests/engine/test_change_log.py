"""What the change log is made of: the facts of a version, what differs between two, how a change is worded."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import readout
from support import SECOND, copied, spoiled, without_total

from programme import cache, open_programme
from programme.history import change_log, git, page_facts
from programme.load.loader import load


def test_what_each_page_of_a_version_says():
    """Every matter of every page of the made-up plan with its value."""
    assert list(readout.pages(open_programme(SECOND))) == readout.expected("pages")


def test_a_text_is_cut_only_when_it_is_long():
    """Of 120 letters both are told whole; of one more only what differs, with six words on each side."""
    words = " ".join(["chữ"] * 29)
    assert change_log.cut(f"{words} một", f"{words} hai") == (f"{words} một", f"{words} hai")
    assert change_log.cut(f"{words} mười", f"{words} chín") == (f"{words} mười", f"{words} chín")
    around = "chữ chữ chữ chữ chữ chữ"
    assert change_log.cut(f"{words} mườii {words}", f"{words} hai {words}") == (
        f"… {around} mườii {around} …",
        f"… {around} hai {around} …",
    )
    assert change_log.cut(f"{words} chữ một", f"{words} chữ hai") == (f"… {around} một", f"… {around} hai")
    assert len(f"{words} mười") == 120 and len(f"{words} chữ một") == 123


def test_a_change_is_cut_into_what_was_and_what_is():
    """Something new, something gone, something else, a page that comes: each in words of its own."""
    assert change_log.Change("x", "Tên", "cấp", None, "xã").runs == (("", "thêm cấp: "), ("ins", "xã"))
    assert change_log.Change("x", "Tên", "cấp", "xã", None).runs == (("", "bỏ cấp: "), ("del", "xã"))
    assert change_log.Change("x", "Tên", "cấp", "xã", "tỉnh").runs == (
        ("", "cấp: "), ("del", "xã"), ("", " thành "), ("ins", "tỉnh")
    )  # fmt: skip
    assert change_log.Change("x", "Tên", "cấp", "xã", "tỉnh").text == "cấp: xã thành tỉnh"
    assert change_log.Change("x", "Tên", "", None, "Tên").text == "thêm mới"
    assert change_log.Change("x", "Tên", "", "Tên", None).text == "bỏ"


def test_the_log_tells_the_plans_words_from_those_of_the_site():
    """What is of the plan, the day of it, each page with its changes, what has no page any more."""
    words = change_log.Change("b", "Bé", "lời của mục I", "cũ", "mới")
    other = change_log.Change("a", "Anh", "ghi chú", None, "thêm")
    gone = change_log.Change("index", "Cũ", "", "Cũ", None)
    first = change_log.Entry("1", "2024-01-02T08:00:00+07:00", (words, other))
    second = change_log.Entry("2", "2024-01-05T08:00:00+07:00", (other, gone))
    log = change_log.Log((change_log.Entry("", "", (words,)), second, first), "2024-01-01", True)
    assert first.of_the_plan == [words] and first.of_the_site == [other] and second.names == ["Anh", "Cũ"]
    assert log.of_the_plan == [words] and log.untouched_since == "2024-01-02" and log.changed == "2024-01-05"
    assert log.updated == "2024-01-05T08:00:00+07:00"
    assert [date for date, _ in log.by_date] == ["", "2024-01-05", "2024-01-02"]
    assert [(page, name, len(ones)) for page, name, ones in log.by_page] == [("a", "Anh", 2), ("b", "Bé", 2)]
    assert [(entry.commit, len(ones)) for entry, ones in log.of("a")] == [("2", 1), ("1", 1)]
    nothing = change_log.Log((), "2024-01-01", True)
    assert (nothing.untouched_since, nothing.changed, nothing.updated) == (
        "2024-01-01", "2024-01-01", "2024-01-01T00:00:00Z",
    )  # fmt: skip


def test_two_versions_are_compared_page_by_page():
    """A page that comes and one that goes, one under another id, a matter that comes, goes, or is said otherwise."""
    old = {"a": ("A", {"x": "1", "y": "2"}), "n/b": ("B", {"x": "3"}), "n/c": ("C", {"z": "9"})}
    new = {"a": ("A", {"x": "1", "y": "5", "w": "7"}), "n/bb": ("B", {"x": "3"}), "n/d": ("D", {"z": "8"})}
    assert [(one.address, one.name, one.what, one.old, one.new) for one in change_log.compare(old, new)] == [
        ("a", "A", "y", "2", "5"),
        ("a", "A", "w", None, "7"),
        ("n/d", "D", "", None, "D"),
        ("index", "C", "", "C", None),
    ]


def test_of_a_page_about_the_whole_plan_is_told_what_it_says():
    """It comes with its first fact and goes with its last: that "Mục tiêu" is new would say nothing."""
    some, none = {"muc-tieu": ("Mục tiêu", {"chỉ tiêu Hộ nghèo": "dưới 5 %"})}, {}
    assert [one.text for one in change_log.compare(none, some)] == ["thêm chỉ tiêu Hộ nghèo: dưới 5 %"]
    assert [one.text for one in change_log.compare(some, none)] == ["bỏ chỉ tiêu Hộ nghèo: dưới 5 %"]


def test_what_is_of_the_plan_itself():
    """Head, number, title, basis, end, annex, receivers, signature, each "lời của ..."; nothing that the site says."""
    words = (
        "phần đầu văn bản", "số và ngày", "tên văn bản", "phần căn cứ", "đoạn kết", "kế hoạch kèm theo", "nơi nhận",
        "người ký", "lời của mục I", "lời của Điều 1",
    )  # fmt: skip
    ours = ("tên", "ghi chú ở đoạn kết", "kinh phí", "nhận Kế hoạch", "chức vụ của người ký", "mục I nói về", "")
    assert [page_facts.is_of_the_plan(one) for one in (*words, *ours)] == [True] * 10 + [False] * 7


def test_a_plan_that_is_saved_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its last version is what was read already; one that was edited, or has files that Git is not to see, is not."""
    plan = without_total(copied(tmp_path / "plan", SECOND))
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=plan, check=True)
    read: list[Path] = []
    monkeypatch.setattr(change_log, "load", lambda folder: read.append(folder) or load(folder))

    def log(kept: str) -> change_log.Log:
        monkeypatch.setattr(cache, "FOLDER", tmp_path / kept)
        return change_log.log(plan, open_programme(plan))

    assert (log("one").entries, read) == ((), [])
    spoiled(plan, "data/projects/gn-2.yaml", "275 triệu đồng", "276 triệu đồng")
    (edited,) = log("one").entries
    assert read == [] and edited.changes[0].new == "896,5 triệu đồng"
    (again,) = log("two").entries
    assert len(read) == 1 and again == edited
    spoiled(plan, "data/projects/gn-2.yaml", "276 triệu đồng", "275 triệu đồng")
    (plan / ".gitignore").write_text("data/them.yaml\n", encoding="utf-8")
    (plan / "data/them.yaml").write_text("", encoding="utf-8")
    assert not git.holds(plan, git.states(plan)[0][2])
    (plan / "data/them.yaml").unlink()
    assert git.holds(plan, git.states(plan)[0][2])


def test_git_is_not_started_where_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """It would say so, in the time that a page takes."""
    monkeypatch.setattr(git.subprocess, "run", lambda *_, **__: pytest.fail("was started"))
    assert git.ask(tmp_path, "log") == ""
    assert git.boundaries(tmp_path) == set()
    assert git.version(tmp_path).date is None


def test_a_second_working_tree_of_a_cut_clone_is_cut_where_the_clone_is(tmp_path: Path):
    """Its repository is a file that leads to that of the clone."""

    def run(folder: Path, *arguments: str) -> str:
        who = ["-c", "user.name=x", "-c", "user.email=x@x"]
        return subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout

    whole, cut, second = (tmp_path / name for name in ("whole", "cut", "second"))
    whole.mkdir()
    run(whole, "init", "--quiet")
    for name in "ab":
        (whole / name).write_text(name, encoding="utf-8")
        run(whole, "add", ".")
        run(whole, "commit", "--quiet", "--message", name)
    last = run(whole, "rev-parse", "HEAD").strip()
    run(tmp_path, "clone", "--quiet", "--depth", "1", whole.as_uri(), "cut")
    run(cut, "worktree", "add", "--quiet", "--detach", str(second))
    assert git.boundaries(whole) == set()
    assert git.boundaries(cut) == {last}
    assert git.boundaries(second) == {last}
