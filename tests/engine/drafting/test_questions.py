"""What a draft is not sure of is asked once, and an answer is written where the words stand, if it is right there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from programme import FindingsError, open_programme
from programme.commands import main
from programme.drafting.questions import questions
from programme.drafting.questions.answers import answer
from programme.drafting.questions.grouping import grouped
from programme.drafting.questions.questions import NO, YES, Question, QuestionsError, Spot
from programme.drafting.questions.taking_back import Before, contents
from programme.drafting.shape import Degree, Mark, Registers
from programme.load.findings import Finding

GOAL = (
    "Kế hoạch thử thực hiện Chương trình giảm nghèo để hộ nghèo, hộ cận nghèo có việc làm, "
    "để không ai trong xóm làng bị bỏ quên."
)
WORK = "Vận động mọi nhà cùng làm."
ALL = "Theo việc được giao mà thực hiện; tham mưu UBND xã sửa đổi khi cần."
REGISTERS = Registers(
    groups={
        "moi-nha": {"name": "Mọi nhà", "kind": "household", "broader": ["dan-xa"]},
        "gia-dinh-ngheo": {"name": "Hộ nghèo", "kind": "household"},
    },
    agencies={"cac-ban": {"name": "Các ban, ngành", "level": "collective"}},
)


def mark(
    text: str, words: str, sets: dict[str, object], kind: str, degree: Degree = Degree.LIKELY, **more: object
) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), sets, kind, degree, **more)  # type: ignore[arg-type]


def asked(one: Mark, text: str, address: str = "V.3", file: str = "sections.yaml", of: str = "passage"):
    return one, Spot.of_mark(one, file, address, text, of)


def houses(text: str, words: str, **more: object) -> Mark:
    return mark(text, words, {"for_whom": [{"who": ["moi-nha"]}]}, "for_whom", why="nói tới mọi nhà", **more)


def errors(root: Path) -> Sequence[Finding]:
    try:
        open_programme(root, with_pages=False)
    except FindingsError as error:
        return error.findings
    return ()


@pytest.fixture
def draft(copy: Path) -> Path:
    """The made-up plan with one question about two places."""
    marks = [asked(houses(WORK, "mọi nhà"), WORK), asked(houses(GOAL, "không ai"), GOAL, "I")]
    questions.save(copy, grouped(marks, REGISTERS))
    return copy


def lines(root: Path, file: str = "sections.yaml") -> list[str]:
    return (root / "data" / file).read_text(encoding="utf-8").splitlines()


# -- how they are gathered -----------------------------------------------------


def test_what_is_guessed_of_the_same_is_one_question_and_what_is_sure_is_none():
    """Two sentences, one group: one question, with the records that a yes needs; each keeps its own condition."""
    same = mark(GOAL, "hộ nghèo", {"for_whom": [{"who": ["moi-nha"], "condition": "có việc làm"}]}, "for_whom")
    sure = mark(WORK, WORK, {"roles": ["mobilise"]}, "role", Degree.SURE)
    (found,) = grouped([asked(houses(WORK, "mọi nhà"), WORK), asked(sure, WORK), asked(same, GOAL, "I")], REGISTERS)
    assert found.question == "Có phải “Mọi nhà” là nhóm đối tượng ở 2 câu sau?"
    assert (found.guess, found.why, [spot.words for spot in found.spots]) == (
        "có",
        ["nói tới mọi nhà"],
        ["mọi nhà", "hộ nghèo"],
    )
    assert [spot.say for spot in found.spots] == [
        "Cho ai (Nhóm: Mọi nhà)",
        "Cho ai (Nhóm: Mọi nhà; Điều kiện khác: “có việc làm”)",
    ]
    assert found.records == {
        "groups": [{"id": "moi-nha", "name": "Mọi nhà", "kind": "household", "broader": ["dan-xa"]}]
    }


@pytest.mark.parametrize(
    ("sets", "of", "said"),
    [
        ({"roles": ["lead"], "bearers": ["cac-ban"]}, "passage",
         "Có phải “Các ban, ngành” chủ trì việc nêu ở câu sau?"),
        ({"money": {"norm": True}}, "passage",
         "Có phải số tiền ở câu sau là định mức (mức cho một hộ, một căn, hay mức cao nhất), "
         "không phải khoản kinh phí?"),
        ({"money": {"source": "province"}}, "passage",
         "Có phải số tiền ở câu sau là một khoản kinh phí của ngân sách tỉnh?"),
        ({"timing": {"text": "khi cần"}}, "passage", "Có phải lời ở câu sau là thời gian, thời hạn của việc?"),
        ({"kind": "budget"}, "part", "Có phải mục sau nói về “Kinh phí”?"),
        ({"says": "lead"}, "column", "Có phải cột sau ghi “Cơ quan chủ trì”?"),
        ({"with": ["cac-ban"]}, "row", "Có phải “Các ban, ngành” phối hợp làm việc nêu ở hàng sau?"),
        ({"restates": True}, "table", "Có phải số tiền trong bảng sau đã nêu ở chỗ khác của Kế hoạch?"),
    ],
)  # fmt: skip
def test_a_question_is_said_in_plain_words(sets: dict[str, object], of: str, said: str):
    """Each kind of mark has its own sentence."""
    (found,) = grouped([asked(mark(ALL, "khi cần", sets, "kind"), ALL, of=of)], REGISTERS)
    assert found.question == said


def test_several_reasons_for_asking_are_one_sentence():
    """Each begins with a small letter behind the words that lead to it."""
    why = ["Không rõ vai trò.", "Đứng ở chỗ của người được hưởng."]
    assert Question(id="a", kind="placed", question="", spots=[], guess="có", why=why).because == (
        "Máy đoán: có. Vẫn hỏi vì: không rõ vai trò; đứng ở chỗ của người được hưởng."
    )


def test_what_was_answered_is_not_asked_again(draft: Path):
    """The next import has the same question: it is not open; a further sentence is a question of its own."""
    (first,) = questions.read(draft)
    answer(draft, first.id, NO)
    marks = [asked(houses(WORK, "mọi nhà"), WORK, "VI.9"), asked(houses(ALL, "khi cần"), ALL, "V.2")]
    questions.save(draft, grouped(marks, REGISTERS))
    assert [(one.id, one.answer, [spot.words for spot in one.spots]) for one in questions.read(draft)] == [
        (first.id, "không", ["mọi nhà", "không ai"]),
        (f"{first.id}-2", "", ["khi cần"]),
    ]
    assert questions.open_count(draft) == 1


# -- how they are answered -----------------------------------------------------


def test_yes_writes_the_keys_and_the_records_that_they_name(draft: Path):
    """Both sentences, a new group: only their lines change, the check finds nothing, no question is left."""
    before = lines(draft)
    (question,) = questions.read(draft)
    outcome = answer(draft, question.id, YES, errors)
    assert (outcome.written, outcome.left, outcome.files) == (2, [], {"groups.yaml", "sections.yaml"})
    after = lines(draft)
    assert [line for line in after if line not in before] == [
        "          for_whom: [{who: [xom-lang]}, {who: [moi-nha]}]",
        "          for_whom: [{who: [moi-nha]}]",
    ]
    assert lines(draft, "groups.yaml")[-4:] == [
        "- id: moi-nha", "  name: Mọi nhà", "  kind: household", "  broader: [dan-xa]",
    ]  # fmt: skip
    assert questions.open_count(draft) == 0
    with pytest.raises(QuestionsError, match="đã được trả lời: có"):
        answer(draft, question.id, YES)


def test_no_writes_nothing_and_a_choice_writes_its_own_keys(copy: Path):
    """No: data as it was. The first other choice: its group, without the records of the guess."""
    other = ({"for_whom": [{"who": ["gia-dinh-ngheo"]}]},)
    marks = [asked(houses(WORK, "Vận động mọi nhà cùng làm.", others=other), WORK)]
    (question,) = questions.save(copy, grouped(marks, REGISTERS))
    assert question.choices == ["Cho ai (Nhóm: Hộ nghèo)"]
    before = lines(copy)
    with pytest.raises(QuestionsError, match='Không có câu trả lời "2"; chọn một trong: có, không, 1'):
        answer(copy, question.id, "2", errors)
    outcome = answer(copy, question.id, "1", errors)
    assert (outcome.written, outcome.files) == (1, {"sections.yaml"})
    assert [line for line in lines(copy) if line not in before] == ["          for_whom: [{who: [gia-dinh-ngheo]}]"]


def test_what_would_be_wrong_is_taken_back_and_stays_open(copy: Path):
    """An amount where there is none: said as the check says it; the file has the bytes it had."""
    data = copy / "data/sections.yaml"
    before = data.read_bytes()
    marks = [asked(mark(WORK, "mọi nhà", {"money": {}}, "money"), WORK)]
    (question,) = questions.save(copy, grouped(marks, REGISTERS))
    outcome = answer(copy, question.id, YES, errors)
    assert (outcome.written, [why[:104] for _, why in outcome.left]) == (
        0,
        ['data/sections.yaml: không đọc được số tiền nào trong "Vận động mọi nhà cùng làm.". Cần: đúng một số tiền'],
    )
    assert data.read_bytes() == before
    assert questions.open_count(copy) == 1


def test_one_place_that_is_wrong_does_not_hold_up_the_others(copy: Path):
    """Of two places one has no amount: the other is written, the question stays open for the one."""
    amount = "Tổng các dòng là 846.443,619 triệu đồng."
    norm = {"money": {"norm": True}}
    marks = [asked(mark(WORK, "mọi nhà", norm, "money"), WORK), asked(mark(ALL, "khi cần", norm, "money"), ALL)]
    data = copy / "data/sections.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace(WORK, f"{WORK} {amount}"), encoding="utf-8")
    marks[0] = asked(mark(f"{WORK} {amount}", amount, norm, "money"), f"{WORK} {amount}")
    (question,) = questions.save(copy, grouped(marks, REGISTERS))
    outcome = answer(copy, question.id, YES, errors)
    assert (outcome.written, [spot.words for spot, _ in outcome.left]) == (1, ["khi cần"])
    assert "          money: {norm: true}" in lines(copy)
    (kept,) = questions.read(copy)
    assert [(spot.words, spot.answer) for spot in kept.spots] == [(amount, "có"), ("khi cần", "")]


def test_a_sentence_that_was_edited_meanwhile_is_found_by_its_words_or_stays_open(draft: Path):
    """Elsewhere in the sentence a typo was mended: found. The words themselves are gone: said, and kept open."""
    data = draft / "data/sections.yaml"
    text = data.read_text(encoding="utf-8")
    text = text.replace("Vận động mọi nhà cùng làm.", "Vận động mọi nhà cùng làm tốt.").replace("không ai", "chẳng ai")
    data.write_text(text, encoding="utf-8")
    (question,) = questions.read(draft)
    outcome = answer(draft, question.id, YES)
    assert (outcome.written, [(spot.words, why) for spot, why in outcome.left]) == (
        1,
        [("không ai", "câu này nay không còn như thế trong dữ liệu")],
    )
    assert "          for_whom: [{who: [moi-nha]}]" in lines(draft)
    assert questions.open_count(draft) == 1


def test_keys_of_a_part_and_of_a_table_are_written_too(copy: Path):
    """A clause's kind; what a row is about: on the record itself."""
    head, row = "Đề nghị Mặt trận xã:", "Thôn Hạ | 1"
    data = copy / "data/sections.yaml"
    with data.open("a", encoding="utf-8") as file:
        file.write(
            "- number: IX\n  heading: BẢNG\n  tables:\n    - columns:\n        - text: Thôn\n        - text: Số\n"
            '      rows:\n        - cells: [Thôn Hạ, "1"]\n'
        )
    marks = [
        asked(mark(head, head, {"kind": "scope"}, "clause_kind"), head, of="part"),
        asked(mark(row, row, {"place": "thon-ha"}, "place"), row, "IX", of="row"),
    ]
    before = lines(copy)
    for question in questions.save(copy, grouped(marks, REGISTERS)):
        assert answer(copy, question.id, YES).left == []
    assert [line for line in lines(copy) if line not in before] == ["      kind: scope", "          place: thon-ha"]


