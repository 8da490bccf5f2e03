"""Two clerks on two machines: what one saved comes to the other by Git; a clash is shown, old, mine, theirs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import PLANS, copied

from programme.editor.keeping.exchange import Clash, ExchangeError, exchange

VAN_XUAN = next(one for one in PLANS if one.name == "van-xuan")
FILE = "data/projects/ndtp-03.yaml"


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@localhost", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """The plan on two machines that share a repository."""
    first = copied(tmp_path / "first", VAN_XUAN)
    git(tmp_path, "init", "--bare", "common")
    git(first, "init")
    git(first, "add", ".")
    git(first, "commit", "-m", "Bắt đầu")
    git(first, "push", "-u", str(tmp_path / "common"), "HEAD:refs/heads/main")
    git(first, "remote", "add", "origin", str(tmp_path / "common"))
    git(first, "fetch", "origin")
    git(first, "branch", "--set-upstream-to=origin/main")
    git(tmp_path, "clone", str(tmp_path / "common"), "second")
    return first, tmp_path / "second"


def saved(root: Path, old: str, new: str) -> None:
    path = root / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    git(root, "commit", "-am", "Sửa")


def test_what_each_saved_is_with_both(two: tuple[Path, Path]):
    """Different sentences of one file: no question is asked."""
    first, second = two
    saved(first, "900 triệu đồng", "901 triệu đồng")
    assert exchange(first, {}) == (["Đã gửi phần của bạn."], [])
    saved(second, "giải ngân hết vốn", "giải ngân hết số vốn")
    assert exchange(second, {}) == (["Đã nhận phần người khác lưu.", "Đã gửi phần của bạn."], [])
    assert exchange(first, {}) == (["Đã nhận phần người khác lưu."], [])
    assert exchange(first, {}) == (["Hai bên đã giống nhau."], [])
    for root in two:
        text = (root / FILE).read_text(encoding="utf-8")
        assert "901 triệu đồng" in text
        assert "giải ngân hết số vốn" in text


@pytest.mark.parametrize(("side", "expected"), [("mine", "902 triệu"), ("theirs", "901 triệu")])
def test_a_clash_is_shown_and_the_choice_holds(two: tuple[Path, Path], side: str, expected: str):
    """Nothing is changed before somebody chose."""
    first, second = two
    saved(first, "900 triệu đồng", "901 triệu đồng")
    exchange(first, {})
    saved(second, "900 triệu đồng", "902 triệu đồng")
    before = (second / FILE).read_bytes()
    said, (clash,) = exchange(second, {})
    assert said == []
    assert isinstance(clash, Clash)
    shown = [next(n for n in ("900", "901", "902") if n in one) for one in (clash.old, clash.mine, clash.theirs)]
    assert shown == ["900", "902", "901"]
    assert (second / FILE).read_bytes() == before
    assert exchange(second, {clash.id: side}) == (["Đã nhận phần người khác lưu.", "Đã gửi phần của bạn."], [])
    assert expected in (second / FILE).read_text(encoding="utf-8")
    assert exchange(first, {}) == (["Đã nhận phần người khác lưu."], [])
    assert (first / FILE).read_bytes() == (second / FILE).read_bytes()


def test_a_merge_that_cannot_be_read_is_taken_back(two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch):
    """The data here is as before, to the byte, and so is every other file that somebody edits."""
    first, second = two
    saved(first, "900 triệu đồng", "901 triệu đồng")
    exchange(first, {})
    saved(second, "giải ngân hết vốn", "giải ngân hết số vốn")
    (second / "README.md").write_text("đang sửa\n", encoding="utf-8")
    before = (second / FILE).read_bytes()
    monkeypatch.setattr("programme.editor.keeping.tried.new", lambda after, before: ("hỏng",))
    with pytest.raises(ExchangeError, match="dữ liệu không đọc được, nên giữ nguyên ở đây"):
        exchange(second, {})
    assert (second / FILE).read_bytes() == before
    assert (second / "README.md").read_text(encoding="utf-8") == "đang sửa\n"
    monkeypatch.undo()
    assert exchange(second, {}) == (["Đã nhận phần người khác lưu.", "Đã gửi phần của bạn."], [])


def test_what_is_not_saved_is_not_merged(two: tuple[Path, Path], tmp_path: Path):
    """It is said so; a folder that knows no other, and one that cannot be reached, too."""
    first, second = two
    (second / FILE).write_text((second / FILE).read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="Còn chỗ chưa lưu"):
        exchange(second, {})
    (tmp_path / "common").rename(tmp_path / "gone")
    with pytest.raises(ExchangeError, match="Không nối được tới nơi giữ chung"):
        exchange(first, {})
    with pytest.raises(ExchangeError, match="chưa nối với nơi giữ chung"):
        exchange(copied(tmp_path / "alone", VAN_XUAN), {})
