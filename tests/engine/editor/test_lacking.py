"""What a drafted plan lacks is told from the plan as it is, and mended where it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import opened
from playwright.sync_api import Page, expect

from programme.commands.desk import Editor
from programme.drafting.questions import questions
from programme.drafting.questions.questions import Question, Spot
from programme.editor.desk import Desk
from programme.editor.offers import doubts, lacking
from programme.editor.offers.twins import twins


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("Phòng VHXH", "Phòng Văn hóa - Xã hội", True),
        ("UBMTTQ xã", "Uỷ ban Mặt trận Tổ quốc Việt Nam xã", True),
        ("Trạm Cấp", "Trạm Cấp nước Thạnh Lộc", True),
        ("Phòng Kinh tế", "Phòng Tư pháp", False),
        ("Phòng", "Phòng Tư pháp", False),
        ("Ban quản lý bản", "Ban quản lý bản Tả Van", False),
        ("Ban quản lý các bản", "Ban quản lý bản Tả Van", False),
        ("Ban quản lý bản", "Ban quản lý các bản", True),
        ("Ban Chỉ đạo xã", "Ban Chỉ đạo các chương trình mục tiêu xã (Ban Chỉ đạo xã)", True),
    ],
)
def test_two_names_of_one_office_are_alike(one: str, other: str, is_alike: bool):
    """In other letters, spelled out, cut short; one word is the beginning of many names."""
    records = [{"id": "a", "name": one, "level": "commune"}, {"id": "b", "name": other, "level": "commune"}]
    assert bool(list(twins(records, spell={"VHXH": "Văn hóa - Xã hội"}))) is is_alike


def test_what_the_plan_has_in_brackets_is_the_same_body():
    """ "Ban Chỉ đạo các chương trình xã (sau đây gọi là Tổ công tác xã)": the list has them apart."""
    records = [
        {"id": "a", "name": "Ban Chỉ đạo các chương trình xã", "level": "commune"},
        {"id": "b", "name": "Tổ công tác xã", "level": "commune"},
    ]
    said = "ban chi dao cac chuong trinh xa (sau day goi la to cong tac xa)"
    assert len(list(twins(records, spell={}, text=said))) == 1
    assert list(twins(records, spell={})) == []


def test_bodies_of_two_levels_are_two():
    """ "UBND xã" and "UBND tỉnh"."""
    records = [
        {"id": "a", "name": "UBND xã", "level": "commune"},
        {"id": "b", "name": "UBND tỉnh", "level": "province", "names": ["UBND"]},
    ]
    assert list(twins(records, spell={})) == []


@pytest.fixture
def drafted(served: tuple[str, Editor], data: Path) -> Desk:
    """The served plan with an abbreviation that nobody spelled out and one body twice."""
    desk = served[1].web().desk
    new = [
        ("abbreviations", {"short": "NTM", "full": "(bản nháp: chưa rõ viết tắt cho gì)"}),
        ("agencies", {"name": "Ban Công tác", "level": "commune"}),
        ("agencies", {"name": "Ban Công tác Mặt trận thôn", "level": "commune"}),
    ]
    for top, value in new:
        assert desk.do({"op": "new", "given": {"top": top, "value": value}, "force": True}).done
    return desk


def test_what_nobody_spelled_out_and_what_is_twice_is_told(drafted: Desk, monkeypatch: pytest.MonkeyPatch):
    """Each with its way to mend it: a box, or a button for each way round."""
    monkeypatch.setattr(lacking, "is_drafted", lambda root: True)
    joined = drafted.look().seen.joined
    found = {one.words: one.lack for one in doubts.doubts(drafted.files, joined) if one.lack}
    unknown = found["Chữ viết tắt “NTM” chưa rõ là gì."]
    assert unknown and unknown.fill and unknown.fill[0] == "full"
    twice = found["Có thể là một: “Ban Công tác” và “Ban Công tác Mặt trận thôn”."]
    assert twice and [say for say, _ in twice.presses] == [
        "Nhập “Ban Công tác” vào “Ban Công tác Mặt trận thôn”",
        "Nhập “Ban Công tác Mặt trận thôn” vào “Ban Công tác”",
    ]


def test_it_is_mended_where_it_is_told(
    served: tuple[str, Editor], page: Page, drafted: Desk, monkeypatch: pytest.MonkeyPatch
):
    """A full name is typed and written with Enter, a body merged with one press; both notes are gone then."""
    monkeypatch.setattr(lacking, "is_drafted", lambda root: True)
    opened(page, served, "cau-hoi")
    notes = page.locator(".doubts")
    if notes.get_attribute("open") is None:
        notes.locator("summary").click()
    page.get_by_label("Viết đầy đủ: Chữ viết tắt “NTM”").fill("nông thôn mới")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: sửa “NTM: nông thôn mới”.")
    page.get_by_role("button", name="Nhập “Ban Công tác” vào").click()
    expect(page.get_by_role("status")).to_contain_text("Đã ghi: nhập “Ban Công tác” vào “Ban Công tác Mặt trận thôn”.")
    expect(notes).not_to_contain_text("Ban Công tác")
    expect(page.locator(".fill")).to_have_count(0)


def test_letters_of_a_name_answer_no_question(
    served: tuple[str, Editor], page: Page, drafted: Desk, monkeypatch: pytest.MonkeyPatch
):
    """While a question waits, "c" and "k" are its keys: not in the box of an abbreviation."""
    monkeypatch.setattr(lacking, "is_drafted", lambda root: True)
    blocks = drafted.page("toan-van").blocks
    text = next(one.value for one in blocks if one.what == "sentence" and isinstance(one.value, str))
    spots = [Spot("sections.yaml", "", text, 0, len(text), {"for_whom": [{"who": ["ho-ngheo"]}]})]
    questions.save(drafted.root, [Question("q", "for_whom", "Có phải cho hộ nghèo ở câu sau?", spots)])
    opened(page, served, "cau-hoi")
    page.locator(".doubts summary").click()
    page.get_by_label("Viết đầy đủ: Chữ viết tắt “NTM”").click()
    page.keyboard.type("các khu")
    expect(page.get_by_label("Viết đầy đủ: Chữ viết tắt “NTM”")).to_have_value("các khu")
    expect(page.locator(".question")).to_have_count(1)


def test_what_was_not_found_of_several_projects_is_one_note_with_the_way_to_each(
    drafted: Desk, monkeypatch: pytest.MonkeyPatch
):
    """The reader's own note of each is told no more; that of a heading with its number leads there."""
    monkeypatch.setattr(lacking, "is_drafted", lambda root: True)
    joined = drafted.look().seen.joined
    assert joined
    two = joined.nodes[:2]
    for one in two:
        monkeypatch.setitem(one.__dict__, "no_basis", lacking.NOT_FOUND["no_basis"])
    notes = drafted.root / "import" / "doubts.txt"
    notes.parent.mkdir(exist_ok=True)
    title = two[0].name
    notes.write_text(
        f"- Ở “1. {title}” (đoạn 5): lời lệch.\n- Ở “{title}” (đoạn 5): {lacking.NOT_FOUND['no_basis']}\n",
        encoding="utf-8",
    )
    try:
        found = doubts.doubts(drafted.files, joined)
    finally:
        notes.unlink()
        notes.parent.rmdir()
    (told,) = [one for one in found if "văn bản làm căn cứ" in one.words]
    assert told.lack and [page for _, page in told.lack.links] == ["du-an/ctmtqg-ndtp-03", "du-an/ctmtqg-ndtp-07"]
    assert next(one.page for one in found if "lời lệch" in one.words) == "toan-van#projects-ndtp-03"
