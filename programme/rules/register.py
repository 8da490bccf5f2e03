"""How a rule is declared: a generator of findings whose docstring states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..base import Record
from ..derive import Programme
from ..findings import Finding

Rule = Callable[[Programme], Iterator[Finding]]
FIRST: list[Rule] = []
"""Rules about what amounts, numbers and tables can be read."""
RULES: list[Rule] = []
"""All other rules."""
NEED_AMOUNTS: set[Rule] = set()
"""Rules that mean nothing before every amount can be read."""


def first(function: Rule) -> Rule:
    FIRST.append(function)
    return function


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def needs_amounts(function: Rule) -> Rule:
    NEED_AMOUNTS.add(function)
    return function


def finding(record: Record, key: str, found: str, expected: str, example: str = "") -> Finding:
    return Finding(record.at.file, record.at.of(key), found, expected, example, key, type(record).__name__)
