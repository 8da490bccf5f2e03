"""The editor's desk: each change writes the lines meant and no others, is checked first, and can be taken back."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from editing import DESK_PAGE as PROJECT
from editing import ask, block
from support import PLANS

from programme.editor.desk import Desk
from programme.editor.view import blocks

VAN_XUAN = next(one for one in PLANS if one.name == "van-xuan")


def plain(desk: Desk) -> blocks.Block:
    """A sentence without any mark."""
    return next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str)
                and one.file == "data/sections.yaml")  # fmt: skip


def changed(root: Path) -> list[str]:
    """The lines that differ from the plan's, of all files of the data."""
    found = []
    names = {
        path.relative_to(base / "data").as_posix()
        for base in (root, VAN_XUAN)
        for path in (base / "data").rglob("*.yaml")
    }
    for name in sorted(names):
        texts = [
            (base / "data" / name).read_text(encoding="utf-8").splitlines() if (base / "data" / name).exists() else []
            for base in (VAN_XUAN, root)
        ]
        found += [line for line in difflib.ndiff(*texts) if line[:1] in "+-"]
    return found


def test_an_amount_is_one_line_and_says_which_sums_it_changes(desk: Desk, root: Path):
    """Typed in its mark: the words change, the mark stays; the sums before and after are told, and taken back."""
    one = block(desk, "du-an/ctmtqg-ndtp-03", "900 triệu đồng")
    place = next(at for at, phrase in enumerate(one.sentence.phrases) if "900 triệu" in phrase["text"])
    given = {"place": place, "text": "trong đó ngân sách trung ương 901 triệu đồng,", "sets": {}}
    assert "tổng ghi là 1.250 triệu đồng" in ask(desk, one, "change", **given).told[0].words
    outcome = ask(desk, one, "change", force=True, **given)
    assert outcome.done
    assert changed(root) == [
        "-           - text: trong đó ngân sách trung ương 900 triệu đồng,",
        "+           - text: trong đó ngân sách trung ương 901 triệu đồng,",
    ]
    assert outcome.sums == (
        ("Tổng kinh phí", "4.059,25 triệu đồng", "4.060,25 triệu đồng"),
        ("Nội dung thành phần 03 (NDTP-03)", "1.250 triệu đồng", "1.251 triệu đồng"),
        ("Ngân sách Trung ương", "1.220 triệu đồng", "1.221 triệu đồng"),
    )
    assert [one.page for one in outcome.told] == [
        "toan-van#plan.appendices.0.tables.0",
        "toan-van#sections.3.clauses.0.tables.0",
    ]
    undone = desk.back()
    assert undone.sums == tuple((what, now, old) for what, old, now in outcome.sums)
    assert changed(root) == []


def test_marked_words_are_the_only_lines_that_change(desk: Desk, root: Path):
    """A whole sentence that had no mark gets one: its words are where they were."""
    one = next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str)
               and one.file == "data/sections.yaml" and "\n" not in one.value and len(one.value) < 80)  # fmt: skip
    group = desk.choices()["groups"][0].value
    outcome = ask(desk, one, "mark", start=0, end=len(one.value), sets={"for_whom": [{"who": [group]}]})
    assert outcome.done, outcome
    lines = changed(root)
    assert [line for line in lines if line.startswith("-")] == [line for line in lines if line.startswith("-")][:1]
    assert any(f"who: [{group}]" in line for line in lines)
    assert Desk(root, desk.actions).back().said == "Đã lùi lại; nay như trước khi " + outcome.said.removeprefix(
        "Đã ghi: "
    )
    assert changed(root) == []


def test_what_would_be_wrong_is_told_beside_the_words_and_not_written(desk: Desk, root: Path):
    """Words without an amount marked as money: that is said without keys or files; a yes writes it all the same."""
    one = plain(desk)
    outcome = ask(desk, one, "mark", start=0, end=5, sets={"money": {}})
    assert (outcome.done, outcome.why, outcome.may_force) == (False, "wrong", True)
    assert "không đọc được số tiền nào" in outcome.told[0].words
    assert "money" not in outcome.told[0].words
    assert changed(root) == []
    assert ask(desk, one, "mark", start=0, end=5, sets={"money": {}}, force=True).done
    told = desk.told(desk.page("toan-van"))
    assert any(each.is_error and each.block == one.id for each in told)


