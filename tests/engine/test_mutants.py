"""The run that mutates the code: which changes it makes, and that those made by hand still have their place."""

from __future__ import annotations

from mutants.by_hand import BY_HAND
from mutants.changes import mutants
from mutants.equal import EQUAL
from support import ROOT

CODE = '''
"""A docstring is 1 or not."""
from programme.load.vocabulary import Level

WORDS = ("a", "b", "c")


def rest(text: str, most: int = 3) -> list[str]:
    """Not this."""
    if text in WORDS and len(text) < most:
        raise ValueError("wording")
    return sorted(text.split("-"), key=len) or [Level.DISTRICT]
'''


def test_a_mutant_changes_what_a_program_reads():
    """Signs, numbers, words that are compared, conditions, order, members of a vocabulary; no wording, no docstring."""
    assert [(one.line, one.change) for one in mutants("x.py", CODE)] == [
        (5, '"a" → "xa"'),
        (5, '"a", → nothing'),
        (5, '"b" → "xb"'),
        (5, '"b", → nothing'),
        (5, ', "c" → nothing'),
        (5, '"c" → "xc"'),
        (8, "3 → 2"),
        (8, "3 → 4"),
        (10, "text in WORDS and len(text) < most → False"),
        (10, "text in WORDS and len(text) < most → True"),
        (10, "in → not in"),
        (10, "and → or"),
        (10, "< → <="),
        (12, 'sorted(text.split("-"), key=len) → list(text.split("-"))'),
        (12, '"-" → "x-"'),
        (12, ", key=len → nothing"),
        (12, "or → and"),
        (12, "Level.DISTRICT → Level.COMMUNE"),
    ]


def test_what_was_made_by_hand_has_its_place():
    """Each change of the fault F15 is found once in the code: else it would no longer be tried."""
    for file, old, _ in BY_HAND:
        assert (ROOT / file).read_text(encoding="utf-8").count(old) == 1, (file, old)


def test_what_is_equal_has_its_line():
    """An equal mutant is named by a line that is there; one of a line that went away is taken off the list."""
    for file, line, _ in EQUAL:
        lines = [one.strip() for one in (ROOT / file).read_text(encoding="utf-8").splitlines()]
        assert line in lines, (file, line)
