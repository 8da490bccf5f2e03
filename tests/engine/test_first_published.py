"""The log of a plan that was read from a document begins with its first publication: mends before it are no changes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support import spoiled, without_total

from programme.commands.save import save
from programme.drafting.questions import questions
from programme.drafting.questions.questions import Question, Spot
from programme.history import change_log, published
from programme.opening import check
from programme.render.renderer import Renderer

FILE = "data/projects/gn-2.yaml"


def git(plan: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.vn")
    return subprocess.run(["git", *who, *words], cwd=plan, check=True, capture_output=True, text=True).stdout


def log(plan: Path) -> list[tuple[bool, list[str]]]:
    """Of each entry whether it is saved, and what it tells."""
    found = change_log.log(plan, check(plan)[0])
    return [
        (bool(one.date), [change.text for change in one.changes if change.what == "kinh phí"]) for one in found.entries
    ]


@pytest.fixture
def draft(copy: Path) -> Path:
    """A plan that was read from a document, without open questions, saved once and mended once."""
    without_total(copy)
    (copy / "import").mkdir()
    (copy / "import/doubts.txt").write_text("", encoding="utf-8")
    git(copy, "init", "--quiet")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "-m", "x")
    edit(copy, "275 triệu đồng", "276 triệu đồng")
    return copy


def edit(plan: Path, old: str, new: str) -> None:
    spoiled(plan, FILE, old, new)
    save(plan)


def test_what_was_mended_before_the_first_publication_is_no_change(draft: Path):
    """Neither the mends that are saved nor those that are not; a person who saves is told what was changed."""
    assert log(draft) == []
    spoiled(draft, FILE, "276 triệu đồng", "277 triệu đồng")
    assert log(draft) == []
    pending = change_log.pending(draft, check(draft)[0])
    assert (
        next(one.text for one in pending if one.what == "kinh phí")
        == "kinh phí: 896,5 triệu đồng thành 897,5 triệu đồng"
    )
    page = Renderer(check(draft)[0], change_log.log(draft, check(draft)[0])).overview("nhat-ky")
    assert "Từ đó tới nay chưa có gì đổi." in page


def test_what_changes_after_it_is_told(draft: Path):
    """From the state that was published; a further publication marks nothing anew."""
    published.mark(draft)
    assert git(draft, "tag").split() == ["phat-hanh"]
    edit(draft, "276 triệu đồng", "278 triệu đồng")
    published.mark(draft)
    spoiled(draft, FILE, "278 triệu đồng", "279 triệu đồng")
    told = "kinh phí: {} triệu đồng thành {} triệu đồng"
    assert log(draft) == [
        (False, [told.format("898,5", "899,5"), told.format("278", "279")]),
        (True, [told.format("896,5", "898,5"), told.format("276", "278")]),
    ]


def test_edits_that_are_not_saved_are_not_marked(draft: Path):
    """What was published then, the history does not know."""
    spoiled(draft, FILE, "276 triệu đồng", "277 triệu đồng")
    published.mark(draft)
    assert git(draft, "tag") == "" and published.first(draft) == ""


def test_the_list_of_published_addresses_tells_it_too(draft: Path):
    """Where a server publishes, which writes no mark."""
    (draft / "released.txt").write_text("index\n", encoding="utf-8")
    save(draft)
    edit(draft, "276 triệu đồng", "278 triệu đồng")
    assert [len(told) for _, told in log(draft)] == [2]


def test_a_plan_with_open_questions_has_no_changes_to_tell(draft: Path):
    """Though it was published before; the page says when they will be."""
    published.mark(draft)
    edit(draft, "276 triệu đồng", "278 triệu đồng")
    spot = Spot("sections.yaml", "V.3", "Vận động mọi nhà cùng làm.", 9, 16, {"for_whom": [{"who": ["dan-xa"]}]})
    questions.write(draft, [Question("a", "for_whom", "Có phải?", [spot])])
    assert log(draft) == []
    page = Renderer(check(draft)[0], change_log.log(draft, check(draft)[0])).overview("nhat-ky")
    assert "Nhật ký bắt đầu từ lần phát hành đầu tiên sau khi mọi câu hỏi đã được trả lời." in page
    assert "chưa có gì đổi" not in page


def test_a_plan_entered_by_hand_is_told_of_as_before(draft: Path):
    """It began with its signature, not with a publication."""
    for one in (draft / "import").iterdir():
        one.unlink()
    (draft / "import").rmdir()
    assert [len(told) for _, told in log(draft)] == [2]