def test_what_was_changed_elsewhere_is_told_and_kept(desk: Desk, root: Path):
    """The same sentence edited by hand meanwhile: nothing is written, what is there now is said; another goes on."""
    one, other = [one for one in desk.page(PROJECT).blocks if one.what == "sentence"][:2]
    path = root / one.file
    first = one.sentence.text.split()[0]
    text = path.read_text(encoding="utf-8")
    head, tail = text[: text.index(first)], text[text.index(first) :]
    path.write_text(head + tail.replace(first, f"{first} mới", 1), encoding="utf-8")
    outcome = ask(desk, one, "words", text=f"{one.sentence.text} Của tôi.")
    assert (outcome.done, outcome.why) == (False, "clash")
    assert outcome.now.startswith(f"{first} mới")
    assert "Của tôi" not in path.read_text(encoding="utf-8")
    assert ask(desk, other, "words", text=f"{other.sentence.text} Thêm.", force=True).done
    written = path.read_text(encoding="utf-8")
    assert f"{first} mới" in written
    assert "Thêm." in written


def test_a_new_body_gets_its_id_its_page_and_can_be_taken_back(desk: Desk, root: Path):
    """The id is made of the name; the page comes with the first words that name it."""
    made = desk.do({"op": "new", "given": {"top": "agencies", "value": {"name": "Hội Người mù", "level": "commune"}}})
    assert made.page == "co-quan/hoi-nguoi-mu"
    assert changed(root) == ["+ - id: hoi-nguoi-mu", "+   name: Hội Người mù", "+   level: commune"]
    assert "Hội Người mù" in made.told[0].words  # no words of the plan name it yet
    one = plain(desk)
    assert ask(desk, one, "words", text=f"{one.value} Giao Hội Người mù.").done
    assert (root / "docs/co-quan/hoi-nguoi-mu.md").exists()
    desk.back()
    desk.back()
    assert changed(root) == []
    assert not (root / "docs/co-quan/hoi-nguoi-mu.md").exists()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "decision", "number": "12/2026/QĐ-TTg", "issuer": "chinh-phu", "date": "5/2/2026"}, "qd-12-2026"),
        ({"kind": "resolution", "number": "09/NQ-HĐND", "issuer": "hdnd-xa", "date": "2026"}, "nq-09-2026"),
    ],
)
def test_a_document_is_named_by_kind_number_and_year(desk: Desk, root: Path, value: dict[str, str], expected: str):
    """Days are typed as people write them."""
    made = desk.do({"op": "new", "given": {"top": "documents", "value": value}})
    assert made.page == f"van-ban/{expected}"
    if value["date"] == "5/2/2026":
        assert "+   date: 2026-02-05" in changed(root)


def test_what_is_wrong_in_a_form_is_said_in_words(desk: Desk, root: Path):
    """A blank that must be filled, a day that is none, an id that would change, a list that would be empty."""
    ask_new = lambda top, value: desk.do({"op": "new", "given": {"top": top, "value": value}}).said  # noqa: E731
    assert ask_new("agencies", {"level": "commune"}) == "Còn thiếu: Tên."
    wrong = {"kind": "decision", "number": "1/QĐ", "issuer": "chinh-phu", "date": "hôm qua"}
    assert ask_new("documents", wrong) == "Ngày: “hôm qua” không phải ngày. Ghi như 20/9/2024, 9/2024 hoặc 2024."
    lacking = ask(desk, plain(desk), "mark", start=0, end=5, sets={"output": {}}).said
    assert lacking == "“Số lượng phải làm” còn thiếu: Tên, Đơn vị."
    one = block(desk, "so/agencies", "Phòng Kinh tế")
    assert ask(desk, one, "set", sets={"id": "khac"}).said.startswith("Mã đã đặt thì không đổi")
    assert ask(desk, one, "set", sets={"name": None}).said == "“Tên” không được để trống."
    assert ask(desk, one, "set", sets={"level": "khong-co"}).said.startswith("Chưa ghi: Cấp: ghi là")
    assert ask(desk, one, "remove").why == "ask"
    assert changed(root) == []


