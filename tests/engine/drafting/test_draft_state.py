"""A plan with open questions is a draft: each page says so, none says what the plan lacks; it is not published."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from support import SECOND

from programme import FindingsError, Programme, check
from programme.building.whole_site import BuildError
from programme.commands import main, publish, save
from programme.derive import support
from programme.drafting.questions import questions
from programme.drafting.questions.answers import answer
from programme.drafting.questions.questions import NO, Question, Spot
from programme.pages import page_files
from programme.render.rendered import Rendered
from programme.render.renderer import Renderer
from programme.unchanged import site as unchanged

NOTE = "<b>Bản nháp:</b> còn 2 câu hỏi chưa trả lời về dữ liệu đọc từ tệp của Kế hoạch."
WORDS = "Vận động mọi nhà cùng làm."


@pytest.fixture
def draft(copy: Path) -> Path:
    spot = Spot("sections.yaml", "V.3", WORDS, 9, 16, {"for_whom": [{"who": ["dan-xa"]}]})
    asked = [Question(name, "for_whom", "Có phải?", [spot]) for name in ("a", "b")]
    questions.write(copy, asked)
    return copy


def rendered(programme: Programme) -> dict[str, str]:
    """Every page of a plan, as its file calls it."""
    renderer, data = Renderer(programme), programme.data
    return {
        **{name: renderer.overview(name) for name in page_files.overviews(programme)},
        **{node.key: renderer.project(node.key) for node in programme.nodes[:3]},
        **{one.id: renderer.agency(one.id) for one in data.agencies[:2]},
        **{one.id: renderer.group(one.id) for one in data.groups[:2]},
        **{one.id: renderer.document(one.id) for one in data.documents[:2]},
        **{f"guide {name}": renderer.guide(name) for name in page_files.GUIDE_PAGES},
    }


def test_each_page_of_a_draft_says_that_it_is_one(draft: Path):
    """With the number of open questions, once; nowhere stands that the plan does not say something."""
    programme, found = check(draft)
    assert [str(one) for one in found if one.file == "import/questions.yaml"] == [
        "import/questions.yaml: Lưu ý: Bản nháp: còn 2 câu hỏi chưa trả lời về dữ liệu đọc từ tệp của Kế hoạch.\n"
        "    Cần: gõ make questions để trả lời từng câu"
    ]
    pages = rendered(programme)
    assert len(pages) > 25
    assert [name for name, page in pages.items() if page.count(NOTE) != 1] == []
    blank = {one for page in pages.values() for one in re.findall(r'class="unstated">([^<]*)</span>(?!</dt>)', page)}
    assert blank == {"chưa thấy trong phần đã nhập"}


def test_a_draft_in_which_nothing_is_marked_as_support_says_so(draft: Path, monkeypatch: pytest.MonkeyPatch):
    """Its page of support is not blank."""
    monkeypatch.setattr(support, "shown", lambda programme: [])
    page = Renderer(check(draft)[0]).overview("ho-tro")
    assert "chưa có chỗ nào được đánh dấu là hỗ trợ ai; lời của Kế hoạch ở" in page


def test_a_plan_without_questions_says_nothing_of_drafts(programme: Programme):
    """No page, no finding; the made-up plan has no such folder."""
    assert not (SECOND / "import").exists()
    assert [name for name, page in rendered(programme).items() if "Bản nháp" in page] == []
    assert programme.open_questions == 0 and programme.is_entered


def test_with_the_last_answer_the_mark_goes(draft: Path):
    """One question is left after the first answer, none after the second; the check notices without being told."""
    seen = []
    for name in ("a", "b"):
        answer(draft, name, NO)
        programme, found = check(draft)
        seen.append(
            (programme.open_questions, programme.is_entered, [one.file for one in found if "nháp" in one.found])
        )
    assert seen == [(1, False, ["import/questions.yaml"]), (0, True, [])]


def test_a_draft_is_published_only_if_that_is_asked_for(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    """`publish` and `offline` refuse before they build, and say how to go on; DRAFT=1 goes on."""

    def build(*_: object, **__: object) -> None:
        raise BuildError("đang dựng")

    monkeypatch.setattr(publish, "build", build)
    monkeypatch.setattr("programme.commands.offline.build", build)
    said = []
    for words in ("publish", str(tmp_path / "www")), ("offline",):
        for more in (), ("DRAFT=1",):
            assert main(["--root", str(draft), *words, *more]) == 1
            said.append(capsys.readouterr().err)
    refused = (
        "Bản nháp: còn 2 câu hỏi chưa trả lời về dữ liệu đọc từ tệp của Kế hoạch, nên chưa phát hành.\n"
        "Gõ make questions để trả lời. Vẫn muốn phát hành bản nháp thì gõ lại lệnh, thêm DRAFT=1 ở cuối.\n"
    )
    assert said == [
        refused,
        "Không dựng được trang, trang cũ giữ nguyên:\nđang dựng\n",
        refused,
        "Không dựng được trang:\nđang dựng\n",
    ]


def test_what_is_kept_of_a_build_knows_of_the_questions(draft: Path):
    """A page that was rendered with other questions open, or a site built then, is not taken for today's."""
    two = check(draft)[0]
    assert draft / "import/questions.yaml" in unchanged._files(draft)
    answer(draft, "a", NO)
    one = check(draft)[0]
    data = draft / "data"
    assert len({Rendered(Renderer(plan), data)._made_from for plan in (two, one)}) == 2


def test_a_file_of_questions_that_cannot_be_read_is_a_fault(draft: Path):
    """One finding that names the file; a draft is never taken for a finished plan by that."""
    questions.path_of(draft).write_text("- id: [a\n", encoding="utf-8")
    with pytest.raises(FindingsError, match=r"import/questions\.yaml: Không đọc được tệp câu hỏi\."):
        check(draft)
    assert main(["--root", str(draft), "questions", "--list"]) == 1


def test_answers_are_saved_with_the_data(draft: Path):
    """`save` puts what was asked and answered into the history too."""

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=draft, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("add", "data", "docs", "mkdocs.yml")
    git("-c", "user.name=A", "-c", "user.email=a@b.vn", "commit", "--quiet", "-m", "x")
    save.save(draft)
    assert "import/questions.yaml" in git("ls-files").splitlines()
    assert git("status", "--porcelain", "import") == ""
