"""A sentence that gives work where work is given out, and nobody is found who does it: bodies as choices."""

from __future__ import annotations

import pytest
from drafting_duties import assigned, marked, plan

from programme.drafting.questions.grouping import grouped, within
from programme.drafting.questions.questions import Question, Spot
from programme.drafting.shape import WHO, Degree, Mark, Registers

KNOWN = (
    assigned("Phòng Kinh tế", "Rà soát hộ nghèo.", "Hướng dẫn các thôn lập danh sách hộ nghèo."),
    assigned("Công an xã", "Kiểm tra việc cư trú của các hộ nghèo."),
)


def asked(line: str, heading: str = "Một số nhiệm vụ khác") -> list[Mark]:
    """The marks on a line that ask whose work it is."""
    texts, _ = marked(plan(*KNOWN, assigned(heading, line)))
    return [one for one in texts[-1].marks if one.kind == WHO]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Rà soát, lập danh sách hộ nghèo có nhà tạm.", ["review"]),
        ("Xây dựng kế hoạch giảm nghèo của từng thôn.", ["plan"]),
        ("Tuyên truyền chính sách giảm nghèo tới người dân.", ["mobilise"]),
        ("Kiểm tra việc sử dụng vốn vay của các hộ.", ["monitor"]),
        ("Tổ chức họp dân ở từng thôn để bình xét.", ["implement"]),
        ("Thường xuyên công khai danh sách hộ được hỗ trợ.", ["publish"]),
    ],
)
def test_who_does_it_is_asked_with_the_bodies_that_have_most_work(line: str, roles: list[str]):
    """Nothing is guessed: no mark is written until somebody says who."""
    (one,) = asked(line)
    assert (one.degree, line[one.start : one.end]) == (Degree.ASK, line)
    assert one.others == (
        {"roles": roles, "bearers": ["phong-kinh-te"]},
        {"roles": roles, "bearers": ["cong-an"]},
    )


@pytest.mark.parametrize(
    "line",
    [
        "Kế hoạch này thay thế Kế hoạch năm 2025 của UBND xã.",
        "Triển khai các việc sau đây:",
        "Phối hợp: các hội, đoàn thể của xã.",
        "Hoàn thành trước ngày 30/6/2026.",
        "mua sắm máy móc, công cụ cho các tổ;",
        "Kinh phí do ngân sách xã bảo đảm.",
        "Nếu có khó khăn, vướng mắc thì kịp thời phản ánh.",
    ],
)
def test_what_gives_no_work_is_not_asked_of(line: str):
    """What is said of the plan, what leads to a list, a label, a day, money, what to do if need be."""
    assert asked(line) == []


def test_work_of_somebody_is_not_asked_of():
    """Where a heading or the sentence itself names who does it."""
    assert asked("Rà soát, lập danh sách hộ nghèo có nhà tạm.", "Trạm Y tế xã") == []
    assert asked("Trạm Y tế xã rà soát, lập danh sách người ốm đau lâu ngày.") == []


def test_the_question_offers_bodies_and_has_no_yes():
    """The likeliest body stands first; a plan that has many questions already has none of these."""
    line = "Rà soát, lập danh sách hộ nghèo có nhà tạm."
    marks = [*asked(line), Mark(0, 3, {"with": ["cong-an"]}, "with", Degree.LIKELY)]
    registers = Registers(agencies={"phong-kinh-te": {"name": "Phòng Kinh tế"}, "cong-an": {"name": "Công an xã"}})
    found = grouped([(one, Spot.of_mark(one, "sections.yaml", "V.3", line)) for one in marks], registers)
    who = found[0]
    assert (who.question, who.choices, who.has_yes, who.guess) == (
        "Câu này giao việc cho ai?",
        ["Phòng Kinh tế", "Công an xã"],
        False,
        "",
    )
    kinds: dict[int, list[str]] = {
        words: [one.kind for one in within(found, words, registers)] for words in (60, 119, 120)
    }
    assert kinds == {60: ["with"], 119: ["with"], 120: [WHO, "with"]}
    assert isinstance(who, Question)
