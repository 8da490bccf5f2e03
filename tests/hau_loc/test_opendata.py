"""The files to download hold this plan: its sums, as many rows as it has, all its lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from downloads import lines_not_held, rows_of, sheet_of

from programme import Programme
from programme.derive.full_text import rebuild
from programme.opendata import catalogue, tables

MILLION = 10**6
TOTAL = 8345 * MILLION  # added up by hand from the plan's eleven lines


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    return site / "du-lieu"


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_there_is_a_file_for_each_table_that_has_rows(folder: Path):
    """Twelve: nothing is shared out by place, there are no norms. Nothing is dated to the day: no calendar."""
    named = {path.stem for path in folder.glob("*.csv")}
    assert named == {table.name for table in tables.TABLES} - {"allocations", "norms"} and len(named) == 12
    assert not (folder / "ke-hoach.ics").exists()
    package = read(folder / "datapackage.json")
    assert len(package["resources"]) == 12 and package["licenses"][0]["name"] == "CC-BY-4.0"


def test_rows_and_sums_are_those_of_the_plan(folder: Path):
    """16 projects, 11 lines of money that add up to 8.345 triệu đồng, 8 documents, 36 bodies; in the workbook too."""
    counts = {name: len(rows_of(folder, name)) for name in ("projects", "money", "documents", "bodies")}
    assert counts == {"projects": 16, "money": 11, "documents": 8, "bodies": 36}
    assert sum(row["amount"] for row in rows_of(folder, "money")) == TOTAL
    head, *money = sheet_of(folder, "Kinh phí")
    assert len(money) == 11 and sum(row[head.index("Số tiền, đồng")] for row in money) == TOTAL


def test_the_clauses_hold_every_line_of_the_plan(folder: Path, programme: Programme):
    """Each line of the text is in a row of clauses.csv, each phrase in the JSON."""
    assert lines_not_held(folder, rebuild(programme.data)) == []
    text = (folder / "ke-hoach.json").read_text(encoding="utf-8")
    for spot in programme.spots:
        assert json.dumps(spot.phrase.text, ensure_ascii=False)[1:-1] in text


def test_the_json_of_a_page_holds_what_the_plan_says_of_it(site: Path):
    """The money of Dự án 2, the duties and reports of the office of labour, the places that name poor households."""
    project = read(site / "du-an/2.json")
    assert [row["amount"] for row in project["money"]] == [3051 * MILLION] and project["project"]["code"] == "2"
    office = read(site / "co-quan/phong-ldtbxh.json")
    assert len(office["duties"]) == 20 and len(office["reports"]) == 7
    assert len(read(site / "doi-tuong/ho-ngheo.json")["targets"]) > 20


def test_tables_without_rows_are_no_files(programme: Programme):
    """Twelve tables with so many rows each; none of what is given to places, and no day for a calendar."""
    assert {table.name: count for table, count in catalogue.counts(programme)} == {
        "projects": 16,
        "money": 11,
        "duties": 72,
        "reports": 15,
        "groups": 32,
        "targets": 98,
        "bodies": 36,
        "places": 24,
        "documents": 8,
        "citations": 20,
        "figures": 4,
        "clauses": 90,
    }
    assert catalogue.dates(programme) == []
