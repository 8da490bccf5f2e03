"""Which of the ways that a plan writes a body is its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

_LETTERS = re.compile(r"[A-ZĐ&0-9-]{2,14}|[A-Z]+\d*|T[Tt]g")
"""A form that is nothing but letters: "TTYT"."""
_COUNTED = re.compile(r"\d|(?:các\s+)?trưởng\s", re.IGNORECASE)
"""How a body is told by how many it is, or by who heads it: "09 ấp", "Trưởng các ấp"."""
_SHORT = re.compile(r"(?<!\w)(?!(?:UBND|HĐND|MTTQ|BCĐ)(?!\w))[A-ZĐ][A-ZĐ&]{2,}(?!\w)")
"""A word in letters within a name: "Phòng LĐTBXH"."""


def name_of(forms: Sequence[str], called: str, learned: Collection[str], told: Mapping[str, int]) -> str:
    """The name among the forms of a body: one that stands where only bodies do, written out, the longest, the usual.

    `called`: a name that the text does not have whole ("" where there is none), as that of "Các xã: A, B".
    """
    written = [form for form in forms if not _LETTERS.fullmatch(form)]
    if called and all(called.endswith(f" {form}") for form in written):
        written = [called]

    def fitness(form: str) -> tuple[object, ...]:
        return (
            not form.casefold().startswith(("đồng chí ", "đ/c ")),
            form.isupper() or not _SHORT.search(form),
            not _COUNTED.match(form),
            form in learned,
            not form.isupper(),
            "(" not in form,
            len(form),
            told.get(form, 0),
            sum(map(str.isupper, form)),
        )

    return max(written or [called or forms[0]], key=fitness)
