"""Marks on words of a sentence: the words stay as they are, phrases come and go by themselves."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support import PLANS

from programme.editor.view import fields, sentences
from programme.editor.view.fields import Widget
from programme.editor.view.sentences import SentenceError, read, written
from programme.load.yamlfile import read as read_file

DUTY = {
    "bearers": ["phong-a"],
    "phrases": [
        "Phòng A:",
        {"text": "Chủ trì, phối hợp với các xã tổ chức thực hiện;",
         "roles": ["lead", "coordinate"], "with": ["cac-xa"]},
        {"text": "báo cáo định kỳ 6 tháng về huyện.", "roles": ["report"],
         "reports": [{"to": ["huyen"], "frequency": "định kỳ 6 tháng"}]},
    ],
}  # fmt: skip


def nothing(key: str, value: object) -> tuple[str, ...]:
    return ()


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def mark(value: object, words: str, **sets: object) -> object:
    sentence = read(value)
    return written(sentences.marked(sentence, *at(sentence.text, words), sets, nothing))


def test_words_of_a_plain_sentence_become_a_phrase():
    """What is before and after them stays unmarked; half a word is the whole word."""
    assert mark("Kinh phí là 3 triệu đồng, của tỉnh.", "triệu đồn", money={}) == {
        "phrases": ["Kinh phí là 3", {"text": "triệu đồng,", "money": {}}, "của tỉnh."]
    }


def test_a_whole_sentence_is_marked_without_phrases():
    """The shortest form is written."""
    assert mark("Hỗ trợ hộ nghèo.", "Hỗ trợ hộ nghèo.", for_whom=[{"who": ["ho-ngheo"]}]) == {
        "text": "Hỗ trợ hộ nghèo.",
        "for_whom": [{"who": ["ho-ngheo"]}],
    }


def test_words_within_marked_words_leave_the_mark_where_it_was_read():
    """A quote stays with the words quoted, who acts with the words before; nothing is marked twice."""
    assert mark(DUTY, "về huyện.", cites=[{"document": "nd-1"}])["phrases"][2:] == [
        {
            "text": "báo cáo định kỳ 6 tháng",
            "roles": ["report"],
            "reports": [{"to": ["huyen"], "frequency": "định kỳ 6 tháng"}],
        },
        {"text": "về huyện.", "cites": [{"document": "nd-1"}]},
    ]
    assert mark(DUTY, "báo cáo", roles=["monitor"])["phrases"][2:] == [
        {"text": "báo cáo", "roles": ["monitor"]},
        {
            "text": "định kỳ 6 tháng về huyện.",
            "roles": ["report"],
            "reports": [{"to": ["huyen"], "frequency": "định kỳ 6 tháng"}],
        },
    ]


def test_a_document_stays_with_its_number():
    """Words that must stand in a phrase keep their mark there."""
    value = {"text": "theo Nghị định 27/2022 của Chính phủ", "cites": [{"document": "nd-27"}]}
    made = sentences.marked(read(value), 0, 4, {"roles": ["lead"]}, lambda key, one: ["27/2022"])
    assert written(made)["phrases"] == [
        {"text": "theo", "roles": ["lead"]},
        {"text": "Nghị định 27/2022 của Chính phủ", "cites": [{"document": "nd-27"}]},
    ]


def test_a_mark_goes_where_it_was_read_and_not_just_to_the_first_words():
    """Words in the middle are marked: a number, an amount, a quote behind them keep their marks behind them."""
    value = {"text": "Hỗ trợ cho các hộ nghèo 20 triệu đồng", "money": {"norm": "true"}}
    made = sentences.marked(read(value), *at(value["text"], "các hộ nghèo"), {"for_whom": [{"who": ["ho"]}]}, nothing)
    assert written(made)["phrases"] == [
        "Hỗ trợ cho",
        {"text": "các hộ nghèo", "for_whom": [{"who": ["ho"]}]},
        {"text": "20 triệu đồng", "money": {"norm": "true"}},
    ]


def test_with_whom_goes_to_the_duty_around_the_words():
    """A body named within a duty is its partner: the duty stays one."""
    assert mark(DUTY, "các xã", guided_by=["tinh"])["phrases"][1] == {
        "text": "Chủ trì, phối hợp với các xã tổ chức thực hiện;",
        "roles": ["lead", "coordinate"],
        "with": ["cac-xa"],
        "guided_by": ["tinh"],
    }


def test_a_stretch_over_several_phrases_is_one():
    """Their marks are together; two that contradict each other are refused."""
    made = mark(DUTY, "tổ chức thực hiện; báo cáo định kỳ 6 tháng về huyện.", product="báo cáo")
    assert made["phrases"] == [
        "Phòng A:",
        {"text": "Chủ trì, phối hợp với các xã", "roles": ["lead", "coordinate"], "with": ["cac-xa"]},
        {
            "text": "tổ chức thực hiện; báo cáo định kỳ 6 tháng về huyện.",
            "roles": ["report"],
            "reports": [{"to": ["huyen"], "frequency": "định kỳ 6 tháng"}],
            "product": "báo cáo",
        },
    ]
    two = {"phrases": [{"text": "1 triệu", "money": {"source": "central"}}, {"text": "2 triệu", "money": {}}]}
    with pytest.raises(SentenceError, match="hai dấu “Số tiền” khác nhau"):
        mark(two, "1 triệu 2 triệu", product="1 triệu")


def test_a_mark_taken_away_leaves_a_plain_sentence():
    """Unmarked words beside each other are one again; the last mark gone, the sentence is but its words."""
    value = {"phrases": ["Kinh phí là", {"text": "3 triệu đồng", "money": {}}, "của tỉnh."]}
    assert written(sentences.changed(read(value), 1, {"money": None})) == "Kinh phí là 3 triệu đồng của tỉnh."


def test_a_mark_moves_to_other_words():
    """A mark that was set too wide is on the chosen words alone."""
    value = {"phrases": [{"text": "Kinh phí là 3 triệu đồng của tỉnh.", "money": {"source": "central"}}]}
    text = read(value).text
    assert written(sentences.moved(read(value), 0, *at(text, "3 triệu đồng"), nothing)) == {
        "phrases": ["Kinh phí là", {"text": "3 triệu đồng", "money": {"source": "central"}}, "của tỉnh."]
    }


def test_other_words_keep_the_marks_around_them():
    """Typed words belong where they were typed; quotes follow; what was erased with its words is told."""
    made, lost = sentences.reworded(
        read(DUTY),
        "Phòng A: Chủ trì, phối hợp với các xã, các thôn tổ chức thực hiện; báo cáo định kỳ 3 tháng về huyện.",
    )
    assert written(made)["phrases"] == [
        "Phòng A:",
        {
            "text": "Chủ trì, phối hợp với các xã, các thôn tổ chức thực hiện;",
            "roles": ["lead", "coordinate"],
            "with": ["cac-xa"],
        },
        {
            "text": "báo cáo định kỳ 3 tháng về huyện.",
            "roles": ["report"],
            "reports": [{"to": ["huyen"], "frequency": "định kỳ 3 tháng"}],
        },
    ]
    assert lost == []
    made, lost = sentences.reworded(read(DUTY), "Phòng A: báo cáo định kỳ 6 tháng về huyện.")
    assert [one["roles"] for one in lost] == [["lead", "coordinate"]]
    with pytest.raises(SentenceError, match="không được để trống"):
        sentences.reworded(read(DUTY), " ")


def test_a_sentence_is_parted_and_put_together_again():
    """Each half has its own marks and both the same bearers."""
    one, two = sentences.parted(read(DUTY), DUTY_TEXT.index("báo cáo"), nothing)
    assert written(two) == {
        "bearers": ["phong-a"],
        "text": "báo cáo định kỳ 6 tháng về huyện.",
        "roles": ["report"],
        "reports": [{"to": ["huyen"], "frequency": "định kỳ 6 tháng"}],
    }
    assert written(sentences.together(one, two)) == DUTY


DUTY_TEXT = read(DUTY).text


def plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items() if key != "__at__"}
    return [plain(one) for one in value] if isinstance(value, list) else value if value is None else str(value)


def paragraphs(kind: str, value: object) -> list[object]:
    found: list[object] = []
    for one in value if isinstance(value, list) else [value]:
        for each in fields.fields(fields.kinds()[kind]) if isinstance(one, dict) else ():
            inner = one.get(each.key)
            if each.widget is Widget.SENTENCES:
                found += inner or []
            elif each.widget is Widget.RECORD and inner:
                found += paragraphs(each.of, inner)
    return found


@pytest.mark.parametrize("plan", PLANS, ids=lambda one: one.name)
def test_no_mark_changes_a_word(plan: Path):
    """Marks at random over every sentence of a plan: the words stay, each mark is there once, also read again."""
    chance = random.Random(19)
    kinds = {"plan.yaml": "Plan", "sections.yaml": "Clause", **{f"projects/{one.name}": "Project"
             for one in (plan / "data/projects").glob("*.yaml")}}  # fmt: skip
    tried = 0
    for name, kind in kinds.items():
        tree, _ = read_file(plan / "data" / name, name, plan / "data")
        for value in paragraphs(kind, plain(tree.value if tree else None)):
            sentence = read(value)
            assert read(written(sentence)) == sentence or len(sentence.phrases) == 1
            start, end = sorted(chance.sample(range(len(sentence.text) + 1), 2))
            try:
                made = sentences.marked(sentence, start, end, {"product": "x"}, nothing)
            except SentenceError:
                continue
            tried += 1
            assert made.text == sentence.text
            assert read(written(made)).text == sentence.text
            for key in sentences.MARKS:
                if key != "product":
                    before = sum(
                        len(one[key]) if isinstance(one[key], list) else 1 for one in sentence.phrases if key in one
                    )
                    after = sum(
                        len(one[key]) if isinstance(one[key], list) else 1 for one in made.phrases if key in one
                    )
                    assert after <= before
    assert tried > 50
