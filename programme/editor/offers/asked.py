"""The questions of an import as the editor asks them: one at a time, each with the sentences that it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from ...drafting.questions import questions
from ...drafting.questions.questions import NO, YES, Question, QuestionsError, Spot
from ...edit.address import PASSAGE
from ...edit.phrases import one_spaced
from ...pages.settings import FILE as SETTINGS
from ..view import shown
from ..view.entered import ids
from ..view.files import Files
from . import stands_in

ADDRESS = "cau-hoi"
"""The page of the questions."""
SHOWN = 8
"""So many sentences of a question are shown, if it is not asked of each."""
_AROUND = 220
"""Letters of a sentence that are shown on each side of the words it is about."""


@dataclass(frozen=True)
class Place:
    """A sentence of a question: what stands before the words, the words, what stands after; what they are read as."""

    number: int
    """Among the open places of the question."""
    before: str
    words: str
    after: str
    say: str
    where: str


@dataclass(frozen=True)
class Sentence:
    """A sentence that a question is about, with its places: its words in pieces, those that are meant marked."""

    pieces: list[tuple[str, bool]]
    places: list[Place]


@dataclass(frozen=True)
class AskedQuestion:
    """A question, and how many there are."""

    question: Question
    sentences: list[Sentence]
    number: int
    left: int
    choices: list[str]
    adds: list[str]
    """What a yes adds to the plan's lists: "cơ quan “Hội Nông dân xã”"."""

    @property
    def places(self) -> list[Place]:
        return [place for one in self.sentences for place in one.places]

    @property
    def guess(self) -> str:
        return self.question.guess


def left(root: Path) -> int:
    """How many questions wait for an answer."""
    try:
        return questions.open_count(root)
    except QuestionsError:
        return 0


def words(root: Path) -> set[str]:
    """The sentences that open questions are about."""
    try:
        waiting = [one for one in questions.read(root) if one.is_open]
    except QuestionsError:
        return set()
    return {one_spaced(spot.passage_words) for one in waiting for spot in one.open_spots}


def texts(root: Path) -> dict[str, str]:
    """All files that an answer may write, by name."""
    paths = [*(root / "data").rglob("*.yaml"), *(root / "docs").rglob("*.md"), questions.path_of(root)]
    found = {path.relative_to(root).as_posix(): path for path in (*paths, root / SETTINGS) if path.is_file()}
    return {name: path.read_bytes().decode("utf-8", errors="surrogateescape") for name, path in found.items()}


def renamed(root: Path, ids: Mapping[str, str]) -> dict[str, str | None]:
    """The file of the questions where what an answer would write is called otherwise now; nothing where it is not."""
    path = questions.path_of(root)
    if not ids or not path.is_file():
        return {}
    before = path.read_bytes().decode("utf-8")
    one = re.compile(rf"^([ -]*(?:[a-z_]+: )?)({'|'.join(map(re.escape, ids))})[ \t]*$", re.MULTILINE)
    now = one.sub(lambda found: found[1] + ids[found[2]], before)
    return {path.relative_to(root).as_posix(): now} if now != before else {}


def next_one(root: Path, later: Collection[str] = ()) -> AskedQuestion | None:
    """The first question that nobody answered or put off. Raises `QuestionsError`."""
    waiting = [one for one in questions.read(root) if one.is_open]
    for number, one in enumerate(waiting, 1):
        off = {int(place) for name, _, place in (each.rpartition(":") for each in later) if name == one.id}
        told = [(at, spot) for at, spot in enumerate(one.open_spots) if at not in off]
        if one.id not in later and told:
            same = groupby(told, key=lambda pair: (pair[1].file, pair[1].address, pair[1].passage_words))
            held = stands_in.values(Files(root))
            sentences = [_sentence(list(spots), held) for _, spots in same]
            return AskedQuestion(one, sentences, number, len(waiting), one.choices[:9], _adds(root, one))
    return None


def _adds(root: Path, question: Question) -> list[str]:
    there = ids(Files(root)) if question.records else set()
    return [
        f"{shown.LISTED[top][1].removeprefix('một ')} “{record.get('name') or record.get('number')}”"
        for top, records in question.records.items()
        for record in records
        if record.get("id") not in there
    ]


def _sentence(spots: list[tuple[int, Spot]], held: Mapping[str, Any]) -> Sentence:
    places = [_place(at, spot, stands_in.stands_in(held, spot)) for at, spot in spots]
    if len(spots) == 1 or any(not place.before and not place.after for place in places):
        return Sentence([(places[0].before, False), (places[0].words, True), (places[0].after, False)], places)
    text, here, pieces = spots[0][1].passage_words, 0, []
    for spot in sorted((spot for _, spot in spots), key=lambda spot: spot.start):
        start = max(here, spot.start)
        pieces += [(text[here:start], False), (text[start : spot.end], True)] if start < spot.end else []
        here = max(here, spot.end)
    first, last = pieces[0][0], text[here:]
    first = f"…{first[-_AROUND:].partition(' ')[2]}" if len(first) > _AROUND else first
    last = f"{last[:_AROUND].rpartition(' ')[0]}…" if len(last) > _AROUND else last
    return Sentence([(first, False), *pieces[1:], (last, False)], places)


def _place(number: int, spot: Spot, under: str) -> Place:
    text = spot.passage_words
    before, after = text[: spot.start], text[spot.end :]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}…"
    where = f"mục {spot.address}" if "." in spot.address or spot.address.isupper() else ""
    where = f"{where} {under}".strip() if under and spot.of == PASSAGE else where
    if not text[spot.start : spot.end].strip():
        return Place(number, "", text, "", spot.say, where)
    return Place(number, before, text[spot.start : spot.end], after, spot.say, where)


__all__ = ["ADDRESS", "NO", "SHOWN", "YES", "AskedQuestion", "QuestionsError", "left", "next_one"]
