"""The table of faults is whole, and the tests it names are there."""

from __future__ import annotations

import ast

import pytest
from faults import FAULTS
from support import ROOT


def test_every_fault_has_its_line():
    """F1 to F16, B1 to B8, C1 to C16, each with a test."""
    numbers = [f"{kind}{number}" for kind, most in (("F", 16), ("B", 8), ("C", 16)) for number in range(1, most + 1)]
    assert [*FAULTS] == numbers
    assert [fault for fault, tests in FAULTS.items() if not tests] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_tests_of_a_fault_are_there(fault: str):
    """Each name is that of a test function in its file."""
    for name in FAULTS[fault]:
        file, _, function = name.partition("::")
        tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
        found = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
        assert function.startswith("test_") and function in found, name
