"""What is deleted takes along what names it, or leaves findings: whatever the data, the editor opens and goes back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from support import PLANS, WHOLE, copied

from programme.drafting import FOLDER
from programme.editor.actions import Actions
from programme.editor.answer import Answer, Asking
from programme.editor.desk import Desk, Outcome
from programme.editor.keeping import tried
from programme.editor.view import blocks
from programme.editor.web import FAULT, Web
from programme.load import yamlfile

SECOND = next(one for one in PLANS if one.name == "second")
PAGES = ("toan-van", "cau-hoi", "du-an/index", "so/agencies", "so/groups", "so/needs")


@pytest.fixture
def second(tmp_path: Path):
    yamlfile.remember()
    yield Desk(copied(tmp_path / "second", SECOND), Actions(lambda root, why: None))
    yamlfile._known = None


def remove(desk: Desk, one: blocks.Block, *, force: bool) -> Outcome:
    asked = {"op": "remove", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": force}
    return desk.do({**asked, "given": {"ask": True}})


def opened(desk: Desk) -> list[Answer]:
    web = Web(desk)
    return [web.answer(Asking("GET", f"/__edit/{page}")) for page in PAGES]


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "data").rglob("*.yaml")}


def names(desk: Desk, words: str, key: str) -> None:
    """A sentence names a project, in a plan that was read from a document."""
    (desk.root / FOLDER).mkdir(exist_ok=True)
    one = next(one for one in blocks.everything(desk.files) if one.what == "sentence" and words in one.sentence.text)
    asked = {"op": "own", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": True}
    assert desk.do({**asked, "given": {"sets": {"projects": [key]}}}).done


def project(desk: Desk, title: str) -> blocks.Block:
    return next(one for one in blocks.everything(desk.files) if one.kind == "Project" and title in one.title)


def test_a_project_goes_with_the_names_of_it(second: Desk):
    """Who names it is said before; after, nobody names what there is no more, and a step back is to the byte."""
    names(second, "Phòng Kinh tế:", "giam-ngheo/2.2")
    before, one = texts(second.root), project(second, "Tiểu dự án 2:")
    asked = remove(second, one, force=False)
    assert (asked.done, asked.why) == (False, "ask")
    assert asked.said.split("\n")[0] == "Có 2 chỗ đang nêu mục này; lời giữ nguyên, chỉ thôi dẫn tới mục này."
    assert [page for _, page in asked.links] == [
        "so/needs#needs.1",
        "du-an/giam-ngheo-2-1#projects-gn-2.subprojects.0.clauses.4.items.0",
    ]
    assert remove(second, one, force=True).done
    assert not [one for one in second.look().findings if "không có dự án nào" in one.found]
    assert second.back().done
    assert texts(second.root) == before


def test_a_project_file_lost_by_another_hand_leaves_findings_and_the_editor_open(second: Desk):
    """The pages open and say what names it; they did not while names of the lost were joined."""
    names(second, "Phòng Kinh tế và Chủ tịch", "giam-ngheo/2.2")
    next((second.root / "data/projects").glob("gn-2*")).unlink()
    assert second.wrong()[0]
    assert {(one.status, FAULT in one.body.decode()) for one in opened(second)} == {(200, False)}


@pytest.mark.parametrize("plan", PLANS, ids=lambda one: one.name)
def test_the_editor_opens_and_goes_back_whatever_was_deleted(plan: Path, tmp_path: Path):
    """Records, parts and projects at random, by a yes to every question."""
    yamlfile.remember()
    chance, desk = Random(9), Desk(copied(tmp_path / "plan", plan), Actions(lambda root, why: None))
    before, done = texts(desk.root), 0
    kinds = ("record", "heading")
    for _ in range(60 if WHOLE else 6):
        named = [one for one in blocks.everything(desk.files) if one.what in kinds and one.kind != "Plan"]
        outcome = remove(desk, chance.choice(named), force=True)
        done += outcome.done
        assert {(one.status, FAULT in one.body.decode()) for one in opened(desk)} == {(200, False)}
    assert done
    while desk.steps.last():
        assert desk.back().done
    assert texts(desk.root) == before
    yamlfile._known = None


def test_what_the_check_itself_fails_on_is_a_finding(second: Desk, monkeypatch: pytest.MonkeyPatch):
    """The page stays, and with it the way back; so does it where its own sentences cannot be made."""

    def fails(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(tried.rules, "check", fails)
    monkeypatch.setattr("programme.editor.desk.check", fails)
    assert second.wrong() == (1, "toan-van#cho-khac")
    assert {(one.status, FAULT in one.body.decode()) for one in opened(second)} == {(200, False)}
    monkeypatch.setattr(Web, "_main", fails)
    page = Web(second).answer(Asking("GET", "/__edit/toan-van"))
    assert page.status == 200
    assert FAULT in page.body.decode()
    assert 'id="back"' in page.body.decode()
    monkeypatch.setattr(Web, "state", fails)
    page = Web(second).answer(Asking("GET", "/__edit/toan-van"))
    assert (page.status, page.kind) == (500, "text/html")


def test_a_finding_of_a_subproject_leads_to_its_own_page(second: Desk):
    """Not to that of the project around it, where the field is another one."""
    one = project(second, "Tiểu dự án 2:")
    asked = {"op": "set", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": True}
    assert second.do({**asked, "given": {"sets": {"no_lead": "Kế hoạch không nêu."}}}).done
    assert second.wrong() == (1, "du-an/giam-ngheo-2-2#projects-gn-2.subprojects.1")


def test_a_group_that_nothing_names_goes_with_one_press(second: Desk):
    """The button stands at the finding; one that is named has none."""
    one = next(one for one in second.page("so/groups").blocks)
    asked = {"file": one.file, "way": [*one.way], "seen": one.seen, "page": "so/groups", "force": True}
    value = {"id": "nhom-moi", "name": "Nhóm mới", "kind": "household"}
    assert second.do({**asked, "op": "new", "given": {"top": "groups", "value": value}}).done
    told = second.told(second.page("so/groups"))
    press = [one.press for one in told if one.press]
    assert [(says, change["op"], change["file"]) for says, change in press] == [("Bỏ mục này", "remove", one.file)]
    assert "Bỏ mục này" in Web(second).main(second.page("so/groups"))
    assert second.do({**press[0][1], "page": "so/groups", "force": True}).done
    assert second.wrong() == (0, "")


def test_a_part_is_found_by_the_name_of_its_project(second: Desk):
    """Which part of the plan names a place: a clerk knows a project as "Dự án 2"."""
    assert [one.name for one in second.choices()["clauses"] if "Tiểu dự án 2" in one.name] == [
        "II.2.2. Tiểu dự án 2: Bữa ăn cho trẻ nhỏ"
    ]