def test_what_may_be_blank_stays_blank(desk: Desk, root: Path):
    """The head of a plan without a symbol, a plan that nobody signed yet: other fields of them can be entered."""
    path = root / "data/plan.yaml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  symbol: .*$", "  symbol: null", text)
    text = re.sub(r"(?ms)^signature:.*?(?=^\S)", "signature: null\n", f"{text}x: y\n").removesuffix("x: y\n")
    path.write_text(text, encoding="utf-8")
    head = next(one for one in desk.page("toan-van").blocks if one.kind == "Plan")
    given = {key: one for key, one in head.value["header"].items() if one is not None}
    assert ask(desk, head, "set", sets={"header": {**given, "motto": "Độc lập"}}).done
    written = path.read_text(encoding="utf-8")
    assert "  symbol: null\n" in written
    assert "  motto: Độc lập\n" in written
    assert "signature: null\n" in written


def test_items_stand_in_an_item(desk: Desk, root: Path):
    """One is put into a sentence, changed, taken out again: the words around it stay; it goes with the second half."""
    one = plain(desk)
    assert ask(desk, one, "add", key="items", value="Ý nhỏ một.").done
    new = next(each for each in desk.page("toan-van").blocks if each.way == (*one.way, "items", 0))
    assert (new.value, new.depth) == ("Ý nhỏ một.", 2)
    above = next(each for each in desk.page("toan-van").blocks if each.id == one.id)
    assert above.value == {"text": one.value}
    assert ask(desk, new, "words", text="Ý nhỏ hai.").done
    assert ask(desk, above, "own", sets={"note": "Ghi chú"}).done
    assert [line.strip("+ ") for line in changed(root) if line[0] == "+"][-3:] == [
        "note: Ghi chú", "items:", "- Ý nhỏ hai.",
    ]  # fmt: skip
    new = next(each for each in desk.page("toan-van").blocks if each.way == (*one.way, "items", 0))
    assert ask(desk, new, "remove").done
    while desk.steps.last():
        assert desk.back().done
    assert changed(root) == []


def test_lists_grow_shrink_and_change_places(desk: Desk, root: Path):
    """A sentence added, moved, parted, put together and taken out again leaves the file as it was."""
    one = next(one for one in desk.page(PROJECT).blocks if one.what == "sentence" and one.way[-1] == 0)
    assert ask(desk, one, "after", value="Câu một. Câu hai.", force=True).done
    new = block(desk, PROJECT, "Câu một. Câu hai.")
    assert ask(desk, new, "part", at=9).done
    assert ask(desk, block(desk, PROJECT, "Câu một."), "join").done
    assert ask(desk, block(desk, PROJECT, "Câu một. Câu hai."), "shift", by=-1).done
    assert ask(desk, block(desk, PROJECT, "Câu một. Câu hai."), "remove").done
    assert changed(root) == []


def test_a_table_is_edited_by_cell_row_and_column(desk: Desk, root: Path):
    """A cell is one line; a row and a column come and go."""
    one = next(one for one in desk.page("toan-van").blocks if one.what == "table")
    cells = one.value["rows"][0]["cells"]
    assert ask(desk, one, "cell", row=0, column=0, text=f"{cells[0]} x", force=True).done
    assert len(changed(root)) == 2
    desk.back()
    rows = len(one.value["rows"])
    assert ask(desk, one, "after", inner=("rows", rows - 1), value={}, force=True).done
    now = next(each for each in desk.page("toan-van").blocks if each.id == one.id)
    assert now.value["rows"][-1] == {"cells": [""] * len(cells)}
    assert ask(desk, now, "column", column=1, text="Cột mới", force=True).done
    now = next(each for each in desk.page("toan-van").blocks if each.id == one.id)
    assert [len(row["cells"]) for row in now.value["rows"]] == [len(cells) + 1] * (rows + 1)
    assert ask(desk, now, "no-column", column=1, force=True).done
    now = next(each for each in desk.page("toan-van").blocks if each.id == one.id)
    assert ask(desk, now, "remove", inner=("rows", rows), force=True).done
    assert changed(root) == []


