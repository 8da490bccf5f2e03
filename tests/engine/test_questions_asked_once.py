"""Of the same words one thing is asked, however many things they are guessed to say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafting_duties import assigned, marked, plan

from programme.drafting.questions.grouping import grouped
from programme.drafting.questions.questions import Question, Spot
from programme.drafting.shape import Degree, Mark, Registers

LINE = "vận động hộ có người già neo đơn tham gia."
REGISTERS = Registers(
    groups={
        "ho": {"name": "Hộ có người già neo đơn"},
        "nguoi": {"name": "Người già neo đơn"},
        "uy-tin": {"name": "Người có uy tín"},
    },
    agencies={"uy-tin": {"name": "Người có uy tín"}, "to": {"name": "Tổ vận động"}},
)


def asked(*guesses: tuple[str, Mapping[str, Any]]) -> list[Question]:
    """The questions about guesses of all words of one sentence."""
    marks = [Mark(0, len(LINE), sets, kind, Degree.LIKELY, why=f"vì {kind}.") for kind, sets in guesses]
    return grouped([(one, Spot.of_mark(one, "sections.yaml", "V.1", LINE)) for one in marks], REGISTERS)


def group(id: str) -> tuple[str, Mapping[str, Any]]:
    return "for_whom", {"for_whom": [{"who": [id]}]}


def test_a_group_within_the_name_of_another_is_not_asked():
    """The households are asked about, not the people whom they have."""
    for guesses in ((group("ho"), group("nguoi")), (group("nguoi"), group("ho"))):
        assert [one.question for one in asked(*guesses)] == [
            "Có phải “Hộ có người già neo đơn” là nhóm đối tượng ở câu sau?"
        ]


def test_who_may_help_or_get_something_is_asked_once():
    """What else it may be is a choice."""
    (one,) = asked(group("uy-tin"), ("with", {"with": ["uy-tin"]}))
    assert (one.question, one.choices) == (
        "Có phải “Người có uy tín” phối hợp làm việc nêu ở câu sau?",
        ["Cho ai (Nhóm: Người có uy tín)"],
    )
    assert [(spot.sets, spot.others) for spot in one.spots] == [
        ({"with": ["uy-tin"]}, ({"for_whom": [{"who": ["uy-tin"]}]},))
    ]


def test_who_does_it_and_for_whom_are_asked_together():
    """A yes says both; each alone is a choice."""
    (one,) = asked(("role", {"roles": ["mobilise"], "bearers": ["to"]}), group("ho"))
    assert one.question == (
        "Ở câu sau, đánh dấu thế này có đúng không: "
        "Vai trò: Tuyên truyền, vận động; Ai làm: Tổ vận động; Cho ai (Nhóm: Hộ có người già neo đơn)?"
    )
    assert len(one.choices) == 2
    assert one.spots[0].others == (
        {"roles": ["mobilise"], "bearers": ["to"]},
        {"for_whom": [{"who": ["ho"]}]},
    )


def test_what_is_not_of_the_same_words_is_asked_apart():
    """Two roles of one sentence, each of its own words."""
    assert len(asked(("role", {"roles": ["lead"], "bearers": ["to"]}), ("role", {"roles": ["plan"]}))) == 2


def test_a_sentence_with_an_unknown_verb_that_reports_is_asked_about_the_report_alone():
    """Not whether it is carried out too: a yes to that said the wrong role."""
    line = "Ngó nghiêng các hộ, gặp người lạ thông báo kết quả cho UBND xã."
    (passage,), _ = marked(plan(assigned("Tổ dân phòng", line)))
    assert [(one.sets, one.degree) for one in passage.marks] == [
        ({"roles": ["report"], "reports": [{"to": ["ubnd-xa"]}]}, Degree.LIKELY),
        ({"bearers": ["to-dan-phong"]}, Degree.SURE),
    ]


def test_a_report_behind_a_condition_is_a_report():
    """ "Có dịch bệnh thì báo cáo …": no other work, and nothing to ask."""
    lines = (
        "Có dịch bệnh thì báo cáo ngay UBND xã.",
        "Ngoài các việc trên còn báo cáo UBND xã số liệu.",
        "7 giờ sáng mỗi ngày báo cáo tình hình mưa lũ về UBND xã.",
        "Khi có người ốm thì phải báo cáo UBND xã.",
        "Phát hiện sai phạm thì kịp thời báo cáo UBND xã.",
    )
    for passage in marked(plan(assigned("Trạm Y tế xã", *lines)))[0]:
        assert [(one.sets["roles"], one.degree) for one in passage.marks if "roles" in one.sets] == [
            (["report"], Degree.SURE)
        ]
