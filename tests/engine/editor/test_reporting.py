"""A report is marked in one go: its role, who sends it and its deadlines come from what is there already."""

from __future__ import annotations

from typing import Any

import pytest
from editing import ask, block

from programme.editor.desk import Desk
from programme.editor.view import sentences
from programme.editor.view.sentences import SentenceError, read, written

TWICE = {
    "phrases": [
        {"text": "Các đơn vị gửi báo cáo 6 tháng trước ngày 10/6/2026,",
         "timing": {"text": "trước ngày 10/6/2026", "end": "2026-06-10"}},
        {"text": "báo cáo năm trước ngày 05/12/2026 về Phòng A.",
         "timing": {"text": "trước ngày 05/12/2026", "end": "2026-12-05"}},
    ]
}  # fmt: skip


def marked(value: Any, words: str = "", **sets: Any) -> Any:
    sentence = read(value)
    start = sentence.text.index(words)
    return written(sentences.marked(sentence, start, start + len(words or sentence.text), sets, lambda *_: ()))


def test_a_report_by_two_dates_is_one_by_each():
    """Both dates stand in the words: they are deadlines of the report; its role and its sender are there too."""
    assert marked(TWICE, reports=[{"by": ["cac-don-vi"], "to": ["phong-a"]}]) == {
        "phrases": [
            {
                "text": sentences.read(TWICE).text,
                "roles": ["report"],
                "bearers": ["cac-don-vi"],
                "reports": [
                    {"to": ["phong-a"], "deadline": "trước ngày 10/6/2026", "due": "2026-06-10"},
                    {"to": ["phong-a"], "deadline": "trước ngày 05/12/2026", "due": "2026-12-05"},
                ],
            }
        ]
    }


def test_a_deadline_that_was_filled_in_is_that_of_the_date():
    """What a person wrote stays; the day of it is known already."""
    reports = [{"to": ["phong-a"], "deadline": "trước ngày 05/12/2026"}]
    made = marked(TWICE, "báo cáo năm trước ngày 05/12/2026 về Phòng A.", bearers=["x"], reports=reports)
    assert made["phrases"][1]["reports"] == [{**reports[0], "due": "2026-12-05"}]
    assert made["phrases"][0] == TWICE["phrases"][0]


def test_work_by_two_dates_is_marked_on_each():
    """Two dates cannot be one phrase: who does it is said of both, nothing has to be taken away first."""
    made = marked(TWICE, bearers=["cac-don-vi"], roles=["implement"])
    assert [(one["bearers"], one["roles"], one["timing"]["end"]) for one in made["phrases"]] == [
        (["cac-don-vi"], ["implement"], "2026-06-10"),
        (["cac-don-vi"], ["implement"], "2026-12-05"),
    ]


def test_what_cannot_be_one_mark_is_said_with_what_to_do():
    """A product quotes words of one of them only."""
    with pytest.raises(SentenceError) as error:
        marked(TWICE, product="báo cáo năm")
    assert str(error.value) == (
        "Trong các chữ này có hai dấu “Thời gian làm” khác nhau, ở: “Các đơn vị gửi báo cáo 6 tháng trước ngày "
        "10/6/2026,”, “báo cáo năm trước ngày 05/12/2026 về Phòng A.”. Bôi đen lại cho chỉ gồm một dấu ấy, rồi bấm "
        "“Lấy chữ vừa bôi đen”; những gì đã điền vẫn còn."
    )


def test_role_and_report_come_and_go_together():
    """On words that have marks: a role brings the report, a report that goes takes the role along."""
    duty = read({"text": "Phòng A báo cáo.", "bearers": ["a"], "roles": ["lead"]})
    with_role = sentences.changed(duty, 0, {"roles": ["lead", "report"]})
    assert with_role.phrases[0] == {
        "text": "Phòng A báo cáo.", "roles": ["lead", "report"], "reports": [{}],
    }  # fmt: skip
    assert sentences.changed(with_role, 0, {"reports": None}).phrases[0] == {
        "text": "Phòng A báo cáo.", "roles": ["lead"],
    }  # fmt: skip


def test_who_sends_a_report_is_asked_for_by_the_name_of_the_box(desk: Desk):
    """Nobody is named in the sentence: nothing is written, and what lacks is a box of the form."""
    one = next(one for one in desk.page("toan-van").blocks if one.what == "sentence" and isinstance(one.value, str)
               and one.file == "data/sections.yaml")  # fmt: skip
    given = {"start": 0, "end": len(one.value)}
    refused = ask(desk, one, "mark", **given, sets={"reports": [{}]})
    assert refused.said == "Chưa rõ ai gửi báo cáo này: chọn ở ô “Cơ quan gửi báo cáo”, rồi bấm Ghi."
    some = desk.choices()["agencies"][0].value
    assert ask(desk, one, "mark", **given, sets={"reports": [{"by": [some]}]}).done
    phrase = block(desk, "toan-van", one.value).sentence.phrases[0]
    assert (phrase["roles"], phrase["reports"]) == (["report"], [{}])


def test_a_role_that_takes_a_report_along_asks_first(desk: Desk):
    """What was known of the report would go too."""
    one = next(
        one
        for one in desk.page("toan-van").blocks
        if one.what == "sentence" and any(any(phrase.get("reports", ())) for phrase in one.sentence.phrases)
    )
    place = next(at for at, phrase in enumerate(one.sentence.phrases) if any(phrase.get("reports", ())))
    given = {"place": place, "sets": {"roles": None}}
    assert ask(desk, one, "change", **given).said == (
        "Bỏ vai trò “Báo cáo” thì điều đã ghi về báo cáo (gửi cho ai, hạn nào) cũng mất theo."
    )
    assert ask(desk, one, "change", force=True, **given).done
    assert "reports" not in block(desk, "toan-van", one.sentence.phrases[place]["text"]).sentence.phrases[place]


def test_several_marks_of_a_sentence_are_changed_in_one_step(desk: Desk):
    """One is another, one is gone; what was not meant stays, and a step back takes all of it."""
    one = next(
        one
        for one in desk.page("toan-van").blocks
        if one.what == "sentence" and sum(len(phrase) > 1 for phrase in one.sentence.phrases) > 2
    )
    held = one.sentence.phrases
    first, second, third = [at for at, phrase in enumerate(held) if len(phrase) > 1][:3]
    some = desk.choices()["agencies"][0].value
    sets = {str(first): dict.fromkeys(key for key in held[first] if key != "text"), str(third): {"bearers": [some]}}
    assert ask(desk, one, "every", sets={}).said == "Chưa đổi gì ở câu này."
    assert ask(desk, one, "every", sets={"99": {}}).said == "Chưa đổi gì ở câu này."
    assert ask(desk, one, "every", force=True, sets=sets).done
    now = {phrase["text"]: phrase for phrase in block(desk, "toan-van", one.sentence.text).sentence.phrases}
    assert held[first]["text"] not in now or now[held[first]["text"]].keys() == {"text"}
    assert now[held[second]["text"]] == held[second]
    assert now[held[third]["text"]] == {**held[third], "bearers": [some]}
    assert desk.back().done and block(desk, "toan-van", one.sentence.text).value == one.value
