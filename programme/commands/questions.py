"""Answer what a draft is not sure of: `programme questions`, one question at a time, with single keys.

`--list` only prints them; `--answer MÃ=có` answers one without asking. What is answered is written into data/ at once.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import FindingsError, check, open_programme
from ..command_words import typed
from ..drafting import FOLDER, QUESTIONS
from ..drafting.questions.answers import Outcome, answer
from ..drafting.questions.questions import NO, YES, Question, QuestionsError, Spot, read
from ..drafting.questions.taking_back import Before, contents
from ..load.findings import Finding
from ..pages import nav, page_files
from ..vietnamese.slugs import fold
from .keyboard import key

_SHOWN = 6
"""So many places of a question are shown at once."""
_AROUND = 160
"""Letters of a sentence that are shown on each side of the words marked."""
_KEYS = {"c": YES, "k": NO}
_LATER, _EACH, _END, _BACK = "s", "t", "q", "l"
_SAID = {"co": YES, "c": YES, "yes": YES, "y": YES, "khong": NO, "k": NO, "no": NO, "n": NO}


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--list", action="store_true", help="chỉ in các câu hỏi còn mở")
    parser.add_argument(
        "--answer",
        metavar="MÃ=TRẢ_LỜI",
        action="append",
        default=[],
        help="trả lời một câu, không hỏi: MÃ=có, MÃ=không, MÃ=1 (lựa chọn thứ nhất); ghi được nhiều lần",
    )


def run(options: Namespace) -> int:
    try:
        if options.answer:
            return _answer_all(options.root, options.answer)
        questions = [one for one in read(options.root) if one.is_open]
        if not questions:
            print("Không còn câu hỏi nào.")
            return 0
        if options.list:
            for number, one in enumerate(questions, 1):
                print(f"{_shown(one, f'Câu {number}/{len(questions)}, mã {one.id}', every=True)}\n")
            return 0
        return _ask(options.root, questions)
    except QuestionsError as error:
        print(error, file=sys.stderr)
        return 1


# -- without asking --------------------------------------------------------


def _answer_all(root: Path, given: Sequence[str]) -> int:
    whole = True
    for one in given:
        name, _, said = one.rpartition("=")
        if not name:
            print(f'"{one}" chưa đủ; ghi mã câu hỏi, dấu bằng, rồi trả lời: MÃ=có', file=sys.stderr)
            return 1
        outcome = answer(root, name, _SAID.get(fold(said.strip()), said.strip()), _errors)
        print(_told(outcome))
        whole &= not outcome.left
    _make_pages(root)
    print(_rest(root))
    return 0 if whole else 1


# -- one at a time ---------------------------------------------------------


def _ask(root: Path, questions: Sequence[Question]) -> int:
    print(f"Còn {len(questions)} câu hỏi. Trả lời xong câu nào thì ghi ngay vào data/ câu ấy.\n")
    done: list[Before] = []
    while len(done) < len(questions):
        name = questions[len(done)].id
        question = next((one for one in read(root) if one.id == name), questions[len(done)])
        held = contents(root)
        print(_shown(question, f"Câu {len(done) + 1}/{len(questions)}"))
        said = _choice(question, each=len(question.open_spots) > 1, back=bool(done))
        if said == _BACK:
            print(_taken_back(done))
            continue
        if said == _END or (said == _EACH and not _each(root, question)):
            break
        if said not in (_EACH, _LATER):
            print(_told(answer(root, question.id, said, _errors)))
        done.append(Before.answered(root, held))
        print()
    _make_pages(root)
    print(_rest(root))
    return 0


def _taken_back(done: list[Before]) -> str:
    """Go back to the question before; what was said of it is as if it had not been said."""
    if not done[-1].put_back():
        return "  Tệp đã được sửa ở nơi khác sau câu ấy, nên không lùi được; sửa tay trong data/.\n"
    done.pop()
    return "  Đã bỏ câu trả lời trước.\n"


def _each(root: Path, question: Question) -> bool:
    """Ask of each place by itself; False where the person has enough."""
    skipped = 0
    for number, spot in enumerate(question.open_spots, 1):
        print(f"\nCâu thứ {number}: {_spot(spot)}")
        said = _choice(question, each=False)
        if said == _END:
            return False
        if said == _LATER:
            skipped += 1
            continue
        outcome = answer(root, question.id, said, _errors, only=skipped)
        skipped += len(outcome.left)
        print(_told(outcome))
    return True


def _choice(question: Question, *, each: bool, back: bool = False) -> str:
    """What a person answers: `YES`, `NO`, a number, or one of the other keys. The end of the input is the end."""
    keys = [
        *([f"c = {YES}"] if question.has_yes else []),
        f"k = {NO}",
        *(f"{number} = {one}" for number, one in enumerate(question.choices[:9], 1)),
    ]
    keys += ["t = từng câu"] if each else []
    keys += ["l = lùi lại câu trước"] if back else []
    print(f"  [{' · '.join([*keys, 's = để sau', 'q = thôi'])}]")
    known = {*_KEYS, _LATER, _END, *(str(number) for number in range(1, len(question.choices[:9]) + 1))}
    known |= {_EACH} if each else set()
    known |= {_BACK} if back else set()
    known -= set() if question.has_yes else {"c"}
    while True:
        pressed = fold(key("  > "))
        if not pressed:
            return _END
        if pressed in known:
            return _KEYS.get(pressed, pressed)
        print("  Bấm một trong các phím trên.")


# -- in words --------------------------------------------------------------


def _shown(question: Question, title: str, *, every: bool = False) -> str:
    spots = question.open_spots
    shown = spots if every else spots[:_SHOWN]
    return "\n".join(
        [
            title,
            question.question,
            *(f"  – {_spot(spot)}" for spot in shown),
            *([f"  … và {len(spots) - len(shown)} chỗ nữa (t: xem từng câu)"] if len(shown) < len(spots) else ()),
            f"  {question.because or 'Máy không đoán được.'}",
            *([f"  {number}: {one}" for number, one in enumerate(question.choices, 1)] if every else ()),
        ]
    )


def _spot(spot: Spot) -> str:
    """A sentence with the words marked, and what is read from them."""
    before, words, after = (
        spot.passage_words[: spot.start],
        spot.passage_words[spot.start : spot.end],
        spot.passage_words[spot.end :],
    )
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}…"
    place = f" ({spot.address})" if spot.address else ""
    marked = f"{before}[{words.strip()}]{after}" if words.strip() else spot.passage_words
    return f"“{marked}”{place}" + (f"\n    đọc là: {spot.say}" if spot.say else "")


def _told(outcome: Outcome) -> str:
    def lines() -> Iterator[str]:
        if outcome.written:
            files = f" vào {', '.join(sorted(outcome.files))}" if outcome.files else ""
            yield f"  Đã ghi{files}." if outcome.files else "  Đã nhớ câu trả lời."
        for spot, why in outcome.left:
            yield f"  Chưa ghi được, để ngỏ: “{spot.words or spot.passage_words}”\n    {why}"

    return "\n".join(lines())


def _rest(root: Path) -> str:
    left = sum(one.is_open for one in read(root))
    if left:
        return f"Còn {left} câu hỏi trong {FOLDER}/{QUESTIONS}; gõ {typed('questions')} để trả lời tiếp."
    return f"Đã trả lời hết. Gõ {typed('check')} để xem còn gì phải sửa."


# -- what is written is right ----------------------------------------------


def _errors(root: Path) -> Sequence[Finding]:
    """All that is wrong with the data now."""
    try:
        open_programme(root, with_pages=False)
    except FindingsError as error:
        return error.findings
    return ()


def _make_pages(root: Path) -> None:
    """Pages for what was added, as `programme pages` makes them."""
    try:
        programme = check(root, with_pages=False)[0]
    except FindingsError:
        return
    made = page_files.create_missing(programme, root / "docs")
    for file in made:
        print(f"Đã tạo docs/{file}")
    for file in nav.show(root, made):
        print(f"Đã đưa {file} vào thanh mục (mkdocs.yml)")
