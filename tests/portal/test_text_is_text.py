"""What a plan says is text: no markup of it gets into a page, a script, the feed or a table."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

from bs4 import BeautifulSoup

BAD = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{{ 7*7 }}"


def test_no_markup_of_a_plan_gets_through(make: Any, portal: Any) -> None:
    """In each text that a plan can set; the words themselves are there, as words."""
    cell = '"' + BAD.replace('"', '""') + '"'
    make(
        "ha",
        {
            "projects": [f"3.2,,{cell},{cell},{cell},III,1000000,{cell},du-an/3-2"],
            "money": [f"3.2,III,1000000,{cell},{cell},{cell},{cell},{cell}"],
            "figures": [f"{cell},{cell},{cell},{cell},{cell},{cell},3.2,2026,II"],
            "bodies": [f"{cell},{cell},co-quan/a"],
            "groups": [f"{cell},,doi-tuong/a"],
            "places": [f"{cell},{cell},{cell},,dia-ban/a"],
            "documents": [f"{cell},{cell},{cell},van-ban/a"],
        },
        title=BAD, number=BAD, kind=BAD, issuer=BAD, level_name=BAD,
        places=[{"name": BAD, "kind": BAD, "now": BAD}, {"name": BAD, "kind": "Tỉnh"}],
        programmes=[{"id": "gn", "name": BAD}],
    )  # fmt: skip
    portal.build("ha", address="https://cong.example/")
    shown = 0
    for path in portal.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        assert [one.get("src") for one in page.select("script") if one.get("type") != "application/ld+json"] == [
            page.select("script[src]")[0]["src"]
        ], path
        assert not page.select("[onerror]") and not page.select("article img"), path
        assert "49" not in page.get_text(), path
        shown += BAD in page.get_text()
    assert shown == 10
    for path in portal.site.rglob("tim-kiem/*.js"):
        text = path.read_text(encoding="utf-8")
        assert "</script" not in text
        json.loads(re.fullmatch(r'cong\.take\("[^"]+",(.*)\);document\.currentScript\.ran=1\n', text, re.S)[1])
    entry = ElementTree.parse(portal.site / "moi.xml").getroot().find("{*}entry")
    assert entry.find("{*}title").text == f"Mới: {BAD}" and len(entry) == 5


def test_a_cell_is_no_formula(make: Any, portal: Any) -> None:
    """Words that begin like a formula are a text in CSV; what a plan's own file guards so is read without it."""
    make("ha", {"bodies": ["'=HYPERLINK(1),,co-quan/a"]})
    portal.build("ha")
    rows = list(csv.DictReader(io.StringIO((portal.site / "du-lieu/ten.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0]["name"] == "'=HYPERLINK(1)"
    assert json.loads((portal.site / "du-lieu/ten.json").read_text(encoding="utf-8"))[0]["name"] == "=HYPERLINK(1)"
