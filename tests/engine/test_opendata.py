"""The files to download, each read back with another library than the one that wrote it, and counted."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import frictionless
import jsonschema
import pytest
import readout
import vobject
from bs4 import BeautifulSoup
from downloads import BOOK, lines_not_held, rows_of, sheet_of
from python_calamine import CalamineWorkbook
from stored import held
from support import SECOND, Spoil

from programme import Programme, cache, open_programme
from programme.derive.full_text import rebuild
from programme.history import git
from programme.opendata import catalogue
from programme.opendata import entities as open_entities
from programme.opendata import files as open_files
from programme.opendata import tables as open_tables
from programme.pages import addresses
from programme.pages.page_files import entities
from programme.render.renderer import Renderer

TOTAL = 846_443_619_000  # added up by hand from the plan's ten lines


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    return site / "du-lieu"


@pytest.fixture
def exported(tmp_path: Path) -> Callable[[Path], Path]:
    """Write the open data of a project's root; the folder of its files."""

    def write(root: Path) -> Path:
        programme = open_programme(root)
        target = tmp_path / "exported"
        for name, content in open_files.files(programme, git.version(root), ""):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)
        return target / "du-lieu"

    return write


def test_the_data_package_is_valid(folder: Path):
    """Every file is as described: fields, types, keys, references to projects, sizes and hashes."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == 14
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC0-1.0" and package["version"]
    for resource in package["resources"]:
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])


def test_a_changed_file_breaks_the_data_package(folder: Path, tmp_path: Path):
    """A row too many, or a project that is not there, is found: the package can be trusted."""
    spoilt = tmp_path / "du-lieu"
    shutil.copytree(folder, spoilt)
    path = spoilt / "money.csv"
    path.write_bytes(path.read_bytes() + b"giam-ngheo/9.9,II.2.d,5,,,,,,\r\n")
    assert not frictionless.validate(str(spoilt / "datapackage.json")).valid


def test_rows_and_sums_equal_the_data(folder: Path, programme: Programme):
    """As many rows as the data has, and the same money, in CSV and in the workbook."""
    due = {
        "projects": 9, "money": 10, "norms": 1, "allocations": 3, "places": len(programme.data.places),
        "documents": len(programme.data.documents),
        "groups": len(programme.data.groups), "bodies": len(programme.data.agencies),
        "duties": sum(len(duty.bearers) for duty in programme.duties),
        "reports": len(programme.reports), "citations": len(programme.citations), "targets": len(programme.targets),
        # head, basis, closing, recipients, signature and the head of what is annexed have no number
        "figures": len(programme.figures) + len(programme.outputs), "clauses": len(programme.refs) + 6,
    }  # fmt: skip
    assert set(due) == {table.name for table in open_tables.TABLES}
    for table in open_tables.TABLES:
        count = due[table.name]
        assert len(rows_of(folder, table.name)) == count, table.name
        assert len(sheet_of(folder, table.vi)) == count + 1, table.name
    assert sum(row["amount"] for row in rows_of(folder, "money")) == TOTAL
    money = sheet_of(folder, "Kinh phí")
    column = money[0].index("Số tiền, đồng")
    assert sum(row[column] for row in money[1:]) == TOTAL
    whole = json.loads((folder / "ke-hoach.json").read_text(encoding="utf-8"))["plan"]
    assert len(whole["agencies"]) == due["bodies"] and len(whole["groups"]) == due["groups"]


def test_names_stand_beside_codes(folder: Path):
    """Who reads a row needs no second table: project, parent, group and document are there by name too."""
    money = rows_of(folder, "money")[0]
    assert (money["project"], money["project_name"]) == (
        "giam-ngheo/1", "Dự án 1 (Chương trình giảm nghèo thử): Hạ tầng thôn",
    )  # fmt: skip
    (sub,) = (row for row in rows_of(folder, "projects") if row["project"] == "giam-ngheo/2.1")
    assert (sub["name"], sub["parent_name"]) == (
        "Tiểu dự án 1, Dự án 2 (Chương trình giảm nghèo thử): Nuôi gà thả đồi",
        "Dự án 2 (Chương trình giảm nghèo thử): Sinh kế và bữa ăn",
    )
    assert rows_of(folder, "citations")[0]["name"] == "Luật số 24/2021/QH15"
    codes = {
        "project": "project_name",
        "parent": "parent_name",
        "body": "body_name",
        "document": "name",
        "group": "group_name",
    }
    for table in json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        fields = [field["name"] for field in table["schema"]["fields"]]
        for code, name in codes.items():
            assert code not in fields or {name, "name"} & {*fields}, (table["name"], code)


def test_a_figure_says_of_whom_where_and_how_exact(folder: Path):
    """The columns group, place and qualifier hold what the data says; places of what is to be built too."""
    rows = {row["name"]: row for row in rows_of(folder, "figures")}
    poor = rows["Tỷ lệ hộ nghèo ở thôn Thượng"]
    assert (poor["value"], poor["group"], poor["place"]) == ("2,5", "gia-dinh-ngheo", "thôn Thượng")
    assert rows["Giảm số hộ cận nghèo"]["qualifier"] == "trở lên" and poor["qualifier"] is None
    assert rows["Nhà được sửa"]["place"] == "xã Minh Họa"


def test_the_clauses_hold_every_line_of_the_plan(folder: Path, programme: Programme):
    """Tables, recipients, head and signature too: each line of the text is in a row of clauses.csv."""
    assert lines_not_held(folder, rebuild(programme.data)) == []
    assert lines_not_held(folder, "Ban hành Kế hoạch\nLời không có.") == ["Ban hành Kế hoạch", "Lời không có."]


def test_a_group_has_every_target_of_its_page(site: Path, programme: Programme):
    """Its JSON names the places where others must belong to it, not only those where it is named itself."""
    counts = {}
    for group in programme.data.groups:
        found = json.loads((site / f"{addresses.page(group)}.json").read_text(encoding="utf-8"))
        counts[group.id] = len(found["targets"])
    assert counts == {group.id: len(programme.targets_of(group)) for group in programme.data.groups}
    assert counts["gia-dinh-ngheo"] == 7  # named four times, three times a condition for others


def test_a_licence_without_an_address_is_a_licence(spoil: Spoil, exported: Callable[[Path], Path]):
    """The package names it, without a path, and is valid."""
    folder = exported(spoil("data/plan.yaml", "  url: https://creativecommons.org/publicdomain/zero/1.0/deed.vi\n", ""))
    (licence,) = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["licenses"]
    assert licence == {"name": "CC0-1.0", "title": "Creative Commons CC0 1.0"}
    assert frictionless.validate(str(folder / "datapackage.json")).valid


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(spoil: Spoil, exported: Callable[[Path], Path]):
    """The workbook holds 32,767 characters of it, its end says that the CSV holds all, and it does."""
    long = " ".join(["dài"] * 12_000)
    folder = exported(spoil("data/plan.yaml", "closing:\n  - ", f"closing:\n  - {long}\n  - "))
    (cell,) = (row[4] for row in sheet_of(folder, "Toàn văn theo mục") if row[0] == "ket-thuc")
    assert len(cell) == 32_767 and cell.endswith("toàn bộ ở tệp CSV]")
    (words,) = (row["words"] for row in rows_of(folder, "clauses") if row["clause"] == "ket-thuc")
    assert words.startswith(long)


def test_what_is_kept_between_builds_holds_nothing_that_runs(
    exported: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The kept files are a ZIP archive: reading it can only give bytes."""
    monkeypatch.setenv("PROGRAMME_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    exported(SECOND)
    ((_, packed),) = held(tmp_path / "kept", "export").items()
    archive = io.BytesIO(packed)
    assert zipfile.is_zipfile(archive) and "du-lieu/ke-hoach.xlsx" in zipfile.ZipFile(archive).namelist()


def test_every_cell_of_the_workbook_is_the_cell_of_the_csv(folder: Path):
    """Two formats, one table."""
    assert CalamineWorkbook.from_path(str(folder / BOOK)).sheet_names == [table.vi for table in open_tables.TABLES]
    for table in open_tables.TABLES:
        for row, cells in zip(rows_of(folder, table.name), sheet_of(folder, table.vi)[1:], strict=True):
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
        assert found["page"].endswith(f"{page}.html") and re.fullmatch("[0-9a-f]{8}", found["version"])
        link = pages[f"{page}.html"].select_one('.page-tools a[href$=".json"]')
        assert (site / page).parent.joinpath(link["href"]).is_file()
    hens = json.loads((site / "du-an/giam-ngheo-2-1.json").read_text(encoding="utf-8"))
    assert [row["amount"] for row in hens["money"]] == [620_500_000] and hens["project"]["code"] == "2.1"
    lead = json.loads((site / "co-quan/phong-kinh-te.json").read_text(encoding="utf-8"))
    assert len(lead["duties"]) == 12 and len(lead["reports"]) == 5


def test_csv_opens_right_in_excel(folder: Path):
    """Each CSV begins with the mark of UTF-8, ends its lines as Excel does, and holds Vietnamese letters whole."""
    for path in folder.glob("*.csv"):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n"), path.name
        content.decode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_becomes_a_formula(start: str):
    """A text that begins like a formula gets an apostrophe; numbers and other texts stay as they are."""
    assert open_files.harmless(f"{start}1+1") == f"'{start}1+1"
    assert open_files.harmless("a=1") == "a=1" and open_files.harmless(-5) == "-5"


def test_a_hostile_name_is_text_in_csv_and_workbook(spoil: Spoil, exported: Callable[[Path], Path]):
    """A body named like a formula is text in both files."""
    name = '=HYPERLINK("http://x.example";"bấm")'
    folder = exported(spoil("data/agencies.yaml", "name: Phòng Kinh tế,", f"name: '{name}', names: [Phòng Kinh tế],"))
    assert f"'{name}" in {row["name"] for row in rows_of(folder, "bodies")}
    assert name in [row[1] for row in sheet_of(folder, "Cơ quan")]
    assert b"<f>" not in (folder / BOOK).read_bytes()


def test_the_workbook_is_made_to_be_read(folder: Path, tmp_path: Path):
    """Frozen heads, filters, widths, thousands: as the file's own XML says."""
    shutil.unpack_archive(folder / "ke-hoach.xlsx", tmp_path, "zip")
    sheets = sorted((tmp_path / "xl/worksheets").glob("*.xml"))
    assert len(sheets) == 14
    for path in sheets:
        xml = path.read_text(encoding="utf-8")
        assert 'state="frozen"' in xml and "<autoFilter" in xml and "customWidth" in xml, path.name
    assert "#,##0" in (tmp_path / "xl/styles.xml").read_text(encoding="utf-8")


def test_days_become_a_calendar(folder: Path):
    """What the plan dates to the day, the last day included; that a plan without days has none: tests/hau_loc."""
    calendar = vobject.readOne((folder / "ke-hoach.ics").read_text(encoding="utf-8"))
    days = {
        (event.dtstart.value.isoformat(), event.dtend.value.isoformat(), event.summary.value[:12])
        for event in calendar.vevent_list
    }
    # an event of whole days ends before the day it names
    assert days == {
        ("2026-03-15", "2026-03-16", "Quyết định n"),
        ("2026-09-20", "2026-10-26", "rà soát từ n"),
        ("2026-10-30", "2026-10-31", "Hạn báo cáo:"),
        ("2026-12-15", "2026-12-16", "Hạn báo cáo:"),
    }


def test_the_page_describes_itself_as_a_data_set(pages: dict[str, BeautifulSoup], folder: Path):
    """Its JSON-LD is a schema.org Dataset with licence and date, and names each file of the folder."""
    found = [json.loads(one.string) for one in pages["du-lieu.html"].select('script[type="application/ld+json"]')]
    (dataset,) = (one for one in found if one["@type"] == "Dataset")
    assert dataset["name"] and len(dataset["description"]) >= 50 and dataset["license"].startswith("https://")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", dataset["dateModified"])
    named = {one["contentUrl"].removeprefix("du-lieu/") for one in dataset["distribution"]}
    assert named == {path.name for path in folder.iterdir() if path.suffix != ".gz"}


def test_a_title_cannot_end_the_description_of_the_data_set(spoil: Spoil):
    """Markup in a title is text in the JSON-LD too."""
    root = spoil("data/plan.yaml", "short_title: ", "short_title: </script><b>")
    page = Renderer(open_programme(root)).overview("du-lieu")
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(text)["name"].startswith("</script><b>")


def test_the_page_lists_what_is_there(pages: dict[str, BeautifulSoup], folder: Path, programme: Programme):
    """Every file of the folder is linked from /du-lieu, with the right number of rows; nothing else is."""
    page = pages["du-lieu.html"]
    linked = {a["href"].removeprefix("du-lieu/") for a in page.select('a[href^="du-lieu/"]')}
    assert linked == {path.name for path in folder.iterdir() if path.suffix != ".gz"}
    for table, count in catalogue.counts(programme):
        said = f"{count} dòng: du-lieu/{table.name}.csv, du-lieu/{table.name}.xlsx."
        assert said in page.find(id=f"bang-{table.name}").find_next("p").get_text()


def test_two_bodies_of_one_name_keep_apart(spoil: Spoil):
    """The JSON of a body holds its own reports and duties, also where another body has the same name."""
    root = spoil("data/agencies.yaml", "name: Trưởng các thôn", "name: Phòng Kinh tế")
    plan = open_programme(root, with_pages=False)
    assert plan.agencies["truong-cac-thon"].name == plan.agencies["phong-kinh-te"].name
    found = dict(open_entities.entities(plan))
    counts = {page: (len(one["duties"]), len(one["reports"])) for page, one in found.items() if "body" in one}
    assert counts["co-quan/truong-cac-thon"] == (8, 2)
    assert counts["co-quan/phong-kinh-te"] == (12, 5)


def test_what_the_tables_hold(programme: Programme):
    """The columns by name, the first rows of each table, what there is to download."""
    assert list(readout.open_data(programme)) == readout.expected("open_data")


def test_what_is_written_into_the_files(programme: Programme):
    """The package, the calendar, the sheets of a workbook."""
    assert list(readout.written(programme)) == readout.expected("written")


def test_the_package_says_which_plan_it_is(folder: Path):
    """A portal knows place, level, years, programmes and form before it reads a table."""
    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["plan"]
    assert (said["form"], said["level"], said["number"], said["issued"]) == (1, "commune", "51/QĐ-UBND", "2026-03-01")
    assert said["places"] == [
        {"name": "xã Minh Họa", "kind": "Xã", "now": None},
        {"name": "tỉnh Thử", "kind": "Tỉnh", "now": None},
    ]
    assert said["period"] == {"start": "2026", "end": "2030"}
    assert [one["id"] for one in said["programmes"]] == ["giam-ngheo", "nong-thon-moi"]
