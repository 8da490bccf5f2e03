"""What the draft says, kind by kind: each mark with its place, and whether it is data or only asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafted.held import Held, Piece, Span

Range = tuple[int, int]
_AMOUNT = re.compile(
    r"(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(tỷ|tỉ|triệu|nghìn|ngàn)?\s*(?:đồng|đ\b)", re.IGNORECASE
)
_UNITS = {"tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "nghìn": 1000, "ngàn": 1000, "": 1}


@dataclass(frozen=True)
class Told:
    """One mark. `value` is what the kind has: names, a number, keys."""

    piece: Piece
    range: Range
    value: Any
    words: str
    asked: bool


def in_dong(text: str) -> list[int]:
    """The amounts in a text."""
    found = _AMOUNT.finditer(text)
    return [
        round(float(n.replace(".", "").replace(",", ".")) * _UNITS[(unit or "").lower()])
        for n, unit in (m.groups() for m in found)
    ]


def spans(held: Held) -> Iterator[tuple[Piece, Span]]:
    for piece in held.pieces:
        for span in piece.spans:
            yield piece, span


def amounts(held: Held) -> list[Told]:
    """Value: (đồng or None, whether it is a norm)."""
    found = []
    for piece, span in spans(held):
        money = span.keys.get("money")
        for norm in span.keys.get("norms") or ():
            found.append(Told(piece, span.range, (in_dong(norm)[0], True), norm, span.asked))
        if money is None or piece.kind == "row":
            continue
        read = in_dong(money.get("amount") or "") or in_dong(span.text)
        found.append(
            Told(piece, span.range, (read[0] if read else None, _yes(money.get("norm"))), span.text, span.asked)
        )
    return found


def deadlines(held: Held) -> list[Told]:
    """Value: (end or start, every, day); the same said twice of the same words (a report's and a timing) once."""
    found: list[Told] = []
    for piece, span in spans(held):
        keys = span.keys
        said = [keys.get("timing") or {}, *(keys.get("reports") or ())]
        if piece.kind == "row":
            said += [keys, *(keys.get("timings") or ())]
        for one in said:
            parts = (one.get("end") or one.get("due") or one.get("start"), one.get("every"), one.get("day"))
            quote = one.get("text") or one.get("deadline") or one.get("frequency") or span.text
            value = tuple(str(part) if part is not None else None for part in parts)
            ranged = bool(one.get("start") and one.get("end"))
            again = any(t.piece is piece and t.value[:3] == value for t in found)
            if any(value[:2]) and not again:
                found.append(Told(piece, span.range, (*value, ranged), quote, span.asked))
    return found


def reports(held: Held) -> list[Told]:
    """Value: the keys of a report, its bodies as tuples of names."""
    found = []
    for piece, span in spans(held):
        for one in span.keys.get("reports") or ():
            value = {
                "to": [held.registers.agencies.get(to, (to,)) for to in one.get("to") or ()],
                "every": one.get("every"),
            }
            found.append(Told(piece, span.range, value, span.text, span.asked))
    return found


def groups(held: Held) -> list[Told]:
    """Value: the keys of one "for whom", with the names of `who` and `of`."""
    found = []
    for piece, span in spans(held):
        for one in span.keys.get("for_whom") or ():
            said = one.get("place") or ()
            places = [said] if isinstance(said, str) else said
            value = {
                "who": [held.registers.groups.get(who, (who,)) for who in one.get("who") or ()],
                "of": [held.registers.groups.get(of, (of,)) for of in one.get("of") or ()],
                "priority": _yes(one.get("priority")),
                "excluded": _yes(one.get("excluded")),
                "indirect": _yes(one.get("indirect")),
                "condition": one.get("condition"),
                "place": [name for place in places for name in held.registers.places.get(str(place), ())],
            }
            found.append(Told(piece, span.range, value, span.text, span.asked))
    return found


@dataclass(frozen=True)
class Duty:
    """What some words make whom do."""

    piece: Piece
    range: Range
    roles: frozenset[str]
    bearers: tuple[tuple[str, ...], ...]
    partners: tuple[tuple[str, ...], ...]
    asked: bool
    bearers_asked: bool = False


def duties(held: Held) -> list[Duty]:
    """Every phrase and row with a role, a bearer of its own or a partner; guesses join the words they are about."""
    found = []
    for piece in held.pieces:
        sure = [one for one in piece.spans if not one.asked]
        guessed = [
            one for one in piece.spans if one.asked and any(one.keys.get(key) for key in ("roles", "bearers", "with"))
        ]
        bare_bearers = [one for one in sure if one.keys.get("bearers") and "inherited" in one.keys]
        if bare_bearers and not any(one.keys.get("roles") for one in (*sure, *guessed)):
            found.append(_duty(held, piece, bare_bearers[0], False))
        for span in sure:
            if (
                span.keys.get("roles")
                or span.keys.get("with")
                or (span.keys.get("bearers") and "inherited" not in span.keys)
            ):
                found.append(_duty(held, piece, span, False))
        for span in guessed:
            found.append(_duty(held, piece, _borne(span, bare_bearers), True))
    return found


def _borne(span: Span, bearers: list[Span]) -> Span:
    """A guessed role with the bearers that stand on its paragraph."""
    if not bearers or not span.keys.get("roles") or span.keys.get("bearers"):
        return span
    return Span(span.range, span.text, {**span.keys, "bearers": bearers[0].keys["bearers"]}, span.asked)


def _duty(held: Held, piece: Piece, span: Span, asked: bool) -> Duty:
    names = held.registers.agencies
    keys = span.keys
    whole = piece.range if asked and keys.get("bearers") and not keys.get("roles") else span.range
    return Duty(
        piece,
        whole,
        frozenset(str(role) for role in keys.get("roles") or ()),
        tuple(names.get(one, (one,)) for one in keys.get("bearers") or ()),
        tuple(names.get(one, (one,)) for one in keys.get("with") or ()),
        asked,
    )


def _yes(value: Any) -> bool:
    return value in ("true", True)
