"""How a sheet is set: as loosely as its sheets allow."""

from __future__ import annotations

from typing import Any

import pytest

from programme.built import press

PDF = {"format": "pdf", "pdf_standards": ["ua-1"]}


def content(lines: int) -> dict[str, Any]:
    """A sheet with a title and so many lines."""
    title = {"kind": "heading", "level": 1, "id": "", "runs": [["", "Dự án 1"]]}
    line = {"kind": "text", "runs": [["", "Hỗ trợ nhà ở cho hộ nghèo"]]}
    about = {"plan": "Kế hoạch", "version": "Phiên bản của trang: 1a2b3c4d", "address": "", "qr": "", "short": []}
    return {**about, "blocks": [title, *[line] * lines]}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """(template, how tight) of each time that something is set."""
    real, found = press._compiled, []

    def noted(template: str, content: dict[str, Any], options: dict[str, Any]) -> bytes:
        found.append((template, content["tight"]))
        return real(template, content, options)

    monkeypatch.setattr(press, "_compiled", noted)
    return found


def test_two_lines_too_many_are_set_tighter_on_the_sheet_before(compiled: list[tuple[str, int]]):
    assert press.sheets(press.made("sheet.typ", content(46), **PDF)) == 1
    assert compiled == [("sheet.typ", 0), ("sheet.typ", 2), ("sheet.typ", 1)]


def test_a_last_sheet_that_is_half_full_stays_and_nothing_else_is_tried(compiled: list[tuple[str, int]]):
    assert press.sheets(press.made("sheet.typ", content(66), **PDF)) == 2
    assert compiled == [("sheet.typ", 0)]


def test_what_tighter_lines_do_not_help_stays_loose(compiled: list[tuple[str, int]]):
    made = press.made("sheet.typ", content(54), **PDF)
    assert press.sheets(made) == 2
    assert compiled == [("sheet.typ", 0), ("sheet.typ", 2)]
    assert made == press._compiled("sheet.typ", content(54) | {"tight": 0}, PDF)
