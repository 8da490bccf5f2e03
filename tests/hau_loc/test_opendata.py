"""The files to download, each read back with another library than the one that wrote it, and counted."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import frictionless
import jsonschema
import pytest
import vobject
from bs4 import BeautifulSoup
from python_calamine import CalamineWorkbook
from support import ROOT

from programme import Programme, cache, open_programme
from programme.derive.full_text import rebuild
from programme.history import git
from programme.opendata import catalogue
from programme.opendata import entities as open_entities
from programme.opendata import files as open_files
from programme.opendata import tables as open_tables
from programme.pages import addresses
from programme.pages.files import entities
from programme.render.renderer import Renderer

MILLION = 10**6
SECOND = ROOT / "tests/plans/second"
TOTAL = 8345 * MILLION  # added up by hand from the plan's eleven lines


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
        "projects": 16, "money": 11, "documents": 8,
        "groups": len(programme.data.groups), "bodies": len(programme.data.agencies),
        "duties": sum(len(duty.bearers) for duty in programme.duties),
        "reports": len(programme.reports), "citations": len(programme.citations), "targets": len(programme.targets),
        # head, basis, closing, recipients and signature have no number
        "figures": len(programme.figures) + len(programme.outputs), "clauses": len(programme.refs) + 5,
    }  # fmt: skip
    book = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx"))
    names = {table.name: table.vi for table in open_tables.TABLES}
    for name, count in due.items():
        rows = rows_of(folder, name)
        sheet = book.get_sheet_by_name(names[name]).to_python()
        assert len(rows) == count and len(sheet) == count + 1, name
    assert sum(row["amount"] for row in rows_of(folder, "money")) == TOTAL
    money = book.get_sheet_by_name("Kinh phí").to_python()
    column = money[0].index("Số tiền, đồng")
    assert sum(row[column] for row in money[1:]) == TOTAL
    whole = json.loads((folder / "ke-hoach.json").read_text(encoding="utf-8"))["plan"]
    assert len(whole["agencies"]) == due["bodies"] and len(whole["groups"]) == due["groups"]


def test_a_figure_says_of_whom_where_and_how_exact(exported: Callable[[Path], Path]):
    """The columns group, place and qualifier hold what the data says; places of what is to be built too."""
    rows = {row["name"]: row for row in rows_of(exported(SECOND), "figures")}
    poor = rows["Tỷ lệ hộ nghèo ở thôn Thượng"]
    assert (poor["value"], poor["group"], poor["place"]) == ("2,5", "gia-dinh-ngheo", "thôn Thượng")
    assert rows["Giảm số hộ cận nghèo"]["qualifier"] == "trở lên" and poor["qualifier"] is None
    assert rows["Nhà được sửa"]["place"] == "xã Minh Họa"


@pytest.mark.parametrize("root", [ROOT, SECOND], ids=["real", "second"])
def test_the_clauses_hold_every_line_of_the_plan(exported: Callable[[Path], Path], root: Path):
    """Tables, recipients, head and signature too: each line of the text is in a row of clauses.csv."""
    rows = rows_of(exported(root), "clauses")
    held = {line for row in rows for line in (row["words"] or "").splitlines()}
    headings = tuple(row["heading"] for row in rows)
    for line in rebuild(open_programme(root).data).splitlines():
        # the cells are without numbers of headings and dashes of lists
        assert line in held or line.removeprefix("- ") in held or line.endswith(headings), line


def test_a_group_has_every_target_of_its_page(site: Path, programme: Programme):
    """Its JSON names the places where others must belong to it, not only those where it is named itself."""
    for group in programme.data.groups:
        found = json.loads((site / f"{addresses.page(group)}.json").read_text(encoding="utf-8"))
        assert len(found["targets"]) == len(programme.targets_of(group)), group.id
    assert len(programme.targets_of(programme.groups["ho-ngheo"])) > 20


def test_a_licence_without_an_address_is_a_licence(spoil: Callable, exported: Callable[[Path], Path]):
    """The package names it, without a path, and is valid."""
    folder = exported(spoil("data/plan.yaml", "  url: https://creativecommons.org/licenses/by/4.0/deed.vi\n", ""))
    (licence,) = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["licenses"]
    assert licence == {"name": "CC-BY-4.0", "title": "Creative Commons Ghi công 4.0 (CC BY 4.0)"}
    assert frictionless.validate(str(folder / "datapackage.json")).valid


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(spoil: Callable, exported: Callable[[Path], Path]):
    """The workbook holds 32,767 characters of it, its end says that the CSV holds all, and it does."""
    long = " ".join(["dài"] * 12_000)
    folder = exported(spoil("data/plan.yaml", "closing:\n  - ", f"closing:\n  - {long}\n  - "))
    sheet = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx")).get_sheet_by_name("Toàn văn theo mục").to_python()
    (cell,) = (row[3] for row in sheet if row[0] == "ket-thuc")
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
    (packed,) = (tmp_path / "kept/export").iterdir()
    assert zipfile.is_zipfile(packed) and "du-lieu/ke-hoach.xlsx" in zipfile.ZipFile(packed).namelist()


def test_every_cell_of_the_workbook_is_the_cell_of_the_csv(folder: Path):
    """Two formats, one table."""
    book = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx"))
    for table in open_tables.TABLES:
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
    assert open_files.harmless(f"{start}1+1") == f"'{start}1+1"
    assert open_files.harmless("a=1") == "a=1" and open_files.harmless(-5) == "-5"


def test_a_hostile_name_is_text_in_csv_and_workbook(copy: Path, exported: Callable[[Path], Path]):
    """A body named like a formula is text in both files."""
    path = copy / "data/agencies.yaml"
    name = '=HYPERLINK("http://x.example";"bấm")'
    text = path.read_text(encoding="utf-8").replace("name: Phòng Kinh tế và Hạ tầng", f"name: '{name}'", 1)
    path.write_text(text, encoding="utf-8")
    folder = exported(copy)
    assert f"'{name}" in {row["name"] for row in rows_of(folder, "bodies")}
    sheet = CalamineWorkbook.from_path(str(folder / "ke-hoach.xlsx")).get_sheet_by_name("Cơ quan").to_python()
    assert name in [row[1] for row in sheet]
    assert b"<f>" not in (folder / "ke-hoach.xlsx").read_bytes()


def test_the_workbook_is_made_to_be_read(folder: Path, tmp_path: Path):
    """Frozen heads, filters, widths, thousands: as the file's own XML says."""
    shutil.unpack_archive(folder / "ke-hoach.xlsx", tmp_path, "zip")
    sheets = sorted((tmp_path / "xl/worksheets").glob("*.xml"))
    assert len(sheets) == 11
    for path in sheets:
        xml = path.read_text(encoding="utf-8")
        assert 'state="frozen"' in xml and "<autoFilter" in xml and "customWidth" in xml, path.name
    assert "#,##0" in (tmp_path / "xl/styles.xml").read_text(encoding="utf-8")


