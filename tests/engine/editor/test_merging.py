"""One thing that stands in a list twice becomes one: wherever it was named, with all its names, in one step."""

from __future__ import annotations

from pathlib import Path

import yaml
from editing import ask, opened
from playwright.sync_api import Page, expect
from support import VAN_XUAN

from programme.commands.desk import Editor
from programme.drafting.questions import questions
from programme.editor.changes import merging, renaming
from programme.editor.desk import Desk
from programme.editor.offers import asked
from programme.editor.view import blocks

LISTED = [
    {"id": "van-phong", "name": "Văn phòng xã", "level": "commune", "names": ["VP"], "note": "Một."},
    {"id": "van-phong-2", "name": "Văn phòng", "level": "commune", "names": ["VP", "Phòng VP"], "note": "Hai.",
     "members": ["van-phong", "x"]},
]  # fmt: skip


def record(desk: Desk, top: str, id: str) -> blocks.Block:
    return next(one for one in desk.page(f"so/{top}").blocks if one.value["id"] == id)


def test_two_records_are_one_with_all_their_names():
    """A name that stands in the plan's words is a way it is written, any other one for the search; notes stay."""
    whole = merging._whole("Agency", LISTED[0], LISTED[1], "văn phòng và phòng vp")
    assert merging._without_itself("Agency", whole, "van-phong") == {
        "id": "van-phong", "name": "Văn phòng xã", "level": "commune", "names": ["VP", "Văn phòng", "Phòng VP"],
        "members": ["x"], "note": "Một. Hai.",
    }  # fmt: skip
    assert merging._whole("Agency", LISTED[0], LISTED[1], "")["aliases"] == ["Văn phòng", "Phòng VP"]


def test_what_is_said_twice_by_that_is_said_once():
    """In marks of words and of rows; who acts is not beside itself; words and cells that are alike stay."""
    sentence = {
        "phrases": [
            {"text": "A", "bearers": ["a", "b", "c"], "with": ["b"], "reports": [{"to": ["a"]}, {"to": ["b"]}]},
            {"text": "A", "bearers": ["b"]},
        ]
    }
    assert renaming.named("Paragraph", sentence, {"agencies": {"b": "a"}}) == {
        "phrases": [
            {"text": "A", "bearers": ["a", "c"], "reports": [{"to": ["a"]}]},
            {"text": "A", "bearers": ["a"]},
        ]
    }
    table = {"columns": [{"text": "b"}], "rows": [{"cells": ["b"], "bearers": ["b", "a"]}, {"cells": ["b"]}]}
    assert renaming.named("Table", table, {"agencies": {"b": "a"}}) == {
        "columns": [{"text": "b"}], "rows": [{"cells": ["b"], "bearers": ["a"]}, {"cells": ["b"]}],
    }  # fmt: skip


def test_every_body_of_a_plan_goes_into_any_other_and_comes_back(desk: Desk, root: Path):
    """Nothing names it any more, what was right is right, and a step back is as before to the byte."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".editing" not in path.parts}
    (root / "released.txt").unlink(missing_ok=True)
    ids = [one.value for one in desk.choices()["agencies"]]
    for id in ids[:6]:
        to = next(one for one in reversed(ids) if one != id)
        one = record(desk, "agencies", id)
        outcome = ask(desk, one, "merge", force=True, to=to)
        assert outcome.done, (id, outcome)
        assert not [path for path in root.glob("data/**/*.yaml") if id in _ids(path.read_text(encoding="utf-8"))]
        names = record(desk, "agencies", to).value
        assert one.value["name"] in [*names.get("names", ()), *names.get("aliases", ())]
        assert desk.back().done
    assert not [path for path, held in before.items() if path.name != "released.txt" and path.read_bytes() != held]


def _ids(text: str) -> set[str]:
    def within(value: object) -> set[str]:
        if isinstance(value, dict):
            return set().union(*(within(one) for key, one in value.items() if key != "id" or one), set())
        if isinstance(value, list):
            return set().union(*map(within, value), set())
        return {str(value)}

    return within(yaml.safe_load(text))


def test_a_public_address_leads_to_the_other(desk: Desk, root: Path):
    """It is asked where it leads; the record that it went into is the first offer."""
    (root / "released.txt").write_text("co-quan/hoi-nong-dan\n", encoding="utf-8")
    ids = [one.value for one in desk.choices()["agencies"]]
    public, to = next(one for one in ids if (root / f"docs/co-quan/{one}.md").is_file()), ids[-1]
    (root / "released.txt").write_text(f"co-quan/{public}\n", encoding="utf-8")
    outcome = ask(desk, record(desk, "agencies", public), "merge", to=to)
    assert (outcome.done, outcome.why) == (False, "ask")
    assert outcome.leads[0].choices[0][0] == f"co-quan/{to}"
    assert ask(desk, record(desk, "agencies", public), "merge", force=True, to=to).done
    assert (root / "released.txt").read_text(encoding="utf-8") == f"co-quan/{public} -> co-quan/{to}\n"


def test_what_is_not_there_or_itself_is_refused(desk: Desk):
    """Documents have numbers of their own."""
    one = desk.page("so/agencies").blocks[0]
    for to in ("", "x", one.value["id"]):
        assert ask(desk, one, "merge", to=to).said == "Chọn mục mà mục này nhập vào."
    document = desk.page("so/documents").blocks[0]
    assert ask(desk, document, "merge", to="x").said == "Mục này không nhập vào mục khác được."


def test_questions_that_wait_name_the_other(root: Path):
    """An answer would else bring the record back."""
    path = questions.path_of(root)
    path.parent.mkdir(exist_ok=True)
    path.write_text("- id: bearers-hoi\n  sets:\n    bearers:\n    - hoi\n  records:\n  - id: hoi\n", encoding="utf-8")
    assert asked.renamed(root, {"hoi": "hoi-nong-dan"}) == {
        "import/questions.yaml": "- id: bearers-hoi\n  sets:\n    bearers:\n    - hoi-nong-dan\n  records:\n"
        "  - id: hoi-nong-dan\n"
    }
    assert asked.renamed(root, {"khac": "hoi"}) == {}


def test_a_record_is_merged_from_its_list(served: tuple[str, Editor], page: Page, data: Path):
    """Three actions: open it, choose the other by letters without marks, write."""
    opened(page, served, "so/groups")
    first, second = (page.locator(".record .name").nth(at).inner_text() for at in (0, 1))
    page.locator(".record .name").nth(1).click()
    page.get_by_role("button", name="Nhập vào mục khác…").click()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Gõ vài chữ của tên, rồi chọn mục mà mục này nhập vào.")
    page.keyboard.type(first)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(f"Đã ghi: nhập “{second}” vào “{first}”.")
    expect(page.locator(".record .name").get_by_text(second, exact=True)).to_have_count(0)
    groups = yaml.safe_load((data / "groups.yaml").read_text(encoding="utf-8"))
    assert second in [*groups[0].get("names", ()), *groups[0].get("aliases", ())]
    assert len(groups) == len(yaml.safe_load((VAN_XUAN / "data/groups.yaml").read_text(encoding="utf-8"))) - 1
