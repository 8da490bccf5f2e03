"""Answer the questions of a draft as the checked data of the same plan would: what a person who knows would say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from drafted.entries import Entry, Ids, entries, of_span, same_ids
from drafted.held import Held, Span, piece_of, placed, read
from drafted.parts import parts, said_of
from programme import FindingsError, open_programme
from programme.drafting.questions.answers import answer
from programme.drafting.questions.questions import NO, YES, Question, Spot
from programme.drafting.questions.questions import read as read_questions
from programme.load.findings import Finding


def reply(folder: Path, checked: Path) -> Counter[str]:
    """Answer all questions of the draft in a folder; how often each answer was given. "" counts what stays open.

    A place that the checked data does not have is answered with the guess.
    """
    draft, true = read(folder), read(checked)
    ids = same_ids(draft, true)
    known, told = entries(true, {}), parts(checked)
    counts: Counter[str] = Counter()
    for question in read_questions(folder):
        said = [_said(question, spot, draft, ids, known, told) for spot in question.open_spots]
        if len({*said}) == 1:
            outcome = answer(folder, question.id, said[0], errors)
            counts[said[0]] += outcome.written
            counts[""] += len(outcome.left)
            continue
        for place in range(len(said) - 1, -1, -1):
            outcome = answer(folder, question.id, said[place], errors, only=place)
            counts[said[place]] += outcome.written
            counts[""] += len(outcome.left)
    return counts


def errors(folder: Path) -> Sequence[Finding]:
    """What the check finds wrong with the data of the plan in a folder."""
    try:
        open_programme(folder, with_pages=False)
    except FindingsError as error:
        return error.findings
    return ()


def _said(
    question: Question,
    spot: Spot,
    draft: Held,
    ids: Ids,
    known: Sequence[Entry],
    told: Mapping[tuple[str, str], list[dict[str, Any]]],
) -> str:
    ways = {YES: spot.sets, **{str(number): one for number, one in enumerate(spot.others, 1)}}
    if spot.of not in ("passage", "row"):
        held = told.get(said_of(spot.of, spot.passage_words), [])
        fits = (way for way, sets in ways.items() if any(_is_in(sets, one) for one in held))
        return next(fits, NO) if held else question.guess or NO
    keys = {"passage": spot.passage_words, "start": spot.start, "words": spot.words, "sets": spot.sets}
    piece = piece_of(draft, keys | {"file": spot.file}, {})
    if piece is None:
        return question.guess or NO
    where = (0, len(piece.text)) if spot.of == "row" or spot.start >= spot.end else (spot.start, spot.end)
    marks = {way: [*of_span(piece, placed(piece, Span(where, spot.words, sets)), ids)] for way, sets in ways.items()}
    best = max(marks, key=lambda way: _worth(marks[way], known))
    return best if _worth(marks[best], known) > (0, 0) else NO


def _worth(said: Sequence[Entry], known: Sequence[Entry]) -> tuple[int, int]:
    """How many of some marks the checked data has, less those that it has not; then how many of their details."""
    right, details = 0, 0
    for one in said:
        fitting = [other for other in known if one.fits(other)]
        right += 1 if fitting else -1
        details += max((_alike(one, other) for other in fitting), default=0)
    return right, details


def _alike(one: Entry, other: Entry) -> int:
    keys = {*one.details, *other.details}
    return sum(1 if one.details.get(key) == other.details.get(key) else -1 for key in keys)


def _is_in(sets: Any, held: Any) -> bool:
    """Whether all that some keys say is said."""
    if isinstance(sets, Mapping):
        return isinstance(held, Mapping) and all(key in held and _is_in(one, held[key]) for key, one in sets.items())
    return str(held) == ({True: "true", False: "false"}[sets] if isinstance(sets, bool) else str(sets))
