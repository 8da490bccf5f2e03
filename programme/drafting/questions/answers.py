"""An answer to a question of a draft is written into `data/` where its words stand now, or said why it is not.

Yes writes the keys of each place, and the records that they name where `data/` lacks them; no writes nothing. What
`data/` says then is checked: where that finds what was not found before, the place is as it was and stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...edit import address, phrases
from ...edit.address import PASSAGE
from ...edit.nodes import EditError, as_texts
from ...edit.transaction import Transaction, Written
from ...load.findings import Finding
from ...load.loader import LISTS
from ..shape import Registers
from . import grouping, wording
from .questions import NO, YES, Question, QuestionsError, Spot, one_spaced, read, write
from .reasons import taken_out

Check = Callable[[Path], Sequence[Finding]]
"""All that is wrong with the data of the plan in a folder; only errors count."""
GONE = "câu này nay không còn như thế trong dữ liệu"
_WORD = re.compile(r"[^ \t\r\n]+")


@dataclass
class Outcome:
    """What became of an answer."""

    question: Question
    written: int = 0
    """Places that now say it (or said it already)."""
    left: list[tuple[Spot, str]] = field(default_factory=list)
    """Places that stay open, and why, in Vietnamese."""
    files: set[str] = field(default_factory=set)
    """What was written, below `data/`."""


def answer(folder: Path, name: str, said: str, check: Check | None = None, *, only: int | None = None) -> Outcome:
    """Answer a question by its id: `YES`, `NO`, or the number of a choice ("1"); `only` one of its open places.

    Raises `QuestionsError` where there is no such question or choice, or it was answered.
    """
    questions = read(folder)
    question = next((one for one in questions if one.id == name), None)
    if question is None:
        raise QuestionsError(f"Không có câu hỏi nào mang mã {name}.")
    if not question.is_open:
        raise QuestionsError(f"Câu hỏi {name} đã được trả lời: {question.answer or 'từng câu một'}.")
    if said == YES and not question.has_yes:
        raise QuestionsError(f"Câu hỏi {name} hỏi ai làm: trả lời bằng số của một lựa chọn, hay “{NO}”.")
    if said not in (YES, NO) and not (said.isdecimal() and 0 < int(said) <= len(question.choices)):
        known = ", ".join([YES, NO, *(str(number) for number in range(1, len(question.choices) + 1))])
        raise QuestionsError(f'Không có câu trả lời "{said}"; chọn một trong: {known}.')
    asked = question.open_spots if only is None else question.open_spots[only : only + 1]
    outcome = Outcome(question)
    done = list(asked)
    if said != NO:
        done = _written(folder, question, said, asked, check, outcome)
    outcome.written = len(done)
    marked = {id(spot) for spot in done}
    question.spots = [replace(spot, answer=said) if id(spot) in marked else spot for spot in question.spots]
    if all(spot.answer == said for spot in question.spots):
        question.answer = said
        question.spots = [replace(spot, answer="") for spot in question.spots]
    write(folder, questions)
    return outcome


def _written(
    folder: Path, question: Question, said: str, asked: Sequence[Spot], check: Check | None, outcome: Outcome
) -> list[Spot]:
    """The places that say it now: all at once if that is right, else one after the other."""
    before = _known(check, folder)
    whole = _try(folder, question, said, asked, [0] * len(asked))
    if not isinstance(whole, str):
        found, more = _new(check, folder, before)
        if not found:
            outcome.files |= _names(whole) | (_names(more) if more else set())
            return list(asked)
        _undo(more, whole)
    done = []
    for spot in asked:
        why = _one(folder, question, said, spot, check, before, outcome)
        if why:
            outcome.left.append((spot, why))
        else:
            done.append(spot)
    return done


def _one(
    folder: Path,
    question: Question,
    said: str,
    spot: Spot,
    check: Check | None,
    before: Collection[str],
    outcome: Outcome,
) -> str:
    """Write one place, in the first of the ways that is right; "" if it is done, else why not."""
    why, way = "", 0
    while True:
        tried = _try(folder, question, said, [spot], [way])
        if isinstance(tried, str):
            return why or tried
        found, more = _new(check, folder, before)
        if not found:
            outcome.files |= _names(tried) | (_names(more) if more else set())
            return ""
        _undo(more, tried)
        why, way = why or found[0], way + 1


def _try(folder: Path, question: Question, said: str, asked: Sequence[Spot], ways: Sequence[int]) -> Written | str:
    """Write some places in one transaction, each in one of its ways; why not, if one of them cannot be."""
    edit = Transaction(folder / "data")
    try:
        for spot, way in zip(asked, ways, strict=True):
            sets = spot.sets if said == YES else spot.others[int(said) - 1]
            _add_records(edit, question, spot, sets)
            name, path, value = _change(edit, spot, sets, way)
            edit.set(name, path, value)
        return edit.write()
    except (EditError, OSError) as error:
        return _reason(error)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, EditError) else f"không ghi được tệp: {error}"


def _change(edit: Transaction, spot: Spot, sets: Mapping[str, Any], way: int) -> tuple[str, tuple[str | int, ...], Any]:
    """File, path and value that make the data say the keys of a place, in one of the ways that there are."""
    values = edit.values()
    words = one_spaced(spot.passage_words)
    place = address.find(values, spot.file, spot.address, spot.of, words)
    first, last = _range(spot.passage_words, spot.start, spot.end)
    if place is None and spot.of == PASSAGE and one_spaced(spot.words):
        place = address.holding(values, spot.file, spot.address, one_spaced(spot.words))
        if place:
            start = f" {one_spaced(place.words)} ".index(f" {one_spaced(spot.words)} ")
            first = one_spaced(place.words)[:start].count(" ") + bool(start)
            last = first + one_spaced(spot.words).count(" ") + 1
    if place is None:
        raise EditError(GONE)
    held = edit.at(place.file, place.path)
    if spot.of != PASSAGE:
        if way:
            raise EditError("không ghi được cách khác")
        return place.file, place.path, phrases.merged(held, as_texts(sets))
    tokens = [number for number, token in enumerate(place.words.split(" ")) if token]
    whole = spot.whole or first >= last
    ways = list(phrases.marked(held, tokens[first], tokens[last - 1] + 1, sets, whole=whole)) if tokens else []
    if way >= len(ways):
        raise EditError("các từ này đã có dấu khác, không ghi thêm được; sửa tay trong tệp")
    return place.file, place.path, ways[way]


def _range(passage: str, start: int, end: int) -> tuple[int, int]:
    """Which words of a passage a part of it touches; all of them where the part is none."""
    spans = [match.span() for match in _WORD.finditer(passage)]
    within = [number for number, (begin, stop) in enumerate(spans) if begin < end and start < stop]
    return (within[0], within[-1] + 1) if within else (0, len(spans))


def _add_records(edit: Transaction, question: Question, spot: Spot, sets: Mapping[str, Any]) -> None:
    """Put the records that keys name into their registers, where they are not there yet."""
    known = Registers()
    for registry, listed in question.records.items():
        getattr(known, registry).update({str(one["id"]): one for one in listed})
    for registry, listed in grouping.records([sets], wording.KINDS[spot.of], known).items():
        there = {one.get("id") for one in edit.value(LISTS[registry]) or () if isinstance(one, dict)}
        for record in listed:
            if record["id"] not in there:
                edit.append(registry, record)


def _names(written: Written) -> set[str]:
    return {path.name for path in written.files}


def _known(check: Check | None, folder: Path) -> Collection[str]:
    """What is wrong already."""
    return set(_said(check(folder))) if check else ()


def _new(check: Check | None, folder: Path, before: Collection[str]) -> tuple[list[str], Written | None]:
    """What is wrong now and was not before; and what was taken out as no longer needed."""
    if check is None:
        return [], None
    findings = check(folder)
    found = [one for one in _said(findings) if one not in before]
    more = taken_out(folder, findings) if found else None
    if more:
        found = [one for one in _said(check(folder)) if one not in before]
    return found, more


def _undo(*written: Written | None) -> None:
    for one in written:
        if one:
            one.undo()


def _said(findings: Sequence[Finding]) -> Iterator[str]:
    """Errors in words, without their lines, which an edit moves."""
    for one in findings:
        if one.is_error:
            yield f"{one.file}: {one.found} Cần: {one.expected}".strip()
