"""The names of Hậu Lộc's plan, the longest of which are long, fit on a small screen."""

from __future__ import annotations

import pytest
from screens import Window, cut_off, overlapping, sideways, spaced

TABLES = ("phan-cong", "kinh-phi", "bao-cao")


@pytest.mark.parametrize("name", [*TABLES, "ho-tro", "du-an/3-2", "co-quan/phong-ldtbxh", "van-ban/index", "du-lieu"])
def test_a_page_fits_in_320_px(window: Window, address: str, name: str):
    """Nothing scrolls sideways; no word of a chart is cut off, none over another, also with wide spacing."""
    page = window(viewport={"width": 320, "height": 700})
    page.goto(f"{address}/{name}.html")
    assert sideways(page) <= 0
    assert cut_off(page) == overlapping(page) == []
    if name != "bao-cao":  # what is drawn there repeats the table below it
        spaced(page)
        assert cut_off(page) == overlapping(page) == []
