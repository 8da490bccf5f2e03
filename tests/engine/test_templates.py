"""The templates themselves: short lines, no import for nothing."""

from __future__ import annotations

import re

from support import ROOT

ENGINE = ROOT / "programme"
TEMPLATES = [
    path
    for folder in ("render/templates", "built/print", "frame/light", "guide")
    for path in sorted((ENGINE / folder).rglob("*"))
    if path.suffix in (".html", ".md", ".typ", ".xml")
]
_IMPORT = re.compile(r'{%-?\s*from "[^"]+" import (.*?)(?: with context)?\s*-?%}', re.S)
WIDEST = 160


def too_wide(text: str) -> list[int]:
    """The numbers of the lines that are longer than a screen is wide."""
    return [number for number, line in enumerate(text.split("\n"), 1) if len(line) > WIDEST]


def unused(text: str) -> list[str]:
    """What a template imports and never names again."""
    names = [name.strip() for found in _IMPORT.findall(text) for name in found.split(",")]
    rest = _IMPORT.sub("", text)
    return [name for name in names if names.count(name) > 1 or not re.search(rf"\b{name}\(", rest)]


def test_no_line_of_a_template_is_wider_than_a_screen():
    """A line of a template, for pages, the frame or paper, has 160 letters at most."""
    wide = {path.name: lines for path in TEMPLATES if (lines := too_wide(path.read_text(encoding="utf-8")))}
    assert wide == {}
    assert {path.suffix for path in TEMPLATES} == {".html", ".md", ".typ", ".xml"} and len(TEMPLATES) > 30
    assert too_wide("ngắn\n" + "x" * 161) == [2]


def test_a_template_imports_what_it_uses():
    """Each part that a template imports is called in it, and imported once."""
    found = {path.name: names for path in TEMPLATES if (names := unused(path.read_text(encoding="utf-8")))}
    assert found == {}
    assert unused('{% from "_parts.html" import a, b,\n   c with context %}{{ a(1) }}{% call c() %}') == ["b"]


def test_a_template_does_not_search_the_plan():
    """A template asks the plan; it never goes through all duties, targets or budget lines for one page."""
    scans = re.compile(r"selectattr|rejectattr|sum\(|\|\s*unique")
    assert {path.name for path in TEMPLATES if scans.search(path.read_text(encoding="utf-8"))} == set()
