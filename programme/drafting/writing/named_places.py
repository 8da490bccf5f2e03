"""Which places of the registers the words name, and the clauses that name one by less than its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...edit.address import PART, PASSAGE, ROW, places
from ...edit.nodes import as_texts

_NEXT = r"(?:, | và | - |; )"
_SAID = r"(?: vùng cao| vùng thấp)?(?: là| gồm)?:?"
_AT = r"(?:tại|ở)"


def named_places(values: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """Id of each place that the files' words name by its whole name -> the clauses that name it by another.

    Such a clause lists it with its like ("các thôn A, B", "tại A và B"), where no other place is called so.
    """
    texts = [(one.address, one.words) for one in places(as_texts(values)) if one.of in (PASSAGE, PART, ROW)]
    whole = "\n".join(words for _, words in texts)
    found: dict[str, list[str]] = {id: [] for id, one in known.items() if _names(whole, str(one["name"]))}
    called = _called(known)
    kinds = {str(one["name"]).split(" ")[0] for one in known.values() if one.get("names")}
    for lead in [*((_of(kind, known), f"{kind}{_SAID}") for kind in sorted(kinds)), (called, _AT)]:
        for address, id in _listed(texts, *lead):
            clauses = found.setdefault(id, [])
            if address not in clauses:
                clauses.append(address)
    order = {address: at for at, (address, _) in reversed([*enumerate(texts)])}
    return {id: sorted(clauses, key=order.__getitem__) for id, clauses in found.items()}


def _names(text: str, name: str) -> bool:
    """Whether a text has a name that is none in capitals."""
    own = name.partition(" ")[2]
    if own.isupper() and len(own) > 2:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def _called(known: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """A further name that only one place has, or ends with -> its id."""
    ends: dict[str, set[str]] = {}
    for id, one in known.items():
        for name in (str(one["name"]).partition(" ")[2], *one.get("names", ())):
            ends.setdefault(str(name), set()).add(id)
    further = {str(name) for one in known.values() for name in one.get("names", ())}
    return {name: next(iter(ids)) for name, ids in ends.items() if len(ids) == 1 and name in further}


def _of(kind: str, known: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The further names of the places of a kind -> id."""
    of_kind = [(id, one) for id, one in known.items() if str(one["name"]).startswith(f"{kind} ")]
    return {str(name): id for id, one in of_kind for name in one.get("names", ())}


def _listed(texts: Sequence[tuple[str, str]], called: Mapping[str, str], lead: str) -> list[tuple[str, str]]:
    """Address and place of each further name in a list behind certain words, but for one that makes a whole name."""
    names = [name for name in called if name[:1].isupper()]
    if not names:
        return []
    one = rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w| [A-ZĐÀ-Ỹ](?!\w*-))"
    many = re.compile(rf"(?<!\w)((?i:{lead}))\s+({one}(?:{_NEXT}{one})*)")
    found = []
    for address, words in texts:
        for match in many.finditer(words):
            listed = re.split(_NEXT, match[2])
            is_whole = (
                f"{match[1]} {listed[0]}".lower() in words.lower() and " " not in match[1] and ":" not in match[1]
            )
            first = 1 if is_whole and match[1].lower() not in ("tại", "ở") else 0
            found += [(address, called[name]) for name in listed[first:] if name in called]
    return found
