"""What a person is asked about a draft, and the file that holds it: `import/questions.yaml` of the plan's folder.

A mark that is not sure is no data: it waits here, as a question about all the places where the same is guessed, until
somebody says yes or no. `grouping` makes the questions, `answers` writes what was said into `data/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ... import whole
from ...command_words import typed
from ...edit.address import PASSAGE
from ...edit.phrases import one_spaced
from ...load.findings import TAKE_BACK, Finding, warning
from ...vietnamese.formats import lower_first
from .. import FOLDER, QUESTIONS
from ..shape import WHO, Mark

YES, NO = "có", "không"


class QuestionsError(Exception):
    """The file of the questions cannot be read, or has no such question; the message says it in Vietnamese."""


@dataclass(frozen=True)
class Spot:
    """A place in `data/` that a question is about."""

    file: str
    """Below `data/`: "sections.yaml", "projects/du-an-1.yaml"."""
    address: str
    """The number of the clause as the site has it, "III.2.d"; "can-cu", "ket-thuc", "noi-nhan", "dieu-1",
    "phu-luc-i". It need not be exact: where it is not found, the words decide."""
    passage_words: str
    """Of a passage or footnote its text, of a part its heading (of a project its title), of a column its head, of a row
    its cells and of a table the heads of its columns, joined by " | "."""
    start: int
    end: int
    """The words marked: `passage_words[start:end]`, widened to whole words."""
    sets: Mapping[str, Any]
    """As in `Mark`."""
    whole: bool = False
    """The keys stand on the paragraph, not on a phrase of it."""
    of: str = PASSAGE
    """What it is: `PASSAGE`, `PART`, `TABLE`, `COLUMN`, `ROW`, `NOTE` of `edit.address`."""
    others: tuple[Mapping[str, Any], ...] = ()
    """What the choices of the question set here, in their order."""
    say: str = ""
    """What is said of these words, where the places of a question differ in it."""
    answer: str = ""
    """What was said of this place alone."""

    @classmethod
    def of_mark(cls, mark: Mark, file: str, address: str, passage_words: str, of: str = PASSAGE) -> Spot:
        """Where a mark would stand in the written data."""
        return cls(file, address, passage_words, mark.start, mark.end, mark.sets, mark.whole, of, mark.others)

    @property
    def words(self) -> str:
        """The words marked."""
        return self.passage_words[self.start : self.end].strip()

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells whether the same was asked before, wherever the passage stands now."""
        return one_spaced(self.passage_words), one_spaced(self.words), self.of, canonical(self.sets)


@dataclass
class Question:
    """One question, about one or more places."""

    id: str
    kind: str
    """That of its marks."""
    question: str
    """The sentence that is asked: "Có phải “hộ cận nghèo” là nhóm đối tượng ở 7 câu sau?"."""
    spots: list[Spot]
    guess: str = ""
    """YES where the marks are likely, else ""."""
    choices: list[str] = field(default_factory=list)
    """What else the words could mean, each as it is said; `others` of each spot has the keys."""
    why: list[str] = field(default_factory=list)
    """What speaks for it."""
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Register ("agencies") -> the records that its keys name and `data/` may lack; added with the answer."""
    answer: str = ""
    """YES, NO, or the number of a choice from "1"; "" while it is open."""

    @property
    def open_spots(self) -> list[Spot]:
        """The places nothing was said of."""
        return [] if self.answer else [spot for spot in self.spots if not spot.answer]

    @property
    def has_yes(self) -> bool:
        """Whether a yes says anything; else one of the choices is the answer."""
        return self.kind != WHO

    @property
    def because(self) -> str:
        """What the machine guesses, and why it asks all the same; "" where there is nothing to tell."""
        why = "; ".join(lower_first(one.rstrip(".")) for one in self.why)
        if self.guess:
            return f"Máy đoán: {self.guess}.{f' Vẫn hỏi vì: {why}.' if why else ''}"
        return f"Máy không đoán, vì: {why}." if why else ""

    @property
    def is_open(self) -> bool:
        return bool(self.open_spots)


def canonical(value: Any) -> str:
    """A value as one line that is the same for the same value."""
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {canonical(value[key])}" for key in sorted(value)) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(canonical, value)) + "]"
        case bool():
            return "true" if value else "false"
    return str(value)


def path_of(folder: Path) -> Path:
    """The file of the questions of the plan in a folder."""
    return folder / FOLDER / QUESTIONS


def open_count(folder: Path) -> int:
    """How many questions wait for an answer; 0 where there is no such file."""
    return sum(question.is_open for question in read(folder))


def told(count: int) -> str:
    """What a draft with so many open questions says of itself."""
    return f"Bản nháp: còn {count} câu hỏi chưa trả lời về dữ liệu đọc từ tệp của Kế hoạch"


def findings(folder: Path) -> list[Finding]:
    """What a check says of the questions: that some are open, or that their file cannot be read."""
    try:
        count = open_count(folder)
    except QuestionsError as error:
        return [Finding(f"{FOLDER}/{QUESTIONS}", 0, "Không đọc được tệp câu hỏi.", str(error).partition("; ")[2])]
    if not count:
        return []
    return [warning(f"{FOLDER}/{QUESTIONS}", 0, f"{told(count)}.", f"gõ {typed('questions')} để trả lời từng câu")]


def refusal(folder: Path, *, allowed: bool) -> str:
    """Why a draft is not given to readers; "" where it may be, or no question is open."""
    count = 0 if allowed else open_count(folder)
    if not count:
        return ""
    return (
        f"{told(count)}, nên chưa phát hành.\n"
        f"Gõ {typed('questions')} để trả lời. Vẫn muốn phát hành bản nháp thì gõ lại lệnh, thêm DRAFT=1 ở cuối."
    )


def read(folder: Path) -> list[Question]:
    """All questions of a plan, answered ones too; none where there is no such file."""
    path = path_of(folder)
    if not path.exists():
        return []
    try:
        held = yaml.load(path.read_bytes().decode("utf-8-sig"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return [_question(one) for one in held or ()]
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        where = getattr(getattr(error, "problem_mark", None), "line", None)
        line = f":{where + 1}" if where is not None else ""
        raise QuestionsError(f"{FOLDER}/{QUESTIONS}{line}: không đọc được tệp câu hỏi; {TAKE_BACK}.") from None


def save(folder: Path, questions: Iterable[Question], *, keep_open: bool = False) -> list[Question]:
    """Put the questions of an import beside those answered before; returns what the file now holds.

    What was answered, of all places or of some, stays and is not asked again. `keep_open`: questions of before that
    nobody answered stay too (where only a part of the plan was read anew); else the new ones take their place.
    """
    before = read(folder)
    kept = [one for one in before if keep_open or one.answer or any(spot.answer for spot in one.spots)]
    if not keep_open:
        for one in kept:
            if not one.answer:
                one.spots = [spot for spot in one.spots if spot.answer]
    known = {spot.key for one in kept for spot in one.spots}
    names = {one.id for one in kept}
    for question in questions:
        question.spots = [spot for spot in question.spots if spot.key not in known]
        if question.spots:
            question.id = _free(question.id, names)
            names.add(question.id)
            kept.append(question)
    write(folder, kept)
    return kept


def _free(name: str, taken: set[str]) -> str:
    """A name that none has: one that was answered and is asked of further places is a question of its own."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


