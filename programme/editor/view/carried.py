"""What becomes of the marks of words that are parted, joined, typed anew: each stays with what it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ...edit.phrases import BEHIND
from . import fields

Value = Any
"""What stands in a file: texts, lists and mappings of such."""
Evidence = Callable[[str, Value], Iterable[str]]
"""What words a mark (key, value) must have in its phrase: the number of a document, a quote."""

_NUMBERED = ("money", "indicator", "output")
"""Read from a number in the words."""
_SHORT = 60
"""Letters of a phrase that is named."""


class SentenceError(Exception):
    """It cannot be done; the message says why, in words of the clerk."""


def words_of(text: str) -> list[str]:
    """The words of what was typed; a space that does not break is a letter as any other."""
    return [one for one in re.split(r"[ \t\r\n]+", text) if one]


def quotes(kind: str, value: Value) -> Iterable[str]:
    """The words of the plan that a value of a record quotes."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            for key, inner in one.items():
                known = fields.field(kind, key)
                if known and known.of in fields.kinds():
                    yield from quotes(known.of, inner)
                elif known and known.quotes and isinstance(inner, str):
                    yield inner


def quoted(key: str, value: Value) -> Iterable[str]:
    """The words of the plan that a mark quotes."""
    known = fields.field("Phrase", key)
    if known and known.of in fields.kinds():
        yield from quotes(known.of, value)
    elif known and known.quotes:
        yield str(value)


def shared_out(
    phrase: Mapping[str, Value], texts: Sequence[str], sets: Mapping[str, Value], evidence: Evidence
) -> list[dict[str, Value]]:
    """A phrase in pieces (before, in, after a stretch; "" is none): each mark on the piece that it is read from."""
    made: list[dict[str, Value]] = [{"text": one} for one in texts]
    there = [place for place, one in enumerate(texts) if one]
    left = [place for place in there if place != 1] or there
    for key, value in phrase.items():
        if key == "text":
            continue
        allowed = left if key in sets else there
        made[_home(key, value, texts, allowed, left[0], evidence)][key] = value
    return made


def _home(key: str, value: Value, texts: Sequence[str], allowed: Sequence[int], usual: int, evidence: Evidence) -> int:
    if key in BEHIND:
        return allowed[-1]
    wanted = [*quoted(key, value), *evidence(key, value)]
    if wanted:
        held = [place for place in allowed if any(one in texts[place] for one in wanted)]
    elif key in _NUMBERED:
        held = [place for place in allowed if any(letter.isdigit() for letter in texts[place])]
    else:
        held = []
    return held[0] if held and usual not in held else usual


def joined(parts: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    """One phrase of several, with all their marks."""
    made: dict[str, Value] = {"text": " ".join(one["text"] for one in parts)}
    for phrase in parts:
        for key, value in phrase.items():
            if key == "text":
                continue
            if key not in made:
                made[key] = value
            elif isinstance(value, list):
                made[key] = [*made[key], *(one for one in value if one not in made[key])]
            elif made[key] != value:
                raise SentenceError(_two(key, parts))
    return made


def together_or_apart(parts: Sequence[dict[str, Value]]) -> list[list[dict[str, Value]]]:
    """Phrases in groups, each of which can be one phrase."""
    groups: list[list[dict[str, Value]]] = []
    for phrase in parts:
        if groups and not any(_differ(phrase, one) for one in groups[-1]):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _differ(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    keys = (one.keys() & other.keys()) - {"text"}
    return any(not isinstance(one[key], list) and one[key] != other[key] for key in keys)


def _two(key: str, parts: Sequence[Mapping[str, Value]]) -> str:
    known = fields.field("Phrase", key)
    held = ", ".join(f"“{_short(one['text'])}”" for one in parts if key in one)
    return (
        f"Trong các chữ này có hai dấu “{known.name if known else key}” khác nhau, ở: {held}. Bôi đen lại cho chỉ gồm "
        "một dấu ấy, rồi bấm “Lấy chữ vừa bôi đen”; những gì đã điền vẫn còn."
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]}…"


def following(phrase: Mapping[str, Value], text: str) -> dict[str, Value]:
    """A phrase with other words: what it quotes of them is as they are now."""
    if phrase["text"] == text:
        return dict(phrase)
    made: dict[str, Value] = {"text": text}
    for key, value in phrase.items():
        if key in BEHIND:
            made[key] = value
        elif key != "text":
            known = fields.field("Phrase", key)
            made[key] = _followed(known, value, phrase["text"], text)
    return made


def _followed(known: fields.Field | None, value: Value, old: str, new: str) -> Value:
    if known is None:
        return value
    if isinstance(value, list):
        return [_followed(known, one, old, new) for one in value]
    if isinstance(value, dict):
        return {key: _followed(fields.field(known.of, key), one, old, new) for key, one in value.items()}
    if not (known.quotes and isinstance(value, str)) or value in new:
        return value
    return _now(value, old, new) or value


def _now(quote: str, old: str, new: str) -> str:
    """What words have become that stood in `old`; "" where nothing is left of them."""
    start = old.find(quote)
    if start < 0:
        return ""
    before, after = words_of(old[:start]), words_of(old[start + len(quote) :])
    words = words_of(new)
    if words[: len(before)] == before and words[len(words) - len(after) :] == after:
        return " ".join(words[len(before) : len(words) - len(after)])
    return ""
