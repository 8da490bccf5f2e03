"""Tables of tasks with a column for each body: a sign in it says what the body does ("CT", "PH", "x")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...vietnamese.slugs import fold
from .bearers import rest_of
from .bodies import Bodies

_LEADS = re.compile(r"c|ct|chu tri|chinh")
_HELPS = re.compile(r"p|ph|phoi hop")
_DOES = re.compile(r"x|v|\+|[✓✔√●•■☑]|th|t|thuc hien|tham gia")
_LEAST = 2
"""Columns of bodies that make such a table."""


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[str]], bodies: Bodies) -> dict[int, list[str]]:
    """Column -> ids of the bodies that its head names, of the columns that hold nothing but signs; {} in other tables."""
    found: dict[int, list[str]] = {}
    for at, head in enumerate(heads):
        cells = [cell for row in rows if at < len(row) and (cell := _plain(row[at]))]
        if cells and all(map(_is_sign, cells)):
            names = bodies.find(" ".join(head.split()))
            if names and not rest_of(head, names):
                found[at] = bodies.ids_of(one.name for one in names)
    return found if len(found) >= _LEAST else {}


def keys_of(row: Sequence[str], columns: Mapping[int, list[str]]) -> dict[str, object]:
    """Who does what a row says: whoever leads with the others beside, else all who are ticked; {} where nobody is."""
    by: dict[str, list[str]] = {"lead": [], "help": [], "do": []}
    for at, ids in columns.items():
        sign = _plain(row[at]) if at < len(row) else ""
        if sign:
            by["lead" if _LEADS.fullmatch(sign) else "help" if _HELPS.fullmatch(sign) else "do"] += ids
    if by["lead"]:
        others = {"with": [*by["help"], *by["do"]]} if by["help"] or by["do"] else {}
        return {"bearers": by["lead"], **others, "roles": ["lead"]}
    if by["do"]:
        return {"bearers": by["do"], **({"with": by["help"]} if by["help"] else {}), "roles": ["implement"]}
    return {"bearers": by["help"], "roles": ["coordinate"]} if by["help"] else {}


def _plain(cell: str) -> str:
    return fold(" ".join(cell.split())).strip(" .-–()")


def _is_sign(said: str) -> bool:
    return any(one.fullmatch(said) for one in (_LEADS, _HELPS, _DOES))
