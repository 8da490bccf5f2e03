"""How a rule is declared: a generator of findings whose docstring states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..derive.programme import Programme
from ..load.findings import Finding

Rule = Callable[[Programme], Iterator[Finding]]
FIRST: list[Rule] = []
"""Rules that sums rest on: each project in its place, each amount, number and table readable."""
RULES: list[Rule] = []
"""All other rules."""
NEED_AMOUNTS: set[Rule] = set()
"""Rules that mean nothing before those of `FIRST` hold."""


def first(function: Rule) -> Rule:
    """Declares a rule that sums rest on."""
    FIRST.append(function)
    return function


def rule(function: Rule) -> Rule:
    """Declares a rule."""
    RULES.append(function)
    return function


def needs_amounts(function: Rule) -> Rule:
    """Says of a rule that it is not asked before all amounts, numbers and tables can be read."""
    NEED_AMOUNTS.add(function)
    return function