_HEAD = """\
# Các câu hỏi về những chỗ máy đọc từ tệp mà chưa chắc. Gõ programme questions để trả lời từng câu.
# Tệp này do máy ghi; câu đã trả lời có dòng answer và không bị hỏi lại.
"""


def write(folder: Path, questions: list[Question]) -> None:
    """Write the file, whole or not at all; without any question there is none."""
    path = path_of(folder)
    if not questions and not path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    held = yaml.dump(
        [_plain(one) for one in questions],
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True,
        sort_keys=False,
        width=120,
    )
    whole.write(path, _HEAD + held)


def _plain(question: Question) -> dict[str, Any]:
    """A question as the file holds it; what is blank is not there."""
    held: dict[str, Any] = {"id": question.id, "kind": question.kind, "question": question.question}
    held |= {"guess": question.guess, "why": question.why, "answer": question.answer}
    held["choices"] = list(question.choices)
    held["spots"] = [dict(_plain_spot(one)) for one in question.spots]
    held["records"] = _built_in(question.records)
    return {key: value for key, value in held.items() if value}


def _plain_spot(spot: Spot) -> Iterator[tuple[str, Any]]:
    yield from (("file", spot.file), ("address", spot.address), ("passage", spot.passage_words))
    yield from (("words", spot.passage_words[spot.start : spot.end]), ("start", spot.start))
    yield "sets", _built_in(spot.sets)
    if spot.whole:
        yield "whole", True
    if spot.of != PASSAGE:
        yield "of", spot.of
    if spot.others:
        yield "others", _built_in(spot.others)
    if spot.say:
        yield "say", spot.say
    if spot.answer:
        yield "answer", spot.answer


def _built_in(value: Any) -> Any:
    """Mappings and lists as YAML writes them; texts without a type of their own."""
    match value:
        case Mapping():
            return {str(key): _built_in(one) for key, one in value.items()}
        case list() | tuple():
            return [_built_in(one) for one in value]
        case str() | date():
            return str(value)
    return value


def _question(held: Mapping[str, Any]) -> Question:
    return Question(
        id=str(held["id"]),
        kind=str(held["kind"]),
        question=str(held["question"]),
        spots=[_spot(one) for one in held["spots"]],
        guess=str(held.get("guess", "")),
        choices=[str(one) for one in held.get("choices", ())],
        why=[str(one) for one in held.get("why", ())],
        records={str(name): list(listed) for name, listed in held.get("records", {}).items()},
        answer=_said(held.get("answer", "")),
    )


def _spot(held: Mapping[str, Any]) -> Spot:
    start, words = int(held["start"]), str(held.get("words", ""))
    return Spot(
        file=str(held["file"]),
        address=str(held["address"]),
        passage_words=str(held["passage"]),
        start=start,
        end=start + len(words),
        sets=dict(held["sets"]),
        whole=bool(held.get("whole", False)),
        of=str(held.get("of", PASSAGE)),
        others=tuple(dict(one) for one in held.get("others", ())),
        say=str(held.get("say", "")),
        answer=_said(held.get("answer", "")),
    )


def _said(answer: Any) -> str:
    """An answer as written, by hand too: a number is one of the choices."""
    return {True: YES, False: NO}[answer] if isinstance(answer, bool) else str(answer or "")