# -- at the keyboard -------------------------------------------------------------


def typed(root: Path, keys: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(keys))
    assert main(["--root", str(root), "questions"]) == 0
    return capsys.readouterr().out


def test_questions_are_asked_one_by_one_and_each_place_by_itself(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """A key that is none is said; "t" goes from sentence to sentence; what was said later stays open, then is asked."""
    said = typed(draft, "x\nt\nk\ns\n", monkeypatch, capsys)
    assert "Có phải “Mọi nhà” là nhóm đối tượng ở 2 câu sau?" in said
    assert "  – “Vận động [mọi nhà] cùng làm.” (V.3)" in said
    assert "[c = có · k = không · t = từng câu · s = để sau · q = thôi]" in said
    assert "Bấm một trong các phím trên." in said
    assert said.endswith("Còn 1 câu hỏi trong import/questions.yaml; gõ make questions để trả lời tiếp.\n")
    assert [spot.answer for spot in questions.read(draft)[0].spots] == ["không", ""]
    said = typed(draft, "c\n", monkeypatch, capsys)
    assert "Đã ghi vào groups.yaml, sections.yaml." in said
    assert "Đã tạo docs/doi-tuong/moi-nha.md" in said
    assert said.endswith("Đã trả lời hết. Gõ make check để xem còn gì phải sửa.\n")
    assert typed(draft, "", monkeypatch, capsys) == "Không còn câu hỏi nào.\n"


def test_an_answer_is_taken_back_with_one_key(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    """ "l" goes back to the question before, and the data is as it was; where somebody changed it since, it stays."""
    marks = [asked(houses(WORK, "mọi nhà"), WORK), asked(mark(ALL, "sửa đổi", {"roles": ["review"]}, "role"), ALL)]
    questions.save(copy, grouped(marks, REGISTERS))
    before = lines(copy)
    said = typed(copy, "c\nl\nk\nq\n", monkeypatch, capsys)
    assert "[c = có · k = không · l = lùi lại câu trước · s = để sau · q = thôi]" in said
    assert "  Đã bỏ câu trả lời trước." in said
    assert (lines(copy), [one.answer for one in questions.read(copy)]) == (before, ["không", ""])
    questions.save(copy, grouped([asked(houses(GOAL, "không ai"), GOAL, "I"), marks[1]], REGISTERS))
    asked_before = contents(copy)
    answered = Before.answered(copy, asked_before)
    (copy / "data/sections.yaml").write_text("# sửa tay\n" + (copy / "data/sections.yaml").read_text("utf-8"), "utf-8")
    assert Before(asked_before, answered.left).put_back()  # nothing was written, so nothing is put back
    assert not Before({**asked_before, copy / "data/sections.yaml": b""}, answered.left).put_back()
    assert lines(copy)[0] == "# sửa tay"


def test_questions_are_listed_and_answered_without_asking(draft: Path, capsys: pytest.CaptureFixture[str]):
    """`--list` names each with its id; `--answer` takes the id and an answer, with marks or without."""
    (question,) = questions.read(draft)
    assert main(["--root", str(draft), "questions", "--list"]) == 0
    assert f"Câu 1/1, mã {question.id}" in capsys.readouterr().out
    assert main(["--root", str(draft), "questions", "--answer", f"{question.id}=khong"]) == 0
    assert questions.read(draft)[0].answer == "không"
    assert main(["--root", str(draft), "questions", "--answer", "xyz=có"]) == 1
    assert capsys.readouterr().err == "Không có câu hỏi nào mang mã xyz.\n"
