"""What others gather from a portal: tables, the catalogue, the feed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import feedparser
import pytest
import rdflib


def _rows(portal: Any, name: str) -> list[dict[str, str]]:
    text = (portal.site / f"du-lieu/{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_amount_says_its_plan_and_clause(make: Any, portal: Any) -> None:
    """In CSV and in JSON."""
    make("ha")
    portal.build("ha https://ha.example/")
    (row,) = _rows(portal, "kinh-phi")
    assert row == {
        "plan": "https://ha.example/", "place": "xã ha", "around": "tỉnh Thử", "start": "2026", "end": "2026",
        "programme": "Chương trình giảm nghèo", "code": "3.2", "amount": "387000000", "about": "khoảng",
        "source": "Ngân sách Trung ương", "capital": "Vốn sự nghiệp", "for_place": "", "leads": "Trạm Y tế",
        "clause": "III.2.d", "url": "https://ha.example/toan-van.html#III.2.d",
    }  # fmt: skip
    (same,) = json.loads((portal.site / "du-lieu/kinh-phi.json").read_text(encoding="utf-8"))
    assert same["amount"] == 387000000 and {key: str(value) for key, value in same.items()} == row


def test_a_plan_that_was_not_read_now_says_so_in_the_table(make: Any, portal: Any) -> None:
    folder = make("ha")
    portal.build("ha", day="2026-11-29")
    (folder / "datapackage.json").unlink()
    portal.build("ha")
    (row,) = _rows(portal, "ke-hoach")
    assert (row["state"], row["read"], row["seen"]) == ("thiếu", "2026-11-29", "2026-11-29")


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # what it calls of its own
def test_the_catalogue_is_read_by_another_library(make: Any, portal: Any) -> None:
    """A data set a plan, with place, years, licence and the files of its own site."""
    make("An")
    make("Bình")
    portal.build("An https://an.example", "Bình https://binh.example", address="https://cong.example")
    graph = rdflib.Graph().parse(portal.site / "du-lieu/dcat.jsonld", format="json-ld")
    dcat, dct = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://purl.org/dc/terms/")
    (catalogue,) = graph.subjects(rdflib.RDF.type, dcat.Catalog)
    sets = sorted(graph.objects(catalogue, dcat.dataset))
    assert [str(one) for one in sets] == [
        "https://an.example/du-lieu/dcat.jsonld#bo-du-lieu", "https://binh.example/du-lieu/dcat.jsonld#bo-du-lieu",
    ]  # fmt: skip
    assert str(graph.value(sets[0], dct.license)) == "https://cc.example/by"
    files = {str(graph.value(one, dcat.downloadURL)) for one in graph.objects(sets[0], dcat.distribution)}
    assert "https://an.example/du-lieu/ke-hoach.xlsx" in files and len(files) == 4


def test_the_feed_tells_new_plans_from_changed_ones(make: Any, portal: Any) -> None:
    """By the day on which the portal first read that version, the newest first."""
    make("An")
    portal.build("An https://an.example", day="2026-11-28")
    make("Bình")
    portal.build("An https://an.example", "Bình", day="2026-11-29")
    make("An", {"money": []}, version="22222222")
    portal.build("An https://an.example", "Bình", day="2026-11-30", address="https://cong.example")
    feed = feedparser.parse((portal.site / "moi.xml").read_bytes())
    assert not feed.bozo and feed.feed.updated == "2026-11-30T00:00:00Z"
    assert [(one.title, one.updated[:10], one.link) for one in feed.entries] == [
        ("Có thay đổi: Kế hoạch của An", "2026-11-30", "https://an.example/index.html"),
        ("Mới: Kế hoạch của Bình", "2026-11-29", "https://cong.example/B%C3%ACnh/site/index.html"),
    ]
