"""What the words of a sentence ask for is offered, and written with one press."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from editing import opened
from playwright.sync_api import Page, expect

from programme.commands.desk import Editor
from programme.editor.desk import Desk
from programme.editor.offers import named, offers
from programme.editor.offers.lacking import Lack
from programme.editor.offers.unmarked import unmarked
from programme.editor.view.blocks import Block
from programme.editor.view.choices import Choice

NAMES = {
    "agencies": [
        Choice("mttq", "Uỷ ban MTTQ xã", "MTTQ"),
        Choice("cong-an", "Công an xã"),
        Choice("kinh-te", "Phòng Kinh tế", "PKT"),
        Choice("thanh-nien", "Đoàn Thanh niên xã"),
    ],
    "groups": [Choice("ngheo", "Hộ nghèo"), Choice("can-ngheo", "Hộ cận nghèo"), Choice("nguoi", "Người"),
               Choice("thanh-nien", "Thanh niên")],
}  # fmt: skip
YEARS = (2026, 2026)
AGENCY = "phong-kinh-te"
HEADS = [{"text": one} for one in ("TT", "Việc", "Người làm chính", "Người giúp", "Hạn xong")]
ROWS = [
    {"cells": ["1", "Họp bản", "MTTQ", "", "31/3/2026"], "bearers": ["mttq"], "end": "2026-03-31"},
    {"cells": ["2", "Chia lô", "", "Công an xã", "Quý II"]},
    {"cells": ["", "Cộng", "", "", ""], "total": "true"},
]


def block(number: int, value: object) -> Block:
    return Block("sentence", "data/sections.yaml", (0, "items", number), "Paragraph", value, number)


def said(*values: object) -> list[tuple[str, str]]:
    listed = [block(number, one) for number, one in enumerate(values)]
    return [(one.say, one.words) for one in offers.offered(listed, listed[-1].id, NAMES, YEARS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao Phòng Kinh tế phối hợp với Công an xã rà soát.",
         [("kinh-te", "acts"), ("cong-an", "with")]),
        ("Uỷ ban MTTQ xã, Công an xã gửi danh sách về PKT.",
         [("mttq", "acts"), ("cong-an", "acts"), ("kinh-te", "to")]),
        ("Danh sách của Công an xã", [("cong-an", "")]),
    ],
)  # fmt: skip
def test_what_a_body_does_is_read_from_the_words_before_it(text: str, expected: list[tuple[str, str]]):
    """Who acts, who stands beside, whom something is sent to; the rest is not guessed."""
    assert [(one.id, one.part) for one in named.bodies(text, NAMES["agencies"])] == expected


def test_who_acts_is_offered_with_the_role_of_the_verb():
    """Of a sentence that begins with a body; a time and an amount besides, each on its own words."""
    assert said("Công an xã phối hợp với MTTQ kiểm tra hộ nghèo trước ngày 25/5/2026, chi 3 triệu đồng.") == [
        ("Ai làm: Công an xã · Vai trò: Triển khai thực hiện · Cùng với: Uỷ ban MTTQ xã", ""),
        ("Cho ai: Hộ nghèo", "hộ nghèo"),
        ("Thời gian làm: “trước ngày 25/5/2026” · Đến ngày: 25/5/2026", ""),
        ("Số tiền", "3 triệu đồng"),
    ]


def test_a_sentence_without_a_body_is_as_the_one_above():
    """Who acts there acts here; what is marked already is not offered again."""
    above = {"text": "Phòng Kinh tế lập dự toán.", "bearers": ["kinh-te"], "roles": ["plan"]}
    assert said(above, "Kiểm tra giống trước khi giao.") == [
        ("Ai làm: Phòng Kinh tế · Vai trò: Kiểm tra, giám sát, đánh giá", "")
    ]
    assert said(above) == []


def test_a_group_in_the_name_of_a_body_and_a_word_alone_are_no_groups():
    """ "Thanh niên" in "Đoàn Thanh niên xã"; "người" stands in many sentences."""
    assert [say for say, _ in said("Người dân cùng Đoàn Thanh niên xã làm.")] == []


def test_what_gives_work_beside_others_and_has_nobody_is_found():
    """Most sentences of the list say who acts; a head that ends with a colon gives no work."""
    marked = {"text": "Phòng Kinh tế lập dự toán.", "bearers": ["kinh-te"], "roles": ["plan"]}
    listed = [marked, marked, marked, "Kiểm tra giống trước khi giao.", "Các việc phải làm gồm có:"]
    found = unmarked([block(number, one) for number, one in enumerate(listed)], NAMES["agencies"])
    assert [one.words for one in found] == ["Kiểm tra giống trước khi giao."]


def test_a_row_without_anybody_is_as_the_row_above():
    """Where the other rows of the table have somebody: one press writes who leads in the row above."""
    table = Block("table", "data/sections.yaml", (0, "tables", 0), "Table", {"columns": HEADS, "rows": ROWS}, 1)
    found = list(unmarked([table], NAMES["agencies"]))
    assert [(one.words, one.inner) for one in found] == [("2 | Chia lô | Công an xã | Quý II", ("rows", 1))]
    ((say, change),) = offers.presses([table], Lack("", "", table, found[0].inner), NAMES, YEARS)
    assert say == ("Ai làm: Uỷ ban MTTQ xã · Cùng với: Công an xã · Từ ngày: 01/4/2026 · Đến ngày: 30/6/2026")
    sets = {"bearers": ["mttq"], "with": ["cong-an"], "start": "2026-04-01", "end": "2026-06-30"}
    assert (change["op"], change["inner"], change["given"]) == ("set", ("rows", 1), {"sets": sets})


def test_a_row_that_heads_those_below_it_lacks_nobody():
    """ "II | Học nghề" alone in its row says what the rows below are about."""
    rows = [*ROWS[:1], {"cells": ["II", "Học nghề", "", ""]}]
    table = Block("table", "data/sections.yaml", (0, "tables", 0), "Table", {"columns": HEADS, "rows": rows}, 1)
    assert list(unmarked([table], NAMES["agencies"])) == []


def test_a_table_of_tasks_is_read_row_by_row():
    """What rows have already is not offered; a head says what its column is where nobody marked it."""
    bare = [{"cells": row["cells"]} for row in ROWS[:2]]
    table = Block("table", "data/sections.yaml", (0, "tables", 0), "Table", {"columns": HEADS, "rows": bare}, 1)
    found = offers.offered([table], table.id, NAMES, YEARS)
    assert [(one.row, one.words, [*one.sets]) for one in found] == [
        (0, "1 Họp bản", ["bearers", "end"]),
        (1, "2 Chia lô", ["bearers", "with", "start", "end"]),
    ]


def test_an_offer_is_written_with_one_press(served: tuple[str, Editor], page: Page, data: Path):
    """A click on the sentence, a click on what the machine read; "Lùi lại" takes it back."""
    desk = served[1].web().desk
    one = next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str))
    asked = {"op": "words", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": True}
    assert desk.do({**asked, "given": {"text": "Hỗ trợ hộ nghèo 3 triệu đồng."}}).done
    opened(page, served, "toan-van")
    page.locator(f'[id="{one.id}"]').click()
    offer = page.locator(".offers button")
    expect(offer).to_have_text(["Cho ai: Hộ nghèo (“hộ nghèo”)", "Số tiền (“3 triệu đồng”)", "Ghi cả 2"])
    offer.nth(2).click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: đánh dấu")
    now = next(each for each in desk.page("toan-van").blocks if each.id == one.id).value
    assert json.dumps(now, ensure_ascii=False).count("ho-ngheo") == 1
    assert [[*each] for each in now["phrases"] if isinstance(each, dict)] == [["text", "for_whom"], ["text", "money"]]


def spot(one: Block) -> dict[str, object]:
    return {"file": one.file, "way": [*one.way], "seen": one.seen}


def test_several_sentences_are_marked_in_one_step(desk: Desk):
    """The same body for all; each has the role of its verb; one step takes all back."""
    two = [one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str)][:2]
    for one, words in zip(two, ("Kiểm tra các thôn.", "Xây xong đường."), strict=True):
        asked = {"op": "words", **spot(one), "page": "toan-van", "given": {"text": words}, "force": True}
        assert desk.do(asked).done
    now = [one for one in desk.page("toan-van").blocks if one.id in (two[0].id, two[1].id)]
    before = desk.steps.last()
    given = {"blocks": [spot(one) for one in now], "sets": {"bearers": [AGENCY]}}
    outcome = desk.do({"op": "many", **spot(now[0]), "page": "toan-van", "given": given, "force": True})
    assert (outcome.done, outcome.said) == (True, "Đã ghi: đánh dấu 2 câu.")
    marked = [one.value for one in desk.page("toan-van").blocks if one.id in (two[0].id, two[1].id)]
    assert marked == [
        {"text": "Kiểm tra các thôn.", "bearers": [AGENCY], "roles": ["monitor"]},
        {"text": "Xây xong đường.", "bearers": [AGENCY], "roles": ["implement"]},
    ]
    assert desk.back().done and desk.steps.last() == before


def test_several_sentences_are_chosen_with_keys_and_presses(served: tuple[str, Editor], page: Page, data: Path):
    """The space bar chooses the sentence that has the focus, "Ctrl" and a click another one; one form is for both."""
    opened(page, served, "toan-van")
    sentences = page.locator(".sentence")
    sentences.nth(0).focus()
    page.keyboard.press(" ")
    expect(page.locator("#panel h2")).to_have_text("1 câu đang chọn")
    sentences.nth(2).click(modifiers=["ControlOrMeta"], position={"x": 3, "y": 3})
    expect(page.locator("#panel h2")).to_have_text("2 câu đang chọn")
    expect(page.locator(".is-picked")).to_have_count(2)
    page.locator("#panel .families button").first.click()
    expect(page.locator("#panel h2")).to_have_text("Ai làm, việc gì: 2 câu")
    page.keyboard.press("Escape")
    expect(page.locator(".is-picked")).to_have_count(0)
