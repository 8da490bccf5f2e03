"""Tables of tasks with a column for each body: a sign in it says what the body does ("CT", "PH", "x")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ....vietnamese.slugs import fold
from ..bodies.bodies import Bodies
from ..work.bearers import rest_of

Part = Literal["lead", "help", "do"]

_USUAL: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"c|ct|chu tri|chinh|ctri|c/t")),
    ("help", re.compile(r"p|ph|phoi hop|p/h|k/h")),
    ("do", re.compile(r"x|v|\+|[✓✔√●•■☑★]|th|t|thuc hien|tham gia")),
)
"""What signs mean where no words explain them."""
_SAID: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"chu tri|\bchinh\b|dau moi|chu quan|chiu trach nhiem")),
    ("help", re.compile(r"phoi hop|\bcung\b|ho tro|tham gia|lien quan")),
    ("do", re.compile(r"thuc hien|trien khai|duoc giao|phai lam|phu trach")),
)
"""What the words mean that explain a sign, folded."""
_LEAST = 2
"""Columns of bodies that make such a table."""
_LONGEST_SIGN = 10
_LONGEST_NAME = 8


@dataclass(frozen=True)
class Matrix:
    """The columns of such a table."""

    columns: Mapping[int, list[str]]
    """Column -> ids of the bodies that its head names."""
    signs: Mapping[str, Part]
    """Sign, as `_plain` gives it -> what whoever has it does."""


@dataclass
class _Column:
    at: int
    name: str
    known: bool
    ids: list[str] = field(default_factory=list)


def matrix_of(
    heads: Sequence[str], rows: Sequence[Sequence[str]], bodies: Bodies, texts: Iterable[str] = ()
) -> Matrix | None:
    """The columns that hold nothing but signs, each of a body; None of other tables.

    `texts`: the words around the table, which may say what its signs mean: "X: chủ trì; o: phối hợp". Where two heads
    are bodies by their names, or stand together under one head, the others are bodies too.
    """
    told = {at: cells for at in range(len(heads)) if (cells := _cells(rows, at))}
    short = {cell for cells in told.values() for cell in cells if len(cell) <= _LONGEST_SIGN}
    signs = _explained(short, texts)
    if not {"lead", "do"} & {*signs.values()}:
        signs = {}
    signs |= {sign: part for sign in short - signs.keys() if (part := _usual(sign))}
    of_signs = [at for at, cells in told.items() if all(cell in signs for cell in cells)]
    above, own = _shared([heads[at] for at in of_signs])
    columns = []
    for at, name in zip(of_signs, own, strict=True):
        found = bodies.find(name)
        columns.append(_Column(at, name, bool(found) and not rest_of(name, found)))
    known = sum(one.known for one in columns)
    if len(columns) < _LEAST or not (known >= _LEAST or (above and known)):
        return None
    kept: dict[int, list[str]] = {}
    for one in columns:
        if not one.known:
            if not one.name[:1].isupper() or len(one.name.split()) > _LONGEST_NAME or len(one.name) < 2:
                continue
            bodies.learn(one.name)
        names = [found.name for found in bodies.find(one.name)] if one.known else [one.name]
        kept[one.at] = bodies.ids_of(names)
    return Matrix(kept, signs)


def keys_of(row: Sequence[str], matrix: Matrix) -> dict[str, object]:
    """Who does what a row says: whoever leads with the others beside, else all who are ticked; {} where nobody is."""
    by: dict[Part, list[str]] = {"lead": [], "help": [], "do": []}
    for at, ids in matrix.columns.items():
        sign = _plain(row[at]) if at < len(row) else ""
        if sign:
            by[matrix.signs[sign]] += ids
    if by["lead"]:
        others = {"with": [*by["help"], *by["do"]]} if by["help"] or by["do"] else {}
        return {"bearers": by["lead"], **others, "roles": ["lead"]}
    if by["do"]:
        return {"bearers": by["do"], **({"with": by["help"]} if by["help"] else {}), "roles": ["implement"]}
    return {"bearers": by["help"], "roles": ["coordinate"]} if by["help"] else {}


def _explained(signs: Iterable[str], texts: Iterable[str]) -> dict[str, Part]:
    """What the words around a table say of its signs."""
    found: dict[str, Part] = {}
    said = [fold(" ".join(text.split())) for text in texts]
    for sign in signs:
        told = re.compile(
            rf"(?:^|[\s(\[“\"';,.:]){re.escape(sign)}[)\]”\"']*\s*(?::|=|\bla\b|[-–])\s*(?P<said>[^;,.()]{{3,60}})"
        )
        for text in said:
            for match in told.finditer(text):
                if part := next((part for part, pattern in _SAID if pattern.search(match["said"])), None):
                    found.setdefault(sign, part)
    return found


def _usual(sign: str) -> Part | None:
    return next((part for part, pattern in _USUAL if pattern.fullmatch(sign)), None)


def _shared(heads: Sequence[str]) -> tuple[str, list[str]]:
    """The words that several heads begin with, of a head that stood above them, and each head without them."""
    words = [" ".join(one.split()).split(" ") for one in heads]
    same = 0
    if len(words) >= _LEAST:
        shortest = min(map(len, words)) - 1
        while same < shortest and len({tuple(one[: same + 1]) for one in words}) == 1:
            same += 1
    above = " ".join(words[0][:same]) if same > 1 else ""
    return above, [" ".join(one[same:] if above else one) for one in words]


def _cells(rows: Sequence[Sequence[str]], at: int) -> set[str]:
    return {cell for row in rows if at < len(row) and (cell := _plain(row[at]))}


def _plain(cell: str) -> str:
    return fold(" ".join(cell.split())).strip(" .-–()")