def test_days_become_a_calendar_where_the_plan_has_any(folder: Path, exported: Callable[[Path], Path]):
    """This plan dates nothing to the day: no calendar. The other plan does: its days, the last one included."""
    assert not (folder / "ke-hoach.ics").exists()
    calendar = vobject.readOne((exported(SECOND) / "ke-hoach.ics").read_text(encoding="utf-8"))
    days = {
        (event.dtstart.value.isoformat(), event.dtend.value.isoformat(), event.summary.value[:12])
        for event in calendar.vevent_list
    }
    # an event of whole days ends before the day it names
    assert days == {
        ("2026-03-15", "2026-03-16", "quyết định n"),
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


def test_a_title_cannot_end_the_description_of_the_data_set(spoil: Callable):
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
        assert f"du-lieu/{table.name}.csv, {count} dòng" in page.find(id=f"bang-{table.name}").find_next("p").get_text()


def test_two_bodies_of_one_name_keep_apart(spoil):
    """The JSON of a body holds its own reports and duties, also where another body has the same name."""
    name = "name: Phòng Văn hóa và Thông tin"
    root = spoil("data/agencies.yaml", name, "name: Phòng Lao động - Thương binh và Xã hội")
    plan = open_programme(root, with_pages=False)
    assert plan.agencies["phong-vhtt"].name == plan.agencies["phong-ldtbxh"].name
    found = dict(open_entities.entities(plan))
    counts = {page: (len(one["duties"]), len(one["reports"])) for page, one in found.items() if "body" in one}
    assert counts["co-quan/phong-vhtt"] == (3, 1)
    assert counts["co-quan/phong-ldtbxh"] == (20, 7)