def test_words_erased_with_their_mark_need_a_yes(desk: Desk, root: Path):
    """Nothing is lost in silence."""
    one = next(one for one in desk.page(PROJECT).blocks if one.what == "sentence" and len(one.sentence.phrases) > 1
               and len(one.sentence.phrases[-1]) > 1)  # fmt: skip
    rest = " ".join(phrase["text"] for phrase in one.sentence.phrases[:-1])
    outcome = ask(desk, one, "words", text=rest)
    assert (outcome.why, outcome.may_force) == ("ask", True)
    assert "Dấu ấy sẽ mất theo." in outcome.said
    assert changed(root) == []


def test_nothing_outside_of_the_data_is_reached(desk: Desk):
    """A file is one of the plan's or none; a way that leads nowhere is told."""
    for name in ("../../etc/passwd", "/etc/passwd", "docs/index.md", "mkdocs.yml", "data/../mkdocs.yml", ""):
        outcome = desk.do({"op": "set", "file": name, "way": [], "seen": "", "given": {"sets": {"a": 1}}})
        assert (outcome.done, outcome.why) == (False, "clash")
    one = desk.page(PROJECT).blocks[0]
    wrong = desk.do({"op": "set", "file": one.file, "way": ["clauses", 99], "seen": "", "given": {}})
    assert not wrong.done
    assert not desk.do({"op": "__class__"}).done


def test_a_file_broken_by_hand_is_told_and_others_stay_editable(desk: Desk, root: Path):
    """In one file the YAML is broken: the editor says so in words and still writes in the others."""
    (root / "data/needs.yaml").write_text("- id: [\n", encoding="utf-8")
    told = desk.told(desk.page(PROJECT))
    assert any(one.is_error and one.page == "so/needs" for one in told)
    assert not any("yaml" in one.words for one in told)
    one = plain(desk)
    assert ask(desk, one, "words", text=f"{one.value} Thêm.").done


def test_a_project_takes_along_what_names_it_when_its_code_changes(desk: Desk, root: Path):
    """Needs, sentences, tables, and its page; its public address leads to the new one. One step, taken back as one."""
    (root / "released.txt").write_text("du-an/ctmtqg-ndtp-03\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (root / "data").rglob("*.yaml")}
    one = next(one for one in desk.page("du-an/ctmtqg-ndtp-03").blocks if one.kind == "Project")
    asked = {"op": "set", "file": one.file, "way": [*one.way], "seen": one.seen, "given": {"sets": {"code": "NDTP-3"}}}
    (lead,) = desk.do(asked).leads
    assert lead.choices[0][0] == "du-an/ctmtqg-ndtp-3"
    done = desk.do({**asked, "force": True})
    assert (done.done, done.page, desk.wrong()) == (True, "du-an/ctmtqg-ndtp-3", (0, ""))
    assert "projects: [ctmtqg/NDTP-3]" in (root / "data/needs.yaml").read_text(encoding="utf-8")
    assert not [path for path in before if "NDTP-03]" in path.read_text(encoding="utf-8")]
    assert (root / "released.txt").read_text(encoding="utf-8") == "du-an/ctmtqg-ndtp-03 -> du-an/ctmtqg-ndtp-3\n"
    assert desk.back().done
    assert {path: path.read_bytes() for path in before} == before


def test_what_is_written_here_is_no_news(desk: Desk, root: Path):
    """The watcher of files tells of the editor's own change too: pages are woken by others' alone."""
    one = next(one for one in desk.page("so/plan").blocks if one.kind == "Plan")
    asked = {
        "op": "set",
        "file": one.file,
        "way": [*one.way],
        "seen": one.seen,
        "given": {"sets": {"short_title": "A"}},
    }
    assert desk.do(asked).done
    version = desk.version
    desk.outside()
    assert desk.version == version
    (root / "data/notes.txt").touch()
    path = root / "data/needs.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    desk.outside()
    assert desk.version == version + 1
