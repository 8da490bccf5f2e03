"""What a paragraph becomes when words of it are marked, cut or joined: values alone, in the forms `data/` has for them.

A paragraph is a text, a mapping with `text`, or one with `phrases` (see `load.texts.Paragraph`). Places in it are those
of its words, as single spaces part them: of "Hỗ trợ hộ nghèo" the words 2 to 4 are "hộ nghèo".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from .nodes import EditError, as_texts

OWN = ("mark", "bearers", "projects", "note", "items")
"""Keys that stand on a paragraph."""
BEHIND = ("footnotes",)
"""Keys behind the words of a phrase, with words of their own: where it is cut, they follow the last word."""
ONE_OF_A_KIND = ("money", "indicator", "output", "timing", "product", "subject_of", "purpose")
"""Keys that a phrase has one of, and that are read from its words."""


def phrases_of(paragraph: Any) -> list[dict[str, Any]]:
    """The phrases of a paragraph, each as a mapping with `text`."""
    if isinstance(paragraph, str):
        return [{"text": paragraph}]
    if "phrases" in paragraph:
        return [{"text": one} if isinstance(one, str) else dict(one) for one in paragraph["phrases"]]
    return [{key: value for key, value in paragraph.items() if key not in OWN}]


def text_of(paragraph: Any) -> str:
    """The words of a paragraph."""
    return " ".join(str(one["text"]) for one in phrases_of(paragraph))


def one_spaced(words: str) -> str:
    """Words as data joins them: one space between two, letters composed."""
    return " ".join(one for one in re.split(r"[ \t\r\n]+", unicodedata.normalize("NFC", words)) if one)


def own_of(paragraph: Any) -> dict[str, Any]:
    """What stands on the paragraph as a whole."""
    return {} if isinstance(paragraph, str) else {key: paragraph[key] for key in OWN if key in paragraph}


def written(phrases: Sequence[Mapping[str, Any]], own: Mapping[str, Any], *, is_list: bool = False) -> Any:
    """A paragraph of such phrases, in the shortest form there is for it; `is_list`: with `phrases`, even of one."""
    first = {key: own[key] for key in ("mark", "bearers", "projects") if key in own}
    rest = {key: own[key] for key in ("note", "items") if key in own}
    if len(phrases) == 1 and not is_list and not set(phrases[0]) & set(first):
        held = {**first, **phrases[0], **rest}
        return held["text"] if len(held) == 1 else held
    listed = [one["text"] if len(one) == 1 else dict(one) for one in phrases]
    return {**first, "phrases": listed, **rest}


def cut(paragraph: Any, first: int, last: int) -> Any:
    """The paragraph with a phrase of its own for some words; the marks of what is cut stay on the longest rest."""
    return written([one for one, _ in _cut(phrases_of(paragraph), first, last)], own_of(paragraph))


def joined(paragraph: Any, first: int, last: int) -> Any:
    """The paragraph with its phrases from `first` to before `last` as one, with all marks of them.

    Raises `EditError` where two of them have something that a phrase has but one of.
    """
    phrases = phrases_of(paragraph)
    whole: dict[str, Any] = {"text": " ".join(str(one["text"]) for one in phrases[first:last])}
    for one in phrases[first:last]:
        marks = {key: value for key, value in one.items() if key != "text"}
        if _clash(whole, marks):
            raise EditError("Hai cụm từ này đều có dấu riêng (số tiền, chỉ tiêu, thời gian…) nên không ghép được.")
        whole = merged(whole, marks)
    return written([*phrases[:first], whole, *phrases[last:]], own_of(paragraph))


def marked(paragraph: Any, first: int, last: int, sets: Mapping[str, Any], *, whole: bool = False) -> Iterator[Any]:
    """What the paragraph may become when its words `first` to `last` (not taken) get keys; the likeliest first.

    `whole`: the keys stand on the paragraph. Nothing comes where the words cannot have a phrase of their own.
    """
    sets = as_texts(sets)
    phrases, own = phrases_of(paragraph), own_of(paragraph)
    is_list = isinstance(paragraph, dict) and "phrases" in paragraph  # it stays as it is written
    if whole:
        yield written(phrases, merged(own, sets), is_list=is_list)
        return
    spans = _spans(phrases)
    holding = [place for place, (start, stop) in enumerate(spans) if start < last and first < stop]
    if not holding:
        return
    one = phrases[holding[0]]
    if (
        len(holding) == 1
        and (spans[holding[0]] == (first, last) or set(one) - {"text", *BEHIND})
        and not _clash(one, sets)
    ):
        if len(phrases) == 1 and not is_list:  # who does it stands on the paragraph then
            marks = {key: value for key, value in sets.items() if key not in OWN}
            yield written([merged(one, marks)], merged(own, {key: sets[key] for key in OWN if key in sets}))
        else:
            yield written([merged(p, sets) if p is one else p for p in phrases], own, is_list=is_list)
        if spans[holding[0]] == (first, last):
            return
    if len(holding) > 1 and any(len(phrases[place]) > 1 for place in holding):
        try:
            whole_one = phrases_of(joined(paragraph, holding[0], holding[-1] + 1))[holding[0]]
        except EditError:
            return
        if not _clash(whole_one, sets):
            rest = phrases[holding[-1] + 1 :]
            yield written([*phrases[: holding[0]], merged(whole_one, sets), *rest], own, is_list=is_list)
        return
    yield written([merged(p, sets) if is_it else p for p, is_it in _cut(phrases, first, last)], own, is_list=is_list)


def merged(held: Mapping[str, Any], sets: Mapping[str, Any]) -> dict[str, Any]:
    """Keys with others added to them: lists grow, mappings get what they lack, all else is replaced."""
    found = dict(held)
    for key, value in sets.items():
        before = found.get(key)
        if isinstance(before, list) and isinstance(value, list):
            found[key] = [*before, *(one for one in value if one not in before)]
        elif isinstance(before, dict) and isinstance(value, dict):
            found[key] = {**before, **value}
        else:
            found[key] = value
    return found


def _clash(held: Mapping[str, Any], sets: Mapping[str, Any]) -> bool:
    """Whether both have another one of what a phrase has but one of."""
    return any(key in held and held[key] != sets[key] for key in ONE_OF_A_KIND if key in sets)


def _spans(phrases: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """The words of each phrase: from which to which (not taken)."""
    ends = list(accumulate(str(one["text"]).count(" ") + 1 for one in phrases))
    return list(zip([0, *ends], ends, strict=False))


def _cut(phrases: Sequence[dict[str, Any]], first: int, last: int) -> Iterator[tuple[dict[str, Any], bool]]:
    """The phrases with one for some words alone, and which it is. Phrases without marks that it takes in are one."""
    spans = _spans(phrases)
    words = " ".join(str(one["text"]) for one in phrases).split(" ")
    holding = [place for place, (start, stop) in enumerate(spans) if start < last and first < stop]
    parts = [(spans[holding[0]][0], first), (first, last), (last, spans[holding[-1]][1])] if holding else []
    marks = {key: value for place in holding for key, value in phrases[place].items() if key != "text"}
    notes = {key: marks.pop(key) for key in BEHIND if key in marks}
    last_part = next((part for part in reversed(parts) if part[0] < part[1]), None)
    heir = max((parts[0], parts[2]), key=lambda part: part[1] - part[0]) if parts else None
    for place, one in enumerate(phrases):
        if place not in holding:
            yield one, False
        elif place == holding[0]:
            for part in parts:
                if part[0] < part[1]:
                    own = {**(marks if part is heir else {}), **(notes if part is last_part else {})}
                    yield {"text": " ".join(words[slice(*part)]), **own}, part is parts[1]
