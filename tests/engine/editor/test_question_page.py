"""The page of the questions: a sentence is shown once, a step back stays there, notes are ticked off."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import axe, opened
from playwright.sync_api import Page, expect

from programme.commands.desk import Editor
from programme.drafting.questions import questions
from programme.drafting.questions.questions import Question, Spot
from programme.editor.offers import lacking


def test_a_sentence_is_shown_once_and_a_step_back_stays_on_the_page(served: tuple[str, Editor], page: Page, data: Path):
    """Two stretches of it are marked; one by one each has its own buttons. The answer taken back is asked again."""
    blocks = served[1].web().desk.page("toan-van").blocks
    text = next(one.value for one in blocks if one.what == "sentence" and isinstance(one.value, str)
                and one.file == "data/sections.yaml" and len(one.value) > 60)  # fmt: skip
    ends = text.index(" "), text.rindex(" ") + 1
    sets = {"for_whom": [{"who": ["ho-ngheo"]}]}
    spots = [
        Spot("sections.yaml", "", text, 0, ends[0], sets),
        Spot("sections.yaml", "", text, ends[1], len(text), sets),
    ]
    questions.save(served[1].root, [Question("q", "for_whom", "Có phải cho hộ nghèo ở câu sau?", spots)])
    opened(page, served, "cau-hoi")
    expect(page.locator(".spot .words:visible")).to_have_text([text])
    expect(page.locator(".spot .words:visible mark")).to_have_text([text[: ends[0]], text[ends[1] :]])
    assert axe(page) == []
    page.keyboard.press("t")
    expect(page.locator(".spot .words:visible")).to_have_count(2)
    page.locator(".place").nth(1).get_by_role("button", name="Không (K)").click()
    expect(page.locator(".spot .words:visible mark")).to_have_text([text[: ends[0]]])
    page.get_by_role("button", name="Lùi lại").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lùi lại")
    expect(page.locator(".spot .words:visible mark")).to_have_text([text[: ends[0]], text[ends[1] :]])
    assert page.url.endswith("/__edit/cau-hoi")


def test_how_many_notes_nobody_has_seen_is_said_as_they_are_ticked_off(
    served: tuple[str, Editor], page: Page, data: Path, monkeypatch: pytest.MonkeyPatch
):
    """The heading follows each tick, to the last and back, without the page being loaded again."""
    notes = data.parent / "import" / "doubts.txt"
    notes.parent.mkdir(exist_ok=True)
    notes.write_text("- trang 3, dòng 14: tách.\n- trang 4: nối thành một đoạn.\n", encoding="utf-8")
    monkeypatch.setattr(lacking, "is_drafted", lambda root: False)
    opened(page, served, "cau-hoi")
    heading, boxes = page.locator(".doubts summary"), page.locator(".doubts input")
    expect(heading).to_have_text("2 điều máy ghi lại để người xem")
    for tick, said in ((0, "còn 1 chưa xem"), (1, "đã xem hết"), (1, "còn 1 chưa xem")):
        boxes.nth(tick).click()
        expect(heading).to_have_text(f"2 điều máy ghi lại để người xem ({said})")
    assert notes.read_text(encoding="utf-8").startswith("- [x] trang 3")
    notes.unlink()
