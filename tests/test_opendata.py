"""The files to download, each read back with another library than the one that wrote it, and counted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import frictionless
import jsonschema
import pytest
import vobject
from bs4 import BeautifulSoup
from conftest import ROOT
from python_calamine import CalamineWorkbook

from programme import Programme, addresses, export, history, open_programme, opendata
from programme.pages import entities

MILLION = 10**6
TOTAL = 8345 * MILLION  # added up by hand from the plan's eleven lines


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    return site / "du-lieu"


def rows_of(folder: Path, name: str) -> list[dict]:
    """A CSV file, read as the data package describes it."""
    package = frictionless.Package(str(folder / "datapackage.json"))
    return [row.to_dict() for row in package.get_resource(name).read_rows()]


def test_the_data_package_is_valid(folder: Path):
    """Every file is as described: fields, types, keys, references to projects, sizes and hashes."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == 11
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0" and package["version"]
    for resource in package["resources"]:
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])


def test_a_changed_file_breaks_the_data_package(folder: Path, tmp_path: Path):
    """A row too many, or a project that is not there, is found: the package can be trusted."""
    spoilt = tmp_path / "du-lieu"
    shutil.copytree(folder, spoilt)
    path = spoilt / "money.csv"
    path.write_bytes(path.read_bytes() + b"9.9,III.2.d,5,,,,,,\r\n")
    assert not frictionless.validate(str(spoilt / "datapackage.json")).valid


def test_rows_and_sums_equal_the_data(folder: Path, programme: Programme):
    """As many rows as the data has, and the same money, in CSV and in the workbook."""
    due = {
        "projects": 16, "money": 11, "groups": 31, "bodies": 36, "documents": 8,
        "duties": sum(len(duty.bearers) for duty in programme.duties),
        "reports": 15, "citations": 20, "targets": len(programme.targets),
        "figures": len(programme.figures), "clauses": len(programme.refs) + 2,
    }  # fmt: skip
    book = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx"))
    names = {table.name: table.vi for table in opendata.TABLES}
    for name, count in due.items():
        rows = rows_of(folder, name)
        sheet = book.get_sheet_by_name(names[name]).to_python()
        assert len(rows) == count and len(sheet) == count + 1, name
    assert sum(row["amount"] for row in rows_of(folder, "money")) == TOTAL
    money = book.get_sheet_by_name("Kinh phí").to_python()
    column = money[0].index("Số tiền, đồng")
    assert sum(row[column] for row in money[1:]) == TOTAL
    whole = json.loads((folder / "ke-hoach.json").read_text(encoding="utf-8"))["plan"]
    assert len(whole["agencies"]) == 36 and len(whole["groups"]) == 31


def test_every_cell_of_the_workbook_is_the_cell_of_the_csv(folder: Path):
    """Two formats, one table."""
    book = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx"))
    for table in opendata.TABLES:
        if table.vi not in book.sheet_names:
            continue
        sheet = book.get_sheet_by_name(table.vi).to_python()[1:]
        for row, cells in zip(rows_of(folder, table.name), sheet, strict=True):
            ours = ["" if value is None else value for value in row.values()]
            assert ours == [int(cell) if isinstance(cell, float) else cell for cell in cells], table.name


