"""What the words of a sentence ask for is offered, and written with one press."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from editing import opened
from playwright.sync_api import Page, expect

from programme.commands.desk import Editor
from programme.editor import named, offers
from programme.editor.blocks import Block
from programme.editor.choices import Choice
from programme.editor.unmarked import unmarked

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
    rows = [{"cells": ["1", "Họp bản"], "bearers": ["mttq"]}, {"cells": ["2", "Chia lô"]}, {"cells": ["", "Cộng"]}]
    table = Block("table", "data/sections.yaml", (0, "tables", 0), "Table", {"columns": [], "rows": rows}, 1)
    found = list(unmarked([table], NAMES["agencies"]))
    assert [(one.words, one.inner) for one in found] == [("2 | Chia lô", ("rows", 1))]
    ((say, change),) = offers.presses([table], table, found[0].inner, NAMES, YEARS)
    assert say == "Như hàng trên: Ai làm: Uỷ ban MTTQ xã"
    assert (change["op"], change["inner"], change["given"]) == ("set", ("rows", 1), {"sets": {"bearers": ["mttq"]}})


def test_an_offer_is_written_with_one_press(served: tuple[str, Editor], page: Page, data: Path):
    """A click on the sentence, a click on what the machine read; "Lùi lại" takes it back."""
    desk = served[1].web().desk
    one = next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str))
    asked = {"op": "words", "file": one.file, "way": [*one.way], "seen": one.seen, "page": "toan-van", "force": True}
    assert desk.do({**asked, "given": {"text": "Hỗ trợ hộ nghèo 3 triệu đồng."}}).done
    opened(page, served, "toan-van")
    page.locator(f'[id="{one.id}"]').click()
    offer = page.locator(".offers button")
    expect(offer).to_have_text(["Cho ai: Hộ nghèo (“hộ nghèo”)", "Số tiền (“3 triệu đồng.”)", "Ghi cả 2"])
    offer.nth(2).click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: đánh dấu")
    now = next(each for each in desk.page("toan-van").blocks if each.id == one.id).value
    assert json.dumps(now, ensure_ascii=False).count("ho-ngheo") == 1
    assert [[*each] for each in now["phrases"] if isinstance(each, dict)] == [["text", "for_whom"], ["text", "money"]]
