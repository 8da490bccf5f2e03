"""Tests wait as long as what they wait for may take: on a machine with much else to do a minute is short."""

from __future__ import annotations

import ast

from support import ROOT, WAIT

OWN = {
    "engine/test_serve.py": [0.5, 1],  # asked again and again, while something is still to come
    "serving.py": [0.5],  # asked again and again, as long as the server lives
}
"""Times that a test waits less, in seconds, by its file."""


def bounds(code: str) -> list[float]:
    """Each `timeout` that is spelled as a number."""
    given = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.keyword) and node.arg == "timeout")
    return sorted(node.value.value for node in given if isinstance(node.value, ast.Constant))


def test_no_test_gives_up_early():
    """Ten minutes for what it reads, said in one place; what waits less does so to ask again."""
    tests = ROOT / "tests"
    found = {path.relative_to(tests).as_posix(): bounds(path.read_text("utf-8")) for path in tests.rglob("*.py")}
    assert {file: times for file, times in found.items() if times} == OWN
    assert WAIT == 600


def test_a_bound_that_is_spelled_is_found():
    assert bounds("expect(page.locator('h1')).to_be_visible(timeout=60_000)\nask(timeout=WAIT)") == [60_000]