def test_the_json_is_as_its_schema_says_and_holds_every_word(folder: Path, programme: Programme):
    """It validates; a key that is not in the schema does not; each phrase of the plan is in it."""
    schema = json.loads((folder / "ke-hoach.schema.json").read_text(encoding="utf-8"))
    text = (folder / "ke-hoach.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    assert list(validator.iter_errors(whole)) == []
    whole["plan"]["agencies"][0]["nam"] = "x"
    assert list(validator.iter_errors(whole))
    for spot in programme.spots:
        assert json.dumps(spot.phrase.text, ensure_ascii=False)[1:-1] in text


def test_each_entity_has_its_json_and_its_page_links_it(
    site: Path, pages: dict[str, BeautifulSoup], programme: Programme
):
    """The address of a page with .json: the record and what the tables say of it."""
    for entity in entities(programme):
        page = addresses.page(entity)
        found = json.loads((site / f"{page}.json").read_text(encoding="utf-8"))
        assert found["page"].endswith(f"{page}.html") and found["version"]
        link = pages[f"{page}.html"].select_one('.page-tools a[href$=".json"]')
        assert (site / page).parent.joinpath(link["href"]).is_file()
    two = json.loads((site / "du-an/2.json").read_text(encoding="utf-8"))
    assert [row["amount"] for row in two["money"]] == [3051 * MILLION] and two["project"]["code"] == "2"
    lead = json.loads((site / "co-quan/phong-ldtbxh.json").read_text(encoding="utf-8"))
    assert len(lead["duties"]) == 20 and len(lead["reports"]) == 7


def test_csv_opens_right_in_excel(folder: Path):
    """Each CSV begins with the mark of UTF-8, ends its lines as Excel does, and holds Vietnamese letters whole."""
    for path in folder.glob("*.csv"):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n"), path.name
        content.decode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(start: str):
    """A text that begins like a formula gets an apostrophe; numbers and other texts stay as they are."""
    assert export.harmless(f"{start}1+1") == f"'{start}1+1"
    assert export.harmless("a=1") == "a=1" and export.harmless(-5) == "-5"


def test_a_hostile_name_is_text_in_csv_and_workbook(copy: Path, tmp_path: Path):
    """A body named like a formula is text in both files."""
    path = copy / "data/agencies.yaml"
    name = '=HYPERLINK("http://x.example";"bấm")'
    text = path.read_text(encoding="utf-8").replace("name: Phòng Kinh tế và Hạ tầng", f"name: '{name}'", 1)
    path.write_text(text, encoding="utf-8")
    programme = open_programme(copy)
    for page in entities(programme):
        (tmp_path / addresses.page(page)).parent.mkdir(exist_ok=True)
    export.write(programme, tmp_path, history.version(copy), "")
    assert f"'{name}" in {row["name"] for row in rows_of(tmp_path / "du-lieu", "bodies")}
    sheet = CalamineWorkbook.from_path(str(tmp_path / "du-lieu/ke-hoach.xlsx")).get_sheet_by_name("Cơ quan").to_python()
    assert name in [row[1] for row in sheet]
    assert b"<f>" not in (tmp_path / "du-lieu/ke-hoach.xlsx").read_bytes()


def test_the_workbook_is_made_to_be_read(folder: Path, tmp_path: Path):
    """Frozen heads, filters, widths, thousands: as the file's own XML says."""
    shutil.unpack_archive(folder / "ke-hoach.xlsx", tmp_path, "zip")
    sheets = sorted((tmp_path / "xl/worksheets").glob("*.xml"))
    assert len(sheets) == 11
    for path in sheets:
        xml = path.read_text(encoding="utf-8")
        assert 'state="frozen"' in xml and "<autoFilter" in xml and "customWidth" in xml, path.name
    assert "#,##0" in (tmp_path / "xl/styles.xml").read_text(encoding="utf-8")


def test_days_become_a_calendar_where_the_plan_has_any(folder: Path, tmp_path: Path):
    """This plan dates nothing to the day: no calendar. The other plan does: its days, whole, in order."""
    assert not (folder / "ke-hoach.ics").exists()
    other = ROOT / "tests/second-plan"
    programme = open_programme(other)
    for page in entities(programme):
        (tmp_path / addresses.page(page)).parent.mkdir(exist_ok=True)
    export.write(programme, tmp_path, history.version(other), "")
    calendar = vobject.readOne((tmp_path / "du-lieu/ke-hoach.ics").read_text(encoding="utf-8"))
    days = [(event.dtstart.value.isoformat(), event.summary.value) for event in calendar.vevent_list]
    assert len(days) == len(opendata.dates(programme)) > 0
    assert {day for day, _ in days} == {start for start, *_ in opendata.dates(programme)}


def test_the_page_lists_what_is_there(pages: dict[str, BeautifulSoup], folder: Path, programme: Programme):
    """Every file of the folder is linked from /du-lieu, with the right number of rows; nothing else is."""
    page = pages["du-lieu.html"]
    linked = {a["href"].removeprefix("du-lieu/") for a in page.select('a[href^="du-lieu/"]')}
    assert linked == {path.name for path in folder.iterdir() if path.suffix != ".gz"}
    for table, count in opendata.counts(programme):
        assert f"{table.name}.csv, {count} dòng" in page.find(id=f"bang-{table.name}").find_next("p").get_text()
